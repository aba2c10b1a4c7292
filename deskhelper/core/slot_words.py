"""Words in a slot: as an agent types them, and as a buyer reads those that the order gives."""

import re

NOTHING_YET = re.compile(r"[xXｘＸ×*＊?？_＿.．。…\-－—/／\s]+")
QUOTES = '“”「」"'
CUT = "…"
_LOOSE_END = " ，,、+-/【（([\u200d\ufe0f"
"""What a cut title does not end with; the last two join parts of one emoji."""


def is_nothing_yet(given: str) -> bool:
    """Tell whether an input only holds a place, such as `XX` or `***`, or has nothing that can be seen."""
    return NOTHING_YET.fullmatch(_printable(given)) is not None


def typed_words(given: str, drops: tuple[str, ...] = ()) -> str:
    """Return typed words on one line, without the sentence's end and without a lead-in (`drops`) that the reply has.

    因为仓库盘点 in a reply that says 因为 itself would read 因为因为仓库盘点.
    """
    words = " ".join(_printable(given).split()).rstrip("。，,、.；;：:！!？?~～ ")
    lead = next((lead for lead in drops if words.startswith(lead)), "")
    return words.removeprefix(lead).lstrip("：:，, ") if lead else words


def order_words(words: str, shown: int | None) -> str:
    """Return words of the order as they stand in quotation marks: without marks of their own, cut after `shown`.

    Titles of goods are strings of search words as long as a reply; its beginning names the goods well enough.
    """
    if shown is None:
        return words
    plain = " ".join("".join(letter for letter in words if letter not in QUOTES).split())
    return plain if len(plain) <= shown else plain[: shown - 1].rstrip(_LOOSE_END) + CUT


def _printable(words: str) -> str:
    """Return `words` without characters that take no room, such as zero-width blanks that would hide an empty value."""
    return "".join(letter for letter in words if letter.isprintable() or letter.isspace())
