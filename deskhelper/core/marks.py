"""Marks on an order: custom-made, presale, the platform's notice. Set by hand or by the shop's product rules."""

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.moments import DAY, Instant
from deskhelper.core.order import Order
from deskhelper.core.search_keys import normalise


class CustomStage(StrEnum):
    """How far a custom order has come, in order (D-CUSTOM-1 to 3): from `started` on a refund needs agreement."""

    CHOSEN = "chosen"
    FILES = "files"
    STARTED = "started"
    PRODUCTION = "production"
    FINISHED = "finished"


STAGES = tuple(CustomStage)


class HandedIn(Struct, frozen=True):
    """A file (logo, font, picture) that the buyer handed in: its name and when."""

    name: str
    at: Instant


class Presale(Struct, frozen=True):
    """When a presale ends: on a fixed date, or `days` after grouping (D-PRESALE-1). Neither: not known yet."""

    until: Instant | None = None
    days: int | None = None

    def ends_at(self, grouped_at: Instant | None) -> Instant | None:
        """Return when it ends; N days after grouping are N times 24 hours."""
        if self.until is not None:
            return self.until
        return grouped_at + self.days * DAY if self.days is not None and grouped_at is not None else None


class OrderMarks(Struct, frozen=True, omit_defaults=True):
    """What agents have marked on one order by hand. None: nothing by hand, so the product rules decide.

    `stages` has the time of each stage that was reached; `no_presale` says by hand that it is none; `rated_one_at`
    is when an agent noted that the buyer rated it 1 (D-LOGI-9).
    """

    is_custom: bool | None = None
    stages: dict[CustomStage, Instant] = {}
    files: tuple[HandedIn, ...] = ()
    presale: Presale | None = None
    no_presale: bool = False
    platform_notice_at: Instant | None = None
    rated_one_at: Instant | None = None

    @property
    def stage(self) -> CustomStage | None:
        """The furthest stage that was reached."""
        return next((stage for stage in reversed(STAGES) if stage in self.stages), None)


class ProductRule(Struct, frozen=True):
    """Goods that are always custom-made or in presale: those with all of `words` in title, spec or codes."""

    words: tuple[str, ...]
    days: int | None = None

    def fits(self, text: str) -> bool:
        """Tell whether the rule is about goods with this normalised text."""
        return bool(self.words) and all(word in text for word in self.words)


class By(StrEnum):
    """Who marked an order."""

    HAND = "hand"
    RULE = "rule"
    NOBODY = ""


class MarksInForce(Struct, frozen=True):
    """The marks of an order that count, and where they come from."""

    is_custom: bool
    custom_by: By
    presale: Presale | None
    presale_by: By


_DAYS = re.compile(r"\s*(?:[:：=]\s*)?(\d{1,3})\s*(?:天|日|d|days?)\s*$", re.IGNORECASE)


def custom_rule(line: str) -> ProductRule:
    """Return the rule of one line of the shop's settings: words that must all be there."""
    return ProductRule(_words(line))


def presale_rule(line: str) -> ProductRule:
    """Return the rule of one line: words, then the days after grouping, such as `羊毛毯 15天`."""
    match = _DAYS.search(line)
    return ProductRule(_words(line[: match.start()] if match else line), int(match[1]) if match else None)


def _words(line: str) -> tuple[str, ...]:
    return tuple(normalise(word) for word in line.split())


def marks_in_force(
    order: Order, marks: OrderMarks, custom_rules: Iterable[str], presale_rules: Iterable[str], most_days: float | None
) -> MarksInForce:
    """Return what counts for `order`: a mark by hand beats a rule of the settings, the first rule that fits counts.

    A rule with more than `most_days` (presale.max_days) or no days gives a presale whose end is not known.
    """
    text = "\n".join(map(normalise, (order.product, order.spec, order.sku_code, order.product_id)))
    custom, presale = marks.is_custom, marks.presale
    custom_by, presale_by = By.HAND if custom is not None else By.NOBODY, By.HAND if presale else By.NOBODY
    if custom is None and any(custom_rule(line).fits(text) for line in custom_rules):
        custom, custom_by = True, By.RULE
    if presale is None and not marks.no_presale:
        rule = next((rule for rule in map(presale_rule, presale_rules) if rule.fits(text)), None)
        if rule is not None:
            days = rule.days if days_are_possible(rule.days, most_days) else None
            presale, presale_by = Presale(days=days), By.RULE
    return MarksInForce(bool(custom), custom_by, presale, presale_by)


def days_are_possible(days: int | None, most_days: float | None) -> bool:
    """Tell whether a presale may run so many days after grouping (D-PRESALE-1: 1 to presale.max_days)."""
    return days is not None and days >= 1 and (most_days is None or days <= most_days)


def with_stage(marks: OrderMarks, stage: CustomStage | None, at: Instant) -> OrderMarks:
    """Return `marks` at `stage`, reached at `at`; earlier stages keep their times, later ones are taken back."""
    kept = STAGES[: STAGES.index(stage)] if stage else ()
    stages = {name: time for name, time in marks.stages.items() if name in kept}
    if stage is not None:
        stages[stage] = marks.stages.get(stage, at)
    return replace(marks, stages=stages)


def with_stage_time(marks: OrderMarks, at: Instant) -> OrderMarks:
    """Return `marks` with the furthest stage reached at `at`; without any stage they stay as they are."""
    stage = marks.stage
    return marks if stage is None else replace(marks, stages={**marks.stages, stage: at})


def with_file(marks: OrderMarks, name: str, at: Instant) -> OrderMarks:
    """Return `marks` with a file that the buyer handed in; the first one reaches the stage of files."""
    if any(file.name == name for file in marks.files):
        return marks
    grown = replace(marks, files=(*marks.files, HandedIn(name, at)))
    is_before = grown.stage in (None, CustomStage.CHOSEN)
    return with_stage(grown, CustomStage.FILES, at) if is_before else grown


def without_file(marks: OrderMarks, name: str) -> OrderMarks:
    """Return `marks` without the file called `name`."""
    return replace(marks, files=tuple(file for file in marks.files if file.name != name))
