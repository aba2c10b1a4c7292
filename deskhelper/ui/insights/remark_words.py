"""Why a figure is not drawn, or to be read with care, in words."""

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskhelper.core.insights import Remark
from deskhelper.core.moments import short_time

translate = QCoreApplication.translate

_REMARKS: dict[str, Any] = {
    "no_orders": QT_TRANSLATE_NOOP("Insights", "No orders have been imported yet, so nothing can be said."),
    "not_covered": QT_TRANSLATE_NOOP(
        "Insights", "Orders are known from %from_at to %until_at; the period lies outside, so nothing can be said."
    ),
    "none_due": QT_TRANSLATE_NOOP("Insights", "No promise to ship fell due in this period."),
    "none_overdue": QT_TRANSLATE_NOOP(
        "Insights", "Every order left in time: %of promises to ship fell due, none passed unmet."
    ),
    "orders_from": QT_TRANSLATE_NOOP("Insights", "Orders are known only from %from_at on."),
    "orders_until": QT_TRANSLATE_NOOP(
        "Insights", "Orders were last imported %until_at; what fell due later is not counted."
    ),
    "derived": QT_TRANSLATE_NOOP("Insights", "%count of them by a promise reckoned from the shop's own hours."),
    "left_out": QT_TRANSLATE_NOOP(
        "Insights", "Left out: %count cancelled or refunded before shipping; the file does not say when."
    ),
    "shipped_when": QT_TRANSLATE_NOOP("Insights", "Left out: %count shipped at a time the file does not say."),
    "no_parcels": QT_TRANSLATE_NOOP("Insights", "No order was shipped in this period, as far as the imports say."),
    "no_traces": QT_TRANSLATE_NOOP(
        "Insights",
        "%shipped parcels were shipped, but no trace of any is stored. Import or paste traces to see anomalies.",
    ),
    "untraced": QT_TRANSLATE_NOOP("Insights", "Not counted: %count parcels without a trace."),
    "no_cases": QT_TRANSLATE_NOOP("Insights", "No case has been opened yet."),
    "no_cases_then": QT_TRANSLATE_NOOP("Insights", "No case was opened in this period."),
    "no_outcomes": QT_TRANSLATE_NOOP("Insights", "%cases cases were opened, none has an outcome yet."),
    "no_copies": QT_TRANSLATE_NOOP("Insights", "No reply has been copied yet."),
    "no_copies_then": QT_TRANSLATE_NOOP("Insights", "No reply was copied in this period."),
    "too_few": QT_TRANSLATE_NOOP(
        "Insights", "Only %cases cases with a copied reply; from %least on the time is shown."
    ),
    "no_p90": QT_TRANSLATE_NOOP("Insights", "Fewer than %least cases: too few for a 90th percentile."),
    "without_copy": QT_TRANSLATE_NOOP("Insights", "Not counted: %count cases without a copied reply."),
    "no_promises": QT_TRANSLATE_NOOP("Insights", "No reply has promised anything yet."),
    "no_promises_due": QT_TRANSLATE_NOOP("Insights", "No promise fell due in this period."),
    "no_problems": QT_TRANSLATE_NOOP(
        "Insights", "No case of a wrong item or an empty parcel was opened in this period."
    ),
    "all_used": QT_TRANSLATE_NOOP("Insights", "Every one of the %scripts scripts has been copied at least once."),
    "recorded_since": QT_TRANSLATE_NOOP("Insights", "Recorded since %since_at."),
    "others": QT_TRANSLATE_NOOP("Insights", "Not drawn: %bars shorter bars with %count in all."),
    "all_agents": QT_TRANSLATE_NOOP("Insights", "Counts all agents: no one agent's doing."),
}


def remark_words(remark: Remark, zone: tzinfo) -> str:
    """Return a remark or the reason for a gap in words."""
    values = {
        name: short_time(value, zone) if name.endswith("_at") and isinstance(value, int) else value
        for name, value in remark.values.items()
    }
    return filled(_REMARKS[remark.code], values)


def filled(words: Any, values: dict[str, int | str]) -> str:
    """Return translated `words` with `%name` replaced; counts with their thousands apart."""
    told = translate("Insights", words)
    for name in sorted(values, key=len, reverse=True):
        value = values[name]
        told = told.replace(f"%{name}", f"{value:,}" if isinstance(value, int) else value)
    return told
