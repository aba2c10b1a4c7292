"""What is made ready once somebody is at the desk: the search, the list under the box, everything about cases.

A desk that only waits in the tray has none of it: 15 MB.
"""

import gc
import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskhelper.ui.desk.first_sign import FirstSign
from deskhelper.ui.desk.ink_ahead import InkAhead
from deskhelper.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from deskhelper.ui.desk.services import Services
    from deskhelper.ui.desk.workplace import Workplace


class Readiness(QObject):
    """Waits for the first sign of the agent, then reads and draws what the first key and the first case need."""

    def __init__(self, work: "Workplace", services: "Services", tasks: Tasks) -> None:
        super().__init__(work)
        self._work = work
        self._services = services
        self._tasks = tasks
        self._ink = InkAhead(work.window.devicePixelRatio(), self)

    def wait(self) -> None:
        """Wait for the agent."""
        FirstSign(self._work.window, self).seen.connect(self._on_first_sign)

    def rest(self) -> None:
        """Draw nothing any more: the desk closes."""
        self._ink.rest()

    def _on_first_sign(self) -> None:
        self._tasks.run(self._warm, self._ink.draw, self._on_unread, receiver=self)
        QTimer.singleShot(0, self._make_box_ready)
        self._work.page_ways.count()
        self._tasks.run(self._read_room, self._on_room_read, self._on_unread, receiver=self)

    def _make_box_ready(self) -> None:
        ways = self._work.ways
        ways.answers.letters_read.connect(self._ink.draw)
        ways.make_ready()

    def _warm(self, progress: Progress) -> str:
        self._services.warm_up()
        return self._services.read_letters()

    def _read_room(self, progress: Progress) -> None:
        """Read flows and figures, and the code of everything about cases: most of the time to the first one."""
        _ = self._services.cases.library
        importlib.import_module("deskhelper.ui.desk.case_room")

    def _on_room_read(self, _: object) -> None:
        _ = self._work.room
        gc.freeze()  # what stands now stays: to look through all of it cost some key 40 ms, now and then
        self._work.evidence.tidy()

    def _on_unread(self, _: object) -> None:
        """Nothing to tell: the first key or the first case reads it itself, and tells what is wrong."""
