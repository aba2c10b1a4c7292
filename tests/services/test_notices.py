"""Queues of notices with a moved clock: told once, over imports and restarts; what changed drops out."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.moments import HOUR
from deskhelper.core.notice import SPECS, LeftOut, NoticeKind, QueueTerms
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.services.notices import Notice, Place
from deskhelper.storage.case_history import CaseHistoryStore
from tests import orders as o
from tests.orders import at, imported, settle
from tests.services.conftest import HouseAt

GROUPED, SHIPPED, DELAYED, PRESALE_END = NoticeKind
ROWS = [{"订单号": f"260518-11111111111000{number}"} for number in range(1, 6)]
DELAY = QueueTerms(slots={"reason": "天气原因", "new_time": "2026-05-19T18:00"})


def terms_of(kind: NoticeKind) -> QueueTerms:
    return QueueTerms(hours=SPECS[kind].hours or 0)


def fresh(house: House, kind: NoticeKind, terms: QueueTerms | None = None) -> Notice:
    """Make a queue and return its first notice."""
    made = house.notices.queues.make(kind, terms or replace(terms_of(kind), hours=72))
    queue = house.notices.open_queues()[kind]
    assert queue.id == made
    house.notices.take(house.notices.queues.recheck(made))
    found = house.notices.next(queue)
    assert found is not None
    return found


def tell(house: House, notice: Notice) -> Notice:
    gate = house.notices.may_copy(notice)
    assert gate.text is not None, gate
    return house.notices.record(notice, gate.text)


def left(house: House, kind: NoticeKind, **terms: int) -> dict[str, int]:
    preview = house.notices.queues.preview(kind, QueueTerms(**{"hours": 72, **terms}))
    return {reason.value: count for reason, count in preview.left_out.items()}


def test_a_newly_grouped_order_is_told_with_the_next_batch_and_its_promise_is_kept(house: House) -> None:
    settle(house, batch_times=("10:00", "15:00", "18:00"))
    imported(house)
    notice = fresh(house, GROUPED)
    assert "今天（5月19日）15点前" in notice.view.draft.text  # type: ignore[union-attr]
    told = tell(house, notice)
    assert (told.entry.state, told.entry.at) == (Place.TOLD, at(o.NOW))
    card = house.orders.card("pdd", o.NUMBER)
    assert [promise.due_at for promise in card.promises] == [at("2026-05-19 15:00")]
    assert [copy.outcome for copy in card.copies] == ["D-PRO-1"]
    assert card.line.open_cases == 0, "a notice leaves no open case behind"
    assert house.notices.next(told.queue, told.entry) is None


def test_a_copy_whose_case_cannot_be_kept_is_not_told_either(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(house)
    notice = fresh(house, GROUPED)

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    with monkeypatch.context() as patch:
        patch.setattr(CaseHistoryStore, "take", broken)
        with pytest.raises(RuntimeError, match="broken"):
            tell(house, notice)
    card = house.orders.card("pdd", o.NUMBER)
    assert (card.copies, card.promises) == ([], [])
    assert house.notices.counts(notice.queue).told == 0
    assert tell(house, notice).entry.state is Place.TOLD


def test_a_queue_that_was_made_leaves_nothing_for_the_first_copy_to_carry_over(house: House, tmp_path: Path) -> None:
    imported(house)
    house.notices.queues.make(GROUPED, replace(terms_of(GROUPED), hours=71))
    assert b'"hours":71' in DataFolder(tmp_path).database.read_bytes()


def test_nobody_is_told_twice_over_imports_and_restarts(house_at: HouseAt) -> None:
    house = house_at()
    imported(house, *ROWS)
    notice = fresh(house, GROUPED)
    tell(house, notice)
    later = house_at("2026-05-19T13:00:00+08:00")
    imported(later, *({**row, "商家备注": "催过"} for row in ROWS))
    queue = later.notices.open_queues()[GROUPED]
    found = later.notices.next(queue)
    assert found is not None
    assert found.entry.order_no != notice.entry.order_no
    assert left(later, GROUPED) == {"told": 1}
    assert later.notices.queues.preview(GROUPED, QueueTerms(hours=72)).to_tell == 0, "the others stand in the queue"
    later.notices.close(queue)
    again = fresh(later, GROUPED)
    assert later.notices.counts(again.queue).total == 4


def test_one_told_through_an_ordinary_case_is_not_told_by_a_queue(house: House) -> None:
    order = imported(house, *ROWS[:2])
    notice = fresh(house, GROUPED)
    state = CaseState(answers={"event": "grouped"}, slots={"new_time": "2026-05-19T18:00"})
    view = house.cases.look(order, "proactive_notice", state)
    assert view.draft is not None
    house.cases.record_copy(view, view.draft.text)
    assert house.notices.refresh(notice) is LeftOut.TOLD
    assert house.notices.counts(notice.queue).told == 1
    assert left(house, GROUPED) == {"told": 1}


CHANGES = [
    ({"订单状态": "已取消"}, LeftOut.CANCELLED),
    (o.REFUNDED, LeftOut.CANCELLED),
    (o.REFUND_OPEN, LeftOut.AFTER_SALE),
    (o.ONLINE, LeftOut.HAS_LEFT),
    (o.NUMBER_ONLY, LeftOut.HAS_LEFT),
    (o.RECEIVED, LeftOut.RECEIVED),
    ({"承诺发货时间": "2026-05-19 11:00:00"}, LeftOut.PROMISE_PASSED),
]


@pytest.mark.parametrize(("change", "reason"), CHANGES)
def test_an_order_whose_state_changed_drops_out_with_the_reason(
    house: House, change: dict[str, str], reason: LeftOut
) -> None:
    imported(house, *ROWS[:2])
    notice = fresh(house, GROUPED)
    imported(house, {**ROWS[0], **change})
    found = house.notices.refresh(notice)
    assert found == reason or (reason is LeftOut.CANCELLED and found in (LeftOut.CANCELLED, LeftOut.REFUNDED))
    rechecked = house.notices.queues.recheck(notice.queue.id)
    assert rechecked.dropped == 1
    (dropped,) = house.notices.dropped(notice.queue)
    assert dropped.entry.reason == found
    following = house.notices.next(notice.queue)
    assert following is not None
    assert following.entry.place == 2


def test_unpaid_orders_never_enter(house: House) -> None:
    imported(house, {**ROWS[0], **o.UNPAID}, ROWS[1])
    preview = house.notices.queues.preview(GROUPED, QueueTerms(hours=72))
    assert (preview.to_tell, preview.left_out) == (1, {})


def test_a_shipped_order_is_told_once_per_tracking_number(house: House) -> None:
    settle(house, ship_from="浙江义乌")
    imported(house, o.ONLINE)
    told = tell(house, fresh(house, SHIPPED))
    assert told.entry.event == f"shipped:{o.TRACKING}"
    assert left(house, SHIPPED) == {"told": 1}
    house.notices.close(told.queue)
    imported(house, {**o.ONLINE, "快递单号": "773000000000999"})
    notice = fresh(house, SHIPPED)
    assert notice.entry.event == "shipped:773000000000999"


def test_a_gap_is_filled_once_for_the_whole_queue(house: House) -> None:
    rows = [{**row, **o.ONLINE, "快递单号": f"77300000000000{n}"} for n, row in enumerate(ROWS)]
    imported(house, *rows)
    notice = fresh(house, SHIPPED)
    assert house.notices.may_copy(notice).gap == "ship_from"
    filled = house.notices.set_slot(notice, "ship_from", "浙江义乌")
    told = tell(house, filled)
    following = house.notices.next(told.queue, told.entry)
    assert following is not None
    assert house.notices.may_copy(following).text is not None


def test_a_delay_is_told_with_cause_and_time_and_again_only_after_the_new_time_was_missed(house_at: HouseAt) -> None:
    house = house_at()
    imported(house, o.LATE)
    notice = fresh(house, DELAYED, DELAY)
    assert notice.entry.event == f"delay:{at('2026-05-19 09:00')}"
    told = tell(house, notice)
    house.notices.close(told.queue)
    assert left(house, DELAYED) == {"still_holds": 1}
    late = house_at("2026-05-19T18:30:00+08:00")
    again = fresh(late, DELAYED, QueueTerms(slots={"reason": "天气原因", "new_time": "2026-05-20T10:00"}))
    assert again.entry.event == f"delay:{at('2026-05-19 18:00')}"


def test_no_later_time_is_told_while_the_promise_holds(house: House) -> None:
    order = imported(house)
    state = CaseState(answers={"event": "grouped"}, slots={"new_time": "2026-05-19T13:00"})
    view = house.cases.look(order, "proactive_notice", state)
    assert view.draft is not None
    house.cases.record_copy(view, view.draft.text)
    assert isinstance(house.clock, FixedClock)
    house.clock.move(2 * HOUR)
    found = house.notices.queues.preview(DELAYED, QueueTerms(slots={"new_time": "2026-05-21T10:00"}))
    assert (found.to_tell, found.left_out) == (0, {LeftOut.PAST_PROMISE: 1})
    assert house.notices.queues.preview(DELAYED, DELAY).to_tell == 1


def test_causes_and_times_may_differ_by_product(house: House) -> None:
    imported(house, {**ROWS[0], **o.LATE}, {**ROWS[1], **o.LATE, "商品": "另一款"})
    terms = replace(DELAY, by="product", of_group={"另一款": {"reason": "供应商到货延迟"}})
    preview = house.notices.queues.preview(DELAYED, terms)
    assert dict(preview.products) == {"测试四件套": 1, "另一款": 1}
    first = fresh(house, DELAYED, terms)
    second = house.notices.next(first.queue, first.entry)
    assert second is not None
    texts = [view.draft.text for view in (first.view, second.view) if view.draft is not None]
    assert ["供应商到货延迟" in text for text in texts] == [False, True]
    changed = house.notices.set_slot(second, "new_time", "2026-05-19T20:00")
    assert changed.queue.terms.of_group["另一款"] == {"reason": "供应商到货延迟", "new_time": "2026-05-19T20:00"}


def test_a_presale_that_ends_soon_is_told_by_its_day(house: House) -> None:
    settle(house, presale_goods=("四件套 2天",))
    imported(house, {**ROWS[0], "承诺发货时间": ""}, {**ROWS[1], "商品": "毛巾"})
    notice = fresh(house, PRESALE_END, QueueTerms(hours=48))
    assert notice.entry.event == "presale_end:2026-05-20"
    assert house.notices.counts(notice.queue).total == 1
    assert tell(house, notice).view.walk.outcome == "D-PRESALE-2"


def test_a_presale_marked_by_hand_counts_too(house: House) -> None:
    order = imported(house, {**ROWS[0], "承诺发货时间": ""})
    assert house.notices.queues.preview(PRESALE_END, QueueTerms(hours=48)).to_tell == 0
    house.marks.set_presale_until(order, at("2026-05-20 18:00"))
    assert house.notices.queues.preview(PRESALE_END, QueueTerms(hours=48)).to_tell == 1
    assert house.notices.queues.preview(PRESALE_END, QueueTerms(hours=24)).to_tell == 0


def test_a_derived_promise_waits_for_one_yes_for_the_queue(house: House) -> None:
    imported(house, *({**row, **o.DERIVED} for row in ROWS))
    notice = fresh(house, GROUPED)
    found = house.notices.may_copy(notice).finding
    assert found is not None
    assert found.rule.value == "derived_promise"
    told = tell(house, house.notices.confirm(notice))
    following = house.notices.next(told.queue, told.entry)
    assert following is not None
    assert house.notices.may_copy(following).text is not None


def test_skipped_orders_come_again_at_the_end(house: House) -> None:
    imported(house, *ROWS[:3])
    first = fresh(house, GROUPED)
    house.notices.skip(first)
    places = []
    shown: Notice | None = first
    for _ in range(2):
        assert shown is not None
        shown = house.notices.next(first.queue, shown.entry)
        assert shown is not None
        places.append(shown.entry.place)
        tell(house, shown)
    assert places == [2, 3]
    last = house.notices.next(first.queue, shown.entry if shown else None)
    assert last is not None
    assert (last.entry.place, last.entry.state) == (1, Place.SKIPPED)


def test_what_was_told_is_looked_at_again_and_taken_back(house: House) -> None:
    imported(house, *ROWS[:2])
    first = fresh(house, GROUPED)
    told = tell(house, first)
    second = house.notices.next(told.queue, told.entry)
    assert second is not None
    back = house.notices.before(second, told.queue)
    assert back is not None
    assert (back.entry.id, back.told.told_at if back.told else None) == (told.entry.id, at(o.NOW))
    assert house.notices.before(back, told.queue) is None
    assert house.notices.after(back) is None
    again = house.notices.take_back(back, None)
    assert isinstance(again, Notice)
    assert again.entry.state is Place.WAITING
    card = house.orders.card("pdd", again.entry.order_no)
    assert (card.copies, card.promises, card.cases) == ([], [], [])
    assert left(house, GROUPED) == {}


def test_an_order_told_again_on_purpose_and_taken_back_stays_told(house: House) -> None:
    imported(house)
    told = tell(house, fresh(house, GROUPED))
    back = house.notices.before(None, told.queue)
    assert back is not None
    earlier = back.told
    twice = tell(house, back)
    assert len(house.orders.card("pdd", o.NUMBER).copies) == 2
    house.notices.take_back(twice, earlier)
    assert len(house.orders.card("pdd", o.NUMBER).copies) == 1
    assert left(house, GROUPED) == {"told": 1}


def test_new_orders_join_the_end_of_the_open_queue(house: House) -> None:
    imported(house, *ROWS[:2])
    notice = fresh(house, GROUPED)
    imported(house, *ROWS)
    assert house.notices.queues.preview(GROUPED, QueueTerms(hours=72)).to_tell == 3
    assert house.notices.queues.make(GROUPED, QueueTerms(hours=72)) == notice.queue.id
    assert house.notices.counts(notice.queue).total == 5
    assert house.notices.queues.count()[GROUPED] == 5


def test_wordings_take_turns(house: House) -> None:
    imported(house, *ROWS[:3])
    notice: Notice | None = fresh(house, GROUPED)
    seen = []
    for _ in range(3):
        assert notice is not None
        assert notice.view.draft is not None
        seen.append(notice.view.draft.wording)
        notice = house.notices.next(notice.queue, tell(house, notice).entry)
    assert sorted(seen) == [0, 1, 2]


def test_the_estimate_counts_those_before_and_never_passes_the_promise(house: House) -> None:
    settle(house, batch_times=("10:00", "15:00", "18:00"), batch_capacity=2)
    rows = [{**row, "承诺发货时间": f"2026-05-20 0{hour}:30:00"} for hour, row in enumerate(ROWS)]
    imported(house, *rows)
    notice: Notice | None = fresh(house, GROUPED)
    hours = []
    while notice is not None:
        assert notice.view.draft is not None
        hours.append(notice.view.case.state.slots["new_time"][:16])
        house.notices.skip(notice)
        entry = notice.entry
        notice = house.notices.next(notice.queue, entry) if entry.place < 5 else None
    assert hours == ["2026-05-19T15:00", "2026-05-19T15:00", "2026-05-19T18:00", "2026-05-19T18:00", "2026-05-19T18:00"]


def test_counting_and_previewing_agree(house: House) -> None:
    settle(house, presale_goods=("毯子 2天",), ship_from="浙江义乌")
    changes: list[dict[str, str]] = [
        {"拼单成功时间": "2026-05-19 08:00:00", "承诺发货时间": "2026-05-21 08:00:00"}, {}, o.LATE, o.LATE, o.ONLINE,
        o.NUMBER_ONLY, {**o.LATE, **o.NUMBER_ONLY}, o.REFUND_OPEN, {**o.LATE, **o.REFUND_OPEN}, o.UNPAID, o.CANCELLED,
        o.RECEIVED, o.DERIVED_LATE, {"商品": "毯子", "承诺发货时间": ""}, o.UNPROMISED,
        {"拼单成功时间": "2026-05-19 09:00:00", "承诺发货时间": "2026-05-19 11:00:00"},
    ]  # fmt: skip
    rows = [
        {"订单号": f"260518-1111111111100{n:02d}", **row, "快递单号": row.get("快递单号", "") and f"77300000000{n:04d}"}
        for n, row in enumerate(changes)
    ]
    first = imported(house, *rows)

    def agree() -> dict[NoticeKind, int]:
        counted = house.notices.queues.count()
        queues = house.notices.open_queues()
        for kind in NoticeKind:
            queue = queues.get(kind)
            terms = queue.terms if queue else QueueTerms(SPECS[kind].hours)
            found = house.notices.queues.preview(kind, terms).to_tell
            counts = house.notices.counts(queue) if queue else None
            assert counted[kind] == found + (counts.waiting + counts.skipped if counts else 0), kind
        return counted

    before = agree()
    assert all(before.values()), before
    tell(house, fresh(house, DELAYED, DELAY))
    tell(house, fresh(house, GROUPED, QueueTerms(hours=24)))
    assert agree()[DELAYED] == before[DELAYED] - 1
    assert isinstance(house.clock, FixedClock)
    house.clock.move(8 * HOUR)
    agree()
    assert first.order_no


TODAY = {"拼单成功时间": "2026-05-19 09:12:00"}


def case_copied(house: House, answers: dict[str, str], slots: dict[str, str]) -> None:
    """Copy the reply of an ordinary case of the first order."""
    view = house.cases.open(house.orders.find(o.NUMBER), "urge_shipment")
    for question, option in answers.items():
        view = house.cases.answer(view, question, option)
    for slot, words in slots.items():
        view = house.cases.set_slot(view, slot, words)
    text = house.cases.may_copy(view).text
    assert text is not None
    house.cases.record_copy(view, text)


def test_a_number_told_before_it_was_uploaded_is_not_told_again_after_the_import(house: House) -> None:
    settle(house, ship_from="浙江义乌")
    imported(house)
    case_copied(house, {"wants": "ship", "has_left": "yes"}, {"tracking_no": o.TRACKING, "courier": o.COURIER})
    imported(house, o.ONLINE)
    assert left(house, SHIPPED) == {"told": 1}
    assert house.notices.queues.count()[SHIPPED] == 0


def test_whoever_was_told_a_time_of_shipping_on_asking_is_not_told_of_the_order_again(house: House) -> None:
    imported(house)
    case_copied(house, {"wants": "ship", "has_left": "no", "can_ship": "yes"}, {"new_time": "2026-05-19 18:00"})
    assert left(house, GROUPED) == {"told": 1}


def test_who_was_promised_a_refund_hears_of_no_shipping_though_the_file_does_not_know_yet(house: House) -> None:
    imported(house, TODAY)
    notice = fresh(house, GROUPED)
    case_copied(house, {"wants": "refund", "has_left": "no"}, {"refund_minutes": "30"})
    assert house.notices.refresh(notice) is LeftOut.AFTER_SALE
    house.notices.close(notice.queue)
    assert left(house, GROUPED) == {"after_sale": 1}
    assert house.notices.queues.count()[GROUPED] == 0
    (refund,) = house.orders.card("pdd", o.NUMBER).promises
    house.promises.keep(refund.id)
    assert left(house, GROUPED) == {"after_sale": 1}, "the file still does not know"


def test_a_buyer_who_stays_after_all_is_told_again(house: House) -> None:
    imported(house, TODAY)
    case_copied(house, {"wants": "refund", "has_left": "no"}, {"refund_minutes": "30"})
    assert house.notices.queues.count()[GROUPED] == 0
    (refund,) = house.orders.card("pdd", o.NUMBER).promises
    house.promises.withdraw(refund.id)
    assert house.notices.queues.count()[GROUPED] == 1


def test_a_notice_taken_back_lets_the_time_that_was_told_before_stand_again(house_at: HouseAt) -> None:
    house = house_at()
    imported(house, TODAY)
    case_copied(house, {"wants": "ship", "has_left": "no", "can_ship": "yes"}, {"new_time": "2026-05-19 15:00"})
    later = house_at("2026-05-19T15:30:00+08:00")
    told = tell(later, fresh(later, DELAYED, QueueTerms(slots={"reason": "天气原因", "new_time": "2026-05-19T20:00"})))
    assert [one.state.value for one in later.orders.card("pdd", o.NUMBER).promises] == ["broken", "open"]
    later.notices.take_back(told, None)
    assert [one.state.value for one in later.orders.card("pdd", o.NUMBER).promises] == ["open"]


def test_a_delay_that_is_known_is_told_once_before_the_time_that_was_told_has_passed(house: House) -> None:
    imported(house, TODAY)
    case_copied(house, {"wants": "ship", "has_left": "no", "can_ship": "yes"}, {"new_time": "2026-05-19 15:00"})
    assert house.notices.queues.preview(DELAYED, QueueTerms()).to_tell == 0
    told = tell(house, fresh(house, DELAYED, DELAY))
    assert "今天（5月19日）18点前" in told.view.draft.text  # type: ignore[union-attr]
    first, second = house.orders.card("pdd", o.NUMBER).promises
    assert (first.state.value, second.due_at) == ("withdrawn", at("2026-05-19 18:00"))
    house.notices.close(told.queue)
    assert house.notices.queues.preview(DELAYED, DELAY).to_tell == 0
