"""What a row of a file does to the stored row of the same order: which is newer, and which values stay.

Rows are content rows of order_codec. Newer is decided by the files' export times; where a name does not say these, by
when the goods left and arrived, then by the progress of the status, and money that was paid back stays so. So
importing an old file after a new one changes nothing. A cell that is blank, or that was refused, erases nothing.
"""

from enum import Enum
from operator import itemgetter

from deskhelper.core.moments import DAY, HOUR, Instant
from deskhelper.core.order import Status
from deskhelper.storage.dictionaries import Dictionaries
from deskhelper.storage.order_codec import PLACE, REFUNDED, STATUS_RANK, Row

_GOES_WITH = {"status": "status_text", "after_sale": "after_sale_text", "paid_at": "paid_at_is_derived"}
_PRODUCT_FIELDS = ("product", "spec", "product_id", "sku_code")
_MOVES = ("shipped_at", "received_at")
_KEPT_WHEN_BLANK = tuple(
    PLACE[name]
    for name in (
        "tracking_no", "receiver", "phone", "paid_fen", "grouped_at", "promised_ship_by", "shipped_at", "received_at",
    )
)  # fmt: skip
_BLANK = (None, "")
_MASKABLE = (PLACE["receiver"], PLACE["phone"])
_STATUS, _PAID, _DERIVED = PLACE["status"], PLACE["paid_at"], PLACE["paid_at_is_derived"]
_COURIER, _TRACKING, _PRODUCT, _PROVINCE = (PLACE[name] for name in ("courier", "tracking_no", "product", "province"))
_UNKNOWN = STATUS_RANK[Status.UNKNOWN]
_AFTER_SALE = PLACE["after_sale"]


class Verdict(Enum):
    """What a row turned out to be against the stored one."""

    UNCHANGED = "unchanged"
    OLDER = "older"
    UPDATED = "updated"


class Merge:
    """The rules for one file: `fields` are the Order fields that it has, `exported_at` is when it was written."""

    def __init__(self, fields: frozenset[str], exported_at: Instant | None, texts: Dictionaries) -> None:
        names = (fields | {_GOES_WITH[name] for name in fields & _GOES_WITH.keys()}) - set(_PRODUCT_FIELDS)
        self._places = sorted(PLACE[name] for name in names & PLACE.keys() if PLACE[name] > 2)
        self._moves = [PLACE[name] for name in _MOVES if name in fields]
        self._product_fields = [place for place, name in enumerate(_PRODUCT_FIELDS) if name in fields]
        self._covered = itemgetter(*self._places, _STATUS, _STATUS)
        self._exported_at = exported_at
        self._fields = fields
        self._products = texts.products
        self._blank = texts.wordings.id_of("")
        self._merged_products: dict[tuple[int, int], int] = {}

    def __call__(self, stored: Row, seen_at: Instant | None, new: Row) -> tuple[Verdict, Row]:
        """Return the verdict on `new` and the content that the list has afterwards."""
        product = stored[_PRODUCT]
        if product != new[_PRODUCT]:
            product = self._product(product, new[_PRODUCT])
        if self._covered(stored) == self._covered(new) and product == stored[_PRODUCT]:
            return Verdict.UNCHANGED, stored
        merged = self._merged(stored, new, product)
        if merged == stored:
            return Verdict.UNCHANGED, stored
        if self._is_older(stored, seen_at, merged):
            return Verdict.OLDER, stored
        return Verdict.UPDATED, merged

    def _product(self, stored: int, new: int) -> int:
        """Return the product whose fields are those of the file where it has them, else the stored ones.

        A blank cell of the same goods is no news of them: their ids are lost once Excel has saved the file.
        """
        found = self._merged_products.get((stored, new))
        if found is None:
            old, fresh = self._products.key_of(stored), self._products.key_of(new)
            is_same = fresh[0] in ("", old[0])
            title, spec, product_id, sku_code = (
                after if place in self._product_fields and (after or not is_same) else before
                for place, (before, after) in enumerate(zip(old, fresh, strict=True))
            )
            found = self._products.id_of((title, spec, product_id, sku_code))
            self._merged_products[stored, new] = found
        return found

    def _merged(self, stored: Row, new: Row, product: int) -> Row:
        values = list(stored)
        for place in self._places:
            values[place] = new[place]
        values[_PRODUCT] = product
        if values[_STATUS] >= stored[_STATUS]:
            for place in _KEPT_WHEN_BLANK:
                if values[place] in _BLANK:
                    values[place] = stored[place]
            if values[_PAID] is None:
                values[_PAID], values[_DERIVED] = stored[_PAID], stored[_DERIVED]
            if values[_PROVINCE] == self._blank:
                values[_PROVINCE] = stored[_PROVINCE]
            if not new[_TRACKING]:
                values[_COURIER] = stored[_COURIER]
        for place in _MASKABLE:
            if "*" in values[place] and stored[place] and "*" not in stored[place]:
                values[place] = stored[place]
        if values[_DERIVED] and stored[_PAID] is not None and not stored[_DERIVED]:
            values[_PAID], values[_DERIVED] = stored[_PAID], stored[_DERIVED]
        return tuple(values)

    def _is_older(self, stored: Row, seen_at: Instant | None, new: Row) -> bool:
        if self._is_sure(seen_at):
            return self._is_written_before(seen_at)
        before, after = self._last_move(stored), self._last_move(new)
        if before != after:
            return after < before
        if _UNKNOWN not in (stored[_STATUS], new[_STATUS]) and stored[_STATUS] != new[_STATUS]:
            return bool(new[_STATUS] < stored[_STATUS])
        if self._exported_at is not None and seen_at is not None:
            return self._is_written_before(seen_at)
        return bool("after_sale" in self._fields and new[_AFTER_SALE] != stored[_AFTER_SALE] == REFUNDED)

    def _is_written_before(self, seen_at: Instant | None) -> bool:
        return self._exported_at is not None and seen_at is not None and self._exported_at < seen_at

    def _is_sure(self, seen_at: Instant | None) -> bool:
        """Tell whether the files' names say which is newer; a name that tells a full hour may tell the day alone."""
        if self._exported_at is None or seen_at is None or self._exported_at == seen_at:
            return False
        return abs(self._exported_at - seen_at) >= DAY or 0 not in (self._exported_at % HOUR, seen_at % HOUR)

    def _last_move(self, row: Row) -> Instant:
        """Return when the goods of `row` last moved. When it was paid says nothing: columns tell that differently."""
        return max((row[place] or 0 for place in self._moves), default=0)
