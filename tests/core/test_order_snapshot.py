"""An order as it was: masked, compared, and told in words."""

from deskhelper.core.case_log import change_words
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.order_snapshot import (
    FIELDS,
    OrderSnapshot,
    changes_between,
    full_time,
    snapshot_of,
    value_words,
    without_numbers,
)

AT = parse_iso("2026-05-19T09:12:31", zone())
ORDER = Order(
    platform="pdd", shop="测试店", order_no="260519-1", status=Status.TO_SHIP, status_text="待发货", receiver="测试人",
    phone="13800000001", buyer_note="打 13800000001，证件 11010519491231002X", paid_fen=3560,
)  # fmt: skip


def test_a_snapshot_holds_no_personal_data() -> None:
    kept = snapshot_of(ORDER)
    assert (kept.receiver, kept.phone) == ("测**", "138****0001")
    assert kept.buyer_note == "打 138****0001，证件 ******"
    assert (kept.status, kept.paid_fen) == (Status.TO_SHIP, 3560)


def test_long_numbers_that_are_no_id_stay() -> None:
    assert without_numbers("单号 773000000000123") == "单号 773000000000123"


def test_every_field_has_a_name() -> None:
    assert set(FIELDS) == set(OrderSnapshot.__struct_fields__)


def test_changes_are_told_once_in_the_platforms_own_words() -> None:
    before, after = snapshot_of(ORDER), OrderSnapshot(
        status=Status.SHIPPED, status_text="已发货", shop="测试店", receiver="测**", phone="138****0001",
        buyer_note="打 138****0001，证件 ******", paid_fen=3560, shipped_at=AT, refund_fen=100,
    )  # fmt: skip
    words = change_words(changes_between(before, after), zone())
    assert words.zh == "平台状态：待发货 → 已发货；退款：– → ¥1.00；发货时间：– → 2026-05-19 09:12:31"
    assert words.en.startswith("platform's status: 待发货 → 已发货; refund: – → ¥1.00")


def test_values_are_told_by_their_kind() -> None:
    assert value_words("status", Status.SHIPPED, zone()).zh == "已发货"
    assert value_words("after_sale", AfterSale.OPEN, zone()).en == "open"
    assert value_words("courier", "", zone()).zh == "–"
    assert value_words("quantity", 2, zone()).zh == "2"
    assert full_time(AT, zone()) == "2026-05-19 09:12:31"


def test_the_state_alone_is_told_where_the_platform_says_nothing_else() -> None:
    words = change_words(changes_between(OrderSnapshot(), OrderSnapshot(status=Status.SHIPPED)), zone())
    assert words.zh == "状态：未知 → 已发货"
