"""Slots of a script that no list of slots knows: how they are asked for, and what is offered then."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from deskhelper.core.library_script import LibraryScript
from deskhelper.ui.kit import label
from deskhelper.ui.scripts.words import split_words

BETWEEN = "、"


class AskedSlots(QWidget):
    """A line for each such slot. Hidden while there is none."""

    changed = Signal()

    def __init__(self, is_known: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_known = is_known
        self.rows: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        self._titles: dict[str, str] = {}
        self._choices: dict[str, tuple[str, ...]] = {}
        self._is_read_only = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.hide()

    def show_script(self, script: LibraryScript, is_read_only: bool) -> None:
        """Show how the slots of another script are asked for."""
        self._titles, self._choices = dict(script.slot_titles), dict(script.slot_choices)
        self._is_read_only = is_read_only
        self._clear()
        self.follow(script)

    def follow(self, script: LibraryScript) -> None:
        """Have a line for each asked slot of the wordings as they stand."""
        wanted = [name for name in script.slots if not self._is_known(name)]
        if wanted != list(self.rows):
            self._keep()
            self._clear()
            for row, name in enumerate(wanted):
                self._add(row, name)
        self.setVisible(bool(wanted))

    def read(self, script: LibraryScript) -> LibraryScript:
        """Return `script` with what stands in the lines; a title that is just the name is none."""
        titles = {name: title.text().strip() for name, (title, _) in self.rows.items()}
        choices = {name: split_words(offered.text()) for name, (_, offered) in self.rows.items()}
        return replace(
            script,
            slot_titles={name: title for name, title in titles.items() if title and title != name},
            slot_choices={name: offered for name, offered in choices.items() if offered},
        )

    def _add(self, row: int, name: str) -> None:
        title, offered = QLineEdit(self._titles.get(name, "")), QLineEdit(BETWEEN.join(self._choices.get(name, ())))
        title.setPlaceholderText(self.tr("asked as"))
        offered.setPlaceholderText(self.tr("choices, if any"))
        for field, words in ((title, self.tr("Asked as")), (offered, self.tr("Choices"))):
            field.setAccessibleName(f"{name}: {words}")
            field.setReadOnly(self._is_read_only)
            field.textChanged.connect(self.changed)
        self._grid.addWidget(label(f"{{{name}}}", "muted"), row, 0)
        self._grid.addWidget(title, row, 1)
        self._grid.addWidget(offered, row, 2)
        self.rows[name] = (title, offered)

    def _keep(self) -> None:
        """Remember what stands in the lines: a slot that is typed anew comes back as it was."""
        for name, (title, offered) in self.rows.items():
            self._titles[name] = title.text()
            self._choices[name] = split_words(offered.text())

    def _clear(self) -> None:
        self.rows = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
