"""What the one box finds in the handbook, as a line of links above the orders that it finds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.handbook_search import Place, PlaceKind
from deskhelper.core.text import Lang
from deskhelper.services.handbook import HandbookService
from deskhelper.ui.kit import ghost_button, label
from deskhelper.ui.theme import Theme

MOST = 3
PAUSE_MS = 120
"""The handbook is looked into once the typing pauses: the orders come first."""
LEAST_LETTERS = 2
RIGHT = Qt.TextElideMode.ElideRight


class HitStrip(QFrame):
    """Shows the best places of the handbook; nothing at all where there are none."""

    place_chosen = Signal(str, str)

    def __init__(
        self, theme: Theme, lang: Lang, open_handbook: Callable[[], HandbookService], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._open_handbook = open_handbook
        self._words = ""
        self._places: list[Place] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.setProperty("ground", "bg")
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 6)
        self._column.setSpacing(0)
        self._column.addWidget(label(self.tr("In the handbook"), "remark"))
        self.hide()

    def search(self, words: str) -> None:
        """Look for `words` once they pause; a number is an order's."""
        self._words = words.strip()
        if len(self._words) < LEAST_LETTERS or self._words.replace("-", "").isdigit():
            self._timer.stop()
            self._show([])
        else:
            self._timer.start()

    def open_first(self) -> bool:
        """Ask for the best place; tell whether there is one."""
        if self._timer.isActive():
            self._timer.stop()
            self._look()
        if self._places:
            self._choose(0)
        return bool(self._places)

    def _look(self) -> None:
        self._show(self._open_handbook().find(self._words)[:MOST])

    def _show(self, places: list[Place]) -> None:
        self._places = places
        while len(self.buttons) < len(places):
            button = ghost_button("")
            button.setIcon(self._theme.icons.get("clipboard-list"))
            button.setProperty("align", "left")
            button.clicked.connect(partial(self._choose, len(self.buttons)))
            self.buttons.append(button)
            self._column.addWidget(button)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(places))
        for button, place in zip(self.buttons, places, strict=False):
            words = self._words_of(place)
            button.setToolTip(words)
            button.setText(button.fontMetrics().elidedText(words, RIGHT, max(self._room() - 60, 160)))
        self.setVisible(bool(places))

    def _room(self) -> int:
        parent = self.parentWidget()
        return parent.width() if parent is not None else self.width()

    def _words_of(self, place: Place) -> str:
        title = place.title.within(self._lang)
        if place.kind is PlaceKind.FLOW:
            return f"{title}  {place.mark}"
        flow = self._open_handbook().page(place.flow).title.within(self._lang)
        return f"{flow} · {title}  {place.mark}".rstrip()

    def _choose(self, at: int, _: bool = False) -> None:
        self.place_chosen.emit(self._places[at].flow, self._places[at].anchor)
