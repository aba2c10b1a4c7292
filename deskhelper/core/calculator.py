"""The calculator beside a reply: each figure that bears on the case, what it comes to for this order, and what else it
could come to: by the platform's value where the shop has its own, and by what other sources say."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Flow
from deskhelper.core.moments import DAY, HOUR, Instant, duration, short_time
from deskhelper.core.policy import Alternative, Figure, Origin, Policy
from deskhelper.core.text import Text
from deskhelper.core.tiers import amount_due

_PROMISE = "ship.promise_hours"

COUNTED_FROM = {
    _PROMISE: "grouped_at",
    "fake_ship.window_hours": "shipped_at",
    "transit.hours": "last_scan_at",
    "pickup_then_silence.hours": "last_scan_at",
    "delivery.hours": "last_scan_at",
    "evidence.hours": "platform_notice_at",
}
"""The moment from which a figure's hours run, as a fact."""

ENDS_AT = {
    "return.no_reason": "no_reason_until",
    "exchange.days": "exchange_until",
    "refund.days": "refund_until",
}
"""The first moment after an after-sale window, as a fact; by the figure in force (D-AFTER-1)."""

WHILE_SCAN = {"pickup_then_silence.hours": "picked_up", "delivery.hours": "out_for_delivery"}
"""The last scan that makes the hours of a figure run."""


class Other(Struct, frozen=True):
    """What the order would come to by another value: whose it is, the value in words, and the result."""

    origin: Origin | None
    """None: the platform's shipped value, where the shop's own is in force."""
    words: Text
    result: Text | None


class CalculatorRow(Struct, frozen=True):
    """One figure as it bears on the case. `result` is None where the order lacks what it would be reckoned from."""

    figure: str
    title: Text
    words: Text
    dated: Text
    source: Text
    note: Text | None
    is_settled: bool
    is_own: bool
    result: Text | None
    others: tuple[Other, ...]


class Basis(Struct, frozen=True):
    """What the calculator reckons with: facts and clock, the figures in force, and the shipped ones."""

    facts: Facts
    moment: Moment
    policy: Policy
    shipped: Policy


def calculator_rows(basis: Basis, flow: Flow, outcome: str | None) -> list[CalculatorRow]:
    """Return the figures that the outcome names, then those whose clock runs for the order: each once."""
    named = _named_in(msgspec.to_builtins(flow.outcomes[outcome])) if outcome in flow.outcomes else []
    names = dict.fromkeys([*named, *_running(basis)])
    return [_row(basis, name) for name in names if name in basis.policy.figures]


def headline(rows: Iterable[CalculatorRow]) -> CalculatorRow | None:
    """Return the row that stands for all in one line: the first with a result, else the first."""
    listed = list(rows)
    return next((row for row in listed if row.result is not None), listed[0] if listed else None)


def _row(basis: Basis, name: str) -> CalculatorRow:
    figure, shipped = basis.policy.figures[name], basis.shipped.figures.get(name)
    others = []
    if figure.shop is not None and shipped is not None:
        others.append(Other(None, shipped.words, _result(basis, name, shipped)))
    for other in figure.alternatives:
        others.append(Other(other.origin, other.words, _result(basis, name, _by(figure, other))))
    if name == _PROMISE and _is_of_file(basis):
        others = [replace(other, result=None) for other in others]
    return CalculatorRow(
        figure=name, title=figure.title, words=figure.words, dated=figure.dated(),
        source=basis.policy.source_words(figure.source), note=figure.note, is_settled=figure.is_settled,
        is_own=figure.shop is not None, result=_result(basis, name, figure), others=tuple(others),
    )  # fmt: skip


def _is_of_file(basis: Basis) -> bool:
    return basis.facts.get("promise_is_derived") is False


def _by(figure: Figure, other: Alternative) -> Figure:
    return replace(figure, value=other.value, tiers=other.tiers)


def _result(basis: Basis, name: str, figure: Figure) -> Text | None:
    """Return what `figure` comes to for the order: a sum, or the moment at which its time is up."""
    paid = basis.facts.get("paid_fen")
    if figure.tiers and isinstance(paid, int) and paid >= 0:
        due = amount_due(figure.tiers, paid)
        return Text(
            zh=f"订单 {paid / 100:.2f} 元 → 平台赔付 {due / 100:.2f} 元",
            en=f"order {paid / 100:.2f} yuan → platform compensation {due / 100:.2f} yuan",
        )
    if name == _PROMISE and _is_of_file(basis):
        return Text(zh="订单文件已写明承诺时间，不按此推算", en="the order file names the time; this is not used")
    start, span = _start(basis, name), _seconds(figure)
    if start is None or span is None:
        return None
    return _clock_words(basis.moment, start + span, is_window=name in ENDS_AT)


def _start(basis: Basis, name: str) -> Instant | None:
    """Return when the time of a figure begins to run for the order; None where it does not."""
    if name in ENDS_AT:
        until, span = basis.facts.get(ENDS_AT[name]), _seconds(basis.policy.figures[name])
        return until - span if isinstance(until, int) and span is not None else None
    if name in WHILE_SCAN and basis.facts.get("last_scan_kind") != WHILE_SCAN[name]:
        return None
    start = basis.facts.get(COUNTED_FROM.get(name, ""))
    return start if isinstance(start, int) else None


def _seconds(figure: Figure) -> int | None:
    if figure.value is None or figure.unit not in ("hours", "days"):
        return None
    return round(figure.value * (DAY if figure.unit == "days" else HOUR))


def _clock_words(moment: Moment, until: Instant, is_window: bool) -> Text:
    """Return until when, and how far that is: a window by its last minute, so that its date is the last day."""
    shown = short_time(until - 60 if is_window else until, moment.zone)
    gap = until - moment.now
    if gap > 0:
        return Text(zh=f"到 {shown}，还剩 {duration(gap, 'zh')}", en=f"until {shown}, {duration(gap, 'en')} left")
    return Text(zh=f"{shown} 已到，过了 {duration(gap, 'zh')}", en=f"ended {shown}, {duration(gap, 'en')} ago")


def _running(basis: Basis) -> list[str]:
    """Return the figures whose clock runs or ran for the order, beside what the outcome names."""
    facts = basis.facts
    names = []
    if facts.get("has_left") is None and facts.get("promise_is_derived") is True:
        names.append(_PROMISE)
    if facts.get("promise_passed") is True and not _was_in_time(facts):
        names.append("late.platform_compensation")
    names += [figure for figure, fact in ENDS_AT.items() if facts.get(fact) is not None]
    if facts.get("platform_notice_at") is not None:
        names.append("evidence.hours")
    return names


def _was_in_time(facts: Facts) -> bool:
    """Tell whether the parcel left inside the promise, as far as shipping and first scan are known."""
    return facts.get("shipped_late") is False and facts.get("pickup_in_time") is not False


def _named_in(plain: Any) -> list[str]:
    """Return the figures that an outcome names, risks before clocks, from its plain form."""
    risks = [risk["figure"] for risk in plain["risks"]]
    dues = [each["due"]["plus_hours_of_figure"] for each in (*plain["deadlines"], *plain["promises"])]
    return [name for name in [*risks, *dues] if name]
