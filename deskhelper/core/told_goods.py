"""What a reply tells of a title or a spec of the order: its beginning, without words that no reply may carry.

Sellers fill titles with words that the outgoing check stops (最新款, 微信). The reply leaves them out and leaves by
itself; the order card shows the whole title all the same.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from msgspec.structs import replace

from deskhelper.core.outgoing import Against, WordRules, check
from deskhelper.core.slot_words import CUT, order_words

Places = Callable[[str], Collection[tuple[int, int]]]
"""What gives the places in told words that would stop a reply."""

LEAST, LEAST_SHARE = 4, 1 / 3
"""Letters and digits that must be left for the goods to be recognised, and how many of those that would be told."""
MOST_ROUNDS = 40

_QUOTE = "您拍的是“"
_SEGMENT_END = r"\s，,、。；;|｜!！~～"
_BESIDE = r"[\s【】\[\]（）()「」《》]*"
_NEGATION = (
    r"(?:不(?![锈粘沾掉褪起伤漏勒紧卡变易挑显透])|无(?![线痕缝骨糖油味声人框钢磁尘纺])|非(?![常洲遗凡])|没|未(?!来)|(?<![特级区分个类])别|勿|除(?!尘|螨|味|湿|菌|臭|锈|毛)"
    r"|仿|假(?!日|期|发|睫)|\b(?:not|non?|without)\b)"
)
_BEFORE = re.compile(rf"(?:{_NEGATION}[^，,、。；;|｜!！]{{0,4}}|[防免去抗代替拒禁零]{_BESIDE})$", re.IGNORECASE)
"""A negation that bears on what comes next: without that word it would bear on the word after it."""
_AFTER = re.compile(rf"{_BESIDE}(?:的|功能|款)?{_BESIDE}{_NEGATION}", re.IGNORECASE)
_ENDS_IN_ONE = re.compile(r"[不无非没未别勿]$")
_LEAD = re.compile(r"(?:全网|全国|全球|世界|行业|同行|业内|史上)$")
_WITH_IT = re.compile(r"[号:： ]*[A-Za-z_-]{0,8}\d{4,}|\d+(?:\.\d+)?[元块]")
"""An account's name after what it is an account of, a sum after what it is given for."""
_STUB = re.compile(rf"(?:^|(?<=\s))[{CUT}\s]*\w{CUT}")
"""A lone character before a mark."""
_EMPTY = re.compile(r"[【\[（(「《{][\W_]*[】\]）)」》}]")
_LOOSE = re.compile(r"(?<=[【\[（(「《])[\s，,、/|+·]+|[\s，,、/|+·]+(?=[】\]）)」》])|(?<=[，、；])\s+")
_AT_ENDS = " ，,、。；;:：/|｜+·~～!！-—…"
_QUOTED_SLOT = r"[“「『\"《]\{%s\}[”」』\"》]"


def told_goods(words: str, shown: int, places: Places) -> str:
    """Return at most `shown` characters of the order's `words` for a reply, empty where too little may be told.

    What stands at one of the `places` is left out, with a mark where that is in the midst of words. Where a negation
    bears on it or is left out with it, all that hangs together goes: 不是最新款保温杯 never becomes 不是保温杯.
    """
    whole, rest = order_words(words, shown), order_words(words, len(words))
    for _ in range(MOST_ROUNDS):
        told = order_words(rest, shown)
        found = sorted(places(told))
        if not found:
            is_enough = told == whole or _letters(told) >= max(LEAST, LEAST_SHARE * _letters(whole))
            return told if is_enough else ""
        start, end = found[-1]
        rest = _without(rest, start, min(end, len(rest)))
    return ""


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def unquoted(template: str, names: Collection[str]) -> str:
    """Return `template` without the quotation marks around the slots `names`, whose words are no quotation."""
    for name in names:
        template = re.sub(_QUOTED_SLOT % name, f"{{{name}}}", template)
    return template


def forbidden_places(rules: WordRules, against: Against) -> Places:
    """Return what finds the places in a title that the outgoing check would stop in a reply which quotes it."""

    def places(told: str) -> list[tuple[int, int]]:
        return list(_within(told, rules, against))

    return places


def _within(told: str, rules: WordRules, against: Against) -> Iterator[tuple[int, int]]:
    for finding in check(f"{_QUOTE}{told}”。", _by_words(rules), against):
        start, end = max(0, finding.start - len(_QUOTE)), min(len(told), finding.end - len(_QUOTE))
        if start < end:
            yield start, end


@lru_cache(maxsize=8)
def _by_words(rules: WordRules) -> WordRules:
    """Return `rules` without what was learnt: it weighs sentences, a title is none."""
    return replace(rules, learnt=None)


def _without(words: str, start: int, end: int) -> str:
    """Return `words` without `words[start:end]` and what would be untrue or loose without it."""
    lead, before = _LEAD.search(words, 0, start), _BEFORE.search(words, 0, start)
    with_it = _WITH_IT.match(words, end)
    start, end = lead.start() if lead else start, with_it.end() if with_it else end
    left_out, after = words[start:end], _AFTER.match(words, end)
    if before or after or _ENDS_IN_ONE.search(left_out):
        start = _segment_start(words, before.start() if before else start)
        end = _segment_end(words, after.end() if after else end)
    rest = words[:start] + _joint(words, start, end) + words[end:].lstrip("的之")
    rest = _STUB.sub("", _EMPTY.sub("", _LOOSE.sub("", rest)))
    return " ".join(rest.split()).strip(_AT_ENDS)


def _joint(words: str, start: int, end: int) -> str:
    """Return what stands for `words[start:end]`: a mark in the midst of words that has none yet, else a blank."""
    beside = words[start - 1 : start] + words[end : end + 1]
    if CUT in beside or words[start:end] == CUT:
        return ""
    return CUT if len(beside) > 1 and beside.isalnum() else " "


def _segment_start(words: str, at: int) -> int:
    return max((match.end() for match in re.finditer(f"[{_SEGMENT_END}]", words[:at])), default=0)


def _segment_end(words: str, at: int) -> int:
    match = re.compile(f"[{_SEGMENT_END}]").search(words, at)
    return match.start() if match else len(words)
