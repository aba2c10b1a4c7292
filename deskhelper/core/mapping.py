"""The user's own mapping of a foreign table: which columns it must have, and what follows from one that it has."""

from collections.abc import Mapping
from typing import Literal

from deskhelper.core.export_profile import ORDER_COLUMNS, TRACE_COLUMNS

MappedKind = Literal["orders", "traces", "stock"]
"""What the user may say that a table of nobody's holds."""

MAPPED_KINDS: tuple[MappedKind, ...] = ("orders", "traces", "stock")

ESSENTIAL: dict[MappedKind, tuple[str, ...]] = {
    "orders": ("order_no",),
    "traces": ("tracking_no", "words"),
    "stock": ("quantity",),
}
"""Without these columns nothing can be imported."""

WANTED: dict[MappedKind, tuple[str, ...]] = {
    "orders": ("status", "grouped_at"),
    "traces": ("time",),
    "stock": ("sku_code", "title"),
}
"""Columns that the desk can do without, at a price: no status, no countdown; only whole traces in one cell; no
merchant's code or title, goods are found by what is there."""

FIRST: dict[MappedKind, tuple[str, ...]] = {kind: ESSENTIAL[kind] + WANTED[kind] for kind in MAPPED_KINDS}
"""Where several fields guess the same column, these go first."""

TRACES_ALONE = frozenset(TRACE_COLUMNS) - frozenset(ORDER_COLUMNS)
"""The fields that only traces have."""

STOCK_ALONE = frozenset({"title", "warn_at", "counted_at"})
"""The fields by which a mapping is known as that of a stock list: orders call the goods `product`."""

_TWINS = (("grouped_at", "paid_at"), ("paid_at", "grouped_at"))


def kind_of(mapping: Mapping[str, str]) -> MappedKind:
    """Return what the table of a `mapping` (field to header) holds: traces have fields that orders have not.

    A table without order numbers that counts goods is a stock list.
    """
    if any(mapping.get(field) for field in TRACES_ALONE):
        return "traces"
    is_stock = mapping.get("quantity") and not mapping.get("order_no")
    return "stock" if is_stock or any(mapping.get(field) for field in STOCK_ALONE) else "orders"


def completed(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return `mapping` (field to header) with payment and grouped time standing in for each other where one is missing.

    Other platforms do not group: their orders are paid and due for shipping at the same moment.
    """
    made = {field: header for field, header in mapping.items() if header}
    for field, other in _TWINS:
        if field in mapping and mapping[field] and other not in made:
            made[other] = mapping[field]
    return made


def lacking(mapping: Mapping[str, str], kind: MappedKind = "orders") -> list[str]:
    """Return which of the essential and wanted fields have no column in `mapping`, the essential ones first."""
    made = completed(mapping)
    return [field for field in FIRST[kind] if field not in made]
