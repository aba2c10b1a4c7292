"""The head of every page of the desk's other work: its name, what narrows it, what can be done, and a line below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskhelper.ui.kit.elided import ElidedLabel
from deskhelper.ui.kit.flow import FlowLayout
from deskhelper.ui.kit.frame import HLine
from deskhelper.ui.theme import Theme

EDGE = 16
"""Where head, rows, cards and key line of a page begin, from either side."""
HEIGHT, LINE = 52, 34
NARROW, TIGHT, MOST_TITLE = 640, 440, 200
"""Narrower, what stands beside the title goes below it."""


class PageHead(QFrame):
    """A strip of surface: `before` and title, then `beside`, and `actions` at the right."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        beside: Sequence[QWidget] = (),
        actions: Sequence[QWidget] = (),
        before: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._title = ElidedLabel(theme, title, "title")
        self._remark = ElidedLabel(theme, "", "remark")
        self._beside = QWidget()
        flow = FlowLayout(self._beside, least=LINE)
        for part in beside:
            flow.addWidget(part)
        self._has_beside = bool(beside)
        if not beside:
            self._beside.hide()
        self._remark.hide()
        self._title.setMinimumWidth(self._title.sizeHint().width())  # the remark gives way first
        self._is_narrow: bool | None = None
        self._lay_out(before, actions)

    @property
    def title(self) -> str:
        """The name of the page as it is shown."""
        return self._title.words

    @property
    def remark(self) -> str:
        """What is told beside the name."""
        return self._remark.words

    def show_remark(self, words: str) -> None:
        """Tell a few words beside the name; they give way where it is narrow."""
        self._remark.set_words(words)
        self._remark.setHidden(not words or self.width() < TIGHT)

    def add_below(self, part: QWidget) -> None:
        """Put a further line over the whole width into the head."""
        self._column.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what narrows the page beside its name where there is room, else below."""
        super().resizeEvent(event)
        self._remark.setHidden(not self._remark.words or self.width() < TIGHT)
        if self._is_narrow is not (self.width() < NARROW):
            self._is_narrow = self.width() < NARROW
            self._arrange()

    def _arrange(self) -> None:
        self._grid.removeWidget(self._beside)
        if self._is_narrow:
            self._grid.addWidget(self._beside, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._beside, 0, 1)
        is_beside = self._has_beside and not self._is_narrow
        self._grid.setColumnStretch(0, 0 if is_beside else 1)
        self._grid.setColumnStretch(1, 1 if is_beside else 0)
        policy = QSizePolicy.Policy.Fixed if is_beside else QSizePolicy.Policy.Preferred
        self._name.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def _lay_out(self, before: QWidget | None, actions: Sequence[QWidget]) -> None:
        self._name = QWidget()
        self._name.setFixedHeight(LINE)
        name = QHBoxLayout(self._name)
        name.setContentsMargins(0, 0, 0, 0)
        name.setSpacing(8)
        if before is not None:
            name.addWidget(before)
        name.addWidget(self._title)
        name.addWidget(self._remark, 1)
        buttons = QWidget()
        buttons.setFixedHeight(LINE)
        at_right = QHBoxLayout(buttons)
        at_right.setContentsMargins(0, 0, 0, 0)
        at_right.setSpacing(6)
        for part in actions:
            at_right.addWidget(part)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(6)
        self._grid.addWidget(self._name, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(buttons, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(EDGE, (HEIGHT - LINE) // 2, EDGE, (HEIGHT - LINE) // 2 - 1)
        self._column.setSpacing(6)
        self._column.addLayout(self._grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(HLine())
        self._arrange()
