"""A form built from the settings that a struct declares: title, editor, help, and the fault in place."""

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskhelper.core.declared import Declared, Kind, declared
from deskhelper.ui.kit import label
from deskhelper.ui.kit.wheel import WheelGuard
from deskhelper.ui.settings.editors import Editor, editor_of
from deskhelper.ui.settings.words import unit_words, words_of

TITLE_WIDTH = 132


class DeclaredForm(QWidget):
    """Edits the declared settings of one struct or one page. `changed` comes with every input, faulty or not."""

    changed = Signal()

    def __init__(self, of: type[Struct], parent: QWidget | None = None, page: str | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
        self._is_loading = False
        self.editors: dict[str, Editor] = {}
        self._faults: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnMinimumWidth(0, TITLE_WIDTH)
        self._grid.setColumnStretch(1, 1)
        for row, setting in enumerate(declared(of, page)):
            self._add(row, setting)

    @property
    def has_fault(self) -> bool:
        """Whether some input cannot be kept."""
        return any(editor.fault() for editor in self.editors.values())

    def load(self, values: Struct) -> None:
        """Show the settings of `values`."""
        self._is_loading = True
        for name, editor in self.editors.items():
            editor.show_value(getattr(values, name))
        self._is_loading = False
        self._show_faults()

    def values(self) -> dict[str, object]:
        """Return every setting by name; only to be asked while there is no fault."""
        return {name: editor.value() for name, editor in self.editors.items()}

    def focus_fault(self) -> None:
        """Put the focus on the first input that cannot be kept."""
        for editor in self.editors.values():
            if editor.fault():
                editor.field.setFocus()
                return

    def _add(self, row: int, setting: Declared) -> None:
        words = words_of(setting.name)
        editor = editor_of(setting)
        editor.field.setAccessibleName(words.title)
        editor.field.setAccessibleDescription(words.help)
        editor.changed.connect(self._on_editor_changed)
        if setting.kind is Kind.CHOICE:
            self._guard.guard(editor.field)
        fault = label(wraps=True)
        fault.setProperty("role", "fault")
        fault.hide()
        self.editors[setting.name] = editor
        self._faults[setting.name] = fault
        if setting.kind is not Kind.SWITCH:
            title = label(words.title)
            title.setBuddy(editor.field)
            title.setContentsMargins(0, 6, 0, 0)
            self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addLayout(self._cell(editor, words.help, fault), row, 1)

    def _cell(self, editor: Editor, help_words: str, fault: QLabel) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(editor.field, 100 if editor.setting.kind in {Kind.WORDS, Kind.LINES, Kind.TIMES} else 0)
        if unit := unit_words(editor.setting.kind):
            line.addWidget(label(unit, "muted"))
        line.addStretch(1)
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addLayout(line)
        cell.addWidget(fault)
        if help_words:
            cell.addWidget(label(help_words, "remark", wraps=True))
        return cell

    def _on_editor_changed(self) -> None:
        if self._is_loading:
            return
        self._show_faults()
        self.changed.emit()

    def _show_faults(self) -> None:
        for name, editor in self.editors.items():
            words = editor.fault()
            self._faults[name].setText(words)
            self._faults[name].setVisible(bool(words))
