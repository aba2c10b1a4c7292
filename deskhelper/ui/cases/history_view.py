"""The order's earlier replies and promises, below the reply."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.log import CopiedReply, StoredPromise
from deskhelper.core.moments import Instant, short_time
from deskhelper.services.orders import OrderCardContent
from deskhelper.ui.kit import HLine, IconLabel, label
from deskhelper.ui.theme import Theme

SHOWN = 5


class HistoryView(QFrame):
    """Shows what was promised to this buyer and what was said; nothing at all where there is nothing."""

    promise_kept = Signal(int)

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._rows: list[QWidget] = []
        self._shown: tuple[list[StoredPromise], list[CopiedReply]] = ([], [])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 16)
        self._column.setSpacing(8)
        self.hide()

    @property
    def has_copies(self) -> bool:
        """Whether any reply to this buyer was copied."""
        return bool(self._shown[1])

    def show_order(self, content: OrderCardContent | None, now: Instant) -> None:
        """Show the last replies and the promises of an order."""
        promises = content.promises if content else []
        copies = content.copies[:SHOWN] if content else []
        if (promises, copies) == self._shown:
            return
        self._shown = (promises, copies)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        if promises:
            self._add(HLine())
            self._add(label(self.tr("Promised to this buyer"), "remark"))
            for promise in promises:
                self._add(self._promise(promise, now))
        if copies:
            self._add(HLine())
            self._add(label(self.tr("Told before"), "remark"))
            for copy in copies:
                self._add(self._copy(copy))
        self.setVisible(bool(self._rows))

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self._column.addWidget(row)

    def _promise(self, promise: StoredPromise, now: Instant) -> QWidget:
        row = QFrame()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        box = QCheckBox(promise.text)
        box.setChecked(promise.closed_at is not None)
        box.setEnabled(promise.closed_at is None)
        box.setToolTip(self.tr("Tick once it is kept"))
        box.setProperty("promise", promise.id)
        box.toggled.connect(self._on_box_toggled)
        is_late = promise.closed_at is None and promise.due_at < now
        due = label(short_time(promise.due_at, self._zone), "remark")
        due.setProperty("tone", "bad" if is_late else "")
        layout.addWidget(box, 1)
        layout.addWidget(due)
        return row

    def _copy(self, copy: CopiedReply) -> QWidget:
        row = QFrame()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconLabel(self._theme, "message-square", "faint", 14))
        when = short_time(copy.copied_at, self._zone)
        head.addWidget(label(f"{when} · {copy.agent}" if copy.agent else when, "remark"))
        head.addStretch(1)
        words = label(copy.text, "muted", wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(head)
        column.addWidget(words)
        return row

    def _on_box_toggled(self, is_kept: bool) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox) and is_kept:
            self.promise_kept.emit(int(box.property("promise")))
