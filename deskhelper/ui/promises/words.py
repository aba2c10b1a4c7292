"""The words of the page of promises: kinds, groups, how a promise stands and how long it has."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.broken import MONEY
from deskhelper.core.log import ClosedBy, PromiseState, StoredPromise
from deskhelper.core.moments import HOUR, Instant, duration
from deskhelper.core.money import format_price
from deskhelper.core.promise_board import Group
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.text import Lang
from deskhelper.ui.kit import Tone

translate = QCoreApplication.translate


def kind_words(kind: PromiseKind) -> str:
    """Return what a kind of promise is called."""
    return {
        PromiseKind.SHIP: translate("Promises", "Ship"),
        PromiseKind.REFUND: translate("Promises", "Refund"),
        PromiseKind.COUPON: translate("Promises", "Coupon"),
        PromiseKind.TRACE: translate("Promises", "Trace"),
        PromiseKind.RECALL: translate("Promises", "Recall"),
        PromiseKind.RESEND: translate("Promises", "Resend"),
        PromiseKind.EXCHANGE: translate("Promises", "Exchange"),
        PromiseKind.COMPENSATION: translate("Promises", "Compensation"),
        PromiseKind.CALL_BACK: translate("Promises", "Answer"),
    }[kind]


def group_words(group: Group) -> str:
    """Return the heading of a group."""
    return {
        Group.OVERDUE: translate("Promises", "Overdue"),
        Group.HOUR: translate("Promises", "Within the hour"),
        Group.TODAY: translate("Promises", "Today"),
        Group.LATER: translate("Promises", "Later"),
        Group.CLOSED_TODAY: translate("Promises", "Closed today"),
        Group.CLOSED_BEFORE: translate("Promises", "Closed before"),
    }[group]


def group_tone(group: Group) -> Tone:
    """Return how pressing a group is."""
    return {Group.OVERDUE: Tone.BAD, Group.HOUR: Tone.WARN}.get(group, Tone.NEUTRAL)


def state_words(promise: StoredPromise) -> str:
    """Return how a closed promise ended."""
    if promise.state is PromiseState.KEPT and promise.kind in MONEY:
        return translate("Promises", "given")
    return {
        PromiseState.OPEN: "",
        PromiseState.KEPT: translate("Promises", "kept"),
        PromiseState.BROKEN: translate("Promises", "broken"),
        PromiseState.WITHDRAWN: translate("Promises", "void"),
    }[promise.state]


def state_tone(promise: StoredPromise) -> Tone:
    """Return the tone of how a promise ended."""
    tones = {PromiseState.KEPT: Tone.OK, PromiseState.BROKEN: Tone.BAD}
    return tones.get(promise.state, Tone.NEUTRAL)


def reason_words(promise: StoredPromise) -> str:
    """Return what closed a promise."""
    if promise.closed_by is None:
        return ""
    return {
        ClosedBy.HAND: translate("Promises", "by hand"),
        ClosedBy.SHIPPED: translate("Promises", "the order was shipped"),
        ClosedBy.REFUNDED: translate("Promises", "the order was refunded"),
        ClosedBy.TRACED: translate("Promises", "the carrier's trace"),
        ClosedBy.RETURNED: translate("Promises", "the parcel came back"),
        ClosedBy.ANSWERED: translate("Promises", "a later reply"),
        ClosedBy.CANCELLED: translate("Promises", "the order was cancelled"),
        ClosedBy.SUPERSEDED: translate("Promises", "a later reply took its place"),
    }[promise.closed_by]


def left_words(promise: StoredPromise, now: Instant, lang: Lang) -> str:
    """Return how long an open promise has, or how long it has been due."""
    if promise.fulfilled_at is not None:
        late = duration(promise.fulfilled_at - promise.due_at, lang)
        return translate("Promises", "done %s late").replace("%s", late)
    if promise.due_at < now:
        return translate("Promises", "%s over").replace("%s", duration(now - promise.due_at, lang))
    return translate("Promises", "%s left").replace("%s", duration(promise.due_at - now, lang))


def left_tone(promise: StoredPromise, now: Instant) -> Tone:
    """Return how pressing an open promise is."""
    if promise.due_at < now:
        return Tone.BAD
    return Tone.WARN if promise.due_at <= now + HOUR else Tone.NEUTRAL


def amount_words(promise: StoredPromise) -> str:
    """Return the amount that is owed, empty where there is none."""
    return "" if promise.fen is None else format_price(promise.fen)
