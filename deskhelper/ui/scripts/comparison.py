"""One line of an import preview whole: the text of the file, what the library has of it, and what is said of it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from deskhelper.ui.kit import label
from deskhelper.ui.scripts.preview_lines import PreviewLine

MOST_SHOWN = 240
"""Characters of a text that are shown."""


class Comparison(QWidget):
    """Theirs over mine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theirs, self._mine = label(wraps=True), label(wraps=True)
        self._says = label(role="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._theirs, self._mine, self._says):
            column.addWidget(part)

    def show_line(self, line: PreviewLine | None) -> None:
        """Show a line, nothing for None."""
        self.setVisible(line is not None)
        if line is None:
            return
        self._show(self._theirs, self.tr("In the file: %s") % _cut(line.words) if line.words else "")
        words = ""
        if line.like is not None:
            mine = _cut("\n".join(line.like.wordings))
            words = self.tr("Mine, “{title}”: {words}").format(title=line.like.title, words=mine)
        self._show(self._mine, words)
        self._show(self._says, "\n".join((*line.findings, *line.remarks)))

    def _show(self, part: QLabel, words: str) -> None:
        part.setText(words)
        part.setVisible(bool(words))


def _cut(words: str) -> str:
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
