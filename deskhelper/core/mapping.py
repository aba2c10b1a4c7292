"""The user's own mapping of a foreign table: which columns it must have, and what follows from one that it has."""

from collections.abc import Mapping

ESSENTIAL = "order_no"
"""Without this column nothing can be imported."""

WANTED = ("status", "grouped_at")
"""Columns that the desk can do without, at a price: no status, no countdown."""

FIRST = (ESSENTIAL, *WANTED)
"""Where several fields guess the same column, these go first."""

_TWINS = (("grouped_at", "paid_at"), ("paid_at", "grouped_at"))


def completed(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return `mapping` (field to header) with payment and grouped time standing in for each other where one is missing.

    Other platforms do not group: their orders are paid and due for shipping at the same moment.
    """
    made = {field: header for field, header in mapping.items() if header}
    for field, other in _TWINS:
        if field in mapping and mapping[field] and other not in made:
            made[other] = mapping[field]
    return made


def lacking(mapping: Mapping[str, str]) -> list[str]:
    """Return which of the essential and wanted fields have no column in `mapping`, the essential one first."""
    made = completed(mapping)
    return [field for field in FIRST if field not in made]
