"""The page of what lies on the disk: the data folder, and the column mappings that imports remember."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.mapping import FIRST, kind_of
from deskhelper.services.settings import Settings
from deskhelper.ui.imports.fields import field_words
from deskhelper.ui.kit import ElidedLabel, HLine, label
from deskhelper.ui.theme import Theme


def open_folder(folder: Path) -> bool:
    """Show `folder` in the system's file manager; tell whether that worked."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FilesPage(QWidget):
    """Shows the data folder and lets remembered mappings be forgotten."""

    changed = Signal()

    def __init__(
        self, folder: Path, theme: Theme, opened: Callable[[Path], bool] = open_folder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._open = opened
        self._mappings: dict[str, dict[str, str]] = {}
        self._path = ElidedLabel(theme, str(folder), "body", Qt.TextElideMode.ElideMiddle)
        self.open_button = QPushButton(self.tr("Open folder"))
        self._trouble = label(wraps=True)
        self.list = QListWidget()
        self._empty = label(self.tr("None yet: you are asked once per kind of table."), "remark", wraps=True)
        self.forget_button = QPushButton(self.tr("Forget"))
        self._delete_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        self._delete_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.forget_button.clicked.connect(self._on_forget_button_clicked)
        self._delete_key.activated.connect(self._on_forget_button_clicked)
        self.list.itemSelectionChanged.connect(self._on_list_selection_changed)

    @property
    def mappings(self) -> Mapping[str, Mapping[str, str]]:
        """The mappings that are still remembered, by header signature."""
        return self._mappings

    def load(self, settings: Settings) -> None:
        """Show the mappings of `settings`."""
        self._mappings = dict(settings.mappings)
        self._show_mappings()

    def restore_defaults(self) -> None:
        """Forget every mapping."""
        self._mappings = {}
        self._show_mappings()
        self.changed.emit()

    def _show_mappings(self) -> None:
        self.list.clear()
        for signature, mapping in self._mappings.items():
            words = mapping_words(mapping)
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, signature)
            item.setToolTip(words)
            self.list.addItem(item)
        self.list.setVisible(bool(self._mappings))
        self._empty.setVisible(not self._mappings)
        self._on_list_selection_changed()

    def _on_open_button_clicked(self) -> None:
        is_open = self._open(self._folder)
        self._trouble.setText("" if is_open else self.tr("The system could not open the folder."))
        self._trouble.setVisible(not is_open)

    def _on_forget_button_clicked(self) -> None:
        for item in self.list.selectedItems():
            self._mappings.pop(str(item.data(Qt.ItemDataRole.UserRole)), None)
        self._show_mappings()
        self.changed.emit()

    def _on_list_selection_changed(self) -> None:
        self.forget_button.setVisible(bool(self._mappings))
        self.forget_button.setEnabled(bool(self.list.selectedItems()))

    def _lay_out(self) -> None:
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("variant", "choice")
        self.list.setAccessibleName(self.tr("Remembered columns"))
        self._trouble.setProperty("role", "fault")
        self._trouble.hide()
        self._path.setToolTip(str(self._folder))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Data"), "title"))
        layout.addWidget(label(self.tr("Data folder"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._path, 1)
        row.addWidget(self.open_button)
        layout.addLayout(row)
        layout.addWidget(self._trouble)
        remark = self.tr("Orders, cases, promises and settings. Nothing of it leaves this computer.")
        layout.addWidget(label(remark, "remark", wraps=True))
        layout.addWidget(HLine())
        layout.addWidget(label(self.tr("Remembered columns"), "strong"))
        words = self.tr("What you said about tables of no known platform. Forget one to be asked again.")
        layout.addWidget(label(words, "remark", wraps=True))
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)


def mapping_words(mapping: Mapping[str, str]) -> str:
    """Return a mapping in words, the most needed fields first: `订单号 ← 单据号码 · 商品 ← 东西`."""
    kind = kind_of(mapping)
    words = field_words(kind)
    first = FIRST[kind]
    fields = sorted(mapping, key=lambda field: (field not in first, list(words).index(field) if field in words else 99))
    return "  ·  ".join(f"{words.get(field, field)} ← {mapping[field]}" for field in fields)
