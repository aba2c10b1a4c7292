"""The deadlines of orders to ship (`orders.ship_by`) where the file gave none, as core/deadline.py says them.

Goods that no rule marks go by the shop's hours, others by product, orders marked by hand one by one. So a look at a
million orders is a few statements, and without rules and marks an import does no more than add the shop's hours.
"""

import json
from collections.abc import Iterable

import msgspec

from deskhelper.core.deadline import NO_MARKS, ShipTerms, ShipTermsOf
from deskhelper.core.marks import OrderMarks
from deskhelper.core.order import Order, Status
from deskhelper.storage.dictionaries import Dictionaries
from deskhelper.storage.order_codec import REFUNDED, TO_SHIP
from deskhelper.storage.sqlite import Connection

_IS_OPEN = f"status = {TO_SHIP} AND after_sale <> {REFUNDED} AND promised_ship_by IS NULL"
_SET = f"""
UPDATE orders SET ship_by = grouped_at + :seconds
WHERE {_IS_OPEN} AND shop = :shop AND ship_by IS NOT grouped_at + :seconds
AND product {{choice}} (SELECT value FROM json_each(:products))
AND NOT EXISTS (SELECT 1 FROM order_marks m WHERE m.order_no = orders.order_no AND m.platform = orders.platform)
"""
_SET_OTHERS = _SET.format(choice="NOT IN")
_SET_THESE = _SET.format(choice="IN")
_LOOK_UP = f"""
SELECT o.id, o.ship_by, s.name, p.title, p.spec, p.product_id, p.sku_code, o.grouped_at, m.marks
FROM json_each(?) j
CROSS JOIN orders o INDEXED BY orders_number ON o.order_no = j.value ->> 1 AND o.platform = j.value ->> 0
JOIN shops s ON s.id = o.shop
JOIN products p ON p.id = o.product
LEFT JOIN order_marks m ON m.order_no = o.order_no AND m.platform = o.platform
WHERE {_IS_OPEN}
"""
_MARKS = msgspec.json.Decoder(OrderMarks)


class PromiseSeconds:
    """The seconds from grouping to shipping by shop and product, as an import asks for them; texts are its own."""

    def __init__(self, texts: Dictionaries, ship_terms_of: ShipTermsOf) -> None:
        self._texts = texts
        self._ship_terms_of = ship_terms_of
        self._terms: dict[int, ShipTerms] = {}
        self._usual: dict[int, int | None] = {}
        self._of_goods: dict[tuple[int, int], int | None] = {}

    def __call__(self, shops: list[int], products: list[int]) -> list[int | None]:
        """Return the seconds for each pair of shop and product (dictionary ids), None where nobody knows."""
        named = set(shops)
        for shop in named - self._terms.keys():
            self._terms[shop] = self._ship_terms_of(self._texts.shops.key_of(shop)[1])
            self._usual[shop] = self._terms[shop].usual_seconds
        if not any(self._terms[shop].has_rules for shop in named):
            return [*map(self._usual.__getitem__, shops)]
        goods = [*zip(shops, products, strict=True)]
        for pair in set(goods) - self._of_goods.keys():
            self._of_goods[pair] = self._terms[pair[0]].seconds_for(*self._texts.products.key_of(pair[1]))
        return [*map(self._of_goods.__getitem__, goods)]


def recompute(connection: Connection, ship_terms_of: ShipTermsOf) -> int:
    """Reckon every derived deadline anew and return how many changed."""
    known: dict[ShipTerms, dict[int | None, list[int]]] = {}
    changed = 0
    for shop, name in connection.execute("SELECT id, name FROM shops").fetchall():
        terms = ship_terms_of(name)
        if terms not in known:
            known[terms] = _ruled(connection, terms)
        ruled = known[terms]
        others = json.dumps([product for products in ruled.values() for product in products])
        values = {"shop": shop, "seconds": terms.usual_seconds, "products": others}
        changed += connection.execute(_SET_OTHERS, values).rowcount
        for seconds, products in ruled.items():
            values = {"shop": shop, "seconds": seconds, "products": json.dumps(products)}
            changed += connection.execute(_SET_THESE, values).rowcount
    marked = connection.execute("SELECT platform, order_no FROM order_marks").fetchall()
    return changed + set_marked(connection, marked, ship_terms_of)


def _ruled(connection: Connection, terms: ShipTerms) -> dict[int | None, list[int]]:
    """Return the products that go by a rule instead of the shop's hours, by their seconds from grouping."""
    found: dict[int | None, list[int]] = {}
    if terms.has_rules:
        for id_, *goods in connection.execute("SELECT id, title, spec, product_id, sku_code FROM products"):
            seconds = terms.seconds_for(*goods)
            if seconds != terms.usual_seconds:
                found.setdefault(seconds, []).append(id_)
    return found


def set_marked(connection: Connection, orders: Iterable[tuple[str, str]], ship_terms_of: ShipTermsOf) -> int:
    """Set the deadlines of `orders` (platform, number) by their marks of now; return how many changed."""
    wanted = json.dumps([*orders])
    terms: dict[str, ShipTerms] = {}
    changed = []
    for id_, before, shop, title, spec, product_id, sku_code, grouped_at, marks in connection.execute(
        _LOOK_UP, (wanted,)
    ):
        if shop not in terms:
            terms[shop] = ship_terms_of(shop)
        order = Order(
            platform="", shop=shop, order_no="", status=Status.TO_SHIP, product=title, spec=spec,
            product_id=product_id, sku_code=sku_code, grouped_at=grouped_at,
        )  # fmt: skip
        promise = terms[shop].promise_of(order, NO_MARKS if marks is None else _MARKS.decode(marks))
        after = None if promise is None else promise.at
        if after != before:
            changed.append((after, id_))
    connection.executemany("UPDATE orders SET ship_by = ? WHERE id = ?", changed)
    return len(changed)
