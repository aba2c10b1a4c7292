"""The middle of the desk: tabs of open cases, and in one column the order's card, the wizard and the outcome."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskhelper.core.outgoing import Finding, Rule
from deskhelper.services.cases import CaseView
from deskhelper.ui.cases.case_tabs import CaseTabs
from deskhelper.ui.cases.open_case import OpenCase
from deskhelper.ui.cases.outcome_card import OutcomeCard
from deskhelper.ui.cases.wizard_view import WizardView
from deskhelper.ui.kit import EmptyState
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.scroll import BAR_WIDTH, Inner, ScrollColumn
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaseArea(QFrame):
    """Takes the keys of a case: digits answer, Enter goes on or copies, Backspace goes back. Letters go to the box."""

    type_ahead = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        open_case: OpenCase,
        tabs: CaseTabs,
        card: OrderCard,
        wizard: WizardView,
        outcome: OutcomeCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = open_case
        self._awaits_yes = False
        self._is_reply_alone = False
        self._shown = ""
        self.tabs = tabs
        self.card = card
        self.wizard = wizard
        self.outcome = outcome
        self.empty = EmptyState(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ground", "bg")
        self._lay_out()
        self._connect()
        self.clear()

    def put_below(self, widget: QWidget) -> None:
        """Take `widget` into the column, between the wizard and the outcome."""
        self._column.removeWidget(widget)
        self._column.insertWidget(self._column.indexOf(self.outcome), widget)

    @property
    def has_case(self) -> bool:
        """Whether a case is shown."""
        return self._case.view is not None

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that `widget`, a part of the column, can be seen whole."""
        if self.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 16)

    def show_reply_alone(self, is_alone: bool) -> None:
        """Show only what lies below the case, such as a script, while no order is open; or give that up."""
        if is_alone == self._is_reply_alone:
            return
        self._is_reply_alone = is_alone
        view = self._case.view
        for part in (self.card, self.wizard):
            part.setVisible(not is_alone)
        self.outcome.setVisible(not is_alone and view is not None and view.draft is not None)
        self._scroll.setVisible(is_alone or view is not None)
        self.empty.setVisible(not is_alone and view is None)

    def set_compact(self, is_compact: bool) -> None:
        """Give the room to the reply, for the dock."""
        self.card.set_compact(is_compact)
        self.wizard.set_compact(is_compact)

    def clear(self) -> None:
        """Show no case."""
        self._scroll.hide()
        self.empty.show()
        self.empty.show_words(
            "message-square",
            self.tr("No order is open"),
            self.tr("Type an order number or its last digits, or choose an order on the left."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, go on, go back, or pass the key to the box."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER and not held:
            self.go_on()
        elif key == Qt.Key.Key_Backspace and not held:
            self._case.back()
        elif key == Qt.Key.Key_Y and not held and self.wizard.is_unconfirmed:
            self._case.confirm()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not held and self._case.answer_numbered(key - Qt.Key.Key_0):
            return
        elif event.text().isprintable() and event.text().strip() and not held & Qt.KeyboardModifier.ControlModifier:
            self.type_ahead.emit(event.text())
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Take the suggested answer, give the yes that is asked for, or copy the reply."""
        view = self._case.view
        if view is None:
            return
        if view.walk.question is not None:
            self._case.answer_suggested()
        elif self._awaits_yes and self.wizard.is_unconfirmed:
            self._case.confirm()
            self._case.copy()
        else:
            self._case.copy()

    def _on_case_shown(self, view: CaseView) -> None:
        if not self.wizard.is_unconfirmed:
            self._awaits_yes = False
        self.show_reply_alone(False)
        is_other = self._shown != view.case.id
        self._shown = view.case.id
        self.empty.hide()
        self._scroll.show()
        with laid_out_once(self._scroll.widget(), self.outcome):
            self.wizard.show_case(view)
            self.outcome.show_outcome(view)
            self.outcome.setVisible(view.draft is not None)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def _on_case_finding_reached(self, finding: Finding) -> None:
        self._awaits_yes = finding.rule is Rule.DERIVED_PROMISE
        self.setFocus()

    def _lay_out(self) -> None:
        inner = Inner()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 4, 14 - BAR_WIDTH, 14)
        self._column.setSpacing(10)
        self._column.addWidget(self.card)
        self._column.addWidget(self.wizard)
        self._column.addWidget(self.outcome)
        self._column.addStretch(1)
        self._scroll = ScrollColumn(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._case.case_shown.connect(self._on_case_shown)
        self._case.cleared.connect(self.clear)
        self._case.finding_reached.connect(self._on_case_finding_reached)
        self.outcome.ways_on.way_chosen.connect(self._case.hand_over)
        self.wizard.answered.connect(self._case.answer)
        self.wizard.revisit_requested.connect(self._case.revisit)
        self.wizard.back_requested.connect(self._case.back)
        self.wizard.forward_requested.connect(self._case.forward)
        self.wizard.undo_requested.connect(self._case.undo)
        self.wizard.redo_requested.connect(self._case.redo)
        self.wizard.confirm_requested.connect(self._case.confirm)
        self.outcome.todo_ticked.connect(self._case.tick)
        self.wizard.flow_requested.connect(self._case.change_flow)
