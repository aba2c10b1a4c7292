"""The checklist as rows: each item with its files below it, and the files that belong to none of them."""

from collections.abc import Sequence
from datetime import tzinfo

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from deskhelper.core.evidence import OTHER, CheckItem, EvidenceFile, Held, State
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.services.evidence import EvidenceView
from deskhelper.ui.kit import Tone

BETWEEN = " · "
KILO = 1024


translate = QCoreApplication.translate


class Row(Struct, frozen=True):
    """One row: an item where `file` is None. `item` is the item's key; `state` in words with its tone."""

    item: str
    words: str
    remark: str
    state: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: str = ""
    file: EvidenceFile | None = None


def rows_of(view: EvidenceView, lang: Lang, zone: tzinfo) -> list[Row]:
    """Return the rows of a case; files of no item come last."""
    rows = []
    for item in view.checklist.items:
        rows.append(_item_row(item, view, lang))
        rows += [_file_row(file, item.key, zone) for file in item.files]
    words = translate("Evidence", "Other evidence") if view.checklist.items else translate("Evidence", "Evidence")
    remark = "" if view.checklist.items else translate("Evidence", "The checklist comes with the outcome of the case.")
    rows.append(Row(OTHER, words, remark, icon="folder"))
    return [*rows, *(_file_row(file, OTHER, zone) for file in view.checklist.others)]


def held_words(item: CheckItem, scans: int, replies: int) -> str:
    """Return what the program itself has of an item, empty for nothing."""
    words = {
        Held.ORDER: translate("Evidence", "order data"),
        Held.TRACE: translate("Evidence", "scans of the trace: {count}").format(count=scans),
        Held.RECEIPT: translate("Evidence", "time of receipt"),
        Held.RETURN: translate("Evidence", "trace of the way back"),
        Held.REPLIES: translate("Evidence", "replies copied: {count}").format(count=replies),
        Held.STATEMENT: translate("Evidence", "made with the pack"),
        Held.FILES: translate("Evidence", "the files below"),
    }
    return translate("Evidence", ", ").join(words[held] for held in item.held)


def size_words(size: int) -> str:
    """Return a size in bytes as people say it."""
    if size < KILO * KILO:
        return f"{max(1, size // KILO)} KB"
    return f"{size / KILO / KILO:.1f} MB"


def missing_words(items: Sequence[CheckItem], lang: Lang) -> list[str]:
    """Return the items that are not there, one line each."""
    partly = translate("Evidence", "{item} (only partly there)")
    return [
        partly.replace("{item}", item.text.within(lang)) if item.state is State.PARTLY else item.text.within(lang)
        for item in items
    ]


def _item_row(item: CheckItem, view: EvidenceView, lang: Lang) -> Row:
    held = held_words(item, view.scans, view.replies)
    remark = translate("Evidence", "The desk has: {what}").replace("{what}", held) if held else ""
    state, tone, icon = {
        State.THERE: (translate("Evidence", "there"), Tone.OK, "circle-check"),
        State.PARTLY: (translate("Evidence", "partly"), Tone.WARN, "circle-alert"),
        State.MISSING: (translate("Evidence", "missing"), Tone.BAD, "circle-alert"),
    }[item.state]
    return Row(item.key, item.text.within(lang), remark, state, tone, icon)


def _file_row(file: EvidenceFile, item: str, zone: tzinfo) -> Row:
    told = [size_words(file.size), short_time(file.added_at, zone), file.agent, file.note]
    if item == OTHER and file.item:
        told.append(translate("Evidence", "for: {item}").replace("{item}", file.item))
    return Row(item, file.name, BETWEEN.join(filter(None, told)), file=file, icon="file-text")
