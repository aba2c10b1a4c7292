"""The wordings of a script: one field for them all, a tab for each; added, moved, removed and brought back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextDocumentLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from deskhelper.core.outgoing import Finding
from deskhelper.ui.kit import IconButton
from deskhelper.ui.scripts.body_edit import BodyEdit
from deskhelper.ui.scripts.slot_marks import SlotMarks, underlined
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REPLY

HEIGHT = 128
LEAST_TABS = 32


class WordingsEditor(QWidget):
    """Holds a document for each wording, so that each has its own undo."""

    changed = Signal()
    """A wording was typed in, added, moved or removed."""
    shown = Signal()
    """Another wording is shown now."""
    removed = Signal()
    """A wording was taken away; `bring_back` puts it in again."""

    def __init__(self, theme: Theme, is_known: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._documents: list[QTextDocument] = []
        self._removed: list[tuple[int, QTextDocument]] = []
        self.body = BodyEdit()
        self.tabs = QTabBar()
        self.add_button = IconButton(theme, "plus", self.tr("Another wording"), "Ctrl+Shift+N")
        self.remove_button = IconButton(theme, "trash-2", self.tr("Remove this wording"))
        self._marks = SlotMarks(theme, is_known, self)
        self._lay_out()
        self._connect()

    @property
    def number(self) -> int:
        """The wording that is shown, from 0."""
        return max(0, self.tabs.currentIndex())

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be typed."""
        return self.body.isReadOnly()

    def show_wordings(self, wordings: Sequence[str], is_read_only: bool) -> None:
        """Show other wordings, the first one in front."""
        self._removed.clear()
        former = self._documents
        self._documents = [self._document(words) for words in wordings or ("",)]
        self.body.setReadOnly(is_read_only)
        self._rebuild(0)
        for document in former:
            document.deleteLater()
        self._show_buttons()

    def wordings(self) -> tuple[str, ...]:
        """Return the wordings as they stand, empty ones left out."""
        found = (document.toPlainText().strip() for document in self._documents)
        return tuple(words for words in found if words)

    def shown_wording(self) -> str:
        """Return the wording in front, as it stands."""
        return self.body.toPlainText()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Underline what was found in the wording in front."""
        self.body.setExtraSelections(underlined(self.body.document(), findings, self._theme))

    def add(self) -> None:
        """Add a wording behind the last one and go there."""
        if not self.is_read_only:
            self._documents.append(self._document(""))
            self._rebuild(len(self._documents) - 1)
            self.body.setFocus()
            self.changed.emit()

    def remove(self) -> None:
        """Take the wording in front away; the last one stays."""
        if self.is_read_only or len(self._documents) < 2:
            return
        at = self.number
        self._removed.append((at, self._documents.pop(at)))
        self._rebuild(min(at, len(self._documents) - 1))
        self.changed.emit()
        self.removed.emit()

    def bring_back(self) -> bool:
        """Put the wording that was removed last where it was; tell whether there was one."""
        if not self._removed or self.is_read_only:
            return False
        at, document = self._removed.pop()
        self._documents.insert(min(at, len(self._documents)), document)
        self._rebuild(at)
        self.changed.emit()
        return True

    def shift(self, step: int) -> None:
        """Move the wording in front by `step` places."""
        to = self.number + step
        if not self.is_read_only and 0 <= to < len(self._documents):
            self.tabs.moveTab(self.number, to)

    def turn(self, step: int) -> None:
        """Show the wording `step` tabs further."""
        self.tabs.setCurrentIndex((self.number + step) % len(self._documents))

    def _document(self, words: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setPlainText(words)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(ui_font(REPLY))
        document.contentsChanged.connect(self.changed)
        return document

    def _rebuild(self, current: int) -> None:
        """Have a tab for each document, `current` in front."""
        blocked = self.tabs.blockSignals(True)
        while self.tabs.count() > len(self._documents):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(self._documents):
            self.tabs.addTab("")
        self._number_tabs()
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(blocked)
        self._show_current()

    def _number_tabs(self) -> None:
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, str(place + 1))

    def _show_current(self) -> None:
        document = self._documents[self.number]
        self.body.setExtraSelections([])
        self.body.setDocument(document)
        # marking counts as a change of the contents, which nobody has typed
        blocked = document.blockSignals(True)
        self._marks.setDocument(document)
        self._marks.rehighlight()
        document.blockSignals(blocked)
        self._show_buttons()
        self.shown.emit()

    def _show_buttons(self) -> None:
        self.add_button.setVisible(not self.is_read_only)
        self.remove_button.setVisible(not self.is_read_only and len(self._documents) > 1)
        self.tabs.setMovable(not self.is_read_only)

    def _on_tabs_current_changed(self) -> None:
        self._show_current()

    def _on_tabs_tab_moved(self, to: int, came_from: int) -> None:
        self._documents.insert(to, self._documents.pop(came_from))
        self._number_tabs()
        self.changed.emit()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.tabs.tabMoved.connect(self._on_tabs_tab_moved)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._on_turn_key)
        for keys, step in (("Alt+Shift+Left", -1), ("Alt+Shift+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._on_move_key)

    def _on_turn_key(self) -> None:
        self.turn(int(self.sender().property("step")))

    def _on_move_key(self) -> None:
        self.shift(int(self.sender().property("step")))

    def _lay_out(self) -> None:
        self.body.setFixedHeight(HEIGHT)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setMinimumWidth(LEAST_TABS)
        self.tabs.setAccessibleName(self.tr("Wordings"))
        self.tabs.setToolTip(self.tr("Ctrl+PgUp and Ctrl+PgDown turn, Alt+Shift with the arrows moves"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.tabs)
        head.addWidget(self.add_button)
        head.addStretch(1)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.body, 1)
