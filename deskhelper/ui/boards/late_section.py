"""Overdue orders and those due soon, with what is at stake by the platform's figures (D-LATE-3, D-LATE-4)."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from deskhelper.core.moments import duration, short_time
from deskhelper.core.money import format_price
from deskhelper.core.policy import Figure as PolicyFigure
from deskhelper.core.text import Lang
from deskhelper.services.boards import BoardService, LateBoard, LateRow
from deskhelper.ui.boards.row import MOMENT, ORDER_NUMBER, Cell, Column, Row
from deskhelper.ui.boards.section import BoardSection
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.orders.words import after_sale_tag, countdown_tag, spec_words
from deskhelper.ui.theme import Theme

translate = QCoreApplication.translate
MOST_TICKED = 5000
BY_TIME, BY_STAKE = "time", "stake"


def late_columns() -> list[Column]:
    """Return the columns of the board."""
    return [
        Column(translate("Boards", "Order number"), 26, whole=ORDER_NUMBER),
        Column(translate("Boards", "Time"), 16, 0, True),
        Column(translate("Boards", "At stake"), 10, 1, True, is_number=True),
        Column(translate("Boards", "Product"), 34, 1),
        Column(translate("Boards", "Paid"), 11, 2, True, is_number=True, is_named=True),
        Column(translate("Boards", "Ordered at"), 14, 2, is_named=True, whole=MOMENT),
        Column(translate("Boards", "After-sale"), 12, 2),
    ]


class LateSection(BoardSection):
    """Enter goes on in the flow of late shipment, U in that of a buyer who urges; ticked orders go to be told."""

    def __init__(
        self,
        boards: Callable[[], BoardService],
        theme: Theme,
        lang: Lang,
        due_hours: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lang, late_columns(), can_tick=True, parent=parent)
        self._boards = boards
        self._due_hours = due_hours
        self._board: LateBoard | None = None
        self.groups.show_groups(
            [(BY_TIME, self.tr("Most overdue first")), (BY_STAKE, self.tr("Most at stake first"))], BY_TIME
        )
        self.groups.hide()
        self.table.ticks_changed.connect(self._tell_hint)
        self._tell_hint()

    def work(self) -> Callable[[Callable[[], bool]], Any]:
        """Return what reads the board."""
        boards = self._boards()
        return lambda _is_cancelled: boards.read_late()

    def show_result(self, result: LateBoard) -> None:
        """Show what was read; ticks stay."""
        self._board, self.is_read = result, True
        sums = result.sums
        self.counted.emit(sums.overdue)
        self._show_figures(result)
        self._show_rows()
        self.groups.setVisible(bool(result.ids))
        if not result.ids:
            hours = self.tr("Orders turn up here %n hour(s) before they must ship.", "", self._due_hours())
            self.empty.show_words("circle-check", self.tr("Nothing overdue, nothing due soon"), hours)

    def choose_group(self, value: object) -> None:
        """Sort by time or by stake."""
        self._show_rows()

    def open_row(self) -> None:
        """Go on in the flow of late shipment, for an order in time in that of a buyer who urges."""
        row = self._subject
        if row is not None:
            self._open(row, "late_shipment" if row.left < 0 else "urge_shipment")

    def press(self, key: str) -> None:
        """U: the buyer wrote; O: look at the order; T: tell the ticked ones; S: sort; Ctrl+A: tick all."""
        row = self._subject
        if key == "U" and row is not None:
            self._open(row, "urge_shipment")
        elif key == "O" and row is not None:
            self.order_wanted.emit(row.line.order.platform, row.line.order.order_no)
        elif key == "T":
            self._tell_buyers()
        elif key == "S":
            self.groups.step(1)
        elif key == "Ctrl+A" and self._board is not None:
            self.model.tick_rows(self._rows(self._ids[:MOST_TICKED]))
            self._tell_hint()
        else:
            super().press(key)

    @property
    def _subject(self) -> LateRow | None:
        row = self.table.row
        return row.subject if row is not None and isinstance(row.subject, LateRow) else None

    @property
    def _ids(self) -> "array[int]":
        assert self._board is not None
        return self._board.by_stake if self.groups.value == BY_STAKE else self._board.ids

    def _open(self, row: LateRow, flow: str) -> None:
        self.flow_wanted.emit(row.line.order.platform, row.line.order.order_no, flow)

    def _tell_buyers(self) -> None:
        """Hand the ticked orders, else the one at hand, to the page that tells buyers of a delay (D-PRO-4)."""
        rows = [*self.model.ticked.values()] or [row for row in [self.table.row] if row is not None]
        orders = [row.subject.line.order for row in rows if isinstance(row.subject, LateRow)]
        if orders:
            self.hand_over_wanted.emit("notices", [(order.platform, order.order_no) for order in orders])

    def _show_rows(self) -> None:
        at = self.table.currentIndex().row()
        if self._board is not None:
            ids = self._ids
            self.model.show_rows(lambda offset, limit: self._rows(ids[offset : offset + limit]), len(ids))
            self.show_table(not ids)
            self.table.go_to(at)

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        boards = self._boards()
        return [self._row(row, boards) for row in boards.late_rows(ids)]

    def _row(self, row: LateRow, boards: BoardService) -> Row:
        order, tag = row.line.order, after_sale_tag(row.line.order)
        ordered = order.grouped_at if order.grouped_at is not None else order.paid_at
        return Row(
            f"{order.platform}:{order.order_no}",
            (
                Cell(order.order_no, is_strong=True),
                self._time_cell(row),
                Cell("" if row.stake_fen is None else format_price(row.stake_fen), is_strong=row.left < 0),
                Cell(f"{order.product} {spec_words(order)}".strip()),
                Cell("" if order.paid_fen is None else format_price(order.paid_fen), is_quiet=True),
                Cell("" if ordered is None else short_time(ordered, boards.zone), is_quiet=True),
                Cell("") if tag is None else Cell(tag.words, tag.tone),
            ),
            row,
        )

    def _time_cell(self, row: LateRow) -> Cell:
        """Return the countdown as the list of orders has it; an order that was shipped meanwhile has none."""
        tag = countdown_tag(row.line, (row.line.ship_by or 0) - row.left, self._due_hours())
        return Cell("") if tag is None else Cell(tag.words, tag.tone)

    def _show_figures(self, board: LateBoard) -> None:
        overdue, lost, saved = self.figures[:3]
        sums = board.sums
        hours = self.tr("%n hour(s) in all", "", sums.late_hours) if sums.overdue else ""
        hours = hours.replace(str(sums.late_hours), f"{sums.late_hours:,}")
        overdue.show_words(f"{sums.overdue:,}", self.tr("Overdue"), hours, Tone.BAD if sums.overdue else Tone.NEUTRAL)
        dated = _dated(board.compensation, self.lang)
        lost.show_words(
            format_price(sums.overdue_fen) if sums.overdue else "", self.tr("Compensation by the platform"), dated
        )
        words = self.tr("At stake within %n hour(s): {count}", "", self._due_hours()).format(count=f"{sums.due:,}")
        saved.show_words(format_price(sums.due_fen) if sums.due else "", words, dated)
        self._show_fine(board)

    def _show_fine(self, board: LateBoard) -> None:
        """Warn of the platform's own fine, before it starts and while it runs; the figure is unsettled and says so."""
        sums, words = board.sums, []
        if sums.fine_soon and sums.next_fine is not None:
            left = duration(sums.next_fine - board.now, self.lang)
            words.append(self.tr("{count} next, the first in {time}").format(count=f"{sums.fine_soon:,}", time=left))
        value = f"{sums.fined:,}" if sums.fined else "0" if words else ""
        source = " · ".join(filter(None, [*words, _dated(board.fine, self.lang)]))
        self.figures[3].show_words(value, self.tr("Fined by the platform"), source, Tone.WARN)

    def _tell_hint(self) -> None:
        ticked = len(self.model.ticked)
        if ticked:
            told = self.tr("T tell %n ticked · Space tick · Ctrl+A all or none", "", ticked)
        else:
            told = self.tr("Enter late case · U buyer urges · O order · Space tick · T tell · S sort · E export")
        self.key_line.show_words(told)


def _dated(figure: PolicyFigure | None, lang: Lang) -> str:
    return "" if figure is None else figure.dated().within(lang)
