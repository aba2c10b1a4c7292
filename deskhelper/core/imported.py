"""What an import hands from the file reader to the store: rows, what was refused, and the count of it all."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale, Order


class Rejection(Struct, frozen=True):
    """A refused row, or a refused cell of a row that is kept otherwise (`kept`). `row` counts file lines from 1."""

    row: int
    column: str
    problem: Problem
    kept: bool
    cells: list[str] = []


class ImportedOrder(Struct, array_like=True, gc=False):
    """One order of a file and the file row it stands in."""

    row: int
    order: Order


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


class ImportedAfterSale(Struct):
    """One after-sale of a file and the file row it stands in."""

    row: int
    record: AfterSaleRecord


Batch = list[ImportedOrder] | list[ImportedAfterSale]


class OrderFile(Protocol):
    """An opened foreign file whose header is understood; `exchange.open_order_file` makes it."""

    @property
    def platform(self) -> str:
        """The platform id, such as `pdd`."""
        ...

    @property
    def fields(self) -> frozenset[str]:
        """The Order (or AfterSaleRecord) fields that the file has a column for; others must not be overwritten."""
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
    def progress(self) -> float:
        """The share of the file that was read, 0 to 1."""
        ...

    def batches(self, size: int = 5000) -> Iterator[Batch]:
        """Yield the rows in lists of at most `size`. Raises WorldError when the file turns out broken."""
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
