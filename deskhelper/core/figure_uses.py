"""What uses each figure of the policy: outcomes, questions and rules of flows, slots of replies, facts, and views."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from deskhelper.core.fact_titles import FACT_TITLES
from deskhelper.core.reply import Library
from deskhelper.core.text import Text, placeholders

UseKind = Literal["flow", "slot", "fact", "view"]


class Use(Struct, frozen=True):
    """One place that a figure decides or stands in: `urge_shipment / D-URGE-1.1`, a slot, a fact, or a view."""

    kind: UseKind
    id: str
    title: Text


_PROMISE = "ship.promise_hours"
_SCAN = "fake_ship.window_hours"

FIGURE_OF_FACTS: dict[str, tuple[str, ...]] = {
    "promise_at": (_PROMISE,),
    "promise_hours": (_PROMISE,),
    "promise_passed": (_PROMISE,),
    "late_by": (_PROMISE,),
    "late_hours": (_PROMISE,),
    "time_left": (_PROMISE,),
    "pickup_in_time": ("ship.pickup_inside_promise", _PROMISE),
    "late_compensation_fen": ("late.platform_compensation",),
    "stock_compensation_fen": ("stock.compensation",),
    "fake_ship_compensation_fen": ("fake_ship.compensation",),
    "fraud_compensation_fen": ("fraud_ship.compensation",),
    "anomaly_no_info": (_SCAN,),
    "anomaly_pickup_overdue": (_SCAN,),
    "anomaly_pickup_silent": ("pickup_then_silence.hours",),
    "anomaly_transit": ("transit.hours",),
    "anomaly_delivery": ("delivery.hours",),
    "number_reused": (_SCAN,),
    "number_reused_by": (_SCAN,),
    "has_anomaly": (_SCAN, "pickup_then_silence.hours", "transit.hours", "delivery.hours"),
    "anomaly": (_SCAN, "pickup_then_silence.hours", "transit.hours", "delivery.hours"),
    "no_reason_until": ("return.no_reason",),
    "no_reason_left": ("return.no_reason",),
    "in_no_reason": ("return.no_reason",),
    "exchange_until": ("exchange.days",),
    "exchange_left": ("exchange.days",),
    "in_exchange": ("exchange.days",),
    "refund_until": ("refund.days",),
    "refund_left": ("refund.days",),
    "in_refund": ("refund.days",),
    "evidence_until": ("evidence.hours",),
    "evidence_left": ("evidence.hours",),
    "evidence_passed": ("evidence.hours",),
}
"""The figures that a fact is reckoned from: a change of one changes the fact."""

CALCULATOR = Use("view", "calculator", Text(zh="回复旁的规则计算", en="the calculator beside the reply"))
CHECK = Use("view", "check", Text(zh="外发检查", en="the outgoing check"))
BOARDS = Use("view", "boards", Text(zh="看板", en="the boards"))
COUNTDOWN = Use("view", "countdown", Text(zh="发货倒计时、待发货和已逾期列表", en="countdown, views due and overdue"))

USES_OF_CODE: dict[str, tuple[Use, ...]] = {
    _PROMISE: (COUNTDOWN, CALCULATOR),
    "late.platform_compensation": (CALCULATOR, BOARDS),
    "late.fine_from_day": (BOARDS,),
    "anomaly.limit": (BOARDS,),
    "fake_ship.window_hours": (BOARDS,),
    "pickup_then_silence.hours": (BOARDS,),
    "transit.hours": (BOARDS,),
    "delivery.hours": (BOARDS,),
    "stock.compensation": (CALCULATOR,),
    "fake_ship.compensation": (CALCULATOR,),
    "fraud_ship.compensation": (CALCULATOR,),
    "return.no_reason": (CALCULATOR,),
    "exchange.days": (CALCULATOR,),
    "refund.days": (CALCULATOR,),
    "chat.insult": (CHECK,),
    "chat.off_platform": (CHECK,),
    "chat.review_reward": (CHECK,),
    "chat.words": (CHECK,),
}
"""What in the program itself stands on a figure, beside flows, slots and facts."""

_FIGURE_KEYS = {"figure", "plus_hours_of_figure"}
_FACT_KEYS = {"fact", "at_fact"}


def uses_of(library: Library) -> dict[str, tuple[Use, ...]]:
    """Return what uses each figure of `library`, flows first; a figure that nothing uses is left out."""
    found: dict[str, dict[tuple[str, str], Use]] = {}
    for figure, use in [*_in_flows(library), *_in_slots(library), *_in_facts(), *_in_code()]:
        found.setdefault(figure, {}).setdefault((use.kind, use.id), use)
    return {figure: tuple(uses.values()) for figure, uses in found.items()}


def unsettled_slots(library: Library) -> list[str]:
    """Return the slots whose words would come from an unsettled figure, straight or by a fact; there must be none."""
    figures = library.policy.figures
    unsettled = {name for name, figure in figures.items() if not figure.is_settled}
    return [
        name
        for name, spec in library.slots.items()
        if unsettled & {spec.figure or "", *FIGURE_OF_FACTS.get(spec.fact or "", ())}
    ]


def _in_flows(library: Library) -> Iterator[tuple[str, Use]]:
    for flow in library.flows.values():
        parts: list[tuple[str, Text, Any]] = [
            (f"{flow.id} / {name}", outcome.title, outcome) for name, outcome in flow.outcomes.items()
        ]
        parts += [(f"{flow.id} / {name}", question.ask, question) for name, question in flow.questions.items()]
        parts += [(f"{flow.id} / {rule.id}", flow.title, rule) for rule in flow.rules]
        for name, title, part in parts:
            for figure in dict.fromkeys(_named(msgspec.to_builtins(part))):
                yield figure, Use("flow", name, title)


def _in_slots(library: Library) -> Iterator[tuple[str, Use]]:
    for name, spec in library.slots.items():
        for figure in (spec.figure or "", *FIGURE_OF_FACTS.get(spec.fact or "", ())):
            if figure:
                yield figure, Use("slot", name, spec.title)


def _in_facts() -> Iterator[tuple[str, Use]]:
    for fact, figures in FIGURE_OF_FACTS.items():
        for figure in figures:
            yield figure, Use("fact", fact, FACT_TITLES[fact])


def _in_code() -> Iterator[tuple[str, Use]]:
    for figure, uses in USES_OF_CODE.items():
        for use in uses:
            yield figure, use


def _named(plain: Any) -> Iterator[str]:
    """Yield the figures that a part of a flow names in its plain form, also those behind its facts."""
    if isinstance(plain, Mapping):
        for key, value in plain.items():
            if key in _FIGURE_KEYS and isinstance(value, str):
                yield value
            elif key in _FACT_KEYS and isinstance(value, str):
                yield from FIGURE_OF_FACTS.get(value, ())
            else:
                yield from _named(value)
    elif isinstance(plain, list | tuple):
        for each in plain:
            yield from _named(each)
    elif isinstance(plain, str):
        for name in placeholders(plain):
            yield from FIGURE_OF_FACTS.get(name, ())
