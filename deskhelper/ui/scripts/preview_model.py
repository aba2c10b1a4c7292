"""The lines of an import preview as a table, with what becomes of each."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QBrush

from deskhelper.services.phrase_preview import Choice
from deskhelper.ui.kit.row_model import LEFT, NOWHERE, RIGHT, Index, RowModel
from deskhelper.ui.scripts.preview_lines import COMING, LineKind, PreviewLine, PreviewLines
from deskhelper.ui.scripts.words import first_words, path_words
from deskhelper.ui.theme import Theme

LINE = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate

_TONES = {LineKind.NEW: "ok", LineKind.WORD: "ok", LineKind.DUPLICATE: "warn", LineKind.PROBLEM: "bad"}


class Column(IntEnum):
    """What stands in which column."""

    ROW = 0
    STATE = 1
    TITLE = 2
    WORDS = 3
    REMARKS = 4
    DEED = 5


class PreviewModel(RowModel[PreviewLine]):
    """Lines of the kinds that are shown. Choices are kept by row of the file; what is not chosen stays mine."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(Column, (Column.ROW,), parent=parent)
        self._theme = theme
        self._all: Sequence[PreviewLine] = []
        self._is_only_remarked = False
        self._coming = 0
        self.choices: dict[int, Choice] = {}
        self.left_out: set[int] = set()

    def show_lines(self, shown: PreviewLines) -> None:
        """Show the lines of another preview, nothing chosen yet."""
        self.beginResetModel()
        self._all, self._rows = shown.lines, [*shown.lines]
        self._is_only_remarked = False
        self.choices, self.left_out = {}, set()
        self._coming = sum(count for kind, count in shown.counts.items() if kind in COMING)
        self.endResetModel()

    def show_kinds(self, kinds: Iterable[LineKind] | None, only_remarked: bool = False) -> None:
        """Show the lines of some kinds (None: of all), or those that something is said of."""
        wanted = None if kinds is None else set(kinds)
        self.beginResetModel()
        self._is_only_remarked = only_remarked
        self._rows = [
            line
            for line in self._all
            if (wanted is None or line.kind in wanted) and (not only_remarked or line.is_remarked)
        ]
        self.endResetModel()

    def between(self, first: int, end: int) -> Sequence[PreviewLine]:
        """Return the shown lines from row `first` to before row `end`."""
        return self._rows[first:end]

    def show_findings(self, findings: Iterable[tuple[PreviewLine, tuple[str, ...]]]) -> int:
        """Show what was found in some lines; return of how many something is said that had nothing said of them."""
        news = 0
        for line, sentences in findings:
            if not sentences:
                continue
            is_new = not line.is_remarked
            line.findings = sentences
            news += is_new
            at = bisect_left(self._rows, line.row, key=lambda one: one.row)
            if at < len(self._rows) and self._rows[at] is line:
                self.dataChanged.emit(self.index(at, Column.REMARKS), self.index(at, Column.REMARKS))
            elif is_new and self._is_only_remarked:
                self.beginInsertRows(NOWHERE, at, at)
                self._rows.insert(at, line)
                self.endInsertRows()
        return news

    def choose(self, rows: Iterable[int], choice: Choice) -> None:
        """Choose what becomes of some of the shown rows, where there is a choice."""
        for row in rows:
            if self._rows[row].can_choose:
                self._choose(self._rows[row], choice)
        self._tell()

    def choose_all(self, choice: Choice) -> None:
        """Choose the same for everything that the library has in another form."""
        for line in self._all:
            if line.kind is LineKind.DUPLICATE:
                self._choose(line, choice)
        self._tell()

    def leave_out(self, rows: Iterable[int]) -> None:
        """Leave some of the shown rows out, or take them in again."""
        for row in rows:
            line = self._rows[row]
            if line.can_leave_out:
                self.left_out ^= {line.row}
                self._coming += 1 if self._comes(line) else -1
        self._tell()

    def coming(self) -> int:
        """Return how many lines would change the library."""
        return self._coming

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; the state in its colour."""
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column is Column.ROW else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(line, column)
        return line if role == LINE else None

    def titles(self) -> Sequence[str]:
        """Return what the columns are called."""
        return (
            self.tr("Row"),
            self.tr("State"),
            self.tr("Title"),
            self.tr("Text"),
            self.tr("Remarks"),
            self.tr("What happens"),
        )

    def _choose(self, line: PreviewLine, choice: Choice) -> None:
        self._coming -= self._comes(line)
        self.choices[line.row] = choice
        self._coming += self._comes(line)

    def _comes(self, line: PreviewLine) -> bool:
        if line.can_choose:
            return self.choices.get(line.row, Choice.MINE) is not Choice.MINE
        return line.can_leave_out and line.row not in self.left_out

    def _words(self, line: PreviewLine, column: Column) -> str:
        match column:
            case Column.ROW:
                return f"{line.row:,}"
            case Column.STATE:
                return kind_words(line.kind)
            case Column.TITLE:
                return line.title
            case Column.WORDS:
                return first_words(line.words)
            case Column.REMARKS:
                return " ".join((*line.findings, *line.remarks))
        return self._deed(line)

    def _deed(self, line: PreviewLine) -> str:
        if line.kind is LineKind.PROBLEM:
            return self.tr("not imported")
        if line.can_choose:
            return choice_words(self.choices.get(line.row, Choice.MINE))
        return self.tr("left out") if line.row in self.left_out else self.tr("added")

    def _whole(self, line: PreviewLine, column: Column) -> str | None:
        if column is Column.REMARKS:
            return "\n".join((*line.findings, *line.remarks))
        if column is Column.TITLE and line.path:
            return f"{line.title}\n{path_words(line.path)}"
        return line.words if column is Column.WORDS else None

    def _ink(self, line: PreviewLine, column: Column) -> QBrush | None:
        if column is Column.STATE and line.kind in _TONES:
            return QBrush(self._theme.color(_TONES[line.kind]))
        if column is Column.REMARKS and line.findings:
            return QBrush(self._theme.color("bad"))
        if column is Column.DEED and self._comes(line):
            return None
        return None if column is Column.TITLE else QBrush(self._theme.color("muted"))

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))


def kind_words(kind: LineKind) -> str:
    """Return what a line is to the library."""
    return {
        LineKind.NEW: translate("Phrases", "New"),
        LineKind.SAME: translate("Phrases", "Same"),
        LineKind.DUPLICATE: translate("Phrases", "There already"),
        LineKind.TWICE: translate("Phrases", "Twice"),
        LineKind.WORD: translate("Phrases", "Word"),
        LineKind.PROBLEM: translate("Phrases", "Problem"),
    }[kind]


def choice_words(choice: Choice) -> str:
    """Return what becomes of a phrase that the library has already."""
    return {
        Choice.MINE: translate("Phrases", "mine stays"),
        Choice.THEIRS: translate("Phrases", "theirs is taken"),
        Choice.BOTH: translate("Phrases", "both are kept"),
    }[choice]
