"""The cases board over real cases: derived states, what is set by hand, undo, and clocks that go on (D-AFTER-10)."""

import pytest

from deskhelper.app import House
from deskhelper.core.case_board import CaseLine
from deskhelper.core.case_care import EVIDENCE_IN, NOT_YET_IN, PLATFORM_OUTCOMES, WAREHOUSE_OUTCOMES, Deadline, Stage
from deskhelper.core.errors import WorldError
from deskhelper.core.moments import DAY, HOUR
from deskhelper.services.case_board import CLOSED_DAYS
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import NOW, NUMBER, at, imported
from tests.services.conftest import HouseAt
from tests.services.walked import copied, walked


def only(house: House, has_closed: bool = False) -> CaseLine:
    (line,) = house.case_board.read(has_closed).lines
    return line


def platform_case(house: House, **answers: str) -> CaseView:
    """Return a case of the platform, its notice not on the order."""
    view = house.cases.open(imported(house, o.RECEIVED), "platform_case")
    for question, option in {"platform_in": "yes", **answers}.items():
        view = house.cases.answer(view, question, option)
    return view


def test_a_case_is_new_until_it_is_answered_then_waits_for_the_warehouse_and_the_buyer(house: House) -> None:
    view = walked(house)
    assert (only(house).standing.stage, only(house).standing.due_at) == (Stage.NEW, None)
    assert only(house).next_step("zh") == "按约定时间发货并上传运单号"
    view = copied(house, view)
    waits = only(house)
    assert (waits.standing.stage, waits.standing.due_by) == (Stage.WAREHOUSE, Deadline.PROMISE)
    assert waits.standing.due_at == at("2026-05-19T18:00:00+08:00")
    for todo in view.flow.outcomes["D-URGE-1.2.1.2"].todo:
        view = house.cases.tick(view, todo.zh, True)
    assert only(house).standing.stage is Stage.BUYER


def test_the_open_question_is_the_next_step(house: House) -> None:
    view = house.cases.answer(house.cases.open(imported(house, o.LATE), "urge_shipment"), "wants", "ship")
    assert view.walk.question is not None
    assert only(house).next_step("zh") == view.flow.questions[view.walk.question].ask.zh


def test_the_board_shows_nothing_that_was_only_looked_at(house: House) -> None:
    house.cases.open(imported(house), "urge_shipment")
    assert house.case_board.read().lines == []


def test_a_case_of_the_platform_is_a_complaint_with_the_answer_limit_in_force(house: House) -> None:
    platform_case(house)
    line = only(house)
    assert (line.standing.is_complaint, line.standing.due_by) == (True, Deadline.COMPLAINT)
    assert line.standing.due_at == at(NOW) + 48 * HOUR
    house.policy.set_numbers("evidence.hours", {"value": 24})
    assert only(house).standing.due_at == at(NOW) + 24 * HOUR


def test_the_notice_on_the_order_starts_the_clock_of_its_complaint(house: House) -> None:
    view = platform_case(house, platform_verdict="pending")
    house.marks.set_platform_notice(view.order, at(NOW) - HOUR)
    line = only(house)
    assert (line.standing.stage, line.standing.due_by) == (Stage.PLATFORM, Deadline.EVIDENCE)
    assert line.standing.due_at == at(NOW) + 47 * HOUR


def test_what_is_set_by_hand_stays_and_is_taken_back(house_at: HouseAt) -> None:
    house = house_at()
    case_id = copied(house, walked(house)).case.id
    board = house.case_board
    before = only(house)
    changes = [
        board.set_stage(case_id, Stage.PLATFORM), board.set_owner(case_id, "  小 安 "),
        board.set_deadline(case_id, at(NOW) + HOUR), board.set_complaint(case_id, True),
        board.set_next_step(case_id, "问快递\n网点"),
    ]  # fmt: skip
    line = house_at().case_board.line(case_id)
    standing = line.standing
    assert (standing.stage, standing.is_by_hand, standing.owner) == (Stage.PLATFORM, True, "小 安")
    assert (standing.due_at, standing.due_by) == (at(NOW) + HOUR, Deadline.HAND)
    assert (standing.is_complaint, line.next_step("zh")) == (True, "问快递 网点")
    assert "小 安" in board.read().summary.owners
    for change in reversed(changes):
        board.put_back(change)
    assert only(house) == before
    assert house.database.count("case_cares") == 0


def test_done_closes_the_case_and_another_state_opens_it_again(house: House) -> None:
    case_id = copied(house, walked(house)).case.id
    change = house.case_board.set_stage(case_id, Stage.DONE)
    assert house.case_board.read().lines == []
    assert only(house, has_closed=True).standing.stage is Stage.DONE
    line = house.orders.line("pdd", NUMBER)
    assert line is not None
    assert line.open_cases == 0
    house.case_board.put_back(change)
    assert only(house).standing.stage is Stage.WAREHOUSE
    house.case_board.set_stage(case_id, Stage.DONE)
    house.case_board.set_stage(case_id, Stage.BUYER)
    line = house.orders.line("pdd", NUMBER)
    assert line is not None
    assert (only(house).standing.stage, line.open_cases) == (Stage.BUYER, 1)
    house.case_board.set_stage(case_id, None)
    assert only(house).standing.stage is Stage.WAREHOUSE


def test_done_twice_keeps_the_first_time(house: House) -> None:
    case_id = walked(house).case.id
    house.case_board.set_stage(case_id, Stage.DONE)
    closed_at = only(house, has_closed=True).closed_at
    house.clock.move(DAY)  # type: ignore[attr-defined]
    house.case_board.set_stage(case_id, Stage.DONE)
    assert only(house, has_closed=True).closed_at == closed_at


def test_closed_cases_leave_the_board_after_some_days(house: House) -> None:
    house.case_board.set_stage(walked(house).case.id, Stage.DONE)
    house.clock.move(CLOSED_DAYS * DAY)  # type: ignore[attr-defined]
    assert len(house.case_board.read(has_closed=True).lines) == 1
    house.clock.move(1)  # type: ignore[attr-defined]
    assert house.case_board.read(has_closed=True).lines == []


def test_what_is_due_today_is_counted_as_days_go_by(house: House) -> None:
    case_id = walked(house).case.id
    assert house.case_board.count_due() == 0
    house.case_board.set_deadline(case_id, at("2026-05-21T09:00:00+08:00"))
    counts = []
    for _ in range(3):
        counts.append(house.case_board.count_due())
        house.clock.move(DAY)  # type: ignore[attr-defined]
    assert counts == [0, 0, 1]
    house.case_board.set_deadline(case_id, None)
    assert house.case_board.count_due() == 0


def test_a_case_that_is_not_there_is_told(house: House) -> None:
    for verb in (house.case_board.line, lambda case_id: house.case_board.set_owner(case_id, "小安")):
        with pytest.raises(WorldError) as told:
            verb("gone")
        assert told.value.problem.code == "case_unknown"


def test_a_flow_that_is_gone_leaves_its_cases_on_the_board(house: House) -> None:
    walked(house)
    house.database.execute("UPDATE cases SET flow = 'gone'")
    assert (only(house).title.zh, only(house).next_step("zh")) == ("gone", "")


def test_every_outcome_named_by_the_board_is_one_of_the_flows(house: House) -> None:
    known = {outcome for flow in house.library.flows.values() for outcome in flow.outcomes}
    assert (PLATFORM_OUTCOMES | WAREHOUSE_OUTCOMES | EVIDENCE_IN | {NOT_YET_IN}) - known == set()


@pytest.mark.parametrize(
    ("change", "step"),
    [
        (o.CANCELLED, "订单已取消，核对后结案"),
        (o.REFUNDED, "已经退款，核对后结案"),
        (o.ONLINE, "已经发货，告诉买家后结案"),
    ],
)
def test_after_an_import_the_next_shift_is_not_told_to_ship_what_has_changed(
    house_at: HouseAt, change: dict[str, str], step: str
) -> None:
    copied(house_at(), walked(house_at()))
    house = house_at("2026-05-19T15:00:00+08:00")
    imported(house, change)
    (line,) = house.hand_over.read().cases
    assert (line.next_step("zh"), line.standing.stage) == (step, Stage.BUYER)
