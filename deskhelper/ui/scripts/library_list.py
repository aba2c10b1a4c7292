"""The list of the library with its filter, and the tree of places beside it, or above it in a narrow window."""

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from deskhelper.services.clock import Clock
from deskhelper.ui.kit import EmptyState, label
from deskhelper.ui.kit.filter_box import FilterBox
from deskhelper.ui.scripts.listing import Listing
from deskhelper.ui.scripts.place_model import PLACE, PlaceModel
from deskhelper.ui.scripts.places import EVERYWHERE, IN_ORDER, Place, PlaceKind, holds
from deskhelper.ui.scripts.script_model import ScriptModel
from deskhelper.ui.scripts.script_table import ScriptTable
from deskhelper.ui.theme import Theme

MORE_MS = 300
TREE_WIDTH, NARROW_TREE_WIDTH, COUNT_WIDTH = 204, 164, 52


class PlaceTree(QTreeView):
    """The tree of places."""

    def sizeHint(self) -> QSize:
        """Return a narrow size: the width is given from outside."""
        return QSize(TREE_WIDTH, 200)


class LibraryList(QFrame):
    """Shows the scripts at a place, or what the filter finds there. `table` tells what is done with them."""

    def __init__(self, theme: Theme, clock: Clock, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self._place = EVERYWHERE
        self._is_marking = False
        self.is_held = False
        """While it is set, nothing but a key or a click chooses another script."""
        self.filter = FilterBox()
        self.places = PlaceModel(theme, self)
        self.tree = PlaceTree()
        self.combo = QComboBox()
        self.model = ScriptModel(theme, clock, self)
        self.table = ScriptTable(theme, self.model)
        self.empty = EmptyState(theme)
        self._count = label(role="remark")
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(MORE_MS)
        self._lay_out()
        self._connect()

    @property
    def place(self) -> Place:
        """The place in force."""
        return self._place

    def refresh(self, script_id: str = "") -> None:
        """Show what the library holds now, standing on `script_id`, else on what it stood on."""
        kept = script_id or (self.table.script.id if self.table.script else "")
        place = self._place
        self._show_places()
        has_moved = self._place == place and self._has_moved()
        if not has_moved:
            self._show_rows(is_first_look=False)
        stands = self._listing.line(kept) is not None and self.table.select(kept)
        if not stands and not self.is_held and not (has_moved and self.table.script is not None):
            self.table.selectRow(0)

    def reveal(self, script_id: str) -> None:
        """Stand on a script, with filter and place given up where they hide it."""
        if not self.table.select(script_id):
            self.filter.clear()
            self.show_place(EVERYWHERE)
            self.table.select(script_id)

    def show_place(self, place: Place) -> None:
        """Go to a place."""
        self._place = place
        self._mark_place()
        self._show_rows(is_first_look=False)
        if not self.is_held:
            self.table.selectRow(0)

    def search_again(self) -> None:
        """Look again for what the filter says, if anything, as when the index has come in."""
        if self.filter.text():
            self._on_filter_text_changed()

    def set_room(self, is_tree_shown: bool, is_wide: bool) -> None:
        """Show the tree beside the list, or a box of places above it."""
        self.tree.setVisible(is_tree_shown)
        if self.combo.isHidden() != is_tree_shown:
            self.combo.setVisible(not is_tree_shown)
            self._fill_combo()
            self._mark_place()
        self.tree.setFixedWidth(TREE_WIDTH if is_wide else NARROW_TREE_WIDTH)

    def _has_moved(self) -> bool:
        """Move the few rows that an edit touched; False where the list has to be shown anew."""
        moves, model = self._listing.moves, self.model
        is_plain = not (self.filter.text().strip() or model.is_sorted) and self._place.kind in IN_ORDER
        if moves is None or not is_plain or not model.lines:
            return False
        for move in moves:
            before = move.before if move.before and holds(self._place, move.before[1]) else None
            after = move.after if move.after and holds(self._place, move.after[1]) else None
            row = None if before is None else self._listing.row_for(before[0], model.lines)
            if row is not None and before and after and before[0] == after[0]:
                model.change_line(row, after[1])
                continue
            if row is not None:
                model.remove_line(row)
            if after is not None:
                model.insert_line(self._listing.row_for(after[0], model.lines), after[1])
        self.table.settle()
        self._tell_count(model.rowCount())
        return model.rowCount() > 0

    def _show_places(self) -> None:
        """Bring the tree up to date: a row more or less where a category came or went."""
        self._is_marking = True
        if self._listing.moves is None:
            self.places.show_places(self._listing.places())
            has_other_rows = True
        else:
            has_other_rows = self.places.recount(self._listing.recounts)
        self._is_marking = False
        if has_other_rows:
            for heading in self.places.headings():
                self.tree.expand(heading)
        if not self.places.index_of(self._place).isValid():
            self._place = EVERYWHERE
        if has_other_rows or not self.combo.isHidden():
            self._fill_combo()
            self._mark_place()

    def _fill_combo(self) -> None:
        """List the places in the box, once it stands there."""
        blocked = self.combo.blockSignals(True)
        self.combo.clear()
        if not self.combo.isHidden():
            self._list_in_combo(QModelIndex(), 0)
        self.combo.blockSignals(blocked)

    def _list_in_combo(self, above: QModelIndex, depth: int) -> None:
        for row in range(self.places.rowCount(above)):
            index = self.places.index(row, 0, above)
            place = index.data(PLACE)
            if place.kind is PlaceKind.HEADING:
                self.combo.insertSeparator(self.combo.count())
            else:
                count = index.siblingAtColumn(1).data()
                self.combo.addItem(f"{'　' * max(0, depth - 1)}{index.data()}  {count}", place)
            self._list_in_combo(index, depth + 1)

    def _mark_place(self) -> None:
        self._is_marking = True
        self.tree.setCurrentIndex(self.places.index_of(self._place))
        self._is_marking = False
        at = next((at for at in range(self.combo.count()) if self.combo.itemData(at) == self._place), 0)
        blocked = self.combo.blockSignals(True)
        self.combo.setCurrentIndex(at)
        self.combo.blockSignals(blocked)

    def _show_rows(self, is_first_look: bool) -> None:
        words = self.filter.text().strip()
        self._more.stop()
        lines = self._listing.found(self._place, words, is_first_look) if words else self._listing.at(self._place)
        self.model.show_lines(lines)
        if words and is_first_look:
            self._more.start()
        has_rows = bool(lines)
        self._pages.setCurrentWidget(self.table if has_rows else self.empty)
        if not has_rows:
            self._tell_empty(words)
        self._tell_count(len(lines))

    def _tell_count(self, count: int) -> None:
        self._count.setText(self.tr("%n script(s)", "", count))

    def _tell_empty(self, words: str) -> None:
        if words and self._place != EVERYWHERE:
            told = self.tr("Nothing found here"), self.tr("Esc looks in all scripts.")
        elif words:
            told = self.tr("Nothing found"), self.tr("Try fewer words, the code, or pinyin initials.")
        else:
            told = self.tr("No script here"), self.tr("Ctrl+N begins one, Ctrl+I imports a library.")
        self.empty.show_words("search-x" if words else "sticky-note", *told)

    def _on_filter_text_changed(self) -> None:
        self._show_rows(is_first_look=True)
        if not self.is_held:
            self.table.selectRow(0)

    def _on_more_timer_timeout(self) -> None:
        """Show the rest of what was found; the list stays where it stands."""
        kept = self.table.script.id if self.table.script else ""
        self._show_rows(is_first_look=False)
        if kept:
            self.table.select(kept)

    def _on_tree_selection_changed(self, selected: QItemSelection) -> None:
        if selected.indexes() and not self._is_marking:
            self._go_to(selected.indexes()[0].data(PLACE))

    def _on_combo_activated(self, at: int) -> None:
        place = self.combo.itemData(at)
        if isinstance(place, Place):
            self._go_to(place)

    def _go_to(self, place: Place) -> None:
        self._place = place
        self._mark_place()
        self._show_rows(is_first_look=False)
        if not self.is_held:
            self.table.selectRow(0)

    def _on_table_type_ahead(self, words: str) -> None:
        self.filter.setFocus()
        self.filter.setText(words)

    def _on_filter_left_down(self) -> None:
        self.table.setFocus()
        if self.table.script is None and not self.is_held:
            self.table.selectRow(0)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.filter.left_down.connect(self._on_filter_left_down)
        self._more.timeout.connect(self._on_more_timer_timeout)
        self.tree.selectionModel().selectionChanged.connect(self._on_tree_selection_changed)
        self.combo.activated.connect(self._on_combo_activated)
        self.table.type_ahead.connect(self._on_table_type_ahead)
        self.table.left_up.connect(self.filter.setFocus)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter: code, words, initials"))
        self.filter.setProperty("variant", "search")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.combo.setAccessibleName(self.tr("Place"))
        self._lay_out_tree()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.combo)
        column.addWidget(self.filter)
        column.addWidget(self._pages, 1)
        column.addWidget(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tree)
        row.addLayout(column, 1)

    def _lay_out_tree(self) -> None:
        self.tree.setModel(self.places)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setAccessibleName(self.tr("Places of the library"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(COUNT_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, COUNT_WIDTH)
