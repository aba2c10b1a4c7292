"""Slots: the values a reply needs. Read from the order, else asked for; checked, then worded for the buyer.

The input of a slot is text, as `--set slot=value` and the field give it: an ISO time, yuan, minutes, words.
"""

import re
from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Limit
from deskhelper.core.moments import (
    DAY,
    HOUR,
    Instant,
    buyer_hour,
    buyer_time,
    floor_hour,
    is_whole_hour,
    iso,
    local,
    parse_iso,
    short_time,
)
from deskhelper.core.money import format_yuan, parse_fen
from deskhelper.core.policy import Policy
from deskhelper.core.slot_words import is_nothing_yet, order_words, typed_words
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
    have themselves. `shown`: so many characters of the order's own words are told.
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
    help: Text | None = None


class SlotValue(Struct, frozen=True):
    """A slot's state: who gave it (None while it is a gap), its input, its words, and what is wrong with the input.

    `suggested` is a sensible input to offer; it counts only once the agent takes it.
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

    @property
    def is_gap(self) -> bool:
        """Whether the slot has no usable value."""
        return self.by is None or self.problem is not None


YEAR = 366 * DAY

FIRST_HOUR, LAST_HOUR, MORNING = 9, 22, 10
"""Hours of the day on offer, and the one on offer instead of the night's."""

FAR_PROMISE = 3 * DAY
FARTHEST = 1_000_000

MOST_DIGITS = 9
TRACKING_NO = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{5,29}")


class Asked(Struct, frozen=True):
    """What a slot is read against: the clock, the facts, and how late a time may be."""

    moment: Moment
    facts: Facts
    limit: Limit = Limit.NONE


def read_slot(name: str, spec: SlotSpec, given: str, asked: Asked) -> SlotValue:
    """Return the slot for the agent's input `given`, with the problem if it cannot stand in a reply."""
    value = SlotValue(name, by="agent", given=given)
    if is_nothing_yet(given):
        return _with(value, problem=Problem("slot_nothing", {"value": given}))
    match spec.kind:
        case SlotKind.HOUR | SlotKind.TIME:
            return _read_time(value, spec, asked)
        case SlotKind.MONEY:
            return _read_money(value, spec, asked.facts)
        case SlotKind.MINUTES | SlotKind.HOURS | SlotKind.DAYS | SlotKind.HOURS_UNTIL:
            return _read_count(value, spec)
        case SlotKind.NUMBER:
            bare = given.replace(" ", "")
            fits = TRACKING_NO.fullmatch(bare) is not None and len(set(bare)) > 1
            return _with(value, words=bare, problem=None if fits else Problem("slot_number", {"value": given}))
        case _:
            return _read_words(value, spec)


def slot_from_fact(name: str, spec: SlotSpec, asked: Asked) -> SlotValue:
    """Return the slot as the order or the shop's terms give it; a gap when they do not say."""
    fact = asked.facts.get(spec.fact) if spec.fact else None
    if fact is None or fact == "":
        return SlotValue(name)
    zone = asked.moment.zone
    if spec.kind is SlotKind.HOUR and isinstance(fact, int):
        # told to a buyer it binds the shop as if typed in: a whole hour, never a later one, and still to come
        return replace(read_slot(name, spec, iso(floor_hour(fact, zone), zone) or "", asked), by="order")
    if spec.kind is SlotKind.TIME and isinstance(fact, int):
        given, words = iso(fact, zone) or "", buyer_time(fact, zone)
    elif spec.kind is SlotKind.MONEY and isinstance(fact, int):
        given = words = format_yuan(fact)
    else:
        given = words = order_words(str(fact), spec.shown)
    at = fact if spec.kind is SlotKind.TIME and isinstance(fact, int) else None
    return SlotValue(name, by="order", given=given, words=words, at=at)


def slot_from_figure(name: str, spec: SlotSpec, policy: Policy) -> SlotValue:
    """Return the slot as the policy gives it; an unsettled figure (confidence C) never enters a reply."""
    figure = policy.figures[spec.figure or ""]
    if not figure.is_settled or figure.value is None:
        return SlotValue(name)
    words = f"{figure.value:g}"
    return SlotValue(name, by="policy", given=words, words=words)


def hours_until(name: str, target: SlotValue, now: Instant) -> SlotValue:
    """Return the whole hours until `target`'s time, rounded up, so that "within N hours" is never too short."""
    if target.is_gap or target.at is None:
        return SlotValue(name)
    hours = max(1, -(-(target.at - now) // HOUR))
    return SlotValue(name, by="order", given=str(hours), words=str(hours))


def suggestion(spec: SlotSpec, name: str, terms: ShopTerms, asked: Asked) -> str:
    """Return a sensible input to offer for a slot that nothing has filled, empty where there is none.

    A time that the order itself should give is never guessed.
    """
    if spec.kind is SlotKind.HOUR and spec.fact is not None:
        return ""
    if spec.kind is SlotKind.HOUR:
        at = suggested_hour(terms, asked, spec.most)
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


def _with(value: SlotValue, words: str = "", problem: Problem | None = None) -> SlotValue:
    return SlotValue(value.name, value.by, value.given, words, problem=problem)


def _read_time(value: SlotValue, spec: SlotSpec, asked: Asked) -> SlotValue:
    now, zone = asked.moment.now, asked.moment.zone
    try:
        at = parse_iso(value.given, zone)
    except ValueError:
        return _with(value, problem=Problem("slot_time", {"value": value.given}))
    if spec.kind is SlotKind.TIME:
        problem = Problem("slot_future", {"value": short_time(at, zone)}) if at > now else None
        return SlotValue(value.name, value.by, value.given, buyer_time(at, zone), problem=problem, at=at)
    words = buyer_hour(at, now, zone)
    problem = None
    latest = latest_hour(asked)
    promise = asked.facts.get("promise_at")
    if not is_whole_hour(at, zone):
        problem = Problem("slot_hour", {"value": short_time(at, zone)})
    elif at <= now:
        problem = Problem("slot_past", {"value": short_time(at, zone)})
    elif latest is not None and isinstance(promise, int) and at > promise:
        problem = Problem("slot_past_promise", {"value": short_time(at, zone), "promise": short_time(promise, zone)})
    elif at > now + spec.most * HOUR:
        problem = Problem("slot_far", {"value": short_time(at, zone), "most": spec.most // 24})
    lasting = buyer_hour(at, at - YEAR, zone)
    return SlotValue(value.name, value.by, value.given, words, problem=problem, at=at, lasting=lasting)


def _read_money(value: SlotValue, spec: SlotSpec, facts: Facts) -> SlotValue:
    try:
        fen = parse_fen(value.given)
    except ValueError:
        return _with(value, problem=Problem("slot_money", {"value": value.given}))
    problem, paid = None, facts.get(spec.most_fact or "")
    most = min(spec.most, paid) if isinstance(paid, int) and paid > 0 else spec.most
    if not spec.least <= fen <= most:
        bounds = {"least": format_yuan(spec.least), "most": format_yuan(most)}
        problem = Problem("slot_money_range", {"value": value.given, **bounds})
    return SlotValue(value.name, value.by, value.given, format_yuan(fen), problem=problem, fen=fen)


def _read_count(value: SlotValue, spec: SlotSpec) -> SlotValue:
    bounds: dict[str, str | int] = {"value": value.given, "least": spec.least, "most": spec.most}
    if not value.given.isascii() or not value.given.isdigit() or len(value.given) > MOST_DIGITS:
        return _with(value, problem=Problem("slot_count", bounds))
    count = int(value.given)
    problem = None if spec.least <= count <= spec.most else Problem("slot_count_range", bounds)
    return _with(value, words=str(count), problem=problem)


def _read_words(value: SlotValue, spec: SlotSpec) -> SlotValue:
    words = typed_words(value.given, spec.drops)
    problem = None
    says_nothing = spec.kind is SlotKind.CHOICE and not any(letter.isalpha() for letter in words)
    if says_nothing or "{" in words or "}" in words or not spec.least <= len(words) <= spec.most:
        problem = Problem("slot_words", {"least": spec.least, "most": spec.most})
    return _with(value, words=words, problem=problem)
