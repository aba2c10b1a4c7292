"""The log of the replies that reached the clipboard, with what they promised and what they told."""

from deskhelper.core.log import CopiedReply
from deskhelper.core.notice import TOLD_BY, Told, event_told
from deskhelper.core.reply import Draft
from deskhelper.services.case_view import CaseView
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.replies import ReplyStore


class CaseCopies:
    """Writes a copied reply down. Who calls it holds the transaction."""

    def __init__(self, replies: ReplyStore, clock: Clock, settings: SettingsService) -> None:
        self._replies = replies
        self._clock = clock
        self._settings = settings

    def record(self, view: CaseView, draft: Draft) -> None:
        """Log `draft`, the reply of `view`, and keep its promises, what was let pass, and the event that it told."""
        reply = CopiedReply(
            case_id=view.case.id, platform=view.order.platform, order_no=view.order.order_no, flow=view.flow.id,
            outcome=draft.outcome, script=draft.script or "", wording=draft.wording, text=draft.text,
            copied_at=self._clock.now(), agent=self._settings.current.agent,
        )  # fmt: skip
        self._replies.record(reply, draft.promises, draft.overruled, self._told(view), draft.apologises)

    def _told(self, view: CaseView) -> Told | None:
        """Return the event that the reply of `view` tells, so that no queue tells it again."""
        outcome = view.walk.outcome or ""
        if outcome not in TOLD_BY:
            return None
        said_at = self._replies.last_ship_time(view.order.platform, view.order.order_no)
        slots = {slot.name: slot for slot in view.draft.slots} if view.draft else {}
        number = slots["tracking_no"].words if "tracking_no" in slots else ""
        return event_told(outcome, view.facts, said_at, self._clock.zone, number)
