"""The work inside the window: the list at once, the case with the first one; both connected with bar and rail."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from deskhelper.core.errors import Problem
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine, View
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.box_ways import BoxWays
from deskhelper.ui.desk.desk_layout import DeskLayout
from deskhelper.ui.desk.desk_window import HANDBOOK, SCRIPTS, DeskWindow
from deskhelper.ui.desk.handbook_room import HandbookRoom
from deskhelper.ui.desk.map_room import MapRoom
from deskhelper.ui.desk.order_pane import OrderPane
from deskhelper.ui.desk.page_ways import PageWays
from deskhelper.ui.desk.readiness import Readiness
from deskhelper.ui.desk.reply_place import ReplyPlace
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import Toast
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.desk.case_room import CaseRoom

TICK_MS = 30_000


class Workplace(QObject):
    """Fills a window that has been painted already. `wake` reads the first rows and the tabs that stood open."""

    def __init__(
        self,
        window: DeskWindow,
        services: Services,
        theme: Theme,
        lang: Lang,
        tasks: Tasks,
        clipboard: Clipboard,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.top = window.top
        self.rail = window.rail
        self._services = services
        self._theme = theme
        self._lang = lang
        self._clipboard = clipboard
        self._build(tasks)
        self._connect()
        self._add_keys()

    @cached_property
    def room(self) -> "CaseRoom":
        """Everything about cases, built with the first one: it is a third of the desk's memory."""
        from deskhelper.ui.desk.case_room import CaseRoom

        room = CaseRoom(self.window, self.desk, self._services, self._theme, self._lang, self._clipboard)
        self.reply_place = ReplyPlace(room.reply)
        self.desk.furnish(room.area, self.reply_place, room.history)
        room.type_ahead.connect(self.top.box.start_with)
        room.order_shown.connect(self.pane.follow)
        room.case_wanted.connect(self._on_room_case_wanted)
        room.card.evidence_requested.connect(self.evidence.open)
        room.outcome.evidence_requested.connect(self.evidence.open)
        room.cases_changed.connect(self.pane.refresh_soon)
        room.note_changed.connect(self.pane.refresh_soon)
        room.promises_changed.connect(self.page_ways.tell_due)
        room.promises_changed.connect(self.reminders.look_soon)
        room.parcel.changed.connect(self.page_ways.count_parcels)
        room.parcel.changed.connect(self.pane.refresh)  # a mark moves the deadline, and so list and counts
        room.said.connect(self.toast.say)
        room.refused.connect(self.say)
        room.open_case.case_shown.connect(self.map.follow)
        room.wizard.map_requested.connect(self.map.toggle)
        if trouble := self._services.open_policy().trouble():
            self.say(trouble)
        return room

    @property
    def has_room(self) -> bool:
        """Whether a case has been opened yet."""
        return "room" in self.__dict__

    def wake(self) -> None:
        """Read the first rows and the tabs that stood open."""
        self.pane.show_view(View.TO_SHIP)
        self.rail.set_view(View.TO_SHIP)
        self.pane.count()
        self.page_ways.tell_due()
        self._timer.start(TICK_MS)
        self.top.box.setFocus()
        if self._services.settings.was_broken:
            self.say(Problem("settings_broken", {"file": "settings.json"}))
        if self._services.open_work.has_tabs():
            self.room.show_last()
        self.ways.restore_script()
        self.reminders.start()
        self._readiness.wait()

    def refresh(self) -> None:
        """Read everything anew, as after an import or a change of the settings."""
        self.pane.refresh()
        if self.has_room:
            self.room.open_case.refresh()
        self.pages.refresh()
        self.page_ways.recount_parcels()
        self.page_ways.tell_due()
        self.reminders.look_soon()

    def take_copied(self, words: str) -> None:
        """Put a number that was copied in another program into the box, unless a dialog waits for an answer."""
        if QApplication.activeModalWidget() is None:
            self.top.box.take_number(words)

    def take_message(self, words: str) -> None:
        """Put a buyer's message that was copied in another program into the box, as `take_copied` does."""
        if QApplication.activeModalWidget() is None:
            self.top.box.take_message(words)

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Tell what was done, with the way back where there is one."""
        self.toast.say(words, undo=undo)

    def say(self, problem: Problem) -> None:
        """Tell the agent a problem in one sentence."""
        self.toast.say(self._services.told(problem))

    def open_page(self, name: str) -> None:
        """Turn to a page of the desk's other work, or back from it where it is in sight."""
        self.page_ways.open(name)

    def open_line(self, line: OrderLine) -> None:
        """Work on an order, with the keys in its case."""
        self.ways.open_order(line)
        self._on_room_case_wanted()

    def step_back(self) -> None:
        """Go one level back: from a field to the case, from the case to the list, from a search to the view."""
        focus = QApplication.focusWidget()
        if self.handbook.is_open:
            self.handbook.view.step_back()
            return
        if self.pages.step_back():
            return
        if self.map.has_focus:
            self.map.view.step_back()
            return
        if self.ways.step_back() or (self.has_room and self.room.step_back()):
            return
        area = self.room.area if self.has_room else None
        if area is not None and focus is not None and (focus is area or area.isAncestorOf(focus)):
            self.desk.show_list()
        elif self.top.box.text():
            self.top.box.clear()
        else:
            self._on_box_key()

    def _build(self, tasks: Tasks) -> None:
        self.pane = OrderPane(self._services, self._theme, tasks)
        self.desk = DeskLayout(self._theme, self.pane)
        kept = self._services.settings.current.window
        self.desk.set_widths(kept.list_width, kept.reply_width)
        self.page_ways = PageWays(self, self._services, self._theme, self._lang, tasks, self._clipboard)
        self.pages, self.evidence = self.page_ways.rooms, self.page_ways.evidence
        self.reminders = self.page_ways.reminders
        self.handbook = HandbookRoom(self._services, self._theme, self._lang, self.pages.sheets, self)
        self.map = MapRoom(self._services, self._theme, self._lang, self.desk, self)
        self.window.set_body(self.reminders.over(self.pages.sheets))
        self.desk.arrange(self.window.arrangement)
        self.toast = Toast(self.window)
        self.ways = BoxWays(self, self._services, self._theme, self._lang, tasks, self._clipboard)
        self._timer = QTimer(self)
        self._readiness = Readiness(self, self._services, tasks)

    def _connect(self) -> None:
        self.top.box.search_changed.connect(self._on_box_search_changed)
        self.top.box.entered.connect(self._on_box_entered)
        self.top.box.left_down.connect(self._on_top_box_left)
        self.top.box.left.connect(self._on_top_box_left)
        self.top.view_requested.connect(self._on_rail_view_requested)
        self.top.keys_requested.connect(self._on_top_keys_requested)
        self.rail.view_requested.connect(self._on_rail_view_requested)
        self._connect_rooms()
        self.pane.order_opened.connect(self.open_line)
        self.pane.order_looked_at.connect(self._on_pane_order_looked_at)
        self.pane.counts_changed.connect(self.rail.set_counts)
        self.pane.type_ahead.connect(self.top.box.start_with)
        self.pane.import_requested.connect(self.top.import_requested)
        self.pane.failed.connect(self.say)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.window.arrangement_changed.connect(self.desk.arrange)
        self.window.closing.connect(self._on_window_closing)

    def _connect_rooms(self) -> None:
        self.top.handbook_requested.connect(self._on_handbook_key)
        self.top.page_requested.connect(self.open_page)
        self.pages.closed.connect(self._on_pages_closed)
        self.rail.page_requested.connect(self._on_rail_page_requested)
        self.handbook.opened.connect(self._on_handbook_opened)
        self.handbook.closed.connect(self._on_handbook_closed)
        self.handbook.map_requested.connect(self.map.open)
        self.map.refused.connect(self.say)
        self.map.said.connect(self.toast.say)
        self.map.closed.connect(self.focus_case)
        self.map.numbered.connect(self._on_map_numbered)
        self.map.handbook_requested.connect(self.handbook.open)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+K", self._on_box_key),
            ("Ctrl+F", self._on_box_key),
            ("Esc", self.step_back),
            ("F3", self._on_handbook_key),
            ("F4", self._on_map_key),
            ("F5", self.refresh),
            ("Ctrl+H", self.page_ways.hand_over),
            ("Ctrl+J", self.evidence.open),
            ("Ctrl+V", self.evidence.paste),
        ):
            QShortcut(QKeySequence(keys), self.window, slot)

    def focus_case(self) -> None:
        """Give the keys to the case, where there is one, else to the list."""
        if self.has_room and self.room.open_case.view is not None:
            self._on_room_case_wanted()
        else:
            self.desk.show_list()

    def _on_handbook_key(self) -> None:
        if self.handbook.is_open:
            self.handbook.close()
        else:
            self.handbook.open()

    def _on_handbook_opened(self) -> None:
        self.rail.set_page(HANDBOOK)

    def _on_handbook_closed(self) -> None:
        self.rail.set_view(None if self.pane.words else self.pane.view)
        self.focus_case()

    def _on_map_key(self) -> None:
        if self.handbook.is_open:
            flow = self.handbook.view.flow
            self.handbook.close()
            self.map.open(flow)
        else:
            self.map.toggle()

    def _on_map_numbered(self, number: int) -> None:
        if self.has_room:
            self.room.open_case.answer_numbered(number)

    def _on_top_box_left(self) -> None:
        """Give the keys back to what is in sight: a page, the handbook, else the list."""
        if self.pages.page is not None:
            self.pages.page.wake()
        elif self.handbook.is_open:
            self.handbook.view.focus_filter()
        else:
            self.desk.show_list()

    def _on_box_entered(self) -> None:
        """Open the first order; of a message that names none, the suggestions again."""
        if self.top.box.text().strip() and not self.pane.words:
            self.ways.answers.open()
        else:
            self.pane.open_first()

    def _on_rail_page_requested(self, page: str) -> None:
        if page == HANDBOOK:
            self.handbook.open()
        elif page != SCRIPTS:
            self.open_page(page)

    def _on_pages_closed(self) -> None:
        self.rail.set_view(None if self.pane.words else self.pane.view)
        self.focus_case()

    def _on_room_case_wanted(self) -> None:
        self.desk.show_case()
        self.room.area.setFocus()

    def _on_box_key(self) -> None:
        self.top.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.box.selectAll()
        self.ways.answers.open()

    def _on_box_search_changed(self, words: str) -> None:
        if self.handbook.is_open or self.pages.page is not None:
            self.handbook.close()
            self.pages.close()
            self.top.box.setFocus()
        if not self.desk.is_list_shown:
            self.desk.show_list()
            self.top.box.setFocus()
        self.pane.search(words)
        self.ways.search()
        self.rail.set_view(None if self.pane.words else self.pane.view)

    def _on_rail_view_requested(self, view: View) -> None:
        self.handbook.close()
        self.pages.close()
        self.map.close()
        self.top.box.clear()
        self.pane.show_view(view)
        self.rail.set_view(view)

    def _on_pane_order_looked_at(self, line: OrderLine) -> None:
        if self.desk.is_list_shown:
            self.ways.open_order(line)

    def _on_top_keys_requested(self) -> None:
        from deskhelper.ui.desk.keys_dialog import KeysDialog

        KeysDialog(self._theme, self.window).exec()

    def _on_timer_timeout(self) -> None:
        self.pane.tick()
        self.pages.tick()
        self.page_ways.tell_due()
        if self.has_room:
            self.room.refresh()

    def _on_window_closing(self) -> None:
        self._timer.stop()
        self._readiness.rest()
        self.page_ways.rest()
        self.pane.rest()
        if self.has_room:
            self.room.care.rest()
        kept = self._services.settings.current.window
        list_width, reply_width = self.desk.widths()
        geometry = self.window.kept_geometry()
        changed = replace(
            kept, geometry=geometry, list_width=list_width, reply_width=reply_width,
            is_dock=self.window.is_dock, docks=self.window.kept_docks(),
        )  # fmt: skip
        self._services.settings.change(window=changed)
