"""What of the library is to be exported, and as which kind of file."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import ghost_button, label, primary_button


class PhraseExportDialog(QDialog):
    """Asks for both; `kinds` are kinds of files with their endings."""

    def __init__(self, kinds: Mapping[str, str], counts: tuple[int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export scripts"))
        own, listed, everything = counts
        self.what = QComboBox()
        self.what.addItem(self.tr("the shop's own ({count})").format(count=f"{own:,}"), "own")
        self.what.addItem(self.tr("what the list shows ({count})").format(count=f"{listed:,}"), "listed")
        self.what.addItem(self.tr("all scripts ({count})").format(count=f"{everything:,}"), "all")
        self.kind = QComboBox()
        for kind, ending in kinds.items():
            self.kind.addItem(f"{self._kind_words(kind)}  (*{ending})", kind)
        self.ok_button = primary_button(self.tr("Choose a file…"))
        self.ok_button.setDefault(True)
        cancel = ghost_button(self.tr("Cancel"))
        self.ok_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, (words, box) in enumerate(((self.tr("What"), self.what), (self.tr("As"), self.kind))):
            box.setAccessibleName(words)
            grid.addWidget(label(words, "muted"), row, 0)
            grid.addWidget(box, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(cancel)
        foot.addStretch(1)
        foot.addWidget(self.ok_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Export scripts"), "title"))
        column.addLayout(grid)
        column.addLayout(foot)

    def _kind_words(self, kind: str) -> str:
        """Return a kind of file in words; one that has none by its name."""
        return {
            "yaml": self.tr("DeskHelper, everything kept (YAML)"),
            "csv": self.tr("Table, everything kept (CSV)"),
            "xlsx": self.tr("Table, everything kept (Excel)"),
            "qianniu": self.tr("Qianniu quick phrases (CSV)"),
            "workbench": self.tr("Shop workbench (Excel)"),
        }.get(kind, kind)
