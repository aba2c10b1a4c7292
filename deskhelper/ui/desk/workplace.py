"""The work inside the window: builds the parts and connects them; what a gesture means is the services' matter."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.outgoing import Finding
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine, View
from deskhelper.services.cases import CaseView
from deskhelper.ui.cases.case_area import CaseArea
from deskhelper.ui.cases.case_tabs import CaseTabs
from deskhelper.ui.cases.history_view import HistoryView
from deskhelper.ui.cases.open_case import OpenCase
from deskhelper.ui.cases.outcome_card import OutcomeCard
from deskhelper.ui.cases.reply_panel import ReplyPanel
from deskhelper.ui.cases.wizard_view import WizardView
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.desk_layout import DeskLayout
from deskhelper.ui.desk.desk_window import DeskWindow
from deskhelper.ui.desk.keys_dialog import KeysDialog
from deskhelper.ui.desk.order_pane import OrderPane
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import Toast
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

TICK_MS = 30_000


class Workplace(QObject):
    """Fills a window that has been painted already. `wake` reads the first rows, the flows and the open tabs."""

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
        self._clipboard = clipboard
        self._outcome_shown = ""
        self._build(lang, tasks)
        self._connect_lists()
        self._connect_case()
        self._add_keys()

    def wake(self) -> None:
        """Read the first rows, the flows and the tabs that stood open."""
        self.pane.show_view(View.TO_SHIP)
        self.rail.set_view(View.TO_SHIP)
        self.pane.count()
        library = self._services.cases.library
        self.wizard.set_flows(list(library.flows.values()))
        self.reply.set_slots(library.slots, library.choices)
        self.tabs.add_stored(self._services.cases.tabs())
        self._tell_due()
        self._timer.start(TICK_MS)
        self.top.box.setFocus()

    def show_last_case(self) -> None:
        """Show the last of the open tabs."""
        case_ids = self.tabs.case_ids()
        if case_ids:
            self._on_tabs_case_requested(case_ids[-1])

    def refresh(self) -> None:
        """Read everything anew, as after an import or a change of the settings."""
        self.pane.refresh()
        self.open_case.refresh()
        self._tell_due()

    def say(self, problem: Problem) -> None:
        """Tell the agent a problem in one sentence."""
        self.toast.say(self._services.told(problem))

    def open_line(self, line: OrderLine, takes_focus: bool = True) -> None:
        """Work on an order: its open case, or a new one that is only looked at."""
        try:
            self.open_case.open_order(line.order)
        except WorldError as error:
            self.say(error.problem)
            return
        if takes_focus:
            self.desk.show_case()
            self.area.setFocus()

    def _build(self, lang: Lang, tasks: Tasks) -> None:
        services, theme, zone = self._services, self._theme, self._services.clock.zone
        self.open_case = OpenCase(services.cases, self._clipboard, self)
        self.pane = OrderPane(services, theme, tasks)
        self.card = OrderCard(theme, lang, zone)
        self.tabs = CaseTabs(theme, lang)
        self.wizard = WizardView(theme, lang)
        self.outcome = OutcomeCard(theme, lang)
        self.area = CaseArea(theme, self.open_case, self.tabs, self.card, self.wizard, self.outcome)
        self.reply = ReplyPanel(theme, lang, services.clock, services.told)
        self.history = HistoryView(theme, zone)
        self.desk = DeskLayout(theme, self.pane, self.area, self.reply, self.history)
        kept = services.settings.current.window
        self.desk.set_widths(kept.list_width, kept.reply_width)
        self.window.set_body(self.desk)
        self.desk.arrange(self.window.arrangement)
        self.toast = Toast(self.window)
        self._timer = QTimer(self)
        self.reply.clear()

    def _connect_lists(self) -> None:
        self.top.box.search_changed.connect(self._on_box_search_changed)
        self.top.box.entered.connect(self.pane.open_first)
        self.top.box.left_down.connect(self.desk.show_list)
        self.top.box.left.connect(self.desk.show_list)
        self.top.view_requested.connect(self._on_rail_view_requested)
        self.top.keys_requested.connect(self._on_top_keys_requested)
        self.rail.view_requested.connect(self._on_rail_view_requested)
        self.pane.order_opened.connect(self.open_line)
        self.pane.order_looked_at.connect(self._on_pane_order_looked_at)
        self.pane.counts_changed.connect(self.rail.set_counts)
        self.pane.type_ahead.connect(self.top.box.start_with)
        self.pane.import_requested.connect(self.top.import_requested)
        self.pane.failed.connect(self.say)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.window.arrangement_changed.connect(self.desk.arrange)
        self.window.closing.connect(self._on_window_closing)

    def _connect_case(self) -> None:
        case = self.open_case
        case.case_shown.connect(self._on_case_shown)
        case.case_stored.connect(self._on_case_stored)
        case.cleared.connect(self.reply.clear)
        case.gap_reached.connect(self.reply.focus_slot)
        case.finding_reached.connect(self._on_case_finding_reached)
        case.question_reached.connect(self.area.setFocus)
        case.reply_copied.connect(self._on_case_reply_copied)
        case.refused.connect(self.say)
        self.area.type_ahead.connect(self.top.box.start_with)
        self.reply.copy_requested.connect(self.area.go_on)
        self.reply.slot_edited.connect(case.set_slot)
        self.reply.wording_requested.connect(case.next_wording)
        self.tabs.case_requested.connect(self._on_tabs_case_requested)
        self.tabs.close_requested.connect(self.close_case)
        self.tabs.tabs_changed.connect(self._services.cases.set_tabs)
        self.card.copy_requested.connect(self._on_card_copy_requested)
        self.card.note_changed.connect(self._on_card_note_changed)
        self.history.promise_kept.connect(self._on_history_promise_kept)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+K", self._on_box_key),
            ("Ctrl+F", self._on_box_key),
            ("Ctrl+Return", self.open_case.copy),
            ("Ctrl+Enter", self.open_case.copy),
            ("Esc", self.step_back),
            ("Alt+Left", self.open_case.back),
            ("Alt+Right", self.open_case.forward),
            ("Ctrl+Z", self.open_case.undo),
            ("Ctrl+Y", self.open_case.redo),
            ("Ctrl+Shift+Z", self.open_case.redo),
            ("Ctrl+W", self._on_close_key),
            ("Ctrl+Tab", self._on_next_key),
            ("Ctrl+Shift+Tab", self._on_before_key),
            ("F2", self.wizard.open_flow_menu),
            ("F5", self.refresh),
        ):
            QShortcut(QKeySequence(keys), self.window, slot)

    def step_back(self) -> None:
        """Go one level back: from a field to the case, from the case to the list, from a search to the view."""
        focus = QApplication.focusWidget()
        view = self.open_case.view
        if focus is not None and self.reply.isAncestorOf(focus):
            self.area.setFocus()
        elif view is not None and view.case.state.revisit is not None:
            self.open_case.forward()
        elif focus is self.area or (focus is not None and self.area.isAncestorOf(focus)):
            self.desk.show_list()
        elif self.top.box.text():
            self.top.box.clear()
        else:
            self._on_box_key()

    def close_case(self, case_id: str) -> None:
        """Close a tab; a case whose reply was copied is done with it, another one stays open in its view."""
        view = self.open_case.view
        is_shown = view is not None and view.case.id == case_id
        follower = self.tabs.neighbour(1) if is_shown else None
        if is_shown and view is not None and view.is_stored and self.history.has_copies:
            self.open_case.finish()
            self.pane.refresh()
        self.tabs.drop(case_id)
        self._services.cases.set_tabs(self.tabs.case_ids())
        if follower is not None:
            self.open_case.show_case(follower)
        elif is_shown:
            self.open_case.clear()

    def _on_box_key(self) -> None:
        self.top.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.box.selectAll()

    def _on_box_search_changed(self, words: str) -> None:
        if not self.desk.is_list_shown:
            self.desk.show_list()
            self.top.box.setFocus()
        self.pane.search(words)
        self.rail.set_view(None if self.pane.words else self.pane.view)

    def _on_rail_view_requested(self, view: View) -> None:
        self.top.box.clear()
        self.pane.show_view(view)
        self.rail.set_view(view)

    def _on_pane_order_looked_at(self, line: OrderLine) -> None:
        if self.desk.is_list_shown:
            self.open_line(line, takes_focus=False)

    def _on_top_keys_requested(self) -> None:
        KeysDialog(self._theme, self.window).exec()

    def _on_timer_timeout(self) -> None:
        self.pane.tick()
        self._tell_due()
        if not isinstance(QApplication.focusWidget(), QLineEdit):
            self.open_case.refresh()

    def _on_case_shown(self, view: CaseView) -> None:
        self.tabs.show_case(view)
        self.reply.show_case(view)
        self._show_card(view)
        if view.draft is not None and view.draft.outcome != self._outcome_shown:
            QTimer.singleShot(0, self._reveal_reply)
        self._outcome_shown = view.draft.outcome if view.draft else ""

    def _reveal_reply(self) -> None:
        self.area.reveal(self.reply.foot)

    def _show_card(self, view: CaseView) -> None:
        now, due_hours = self._services.clock.now(), self._services.settings.current.due_hours
        content = self._services.orders.card(view.order.platform, view.order.order_no)
        self.card.show_order(content.line, now, due_hours, content.note)
        self.history.show_order(content, now)
        self.pane.follow(content.line)

    def _on_case_stored(self) -> None:
        self._services.cases.set_tabs(self.tabs.case_ids())
        self.pane.list.refresh()
        self.pane.count()

    def _on_case_finding_reached(self, finding: Finding) -> None:
        self.reply.say(self._services.told(finding.problem))

    def _on_case_reply_copied(self, view: CaseView) -> None:
        promises = view.draft.promises if view.draft else []
        words = self.tr("Copied")
        if promises:
            words = self.tr("Copied. Promised: %s") % " · ".join(promise.text for promise in promises)
        self.toast.say(words)
        self._tell_due()
        self.area.setFocus()

    def _on_tabs_case_requested(self, case_id: str) -> None:
        self.open_case.show_case(case_id)
        self.desk.show_case()
        self.area.setFocus()

    def _on_card_copy_requested(self, text: str) -> None:
        is_put = self._clipboard.put(text)
        self.toast.say(self.tr("Copied: %s") % text if is_put else self._services.told(Problem("clipboard_busy")))

    def _on_card_note_changed(self, order_id: int, note: str) -> None:
        line = self.card.line
        if line is not None and line.id == order_id:
            self._services.orders.set_note(line.order.platform, line.order.order_no, note)
            self.pane.list.refresh()

    def _on_history_promise_kept(self, promise: int) -> None:
        self._services.cases.keep_promise(promise)
        self._tell_due()
        if self.open_case.view is not None:
            self._show_card(self.open_case.view)

    def _on_close_key(self) -> None:
        if self.open_case.view is not None:
            self.close_case(self.open_case.view.case.id)

    def _on_next_key(self) -> None:
        self._go_to_tab(1)

    def _on_before_key(self) -> None:
        self._go_to_tab(-1)

    def _go_to_tab(self, step: int) -> None:
        case_id = self.tabs.neighbour(step)
        if case_id is not None:
            self._on_tabs_case_requested(case_id)

    def _tell_due(self) -> None:
        self.top.set_promises_due(self._services.cases.promises_due(1))

    def _on_window_closing(self) -> None:
        self._timer.stop()
        kept = self._services.settings.current.window
        list_width, reply_width = self.desk.widths()
        geometry = self.window.kept_geometry()
        changed = replace(kept, geometry=geometry, list_width=list_width, reply_width=reply_width)
        self._services.settings.change(window=changed)
