"""The platform's after-sales records: kept beside the orders, the latest one tells the order's after-sale state.

A record may come before its order; it is kept and applied when the order arrives.
"""

import json

from msgspec import Struct, field

from deskhelper.core.imported import AfterSaleRecord, ImportedAfterSale
from deskhelper.core.moments import Instant
from deskhelper.storage.dictionaries import Dictionary
from deskhelper.storage.order_codec import AFTER_SALE_RANK, Row, deadline
from deskhelper.storage.order_deadlines import PromiseSeconds
from deskhelper.storage.sqlite import Connection

_COLUMNS = (
    "platform", "after_sale_no", "order_no", "after_sale", "after_sale_text", "kind", "refund_fen", "applied_at",
    "agreed_at", "return_tracking_no", "reason", "seen_at",
)  # fmt: skip

_LOOK_UP = f"""
SELECT {", ".join(f"a.{name}" for name in _COLUMNS)}
FROM json_each(?) j JOIN after_sales a ON a.after_sale_no = j.value AND a.platform = ?
"""
_WRITE = f"INSERT OR REPLACE INTO after_sales ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_LATEST = """
SELECT o.id, a.after_sale, a.after_sale_text, a.refund_fen, a.seen_at, o.after_sale, o.after_sale_text, o.seen_at,
    o.status, o.promised_ship_by, o.grouped_at, o.shop, o.product
FROM json_each(?) j
CROSS JOIN orders o INDEXED BY orders_number ON o.order_no = j.value AND o.platform = ?
JOIN after_sales a ON (a.after_sale_no, a.platform) = (
    SELECT b.after_sale_no, b.platform FROM after_sales b WHERE b.order_no = o.order_no AND b.platform = o.platform
    ORDER BY b.applied_at DESC, b.after_sale_no DESC LIMIT 1)
"""
_SET = """
UPDATE orders SET after_sale = ?, after_sale_text = ?, refund_fen = coalesce(?, refund_fen), ship_by = ? WHERE id = ?
"""


class WrittenRecords(Struct):
    """What a batch of records did, and the orders (platform, number) whose state may have changed by it."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    orders: set[tuple[str, str]] = field(default_factory=set)


def write_records(
    connection: Connection, batch: list[ImportedAfterSale], fields: frozenset[str], exported_at: Instant | None
) -> WrittenRecords:
    """Insert or update the records of `batch`; a record that is newer in the table stays (counted in `older`)."""
    written = WrittenRecords()
    stored = _stored(connection, batch)
    changed: dict[tuple[str, str], Row] = {}
    for imported in batch:
        key = imported.record.platform, imported.record.after_sale_no
        new, old = _values(imported.record), stored.get(key)
        if old is None:
            written.new += 1
        else:
            new = _merged(old, new, fields)
            if new[:-1] == old[:-1]:
                written.unchanged += 1
                continue
            if exported_at is not None and old[-1] is not None and exported_at < old[-1]:
                written.unchanged += 1
                written.older += 1
                continue
            written.updated += 1
        stored[key] = changed[key] = (*new[:-1], exported_at)
        written.orders.add((imported.record.platform, imported.record.order_no))
    connection.executemany(_WRITE, changed.values())
    return written


def _stored(connection: Connection, batch: list[ImportedAfterSale]) -> dict[tuple[str, str], Row]:
    """Return the stored records that `batch` meets, by platform and after-sale number."""
    asked: dict[str, list[str]] = {}
    for imported in batch:
        asked.setdefault(imported.record.platform, []).append(imported.record.after_sale_no)
    return {
        (row[0], row[1]): row
        for platform, numbers in asked.items()
        for row in connection.execute(_LOOK_UP, (json.dumps(numbers), platform))
    }


def _values(record: AfterSaleRecord) -> Row:
    values = tuple(getattr(record, name) for name in _COLUMNS[:-1])
    return (*values[:3], AFTER_SALE_RANK[record.after_sale], *values[4:], None)


def _merged(old: Row, new: Row, fields: frozenset[str]) -> Row:
    """Return `new` with the stored values where the file has no column."""
    has = fields | ({"after_sale_text"} if "after_sale" in fields else set()) | {"order_no"}
    return tuple(fresh if name in has else before for name, before, fresh in zip(_COLUMNS, old, new, strict=True))


def apply_to_orders(
    connection: Connection,
    platform: str,
    numbers: list[str],
    wordings: Dictionary[str],
    seconds_for: PromiseSeconds,
) -> int:
    """Set the after-sale state of the orders `numbers` from their latest record; return how many orders those were.

    A state that a newer order file told stays; what the record says of the refund is taken all the same.
    """
    found = connection.execute(_LATEST, (json.dumps(numbers), platform)).fetchall()
    changed, blank = [], wordings.id_of("")
    promises = seconds_for([row[-2] for row in found], [row[-1] for row in found])
    for (id_, after_sale, text, refund, told_at, *kept), seconds in zip(found, promises, strict=True):
        known, words, known_at, status, promised, grouped, *_ = kept
        wording = wordings.id_of(text)
        if words != blank and told_at is not None and known_at is not None and told_at < known_at:
            after_sale, wording = known, words
        changed.append((after_sale, wording, refund, deadline(status, after_sale, promised, grouped, seconds), id_))
    wordings.flush(connection)
    connection.executemany(_SET, changed)
    return len(changed)
