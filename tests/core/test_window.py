from typing import Any

import msgspec
import pytest

from deskhelper.core.policy import Policy
from deskhelper.core.window import Receipt, Window, WindowKind, day_after, last_day_before, receipt_of, windows_of
from tests.core.make import NOW, ZONE, at, order
from tests.core.test_trace import Scan, event, trace


def figure(value: float, unit: str = "hours", **more: Any) -> dict[str, Any]:
    """Return a figure as its file would have it."""
    words = {"zh": "数", "en": "figure"}
    return {"title": words, "words": words, "unit": unit, "since": "2025", "source": "规则", "confidence": "A",
            "value": value, **more}  # fmt: skip


def policy_of(**figures: Any) -> Policy:
    """Return a policy; `__` stands for the dot in a figure's id."""
    plain = {name.replace("__", "."): entry for name, entry in figures.items()}
    return msgspec.convert({"platform": "pdd", "figures": plain}, Policy)


POLICY = policy_of(return__no_reason=figure(168), exchange__days=figure(15, "days"), refund__days=figure(7, "days"))
RECEIPT = Receipt(at("2026-05-10 23:59"), "order")


def test_windows_count_from_the_midnight_after_receipt() -> None:
    windows = windows_of(RECEIPT, POLICY, ZONE)
    assert windows[WindowKind.NO_REASON].until == at("2026-05-18 00:00")
    assert windows[WindowKind.EXCHANGE].until == at("2026-05-26 00:00")
    assert windows[WindowKind.REFUND].until == at("2026-05-18 00:00")
    assert windows[WindowKind.RIGHTS].until is None


@pytest.mark.parametrize(
    ("receipt", "day"), [("2026-05-10 00:00", 11), ("2026-05-10 23:59:59", 11), ("2026-05-11 00:00", 12)]
)
def test_the_day_after_starts_at_midnight_in_the_shops_zone(receipt: str, day: int) -> None:
    assert day_after(at(receipt), ZONE) == at(f"2026-05-{day} 00:00")


def test_a_window_closes_to_the_second() -> None:
    window = Window(WindowKind.REFUND, NOW)
    assert (window.is_open(NOW - 1), window.left(NOW - 1)) == (True, 1)
    assert (window.is_open(NOW), window.left(NOW)) == (False, None)


def test_the_last_day_is_the_one_before_midnight() -> None:
    until = windows_of(RECEIPT, POLICY, ZONE)[WindowKind.NO_REASON].until
    assert until is not None
    last = last_day_before(until, ZONE)
    assert f"{last:%Y-%m-%d %H:%M:%S}" == "2026-05-17 23:59:59"


def test_rights_have_no_limit() -> None:
    rights = Window(WindowKind.RIGHTS, None)
    assert (rights.is_open(NOW), rights.left(NOW)) == (True, None)


def test_custom_goods_have_no_window_without_reason() -> None:
    windows = windows_of(RECEIPT, POLICY, ZONE, is_custom=True)
    assert set(windows) == {WindowKind.EXCHANGE, WindowKind.REFUND, WindowKind.RIGHTS}


def test_a_window_whose_figure_is_not_known_is_left_out() -> None:
    assert set(windows_of(RECEIPT, None, ZONE)) == {WindowKind.RIGHTS}


def test_the_orders_own_time_of_receipt_comes_first() -> None:
    delivered = trace(event(10, Scan.DELIVERED))
    assert receipt_of(order(received_at=NOW - 5), delivered) == Receipt(NOW - 5, "order")
    assert receipt_of(order(), delivered) == Receipt(NOW - 600, "scan")
    assert receipt_of(order(), trace(event(10))) is None
    assert receipt_of(order(), None) is None
