"""D-PRO: what the shop tells before it is asked."""

from typing import Any

import pytest

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.moments import HOUR
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import NOW, at, imported, settle

FLOW = "proactive_notice"
TIME = {"new_time": "2026-05-19 18:00"}


def looked(house: House, order: dict[str, str], answers: dict[str, str], wording: int = 0, **slots: str) -> CaseView:
    state = CaseState(answers=answers, slots=slots, wording=wording)
    return house.cases.look(imported(house, order), FLOW, state, take=False)


def text_of(view: CaseView) -> str:
    assert view.draft is not None
    assert (view.draft.gaps, view.draft.findings) == ([], [])
    return view.draft.text


def says(text: str, *groups: tuple[str, ...]) -> None:
    assert [group for group in groups if not any(words in text for words in group)] == []


@pytest.mark.parametrize("wording", range(3))
def test_after_grouping_the_buyer_is_told_the_expected_time(house: House, wording: int) -> None:
    view = looked(house, {}, {"event": "grouped"}, wording, **TIME)
    says(
        text_of(view), ("收到", "感谢下单", "接到"), ("核对", "确认", "再看一眼"), ("48小时",),
        ("今天（5月19日）18点前",), ("3天",)
    )  # fmt: skip
    assert view.walk.outcome == "D-PRO-1"
    assert view.draft is not None
    assert [(one.kind.value, one.due) for one in view.draft.promises] == [("ship", at("2026-05-19 18:00"))]


@pytest.mark.parametrize("new_time", ["2026-05-20 10:00", "2026-05-19 18:30", "2026-05-19 11:00"])
def test_after_grouping_no_time_past_the_promise_is_told(house: House, new_time: str) -> None:
    view = looked(house, {}, {"event": "grouped"}, new_time=new_time)
    assert view.draft is not None
    assert view.draft.gaps == ["new_time"]


def test_after_a_passed_promise_the_buyer_is_told_of_the_delay_instead(house: House) -> None:
    view = looked(house, o.LATE, {"event": "grouped"}, reason="天气原因", **TIME)
    assert view.walk.outcome == "D-PRO-4"


def test_a_derived_promise_is_not_told_without_the_agents_yes(house: House) -> None:
    view = looked(house, o.DERIVED, {"event": "grouped"}, **TIME)
    assert view.draft is not None
    assert [finding.rule.value for finding in view.draft.findings] == ["derived_promise"]
    sure = looked(house, o.DERIVED, {"event": "grouped", "promise_passed": "no"}, **TIME)
    says(text_of(sure), ("48小时",))


@pytest.mark.parametrize("wording", range(3))
def test_a_number_online_answers_by_itself_that_there_is_a_shipment_to_tell(house: House, wording: int) -> None:
    settle(house, ship_from="浙江义乌")
    view = looked(house, o.ONLINE, {}, wording)
    assert [(step.answer, step.by) for step in view.walk.steps] == [("shipped", "order"), ("yes", "order")]
    says(text_of(view), ("5月18日18点30分",), ("浙江义乌",), (o.COURIER,), (o.TRACKING,), ("查看物流",))
    assert view.draft is not None
    assert view.draft.promises == []


def test_where_it_was_shipped_from_is_asked_for_until_the_shop_has_settled_it(house: House) -> None:
    view = looked(house, o.ONLINE, {})
    assert view.draft is not None
    assert view.draft.gaps == ["ship_from"]


def test_shipped_cannot_be_told_of_a_parcel_that_has_not_left(house: House) -> None:
    view = looked(house, {}, {"event": "shipped", "has_left": "no"}, **TIME)
    assert view.walk.outcome == "D-PRO-1"


def test_shipped_cannot_be_told_with_a_time_still_to_come(house: House) -> None:
    slots = {
        "shipped_time": "2026-05-19 18:00",
        "ship_from": "浙江义乌",
        "courier": o.COURIER,
        "tracking_no": o.TRACKING,
    }
    view = looked(house, {}, {"event": "shipped", "has_left": "yes"}, **slots)
    assert view.draft is not None
    assert view.draft.gaps == ["shipped_time"]


@pytest.mark.parametrize("wording", range(3))
@pytest.mark.parametrize("offers_refund", [True, False])
def test_a_delay_is_told_with_reason_and_new_time_and_the_refund_is_switchable(
    house: House, wording: int, offers_refund: bool
) -> None:
    settle(house, refund_offer_in_delay=offers_refund)
    view = looked(house, o.LATE, {"event": "delayed"}, wording, reason="天气原因", **TIME)
    text = text_of(view)
    says(text, ("抱歉", "道歉"), ("天气原因",), ("6小时内",), ("今天（5月19日）18点前",))
    assert ("退款" in text) is offers_refund
    assert view.walk.outcome == "D-PRO-4"


@pytest.mark.parametrize(
    ("order", "is_refused"), [({}, True), (o.LATE, False), (o.DERIVED, True), (o.DERIVED_LATE, False)]
)
def test_a_delay_goes_past_the_promise_only_once_that_has_passed(
    house: House, order: dict[str, str], is_refused: bool
) -> None:
    view = looked(house, order, {"event": "delayed"}, reason="天气原因", new_time="2026-05-22 18:00")
    assert view.draft is not None
    assert view.draft.gaps == (["new_time"] if is_refused else [])


CONTRADICTED: list[tuple[dict[str, str], dict[str, str], dict[str, Any]]] = [
    (o.ONLINE, {"event": "delayed"}, {"reason": "天气原因", **TIME}),
    (o.RECEIVED, {}, {"ship_from": "浙江义乌"}),
    (o.CANCELLED, {"event": "grouped"}, TIME),
    (o.REFUNDED, {"event": "delayed"}, {"reason": "天气原因", **TIME}),
]


@pytest.mark.parametrize(("order", "answers", "slots"), CONTRADICTED)
def test_what_the_order_contradicts_is_not_told(
    house: House, order: dict[str, str], answers: dict[str, str], slots: dict[str, str]
) -> None:
    view = looked(house, order, answers, **slots)
    assert view.draft is not None
    assert "contradiction" in [finding.rule.value for finding in view.draft.findings]


def test_a_promise_made_unasked_is_kept_like_any_other(house: House) -> None:
    view = looked(house, o.LATE, {"event": "delayed"}, reason="天气原因", **TIME)
    assert view.draft is not None
    house.cases.record_copy(view, view.draft.text)
    (promise,) = house.orders.card("pdd", o.NUMBER).promises
    assert (promise.due_at, promise.made_at) == (at(NOW) + 6 * HOUR, at(NOW))
