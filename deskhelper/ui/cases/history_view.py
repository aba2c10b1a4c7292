"""The order's earlier replies and promises, below the reply."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.log import CopiedReply, LetPass, StoredPromise
from deskhelper.core.moments import Instant, short_time
from deskhelper.services.orders import OrderCardContent
from deskhelper.ui.cases.finding_words import rule_title
from deskhelper.ui.cases.sections import titled
from deskhelper.ui.kit import HLine, label
from deskhelper.ui.kit.check import WrappedCheck
from deskhelper.ui.kit.frame import set_property
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.lines import Line, Lines
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.promises.words import state_words
from deskhelper.ui.theme import Theme

SHOWN = 5


class PromiseRow(QFrame):
    """One promise with a box to tick once it is kept, and when it is due."""

    kept = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise = 0
        self._box = WrappedCheck(theme)
        self._box.setToolTip(self.tr("Tick once it is kept"))
        self._due = label(role="remark")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._box, 1)
        row.addWidget(self._due)
        self._box.toggled.connect(self._on_box_toggled)

    def show_promise(self, promise: StoredPromise, now: Instant, zone: tzinfo) -> None:
        """Show `promise`; a broken one is marked."""
        self._promise = promise.id
        is_open = promise.closed_at is None
        self._box.show_words(promise.text, is_ticked=bool(promise.is_kept), is_enabled=is_open)
        is_kept = is_open or promise.is_kept
        self._due.setText(short_time(promise.due_at, zone) if is_kept else state_words(promise))
        set_property(self._due, "tone", "bad" if is_open and promise.due_at < now else "")

    def _on_box_toggled(self, is_kept: bool) -> None:
        if is_kept:
            self.kept.emit(self._promise)


class HistoryView(InColumn, QFrame):
    """Shows what was promised to this buyer and what was said; nothing at all where there is nothing."""

    promise_kept = Signal(int)

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._rows: list[PromiseRow] = []
        self._shown: tuple[list[StoredPromise], list[CopiedReply], list[LetPass], Instant] = ([], [], [], 0)
        """What stands there, and the minute for which."""
        self._promised = QWidget()
        self._promises = titled(self._promised, self.tr("Promised to this buyer"))
        self._told = Lines(theme, self.tr("Told before"))
        self._passed = Lines(theme, self.tr("Let pass by hand"))
        self._lines = (HLine(), HLine())
        self._lay_out()
        self.hide()

    @property
    def has_copies(self) -> bool:
        """Whether any reply to this buyer was copied."""
        return bool(self._shown[1])

    def show_order(self, content: OrderCardContent | None, now: Instant) -> None:
        """Show the last replies and the promises of an order."""
        promises = content.promises if content else []
        copies = content.copies[:SHOWN] if content else []
        let_pass = content.let_pass[:SHOWN] if content else []
        shown = (promises, copies, let_pass, now // 60)
        if shown == self._shown:
            return  # most answers change nothing of what was said before
        self._shown = shown
        with laid_out_once(self.parentWidget(), self):
            self._show(promises, copies, now)
            self._passed.show_lines([Line("shield-check", "faint", *self._pass_words(one)) for one in let_pass])

    def _show(self, promises: list[StoredPromise], copies: list[CopiedReply], now: Instant) -> None:
        while len(self._rows) < len(promises):
            self._add_row()
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(promises))
        for row, promise in zip(self._rows, promises, strict=False):
            row.show_promise(promise, now, self._zone)
        self._told.show_lines([Line("message-square", "faint", copy.text, self._when(copy)) for copy in copies])
        for part, is_shown in zip((self._promised, *self._lines), (promises, promises, copies), strict=True):
            part.setVisible(bool(is_shown))
        self.setVisible(bool(promises or copies))

    def _when(self, copy: CopiedReply) -> str:
        when = short_time(copy.copied_at, self._zone)
        return f"{when} · {copy.agent}" if copy.agent else when

    def _pass_words(self, one: LetPass) -> tuple[str, str]:
        when = short_time(one.at, self._zone)
        words = self.tr("“%1” (%2)").replace("%1", one.overruled.words)
        remark = " · ".join(filter(None, (one.overruled.reason, when, one.agent)))
        return words.replace("%2", rule_title(one.overruled.rule)), remark

    def _add_row(self) -> None:
        row = PromiseRow(self._theme)
        row.kept.connect(self.promise_kept)
        self._rows.append(row)
        self._promises.addWidget(row)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        for part in (self._lines[0], self._promised, self._lines[1], self._told, self._passed):
            column.addWidget(part)
