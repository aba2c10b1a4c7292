"""A shop's own value for a figure of the platform: how it is typed, whether it fits, and the policy then in force."""

import math
from collections.abc import Mapping
from datetime import tzinfo

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.moments import Instant, local
from deskhelper.core.money import format_yuan, parse_fen
from deskhelper.core.policy import Figure, Policy, ShopMark, Unit, numbers_words
from deskhelper.core.text import Text
from deskhelper.core.tiers import Tier, Tiers, tiers_fault

BOUNDS: dict[Unit, tuple[float, float]] = {
    "hours": (1, 8760),
    "days": (1, 3650),
    "fen": (0, 1_000_000_00),
    "percent": (0, 100),
    "times": (1, 1000),
    "count": (0, 1000),
}
"""How low and high a number of each unit may be, unless its figure says otherwise."""

WHOLE: frozenset[Unit] = frozenset({"hours", "days", "fen", "count"})
MOST_WORDS = 200


class Override(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a shop set instead of a figure: a number, tiers, details by name, or words; by whom and when."""

    value: float | None = None
    tiers: Tiers = ()
    details: dict[str, float] = {}
    words: str = ""
    who: str = ""
    at: Instant = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is set."""
        return self.value is None and not self.tiers and not self.details and not self.words


class NumberField(Struct, frozen=True):
    """One number of a figure that can be typed: where it stands (`key`), its title, unit and value."""

    key: str
    title: Text
    unit: Unit
    value: float
    least: float
    most: float

    @property
    def words(self) -> str:
        """The value as it is typed, money in yuan."""
        return number_words(self.value, self.unit)


class InForce(Struct, frozen=True):
    """The policy with the shop's own values in their places, and the overrides that did not fit, each with why."""

    policy: Policy
    ignored: dict[str, Problem]


def fields_of(figure: Figure) -> list[NumberField]:
    """Return every number of `figure` that can be typed, in the order of its words."""
    found = []
    for place, tier in enumerate(figure.tiers):
        for name in _TIER_TITLES:
            number = getattr(tier, name)
            if number is not None:
                unit: Unit = "percent" if name == "percent" else "fen"
                title = _REST if name == "percent" and place else _TIER_TITLES[name]
                found.append(NumberField(f"tiers.{place}.{name}", title, unit, number, *BOUNDS[unit]))
    if figure.value is not None:
        found.append(NumberField("value", figure.title, figure.unit, figure.value, *_bounds_of(figure)))
    for name, detail in figure.details.items():
        limits = BOUNDS[detail.unit]
        found.append(NumberField(f"details.{name}", detail.title, detail.unit, detail.value, *limits))
    return found


def number_words(value: float, unit: Unit) -> str:
    """Return a number as it is typed: fen as yuan, others without needless zeros."""
    return format_yuan(round(value)) if unit == "fen" else f"{value:g}"


def read_number(words: str, field: NumberField) -> float | Problem:
    """Return the number typed into `field`, or what is wrong with it in one sentence."""
    try:
        number = float(parse_fen(words)) if field.unit == "fen" else float(words.strip())
    except ValueError:
        number = math.nan
    return number if _fits(number, field.unit, field.least, field.most) else _range_problem(field)


def read_words(words: str) -> str | Problem:
    """Return the words typed for a figure that is no number, or what is wrong with them."""
    told = " ".join(words.split())
    if told and len(told) <= MOST_WORDS and not set(told) & set("{}"):
        return told
    return Problem("figure_words", {"most": MOST_WORDS})


def override_of(figure: Figure, numbers: Mapping[str, float]) -> Override:
    """Return the override that gives `figure` these numbers by key; what equals the figure's is left out."""
    tiers = tuple(
        replace(tier, **{name: numbers.get(f"tiers.{place}.{name}", getattr(tier, name)) for name in _TIER_TITLES})
        for place, tier in enumerate(figure.tiers)
    )
    value = numbers.get("value", figure.value)
    details = {name: numbers.get(f"details.{name}", detail.value) for name, detail in figure.details.items()}
    return Override(
        value=None if value == figure.value else value,
        tiers=() if tiers == figure.tiers else tuple(_whole(tier) for tier in tiers),
        details={name: number for name, number in details.items() if number != figure.details[name].value},
    )


def override_fault(figure: Figure, override: Override) -> Problem | None:
    """Return why `override` does not fit `figure`; None where it does."""
    if override.is_empty:
        return Problem("figure_nothing")
    if override.words:
        if fields_of(figure):
            return Problem("figure_number_wanted")
        told = read_words(override.words)
        return told if isinstance(told, Problem) else None
    if override.tiers and (not figure.tiers or tiers_fault(override.tiers)):
        return Problem("figure_tiers")
    if override.details.keys() - figure.details.keys() or (override.value is not None and figure.value is None):
        return Problem("figure_number_unknown")
    return _number_fault(_put_in(figure, override))


def with_override(figure: Figure, override: Override, zone: tzinfo) -> Figure:
    """Return `figure` with the shop's value in its place and marked so; it must fit."""
    put_in = _put_in(figure, override)
    words = Text(zh=override.words, en=override.words) if override.words else numbers_words(put_in)
    day = local(override.at, zone).date().isoformat() if override.at else ""
    return replace(put_in, words=words or figure.words, shop=ShopMark(override.who, day), value_from=None)


def policy_in_force(shipped: Policy, overrides: Mapping[str, Override], zone: tzinfo) -> InForce:
    """Return `shipped` with the overrides that fit; one that does not is named and the shipped value stays."""
    figures, ignored = dict(shipped.figures), {}
    for name, override in overrides.items():
        figure = shipped.figures.get(name)
        if figure is None:
            ignored[name] = Problem("figure_gone")
        elif fault := override_fault(figure, override):
            ignored[name] = fault
        else:
            figures[name] = with_override(figure, override, zone)
    return InForce(replace(shipped, figures=figures), ignored)


def _put_in(figure: Figure, override: Override) -> Figure:
    details = {
        name: replace(detail, value=override.details.get(name, detail.value)) for name, detail in figure.details.items()
    }
    value = figure.value if override.value is None else override.value
    return replace(figure, value=value, tiers=override.tiers or figure.tiers, details=details)


def _number_fault(figure: Figure) -> Problem | None:
    for field in fields_of(figure):
        if not _fits(field.value, field.unit, field.least, field.most):
            return _range_problem(field)
    return None


def _fits(number: float, unit: Unit, least: float, most: float) -> bool:
    if not math.isfinite(number) or not least <= number <= most:
        return False
    return round(number, 0 if unit in WHOLE else 2) == number


def _range_problem(field: NumberField) -> Problem:
    least, most = number_words(field.least, field.unit), number_words(field.most, field.unit)
    return Problem("figure_range", {"least": least, "most": most})


def _bounds_of(figure: Figure) -> tuple[float, float]:
    least, most = BOUNDS[figure.unit]
    return (least if figure.least is None else figure.least, most if figure.most is None else figure.most)


def _whole(tier: Tier) -> Tier:
    """Return a tier with its fen as whole numbers, as they are kept."""
    fen = {name: getattr(tier, name) for name in ("below_fen", "flat_fen", "least_fen", "most_fen")}
    return replace(tier, **{name: None if number is None else round(number) for name, number in fen.items()})


_TIER_TITLES = {
    "below_fen": Text(zh="订单不足", en="order below"),
    "flat_fen": Text(zh="赔付", en="compensation"),
    "percent": Text(zh="订单金额的", en="share of the order"),
    "least_fen": Text(zh="至少", en="at least"),
    "most_fen": Text(zh="最多", en="at most"),
}
_REST = Text(zh="以上按订单金额的", en="above that, share of it")
