"""Evidence of a case: the files that were added, what the program has itself, and what the flow's checklist misses.

What counts as held is read off the checklist's own Chinese words; a picture or a chat is never held without a file,
since the platform wants it as it was (D-EMPTY-4, D-AFTER-8, D-ABUSE-1).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant
from deskhelper.core.text import Text

MOST_BYTES = 500 * 2**20
"""The largest file that is taken as evidence, in bytes: some minutes of a packing film."""

GRACE_SECONDS = 30 * DAY
"""How long a file that was taken off is kept, so that it can come back."""

MOST_NOTE = 200
LONGEST_NAME = 80

OTHER = ""
"""The item of files that belong to no item of the checklist."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])$")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_BRACKETS = re.compile(r"（[^）]*）")
_BETWEEN = re.compile(r"、|(?<=.)和")


class EvidenceFile(Struct, frozen=True, kw_only=True):
    """One file that was added to a case. Times are instants; `file` is its path within the data folder.

    `item` is the Chinese words of the checklist's item, OTHER for none; `removed_at` is set once it was taken off.
    A file whose time was over has neither file nor name any more.
    """

    id: int
    case_id: str
    item: str
    name: str
    file: str
    sha256: str
    size: int
    added_at: Instant
    agent: str
    note: str = ""
    removed_at: Instant | None = None

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture by its name."""
        return is_picture(self.name)


class Held(StrEnum):
    """What the program itself has of a case."""

    ORDER = "order"
    TRACE = "trace"
    RECEIPT = "receipt"
    RETURN = "return"
    REPLIES = "replies"
    STATEMENT = "statement"
    FILES = "files"


class State(StrEnum):
    """How an item of the checklist stands. PARTLY: the program has something of it, but not what is asked for."""

    THERE = "there"
    PARTLY = "partly"
    MISSING = "missing"


class _Mark(Struct, frozen=True):
    """Words that say what a part of an item is; `is_whole` where what the program holds is all of it."""

    held: Held
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    is_whole: bool = True


_MARKS = (
    _Mark(Held.FILES, ("全部证据",), is_whole=False),
    _Mark(Held.STATEMENT, ("情况说明",)),
    _Mark(Held.RETURN, ("退回的物流轨迹",)),
    _Mark(Held.RECEIPT, ("签收时间", "签收记录"), ("退货", "补发", "换发")),
    _Mark(Held.ORDER, ("订单详情", "承诺时间", "发货时间", "订单商品")),
    _Mark(Held.TRACE, ("轨迹",), ("退", "补发", "换发")),
    _Mark(Held.REPLIES, ("聊天记录",), is_whole=False),
)
_NEEDS_A_FILE = ("截图", "照片", "图片", "录像", "底单", "买家发来", "原件", "页面")


class CheckItem(Struct, frozen=True):
    """One item of the checklist with what was added to it, and with what the program holds of it."""

    text: Text
    state: State
    files: tuple[EvidenceFile, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def key(self) -> str:
        """The words that the item is known by."""
        return self.text.zh


class Checklist(Struct, frozen=True):
    """The items of a case in the flow's order, and the files that belong to none of them."""

    items: tuple[CheckItem, ...]
    others: tuple[EvidenceFile, ...] = ()

    @property
    def missing(self) -> tuple[CheckItem, ...]:
        """The items that are not there, those that are partly there among them."""
        return tuple(item for item in self.items if item.state is not State.THERE)

    @property
    def files(self) -> tuple[EvidenceFile, ...]:
        """All files, in the order of the items, each item's oldest first."""
        return (*(file for item in self.items for file in item.files), *self.others)


def checklist_of(items: Sequence[Text], files: Iterable[EvidenceFile], held: Collection[Held]) -> Checklist:
    """Return the checklist of `items` with the `files` that were not taken off; `held` is what the program has."""
    kept = sorted((file for file in files if file.removed_at is None), key=lambda file: (file.added_at, file.id))
    has = {*held, Held.STATEMENT, *([Held.FILES] if kept else [])}
    unique = {item.zh: item for item in items}
    made = []
    for key, text in unique.items():
        own = tuple(file for file in kept if file.item == key)
        found, is_whole = held_of(key, has)
        state = State.THERE if own or is_whole else State.PARTLY if found else State.MISSING
        made.append(CheckItem(text, state, own, found))
    return Checklist(tuple(made), tuple(file for file in kept if file.item not in unique))


def held_of(item: str, has: Collection[Held]) -> tuple[tuple[Held, ...], bool]:
    """Return what the program holds of an item's Chinese words, and whether that is all that is asked for."""
    found: list[Held] = []
    is_whole = True
    plain = _BRACKETS.sub("", item)
    for part in filter(None, _BETWEEN.split(plain)):
        mark = next((mark for mark in _MARKS if _says(part, mark.words) and not _says(part, mark.unless)), None)
        is_there = mark is not None and mark.held in has
        if mark is not None and is_there:
            found.append(mark.held)
        is_whole &= mark is not None and is_there and mark.is_whole and not _says(part, _NEEDS_A_FILE)
    return tuple(dict.fromkeys(found)), is_whole


def is_picture(name: str) -> bool:
    """Tell whether a file's name is that of a picture that can be shown."""
    return name.lower().endswith(_PICTURES)


def safe_name(name: str) -> str:
    """Return `name` as every system takes it: no path, no reserved word, no character that turns its reading round."""
    words = name.replace("\\", "/").rsplit("/", 1)[-1]
    words = _FORBIDDEN.sub("_", words).strip(" .")
    stem, dot, ending = words.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = words, ""
    stem = stem[: LONGEST_NAME - len(ending) - 1].strip(" .")
    if not stem or _RESERVED.match(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return f"{stem}.{ending}" if ending else stem


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a safe name that none of `taken` has, whatever the case of its letters: `a.png`, `a (2).png`."""
    safe = safe_name(name)
    used = {one.casefold() for one in taken}
    stem, dot, ending = safe.rpartition(".")
    if not dot:
        stem, ending = safe, ""
    number, found = 2, safe
    while found.casefold() in used:
        found = f"{stem} ({number}){dot}{ending}"
        number += 1
    return found


def _says(part: str, words: Sequence[str]) -> bool:
    return any(word in part for word in words)
