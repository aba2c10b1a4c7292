"""The line at the foot of a page that says which keys do what: `Enter open · S later`."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskhelper.ui.kit.frame import HLine
from deskhelper.ui.kit.label import label
from deskhelper.ui.kit.page_head import EDGE

BETWEEN = " · "
STAYS, JOINED = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class KeyLine(QFrame):
    """Remarks on a strip of surface below a hairline; a key is never parted from what it does.

    The dots stand within the lines only: the lines are ended here, not by the label.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._words = words
        self._label = label(role="remark", wraps=True)
        self._label.setContentsMargins(EDGE, 6, EDGE, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HLine())
        column.addWidget(self._label)
        self.show_words(words)

    @property
    def words(self) -> str:
        """The keys and what they do."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show keys and what they do, with a middle dot between one and the next."""
        self._words = words
        self._break()
        if not words:
            self.hide()
        elif self.parentWidget() is not None:  # else it would be a window of its own, and take the keys
            self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End the lines where the room ends."""
        super().resizeEvent(event)
        self._break()

    def showEvent(self, event: QShowEvent) -> None:
        """End the lines anew, in the letters of the style sheet."""
        super().showEvent(event)
        self._break()

    def _break(self) -> None:
        room, metrics = self.width() - 2 * EDGE, self._label.fontMetrics()
        lines: list[str] = []
        for part in map(whole, self._words.split(BETWEEN)):
            longer = f"{lines[-1]}{STAYS}{BETWEEN.lstrip()}{part}" if lines else part
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
        self._label.setText("\n".join(lines))


def whole(part: str) -> str:
    """Return words so that no line ends within them, not even between two Chinese characters."""
    return "".join(f"{char}{JOINED}" if char > "\u2e7f" else char for char in part.replace(" ", STAYS))
