"""The Pinduoduo order exports of exports.md, line by line."""

from pathlib import Path

import pytest

from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.exchange.orders import OrderRows
from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import (
    COMPACT,
    NO,
    ORDER,
    WIDE,
    WIDE_ORDER,
    at,
    compact,
    csv_file,
    csv_text,
    lines,
    order,
)


def test_the_compact_export_is_read_whole(tmp_path: Path, opened: Opener) -> None:
    file = opened(compact(tmp_path))
    [[row]] = file.batches()
    assert row.row == 2
    assert row.order == Order(
        platform="pdd",
        shop="",
        order_no=NO,
        status=Status.TO_SHIP,
        status_text="待发货",
        after_sale=AfterSale.NONE,
        after_sale_text="无售后或售后取消",
        product="测试保温杯",
        spec="红色,500ml",
        product_id="754123456789",
        sku_code="BW-01",
        quantity=2,
        paid_fen=3850,
        paid_at=at("2026-05-17T09:12:31"),
        grouped_at=at("2026-05-17T09:12:31"),
    )
    assert file.platform == "pdd"
    assert file.shop is None
    assert file.progress == 1.0


def test_the_compact_export_does_not_claim_fields_it_lacks(tmp_path: Path, opened: Opener) -> None:
    fields = opened(compact(tmp_path)).fields
    assert not fields & {"promised_ship_by", "receiver", "phone", "buyer_note", "refund_fen", "province", "shop"}
    assert {"order_no", "status", "status_text", "after_sale", "after_sale_text", "shop_note"} <= fields


def test_the_wide_export_is_read_whole(tmp_path: Path, read: Reader) -> None:
    [found], refused = read(csv_file(tmp_path / "w.csv", lines(WIDE, WIDE_ORDER)))
    assert refused == []
    assert found.paid_at == at("2026-05-17T09:12:31")
    assert found.grouped_at == at("2026-05-17T09:15:00")
    assert found.promised_ship_by == at("2026-05-19T09:15:00")
    assert found.shipped_at == at("2026-05-18T20:01:02")
    assert found.received_at == at("2026-05-21T08:00:00")
    assert (found.receiver, found.phone, found.province) == ("测**", "138****0001", "浙江省")
    assert (found.courier, found.tracking_no) == ("圆通快递", "YT0000000000001")
    assert (found.buyer_note, found.shop_note, found.sku_code) == ("请送杯刷", "老顾客", "BW-01")


@pytest.mark.parametrize("header", [COMPACT, WIDE])
def test_columns_may_stand_in_any_order(tmp_path: Path, read: Reader, header: list[str]) -> None:
    forward, _ = read(csv_file(tmp_path / "a.csv", lines(header, WIDE_ORDER)))
    backward, _ = read(csv_file(tmp_path / "b.csv", lines(header[::-1], WIDE_ORDER)))
    assert forward == backward


def test_identity_cards_and_addresses_never_get_out(tmp_path: Path, opened: Opener, read: Reader) -> None:
    path = csv_file(tmp_path / "w.csv", lines(WIDE, WIDE_ORDER, WIDE_ORDER | {"订单号": "", "发货时间": "昨天"}))
    orders, refused = read(path)
    told = repr((orders, refused))
    for secret in ("测验名", "110101199001010000", "试验路9号", "试验路8号", "13800000001"):
        assert secret not in told
    assert refused[0].cells[WIDE.index("商品")] == "测试保温杯"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_encodings(tmp_path: Path, read: Reader, encoding: str, bom: bytes) -> None:
    path = tmp_path / "o.csv"
    path.write_bytes(bom + csv_text(lines(COMPACT, ORDER)).encode(encoding))
    [found], refused = read(path)
    assert (found.product, refused) == ("测试保温杯", [])


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimiters(tmp_path: Path, read: Reader, delimiter: str) -> None:
    path = tmp_path / "o.csv"
    path.write_text(csv_text(lines(COMPACT, ORDER), delimiter), encoding="utf-8")
    [found], _ = read(path)
    assert (found.spec, found.paid_fen) == ("红色,500ml", 3850)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path: Path, read: Reader, end: str) -> None:
    path = tmp_path / "o.csv"
    path.write_bytes(
        csv_text(lines(COMPACT, ORDER, order(订单号="260517-000000000000002"))).replace("\n", end).encode()
    )
    assert [found.order_no for found in read(path)[0]] == [NO, "260517-000000000000002"]


def test_tabs_after_every_cell_and_alone_in_empty_ones(tmp_path: Path, read: Reader) -> None:
    header, row = lines(COMPACT, ORDER)
    plain, _ = read(csv_file(tmp_path / "a.csv", [header, row]))
    tabbed, refused = read(csv_file(tmp_path / "b.csv", [header, [f"{cell}\t" for cell in row]]))
    assert (tabbed, refused) == (plain, [])


def test_a_tab_may_stand_behind_a_closing_quote(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_text(f'订单号,商品,订单状态,样式ID\n{NO}\t,"杯子, 大"\t,"待发货"\t,"1"\t\r\n', encoding="utf-8")
    [found], _ = read(path)
    assert (found.order_no, found.product, found.status) == (NO, "杯子, 大", Status.TO_SHIP)


@pytest.mark.parametrize("above", [1, 5, 14])
def test_title_lines_may_stand_above_the_header(tmp_path: Path, opened: Opener, above: int) -> None:
    titles = [["订单导出 2026-05-19"]] * above
    [[row]] = opened(csv_file(tmp_path / "o.csv", [*titles, *lines(COMPACT, ORDER)])).batches()
    assert row.row == above + 2


def test_blank_lines_are_no_orders_but_count_as_rows(tmp_path: Path, opened: Opener) -> None:
    header, row = lines(COMPACT, ORDER)
    file = opened(csv_file(tmp_path / "o.csv", [header, [], ["\t"] * len(header), row, []]))
    [[found]] = file.batches()
    assert (found.row, file.rejections) == (4, [])


def test_a_line_break_in_a_note_does_not_break_the_row(tmp_path: Path, opened: Opener) -> None:
    file = opened(compact(tmp_path, order(商家备注="一\n二"), order(订单号="260517-000000000000002")))
    [first, second] = next(iter(file.batches()))
    assert (first.order.shop_note, first.row, second.row) == ("一\n二", 2, 3)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("order_no", "订单号", "订单编号"),
        ("order_no", "订单号", "订单ID"),
        ("order_no", "订单号", "\ufeff订 单\t号\n"),
        ("product", "商品", "商品名称"),
        ("product_id", "商品id", "商品ID"),
        ("quantity", "商品数量(件)", "商品数量（件）"),
        ("paid_fen", "用户实付金额(元)", " 用户实付金额（元） "),
        ("sku_code", "商家编码-规格维度", "商家编码-SKU维度"),
    ],
)
def test_header_synonyms(tmp_path: Path, read: Reader, field: str, old: str, new: str) -> None:
    plain, _ = read(compact(tmp_path))
    table = lines(COMPACT, ORDER)
    table[0] = [new if name == old else name for name in table[0]]
    [found], refused = read(csv_file(tmp_path / "n.csv", table))
    assert getattr(found, field) == getattr(plain[0], field)
    assert refused == []


@pytest.mark.parametrize("name", ["街道", "街道/镇", "详细地址", "收货地址"])
def test_streets_are_not_read_whatever_their_header(tmp_path: Path, opened: Opener, name: str) -> None:
    file = opened(csv_file(tmp_path / "o.csv", lines([*COMPACT, name], order(订单号="", **{name: "试验路9号"}))))
    assert [*file.batches()] == []
    assert "试验路9号" not in repr(file.rejections)


@pytest.mark.parametrize("header", [COMPACT, WIDE])
def test_clean_rows_are_read_the_short_way(
    tmp_path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, header: list[str]
) -> None:
    """A million rows one by one would take minutes."""
    monkeypatch.setattr(OrderRows, "read", None)
    rows = [WIDE_ORDER | {"订单号": f"260517-{number:015d}"} for number in range(600)]
    table = [[f"{cell}\t" for cell in row] for row in lines(header, *rows)]
    assert sum(map(len, opened(csv_file(tmp_path / "o.csv", table)).batches())) == 600


def test_the_short_way_and_the_careful_one_agree(tmp_path: Path, opened: Opener) -> None:
    changes: list[dict[str, str]] = [
        {},
        {"支付时间": ""},
        {"商家编码-SKU维度": "", "商家编码-商品维度": "P-1"},
        {"订单状态": "待付款"},
        {"拼单成功时间": "", "支付时间": "", "订单确认时间": ""},
    ]
    rows = [WIDE_ORDER | changes[n % 5] | {"订单号": f"260517-{n:015d}"} for n in range(40)]
    [many] = opened(csv_file(tmp_path / "o.csv", lines(WIDE, *rows))).batches()
    alone = [csv_file(tmp_path / f"{n}.csv", lines(WIDE, row)) for n, row in enumerate(rows)]
    single = [row.order for path in alone for batch in opened(path).batches() for row in batch]
    assert [row.order for row in many] == single
