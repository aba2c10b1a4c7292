from typing import Any

import pytest

from deskhelper.core.export_profile import ORDER_COLUMNS, TRACE_COLUMNS, ColumnGuess, FileLook
from deskhelper.ui.imports.columns import NOT_USED, ColumnChoice
from deskhelper.ui.imports.fields import field_words


def look_of(**changes: Any) -> FileLook:
    given: dict[str, Any] = {
        "file": "orders.csv", "header_row": 1, "header": ["单号", "状态", "付钱", "身份证号", "备注", "备注", ""],
        "rows": [["1", "待发货", "2026-05-17", "", "x", "y", ""]], "platform": None, "kind": "orders",
        "mapping": {"order_no": "单号", "paid_at": "付钱", "grouped_at": "付钱", "kinds": "备注"}, "signature": "s",
        "never": [3],
    }  # fmt: skip
    return FileLook(**{**given, **changes})


def test_the_guess_is_taken_and_the_grouped_time_goes_before_the_payment() -> None:
    choice = ColumnChoice(look_of())
    assert choice.fields == ["order_no", NOT_USED, "grouped_at", *[NOT_USED] * 4]
    assert choice.mapping() == {"order_no": "单号", "grouped_at": "付钱", "paid_at": "付钱"}
    assert choice.is_enough
    assert choice.lacking == ["status"]


def test_a_field_has_one_column_only() -> None:
    choice = ColumnChoice(look_of())
    assert choice.choose(1, "order_no") == 0
    assert choice.fields[:2] == [NOT_USED, "order_no"]
    assert choice.choose(1, "order_no") is None
    assert choice.choose(4, "shop_note") is None
    assert choice.choose(4, NOT_USED) is None
    assert choice.choose(1, NOT_USED) is None
    assert not choice.is_enough


@pytest.mark.parametrize(("at", "is_usable"), [(0, True), (3, False), (4, True), (5, False), (6, False)])
def test_columns_never_kept_twins_and_nameless_ones_cannot_be_used(at: int, is_usable: bool) -> None:
    choice = ColumnChoice(look_of())
    assert choice.can_use(at) is is_usable
    assert choice.is_never(at) is (at == 3)


def test_every_order_column_has_words() -> None:
    assert set(field_words()) == set(ORDER_COLUMNS) - {"kinds"}
    assert set(field_words("traces")) == set(TRACE_COLUMNS)


def test_a_table_of_traces_has_its_own_guess_and_its_own_columns_never_read() -> None:
    guess = ColumnGuess({"tracking_no": "单号", "words": "备注"}, [1])
    choice = ColumnChoice(look_of(as_traces=guess), "traces")
    assert choice.fields == ["tracking_no", *[NOT_USED] * 3, "words", NOT_USED, NOT_USED]
    assert (choice.is_enough, choice.lacking, choice.can_use(1)) == (True, ["time"], False)
    choice.choose(4, NOT_USED)
    assert not choice.is_enough
