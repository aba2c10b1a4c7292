"""Product alerts: goods that several buyers complain about alike, so the goods themselves are suspect (D-LOGI-9)."""

from collections.abc import Iterable, Mapping, Set
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant
from deskhelper.core.search_keys import normalise
from deskhelper.core.stock import Goods
from deskhelper.core.trace import bare


class AlertKind(StrEnum):
    """What buyers say alike of one product."""

    RATED_ONE = "rated_one"
    WRONG_ITEM = "wrong_item"
    EMPTY_PARCEL = "empty_parcel"
    QUALITY = "quality"


class ReasonWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a buyer's after-sale reason is read: a kind, the words any of which it contains, and none of `unless`."""

    kind: AlertKind
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


def kind_of_reason(reason: str, book: Iterable[ReasonWords]) -> AlertKind | None:
    """Return what a buyer's reason says of the goods, None where it says nothing of them; the first entry counts."""
    plain = bare(reason)
    for entry in book:
        if any(word in plain for word in entry.words) and not any(word in plain for word in entry.unless):
            return entry.kind
    return None


class OrderKey(Struct, frozen=True, order=True):
    """An order by platform and number."""

    platform: str
    order_no: str


class Report(Struct, frozen=True):
    """That one order speaks against its goods, and since when."""

    kind: AlertKind
    order: OrderKey
    at: Instant
    goods: Goods


class ProductAlert(Struct, frozen=True):
    """Several orders of one product say the same. `reports`: one for each order, the newest first.

    `product` is what the alert is kept by; `specs` are the variants with so many orders that they alone would raise it.
    `is_seen`: an agent has looked at every one of these orders.
    """

    kind: AlertKind
    product: str
    goods: Goods
    reports: tuple[Report, ...]
    specs: tuple[str, ...]
    is_seen: bool

    @property
    def since(self) -> Instant:
        """When the newest of its orders was reported."""
        return self.reports[0].at


def product_key(goods: Goods) -> str:
    """Return what makes two orders' goods one product: its number, else its title."""
    return f"id:{goods.product_id}" if goods.product_id else f"title:{normalise(goods.title)}"


def window_start(now: Instant, days: int) -> Instant:
    """Return from when on reports count: only those of so many days, for goods change, and faults are mended."""
    return now - days * DAY


def product_alerts(
    reports: Iterable[Report], seen: Mapping[tuple[AlertKind, str], Set[OrderKey]], more_than: int
) -> list[ProductAlert]:
    """Return the alerts that `reports` raise, each by more than `more_than` orders of one product (D-LOGI-9).

    Those not seen stand first, then the one with most orders, then the newest.

    `seen` are the orders that agents have looked at, by kind and product; a further one brings the alert back.
    An order counts once, with its first report.
    """
    grouped: dict[tuple[AlertKind, str], dict[OrderKey, Report]] = {}
    for report in sorted(reports, key=lambda report: (report.at, report.order)):
        of_product = grouped.setdefault((report.kind, product_key(report.goods)), {})
        of_product.setdefault(report.order, report)
    found = [
        _alert(kind, product, list(of_product.values()), seen.get((kind, product), frozenset()), more_than)
        for (kind, product), of_product in grouped.items()
        if len(of_product) > more_than
    ]
    return sorted(found, key=lambda alert: (alert.is_seen, -len(alert.reports), -alert.since, alert.product))


def _alert(kind: AlertKind, product: str, reports: list[Report], seen: Set[OrderKey], more_than: int) -> ProductAlert:
    newest = tuple(reversed(reports))
    counts: dict[str, int] = {}
    for report in newest:
        counts[report.goods.spec] = counts.get(report.goods.spec, 0) + 1
    specs = tuple(spec for spec, count in counts.items() if spec and count > more_than)
    return ProductAlert(kind, product, newest[0].goods, newest, specs, all(one.order in seen for one in newest))
