"""The question until when a case has to be seen to."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from deskhelper.core.case_care import CaseStanding, Deadline
from deskhelper.core.moments import HOUR, ceil_hour
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.ui.kit import ghost_button
from deskhelper.ui.orders.time_dialog import TimeDialog

translate = QCoreApplication.translate


class DeadlineDialog(TimeDialog):
    """Asks for a deadline; one set by hand can be given up, so that promises and clocks tell it again."""

    def __init__(self, standing: CaseStanding, clock: Clock, lang: Lang, parent: QWidget | None = None) -> None:
        is_by_hand = standing.due_by is Deadline.HAND and standing.due_at is not None
        at = standing.due_at if standing.due_at is not None else ceil_hour(clock.now() + HOUR, clock.zone)
        title = translate("DeadlineDialog", "Deadline")
        words = translate("DeadlineDialog", "Until when the case has to be seen to")
        super().__init__(title, words, at, clock.zone, lang, parent=parent)
        self.is_none = False
        """Whether no deadline is to be set by hand."""
        self.none_button = ghost_button(self.tr("None by hand"))
        self.none_button.setVisible(is_by_hand)
        self.add_button(self.none_button)
        self.none_button.clicked.connect(self._on_none_button_clicked)

    def _on_none_button_clicked(self) -> None:
        self.is_none = True
        self.accept()
