"""The rows of an import preview as lines: what each is to the library, what was changed on the way, what stops it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.phrase_script import PhraseState
from deskhelper.services.phrase_preview import PhrasePreview, PhraseRow, WordRow


class LineKind(StrEnum):
    """What a line is: the states of a phrase, a word of a word list, or a row that is refused."""

    NEW = "new"
    SAME = "same"
    DUPLICATE = "duplicate"
    TWICE = "twice"
    WORD = "word"
    PROBLEM = "problem"


COMING = frozenset({LineKind.NEW, LineKind.WORD})
"""What comes in unless it is left out; of all else nothing does unless it is chosen."""

Told = Callable[[Problem], str]


class PreviewLine(Struct):
    """One row of the file. `like` is what the library has of it; `remarks` are conversions, `findings` sentences.

    `unchecked` is what the outgoing check has yet to look at; the `findings` are known once it is None.
    """

    row: int
    kind: LineKind
    title: str = ""
    words: str = ""
    path: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    like: LibraryScript | None = None
    unchecked: LibraryScript | None = None

    @property
    def is_remarked(self) -> bool:
        """Whether something is said of what would come in."""
        return bool(self.findings or (self.remarks and self.kind is not LineKind.PROBLEM))

    @property
    def can_choose(self) -> bool:
        """Whether mine can be kept, theirs taken, or both kept."""
        return self.kind in {LineKind.DUPLICATE, LineKind.SAME, LineKind.TWICE}

    @property
    def can_leave_out(self) -> bool:
        """Whether the line would come in unless it is left out."""
        return self.kind in COMING


class PreviewLines(Struct, frozen=True):
    """A line for each row of a preview, in the order of the file; how many there are of each kind.

    `remarked`: of how many something is said; `unchecked`: how many the outgoing check has yet to look at. Counted here
    because it takes tens of milliseconds for twenty thousand: this is made where no window waits.
    """

    lines: Sequence[PreviewLine]
    counts: Mapping[LineKind, int]
    remarked: int
    unchecked: int


def with_counts(lines: Sequence[PreviewLine]) -> PreviewLines:
    """Return lines with what is counted of them."""
    remarked, unchecked = (line.is_remarked for line in lines), (line.unchecked is not None for line in lines)
    return PreviewLines(lines, Counter(line.kind for line in lines), sum(remarked), sum(unchecked))


def lines_of(preview: PhrasePreview, told: Told) -> list[PreviewLine]:
    """Return a line for each row of a preview, in the order of the file; may run on any thread."""
    lines = [_phrase_line(row, told) for row in preview.rows]
    lines += [_word_line(row) for row in preview.words]
    lines += [PreviewLine(one.row, LineKind.PROBLEM, remarks=(told(one.problem),)) for one in preview.rejections]
    return sorted(lines, key=lambda line: line.row)


def _phrase_line(row: PhraseRow, told: Told) -> PreviewLine:
    kinds = {
        PhraseState.NEW: LineKind.NEW,
        PhraseState.SAME: LineKind.SAME,
        PhraseState.DUPLICATE: LineKind.DUPLICATE,
        PhraseState.TWICE: LineKind.TWICE,
    }
    return PreviewLine(
        row=row.row,
        kind=kinds[row.state],
        title=row.script.title,
        words="\n".join(row.script.wordings),
        path=row.script.path,
        remarks=tuple(map(told, row.notes)),
        like=row.like.script,
        unchecked=row.script,
    )


def _word_line(row: WordRow) -> PreviewLine:
    return PreviewLine(row.row, LineKind.WORD if row.is_new else LineKind.SAME, row.word.words)
