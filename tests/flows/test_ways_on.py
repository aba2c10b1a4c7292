"""From flow to flow: what was answered goes along, and nothing is asked twice. A sensible option is offered first."""

import pytest

from deskhelper.content.library import load_library
from deskhelper.core.facts import FACT_KINDS, FactValue
from deskhelper.core.moments import zone
from deskhelper.core.wizard import Walk, replay
from deskhelper.paths import RESOURCES

LIBRARY = load_library(RESOURCES)
UNKNOWN: dict[str, FactValue] = dict.fromkeys(FACT_KINDS)
WAITS = {**UNKNOWN, "status": "to_ship", "refund_open": False, "promise_at": 1, "promise_passed": True}
SENT = {**UNKNOWN, "status": "received", "refund_open": False, "has_left": True, "tracking_no": "773000000000123"}
FIVE = ["late_shipment", "wrong_item", "empty_parcel", "bad_faith", "platform_case"]


def handed(walk: Walk, flow: str, to: str, facts: dict[str, FactValue]) -> Walk:
    """Return the walk through `to` with all the answers of `walk` that fit there and those that the way gives."""
    way = next(way for way in LIBRARY.flows[flow].ways_on(walk.outcome or "", facts, walk.answers) if way.to == to)
    questions = LIBRARY.flows[to].questions
    carried = {q: a for q, a in walk.answers.items() if q in questions and a in questions[q].options}
    return replay(LIBRARY.flows[to], facts, {**carried, **way.answers}, zone())


@pytest.mark.parametrize(
    ("flow", "facts", "answers", "to", "asks", "outcome"),
    [
        (
            "wrong_item", SENT, {"has_photos": "yes", "fault": "buyer", "bad_faith": "yes"}, "bad_faith",
            "platform_in", None,
        ),
        (
            "wrong_item", SENT, {"has_photos": "yes", "fault": "ours", "remedy": "refused"}, "platform_case",
            "platform_verdict", None,
        ),
        (
            "wrong_item", SENT, {"has_photos": "no"}, "empty_parcel", None, "D-EMPTY-2.5",
        ),
        (
            "empty_parcel", SENT, {"has_photos": "yes", "fault": "buyer", "platform_in": "yes"}, "platform_case",
            "platform_verdict", None,
        ),
        (
            "empty_parcel", SENT, {"has_photos": "yes", "fault": "buyer", "platform_in": "no"}, "bad_faith",
            "conduct", None,
        ),
        (
            "late_shipment", WAITS, {"has_left": "no", "buyer_reached": "no", "explained": "no"}, "urge_shipment",
            None, "D-URGE-1.2.2",
        ),
        (
            "late_shipment", {**WAITS, "promise_passed": False}, {"has_left": "no"}, "urge_shipment", "can_ship", None,
        ),
        (
            "late_shipment", WAITS,
            {"has_left": "no", "buyer_reached": "yes", "stance": "disputes", "dispute_step": "arbitrate"},
            "platform_case", "evidence_sent", None,
        ),
        (
            "late_shipment", WAITS,
            {"has_left": "no", "buyer_reached": "yes", "stance": "disputes", "dispute_step": "law"},
            "platform_case", "after_loss", None,
        ),
        (
            "bad_faith", SENT, {"fault": "ours"}, "wrong_item", "has_photos", None,
        ),
    ],
)  # fmt: skip
def test_answers_go_along(
    flow: str, facts: dict[str, FactValue], answers: dict[str, str], to: str, asks: str | None, outcome: str | None
) -> None:
    walk = replay(LIBRARY.flows[flow], facts, answers, zone())
    assert walk.outcome is not None
    further = handed(walk, flow, to, facts)
    assert (further.question, further.outcome) == (asks, outcome)


@pytest.mark.parametrize("flow", FIVE[:4])
def test_every_outcome_can_go_on_when_the_platform_steps_in(flow: str) -> None:
    for outcome in LIBRARY.flows[flow].outcomes:
        assert "platform_case" in [way.to for way in LIBRARY.flows[flow].ways_on(outcome, UNKNOWN, {})]


@pytest.mark.parametrize("flow", FIVE)
@pytest.mark.parametrize("facts", [WAITS, SENT], ids=["waits", "sent"])
def test_a_sensible_option_is_offered_first(flow: str, facts: dict[str, FactValue]) -> None:
    answers: dict[str, str] = {}
    walk = replay(LIBRARY.flows[flow], facts, answers, zone())
    while walk.question is not None:
        assert walk.suggested is not None, walk.question
        answers[walk.question] = walk.suggested
        walk = replay(LIBRARY.flows[flow], facts, answers, zone())
    assert walk.outcome is not None


@pytest.mark.parametrize(
    ("flow", "ids"),
    [
        ("late_shipment", {"D-LATE-2", "D-LATE-3", "D-LATE-4", "D-LATE-7"}),
        ("wrong_item", {"D-WRONG-2", "D-WRONG-4"}),
        ("empty_parcel", {"D-EMPTY-1", "D-EMPTY-2", "D-EMPTY-3", "D-EMPTY-5"}),
        ("bad_faith", {"D-ABUSE-1", "D-ABUSE-2", "D-ABUSE-3"}),
        ("platform_case", {"D-AFTER-8", "D-LATE-6", "D-EMPTY-4"}),
    ],
)
def test_guidance_stands_in_the_handbook(flow: str, ids: set[str]) -> None:
    assert {rule.id for rule in LIBRARY.flows[flow].rules} == ids


def test_help_toward_empty_parcels_is_refused_in_words() -> None:
    rule = next(rule for rule in LIBRARY.flows["empty_parcel"].rules if rule.id == "D-EMPTY-5")
    assert rule.refused
    assert "欺诈" in rule.text.zh
    assert "fraud" in rule.text.en
