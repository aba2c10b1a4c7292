"""One number of a figure to be typed: title, field in its unit, the shipped value, and the fault in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.override import MOST_WORDS, NumberField, read_number, read_words
from deskhelper.core.text import Lang
from deskhelper.ui.kit import label
from deskhelper.ui.policy.words import unit_words

TITLE_WIDTH, FIELD_WIDTH = 116, 88


class ValueRow(QWidget):
    """A title, a field and what is wrong with the input. `changed` comes with every input, `entered` with Enter."""

    changed = Signal()
    entered = Signal()

    def __init__(self, title: str, told: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        self._title = label(title, wraps=True)
        self._title.setFixedWidth(TITLE_WIDTH)
        self._title.setBuddy(self.field)
        self._fault = label(role="remark", wraps=True)
        self._fault.setProperty("role", "fault")
        self._fault.hide()
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self._title)
        self._line.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._line)
        column.addWidget(self._fault)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self.entered)

    @property
    def fault(self) -> str:
        """What is wrong with the input, empty where nothing is."""
        read = self.read()
        return self._told(read) if isinstance(read, Problem) else ""

    def read(self) -> float | str | Problem:
        """Return what was typed, or what is wrong with it."""
        raise NotImplementedError

    def _on_field_text_changed(self) -> None:
        fault = self.fault
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.changed.emit()


class NumberRow(ValueRow):
    """A number in its unit, with the shipped value beside it where it is another."""

    def __init__(
        self,
        number: NumberField,
        shipped: NumberField | None,
        lang: Lang,
        told: Callable[[Problem], str],
        parent: QWidget | None = None,
    ) -> None:
        self.number = number
        super().__init__(number.title.within(lang), told, parent)
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setMaxLength(12)
        self.field.setText(number.words)
        self._line.addWidget(label(unit_words(number.unit), "muted"))
        self._line.addStretch(1)
        if shipped is not None and shipped.value != number.value:
            self._line.addWidget(label(self.tr("shipped %s") % shipped.words, "remark"))

    def read(self) -> float | str | Problem:
        """Return the number typed, or what is wrong with it."""
        return read_number(self.field.text(), self.number)


class WordsRow(ValueRow):
    """The shop's own words for a figure that is no number."""

    def __init__(self, title: str, words: str, told: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(title, told, parent)
        self.field.setMaxLength(MOST_WORDS)
        self.field.setPlaceholderText(self.tr("as shipped"))
        self.field.setText(words)

    def read(self) -> float | str | Problem:
        """Return the words typed, or what is wrong with them; none are no fault here: the shipped ones hold then."""
        return read_words(self.field.text()) if self.field.text().strip() else ""
