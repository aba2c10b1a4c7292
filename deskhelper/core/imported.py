"""What an import hands from the file reader to the store: rows, what was refused, and the count of it all."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, Self

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.stock import StockRow
from deskhelper.core.trace import TraceEvent


class Rejection(Struct, frozen=True):
    """A refused row, or a refused cell of a row that is kept otherwise (`kept`). `row` counts file lines from 1.

    `sheet` names the sheet where several of a workbook were read.
    """

    row: int
    column: str
    problem: Problem
    kept: bool
    cells: list[str] = []
    sheet: str = ""


class ImportedOrder(Struct, array_like=True, gc=False):
    """One order of a file and the file row it stands in."""

    row: int
    order: Order


class OrderColumns(Struct, array_like=True):
    """Many orders of a file, field by field: a million rows go through in columns at a third of the time.

    `rows` are the file rows. `of_field` has a list as long for every field of Order; statuses may be the plain words
    of their enums. Iterating gives the orders one by one.
    """

    rows: list[int]
    of_field: dict[str, list[Any]]

    @classmethod
    def of(cls, orders: Iterable[ImportedOrder]) -> Self:
        """Return the columns of `orders`."""
        kept = list(orders)
        names = Order.__struct_fields__
        return cls([one.row for one in kept], {name: [getattr(one.order, name) for one in kept] for name in names})

    def extend(self, other: "OrderColumns") -> None:
        """Add the orders of `other` at the end."""
        self.rows += other.rows
        for name, values in self.of_field.items():
            values += other.of_field[name]

    def cut(self, size: int) -> "OrderColumns":
        """Take the first `size` orders out and return them."""
        first = OrderColumns(self.rows[:size], {name: values[:size] for name, values in self.of_field.items()})
        del self.rows[:size]
        for values in self.of_field.values():
            del values[:size]
        return first

    def __len__(self) -> int:
        """How many orders there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[ImportedOrder]:
        """Yield the orders with the file rows they stand in."""
        names = [*self.of_field]
        for row, *values in zip(self.rows, *self.of_field.values(), strict=True):
            found: dict[str, Any] = dict(zip(names, values, strict=True))
            found |= {"status": Status(found["status"]), "after_sale": AfterSale(found["after_sale"])}
            yield ImportedOrder(row, Order(**found))


class AfterSaleRecord(Struct, kw_only=True):
    """One line of the platform's after-sales workbook (售后信息). Times are instants, money is fen."""

    platform: str
    after_sale_no: str
    order_no: str
    after_sale: AfterSale
    after_sale_text: str = ""
    kind: str = ""
    refund_fen: int | None = None
    applied_at: Instant | None = None
    agreed_at: Instant | None = None
    return_tracking_no: str = ""
    reason: str = ""


class ImportedAfterSale(Struct):
    """One after-sale of a file and the file row it stands in."""

    row: int
    record: AfterSaleRecord


class ImportedTrace(Struct):
    """Scans of one parcel that one row of a file tells; none: the carrier knew nothing of it."""

    row: int
    tracking_no: str
    courier: str
    events: tuple[TraceEvent, ...]


class ImportedStock(Struct):
    """A counted row of a stock list and the file row it stands in."""

    row: int
    stock: StockRow


Batch = OrderColumns | list[ImportedAfterSale] | list[ImportedTrace] | list[ImportedStock]


class OrderFile(Protocol):
    """An opened foreign file whose header is understood; `exchange.open_order_file` makes it."""

    @property
    def platform(self) -> str:
        """The platform id, such as `pdd`."""
        ...

    @property
    def fields(self) -> frozenset[str]:
        """The Order (or AfterSaleRecord) fields that the file has a column for; others must not be overwritten.

        Where several sheets are read, those of the sheet that the last batch stood in; `column_of` likewise.
        """
        ...

    @property
    def sheet(self) -> str:
        """The sheet that the last batch stood in, empty where there is but one."""
        ...

    @property
    def header(self) -> list[str]:
        """The file's own header, for a file of rejected rows."""
        ...

    @property
    def exported_at(self) -> Instant | None:
        """When the platform wrote the file, from its name; None when the name does not say."""
        ...

    @property
    def shop(self) -> str | None:
        """The shop's name where the file carries one."""
        ...

    @property
    def rejections(self) -> list[Rejection]:
        """What was refused so far; complete once `batches` is exhausted."""
        ...

    @property
    def notes(self) -> list[Problem]:
        """What is to be said of the file as a whole."""
        ...

    def column_of(self, field: str) -> str:
        """The file's own header of `field`, empty where it has no such column."""
        ...

    @property
    def progress(self) -> float:
        """The share of the file that was read, 0 to 1."""
        ...

    def batches(self, size: int = 5000) -> Iterator[Batch]:
        """Yield the rows in batches of at most `size`. Raises WorldError when the file turns out broken."""
        ...


class ImportReport(Struct, kw_only=True):
    """What one file did to the order list, and how many seconds it took.

    `older` rows are counted in `unchanged` too: they met a newer state. `notes` are said to the user.
    """

    file: str
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    other_shop: int = 0
    rejected: list[Rejection] = []
    header: list[str] = []
    seconds: float = 0.0
    notes: list[Problem] = []
