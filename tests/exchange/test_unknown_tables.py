"""Tables that nobody knows: the preview, the user's own mapping, and the signature that it is remembered by."""

from pathlib import Path

import pytest

from deskhelper import exchange
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.order import Status
from tests.exchange.conftest import Opener
from tests.exchange.made_up import (
    COMPACT,
    ORDER,
    csv_file,
    lines,
)

UNKNOWN = ["流水", "我的单号", "买了啥", "情况", "收件地址"]
UNKNOWN_ROW = {
    "流水": "1",
    "我的单号": "A-20260517-0001",
    "买了啥": "测试杯",
    "情况": "已发货",
    "收件地址": "试验路9号",
}


def test_an_unknown_table_is_looked_at_for_the_preview(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    look = exchange.inspect(csv_file(tmp_path / "x.csv", lines(UNKNOWN, *[UNKNOWN_ROW] * 30)), profiles)
    assert (look.platform, look.header, look.header_row, look.mapping) == (None, UNKNOWN, 1, {})
    assert look.rows == [["1", "A-20260517-0001", "测试杯", "已发货", ""]] * 20


def test_a_known_table_is_looked_at_for_the_preview(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    look = exchange.inspect(csv_file(tmp_path / "x.csv", lines(COMPACT, ORDER)), profiles)
    assert (look.platform, look.kind) == ("pdd", "orders")
    assert look.mapping["order_no"] == "订单号"
    assert look.mapping["grouped_at"] == "订单成交时间"


def test_a_guess_is_made_for_headers_that_are_known_anywhere(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    look = exchange.inspect(
        csv_file(tmp_path / "x.csv", [["单号", "Product", "甲", "乙"], ["1", "2", "3", "4"]]), profiles
    )
    assert (look.platform, look.mapping) == (None, {"order_no": "单号", "product": "Product"})


def test_an_unknown_table_needs_a_mapping_and_is_read_by_it(tmp_path: Path, opened: Opener) -> None:
    path = csv_file(tmp_path / "x.csv", [["我的店 五月"], *lines(UNKNOWN, UNKNOWN_ROW)])
    with pytest.raises(WorldError) as error:
        opened(path)
    assert error.value.problem.code == "header_unknown"
    file = opened(path, {"order_no": "我的单号", "product": "买了啥", "status": "情况", "spec": ""})
    [[row]] = file.batches()
    assert (file.platform, row.row) == ("other", 3)
    assert (row.order.order_no, row.order.product, row.order.status) == ("A-20260517-0001", "测试杯", Status.SHIPPED)
    assert file.fields == {"order_no", "product", "status", "status_text"}


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"order_no": "我的单号", "product": "没有的列"}, "column_not_there"),
        ({"order_no": "我的单号", "shop_note": "收件地址"}, "column_never_kept"),
        ({"product": "买了啥"}, "no_order_column"),
    ],
)
def test_a_mapping_that_cannot_be_followed(tmp_path: Path, opened: Opener, mapping: dict[str, str], code: str) -> None:
    with pytest.raises(WorldError) as error:
        opened(csv_file(tmp_path / "x.csv", lines(UNKNOWN, UNKNOWN_ROW)), mapping)
    assert error.value.problem.code == code


def test_a_mapping_overrules_what_is_known(tmp_path: Path, opened: Opener) -> None:
    file = opened(csv_file(tmp_path / "o.csv", lines(COMPACT, ORDER)), {"order_no": "订单号", "product": "商品规格"})
    [[row]] = file.batches()
    assert (file.platform, row.order.product, row.order.paid_fen) == ("pdd", "红色,500ml", None)


def test_the_signature_knows_a_header_again_whatever_order_and_width() -> None:
    known = exchange.signature(["订单号", "数量(件)", "ID"])
    assert known == exchange.signature(["id ", "\ufeff订单号\t", "数量（件）", ""])
    assert known != exchange.signature(["订单号", "数量"])
    assert known == "43a009ece4299e51"
