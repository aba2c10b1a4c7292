"""Characters drawn before anybody waits for them: to make the picture of one takes 40 µs, of a full list 10 ms."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from deskhelper.ui.theme import ui_font
from deskhelper.ui.theme.fonts import BODY, REMARK

FACES = ((BODY, False), (REMARK, False), (BODY, True))
"""The pixels of the fonts that lists are painted in, and whether they are bold."""

AT_ONCE = 24
PAUSE_MS = 20
"""Three milliseconds of drawing, then the keys have their turn."""

ALWAYS = "0123456789:.-…¥×≈ ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class InkAhead(QObject):
    """Draws characters out of sight while the desk is idle, for screens of `ratio`; Qt keeps their pictures."""

    def __init__(self, ratio: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = (AT_ONCE * 2 * BODY, 2 * BODY, ratio)
        self._waiting = ""
        self._known: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to draw."""
        return not self._waiting

    def draw(self, letters: str) -> None:
        """Draw `letters` and what every list shows, a few at a time; what was told before is drawn already."""
        fresh = [char for char in dict.fromkeys(ALWAYS + letters) if char not in self._known]
        self._known.update(fresh)
        self._waiting += "".join(fresh)
        self._timer.start()

    def rest(self) -> None:
        """Draw no more: the desk closes."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        if not now:
            self._timer.stop()
            return
        width, height, ratio = self._canvas
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        for pixels, is_bold in FACES:
            painter.setFont(ui_font(pixels, is_bold))
            painter.drawText(0, height // 2, now)
        painter.end()
