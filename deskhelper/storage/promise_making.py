"""What a copied reply does to promises, within the transaction that logs it: the buyer holds the last word."""

from typing import Any

from deskhelper.core.broken import MONEY
from deskhelper.core.flow import PromiseKind
from deskhelper.core.log import ClosedBy, CopiedReply
from deskhelper.core.promise import PromiseMade
from deskhelper.storage.promises import MADE
from deskhelper.storage.sqlite import Connection

_OF_CASE = "closed_at IS NULL AND case_id = ? AND order_no = ? AND platform = ?"
_OVERDUE = "closed_at IS NULL AND due_at < ? AND order_no = ? AND platform = ?"
_OURS = "NOT waits"
"""What hangs on somebody else is followed up by the next reply, never broken."""
_BROKEN = "UPDATE promises SET closed_at = ?, is_kept = 0, closed_by = 'answered', answered_by = ?"

_REPLACE = "UPDATE promises SET closed_at = ?, is_kept = NULL, closed_by = ?, answered_by = ?"
_SUPERSEDE = f"{_REPLACE} WHERE closed_at IS NULL AND order_no = ? AND platform = ? AND kind = ?"
_SAID_BEFORE = f"DELETE FROM promises WHERE {_OF_CASE} AND kind = ? AND text = ? AND fen IS ? AND abs(due_at - ?) <= ?"
SAID_AGAIN = 600
"""Within so many seconds the same words are one promise, said again, as by a reply that was copied twice; a coupon of
the same amount is the same one whenever it falls due."""
EVER = 1 << 60
_FOLLOWED_UP = (
    "UPDATE promises SET closed_at = ?, is_kept = 1, closed_by = ?"
    f" WHERE {_OF_CASE} AND kind = ? AND (due_at >= ? OR waits)"
)


def write_promises(
    connection: Connection, copy_id: int, reply: CopiedReply, promises: list[PromiseMade], apologises: bool
) -> None:
    """Keep what `reply` promises, and settle what was promised before.

    Of the same kind: replaced before its due time, else broken and answered; what was replaced stays in the history.
    With `apologises` the reply names the order's broken promises, so all of them are answered; money stays owed until
    it is given (D-LATE-2), and what another case owes is not replaced. A promise to call back is kept by the next reply
    of its case. An order has one time of shipping, the one told last in whichever case; a promised refund or recall
    withdraws it. A reply to nobody's order settles nothing.
    """
    if reply.flow or reply.order_no:
        kinds = {promise.kind for promise in promises}
        _answer_broken(connection, copy_id, reply, kinds, apologises)
        _settle_case(connection, copy_id, reply, promises)
    connection.executemany(
        f"INSERT INTO promises (copy_id, {MADE}, waits) VALUES ({', '.join('?' * 13)})",
        [(copy_id, *_row(reply, promise)) for promise in promises],
    )


def _answer_broken(
    connection: Connection, copy_id: int, reply: CopiedReply, kinds: set[PromiseKind], apologises: bool
) -> None:
    now, about = reply.copied_at, (reply.copied_at, reply.order_no, reply.platform)
    for kind in kinds | (_superseded(kinds) if reply.case_id else set()):
        whose, of_case = (" AND case_id = ?", [reply.case_id]) if kind in MONEY else ("", [])
        closing = f"{_BROKEN} WHERE {_OVERDUE} AND {_OURS} AND kind = ?{whose}"
        connection.execute(closing, (now, copy_id, *about, kind.value, *of_case))
    if apologises:
        money = [kind.value for kind in sorted(MONEY)]
        unanswered = f"{_OVERDUE} AND {_OURS} AND answered_by IS NULL"
        connection.execute(f"{_BROKEN} WHERE {unanswered} AND kind NOT IN (?, ?)", (now, copy_id, *about, *money))
        connection.execute(f"UPDATE promises SET answered_by = ? WHERE {unanswered}", (copy_id, *about))


def _settle_case(connection: Connection, copy_id: int, reply: CopiedReply, promises: list[PromiseMade]) -> None:
    kinds = {promise.kind for promise in promises}
    case, order = (reply.case_id, reply.order_no, reply.platform), (reply.order_no, reply.platform)
    for promise in promises:
        within = EVER if promise.kind in MONEY else SAID_AGAIN
        again = (*case, promise.kind.value, promise.text, promise.fen, promise.due, within)
        connection.execute(_SAID_BEFORE, again)
    for kind in kinds:
        now = (reply.copied_at, ClosedBy.SUPERSEDED.value, copy_id)
        connection.execute(f"{_REPLACE} WHERE {_OF_CASE} AND kind = ?", (*now, *case, kind.value))
    if not reply.case_id:
        return
    for kind in _superseded(kinds) | (kinds & {PromiseKind.SHIP}):
        connection.execute(_SUPERSEDE, (reply.copied_at, ClosedBy.SUPERSEDED.value, copy_id, *order, kind.value))
    if PromiseKind.CALL_BACK not in kinds:
        kept = (reply.copied_at, ClosedBy.ANSWERED.value, *case, PromiseKind.CALL_BACK.value, reply.copied_at)
        connection.execute(_FOLLOWED_UP, kept)


def _superseded(kinds: set[PromiseKind]) -> set[PromiseKind]:
    """Return the kinds that bind nobody any more once the case promises `kinds`."""
    return {PromiseKind.SHIP, PromiseKind.TRACE} if kinds & {PromiseKind.REFUND, PromiseKind.RECALL} else set()


def _row(reply: CopiedReply, promise: PromiseMade) -> tuple[Any, ...]:
    return (
        reply.case_id, reply.platform, reply.order_no, promise.kind.value, promise.text, promise.follow_up.zh,
        promise.follow_up.en, promise.fen, promise.due, reply.copied_at, reply.agent,
        int(promise.waits),
    )  # fmt: skip
