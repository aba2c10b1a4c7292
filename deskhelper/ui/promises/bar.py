"""What stands above the board: its name, open or closed, what it is narrowed to, and the money owed."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QTabBar, QVBoxLayout, QWidget

from deskhelper.core.money import format_price
from deskhelper.core.promise_board import EVERYTHING, MONEY_KINDS, Narrowed, Owed
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.ui.kit import Pill, Tone
from deskhelper.ui.kit.page_head import PageHead
from deskhelper.ui.promises.words import kind_words
from deskhelper.ui.theme import Theme

CHOICE_WIDTH = 108
_KINDS: list[tuple[PromiseKind, ...] | None] = [None, MONEY_KINDS, *((kind,) for kind in PromiseKind)]


class PromiseBar(QFrame):
    """Asks for another narrowing; its parts go onto further lines where it is narrow."""

    narrowed = Signal(object)
    """A Narrowed that is wished for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agents: list[str] = []
        self.tabs = QTabBar()
        self.kinds = self._choice(self.tr("One kind only  (F)"))
        self.agents = self._choice(self.tr("One agent only  (A)"))
        self._owed = Pill(theme, "", Tone.WARN)
        self._build()
        self._lay_out(theme)
        self.tabs.currentChanged.connect(self._on_changed)
        self.kinds.currentIndexChanged.connect(self._on_changed)
        self.agents.currentIndexChanged.connect(self._on_changed)

    @property
    def wanted(self) -> Narrowed:
        """What the board is to be narrowed to."""
        at = self.agents.currentIndex()
        agent = None if at < 1 else self._agents[at - 1]
        return Narrowed(_KINDS[max(0, self.kinds.currentIndex())], agent, is_closed=self.tabs.currentIndex() == 1)

    @property
    def owed_words(self) -> str:
        """The money owed as it is shown."""
        return self._owed.words

    def show_owed(self, owed: Owed) -> None:
        """Show what is owed to buyers."""
        words = self.tr("Owed: %1 (%2)").replace("%1", format_price(owed.fen)).replace("%2", f"{owed.count:,}")
        self._owed.show_words(words if owed.count else "", Tone.WARN)

    def offer_agents(self, agents: Sequence[str]) -> None:
        """Offer the agents that have open promises; who is chosen stays."""
        chosen = self.wanted.agent
        names = [*agents] if chosen is None or chosen in agents else [*agents, chosen]
        if names == self._agents:
            return
        with QSignalBlocker(self.agents):
            self._agents = names
            while self.agents.count() > 1:
                self.agents.removeItem(1)
            self.agents.addItems([name or self.tr("No name") for name in names])
            self.agents.setCurrentIndex(0 if chosen is None else names.index(chosen) + 1)

    def turn(self) -> None:
        """Turn between open and closed promises."""
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def clear(self) -> bool:
        """Narrow the board to nothing; tell whether it was narrowed."""
        if self.wanted == EVERYTHING:
            return False
        with QSignalBlocker(self.tabs), QSignalBlocker(self.kinds), QSignalBlocker(self.agents):
            self.tabs.setCurrentIndex(0)
            self.kinds.setCurrentIndex(0)
            self.agents.setCurrentIndex(0)
        self._on_changed()
        return True

    def _build(self) -> None:
        self.tabs.addTab(self.tr("Open"))
        self.tabs.addTab(self.tr("Closed"))
        self.tabs.setTabToolTip(1, self.tr("Kept, broken and void, of the last 30 days  (C)"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.kinds.addItems([self.tr("All kinds"), self.tr("Money"), *(kind_words(kind) for kind in PromiseKind)])
        self.agents.addItem(self.tr("All agents"))
        self._owed.setToolTip(self.tr("Coupons and compensations promised and not given yet"))

    def _choice(self, tip: str) -> QComboBox:
        choice = QComboBox()
        choice.setFixedWidth(CHOICE_WIDTH)
        choice.setToolTip(tip)
        choice.setAccessibleName(tip)
        return choice

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        parts = (self.tabs, self.kinds, self.agents, self._owed)
        column.addWidget(PageHead(theme, self.tr("Promises"), parts))

    def _on_changed(self, _index: int = 0) -> None:
        self.narrowed.emit(self.wanted)
