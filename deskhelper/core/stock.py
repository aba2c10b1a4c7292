"""Stock: which counted row an order's goods belong to, and what is left of it (D-LATE-7, D-URGE-1.2).

A row was counted at a moment; what left the shop since is taken off, so that an old count is not taken for today's.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant
from deskhelper.core.search_keys import normalise

RATE_DAYS = 7
"""How many days back the pace of sales is taken from."""
FEWEST_SALES = 5
"""With fewer orders in those days no pace is told: it would be chance."""
SOON_DAYS = 3
"""Stock that lasts less than this is warned of, whatever the shop set."""


class Goods(Struct, frozen=True):
    """What is sold, as an order or a stock list names it; a stock row may leave any part blank."""

    title: str = ""
    spec: str = ""
    product_id: str = ""
    sku_code: str = ""

    @property
    def is_named(self) -> bool:
        """Whether anything says which goods these are."""
        return bool(self.title or self.product_id or self.sku_code)


class StockRow(Struct, frozen=True, kw_only=True):
    """A counted row: `quantity` pieces at `counted_at`. `shop` empty: of any shop. `id` 0: not stored yet.

    `warn_at`: warn when no more than so many pieces are free, None where the shop set nothing.
    """

    goods: Goods
    quantity: int
    counted_at: Instant
    warn_at: int | None = None
    shop: str = ""
    id: int = 0


class Moved(Struct, frozen=True):
    """What the orders say of a row: pieces shipped since the count, pieces that orders to ship need, and the pace.

    `sold` pieces were ordered in the last RATE_DAYS; None where the orders at hand do not cover those days, or are
    too few to tell a pace.
    """

    shipped: int = 0
    needed: int = 0
    sold: int | None = None


class StockState(StrEnum):
    """How a row stands: `short` of what waiting orders need, `low` by the shop's limit or the pace, or enough."""

    SHORT = "short"
    LOW = "low"
    ENOUGH = "enough"


class StockLevel(Struct, frozen=True):
    """A row and what the orders say of it."""

    row: StockRow
    moved: Moved

    @property
    def on_hand(self) -> int:
        """Pieces in the warehouse: counted, less what was shipped since."""
        return max(0, self.row.quantity - self.moved.shipped)

    @property
    def free(self) -> int:
        """Pieces that no waiting order needs; below nought the shop is short of so many."""
        return self.on_hand - self.moved.needed

    @property
    def days_left(self) -> float | None:
        """How many days the free pieces last at the pace of the last week, None where no pace can be told."""
        if not self.moved.sold:
            return None
        return max(0, self.free) * RATE_DAYS / self.moved.sold

    @property
    def state(self) -> StockState:
        """How the row stands."""
        if self.free < 0:
            return StockState.SHORT
        is_low = self.row.warn_at is not None and self.free <= self.row.warn_at
        lasts = self.days_left
        is_low = is_low or (lasts is not None and lasts < SOON_DAYS)
        return StockState.LOW if is_low else StockState.ENOUGH

    def can_serve(self, quantity: int, is_waiting: bool) -> bool | None:
        """Tell whether an order of `quantity` pieces can be shipped; `is_waiting`: it is among those that need stock.

        None where there is some, but not for every order that waits: who is served first is the shop's to say.
        """
        if self.on_hand < quantity:
            return False
        if self.free >= (0 if is_waiting else quantity):
            return True
        return None


class StockBook:
    """Finds the row that goods belong to: by merchant's code, else by product number and variant, else by title.

    A shop's own row goes before one of any shop; a name that two rows share names neither.
    """

    def __init__(self, rows: Iterable[StockRow]) -> None:
        self._of: dict[tuple[str, ...], StockRow | None] = {}
        for row in rows:
            for key in dict.fromkeys(_keys(row.goods)):
                place = (row.shop, *key)
                self._of[place] = None if place in self._of else row

    def row_for(self, goods: Goods, shop: str) -> StockRow | None:
        """Return the row of `goods` sold by `shop`, None where nobody counted them."""
        for owner in dict.fromkeys((shop, "")):
            for key in _searched(goods):
                row = self._of.get((owner, *key))
                if row is not None and not _differ(row.goods.sku_code, goods.sku_code):
                    return row
        return None


def goods_key(goods: Goods) -> tuple[str, ...]:
    """Return what makes two orders' goods the same to a stock list."""
    return next(_keys(goods), ("",))


def window_start(now: Instant) -> Instant:
    """Return where the days begin from which the pace of sales is taken."""
    return now - RATE_DAYS * DAY


def _keys(goods: Goods) -> Iterator[tuple[str, ...]]:
    """Yield the names that a row goes by, the surest first. Without a variant it stands for all, if nothing is surer.

    The second and third are for orders whose file has no merchant's codes.
    """
    sku, title, spec = normalise(goods.sku_code), normalise(goods.title), normalise(goods.spec)
    if sku:
        yield "sku", goods.product_id, sku
    if goods.product_id and (spec or not sku):
        yield "id", goods.product_id, spec
    if title and (spec or not (sku or goods.product_id)):
        yield "title", title, spec


def _searched(goods: Goods) -> Iterator[tuple[str, ...]]:
    sku, title, spec = normalise(goods.sku_code), normalise(goods.title), normalise(goods.spec)
    if sku:
        yield "sku", goods.product_id, sku
        yield "sku", "", sku
    if goods.product_id:
        yield "id", goods.product_id, spec
        yield "id", goods.product_id, ""
    if title:
        yield "title", title, spec
        yield "title", title, ""


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and normalise(one) != normalise(other)
