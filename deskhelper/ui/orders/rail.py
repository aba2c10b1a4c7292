"""The rail at the left edge: the views of the orders, and the pages of the desk's other work."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QVBoxLayout, QWidget

from deskhelper.core.text import Lang
from deskhelper.core.view import View
from deskhelper.ui.kit import Tone, label
from deskhelper.ui.orders.rail_button import RailButton
from deskhelper.ui.orders.words import view_name
from deskhelper.ui.theme import Theme

WIDTH = 180
FOLDED_WIDTH = 52
FOLD_BELOW = 1100
"""Windows narrower than this have the rail folded to icons."""

_ICONS = {
    View.TO_SHIP: "inbox",
    View.DUE: "timer",
    View.OVERDUE: "alarm-clock-off",
    View.SHIPPED: "truck",
    View.AFTER_SALE: "rotate-ccw",
    View.WITH_CASE: "git-branch",
    View.ALL: "layers",
}
_TONES = {View.DUE: Tone.WARN, View.OVERDUE: Tone.BAD}


class RailEntry(Struct, frozen=True):
    """A page of the desk's other work, with its key. `at_foot`: set apart at the lower edge.

    `after`: it stands among the views of the orders, below that one.
    """

    name: str
    words: str
    icon: str
    tone: Tone = Tone.NEUTRAL
    at_foot: bool = False
    shortcut: str = ""
    after: View | None = None


class ViewRail(QFrame):
    """Chooses a view of the orders or a page; shows how many each holds."""

    view_requested = Signal(object)
    page_requested = Signal(str)

    def __init__(
        self, theme: Theme, lang: Lang, pages: Sequence[RailEntry] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._build(pages)
        self._lay_out(pages)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self.set_folded(False)

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self.width() == FOLDED_WIDTH

    def set_folded(self, is_folded: bool) -> None:
        """Show only icons, or icons with their words and counts."""
        self.setFixedWidth(FOLDED_WIDTH if is_folded else WIDTH)
        for heading in self._headings:
            heading.setVisible(not is_folded)
        for button in self._buttons():
            button.set_folded(is_folded)

    def fit(self, window_width: int) -> None:
        """Fold or unfold as suits a window of `window_width`."""
        wanted = window_width < FOLD_BELOW
        if wanted != self.is_folded:
            self.set_folded(wanted)

    def set_counts(self, counts: Mapping[View, int | None]) -> None:
        """Show how many orders each view holds; None is not known yet."""
        for view, count in counts.items():
            self._views[view].set_count(count)

    def set_page_count(self, name: str, count: int | None) -> None:
        """Show how much there is to do on a page. Raises KeyError."""
        self._pages[name].set_count(count)

    def set_view(self, view: View | None) -> None:
        """Mark the view in force; None where something else is shown, such as a search."""
        self._mark(None if view is None else self._views[view])

    def set_page(self, name: str) -> None:
        """Mark the page in force; none for one that has no entry here."""
        self._mark(self._pages.get(name))

    def _build(self, pages: Sequence[RailEntry]) -> None:
        self.setProperty("ground", "surface")
        self._headings: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._views: dict[View, RailButton] = {}
        for place, (view, icon) in enumerate(_ICONS.items(), 1):
            tone = _TONES.get(view, Tone.NEUTRAL)
            button = RailButton(self._theme, self._lang, icon, view_name(view), tone, f"Ctrl+{place}")
            self._views[view] = button
        self._pages = {
            page.name: RailButton(self._theme, self._lang, page.icon, page.words, page.tone, page.shortcut)
            for page in pages
        }
        for button in self._buttons():
            self._group.addButton(button)

    def _lay_out(self, pages: Sequence[RailEntry]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(2)
        layout.addWidget(self._heading(self.tr("Orders")))
        for view, button in self._views.items():
            layout.addWidget(button)
            for page in pages:
                if page.after is view:
                    layout.addWidget(self._pages[page.name])
        above = [self._pages[page.name] for page in pages if not page.at_foot and page.after is None]
        if above:
            layout.addSpacing(12)
            layout.addWidget(self._heading(self.tr("Work")))
        for button in above:
            layout.addWidget(button)
        layout.addStretch(1)
        for page in pages:
            if page.at_foot:
                layout.addWidget(self._pages[page.name])

    def _heading(self, words: str) -> QLabel:
        heading = label(words, "remark")
        heading.setContentsMargins(10, 0, 0, 4)
        self._headings.append(heading)
        return heading

    def _buttons(self) -> list[RailButton]:
        return [*self._views.values(), *self._pages.values()]

    def _mark(self, button: RailButton | None) -> None:
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons():
            other.setChecked(False)
        self._group.setExclusive(True)

    def _on_group_button_clicked(self, clicked: RailButton) -> None:
        for view, button in self._views.items():
            if button is clicked:
                self.view_requested.emit(view)
        for name, button in self._pages.items():
            if button is clicked:
                self.page_requested.emit(name)
