"""Line icons in any colour of the theme, drawn from SVG when first asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

STROKE = 'stroke-width="1.75"'
APP_ICON = "headset"
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


class Icons:
    """The icons of `folder` by name, tinted with the colours that `colour` gives for a token; kept once drawn."""

    def __init__(self, folder: Path, colour: Callable[[str], QColor]) -> None:
        self._folder = folder
        self._colour = colour
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def get(self, name: str, token: str = "muted", size: int = 16) -> QIcon:
        """Return the icon `name` in the colour of `token`, `faint` where disabled. Raises FileNotFoundError."""
        icon = QIcon(self.pixmap(name, token, size))
        icon.addPixmap(self.pixmap(name, "faint", size), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, token: str = "muted", size: int = 16, ratio: float = 0) -> QPixmap:
        """Return the icon as a pixmap of `size` logical pixels; `ratio` 0 is the sharpest of all screens."""
        key = (name, token, size, ratio or sharpest_ratio())
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = drawn(self._svg(name), self._colour(token), size, key[3])
        return pixmap

    def forget(self) -> None:
        """Drop every drawn icon, for the colours have changed."""
        self._pixmaps.clear()

    def app_icon(self) -> QIcon:
        """Return the icon of the program: the headset on a rounded accent square, at the usual sizes."""
        icon = QIcon()
        for size in APP_SIZES:
            icon.addPixmap(self._app_pixmap(size))
        return icon

    def _svg(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text("utf-8")

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
        painter.drawPixmap(edge, edge, drawn(self._svg(APP_ICON), self._colour("surface"), inner, 1))
        painter.end()
        return pixmap


def drawn(svg: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Return `svg` drawn in `colour` at `size` logical pixels for a screen of `ratio` pixels each."""
    from PySide6.QtSvg import QSvgRenderer  # here, so that a start without icons does not load it

    inked = svg.replace("currentColor", colour.name()).replace('stroke-width="2"', STROKE)
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(inked.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def sharpest_ratio() -> float:
    """Return the device pixel ratio of the sharpest screen, 1 where there is none."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
