"""The statement for the platform: what is known of an order, told with its source, and nothing that is not known.

It goes to the platform, so it is in Chinese; what the shop thinks of the buyer, its answers and its notes stay out.
"""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from msgspec import Struct

from deskhelper.core.case_log import CaseHistory
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.flow import Outcome
from deskhelper.core.moments import Instant, local
from deskhelper.core.money import format_price
from deskhelper.core.order import Order, ShipPromise
from deskhelper.core.order_snapshot import full_time, value_words
from deskhelper.core.policy import Policy
from deskhelper.core.trace import Trace, masked_phones

BY_FILE, BY_CARRIER, BY_DESK, BY_HAND = "平台订单数据", "快递轨迹", "客服工具记录", "客服记录"
DERIVED = "按成团时间和店铺设置的发货时限推算，平台订单数据没有给出"
EVIDENCE_HOURS = "evidence.hours"


class Line(Struct, frozen=True):
    """A fact with its name; `remark` says where it does not come from the platform's own data."""

    name: str
    words: str
    remark: str = ""


class Moment(Struct, frozen=True):
    """Something that happened, and who says so."""

    at: Instant
    words: str
    source: str


class ToldReply(Struct, frozen=True):
    """A reply that was copied for the buyer, with its number in the statement."""

    number: int
    at: Instant
    agent: str
    text: str


class FigureLine(Struct, frozen=True):
    """A settled figure of the platform as it is in force: title, words, date, and source."""

    title: str
    words: str
    dated: str
    source: str
    remark: str = ""


class Exhibit(Struct, frozen=True):
    """A file of evidence with its number in statement and ZIP, and its place in the ZIP."""

    number: int
    file: EvidenceFile
    place: str


class Statement(Struct, frozen=True, kw_only=True):
    """All that the statement says. `own` is the agent's own text, empty for none."""

    order_no: str
    shop: str
    topic: str
    made_at: Instant
    made_by: str
    program: str
    own: str
    facts: Sequence[Line]
    moments: Sequence[Moment]
    replies: Sequence[ToldReply]
    figures: Sequence[FigureLine]
    exhibits: Sequence[Exhibit]


def order_lines(
    order: Order, promise: ShipPromise | None, notice_at: Instant | None, trace: Trace | None, shop_zone: tzinfo
) -> list[Line]:
    """Return the facts of an order that are known, in the order in which one reads them."""
    return list(_order_lines(order, promise, notice_at, trace, shop_zone))


def moments_of(
    order: Order, promise: ShipPromise | None, history: CaseHistory, now: Instant, shop_zone: tzinfo
) -> list[Moment]:
    """Return what happened until now, the oldest first, each with who says so."""
    found = [*_order_moments(order, promise), *_carrier_moments(history.trace)]
    if history.notice_at is not None:
        found.append(Moment(history.notice_at, "平台介入通知", BY_HAND))
    replies = told_replies(history)
    found += [Moment(reply.at, f"客服回复买家（见回复 {reply.number}）", BY_DESK) for reply in replies]
    return sorted((moment for moment in found if moment.at <= now), key=lambda moment: moment.at)


def told_replies(history: CaseHistory) -> list[ToldReply]:
    """Return the replies copied for the order, numbered from 1, the oldest first; phones in them are masked."""
    copies = sorted(history.copies, key=lambda copy: copy.copied_at)
    return [
        ToldReply(number, copy.copied_at, copy.agent, masked_phones(copy.text)) for number, copy in enumerate(copies, 1)
    ]


def figure_lines(policy: Policy, wanted: Sequence[str], order: Order, shop_zone: tzinfo) -> list[FigureLine]:
    """Return the platform's figures of `wanted` that may be told: settled ones, and none that is the shop's own."""
    lines = []
    for name in dict.fromkeys(wanted):
        figure = policy.figures.get(name)
        if figure is None or not figure.is_settled or figure.shop is not None:
            continue
        source = policy.source_words(figure.source).zh
        remark = "该规则的生效日期晚于本单成团时间" if _is_later(figure.since, order.grouped_at, shop_zone) else ""
        since = figure.dated().zh.split(" · ")[0]  # the grade of a source is the desk's own matter
        lines.append(FigureLine(figure.title.zh, figure.words.zh, since, source, remark))
    return lines


def figures_wanted(outcome: Outcome | None, has_notice: bool, is_derived: bool) -> list[str]:
    """Return the figures that a case stands on: those of its outcome, of the clock, and of a derived promise."""
    found = [EVIDENCE_HOURS] if has_notice else []
    found += ["ship.promise_hours"] if is_derived else []
    if outcome is not None:
        found += [risk.figure for risk in outcome.risks if risk.figure]
        found += [
            deadline.due.plus_hours_of_figure for deadline in outcome.deadlines if deadline.due.plus_hours_of_figure
        ]
    return list(dict.fromkeys(found))


def _order_lines(
    order: Order, promise: ShipPromise | None, notice_at: Instant | None, trace: Trace | None, shop_zone: tzinfo
) -> Iterator[Line]:
    yield Line("订单号", order.order_no)
    yield from _known("店铺", order.shop)
    yield from _known("商品", order.product)
    yield from _known("规格", order.spec)
    yield Line("数量", str(order.quantity))
    yield from _known("实付", "" if order.paid_fen is None else format_price(order.paid_fen))
    yield Line("订单状态", order.status_text or value_words("status", order.status, shop_zone).zh)
    yield from _known("售后状态", order.after_sale_text)
    for name, at in (("成团时间", order.grouped_at), ("发货时间", order.shipped_at), ("签收时间", order.received_at)):
        if name == "发货时间" and promise is not None:
            yield Line("承诺发货时间", full_time(promise.at, shop_zone), DERIVED if promise.is_derived else "")
        yield from _known(name, "" if at is None else full_time(at, shop_zone))
    yield from _known("快递", order.courier)
    yield from _known("运单号", order.tracking_no)
    if trace is not None:
        yield Line("物流轨迹", f"{len(trace.events)} 条", f"{full_time(trace.looked_at, shop_zone)} 查询")
    if notice_at is not None:
        yield Line("平台介入时间", full_time(notice_at, shop_zone), "由客服记录")


def _known(name: str, words: str) -> Iterator[Line]:
    if words:
        yield Line(name, words)


def _order_moments(order: Order, promise: ShipPromise | None) -> Iterator[Moment]:
    for at, words in ((order.grouped_at, "成团"), (order.shipped_at, "发货"), (order.received_at, "签收")):
        if at is not None:
            yield Moment(at, words, BY_FILE)
    if promise is not None:
        yield Moment(promise.at, "承诺发货时间", DERIVED if promise.is_derived else BY_FILE)


def _carrier_moments(trace: Trace | None) -> Iterator[Moment]:
    for event in trace.events if trace else ():
        yield Moment(event.at, event.words, BY_CARRIER)


def _is_later(since: str, grouped_at: Instant | None, shop_zone: tzinfo) -> bool:
    """Tell whether a figure's date, as far as it says (`2024`, `2024-08`, `2024-08-09`), is after the grouping."""
    if grouped_at is None or not since[:4].isdigit() or (since.count("-") == 1 and len(since) > len("2024-08")):
        return False
    return since > f"{local(grouped_at, shop_zone):%Y-%m-%d}"[: len(since)]
