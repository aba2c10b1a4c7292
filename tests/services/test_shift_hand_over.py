"""The hand-over to the next shift, with a clock that goes on: what is open, and the notes."""

import pytest

from deskhelper.app import House
from deskhelper.core.moments import DAY, HOUR
from deskhelper.services import hand_over
from tests import orders as o
from tests.orders import NOW, at, imported
from tests.services.conftest import HouseAt
from tests.services.walked import copied, walked


def move(house: House, seconds: int) -> None:
    house.clock.move(seconds)  # type: ignore[attr-defined]


def test_an_empty_house_hands_nothing_over(house: House) -> None:
    over = house.hand_over.read()
    assert (over.is_empty, over.now, over.last) == (True, at(NOW), None)


def test_open_cases_promises_due_and_overdue_orders_are_handed_over(house: House) -> None:
    copied(house, walked(house))
    over = house.hand_over.read()
    assert (over.case_count, over.cases_due, over.promise_count, over.order_count) == (1, 1, 1, 1)
    assert [one.text for one in over.promises] == ["5月19日18点前发货"]
    assert over.orders[0].order.order_no == over.cases[0].order_no


def test_promises_are_told_until_midnight_and_half_a_day_ahead(house: House) -> None:
    copied(house, walked(house))
    assert house.hand_over.read().until == at("2026-05-20T00:00:00+08:00")
    move(house, 8 * HOUR)
    assert house.hand_over.read().until == at(NOW) + 20 * HOUR


def test_what_is_shipped_and_done_is_not_handed_over(house: House) -> None:
    view = copied(house, walked(house))
    house.case_board.set_stage(view.case.id, None)
    imported(house, o.ONLINE)
    house.cases.finish(view)
    over = house.hand_over.read()
    assert (over.case_count, over.order_count) == (0, 0)


def test_lists_are_cut_and_counts_are_whole(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand_over, "MOST_LINES", 0)
    copied(house, walked(house))
    over = house.hand_over.read()
    assert (len(over.cases), over.case_count) == (0, 1)
    assert (len(over.promises), over.promise_count) == (0, 1)
    assert (len(over.orders), over.order_count) == (0, 1)


def test_notes_are_kept_edited_ticked_and_go_a_day_after(house_at: HouseAt) -> None:
    house = house_at()
    house.settings.change(agent="小暖")
    first, second = house.hand_over.add_note(" 先 打电话 "), house.hand_over.add_note("毯子缺货")
    assert house.hand_over.add_note(" \n ") is None
    assert first is not None
    assert second is not None
    again = house_at().hand_over
    assert [(note.text, note.agent) for note in again.notes()] == [("先 打电话", "小暖"), ("毯子缺货", "小暖")]
    house.hand_over.edit_note(first, "先打电话")
    before = house.hand_over.tick_note(first, True)
    assert [note.text for note in house.hand_over.notes()] == ["毯子缺货", "先打电话"]
    assert [note.text for note in house.hand_over.read().notes] == ["毯子缺货"]
    assert before is not None
    house.hand_over.put_back(before)
    assert len(house.hand_over.read().notes) == 2
    house.hand_over.tick_note(first, True)
    move(house, DAY + 1)
    assert [note.text for note in house.hand_over.notes()] == ["毯子缺货"]


def test_a_note_without_words_is_taken_away_and_comes_back(house: House) -> None:
    note = house.hand_over.add_note("毯子缺货")
    assert note is not None
    before = house.hand_over.edit_note(note, "  ")
    assert house.hand_over.notes() == []
    assert before is not None
    house.hand_over.put_back(before)
    assert [one.text for one in house.hand_over.notes()] == ["毯子缺货"]


def test_a_note_that_is_gone_changes_nothing(house: House) -> None:
    assert house.hand_over.edit_note(7, "字") is None
    assert house.hand_over.tick_note(7, True) is None
    assert house.hand_over.notes() == []


def test_a_tick_twice_keeps_the_first_time_and_can_be_taken_back(house: House) -> None:
    note = house.hand_over.add_note("毯子缺货")
    assert note is not None
    house.hand_over.tick_note(note, True)
    move(house, HOUR)
    house.hand_over.tick_note(note, True)
    assert [one.done_at for one in house.hand_over.notes()] == [at(NOW)]
    house.hand_over.tick_note(note, False)
    assert [one.done_at for one in house.hand_over.notes()] == [None]


def test_the_last_hand_over_is_remembered(house_at: HouseAt) -> None:
    house = house_at()
    house.settings.change(agent="小暖")
    house.hand_over.handed_over()
    move(house, 8 * HOUR)
    house.settings.change(agent="小安")
    last = house.hand_over.read().last
    assert last is not None
    assert (last.at, last.agent) == (at(NOW), "小暖")
