"""What is known beside an order, put together for the facts: on the way of every answer and every switch of order."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from deskhelper.core.carriers import Carriers
from deskhelper.core.known import Known
from deskhelper.core.number_reuse import OtherOrder
from deskhelper.core.order import Order
from deskhelper.core.policy import Policy
from deskhelper.storage.database import Database
from deskhelper.storage.known import KnownStore
from deskhelper.storage.stock import StockStore


class KnownService:
    """Reads what is known beside an order. Carriers' names and regions are asked for with the first trace only."""

    def __init__(self, database: Database, policy: Callable[[], Policy], carriers: Callable[[], Carriers]) -> None:
        self._store = KnownStore(database)
        self._stock = StockStore(database)
        self._policy = policy
        self._carriers = carriers

    def of_order(self, order: Order) -> Known:
        """Return trace, marks, debts, after-sale reason, orders under the same number, stock, and the figures.

        Trace and orders of a courier that cannot be the order's are left out: two carriers may use one number.
        """
        known = self._store.of_order(order)
        known = replace(known, same_number=tuple(filter(partial(self._goes_with, order), known.same_number)))
        known = replace(known, stock=self._stock.level_of(order))
        if known.trace is None:
            return replace(known, policy=self._policy())
        carriers = self._carriers()
        is_same = carriers.couriers.may_be_same(order.courier, known.trace.courier)
        trace = known.trace if is_same else None
        return replace(known, trace=trace, policy=self._policy(), regions=carriers.regions)

    def _goes_with(self, order: Order, other: OtherOrder) -> bool:
        """Tell whether both orders may have gone by one courier."""
        if order.courier == other.courier:
            return True
        return self._carriers().couriers.may_be_same(order.courier, other.courier)
