"""Scripts as rows of a table: given lines with their use, sorted by any column."""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush

from deskhelper.core.library_script import Scope
from deskhelper.services.clock import Clock
from deskhelper.services.script_usage import ScriptUsage
from deskhelper.ui.kit.row_model import LEFT, NOWHERE, RIGHT, Index, RowModel
from deskhelper.ui.scripts.words import SCOPE_ICONS, day_words, first_words, scope_words
from deskhelper.ui.theme import Theme

LINE, CELL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """What stands in which column."""

    TITLE = 0
    CODE = 1
    WORDS = 2
    USES = 3
    LAST = 4
    REVIEW = 5


COLUMNS = tuple(Column)
NUMBERS = (Column.USES, Column.LAST, Column.REVIEW)


class Cell(Struct, frozen=True, gc=False):
    """All that is painted of a cell: words and icon, each with its colour."""

    words: str
    token: str
    is_right: bool = False
    icon: str = ""
    icon_token: str = ""


class ScriptModel(RowModel[ScriptUsage]):
    """Scripts in the order given, or sorted by a column. LINE gives the whole line, CELL a Cell."""

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(Column, NUMBERS, parent=parent)
        self._theme = theme
        self._clock = clock
        self._given: list[ScriptUsage] = []
        self._sort: tuple[Column, bool] | None = None
        self._last_found = 0

    def show_lines(self, lines: Sequence[ScriptUsage]) -> None:
        """Show `lines` in their order, or as they are sorted."""
        self.beginResetModel()
        self._given = list(lines)
        self._order()
        self.endResetModel()

    @property
    def lines(self) -> Sequence[ScriptUsage]:
        """The lines as they are shown."""
        return self._rows

    @property
    def is_sorted(self) -> bool:
        """Whether they stand by a column, not in the order given."""
        return self._sort is not None

    def insert_line(self, row: int, line: ScriptUsage) -> None:
        """Show one more line, in the order given."""
        self.beginInsertRows(NOWHERE, row, row)
        self._given.insert(row, line)
        self._last_found = row
        self.endInsertRows()

    def remove_line(self, row: int) -> None:
        """Show one line less, in the order given."""
        self.beginRemoveRows(NOWHERE, row, row)
        del self._given[row]
        self.endRemoveRows()

    def change_line(self, row: int, line: ScriptUsage) -> None:
        """Show another line in the place of one, in the order given."""
        self._given[row] = line
        self._last_found = row
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def row_of(self, script_id: str) -> int | None:
        """Return the row of a script, None where it is not shown."""
        if self._last_found < len(self._rows) and self._rows[self._last_found].script.id == script_id:
            return self._last_found
        found = next((row for row, line in enumerate(self._rows) if line.script.id == script_id), None)
        if found is not None:
            self._last_found = found
        return found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 takes the order given."""
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._rows[index.row()]) for index in self.persistentIndexList()]
        self._sort = None if column < 0 else (Column(column), order == Qt.SortOrder.DescendingOrder)
        self._order()
        places = {line.script.id: row for row, line in enumerate(self._rows)} if kept else {}
        for index, line in kept:
            self.changePersistentIndex(index, self.index(places[line.script.id], index.column()))
        self.layoutChanged.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; own scripts have a mark, one that is switched off is muted."""
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == CELL:
            return self._cell(line, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in NUMBERS else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._theme.color(_token(line, column)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole(line, column)
        return line if role == LINE else None

    def titles(self) -> Sequence[str]:
        """Return what the columns are called."""
        return (
            self.tr("Title"),
            self.tr("Code"),
            self.tr("First words"),
            self.tr("Uses"),
            self.tr("Last used"),
            self.tr("Review"),
        )

    def _order(self) -> None:
        self._rows = self._given
        if self._sort is not None:
            column, is_descending = self._sort
            self._rows = sorted(self._given, key=lambda line: _key(line, column), reverse=is_descending)

    def _words(self, line: ScriptUsage, column: Column) -> str:
        script = line.script
        match column:
            case Column.TITLE:
                return script.title
            case Column.CODE:
                return script.code
            case Column.WORDS:
                return first_words(script.wording(0))
            case Column.USES:
                return f"{line.count:,}" if line.count else ""
            case Column.LAST:
                return day_words(line.last_used, self._clock)
        return day_words(script.review_on, self._clock)

    def _whole(self, line: ScriptUsage, column: Column) -> str | None:
        if column is Column.TITLE:
            words = [line.script.title, scope_words(line.script.scope)]
            return " · ".join(words if line.script.is_enabled else [*words, self.tr("switched off")])
        return line.script.wording(0) if column is Column.WORDS else None

    def _cell(self, line: ScriptUsage, column: Column) -> Cell:
        words, token = self._words(line, column), _token(line, column)
        if column is not Column.TITLE:
            return Cell(words, token, column in NUMBERS)
        if not line.script.is_enabled:
            return Cell(words, token, icon="eye-off", icon_token="faint")
        is_shipped = line.script.scope is Scope.SHIPPED
        return Cell(words, token, False, SCOPE_ICONS[line.script.scope], "faint" if is_shipped else "muted")


def _token(line: ScriptUsage, column: Column) -> str:
    """Return the colour of the words in a cell."""
    if not line.script.is_enabled:
        return "faint"
    if column is Column.REVIEW and line.is_review_due:
        return "warn"
    return "text" if column is Column.TITLE else "muted"


def _key(line: ScriptUsage, column: Column) -> tuple[int, str]:
    """Return what a line is sorted by: numbers, else words."""
    script = line.script
    match column:
        case Column.TITLE:
            return 0, script.title
        case Column.CODE:
            return 0, script.code
        case Column.WORDS:
            return 0, script.wording(0)
        case Column.USES:
            return line.count, script.title
        case Column.LAST:
            return line.last_used or 0, script.title
    return script.review_on or 2**62, script.title
