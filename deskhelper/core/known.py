"""What the desk knows of an order beside the order itself, and the facts that follow from it."""

from datetime import tzinfo

from msgspec import Struct

from deskhelper.core.anomaly import (
    DELIVERY,
    NO_INFO,
    PICKUP_OVERDUE,
    PICKUP_SILENT,
    REPEATED_PICKUP,
    SLOW,
    TRANSIT,
    Anomaly,
    Regions,
    anomalies,
    is_direct_mail,
    is_over,
    limits_in_force,
)
from deskhelper.core.broken import Binding, broken, broken_words
from deskhelper.core.compensation import compensation_of
from deskhelper.core.deadline import promise_in_force, ship_terms
from deskhelper.core.figures import hours_in_force
from deskhelper.core.marks import MarksInForce, OrderMarks
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.number_reuse import OtherOrder, reused_by
from deskhelper.core.order import AfterSale, Order, ShipPromise, Status
from deskhelper.core.policy import Policy
from deskhelper.core.stock import StockLevel
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan, Trace
from deskhelper.core.window import FIGURES, WindowKind, receipt_of, windows_of

Found = dict[str, bool | int | str | None]

RULE_FACTS = {
    NO_INFO: "anomaly_no_info",
    PICKUP_SILENT: "anomaly_pickup_silent",
    REPEATED_PICKUP: "anomaly_repeated_pickup",
    SLOW: "anomaly_slow",
    PICKUP_OVERDUE: "anomaly_pickup_overdue",
    TRANSIT: "anomaly_transit",
    DELIVERY: "anomaly_delivery",
}
"""The fact that says whether a rule fires."""


class Known(Struct, frozen=True):
    """What is known beside the order. `trace` None: nobody has asked the carrier yet.

    `owed_fen`: open coupons and compensations that the shop itself promised, None where nobody looked.
    `same_number`: other orders with the tracking number of this one. `stock` None: nobody counted these goods.
    `promises`: what is promised to the buyer and open.
    """

    trace: Trace | None = None
    marks: OrderMarks = OrderMarks()
    owed_fen: int | None = None
    after_sale_reason: str = ""
    policy: Policy | None = None
    regions: Regions = Regions()
    same_number: tuple[OtherOrder, ...] = ()
    stock: StockLevel | None = None
    promises: tuple[Binding, ...] = ()


NOTHING_MORE = Known()


def marks_known(order: Order, terms: ShopTerms, known: Known) -> MarksInForce:
    """Return the marks that count for `order`, by hand or by the shop's product rules."""
    return ship_terms(terms, lambda: known.policy).marks_of(order, known.marks)


def facts_beside(
    order: Order, terms: ShopTerms, marks: MarksInForce, known: Known, now: Instant, shop_zone: tzinfo
) -> Found:
    """Return the facts that follow from what is known beside the order."""
    promise = promise_in_force(order, terms, marks)
    is_direct = is_direct_mail(order)
    limits = limits_in_force(known.policy, known.regions, order.province, terms.transit_days, is_direct)
    fired = anomalies(order, known.trace, limits, now, shop_zone)
    return {
        **_money_facts(order, known),
        "shipped_late": None if promise is None or order.shipped_at is None else order.shipped_at > promise.at,
        **_trace_facts(known.trace, promise, now),
        **_anomaly_facts(fired, known.trace is not None or is_over(order)),
        **_number_facts(order, known),
        **_window_facts(order, known, marks, now, shop_zone),
        **_mark_facts(order, known, marks, now),
        **_stock_facts(order, known.stock, marks),
        "after_sale_reason": known.after_sale_reason or None,
    }


def _money_facts(order: Order, known: Known) -> Found:
    due = compensation_of(order.paid_fen, known.policy)
    return {
        "late_compensation_fen": due.late,
        "stock_compensation_fen": due.stock,
        "fake_ship_compensation_fen": due.fake_ship,
        "fraud_compensation_fen": due.fraud,
        "owed_fen": known.owed_fen,
    }


def promise_facts(order: Order, known: Known, has_left: bool, now: Instant, shop_zone: tzinfo) -> Found:
    """Return what the shop promised this buyer and did not keep; a reply has to apologise for that."""
    found = broken(known.promises, now, has_left, order.after_sale is AfterSale.REFUNDED)
    if not found:
        return {"broken_promise": False, "broken_promises": 0}
    return {
        "broken_promise": True,
        "broken_promises": len(found),
        "broken_promise_kind": found[0].kind.value,
        "broken_promise_text": broken_words(found, shop_zone),
        "broken_promise_at": found[0].due_at,
    }


def _trace_facts(trace: Trace | None, promise: ShipPromise | None, now: Instant) -> Found:
    if trace is None:
        return {"trace_known": False}
    picked, last = trace.first_of(Scan.PICKED_UP), trace.last
    return {
        "trace_known": True,
        "trace_looked_at": trace.looked_at,
        "picked_up_at": picked.at if picked else None,
        "pickup_in_time": _pickup_in_time(trace, promise, now),
        **(
            {}
            if last is None
            else {
                "last_scan_at": last.at,
                "last_scan": last.words,
                "last_scan_kind": last.scan.value,
                "parcel_waits": last.waits,
                "silent_for": max(0, now - last.at),
            }
        ),
    }


def _pickup_in_time(trace: Trace, promise: ShipPromise | None, now: Instant) -> bool | None:
    """Tell whether the pick-up was inside the promise (ship.pickup_inside_promise), None where nobody can say.

    A later scan inside the promise proves an earlier pick-up; a late one does not prove a late pick-up.
    """
    if promise is None:
        return None
    picked, move = trace.first_of(Scan.PICKED_UP), trace.first_move
    if move is not None and move.at <= promise.at:
        return True
    if picked is not None or (move is None and now > promise.at):
        return False
    return None


def _anomaly_facts(fired: list[Anomaly], is_certain: bool) -> Found:
    """Return which rules fire; where the carrier was never asked, a rule that does not fire says nothing."""
    rules = {anomaly.rule for anomaly in fired}
    otherwise = False if is_certain else None
    found: Found = {name: True if rule in rules else otherwise for rule, name in RULE_FACTS.items()}
    found["has_anomaly"] = True if fired else otherwise
    found["anomaly"] = fired[0].rule if fired else None
    found["anomaly_reason"] = fired[0].reason.zh if fired else None
    found["anomaly_reason_en"] = fired[0].reason.en if fired else None
    return found


def _number_facts(order: Order, known: Known) -> Found:
    """Return whether the tracking number went to another receiver too; None is no proof that it did not."""
    other = reused_by(order, known.same_number, hours_in_force(known.policy, "fake_ship.window_hours", "same_number"))
    return {"number_reused": True if other else None, "number_reused_by": other.order_no if other else None}


def _window_facts(order: Order, known: Known, marks: MarksInForce, now: Instant, shop_zone: tzinfo) -> Found:
    found: Found = {}
    receipt = receipt_of(order, known.trace)
    if receipt is not None:
        windows = windows_of(receipt, known.policy, shop_zone, marks.is_custom)
        for kind in FIGURES:
            if kind in windows:
                window = windows[kind]
                found[f"{kind}_until"] = window.until
                found[f"{kind}_left"] = window.left(now)
                found[f"in_{kind}"] = window.is_open(now)
    if marks.is_custom:
        found[f"in_{WindowKind.NO_REASON}"] = False
    return found


def _mark_facts(order: Order, known: Known, marks: MarksInForce, now: Instant) -> Found:
    kept = known.marks
    found: Found = {
        "is_custom": marks.is_custom,
        "custom_stage": kept.stage.value if kept.stage else None,
        "custom_files": len(kept.files),
        "is_presale": marks.presale is not None,
        "platform_notice_at": kept.platform_notice_at,
    }
    ends_at = _presale_ends_at(order, marks)
    hours = hours_in_force(known.policy, "evidence.hours")
    until = None
    if kept.platform_notice_at is not None and hours is not None:
        until = kept.platform_notice_at + round(hours * HOUR)
    return (
        found
        | _clock_facts("presale", "presale_ends_at", ends_at, now)
        | _clock_facts("evidence", "evidence_until", until, now)
    )


def _stock_facts(order: Order, stock: StockLevel | None, marks: MarksInForce) -> Found:
    """Return what the stock list says; nothing where nobody counted the goods (D-URGE-1.2: can the shop ship?).

    Goods made for the buyer are in no stock, and those of a presale need not be there yet.
    """
    if stock is None:
        return {}
    served = None if marks.is_custom else stock.can_serve(order.quantity, order.status is Status.TO_SHIP)
    return {
        "in_stock": None if served is False and marks.presale else served,
        "stock_on_hand": stock.on_hand,
        "stock_needed": stock.moved.needed,
        "stock_counted_at": stock.row.counted_at,
    }


def _presale_ends_at(order: Order, marks: MarksInForce) -> Instant | None:
    """Return when a presale ends; where nobody set it, the promise in the file is its end (D-PRESALE-1)."""
    if marks.presale is None:
        return None
    ends_at = marks.presale.ends_at(order.grouped_at)
    return order.promised_ship_by if ends_at is None else ends_at


def _clock_facts(name: str, until_name: str, until: Instant | None, now: Instant) -> Found:
    if until is None:
        return {}
    return {until_name: until, f"{name}_left": until - now if now < until else None, f"{name}_passed": now >= until}
