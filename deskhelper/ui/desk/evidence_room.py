"""The way to the evidence of the case at hand, and a screenshot kept by one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from deskhelper.core.errors import Problem
from deskhelper.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from deskhelper.ui.cases.open_case import OpenCase
    from deskhelper.ui.desk.services import Services
    from deskhelper.ui.desk.workplace import Workplace

EVIDENCE = "evidence"


class EvidenceRoom(QObject):
    """Opens the page for the case that is open on the desk."""

    refused = Signal(object)
    """A Problem to be told."""

    def __init__(self, work: "Workplace", services: "Services", tasks: Tasks) -> None:
        super().__init__(work)
        self._work, self._services, self._tasks = work, services, tasks

    def open(self) -> None:
        """Turn to the evidence of the case at hand, or back from it."""
        from deskhelper.ui.evidence.page import EvidencePage

        pages, open_case = self._work.pages, self._open_case
        if pages.name != EVIDENCE and open_case is None:
            self.refused.emit(Problem("evidence_no_case"))
            return
        self._work.open_page(EVIDENCE)
        if isinstance(pages.page, EvidencePage) and open_case is not None:
            pages.page.show_case(open_case)

    def paste(self) -> None:
        """Keep a picture or files on the clipboard as evidence of the case at hand; text is for the text fields."""
        from deskhelper.core.evidence import OTHER
        from deskhelper.ui.evidence.clips import can_take
        from deskhelper.ui.evidence.page import EvidencePage

        is_at_work = self._work.pages.page is None and not self._work.handbook.is_open
        if is_at_work and self._open_case is not None and can_take(QApplication.clipboard().mimeData()):
            self.open()
            if isinstance(page := self._work.pages.page, EvidencePage):
                page.paste_for(OTHER)

    def tidy(self) -> None:
        """Delete in the background what was taken off long ago and what was kept long enough; tell the latter."""
        self._tasks.run(self._tidied, self._on_tidied, self._on_tidy_failed, receiver=self)

    def _tidied(self, progress: Progress) -> int:
        evidence = self._services.open_evidence()
        evidence.sweep()
        return evidence.let_go()

    def _on_tidied(self, count: int) -> None:
        if count:
            days = self._services.settings.current.evidence_days
            self.refused.emit(Problem("evidence_let_go", {"count": count, "days": days}))

    def _on_tidy_failed(self, error: Exception) -> None:
        """Nothing to tell: the next start tries again."""

    @property
    def _open_case(self) -> "OpenCase | None":
        """The case on the desk, None while there is none."""
        work = self._work
        return work.room.open_case if work.has_room and work.room.open_case.view is not None else None
