"""All keys of the desk on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import KeyCap, label
from deskhelper.ui.kit.scroll import BAR_WIDTH, ScrollColumn
from deskhelper.ui.theme import Theme

MOST_WIDTH = 1120
TWO_COLUMNS_FROM = 800
BESIDE = 48
"""What is left of the screen around the page, in pixels."""


class KeysDialog(QDialog):
    """Lists what each key does, in two columns where there is room, and never beyond the screen; Esc closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("All keys"), "title"))
        room = self.screen().availableSize()
        width = min(MOST_WIDTH, room.width() - BESIDE)
        keys, body, parts = self._keys(), QWidget(), 2 if width >= TWO_COLUMNS_FROM else 1
        beside = QHBoxLayout(body)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(32)
        half = -(-len(keys) // parts)
        for start in range(0, len(keys), half):
            beside.addLayout(_grid(theme, keys[start : start + half]), 1)
        self.sheet = ScrollColumn(body)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll
        above = column.sizeHint().height() + column.spacing()
        column.addWidget(self.sheet)
        margins = column.contentsMargins()
        height = above + beside.heightForWidth(width - margins.left() - margins.right() - BAR_WIDTH)
        self.resize(width, min(height, room.height() - BESIDE))

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("the box; or just type")),
            ("↑ ↓", self.tr("what the box found; Ctrl+Enter on a suggestion: it was about something else")),
            ("Enter", self.tr("open the order, take the marked answer, copy the reply")),
            ("1 … 9", self.tr("answer the question, choose in a list")),
            ("Backspace", self.tr("back to the question before; nothing is deleted")),
            ("Y", self.tr("confirm a derived promise")),
            ("Ctrl+Enter", self.tr("copy the reply, from anywhere")),
            ("Ctrl+R", self.tr("another wording")),
            ("Ctrl+E", self.tr("edit the reply; Enter copies, Esc ends editing")),
            ("Ctrl+Z", self.tr("undo; Ctrl+Y redoes")),
            ("F8", self.tr("what the figures come to for this order")),
            ("F6", self.tr("the platform's figures, and the shop's own")),
            ("F7", self.tr("the library of scripts: look, edit, import, export")),
            ("Esc", self.tr("one step back: field, case, list, search")),
            ("F2", self.tr("choose another flow")),
            ("F3", self.tr("the handbook of all flows")),
            ("F4", self.tr("the map of the flow; arrows and Enter look ahead, +, - and 0 zoom")),
            ("Alt+1", self.tr("go on in another flow with what is known, up to Alt+9")),
            ("Ctrl+Tab", self.tr("next open case; Ctrl+W closes it")),
            ("Ctrl+T", self.tr("the carrier's trace; Ctrl+M: marks of the order")),
            ("Ctrl+J", self.tr("evidence and log of the case, pack for an appeal; Ctrl+V adds a screenshot")),
            (
                "Ctrl+8",
                self.tr("every open case: 1 to 5 state, O owner, D deadline, C complaint, N next step, U undo"),
            ),
            ("Ctrl+H", self.tr("hand-over to the next shift: notes, print, PDF")),
            ("Ctrl+1", self.tr("views of the list, up to Ctrl+7")),
            ("Ctrl+9", self.tr("promises: what is due, what is owed; Alt+Z: a reminder again later")),
            ("Ctrl+0", self.tr("tell buyers unasked: order received, shipped, delayed; the list to print")),
            ("Ctrl+O", self.tr("import order files")),
            (
                "F12",
                self.tr("insights: arrows for bars and plots, Enter behind a bar, P period, S shop, A agent, E export"),
            ),
            ("F10", self.tr("watch the clipboard, or no longer")),
            ("F11", self.tr("boards: overdue, parcels, alerts, stock by 1 to 4; E exports")),
            ("F9", self.tr("narrow, beside the chat window")),
            ("Ctrl+,", self.tr("settings")),
        ]


def _grid(theme: Theme, keys: list[tuple[str, str]]) -> QGridLayout:
    """Return keys and what they do, one below the other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        cap = KeyCap(theme, QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key)
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, wraps=True), row, 1)
    grid.setRowStretch(len(keys), 1)
    return grid
