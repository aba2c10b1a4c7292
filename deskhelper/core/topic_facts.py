"""How the order in hand moves the topics: "when" of a shipped order means the parcel, of an unshipped one shipment.

Each rule says that a topic is at least so likely as a part of another; topics of no weight are left alone. Pure.
"""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.facts import Facts

FLOOR = 0.04
"""A topic below this is not what the message says, so no rule moves another by it."""

JUST_ABOVE = 1.05


class Rule(Struct, frozen=True):
    """While `holds`, `topic` has at least `part` of the score of the likeliest of `of` (of all where empty)."""

    holds: Callable[[Facts], bool]
    topic: str
    part: float
    of: tuple[str, ...] = ()


def _left(facts: Facts) -> bool:
    return bool(facts.get("has_left"))


def _on_the_way(facts: Facts) -> bool:
    return _left(facts) and not _received(facts)


def _received(facts: Facts) -> bool:
    return bool(facts.get("is_received"))


def _waits(facts: Facts) -> bool:
    return facts.get("is_paid") is not False and not (_left(facts) or _received(facts) or facts.get("is_cancelled"))


def _waits_late(facts: Facts) -> bool:
    return _waits(facts) and bool(facts.get("promise_passed"))


def _refund_open(facts: Facts) -> bool:
    return bool(facts.get("refund_open"))


def _refund_waits(facts: Facts) -> bool:
    return _refund_open(facts) and _waits(facts)


def _custom(facts: Facts) -> bool:
    return bool(facts.get("is_custom"))


def _presale(facts: Facts) -> bool:
    return bool(facts.get("is_presale")) and not (_left(facts) or _received(facts))


def _noticed(facts: Facts) -> bool:
    return facts.get("platform_notice_at") is not None


RULES: tuple[Rule, ...] = (
    Rule(_on_the_way, "parcel_anomaly", JUST_ABOVE, ("urge_shipment", "late_shipment", "presale")),
    Rule(_waits, "urge_shipment", JUST_ABOVE, ("parcel_anomaly",)),
    Rule(_waits, "urge_shipment", 0.5, ("after_sale", "late_shipment", "presale", "product_question")),
    Rule(_waits_late, "late_shipment", 0.6, ("urge_shipment", "after_sale")),
    Rule(_received, "after_sale", JUST_ABOVE, ("urge_shipment", "change_address")),
    Rule(_received, "after_sale", 0.5, ("wrong_item", "empty_parcel", "parcel_anomaly", "product_question")),
    Rule(_refund_open, "after_sale", 0.5),
    Rule(_refund_waits, "urge_shipment", 0.45),
    Rule(_custom, "custom_made", 0.6, ("urge_shipment", "after_sale", "product_question", "change_address")),
    Rule(_presale, "presale", JUST_ABOVE, ("urge_shipment", "late_shipment")),
    Rule(_noticed, "platform_case", 0.7),
)
"""In order; D-URGE-1.1b and 2.2, D-LATE-5, D-AFTER-1, D-CUSTOM-2, D-PRESALE-1, D-ABUSE-2."""


def reordered(scores: dict[str, float], facts: Facts) -> dict[str, float]:
    """Return the scores, which add up to 1, as the facts of the order move them."""
    moved = dict(scores)
    for rule in RULES:
        if rule.topic not in moved or not rule.holds(facts):
            continue
        over = max((moved[name] for name in (rule.of or moved) if name in moved), default=0.0)
        if over >= FLOOR:
            moved[rule.topic] = max(moved[rule.topic], rule.part * over)
    whole = sum(moved.values())
    return {name: score / whole for name, score in moved.items()}
