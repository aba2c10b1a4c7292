"""Where the dock stands: remembered for each screen, and moved back into view where that screen is gone or smaller."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QScreen

DOCK_SIZE = QSize(400, 900)
MARGIN = 20
MOST_SCREENS = 8

Docks = dict[str, tuple[int, int, int, int]]
"""The dock's x, y, width and height by `screen_key`, the last used screen at the end."""


def screen_key(screen: QScreen) -> str:
    """Return what tells `screen` from others, two of the same make too: its name, place and size."""
    area = screen.geometry()
    return f"{screen.name()}@{area.x()},{area.y()},{area.width()}x{area.height()}"


def dock_place(docks: Docks, screen: QScreen, least: QSize) -> QRect:
    """Return where the dock goes on `screen`: where it was left there, else at the right edge; always in view."""
    area = screen.availableGeometry()
    kept = docks.get(screen_key(screen))
    return into_view(QRect(*kept) if kept else first_place(area), area, least)


def last_screen(docks: Docks, screens: list[QScreen]) -> QScreen | None:
    """Return the screen on which the dock was last, None where it is gone."""
    last = next(reversed(docks), "")
    return next((screen for screen in screens if screen_key(screen) == last), None)


def first_place(area: QRect) -> QRect:
    """Return the place at the right edge of `area`, beside which the chat window has room."""
    height = min(DOCK_SIZE.height(), area.height() - 2 * MARGIN)
    return QRect(area.right() - DOCK_SIZE.width(), area.top() + MARGIN, DOCK_SIZE.width(), height)


def into_view(place: QRect, area: QRect, least: QSize) -> QRect:
    """Return `place` moved and, where it must be, made smaller so that all of it is within `area`."""
    size = place.size().boundedTo(area.size()).expandedTo(least)
    x = max(area.left(), min(place.x(), area.right() + 1 - size.width()))
    y = max(area.top(), min(place.y(), area.bottom() + 1 - size.height()))
    return QRect(x, y, size.width(), size.height())


def remembered(docks: Docks, screen: QScreen, place: QRect) -> Docks:
    """Return `docks` with `place` on `screen` as the last one; the screens seen longest ago are forgotten."""
    key = screen_key(screen)
    others = [(name, kept) for name, kept in docks.items() if name != key]
    now = (place.x(), place.y(), place.width(), place.height())
    return dict([*others, (key, now)][-MOST_SCREENS:])
