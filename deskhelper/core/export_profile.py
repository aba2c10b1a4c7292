"""How a platform writes its export files: header synonyms, status words and quirks, all of it data (exports.md)."""

from typing import Literal

from msgspec import Struct

from deskhelper.core.order import AfterSale, Status
from deskhelper.core.text import Text

ORDER_COLUMNS = (
    "order_no",
    "status",
    "after_sale",
    "product",
    "spec",
    "product_id",
    "sku_code",
    "quantity",
    "paid_fen",
    "refund_fen",
    "paid_at",
    "grouped_at",
    "promised_ship_by",
    "shipped_at",
    "received_at",
    "courier",
    "tracking_no",
    "receiver",
    "phone",
    "province",
    "buyer_note",
    "shop_note",
    "shop",
    "kinds",
    "parcel",
)
"""What a column of an order file can hold. `kinds` (how many different goods) and `parcel` (courier and tracking
number in one cell) are read but not kept as such."""

CHECKED_COLUMNS = ("style_id",)
"""Ids of an order file that are not kept, only looked at: that Excel has destroyed them is told."""

AFTER_SALE_COLUMNS = (
    "after_sale_no",
    "order_no",
    "after_sale",
    "kind",
    "refund_fen",
    "applied_at",
    "agreed_at",
    "return_tracking_no",
    "reason",
)
"""What a column of an after-sales file can hold."""

TRACE_COLUMNS = ("tracking_no", "courier", "time", "words", "status", "place", "order_no")
"""What a column of a file of carriers' traces can hold; `order_no` is only recognised, a parcel goes by its number."""

STOCK_COLUMNS = ("title", "spec", "product_id", "sku_code", "quantity", "warn_at", "counted_at", "shop")
"""What a column of a stock list can hold."""

FileKind = Literal["orders", "after_sales", "traces", "stock"]

COLUMNS_OF: dict[FileKind, tuple[str, ...]] = {
    "orders": ORDER_COLUMNS,
    "after_sales": AFTER_SALE_COLUMNS,
    "traces": TRACE_COLUMNS,
    "stock": STOCK_COLUMNS,
}
REQUIRED_OF: dict[FileKind, tuple[str, ...]] = {
    "orders": ("order_no",),
    "after_sales": ("order_no", "after_sale_no"),
    "traces": ("tracking_no", "words"),
    "stock": ("quantity",),
}
"""The fields without which a header is not of this kind."""


class StatusWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The platform's words for one status, with the after-sale state they tell of, if any."""

    words: list[str]
    status: Status
    after_sale: AfterSale | None = None


class AfterSaleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The platform's words for one after-sale state."""

    words: list[str]
    after_sale: AfterSale


class SeveralLines(Struct, frozen=True, forbid_unknown_fields=True):
    """An order stands on several lines: how its amounts add up, and whether later lines leave its cells blank."""

    amounts: Literal["sum", "first"]
    blank_below: bool = False


class ExportProfile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of export file of one platform.

    `columns` names, per field, the headers that hold it, best first: where a file has several of them, a blank
    cell falls back to the next. `signs` are headers that only this platform writes. Headers in `never`, and any
    with a word of `never_containing`, are not read at all. A header with one of `not_with` is never this kind of file.
    `hints` are parts of headers that speak for this kind where nobody knows the table.
    `file_names` are patterns such as
    `orders_export{yyyy}-{MM}-{dd}` that tell the time of the export.
    """

    platform: str
    title: Text
    kind: FileKind = "orders"
    rank: int = 100
    is_generic: bool = False
    file_names: list[str] = []
    columns: dict[str, list[str]]
    signs: list[str] = []
    not_with: list[str] = []
    hints: list[str] = []
    ignored: list[str] = []
    never: list[str] = []
    never_containing: list[str] = []
    status_words: list[StatusWords] = []
    after_sale_words: list[AfterSaleWords] = []
    empty_cells: list[str] = []
    wrapped_cells: bool = False
    tracking_prefixes: list[str] = []
    order_no_shape: str = ""
    dated_order_no: bool = False
    several_lines: SeveralLines | None = None
    titles_joined_by: str = ""
    summary_words: list[str] = []


class ColumnGuess(Struct, frozen=True):
    """What the columns of a file hold by their names, field to header; `never`: indexes of the never-kept columns."""

    mapping: dict[str, str] = {}
    never: list[int] = []


class FileLook(Struct, kw_only=True):
    """A first look at a file, for the preview in which the user maps its columns.

    `mapping` is the guess, field to header; `rows` are the first data rows as text, never-kept columns blanked;
    `platform` is None when no profile recognises the header: `kind` is then a guess, and `as_traces` the columns if
    the table held parcel traces, `as_stock` if it were a stock list. `never` are the indexes of the never-kept columns.
    """

    file: str
    header_row: int
    header: list[str]
    rows: list[list[str]]
    platform: str | None
    kind: FileKind
    mapping: dict[str, str]
    signature: str
    never: list[int] = []
    as_traces: ColumnGuess | None = None
    as_stock: ColumnGuess | None = None


def profile_faults(profile: ExportProfile) -> list[str]:
    """Return what is wrong with `profile`, each as one sentence; empty when it is sound."""
    allowed = (*COLUMNS_OF[profile.kind], *CHECKED_COLUMNS)
    faults = [f"columns: unknown field {name!r}" for name in profile.columns if name not in allowed]
    essential = REQUIRED_OF[profile.kind][0]
    if essential not in profile.columns:
        faults.append(f"columns: no headers for {essential}")
    seen: dict[str, tuple[Status, AfterSale | None]] = {}
    for entry in profile.status_words:
        for word in entry.words:
            meaning = (entry.status, entry.after_sale)
            if seen.setdefault(word, meaning) != meaning:
                faults.append(f"status_words: {word!r} has two meanings")
    states: dict[str, AfterSale] = {}
    for group in profile.after_sale_words:
        for word in group.words:
            if states.setdefault(word, group.after_sale) != group.after_sale:
                faults.append(f"after_sale_words: {word!r} has two meanings")
    kept = {header for headers in profile.columns.values() for header in headers}
    faults += [f"never: {header!r} is mapped to a field too" for header in profile.never if header in kept]
    return faults
