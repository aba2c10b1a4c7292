import pytest

from deskhelper.core.mapping import completed, lacking


@pytest.mark.parametrize("field", ["grouped_at", "paid_at"])
def test_one_time_stands_in_for_the_other(field: str) -> None:
    made = completed({"order_no": "单号", field: "付钱"})
    assert made == {"order_no": "单号", "grouped_at": "付钱", "paid_at": "付钱"}


def test_two_times_stay_as_they_are() -> None:
    mapping = {"grouped_at": "成团", "paid_at": "付钱"}
    assert completed(mapping) == mapping


def test_blank_headers_are_no_columns() -> None:
    assert completed({"order_no": "", "paid_at": ""}) == {}


def test_what_is_lacking_comes_with_the_essential_first() -> None:
    assert lacking({}) == ["order_no", "status", "grouped_at"]
    assert lacking({"paid_at": "付钱", "order_no": "单号"}) == ["status"]
