"""Product alerts: goods that several buyers complain about alike, each with its orders (D-LOGI-9)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from deskhelper.core.alerts import ProductAlert, Report
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.services.board_tables import KIND_WORDS
from deskhelper.services.boards import AlertBoard, BoardService
from deskhelper.ui.boards.row import MOMENT, Cell, Column, Row
from deskhelper.ui.boards.section import BoardSection
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme

translate = QCoreApplication.translate


def alert_columns(lang: Lang) -> list[Column]:
    """Return the columns of the board."""
    kinds = tuple(words.within(lang) for words in KIND_WORDS.values())
    return [
        Column(translate("Boards", "Product"), 50),
        Column(translate("Boards", "What buyers say"), 22, 0, True, whole=kinds, is_pill=True),
        Column(translate("Boards", "Variant"), 24, 1),
        Column(translate("Boards", "Orders"), 10, 1, True, is_number=True, is_named=True),
        Column(translate("Boards", "Last"), 14, 1, True, whole=MOMENT),
    ]


class AlertSection(BoardSection):
    """Enter unfolds an alert, and opens an order below it; A says that an alert was seen, or takes that back."""

    def __init__(
        self, boards: Callable[[], BoardService], theme: Theme, lang: Lang, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, lang, alert_columns(lang), parent=parent)
        self._boards = boards
        self._alerts: list[ProductAlert] = []
        self._unfolded: set[str] = set()
        self.key_line.show_words(self.tr("Enter orders · A seen · E export"))

    def work(self) -> Callable[[Callable[[], bool]], Any]:
        """Return what reads the board."""
        boards = self._boards()
        return lambda _is_cancelled: boards.read_alerts()

    def show_result(self, result: AlertBoard) -> None:
        """Show what was read; what was unfolded stays so."""
        self.is_read, self._alerts = True, result.alerts
        self.counted.emit(result.unseen)
        orders = sum(len(alert.reports) for alert in result.alerts)
        tone = Tone.BAD if result.unseen else Tone.NEUTRAL
        new = self.tr("%n not seen yet", "", result.unseen) if result.unseen else ""
        value = f"{len(result.alerts):,}" if result.alerts else ""
        self.figures[0].show_words(value, self.tr("Products in question"), new, tone)
        words = self.tr("more than {count} orders of one product in {days} days")
        source = words.format(count=result.more_than, days=result.days)
        self.figures[1].show_words(f"{orders:,}" if orders else "", self.tr("Orders that speak of them"), source)
        self._show_rows()
        if not result.alerts:
            sentence = self.tr(
                "From cases, after-sale reasons and orders that you mark as rated 1 (Ctrl+M on the order): more than "
                "{count} of one product in {days} days."
            ).format(count=result.more_than, days=result.days)
            self.empty.show_words("circle-check", self.tr("No product stands out"), sentence)

    def open_row(self) -> None:
        """Unfold or fold an alert; open an order."""
        row = self.table.row
        if row is None:
            return
        if isinstance(row.subject, Report):
            self.order_wanted.emit(row.subject.order.platform, row.subject.order.order_no)
            return
        self._unfolded ^= {row.key}
        self._show_rows()

    def press(self, key: str) -> None:
        """A: seen or not; Right and Left unfold and fold."""
        row = self.table.row
        if key == "A" and row is not None:
            self._turn_seen(self._alert_of(row))
        elif key in ("Left", "Right") and row is not None and isinstance(row.subject, ProductAlert):
            is_open = row.key in self._unfolded
            if is_open is (key == "Left"):
                self.open_row()

    def _turn_seen(self, alert: ProductAlert) -> None:
        if alert.is_seen:
            self._boards().unsee(alert)
        else:
            self._boards().see(alert)
            self.said.emit(self.tr("Seen. The alert comes back with a further order."))
        self.read_wanted.emit()

    def _alert_of(self, row: Row) -> ProductAlert:
        if isinstance(row.subject, ProductAlert):
            return row.subject
        return next(alert for alert in self._alerts if row.subject in alert.reports)

    def _show_rows(self) -> None:
        at = self.table.currentIndex().row()
        rows = []
        for alert in self._alerts:
            head = self._head(alert)
            rows.append(head)
            if head.key in self._unfolded:
                rows += [self._of_report(head.key, report) for report in alert.reports]
        self.model.show_rows(lambda offset, limit: rows[offset : offset + limit], len(rows))
        self.show_table(not rows)
        self.table.go_to(at)

    def _head(self, alert: ProductAlert) -> Row:
        tone = Tone.NEUTRAL if alert.is_seen else Tone.BAD
        said = KIND_WORDS[alert.kind].within(self.lang)
        said = self.tr("{words}, seen").format(words=said) if alert.is_seen else said
        zone = self._boards().zone
        return Row(
            f"{alert.kind}:{alert.product}",
            (
                Cell(alert.goods.title or alert.goods.product_id, is_strong=True), Cell(said, tone),
                Cell("、".join(alert.specs)), Cell(f"{len(alert.reports):,}", is_strong=True),
                Cell(short_time(alert.since, zone), is_quiet=True),
            ),
            alert,
        )  # fmt: skip

    def _of_report(self, key: str, report: Report) -> Row:
        zone = self._boards().zone
        return Row(
            f"{key}:{report.order.platform}:{report.order.order_no}",
            (
                Cell(report.order.order_no), Cell(""), Cell(report.goods.spec), Cell(""),
                Cell(short_time(report.at, zone), is_quiet=True),
            ),
            report,
            depth=1,
        )  # fmt: skip
