"""Foreign phrase libraries into ours: looked at first, taken all at once, undone as a whole. And scripts to a file.

Nothing is overwritten silently: what the library has already stays as it is unless the agent says otherwise.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.content.phrases import read_foreign_yaml
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import MOST_DEPTH, LibraryScript, Scope
from deskhelper.core.outgoing import Finding
from deskhelper.core.outgoing.word_list import OwnWord
from deskhelper.core.phrase import PhraseContent, PhraseFile, PhraseLook, PhraseRejection, ReadPhrase
from deskhelper.core.phrase_script import KnownScripts, Likeness, MadeScript, PhraseState, made_script, merged
from deskhelper.core.slot_syntax import SlotNames
from deskhelper.exchange.phrases.opening import OtherReaders, open_phrases
from deskhelper.exchange.phrases.saving import WRITERS, SaveReport, write_scripts
from deskhelper.services.imports import ImportCancelled
from deskhelper.services.phrase_pictures import PhrasePictures
from deskhelper.services.phrase_preview import AppliedImport, Choice, PhrasePreview, PhraseRow, UndoneImport, own_words
from deskhelper.services.script_shelf import Edit
from deskhelper.services.scripts import ScriptService
from deskhelper.services.settings import SettingsService
from deskhelper.services.words import WordService
from deskhelper.storage.ditto import read_ditto

OnShare = Callable[[float], bool]
"""Told the share of a work that is done, 0 to 1; returns False to stop it."""


class Wish(Struct, frozen=True):
    """How a preview is to be taken: choices by file row, whose the new scripts are, and below which category."""

    choices: Mapping[int, Choice] = {}
    scope: Scope = Scope.SHOP
    category: tuple[str, ...] = ()
    left_out: Collection[int] = ()


class _Taken(Struct):
    """What an import is about to write, and what of the rows was refused at the last moment."""

    kept: list[LibraryScript] = []
    replaced: set[str] = set()
    refused: list[PhraseRejection] = []


class PhraseImportService:
    """Reads, compares, takes and undoes. What `prepare` returns may run on any thread, as may `look` and `read`."""

    def __init__(
        self,
        scripts: Callable[[], ScriptService],
        words: Callable[[], WordService],
        content: Callable[[], PhraseContent],
        titles: Callable[[], Mapping[str, str]],
        pictures: PhrasePictures,
        settings: SettingsService,
    ) -> None:
        self._scripts = scripts
        self._words = words
        self._content = content
        self._titles = titles
        self._pictures = pictures
        self._settings = settings

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds of files that scripts can be written to, with their endings, ours first."""
        return {kind: writer.ending for kind, writer in WRITERS.items()}

    def look(self, path: Path) -> PhraseLook:
        """Return a first look at a file, for the dialog in which columns are mapped. Raises WorldError."""
        return self.read(path).look

    def read(self, path: Path, mapping: Mapping[str, str] | None = None) -> PhraseFile:
        """Return what a file holds. A table of nobody's is read by `mapping` or by an earlier one of its header.

        Raises WorldError, among them `phrase_body_unmapped` for a mapping that names no text.
        """
        if mapping is not None and not mapping.get("body"):
            raise WorldError("phrase_body_unmapped")
        others = OtherReaders(yaml=read_foreign_yaml, ditto=read_ditto)
        formats = self._content().formats
        found = open_phrases(path, formats, others, mapping)
        earlier = self._settings.current.mappings.get(found.look.signature)
        if found.look.needs_mapping and mapping is None and earlier is not None and earlier.get("body"):
            return open_phrases(path, formats, others, earlier)
        return found

    def remember_mapping(self, look: PhraseLook, mapping: Mapping[str, str]) -> None:
        """Keep the user's mapping (field to header) for every file with this header."""
        self._settings.change(mappings={**self._settings.current.mappings, look.signature: dict(mapping)})

    def preview(self, path: Path, mapping: Mapping[str, str] | None = None) -> PhrasePreview:
        """Return what an import of `path` would do, row by row, and what is found in each; nothing is changed.

        Raises WorldError, among them `phrase_header_unknown` for a table of nobody's without a mapping.
        """
        found = self.prepare(path, mapping)()
        return replace(found, rows=[replace(row, findings=self.findings(row.script)) for row in found.rows])

    def prepare(
        self, path: Path, mapping: Mapping[str, str] | None = None, on_progress: OnShare | None = None
    ) -> Callable[[], PhrasePreview]:
        """Return the work that makes a preview: call this on the database's thread, the work on any.

        It takes a third of a millisecond a phrase: `findings` has yet to look at the rows. It raises as `preview` does,
        and ImportCancelled when `on_progress`, which is told the share that is done, returns False.
        """
        at_hand, words = self._at_hand(), self._words()
        names = SlotNames(self._content().slots, self._titles())
        _ = words.kept

        def work() -> PhrasePreview:
            file = self.read(path, mapping)
            if file.look.needs_mapping:
                raise WorldError("phrase_header_unknown", file=path.name)
            return self._compared(path, file, KnownScripts(at_hand), names, on_progress)

        return work

    def _compared(
        self, path: Path, file: PhraseFile, known: KnownScripts, names: SlotNames, on_progress: OnShare | None
    ) -> PhrasePreview:
        rows, rejections = list[PhraseRow](), list(file.rejections)
        for number, phrase in enumerate(file.phrases):
            _tell(on_progress, number / len(file.phrases))
            try:
                made = made_script(phrase, names)
            except WorldError as error:
                rejections.append(PhraseRejection(phrase.row, "", error.problem))
            else:
                rows.append(self._row(path, phrase, made, known.likeness(made, phrase.row)))
        rejections.sort(key=lambda one: one.row)
        words = own_words(file.words, self._words(), rejections)
        return PhrasePreview(path, file.look, rows, words, rejections, file.notes)

    def findings(self, script: LibraryScript) -> tuple[tuple[int, Finding], ...]:
        """Return what the outgoing check finds, each with the number of its wording: some milliseconds, on any thread.

        `prepare` has to be called before, on the database's thread.
        """
        scripts, found = self._scripts(), list[tuple[int, Finding]]()
        for number in range(len(script.wordings)):
            draft = scripts.draft(script, wording=number)
            found += ((number, finding) for finding in scripts.findings(draft))
        return tuple(found)

    def apply(self, preview: PhrasePreview, wish: Wish | None = None) -> AppliedImport:
        """Take a preview into the library as one step of undo, all or nothing, and return what that did.

        Where the library has something already, mine is kept unless the wish says otherwise. Raises WorldError of the
        disk.
        """
        return self.prepare_apply(preview, wish)()()

    def prepare_apply(
        self, preview: PhrasePreview, wish: Wish | None = None, on_progress: OnShare | None = None
    ) -> Callable[[], Callable[[], AppliedImport]]:
        """Return the work that takes a preview: call this on the database's thread, the work on any.

        What the work returns ends the import: to be called on the database's thread again. The work raises as `apply`
        does, and ImportCancelled when `on_progress`, which is told the share that is done, returns False: then nothing
        has changed.
        """
        scripts, chosen, at_hand = self._scripts(), wish or Wish(), self._at_hand()
        taken, half = _Taken(), 2 * max(len(preview.rows), 1)
        words = [one.word for one in preview.words if one.is_new and one.row not in chosen.left_out]

        def kept() -> list[LibraryScript]:
            known = KnownScripts(at_hand)
            for number, row in enumerate(preview.rows):
                _tell(on_progress, number / half)
                # the library may have changed since the preview
                self._take(row, known.likeness(row.made, row.row), chosen, preview.path, taken)
            return taken.kept

        write = scripts.prepare_edit(kept, on_row=lambda number: _tell(on_progress, 0.5 + number / half))

        def work() -> Callable[[], AppliedImport]:
            return partial(self._applied, preview, taken, write(), words)

        return work

    def _applied(self, preview: PhrasePreview, taken: _Taken, edit: Edit, words: list[OwnWord]) -> AppliedImport:
        """End an import whose scripts are kept: add its words, and tell what was done."""
        scripts = self._scripts()
        scripts.take(edit)
        try:
            added = self._words().add_words(words) if words else 0
        except WorldError:
            if edit.after:
                scripts.undo()
            raise
        return AppliedImport(
            added=len(taken.kept) - len(taken.replaced),
            replaced=len(taken.replaced),
            kept=len(preview.rows) - len(taken.kept) - len(taken.refused),
            words=added,
            rejections=[*preview.rejections, *taken.refused],
            notes=preview.notes,
            before=list(edit.before),
            after=list(edit.after),
            new_words=words,
        )

    def _take(self, row: PhraseRow, like: Likeness, wish: Wish, path: Path, taken: _Taken) -> None:
        """Add to `taken` what becomes of a row: nothing, my script with their words, or a script of its own."""
        choice = wish.choices.get(row.row, Choice.MINE)
        if row.row in wish.left_out or (like.state is not PhraseState.NEW and choice is Choice.MINE):
            return
        mine, depth = like.script, len(wish.category) + len(row.script.path)
        # of two rows for the same script of mine only the first goes in its place
        if choice is Choice.THEIRS and mine is not None and mine.id not in taken.replaced:
            taken.replaced.add(mine.id)
            taken.kept.append(self._in_place(mine, row, wish.scope, path))
        elif depth > MOST_DEPTH:
            problem = Problem("phrase_deep", {"row": row.row, "count": depth, "most": MOST_DEPTH})
            taken.refused.append(PhraseRejection(row.row, "", problem))
        else:
            taken.kept.append(self._as_new(row, wish, path))

    def undo(self, applied: AppliedImport) -> UndoneImport:
        """Take a whole import back. What was edited since is left alone and counted.

        Raises WorldError `phrase_import_gone` when nothing of it is left to be undone.
        """
        return self.prepare_undo(applied)()()

    def prepare_undo(self, applied: AppliedImport) -> Callable[[], Callable[[], UndoneImport]]:
        """Return the work that takes an import back, as `prepare_apply` does. Raises as `undo` does."""
        scripts, words = self._scripts(), self._words()
        current = {one.id: one for one in scripts.all(with_disabled=True)}
        untouched = [one for one in applied.after if current.get(one.id) == one]
        before = {one.id: one for one in applied.before}
        restored = [before[one.id] for one in untouched if one.id in before]
        removed = [one.id for one in untouched if one.id not in before]
        own = [one for one in words.kept.own if one not in applied.new_words]
        count = len(words.kept.own) - len(own)
        if not (untouched or count):
            raise WorldError("phrase_import_gone")
        write = scripts.prepare_edit(lambda: restored, removed)
        edited = sum(one.id in current for one in applied.after) - len(untouched)

        def work() -> Callable[[], UndoneImport]:
            edit = write()

            def end() -> UndoneImport:
                scripts.take(edit)
                if count:
                    words.keep(replace(words.kept, own=tuple(own)))
                return UndoneImport(removed=len(removed), restored=len(restored), edited=edited, words=count)

            return end

        return work

    def export(self, path: Path, kind: str, scripts: Sequence[LibraryScript] | None = None) -> SaveReport:
        """Write scripts (None: all own ones) to a file of `kind`, with their pictures beside it where it is ours.

        Raises WorldError `phrase_format_unknown`, `file_not_written`.
        """
        if scripts is None:
            scripts = [one for one in self._scripts().all(with_disabled=True) if one.scope is not Scope.SHIPPED]
        report = write_scripts(path, kind, scripts, self._titles())
        self._pictures.put_beside(path, scripts)
        return report

    def _row(self, path: Path, phrase: ReadPhrase, made: MadeScript, like: Likeness) -> PhraseRow:
        missing = [name for name in made.script.pictures if self._pictures.find(path, name) is None]
        notes = [*made.notes, *(Problem("phrase_picture_missing", {"value": name}) for name in missing)]
        return PhraseRow(phrase.row, made, like, tuple(notes))

    def _at_hand(self) -> list[LibraryScript]:
        return self._scripts().all(with_disabled=True)

    def _as_new(self, row: PhraseRow, wish: Wish, path: Path) -> LibraryScript:
        """Return a row as a script of its own, in the place of no other."""
        pictures = self._pictures.taken(path, row.script.pictures)
        below = (*wish.category, *row.script.path)
        return replace(row.script, id="", replaces="", scope=wish.scope, path=below, pictures=pictures)

    def _in_place(self, mine: LibraryScript, row: PhraseRow, scope: Scope, path: Path) -> LibraryScript:
        """Return my script with their words; in the place of a shipped one it goes into `scope`."""
        pictures = self._pictures.taken(path, row.script.pictures)
        theirs = merged(mine, replace(row.made, script=replace(row.script, pictures=pictures)))
        return replace(theirs, scope=scope) if mine.scope is Scope.SHIPPED else theirs


def _tell(on_progress: OnShare | None, share: float) -> None:
    if on_progress is not None and not on_progress(share):
        raise ImportCancelled
