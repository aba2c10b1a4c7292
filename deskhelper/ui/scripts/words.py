"""Scopes, promises and days of scripts in words."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import Scope
from deskhelper.core.moments import Instant, local
from deskhelper.services.clock import Clock

translate = QCoreApplication.translate

SCOPE_ICONS = {Scope.SHIPPED: "package", Scope.SHOP: "store", Scope.PERSONAL: "user"}
FIRST_WORDS = 60
"""Characters of a body that stand in its row."""


def scope_words(scope: Scope) -> str:
    """Return whose a script is."""
    return {
        Scope.SHIPPED: translate("Scripts", "Shipped"),
        Scope.SHOP: translate("Scripts", "Whole shop"),
        Scope.PERSONAL: translate("Scripts", "Only me"),
    }[scope]


def promise_words(kind: PromiseKind) -> str:
    """Return what a script binds the shop to."""
    return {
        PromiseKind.SHIP: translate("Scripts", "Ship"),
        PromiseKind.REFUND: translate("Scripts", "Refund"),
        PromiseKind.COUPON: translate("Scripts", "Coupon"),
        PromiseKind.TRACE: translate("Scripts", "Look for the parcel"),
        PromiseKind.RECALL: translate("Scripts", "Stop the parcel"),
        PromiseKind.RESEND: translate("Scripts", "Resend"),
        PromiseKind.EXCHANGE: translate("Scripts", "Exchange"),
        PromiseKind.COMPENSATION: translate("Scripts", "Compensation"),
        PromiseKind.CALL_BACK: translate("Scripts", "Answer"),
    }[kind]


def first_words(body: str) -> str:
    """Return the beginning of a body in one line."""
    return " ".join(body[: 2 * FIRST_WORDS].split())[:FIRST_WORDS]


def day_words(at: Instant | None, clock: Clock) -> str:
    """Return the day of an instant: `5-19`, with the year where it is not this one's; empty for None."""
    if at is None:
        return ""
    day, today = local(at, clock.zone), local(clock.now(), clock.zone)
    year = "" if day.year == today.year else f"{day.year}-"
    return f"{year}{day.month}-{day.day:02d}"


def split_words(words: str) -> tuple[str, ...]:
    """Return what was typed with commas or semicolons between, each once."""
    for mark in "，、;；\n\t":
        words = words.replace(mark, ",")
    return tuple(dict.fromkeys(filter(None, map(str.strip, words.split(",")))))


def path_words(path: tuple[str, ...]) -> str:
    """Return a category by its path."""
    return " / ".join(path)


def read_path(words: str) -> tuple[str, ...]:
    """Return the path that was typed with strokes between."""
    parts = words.replace("／", "/").replace(">", "/").split("/")
    return tuple(part.strip() for part in parts if part.strip())
