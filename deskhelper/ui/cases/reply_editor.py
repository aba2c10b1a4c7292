"""The reply as the agent edits it: plain text that grows, with a wave under what is found in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from deskhelper.core.outgoing import Finding
from deskhelper.ui.cases.finding_words import tone_of
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REPLY

LEAST_HEIGHT, MOST_HEIGHT, FRAME = 64, 420, 18


class ReplyEditor(QTextEdit):
    """Enter asks to copy, Shift+Enter is a new line; while an input method composes, both are its own."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: list[Finding] = []
        self._is_composing = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(ui_font(REPLY))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Edit the reply"))
        self.setToolTip(self.tr("Enter copies, Shift+Enter starts a line, Esc ends editing"))
        self.textChanged.connect(self._on_text_changed)
        theme.theme_changed.connect(self._draw)

    def load(self, text: str) -> None:
        """Take a text that comes from elsewhere; the one that stands here already stays as it is."""
        if text == self.toPlainText():
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(blocked)
        self._fit()

    def show_findings(self, findings: list[Finding]) -> None:
        """Underline the words that were found."""
        if findings != self._findings:
            self._findings = findings
            self._draw()

    def choose(self, start: int, end: int) -> None:
        """Select the characters from `start` to `end`."""
        cursor = self.textCursor()
        cursor.setPosition(self._at(start))
        cursor.setPosition(self._at(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is composing."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the wish to copy."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self._is_composing and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that the words need."""
        super().resizeEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._is_composing:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        height = round(self.document().size().height()) + FRAME
        height = max(LEAST_HEIGHT, min(height, MOST_HEIGHT))
        if height != self.height():
            self.setFixedHeight(height)

    def _draw(self) -> None:
        selections = []
        for finding in self._findings:
            if finding.start == finding.end:
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(self._at(finding.start))
            selection.cursor.setPosition(self._at(finding.end), QTextCursor.MoveMode.KeepAnchor)
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(QColor(self._theme.tokens[tone_of(finding)]))
            wave.setBackground(QColor(self._theme.tokens[f"{tone_of(finding)}_soft"]))
            wave.setForeground(QColor(self._theme.tokens["text"]))
            selection.format = wave
            selections.append(selection)
        self.setExtraSelections(selections)

    def _at(self, place: int) -> int:
        """Return Qt's place of the character `place`: Qt counts halves of those outside the basic plane."""
        return min(len(self.toPlainText()[:place].encode("utf-16-le")) // 2, self.document().characterCount() - 1)
