"""What is looked at: the period, the shop, the agent."""

from datetime import date

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QPushButton, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.insights import Wish
from deskhelper.core.period import Period, PeriodKind
from deskhelper.services.insights import InsightService, Overview
from deskhelper.ui.insights.words import period_name
from deskhelper.ui.kit import FlowLayout, label

APPLY_MS = 400
"""Dates are taken once they have stood still for so long: digits come one by one."""


class PeriodBar(QFrame):
    """Chooses the period by button or P, from and to by date; shop and agent, where there are several, by S and A."""

    wish_changed = Signal()
    refused = Signal(object)
    """A Problem with the dates."""

    def __init__(self, service: InsightService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._kind = PeriodKind.WEEK
        self._build()
        self._lay_out()
        self._connect()
        self._mark()

    @property
    def kind(self) -> PeriodKind:
        """How the period is chosen."""
        return self._kind

    def wish(self) -> Wish:
        """Return what is looked at, as of now. Raises WorldError `period_backwards`, `period_long`."""
        return Wish(self._period(), self.shop.currentData() or "", self.agent.currentData() or "")

    def choose(self, kind: PeriodKind) -> None:
        """Look at another period; dates begin with those of the one before."""
        if kind is PeriodKind.CHOSEN and self._kind is not PeriodKind.CHOSEN:
            period = self._service.period(self._kind)
            self._set_dates(period.first, period.last)
        self._kind = kind
        self._mark()
        self.wish_changed.emit()
        if kind is PeriodKind.CHOSEN:
            self.first.setFocus()

    def choose_next(self) -> None:
        """Go to the next way to choose a period, from the last to the first."""
        kinds = list(PeriodKind)
        self.choose(kinds[(kinds.index(self._kind) + 1) % len(kinds)])

    def choose_next_shop(self) -> None:
        """Look at the next shop, after the last at all of them; nothing where there is no choice."""
        self._choose_next(self.shop)

    def choose_next_agent(self) -> None:
        """Look at the next agent, after the last at all of them; nothing where there is no choice."""
        self._choose_next(self.agent)

    def offer(self, overview: Overview) -> None:
        """Offer the shops and agents there are; one alone needs no choice."""
        _fill(self.shop, self.tr("All shops"), overview.shops)
        _fill(self.agent, self.tr("All agents"), overview.agents)

    def _choose_next(self, choice: QComboBox) -> None:
        if choice.count() > 2:  # all of them, and at least two to choose from
            choice.setCurrentIndex((choice.currentIndex() + 1) % choice.count())
            self.wish_changed.emit()

    def _period(self) -> Period:
        if self._kind is PeriodKind.CHOSEN:
            return self._service.period_between(_day(self.first), _day(self.last))
        return self._service.period(self._kind)

    def _build(self) -> None:
        self.buttons: dict[PeriodKind, QPushButton] = {}
        for kind in PeriodKind:
            button = QPushButton(period_name(kind))
            button.setProperty("variant", "group")
            button.setAutoDefault(False)
            button.setCheckable(True)
            button.setToolTip(self.tr("%1  (P for the next)").replace("%1", period_name(kind)))
            self.buttons[kind] = button
        self.first, self.last = QDateEdit(), QDateEdit()
        self._dash = label("–", "muted")
        for edit, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(name)
            edit.setToolTip(name)
        self.shop, self.agent = QComboBox(), QComboBox()
        for choice, name, key in ((self.shop, self.tr("Shop"), "S"), (self.agent, self.tr("Agent"), "A")):
            choice.setAccessibleName(name)
            choice.setToolTip(self.tr("%1  (%2 for the next)").replace("%1", name).replace("%2", key))
            choice.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APPLY_MS)

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=4, line_gap=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        for part in (self.first, self._dash, self.last, self.shop, self.agent):
            flow.addWidget(part)

    def _connect(self) -> None:
        for kind, button in self.buttons.items():
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_button_clicked)
        self.first.dateChanged.connect(self._on_date_changed)
        self.last.dateChanged.connect(self._on_date_changed)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.shop.activated.connect(self._on_choice_activated)
        self.agent.activated.connect(self._on_choice_activated)

    def _mark(self) -> None:
        for kind, button in self.buttons.items():
            button.setChecked(kind is self._kind)
        for part in (self.first, self._dash, self.last):
            part.setVisible(self._kind is PeriodKind.CHOSEN)

    def _set_dates(self, first: date, last: date) -> None:
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _on_button_clicked(self) -> None:
        self.choose(PeriodKind(self.sender().property("kind")))

    def _on_date_changed(self) -> None:
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        try:
            self._period()
        except WorldError as error:
            self.refused.emit(error.problem)
        else:
            self.wish_changed.emit()

    def _on_choice_activated(self) -> None:
        self.wish_changed.emit()


def _fill(choice: QComboBox, all_of_them: str, names: list[str]) -> None:
    """Offer `names` and all of them, keeping what was chosen."""
    chosen = choice.currentData() or ""
    choice.clear()
    choice.addItem(all_of_them, "")
    for name in names:
        choice.addItem(name, name)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.setVisible(len(names) > 1)


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())
