"""Where the one box leads: an order, a flow on the order in hand, a script in the reply's place, the handbook."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskhelper.core.order import Order
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine
from deskhelper.services.script_in_use import ScriptInUse
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.core.library_script import LibraryScript
    from deskhelper.ui.desk.box_room import BoxRoom
    from deskhelper.ui.desk.script_room import ScriptRoom
    from deskhelper.ui.desk.workplace import Workplace

MOST_LINES = 3
"""So many orders are looked at for the box; it shows no more."""


class BoxWays(QObject):
    """Follows what is chosen in the box of `work`. A flow chosen without an order waits for the next one."""

    def __init__(
        self, work: "Workplace", services: Services, theme: Theme, lang: Lang, tasks: Tasks, clipboard: Clipboard
    ) -> None:
        super().__init__(work)
        self._work = work
        self._services = services
        self._theme = theme
        self._lang = lang
        self._tasks = tasks
        self._clipboard = clipboard
        self._waiting = ""
        work.pane.found_late.connect(self._on_pane_found_late)

    @cached_property
    def answers(self) -> "BoxRoom":
        """The list under the box, built when it is first asked for anything."""
        from deskhelper.ui.desk.box_room import BoxRoom

        over = self._work.top.parentWidget() or self._work.window
        room = BoxRoom(self._work.top.box, over, self._services, self._theme, self._lang, self._tasks)
        room.look_at(self._lines, self._in_hand, self._is_searching)
        room.order_chosen.connect(self._work.open_line)
        room.flow_chosen.connect(self._on_flow_chosen)
        room.script_chosen.connect(self._on_script_chosen)
        room.place_chosen.connect(self._work.handbook.open)
        room.message_seen.connect(self._on_message_seen)
        room.left.connect(self._work.desk.show_list)
        room.said.connect(self._work.tell)
        room.refused.connect(self._work.say)
        return room

    @cached_property
    def scripts(self) -> "ScriptRoom":
        """The script on the desk, built with the first one."""
        from deskhelper.ui.desk.script_room import ScriptRoom

        work = self._work
        room = ScriptRoom(self._services, self._theme, self._lang, self._clipboard, work.room, work.reply_place)
        work.room.copies_instead = room.copy
        work.window.arrangement_changed.connect(room.find_place)
        room.type_ahead.connect(work.top.box.start_with)
        room.said.connect(work.tell)
        room.refused.connect(work.say)
        room.left.connect(work.focus_case)
        room.promises_changed.connect(work.room.promises_changed)
        return room

    def search(self) -> None:
        """Answer what stands in the box; the first time only after the orders have been painted."""
        if "answers" in self.__dict__:
            self.answers.search()
            if not self.answers.is_open:
                self._work.pane.paint_now()
        elif self._work.top.box.text().strip():
            QTimer.singleShot(0, self._search_first)

    def _search_first(self) -> None:
        self.answers.search()

    def make_ready(self) -> None:
        """Build the list under the box and have read what it answers from, before the first key asks."""
        self.answers.make_ready()

    def open_order(self, line: OrderLine) -> None:
        """Open an order, in the flow that waits for one."""
        flow, self._waiting = self._waiting, ""
        if flow:
            self._work.top.box.wait_for("")
            self._work.room.open_flow(line.order, flow)
        else:
            self._work.room.open_order(line)

    def show_script(self, script: "LibraryScript", order: Order | None) -> None:
        """Show a script in the reply's place, filled from `order`, which is opened where it is not."""
        self._open_for(order)
        self.scripts.show(script, order)

    def restore_script(self) -> None:
        """Show the script again into which something was typed when the desk was last left, or crashed."""
        if not ScriptInUse(self._services.data_folder).is_kept:
            return
        kept = self.scripts.kept()
        if kept is not None:
            self._open_for(kept[2])
            self.scripts.restore(*kept)

    def _open_for(self, order: Order | None) -> None:
        view = self._work.room.open_case.view
        if order is not None and (view is None or view.order.order_no != order.order_no):
            self._work.room.open_flow(order, view.flow.id if view is not None else None)
        self._work.desk.show_case()

    def step_back(self) -> bool:
        """Give up what waits or go back from a script's field; tell whether there was anything."""
        if "scripts" in self.__dict__ and self.scripts.step_back():
            return True
        if self._waiting:
            self._waiting = ""
            self._work.top.box.wait_for("")
            return True
        return False

    def _lines(self) -> list[OrderLine]:
        """Return the first orders that the box found."""
        pane = self._work.pane
        if not pane.words:
            return []
        model = pane.list.model
        return [line for at in range(min(model.rowCount(), MOST_LINES)) if (line := model.line(at)) is not None]

    def _is_searching(self) -> bool:
        return self._work.pane.is_searching

    def _in_hand(self) -> Order | None:
        if not self._work.has_room:
            return None
        view = self._work.room.open_case.view
        return view.order if view is not None else None

    def _on_flow_chosen(self, flow: str, order: Order | None) -> None:
        if order is not None:
            self._work.room.open_flow(order, flow)
            self._work.focus_case()
            return
        title = self._services.cases.flow(flow).title.within(self._lang)
        self._waiting = flow
        box = self._work.top.box
        box.clear()
        box.wait_for(self.tr("Which order is it? Number or its tail, for: %s") % title)
        box.setFocus()
        self._work.tell(self.tr("%s: now choose the order") % title)

    def _on_script_chosen(self, script: "LibraryScript", order: Order | None) -> None:
        self.show_script(script, order)

    def _on_pane_found_late(self) -> None:
        if "answers" in self.__dict__:
            self.answers.follow_up()

    def _on_message_seen(self) -> None:
        """Leave the list of orders as it was where a message names none."""
        if self._work.pane.words and not self._work.pane.list.model.rowCount():
            self._work.pane.search("")
