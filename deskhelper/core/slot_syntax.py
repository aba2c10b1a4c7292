"""Slots as other tools write them, turned into ours: `{{order.no}}`, `#{input:尺码}`, `${x}`, `[[x]]`, `#x#`.

Names that mean one of our slots become that slot. Any other becomes a slot that is asked for, under a safe name and
with its own words as title. What is no slot stays text, its braces made full-width: no half of a slot is ever left.
"""

import re
import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.errors import Problem

MOST_NAME = 30
"""Characters of a slot's title."""

_NAME = r"[A-Za-z_\u4e00-\u9fff](?:[\w.\-\u4e00-\u9fff ]{0,28}[\w\u4e00-\u9fff])?"
_NAME_ALONE = re.compile(_NAME)
_FOREIGN = re.compile(
    r"(?P<mark>\#|\$|(?<![\d%])%)?(?P<open>\{+)(?P<tag>%-?)?\s*(?P<braced>[^{}]{1,80}?)\s*(?(tag)-?%)(?P<close>\}+)"
    r"|\[\[+\s*(?P<field>[^\[\]]{1,80}?)\s*\]\]+"
    r"|(?<![A-Za-z0-9#&])\#(?P<hash>[A-Za-z_\u4e00-\u9fff][\w.\-]{0,19})\#(?!\#)"
    r"|【(?P<title>[^【】]{1,20})】"
)
_CURSOR = re.compile(r"\$\|\$|#\{\s*(?:cursor|(?:key|shortcut|delay)\s*:[^{}]*)\s*\}")
_LOGIC = re.compile(
    r"[#/^!>&]|(?:if|else|elsif|elif|endif|for|endfor|unless|endunless|case|when|endcase|assign|capture|endcapture|"
    r"include|render|comment|endcomment)\b"
)
_FALLBACK = re.compile(r"(?:fallback|default)\s*[:=(]\s*[\"“']?(.*?)[\"”']?\)?\s*", re.DOTALL)
_PROGRAM = re.compile(r"(?:powershell|envVar|shell|script)\s*:", re.IGNORECASE)
_CLOCK = re.compile(r"(?:date|time|dateTime)(?::.*)?", re.DOTALL)
_WITH_ARGUMENT = re.compile(r"(?:input|combo|upper|lower|trim)\s*:\s*(.+)", re.DOTALL)
_WIDE = str.maketrans("{}", "｛｝")
_NO_KEY = re.compile(r"[^0-9a-z\u4e00-\u9fff]+")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


class SlotFaultError(Exception):
    """A foreign slot that cannot become one of ours: the code of the problem, and the slot as it stands."""

    def __init__(self, code: str, shown: str) -> None:
        super().__init__(code, shown)
        self.code = code
        self.value = shown[:MOST_NAME]


class SlotWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a slot of ours is called elsewhere. `title` stands for it where our list of slots does not know it."""

    title: str
    names: tuple[str, ...]


class Declared(Struct, frozen=True):
    """What a foreign file itself says about one of its slots: a fixed text, or a title and choices to ask with.

    `fault` is the code of a problem when the slot cannot be had here, such as one that runs a program.
    """

    text: str | None = None
    title: str = ""
    choices: tuple[str, ...] = ()
    fault: str = ""


class SlotNames:
    """Our slots by what they are called anywhere. `known` are the titles of the slots we have, by name."""

    def __init__(self, words: Mapping[str, SlotWords], known: Mapping[str, str]) -> None:
        self.known = known
        self._titles = {name: one.title for name, one in words.items()} | dict(known)
        self._of_key = {key_of(other): name for name, one in words.items() for other in (one.title, *one.names)}
        self._of_key |= {key_of(name): name for name in self._titles}
        self._of_key |= {key_of(title): name for name, title in known.items()}

    def find(self, foreign: str) -> str | None:
        """Return our name for what is elsewhere called `foreign`, also by the last part of `order.tracking_no`."""
        return self._of_key.get(key_of(foreign)) or self._of_key.get(key_of(foreign.rpartition(".")[2]))

    def title(self, name: str) -> str:
        """Return the title of one of our names."""
        return self._titles[name]


def key_of(name: str) -> str:
    """Return `name` as it is compared: without case, width, blanks and marks."""
    return _NO_KEY.sub("", unicodedata.normalize("NFKC", name).lower())


class SlotReader:
    """Turns the wordings of one script into ours; the same foreign name gives the same slot in all of them.

    `titles` and `choices` are those of asked slots, by name; `notes` say what was turned into what.
    """

    def __init__(self, names: SlotNames, declared: Mapping[str, Declared] | None = None) -> None:
        self._names = names
        self._declared = declared or {}
        self._made: dict[str, str] = {}
        self._within: list[str] = []
        self.titles: dict[str, str] = {}
        self.choices: dict[str, tuple[str, ...]] = {}
        self.notes: list[Problem] = []

    def read(self, text: str) -> str:
        """Return `text` with our slots and no other. Raises SlotFaultError `phrase_logic`,
        `phrase_program`, `phrase_endless`, or the fault that a slot was declared with.
        """
        bare = text
        while (shorter := _CURSOR.sub("", bare)) != bare:
            bare = shorter
        made, end = [], 0
        for match in _FOREIGN.finditer(bare):
            slot = self._slot(match)
            if slot is not None:
                made += [self._literal(bare[end : match.start()]), slot]
                end = match.end()
        return "".join([*made, self._literal(bare[end:])])

    def _literal(self, text: str) -> str:
        wide = text.translate(_WIDE)
        if wide != text:
            self._note("phrase_braces")
        return wide

    def _slot(self, match: re.Match[str]) -> str | None:
        """Return what stands for a match, None where it is no slot but text."""
        if match["braced"] is not None:
            if not match["braced"].strip():
                return None
            is_sure = match["mark"] or match["tag"] or len(match["open"]) > 1 < len(match["close"])
            if not is_sure and not _NAME_ALONE.fullmatch(match["braced"]):
                return None
            return self._filled(match["braced"], match[0], bool(match["tag"]))
        if match["title"] is not None:
            is_ours = self._names.find(match["title"]) is not None
            return self._named(match["title"], match[0]) if is_ours else None
        return self._filled(match["field"] or match["hash"], match[0])

    def _filled(self, inside: str, shown: str, is_tag: bool = False) -> str:
        """Return what stands for the slot with the words `inside` its marks."""
        words, *filters = [part.strip() for part in inside.split("|")]
        # a field may be called `for whom`: only what is marked as logic, or stands in a tag, is logic
        if words[:1] in {"#", "/", "^", "!", ">", "&"} or (is_tag and _LOGIC.match(words)):
            raise SlotFaultError("phrase_logic", shown)
        if _PROGRAM.match(words):
            raise SlotFaultError("phrase_program", shown)
        for one in filters:
            fallback = _FALLBACK.fullmatch(one)
            if fallback is not None and fallback[1]:
                self._note("phrase_fallback", value=fallback[1][:MOST_NAME])
        return self._named(words, shown)

    def _named(self, words: str, shown: str) -> str:
        declared = self._declared.get(words)
        if declared is None and (argument := _WITH_ARGUMENT.fullmatch(words)):
            words = argument[1]
            declared = self._declared.get(words)
        if declared is None and _CLOCK.fullmatch(words):
            words = "time" if words.startswith("time") else "date"
        if declared is not None:
            if declared.fault:
                raise SlotFaultError(declared.fault, shown)
            if declared.text is not None:
                return self._inline(words, declared.text, shown)
        return self._ours(words, declared or Declared(), shown)

    def _inline(self, words: str, text: str, shown: str) -> str:
        """Return the fixed text of a slot, itself read; one that holds itself is refused."""
        if words in self._within:
            raise SlotFaultError("phrase_endless", shown)
        self._within.append(words)
        try:
            return self.read(text)
        finally:
            self._within.pop()

    def _ours(self, words: str, declared: Declared, shown: str) -> str:
        title = _tidy(declared.title) or _tidy(words)
        name = self._names.find(words)
        if name is not None and name in self._names.known and not declared.choices:
            self._note("phrase_slot_known", value=_tidy(shown), title=self._names.title(name))
            return f"{{{name}}}"
        if name is not None:
            title = _tidy(declared.title) or self._names.title(name)
        # a declared slot that is called like one of ours is still the file's own: it has choices of its own
        if name is None or name in self._names.known:
            name = self._asked(words)
        self.titles[name] = title or name
        if declared.choices:
            self.choices[name] = declared.choices
        self._note("phrase_slot_asked", value=_tidy(shown), title=self.titles[name])
        return f"{{{name}}}"

    def _asked(self, words: str) -> str:
        """Return a safe name for what is called `words`: of ASCII, a name of none of ours, one for each."""
        if words not in self._made:
            bare = _NOT_IN_NAME.sub("_", words.lower()).strip("_") if words.isascii() else ""
            first = bare[:MOST_NAME].strip("_") if bare[:1].isalpha() else "asked"
            taken = {*self._made.values(), *self._names.known, *self.titles}
            name, number = first, 1
            while name in taken or name == "asked":
                name, number = f"{first}_{number}", number + 1
            self._made[words] = name
        return self._made[words]

    def _note(self, code: str, **values: str | int) -> None:
        note = Problem(code, values)
        if note not in self.notes:
            self.notes.append(note)


def _tidy(words: str) -> str:
    """Return `words` in one line and cut, as a title."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())[:MOST_NAME]
