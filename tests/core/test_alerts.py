from deskhelper.core.alerts import (
    AlertKind,
    OrderKey,
    ProductAlert,
    ReasonWords,
    Report,
    kind_of_reason,
    product_alerts,
    product_key,
    window_start,
)
from deskhelper.core.moments import DAY
from deskhelper.core.stock import Goods

NOW = 1_779_172_200
BOOK = (
    ReasonWords(AlertKind.EMPTY_PARCEL, ("少件",)),
    ReasonWords(AlertKind.QUALITY, ("质量",), ("无质量",)),
)


def report(
    number: int, kind: AlertKind = AlertKind.WRONG_ITEM, at: int = 0, spec: str = "灰", product: str = "7"
) -> Report:
    return Report(kind, OrderKey("pdd", str(number)), NOW + (at or number), Goods("四件套", spec, product))


def only(alerts: list[ProductAlert]) -> ProductAlert:
    (alert,) = alerts
    return alert


def test_more_than_two_orders_of_one_product_raise_an_alert() -> None:
    assert product_alerts([report(1), report(2)], {}, 2) == []
    alert = only(product_alerts([report(1), report(2), report(3)], {}, 2))
    assert (alert.kind, alert.product, alert.is_seen) == (AlertKind.WRONG_ITEM, "id:7", False)
    assert [one.order.order_no for one in alert.reports] == ["3", "2", "1"]
    assert alert.since == NOW + 3


def test_how_many_orders_raise_an_alert_is_the_shops_choice() -> None:
    reports = [report(1), report(2)]
    assert only(product_alerts(reports, {}, 1)).specs == ("灰",)
    assert product_alerts([*reports, report(3)], {}, 3) == []


def test_an_order_counts_once_with_its_first_report() -> None:
    twice = [report(1), report(1, at=50), report(2)]
    assert product_alerts(twice, {}, 2) == []
    alert = only(product_alerts([*twice, report(3)], {}, 2))
    assert alert.since == NOW + 3


def test_different_complaints_and_products_are_not_added_up() -> None:
    mixed = [report(1), report(2), report(3, AlertKind.QUALITY), report(4, product="8")]
    assert product_alerts(mixed, {}, 2) == []


def test_goods_without_a_number_are_one_product_by_title() -> None:
    assert product_key(Goods("四 件套", product_id="")) == product_key(Goods("四件套", "灰"))
    assert product_key(Goods("四件套", product_id="7")) == "id:7"


def test_a_variant_with_more_than_two_of_its_own_is_named() -> None:
    alert = only(product_alerts([report(1), report(2), report(3), report(4, spec="蓝"), report(5, spec="")], {}, 2))
    assert alert.specs == ("灰",)


def test_what_was_seen_comes_back_with_a_further_order_only() -> None:
    reports = [report(1), report(2), report(3)]
    seen = {(AlertKind.WRONG_ITEM, "id:7"): frozenset(one.order for one in reports)}
    assert only(product_alerts(reports, seen, 2)).is_seen
    assert not only(product_alerts([*reports, report(4)], seen, 2)).is_seen


def test_alerts_stand_by_unseen_then_orders_then_time() -> None:
    seen = [report(number, product="1") for number in range(1, 9)]
    few = [report(number, product="2") for number in range(11, 14)]
    many = [report(number, product="3") for number in range(21, 26)]
    newer = [report(number, product="4") for number in range(31, 34)]
    known = {(AlertKind.WRONG_ITEM, "id:1"): frozenset(one.order for one in seen)}
    found = product_alerts([*seen, *few, *many, *newer], known, 2)
    assert [alert.product for alert in found] == ["id:3", "id:4", "id:2", "id:1"]


def test_a_buyers_reason_is_read_by_the_first_entry_that_fits() -> None:
    assert kind_of_reason("少件，质量也差", BOOK) is AlertKind.EMPTY_PARCEL
    assert kind_of_reason("质 量问题", BOOK) is AlertKind.QUALITY
    assert kind_of_reason("无质量问题", BOOK) is None
    assert kind_of_reason("不想要了", BOOK) is None


def test_reports_count_for_so_many_days() -> None:
    assert window_start(NOW, 30) == NOW - 30 * DAY
