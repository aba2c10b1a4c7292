"""The small question when something was or will be: a day and a time, by keys or from the calendar."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.moments import Instant, local, to_instant
from deskhelper.core.text import Lang
from deskhelper.ui.kit import ghost_button, label, primary_button

WIDTH = 340


class MomentField(QDateTimeEdit):
    """A day and a time whose keys start at the day: years and months are seldom another."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the day, except where the mouse points at another part."""
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)


class TimeDialog(QDialog):
    """Asks for a moment, to the minute, as wall time in the shop's zone; `at` is the answer once it was accepted.

    `earliest` and `latest` are instants that bound it; it starts at `at`.
    """

    def __init__(
        self,
        title: str,
        words: str,
        at: Instant,
        zone: tzinfo,
        lang: Lang,
        earliest: Instant | None = None,
        latest: Instant | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self.setWindowTitle(title)
        self.field = self._field(lang, words)
        if earliest is not None:
            self.field.setMinimumDateTime(self._shown(earliest))
        if latest is not None:
            self.field.setMaximumDateTime(self._shown(latest))
        self.field.setDateTime(self._shown(at))
        self.ok_button = primary_button(self.tr("Set"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._lay_out(title, words)
        self.ok_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @property
    def at(self) -> Instant:
        """The moment in the field."""
        moment = self.field.dateTime().toPython()
        assert isinstance(moment, datetime)
        return to_instant(moment.replace(second=0, microsecond=0, tzinfo=None), self._zone)

    def add_button(self, button: QPushButton) -> None:
        """Put a further answer at the left end."""
        self._buttons.insertWidget(0, button)

    def _field(self, lang: Lang, words: str) -> MomentField:
        field = MomentField()
        is_zh = lang == "zh"
        field.setLocale(QLocale(QLocale.Language.Chinese if is_zh else QLocale.Language.English))
        field.setDisplayFormat("yyyy年M月d日 ddd H:mm" if is_zh else "d MMM yyyy, ddd H:mm")
        field.setCalendarPopup(True)
        field.setAccessibleName(words)
        return field

    def _shown(self, at: Instant) -> QDateTime:
        """Return the wall time of `at`; the field knows no zones."""
        moment = local(at, self._zone)
        return QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))

    def _lay_out(self, title: str, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        layout.addWidget(label(words, "muted", wraps=True))
        layout.addWidget(self.field)
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)
        layout.addLayout(buttons)
        self.setMinimumWidth(WIDTH)
        self.ok_button.setDefault(True)
