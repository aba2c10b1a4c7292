"""Confidence, origins, units and uses of figures in words."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.figure_uses import Use, UseKind
from deskhelper.core.moments import Instant, local
from deskhelper.core.policy import UNDATED, Confidence, Origin, Unit
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.policy import FigureLine

translate = QCoreApplication.translate


def confidence_words(confidence: Confidence) -> str:
    """Return what a confidence means, in a few words."""
    return {
        "A": translate("Policy", "A · official, or many sources agree"),
        "B": translate("Policy", "B · one dated source"),
        "C": translate("Policy", "C · unsettled, never told to a buyer"),
    }[confidence]


def since_words(since: str) -> str:
    """Return since when a figure holds, as it stands in a column."""
    if since == "seed":
        return translate("Policy", "seeds")
    return translate("Policy", "no date") if since in ("", UNDATED) else since


def origin_words(origin: Origin | None) -> str:
    """Return whose value it is; None is the platform's, beside the shop's own."""
    if origin is None:
        return translate("Policy", "Platform")
    return {
        "seed": translate("Policy", "Seed documents"),
        "before": translate("Policy", "Before the change"),
        "other": translate("Policy", "Another source"),
    }[origin]


def take_words(origin: Origin) -> str:
    """Return what the button says that takes another source's value."""
    return translate("Policy", "Use the seed's value") if origin == "seed" else translate("Policy", "Use this value")


def unit_words(unit: Unit) -> str:
    """Return the unit that stands behind a field."""
    return {
        "hours": translate("Policy", "hours"),
        "days": translate("Policy", "days"),
        "fen": translate("Policy", "yuan"),
        "percent": "%",
        "times": translate("Policy", "times"),
    }.get(unit, "")


def signed_words(who: str, at: Instant, clock: Clock) -> str:
    """Return who set a value when: `小云 2026-05-19 12:00`; what is not known is left out."""
    day = local(at, clock.zone).strftime("%Y-%m-%d %H:%M") if at else ""
    return " ".join(filter(None, (who or translate("Policy", "somebody"), day)))


def own_words(line: FigureLine, clock: Clock) -> str:
    """Return who set the shop's own value when, as it stands in a column; empty where there is none in force."""
    if line.ignored is not None:
        return translate("Policy", "ignored")
    if line.override is None:
        return ""
    who, at = line.override.who, line.override.at
    return " ".join(filter(None, (who, short_day(at, clock) if at else ""))) or translate("Policy", "set")


def short_day(at: Instant, clock: Clock) -> str:
    """Return the day of an instant: `5-19`, with the year where it is not this one's."""
    day, today = local(at, clock.zone), local(clock.now(), clock.zone)
    year = "" if day.year == today.year else f"{day.year}-"
    return f"{year}{day.month}-{day.day:02d}"


def uses_words(uses: tuple[Use, ...], kind: UseKind, lang: Lang) -> list[str]:
    """Return the uses of one kind in words, flows with where in them."""
    words = []
    for use in uses:
        if use.kind == kind:
            title = use.title.within(lang)
            flow, _, part = use.id.partition(" / ")
            where = part if part.startswith("D-") else flow
            words.append(f"{title} · {where}" if kind == "flow" else title)
    return words


def kind_words(kind: UseKind) -> str:
    """Return the title over the uses of one kind."""
    return {
        "flow": translate("Policy", "Flows"),
        "slot": translate("Policy", "Blanks of replies"),
        "fact": translate("Policy", "Facts of orders"),
        "view": translate("Policy", "Views"),
    }[kind]
