"""All keys of the desk on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import KeyCap, label
from deskhelper.ui.theme import Theme


class KeysDialog(QDialog):
    """Lists what each key does; any key closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("All keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (keys, words) in enumerate(self._keys()):
            cap = KeyCap(theme, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys)
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(words), row, 1)
        column.addLayout(grid)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("the box; or just type")),
            ("↑ ↓", self.tr("what the box found; Ctrl+Enter on a suggestion: it was about something else")),
            ("Enter", self.tr("open the order, take the marked answer, copy the reply")),
            ("1 … 9", self.tr("answer the question, choose in a list")),
            ("Backspace", self.tr("back to the question before; nothing is deleted")),
            ("Y", self.tr("confirm a derived promise")),
            ("Ctrl+Return", self.tr("copy the reply, from anywhere")),
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
