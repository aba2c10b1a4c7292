"""One line of the order list: an order with what the list needs beside it."""

from msgspec import Struct

from deskhelper.core.moments import Instant
from deskhelper.core.order import Order


class OrderLine(Struct, frozen=True):
    """An order as a list shows it.

    `ship_by` is the effective deadline (the file's, else grouped time plus the shop's hours) and None unless the
    order still waits for shipping. `noted`: an agent wrote a note on it. Larger `id` = newer order.
    """

    id: int
    order: Order
    ship_by: Instant | None
    open_cases: int = 0
    noted: bool = False
