"""The places of the library as a tree: views, whose scripts, categories in each other; given with their counts.

Qt's own items hold the rows, for a tree is laid out anew with each row that comes or goes: a thousand of them asked for
in Python take ten times as long.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel

from deskhelper.core.library_script import Scope
from deskhelper.ui.scripts.places import Counted, Place, PlaceKind
from deskhelper.ui.scripts.words import SCOPE_ICONS, scope_words
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]
PLACE, COUNTED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

_ICONS = {
    PlaceKind.ALL: "layers",
    PlaceKind.MOST_USED: "star",
    PlaceKind.NEVER_USED: "eye-off",
    PlaceKind.REVIEW_DUE: "calendar",
    PlaceKind.SWITCHED_OFF: "x",
    PlaceKind.CATEGORY: "folder",
}
_HEADED = {PlaceKind.SCOPE: 1, PlaceKind.CATEGORY: 2}
"""Places that stand below a heading, and where this stands below all views."""


class PlaceModel(QStandardItemModel):
    """A tree of two columns: the words, and the count. PLACE gives the place, COUNTED the place with its count."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)
        self._theme = theme
        self._headings: dict[PlaceKind, QStandardItem] = {}
        self._items: dict[Place, QStandardItem] = {}

    def show_places(self, places: Sequence[Counted]) -> None:
        """Show `places`; views and scopes where nothing stands are left out, but for the view of all."""
        self.beginResetModel()
        blocked = self.blockSignals(True)
        self._items.clear()
        self._headings.clear()
        self.removeRows(0, self.rowCount())
        self.recount([one for one in places if one.place.kind is not PlaceKind.CATEGORY])
        beside: dict[Path, list[Counted]] = {}
        for one in places:
            if one.place.path:
                beside.setdefault(one.place.path[:-1], []).append(one)
        for path in sorted(beside, key=len):
            self._put_all_in(beside[path])
        self.blockSignals(blocked)
        self.endResetModel()

    def recount(self, changed: Sequence[Counted]) -> bool:
        """Show other counts; tell whether rows came or went for it. A place where nothing stands any more goes."""
        gone = [one for one in changed if not _is_shown(one) and one.place in self._items]
        come = [one for one in changed if _is_shown(one)]
        has_rows = bool(gone)
        for one in sorted(gone, key=lambda one: -len(one.place.path)):
            self._take_out(one.place)
        for one in sorted(come, key=lambda one: len(one.place.path)):
            if one.place in self._items:
                self._tell(self._items[one.place], one)
            else:
                self._put_in(one)
                has_rows = True
        return has_rows

    def index_of(self, place: Place) -> QModelIndex:
        """Return where `place` stands; an invalid index where it does not."""
        found = self._items.get(place)
        return QModelIndex() if found is None else found.index()

    def headings(self) -> list[QModelIndex]:
        """Return the rows that hold others and are no place themselves."""
        return [heading.index() for heading in self._headings.values()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, count and mark of a place; a category with own scripts has the mark of whose they are."""
        if role == PLACE:
            counted = super().data(index, COUNTED)
            return counted.place if isinstance(counted, Counted) else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._theme.color("muted")) if self._is_quiet(index) else None
        if role == Qt.ItemDataRole.FontRole:
            return ui_font(REMARK) if self._is_quiet(index) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole) and not index.column():
            counted = super().data(index, COUNTED)
            if not isinstance(counted, Counted) or counted.place.kind is PlaceKind.HEADING:
                return None
            if role == Qt.ItemDataRole.DecorationRole:
                return self._theme.icons.get(_icon(counted))
            words = super().data(index)
            return f"{words} · {scope_words(counted.scope)}" if counted.place.path else words
        return super().data(index, role)

    def _is_quiet(self, index: Index) -> bool:
        return bool(index.column()) or self.data(index, PLACE) == Place(PlaceKind.HEADING)

    def _put_in(self, one: Counted) -> None:
        """Insert the row of a place among those beside it, by their ranks."""
        words, count = QStandardItem(self._words(one.place)), QStandardItem(f"{one.count:,}")
        self._items[one.place] = words
        words.setData(one, COUNTED)
        _insert(self._above(one.place), one.rank, words, count)

    def _put_all_in(self, beside: Sequence[Counted]) -> None:
        """Fill what has no rows yet with the categories in it, thousands of them as quickly as two columns."""
        items = [QStandardItem(one.place.path[-1]) for one in beside]
        for one, item in zip(beside, items, strict=True):
            item.setData(one, COUNTED)
            self._items[one.place] = item
        above = self._above(beside[0].place)
        above.appendColumn(items)
        above.appendColumn([QStandardItem(f"{one.count:,}") for one in beside])

    def _take_out(self, place: Place) -> None:
        """Remove the row of a place, and the heading over it where nothing else stands there."""
        item = self._items.pop(place)
        self._above(place).removeRow(item.row())
        heading = self._headings.get(place.kind)
        if heading is not None and not heading.rowCount():
            del self._headings[place.kind]
            self.removeRow(heading.row())

    def _tell(self, item: QStandardItem, one: Counted) -> None:
        """Show the count of a row, and its mark where that is another."""
        before = item.data(COUNTED)
        item.setData(one, COUNTED)
        if not isinstance(before, Counted) or before.count != one.count:
            self._above(one.place).child(item.row(), 1).setText(f"{one.count:,}")

    def _above(self, place: Place) -> QStandardItem:
        """Return the item below which a place stands; a heading is made for the first that needs it."""
        if place.path[:-1]:
            return self._items[Place(PlaceKind.CATEGORY, path=place.path[:-1])]
        rank = _HEADED.get(place.kind)
        if rank is None:
            return self.invisibleRootItem()
        if place.kind not in self._headings:
            words = self.tr("Whose") if place.kind is PlaceKind.SCOPE else self.tr("Categories")
            heading, beside = QStandardItem(words), QStandardItem()
            heading.setData(Counted(Place(PlaceKind.HEADING), 0, rank=len(_ICONS) + rank), COUNTED)
            for item in (heading, beside):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._headings[place.kind] = heading
            _insert(self.invisibleRootItem(), len(_ICONS) + rank, heading, beside)
        return self._headings[place.kind]

    def _words(self, place: Place) -> str:
        if place.path:
            return place.path[-1]
        if place.scope is not None:
            return scope_words(place.scope)
        return {
            PlaceKind.ALL: self.tr("All scripts"),
            PlaceKind.MOST_USED: self.tr("Most used"),
            PlaceKind.NEVER_USED: self.tr("Never used"),
            PlaceKind.REVIEW_DUE: self.tr("Review due"),
            PlaceKind.SWITCHED_OFF: self.tr("Switched off"),
        }[place.kind]


def _insert(above: QStandardItem, rank: int, words: QStandardItem, count: QStandardItem) -> None:
    """Insert a row below `above`, where its rank puts it among those beside it."""
    last = above.rowCount()
    is_last = not last or _rank(above, last - 1) < rank
    row = last if is_last else bisect_left(range(last), rank, key=partial(_rank, above))
    above.insertRow(row, [words, count])


def _rank(above: QStandardItem, row: int) -> int:
    counted = above.child(row).data(COUNTED)
    return counted.rank if isinstance(counted, Counted) else 0


def _is_shown(one: Counted) -> bool:
    return bool(one.count) or one.place.kind is PlaceKind.ALL


def _icon(one: Counted) -> str:
    if one.place.kind is PlaceKind.SCOPE or one.scope is not Scope.SHIPPED:
        return SCOPE_ICONS[one.scope]
    return _ICONS[one.place.kind]
