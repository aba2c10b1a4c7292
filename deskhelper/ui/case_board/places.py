"""Where the parts of a row stand: in columns where the list is wide, in three lines where it is narrow."""

from msgspec import Struct
from PySide6.QtCore import QRect

from deskhelper.ui.kit.page_head import EDGE

WIDE_FROM = 760
"""Lists narrower than this show cards."""
WIDE_HEIGHT, CARD_HEIGHT = 44, 88
GAP = 12
LINE = 20
FIRST, LAST = 74, 112
"""The first and the last part of a card's upper lines."""
ROOMY_FROM = 1040
_NARROW = {"order": 86, "title": 86, "owner": 76, "due": 112}
_ROOMY = {"order": 92, "title": 104, "owner": 96, "due": 124}


class Words(Struct, frozen=True):
    """Widths that the words of a language ask for: the widest state with its pill, and the usual title of a flow."""

    stage: int = 92
    title: int = 0


USUAL = Words()


class Places(Struct, frozen=True):
    """The rectangles of a row's parts; `product` is empty where there is no room for it."""

    order: QRect
    product: QRect
    title: QRect
    stage: QRect
    next: QRect
    owner: QRect
    due: QRect


def is_wide(width: int) -> bool:
    """Tell whether a list of `width` pixels shows columns."""
    return width >= WIDE_FROM


def places_in(rect: QRect, words: Words = USUAL) -> Places:
    """Return where the parts of a row stand in `rect`."""
    return _columns(rect, words) if is_wide(rect.width()) else _card(rect, words)


def _columns(rect: QRect, words: Words) -> Places:
    widths = dict(_ROOMY if rect.width() >= ROOMY_FROM else _NARROW)
    widths |= {"stage": words.stage, "title": max(widths["title"], words.title)}
    room = rect.width() - 2 * EDGE - sum(widths.values()) - 6 * GAP
    product = room * 2 // 5
    shares = {**widths, "product": product, "next": room - product}
    left = rect.left() + EDGE
    places = {}
    for name in ("order", "product", "title", "stage", "next", "owner", "due"):
        places[name] = QRect(left, rect.top(), shares[name], rect.height() - 1)
        left += shares[name] + GAP
    return Places(**places)


def _card(rect: QRect, words: Words) -> Places:
    left, width = rect.left() + EDGE, rect.width() - 2 * EDGE
    first, second, third = (rect.top() + 10 + line * (LINE + 4) for line in range(3))
    owner, title = min(90, width // 4), max(FIRST, min(words.title, width // 2))
    return Places(
        order=QRect(left, first, FIRST, LINE),
        stage=QRect(left + FIRST + GAP, first, width - FIRST - LAST - 2 * GAP, LINE),
        due=QRect(left + width - LAST, first, LAST, LINE),
        title=QRect(left, second, title, LINE),
        product=QRect(left + title + GAP, second, width - title - GAP, LINE),
        next=QRect(left, third, width - owner - GAP, LINE),
        owner=QRect(left + width - owner, third, owner, LINE),
    )
