"""Line icons in any colour of the theme, stroked when first asked for.

Their paths were traced from the SVG files once (resources/icons/trace.py): to read SVG takes a library of 1.7 MB.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

STROKES = "strokes.json"
SQUARE = 24
"""The side of the square that the paths are drawn in."""

STROKE = 1.75
APP_ICON = "headset"
APP_SIZES = (16, 24, 32, 48, 64, 128)


class Icons:
    """The icons of `folder` by name, tinted with the colours that `colour` gives for a token; kept once drawn."""

    def __init__(self, folder: Path, colour: Callable[[str], QColor]) -> None:
        self._folder = folder
        self._colour = colour
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, float], QIcon] = {}

    def get(self, name: str, token: str = "muted", size: int = 16) -> QIcon:
        """Return the icon `name` in the colour of `token`, `faint` where disabled. Raises KeyError."""
        key = (name, token, size, sharpest_ratio())
        icon = self._icons.get(key)
        if icon is None:
            icon = self._icons[key] = QIcon(self.pixmap(*key))
            icon.addPixmap(self.pixmap(name, "faint", size, key[3]), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, token: str = "muted", size: int = 16, ratio: float = 0) -> QPixmap:
        """Return the icon as a pixmap of `size` logical pixels; `ratio` 0 is the sharpest of all screens."""
        key = (name, token, size, ratio or sharpest_ratio())
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = drawn(self._path(name), self._colour(token), size, key[3])
        return pixmap

    def forget(self) -> None:
        """Drop every drawn icon, for the colours have changed."""
        self._pixmaps.clear()
        self._icons.clear()

    def app_icon(self) -> QIcon:
        """Return the icon of the program: the headset on a rounded accent square, at the usual sizes."""
        icon = QIcon()
        for size in APP_SIZES:
            icon.addPixmap(self._app_pixmap(size))
        return icon

    @cached_property
    def _strokes(self) -> dict[str, msgspec.Raw]:
        """The steps of every icon, unread."""
        return msgspec.json.decode((self._folder / STROKES).read_bytes(), type=dict[str, msgspec.Raw])

    def _path(self, name: str) -> QPainterPath:
        return path_of(msgspec.json.decode(self._strokes[name]))

    def _app_pixmap(self, size: int) -> QPixmap:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
        inner = round(size * 0.64)
        edge = (size - inner) // 2
        painter.drawPixmap(edge, edge, drawn(self._path(APP_ICON), self._colour("surface"), inner, 1))
        painter.end()
        return pixmap


def path_of(steps: list[list[Any]]) -> QPainterPath:
    """Return the path of `steps`: `["M", x, y]`, `["L", x, y]`, `["C", six numbers]` and `["Z"]`, as in SVG."""
    path = QPainterPath()
    add: dict[str, Callable[..., None]] = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo}
    add["Z"] = path.closeSubpath
    for letter, *numbers in steps:
        add[letter](*numbers)
    return path


def drawn(path: QPainterPath, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Return `path` stroked in `colour` at `size` logical pixels for a screen of `ratio` pixels each."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(pixmap.width() / SQUARE, pixmap.height() / SQUARE)
    painter.strokePath(path, QPen(colour, STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def sharpest_ratio() -> float:
    """Return the device pixel ratio of the sharpest screen, 1 where there is none."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
