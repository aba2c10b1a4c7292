"""Flows: the documented service procedures as data. Questions lead over options to outcomes (domain.md)."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.promise_kind import PromiseKind as PromiseKind
from deskhelper.core.rule import Condition
from deskhelper.core.text import Text


class Branch(Struct, frozen=True, forbid_unknown_fields=True):
    """Where an option leads when `when` holds (always, without it). `go` is a question or an outcome id."""

    go: str
    when: Condition | None = None


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a question. `likely`: the option to offer first when this holds."""

    label: Text
    next: str | tuple[Branch, ...]
    hint: Text | None = None
    likely: Condition | None = None

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The ways on, in order; the first whose condition holds is taken."""
        return (Branch(self.next),) if isinstance(self.next, str) else self.next


class OwnAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """How the order or the clock answers a question by itself, with its reason.

    `needs_yes`: while this holds the answer stands on something reckoned, so no reply leaves without the agent's yes.
    """

    when: Condition
    answer: str
    reason: Text
    needs_yes: Condition | None = None


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """One question of a flow. `short` labels it when it is folded."""

    ask: Text
    short: Text
    options: dict[str, Option]
    source: tuple[str, ...] = ()
    help: Text | None = None
    answers_itself: tuple[OwnAnswer, ...] = ()


class Due(Struct, frozen=True, forbid_unknown_fields=True):
    """When a promise falls due: at a slot's or a fact's time or now, plus minutes or hours of slots or of a figure."""

    at: str | None = None
    at_fact: str | None = None
    plus_minutes_of: str | None = None
    plus_hours_of: str | None = None
    plus_hours: int = 0
    plus_hours_of_figure: str | None = None

    @property
    def slots(self) -> list[str]:
        """The slots that it is counted from."""
        return [name for name in (self.at, self.plus_minutes_of, self.plus_hours_of) if name]


class PromiseSpec(Struct, frozen=True, forbid_unknown_fields=True):
    """A promise that an outcome makes, and the follow-up that keeps it.

    `waits`: it hangs on somebody else, as the buyer's choice or a carrier's scan; what falls due is the shop's own
    look. No buyer was told that time, so no reply apologises for it.
    """

    kind: PromiseKind
    text: Text
    due: Due
    follow_up: Text
    amount: str | None = None
    waits: bool = False


class Risk(Struct, frozen=True, forbid_unknown_fields=True):
    """What is at stake; the figure comes dated from the policy, never as a word of the flow."""

    text: Text
    figure: str | None = None


class Deadline(Struct, frozen=True, forbid_unknown_fields=True):
    """A clock that runs against the shop, such as the platform's for evidence (evidence.hours)."""

    text: Text
    due: Due


class Limit(StrEnum):
    """What a time told to the buyer must keep to, beside being after now and exact to the hour.

    PROMISE: never later than the promise. UNLESS_PASSED: the same while the promise has not passed.
    """

    NONE = "none"
    PROMISE = "promise"
    UNLESS_PASSED = "unless_passed"


class Claim(StrEnum):
    """What a reply states or takes for granted about the order; the order may contradict it."""

    LEFT = "left"
    NOT_LEFT = "not_left"
    IN_TIME = "in_time"
    LATE = "late"
    ON_THE_WAY = "on_the_way"
    ALIVE = "alive"
    NOT_REFUNDED = "not_refunded"
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    REFUNDED = "refunded"
    ALL_KEPT = "all_kept"


class Fault(StrEnum):
    """Who has to answer for it. OURS and CARRIER: the buyer pays no freight (D-WRONG-2, D-AFTER-3)."""

    OURS = "ours"
    CARRIER = "carrier"
    BUYER = "buyer"
    UNCLEAR = "unclear"


class HandOver(Struct, frozen=True, forbid_unknown_fields=True):
    """The way on into another flow. Answers to questions of the same id go along, `answers` are given there besides."""

    to: str
    label: Text
    when: Condition | None = None
    answers: dict[str, str] = {}


class FlowRule(Struct, frozen=True, forbid_unknown_fields=True):
    """A documented row that is guidance and no path's end. `refused`: advice that this program does not follow."""

    id: str
    text: Text
    figure: str | None = None
    refused: bool = False


class Outcome(Struct, frozen=True, forbid_unknown_fields=True):
    """The end of a flow. `reply` is a script id; None where nothing is to be said."""

    title: Text
    todo: tuple[Text, ...]
    sources: tuple[str, ...]
    reply: str | None = None
    promises: tuple[PromiseSpec, ...] = ()
    risks: tuple[Risk, ...] = ()
    evidence: tuple[Text, ...] = ()
    claims: tuple[Claim, ...] = ()
    limits: dict[str, Limit] = {}
    notes: tuple["Note", ...] = ()
    fault: Fault | None = None
    hands_over: tuple[HandOver, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


class Note(Struct, frozen=True, forbid_unknown_fields=True):
    """A remark to the agent that shows while its condition holds, always without one; it never stops a reply."""

    text: Text
    when: Condition | None = None


class Flow(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole flow. `start` is the first question's id; outcome ids are D-ids."""

    id: str
    version: int
    source: str
    title: Text
    summary: Text
    start: str
    questions: dict[str, Question]
    outcomes: dict[str, Outcome]
    hands_over: tuple[HandOver, ...] = ()
    rules: tuple[FlowRule, ...] = ()

    def ways_on(self, outcome: str, facts: Facts, answers: Mapping[str, str]) -> list[HandOver]:
        """Return the hand-overs that are open at `outcome`, its own before those of the whole flow."""
        ways = [*self.outcomes[outcome].hands_over, *self.hands_over]
        return [way for way in ways if way.when is None or way.when.holds(facts, answers)]
