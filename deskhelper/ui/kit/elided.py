"""A line of text that gives way: elided where it does not fit, whole in its tooltip."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from deskhelper.ui.kit.label import Role
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, HEADING, REMARK, TITLE, shaped

_SIZES = {"title": TITLE, "heading": HEADING, "remark": REMARK}
_BOLD = {"title", "heading", "strong"}
_MUTED = {"muted", "remark"}


class ElidedLabel(QFrame):
    """One line of plain text in a role (see `label`), elided at the right unless told otherwise."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: Role = "body",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mode = mode
        self._words = ""
        self._elided: tuple[int, str] | None = None
        self._token = "muted" if role in _MUTED else "text"
        self.setFont(ui_font(_SIZES.get(role, BODY), role in _BOLD))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)
        self.set_words(words)

    @property
    def words(self) -> str:
        """The whole text."""
        return self._words

    @property
    def is_elided(self) -> bool:
        """Whether some of the text is hidden now."""
        return self._shown() != self._words

    def set_words(self, words: str) -> None:
        """Show `words`; line breaks become spaces."""
        words = " ".join(words.split("\n"))
        if words == self._words:  # else all around it would be laid out again
            return
        self._words = words
        self._elided = None
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self._tell()
        self.update()

    def set_token(self, token: str) -> None:
        """Take the colour of `token`."""
        if token != self._token:
            self._token = token
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of two characters or so: it gives way to everything else."""
        return QSize(min(self.sizeHint().width(), 28), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        is_on = self.isEnabled()
        disabled = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        painter.setPen(self._theme.color(self._token) if is_on else disabled)
        font = self.font()
        painter.setFont(font)
        words, height = shaped(self._shown(), font.pixelSize(), font.bold())
        painter.drawStaticText(QPointF(0, (self.height() - height) // 2), words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tooltip true."""
        super().resizeEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elided = None
            self.updateGeometry()

    def _shown(self) -> str:
        width = self.width()
        if self._elided is None or self._elided[0] != width:
            self._elided = width, self.fontMetrics().elidedText(self._words, self._mode, width)
        return self._elided[1]

    def _tell(self) -> None:
        self.setToolTip(self._words if self.is_elided else "")

    def _on_theme_changed(self) -> None:
        self.update()
