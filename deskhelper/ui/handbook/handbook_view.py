"""The handbook: what it holds on the left with a filter, the page on the right; in a narrow window one at a time."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import WorldError
from deskhelper.core.handbook_search import Place, PlaceKind
from deskhelper.core.text import Lang
from deskhelper.services.handbook import HandbookService
from deskhelper.ui.cases.map_paint import Pictures, image_of
from deskhelper.ui.handbook.page_browser import PageBrowser
from deskhelper.ui.handbook.page_writer import GO_LINK, MAP_LINK, PageWriter
from deskhelper.ui.kit import ElidedLabel, IconButton, ghost_button, label
from deskhelper.ui.theme import Theme

NARROW_BELOW = 640
LIST_WIDTH = 260
PICTURE = "map.png"
PICTURE_MOST = QSize(760, 420)
PLACE = Qt.ItemDataRole.UserRole


class PageList(QListWidget):
    """The list of pages; letters are the filter's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the handbook."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class HandbookView(QFrame):
    """Shows one page at a time. Down and Enter go from the filter to what it found; links lead from page to page."""

    closed = Signal()
    map_requested = Signal(str)
    """The id of a flow whose map is wanted large."""

    def __init__(self, theme: Theme, lang: Lang, handbook: HandbookService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._handbook = handbook
        self._flow = ""
        self._is_narrow = False
        self._drawn_for = 0
        self._writer = PageWriter(theme, lang, self)
        self._pictures = Pictures(lang)
        self._build()
        self._lay_out()
        self._connect()
        self._list_places()

    @property
    def flow(self) -> str:
        """The flow whose page is shown, empty before the first."""
        return self._flow

    def open_at(self, flow: str, anchor: str = "") -> None:
        """Turn to a place. An unknown flow is passed over."""
        try:
            page = self._handbook.page(flow)
        except WorldError:
            return
        is_other, self._flow = flow != self._flow, flow
        if self._is_narrow:
            self._show_page()
        if is_other:
            self._write()
        self._mark(flow)
        self.heading.set_words(page.title.within(self._lang))
        self.page.scrollToAnchor(anchor or "top")

    def focus_filter(self) -> None:
        """Put the focus where one types."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def step_back(self) -> None:
        """Go one level back: empty the filter, from the page to the list where only one fits, else close."""
        if self._is_narrow and self._side.isHidden():
            self._show_side()
        elif self.filter.text():
            self.filter.clear()
        else:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and page side by side where both fit."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_BELOW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()
        if self._flow and self._picture_room() != self._drawn_for:
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter in the filter go to what was found; letters typed elsewhere go to the filter."""
        key = event.key()
        if key == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_item(self.list.currentItem() or self.list.item(0))
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            self.filter.setFocus()
            self.filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self._side = QWidget()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: words, initials, D-id"))
        self.filter.setAccessibleName(self.tr("Filter the handbook"))
        self.filter.setClearButtonEnabled(True)
        self.list = PageList()
        self.list.setProperty("variant", "choice")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.none = label(self.tr("Nothing found"), "muted")
        self.page = PageBrowser()
        self.page.document().setDocumentMargin(20)
        self.heading = ElidedLabel(self._theme, "", "heading")
        self.back = ghost_button(self.tr("All pages"))
        self.back.setIcon(self._theme.icons.get("chevron-left"))
        self._close = IconButton(self._theme, "x", self.tr("Close the handbook (F3)"))

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(12, 12, 12, 12)
        side.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Handbook"), "title"))
        top.addStretch(1)
        side.addLayout(top)
        side.addWidget(self.filter)
        side.addWidget(self.none)
        side.addWidget(self.list, 1)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 10, 4)
        head.addWidget(self.back)
        head.addWidget(self.heading, 100)
        head.addStretch(1)
        head.addWidget(self._close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self.page, 1)
        self._sheet = QWidget()
        self._sheet.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._sheet, 1)
        self._arrange()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._list_places)
        self.list.itemClicked.connect(self._open_item)
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.page.anchorClicked.connect(self._on_page_anchor_clicked)
        self.back.clicked.connect(self._show_side)
        self._close.clicked.connect(self.closed)
        self._theme.theme_changed.connect(self._write)

    def _list_places(self) -> None:
        """List every flow, or what the filter finds in titles and texts."""
        query = self.filter.text()
        found = self._handbook.find(query, deep=True) if query.strip() else []
        blocked = self.list.blockSignals(True)
        self.list.clear()
        if query.strip():
            for place in found:
                self._add(place.title.within(self._lang), self._under(place), place)
        else:
            for page in self._handbook.pages():
                place = Place(page.id, "", PlaceKind.FLOW, page.title, page.source, ())
                self._add(page.title.within(self._lang), page.source, place)
        self.list.blockSignals(blocked)
        self.none.setVisible(not self.list.count())
        self._mark(self._flow)

    def _under(self, place: Place) -> str:
        title = self._handbook.page(place.flow).title.within(self._lang)
        return place.mark if place.kind is PlaceKind.FLOW else " · ".join(filter(None, (title, place.mark)))

    def _add(self, words: str, remark: str, place: Place) -> None:
        item = QListWidgetItem(f"{words}\n{remark}")
        item.setToolTip(words)
        item.setData(PLACE, (place.flow, place.anchor))
        self.list.addItem(item)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_at(*item.data(PLACE))

    def _on_list_current_item_changed(self, item: QListWidgetItem | None) -> None:
        if not self._is_narrow:
            self._open_item(item)

    def _on_page_anchor_clicked(self, url: QUrl) -> None:
        to = url.toString()
        if to.startswith(MAP_LINK):
            self.map_requested.emit(to.removeprefix(MAP_LINK))
        elif to.startswith(GO_LINK):
            flow, _, anchor = to.removeprefix(GO_LINK).partition("#")
            self.open_at(flow, anchor)

    def _mark(self, flow: str) -> None:
        """Mark the page in the list of all pages; a list of findings marks what was chosen there."""
        if not self.filter.text().strip():
            rows = [at for at in range(self.list.count()) if self.list.item(at).data(PLACE)[0] == flow]
            blocked = self.list.blockSignals(True)
            self.list.setCurrentRow(rows[0] if rows else -1)
            self.list.blockSignals(blocked)

    def _write(self) -> None:
        if self._flow:
            at = self.page.verticalScrollBar().value()
            self._set_picture()
            self.page.setHtml(self._writer.page(self._handbook.page(self._flow), PICTURE))
            self.page.verticalScrollBar().setValue(at)

    def _picture_room(self) -> int:
        return min(PICTURE_MOST.width(), max(self.page.viewport().width() - 64, 200))

    def _set_picture(self) -> None:
        """Draw the small map as large as the page is wide."""
        self._drawn_for = room = self._picture_room()
        picture = self._pictures.of(self._handbook.map_of(self._flow))
        share = min(picture.share_of(room, PICTURE_MOST.height()), 1.0)
        image: QImage = image_of(picture, self._theme, share, self.devicePixelRatioF())
        self.page.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(PICTURE), image)

    def _arrange(self) -> None:
        self.back.setVisible(self._is_narrow)
        self.heading.setVisible(self._is_narrow)
        self._side.setMaximumWidth(16777215 if self._is_narrow else LIST_WIDTH)
        self._side.setMinimumWidth(0 if self._is_narrow else LIST_WIDTH)
        if self._is_narrow:
            (self._show_page if self._flow else self._show_side)()
        else:
            self._side.show()
            self._sheet.show()

    def _show_side(self) -> None:
        self._sheet.setVisible(not self._is_narrow)
        self._side.show()
        self.focus_filter()

    def _show_page(self) -> None:
        self._side.setVisible(not self._is_narrow)
        self._sheet.show()
        self.page.setFocus()
