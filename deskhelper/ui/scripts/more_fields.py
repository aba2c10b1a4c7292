"""The fields below the text of a script: words it is found by, topic, promise, notes, and whether it is in use."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, ScriptPromise
from deskhelper.core.moments import DAY, Instant, local, parse_iso
from deskhelper.services.clock import Clock
from deskhelper.ui.kit import FlowLayout, label
from deskhelper.ui.kit.wheel import WheelGuard
from deskhelper.ui.scripts.head_fields import LABEL_WIDTH
from deskhelper.ui.scripts.words import promise_words, split_words

REVIEW_AFTER_DAYS, DUE_AFTER_HOURS = 90, 24
MOST_HOURS = 60 * 24
NOTES_HEIGHT = 54
BETWEEN = "、"


class MoreFields(QWidget):
    """Fields under the text of a script. `topics` are ids with their titles."""

    changed = Signal()

    def __init__(self, clock: Clock, topics: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.keywords = QLineEdit()
        self.topic = QComboBox()
        self.promise = QComboBox()
        self.hours = QSpinBox()
        self.notes = QPlainTextEdit()
        self.enabled = QCheckBox(self.tr("In use"))
        self.reviewed = QCheckBox(self.tr("Read again on"))
        self.review_day = QDateEdit()
        self._guard = WheelGuard(self)
        self._build(topics)
        self._lay_out()
        self._connect()

    def show_script(self, script: LibraryScript, is_read_only: bool) -> None:
        """Show another script."""
        blocked = self.blockSignals(True)
        self.keywords.setText(BETWEEN.join(script.keywords))
        self.keywords.setCursorPosition(0)
        if script.topic and self.topic.findData(script.topic) < 0:
            self.topic.addItem(script.topic, script.topic)
        self.topic.setCurrentIndex(max(0, self.topic.findData(script.topic)))
        kind = script.promise.kind if script.promise else None
        self.promise.setCurrentIndex(max(0, self.promise.findData(kind)))
        self.hours.setValue(script.promise.hours if script.promise else DUE_AFTER_HOURS)
        self.notes.setPlainText(script.notes)
        self.enabled.setChecked(script.is_enabled)
        self.reviewed.setChecked(script.review_on is not None)
        self.review_day.setDate(self._day(script.review_on or self._clock.now() + REVIEW_AFTER_DAYS * DAY))
        self._set_read_only(is_read_only)
        self.blockSignals(blocked)

    def read(self, script: LibraryScript) -> LibraryScript:
        """Return `script` with what stands in the fields."""
        kind = self.promise.currentData()
        return replace(
            script,
            keywords=split_words(self.keywords.text()),
            topic=self.topic.currentData() or "",
            promise=ScriptPromise(PromiseKind(kind), self.hours.value()) if kind else None,
            notes=self.notes.toPlainText().strip(),
            is_enabled=self.enabled.isChecked(),
            review_on=self._review_on(script.review_on),
        )

    def _review_on(self, before: Instant | None) -> Instant | None:
        """Return the first moment of the chosen day; the one before where it is the same day."""
        if not self.reviewed.isChecked():
            return None
        day = self.review_day.date()
        if before is not None and self._day(before) == day:
            return before
        return parse_iso(f"{day.year():04}-{day.month():02}-{day.day():02}", self._clock.zone)

    def _day(self, at: Instant) -> QDate:
        moment = local(at, self._clock.zone)
        return QDate(moment.year, moment.month, moment.day)

    def _set_read_only(self, is_read_only: bool) -> None:
        self.keywords.setReadOnly(is_read_only)
        self.notes.setReadOnly(is_read_only)
        for field in (self.topic, self.promise, self.enabled, self.reviewed):
            field.setEnabled(not is_read_only)
        self._show_dependent()

    def _show_dependent(self) -> None:
        has_promise = self.promise.currentData() is not None
        self.hours.setVisible(has_promise)
        self.hours.setEnabled(self.promise.isEnabled())
        self.review_day.setVisible(self.reviewed.isChecked())
        self.review_day.setEnabled(self.reviewed.isEnabled())

    def _build(self, topics: Sequence[tuple[str, str]]) -> None:
        self.keywords.setPlaceholderText(self.tr("words between commas"))
        self.topic.addItem(self.tr("none"), "")
        for topic, title in topics:
            self.topic.addItem(title, topic)
        self.promise.addItem(self.tr("none"), None)
        for kind in PromiseKind:
            self.promise.addItem(promise_words(kind), kind)
        self.hours.setRange(1, MOST_HOURS)
        self.hours.setPrefix(self.tr("within "))
        self.hours.setSuffix(self.tr(" h"))
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self.notes.setTabChangesFocus(True)
        self.notes.setPlaceholderText(self.tr("for agents, never sent"))
        self.review_day.setDisplayFormat("yyyy-MM-dd")
        self.review_day.setCalendarPopup(True)
        self.review_day.setAccessibleName(self.tr("Read again on"))
        self.hours.setAccessibleName(self.tr("Due after"))
        for field in (self.topic, self.promise, self.hours, self.review_day):
            self._guard.guard(field)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        promise = QHBoxLayout()
        promise.setSpacing(8)
        promise.addWidget(self.promise)
        promise.addWidget(self.hours)
        promise.addStretch(1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Keywords"), self.keywords),
            (self.tr("Answers to"), self.topic),
            (self.tr("Promises"), promise),
            (self.tr("Notes"), self.notes),
        )
        for row, (words, field) in enumerate(rows):
            grid.addWidget(label(words, "muted"), row, 0)
            if isinstance(field, QWidget):
                field.setAccessibleName(words)
                grid.addWidget(field, row, 1)
            else:
                self.promise.setAccessibleName(words)
                grid.addLayout(field, row, 1)
        state = FlowLayout(gap=12)
        for part in (self.enabled, self.reviewed, self.review_day):
            state.addWidget(part)
        grid.addLayout(state, len(rows), 1)

    def _connect(self) -> None:
        self.keywords.textChanged.connect(self.changed)
        self.topic.currentIndexChanged.connect(self.changed)
        self.promise.currentIndexChanged.connect(self._on_dependent_changed)
        self.hours.valueChanged.connect(self.changed)
        self.notes.textChanged.connect(self.changed)
        self.enabled.toggled.connect(self.changed)
        self.reviewed.toggled.connect(self._on_dependent_changed)
        self.review_day.dateChanged.connect(self.changed)

    def _on_dependent_changed(self) -> None:
        self._show_dependent()
        self.changed.emit()
