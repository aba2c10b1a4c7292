"""The figures as rows of a table: given lines, filtered by words."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush

from deskhelper.core.policy import numbers_words
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.policy import FigureLine
from deskhelper.ui.kit.row_model import Index, RowModel
from deskhelper.ui.policy.words import confidence_words, own_words, signed_words, since_words
from deskhelper.ui.theme import Theme

LINE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What stands in which column."""

    TITLE = 0
    VALUE = 1
    SINCE = 2
    CONFIDENCE = 3
    OWN = 4
    SOURCE = 5
    USES = 6


class FigureModel(RowModel[FigureLine]):
    """Figures with what is in force; the words typed into the filter choose among them. LINE gives the whole line."""

    def __init__(self, theme: Theme, lang: Lang, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(Column, parent=parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._all: list[FigureLine] = []
        self._filter = ""

    def show_lines(self, lines: Sequence[FigureLine]) -> None:
        """Show `lines`, those that the filter lets through."""
        self.beginResetModel()
        self._all = list(lines)
        self._choose()
        self.endResetModel()

    def set_filter(self, words: str) -> None:
        """Show the figures whose words have every word of `words`; all for none."""
        self.beginResetModel()
        self._filter = words
        self._choose()
        self.endResetModel()

    def update_line(self, line: FigureLine) -> None:
        """Show what has become of one figure."""
        self._all = [line if each.id == line.id else each for each in self._all]
        row = self.row_of(line.id)
        if row is not None:
            self._rows[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, figure: str) -> int | None:
        """Return the row of a figure, None while the filter hides it."""
        return next((row for row, line in enumerate(self._rows) if line.id == figure), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, whole in its tooltip; an unsettled figure is muted, the shop's own stands out."""
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole_words(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(line, column)
        return line if role == LINE else None

    def titles(self) -> Sequence[str]:
        """Return what the columns are called."""
        return (
            self.tr("Figure"),
            self.tr("In force"),
            self.tr("Since"),
            self.tr("Level"),
            self.tr("Shop's own"),
            self.tr("Source"),
            self.tr("Used by"),
        )

    def _choose(self) -> None:
        wanted = self._filter.casefold().split()
        self._rows = [line for line in self._all if all(word in self._haystack(line) for word in wanted)]

    def _haystack(self, line: FigureLine) -> str:
        texts = (line.shipped.title, line.in_force.words, line.source, *(use.title for use in line.uses))
        both = " ".join(f"{text.zh} {text.en}" for text in texts)
        return f"{line.id} {both} {' '.join(use.id for use in line.uses)}".casefold()

    def _words(self, line: FigureLine, column: Column) -> str:
        match column:
            case Column.TITLE:
                return line.shipped.title.within(self._lang)
            case Column.VALUE:
                return (numbers_words(line.in_force) or line.in_force.words).within(self._lang)
            case Column.SINCE:
                return since_words(line.shipped.since)
            case Column.CONFIDENCE:
                return line.shipped.confidence
            case Column.OWN:
                return own_words(line, self._clock)
            case Column.SOURCE:
                return line.source.within(self._lang)
        return str(sum(use.kind != "fact" for use in line.uses))

    def _whole_words(self, line: FigureLine, column: Column) -> str:
        if column is Column.VALUE:
            return line.in_force.words.within(self._lang)
        if column is Column.CONFIDENCE:
            return confidence_words(line.shipped.confidence)
        if column is Column.OWN and line.override is not None:
            return signed_words(line.override.who, line.override.at, self._clock)
        return self._words(line, column)

    def _ink(self, line: FigureLine, column: Column) -> QBrush | None:
        if line.ignored is not None and column is Column.OWN:
            return QBrush(self._theme.color("bad"))
        if line.override is not None and line.ignored is None and column in (Column.VALUE, Column.OWN):
            return QBrush(self._theme.color("accent"))
        is_quiet = not line.shipped.is_settled or column not in (Column.TITLE, Column.VALUE)
        return QBrush(self._theme.color("muted")) if is_quiet else None
