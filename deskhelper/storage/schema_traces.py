"""Step 3: carriers' traces, marks on orders, and why a buyer opened an after-sale.

A trace stands under its tracking number, or under `platform:order number` where there is none; it names no row of an
order, so no import can lose it. Its events are JSON in one row: an order switch reads a whole trace by one key.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


def create_traces(tables: "Tables") -> None:
    """Create the tables of traces and marks, and the column of after-sale reasons."""
    trace = {"parcel": str, "courier": str, "looked_at": int, "events": str, "last_at": int, "last_scan": str}
    tables.create_table("traces", trace, pk="parcel", not_null=set(trace) - {"last_at", "last_scan", "parcel"})
    marks = {"order_no": str, "platform": str, "marks": str, "changed_at": int}
    tables.create_table("order_marks", marks, pk=("order_no", "platform"), not_null=set(marks))
    tables.table("after_sales").add_column("reason", str, not_null_default="")
