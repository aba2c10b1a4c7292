"""What an agent makes of a reply before it leaves: an edited text, findings overruled, promises kept track of."""

from collections.abc import Iterator

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.facts import Moment
from deskhelper.core.flow import PromiseKind
from deskhelper.core.moments import HOUR, Instant, short_time
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.outgoing.finding import found
from deskhelper.core.outgoing.overruled import MAY_BE_OVERRULED, Overruled, standing
from deskhelper.core.outgoing.promised import TOLD_KINDS, promised
from deskhelper.core.outgoing.told_time import told_times
from deskhelper.core.outgoing.words import WordRules
from deskhelper.core.promise import PromiseMade
from deskhelper.core.text import Text

FOLLOW_UP = Text(zh="按答应的办好，并告诉买家", en="Do what was promised and tell the buyer")
DUE_HOURS = 24
"""When a promise in the agent's own words falls due where they name no time."""
MOST_REASON = 60
"""Characters of the reason why a finding is overruled."""
MOST_TEXT = 4000
"""Characters of an edited reply."""


class Tracked(Struct, frozen=True):
    """A promise in the agent's own words that is kept track of with the copy. `due` is an instant."""

    kind: PromiseKind
    words: str
    due: Instant

    @property
    def promise(self) -> PromiseMade:
        """The promise as it is kept."""
        return PromiseMade(self.kind, self.words, self.due, FOLLOW_UP)


class OwnWords(Struct, frozen=True):
    """What stands in place of a script's words (`text`, empty: nothing does), and what the agent said to findings."""

    text: str = ""
    overruled: tuple[Overruled, ...] = ()
    tracked: tuple[Tracked, ...] = ()


class Judged(Struct, frozen=True):
    """What stands against a reply, what it promises, and what of the findings was let pass."""

    findings: list[Finding]
    promises: list[PromiseMade]
    overruled: list[Overruled]


NOTHING_OWN = OwnWords()


def safer_words(finding: Finding) -> str:
    """Return what may stand in place of the words found, empty where the word list names nothing."""
    return str(finding.problem.values.get("safer", ""))


def with_safer(text: str, finding: Finding) -> str:
    """Return `text` with the safer words in place of those found."""
    return f"{text[: finding.start]}{safer_words(finding)}{text[finding.end :]}"


def overruling(finding: Finding, reason: str) -> Overruled:
    """Return that a false hit is let pass, with the reason that is recorded with the copy.

    Raises WorldError `overrule_binding` for a rule that binds, `overrule_reason` without a reason.
    """
    words = " ".join(reason.split())
    if finding.rule not in MAY_BE_OVERRULED:
        raise WorldError("overrule_binding", words=finding.words)
    if not 2 <= len(words) <= MOST_REASON:
        raise WorldError("overrule_reason", least=2, most=MOST_REASON)
    return Overruled(finding.rule, finding.words, words)


def tracking(finding: Finding, due: Instant, now: Instant) -> tuple[Tracked, ...]:
    """Return what is to be kept track of where the words found are a promise, due at `due`; else nothing.

    Raises WorldError `track_past` for a time that is not to come.
    """
    kind = kind_promised(finding)
    if kind is None:
        return ()
    if due <= now:
        raise WorldError("track_past")
    return (Tracked(kind, finding.words, due),)


def judged(
    text: str, found: list[Finding], promises: list[PromiseMade], own: OwnWords, rules: WordRules, moment: Moment
) -> Judged:
    """Return what stands against `text` and what it promises, with what the agent made of it and said to findings.

    `found` and `promises` are those of the reply as it is, edited or not.
    """
    kept = [*promises, *(one.promise for one in own.tracked if one.words in text)]
    if own.text:
        times = {one.start for one in found if one.rule is Rule.CONTRADICTION}
        found = found + [one for one in off_track(text, kept, rules, moment) if one.start not in times]
    passed = [one for one in own.overruled if len(standing(found, [one])) < len(found)]
    return Judged(standing(found, own.overruled), kept, passed)


def kind_promised(finding: Finding) -> PromiseKind | None:
    """Return what the words found promise; None where the finding is no promise."""
    if finding.rule is not Rule.UNTRACKED:
        return None
    return next(kind for kind in TOLD_KINDS if finding.problem.code.endswith(f"_{kind.value}"))


def off_track(text: str, promises: list[PromiseMade], rules: WordRules, moment: Moment) -> Iterator[Finding]:
    """Yield the times that a text promises and that are not those kept track of: what is told must be what is kept.

    A promise in words is held against the ones of its kind alone; within an hour is the same time, for a reply counts
    in hours.
    """
    read = rules.plain(text)
    for said in promised(read):
        dues = [promise.due for promise in promises if promise.kind is said.kind]
        for told in told_times(read.words[said.start : said.end], moment):
            if dues and not any(told.first - HOUR <= due <= told.last + HOUR for due in dues):
                place = read.place(said.start + told.start, said.start + told.end)
                kept = short_time(dues[0], moment.zone)
                yield found(Rule.CONTRADICTION, text, *place, "finding_time_kept", promise=kept)


def due_told(finding: Finding, rules: WordRules, moment: Moment) -> Instant | None:
    """Return when what the words promise falls due: the time they name, a day from now where they name none.

    None where they are no promise.
    """
    if kind_promised(finding) is None:
        return None
    times = [told.last for told in told_times(rules.plain(finding.words).words, moment) if told.last > moment.now]
    return min(times, default=moment.now + DUE_HOURS * HOUR)
