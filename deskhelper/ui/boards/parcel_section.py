"""Parcels in anomaly by rule and by courier, and the rate against the platform's limit (D-LOGI-1 to 7)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from deskhelper.core.anomaly import BY_GRAVITY
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.services.board_tables import RULE_WORDS, rule_words
from deskhelper.services.boards import BoardService, ParcelRow
from deskhelper.services.parcel_board import ParcelBoard
from deskhelper.ui.boards.row import MOMENT, ORDER_NUMBER, TRACKING, Cell, Column, Row
from deskhelper.ui.boards.section import BoardSection
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme

translate = QCoreApplication.translate
GRAVE = 3
"""The first so many rules put money or the shop's standing at stake."""
RULES, COURIERS = "rules", "couriers"


def parcel_columns(lang: Lang) -> list[Column]:
    """Return the columns of the board."""
    rules = tuple(rule_words(place).within(lang) for place in range(len(BY_GRAVITY)))
    return [
        Column(translate("Boards", "Order number"), 25, whole=ORDER_NUMBER),
        Column(translate("Boards", "Rule"), 18, 0, True, whole=rules, is_pill=True),
        Column(translate("Boards", "What it is"), 36, 1),
        Column(translate("Boards", "Since"), 12, 1, True, whole=MOMENT),
        Column(translate("Boards", "Courier"), 13, 2),
        Column(translate("Boards", "Tracking number"), 20, 2, whole=TRACKING),
        Column(translate("Boards", "Product"), 20, 3),
    ]


class ParcelSection(BoardSection):
    """Enter opens the case of a parcel; G groups by courier or by rule; M sets the category's mean."""

    def __init__(
        self, boards: Callable[[], BoardService], theme: Theme, lang: Lang, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, lang, parcel_columns(lang), parent=parent)
        self._boards = boards
        self._board: ParcelBoard | None = None
        self._by = RULES
        self.key_line.show_words(
            self.tr("Enter case · O order · ← → group · G rule or courier · M category's mean · E export")
        )

    def work(self) -> Callable[[Callable[[], bool]], Any]:
        """Return what reads the board."""
        return self._boards().read_parcels

    def show_result(self, result: ParcelBoard) -> None:
        """Show what was read, in the group that was chosen."""
        self._board, self.is_read = result, True
        self.counted.emit(len(result.ids))
        self._show_figures(result)
        self._show_groups(self.groups.value)
        if not result.ids:
            self._say_empty(result)

    def choose_group(self, value: object) -> None:
        """Show the parcels of one rule or one courier."""
        board = self._board
        if board is None:
            return
        rule = value if isinstance(value, int) else None
        courier = value if isinstance(value, str) else None
        at = self.table.currentIndex().row()
        ids = board.chosen(rule, courier)
        self.model.show_rows(lambda offset, limit: self._rows(ids[offset : offset + limit]), len(ids))
        self.show_table(not ids)
        self.table.go_to(at)

    def open_row(self) -> None:
        """Go on in the flow of parcel anomalies."""
        row = self._subject
        if row is not None:
            self.flow_wanted.emit(row.line.order.platform, row.line.order.order_no, "parcel_anomaly")

    def press(self, key: str) -> None:
        """O: look at the order; G: group otherwise; M: the category's mean."""
        row = self._subject
        if key == "O" and row is not None:
            self.order_wanted.emit(row.line.order.platform, row.line.order.order_no)
        elif key == "G":
            self._by = COURIERS if self._by == RULES else RULES
            self._show_groups(None)
        elif key == "M":
            self._ask_mean()
        else:
            super().press(key)

    def ask(self, words: str) -> tuple[str, bool]:
        """Ask for a percentage; whether it was given."""
        return QInputDialog.getText(
            self, self.tr("Anomaly limit"),
            self.tr("The mean anomaly rate of your category in percent, as the platform told you (blank: not known)"),
            QLineEdit.EchoMode.Normal, words,
        )  # fmt: skip

    @property
    def _subject(self) -> ParcelRow | None:
        row = self.table.row
        return row.subject if row is not None and isinstance(row.subject, ParcelRow) else None

    def _ask_mean(self) -> None:
        mean = self._board.mean if self._board is not None else None
        words, is_given = self.ask("" if mean is None else f"{mean:g}")
        if not is_given:
            return
        plain = words.strip().rstrip("%％").strip()
        try:
            percent = float(plain) if plain else None
        except ValueError:
            percent = -1.0
        if percent is not None and not 0 <= percent <= 100:
            self.refused.emit(Problem("mean_percent"))
            return
        try:
            self._boards().set_mean(percent)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.read_wanted.emit()

    def _show_groups(self, value: object) -> None:
        board = self._board
        if board is None:
            return
        everything: list[tuple[object, str]] = [(None, self.tr("All {count}").format(count=f"{len(board.ids):,}"))]
        if self._by == RULES:
            everything += [
                (place, f"{rule_words(place).within(self.lang)} {count:,}")
                for place, count in sorted(board.of_rule.items())
            ]
        else:
            everything += [
                (name, self.tr("{courier} {count} of {all}").format(courier=name, count=f"{hit:,}", all=f"{whole:,}"))
                for name, (hit, whole) in board.of_courier.items()
            ]
        kept = value if value in [each for each, _ in everything] else None
        self.groups.show_groups(everything, kept)
        self.choose_group(kept)

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        boards = self._boards()
        return [self._row(row, boards) for row in boards.parcel_rows(ids)]

    def _row(self, row: ParcelRow, boards: BoardService) -> Row:
        order, first = row.line.order, next(iter(row.fired), None)
        rule, reason, since = Cell(""), self.tr("no anomaly any more"), ""
        if first is not None:
            tone = Tone.BAD if BY_GRAVITY.index(first.rule) < GRAVE else Tone.WARN
            rule, reason = Cell(RULE_WORDS[first.rule].within(self.lang), tone), first.reason.within(self.lang)
            since = short_time(first.since, boards.zone)
        return Row(
            f"{order.platform}:{order.order_no}",
            (
                Cell(order.order_no, is_strong=True), rule, Cell(reason), Cell(since, is_quiet=True),
                Cell(row.courier), Cell(order.tracking_no, is_quiet=True), Cell(order.product, is_quiet=True),
            ),
            row,
        )  # fmt: skip

    def _show_figures(self, board: ParcelBoard) -> None:
        """Show counts, and the rate only over parcels with a trace; the limit only where the shop knows the mean."""
        on_the_way, anomaly, rate, limit = self.figures
        counts = board.counts
        traced = self.tr("%n with a trace", "", counts.traced) if counts.on_the_way else ""
        traced = traced.replace(str(counts.traced), f"{counts.traced:,}")
        on_the_way.show_words(f"{counts.on_the_way:,}", self.tr("On the way"), traced)
        untraced = self.tr("and %n slow without a trace", "", counts.untraced) if counts.untraced else ""
        tone = Tone.BAD if counts.in_anomaly else Tone.NEUTRAL
        anomaly.show_words(f"{counts.in_anomaly:,}", self.tr("In anomaly"), untraced, tone)
        is_over = counts.rate is not None and board.limit is not None and counts.rate > board.limit
        share = "" if counts.rate is None else f"{counts.rate:.2f}%"
        tone = Tone.BAD if is_over else Tone.NEUTRAL
        rate.show_words(share, self.tr("Anomaly rate"), self.tr("of the parcels with a trace"), tone)
        dated = "" if board.figure is None else board.figure.dated().within(self.lang)
        value = "" if board.limit is None else f"{board.limit:.2f}%"
        mean = "" if board.mean is None else self.tr("mean {percent}% by the shop").format(percent=f"{board.mean:g}")
        limit.show_words(value, self.tr("Limit (second-level restriction)"), " · ".join(filter(None, (mean, dated))))
        self.note.setText(self.tr("The limit is not shown: press M once the platform has told your category's mean."))
        self.note.setVisible(board.limit is None and counts.traced > 0)

    def _say_empty(self, board: ParcelBoard) -> None:
        if not board.counts.on_the_way:
            sentence = self.tr("Import an order file with Ctrl+O: parcels that were sent are watched from then on.")
            self.empty.show_words("package", self.tr("No parcel on the way"), sentence)
        elif not board.counts.traced:
            sentence = self.tr("Paste a trace on an order (Ctrl+T), or import a file of traces with Ctrl+O.")
            self.empty.show_words("package", self.tr("No trace is known yet"), sentence)
        else:
            sentence = self.tr("Parcels turn up here as soon as a rule fires.")
            self.empty.show_words("circle-check", self.tr("No parcel in anomaly"), sentence)
