from typing import Any

import msgspec
import pytest

from deskhelper.core.rule import Condition
from tests.core.make import facts

FACTS = facts(quantity=3)
ANSWERS = {"wants": "ship"}


def condition(plain: dict[str, Any]) -> Condition:
    return msgspec.convert(plain, Condition)


TRUE = {"fact": "quantity", "is": 3}
FALSE = {"fact": "quantity", "is": 4}


@pytest.mark.parametrize(
    ("plain", "holds"),
    [
        (TRUE, True), (FALSE, False),
        ({"fact": "quantity", "is_not": 4}, True), ({"fact": "quantity", "is_not": 3}, False),
        ({"fact": "quantity", "at_least": 3}, True), ({"fact": "quantity", "at_least": 4}, False),
        ({"fact": "quantity", "at_most": 3}, True), ({"fact": "quantity", "at_most": 2}, False),
        ({"fact": "status", "in": ["to_ship", "unpaid"]}, True), ({"fact": "status", "in": ["unpaid"]}, False),
        ({"fact": "status", "at_least": 1}, False),
        ({"fact": "tracking_no", "known": False}, True), ({"fact": "tracking_no", "known": True}, False),
        ({"fact": "tracking_no", "is_not": "773"}, False), ({"fact": "paid_fen", "at_most": 5}, False),
        ({"answer": "wants", "is": "ship"}, True), ({"answer": "wants", "is": "refund"}, False),
        ({"answer": "has_left", "known": False}, True), ({"answer": "has_left", "is": "yes"}, False),
        ({"all": [TRUE, TRUE]}, True), ({"all": [TRUE, FALSE]}, False), ({"all": []}, True),
        ({"any": [FALSE, TRUE]}, True), ({"any": [FALSE, FALSE]}, False), ({"any": []}, False),
        ({"not": FALSE}, True), ({"not": TRUE}, False),
        ({"all": [{"any": [FALSE, {"not": FALSE}]}, TRUE]}, True),
    ],
)  # fmt: skip
def test_a_condition_holds(plain: dict[str, Any], holds: bool) -> None:
    made = condition(plain)
    assert made.fault() is None or plain == {"fact": "status", "at_least": 1}
    assert made.holds(FACTS, ANSWERS) is holds


@pytest.mark.parametrize(
    ("plain", "fault"),
    [
        ({}, "exactly one of"),
        ({"fact": "quantity", "answer": "wants", "is": 3}, "exactly one of"),
        ({"all": [TRUE], "any": [TRUE]}, "exactly one of"),
        ({"fact": "quantity"}, "exactly one operator"),
        ({"fact": "quantity", "at_least": 1, "at_most": 2}, "exactly one operator"),
        ({"answer": "wants", "is": "ship", "known": True}, "exactly one operator"),
        ({"fact": "nothing", "is": 3}, "unknown fact: nothing"),
        ({"fact": "quantity", "is": "3"}, "quantity is a count"),
        ({"fact": "quantity", "is": True}, "quantity is a count"),
        ({"fact": "refund_open", "is": 1}, "refund_open is a flag"),
        ({"fact": "status", "is_not": 1}, "status is a words"),
        ({"fact": "quantity", "in": ["3"]}, "compared with a list of words"),
        ({"fact": "refund_open", "at_least": 1}, "compared with a number"),
        ({"fact": "status", "at_most": 1}, "compared with a number"),
        ({"not": {"all": [TRUE, {"any": [{"fact": "nothing", "known": True}]}]}}, "unknown fact: nothing"),
    ],
)
def test_a_fault_of_form_name_or_type_is_found(plain: dict[str, Any], fault: str) -> None:
    assert fault in (condition(plain).fault() or "")


@pytest.mark.parametrize(
    "plain",
    [
        {"fact": "paid_fen", "at_least": 30000}, {"fact": "late_by", "at_most": 3600},
        {"fact": "refund_open", "is": True},
        {"fact": "status", "in": ["unpaid"]}, {"all": []}, {"any": []}, {"answer": "wants", "is": "ship"},
    ],
)  # fmt: skip
def test_a_sound_condition_has_no_fault(plain: dict[str, Any]) -> None:
    assert condition(plain).fault() is None


def test_the_leaves_of_a_condition_are_its_single_facts_and_answers() -> None:
    made = condition({"all": [TRUE, {"not": {"any": [FALSE, {"answer": "wants", "is": "ship"}]}}]})
    assert [leaf.fact or leaf.answer for leaf in made.leaves()] == ["quantity", "quantity", "wants"]


def test_an_unknown_operator_is_refused_when_it_is_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        condition({"fact": "quantity", "eval": "1"})
