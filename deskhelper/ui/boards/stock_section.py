"""Stock: what is there, what orders need, how long it lasts; counted by a list or typed in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import short_time
from deskhelper.core.stock import StockLevel, StockState
from deskhelper.core.text import Lang
from deskhelper.services.board_tables import NOT_COUNTED, STATE_WORDS
from deskhelper.services.stock import StockBoard, StockService, not_counted
from deskhelper.ui.boards.row import MOMENT, Cell, Column, Row
from deskhelper.ui.boards.section import BoardSection
from deskhelper.ui.boards.stock_form import StockForm
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme

translate = QCoreApplication.translate
ON_HAND, WARN_AT = 3, 7
_TONES = {StockState.SHORT: Tone.BAD, StockState.LOW: Tone.WARN, StockState.ENOUGH: Tone.OK}


def stock_columns(lang: Lang) -> list[Column]:
    """Return the columns of the board."""
    states = tuple(words.within(lang) for words in (*STATE_WORDS.values(), NOT_COUNTED))
    return [
        Column(translate("Boards", "Product"), 34),
        Column(translate("Boards", "Variant"), 20, 1),
        Column(translate("Boards", "State"), 11, 0, True, whole=states, is_pill=True),
        Column(translate("Boards", "On hand"), 10, 1, True, is_number=True, is_named=True),
        Column(translate("Boards", "Needed"), 9, 2, True, is_number=True, is_named=True),
        Column(translate("Boards", "Free"), 9, 2, True, is_number=True, is_named=True),
        Column(translate("Boards", "Lasts"), 10, 1, True, is_number=True, is_named=True),
        Column(translate("Boards", "Warn at"), 9, 2, is_number=True, is_named=True),
        Column(translate("Boards", "Counted at"), 14, 2, is_named=True, whole=MOMENT),
    ]


class StockSection(BoardSection):
    """Enter counts a row anew in place, W sets when to warn; N adds goods, Del takes a row away, Z puts it back."""

    def __init__(
        self,
        stock: Callable[[], StockService],
        zone: Any,
        theme: Theme,
        lang: Lang,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lang, stock_columns(lang), parent=parent)
        self._stock = stock
        self._zone = zone
        self._removed: StockLevel | None = None
        self._sets_warning = False
        self.model.is_editable = self._is_editable
        self.model.input_words = self._input_words
        self.model.take_input = self._take_input
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.empty.action_requested.connect(self._on_empty_action_requested)
        self.key_line.show_words(self.tr("Enter count · W warn at · N add goods · Del remove · I import · E export"))

    def work(self) -> Callable[[Callable[[], bool]], Any]:
        """Return what reads the board."""
        stock = self._stock()
        return lambda _is_cancelled: stock.read()

    def show_result(self, result: StockBoard) -> None:
        """Show what was read: what is short first, then what nobody counted."""
        self.is_read = True
        self.counted.emit(result.warned)
        self._show_figures(result)
        rows = [self._row(level) for level in result.levels]
        rows += [self._row(not_counted(goods, needed)) for goods, needed in result.uncounted]
        at = self.table.currentIndex().row()
        self.model.show_rows(lambda offset, limit: rows[offset : offset + limit], len(rows))
        if not rows:
            sentence = self.tr("Import a stock list (XLSX or CSV), or press N to count goods by hand.")
            self.empty.show_words("package", self.tr("No stock counted yet"), sentence, self.tr("Import a list…"))
        self.show_table(not rows)
        self.table.go_to(at)

    def open_row(self) -> None:
        """Count the row anew, in place."""
        self._edit(warning=False)

    def press(self, key: str) -> None:
        """W: warn at; N: add goods; Delete: take away; Z: put back; I: import a list."""
        level = self._subject
        if key == "W" and level is not None and level.row.id:
            self._edit(warning=True)
        elif key == "N":
            self._add()
        elif key == "Delete" and level is not None and level.row.id:
            self._removed = level
            self._carry_out(lambda: self._stock().remove(level))
            self.said.emit(self.tr("Removed {product}. Z puts it back.").format(product=level.row.goods.title))
        elif key == "Z" and self._removed is not None:
            removed, self._removed = self._removed, None
            self._carry_out(lambda: self._stock().restore(removed))
        elif key == "I":
            self._on_empty_action_requested()
        else:
            super().press(key)

    def ask(self, form: StockForm) -> bool:
        """Show the form; tell whether it was filled in."""
        return bool(form.exec())

    @property
    def _subject(self) -> StockLevel | None:
        row = self.table.row
        return row.subject if row is not None and isinstance(row.subject, StockLevel) else None

    def _edit(self, warning: bool) -> None:
        self._sets_warning = warning
        self.table.delegate.input_column = WARN_AT if warning else ON_HAND
        index = self.table.currentIndex()
        if index.isValid():
            self.table.edit(index)

    def _is_editable(self, row: Row) -> bool:
        return isinstance(row.subject, StockLevel)

    def _input_words(self, row: Row) -> str:
        assert isinstance(row.subject, StockLevel)
        level = row.subject
        if self._sets_warning:
            return "" if level.row.warn_at is None else str(level.row.warn_at)
        return str(level.on_hand) if level.row.id else ""

    def _take_input(self, row: Row, words: str) -> None:
        assert isinstance(row.subject, StockLevel)
        level, pieces = row.subject, int(words) if words.strip() else None
        if self._sets_warning:
            self._carry_out(lambda: self._stock().warn_at(level, pieces))
        elif pieces is not None:
            kept = level.row
            self._carry_out(lambda: self._stock().count(kept.goods, pieces, kept.warn_at, kept.shop))

    def _add(self) -> None:
        form = StockForm(self)
        if self.ask(form):
            goods, pieces, warn_at = form.goods, form.pieces, form.warn_at
            self._carry_out(lambda: self._stock().count(goods, pieces, warn_at))
        form.deleteLater()

    def _carry_out(self, verb: Callable[[], None]) -> None:
        try:
            verb()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.read_wanted.emit()
        self.changed.emit()

    def _row(self, level: StockLevel) -> Row:
        row, lasts, is_counted = level.row, level.days_left, bool(level.row.id)
        state = Cell(STATE_WORDS[level.state].within(self.lang), _TONES[level.state])
        if not is_counted:
            state = Cell(NOT_COUNTED.within(self.lang), Tone.ACCENT)
        days = "" if lasts is None else self.tr("%n day(s)", "", int(lasts))
        goods = row.goods
        code = goods.sku_code or goods.product_id
        return Row(
            f"{row.id}:{row.shop}:{goods.product_id}:{goods.sku_code}:{goods.title}:{goods.spec}",
            (
                Cell(goods.title or code, is_strong=True),
                Cell(" · ".join(filter(None, (goods.spec, code if goods.title else ""))), is_quiet=True),
                state,
                Cell(f"{level.on_hand:,}" if is_counted else "—", is_strong=True),
                Cell(f"{level.moved.needed:,}" if level.moved.needed else ""),
                Cell(f"{level.free:,}" if is_counted else ""),
                Cell(days),
                Cell("" if row.warn_at is None else f"{row.warn_at:,}"),
                Cell(short_time(row.counted_at, self._zone) if is_counted else "", is_quiet=True),
            ),
            level,
        )

    def _show_figures(self, board: StockBoard) -> None:
        short = sum(level.state is StockState.SHORT for level in board.levels)
        low = sum(level.state is StockState.LOW for level in board.levels)
        shown = bool(board.levels)
        self.figures[0].show_words(f"{len(board.levels):,}" if shown else "", self.tr("Counted"))
        self.figures[1].show_words(
            f"{short:,}" if shown else "", self.tr("Not enough for waiting orders"), "",
            Tone.BAD if short else Tone.NEUTRAL,
        )  # fmt: skip
        self.figures[2].show_words(
            f"{low:,}" if shown else "", self.tr("Running low"), "", Tone.WARN if low else Tone.NEUTRAL
        )
        pieces = sum(needed for _, needed in board.uncounted)
        words = self.tr("{count} pieces needed").format(count=f"{pieces:,}") if pieces else ""
        value = f"{len(board.uncounted):,}" if board.uncounted else ""
        self.figures[3].show_words(value, self.tr("Waiting goods not counted"), words)

    def _on_empty_action_requested(self) -> None:
        self.hand_over_wanted.emit("import", None)
