"""The user's own mapping of a foreign table: which columns it must have, and what follows from one that it has."""

from collections.abc import Mapping
from typing import Literal

from deskhelper.core.export_profile import ORDER_COLUMNS, TRACE_COLUMNS

MappedKind = Literal["orders", "traces"]
"""What the user may say that a table of nobody's holds."""

MAPPED_KINDS: tuple[MappedKind, ...] = ("orders", "traces")

ESSENTIAL: dict[MappedKind, tuple[str, ...]] = {"orders": ("order_no",), "traces": ("tracking_no", "words")}
"""Without these columns nothing can be imported."""

WANTED: dict[MappedKind, tuple[str, ...]] = {"orders": ("status", "grouped_at"), "traces": ("time",)}
"""Columns that the desk can do without, at a price: no status, no countdown; only whole traces in one cell."""

FIRST: dict[MappedKind, tuple[str, ...]] = {kind: ESSENTIAL[kind] + WANTED[kind] for kind in MAPPED_KINDS}
"""Where several fields guess the same column, these go first."""

TRACES_ALONE = frozenset(TRACE_COLUMNS) - frozenset(ORDER_COLUMNS)
"""The fields that only traces have."""

_TWINS = (("grouped_at", "paid_at"), ("paid_at", "grouped_at"))


def kind_of(mapping: Mapping[str, str]) -> MappedKind:
    """Return what the table of a `mapping` (field to header) holds: traces have fields that orders have not."""
    return "traces" if any(mapping.get(field) for field in TRACES_ALONE) else "orders"


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
