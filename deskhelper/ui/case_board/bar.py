"""Over the board: its name, how many cases it has, and what is looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTabBar, QVBoxLayout, QWidget

from deskhelper.core.case_board import BoardSummary, CaseFilter
from deskhelper.core.case_care import STAGES, Stage
from deskhelper.core.text import Lang
from deskhelper.ui.case_board.words import stage_name
from deskhelper.ui.kit import IconButton, compact_count
from deskhelper.ui.kit.page_head import EDGE, NARROW, PageHead
from deskhelper.ui.theme import Theme

TYPING_MS = 60
FIELD_WIDTH = 144
CHOICE_WIDTH = 144
BESIDE = 140
"""What name and button of the page take beside the tabs, in pixels."""


class WordsField(QLineEdit):
    """Words to look for; Down and Enter go to the list, Esc empties it first."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list, or take the words away."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CaseBar(QWidget):
    """Tells which cases are looked for, with `changed` at each change. States are tabs, or a choice where narrow."""

    changed = Signal()
    left = Signal()
    hand_over_requested = Signal()

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.words = WordsField()
        self.stages = QTabBar()
        self.stage = self._choice(self.tr("State"))
        self.owner = self._choice(self.tr("Everybody's cases"))
        self.flow = self._choice(self.tr("All flows"))
        self.complaints = QCheckBox(self.tr("Complaints only"))
        self.hand_over = IconButton(theme, "printer", self.tr("Hand-over to the next shift (Ctrl+H)"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._dress()
        self._lay_out(theme)
        self._connect()

    @property
    def wanted(self) -> CaseFilter:
        """What is looked for."""
        at = self.stages.currentIndex()
        return CaseFilter(
            stage=STAGES[at - 1] if at > 0 else None,
            owner=self.owner.currentData(),
            flow=self.flow.currentData(),
            complaints=self.complaints.isChecked(),
            words=self.words.text(),
        )

    def clear(self) -> bool:
        """Look for all open cases; tell whether anything was looked for."""
        if self.wanted.is_any:
            return False
        with QSignalBlocker(self.stages), QSignalBlocker(self.complaints), QSignalBlocker(self.words):
            self.stages.setCurrentIndex(0)
            self.stage.setCurrentIndex(0)
            self.complaints.setChecked(False)
            self.words.clear()
        for choice in (self.owner, self.flow):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        self.changed.emit()
        return True

    def turn(self, step: int) -> None:
        """Go to the next state, or to the one before."""
        self.stages.setCurrentIndex((self.stages.currentIndex() + step) % self.stages.count())

    def show_summary(self, summary: BoardSummary) -> None:
        """Offer the owners and flows that there are, and say how many cases wait for whom."""
        counts = summary.counts
        self._tell(0, self.tr("All open"), sum(counts.values()) - counts.get(Stage.DONE, 0))
        for place, stage in enumerate(STAGES, 1):
            self._tell(place, stage_name(stage), counts.get(stage, 0) if stage is not Stage.DONE else 0)
        self._offer(self.owner, [*((name, name) for name in summary.owners), (self.tr("Nobody's"), "")])
        self._show_stages()
        flows = sorted((title.within(self._lang), flow) for flow, title in summary.flows.items())
        self._offer(self.flow, flows)

    def show_count(self, count: int, left_off: int) -> None:
        """Say how many cases are shown, and how many were not read."""
        words = self.tr("%n case(s)", "", count)
        if left_off:
            words += " · " + self.tr("%n older one(s) left off", "", left_off)
        self._head.show_remark(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the states as tabs where all of them have room, else as a choice."""
        super().resizeEvent(event)
        self._show_stages()

    def _show_stages(self) -> None:
        room = self.width() - 2 * EDGE - (0 if self.width() < NARROW else BESIDE)
        has_room = self.stages.sizeHint().width() <= room
        self.stages.setVisible(has_room)
        self.stage.setVisible(not has_room)

    def _tell(self, place: int, words: str, count: int) -> None:
        shown = f"{words} {compact_count(count, self._lang)}" if count else words
        if self.stages.tabText(place) != shown:
            self.stages.setTabText(place, shown)
            self.stage.setItemText(place, shown)

    def _choice(self, words: str) -> QComboBox:
        choice = QComboBox()
        choice.addItem(words, None)
        choice.setFixedWidth(max(CHOICE_WIDTH, choice.sizeHint().width()))
        choice.setAccessibleName(words)
        return choice

    def _offer(self, choice: QComboBox, items: Sequence[tuple[str, str]]) -> None:
        """Offer `items` after the first, which is any; what was chosen stays chosen while it is there."""
        known = [(choice.itemText(at), choice.itemData(at)) for at in range(1, choice.count())]
        if known == list(items):
            return
        chosen = choice.currentData()
        with QSignalBlocker(choice):
            while choice.count() > 1:
                choice.removeItem(1)
            for words, data in items:
                choice.addItem(words, data)
            at = next((at for at in range(1, choice.count()) if choice.itemData(at) == chosen), 0)
            choice.setCurrentIndex(0 if chosen is None else at)

    def _dress(self) -> None:
        self.words.setPlaceholderText(self.tr("Look for (/)"))
        self.words.setAccessibleName(self.tr("Look for cases"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(FIELD_WIDTH)
        self.stages.setDrawBase(False)
        self.stages.setExpanding(False)
        self.stages.setUsesScrollButtons(True)
        self.stages.setAccessibleName(self.tr("State"))
        self.stages.addTab(self.tr("All open"))
        for number, stage in enumerate(STAGES, 1):
            self.stages.addTab(stage_name(stage))
            self.stages.setTabToolTip(number, self.tr("← → turn here; %1 sets the state").replace("%1", str(number)))
        self.stage.clear()
        self.stage.addItems([self.stages.tabText(place) for place in range(self.stages.count())])

    def _lay_out(self, theme: Theme) -> None:
        parts = (self.stages, self.stage, self.words, self.owner, self.flow, self.complaints)
        self._head = PageHead(theme, self.tr("Cases"), parts, (self.hand_over,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.words.left.connect(self.left)
        self.stage.currentIndexChanged.connect(self.stages.setCurrentIndex)
        self.stages.currentChanged.connect(self.stage.setCurrentIndex)
        self.stages.currentChanged.connect(self.changed)
        self.owner.currentIndexChanged.connect(self.changed)
        self.flow.currentIndexChanged.connect(self.changed)
        self.complaints.toggled.connect(self.changed)
        self.hand_over.clicked.connect(self.hand_over_requested)
