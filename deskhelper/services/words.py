"""The shop's own word list for the outgoing check: kept as one JSON file in the data folder, in force at once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.outgoing import Rule, WordRules
from deskhelper.core.outgoing.word_list import OwnWord, WordList, rules_in_force, with_words, word_fault
from deskhelper.core.reply import Library
from deskhelper.services.kept_file import read_kept, write_kept


class ShippedWord(Struct, frozen=True):
    """A word of the shipped list, as the page of the settings shows it."""

    words: str
    rule: Rule
    safer: str
    harmless: tuple[str, ...]
    is_off: bool


class WordService:
    """Reads and keeps the list; nothing is read before the first word is asked for, on whichever thread that is."""

    def __init__(self, path: Path, shipped: Callable[[], WordRules]) -> None:
        self._path = path
        self._shipped = shipped
        self._built: tuple[Library, WordList, Library] | None = None
        self._kept: WordList | None = None
        self._was_broken = False
        self._reading = Lock()

    @property
    def kept(self) -> WordList:
        """The shop's own list."""
        with self._reading:  # read twice, a broken file would be put aside first and then not be missed
            if self._kept is None:
                kept, self._was_broken = read_kept(self._path, WordList)
                self._kept = kept or _EMPTY
        return self._kept

    def trouble(self) -> Problem | None:
        """Return what the agent must know: that the file could not be read and was put aside."""
        _ = self.kept
        return Problem("words_broken", {"file": self._path.name}) if self._was_broken else None

    def over(self, library: Library) -> Library:
        """Return `library` with the list in force; the same object until either changes."""
        kept = self.kept
        if kept == _EMPTY:
            return library
        if self._built is None or self._built[0] is not library or self._built[1] is not kept:
            words = rules_in_force(library.words, kept)
            self._built = (library, kept, replace(library, words=words))
        return self._built[2]

    def shipped(self) -> list[ShippedWord]:
        """Return the words of the shipped list, in its order."""
        off = {word.lower() for word in self.kept.off}
        return [
            ShippedWord(word, rule.rule, rule.safer, rule.harmless, word.lower() in off)
            for rule in self._shipped().rules
            for word in rule.words
        ]

    def switch(self, word: str, is_on: bool) -> None:
        """Let the shipped `word` be looked for, or not. Raises WorldError `file_unwritable`."""
        off = [one for one in self.kept.off if one.lower() != word.lower()]
        self.keep(replace(self.kept, off=tuple(off if is_on else [*off, word])))

    def add_words(self, words: Iterable[OwnWord]) -> int:
        """Add words of the shop's own, as from a file, and return how many are new or changed.

        Words that cannot be kept or that are shipped already are left out. Raises WorldError `file_unwritable`.
        """
        before = self.kept
        after = with_words(before, words, self._shipped())
        if after != before:
            self.keep(after)
        return len(set(after.own) - set(before.own))

    def fault(self, word: OwnWord) -> Problem | None:
        """Return why a word cannot be kept, None if it can."""
        return word_fault(word, self._shipped())

    def keep(self, words: WordList) -> None:
        """Keep a whole list; it is in force at once.

        Raises WorldError `word_length` or `word_safer` for the first word that cannot be kept, `file_unwritable`.
        """
        for word in words.own:
            fault = self.fault(word)
            if fault is not None:
                raise WorldError(fault.code, **fault.values)
        write_kept(self._path, words)
        self._kept = words


_EMPTY = WordList()
