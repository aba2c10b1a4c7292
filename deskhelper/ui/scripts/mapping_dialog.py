"""Which column of a table of nobody's is what: asked once, remembered for every file with this header."""

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.phrase import MAPPED_FIELDS, PhraseLook
from deskhelper.ui.kit import ghost_button, label, primary_button
from deskhelper.ui.scripts.words import first_words

SAMPLE = 24


class PhraseMappingDialog(QDialog):
    """Asks for a column for each field; the text is the one it cannot do without."""

    def __init__(self, look: PhraseLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.fields: dict[str, QComboBox] = {}
        self.ok_button = primary_button(self.tr("Go on"))
        self._cancel = ghost_button(self.tr("Cancel"))
        self._lay_out()
        self.ok_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._show_state()

    @property
    def mapping(self) -> dict[str, str]:
        """Return field to header, for the fields that have a column."""
        return {field: str(box.currentData()) for field, box in self.fields.items() if box.currentData()}

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Which column is what?"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(MAPPED_FIELDS):
            box = QComboBox()
            box.addItem(self.tr("none"), "")
            for at, header in enumerate(self.look.header):
                sample = next((cells[at] for cells in self.look.rows if at < len(cells) and cells[at].strip()), "")
                box.addItem(f"{header}   {first_words(sample)[:SAMPLE]}" if sample else header, header)
            box.setCurrentIndex(max(0, box.findData(self.look.mapping.get(field, ""))))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
            box.setAccessibleName(self._field_words(field))
            box.currentIndexChanged.connect(self._show_state)
            grid.addWidget(label(self._field_words(field), "muted"), row, 0)
            grid.addWidget(box, row, 1)
            self.fields[field] = box
        foot = QHBoxLayout()
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        foot.addWidget(self.ok_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(14)
        words = self.tr("%s is a table that nobody here has seen yet. Choose the column of each.") % self.look.file
        column.addWidget(label(self.tr("Which column is what?"), "title"))
        column.addWidget(label(words, wraps=True))
        column.addLayout(grid)
        column.addLayout(foot)
        self.setMinimumWidth(340)

    def _show_state(self) -> None:
        self.ok_button.setEnabled(bool(self.fields["body"].currentData()))

    def _field_words(self, field: str) -> str:
        return {
            "body": self.tr("Text"),
            "title": self.tr("Title"),
            "code": self.tr("Code"),
            "path": self.tr("Category"),
            "keywords": self.tr("Keywords"),
            "notes": self.tr("Notes"),
        }[field]
