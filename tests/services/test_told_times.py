"""What a reply may say about time: whole hours to come, inside the promise; a derived promise only with a yes."""

import pytest

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import imported, settle

CAN_SHIP = {"wants": "ship", "has_left": "no", "can_ship": "yes"}
FILLED = {"reason": "仓库盘点", "coupon_yuan": "5"}


def looked(house: House, order: dict[str, str], answers: dict[str, str], **slots: str) -> CaseView:
    return house.cases.look(
        imported(house, order), "urge_shipment", CaseState(answers=answers, slots=slots), take=False
    )


def problem(view: CaseView, slot: str = "new_time") -> str | None:
    assert view.draft is not None
    (found,) = [one for one in view.draft.slots if one.name == slot]
    assert (found.problem is not None) is (slot in view.draft.gaps)
    return found.problem.code if found.problem else None


@pytest.mark.parametrize(
    ("new_time", "code"),
    [
        ("2026-05-20 09:00", None),
        ("2026-05-20 10:00", "slot_past_promise"),
        ("2026-05-19 18:30", "slot_hour"),
        ("2026-05-19 12:00", "slot_past"),
        ("2026-05-19 11:00", "slot_past"),
        ("今晚", "slot_time"),
        ("XX", "slot_nothing"),
    ],
)
def test_inside_the_promise_the_app_refuses_what_may_not_be_told(house: House, new_time: str, code: str | None) -> None:
    view = looked(house, {}, CAN_SHIP, new_time=new_time)
    assert problem(view) == code
    assert view.draft is not None
    assert view.draft.is_complete is (code is None)
    assert bool(view.draft.promises) is (code is None)


@pytest.mark.parametrize(
    ("new_time", "code"),
    [("2026-05-25 09:00", None), ("2026-05-19 18:01", "slot_hour"), ("2026-05-19 11:00", "slot_past")],
)
def test_once_late_the_time_is_free_but_still_a_whole_hour_to_come(
    house: House, new_time: str, code: str | None
) -> None:
    assert problem(looked(house, o.LATE, CAN_SHIP, new_time=new_time, **FILLED)) == code


def test_a_passed_promise_of_the_file_leaves_no_time_to_an_agent_who_says_it_has_not(house: House) -> None:
    view = looked(house, o.LATE, CAN_SHIP | {"promise_passed": "no"}, new_time="2026-05-19 18:00")
    assert problem(view) == "slot_past_promise"
    assert view.walk.steps[-1].overruled == "yes"
    assert "坐席改答" in view.walk.steps[-1].reason.zh


def test_a_derived_promise_is_labelled_and_leaves_only_with_the_agents_yes(house: House) -> None:
    settle(house, promise_hours=24)
    view = looked(house, o.DERIVED, CAN_SHIP, new_time="2026-05-19 18:00", **FILLED)
    assert "按店铺 24 小时推算" in view.walk.steps[-1].reason.zh
    assert view.draft is not None
    assert [one.rule.value for one in view.draft.findings] == ["derived_promise"]
    assert house.cases.may_copy(view).text is None
    confirmed = house.cases.confirm(view)
    assert confirmed.walk.steps[-1].by == "agent"
    assert house.cases.may_copy(confirmed).text == confirmed.draft.text if confirmed.draft else None
    assert confirmed.draft is not None
    assert confirmed.draft.is_complete


def test_a_promise_of_the_file_needs_no_yes(house: House) -> None:
    view = looked(house, o.LATE, CAN_SHIP, new_time="2026-05-19 18:00", **FILLED)
    assert view.walk.unconfirmed == ()
    assert house.cases.confirm(view) is view


def test_an_offered_time_is_inside_the_promise(house: House) -> None:
    settle(house, reply_hours_when_late=48)
    view = looked(house, {}, CAN_SHIP)
    assert view.draft is not None
    assert [slot.suggested for slot in view.draft.slots if slot.name == "new_time"] == ["2026-05-20T09:00:00+08:00"]


def test_the_clock_going_on_takes_a_time_back(house: House) -> None:
    view = looked(house, {}, CAN_SHIP, new_time="2026-05-19 18:00")
    assert view.draft is not None
    assert view.draft.is_complete
    house.clock.move(7 * 3600)  # type: ignore[attr-defined]
    later = house.cases.refresh(view)
    assert problem(later) == "slot_past"
    assert house.cases.may_copy(later).gap == "new_time"


def test_the_promise_passing_leads_to_the_other_outcome(house: House) -> None:
    view = looked(house, {}, CAN_SHIP, new_time="2026-05-20 09:00")
    house.clock.move(22 * 3600)  # type: ignore[attr-defined]
    assert house.cases.refresh(view).walk.outcome == "D-URGE-1.2.1.2"


def test_a_promised_minute_or_amount_must_be_sensible(house: House) -> None:
    refund = {"wants": "refund", "has_left": "no"}
    assert problem(looked(house, {}, refund, refund_minutes="0"), "refund_minutes") == "slot_count_range"
    assert problem(looked(house, {}, refund, refund_minutes="1441"), "refund_minutes") == "slot_count_range"
    late = looked(house, o.LATE, CAN_SHIP, new_time="2026-05-19 18:00", reason="仓库盘点", coupon_yuan="0")
    assert problem(late, "coupon_yuan") == "slot_money_range"


def test_a_reason_cannot_smuggle_in_what_is_forbidden(house: House) -> None:
    slots = {"new_time": "2026-05-19 18:00", "coupon_yuan": "5"}
    for reason, rule in (("请加微信", "off_platform"), ("因为XX", "gap"), ("宝贝缺货", "wording")):
        view = looked(house, o.LATE, CAN_SHIP, reason=reason, **slots)
        assert view.draft is not None
        assert [one.rule.value for one in view.draft.findings] == [rule]


def test_the_hours_told_are_those_of_the_time_told(house: House) -> None:
    view = looked(house, o.LATE, CAN_SHIP, new_time="2026-05-19 18:00", within_hours="1", **FILLED)
    assert view.draft is not None
    assert "6小时内" in view.draft.text
    assert "1小时内" not in view.draft.text


@pytest.mark.parametrize(
    ("new_time", "code"),
    [("2026-06-18 12:00", None), ("2026-06-18 13:00", "slot_far"), ("2027-05-19 18:00", "slot_far")],
)
def test_a_late_promise_is_no_more_than_thirty_days_ahead(house: House, new_time: str, code: str | None) -> None:
    view = looked(house, o.LATE, CAN_SHIP, new_time=new_time, **FILLED)
    assert problem(view) == code
