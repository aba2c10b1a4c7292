"""A case goes on in another flow with what is known, so that nothing is asked twice."""

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import HandOver
from deskhelper.core.text import Text
from tests import orders as o
from tests.orders import imported
from tests.services.walked import FLOW

TO_NOTICE = HandOver(to="proactive_notice", label=Text("转告知", "to the notices"), answers={"event": "delayed"})


def test_answers_and_slots_go_along_and_the_case_left_behind_stays(house: House) -> None:
    view = house.cases.look(imported(house, o.LATE), FLOW)
    for question, option in (("wants", "ship"), ("has_left", "no"), ("can_ship", "yes")):
        view = house.cases.answer(view, question, option)
    view = house.cases.set_slot(view, "reason", "仓库盘点")
    other = house.cases.hand_over(view, TO_NOTICE)
    assert (other.flow.id, other.is_stored, other.order.order_no) == ("proactive_notice", True, view.order.order_no)
    assert other.walk.outcome == "D-PRO-4"
    assert other.case.state.slots["reason"] == "仓库盘点"
    assert house.cases.get(view.case.id).case.state == view.case.state


def test_a_case_that_is_open_there_already_is_gone_on_with(house: House) -> None:
    order = imported(house, o.LATE)
    there = house.cases.answer(house.cases.look(order, "proactive_notice"), "event", "grouped")
    there = house.cases.set_slot(there, "reason", "供应商到货延迟")
    view = house.cases.answer(house.cases.look(order, FLOW), "wants", "ship")
    view = house.cases.set_slot(view, "reason", "仓库盘点")
    other = house.cases.hand_over(view, TO_NOTICE)
    assert other.case.id == there.case.id
    assert other.case.state.slots["reason"] == "供应商到货延迟"
    assert other.case.state.answers["event"] == "delayed", "the way just chosen wins"


def test_a_hand_over_can_be_undone(house: House) -> None:
    view = house.cases.answer(house.cases.look(imported(house, o.LATE), FLOW), "wants", "ship")
    other = house.cases.hand_over(view, TO_NOTICE)
    assert house.cases.undo(other).walk.outcome is None


def test_a_flow_that_is_switched_off_is_named(house: House) -> None:
    view = house.cases.look(imported(house, o.LATE), FLOW)
    with pytest.raises(WorldError, match="flow_unknown"):
        house.cases.hand_over(view, HandOver(to="gone", label=Text("转", "on")))
