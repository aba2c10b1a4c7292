"""The outgoing check: what a reply may never do, looked for before it reaches the clipboard (domain.md, last part)."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.facts import Facts
from deskhelper.core.flow import Claim, Fault
from deskhelper.core.text import PLACEHOLDER
from deskhelper.core.wizard import Walk


class Rule(StrEnum):
    """The rules of the outgoing check, in the order of domain.md, and the agent's yes on a derived promise."""

    GAP = "gap"
    CONTRADICTION = "contradiction"
    FREIGHT_OR_BRIBE = "freight_or_bribe"
    OFF_PLATFORM = "off_platform"
    UNTRACKED = "untracked"
    WORDING = "wording"
    DERIVED_PROMISE = "derived_promise"


class Finding(Struct, frozen=True):
    """One reason why a reply must not leave: the rule, the words, and the sentence that explains it."""

    rule: Rule
    words: str
    problem: Problem


class WordRule(Struct, frozen=True, forbid_unknown_fields=True):
    """Forbidden words of one rule; `safer` is a better wording. Matched without regard to case."""

    rule: Rule
    words: tuple[str, ...]
    safer: str = ""


class WordRules(Struct, frozen=True, forbid_unknown_fields=True):
    """The shipped word list of a platform."""

    rules: tuple[WordRule, ...]


_UNFILLED = re.compile(
    r"\*{2,}|＊{2,}|_{2,}|＿+|(?<![A-Za-z0-9])[xXｘＸ×]{2,}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])[xXｘＸ](?=\s*(?:元|小时|分钟|天|点|月|日))|[（(【\[]\s*[】\]）)]"
)


def unfilled(text: str) -> Iterator[Finding]:
    """Yield every placeholder, `XX`, `***` or empty bracket left in `text` (rule 1)."""
    for pattern in (PLACEHOLDER, _UNFILLED):
        for match in pattern.finditer(text):
            yield Finding(Rule.GAP, match[0], Problem("finding_gap", {"words": match[0]}))
    if not text.strip():
        yield Finding(Rule.GAP, "", Problem("finding_empty"))


def forbidden(text: str, rules: WordRules) -> Iterator[Finding]:
    """Yield every forbidden word in `text` (rules 3 and 4, and the platform's word list)."""
    lower = text.lower()
    for rule in rules.rules:
        for words in rule.words:
            if words.lower() in lower:
                values: dict[str, str | int] = {"words": words, "safer": rule.safer}
                code = "finding_words_safer" if rule.safer else "finding_words"
                yield Finding(rule.rule, words, Problem(code, values))


def contradictions(claims: tuple[Claim, ...], facts: Facts, answers: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the claims of a reply that the order contradicts (rule 2).

    What the agent answered on the way stands above the order: an overrule is the agent's knowledge.
    """
    known = {**facts, **{name: answer == "yes" for name, answer in answers.items() if answer in ("yes", "no")}}
    for claim in claims:
        if contradicted(claim, known):
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
}
"""The facts that can contradict each claim."""


def contradicted(claim: Claim, known: Facts) -> bool:
    """Tell whether what is known speaks against `claim`."""
    match claim:
        case Claim.LEFT:
            return known.get("has_left") is not True
        case Claim.NOT_LEFT:
            return known.get("has_left") is True
        case Claim.IN_TIME:
            return known.get("promise_passed") is True
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
        case Claim.NOT_REFUNDED:  # pragma: no branch  # the type checker holds that these are all
            return known.get("refund_done") is True


_SENTENCE = re.compile(r"[^。！？；\n]+")
_FREIGHT_DEMAND = re.compile(
    r"(?:您|你|亲|买家|麻烦|需要?|请|自行|自己)[^，,]{0,8}?(?:承担|支付|垫付|付|出|自理|负担)[^，,]{0,6}(?:运费|邮费|快递费)"
    r"|(?:运费|邮费|快递费)[^，,]{0,8}?(?:您|你|亲|买家|自理|到付)[^，,]{0,6}"
)
_SHOP_PAYS = re.compile(
    r"不用|无需|不需要|不必|不会让|不让|报销|退还?给|补偿?给|返还"
    r"|(?:我们|我|小店|本店|店里|店铺|商家|(?<!您)(?<!你)这边)[^，,]{0,6}(?:承担|支付|付|出|负担|负责)"
)


def freight_demands(text: str) -> Iterator[str]:
    """Yield the words that ask the buyer to pay freight (D-WRONG-2, D-AFTER-3); one sentence offers or asks."""
    for sentence in _SENTENCE.findall(text):
        match = _FREIGHT_DEMAND.search(sentence)
        if match and not _SHOP_PAYS.search(sentence):
            yield match[0]


def freight_asked(text: str, fault: Fault | None) -> Iterator[Finding]:
    """Yield every demand for freight where the fault is the shop's or the carrier's (rule 3)."""
    if fault in (Fault.OURS, Fault.CARRIER):
        for words in freight_demands(text):
            yield Finding(Rule.FREIGHT_OR_BRIBE, words, Problem("finding_freight", {"words": words}))


def unconfirmed(walk: Walk) -> Iterator[Finding]:
    """Yield the steps that stand on a derived promise and wait for the agent's yes (D-URGE)."""
    for step in walk.unconfirmed:
        yield Finding(Rule.DERIVED_PROMISE, step.reason.zh, Problem("finding_derived", {"reason": step.reason.zh}))
