"""The reply as the buyer will read it: slots marked, gaps as blanks to click, findings underlined; edited in place."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskhelper.core.outgoing import Finding
from deskhelper.core.text import Part, joined
from deskhelper.ui.cases.finding_words import tone_of
from deskhelper.ui.cases.reply_body import Piece, ReplyBody
from deskhelper.ui.cases.reply_editor import ReplyEditor
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme

BLANK = "\u00a0" * 12


class ReplyText(InColumn, QFrame):
    """Shows the parts of a reply; a click on a slot asks for its field. While it is edited, its editor is shown."""

    slot_requested = Signal(str)
    edited = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[Part] = []
        self._findings: list[Finding] = []
        self._editor: ReplyEditor | None = None
        self.is_editing = False
        self.body = ReplyBody(theme)
        self.body.slot_clicked.connect(self.slot_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.addWidget(self.body)

    @property
    def editor(self) -> ReplyEditor:
        """The field in which the reply is edited, made with the first edit."""
        if self._editor is None:
            self._editor = ReplyEditor(self._theme)
            self._editor.edited.connect(self.edited)
            self._editor.entered.connect(self.entered)
            self._editor.hide()
            self._column.addWidget(self._editor)
        return self._editor

    def show_parts(self, parts: list[Part], findings: list[Finding]) -> None:
        """Show the parts of a reply, with what is found in it underlined."""
        if self.is_editing and self._editor is not None:
            self._follow(joined(parts), findings)
        if parts != self._parts or findings != self._findings:
            self._parts, self._findings = parts, findings
            self._draw()

    def show_words(self, words: str) -> None:
        """Show a remark in place of a reply."""
        self.end_edit()
        self._parts, self._findings = [], []
        self.body.show_pieces([Piece(words, ink="muted")])
        self.setAccessibleName(words)

    def start_edit(self, start: int = 0, end: int = 0) -> None:
        """Let the agent edit the reply, with the characters from `start` to `end` selected."""
        if not self._parts:
            return
        editor = self.editor
        editor.load(joined(self._parts))
        editor.show_findings(self._findings)
        self.is_editing = True
        self._column.setContentsMargins(0, 0, 0, 0)
        self.body.hide()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if end > start:
            editor.choose(start, end)

    def end_edit(self) -> None:
        """Show the reply as it will leave."""
        if self.is_editing and self._editor is not None:
            self.is_editing = False
            self._editor.hide()
            self._column.setContentsMargins(14, 12, 14, 12)
            self.body.show()

    def _follow(self, text: str, findings: list[Finding]) -> None:
        """Take what was changed elsewhere into the editor; while it is empty, it stays empty."""
        editor = self.editor
        if editor.toPlainText().strip() or not editor.hasFocus():
            editor.load(text)
        editor.show_findings(findings if editor.toPlainText() == text else [])

    def _draw(self) -> None:
        self.body.show_pieces([_piece(words, part, finding) for words, part, finding in self._pieces()])
        self.setAccessibleName("".join(part.words or "" for part in self._parts))

    def _pieces(self) -> Iterator[tuple[str, Part, Finding | None]]:
        """Yield the reply cut where a part or a finding begins or ends."""
        at = 0
        for part in self._parts:
            words = joined([part])
            end = at + len(words)
            inside = [finding for finding in self._findings if finding.start < end and at < finding.end]
            cuts = {at, end, *(min(max(one.start, at), end) for one in inside), *(min(one.end, end) for one in inside)}
            places = sorted(cuts)
            for first, last in pairwise(places):
                hit = next((one for one in inside if one.start <= first and last <= one.end), None)
                yield words[first - at : last - at], part, hit
            at = end


def _piece(words: str, part: Part, finding: Finding | None) -> Piece:
    slot = part.slot or ""
    shown = words if part.slot is None or part.words else BLANK
    if finding is not None:
        tone = tone_of(finding)
        return Piece(shown, ink=tone, ground=f"{tone}_soft", is_underlined=True, slot=slot)
    ground = "" if part.slot is None else "slot" if part.words else "bad_soft"
    return Piece(shown, ground=ground, slot=slot)
