"""Pills, counts and key caps: small marks that never stretch."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskhelper.core.text import Lang
from deskhelper.ui.kit.paint import paint_pill, pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

TEN_THOUSAND = 10_000
KEY_HEIGHT = 22


class _Mark(QWidget):
    """A painted mark with words, as large as its words and never larger."""

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self.set_words(words)

    @property
    def words(self) -> str:
        """The words shown."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show `words`, which are its accessible name too."""
        if words != self._words:  # else all around it would be laid out again
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the words: a mark is not squeezed."""
        return self.sizeHint()

    def _on_theme_changed(self) -> None:
        self.update()


class Pill(_Mark):
    """A status in a rounded box, its meaning shown by `tone` and, where it has one, by a dot."""

    def __init__(self, theme: Theme, words: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        self._tone = tone
        super().__init__(theme, words, parent)

    @property
    def tone(self) -> Tone:
        """What its colour means."""
        return self._tone

    @property
    def has_dot(self) -> bool:
        """Whether a dot stands before the words."""
        return self._tone.has_dot

    def show_words(self, words: str, tone: Tone) -> None:
        """Show `words` in `tone`; nothing at all where there are none."""
        if tone is not self._tone:
            self._tone = tone
            self.updateGeometry()
            self.update()
        self.set_words(words)
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Return the size of the words with their padding."""
        return pill_size(self._words, self.has_dot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        paint_pill(QPainter(self), self.rect(), self._words, self._tone, self._theme, self.has_dot)


class CountBadge(Pill):
    """A count at the end of a row: nothing while it is not known, `1.2万` or `12k` above 9999."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        count: int | None = None,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", tone, parent)
        self._lang = lang
        self.set_count(count)

    @property
    def has_dot(self) -> bool:
        """Never: the row beside the count says what it counts."""
        return False

    def set_count(self, count: int | None) -> None:
        """Show `count`; None is not known yet."""
        self.show_words("" if count is None else compact_count(count, self._lang), self.tone)


def compact_count(count: int, lang: Lang) -> str:
    """Return `count` in at most five characters: up to `9999` as it is, then `1.2万`, `120万` or `12k`, `1.2M`."""
    if count < TEN_THOUSAND:
        return str(count)
    if lang == "zh":
        unit, word = (10_000, "万") if count < 100_000_000 else (100_000_000, "亿")
    else:
        unit, word = (1000, "k") if count < 1_000_000 else (1_000_000, "M")
    # Cut, not rounded: a badge never says more than there is.
    tenths = count * 10 // unit
    number = f"{tenths // 10}.{tenths % 10}" if tenths < 1000 and tenths % 10 else str(tenths // 10)
    return number + word


class KeyCap(_Mark):
    """The name of a key in a cap that is square or wider than tall."""

    def sizeHint(self) -> QSize:
        """Return at least a square."""
        width = QFontMetrics(ui_font(REMARK)).horizontalAdvance(self._words) + 12
        return QSize(max(width, KEY_HEIGHT), KEY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.color("muted"))
        painter.setFont(ui_font(REMARK))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
