"""The outgoing check as a whole: every text goes through it before it may reach the clipboard."""

from collections.abc import Collection
from functools import lru_cache

from msgspec import Struct

from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Fault, PromiseKind
from deskhelper.core.outgoing.blame import blames
from deskhelper.core.outgoing.bribe import bribes, freight_asked
from deskhelper.core.outgoing.contact import off_platform
from deskhelper.core.outgoing.credentials import credentials_asked
from deskhelper.core.outgoing.dishonest import fake_shipping, untrue_receipts, untrue_words
from deskhelper.core.outgoing.finding import Finding
from deskhelper.core.outgoing.gaps import unfilled
from deskhelper.core.outgoing.likeness import alike
from deskhelper.core.outgoing.medical import medical_claims
from deskhelper.core.outgoing.plain import Plain
from deskhelper.core.outgoing.promised import untracked
from deskhelper.core.outgoing.said import against_the_order
from deskhelper.core.outgoing.superlative import superlatives
from deskhelper.core.outgoing.threat import threats
from deskhelper.core.outgoing.vows import vows
from deskhelper.core.outgoing.words import WordRules, forbidden

KEPT = 64
"""Texts whose findings are kept."""


class Against(Struct, frozen=True):
    """What a text is checked against.

    `facts` of the order, None where there is no order in hand; `known` the same with the agent's answers over them.
    `tracked` are the kinds of promises that are kept track of with this copy, `fault` is whose the flow found it to be.
    """

    moment: Moment
    facts: Facts | None = None
    known: Facts | None = None
    order_no: str = ""
    tracked: Collection[PromiseKind] = ()
    fault: Fault | None = None


def check(text: str, rules: WordRules, against: Against) -> list[Finding]:
    """Return every finding on `text`, in the order of the rules; what overlaps under the same rule is told once."""
    read, gaps, honesty, words = _by_itself(text, rules)
    findings = [*gaps]
    if against.facts is not None:
        known = against.facts if against.known is None else against.known
        findings += against_the_order(read, against.facts, known, against.moment, against.order_no)
    findings += [*freight_asked(read, against.fault), *honesty, *untracked(read, against.tracked), *words]
    if not findings:
        findings += _by_likeness(text, rules)
    return _told_once(findings)


@lru_cache(KEPT)
def _by_itself(text: str, rules: WordRules) -> tuple[Plain, list[Finding], list[Finding], list[Finding]]:
    """Return a text as the check reads it, and what is found without an order: gaps, dishonest ways, then words.

    Kept, for a reply is checked when it is drafted, before it is copied, and when its case is stored.
    """
    read = rules.plain(text)
    honesty = [*bribes(read), *untrue_receipts(read), *untrue_words(read), *fake_shipping(read)]
    honesty += [*off_platform(read), *credentials_asked(read), *threats(read), *blames(read)]
    words = [*forbidden(read, rules), *medical_claims(read), *superlatives(read), *vows(read)]
    return read, [*unfilled(text)], honesty, words


@lru_cache(KEPT)
def _by_likeness(text: str, rules: WordRules) -> list[Finding]:
    """Return what a text that no rule stops is like, where that is nothing that may leave."""
    return [] if rules.learnt is None else [*alike(_by_itself(text, rules)[0], rules.learnt)]


def _told_once(findings: list[Finding]) -> list[Finding]:
    """Return `findings` without those that stand within a longer one of the same rule."""
    told: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start - one.end):
        overlaps = (one.rule is finding.rule and one.start < finding.end and finding.start < one.end for one in told)
        if not any(overlaps):
            told.append(finding)
    return [finding for finding in findings if finding in told]
