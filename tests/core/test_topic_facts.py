import pytest

from deskhelper.core.facts import FACT_KINDS, Facts
from deskhelper.core.topic_facts import RULES, reordered

TOPICS = (
    "urge_shipment", "late_shipment", "parcel_anomaly", "after_sale", "wrong_item", "empty_parcel", "custom_made",
    "presale", "platform_case", "change_address", "product_question", "greeting",
)  # fmt: skip
WAITING: Facts = {"is_paid": True, "has_left": None, "is_received": False, "promise_passed": False}
LATE: Facts = {**WAITING, "promise_passed": True}
SHIPPED: Facts = {"is_paid": True, "has_left": True, "is_received": False}
RECEIVED: Facts = {**SHIPPED, "is_received": True}


def ranked(facts: Facts, **scores: float) -> list[str]:
    rest = (1 - sum(scores.values())) / (len(TOPICS) - len(scores))
    moved = reordered({topic: scores.get(topic, rest) for topic in TOPICS}, facts)
    assert sum(moved.values()) == pytest.approx(1)
    return sorted(moved, key=lambda topic: -moved[topic])


@pytest.mark.parametrize(
    ("facts", "scores", "best"),
    [
        (SHIPPED, {"urge_shipment": 0.95}, ["parcel_anomaly", "urge_shipment"]),
        (SHIPPED, {"parcel_anomaly": 0.95}, ["parcel_anomaly"]),
        (WAITING, {"parcel_anomaly": 0.9}, ["urge_shipment", "parcel_anomaly"]),
        (WAITING, {"urge_shipment": 0.9}, ["urge_shipment"]),
        (LATE, {"urge_shipment": 0.95}, ["urge_shipment", "late_shipment"]),
        (LATE, {"late_shipment": 0.95}, ["late_shipment", "urge_shipment"]),
        (WAITING, {"after_sale": 0.95}, ["after_sale", "urge_shipment"]),
        ({**SHIPPED, "refund_open": True}, {"wrong_item": 0.95}, ["wrong_item", "after_sale"]),
        ({**WAITING, "refund_open": True}, {"greeting": 0.95}, ["greeting", "after_sale", "urge_shipment"]),
        (RECEIVED, {"urge_shipment": 0.95}, ["after_sale", "urge_shipment"]),
        (RECEIVED, {"empty_parcel": 0.95}, ["empty_parcel", "after_sale"]),
        ({**WAITING, "is_custom": True}, {"after_sale": 0.95}, ["after_sale", "custom_made"]),
        ({**WAITING, "is_presale": True}, {"urge_shipment": 0.95}, ["presale", "urge_shipment"]),
        ({**SHIPPED, "is_presale": True}, {"urge_shipment": 0.95}, ["parcel_anomaly", "urge_shipment"]),
        ({**RECEIVED, "platform_notice_at": 1}, {"wrong_item": 0.95}, ["wrong_item", "platform_case"]),
        ({**WAITING, "is_paid": False}, {"parcel_anomaly": 0.95}, ["parcel_anomaly"]),
        ({**WAITING, "is_cancelled": True}, {"parcel_anomaly": 0.95}, ["parcel_anomaly"]),
    ],
)
def test_the_order_moves_the_topics(facts: Facts, scores: dict[str, float], best: list[str]) -> None:
    assert ranked(facts, **scores)[: len(best)] == best


def test_what_the_message_does_not_say_moves_nothing() -> None:
    scores = {"greeting": 0.97, "urge_shipment": 0.03, "parcel_anomaly": 0.0}
    assert reordered(scores, SHIPPED) == pytest.approx(scores)


def test_an_order_that_says_nothing_leaves_the_parcel_unmoved() -> None:
    assert ranked({"is_paid": None, "has_left": True}, parcel_anomaly=0.9)[0] == "parcel_anomaly"


def test_rules_ask_for_facts_that_exist_and_topics_that_exist() -> None:
    class Asked(dict[str, object]):
        def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
            assert name in FACT_KINDS
            return default

    for rule in RULES:
        rule.holds(Asked())  # type: ignore[arg-type]
        assert {rule.topic, *rule.of} <= set(TOPICS)
