"""The reply as the buyer will read it, every filled slot marked and every gap a blank to click."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskhelper.core.text import Part
from deskhelper.ui.kit.label import WrappedLabel
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REPLY

BLANK = "\u00a0" * 12


class ReplyText(QFrame):
    """Shows the parts of a reply; a click on a slot asks for its field."""

    slot_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[Part] = []
        self._label = WrappedLabel()
        self._label.setFont(ui_font(REPLY))
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._label.linkActivated.connect(self._on_label_link_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._label)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_parts(self, parts: list[Part]) -> None:
        """Show the parts of a reply."""
        if parts != self._parts:
            self._parts = parts
            self._draw()

    def show_words(self, words: str) -> None:
        """Show a remark in place of a reply."""
        self._parts = []
        self._label.setText(f'<span style="color:{self._theme.tokens["muted"]}">{escape(words)}</span>')
        self.setAccessibleName(words)

    def _draw(self) -> None:
        tokens = self._theme.tokens
        pieces = []
        for part in self._parts:
            if part.slot is None:
                pieces.append(escape(part.words or "").replace("\n", "<br/>"))
                continue
            ground, words = ("slot", part.words) if part.words else ("bad_soft", BLANK)
            style = f"background-color:{tokens[ground]}; color:{tokens['text']}; text-decoration:none;"
            pieces.append(f'<a href="{part.slot}" style="{style}">{escape(words) if words else BLANK}</a>')
        self._label.setText(f'<p style="line-height:150%; margin:0">{"".join(pieces)}</p>')
        self.setAccessibleName("".join(part.words or "" for part in self._parts))

    def _on_label_link_activated(self, slot: str) -> None:
        self.slot_requested.emit(slot)

    def _on_theme_changed(self) -> None:
        if self._parts:
            self._draw()
