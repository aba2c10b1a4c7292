"""What a text that another program copied is to the desk: an order number, a buyer's message, or nothing. Pure.

Whatever is nothing is forgotten at once: the desk looks at the clipboard only while the watch is on, and keeps no
more of it than the words it puts into the box.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

MOST_CHARS = 300
"""Longer texts are no chat message; they are not even read."""

MOST_LINES = 12
"""Several messages copied at once are lines; a page of text is none of them."""

LEAST_DIGITS = 6
"""A number that is looked up has so many digits: shorter ones are prices, codes and page numbers."""

_ORDER_NO = re.compile(r"(?<![0-9-])[0-9]{6}-[0-9]{15}(?![0-9-])")
"""An order number of Pinduoduo: nothing else looks like it, so it needs no look-up."""
_NUMBER = re.compile(r"[A-Za-z]{0,5}[0-9][0-9A-Za-z-]{5,31}\Z")
_LABELLED = re.compile(r"订单(?:编号|号):?\s*([0-9]{12,21})\Z")
_LABEL = re.compile(r"(?:订单(?:编号|号)?|编号|(?:快递|运单|物流)?单号|复制|order|number|no)[:.#]?", re.IGNORECASE)
_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_LONG_NUMBER = re.compile(r"[0-9A-Za-z-]{8,}")
_NO_CHAT = re.compile(r"[{}\t\0]")
"""Signs of programs, templates and tables; a buyer's message has none."""


class ClipKind(StrEnum):
    """What a copied text is."""

    NOTHING = "nothing"
    ORDER_NUMBER = "order_number"
    MESSAGE = "message"


class Clip(Struct, frozen=True):
    """A copied text as the desk takes it: the bare number, the buyer's own words, or no words at all."""

    kind: ClipKind = ClipKind.NOTHING
    words: str = ""


NOTHING = Clip()


def read_clip(text: str, is_known: Callable[[str], bool]) -> Clip:
    """Return what `text` is; `is_known` tells whether an order or a parcel has exactly this number.

    Bare digits count only where an order has them: bank cards and identity cards have as many.
    """
    words = text.strip()
    if not words or len(words) > MOST_CHARS:
        return NOTHING
    folded = unicodedata.normalize("NFKC", words)
    number = _order_number(folded) or _known_number(folded, is_known)
    if number:
        return Clip(ClipKind.ORDER_NUMBER, number)
    return Clip(ClipKind.MESSAGE, words) if is_message(folded) else NOTHING


def is_message(words: str) -> bool:
    """Tell whether `words` read like what a buyer writes: Chinese, short, neither table nor program."""
    if _NO_CHAT.search(words) or len(words.splitlines()) > MOST_LINES:
        return False
    spoken = _LONG_NUMBER.sub("", _LINK.sub("", words))
    written = sum(char.isalnum() for char in spoken)
    chinese = len(_HAN.findall(spoken))
    return chinese > 0 and chinese * 3 >= written


def _order_number(words: str) -> str:
    """Return the one order number of which `words` consist, labels and signs aside; empty where there is more."""
    labelled = _LABELLED.match(words)
    if labelled:
        return labelled[1]
    numbers = set(_ORDER_NO.findall(words))
    if len(numbers) != 1:
        return ""
    rest = _LABEL.sub("", _ORDER_NO.sub("", words))
    return "" if any(char.isalnum() for char in rest) else numbers.pop()


def _known_number(words: str, is_known: Callable[[str], bool]) -> str:
    """Return the number that `words` are, labels aside, where an order or a parcel has it."""
    bare = _LABEL.sub("", words, count=1).strip() if _HAN.search(words) else words
    if not _NUMBER.match(bare) or sum(char.isdigit() for char in bare) < LEAST_DIGITS:
        return ""
    return bare if is_known(bare) else ""
