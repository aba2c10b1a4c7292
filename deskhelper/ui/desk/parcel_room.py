"""Connects the order card with the verbs of traces and marks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from deskhelper.core.errors import WorldError
from deskhelper.ui.desk.services import Services
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.orders.marks_menu import MarksMenu
from deskhelper.ui.orders.trace_dialog import TraceDialog


class ParcelRoom(QObject):
    """Opens the dialog for a carrier's trace and the menu of marks for the order on the card."""

    changed = Signal()
    """Something beside the order is known otherwise now."""
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(self, services: Services, card: OrderCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._card = card
        card.trace_requested.connect(self._on_card_trace_requested)
        card.marks_requested.connect(self._on_card_marks_requested)

    def trace_dialog(self) -> TraceDialog:
        """Return the dialog for the order on the card."""
        assert self._card.line is not None
        traces = self._services.open_traces()
        known = traces.of_order(self._card.line.order)
        events = known.events if known else ()
        zone = self._services.clock.zone
        return TraceDialog(events, traces.read, self._services.told, zone, self._card.window())

    def marks_menu(self) -> MarksMenu:
        """Return the menu for the order on the card."""
        assert self._card.line is not None
        clock, marks = self._services.clock, self._services.open_marks()
        order, lang = self._card.line.order, self._card.lang
        return MarksMenu(order, marks, clock.now(), clock.zone, lang, self._carry_out, self._card)

    def ask(self, dialog: TraceDialog) -> bool:
        """Show the dialog; tell whether it was accepted."""
        return bool(dialog.exec())

    def _on_card_trace_requested(self) -> None:
        if self._card.line is None:
            return
        order, dialog = self._card.line.order, self.trace_dialog()
        if self.ask(dialog):
            traces = self._services.open_traces()
            self._carry_out(
                lambda: traces.found_nothing(order) if dialog.found_nothing else traces.paste(order, dialog.text)
            )
        dialog.deleteLater()

    def _on_card_marks_requested(self) -> None:
        if self._card.line is not None:
            button = self._card.marks_button
            menu = self.marks_menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
            menu.open_first()

    def _carry_out(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.changed.emit()
