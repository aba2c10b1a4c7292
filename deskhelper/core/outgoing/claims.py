"""Rule 2: what a reply claims, held against the order and what the agent answered."""

from collections.abc import Iterable, Iterator, Mapping

from deskhelper.core.errors import Problem
from deskhelper.core.facts import Facts, FactValue
from deskhelper.core.flow import Claim
from deskhelper.core.outgoing.finding import Finding, Rule
from deskhelper.core.wizard import Walk


def as_known(facts: Facts, answers: Mapping[str, str]) -> dict[str, FactValue]:
    """Return `facts` with the agent's answers over them: an overrule is the agent's knowledge and stands above."""
    return {**facts, **{name: answer == "yes" for name, answer in answers.items() if answer in ("yes", "no")}}


def contradictions(
    claims: tuple[Claim, ...], facts: Facts, answers: Mapping[str, str], found: Iterable[Finding] = ()
) -> Iterator[Finding]:
    """Yield the claims of a reply that the order contradicts; what was `found` in its very words is not told again."""
    known = as_known(facts, answers)
    told = {one.problem.code for one in found}
    for claim in claims:
        if contradicted(claim, known) and f"finding_{claim.value}" not in told:
            value = str(facts.get("status_text") or facts.get("status") or "")
            words = f"{value} {facts.get('after_sale_text') or ''}".strip()
            yield Finding(Rule.CONTRADICTION, words, Problem(f"finding_{claim.value}", {"status": words}))


CLAIM_FACTS: dict[Claim, tuple[str, ...]] = {
    Claim.LEFT: ("has_left",),
    Claim.NOT_LEFT: ("has_left",),
    Claim.IN_TIME: ("promise_passed",),
    Claim.LATE: ("promise_passed",),
    Claim.ON_THE_WAY: ("is_received",),
    Claim.ALIVE: ("is_cancelled", "is_paid"),
    Claim.NOT_REFUNDED: ("refund_done",),
    Claim.RECEIVED: ("has_left", "status"),
    Claim.NOT_RECEIVED: ("is_received",),
    Claim.REFUNDED: ("refund_done",),
    Claim.ALL_KEPT: ("broken_promise",),
}
"""The facts that can contradict each claim."""


def contradicted(claim: Claim, known: Facts) -> bool:
    """Tell whether what is known speaks against `claim`."""
    match claim:
        case Claim.LEFT:
            return known.get("has_left") is not True
        case Claim.NOT_LEFT:
            return known.get("has_left") is True
        case Claim.IN_TIME:  # a parcel that left may have left in time, whatever has passed since
            return known.get("promise_passed") is True and known.get("has_left") is not True
        case Claim.LATE:
            return known.get("promise_passed") is False
        case Claim.ON_THE_WAY:
            return known.get("is_received") is True
        case Claim.ALIVE:
            return known.get("is_cancelled") is True or known.get("is_paid") is False
        case Claim.RECEIVED:
            return known.get("has_left") is not True and known.get("status") in ("unpaid", "to_ship")
        case Claim.NOT_RECEIVED:
            return known.get("is_received") is True
        case Claim.REFUNDED:
            return known.get("refund_done") is False
        case Claim.ALL_KEPT:
            return known.get("broken_promise") is True
        case Claim.NOT_REFUNDED:  # pragma: no branch  # the type checker holds that these are all
            return known.get("refund_done") is True


def unconfirmed(walk: Walk) -> Iterator[Finding]:
    """Yield the steps that stand on a derived promise and wait for the agent's yes (D-URGE)."""
    for step in walk.unconfirmed:
        yield Finding(Rule.DERIVED_PROMISE, step.reason.zh, Problem("finding_derived"))
