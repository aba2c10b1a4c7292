"""The place where a carrier's trace is pasted: the text, what was understood of it, and one button that keeps it."""

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.moments import short_time
from deskhelper.core.trace import Scan, TraceEvent
from deskhelper.core.trace_text import PastedTrace
from deskhelper.ui.kit import ghost_button, label, primary_button

WIDTH, TEXT_HEIGHT, LIST_HEIGHT = 620, 132, 196

_SCANS: dict[Scan, Any] = {
    Scan.PICKED_UP: QT_TRANSLATE_NOOP("TraceDialog", "Picked up"),
    Scan.IN_TRANSIT: QT_TRANSLATE_NOOP("TraceDialog", "On the way"),
    Scan.OUT_FOR_DELIVERY: QT_TRANSLATE_NOOP("TraceDialog", "Out for delivery"),
    Scan.DELIVERED: QT_TRANSLATE_NOOP("TraceDialog", "Delivered"),
    Scan.RETURNED: QT_TRANSLATE_NOOP("TraceDialog", "Sent back"),
    Scan.PROBLEM: QT_TRANSLATE_NOOP("TraceDialog", "Problem"),
    Scan.OTHER: QT_TRANSLATE_NOOP("TraceDialog", "Other"),
}


class TraceDialog(QDialog):
    """Reads what is pasted at once with `read`, which raises WorldError for what is no trace.

    Accepted: `text` is to be kept, or `found_nothing` says that the carrier knows nothing of the parcel.
    """

    def __init__(
        self,
        events: tuple[TraceEvent, ...],
        read: Callable[[str], PastedTrace],
        told: Callable[[Problem], str],
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = events
        self._read, self._told, self._zone = read, told, zone
        self.found_nothing = False
        self.text_field = QPlainTextEdit()
        self.list = QTreeWidget()
        self.remark = label(role="muted", wraps=True)
        self.keep_button = primary_button(self.tr("Keep"))
        self.nothing_button = ghost_button(self.tr("The carrier has no record"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._dress()
        self._lay_out()
        self._connect()
        self._on_text_field_changed()

    @property
    def text(self) -> str:
        """What was pasted."""
        return self.text_field.toPlainText()

    def _dress(self) -> None:
        self.setWindowTitle(self.tr("Carrier's trace"))
        self.text_field.setPlaceholderText(self.tr("Paste the carrier's lines here, newest first or last."))
        self.text_field.setAccessibleName(self.tr("Carrier's trace"))
        self.text_field.setFixedHeight(TEXT_HEIGHT)
        self.text_field.setTabChangesFocus(True)
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setProperty("variant", "sheet")
        self.list.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(LIST_HEIGHT)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Carrier's trace"), "title"))
        layout.addWidget(self.text_field)
        layout.addWidget(self.remark)
        layout.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.nothing_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.keep_button)
        layout.addLayout(buttons)
        self.resize(WIDTH, self.sizeHint().height())
        self.keep_button.setDefault(True)
        self.text_field.setFocus()

    def _connect(self) -> None:
        self.text_field.textChanged.connect(self._on_text_field_changed)
        self.keep_button.clicked.connect(self.accept)
        self.nothing_button.clicked.connect(self._on_nothing_button_clicked)
        self.cancel_button.clicked.connect(self.reject)

    def _on_text_field_changed(self) -> None:
        if not self.text.strip():
            self.keep_button.setEnabled(False)
            self._show_events(self._known, self.tr("Known so far: %n scan(s).", "", len(self._known)))
            return
        try:
            pasted = self._read(self.text)
        except WorldError as error:
            self.keep_button.setEnabled(False)
            self._show_events((), self._told(error.problem))
            return
        self.keep_button.setEnabled(True)
        words = self.tr("The carrier knows nothing of this parcel.")
        if pasted.events:
            words = self.tr("%n scan(s) understood.", "", len(pasted.events))
        self._show_events(pasted.events, words)

    def _show_events(self, events: tuple[TraceEvent, ...], remark: str) -> None:
        """Show `events`, the newest on top."""
        self.remark.setText(remark)
        self.list.clear()
        for event in reversed(events):
            name = self.tr("To be fetched") if event.waits else self.tr(_SCANS[event.scan])
            self.list.addTopLevelItem(QTreeWidgetItem([short_time(event.at, self._zone), name, event.words]))
        for column in range(2):
            self.list.resizeColumnToContents(column)

    def _on_nothing_button_clicked(self) -> None:
        self.found_nothing = True
        self.accept()
