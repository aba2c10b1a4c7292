"""Paths are walked symbolically: what the order must be like is kept with each."""

from typing import Any

import msgspec
import pytest

from deskhelper.core.flow_paths import implied, paths_of
from deskhelper.core.rule import Condition
from tests.core.make import flow_of, plain_flow, question

ALL_FACTS = frozenset({"has_left", "refund_open", "is_received", "status"})


def test_each_path_is_yielded_once_for_each_thing_it_takes_for_granted() -> None:
    paths = [(path.words, dict(path.assumed), path.end) for path in paths_of(flow_of(plain_flow()), ALL_FACTS)]
    assert paths == [
        ("wants=ship has_left=yes", {}, "LEFT"),
        ("wants=ship has_left=yes", {"has_left": True}, "LEFT"),
        ("wants=ship has_left=no", {}, "AGREE"),
        ("wants=refund", {}, "REFUND"),
        ("wants=refund", {"refund_open": True}, "REFUND"),
    ]


def test_facts_of_no_interest_are_not_told_apart() -> None:
    paths = list(paths_of(flow_of(plain_flow()), frozenset()))
    assert [path.words for path in paths] == ["wants=ship has_left=yes", "wants=ship has_left=no", "wants=refund"]


def test_assumptions_that_exclude_each_other_make_no_path() -> None:
    plain = plain_flow()
    own = {"when": {"fact": "status", "is": "shipped"}, "answer": "ship", "reason": {"zh": "已发", "en": "shipped"}}
    plain["questions"]["wants"] = question({"ship": "has_left"}, answers_itself=[own])
    other = {"when": {"fact": "status", "is": "to_ship"}, "answer": "no", "reason": {"zh": "待发", "en": "waiting"}}
    plain["questions"]["has_left"]["answers_itself"] = [other]
    leads = [{"when": {"fact": "status", "is": "to_ship"}, "go": "REFUND"}, {"go": "AGREE"}]
    plain["questions"]["has_left"]["options"]["no"]["next"] = leads
    found = {(path.words, path.assumed.get("status"), path.end) for path in paths_of(flow_of(plain), ALL_FACTS)}
    assert ("wants=ship has_left=no", "shipped", "AGREE") in found
    assert ("wants=ship has_left=no", "to_ship", "REFUND") in found
    assert ("wants=ship has_left=no", "shipped", "REFUND") not in found


@pytest.mark.parametrize(
    ("condition", "is_walked"),
    [
        ({"all": [{"answer": "wants", "is": "refund"}, {"fact": "is_received", "is": True}]}, False),
        ({"all": [{"answer": "wants", "is": "ship"}, {"fact": "is_received", "is": True}]}, True),
        ({"any": [{"answer": "wants", "is": "refund"}, {"fact": "is_received", "is": True}]}, True),
        ({"any": [{"answer": "wants", "is": "refund"}, {"answer": "wants", "is": "x"}]}, False),
        ({"not": {"fact": "is_received", "is": True}}, True),
        ({"not": {"answer": "wants", "is": "ship"}}, False),
    ],
)
def test_a_branch_is_walked_only_where_some_order_makes_it_true(condition: dict[str, Any], is_walked: bool) -> None:
    plain = plain_flow()
    plain["questions"]["has_left"]["options"]["no"]["next"] = [{"when": condition, "go": "REFUND"}, {"go": "AGREE"}]
    ends = {path.end for path in paths_of(flow_of(plain), ALL_FACTS) if path.words == "wants=ship has_left=no"}
    assert ("REFUND" in ends) is is_walked
    assert "AGREE" in ends


def test_an_answer_of_the_order_that_hangs_on_another_answer_is_weighed_too() -> None:
    plain = plain_flow()
    plain["questions"]["has_left"]["answers_itself"][0]["when"] = {
        "all": [{"answer": "wants", "is": "refund"}, {"fact": "has_left", "is": True}]
    }
    assert all(not path.assumed for path in paths_of(flow_of(plain), ALL_FACTS) if "has_left" in path.answers)


@pytest.mark.parametrize(
    ("condition", "sure"),
    [
        ({"fact": "status", "is": "shipped"}, {"status": "shipped", "has_left": True}),
        ({"fact": "status", "is": "received"}, {"status": "received", "has_left": True, "is_received": True}),
        ({"fact": "status", "is": "cancelled"}, {"status": "cancelled", "is_cancelled": True}),
        ({"fact": "status", "is": "unpaid"}, {"status": "unpaid", "is_paid": False}),
        ({"fact": "tracking_no", "known": True}, {"has_left": True}),
        ({"fact": "tracking_no", "known": False}, {"tracking_no": None}),
        ({"fact": "late_by", "at_least": 1}, {}),
        ({"not": {"fact": "refund_open", "is": True}}, {}),
        ({"any": [{"fact": "refund_open", "is": True}]}, {}),
        ({"answer": "wants", "is": "ship"}, {}),
        ({"all": [{"fact": "refund_open", "is": True}, {"fact": "received_at", "known": True}]},
         {"refund_open": True, "is_received": True}),
    ],
)  # fmt: skip
def test_what_is_sure_while_a_condition_holds(condition: dict[str, Any], sure: dict[str, Any]) -> None:
    assert implied(msgspec.convert(condition, Condition)) == sure
