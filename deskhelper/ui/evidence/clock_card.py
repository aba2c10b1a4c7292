"""The platform's clock for evidence: when it stepped in, until when it can be answered, and how much is left."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.moments import HOUR, Instant, duration, short_time
from deskhelper.core.text import Lang
from deskhelper.services.evidence import EvidenceView
from deskhelper.ui.kit import Card, IconLabel, ghost_button, label
from deskhelper.ui.theme import Theme

SOON = 12 * HOUR


class ClockCard(Card):
    """Shows the clock with its figure. Setting the time is asked for, never done here."""

    time_requested = Signal()

    def __init__(self, theme: Theme, lang: Lang, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang, self._zone = lang, zone
        self._icon = IconLabel(theme, "timer")
        self._words = label(role="strong", wraps=True)
        self._remark = label(role="remark", wraps=True)
        self.button = ghost_button("")
        self.button.clicked.connect(self.time_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._remark)
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def show_view(self, view: EvidenceView, now: Instant) -> None:
        """Show the clock of a case as it stands now."""
        words, token = self._told(view, now)
        self._words.setText(words)
        self._icon.show_icon("timer", token)
        figure = view.hours
        told = (
            "" if figure is None else " · ".join((figure.words.within(self._lang), figure.dated().within(self._lang)))
        )
        self._remark.setText(told)
        is_set = view.notice_at is not None
        self.button.setText(self.tr("Change  T") if is_set else self.tr("Set the time  T"))

    def _told(self, view: EvidenceView, now: Instant) -> tuple[str, str]:
        if view.notice_at is None:
            return self.tr("The platform has not stepped in, as far as is noted."), "muted"
        if view.until is None:
            words = self.tr("The platform stepped in at {time}; how long it waits is not known.")
            return words.replace("{time}", short_time(view.notice_at, self._zone)), "warn"
        left = view.until - now
        words = (
            self.tr("Evidence until {time}, {span} left")
            if left > 0
            else self.tr("Evidence was due {time}, {span} ago")
        )
        told = words.replace("{time}", short_time(view.until, self._zone)).replace("{span}", duration(left, self._lang))
        return told, "bad" if left <= 0 else "warn" if left <= SOON else "accent"
