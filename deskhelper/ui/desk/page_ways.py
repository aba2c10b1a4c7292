"""Where the pages lead: to an order, a case, a flow, another page; and what the rail says there is to do on them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskhelper.core.errors import Problem
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.evidence_room import EvidenceRoom
from deskhelper.ui.desk.page_counts import PageCounts
from deskhelper.ui.desk.page_room import PageRoom
from deskhelper.ui.desk.parcel_count import ParcelCount
from deskhelper.ui.desk.rail_pages import PARCELS
from deskhelper.ui.desk.reminders import PROMISES, Reminders
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.desk.workplace import Workplace

IMPORT = "import"
"""What a page asks for where it wants files; every other name is a page."""
HAND_OVER = "hand_over"
BOARDS = "boards"


class PageWays(QObject):
    """Opens the pages of `work` and follows what is chosen on them. `rooms` lie above the work."""

    def __init__(
        self, work: "Workplace", services: Services, theme: Theme, lang: Lang, tasks: Tasks, clipboard: Clipboard
    ) -> None:
        super().__init__(work)
        self._work = work
        self._services = services
        self._theme, self._lang = theme, lang
        self._tasks = tasks
        self._clipboard = clipboard
        self.rooms = PageRoom(work.desk, self)
        self.evidence = EvidenceRoom(work, services, tasks)
        self.reminders = Reminders(services, theme, lang, tasks, self)
        self._counts = PageCounts({"cases": services.count_cases_due, "notices": services.count_notices}, tasks, self)
        self._parcels = ParcelCount(services, tasks, self)
        self._entry = ""
        self._connect()

    def open(self, name: str) -> None:
        """Turn to a page of the desk's other work, or back from it where it is in sight."""
        from deskhelper.ui.desk.work_pages import PageWorld

        if name == PARCELS and self.entry != PARCELS:
            self._work.handbook.close()
            self._on_rooms_hand_over_wanted(BOARDS, PARCELS)
            return
        if name in (self.rooms.name, self.entry):
            self.rooms.close()
            return
        self._work.handbook.close()
        world = PageWorld(self._services, self._theme, self._lang, self._tasks, self._clipboard)
        self.rooms.open(name, world)

    @property
    def entry(self) -> str:
        """The rail's entry for what is in sight, empty while that is no page."""
        return self._entry if self.rooms.name else ""

    def hand_over(self) -> None:
        """Turn to the page for the next shift, or back from it."""
        self.open(HAND_OVER)

    def count(self) -> None:
        """Count from now on what there is to do on the pages; before, nobody was there to read it."""
        self._counts.begin()
        self._parcels.begin()

    def count_now(self) -> None:
        """Count what there is to do on the pages at once, as before a picture is taken."""
        self._counts.count_now()

    def count_parcels(self) -> None:
        """Count the parcels in anomaly in the background: orders, traces or limits are others."""
        self._parcels.count_soon()

    def recount_parcels(self) -> None:
        """Count the parcels in anomaly anew where what was counted may be no more."""
        self._parcels.count_if_changed()

    def tell_due(self) -> None:
        """Say what is due within the hour, and count anew what waits on the pages."""
        self._counts.count_soon()
        self._parcels.tell()
        count = self._services.open_work.promises_due(1)
        self._work.top.set_promises_due(count)
        self._work.rail.set_page_count(PROMISES, count)

    def rest(self) -> None:
        """Count and remind no more."""
        self.reminders.rest()
        self._counts.rest()
        self._parcels.rest()

    def _connect(self) -> None:
        work, rooms, reminders = self._work, self.rooms, self.reminders
        rooms.opened.connect(self._on_rooms_turned)
        rooms.turned.connect(self._on_rooms_turned)
        rooms.opened.connect(reminders.take_page)
        rooms.order_wanted.connect(self._on_rooms_order_wanted)
        rooms.case_wanted.connect(self._on_rooms_case_wanted)
        rooms.flow_wanted.connect(self._on_rooms_flow_wanted)
        rooms.page_wanted.connect(self.open)
        rooms.hand_over_wanted.connect(self._on_rooms_hand_over_wanted)
        rooms.counted.connect(work.rail.set_page_count)
        rooms.counted.connect(self._parcels.tell)
        self._parcels.told.connect(self._on_parcels_told)
        rooms.changed.connect(self._on_rooms_changed)
        rooms.changed.connect(reminders.look_soon)
        rooms.said.connect(work.tell)
        rooms.did.connect(work.tell)
        rooms.refused.connect(work.say)
        reminders.open_requested.connect(self._on_reminders_open_requested)
        self.evidence.refused.connect(work.say)
        self._counts.counted.connect(work.rail.set_page_count)

    def _on_rooms_turned(self, entry: str) -> None:
        self._entry = entry
        self._work.rail.set_page(entry)

    def _on_parcels_told(self, count: int | None) -> None:
        self._work.rail.set_page_count(PARCELS, count)

    def _line(self, platform: str, order_no: str) -> OrderLine | None:
        """Return an order that a page names, after leaving the page; where it is gone, say so."""
        line = self._services.orders.line(platform, order_no)
        if line is None:
            self._work.say(Problem("order_unknown", {"order_no": order_no}))
        else:
            self.rooms.close()
        return line

    def _on_rooms_order_wanted(self, platform: str, order_no: str) -> None:
        line = self._line(platform, order_no)
        if line is not None:
            self._work.open_line(line)

    def _on_rooms_case_wanted(self, case_id: str) -> None:
        self.rooms.close()
        self._work.room.show_tab(case_id)

    def _on_rooms_flow_wanted(self, platform: str, order_no: str, flow: str) -> None:
        line = self._line(platform, order_no)
        if line is not None:
            self._work.room.open_flow(line.order, flow)
            self._work.focus_case()

    def _on_rooms_hand_over_wanted(self, name: str, handed: object) -> None:
        """Turn to another page with what one hands over."""
        if name == IMPORT:
            self._work.top.import_requested.emit()
            return
        if self.rooms.name != name:
            self.open(name)
        if self.rooms.page is not None:
            self.rooms.page.take(handed)

    def _on_rooms_changed(self) -> None:
        """Bring list, case and counts up to date with what a page kept."""
        self._work.pane.refresh_soon()
        if self._work.has_room:
            self._work.room.refresh()
        self.tell_due()

    def _on_reminders_open_requested(self) -> None:
        if self.rooms.name != PROMISES:
            self.open(PROMISES)
