"""A case put against its order, what is known beside it, and the clock: the walk that is derived, and the draft."""

from collections.abc import Callable

from deskhelper.core.case import Case, CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.filling import Situation
from deskhelper.core.flow import Flow
from deskhelper.core.known import Known
from deskhelper.core.library_script import next_wording
from deskhelper.core.order import Order
from deskhelper.core.pieces import NO_PIECES
from deskhelper.core.reply import Library, draft
from deskhelper.core.wizard import replay
from deskhelper.services.case_view import CaseView
from deskhelper.services.clock import Clock
from deskhelper.services.known import KnownService
from deskhelper.services.pieces import PieceService
from deskhelper.services.settings import SettingsService
from deskhelper.services.situation import situation_of, situation_with
from deskhelper.storage.replies import ReplyStore


class CaseReader:
    """Derives what the desk shows of a case. Stores nothing."""

    def __init__(
        self,
        library: Callable[[], Library],
        clock: Clock,
        settings: SettingsService,
        known: KnownService,
        replies: ReplyStore,
        pieces: PieceService | None = None,
    ) -> None:
        self._library = library
        self._clock = clock
        self._settings = settings
        self._known = known
        self._replies = replies
        self._pieces = pieces

    @property
    def library(self) -> Library:
        """The flows, scripts, slots and figures in force."""
        return self._library()

    @property
    def has_pieces(self) -> bool:
        """Whether a greeting or a sign-off is set."""
        return self._pieces is not None and self._pieces.is_used

    def flow(self, flow_id: str) -> Flow:
        """Return a flow. Raises WorldError `flow_unknown`."""
        flow = self.library.flows.get(flow_id)
        if flow is None:
            raise WorldError("flow_unknown", flow=flow_id, known=", ".join(self.library.flows))
        return flow

    def situation(self, order: Order) -> Situation:
        """Return what a reply about `order` is held against now."""
        return situation_of(order, self._clock, self._settings, self._known)

    def view(
        self, case: Case, order: Order, is_stored: bool = True, take: bool = True, known: Known | None = None
    ) -> CaseView:
        """Return the case against `order` and the clock; what is `known` beside the order is read where it is not."""
        flow = self.flow(case.flow)
        known = known or self._known.of_order(order)
        situation = situation_with(order, self._clock, self._settings, known)
        facts, zone = situation.facts, situation.moment.zone
        answers = {
            question: option
            for question, option in case.state.answers.items()
            if question in flow.questions and option in flow.questions[question].options
        }
        walk = replay(flow, facts, answers, zone, case.state.revisit)
        shown = None
        if walk.outcome is not None:
            wording = self._wording(case, flow.outcomes[walk.outcome].reply)
            pieces = NO_PIECES if self._pieces is None or case.state.is_bare else self._pieces.of(order)
            shown = draft(self.library, flow, walk, situation, case.state.slots, wording, take, case.state.own, pieces)
        return CaseView(case, order, flow, facts, walk, shown, known, is_stored)

    def _wording(self, case: Case, script: str | None) -> int:
        """Return the wording chosen, else the one after that which the buyer got last."""
        if case.state.wording is not None or script is None:
            return case.state.wording or 0
        count = len(self.library.scripts[script].wordings)
        return next_wording(count, self._replies.last_wording(case.platform, case.order_no, script))

    def check_inputs(self, flow: Flow, state: CaseState) -> None:
        """Raise WorldError `question_unknown`, `option_unknown` or `slot_unknown` for an input of another name."""
        for question, option in state.answers.items():
            if question not in flow.questions:
                known = ", ".join(flow.questions)
                raise WorldError("question_unknown", flow=flow.id, question=question, known=known)
            options = flow.questions[question].options
            if option not in options:
                raise WorldError("option_unknown", question=question, option=option, known=", ".join(options))
        for slot in state.slots:
            if slot not in self.library.slots:
                raise WorldError("slot_unknown", slot=slot, known=", ".join(self.library.slots))
