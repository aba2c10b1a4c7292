from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deskhelper.core.case import (
    HISTORY_LIMIT,
    Case,
    CaseState,
    answered,
    changed,
    handed_over,
    redone,
    slot_changed,
    slot_set,
    ticked,
    undone,
)
from deskhelper.core.flow import HandOver
from deskhelper.core.text import Text
from tests.core.make import flow_of, plain_flow


def case() -> Case:
    return Case(
        id="c",
        platform="pdd",
        order_no="260518-111111111110001",
        flow="test",
        flow_version=1,
        opened_at=0,
        changed_at=0,
    )


def test_a_change_is_kept_with_its_time_and_can_be_undone_and_made_again() -> None:
    made = changed(case(), answered(CaseState(), "wants", "ship"), 5)
    assert (made.state.answers, made.changed_at) == ({"wants": "ship"}, 5)
    back = undone(made, 6)
    assert (back.state, back.undo, back.changed_at) == (CaseState(), (), 6)
    again = redone(back, 7)
    assert (again.state, again.undo, again.redo) == (made.state, made.undo, ())


def test_with_nothing_to_undo_or_redo_the_case_stays_the_same() -> None:
    made = case()
    assert undone(made, 5) is made
    assert redone(made, 5) is made


def test_the_same_state_again_is_no_change() -> None:
    made = case()
    assert changed(made, CaseState(), 5) is made


def test_looking_again_at_a_question_is_nothing_to_undo() -> None:
    made = changed(case(), CaseState(revisit="wants"), 5)
    assert (made.state.revisit, made.undo) == ("wants", ())


def test_answering_ends_the_looking_again_and_keeps_all_other_answers() -> None:
    state = CaseState(answers={"wants": "ship", "has_left": "no"}, revisit="wants")
    assert answered(state, "wants", "refund") == CaseState(answers={"wants": "refund", "has_left": "no"})


def test_a_new_change_ends_what_could_be_made_again() -> None:
    made = undone(changed(case(), CaseState(wording=1), 1), 2)
    assert changed(made, CaseState(wording=2), 3).redo == ()


def test_the_history_keeps_the_last_changes_only() -> None:
    made = case()
    for number in range(1, HISTORY_LIMIT + 5):
        made = changed(made, CaseState(wording=number), number)
    assert len(made.undo) == HISTORY_LIMIT
    assert made.undo[0].wording == 4


def test_a_slot_is_set_without_blanks_around_it_and_taken_back_by_nothing() -> None:
    state = slot_set(CaseState(), "reason", " 盘点 ")
    assert state.slots == {"reason": "盘点"}
    assert slot_set(state, "reason", "  ") == CaseState()


def test_ticks_are_set_once_and_taken_back() -> None:
    state = ticked(ticked(CaseState(), "做", True), "做", True)
    assert state.ticks == ("做",)
    assert ticked(state, "做", False).ticks == ()


def test_typing_in_one_field_is_one_change() -> None:
    made = case()
    for words in ("盘", "盘点", "盘点中"):
        made = slot_changed(made, "reason", words, 1)
    assert made.state.slots == {"reason": "盘点中"}
    assert undone(made, 2).state == CaseState()
    assert redone(undone(made, 2), 3).state == made.state


def test_typing_in_another_field_is_another_change() -> None:
    made = slot_changed(slot_changed(case(), "reason", "盘点", 1), "coupon", "5", 2)
    assert undone(made, 3).state.slots == {"reason": "盘点"}


def test_typing_after_another_change_is_a_change_of_its_own() -> None:
    made = slot_changed(case(), "reason", "盘点", 1)
    made = changed(made, answered(made.state, "wants", "ship"), 2)
    made = slot_changed(made, "reason", "盘点中", 3)
    assert undone(made, 4).state == CaseState(answers={"wants": "ship"}, slots={"reason": "盘点"})


def test_the_same_input_again_is_no_change() -> None:
    made = slot_changed(case(), "reason", "盘点", 1)
    assert slot_changed(made, "reason", "盘点 ", 2) is made


def test_input_that_was_taken_back_again_leaves_nothing_to_undo() -> None:
    made = slot_changed(slot_changed(case(), "reason", "盘", 1), "reason", "", 2)
    assert (made.state, made.undo) == (CaseState(), ())


STATES = st.builds(
    CaseState,
    answers=st.dictionaries(st.sampled_from(["wants", "has_left"]), st.sampled_from(["a", "b"])),
    slots=st.dictionaries(st.sampled_from(["reason", "coupon"]), st.sampled_from(["1", "2"])),
    wording=st.integers(0, 2),
)


@given(st.lists(STATES, max_size=20))
def test_undoing_all_and_redoing_all_is_exact(states: list[CaseState]) -> None:
    made = case()
    for state in states:
        made = changed(made, state, 1)
    seen = [made]
    while seen[-1].undo:
        seen.append(undone(seen[-1], 1))
    assert seen[-1].state == CaseState()
    back = seen[-1]
    for former in reversed(seen[:-1]):
        back = redone(back, 1)
        assert back == replace(former, changed_at=back.changed_at)


@given(st.lists(st.tuples(st.sampled_from(["reason", "coupon"]), st.sampled_from(["", "1", "12"])), max_size=20))
def test_every_undo_of_typing_changes_something(inputs: list[tuple[str, str]]) -> None:
    made = case()
    for slot, words in inputs:
        made = slot_changed(made, slot, words, 1)
    while made.undo:
        before, made = made, undone(made, 1)
        assert before.state != made.state


def test_what_was_answered_and_filled_goes_along_where_it_is_asked_there_too() -> None:
    state = CaseState(
        answers={"wants": "ship", "has_left": "no", "elsewhere": "x"},
        slots={"reason": "仓库盘点"},
        ticks=("发货",),
        wording=2,
        revisit="wants",
    )
    way = HandOver(to="test", label=Text("转", "on"))
    along = handed_over(state, {"wants": "ship", "has_left": "no", "elsewhere": "x"}, way, flow_of(plain_flow()))
    assert along == CaseState(answers={"wants": "ship", "has_left": "no"}, slots={"reason": "仓库盘点"})


def test_an_answer_off_the_way_or_unknown_there_stays_behind() -> None:
    state = CaseState(answers={"wants": "ship", "has_left": "maybe"})
    way = HandOver(to="test", label=Text("转", "on"))
    along = handed_over(state, {"wants": "refund", "has_left": "maybe"}, way, flow_of(plain_flow()))
    assert along.answers == {}


def test_a_hand_over_brings_answers_of_its_own() -> None:
    way = HandOver(to="test", label=Text("转", "on"), answers={"wants": "refund"})
    along = handed_over(CaseState(answers={"wants": "ship"}), {"wants": "ship"}, way, flow_of(plain_flow()))
    assert along.answers == {"wants": "refund"}
