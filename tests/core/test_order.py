import pytest

from deskhelper.core.moments import HOUR
from deskhelper.core.order import ShipPromise, masked_name, masked_phone, ship_promise
from tests.core.make import at, order


def test_the_promise_of_the_file_counts() -> None:
    assert ship_promise(order(), 24) == ShipPromise(at("2026-05-20 09:12"), 48, False)


def test_without_a_promise_in_the_file_it_is_derived_from_the_shops_hours() -> None:
    promise = ship_promise(order(promised_ship_by=None), 24)
    assert promise == ShipPromise(at("2026-05-19 09:12"), 24, True)


def test_without_a_grouped_time_there_are_no_hours_and_nothing_to_derive_from() -> None:
    promise = ship_promise(order(grouped_at=None), 48)
    assert promise == ShipPromise(at("2026-05-20 09:12"), None, False)
    assert ship_promise(order(grouped_at=None, promised_ship_by=None), 48) is None


@pytest.mark.parametrize("seconds", [-HOUR, 0, 1700])
def test_a_promise_at_or_before_grouping_has_no_hours_to_tell(seconds: int) -> None:
    grouped = at("2026-05-18 09:12")
    promise = ship_promise(order(promised_ship_by=grouped + seconds), 48)
    assert promise is not None
    assert promise.hours is None


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800000001", "138****0001"), ("138****0001", "138****0001"), ("12345", "12345"), ("", "")],
)
def test_a_phone_is_masked_once(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("name", "shown"), [("测试", "测*"), ("测试试试", "测**"), ("测", "测"), ("测**", "测**"), ("", "")]
)
def test_a_name_keeps_its_first_character(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("seconds", "hours"),
    [
        (48 * 3600, 48),
        (48 * 3600 + 15 * 60, 48),
        (48 * 3600 - 15 * 60, 48),
        (48 * 3600 + 16 * 60, None),
        (62 * 3600 - 1, 62),
    ],
)
def test_a_promise_is_told_in_hours_only_where_it_is_a_count_of_hours(seconds: int, hours: int | None) -> None:
    promise = ship_promise(order(promised_ship_by=at("2026-05-18 09:12") + seconds), 24)
    assert promise is not None
    assert (promise.hours, promise.is_derived) == (hours, False)
