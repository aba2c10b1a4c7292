import pytest

from deskhelper.core.mapping import completed, kind_of, lacking


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


@pytest.mark.parametrize(
    ("mapping", "kind"),
    [
        ({}, "orders"),
        ({"order_no": "单号", "tracking_no": "运单", "courier": "快递", "status": "状态"}, "orders"),
        ({"tracking_no": "运单", "words": "说明"}, "traces"),
        ({"tracking_no": "运单", "words": ""}, "orders"),
    ],
)
def test_a_field_that_only_traces_have_tells_the_kind(mapping: dict[str, str], kind: str) -> None:
    assert kind_of(mapping) == kind


def test_traces_lack_a_number_and_words_before_a_time() -> None:
    assert lacking({}, "traces") == ["tracking_no", "words", "time"]
    assert lacking({"words": "说明", "tracking_no": "运单"}, "traces") == ["time"]
