"""Everything about the case on the desk: tabs, card, wizard, outcome, reply, history. Built with the first case."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine
from deskhelper.services.cases import CaseView
from deskhelper.ui.case_board.care_button import CareButton
from deskhelper.ui.cases.calculator_view import CalculatorView
from deskhelper.ui.cases.case_area import CaseArea
from deskhelper.ui.cases.case_tabs import CaseTabs
from deskhelper.ui.cases.history_view import HistoryView
from deskhelper.ui.cases.open_case import OpenCase
from deskhelper.ui.cases.outcome_card import OutcomeCard
from deskhelper.ui.cases.reply_panel import ReplyPanel
from deskhelper.ui.cases.ways_on import MOST_KEYS
from deskhelper.ui.cases.wizard_view import WizardView
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.parcel_room import ParcelRoom
from deskhelper.ui.desk.services import Services
from deskhelper.ui.orders.beside_words import beside_words
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.theme import Theme


class CaseRoom(QObject):
    """Connects the views of a case with its verbs. Its keys work in the whole `window`."""

    type_ahead = Signal(str)
    order_shown = Signal(object)
    """The OrderLine whose case is shown now."""
    case_wanted = Signal()
    """A case was chosen by its tab: turn to it."""
    cases_changed = Signal()
    """A case was stored or done with: lists and counts are not what they were."""
    promises_changed = Signal()
    note_changed = Signal()
    said = Signal(str)
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(
        self, window: QWidget, place: QWidget, services: Services, theme: Theme, lang: Lang, clipboard: Clipboard
    ) -> None:
        """Build the room; its keys count while `place` is in sight: no page copies a reply that lies behind it."""
        super().__init__(window)
        self._services = services
        self._lang = lang
        self._clipboard = clipboard
        self._outcome_shown = ""
        self._card_shown: tuple[object, ...] | None = None
        self.copies_instead: Callable[[], bool] = bool
        """Copies what stands in the reply's place, where that is not the reply; tells whether it did."""
        self._build(theme, lang)
        self._connect_case()
        self._connect_views()
        self._add_keys(place)

    @property
    def has_tabs(self) -> bool:
        """Whether any case stands open."""
        return self.tabs.count() > 0

    def open_order(self, line: OrderLine) -> None:
        """Work on an order: its open case, or a new one that is only looked at."""
        try:
            self.open_case.open_order(line.order)
        except WorldError as error:
            self.refused.emit(error.problem)

    def open_flow(self, order: Order, flow: str | None) -> None:
        """Work on an order in a flow that was chosen, None for the usual one."""
        try:
            self.open_case.open_order(order, flow)
        except WorldError as error:
            self.refused.emit(error.problem)

    def copy_shown(self) -> None:
        """Copy what stands in the reply's place: a script that was put there, else the reply of the case."""
        if not self.copies_instead():
            self.open_case.copy()

    def refresh(self) -> None:
        """Read order and clock again, unless somebody is typing."""
        if not isinstance(QApplication.focusWidget(), QLineEdit) and not self.reply.is_editing:
            self.open_case.refresh()

    def step_back(self) -> bool:
        """Go one level back within the case: from a field, from a second look; tell whether there was one."""
        focus, view = QApplication.focusWidget(), self.open_case.view
        if focus is not None and self.reply.isAncestorOf(focus):
            self.reply.end_edit()
            self.area.setFocus()
        elif view is not None and view.case.state.revisit is not None:
            self.open_case.forward()
        else:
            return False
        return True

    def show_tab(self, case_id: str) -> None:
        """Turn to an open case."""
        self.open_case.show_case(case_id)
        self.case_wanted.emit()

    def show_last(self) -> None:
        """Show the last of the open tabs, with the focus where it was."""
        case_ids = self.tabs.case_ids()
        if case_ids:
            self.open_case.show_case(case_ids[-1])

    def close_case(self, case_id: str) -> None:
        """Close a tab; a case whose reply was copied is done with, another one stays open in its view."""
        view = self.open_case.view
        is_shown = view is not None and view.case.id == case_id
        follower = self.tabs.neighbour(1) if is_shown else None
        if is_shown and view is not None and view.is_stored and self.history.has_copies:
            self.open_case.finish()
        self.tabs.drop(case_id)
        self._services.cases.set_tabs(self.tabs.case_ids())
        if follower is not None:
            self.open_case.show_case(follower)
        elif is_shown:
            self.open_case.clear()
        self.cases_changed.emit()

    def _build(self, theme: Theme, lang: Lang) -> None:
        services, zone = self._services, self._services.clock.zone
        self.open_case = OpenCase(services.cases, self._clipboard, self)
        self.card = OrderCard(theme, lang, zone)
        self.parcel = ParcelRoom(services, self.card, self)
        self.tabs = CaseTabs(theme, lang)
        self.wizard = WizardView(theme, lang)
        self.outcome = OutcomeCard(theme, lang, services.clock)
        self.area = CaseArea(theme, self.open_case, self.tabs, self.card, self.wizard, self.outcome)
        self.reply = ReplyPanel(theme, lang, services.clock, services.told, services.cases.due_of)
        self.calculator = CalculatorView(theme, lang, services.clock, services.open_policy)
        self.reply.add_foot(self.calculator)
        self.care = CareButton(services.open_case_board(), services.clock, theme, lang)
        self.reply.add_foot(self.care)
        self.history = HistoryView(theme, zone)
        library = services.cases.library
        self.wizard.set_flows(list(library.flows.values()))
        self.reply.set_slots(library.slots, library.choices)
        self.tabs.add_stored(services.cases.tabs())
        self.reply.clear()
        QTimer.singleShot(0, self._tell_switched_off)

    def _tell_switched_off(self) -> None:
        for problem in self._services.cases.library.switched_off:
            self.refused.emit(problem)
        if trouble := self._services.open_words().trouble():
            self.refused.emit(trouble)

    def _connect_case(self) -> None:
        case = self.open_case
        case.case_shown.connect(self._on_case_shown)
        case.order_read.connect(self._on_case_order_read)
        case.case_stored.connect(self._on_case_stored)
        case.cleared.connect(self.reply.clear)
        case.cleared.connect(self.calculator.clear)
        case.cleared.connect(self.care.clear)
        case.gap_reached.connect(self.reply.focus_slot)
        case.finding_reached.connect(self._on_case_finding_reached)
        case.question_reached.connect(self.area.setFocus)
        case.reply_copied.connect(self._on_case_reply_copied)
        case.part_copied.connect(self._on_case_part_copied)
        case.refused.connect(self.refused)

    def _connect_views(self) -> None:
        self.area.type_ahead.connect(self.type_ahead)
        self.care.kept.connect(self.cases_changed)
        self.care.refused.connect(self.refused)
        self.reply.copy_requested.connect(self.area.go_on)
        self.reply.slot_edited.connect(self.open_case.set_slot)
        self.reply.wording_requested.connect(self.open_case.next_wording)
        self.reply.text_edited.connect(self.open_case.set_text)
        self.reply.bare_chosen.connect(self.open_case.set_bare)
        self.reply.findings.replace_requested.connect(self.open_case.replace_words)
        self.reply.findings.overrule_requested.connect(self.open_case.overrule)
        self.reply.findings.track_requested.connect(self.open_case.track)
        self.tabs.case_requested.connect(self.show_tab)
        self.tabs.close_requested.connect(self.close_case)
        self.tabs.tabs_changed.connect(self._services.cases.set_tabs)
        self.card.copy_requested.connect(self._on_card_copy_requested)
        self.card.note_changed.connect(self._on_card_note_changed)
        self.parcel.changed.connect(self.open_case.refresh)
        self.parcel.refused.connect(self.refused)
        self.history.promise_kept.connect(self._on_history_promise_kept)

    def _add_keys(self, place: QWidget) -> None:
        for keys, slot in (
            ("Ctrl+Return", self.copy_shown),
            ("Ctrl+Enter", self.copy_shown),
            ("Alt+Left", self.open_case.back),
            ("Alt+Right", self.open_case.forward),
            ("Ctrl+Z", self.open_case.undo),
            ("Ctrl+Y", self.open_case.redo),
            ("Ctrl+Shift+Z", self.open_case.redo),
            ("Ctrl+W", self._on_close_key),
            ("Ctrl+Tab", self._on_next_key),
            ("Ctrl+Shift+Tab", self._on_before_key),
            ("F2", self.wizard.open_flow_menu),
        ):
            QShortcut(QKeySequence(keys), place, slot)
        for number in range(1, MOST_KEYS + 1):
            QShortcut(QKeySequence(f"Alt+{number}"), place, partial(self.outcome.ways_on.choose, number))

    def _on_case_shown(self, view: CaseView) -> None:
        self.tabs.show_case(view)
        self.reply.set_pieces(self._services.cases.has_pieces)
        self.reply.show_case(view)
        self.calculator.show_case(view)
        self.care.show_case(view)
        if view.draft is not None and view.draft.outcome != self._outcome_shown:
            QTimer.singleShot(0, self._reveal_reply)
        self._outcome_shown = view.draft.outcome if view.draft else ""

    def _reveal_reply(self) -> None:
        self.area.reveal(self.reply.foot)

    def _on_case_order_read(self, view: CaseView) -> None:
        now, due_hours = self._services.clock.now(), self._services.settings.current.due_hours
        content = self._services.orders.card(view.order.platform, view.order.order_no)
        beside = beside_words(view.facts, self._services.clock.zone, self._lang)
        shown = (content.line, now // 60, due_hours, content.note, view.facts.get("picked_up_at"), beside)
        if shown != self._card_shown:
            self._card_shown = shown
            self.card.show_order(content.line, now, due_hours, content.note, view.facts)
        self.history.show_order(content, now)
        self.order_shown.emit(content.line)

    def _on_case_stored(self, view: CaseView) -> None:
        self._on_case_order_read(view)  # the case counts among the order's
        self._services.cases.set_tabs(self.tabs.case_ids())
        self.cases_changed.emit()

    def _on_case_finding_reached(self, finding: Finding) -> None:
        self.reply.say(self._services.told(finding.problem))
        self.reply.focus_finding(finding)

    def _on_case_part_copied(self, done: int, total: int) -> None:
        self.reply.show_part(done, total)
        if done:
            self.said.emit(self.tr("Copied part %s. Enter copies the next one.") % f"{done} / {total}")

    def _on_case_reply_copied(self, view: CaseView) -> None:
        promises = view.draft.promises if view.draft else []
        words = self.tr("Copied")
        if promises:
            words = self.tr("Copied. Promised: %s") % " · ".join(promise.text for promise in promises)
        self.said.emit(words)
        self.promises_changed.emit()
        self.reply.end_edit()
        self.area.setFocus()

    def _on_card_copy_requested(self, text: str) -> None:
        if self._clipboard.put(text):
            self.said.emit(self.tr("Copied: %s") % text)
        else:
            self.refused.emit(Problem("clipboard_busy"))

    def _on_card_note_changed(self, order_id: int, note: str) -> None:
        line = self.card.line
        if line is not None and line.id == order_id:
            self._services.orders.set_note(line.order.platform, line.order.order_no, note)
            self.note_changed.emit()

    def _on_history_promise_kept(self, promise: int) -> None:
        self._services.cases.keep_promise(promise)
        self.promises_changed.emit()
        if self.open_case.view is not None:
            self._on_case_order_read(self.open_case.view)

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
            self.show_tab(case_id)
