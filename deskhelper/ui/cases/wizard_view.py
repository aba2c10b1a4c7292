"""The wizard: answered questions folded to a line each, and the open one large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.flow import Flow
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.ui.cases.question_card import QuestionCard
from deskhelper.ui.cases.step_row import EDGE, StepRow
from deskhelper.ui.kit import Banner, Card, ElidedLabel, HLine, IconButton, IconLabel, Tone, ghost_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme


class WizardView(InColumn, QWidget):
    """Shows the walk of a case and passes the agent's gestures on."""

    answered = Signal(str, str)
    revisit_requested = Signal(str)
    back_requested = Signal()
    forward_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    confirm_requested = Signal()
    flow_requested = Signal(str)
    map_requested = Signal()

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # it only holds the card, which knows what changes
        self._theme = theme
        self._lang = lang
        self._rows: list[StepRow] = []
        self._view: CaseView | None = None
        self._is_compact = False
        self._build()
        self._lay_out()
        self._connect()

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the agent's yes on a derived promise is asked for."""
        return self._confirm.isVisibleTo(self)

    def set_flows(self, flows: list[Flow]) -> None:
        """Offer these flows in the menu of the flow's name."""
        menu = QMenu(self)
        for flow in flows:
            action = QAction(flow.title.within(self._lang), menu)
            action.setData(flow.id)
            action.setToolTip(flow.summary.within(self._lang))
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        self._flow.setMenu(menu)

    def show_case(self, view: CaseView) -> None:
        """Show the walk of `view`."""
        self._view = view
        with laid_out_once(self, self._head):
            self._show(view)

    def set_compact(self, is_compact: bool) -> None:
        """Fold the answered questions to one line altogether, for the dock, and name the flow alone above it."""
        self._is_compact = is_compact
        self._top.setContentsMargins(0 if is_compact else EDGE, 0, 0, 0)
        if self._view is not None:
            self.show_case(self._view)

    def open_flow_menu(self) -> None:
        """Open the menu of flows, for the keyboard."""
        self._flow.showMenu()

    def _show(self, view: CaseView) -> None:
        self._flow.setText(view.flow.title.within(self._lang))
        self._source.set_words(f"{view.flow.source} · v{view.flow.version}")
        for mark in (self._icon, self._source):
            mark.setVisible(not self._is_compact)
        self._version.setVisible(view.is_other_version and not self._is_compact)
        self._show_steps(view)
        self._question.setVisible(view.walk.question is not None)
        if view.walk.question is not None:
            self._question.show_question(view)
        self._show_confirm(view)
        self._back.setEnabled(bool(view.walk.steps))
        self._undo.setEnabled(bool(view.case.undo))
        self._redo.setEnabled(bool(view.case.redo))
        self._forward.setVisible(view.case.state.revisit is not None)

    def _show_steps(self, view: CaseView) -> None:
        while len(self._rows) < len(view.walk.steps):
            row = StepRow(self._theme, self._lang)
            row.revisit_requested.connect(self.revisit_requested)
            self._rows.append(row)
            self._steps.addWidget(row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(view.walk.steps) and not self._is_compact)
        for row, step in zip(self._rows, view.walk.steps, strict=False):
            row.show_step(view, step)
        answers = [view.flow.questions[step.question].options[step.answer].label for step in view.walk.steps]
        self._folded.set_words(" · ".join(answer.within(self._lang) for answer in answers))
        self._folded_row.setVisible(bool(answers) and self._is_compact)
        self._line.setVisible(bool(answers) and not self._is_compact)

    def _show_confirm(self, view: CaseView) -> None:
        doubtful = view.walk.unconfirmed
        self._confirm.setVisible(bool(doubtful) and view.draft is not None)
        if doubtful:
            words = self.tr("The promise was reckoned from the shop's hours. Is this right? %s")
            reason = doubtful[0].reason.within(self._lang)
            self._confirm.show_words(words % reason, Tone.WARN, self.tr("Yes, it is right (Y)"))
            self._confirm.setVisible(view.draft is not None)

    def _build(self) -> None:
        self._icon = IconLabel(self._theme, "git-branch", "accent")
        self._flow: QPushButton = ghost_button("")
        self._flow.setProperty("variant", "heading")
        self._flow.setToolTip(self.tr("Choose another flow (F2)"))
        self._source = ElidedLabel(self._theme, role="remark")
        self._version = ElidedLabel(self._theme, self.tr("opened in an earlier version of the flow"), "remark")
        self._map = IconButton(self._theme, "map", self.tr("Map of the flow (F4)"))
        self._back = IconButton(self._theme, "chevron-left", self.tr("Back (Alt+Left)"))
        self._forward = IconButton(self._theme, "chevron-right", self.tr("Leave it as it was (Esc)"))
        self._undo = IconButton(self._theme, "undo-2", self.tr("Undo (Ctrl+Z)"))
        self._redo = IconButton(self._theme, "rotate-ccw", self.tr("Redo (Ctrl+Y)"))
        self._line = HLine()
        self._folded_row = QWidget()
        self._folded = ElidedLabel(self._theme, role="muted")
        self._head = Card()
        self._steps = QVBoxLayout()
        self._confirm = Banner(self._theme)
        self._question = QuestionCard(self._theme, self._lang)

    def _lay_out(self) -> None:
        self._top = top = QHBoxLayout()
        top.setContentsMargins(EDGE, 0, 0, 0)  # the icon, or the name alone, stands above the marks of the answers
        top.setSpacing(4)
        for mark in (self._icon, self._flow, self._source, self._version):
            top.addWidget(mark)
        top.addStretch(1)
        for button in (self._map, self._back, self._forward, self._undo, self._redo):
            top.addWidget(button)
        self._steps.setSpacing(0)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(8, 8, 8, 8)
        head.setSpacing(4)
        head.addLayout(top)
        head.addWidget(self._line)
        head.addLayout(self._steps)
        folded = QHBoxLayout(self._folded_row)
        folded.setContentsMargins(EDGE, 0, EDGE, 2)
        folded.setSpacing(8)
        folded.addWidget(IconLabel(self._theme, "check", "ok"))
        folded.addWidget(self._folded, 1)
        head.addWidget(self._folded_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._head, self._confirm, self._question):
            column.addWidget(part)

    def _connect(self) -> None:
        self._question.answered.connect(self.answered)
        self._confirm.action_requested.connect(self.confirm_requested)
        self._map.clicked.connect(self.map_requested)
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.flow_requested.emit(str(action.data()))
