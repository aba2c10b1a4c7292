"""Slots in the text of a script: marked by colour; what the outgoing check finds is underlined."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from deskhelper.core.outgoing import Finding
from deskhelper.core.text import PLACEHOLDER
from deskhelper.ui.theme import Theme

STRAY = re.compile(r"[{}]")


class SlotMarks(QSyntaxHighlighter):
    """Gives known slots the slot colour, asked ones the accent's; a brace that is half of nothing is marked as bad."""

    def __init__(self, theme: Theme, is_known: Callable[[str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_known = is_known
        theme.theme_changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        end = 0
        for match in PLACEHOLDER.finditer(text):
            self._mark_stray(text, end, match.start())
            token = "slot" if self._is_known(match[1]) else "accent_soft"
            start, end = match.span()
            self.setFormat(qt_place(text, start), qt_place(text, end) - qt_place(text, start), self._format(token))
        self._mark_stray(text, end, len(text))

    def _mark_stray(self, text: str, start: int, end: int) -> None:
        for match in STRAY.finditer(text, start, end):
            self.setFormat(qt_place(text, match.start()), 1, self._format("bad_soft"))

    def _format(self, token: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._theme.color(token))
        made.setForeground(self._theme.color("text"))
        return made


def underlined(document: QTextDocument, findings: Sequence[Finding], theme: Theme) -> list[QTextEdit.ExtraSelection]:
    """Return the underlines of `findings` in `document`, for `setExtraSelections`."""
    text = document.toPlainText()
    lines = []
    for finding in findings:
        if finding.end > finding.start:
            line = QTextEdit.ExtraSelection()
            cursor = QTextCursor(document)
            cursor.setPosition(qt_place(text, finding.start))
            cursor.setPosition(qt_place(text, finding.end), QTextCursor.MoveMode.KeepAnchor)
            made = QTextCharFormat()
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            made.setUnderlineColor(theme.color("bad"))
            line.cursor, line.format = cursor, made
            lines.append(line)
    return lines


def qt_place(text: str, at: int) -> int:
    """Return where the character at `at` stands in Qt's count, in which an emoji counts two; never past the end."""
    before = text[:at]
    return len(before) + sum(char > "\uffff" for char in before)
