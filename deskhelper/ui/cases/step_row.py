"""One answered question, folded to a line: what was asked, the answer, and why; a click looks at it again."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskhelper.core.text import Lang
from deskhelper.core.wizard import Step
from deskhelper.services.cases import CaseView
from deskhelper.ui.kit.paint import paint_focus, paint_words
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK

HEIGHT, LEAST_WIDTH = 28, 120
EDGE, GAP, WIDE_GAP = 8, 8, 16
MARK, SMALL = 16, 14


class _Shown(NamedTuple):
    """What stands in the row: words, and icons with the tokens of their colours."""

    asked: str = ""
    answer: str = ""
    reason: str = ""
    mark: tuple[str, str] = ("check", "ok")
    by: str = "user"
    ink: str = "muted"


class StepRow(QWidget):
    """A folded question, painted by one widget. Enter, Space or a click asks to see it again."""

    revisit_requested = Signal(str)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._question = ""
        self._shown = _Shown()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_step(self, view: CaseView, step: Step) -> None:
        """Show one step of the walk."""
        question = view.flow.questions[step.question]
        self._question = step.question
        is_doubtful = step.needs_yes or step.overruled is not None
        shown = _Shown(
            question.short.within(self._lang),
            question.options[step.answer].label.within(self._lang),
            step.reason.within(self._lang),
            ("circle-alert", "warn") if step.needs_yes else ("check", "ok"),
            "file-text" if step.by == "order" else "user",
            "warn" if is_doubtful else "muted",
        )
        if shown == self._shown:
            return
        self._shown = shown
        words = f"{shown.asked} {shown.answer}"
        self.setAccessibleName(words)
        self.setAccessibleDescription(shown.reason)
        self.setToolTip("\n".join((self.tr("Answer again: %s") % words, shown.reason)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line; the words give way."""
        return QSize(LEAST_WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its reason elided where the room ends."""
        painter, theme, shown = QPainter(self), self._theme, self._shown
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        end = self.width() - EDGE
        painter.drawPixmap(EDGE, (HEIGHT - MARK) // 2, theme.icons.pixmap(*shown.mark, MARK))
        x, room = EDGE + MARK + GAP, QRect(0, 0, end, HEIGHT)
        x += paint_words(painter, room.adjusted(x, 0, 0, 0), shown.asked, theme.color("muted"), BODY) + GAP
        x += paint_words(painter, room.adjusted(x, 0, 0, 0), shown.answer, theme.color("text"), BODY, True) + WIDE_GAP
        if x + SMALL + GAP < end:
            painter.drawPixmap(x, (HEIGHT - SMALL) // 2, theme.icons.pixmap(shown.by, "faint", SMALL))
            x += SMALL + GAP
            paint_words(painter, room.adjusted(x, 0, 0, 0), shown.reason, theme.color(shown.ink), REMARK)
        if self.hasFocus():
            paint_focus(painter, self.rect(), theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the question again."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.revisit_requested.emit(self._question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the question again on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.revisit_requested.emit(self._question)
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self.update()
