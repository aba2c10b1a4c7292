"""What the board says of a case, and in which tone."""

from collections.abc import Iterable
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from deskhelper.core.case_board import CaseLine, is_overdue
from deskhelper.core.case_care import Deadline, Stage
from deskhelper.core.moments import Instant, day_word, duration, local, short_time
from deskhelper.core.text import Lang
from deskhelper.ui.case_board.places import Words
from deskhelper.ui.kit.paint import pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.orders.words import Tag, deadline_tone
from deskhelper.ui.theme.fonts import width_of

translate = QCoreApplication.translate

MOST_TITLE, ROUNDED = 124, 4

_TONES = {Stage.NEW: Tone.ACCENT, Stage.PLATFORM: Tone.WARN, Stage.DONE: Tone.OK}


def stage_name(stage: Stage) -> str:
    """Return whom a case waits for."""
    return {
        Stage.NEW: translate("Cases", "New"),
        Stage.BUYER: translate("Cases", "Buyer"),
        Stage.WAREHOUSE: translate("Cases", "Warehouse"),
        Stage.PLATFORM: translate("Cases", "Platform"),
        Stage.DONE: translate("Cases", "Done"),
    }[stage]


def stage_tag(stage: Stage) -> Tag:
    """Return the pill of a stage: `waiting for the buyer`."""
    words = {
        Stage.NEW: translate("Cases", "New"),
        Stage.BUYER: translate("Cases", "Waits for buyer"),
        Stage.WAREHOUSE: translate("Cases", "Waits for warehouse"),
        Stage.PLATFORM: translate("Cases", "Waits for platform"),
        Stage.DONE: translate("Cases", "Done"),
    }[stage]
    return Tag(words, _TONES.get(stage, Tone.NEUTRAL))


def room_of(titles: Iterable[str]) -> Words:
    """Return the room that the states ask for in this language, and the titles of the flows that are shown."""
    tags = [stage_tag(stage) for stage in Stage]
    stage = max(pill_size(f"{tag.words} ·", tag.tone.has_dot).width() for tag in tags)
    title = max(map(width_of, titles), default=0) + ROUNDED
    return Words(stage + ROUNDED, min(title, MOST_TITLE))


def due_tag(line: CaseLine, now: Instant, due_hours: int, zone: tzinfo, lang: Lang) -> Tag | None:
    """Return the deadline for a list: what is left of it where that is little, else its time; None without one."""
    due_at = line.standing.due_at
    if due_at is None:
        return Tag(short_time(line.closed_at, zone)) if line.closed_at is not None else None
    left = due_at - now
    if is_overdue(line.standing, now):
        return Tag(translate("Cases", "{time} over").format(time=duration(left, lang)), Tone.BAD)
    tone = deadline_tone(max(left, 0), due_hours)
    if left >= 0 and tone is Tone.WARN:
        return Tag(translate("Cases", "{time} left").format(time=duration(left, lang)), tone)
    return Tag(day_and_time(due_at, now, zone, lang), tone)


def day_and_time(at: Instant, now: Instant, zone: tzinfo, lang: Lang) -> str:
    """Return `今天 18:00`, `明天 09:30` or `5-22 18:00`."""
    moment = local(at, zone)
    word = day_word(moment, local(now, zone), lang)
    return f"{word} {moment:%H:%M}" if word else short_time(at, zone)


def deadline_words(by: Deadline | None) -> str:
    """Return where a deadline comes from."""
    if by is None:
        return ""
    return {
        Deadline.HAND: translate("Cases", "set by hand"),
        Deadline.PROMISE: translate("Cases", "promised to the buyer"),
        Deadline.FLOW: translate("Cases", "the platform's clock"),
        Deadline.EVIDENCE: translate("Cases", "evidence, from the platform's notice"),
        Deadline.COMPLAINT: translate("Cases", "the platform's limit for an answer"),
        Deadline.LOOK: translate("Cases", "look for the verdict once a day"),
    }[by]
