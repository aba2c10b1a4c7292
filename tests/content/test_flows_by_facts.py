"""The shipped flows answer themselves: from the parcel's trace, the marks on an order, and the after-sale reason."""

from typing import Any

import pytest

from deskhelper.content.library import load_library
from deskhelper.core.facts import Moment, facts_of
from deskhelper.core.known import NOTHING_MORE, Known
from deskhelper.core.marks import CustomStage, HandedIn, OrderMarks, Presale
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.reply import Draft, Situation, draft
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan, Trace, TraceEvent
from deskhelper.core.wizard import Walk, replay
from deskhelper.paths import RESOURCES
from tests.core.make import NOW, ZONE, at, order

LIBRARY = load_library(RESOURCES)
SENT: dict[str, Any] = {
    "status": Status.SHIPPED, "status_text": "已发货，待签收", "shipped_at": at("2026-05-18 18:30"),
    "courier": "中通快递", "tracking_no": "773000000000123",
}  # fmt: skip
ARRIVED = SENT | {"status": Status.RECEIVED, "status_text": "已签收", "received_at": at("2026-05-19 09:00")}
LATE_ANSWER = {"call_back_time": "2026-05-19 18:00"}


def looked(
    flow: str, known: Known = NOTHING_MORE, answers: dict[str, str] | None = None, given: dict[str, str] | None = None,
    wording: int = 0, **changes: Any,
) -> tuple[Walk, Draft]:  # fmt: skip
    """Return the walk and the draft of an order, of what is known beside it, and of the agent's answers."""
    moment, terms = Moment(NOW, ZONE), ShopTerms(promise_hours=48)
    beside = Known(known.trace, known.marks, known.owed_fen, known.after_sale_reason, LIBRARY.policy)
    facts = facts_of(order(**changes), terms, moment, beside)
    walk = replay(LIBRARY.flows[flow], facts, answers or {}, ZONE)
    assert walk.outcome is not None, walk.question
    return walk, draft(LIBRARY, LIBRARY.flows[flow], walk, Situation(facts, terms, moment), given or {}, wording)


def traced(*events: tuple[str, Scan]) -> Known:
    """Return what is known with a trace of events, looked up half an hour ago."""
    return Known(Trace(NOW - HOUR // 2, tuple(TraceEvent(at(when), "快递记录", scan) for when, scan in events)))


def long_sent(days: int) -> dict[str, Any]:
    return SENT | {"shipped_at": NOW - days * DAY}


PICKED, MOVES, OUT = Scan.PICKED_UP, Scan.IN_TRANSIT, Scan.OUT_FOR_DELIVERY
TRACES = [
    ("D-LOGI-1", traced(), SENT),
    ("D-LOGI-2", traced(("2026-05-17 20:00", PICKED)), long_sent(2)),
    (
        "D-LOGI-3",
        traced(("2026-05-18 20:00", PICKED), ("2026-05-18 22:00", MOVES), ("2026-05-19 08:00", PICKED)),
        SENT,
    ),
    ("D-LOGI-4", traced(("2026-05-18 20:00", PICKED), ("2026-05-19 08:00", Scan.PROBLEM)), SENT),
    ("D-LOGI-4", traced(("2026-05-10 20:00", PICKED), ("2026-05-19 08:00", MOVES)), long_sent(10)),
    ("D-LOGI-4", Known(), long_sent(10)),
    ("D-LOGI-4.1", traced(("2026-05-18 20:00", PICKED), ("2026-05-19 09:00", Scan.DELIVERED)), SENT),
    ("D-LOGI-4.2", traced(("2026-05-18 20:00", PICKED), ("2026-05-19 09:00", Scan.RETURNED)), SENT),
    ("D-LOGI-5", traced(), long_sent(2)),
    ("D-LOGI-6", traced(("2026-05-15 20:00", PICKED), ("2026-05-16 08:00", MOVES)), long_sent(4)),
    ("D-LOGI-7", traced(("2026-05-17 20:00", PICKED), ("2026-05-18 08:00", OUT)), long_sent(2)),
    ("D-LOGI-8", traced(("2026-05-18 20:00", PICKED), ("2026-05-19 08:00", MOVES)), SENT),
]


@pytest.mark.parametrize(("outcome", "known", "changes"), TRACES)
def test_the_trace_alone_tells_what_is_wrong(outcome: str, known: Known, changes: dict[str, Any]) -> None:
    walk, made = looked("parcel_anomaly", known, given=LATE_ANSWER, **changes)
    assert walk.outcome == outcome
    assert [(step.question, step.by) for step in walk.steps] == [("has_left", "order"), ("anomaly_kind", "order")]
    assert all("—" not in step.reason.zh + step.reason.en for step in walk.steps)
    assert (made.gaps, made.findings) == ([], [])
    assert made.is_complete


def test_a_sound_trace_is_told_with_its_last_scan() -> None:
    _, made = looked("parcel_anomaly", TRACES[-1][1], **SENT)
    assert "5月19日8点" in made.text


def test_an_open_refund_is_never_to_change_its_reason() -> None:
    _, made = looked("parcel_anomaly", TRACES[-1][1], **SENT, after_sale=AfterSale.OPEN)
    assert any("D-LOGI-10" in note.zh and "不要" in note.zh for note in made.notes)
    assert "原因" not in made.text


def test_an_abnormal_trace_leads_from_urged_shipment_to_parcel_anomalies() -> None:
    _, made = looked("urge_shipment", traced(), {"wants": "ship"}, **long_sent(2))
    assert [way.to for way in made.hands_over] == ["parcel_anomaly", "platform_case"]
    assert any("异常规则" in note.zh for note in made.notes)


def test_a_sound_trace_leads_nowhere_else_and_its_last_scan_is_told() -> None:
    _, made = looked("urge_shipment", TRACES[-1][1], {"wants": "ship"}, **SENT)
    assert [way.to for way in made.hands_over] == ["platform_case"]
    assert "5月19日8点" in made.text
    assert [note.zh for note in made.notes] == ["发货和揽收都在承诺时间内，算按时"]


@pytest.mark.parametrize("flow", ["urge_shipment", "proactive_notice"])
def test_a_pickup_after_the_promise_is_told_to_the_agent(flow: str) -> None:
    known = traced(("2026-05-19 08:00", PICKED))
    given = {"ship_from": "浙江义乌"}
    _, made = looked(flow, known, {"wants": "ship"} if flow == "urge_shipment" else {}, given,
                     **SENT, promised_ship_by=at("2026-05-19 07:00"))  # fmt: skip
    assert any("没赶上承诺时间" in note.zh for note in made.notes)
    assert not any("订单文件不含揽收记录" in note.zh for note in made.notes)


def test_without_a_trace_the_agent_may_still_go_on_to_parcel_anomalies() -> None:
    _, made = looked("urge_shipment", answers={"wants": "ship"}, **SENT)
    assert [way.to for way in made.hands_over] == ["parcel_anomaly", "platform_case"]
    assert any("订单文件不含揽收记录" in note.zh for note in made.notes)


GOT: dict[str, Any] = SENT | {"status": Status.RECEIVED, "received_at": at("2026-05-19 10:00")}


@pytest.mark.parametrize(
    ("reason", "matter"),
    [
        ("不喜欢/效果不好", "no_reason"), ("质量问题", "goods"), ("发错货", "seller"), ("包装/商品破损", "damaged"),
        ("快递丢件", "lost"),
    ],
)  # fmt: skip
def test_the_buyers_reason_answers_what_it_is_about(reason: str, matter: str) -> None:
    answers = {"has_photos": "no", "remedy": "undecided", "freight_insured": "no", "way_back": "refund"}
    walk, _ = looked("after_sale", Known(after_sale_reason=reason), answers, LATE_ANSWER, **GOT)
    assert (walk.steps[0].answer, walk.steps[0].by) == (matter, "order")
    assert reason in walk.steps[0].reason.zh


def test_a_reason_that_says_nothing_is_asked_about() -> None:
    walk, _ = looked("after_sale", Known(after_sale_reason="其他"), {"matter": "review"}, **GOT)
    assert walk.steps[0].by == "agent"


def test_custom_made_goods_do_not_go_back_without_a_reason() -> None:
    known = Known(marks=OrderMarks(is_custom=True))
    walk, made = looked("after_sale", known, {"matter": "no_reason"}, **GOT)
    assert walk.outcome == "D-AFTER-1.4"
    assert [way.to for way in made.hands_over] == ["custom_made", "platform_case"]
    assert made.text == ""


def test_a_delivery_scan_starts_the_window_where_the_order_does_not() -> None:
    known = traced(("2026-05-18 20:00", PICKED), ("2026-05-19 09:00", Scan.DELIVERED))
    answers = {"matter": "no_reason", "freight_insured": "no", "way_back": "refund"}
    walk, made = looked("after_sale", known, answers, **SENT)
    assert (walk.steps[1].answer, walk.steps[1].by) == ("yes", "order")
    assert "5月26日24点前" in made.text
    assert made.is_complete


def custom(stage: CustomStage | None, files: int = 0) -> Known:
    kept = tuple(HandedIn(f"图{number}.png", NOW) for number in range(files))
    return Known(marks=OrderMarks(is_custom=True, stages={stage: NOW} if stage else {}, files=kept))


@pytest.mark.parametrize(
    ("known", "answers", "outcome"),
    [
        (custom(CustomStage.CHOSEN), {}, "D-CUSTOM-1"),
        (custom(CustomStage.FILES, 2), {}, "D-CUSTOM-1.2"),
        (custom(CustomStage.STARTED, 2), {"agreed": "no"}, "D-CUSTOM-2"),
        (custom(CustomStage.PRODUCTION, 2), {}, "D-CUSTOM-3"),
        (custom(CustomStage.FINISHED, 2), {}, "D-CUSTOM-3"),
    ],
)
def test_the_stage_of_custom_made_goods_decides(known: Known, answers: dict[str, str], outcome: str) -> None:
    walk, made = looked("custom_made", known, answers, LATE_ANSWER)
    assert walk.outcome == outcome
    assert [step.question for step in walk.steps if step.by == "agent"] == list(answers)
    assert made.is_complete


def test_a_refund_of_custom_made_goods_goes_by_the_stage() -> None:
    _, made = looked(
        "urge_shipment", custom(CustomStage.STARTED), {"wants": "refund", "has_left": "no"}, {"refund_minutes": "30"}
    )
    assert any("退款要商量" in note.zh for note in made.notes)
    assert [way.to for way in made.hands_over] == ["custom_made", "platform_case"]


def presale(until: str) -> Known:
    return Known(marks=OrderMarks(presale=Presale(until=at(until))))


@pytest.mark.parametrize(
    ("until", "answers", "outcome", "words", "due"),
    [
        ("2026-05-25 20:30", {}, "D-PRESALE-1.1", "5月25日20点前", ["2026-05-25 20:00"]),
        ("2026-05-20 20:00", {"can_ship": "yes"}, "D-PRESALE-2", "明天（5月20日）20点前", ["2026-05-20 20:00"]),
        ("2026-05-20 20:00", {"can_ship": "no"}, "D-PRESALE-2.1", "", []),
        ("2026-05-19 11:00", {}, "D-PRESALE-1.2", "", []),
    ],
)
def test_a_marked_presale_tells_by_itself_when_it_ships(
    until: str, answers: dict[str, str], outcome: str, words: str, due: list[str]
) -> None:
    walk, made = looked("presale", presale(until), answers, promised_ship_by=None)
    assert walk.outcome == outcome
    assert [step.question for step in walk.steps if step.by == "agent"] == list(answers)
    assert words in made.text
    assert made.is_complete is bool(words)
    assert made.gaps == []
    assert [(one.kind.value, one.due) for one in made.promises] == [("ship", at(when)) for when in due]


def test_a_presale_that_runs_is_shown_where_its_ship_time_would_be_told_otherwise() -> None:
    answers = {"wants": "ship", "has_left": "no", "can_ship": "yes", "promise_passed": "no"}
    _, made = looked("urge_shipment", presale("2026-05-25 20:00"), answers, {"new_time": "2026-05-19 18:00"})
    assert [way.to for way in made.hands_over] == ["presale", "platform_case"]


def test_printing_more_often_is_work_for_the_warehouse_and_nothing_to_tell() -> None:
    walk, made = looked("proactive_notice", answers={"event": "piled_up"})
    assert walk.outcome == "D-PRO-2"
    assert (made.text, made.promises, made.is_complete) == ("", [], False)
    assert "承诺时间" in LIBRARY.flows["proactive_notice"].outcomes["D-PRO-2"].todo[0].zh


OPEN_REFUND = [
    ("urge_shipment", {"has_left": "no"}, {}),
    ("late_shipment", {"has_left": "no", "promise_passed": "yes", "buyer_reached": "yes", "stance": "refund"},
     {"promised_ship_by": at("2026-05-19 09:00")}),
    ("after_sale", {"matter": "seller", "has_photos": "yes", "remedy": "refund", "take_back": "no"}, ARRIVED),
    ("empty_parcel", {"has_photos": "yes", "fault": "ours", "remedy": "refund"}, ARRIVED),
    ("wrong_item", {"has_photos": "yes", "fault": "ours", "remedy": "refund", "take_back": "no"}, ARRIVED),
]  # fmt: skip


@pytest.mark.parametrize(("flow", "answers", "changes"), OPEN_REFUND, ids=[row[0] for row in OPEN_REFUND])
@pytest.mark.parametrize("wording", [0, 1, 2])
def test_who_has_asked_for_the_refund_is_not_told_to_ask(
    flow: str, answers: dict[str, str], changes: dict[str, Any], wording: int
) -> None:
    def said(after_sale: AfterSale) -> str:
        given = answers | ({"wants": "refund"} if flow == "urge_shipment" else {})
        _, made = looked(flow, NOTHING_MORE, given, {"refund_minutes": "30"}, wording, **changes, after_sale=after_sale)
        assert (made.gaps, made.findings) == ([], [])
        return made.text

    asks = ("在订单里申请", "提交“仅退款”", "点一下“仅退款”", "点“仅退款”", "提交一下“仅退款”")
    assert any(words in said(AfterSale.NONE) for words in asks)
    for after_sale in (AfterSale.OPEN, AfterSale.REFUNDING):
        assert not any(words in said(after_sale) for words in asks)
        assert "申请" in said(after_sale)
        assert "30分钟内" in said(after_sale)


@pytest.mark.parametrize("wording", [0, 1, 2])
@pytest.mark.parametrize(("flow", "answers"), [
    ("urge_shipment", {"wants": "ship", "has_left": "no", "can_ship": "yes"}),
    ("proactive_notice", {"event": "grouped"}),
])  # fmt: skip
def test_a_promise_of_many_days_is_told_by_its_date(flow: str, answers: dict[str, str], wording: int) -> None:
    given = {"new_time": "2026-06-05 18:00"}
    far = {"promised_ship_by": at("2026-06-05 23:59"), "grouped_at": at("2026-05-18 09:00")}
    _, made = looked(flow, NOTHING_MORE, answers, given, wording, **far)
    assert (made.gaps, made.findings) == ([], [])
    assert "6月5日23点59分" in made.text
    assert "小时" not in made.text


@pytest.mark.parametrize("wording", [0, 1, 2])
def test_a_parcel_marked_received_is_not_told_as_under_way(wording: int) -> None:
    _, made = looked("urge_shipment", NOTHING_MORE, {"wants": "ship"}, {}, wording, **ARRIVED)
    assert (made.gaps, made.findings) == ([], [])
    for words in ("签收", "中通快递", "773000000000123", "查看物流"):
        assert words in made.text
    assert "到哪儿" not in made.text


def test_a_part_paid_back_does_not_end_what_may_be_said() -> None:
    part = ARRIVED | {"after_sale": AfterSale.REFUNDED, "refund_fen": 1000, "paid_fen": 3850}
    _, made = looked("urge_shipment", NOTHING_MORE, {"wants": "ship"}, {}, **part)
    assert made.findings == []
    _, made = looked("urge_shipment", NOTHING_MORE, {"wants": "ship"}, {}, **part | {"refund_fen": 3850})
    assert [one.rule.value for one in made.findings] == ["contradiction"]


def test_who_has_asked_for_the_refund_is_not_offered_one_with_the_delay() -> None:
    def said(after_sale: AfterSale) -> str:
        given = {"reason": "仓库盘点", "new_time": "2026-05-19 18:00"}
        _, made = looked("proactive_notice", NOTHING_MORE, {"event": "delayed"}, given, after_sale=after_sale)
        assert made.gaps == []
        return made.text

    assert "申请退款" in said(AfterSale.NONE)
    assert "申请退款" not in said(AfterSale.OPEN)


def test_goods_that_never_left_are_not_said_to_be_in_the_buyers_hands() -> None:
    answers = {"matter": "goods", "has_photos": "yes", "remedy": "undecided"}
    walk, made = looked("after_sale", NOTHING_MORE, answers)
    assert (walk.outcome, [one.rule.value for one in made.findings]) == ("D-AFTER-4.1", ["contradiction"])
    _, made = looked("after_sale", NOTHING_MORE, answers, **ARRIVED)
    assert made.findings == []


def test_a_promise_with_no_whole_hour_left_is_said_and_asks_for_none_that_cannot_be() -> None:
    answers = {"wants": "ship", "has_left": "no", "can_ship": "yes"}
    _, made = looked("urge_shipment", NOTHING_MORE, answers, promised_ship_by=NOW + HOUR // 2)
    [slot] = [one for one in made.slots if one.name == "new_time"]
    assert (made.gaps, slot.suggested, slot.problem and slot.problem.code) == (["new_time"], "", "slot_no_hour")
