"""Traces and marks from the agent's hand to the facts that flows read."""

import pytest

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.marks import By, CustomStage, Presale
from deskhelper.core.moments import HOUR
from deskhelper.core.order import Order
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan
from deskhelper.services.clock import FixedClock
from tests.orders import NUMBER, ONLINE, RECEIVED, SHIPPED, TRACKING, at, imported
from tests.services.conftest import HouseAt

PASTED = """
中通快递 运单号：773000000000123
2026-05-18 21:30:00 快件离开【杭州】已发往【北京】
2026-05-18 19:05:12 【杭州】甲某（10000000001）已揽收
"""


def facts(house: House, order: Order) -> dict[str, object]:
    return dict(house.cases.look(order, "urge_shipment").facts)


@pytest.fixture
def order(house: House) -> Order:
    return imported(house, ONLINE)


def test_a_pasted_trace_is_told_by_the_facts(house: House, order: Order) -> None:
    assert facts(house, order)["trace_known"] is False
    trace = house.traces.paste(order, PASTED)
    assert [event.scan for event in trace.events] == [Scan.PICKED_UP, Scan.IN_TRANSIT]
    found = facts(house, order)
    assert (found["trace_known"], found["last_scan_kind"]) == (True, "in_transit")
    assert found["picked_up_at"] == at("2026-05-18 19:05:12")
    assert found["pickup_in_time"] is True
    assert found["last_scan"] == "快件离开【杭州】已发往【北京】"


def test_a_pasted_trace_is_there_when_the_desk_opens_again(house_at: HouseAt) -> None:
    order = imported(house_at(), ONLINE)
    trace = house_at().traces.paste(order, PASTED)
    assert house_at().traces.of_order(order) == trace


def test_no_phone_of_a_courier_is_stored(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    kept = house.database.value("SELECT events FROM traces")
    assert "100****0001" in kept
    assert "10000000001" not in kept


def test_two_days_without_an_update_are_an_anomaly_by_the_clock_alone(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    assert facts(house, order)["has_anomaly"] is False
    assert isinstance(house.clock, FixedClock)
    house.clock.move(at("2026-05-20 21:30") - house.clock.now())
    found = facts(house, order)
    assert (found["anomaly"], found["anomaly_transit"], found["silent_for"]) == ("D-LOGI-6", True, 48 * HOUR)


def test_a_far_province_has_longer(house: House, order: Order) -> None:
    order.province = "新疆维吾尔自治区"
    house.traces.paste(order, PASTED)
    assert isinstance(house.clock, FixedClock)
    house.clock.move(at("2026-05-21 21:30") - house.clock.now())
    assert facts(house, order)["anomaly_transit"] is False


def test_a_carrier_that_knows_nothing_is_noted(house: House, order: Order) -> None:
    house.traces.found_nothing(order)
    assert facts(house, order)["anomaly"] == "D-LOGI-1"
    assert facts(house, order)["anomaly_no_info"] is True


def test_a_pasted_text_may_say_that_the_carrier_knows_nothing(house: House, order: Order) -> None:
    assert house.traces.paste(order, "暂无物流信息").events == ()
    assert facts(house, order)["anomaly_no_info"] is True


def test_a_trace_of_another_parcel_is_refused_and_changes_nothing(house: House, order: Order) -> None:
    with pytest.raises(WorldError) as error:
        house.traces.paste(order, PASTED.replace(TRACKING, "773000000000999"))
    assert error.value.problem.code == "trace_other_parcel"
    assert house.traces.of_order(order) is None


def test_the_order_number_in_a_pasted_text_is_not_taken_for_a_parcel(house: House, order: Order) -> None:
    text = PASTED.replace("运单号：773000000000123", "订单号：26051811111111")
    assert house.traces.paste(order, text).events


def test_a_text_without_a_trace_is_refused(house: House, order: Order) -> None:
    with pytest.raises(WorldError) as error:
        house.traces.read("亲，到哪了")
    assert error.value.problem.code == "trace_nothing"


def test_a_trace_that_was_wrong_can_be_taken_away(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    house.traces.forget(order)
    assert facts(house, order)["trace_known"] is False


def test_a_trace_of_a_courier_that_cannot_be_the_orders_is_left_out(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    order.courier = "圆通"
    assert facts(house, order)["trace_known"] is False
    order.courier = "ZTO"
    assert facts(house, order)["trace_known"] is True


def test_a_new_import_of_the_order_keeps_trace_and_marks(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    house.marks.set_custom(order, True)
    again = imported(house, RECEIVED)
    found = facts(house, again)
    assert (found["trace_known"], found["is_custom"], found["is_received"]) == (True, True, True)


def test_a_trace_pasted_before_the_number_was_known_still_counts(house: House) -> None:
    house.traces.paste(imported(house, SHIPPED), PASTED)
    assert facts(house, imported(house, ONLINE))["trace_known"] is True


def test_the_platforms_sums_and_windows_come_from_the_shipped_figures(house: House) -> None:
    found = facts(house, imported(house, RECEIVED))
    names = ("late", "stock", "fake_ship", "fraud")
    assert [found[f"{name}_compensation_fen"] for name in names] == [300, 500, 500, 1068]
    assert found["no_reason_until"] == at("2026-05-27 00:00")
    assert (found["in_no_reason"], found["in_exchange"], found["in_refund"]) == (True, True, True)


def test_the_stage_of_a_custom_order_is_told_with_its_files(house: House, order: Order) -> None:
    house.marks.set_custom(order, True)
    house.marks.add_file(order, " 标志.png ")
    house.marks.add_file(order, " ")
    marks = house.marks.set_stage(order, CustomStage.PRODUCTION, at("2026-05-19 10:00"))
    assert marks.stages[CustomStage.PRODUCTION] == at("2026-05-19 10:00")
    found = facts(house, order)
    assert (found["is_custom"], found["custom_stage"], found["custom_files"]) == (True, "production", 1)
    assert house.marks.remove_file(order, "标志.png").files == ()
    assert house.marks.set_stage(order, None).stage is None


def test_product_rules_of_the_shop_mark_orders_until_an_agent_says_otherwise(house: House, order: Order) -> None:
    house.settings.change_terms("", ShopTerms(custom_goods=("测试 四件套",), presale_goods=("四件套 15天",)))
    assert facts(house, order)["is_custom"] is True
    assert facts(house, order)["presale_ends_at"] == at("2026-06-02 09:12")
    assert house.marks.in_force(order).presale_by is By.RULE
    house.marks.set_custom(order, False)
    house.marks.clear_presale(order)
    found = facts(house, order)
    assert (found["is_custom"], found["is_presale"]) == (False, False)
    house.marks.clear_presale(order, by_rules=True)
    assert facts(house, order)["is_presale"] is True


@pytest.mark.parametrize("days", [1, 30])
def test_a_presale_may_run_one_to_thirty_days(house: House, order: Order, days: int) -> None:
    assert house.marks.set_presale_days(order, days).presale == Presale(days=days)


@pytest.mark.parametrize("days", [0, 31])
def test_a_presale_of_other_days_is_refused(house: House, order: Order, days: int) -> None:
    with pytest.raises(WorldError) as error:
        house.marks.set_presale_days(order, days)
    assert error.value.problem.code == "presale_days"
    assert error.value.problem.values["most"] == 30


def test_a_presale_may_end_on_a_fixed_date(house: House, order: Order) -> None:
    house.marks.set_presale_until(order, at("2026-05-25 00:00"))
    assert facts(house, order)["presale_ends_at"] == at("2026-05-25 00:00")


def test_the_platforms_notice_starts_its_clock(house: House, order: Order) -> None:
    house.marks.set_platform_notice(order, at("2026-05-18 10:00"))
    found = facts(house, order)
    assert (found["evidence_until"], found["evidence_passed"]) == (at("2026-05-20 10:00"), False)
    assert house.marks.set_platform_notice(order, None).platform_notice_at is None


def test_the_order_of_a_trace_is_found_by_its_number_alone(house: House, order: Order) -> None:
    house.traces.paste(order, PASTED)
    assert facts(house, house.orders.find(NUMBER))["trace_known"] is True


OTHER = "260518-222222222220002"
SAME_NUMBER = {**ONLINE, "订单号": OTHER, "收货人": "李**", "手机": "139****0002"}


def reused(house: House, *rows: dict[str, str]) -> object:
    order = imported(house, ONLINE, *rows)
    return facts(house, order)["number_reused"]


def test_one_number_for_two_receivers_is_told_in_both_cases(house: House) -> None:
    order = imported(house, ONLINE, SAME_NUMBER)
    assert (facts(house, order)["number_reused"], facts(house, order)["number_reused_by"]) == (True, OTHER)
    other = facts(house, house.orders.find(OTHER))
    assert (other["number_reused"], other["number_reused_by"]) == (True, NUMBER)


@pytest.mark.parametrize(
    "changes",
    [
        {"收货人": "测**", "手机": "138****0001"},
        {"发货时间": "2026-04-18 18:29:00", "拼单成功时间": "2026-04-17 09:12:00"},
        {"快递公司": "圆通速递"},
        {"快递单号": "773000000000999"},
    ],
)
def test_one_receiver_long_ago_or_another_courier_are_no_reuse(house: House, changes: dict[str, str]) -> None:
    assert reused(house, {**SAME_NUMBER, **changes}) is None


def test_a_reuse_is_a_remark_to_the_agent_and_never_in_the_reply(house: House) -> None:
    order = imported(house, ONLINE, SAME_NUMBER)
    draft = house.cases.look(order, "urge_shipment", CaseState({"wants": "ship"})).draft
    assert draft is not None
    assert draft.outcome == "D-URGE-1.1b"
    assert any("别的收件人" in note.zh for note in draft.notes)
    assert OTHER not in draft.text
    assert "收件人" not in draft.text
    alone = imported(house, {**ONLINE, "订单号": "260518-333333333330003", "快递单号": "773000000000999"})
    alone_view = house.cases.look(alone, "urge_shipment", CaseState({"wants": "ship"}))
    assert alone_view.draft is not None
    assert not any("别的收件人" in note.zh for note in alone_view.draft.notes)


def test_no_slot_of_a_reply_is_filled_with_the_reuse(house: House) -> None:
    slots = {**house.library.slots, **house._script_library.slots}
    assert not {slot.fact for slot in slots.values()} & {"number_reused", "number_reused_by"}
