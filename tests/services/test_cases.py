"""Cases are stored as the agent goes, and a killed desk loses nothing."""

import msgspec
import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.moments import HOUR
from deskhelper.core.reply import Library
from deskhelper.storage.cases import CaseStore
from tests import orders as o
from tests.orders import NOW, NUMBER, at, imported
from tests.services.conftest import HouseAt
from tests.services.walked import FLOW, copied, walked

OTHER = "260518-111111111110002"


def test_a_case_that_was_only_looked_at_is_not_stored(house: House) -> None:
    order = imported(house)
    view = house.cases.back(house.cases.open(order, FLOW), "wants")
    assert (view.is_stored, view.walk.question) == (False, "wants")
    assert house.orders.card("pdd", NUMBER).cases == []


def test_every_input_is_there_after_a_crash(house_at: HouseAt) -> None:
    view = walked(house_at())
    view = house_at().cases.get(view.case.id)
    again = house_at()
    view = again.cases.tick(view, "发货后把优惠券送出", True)
    view = again.cases.next_wording(view)
    found = house_at().cases.get(view.case.id)
    assert found.case == view.case
    assert found.case.state == CaseState(
        answers={"wants": "ship", "has_left": "no", "can_ship": "yes"},
        slots={"reason": "仓库盘点", "new_time": "2026-05-19 18:00", "coupon_yuan": "5"},
        ticks=("发货后把优惠券送出",),
        wording=1,
    )
    assert found.draft == view.draft
    assert found.case.outcome == "D-URGE-1.2.1.2"


def test_opening_again_finds_the_open_case_and_a_done_one_makes_room_for_a_new_one(house: House) -> None:
    view = walked(house)
    assert house.cases.open(view.order, FLOW).case.id == view.case.id
    assert house.cases.open(view.order, "proactive_notice").case.id != view.case.id
    house.cases.finish(view)
    fresh = house.cases.open(view.order, FLOW)
    assert (fresh.case.id == view.case.id, fresh.is_stored) == (False, False)
    done = house.cases.get(view.case.id)
    assert (done.case.closed_at, done.case.tab) == (at(NOW), None)


def test_a_case_can_be_kept_before_any_input(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.keep(house.cases.open(imported(house), FLOW))
    assert view.is_stored
    assert house.cases.keep(view) is view
    assert house_at().cases.get(view.case.id).case == view.case


def test_finishing_a_case_that_was_never_stored_is_no_error(house: House) -> None:
    house.cases.finish(house.cases.open(imported(house), FLOW))


def test_undo_and_redo_are_exact_across_a_restart(house_at: HouseAt) -> None:
    view = walked(house_at())
    states = [view.case.state]
    for _ in range(3):
        view = house_at().cases.undo(view)
        states.append(view.case.state)
    assert view.case.state.slots == {}
    for state in reversed(states[:-1]):
        house = house_at()
        view = house.cases.redo(house.cases.get(view.case.id))
        assert view.case.state == state


def test_back_deletes_nothing_and_forward_leaves_it_as_it_was(house: House) -> None:
    view = walked(house)
    back = house.cases.back(view)
    assert (back.walk.question, back.walk.kept) == ("promise_passed", "yes")
    assert house.cases.back(view, "wants").walk.question == "wants"
    assert house.cases.back(house.cases.look(view.order, FLOW)).walk.question == "wants"
    forward = house.cases.forward(back)
    assert (forward.walk, forward.case.state) == (view.walk, view.case.state)
    assert forward.case.undo == view.case.undo


def test_another_answer_leads_elsewhere_and_the_first_way_is_still_filled(house: House) -> None:
    view = walked(house)
    refund = house.cases.answer(view, "wants", "refund")
    assert refund.walk.outcome == "D-URGE-2.2"
    again = house.cases.answer(refund, "wants", "ship")
    assert again.draft is not None
    assert again.draft.text == (view.draft.text if view.draft else None)


def test_an_overrule_is_kept_in_the_case(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.answer(house.cases.open(imported(house, o.ONLINE), FLOW), "wants", "ship")
    view = house.cases.answer(view, "has_left", "no")
    step = house_at().cases.get(view.case.id).walk.steps[1]
    assert (step.by, step.overruled) == ("agent", "yes")
    (words,) = [one for one in CaseStore(house.database).asked(view.case.id) if one["by"] == "agent"][1:]
    assert words["reason"].startswith("坐席改答；订单显示：发货时间")


def test_the_same_input_again_changes_nothing(house: House) -> None:
    view = walked(house)
    assert house.cases.answer(view, "wants", "ship") is view
    assert house.cases.set_slot(view, "reason", "仓库盘点 ") is view


def test_tabs_keep_their_order_through_a_crash_and_lose_what_is_gone(house_at: HouseAt) -> None:
    house = house_at()
    imported(house, o.LATE, {"订单号": OTHER})
    first = house.cases.keep(house.cases.open(house.orders.find(NUMBER), FLOW))
    second = house.cases.keep(house.cases.open(house.orders.find(OTHER), FLOW))
    third = house.cases.keep(house.cases.open(house.orders.find(OTHER), "proactive_notice"))
    assert not house.open_work.has_tabs()
    house.cases.set_tabs([third.case.id, first.case.id, second.case.id])
    assert house.open_work.has_tabs()
    assert [view.case.id for view in house_at().cases.tabs()] == [third.case.id, first.case.id, second.case.id]
    house.cases.set_tabs([second.case.id, first.case.id])
    house.cases.finish(first)
    assert [view.case.id for view in house_at().cases.tabs()] == [second.case.id]
    house.database.execute("DELETE FROM orders WHERE order_no = ?", (OTHER,))
    assert house_at().cases.tabs() == []
    with pytest.raises(WorldError, match="case_unknown"):
        house_at().cases.get(second.case.id)


def test_a_case_that_is_not_there_is_said_to_be_gone(house: House) -> None:
    with pytest.raises(WorldError, match="case_unknown"):
        house.cases.get("none")


def other_version(house: House, text: str) -> House:
    """Give the house a newer version of the flow in which the first question is asked otherwise."""
    plain = msgspec.to_builtins(house.library.flows[FLOW])
    plain["version"] = 2
    plain["questions"]["wants"]["ask"] = {"zh": text, "en": text}
    plain["questions"]["can_ship"]["ask"] = {"zh": text, "en": text}
    flow = msgspec.convert(plain, type(house.library.flows[FLOW]))
    house.library = replace(house.library, flows={**house.library.flows, FLOW: flow})
    return house


def test_a_newer_flow_keeps_the_words_that_were_asked(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.answer(house.cases.open(imported(house, o.LATE), FLOW), "wants", "ship")
    view = house.cases.answer(view, "has_left", "no")
    newer = other_version(house_at(), "换了问法？")
    view = newer.cases.get(view.case.id)
    assert view.is_other_version
    assert view.walk.answers == {"wants": "ship", "has_left": "no"}
    view = newer.cases.answer(view, "can_ship", "yes")
    asked = [words["question"] for words in CaseStore(newer.database).asked(view.case.id)]
    assert asked[:3] == ["买家想要什么？", "包裹离开仓库了吗？", "换了问法？"]
    assert view.case.flow_version == 1


def test_an_answer_that_a_newer_flow_does_not_know_is_left_aside_not_lost(house: House) -> None:
    view = walked(house)
    state = replace(view.case.state, answers={**view.case.state.answers, "gone": "x", "can_ship": "perhaps"})
    CaseStore(house.database).save(replace(view.case, state=state), [])
    found = house.cases.get(view.case.id)
    assert (found.walk.question, found.case.state.answers["gone"]) == ("can_ship", "x")


def test_a_flow_that_is_gone_takes_its_tab_away(house: House) -> None:
    view = walked(house)
    house.cases.set_tabs([view.case.id])
    library: Library = house.library
    house.library = replace(library, flows={})
    assert house.cases.tabs() == []
    with pytest.raises(WorldError, match="flow_unknown"):
        house.cases.get(view.case.id)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (CaseState(answers={"gone": "x"}), "question_unknown"),
        (CaseState(answers={"wants": "gift"}), "option_unknown"),
        (CaseState(slots={"gone": "x"}), "slot_unknown"),
    ],
)
def test_an_input_of_another_name_is_refused(house: House, state: CaseState, code: str) -> None:
    with pytest.raises(WorldError, match=code):
        house.cases.look(imported(house), FLOW, state)


def test_a_new_import_keeps_notes_cases_and_promises_and_refreshes_the_facts(house: House) -> None:
    view = copied(house, walked(house))
    house.orders.set_note("pdd", NUMBER, "买家周末在家")
    house.cases.set_tabs([view.case.id])
    imported(house, o.ONLINE | o.LATE)
    card = house.orders.card("pdd", NUMBER)
    assert (card.note, [case.id for case in card.cases]) == ("买家周末在家", [view.case.id])
    assert (len(card.copies), len(card.promises), card.line.open_cases) == (1, 2, 1)
    (tab,) = house.cases.tabs()
    assert tab.case.state == house.cases.get(view.case.id).case.state
    assert tab.draft is not None
    assert tab.walk.steps[1].overruled == "yes"
    assert house.cases.refresh(view).order.tracking_no == o.TRACKING


def test_the_card_shows_open_cases_and_forgets_done_ones(house: House) -> None:
    view = walked(house)
    assert house.orders.card("pdd", NUMBER).line.open_cases == 1
    house.cases.finish(view)
    assert house.orders.card("pdd", NUMBER).line.open_cases == 0


def test_a_case_goes_on_after_days(house_at: HouseAt) -> None:
    view = walked(house_at())
    later = house_at("2026-05-22T12:00:00+08:00")
    found = later.cases.get(view.case.id)
    assert later.cases.may_copy(found).gap == "new_time"
    assert found.case.changed_at == at(NOW)
    assert later.clock.now() - found.case.changed_at == 72 * HOUR
