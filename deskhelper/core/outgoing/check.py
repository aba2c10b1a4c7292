"""The outgoing check as a whole: every text goes through it before it may reach the clipboard."""

from collections.abc import Collection

from msgspec import Struct

from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Fault, PromiseKind
from deskhelper.core.outgoing.blame import blames
from deskhelper.core.outgoing.bribe import bribes, freight_asked
from deskhelper.core.outgoing.contact import off_platform
from deskhelper.core.outgoing.credentials import credentials_asked
from deskhelper.core.outgoing.dishonest import fake_shipping, untrue_receipts
from deskhelper.core.outgoing.finding import Finding
from deskhelper.core.outgoing.gaps import unfilled
from deskhelper.core.outgoing.likeness import alike
from deskhelper.core.outgoing.medical import medical_claims
from deskhelper.core.outgoing.promised import untracked
from deskhelper.core.outgoing.said import against_the_order
from deskhelper.core.outgoing.superlative import superlatives
from deskhelper.core.outgoing.threat import threats
from deskhelper.core.outgoing.vows import vows
from deskhelper.core.outgoing.words import WordRules, forbidden


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
    findings = list(unfilled(text))
    read = rules.plain(text)
    if against.facts is not None:
        known = against.facts if against.known is None else against.known
        findings += against_the_order(read, against.facts, known, against.moment, against.order_no)
    findings += [*freight_asked(read, against.fault), *bribes(read), *untrue_receipts(read), *fake_shipping(read)]
    findings += [*off_platform(read), *credentials_asked(read), *threats(read), *blames(read)]
    findings += [*untracked(read, against.tracked), *forbidden(read, rules), *medical_claims(read)]
    findings += [*superlatives(read), *vows(read)]
    if not findings and rules.learnt is not None:
        findings += alike(read, rules.learnt)
    return _told_once(findings)


def _told_once(findings: list[Finding]) -> list[Finding]:
    """Return `findings` without those that stand within a longer one of the same rule."""
    told: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start - one.end):
        overlaps = (one.rule is finding.rule and one.start < finding.end and finding.start < one.end for one in told)
        if not any(overlaps):
            told.append(finding)
    return [finding for finding in findings if finding in told]
