"""What of a long message is read: the sentences that bear on a topic, wherever they stand. Pure."""

import re
from collections.abc import Callable

MOST_READ = 60
"""Characters of a message that are read whole: half of all have ten or fewer, and a longer one is told around its
concern. Reading takes some ten microseconds a character; what is said beside would outweigh the one sentence."""

LONGEST_TEXT = 1000
"""Characters that are looked at for sentences, half of them at the begin and half at the end."""

_ENDS = "。！？!?；;…\n"
_SENTENCE = re.compile(rf"[^{_ENDS}]{{1,40}}[{_ENDS}]*")


def part_to_read(text: str, bearing: Callable[[str], float]) -> str:
    """Return `text`, of a long one the sentences with the most `bearing`, in their order, none twice.

    Those without any (0 or less) are left out, unless there are no others.
    """
    if len(text) <= MOST_READ:
        return text
    sentences = list(dict.fromkeys(_SENTENCE.findall(_ends_of(text))))
    worth = {sentence: bearing(sentence) for sentence in sentences}
    best = sorted(sentences, key=lambda sentence: -worth[sentence])
    kept, left = set[str](), MOST_READ
    for sentence in best:
        if len(sentence) <= left and (worth[sentence] > 0 or worth[best[0]] <= 0):
            kept.add(sentence)
            left -= len(sentence)
    return "".join(sentence for sentence in sentences if sentence in kept)


def _ends_of(text: str) -> str:
    half = LONGEST_TEXT // 2
    return text if len(text) <= LONGEST_TEXT else f"{text[:half]}\n{text[-half:]}"
