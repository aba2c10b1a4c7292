"""What a script is called and where it stands: title, code, whose it is, category."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from deskhelper.core.library_script import MOST_CODE, MOST_TITLE, LibraryScript, Scope
from deskhelper.ui.kit import label
from deskhelper.ui.kit.wheel import WheelGuard
from deskhelper.ui.scripts.words import path_words, read_path, scope_words

LABEL_WIDTH = 64
OWN = (Scope.SHOP, Scope.PERSONAL)
FEW = 50
"""So many categories are taken out of the field one by one, more of them with all the rest."""


class HeadFields(QWidget):
    """Fields over the text of a script."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.code = QLineEdit()
        self.scope = QComboBox()
        self.path = QComboBox()
        self._offered: list[tuple[str, ...]] = []
        self._paths: dict[str, tuple[str, ...]] = {}
        self._guard = WheelGuard(self)
        self._build()
        self._lay_out()
        self._connect()

    def set_paths(self, paths: Sequence[tuple[str, ...]]) -> None:
        """Offer these categories; of thousands only those are told to the field that are new or gone."""
        before, now = self._offered, [*paths]
        if now == before:
            return
        self._offered = now
        first, same = _common(before, now), _common(before[::-1], now[::-1])
        last = min(same, len(before) - first, len(now) - first)
        gone, new = before[first : len(before) - last], now[first : len(now) - last]
        for path in gone:
            self._paths.pop(path_words(path), None)
        self._paths |= {path_words(path): path for path in new}
        kept = self.path.currentText()
        blocked = self.path.blockSignals(True)
        if len(gone) > FEW:
            self.path.clear()
            first, new = 0, now
        else:
            for _ in gone:
                self.path.removeItem(first)
        self.path.insertItems(first, [path_words(path) for path in new])
        self.path.setEditText(kept)
        self.path.blockSignals(blocked)

    def show_script(self, script: LibraryScript, is_read_only: bool) -> None:
        """Show another script."""
        blocked = self.blockSignals(True)
        self.title.setText(script.title)
        self.code.setText(script.code)
        self.scope.clear()
        for scope in (Scope.SHIPPED,) if is_read_only and script.scope is Scope.SHIPPED else OWN:
            self.scope.addItem(scope_words(scope), scope)
        self.scope.setCurrentIndex(max(0, self.scope.findData(script.scope)))
        self.path.setEditText(path_words(script.path))
        self.title.setReadOnly(is_read_only)
        self.code.setReadOnly(is_read_only)
        self.scope.setEnabled(not is_read_only)
        self.path.setEnabled(not is_read_only)
        for field in (self.title, self.code):
            field.setCursorPosition(0)
        self.blockSignals(blocked)

    def read(self, script: LibraryScript) -> LibraryScript:
        """Return `script` with what stands in the fields."""
        return replace(
            script,
            title=self.title.text().strip(),
            code=self.code.text().strip(),
            scope=Scope(self.scope.currentData() or script.scope),
            path=self._path(script.path),
        )

    def _path(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """Return the category; one that is known is taken whole, for its name may have a stroke in it."""
        words = self.path.currentText().strip()
        return before if words == path_words(before) else self._paths.get(words) or read_path(words)

    def _build(self) -> None:
        self.title.setMaxLength(MOST_TITLE)
        self.code.setMaxLength(MOST_CODE)
        self.path.setEditable(True)
        self.path.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.path.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.path.setMinimumContentsLength(8)
        completer = self.path.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line = self.path.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Category / below it"))
        self.code.setPlaceholderText(self.tr("a few letters"))
        self.scope.setMinimumContentsLength(4)
        for field in (self.scope, self.path):
            self._guard.guard(field)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        rows = (
            (0, 0, self.tr("Title"), self.title, 3),
            (1, 0, self.tr("Code"), self.code, 1),
            (1, 2, self.tr("For"), self.scope, 1),
            (2, 0, self.tr("Category"), self.path, 3),
        )
        for row, column, words, field, span in rows:
            name = label(words, "muted")
            name.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(name, row, column)
            grid.addWidget(field, row, column + 1, 1, span)

    def _connect(self) -> None:
        self.title.textChanged.connect(self.changed)
        self.code.textChanged.connect(self.changed)
        self.scope.currentIndexChanged.connect(self.changed)
        self.path.editTextChanged.connect(self.changed)


def _common(one: list[tuple[str, ...]], other: list[tuple[str, ...]]) -> int:
    """Return how many of the first entries are the same in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))
