"""Facts: what the order and the clock say, by name and type. Flows may name these and nothing else."""

from collections.abc import Mapping
from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.courier import named_courier
from deskhelper.core.deadline import promise_in_force
from deskhelper.core.known import NOTHING_MORE, Known, facts_beside, marks_known, promise_facts
from deskhelper.core.moments import HOUR, Instant, duration, short_time
from deskhelper.core.money import format_yuan
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Lang, Text, fill, joined, placeholders

FactValue = bool | int | str | None
Facts = Mapping[str, FactValue]


class FactKind(StrEnum):
    """How the value of a fact is to be read."""

    FLAG = "flag"
    COUNT = "count"
    WORDS = "words"
    FEN = "fen"
    INSTANT = "instant"
    SPAN = "span"


FACT_KINDS: dict[str, FactKind] = {
    "status": FactKind.WORDS,
    "status_text": FactKind.WORDS,
    "after_sale": FactKind.WORDS,
    "after_sale_text": FactKind.WORDS,
    "is_paid": FactKind.FLAG,
    "is_cancelled": FactKind.FLAG,
    "is_received": FactKind.FLAG,
    "refund_open": FactKind.FLAG,
    "refund_done": FactKind.FLAG,
    "has_left": FactKind.FLAG,
    "number_online": FactKind.FLAG,
    "grouped_at": FactKind.INSTANT,
    "shipped_at": FactKind.INSTANT,
    "received_at": FactKind.INSTANT,
    "promise_at": FactKind.INSTANT,
    "promise_hours": FactKind.COUNT,
    "promise_is_derived": FactKind.FLAG,
    "promise_passed": FactKind.FLAG,
    "late_by": FactKind.SPAN,
    "time_left": FactKind.SPAN,
    "courier": FactKind.WORDS,
    "tracking_no": FactKind.WORDS,
    "product": FactKind.WORDS,
    "spec": FactKind.WORDS,
    "quantity": FactKind.COUNT,
    "paid_fen": FactKind.FEN,
    "ship_from": FactKind.WORDS,
    "transit_days": FactKind.COUNT,
    "refund_offer_in_delay": FactKind.FLAG,
    "late_hours": FactKind.COUNT,
    "shipped_late": FactKind.FLAG,
    "late_compensation_fen": FactKind.FEN,
    "stock_compensation_fen": FactKind.FEN,
    "fake_ship_compensation_fen": FactKind.FEN,
    "fraud_compensation_fen": FactKind.FEN,
    "owed_fen": FactKind.FEN,
    "broken_promise": FactKind.FLAG,
    "broken_promises": FactKind.COUNT,
    "broken_promise_kind": FactKind.WORDS,
    "broken_promise_text": FactKind.WORDS,
    "broken_promise_at": FactKind.INSTANT,
    "trace_known": FactKind.FLAG,
    "trace_looked_at": FactKind.INSTANT,
    "picked_up_at": FactKind.INSTANT,
    "last_scan_at": FactKind.INSTANT,
    "last_scan": FactKind.WORDS,
    "last_scan_kind": FactKind.WORDS,
    "parcel_waits": FactKind.FLAG,
    "silent_for": FactKind.SPAN,
    "pickup_in_time": FactKind.FLAG,
    "has_anomaly": FactKind.FLAG,
    "anomaly": FactKind.WORDS,
    "anomaly_reason": FactKind.WORDS,
    "anomaly_reason_en": FactKind.WORDS,
    "anomaly_no_info": FactKind.FLAG,
    "anomaly_pickup_silent": FactKind.FLAG,
    "anomaly_repeated_pickup": FactKind.FLAG,
    "anomaly_slow": FactKind.FLAG,
    "anomaly_pickup_overdue": FactKind.FLAG,
    "anomaly_transit": FactKind.FLAG,
    "anomaly_delivery": FactKind.FLAG,
    "number_reused": FactKind.FLAG,
    "number_reused_by": FactKind.WORDS,
    "no_reason_until": FactKind.INSTANT,
    "no_reason_left": FactKind.SPAN,
    "in_no_reason": FactKind.FLAG,
    "exchange_until": FactKind.INSTANT,
    "exchange_left": FactKind.SPAN,
    "in_exchange": FactKind.FLAG,
    "refund_until": FactKind.INSTANT,
    "refund_left": FactKind.SPAN,
    "in_refund": FactKind.FLAG,
    "is_custom": FactKind.FLAG,
    "custom_stage": FactKind.WORDS,
    "custom_files": FactKind.COUNT,
    "is_presale": FactKind.FLAG,
    "presale_ends_at": FactKind.INSTANT,
    "presale_left": FactKind.SPAN,
    "presale_passed": FactKind.FLAG,
    "platform_notice_at": FactKind.INSTANT,
    "evidence_until": FactKind.INSTANT,
    "evidence_left": FactKind.SPAN,
    "evidence_passed": FactKind.FLAG,
    "after_sale_reason": FactKind.WORDS,
    "in_stock": FactKind.FLAG,
    "stock_on_hand": FactKind.COUNT,
    "stock_needed": FactKind.COUNT,
    "stock_counted_at": FactKind.INSTANT,
}
"""Every fact by name; content checks flows against it at load."""


class Moment(Struct, frozen=True):
    """The clock as it was handed in: an instant and the shop's zone."""

    now: Instant
    zone: tzinfo


def facts_of(order: Order, terms: ShopTerms, moment: Moment, known: Known = NOTHING_MORE) -> dict[str, FactValue]:
    """Return every fact of `order` at `moment`; None where neither the order nor what is `known` beside it says.

    A parcel has left when there is a shipped time, a tracking number or a scan (D-URGE-1); that nothing of the kind
    is there proves nothing, so `has_left` is then None.
    """
    marks = marks_known(order, terms, known)
    promise = promise_in_force(order, terms, marks)
    left = order.shipped_at is not None or bool(order.tracking_no)
    left = left or order.status in (Status.SHIPPED, Status.RECEIVED)
    left = left or (known.trace is not None and known.trace.first_move is not None)
    late = None if promise is None else moment.now - promise.at
    found: dict[str, FactValue] = dict.fromkeys(FACT_KINDS)
    found |= facts_beside(order, terms, marks, known, moment.now, moment.zone)
    found |= promise_facts(order, known, left, moment.now, moment.zone)
    return found | {
        "status": order.status.value,
        "status_text": order.status_text,
        "after_sale": order.after_sale.value,
        "after_sale_text": order.after_sale_text,
        "is_paid": None if order.status is Status.UNKNOWN else order.status is not Status.UNPAID,
        "is_cancelled": order.status is Status.CANCELLED,
        "is_received": order.status is Status.RECEIVED or order.received_at is not None,
        "refund_open": order.after_sale in (AfterSale.OPEN, AfterSale.REFUNDING),
        "refund_done": refund_done(order),
        "has_left": True if left else None,
        "number_online": bool(order.tracking_no),
        "grouped_at": order.grouped_at,
        "shipped_at": order.shipped_at,
        "received_at": order.received_at,
        "promise_at": promise.at if promise else None,
        "promise_hours": promise.hours if promise else None,
        "promise_is_derived": promise.is_derived if promise else None,
        "promise_passed": None if late is None else late > 0,
        "late_by": late if late is not None and late > 0 else None,
        "late_hours": late // HOUR if late is not None and late > 0 else None,
        "time_left": -late if late is not None and late <= 0 else None,
        "courier": named_courier(order.courier),
        "tracking_no": order.tracking_no or None,
        "product": order.product or None,
        "spec": order.spec or None,
        "quantity": order.quantity,
        "paid_fen": order.paid_fen,
        "ship_from": terms.ship_from or None,
        "transit_days": terms.transit_days,
        "refund_offer_in_delay": terms.refund_offer_in_delay,
    }


def refund_done(order: Order) -> bool | None:
    """Return whether the buyer has the money back; None where only a part of it was: the order then goes on."""
    if order.after_sale is not AfterSale.REFUNDED:
        return False
    back, paid = order.refund_fen, order.paid_fen
    is_part = back is not None and paid is not None and 0 < back < paid
    return None if is_part else True


def fact_words(name: str, value: FactValue, zone: tzinfo, lang: Lang) -> str:
    """Return a fact as words for a reason; a dash where it is unknown."""
    if value is None or value == "":
        return "—"
    if isinstance(value, str):
        return value
    match FACT_KINDS[name]:
        case FactKind.INSTANT:
            return short_time(value, zone)
        case FactKind.SPAN:
            return duration(value, lang)
        case FactKind.FEN:
            return format_yuan(value)
        case FactKind.FLAG:
            return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
        case _:
            return str(value)


def told(text: Text, facts: Facts, zone: tzinfo) -> Text:
    """Return `text` with its `{fact}` placeholders filled in both languages."""

    def within(lang: Lang) -> str:
        template = text.within(lang)
        values = {name: fact_words(name, facts.get(name), zone, lang) for name in placeholders(template)}
        return joined(fill(template, values))

    return Text(zh=within("zh"), en=within("en"))
