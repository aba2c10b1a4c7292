"""Promises over days: kept, broken, apologised for, withdrawn, given. The clock is moved, files come in."""

import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.log import ClosedBy, PromiseState, StoredPromise
from deskhelper.core.moments import HOUR
from deskhelper.core.promise_board import MONEY_KINDS, Group, Narrowed, next_flow
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import NUMBER, SHOP, at, imported, order_file
from tests.services.conftest import HouseAt
from tests.services.walked import FLOW, copied, walked

SIX = "2026-05-19 18:00"
AT_SEVEN = "2026-05-19T19:00:00+08:00"


def promises(house: House) -> dict[str, StoredPromise]:
    """Return the promises to the buyer by kind, the last one of each."""
    return {one.kind.value: one for one in house.orders.card("pdd", NUMBER).promises}


def states(house: House) -> list[tuple[str, str]]:
    return [(one.kind.value, one.state.value) for one in house.orders.card("pdd", NUMBER).promises]


def read_in(house: House, *rows: dict[str, str], name: str = "orders_export2026-05-19-18-50-00.csv") -> None:
    house.imports.run(order_file(house.folder.root / "later", *rows, name=name), SHOP)


def on_its_way(house: House) -> CaseView:
    """Return the case once the agent has seen that the parcel left."""
    return house.cases.answer(house.cases.open(house.orders.find(NUMBER), FLOW), "has_left", "yes")


def text_of(view: CaseView) -> str:
    assert view.draft is not None
    return view.draft.text


@pytest.fixture
def at_seven(house_at: HouseAt) -> House:
    """Return a house at 19:00, with a parcel promised for 18:00 that has not left, and a coupon for the day after."""
    copied(house_at(), walked(house_at()))
    return house_at(AT_SEVEN)


def test_shipped_in_time_keeps_the_promise_at_the_end_of_the_import(at_seven: House) -> None:
    assert states(at_seven) == [("ship", "open"), ("coupon", "open")]
    read_in(at_seven, {**o.ONLINE, "发货时间": "2026-05-19 17:59:00"})
    assert states(at_seven) == [("ship", "kept"), ("coupon", "open")]
    ship = promises(at_seven)["ship"]
    assert (ship.closed_at, ship.closed_by) == (at("2026-05-19 17:59"), ClosedBy.SHIPPED)


def test_shipped_too_late_is_broken_but_done_and_stays_until_it_was_seen(at_seven: House) -> None:
    read_in(at_seven, {**o.ONLINE, "发货时间": "2026-05-19 18:30:00"})
    ship = promises(at_seven)["ship"]
    assert (ship.state, ship.fulfilled_at) == (PromiseState.OPEN, at("2026-05-19 18:30"))
    at_seven.promises.keep(ship.id)
    assert promises(at_seven)["ship"].state is PromiseState.BROKEN


def test_the_next_reply_apologises_for_a_late_parcel_and_that_answers_it(at_seven: House) -> None:
    read_in(at_seven, {**o.ONLINE, "发货时间": "2026-05-19 18:30:00"})
    view = on_its_way(at_seven)
    assert text_of(view).startswith("亲，上次跟您说好5月19日18点前发货，我们没有做到")
    assert "亲，您的订单已经发货了" not in text_of(view)
    after = copied(at_seven, view)
    ship = promises(at_seven)["ship"]
    assert (ship.state, ship.closed_by, ship.answered_by) == (PromiseState.BROKEN, ClosedBy.ANSWERED, 2)
    assert "说好" not in text_of(after)


def test_a_broken_promise_is_apologised_for_and_a_new_one_takes_its_place(at_seven: House) -> None:
    view = at_seven.cases.open(at_seven.orders.find(NUMBER), FLOW)
    view = at_seven.cases.set_slot(view, "new_time", "2026-05-20 10:00")
    assert "5月19日18点前发货" in text_of(view)
    assert view.draft is not None
    assert view.draft.findings == []
    copied(at_seven, view)
    old, new = (one for one in at_seven.orders.card("pdd", NUMBER).promises if one.kind is PromiseKind.SHIP)
    assert (old.state, old.closed_at, old.is_kept, old.answered_by) == (PromiseState.BROKEN, at(AT_SEVEN), False, 2)
    assert (new.state, new.due_at) == (PromiseState.OPEN, at("2026-05-20 10:00"))


def test_a_promise_replaced_before_its_time_is_simply_replaced(house: House) -> None:
    view = copied(house, walked(house))
    copied(house, house.cases.set_slot(view, "new_time", "2026-05-19 20:00"))
    assert states(house) == [("ship", "withdrawn"), ("ship", "open"), ("coupon", "open")]


def test_every_wording_of_a_late_reply_apologises(at_seven: House) -> None:
    view = at_seven.cases.open(at_seven.orders.find(NUMBER), FLOW)
    view = at_seven.cases.set_slot(view, "new_time", "2026-05-20 10:00")
    for _ in range(3):
        assert "5月19日18点前发货" in text_of(view)
        assert at_seven.cases.may_copy(view).text
        view = at_seven.cases.next_wording(view)


def test_an_agent_who_takes_the_apology_out_has_not_answered_the_promise(at_seven: House) -> None:
    read_in(at_seven, {**o.ONLINE, "发货时间": "2026-05-19 18:30:00"})
    view = on_its_way(at_seven)
    copied(at_seven, at_seven.cases.set_text(view, "亲，您的包裹在路上了，请您留意物流。"))
    assert promises(at_seven)["ship"].state is PromiseState.OPEN


def test_a_parcel_that_left_nobody_knows_when_is_not_called_late(at_seven: House) -> None:
    read_in(at_seven, {**o.NUMBER_ONLY, "订单状态": "已发货，待收货"})
    view = at_seven.cases.open(at_seven.orders.find(NUMBER), FLOW)
    assert promises(at_seven)["ship"].state is PromiseState.OPEN
    assert "说好" not in text_of(view)


def test_a_file_from_before_the_due_time_proves_that_the_parcel_left(at_seven: House) -> None:
    row = {**o.NUMBER_ONLY, "订单状态": "已发货，待收货"}
    read_in(at_seven, row, name="orders_export2026-05-19-17-30-00.csv")
    assert promises(at_seven)["ship"].state is PromiseState.KEPT


def test_money_owed_stays_until_it_is_given_even_after_an_apology(house_at: HouseAt) -> None:
    copied(house_at(), walked(house_at()))
    house = house_at("2026-05-21T09:00:00+08:00")
    read_in(house, {**o.ONLINE, "发货时间": "2026-05-19 17:00:00"})
    assert house.promises.board().owed == house.promises.board(Narrowed(agent="")).owed
    view = on_its_way(house)
    assert "送您5元优惠券" in text_of(view)
    after = copied(house, view)
    coupon = promises(house)["coupon"]
    assert (coupon.state, coupon.answered_by, house.promises.board().owed.fen) == (PromiseState.OPEN, 2, 500)
    assert "优惠券" not in text_of(after)
    before = house.promises.keep(coupon.id)
    assert (promises(house)["coupon"].state, house.promises.board().owed.fen) == (PromiseState.KEPT, 0)
    house.promises.put_back(before)
    assert promises(house)["coupon"] == before


def test_a_finished_refund_keeps_its_promise_and_withdraws_what_was_said_of_shipping(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.open(imported(house, o.LATE), FLOW)
    view = house.cases.answer(house.cases.answer(view, "wants", "refund"), "has_left", "no")
    copied(house, house.cases.set_slot(view, "refund_minutes", "30"))
    house = house_at("2026-05-19T12:10:00+08:00")
    read_in(house, o.REFUNDED, name="orders_export2026-05-19-12-10-00.csv")
    assert states(house) == [("refund", "kept")]


def test_a_cancelled_order_withdraws_what_is_not_due_yet(house_at: HouseAt) -> None:
    copied(house_at(), walked(house_at()))
    house = house_at("2026-05-19T15:00:00+08:00")
    read_in(house, o.CANCELLED, name="orders_export2026-05-19-15-00-00.csv")
    ship = promises(house)["ship"]
    assert (ship.state, ship.closed_by) == (PromiseState.WITHDRAWN, ClosedBy.CANCELLED)
    assert promises(house)["coupon"].state is PromiseState.OPEN


def test_a_cancelled_order_leaves_an_overdue_promise_broken(at_seven: House) -> None:
    read_in(at_seven, o.CANCELLED)
    assert promises(at_seven)["ship"].state is PromiseState.BROKEN


def test_the_next_reply_of_a_case_keeps_its_promise_to_answer(house: House) -> None:
    view = walked(house)
    house.database.execute(
        "INSERT INTO promises (copy_id, case_id, platform, order_no, kind, text, follow_up_zh, follow_up_en, due_at,"
        " made_at, agent) VALUES (0, ?, 'pdd', ?, 'call_back', '答复', '答复', 'answer', ?, 0, '')",
        (view.case.id, NUMBER, at(SIX)),
    )
    copied(house, view)
    answer = promises(house)["call_back"]
    assert (answer.state, answer.closed_by) == (PromiseState.KEPT, ClosedBy.ANSWERED)


def test_the_board_groups_what_is_open_and_narrows_it(at_seven: House) -> None:
    board = at_seven.promises.board()
    assert [(group.group, group.count) for group in board.groups] == [(Group.OVERDUE, 1), (Group.LATER, 1)]
    assert (board.count, board.owed.count, board.owed.fen) == (2, 1, 500)
    money = at_seven.promises.board(Narrowed(kinds=MONEY_KINDS))
    assert [(group.group, group.count) for group in money.groups] == [(Group.LATER, 1)]
    assert at_seven.promises.board(Narrowed(agent="别人")).count == 0
    assert (at_seven.open_work.promises_due(1), at_seven.promises.agents()) == (1, [""])
    (line,) = at_seven.promises.page(board.groups[0].span, board.narrowed, 0, 100)
    assert (line.product, line.spec, line.flow, line.has_order, line.has_case) == (
        "测试四件套", "灰蓝 1.8m", FLOW, True, True,
    )  # fmt: skip


def test_closed_promises_have_a_board_of_their_own(at_seven: House) -> None:
    at_seven.promises.keep(promises(at_seven)["ship"].id)
    board = at_seven.promises.board(Narrowed(is_closed=True))
    assert [(group.group, group.count) for group in board.groups] == [(Group.CLOSED_TODAY, 1)]
    (line,) = at_seven.promises.page(board.groups[0].span, board.narrowed, 0, 10)
    assert line.promise.state is PromiseState.KEPT
    assert [one.id for one in at_seven.promises.closed(1)] == [line.promise.id]


def test_what_is_settled_already_is_not_settled_again(at_seven: House) -> None:
    ship = promises(at_seven)["ship"]
    at_seven.promises.withdraw(ship.id)
    for settle in (at_seven.promises.keep, at_seven.promises.withdraw):
        with pytest.raises(WorldError, match="promise_gone"):
            settle(ship.id)
    with pytest.raises(WorldError, match="promise_gone"):
        at_seven.promises.snooze(999, at(AT_SEVEN) + HOUR)


def test_a_snooze_lies_ahead_and_can_be_undone(at_seven: House) -> None:
    ship = promises(at_seven)["ship"]
    with pytest.raises(WorldError, match="track_past"):
        at_seven.promises.snooze(ship.id, at(AT_SEVEN))
    before = at_seven.promises.snooze(ship.id, at(AT_SEVEN) + HOUR)
    assert promises(at_seven)["ship"].snoozed_until == at(AT_SEVEN) + HOUR
    at_seven.promises.put_back(before)
    assert promises(at_seven)["ship"] == ship


def test_the_way_on_is_the_open_case_else_a_new_one_of_the_right_flow(at_seven: House) -> None:
    board = at_seven.promises.board()
    (line,) = at_seven.promises.page(board.groups[0].span, board.narrowed, 0, 10)
    way = at_seven.promises.way_on(line)
    assert (way.flow, way.case_id) == (FLOW, line.promise.case_id)
    at_seven.cases.finish(at_seven.cases.get(line.promise.case_id))
    (line,) = at_seven.promises.page(board.groups[0].span, board.narrowed, 0, 10)
    assert at_seven.promises.way_on(line).case_id == ""
    assert at_seven.promises.way_on(replace(line, flow="proactive_notice")).flow == "urge_shipment"


@pytest.mark.parametrize("kind", PromiseKind)
def test_every_kind_leads_to_a_flow_that_is_there(at_seven: House, kind: PromiseKind) -> None:
    board = at_seven.promises.board()
    (line,) = at_seven.promises.page(board.groups[0].span, board.narrowed, 0, 10)
    assert next_flow(replace(line, flow="", promise=replace(line.promise, kind=kind))) in at_seven.library.flows


def offered_a_choice(house: House) -> CaseView:
    """Return the case of faulty goods whose buyer is to choose a remedy, copied."""
    view = house.cases.open(imported(house, o.RECEIVED), "after_sale")
    for question, option in {"matter": "goods", "has_photos": "yes", "remedy": "undecided"}.items():
        view = house.cases.answer(view, question, option)
    return copied(house, view)


def test_no_reply_apologises_for_what_waits_for_the_buyer_and_the_next_one_follows_it_up(house_at: HouseAt) -> None:
    view = offered_a_choice(house_at())
    assert states(house_at()) == [("call_back", "open")]
    house = house_at("2026-05-21T09:00:00+08:00")
    assert [group.group for group in house.promises.board().groups] == [Group.OVERDUE], "the agent still looks"
    view = house.cases.answer(house.cases.get(view.case.id), "remedy", "resend")
    view = house.cases.set_slot(view, "resend_time", "2026-05-21 18:00")
    assert "说好" not in text_of(view)
    copied(house, view)
    assert states(house) == [("call_back", "kept"), ("resend", "open")]


def test_a_return_that_comes_late_breaks_no_promise(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.open(imported(house, o.RECEIVED), "after_sale")
    for question, option in {"matter": "no_reason", "freight_insured": "yes", "way_back": "refund"}.items():
        view = house.cases.answer(view, question, option)
    assert view.walk.outcome == "D-AFTER-1.1"
    copied(house, view)
    house = house_at("2026-05-27T09:00:00+08:00")
    refunded = {**o.RECEIVED, "订单状态": "已签收，退款成功", "售后状态": "退款成功"}
    read_in(house, refunded, name="orders_export2026-05-27-08-50-00.csv")
    assert states(house) == [("refund", "kept")]


def test_a_scan_does_not_keep_the_promise_to_answer_the_buyer_about_a_parcel(house_at: HouseAt) -> None:
    view = house_at().cases.open(imported(house_at(), o.ONLINE), "parcel_anomaly")
    view = house_at().cases.answer(view, "anomaly_kind", "no_info")
    view = house_at().cases.set_slot(view, "call_back_time", "2026-05-19 18:00")
    copied(house_at(), view)
    house = house_at(AT_SEVEN)
    trace = "2026-05-19 18:20:00 【杭州市】快件已到达杭州转运中心"
    house.traces.paste(house.orders.find(NUMBER), trace)
    assert states(house) == [("call_back", "open")]
    view = house.cases.set_slot(house.cases.get(view.case.id), "call_back_time", "2026-05-20 10:00")
    assert "5月19日18点前答复您" in text_of(view)


def notice_told(house: House) -> None:
    """Tell the buyer unasked that the order leaves by 17:00."""
    state = CaseState(answers={"event": "grouped"}, slots={"new_time": "2026-05-19T17:00"})
    view = house.cases.look(imported(house), "proactive_notice", state)
    house.cases.record_copy(view, text_of(view), is_done=True)


def test_an_order_has_one_time_of_shipping_whichever_case_told_it_last(house_at: HouseAt) -> None:
    house = house_at()
    notice_told(house)
    view = house.cases.open(house.orders.find(NUMBER), FLOW)
    for question, option in {"wants": "ship", "has_left": "no", "can_ship": "yes"}.items():
        view = house.cases.answer(view, question, option)
    copied(house, house.cases.set_slot(view, "new_time", "2026-05-19 20:00"))
    first, second = house.orders.card("pdd", NUMBER).promises
    assert (first.state, first.closed_by) == (PromiseState.WITHDRAWN, ClosedBy.SUPERSEDED)
    assert (second.state, second.due_at) == (PromiseState.OPEN, at("2026-05-19 20:00"))
    view = house_at(AT_SEVEN).cases.get(view.case.id)
    assert "说好" not in text_of(view)


def test_a_refund_promised_takes_back_what_a_notice_said_of_shipping(house_at: HouseAt) -> None:
    house = house_at()
    notice_told(house)
    view = house.cases.open(house.orders.find(NUMBER), FLOW)
    view = house.cases.answer(house.cases.answer(view, "wants", "refund"), "has_left", "no")
    copied(house, house.cases.set_slot(view, "refund_minutes", "30"))
    assert sorted(states(house)) == [("refund", "open"), ("ship", "withdrawn")]


def test_what_one_case_owes_is_not_replaced_by_the_coupon_of_another(house_at: HouseAt) -> None:
    copied(house_at(), walked(house_at()))
    house = house_at("2026-05-21T09:00:00+08:00")
    house.cases.finish(house.cases.open(house.orders.find(NUMBER), FLOW))
    view = house.cases.open(house.orders.find(NUMBER), FLOW)
    for question, option in {"wants": "ship", "has_left": "no", "can_ship": "yes"}.items():
        view = house.cases.answer(view, question, option)
    for slot, words in {"reason": "仓库盘点", "new_time": "2026-05-21 18:00", "coupon_yuan": "8"}.items():
        view = house.cases.set_slot(view, slot, words)
    assert "送您5元优惠券" in text_of(view)
    copied(house, view)
    assert house.promises.board().owed.fen == 1300


def test_a_coupon_that_its_own_case_replaces_stays_in_the_history(house_at: HouseAt) -> None:
    house = house_at()
    view = walked(house)
    copied(house, view)
    before = promises(house)["coupon"]
    copied(house, house.cases.set_slot(house.cases.get(view.case.id), "coupon_yuan", "8"))
    coupons = [one for one in house.orders.card("pdd", NUMBER).promises if one.kind is PromiseKind.COUPON]
    assert [(one.fen, one.state) for one in coupons] == [(before.fen, PromiseState.WITHDRAWN), (800, PromiseState.OPEN)]
    assert (coupons[0].closed_by, coupons[0].closed_at) == (ClosedBy.SUPERSEDED, house.clock.now())
    assert house.promises.board().owed.fen == 800
    view = house.cases.get(view.case.id)
    ended = [entry.detail.zh for entry in house.evidence.look(view).log if entry.title.zh == "承诺不再适用"]
    assert ended == [before.text]


def test_the_same_reply_copied_twice_is_one_promise(house_at: HouseAt) -> None:
    view = walked(house_at())
    copied(house_at(), view)
    house = house_at("2026-05-19T12:25:00+08:00")
    copied(house, house.cases.get(view.case.id))
    assert states(house) == [("ship", "open"), ("coupon", "open")]
