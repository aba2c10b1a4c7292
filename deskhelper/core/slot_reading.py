"""Reading slots: an input, a fact or a figure becomes words for the buyer, or a problem.

The input of a slot is text, as `--set slot=value` and the field give it: an ISO time, yuan, minutes, words.
"""

import re

from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.facts import Facts
from deskhelper.core.moments import (
    DAY,
    HOUR,
    Instant,
    buyer_hour,
    buyer_time,
    floor_hour,
    is_whole_hour,
    iso,
    parse_iso,
    short_time,
)
from deskhelper.core.money import format_yuan, parse_fen
from deskhelper.core.policy import Policy
from deskhelper.core.slot import Asked, SlotKind, SlotSpec, SlotValue, latest_hour
from deskhelper.core.slot_words import is_nothing_yet, order_words, typed_words

YEAR = 366 * DAY

MOST_DIGITS = 9
TRACKING_NO = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{5,29}")


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
