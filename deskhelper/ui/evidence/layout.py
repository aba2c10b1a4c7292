"""Where the parts of the evidence page stand: two columns in a wide window, one at a time in the dock."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from deskhelper.core.moments import Instant
from deskhelper.core.text import Lang
from deskhelper.services.evidence import EvidenceView
from deskhelper.ui.evidence.checklist import ChecklistView, PageList
from deskhelper.ui.evidence.clock_card import ClockCard
from deskhelper.ui.evidence.log import LogDelegate, LogModel
from deskhelper.ui.kit import (
    Card,
    EmptyState,
    HLine,
    IconButton,
    ghost_button,
    label,
    primary_button,
)
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page_head import EDGE, PageHead
from deskhelper.ui.theme import Theme

translate = QCoreApplication.translate

TAIL = 6


class EvidenceLayout:
    """The parts of the page and their places. `take_key` is offered every key of the two lists."""

    def __init__(
        self, page: QWidget, theme: Theme, lang: Lang, zone: tzinfo, take_key: Callable[[QKeyEvent], bool]
    ) -> None:
        self._page, self._theme, self._lang = page, theme, lang
        self._is_narrow = False
        self._is_log_first = False
        self.list = ChecklistView(theme, take_key)
        self.log = PageList(take_key)
        self.log_model = LogModel(lang, zone, self.log)
        self._build(theme, lang, zone)
        self._lay_out(theme)

    def show_view(self, view: EvidenceView | None, now: Instant) -> None:
        """Show head, clock and log of a case; None shows what to do."""
        self._body.setVisible(view is not None)
        self.empty.setVisible(view is None)
        for button in (self.add_button, self.paste_button, self._turn_button, self.pack_button):
            button.setEnabled(view is not None)
        if view is None:
            self._head.show_remark("")
            self._key_line.show_words(translate("Evidence", "P prove a pack · Esc back"))
            return
        self._key_line.show_words(
            translate(
                "Evidence", "Ctrl+V paste · A add · Enter open · N note · M move · Del remove · Ctrl+Z undo · L log"
            )
        )
        self._head.show_remark(f"…{view.case.order.order_no[-TAIL:]} · {view.case.flow.title.within(self._lang)}")
        self.clock.show_view(view, now)
        self._show_log(view)
        missing, total = len(view.checklist.missing), len(view.checklist.items)
        self._count.setText(f"{total - missing} / {total}" if total else "")

    def focus(self) -> None:
        """Give the keys to the list that is in sight."""
        (self.log if self._is_narrow and self._is_log_first else self.list).setFocus()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show one list at a time, or both."""
        self._is_narrow = is_narrow
        self._arrange()

    def turn(self) -> None:
        """Go to the other list."""
        if self._is_narrow:
            self._is_log_first = not self._is_log_first
            self._arrange()
            self.focus()
        else:
            (self.list if self.log.hasFocus() else self.log).setFocus()

    def show_list(self) -> bool:
        """Turn from the log back to the list; tell whether it was needed."""
        if self._is_narrow and self._is_log_first:
            self.turn()
            return True
        return False

    def show_progress(self, words: str, share: float) -> None:
        """Show what is on its way, and how far."""
        self._progress.show()
        self._doing.setText(words)
        self._bar.setValue(round(share * 100))

    def hide_progress(self) -> None:
        """Show that nothing is on its way."""
        self._progress.hide()

    def _show_log(self, view: EvidenceView) -> None:
        is_first = not self.log_model.rowCount()
        self.log_model.show_entries(view.log)
        if is_first or not self.log.currentIndex().isValid():
            self.log.scrollToBottom()
        lines = [
            translate("Evidence", "{question} {answer} ({reason})")
            .replace("{question}", one.get("question", ""))
            .replace("{answer}", one.get("answer", ""))
            .replace("{reason}", one.get("reason", "") or translate("Evidence", "time not noted"))
            for one in view.untimed
        ]
        self._untimed.setText("\n".join(lines))
        for part in (self._above_untimed, self._untimed):
            part.setVisible(bool(lines))

    def _arrange(self) -> None:
        self._left.setVisible(not self._is_narrow or not self._is_log_first)
        self._right.setVisible(not self._is_narrow or self._is_log_first)
        self._turn_button.setVisible(self._is_narrow)
        words = translate("Evidence", "List") if self._is_log_first else translate("Evidence", "Log")
        self._turn_button.setText(f"{words}  L")
        self.pack_button.setText(
            translate("Evidence", "Pack") if self._is_narrow else translate("Evidence", "Pack for an appeal    Ctrl+S")
        )

    def _build(self, theme: Theme, lang: Lang, zone: tzinfo) -> None:
        self.back_button = IconButton(theme, "chevron-left", translate("Evidence", "Back to the case  (Esc)"))
        self.add_button = IconButton(theme, "plus", translate("Evidence", "Add files  (A)"))
        self.paste_button = IconButton(theme, "clipboard", translate("Evidence", "Paste a picture or files  (Ctrl+V)"))
        self.verify_button = IconButton(theme, "shield-check", translate("Evidence", "Prove a pack  (P)"))
        self.pack_button = primary_button("")
        self.pack_button.setToolTip(
            translate("Evidence", "Statement, originals and a list of proofs in one ZIP  (Ctrl+S)")
        )
        self._turn_button = ghost_button("")
        self._turn_button.clicked.connect(self.turn)
        self.clock = ClockCard(theme, lang, zone)
        self._count = label(role="remark")
        self._untimed, self._above_untimed = label(role="remark", wraps=True), HLine()
        self._untimed.setContentsMargins(15, 6, 15, 2)
        self._key_line = KeyLine()
        self.empty = EmptyState(theme)
        sentence = translate(
            "Evidence", "Open an order and answer its questions; then Ctrl+J shows what to keep as evidence."
        )
        self.empty.show_words(
            "shield-check", translate("Evidence", "No case is open"), sentence, translate("Evidence", "Back")
        )
        self.log.setModel(self.log_model)
        self.log.setItemDelegate(LogDelegate(theme, lang, zone, self.log))
        self.log.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(translate("Evidence", "Checklist"))
        self.log.setAccessibleName(translate("Evidence", "Log"))
        self._build_progress()

    def _build_progress(self) -> None:
        self._progress = QFrame()
        self._doing = label(role="remark")
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self.stop_button = ghost_button(translate("Evidence", "Stop  Esc"))
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._doing)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop_button)
        self._progress.hide()

    def _lay_out(self, theme: Theme) -> None:
        buttons = (self.add_button, self.paste_button, self.verify_button, self._turn_button, self.pack_button)
        title = translate("Evidence", "Evidence")
        self._head = PageHead(theme, title, actions=buttons, before=self.back_button)
        self._left, self._right = Card(), Card()
        self._fill(self._left, translate("Evidence", "Checklist"), self._count, self.list)
        self._fill(
            self._right, translate("Evidence", "Log of the case"), None, self.log, self._above_untimed, self._untimed
        )
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(self.clock)
        columns = QHBoxLayout()
        columns.setSpacing(10)
        columns.addWidget(self._left, 3)
        columns.addWidget(self._right, 2)
        body.addLayout(columns, 1)
        within = QVBoxLayout()
        within.setContentsMargins(EDGE, 12, EDGE, 12)
        within.setSpacing(10)
        within.addWidget(self._body, 1)
        within.addWidget(self.empty, 1)
        within.addWidget(self._progress)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(within, 1)
        column.addWidget(self._key_line)
        self._arrange()

    def _fill(self, card: Card, title: str, beside: QWidget | None, *parts: QWidget) -> None:
        """Give a card its title and its list."""
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(15, 10, 15, 9)
        head.addWidget(label(title, "heading"), 1)
        if beside is not None:
            head.addWidget(beside, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(parts[0], 1)
        for part in parts[1:]:
            column.addWidget(part)
