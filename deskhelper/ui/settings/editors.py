"""One editor per kind of setting: shows a value, returns it, and says what is wrong with what was typed."""

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from deskhelper.core.batches import minutes_of_day
from deskhelper.core.declared import Declared, Kind
from deskhelper.core.money import format_yuan, parse_fen
from deskhelper.ui.settings.words import option_words, range_words, words_of

translate = QCoreApplication.translate
NUMBER_WIDTH, CHOICE_WIDTH, LINES_HEIGHT = 96, 200, 104
_BRACES = re.compile(r"[{}]")


class Editor(QObject):
    """What every editor can do; `field` is the widget that is edited."""

    changed = Signal()

    def __init__(self, setting: Declared, field: QWidget) -> None:
        super().__init__(field)
        self.setting = setting
        self.field = field

    def show_value(self, value: object) -> None:
        """Show a value of the setting's type."""
        raise NotImplementedError

    def value(self) -> object:
        """Return the value shown; only to be asked while there is no fault."""
        raise NotImplementedError

    def fault(self) -> str:
        """Return what is wrong with the input in a sentence, empty where nothing is."""
        return ""


class ChoiceEditor(Editor):
    """One of a few options."""

    def __init__(self, setting: Declared) -> None:
        self._box = QComboBox()
        super().__init__(setting, self._box)
        self._box.setMinimumWidth(CHOICE_WIDTH)
        for option in setting.options:
            self._box.addItem(option_words(setting.name, option), option)
        self._box.currentIndexChanged.connect(self.changed)

    def show_value(self, value: object) -> None:
        """Show an option."""
        self._box.setCurrentIndex(self._box.findData(value))

    def value(self) -> object:
        """Return the option."""
        return str(self._box.currentData())


class NumberEditor(Editor):
    """A whole number, or an amount in yuan that is kept in fen."""

    def __init__(self, setting: Declared) -> None:
        self._line = QLineEdit()
        super().__init__(setting, self._line)
        self._line.setFixedWidth(NUMBER_WIDTH)
        self._line.setMaxLength(9)
        if setting.is_optional:
            is_count = setting.kind is Kind.ORDERS
            empty = translate("Settings", "any number") if is_count else translate("Settings", "platform")
            self._line.setPlaceholderText(empty)
        self._line.textChanged.connect(self.changed)

    def show_value(self, value: object) -> None:
        """Show a number or fen; nothing for None."""
        if value is None:
            self._line.clear()
            return
        assert isinstance(value, int)
        self._line.setText(format_yuan(value) if self.setting.kind is Kind.MONEY else str(value))

    def value(self) -> object:
        """Return the number or fen, None where an optional one is left empty. Raises ValueError."""
        words = self._line.text().strip()
        if self.setting.is_optional and not words:
            return None
        return parse_fen(words) if self.setting.kind is Kind.MONEY else int(words)

    def fault(self) -> str:
        """Return the bounds where the number is none or out of them."""
        try:
            value = self.value()
        except ValueError:
            return range_words(self.setting)
        if value is None:
            return ""
        assert isinstance(value, int)
        return "" if self.setting.least <= value <= self.setting.most else range_words(self.setting)


class WordsEditor(Editor):
    """A few words."""

    def __init__(self, setting: Declared) -> None:
        self._line = QLineEdit()
        super().__init__(setting, self._line)
        self._line.setMaximumWidth(2 * CHOICE_WIDTH)
        self._line.textChanged.connect(self.changed)

    def show_value(self, value: object) -> None:
        """Show the words."""
        self._line.setText(str(value))

    def value(self) -> object:
        """Return the words, without blanks around them."""
        return self._line.text().strip()

    def fault(self) -> str:
        """Return what is wrong with words too long or with braces."""
        return words_fault(str(self.value()), 0, self.setting.most)


class LinesEditor(Editor):
    """Several words, one per line."""

    def __init__(self, setting: Declared) -> None:
        self._box = QPlainTextEdit()
        super().__init__(setting, self._box)
        self._box.setFixedHeight(LINES_HEIGHT)
        self._box.setMaximumWidth(2 * CHOICE_WIDTH)
        self._box.setTabChangesFocus(True)
        self._box.textChanged.connect(self.changed)

    def show_value(self, value: object) -> None:
        """Show a tuple of lines."""
        assert isinstance(value, tuple)
        self._box.setPlainText("\n".join(value))

    def value(self) -> object:
        """Return the lines that are not blank, each once."""
        lines = (line.strip() for line in self._box.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    def fault(self) -> str:
        """Return what is wrong with the first line that is too short, too long or has braces."""
        lines = self.value()
        assert isinstance(lines, tuple)
        for line in lines:
            if fault := words_fault(line, self.setting.least, self.setting.most):
                return f"“{line[: self.setting.most]}”: {fault}"
        return ""


class TimesEditor(LinesEditor):
    """Times of the day, one per line."""

    def fault(self) -> str:
        """Return what is wrong with the first line that is no time."""
        lines = self.value()
        assert isinstance(lines, tuple)
        wrong = next((line for line in lines if minutes_of_day(line) is None), None)
        return "" if wrong is None else f"“{wrong[:12]}”: " + translate("Settings", "Write times such as 15:00.")


class ClockEditor(WordsEditor):
    """A time of the day, or nothing."""

    def __init__(self, setting: Declared) -> None:
        super().__init__(setting)
        self._line.setFixedWidth(NUMBER_WIDTH)
        self._line.setMaxLength(setting.most)
        self._line.setPlaceholderText(translate("Settings", "none"))

    def fault(self) -> str:
        """Return what is wrong with words that are no time."""
        words = str(self.value())
        return translate("Settings", "Write times such as 15:00.") if words and minutes_of_day(words) is None else ""


class SwitchEditor(Editor):
    """On or off; the title stands beside the box."""

    def __init__(self, setting: Declared) -> None:
        self._box = QCheckBox(words_of(setting.name).title)
        super().__init__(setting, self._box)
        self._box.toggled.connect(self.changed)

    def show_value(self, value: object) -> None:
        """Show on or off."""
        self._box.setChecked(bool(value))

    def value(self) -> object:
        """Return whether it is on."""
        return self._box.isChecked()


def words_fault(words: str, least: int, most: int) -> str:
    """Return what is wrong with `words` that a reply may carry, empty where nothing is."""
    if _BRACES.search(words):
        return translate("Settings", "Braces are not allowed.")
    if least <= len(words) <= most:
        return ""
    if least:
        return translate("Settings", "Write {least} to {most} characters.").format(least=least, most=most)
    return translate("Settings", "Write {most} characters at most.").format(most=most)


_EDITORS: dict[Kind, Callable[[Declared], Editor]] = {
    Kind.CHOICE: ChoiceEditor,
    Kind.HOURS: NumberEditor,
    Kind.SECONDS: NumberEditor,
    Kind.CHARACTERS: NumberEditor,
    Kind.MINUTES: NumberEditor,
    Kind.DAYS: NumberEditor,
    Kind.MONEY: NumberEditor,
    Kind.WORDS: WordsEditor,
    Kind.LINES: LinesEditor,
    Kind.TIMES: TimesEditor,
    Kind.CLOCK: ClockEditor,
    Kind.ORDERS: NumberEditor,
    Kind.SWITCH: SwitchEditor,
}


def editor_of(setting: Declared) -> Editor:
    """Return the editor of a setting's kind."""
    return _EDITORS[setting.kind](setting)
