"""Step 1: orders and what belongs to them.

`orders.id` is chronological: the order's first known time (UTC seconds) shifted left by SEQUENCE_BITS plus a running
number. So "newest first" is the table's own order and every index is in time order within equal keys. Long and
repeated texts stand in dictionaries (products, couriers, wordings, shops), which keeps a row at about 150 bytes.
Times are UTC seconds, money is fen, ranks are those of order_codec.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

SEQUENCE_BITS = 24

GRAM_TOKENS = "ascii tokenchars '!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'".replace("'", "''")
"""Every character that `normalise` leaves belongs to a token: a gram is one token."""

SEARCH_TABLES = """
CREATE VIRTUAL TABLE product_search USING fts5(grams, content='', detail=none, columnsize=0, tokenize='{tokens}');
CREATE VIRTUAL TABLE receiver_search USING fts5(grams, content='', detail=none, columnsize=0, tokenize='{tokens}');
"""

INDEXES = """
CREATE UNIQUE INDEX orders_number ON orders (order_no, platform);
CREATE INDEX orders_number_tail ON orders (number_tail);
CREATE INDEX orders_tracking ON orders (tracking_no COLLATE NOCASE) WHERE tracking_no <> '';
CREATE INDEX orders_tracking_tail ON orders (tracking_tail) WHERE tracking_tail IS NOT NULL;
CREATE INDEX orders_phone_tail ON orders (phone_tail) WHERE phone_tail IS NOT NULL;
CREATE INDEX orders_product ON orders (product);
CREATE INDEX orders_amount ON orders (paid_fen);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_after_sale ON orders (after_sale);
CREATE INDEX orders_courier ON orders (courier);
CREATE INDEX orders_deadline ON orders (ship_by);
CREATE INDEX orders_moving_number ON orders (status, order_no) WHERE status IN (1, 2);
CREATE INDEX orders_moving_product ON orders (status, product) WHERE status IN (1, 2);
CREATE INDEX orders_moving_amount ON orders (status, paid_fen) WHERE status IN (1, 2);
CREATE INDEX orders_moving_after_sale ON orders (status, after_sale) WHERE status IN (1, 2);
CREATE INDEX orders_moving_courier ON orders (status, courier) WHERE status IN (1, 2);
CREATE INDEX orders_disputed ON orders (after_sale, status, order_no, product, paid_fen, courier, ship_by)
    WHERE after_sale IN (1, 2);
CREATE INDEX orders_with_case ON orders (open_cases) WHERE open_cases > 0;
"""


def create_orders(tables: "Tables") -> None:
    """Create the tables of orders, their dictionaries, the search index and what agents add to orders."""
    _create_dictionaries(tables)
    _create_order_table(tables)
    _create_added_tables(tables)
    statements = INDEXES + SEARCH_TABLES.replace("{tokens}", GRAM_TOKENS)
    for statement in filter(None, map(str.strip, statements.split(";\n"))):
        tables.execute(statement)


def _create_dictionaries(tables: "Tables") -> None:
    tables.create_table("shops", {"id": int, "platform": str, "name": str}, pk="id", not_null={"platform", "name"})
    tables.table("shops").create_index(["platform", "name"], unique=True)
    for name in ("couriers", "wordings"):
        tables.create_table(name, {"id": int, "text": str}, pk="id", not_null={"text"})
        tables.table(name).create_index(["text"], unique=True)
    columns = {"id": int, "title": str, "spec": str, "product_id": str, "sku_code": str}
    tables.create_table("products", columns, pk="id", not_null=set(columns) - {"id"})
    tables.table("products").create_index(["title", "spec", "product_id", "sku_code"], unique=True)
    tables.create_table("product_recency", {"product": int, "last_order": int}, pk="product", not_null={"last_order"})


def _create_order_table(tables: "Tables") -> None:
    words = ("platform", "order_no", "tracking_no", "receiver", "phone", "buyer_note", "shop_note")
    references = ("shop", "status_text", "after_sale_text", "product", "courier", "province")
    ranks = ("status", "after_sale", "quantity", "paid_at_is_derived", "open_cases")
    times = ("paid_at", "grouped_at", "promised_ship_by", "shipped_at", "received_at", "ship_by", "seen_at")
    keys = ("paid_fen", "refund_fen", "number_tail", "tracking_tail", "phone_tail")
    columns: dict[str, type] = {"id": int} | dict.fromkeys(words, str)
    columns |= dict.fromkeys((*references, *ranks, *times, *keys), int)
    tables.create_table("orders", columns, pk="id", not_null={*words, *references, *ranks})


def _create_added_tables(tables: "Tables") -> None:
    note = {"platform": str, "order_no": str, "text": str, "changed_at": int}
    tables.create_table("order_notes", note, pk=("order_no", "platform"), not_null=set(note))
    record = {
        "platform": str, "after_sale_no": str, "order_no": str, "after_sale": int, "after_sale_text": str,
        "kind": str, "refund_fen": int, "applied_at": int, "agreed_at": int, "return_tracking_no": str, "seen_at": int,
    }  # fmt: skip
    tables.create_table("after_sales", record, pk=("after_sale_no", "platform"), not_null={"order_no", "after_sale"})
    tables.table("after_sales").create_index(["order_no", "platform"])
    tables.create_table("counters", {"name": str, "value": int}, pk="name", not_null={"value"})
    tables.table("counters").insert({"name": "orders_ever", "value": 0})
