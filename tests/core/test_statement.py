"""The statement for the platform: what is known with its source, and nothing else."""

from deskhelper.core.case import Case
from deskhelper.core.case_log import CaseHistory
from deskhelper.core.flow import Deadline, Due, Outcome, Risk
from deskhelper.core.log import CopiedReply
from deskhelper.core.moments import HOUR, parse_iso, zone
from deskhelper.core.order import Order, ShipPromise, Status
from deskhelper.core.policy import Figure, Policy, ShopMark
from deskhelper.core.statement import (
    DERIVED,
    figure_lines,
    figures_wanted,
    moments_of,
    order_lines,
    told_replies,
)
from deskhelper.core.text import Text
from deskhelper.core.trace import Trace, TraceEvent

NOW = parse_iso("2026-05-19T12:00:00", zone())
BARE = Order(platform="pdd", shop="", order_no="260517-1", status=Status.UNKNOWN)
FULL = Order(
    platform="pdd", shop="测试店", order_no="260517-1", status=Status.RECEIVED, status_text="已签收", product="四件套",
    spec="灰蓝", quantity=2, paid_fen=3560, grouped_at=NOW - 60 * HOUR, shipped_at=NOW - 30 * HOUR,
    received_at=NOW - HOUR, courier="中通快递", tracking_no="773", after_sale_text="退款中", phone="13800000001",
    receiver="测试人", buyer_note="急",
)  # fmt: skip
CASE = Case(id="c", platform="pdd", order_no="1", flow="f", flow_version=1, opened_at=1, changed_at=1)
TRACE = Trace(NOW, (TraceEvent(NOW - 20 * HOUR, "已揽收"),))
T = Text(zh="字", en="words")


def copy(at: int) -> CopiedReply:
    return CopiedReply(
        case_id="c", platform="pdd", order_no="1", flow="f", outcome="o", script="s", wording=0,
        text="已记下 13800000001", copied_at=at, agent="小暖",
    )  # fmt: skip


def test_what_is_not_known_is_left_out() -> None:
    assert [line.name for line in order_lines(BARE, None, None, None, zone())] == ["订单号", "数量", "订单状态"]
    assert moments_of(BARE, None, CaseHistory(case=CASE, flow=T), NOW, zone()) == []


def test_what_is_known_is_told_without_personal_data() -> None:
    lines = order_lines(FULL, ShipPromise(NOW - 12 * HOUR, 48, False), NOW, TRACE, zone())
    told = {line.name: line.words for line in lines}
    assert told["实付"] == "¥35.60"
    assert told["承诺发货时间"] == "2026-05-19 00:00:00"
    assert told["物流轨迹"] == "1 条"
    assert told["平台介入时间"] == "2026-05-19 12:00:00"
    assert "138" not in repr(lines)
    assert "测试人" not in repr(lines)


def test_a_derived_promise_says_so_wherever_it_stands() -> None:
    promise = ShipPromise(NOW - 12 * HOUR, 48, True)
    (line,) = [line for line in order_lines(FULL, promise, None, None, zone()) if line.name == "承诺发货时间"]
    assert line.remark == DERIVED
    (moment,) = [
        one for one in moments_of(FULL, promise, CaseHistory(case=CASE, flow=T), NOW, zone()) if one.source == DERIVED
    ]
    assert moment.words == "承诺发货时间"


def test_the_course_is_told_in_time_and_never_the_future() -> None:
    history = CaseHistory(
        case=CASE, flow=T, copies=[copy(NOW - 2 * HOUR), copy(NOW - 9 * HOUR)], trace=TRACE, notice_at=NOW - 60
    )
    found = moments_of(FULL, ShipPromise(NOW + HOUR, 48, False), history, NOW, zone())
    assert [one.words for one in found] == [
        "成团", "发货", "已揽收", "客服回复买家（见回复 1）", "客服回复买家（见回复 2）", "签收", "平台介入通知",
    ]  # fmt: skip


def test_replies_are_numbered_from_the_oldest_with_phones_hidden() -> None:
    replies = told_replies(CaseHistory(case=CASE, flow=T, copies=[copy(20), copy(10)]))
    assert [(reply.number, reply.at) for reply in replies] == [(1, 10), (2, 20)]
    assert replies[0].text == "已记下 138****0001"


def figure(since: str = "2024-08-09", confidence: str = "A", shop: ShopMark | None = None) -> Figure:
    return Figure(
        title=Text(zh="时限", en="limit"), words=Text(zh="48 小时", en="48 h"), unit="hours", since=since,
        source="web", confidence=confidence, value=48, shop=shop,  # type: ignore[arg-type]
    )  # fmt: skip


def test_only_settled_figures_of_the_platform_are_told() -> None:
    policy = Policy(
        platform="pdd",
        figures={"a": figure(), "c": figure(confidence="C"), "own": figure(shop=ShopMark("小暖", ""))},
        sources={"web": Text(zh="平台规则页", en="page")},
    )
    lines = figure_lines(policy, ["a", "c", "own", "none", "a"], FULL, zone())
    assert [(line.title, line.words, line.source, line.remark) for line in lines] == [
        ("时限", "48 小时", "平台规则页", "")
    ]
    assert "2024-08-09" in lines[0].dated


def test_a_figure_that_is_younger_than_the_order_says_so() -> None:
    def remark(since: str, order: Order = FULL) -> str:
        return figure_lines(Policy(platform="pdd", figures={"a": figure(since)}), ["a"], order, zone())[0].remark

    assert remark("2026-05-18")
    assert remark("2026-06")
    assert remark("2027")
    assert not remark("2026-05-17")
    assert not remark("2026-05")
    assert not remark("2026")
    assert not remark("seed")
    assert not remark("2022-2024")
    assert not remark("2027", BARE)


def test_the_figures_are_those_that_the_case_stands_on() -> None:
    due = Due(plus_hours_of_figure="return_received.refund_hours")
    outcome = Outcome(
        title=T,
        todo=(),
        sources=(),
        risks=(Risk(T, "late.x"), Risk(T)),
        deadlines=(Deadline(T, due), Deadline(T, Due())),
    )
    assert figures_wanted(outcome, False, False) == ["late.x", "return_received.refund_hours"]
    assert figures_wanted(None, True, True) == ["evidence.hours", "ship.promise_hours"]
    assert figures_wanted(None, False, False) == []
