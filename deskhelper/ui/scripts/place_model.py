"""The places of the library as a tree: views, whose scripts, categories in each other; given with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from deskhelper.core.library_script import Scope
from deskhelper.ui.scripts.places import Counted, Place, PlaceKind
from deskhelper.ui.scripts.words import SCOPE_ICONS, scope_words
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PLACE = Qt.ItemDataRole.UserRole

_ICONS = {
    PlaceKind.ALL: "layers",
    PlaceKind.MOST_USED: "star",
    PlaceKind.NEVER_USED: "eye-off",
    PlaceKind.REVIEW_DUE: "calendar",
    PlaceKind.SWITCHED_OFF: "x",
    PlaceKind.CATEGORY: "folder",
}


@dataclass(eq=False)
class Node:
    """A row of the tree."""

    place: Place
    words: str
    count: int = 0
    scope: Scope = Scope.SHIPPED
    row: int = 0
    above: "Node | None" = None
    below: "list[Node]" = field(default_factory=list)

    def take(self, node: "Node") -> "Node":
        """Put `node` below this one, at the end."""
        node.above, node.row = self, len(self.below)
        self.below.append(node)
        return node


class PlaceModel(QAbstractItemModel):
    """A tree of two columns: the words, and the count. PLACE gives the place."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._root = Node(Place(PlaceKind.HEADING), "")
        self._node_at: dict[Place, Node] = {}
        self._shown: list[Counted] = []

    def show_places(self, places: Sequence[Counted]) -> None:
        """Show `places`; views and scopes where nothing stands are left out, but for the view of all."""
        if self.takes_counts(places):
            return
        self._shown = list(places)
        self.beginResetModel()
        self._root = Node(Place(PlaceKind.HEADING), "")
        self._node_at.clear()
        headings: dict[str, Node] = {}
        categories: dict[tuple[str, ...], Node] = {}
        for one in places:
            kind = one.place.kind
            if not one.count and kind is not PlaceKind.ALL:
                continue
            if kind is PlaceKind.CATEGORY:
                above = categories.get(one.place.path[:-1]) or self._heading(headings, self.tr("Categories"))
                node = Node(one.place, one.place.path[-1], one.count, one.scope)
                self._node_at[one.place] = categories[one.place.path] = above.take(node)
            elif kind is PlaceKind.SCOPE and one.place.scope is not None:
                words = scope_words(one.place.scope)
                node = Node(one.place, words, one.count, one.scope)
                self._node_at[one.place] = self._heading(headings, self.tr("Whose")).take(node)
            else:
                self._node_at[one.place] = self._root.take(Node(one.place, self._view_words(kind), one.count))
        self.endResetModel()

    def takes_counts(self, places: Sequence[Counted]) -> bool:
        """Show other counts where the places are the same; tell whether that was all."""
        if len(places) != len(self._shown):
            return False
        others = [(new, old) for new, old in zip(places, self._shown, strict=True) if new is not old and new != old]
        if any(_row(new) != _row(old) for new, old in others):
            return False
        self._shown = list(places)
        for new, _ in others:
            node = self._node_at.get(new.place)
            if node is not None:
                node.count = new.count
                at = self.createIndex(node.row, 1, node)
                self.dataChanged.emit(at, at)
        return True

    def index_of(self, place: Place) -> QModelIndex:
        """Return where `place` stands; an invalid index where it does not."""
        found = self._node_at.get(place)
        return NOWHERE if found is None else self.createIndex(found.row, 0, found)

    def headings(self) -> list[QModelIndex]:
        """Return the rows that hold others and are no place themselves."""
        return [
            self.createIndex(node.row, 0, node) for node in self._root.below if node.place.kind is PlaceKind.HEADING
        ]

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a row below `parent`."""
        below = self._node(parent).below
        fits = 0 <= row < len(below) and 0 <= column < 2 and (not parent.isValid() or parent.column() == 0)
        return self.createIndex(row, column, below[row]) if fits else NOWHERE

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is another
        """Return what `index` stands below."""
        above = self._node(index).above if index.isValid() else None
        return NOWHERE if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows stand below `parent`."""
        return 0 if parent.isValid() and parent.column() else len(self._node(parent).below)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return two: words and count."""
        return 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be chosen, but no headings."""
        if index.isValid() and self._node(index).place.kind is PlaceKind.HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, count and mark of a place; a category with own scripts has the mark of whose they are."""
        if not index.isValid():
            return None
        node = self._node(index)
        is_heading = node.place.kind is PlaceKind.HEADING
        if role == PLACE:
            return node.place
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._theme.color("muted")) if is_heading or index.column() else None
        if role == Qt.ItemDataRole.FontRole:
            return ui_font(REMARK) if is_heading or index.column() else None
        if index.column():
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return f"{node.count:,}" if role == Qt.ItemDataRole.DisplayRole and not is_heading else None
        if role == Qt.ItemDataRole.DecorationRole and not is_heading:
            return self._theme.icons.get(self._icon(node))
        if role == Qt.ItemDataRole.ToolTipRole and not is_heading:
            return f"{node.words} · {scope_words(node.scope)}" if node.place.path else node.words
        return node.words if role == Qt.ItemDataRole.DisplayRole else None

    def _icon(self, node: Node) -> str:
        if node.place.kind is PlaceKind.SCOPE or node.scope is not Scope.SHIPPED:
            return SCOPE_ICONS[node.scope]
        return _ICONS[node.place.kind]

    def _heading(self, headings: dict[str, Node], words: str) -> Node:
        if words not in headings:
            headings[words] = self._root.take(Node(Place(PlaceKind.HEADING), words))
        return headings[words]

    def _view_words(self, kind: PlaceKind) -> str:
        return {
            PlaceKind.ALL: self.tr("All scripts"),
            PlaceKind.MOST_USED: self.tr("Most used"),
            PlaceKind.NEVER_USED: self.tr("Never used"),
            PlaceKind.REVIEW_DUE: self.tr("Review due"),
            PlaceKind.SWITCHED_OFF: self.tr("Switched off"),
        }[kind]

    def _node(self, index: Index) -> Node:
        node = index.internalPointer() if index.isValid() else self._root
        return node if isinstance(node, Node) else self._root


def _row(one: Counted) -> tuple[Place, Scope, bool]:
    """Return what makes another row of the tree: all but how many stand there."""
    return one.place, one.scope, one.count > 0
