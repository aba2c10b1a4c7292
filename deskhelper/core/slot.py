"""Slots: the values a reply needs, how late a time among them may be, and what is offered for a gap."""

from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Limit
from deskhelper.core.moments import DAY, HOUR, Instant, floor_hour, iso, local, short_time
from deskhelper.core.money import format_yuan
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text


class SlotKind(StrEnum):
    """What a slot holds and which field asks for it."""

    HOUR = "hour"
    TIME = "time"
    HOURS_UNTIL = "hours_until"
    MONEY = "money"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    CHOICE = "choice"
    WORDS = "words"
    NUMBER = "number"


class SlotSpec(Struct, frozen=True, forbid_unknown_fields=True):
    """A slot by its kind. `fact` fills it from the order, `figure` from the policy; HOURS_UNTIL counts to slot `of`.

    `least` and `most` bound the value: fen for money, hours from now for HOUR, else minutes, hours, days or characters.
    `most_fact`: money is never more than this fact in fen, such as what was paid. `drops`: lead-ins that the replies
    have themselves. `shown`: so many characters of the order's own words are told. `offered_fact`: an hour that is
    offered where `fact` is not known, from grouping at most the days of the figure `most_days` away. `stand_in`: what
    is told, without quotation marks, where hardly anything of the order's own words may be.
    """

    kind: SlotKind
    title: Text
    fact: str | None = None
    figure: str | None = None
    of: str | None = None
    choices: str | None = None
    least: int = 1
    most: int = 1_000_000
    most_fact: str | None = None
    drops: tuple[str, ...] = ()
    shown: int | None = None
    stand_in: str = ""
    offered_fact: str | None = None
    most_days: str | None = None
    help: Text | None = None


class SlotValue(Struct, frozen=True):
    """A slot's state: who gave it (None while it is a gap), its input, its words, and what is wrong with the input.

    `suggested` is a sensible input to offer; it counts only once the agent takes it. `is_stand_in`: its words are the
    spec's `stand_in` and no quotation of the order.
    """

    name: str
    by: str | None = None
    given: str = ""
    words: str = ""
    suggested: str = ""
    problem: Problem | None = None
    at: Instant | None = None
    fen: int | None = None
    lasting: str = ""
    """The words for a note that is read on another day: without 今天 and the like."""
    is_stand_in: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether the slot has no usable value."""
        return self.by is None or self.problem is not None


FIRST_HOUR, LAST_HOUR, MORNING = 9, 22, 10
"""Hours of the day on offer, and the one on offer instead of the night's."""

FAR_PROMISE = 3 * DAY
FARTHEST = 1_000_000


class Asked(Struct, frozen=True):
    """What a slot is read against: the clock, the facts, and how late a time may be."""

    moment: Moment
    facts: Facts
    limit: Limit = Limit.NONE


def suggestion(spec: SlotSpec, name: str, terms: ShopTerms, asked: Asked, most_days: float | None = None) -> str:
    """Return a sensible input to offer for a slot that nothing has filled, empty where there is none.

    A time that the order itself should give is never guessed: `offered_hour` is what the file says by another name.
    `most_days` is the value of the slot's figure of that name.
    """
    if spec.kind is SlotKind.HOUR:
        from_order = spec.fact is not None
        at = offered_hour(spec, asked, most_days) if from_order else suggested_hour(terms, asked, spec.most)
        return "" if at is None else (iso(at, asked.moment.zone) or "")
    offers = {
        "coupon_yuan": format_yuan(terms.coupon_fen) if terms.coupon_fen else "",
        "compensation_yuan": format_yuan(terms.coupon_fen) if terms.coupon_fen else "",
        "refund_minutes": str(terms.refund_minutes),
        "refund_hours": str(terms.refund_hours),
        "resend_hours": str(terms.resend_hours),
        "reason": terms.reasons[0] if len(terms.reasons) == 1 else "",
    }
    return offers.get(name, "")


def offered_hour(spec: SlotSpec, asked: Asked, most_days: float | None = None) -> Instant | None:
    """Return the last whole hour of the slot's `offered_fact`, such as the file's promise for the end of a presale.

    None where the file does not say it itself, where that hour is not to come or farther ahead than the slot allows,
    and where it is more than `most_days` after grouping: no presale ends so late (D-PRESALE-1).
    """
    at, grouped_at = asked.facts.get(spec.offered_fact or ""), asked.facts.get("grouped_at")
    if not isinstance(at, int) or asked.facts.get("promise_is_derived"):
        return None
    if most_days is not None and isinstance(grouped_at, int) and at > grouped_at + most_days * DAY:
        return None
    now, hour = asked.moment.now, floor_hour(at, asked.moment.zone)
    return hour if now < hour <= now + spec.most * HOUR else None


def suggested_hour(terms: ShopTerms, asked: Asked, most: int = FARTHEST) -> Instant | None:
    """Return a whole hour to offer, at most `most` hours from now and not past a promise that still holds.

    Some hours from now, by day; where the promise is days away, as with presale and custom goods, its own hour
    (D-URGE-1.2.1.1).
    """
    now, zone = asked.moment.now, asked.moment.zone
    farthest = now + most * HOUR
    at = floor_hour(now + terms.reply_hours_when_late * HOUR, zone)
    by_day = _by_day(at, zone)
    at = by_day if by_day <= farthest else at
    latest = latest_hour(asked)
    if latest is not None:
        is_far = latest - now > FAR_PROMISE and latest <= farthest
        at = latest if is_far else min(at, latest)
    return at if at > now else None


def _by_day(at: Instant, zone: tzinfo) -> Instant:
    """Return a whole hour at which a shop packs, calls and has parcels fetched: nobody does so at night."""
    hour = local(at, zone).hour
    if hour > LAST_HOUR:
        return at - (hour - LAST_HOUR) * HOUR
    return at if hour >= FIRST_HOUR else at + (MORNING - hour) * HOUR


def latest_hour(asked: Asked) -> Instant | None:
    """Return the last whole hour that the promise allows; None where no promise bounds the time.

    A passed promise that was only derived bounds nothing: whoever says that it has not passed knows the real one.
    """
    promise = asked.facts.get("promise_at")
    if asked.limit is Limit.NONE or not isinstance(promise, int):
        return None
    has_passed = promise < asked.moment.now
    if has_passed and (asked.limit is Limit.UNLESS_PASSED or asked.facts.get("promise_is_derived")):
        return None
    return floor_hour(promise, asked.moment.zone)


def no_hour_left(spec: SlotSpec, asked: Asked) -> Problem | None:
    """Return what to say where a time is asked for and no whole hour is left that the promise allows."""
    latest, promise = latest_hour(asked), asked.facts.get("promise_at")
    is_asked = spec.kind is SlotKind.HOUR and spec.fact is None
    if not is_asked or not isinstance(promise, int) or latest is None or latest > asked.moment.now:
        return None
    return Problem("slot_no_hour", {"promise": short_time(promise, asked.moment.zone)})
