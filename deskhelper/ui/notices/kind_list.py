"""The kinds of notices with their counts, and the warehouse's list below them: chosen by arrows, Enter or a digit."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.notice import NoticeKind
from deskhelper.core.text import Lang
from deskhelper.ui.kit import Card, CountBadge, IconLabel, KeyCap, label
from deskhelper.ui.notices.words import ICONS, kind_help, kind_title
from deskhelper.ui.theme import Theme

PRINT = "print"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KindRow(Card):
    """One kind: its name, what it is for, how many there are to tell, and its digit."""

    clicked = Signal(str)

    def __init__(self, theme: Theme, lang: Lang, name: str, icon: str, title: str, remark: str, digit: int) -> None:
        super().__init__()
        self.name = name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setToolTip(f"{remark}  ({digit})")
        self.count = CountBadge(theme, lang)
        self._remark = label(role="remark")
        self._remark.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "strong"))
        words.addWidget(self._remark)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 12, 16, 11)
        row.setSpacing(10)
        row.addWidget(KeyCap(theme, str(digit)))
        row.addWidget(IconLabel(theme, icon, "muted"))
        row.addLayout(words, 1)
        row.addWidget(self.count)

    def show_remark(self, words: str) -> None:
        """Say how far an open queue has come; nothing where there is none."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row."""
        self.clicked.emit(self.name)


class KindList(QWidget):
    """The rows of all kinds; `chosen` carries a kind's value, or PRINT."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Kinds of notices"))
        kinds = [(kind.value, ICONS[kind], kind_title(kind), kind_help(kind)) for kind in NoticeKind]
        kinds.append((PRINT, "printer", self.tr("Print list"), self.tr("What is to be shipped, by batch and promise.")))
        self.rows = {
            name: KindRow(theme, lang, name, icon, title, remark, digit)
            for digit, (name, icon, title, remark) in enumerate(kinds, 1)
        }
        self._current = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            row.clicked.connect(self._on_row_clicked)
            column.addWidget(row)
        column.addStretch(1)

    @property
    def current(self) -> str:
        """The name of the row that is marked."""
        return self._current

    def show_counts(self, counts: Mapping[NoticeKind, int]) -> None:
        """Show how many orders there are to tell of each kind."""
        for kind, count in counts.items():
            self.rows[kind.value].count.set_count(count)

    def mark(self, name: str) -> None:
        """Mark a row without telling anybody."""
        self._current = name
        for row in self.rows.values():
            row.set_active(row.name == name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by arrows or digits, open by Enter or Right."""
        key, names = event.key(), list(self.rows)
        number = key - Qt.Key.Key_1
        at = names.index(self._current) if self._current in names else 0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= number < len(names):
            self._open(names[number])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(names[max(0, min(at + step, len(names) - 1))])
        elif key in (*ENTER, Qt.Key.Key_Right):
            self._open(names[at])
        else:
            super().keyPressEvent(event)

    def _choose(self, name: str) -> None:
        if name != self._current:
            self.mark(name)
            self.chosen.emit(name)

    def _open(self, name: str) -> None:
        self.mark(name)
        self.opened.emit(name)

    def _on_row_clicked(self, name: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._open(name)
