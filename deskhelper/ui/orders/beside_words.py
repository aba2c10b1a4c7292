"""What the card says of a parcel's trace, of the after-sale windows and of the marks on an order."""

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskhelper.core.facts import Facts
from deskhelper.core.moments import Instant, duration, short_time
from deskhelper.core.text import Lang
from deskhelper.core.window import last_day_before
from deskhelper.ui.orders.words import tail

translate = QCoreApplication.translate
BETWEEN = " · "

STAGE_WORDS: dict[str, Any] = {
    "chosen": QT_TRANSLATE_NOOP("Beside", "chosen"),
    "files": QT_TRANSLATE_NOOP("Beside", "files handed in"),
    "started": QT_TRANSLATE_NOOP("Beside", "started"),
    "production": QT_TRANSLATE_NOOP("Beside", "in production"),
    "finished": QT_TRANSLATE_NOOP("Beside", "finished"),
}
"""The stages of a custom order (D-CUSTOM-1 to 3)."""

_ANOMALIES: dict[str, Any] = {
    "D-LOGI-1": QT_TRANSLATE_NOOP("Beside", "No record at the carrier"),
    "D-LOGI-2": QT_TRANSLATE_NOOP("Beside", "Silent since the pick-up"),
    "D-LOGI-3": QT_TRANSLATE_NOOP("Beside", "Picked up repeatedly"),
    "D-LOGI-4": QT_TRANSLATE_NOOP("Beside", "Abnormal or slow"),
    "D-LOGI-5": QT_TRANSLATE_NOOP("Beside", "Pick-up overdue"),
    "D-LOGI-6": QT_TRANSLATE_NOOP("Beside", "No update on the way"),
    "D-LOGI-7": QT_TRANSLATE_NOOP("Beside", "Delivery overdue"),
}
"""The anomaly rules by name."""

_WINDOWS: dict[str, Any] = {
    "no_reason": QT_TRANSLATE_NOOP("Beside", "return"),
    "exchange": QT_TRANSLATE_NOOP("Beside", "exchange"),
    "refund": QT_TRANSLATE_NOOP("Beside", "refund"),
}


def beside_words(facts: Facts, zone: tzinfo, lang: Lang) -> tuple[str, str, str, str, str, str, str]:
    """Return all that the card says beside the order: last scan, anomaly, a number used twice, windows, three marks."""
    return (
        trace_words(facts, zone),
        anomaly_words(facts, lang),
        number_words(facts),
        window_words(facts, zone, lang),
        *mark_words(facts, zone, lang),
    )


def trace_words(facts: Facts, zone: tzinfo) -> str:
    """Return the last scan with its time, or that the carrier knew nothing; empty where nobody asked."""
    at, words = _instant(facts, "last_scan_at"), facts.get("last_scan")
    if at is not None:
        return f"{short_time(at, zone)} {words}"
    looked = _instant(facts, "trace_looked_at")
    if looked is None:
        return ""
    return translate("Beside", "No record, looked up {time}").format(time=short_time(looked, zone))


def anomaly_words(facts: Facts, lang: Lang) -> str:
    """Return why the gravest anomaly rule fires, empty where none does."""
    rule = str(facts.get("anomaly") or "")
    if not rule:
        return ""
    named = translate("Beside", _ANOMALIES[rule])
    reason = str(facts.get("anomaly_reason" if lang == "zh" else "anomaly_reason_en"))
    return translate("Beside", "{rule}: {reason}").replace("{rule}", named).replace("{reason}", reason)


def number_words(facts: Facts) -> str:
    """Return which order of another receiver has the same tracking number, empty where none has."""
    if not facts.get("number_reused"):
        return ""
    order = tail(str(facts.get("number_reused_by")))
    return translate("Beside", "Number also used for another receiver: order {order}").format(order=order)


def window_words(facts: Facts, zone: tzinfo, lang: Lang) -> str:
    """Return the open after-sale windows with their last day and what is left, those of one day together.

    Empty before receipt.
    """
    names: dict[tuple[Instant, int], list[str]] = {}
    for kind, words in _WINDOWS.items():
        until, left = _instant(facts, f"{kind}_until"), _instant(facts, f"{kind}_left")
        if until is not None and left is not None:
            names.setdefault((until, left), []).append(translate("Beside", words))
    until_day = translate("Beside", "{what} until {time} ({rest})")
    told = [
        until_day.format(what="/".join(kinds), time=_last_day(until, zone), rest=duration(left, lang))
        for (until, left), kinds in names.items()
    ]
    if not told and _instant(facts, "refund_until") is not None:
        return translate("Beside", "after-sale windows are over")
    return BETWEEN.join(told)


def mark_words(facts: Facts, zone: tzinfo, lang: Lang) -> tuple[str, str, str]:
    """Return the marks, empty where there are none: the platform's clock for evidence, custom-made, presale."""
    notice = presale = ""
    if facts.get("platform_notice_at") is not None:
        words = translate("Beside", "Platform in, evidence")
        notice = _with_clock(words, facts, "evidence_until", "evidence_left", zone, lang)
    if facts.get("is_presale"):
        presale = _with_clock(translate("Beside", "Presale"), facts, "presale_ends_at", "presale_left", zone, lang)
    return notice, _custom_words(facts), presale


def _custom_words(facts: Facts) -> str:
    """Return custom-made with its stage, and how many files the buyer has handed in."""
    told = []
    if facts.get("is_custom"):
        stage = STAGE_WORDS.get(str(facts.get("custom_stage")))
        custom = translate("Beside", "Custom-made")
        named = translate("Beside", "{rule}: {reason}").replace("{rule}", custom)
        told.append(named.replace("{reason}", translate("Beside", stage)) if stage else custom)
    if files := facts.get("custom_files"):
        told.append(translate("Beside", "{count} file(s) of the buyer").format(count=files))
    return BETWEEN.join(told)


def _with_clock(words: str, facts: Facts, until_name: str, left_name: str, zone: tzinfo, lang: Lang) -> str:
    until, left = _instant(facts, until_name), facts.get(left_name)
    if until is None:
        return words
    rest = duration(left, lang) if isinstance(left, int) else translate("Beside", "passed")
    told = translate("Beside", "{what} until {time} ({rest})").replace("{what}", words)
    return told.replace("{time}", short_time(until, zone)).replace("{rest}", rest)


def _last_day(until: Instant, zone: tzinfo) -> str:
    """Return the last day inside a window that ends at `until`."""
    last = last_day_before(until, zone)
    return f"{last.month}-{last.day:02d}"


def _instant(facts: Facts, name: str) -> Instant | None:
    value = facts.get(name)
    return value if isinstance(value, int) else None
