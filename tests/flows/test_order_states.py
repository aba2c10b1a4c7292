"""What an order already shows is neither asked for again nor said otherwise: every flow, answer and wording."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from deskhelper.content.library import load_library
from deskhelper.core.facts import Facts, Moment, facts_of
from deskhelper.core.filling import Situation
from deskhelper.core.flow import Flow
from deskhelper.core.known import Known
from deskhelper.core.marks import OrderMarks
from deskhelper.core.moments import DAY, HOUR, parse_iso, zone
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.outgoing import Rule
from deskhelper.core.reply import Draft, draft
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan, Trace, TraceEvent
from deskhelper.core.wizard import Walk, replay
from deskhelper.paths import RESOURCES

LIBRARY = load_library(RESOURCES)
FIGURES = Known(policy=LIBRARY.policy)
ZONE = zone()
NOW = parse_iso("2026-11-20 10:20", ZONE)
MOMENT = Moment(NOW, ZONE)
TERMS = ShopTerms(promise_hours=48)
TITLE = "2026新品加厚保温杯大容量学生便携水杯女男高颜值儿童吸管杯子户外运动水壶大人办公室茶杯礼品定制刻字套装"

WAITS: dict[str, Any] = {
    "platform": "pdd", "shop": "测试店", "order_no": "261119-000000000000001", "status": Status.TO_SHIP,
    "status_text": "待发货", "product": TITLE, "spec": "蓝色【加厚升级款】500ml+杯刷+杯套+贴纸全套", "quantity": 2,
    "paid_fen": 5990, "grouped_at": NOW - 20 * HOUR, "promised_ship_by": NOW + 28 * HOUR,
}  # fmt: skip
LATE = WAITS | {"grouped_at": NOW - 51 * HOUR, "promised_ship_by": NOW - 3 * HOUR}
SENT = WAITS | {
    "status": Status.SHIPPED, "status_text": "已发货，待签收", "shipped_at": NOW - 2 * HOUR, "courier": "韵达快递",
    "tracking_no": "772720000237570",
}  # fmt: skip
SENT_LATE = SENT | {"grouped_at": NOW - 90 * HOUR, "promised_ship_by": NOW - 42 * HOUR}
RECEIVED = SENT | {
    "status": Status.RECEIVED, "status_text": "已收货", "grouped_at": NOW - 5 * DAY, "shipped_at": NOW - 4 * DAY,
    "promised_ship_by": NOW - 3 * DAY, "received_at": NOW - 30 * HOUR,
}  # fmt: skip
REFUND_OPEN: dict[str, Any] = {"after_sale": AfterSale.OPEN, "after_sale_text": "售后处理中"}
STATES = {
    "waits": WAITS, "late": LATE, "sent": SENT, "sent late": SENT_LATE, "received": RECEIVED,
    "waits, refund open": WAITS | REFUND_OPEN, "late, refund open": LATE | REFUND_OPEN,
    "sent, refund open": SENT | REFUND_OPEN, "received, refund open": RECEIVED | REFUND_OPEN,
}  # fmt: skip
UNSCANNED = Known(Trace(NOW - HOUR // 2, ()), policy=LIBRARY.policy)

SLOTS = {
    "reason": "供应商到货延迟", "missing_item": "配件", "partial_yuan": "5", "compensation_kind": "优惠券",
    "ship_from": "金华", "tracking_no": "78901234567890", "courier": "中通快递", "last_scan_time": "2026-11-18 10:00",
    "picked_up_time": "2026-11-18 09:00", "return_arrived": "2026-11-20 09:00", "return_problem": "少了配件",
    "notice_at": "2026-11-20 08:00", "presale_end": "2026-11-22 10:00", "shipped_time": "2026-11-19 14:00",
    "return_until": "2026-11-25 00:00",
}  # fmt: skip

ASKS_FOR_A_REFUND = re.compile(
    r"(?<!看到您)申请“(?:仅退款|退货退款)|提交“|点“仅退款|点一下“仅退款|提交退款|申请部分退款|提交申请|提交一下|也可以申请退款"
)


def situation(known: Known = FIGURES, **order: Any) -> Situation:
    facts = facts_of(Order(**order), TERMS, MOMENT, known)
    return Situation(facts, TERMS, MOMENT, order["order_no"])


def ends(flow: Flow, facts: Facts, answers: dict[str, str]) -> Iterator[Walk]:
    """Yield the walk of every way in which the agent may answer what the order leaves open."""
    walk = replay(flow, facts, answers, ZONE)
    if walk.outcome is not None:
        yield walk
        return
    assert walk.question is not None
    for option in flow.questions[walk.question].options:
        yield from ends(flow, facts, {**answers, walk.question: option})


def drafted(flow: Flow, walk: Walk, where: Situation, wording: int) -> Draft:
    made = draft(LIBRARY, flow, walk, where, {}, wording, take_suggestions=True)
    given = {name: SLOTS[name] for name in made.gaps if name in SLOTS}
    return draft(LIBRARY, flow, walk, where, given, wording, take_suggestions=True) if given else made


def leaving(
    where: Situation, flows: list[str] | None = None, answers: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return outcome and words of every reply that may leave."""
    found = []
    for flow in LIBRARY.flows.values():
        if flows is None or flow.id in flows:
            for walk in ends(flow, where.facts, answers or {}):
                for wording in range(3):
                    made = drafted(flow, walk, where, wording)
                    if made.is_complete:
                        found.append((made.outcome, made.text))
    assert found
    return found


@pytest.mark.parametrize("state", [name for name in STATES if "refund open" in name])
@pytest.mark.parametrize("wish", [{}, {"wants": "ship"}, {"stance": "waits"}, {"stance": "longer"}], ids=str)
def test_a_refund_that_is_open_is_not_asked_for_again(state: str, wish: dict[str, str]) -> None:
    asking = [
        reply for reply in leaving(situation(**STATES[state]), answers=wish) if ASKS_FOR_A_REFUND.search(reply[1])
    ]
    assert asking == []


def test_where_none_is_open_the_buyer_is_told_how_to_ask() -> None:
    assert [text for end, text in leaving(situation(**WAITS)) if end == "D-URGE-2.2" if ASKS_FOR_A_REFUND.search(text)]


@pytest.mark.parametrize(
    ("flow", "answers", "outcome"),
    [
        ("urge_shipment", {"wants": "ship", "has_left": "no", "can_ship": "yes"}, "D-URGE-1.2.1.1"),
        ("late_shipment", {"has_left": "no", "promise_passed": "yes", "stance": "waits"}, "D-LATE-2.1"),
        ("proactive_notice", {"event": "grouped"}, "D-PRO-1"),
    ],
)
def test_whoever_still_wants_the_goods_is_asked_to_withdraw_the_refund(
    flow: str, answers: dict[str, str], outcome: str
) -> None:
    order = LATE if flow == "late_shipment" else WAITS
    for text in (text for _, text in leaving(situation(**order, **REFUND_OPEN), [flow], answers)):
        assert re.search(r"撤销", text), (outcome, text)
    assert not [text for _, text in leaving(situation(**order), [flow], answers) if "撤销" in text]


def test_an_unasked_notice_waits_for_the_refund_that_is_open() -> None:
    where = situation(**WAITS, **REFUND_OPEN)
    flow = LIBRARY.flows["proactive_notice"]
    made = drafted(flow, replay(flow, where.facts, {"event": "grouped"}, ZONE), where, 0)
    assert [note.zh for note in made.notes] == ["买家已申请退款：先处理退款，不用急着告知"]
    assert made.hands_over[0].answers == {"wants": "refund"}


@pytest.mark.parametrize("known", [UNSCANNED, FIGURES], ids=["looked up", "not looked up"])
def test_a_parcel_without_a_scan_is_said_to_be_neither_on_its_way_nor_in_time(known: Known) -> None:
    where = situation(known, **SENT)
    replies = leaving(where, ["parcel_anomaly"], {"anomaly_kind": "none"}) + leaving(where, ["late_shipment"])
    assert {"D-LOGI-8", "D-LATE-3"} <= {outcome for outcome, _ in replies}
    assert [
        text for _, text in replies if re.search("正在路上|运输是正常|一切正常|没有耽误|对得上|时间以内", text)
    ] == []
    assert all("11月21日14点20分" in text for outcome, text in replies if outcome == "D-LATE-3")


def test_an_order_that_has_not_left_is_not_sent_back() -> None:
    case = {"platform_in": "yes", "platform_verdict": "pending", "evidence_sent": "no", "fault": "ours"}
    kept = leaving(situation(**WAITS), ["platform_case"], case)
    assert [text for _, text in kept if "寄回" in text or "寄回来" in text] == []
    assert all(
        "寄回" in text or "寄回来" in text for _, text in leaving(situation(**RECEIVED), ["platform_case"], case)
    )


def test_custom_goods_that_were_sent_are_no_longer_being_made() -> None:
    where = situation(Known(marks=OrderMarks(is_custom=True), policy=LIBRARY.policy), **SENT)
    replies = leaving(where, ["custom_made"], {"is_received": "no"})
    assert {outcome for outcome, _ in replies} == {"D-CUSTOM-3"}
    assert all(re.search("寄出|发走", text) for _, text in replies)
    assert [text for _, text in replies if re.search("停不下来|投入制作|正在为您制作", text)] == []


def test_custom_goods_in_the_workshop_are_being_made() -> None:
    where = situation(Known(marks=OrderMarks(is_custom=True), policy=LIBRARY.policy), **WAITS)
    replies = leaving(where, ["custom_made"], {"stage": "production"})
    assert all(re.search("制作|做到这一步", text) and "寄出" not in text for _, text in replies)


@pytest.mark.parametrize(
    "order", [{"promised_ship_by": NOW + 42 * HOUR - 60 * 25}, {"grouped_at": None}], ids=["date", "no start"]
)
def test_a_promise_that_is_no_count_of_hours_is_told_as_its_time(order: dict[str, Any]) -> None:
    where = situation(**WAITS | order)
    wishes = (
        ("urge_shipment", {"wants": "ship", "has_left": "no", "can_ship": "yes"}),
        ("proactive_notice", {"event": "grouped"}),
    )
    for flow, answers in wishes:
        for _, text in leaving(where, [flow], answers):
            assert re.search(r"11月2[12]日\d+点\d+分", text), text
            assert "小时" not in text


def test_a_parcel_that_is_lost_though_marked_as_received_is_not_said_to_be_on_its_way() -> None:
    lost = {"matter": "lost", "remedy": "undecided"}
    assert [text for _, text in leaving(situation(**RECEIVED), ["after_sale"], lost) if "签收" not in text] == []
    assert [text for _, text in leaving(situation(**SENT), ["after_sale"], lost) if "签收" in text] == []


@pytest.mark.parametrize("state", STATES)
def test_no_reply_is_too_long_for_a_chat(state: str) -> None:
    assert [reply for reply in leaving(situation(**STATES[state])) if len(reply[1]) > 180] == []


@pytest.mark.parametrize("state", STATES)
def test_what_one_wording_may_say_the_others_may_say_too(state: str) -> None:
    where = situation(**STATES[state])
    for flow in LIBRARY.flows.values():
        for walk in ends(flow, where.facts, {}):
            made = [drafted(flow, walk, where, wording) for wording in range(3)]
            words = [[finding.words for finding in one.findings] for one in made]
            assert len({one.is_complete for one in made}) == 1, (walk.outcome, words)


def test_no_more_than_was_paid_is_paid_back() -> None:
    where = situation(**RECEIVED | {"paid_fen": 499})
    flow = LIBRARY.flows["wrong_item"]
    answers = {"has_photos": "yes", "fault": "ours", "remedy": "partial"}
    made = drafted(flow, replay(flow, where.facts, answers, ZONE), where, 0)
    assert made.gaps == ["partial_yuan"]


@pytest.mark.parametrize("name", LIBRARY.scripts)
def test_no_script_has_a_superlative_or_the_word_of_another_platform(name: str) -> None:
    script = LIBRARY.scripts[name]
    texts = [*script.after_openings, *(text for one in script.openings for text in one.wordings)]
    assert [text for text in texts if re.search("最|第一|绝对|宝贝|你", text)] == []


MOVEMENTS = [
    (Scan.PICKED_UP, False, "揽收"),
    (Scan.IN_TRANSIT, False, "转运|途中"),
    (Scan.OUT_FOR_DELIVERY, False, "派送"),
    (Scan.OUT_FOR_DELIVERY, True, "代收的地方"),
    (Scan.DELIVERED, False, "送达"),
    (Scan.PROBLEM, False, "更新"),
]


@pytest.mark.parametrize(("scan", "waits", "says"), MOVEMENTS)
def test_the_last_movement_of_the_parcel_is_told_with_its_time(scan: Scan, waits: bool, says: str) -> None:
    trace = Trace(NOW - HOUR // 2, (TraceEvent(NOW - 3 * HOUR, "快递记录", scan, waits),))
    where = situation(Known(trace, policy=LIBRARY.policy), **SENT)
    replies = leaving(where, ["urge_shipment"], {"wants": "ship"})
    if scan not in (Scan.DELIVERED, Scan.PROBLEM):
        replies += leaving(where, ["parcel_anomaly"], {"anomaly_kind": "none"})
    told = re.compile(f"11月20日7点20分.*({says})|({says}).*11月20日7点20分")
    assert [text for _, text in replies if not told.search(text)] == []
    assert [text for _, text in replies if waits and "派送" in text] == []


OFFERED = [
    (slot, choice)
    for slot, spec in LIBRARY.slots.items()
    for choice in LIBRARY.choices.get(spec.choices or "", ())
    if slot in SLOTS
]


@pytest.mark.parametrize(("slot", "choice"), OFFERED)
def test_whatever_the_shipped_choices_offer_may_leave(slot: str, choice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SLOTS, slot, choice)
    told = blocked = 0
    where = situation(**(LATE if slot in ("reason", "compensation_kind") else RECEIVED | {"courier": ""}))
    for flow in (LIBRARY.flows[name] for name in ("urge_shipment", "late_shipment", "empty_parcel", "after_sale")):
        for walk in ends(flow, where.facts, {}):
            for made in (drafted(flow, walk, where, wording) for wording in range(3)):
                if choice in made.text:
                    told += made.is_complete
                    blocked += any(finding.rule is not Rule.CONTRADICTION for finding in made.findings)
    assert (told > 0, blocked) == (True, 0)
