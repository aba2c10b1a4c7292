"""List and editor of the library: side by side, or one at a time where it is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import ghost_button
from deskhelper.ui.scripts.editor import ScriptEditor
from deskhelper.ui.scripts.library_list import LibraryList
from deskhelper.ui.theme import Theme

NARROW, WIDE = 760, 1140
EDITOR_WIDTH, NARROW_EDITOR_WIDTH = 500, 430
ANY_WIDTH = 16777215


class LibraryPages(QWidget):
    """Places both parts by its width."""

    back_requested = Signal()

    def __init__(self, theme: Theme, scripts: LibraryList, editor: ScriptEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = scripts
        self._editor = editor
        self.is_narrow = False
        """Whether only one of both is shown at a time."""
        self.back = ghost_button(self.tr("List  (Esc)"))
        self.back.setIcon(theme.icons.get("chevron-left"))
        self.back.clicked.connect(self.back_requested)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scripts, 1)
        row.addWidget(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row, 1)
        self.back.hide()

    @property
    def is_at_editor(self) -> bool:
        """Whether the editor has the keys, or alone is shown."""
        if self.is_narrow:
            return self._list.isHidden()
        return self._has_focus(self._editor)

    def show_editor(self) -> None:
        """Turn to the editor, where only one fits."""
        self._list.setVisible(not self.is_narrow)  # first, for with both of them a narrow window would grow
        self._editor.show()
        self.back.setVisible(self.is_narrow)

    def show_list(self) -> None:
        """Turn to the list, with the keys."""
        self._editor.setVisible(not self.is_narrow)
        self._list.show()
        self.back.hide()
        (self._list.table if self._list.model.rowCount() else self._list.filter).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew where the width asks for it."""
        super().resizeEvent(event)
        width = self.width()
        was_narrow, self.is_narrow = self.is_narrow, width < NARROW
        self._list.set_room(not self.is_narrow, width >= WIDE)
        if self.is_narrow:
            self._editor.setMinimumWidth(0)
            self._editor.setMaximumWidth(ANY_WIDTH)
        else:
            self._editor.setFixedWidth(EDITOR_WIDTH if width >= WIDE else NARROW_EDITOR_WIDTH)
        if self.is_narrow and not was_narrow:
            is_at_editor = self._has_focus(self._editor)
            self._list.setVisible(not is_at_editor)
            self._editor.setVisible(is_at_editor)
            self.back.setVisible(is_at_editor)
        elif was_narrow and not self.is_narrow:
            self._list.show()
            self._editor.show()
            self.back.hide()

    def _has_focus(self, part: QWidget) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and part.isAncestorOf(focus)
