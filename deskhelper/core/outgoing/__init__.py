"""The outgoing check: what a reply may never do, looked for before it reaches the clipboard (domain.md, last part)."""

from deskhelper.core.outgoing.check import Against, check
from deskhelper.core.outgoing.claims import CLAIM_FACTS, as_known, contradicted, contradictions, unconfirmed
from deskhelper.core.outgoing.finding import Finding, Rule
from deskhelper.core.outgoing.words import WordRule, WordRules

__all__ = [
    "CLAIM_FACTS",
    "Against",
    "Finding",
    "Rule",
    "WordRule",
    "WordRules",
    "as_known",
    "check",
    "contradicted",
    "contradictions",
    "unconfirmed",
]
