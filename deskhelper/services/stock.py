"""What the agent does with stock: look at it, count goods, set when to warn, take a row away."""

from pathlib import Path

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.stock import Goods, Moved, StockLevel, StockRow, StockState
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.stock import StockStore

MOST_PIECES = 99_999_999

_BY_NEED = {StockState.SHORT: 0, StockState.LOW: 1, StockState.ENOUGH: 2}


class StockBoard(Struct, frozen=True):
    """All stock, what is short first; then the goods that orders to ship need and nobody counted, with their pieces."""

    levels: list[StockLevel]
    uncounted: list[tuple[Goods, int]]

    @property
    def warned(self) -> int:
        """How many rows are short or low."""
        return sum(level.state is not StockState.ENOUGH for level in self.levels)


class StockService:
    """Reads and sets stock. `read` and `recount` may run on any thread: they open a connection of their own."""

    def __init__(self, path: Path, database: Database, clock: Clock) -> None:
        self._path = path
        self._store = StockStore(database)
        self._clock = clock

    def read(self) -> StockBoard:
        """Reckon all stock by the orders as they are and return it; a second or so for a million orders."""
        with Database(self._path, self._clock.now()) as database:
            store = StockStore(database)
            if store.has_rows():
                store.keep(store.reckoned(self._clock.now()))
            return StockBoard(sorted(store.levels(), key=_urgency), store.uncounted())

    def count(self, goods: Goods, quantity: int, warn_at: int | None = None, shop: str = "") -> None:
        """Keep that so many pieces of `goods` are there now. `read` reckons it by the orders afterwards.

        Raises WorldError `stock_unnamed`, `stock_pieces`.
        """
        if not goods.is_named:
            raise WorldError("stock_unnamed")
        self._check(quantity)
        row = StockRow(goods=goods, quantity=quantity, counted_at=self._clock.now(), warn_at=warn_at, shop=shop)
        self._store.save([row])

    def warn_at(self, level: StockLevel, warn_at: int | None) -> None:
        """Warn when no more than so many pieces are free; None: not by a number. Raises WorldError `stock_pieces`."""
        if warn_at is not None:
            self._check(warn_at)
        self._store.set_warning(level.row.id, warn_at)

    def remove(self, level: StockLevel) -> None:
        """Take a row away: nothing is known of the stock of these goods any more."""
        self._store.remove(level.row.id)

    def restore(self, level: StockLevel) -> None:
        """Put a row back that was taken away, as it was counted then."""
        self._store.save([level.row])

    def _check(self, pieces: int) -> None:
        if not 0 <= pieces <= MOST_PIECES:
            raise WorldError("stock_pieces", most=MOST_PIECES)


def not_counted(goods: Goods, needed: int) -> StockLevel:
    """Return goods that nobody counted as a row of the board: id 0, with what waiting orders need."""
    return StockLevel(StockRow(goods=goods, quantity=0, counted_at=0), Moved(needed=needed))


def _urgency(level: StockLevel) -> tuple[int, float, str]:
    lasts = level.days_left
    return _BY_NEED[level.state], float(level.free) if lasts is None else lasts, level.row.goods.title
