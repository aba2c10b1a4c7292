"""Made-up export files. No person, order or shop in them exists."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from deskhelper.core.moments import to_instant, zone


def names(words: str) -> list[str]:
    """Return the header names of a text, split at commas; a blank before a comma belongs to the name."""
    return " ".join(words.split()).split(", ")


COMPACT = names(
    """
    商品, 订单号, 订单状态, 商品总价(元), 邮费(元), 店铺优惠折扣(元), 平台优惠折扣(元), 多多支付立减金额(元),
    用户实付金额(元), 商家实收金额(元), 商品数量(件), 发货时间, 确认收货时间, 商品id, 商品规格, 样式ID,
    商家编码-规格维度, 商家编码-商品维度, 商家备注, 售后状态, 快递单号, 快递公司, 订单成交时间, 是否分期,
    分期期数, 手续费承担方, 分期方式
    """
)

WIDE = names(
    """
    商品, 订单号, 订单状态, 商品总价(元), 店铺优惠折扣(元), 平台优惠折扣(元), 邮费(元), 上门安装费(元),
    送货入户费(元), 送货入户并安装费(元), 用户实付金额(元), 商家实收金额(元), 商品数量(件), 身份证姓名,
    身份证号码, 收货人, 手机, 是否审核中, 省, 市, 区, 街道, 支付时间, 拼单成功时间, 订单确认时间,
    承诺发货时间, 发货时间, 确认收货时间, 商品id, 商品规格, 用户购买手机号, 样式ID, 商家编码-SKU维度,
    商家编码-商品维度, 快递单号, 快递公司, 海淘清关订单号, 支付ID, 支付方式, 是否抽奖或0元试用, 是否顺丰加价,
    商家备注, 售后状态, 买家留言, 关联货品编码, 货品名称, 货品类型, 子货品, 仓库名称, 仓库所在地址,
    是否门店自提, 门店名称, 门店自定义编码, 旅行类信息, 消费者资料
    """
)

TAOBAO = names(
    """
    订单编号, 买家会员名, 买家支付宝账号, 买家应付货款, 买家应付邮费, 买家支付积分, 总金额, 返点积分,
    买家实际支付金额, 买家实际支付积分, 订单状态, 买家留言, 收货人姓名, 收货地址 , 运送方式, 联系电话 ,
    联系手机, 订单创建时间, 订单付款时间 , 宝贝标题 , 宝贝种类 , 物流单号 , 物流公司, 订单备注, 宝贝总数量,
    店铺Id, 店铺名称, 订单关闭原因
    """
)

DOUYIN = names(
    """
    主订单编号, 子订单编号, 选购商品, 商品规格, 商品数量, 商家编码, 订单应付金额, 运费, 收件人, 收件人手机号,
    详细地址, 订单提交时间, 商家备注, 订单完成时间, 订单状态, 售后状态, 取消原因, 发货时间, 承诺发货时间,
    买家留言, 快递信息
    """
)

JD = names(
    """
    订单号, 商品ID, 商品名称, 订购数量, 支付方式, 下单时间, 京东价, 订单金额, 结算金额, 余额支付, 应付金额,
    订单状态, 订单类型, 下单帐号, 客户姓名, 客户地址, 联系电话, 订单备注
    """
)

ALI1688 = names(
    """
    订单编号, 买家公司名, 买家会员名, 卖家公司名, 卖家会员名, 货品总价(元), 运费(元), 涨价或折扣(元),
    实付款(元), 订单状态, 收货地址, 货品标题, 单价(元), 数量, 单位, 物流公司运单号, 订单创建时间,
    订单付款时间
    """
)

AFTER_SALES = names(
    """
    售后编号, 订单编号, 交易金额, 退款金额, 售后状态, 订单状态, 退款类型, 申请时间, 同意退款时间, 退货运单号,
    退货物流状态, 快递拦截状态
    """
)

NO = "260517-123456789012345"

ORDER = {
    "商品": "测试保温杯",
    "订单号": NO,
    "订单状态": "待发货",
    "用户实付金额(元)": "38.50",
    "商品数量(件)": "2",
    "商品id": "754123456789",
    "商品规格": "红色,500ml",
    "商家编码-规格维度": "BW-01",
    "商家编码-SKU维度": "BW-01",
    "售后状态": "无售后或售后取消",
    "订单成交时间": "2026-05-17 09:12:31",
}
"""An order's cells as the compact export has them."""


TAOBAO_ORDER = {
    "订单编号": '="123456789012345678"',
    "买家会员名": "测试会员",
    "总金额": "99.00",
    "买家实际支付金额": "88.80",
    "订单状态": "买家已付款，等待卖家发货",
    "买家留言": "null",
    "收货人姓名": "测**",
    "收货地址": "试验路9号",
    "联系手机": "'138****0001",
    "订单付款时间": "2026-05-17 09:12:31",
    "宝贝标题": "测试杯，测试勺",
    "宝贝种类": "2",
    "物流单号": "No:7750000000001",
    "物流公司": "中通快递",
    "宝贝总数量": "3",
    "店铺名称": "测试小店",
}

DOUYIN_ORDER = {
    "主订单编号": "\t6920000000000000001",
    "子订单编号": "\t6920000000000000002",
    "选购商品": "测试杯",
    "商品规格": "红色",
    "商品数量": "1",
    "商家编码": "BW-01",
    "订单应付金额": "10.50",
    "收件人": "#密文#",
    "详细地址": "试验路9号",
    "订单提交时间": "2026-05-17 09:12:31",
    "商家备注": "-",
    "订单完成时间": "-",
    "订单状态": "待发货",
    "售后状态": "-",
    "发货时间": "-",
    "承诺发货时间": "2026-05-19 09:12:31",
    "快递信息": "-",
}

JD_ORDER = {
    "订单号": "300000000001",
    "商品ID": "100000000001",
    "商品名称": "测试杯",
    "订购数量": "1",
    "下单时间": "2026-05-17 09:12:31",
    "应付金额": "59.00",
    "订单状态": "等待出库",
    "客户姓名": "测**",
    "客户地址": "试验路9号",
    "联系电话": "138****0001",
}

ALI_ORDER = {
    "订单编号": "4500000000000000001",
    "买家公司名": "测试公司",
    "实付款(元)": "120.5",
    "订单状态": "等待卖家发货",
    "收货地址": "试验路9号",
    "货品标题": "测试杯",
    "数量": "10",
    "物流公司运单号": "中通快递:7750000000001",
    "订单创建时间": "2026-05-17 09:00:00",
    "订单付款时间": "2026-05-17 09:12:31",
}

WIDE_ORDER = ORDER | {
    "身份证姓名": "测验名",
    "身份证号码": "110101199001010000",
    "收货人": "测**",
    "手机": "138****0001",
    "省": "浙江省",
    "街道": "试验路9号",
    "用户购买手机号": "13800000001",
    "支付时间": "2026-05-17 09:12:31",
    "拼单成功时间": "2026-05-17 09:15:00",
    "订单确认时间": "2026-05-17 09:16:00",
    "承诺发货时间": "2026-05-19 09:15:00",
    "发货时间": "2026-05-18 20:01:02",
    "确认收货时间": "2026-05-21 08:00:00",
    "快递单号": "YT0000000000001",
    "快递公司": "圆通快递",
    "买家留言": "请送杯刷",
    "商家备注": "老顾客",
    "仓库所在地址": "试验路8号",
}


def at(words: str) -> int:
    """Return the instant of an ISO time in Shanghai."""
    return to_instant(datetime.fromisoformat(words), zone())


def order(**changes: str) -> dict[str, str]:
    """Return the cells of ORDER with some changed."""
    return ORDER | changes


def lines(header: Sequence[str], *rows: Mapping[str, str]) -> list[list[str]]:
    """Return header and rows as lists of cells; a missing cell is empty."""
    return [[*header], *([row.get(name.strip(), "") for name in header] for row in rows)]


def csv_text(table: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Return a table as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(table)
    return out.getvalue()


def csv_file(path: Path, table: Sequence[Sequence[str]], encoding: str = "utf-8-sig") -> Path:
    """Write a table as CSV."""
    path.write_bytes(csv_text(table).encode(encoding))
    return path


def compact(tmp_path: Path, *rows: Mapping[str, str]) -> Path:
    """Write a compact Pinduoduo export."""
    return csv_file(tmp_path / "orders.csv", lines(COMPACT, *(rows or (ORDER,))))


def xlsx_file(path: Path, table: Sequence[Sequence[object]], sheet: str = "Sheet1") -> Path:
    """Write a table as a workbook, numbers and times as such."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
        page = book.add_worksheet(sheet)
        for at_row, row in enumerate(table):
            for at_column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(at_row, at_column, cell)
                elif isinstance(cell, int | float):
                    page.write_number(at_row, at_column, cell)
                else:
                    page.write_string(at_row, at_column, str(cell))
    return path


def with_range(path: Path, declared: bytes) -> Path:
    """Make the first sheet of a workbook declare another range than it has."""
    copy = path.with_name(f"ranged-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.infolist():
            raw = source.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                start = raw.index(b"<dimension")
                end = raw.index(b"/>", start) + 2
                raw = raw[:start] + b'<dimension ref="' + declared + b'"/>' + raw[end:]
            target.writestr(entry, raw)
    return copy
