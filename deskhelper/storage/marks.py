"""Marks that agents set on orders, to and from the database. Imports never touch them."""

import msgspec

from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.marks import OrderMarks
from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database
from deskhelper.storage.order_deadlines import set_marked

_MARKS = msgspec.json.Decoder(OrderMarks)


class MarkStore:
    """Reads and writes the marks of orders over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_order(self, platform: str, order_no: str) -> OrderMarks:
        """Return the marks of an order; none set where nobody did."""
        kept = self._database.value(
            "SELECT marks FROM order_marks WHERE order_no = ? AND platform = ?", (order_no, platform)
        )
        return OrderMarks() if kept is None else _MARKS.decode(kept)

    def save(self, platform: str, order_no: str, marks: OrderMarks, now: Instant, ship_terms_of: ShipTermsOf) -> None:
        """Keep the marks of an order, and set its deadline by them; without any mark nothing is kept."""
        with self._database.transaction() as connection:
            if marks == OrderMarks():
                connection.execute("DELETE FROM order_marks WHERE order_no = ? AND platform = ?", (order_no, platform))
            else:
                connection.execute(
                    "INSERT OR REPLACE INTO order_marks (order_no, platform, marks, changed_at) VALUES (?, ?, ?, ?)",
                    (order_no, platform, msgspec.json.encode(marks).decode(), now),
                )
            set_marked(connection, [(platform, order_no)], ship_terms_of)
