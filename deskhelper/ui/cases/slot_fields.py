"""The fields that ask for a slot in place: a whole hour, money, a count, a choice, or words."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, QObject, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.money import format_yuan
from deskhelper.core.slot import SlotKind, SlotSpec, SlotValue
from deskhelper.core.text import Lang
from deskhelper.ui.kit import label
from deskhelper.ui.kit.frame import set_property

LEAST_LETTERS = 8
"""A choice is never narrower; as wide as its longest option it would not fit the dock."""


class SlotField(QFrame):
    """A labelled field for one slot. `edited` carries the slot's input as text, empty when it was taken back."""

    edited = Signal(str, str)
    entered = Signal()

    def __init__(self, name: str, spec: SlotSpec, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = name
        self.spec = spec
        self._title = label(spec.title.within(lang), "muted")
        self._problem = label(role="remark", wraps=True)
        self.editor = self._make_editor()
        self.editor.setAccessibleName(spec.title.within(lang))
        self.editor.setToolTip(spec.help.within(lang) if spec.help else "")
        self.editor.installEventFilter(self)
        self.setFocusProxy(self.editor)
        self._lay_out()

    def show_value(self, value: SlotValue, problem: str) -> None:
        """Show the slot's input and what is wrong with it; the field being typed in is left alone."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_property(self._problem, "tone", "bad" if problem else "")
        set_property(self, "gap", "true" if value.is_gap else "false")
        if not self.editor.hasFocus():
            blocked = self.editor.blockSignals(True)
            self._fill(value.given or value.suggested)
            self.editor.blockSignals(blocked)

    def set_bounds(self, now: Instant, latest: Instant | None) -> None:
        """Bound the times that can be chosen; other fields have the bounds of their spec."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter in the field as the wish to copy."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish_edit()
                self.entered.emit()
                return True
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        return False

    def _finish_edit(self) -> None:
        """Make the editor tell what was typed last."""

    def _make_editor(self) -> QWidget:
        raise NotImplementedError

    def _fill(self, given: str) -> None:
        raise NotImplementedError

    def _tell(self, words: str) -> None:
        self.edited.emit(self.slot, words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.editor, 1)
        self._title.setMinimumWidth(84)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._problem.hide()


class HourField(SlotField):
    """A time exact to the hour; up and down move it by an hour."""

    def __init__(self, name: str, spec: SlotSpec, lang: Lang, parent: QWidget | None = None) -> None:
        self._lang = lang
        super().__init__(name, spec, lang, parent)

    def set_bounds(self, now: Instant, latest: Instant | None) -> None:
        """Bound the field by the next whole hour and by the promise where one bounds it."""
        editor = self._field
        blocked = editor.blockSignals(True)
        first = QDateTime.fromSecsSinceEpoch(now - now % HOUR + HOUR, editor.timeZone())
        farthest = first.addSecs((self.spec.most - 1) * HOUR)
        last = farthest if latest is None else QDateTime.fromSecsSinceEpoch(latest, editor.timeZone())
        editor.setDateTimeRange(first, max(first, last))
        editor.blockSignals(blocked)

    def _make_editor(self) -> QWidget:
        from PySide6.QtCore import QTimeZone

        self._field = editor = QDateTimeEdit()
        editor.setTimeZone(QTimeZone(b"Asia/Shanghai"))
        is_zh = self._lang == "zh"
        editor.setLocale(QLocale(QLocale.Language.Chinese if is_zh else QLocale.Language.English))
        editor.setDisplayFormat("M月d日 ddd H:00" if is_zh else "ddd d MMM H:00")
        editor.setCalendarPopup(True)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setCurrentSection(QDateTimeEdit.Section.HourSection)
        editor.dateTimeChanged.connect(self._on_field_changed)
        return editor

    def _fill(self, given: str) -> None:
        try:
            moment = datetime.fromisoformat(given)
        except ValueError:
            return
        date = QDate(moment.year, moment.month, moment.day)
        self._field.setDateTime(QDateTime(date, QTime(moment.hour, 0), self._field.timeZone()))

    def _finish_edit(self) -> None:
        self._field.interpretText()
        self._on_field_changed(self._field.dateTime())

    def _on_field_changed(self, moment: QDateTime) -> None:
        at = moment.toPython()
        assert isinstance(at, datetime)
        self._tell(at.strftime("%Y-%m-%dT%H:00"))


class MoneyField(SlotField):
    """An amount in yuan."""

    def _make_editor(self) -> QWidget:
        self._field = editor = QDoubleSpinBox()
        editor.setPrefix("¥ ")
        editor.setDecimals(2)
        editor.setRange(0, self.spec.most / 100)
        editor.setSpecialValueText("—")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.valueChanged.connect(self._on_field_changed)
        return editor

    def _fill(self, given: str) -> None:
        try:
            self._field.setValue(float(given or 0))
        except ValueError:
            self._field.setValue(0)

    def _finish_edit(self) -> None:
        self._field.interpretText()

    def _on_field_changed(self, yuan: float) -> None:
        self._tell(format_yuan(round(yuan * 100)) if yuan else "")


class CountField(SlotField):
    """A whole number of minutes, hours or days."""

    def _make_editor(self) -> QWidget:
        units = {SlotKind.MINUTES: self.tr(" min"), SlotKind.HOURS: self.tr(" h"), SlotKind.DAYS: self.tr(" days")}
        self._field = editor = QSpinBox()
        editor.setRange(0, self.spec.most)
        editor.setSuffix(units.get(self.spec.kind, ""))
        editor.setSpecialValueText("—")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self.spec.kind is SlotKind.MINUTES:
            editor.setSingleStep(5)
        editor.valueChanged.connect(self._on_field_changed)
        return editor

    def _fill(self, given: str) -> None:
        self._field.setValue(int(given) if given.isascii() and given.isdigit() else 0)

    def _finish_edit(self) -> None:
        self._field.interpretText()

    def _on_field_changed(self, count: int) -> None:
        self._tell(str(count) if count else "")


class WordsField(SlotField):
    """Free words or a number."""

    def _make_editor(self) -> QWidget:
        self._field = editor = QLineEdit()
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setPlaceholderText(self.tr("fill in"))
        editor.textEdited.connect(self._tell)
        return editor

    def _fill(self, given: str) -> None:
        if self._field.text() != given:
            self._field.setText(given)


class ChoiceField(SlotField):
    """One of several, or something else typed in. While nothing is typed the number keys pick."""

    def __init__(
        self, name: str, spec: SlotSpec, lang: Lang, choices: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        self._choices = choices
        super().__init__(name, spec, lang, parent)

    def _make_editor(self) -> QWidget:
        self._field = editor = QComboBox()
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.setMinimumContentsLength(LEAST_LETTERS)
        editor.addItems(list(self._choices))
        editor.setCurrentIndex(-1)
        line = editor.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("choose with 1-9, or type"))
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.installEventFilter(self)
        line.textEdited.connect(self._tell)
        editor.textActivated.connect(self._tell)
        return editor

    def _take_key(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        if not 1 <= number <= len(self._choices) or self._field.currentText() or event.modifiers():
            return False
        self._field.setCurrentIndex(number - 1)
        self._tell(self._choices[number - 1])
        return True

    def _fill(self, given: str) -> None:
        at = self._field.findText(given) if given else -1
        if at >= 0:
            self._field.setCurrentIndex(at)
        elif not given:
            self._field.setCurrentIndex(-1)
            self._field.setEditText("")
        else:
            self._field.setEditText(given)


def field_for(name: str, spec: SlotSpec, lang: Lang, choices: tuple[str, ...]) -> SlotField:
    """Return the field that fits the slot."""
    match spec.kind:
        case SlotKind.HOUR:
            return HourField(name, spec, lang)
        case SlotKind.MONEY:
            return MoneyField(name, spec, lang)
        case SlotKind.MINUTES | SlotKind.HOURS | SlotKind.DAYS:
            return CountField(name, spec, lang)
        case SlotKind.CHOICE:
            return ChoiceField(name, spec, lang, choices)
        case _:
            return WordsField(name, spec, lang)
