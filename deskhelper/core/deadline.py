"""When an order must ship, by all that counts: the file's time, the marks of its goods, the shop's hours."""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.figures import days_in_force
from deskhelper.core.marks import MarksInForce, OrderMarks, marks_in_force
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import Order, ShipPromise, Status, ship_promise
from deskhelper.core.policy import Policy
from deskhelper.core.terms import ShopTerms

NO_MARKS = OrderMarks()

FIGURES = ("ship.promise_hours", "presale.max_days")
"""The figures of the policy that move deadlines."""


class ShipTerms(Struct, frozen=True):
    """What decides when the orders of a shop must ship: its terms, and how long a presale may run at most.

    `most_days` is presale.max_days in force; it counts for the product rules alone.
    """

    terms: ShopTerms
    most_days: float | None = None

    @property
    def has_rules(self) -> bool:
        """Whether the shop marks orders by product."""
        return bool(self.terms.custom_goods or self.terms.presale_goods)

    def marks_of(self, order: Order, marks: OrderMarks) -> MarksInForce:
        """Return the marks that count for `order`: those by hand (`marks`), else the product rules."""
        return marks_in_force(order, marks, self.terms.custom_goods, self.terms.presale_goods, self.most_days)

    def promise_of(self, order: Order, marks: OrderMarks) -> ShipPromise | None:
        """Return when `order` must ship, `marks` being those by hand. Every deadline that is shown comes from here."""
        return promise_in_force(order, self.terms, self.marks_of(order, marks))

    def seconds_for(self, title: str, spec: str, product_id: str, sku_code: str) -> int | None:
        """Return the seconds from grouping to shipping for goods nobody marked by hand, None where it is not known.

        A rule gives days and never a date, so one number holds for all orders of the goods.
        """
        goods = Order(
            platform="", shop="", order_no="", status=Status.TO_SHIP, product=title, spec=spec, product_id=product_id,
            sku_code=sku_code, grouped_at=0,
        )  # fmt: skip
        promise = self.promise_of(goods, NO_MARKS)
        return None if promise is None else promise.at

    @property
    def usual_seconds(self) -> int | None:
        """The seconds from grouping to shipping for goods that no rule marks, None where nobody set the hours."""
        return None if self.terms.promise_hours is None else self.terms.promise_hours * HOUR


ShipTermsOf = Callable[[str], ShipTerms]
"""Gives what decides when the orders of a shop, by its name, must ship."""


def ship_terms(terms: ShopTerms, policy: Callable[[], Policy | None]) -> ShipTerms:
    """Return the ship terms of a shop; the figures are asked for only where a rule of the shop needs one."""
    return ShipTerms(terms, days_in_force(policy(), FIGURES[1]) if terms.presale_goods else None)


def promise_in_force(order: Order, terms: ShopTerms, marks: MarksInForce) -> ShipPromise | None:
    """Return when `order` must ship: the file's time; else, for marked goods, the presale's end; else the shop's hours.

    Custom goods and presales go by the time on the page (ship.promise_hours): where nobody said it, it is not known.
    """
    if order.promised_ship_by is not None or not (marks.is_custom or marks.presale):
        return ship_promise(order, terms.promise_hours)
    ends_at = marks.presale.ends_at(order.grouped_at) if marks.presale else None
    if ends_at is None:
        return None
    return ShipPromise(ends_at, _hours_until(ends_at, order.grouped_at), True)


def _hours_until(ends_at: Instant, grouped_at: Instant | None) -> int | None:
    hours = 0 if grouped_at is None else round((ends_at - grouped_at) / HOUR)
    return hours if hours > 0 else None
