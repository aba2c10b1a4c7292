"""Findings that the agent overruled as false hits: words and contacts only, each with its reason, which is recorded."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from deskhelper.core.outgoing.finding import Finding, Rule

MAY_BE_OVERRULED = frozenset({Rule.OFF_PLATFORM, Rule.WORDING})
"""Only these rules go by words alone and may hit what is harmless; the others bind."""


class Overruled(Struct, frozen=True):
    """What the agent let pass: the rule, the words as found, and why."""

    rule: Rule
    words: str
    reason: str = ""


def standing(findings: Iterable[Finding], overruled: Collection[Overruled]) -> list[Finding]:
    """Return the findings that still stop a copy."""
    passed = {(one.rule, one.words) for one in overruled if one.rule in MAY_BE_OVERRULED}
    return [finding for finding in findings if (finding.rule, finding.words) not in passed]
