"""The line at the foot of a page that says which keys do what: `Enter open · S later`."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskhelper.ui.kit.frame import HLine
from deskhelper.ui.kit.label import label
from deskhelper.ui.kit.page_head import EDGE

BETWEEN = " · "
STAYS, JOINED = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class KeyLine(QFrame):
    """Remarks on a strip of surface below a hairline; a key is never parted from what it does."""

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
        shown = (_whole(part) for part in words.split(BETWEEN))
        self._label.setText(f"{STAYS}{BETWEEN.lstrip()}".join(shown))
        if not words:
            self.hide()
        elif self.parentWidget() is not None:  # else it would be a window of its own, and take the keys
            self.show()


def _whole(part: str) -> str:
    """Return a key and what it does so that no line ends within it, not even between two Chinese characters."""
    return "".join(f"{char}{JOINED}" if char > "\u2e7f" else char for char in part.replace(" ", STAYS))
