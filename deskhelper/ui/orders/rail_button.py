"""One entry of the rail: icon, words and count; only the icon where the rail is folded."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from deskhelper.core.text import Lang
from deskhelper.ui.kit import Tone, compact_count
from deskhelper.ui.kit.button import with_shortcut
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_dot, paint_focus, paint_pill, pill_size
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY

HEIGHT = 34
EDGE = 10
ICON = 18


class RailButton(QAbstractButton):
    """A choice that stays on; its count is coloured only while there is something to count."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        icon: str,
        words: str,
        tone: Tone = Tone.NEUTRAL,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._icon, self._tone = theme, lang, icon, tone
        self._count: int | None = None
        self._is_folded = False
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys = QKeySequence(shortcut)
        if self._keys.count() == 1:  # the second of two keys is answered by the page that the first one opens
            # not the button's own shortcut, which animates the click and so answers 0.1 s late
            QShortcut(self._keys, self, self.click)
        theme.theme_changed.connect(self.update)
        self._tell()

    @property
    def count_words(self) -> str:
        """The count as it is shown."""
        return "" if self._count is None else compact_count(self._count, self._lang)

    def set_count(self, count: int | None) -> None:
        """Show `count`; None is not known yet."""
        self._count = count
        self._tell()
        self.update()

    def set_folded(self, is_folded: bool) -> None:
        """Show only the icon."""
        self._is_folded = is_folded
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of every entry."""
        return QSize(HEIGHT, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entry."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self.isChecked() else "bg" if self.underMouse() else "surface"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        pixmap = self._theme.icons.pixmap(self._icon, "accent" if self.isChecked() else "muted", ICON)
        left = (self.width() - ICON) // 2 if self._is_folded else EDGE
        painter.drawPixmap(left, (self.height() - ICON) // 2, pixmap)
        if self._is_folded:
            if self._tone is not Tone.NEUTRAL and self._count:
                paint_dot(painter, left + ICON, (self.height() - ICON) // 2 + 1, self._theme.color(self._tone))
        else:
            self._paint_words(painter, self._paint_count(painter), ground)
        if self.hasFocus():
            paint_focus(painter, self.rect(), self._theme)

    def _paint_count(self, painter: QPainter) -> int:
        """Paint the count and return where the words must end."""
        end = self.width() - EDGE
        words = self.count_words
        if not words:
            return end
        width = max(pill_size(words).width(), 28)
        width_of_words = pill_size(words).width()
        rect = QRect(end - width, (self.height() - PILL_HEIGHT) // 2, width, PILL_HEIGHT)
        tone = self._tone if self._count else Tone.NEUTRAL
        paint_pill(painter, rect, words, tone, self._theme, False, (width - width_of_words) // 2)
        return rect.left() - 6

    def _paint_words(self, painter: QPainter, end: int, ground: str) -> None:
        painter.setFont(ui_font(BODY, self.isChecked()))
        painter.setPen(self._theme.ink("accent" if self.isChecked() else "text", ground))
        start = EDGE + ICON + 8
        room = QRect(start, 0, end - start, self.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _tell(self) -> None:
        """Say in the tooltip what is folded away, and the exact count always."""
        words = self.text() if self._count is None else f"{self.text()} · {self._count:,}"
        self.setAccessibleName(words)
        self.setToolTip(with_shortcut(words, self._keys))
