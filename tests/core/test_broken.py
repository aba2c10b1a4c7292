"""Which promises are broken, and how a reply may name them."""

import pytest

from deskhelper.core.broken import Binding, broken, broken_words, buyer_words, samples
from deskhelper.core.facts import Moment, facts_of
from deskhelper.core.known import Known
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.terms import ShopTerms
from tests.core.make import NOW, ZONE, at, order

SIX = at("2026-05-19 18:00")
SHIP = Binding(PromiseKind.SHIP, "5月19日18点前发货", SIX)
REFUND = Binding(PromiseKind.REFUND, "30 分钟内处理退款", SIX)


def test_a_promise_is_broken_once_its_time_has_passed() -> None:
    assert broken([SHIP], SIX, False, False) == []
    assert broken([SHIP], SIX + 1, False, False) == [SHIP]


def test_what_waits_for_somebody_else_is_no_broken_word() -> None:
    assert broken([Binding(PromiseKind.REFUND, "收到退货后退款", SIX, waits=True)], SIX + 1, False, False) == []


def test_what_a_reply_has_answered_is_broken_no_more() -> None:
    answered = Binding(PromiseKind.COUPON, "送券", SIX, 500, None, 7)
    assert broken([answered], SIX + 1, False, False) == []


def test_a_parcel_that_left_and_a_refund_that_is_done_count_only_where_they_are_known_to_be_late() -> None:
    late = Binding(PromiseKind.SHIP, SHIP.text, SIX, None, SIX + HOUR)
    assert broken([SHIP, REFUND], SIX + 1, True, True) == []
    assert broken([late, REFUND], SIX + 1, True, False) == [late, REFUND]


def test_the_first_due_is_told_first() -> None:
    before = Binding(PromiseKind.CALL_BACK, "答复", SIX - HOUR)
    assert broken([SHIP, before], SIX + 1, False, False) == [before, SHIP]


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (SHIP, "5月19日18点前发货"),
        (Binding(PromiseKind.SHIP, "明天给您发", SIX), "按时发货"),
        (REFUND, "把退款办好"),
        (Binding(PromiseKind.CALL_BACK, "5月19日18点前答复买家", SIX), "5月19日18点前答复您"),
        (Binding(PromiseKind.COUPON, "发货后送 5 元优惠券", SIX, 500), "送您5元优惠券"),
        (Binding(PromiseKind.COMPENSATION, "给补偿", SIX, 350), "给您3.50元补偿"),
        (Binding(PromiseKind.COUPON, "送券", SIX), "送您优惠券"),
        (Binding(PromiseKind.RECALL, "召回包裹", SIX), "拦回包裹"),
        (Binding(PromiseKind.RECALL, "5月19日18点前上门取件", SIX), "5月19日18点前上门取件"),
        (Binding(PromiseKind.RECALL, "明天上门取回发错的那件", SIX), "按时上门取件"),
    ],
)
def test_a_reply_names_a_time_only_where_the_buyer_was_told_one(promise: Binding, words: str) -> None:
    assert buyer_words(promise, ZONE) == words


def test_several_are_named_in_one_phrase_each_once() -> None:
    assert broken_words([SHIP, SHIP, REFUND], ZONE) == "5月19日18点前发货、把退款办好"


def test_every_kind_has_its_phrases() -> None:
    assert len(samples()) == 2 * (len(PromiseKind) + 1) + 2
    assert not any("{" in words for words in samples())


def known_facts(now: int, *promises: Binding, **changes: object) -> dict[str, object]:
    facts = facts_of(order(**changes), ShopTerms(), Moment(now, ZONE), Known(promises=promises))
    return {name: value for name, value in facts.items() if name.startswith("broken_promise")}


def test_the_facts_name_the_broken_promise() -> None:
    assert known_facts(SIX + 1, SHIP, REFUND) == {
        "broken_promise": True,
        "broken_promises": 2,
        "broken_promise_kind": "ship",
        "broken_promise_text": "5月19日18点前发货、把退款办好",
        "broken_promise_at": SIX,
    }


def test_without_a_broken_promise_the_facts_say_so() -> None:
    for facts in (known_facts(NOW, SHIP), known_facts(SIX + 1)):
        assert (facts["broken_promise"], facts["broken_promises"]) == (False, 0)
        assert facts["broken_promise_text"] is None


def test_a_parcel_on_its_way_is_not_called_late_without_proof() -> None:
    left = known_facts(SIX + 1, SHIP, status=Status.SHIPPED)
    refunded = known_facts(SIX + 1, REFUND, after_sale=AfterSale.REFUNDED)
    assert (left["broken_promise"], refunded["broken_promise"]) == (False, False)
