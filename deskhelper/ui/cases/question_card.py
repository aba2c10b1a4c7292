"""The open question, large, with its options on the number keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.flow import Option
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.ui.kit import Card, KeyCap, label
from deskhelper.ui.kit.frame import set_property
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme

MOST_IN_ONE_COLUMN = 5
WIDTH_OF_TWO = 420
"""More options than that stand in two columns, on a card at least so wide in pixels."""


class OptionRow(QFrame):
    """One answer with its key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._option = ""
        self._cap = KeyCap(theme, str(number))
        self._label = label(role="strong", wraps=True)
        self._hint = label(role="remark", wraps=True)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def option(self) -> str:
        """The id of the option."""
        return self._option

    def show_option(self, name: str, option: Option, is_first: bool, lang: Lang) -> None:
        """Show one option; `is_first` marks the one that Enter takes."""
        self._option = name
        self._label.setText(option.label.within(lang))
        hint = option.hint.within(lang) if option.hint else ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        set_property(self, "first", "true" if is_first else "false")
        self.setAccessibleName(option.label.within(lang))
        self.setAccessibleDescription(hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the option."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the option on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._option)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._label)
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._cap)
        row.addLayout(words, 1)


class QuestionCard(InColumn, Card):
    """The question that is asked now. Number keys are handled by the desk, so that they work from anywhere."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._question = ""
        self._ask = label(role="title", wraps=True)
        self._help = label(role="muted", wraps=True)
        self._rows: list[OptionRow] = []
        self._options = QGridLayout()
        self._arranged = (0, 0)
        self._lay_out()
        self.set_active(True)

    def show_question(self, view: CaseView) -> None:
        """Show the open question of `view`."""
        self._question = view.walk.question or ""
        question = view.flow.questions[self._question]
        first = view.walk.kept or view.walk.suggested
        self._ask.setText(question.ask.within(self._lang))
        self._help.setText(question.help.within(self._lang) if question.help else "")
        self._help.setVisible(question.help is not None)
        while len(self._rows) < len(question.options):
            self._add_row()
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(question.options))
        for row, (name, option) in zip(self._rows, question.options.items(), strict=False):
            row.show_option(name, option, name == first, self._lang)
        self._arrange(len(question.options))
        self.setAccessibleName(self._ask.text())

    def _add_row(self) -> None:
        row = OptionRow(self._theme, len(self._rows) + 1, self)  # shown before it is laid out
        row.chosen.connect(self._on_row_chosen)
        self._rows.append(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep two columns only where there is room for them."""
        super().resizeEvent(event)
        self._arrange(self._arranged[0])

    def _arrange(self, count: int) -> None:
        """Lay the first `count` options out, read down the columns."""
        columns = 2 if count > MOST_IN_ONE_COLUMN and self.width() >= WIDTH_OF_TWO else 1
        if (count, columns) == self._arranged:
            return
        self._arranged = (count, columns)
        lines = -(-count // columns)
        for at, row in enumerate(self._rows):
            self._options.addWidget(row, at % lines if at < count else at, at // lines if at < count else 0)
        for column in range(2):
            self._options.setColumnStretch(column, int(column < columns))

    def _on_row_chosen(self, option: str) -> None:
        self.answered.emit(self._question, option)

    def _lay_out(self) -> None:
        self._options.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._ask)
        column.addWidget(self._help)
        column.addSpacing(8)
        column.addLayout(self._options)
