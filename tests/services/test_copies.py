"""What leaves by the clipboard is gated, logged, and its promises are kept, all or nothing."""

import pytest

from deskhelper.app import House
from deskhelper.core.outgoing import Rule
from deskhelper.storage.sqlite import sqlite3
from tests import orders as o
from tests.orders import NOW, NUMBER, at, imported, settle
from tests.services.conftest import HouseAt
from tests.services.walked import FLOW, copied, walked


def test_the_gate_leads_to_the_first_thing_that_is_missing(house: House) -> None:
    order = imported(house, o.LATE)
    assert house.cases.may_copy(house.cases.look(order, FLOW)).question == "wants"
    view = walked(house)
    assert house.cases.may_copy(house.cases.set_slot(view, "reason", "")).gap == "reason"
    finding = house.cases.may_copy(house.cases.set_slot(view, "reason", "加微信")).finding
    assert finding is not None
    assert finding.rule is Rule.OFF_PLATFORM
    assert house.cases.may_copy(view).text == (view.draft.text if view.draft else None)


def test_a_copy_is_logged_with_its_promises(house_at: HouseAt) -> None:
    house = house_at()
    house.settings.change(agent="小测")
    view = walked(house)
    copied(house, view)
    card = house_at().orders.card("pdd", NUMBER)
    (reply,) = card.copies
    assert view.draft is not None
    assert (reply.text, reply.outcome, reply.flow, reply.script) == (
        view.draft.text,
        "D-URGE-1.2.1.2",
        FLOW,
        "urge_late",
    )
    assert (reply.case_id, reply.copied_at, reply.agent, reply.wording) == (view.case.id, at(NOW), "小测", 0)
    assert [(one.kind.value, one.due_at, one.fen, one.closed_at) for one in card.promises] == [
        ("ship", at("2026-05-19 18:00"), None, None),
        ("coupon", at("2026-05-20 18:00"), 500, None),
    ]
    assert all(one.follow_up.zh and one.follow_up.en and one.agent == "小测" for one in card.promises)


def test_only_what_passed_the_gate_is_recorded(house: House) -> None:
    view = walked(house)
    assert view.draft is not None
    text = view.draft.text
    for bad, words in (
        (view, text + "！"),
        (house.cases.set_slot(view, "reason", ""), text),
        (house.cases.back(view, "wants"), text),
    ):
        with pytest.raises(ValueError, match="passed the gate"):
            house.cases.record_copy(bad, words)
    assert house.orders.card("pdd", NUMBER).copies == []


def test_what_was_taken_from_the_offer_is_kept_as_the_agents(house: House) -> None:
    settle(house, reasons=("仓库盘点",))
    view = house.cases.open(imported(house, o.LATE), FLOW)
    for question, option in {"wants": "ship", "has_left": "no", "can_ship": "yes"}.items():
        view = house.cases.answer(view, question, option)
    view = copied(house, view)
    assert view.case.state.slots == {
        "reason": "仓库盘点", "new_time": "2026-05-19T18:00:00+08:00", "coupon_yuan": "5",
    }  # fmt: skip


def test_a_promise_of_the_same_kind_replaces_the_open_one_of_the_case(house: House) -> None:
    view = copied(house, walked(house))
    view = copied(house, house.cases.set_slot(view, "new_time", "2026-05-19 20:00"))
    card = house.orders.card("pdd", NUMBER)
    assert [(one.kind.value, one.due_at, one.state.value) for one in card.promises] == [
        ("ship", at("2026-05-19 18:00"), "withdrawn"),
        ("ship", at("2026-05-19 20:00"), "open"),
        ("coupon", at("2026-05-20 20:00"), "open"),
    ]
    assert len(card.copies) == 2


def test_a_promise_that_was_kept_stays_when_another_is_made(house: House) -> None:
    view = copied(house, walked(house))
    kept = house.orders.card("pdd", NUMBER).promises[0]
    house.cases.keep_promise(kept.id)
    copied(house, view)
    states = [(one.kind.value, one.is_kept) for one in house.orders.card("pdd", NUMBER).promises]
    assert sorted(states, key=str) == [("coupon", None), ("ship", None), ("ship", True)]


def test_promises_of_other_cases_are_left_alone(house: House) -> None:
    view = copied(house, walked(house))
    house.cases.finish(view)
    copied(house, walked(house))
    assert len(house.orders.card("pdd", NUMBER).promises) == 4


def test_a_copy_that_cannot_keep_its_promises_is_not_logged_either(house: House) -> None:
    view = walked(house)
    house.database.execute(
        "CREATE TEMP TRIGGER fail BEFORE INSERT ON promises WHEN NEW.kind = 'coupon'"
        " BEGIN SELECT RAISE(ABORT, 'no more'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        copied(house, view)
    card = house.orders.card("pdd", NUMBER)
    assert (card.copies, card.promises) == ([], [])
    house.database.execute("DROP TRIGGER fail")
    copied(house, view)
    assert len(house.orders.card("pdd", NUMBER).promises) == 2


def test_a_failed_second_copy_leaves_the_first_one_and_its_promises(house: House) -> None:
    view = copied(house, walked(house))
    before = house.orders.card("pdd", NUMBER)
    house.database.execute(
        "CREATE TEMP TRIGGER fail BEFORE INSERT ON promises BEGIN SELECT RAISE(ABORT, 'no more'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        copied(house, house.cases.set_slot(view, "new_time", "2026-05-19 20:00"))
    after = house.orders.card("pdd", NUMBER)
    assert (after.copies, after.promises) == (before.copies, before.promises)


def test_open_promises_are_counted_until_they_are_kept(house: House) -> None:
    copied(house, walked(house))
    assert [house.open_work.promises_due(hours) for hours in (5, 6, 30)] == [0, 1, 2]
    house.cases.keep_promise(house.orders.card("pdd", NUMBER).promises[0].id)
    assert house.open_work.promises_due(30) == 1


def test_a_refund_stands_in_for_what_was_said_of_shipping(house: House) -> None:
    view = copied(house, walked(house))
    refund = house.cases.set_slot(house.cases.answer(view, "wants", "refund"), "refund_minutes", "30")
    copied(house, refund)
    states = [(one.kind.value, one.state.value) for one in house.orders.card("pdd", NUMBER).promises]
    assert states == [("refund", "open"), ("ship", "withdrawn"), ("coupon", "open")]
