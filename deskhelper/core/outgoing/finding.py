"""What the outgoing check finds: the rule, the words, where they stand, and the sentence that explains it."""

from enum import StrEnum

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing.plain import Plain


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
    """One reason why a reply must not leave. `start` and `end` are where the words stand in it, both 0 if nowhere."""

    rule: Rule
    words: str
    problem: Problem
    start: int = 0
    end: int = 0


def found(rule: Rule, text: str, start: int, end: int, code: str, **values: str | int) -> Finding:
    """Return the finding on `text[start:end]`, told by the sentence `code` with the words as its value `words`."""
    words = text[start:end]
    return Finding(rule, words, Problem(code, {"words": words, **values}), start, end)


def found_in(rule: Rule, read: Plain, span: tuple[int, int], code: str, **values: str | int) -> Finding:
    """Return the finding on what stands at `span` of the plain form."""
    start, end = read.place(*span)
    return found(rule, read.text, start, end, code, **values)
