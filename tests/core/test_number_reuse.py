"""Receivers are told apart as far as names and phones go, masked ones too."""

from typing import Any

import pytest

from deskhelper.core.facts import Moment, facts_of
from deskhelper.core.known import Known
from deskhelper.core.moments import DAY
from deskhelper.core.number_reuse import OtherOrder, is_other_receiver, reused_by, sent_at_of
from deskhelper.core.order import Status
from deskhelper.core.policy import Detail
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text
from tests.core.make import NOW, ZONE, order
from tests.core.test_window import figure, policy_of

MONTH = 30 * 24
NOBODY = ("", "")


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        (("张伟", "13800000001"), ("张伟", "13800000001"), False),
        (("张伟", "13800000001"), ("李娜", "13800000001"), False),
        (("张伟", "13800000001"), ("张伟", "13900000002"), False),
        (("张伟", "13800000001"), ("李娜", "13900000002"), True),
        (("张伟", ""), ("李娜", ""), True),
        (("张伟", ""), ("张 伟", ""), False),
        (("张**", "1380000****"), ("张伟", "13800000001"), False),
        (("张**", ""), ("李**", ""), True),
        (("张**", ""), ("李娜", ""), True),
        (("*伟", ""), ("*娜", ""), True),
        (("张*伟", ""), ("张*", ""), False),
        (("张*伟", ""), ("张*娜", ""), True),
        (("张**", "138****0001"), ("张**", "138****0001"), False),
        (("张**", "138****0001"), ("张**", "138****0002"), True),
        (("张**", "1380000****"), ("张**", "13800009999"), False),
        (("张**", "1380000****"), ("张**", "****0000002"), False),
        (("张**", "1380000****"), ("张**", "138****0002"), False),
        (("张伟", "13800000001"), NOBODY, False),
        (("", "13800000001"), ("张伟", "+8613800000001"), False),
        (("", "13800000001"), ("张伟", "13900000002"), True),
        (("张**", "18400000001-1234"), ("张**", "18400000002-5678"), False),
        (("张**", "18400000001转1234"), ("张**", "18400000002转5678"), False),
        (("##aX9=", "$1$x"), ("~~bY8+", "$1$y"), False),
        (("***", "***********"), ("***", "138****0001"), False),
        (NOBODY, NOBODY, False),
        (("J. O'Neil", ""), ("Li-Na", ""), True),
    ],
)
def test_two_receivers_are_two_people_only_for_sure(
    one: tuple[str, str], other: tuple[str, str], is_other: bool
) -> None:
    assert is_other_receiver(*one, *other) is is_other
    assert is_other_receiver(*other, *one) is is_other


def other(days: float = 1, **changes: Any) -> OtherOrder:
    values: dict[str, Any] = {
        "platform": "pdd", "order_no": "260519-2", "receiver": "李**", "phone": "", "sent_at": NOW - round(days * DAY),
    }  # fmt: skip
    return OtherOrder(**(values | changes))


SENT: dict[str, Any] = {
    "status": Status.SHIPPED, "shipped_at": NOW, "tracking_no": "YT1", "receiver": "张**", "phone": "138****0001",
}  # fmt: skip


@pytest.mark.parametrize(("days", "is_found"), [(0, True), (30, True), (30.01, False), (-30, True), (-31, False)])
def test_a_number_counts_as_used_again_within_the_figure(days: float, is_found: bool) -> None:
    assert (reused_by(order(**SENT), [other(days)], MONTH) is not None) is is_found


def test_the_nearest_order_of_another_receiver_is_told() -> None:
    rows = [other(9), other(-3, order_no="B"), other(3, order_no="A"), other(0, receiver="张**", order_no="own")]
    found = reused_by(order(**SENT), rows, MONTH)
    assert found is not None
    assert found.order_no == "A"


@pytest.mark.parametrize(
    ("changes", "others", "hours"),
    [
        ({}, [], MONTH),
        ({}, [other()], None),
        ({}, [other(sent_at=None)], MONTH),
        ({"shipped_at": None, "grouped_at": None, "paid_at": None}, [other()], MONTH),
        ({}, [other(receiver="张伟")], MONTH),
    ],
)
def test_nothing_is_said_where_nothing_is_sure(
    changes: dict[str, Any], others: list[OtherOrder], hours: float | None
) -> None:
    assert reused_by(order(**SENT | changes), others, hours) is None


def test_an_order_was_sent_when_it_was_shipped_else_grouped_else_paid() -> None:
    one = order(shipped_at=3, grouped_at=2, paid_at=1)
    assert sent_at_of(one) == 3
    assert sent_at_of(order(shipped_at=None, grouped_at=2, paid_at=1)) == 2
    assert sent_at_of(order(shipped_at=None, grouped_at=None, paid_at=1)) == 1


def test_the_facts_tell_the_number_and_by_which_order() -> None:
    detail = Detail(title=Text(zh="同号", en="same"), value=30, unit="days")
    window = figure(24, "hours", details={"same_number": detail})
    policy = policy_of(fake_ship__window_hours=window)

    def told(*others: OtherOrder, **changes: Any) -> list[object]:
        known = Known(same_number=others, policy=policy)
        found = facts_of(order(**SENT | changes), ShopTerms(), Moment(NOW, ZONE), known)
        return [found["number_reused"], found["number_reused_by"]]

    assert told(other(2)) == [True, "260519-2"]
    assert told(other(31)) == [None, None]
    assert told() == [None, None]
