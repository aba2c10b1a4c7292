"""The shipped words of scans, names of couriers and far regions, against lines as carriers write them."""

from pathlib import Path

import msgspec
import pytest

from deskhelper.content import yaml_file
from deskhelper.content.traces import load_couriers, load_regions, load_scan_book
from deskhelper.core.errors import WorldError
from deskhelper.core.trace import Scan
from deskhelper.paths import RESOURCES

BOOK = load_scan_book(RESOURCES)
COURIERS = load_couriers(RESOURCES)
CHOICES = yaml_file.load(RESOURCES / "scripts" / "choices.yaml", dict[str, tuple[str, ...]])

LINES = {
    Scan.PICKED_UP: [
        "【杭州市】快件已被揽收", "【余杭一部】（0571-00000000）的甲某（10000000001）已揽收", "进行揽件扫描", "已收件",
        "顺丰速运 已收取快件", "【北京市】已收寄，揽投员：甲某", "货物已交付京东物流", "快递员已取件", "揽收成功",
        "您的快件已由网点揽收，如有疑问请联系",
    ],
    Scan.IN_TRANSIT: [
        "快件离开【杭州中转】已发往【北京】", "快件已经到达【北京转运中心】", "货物已完成分拣，离开【杭州分拣中心】",
        "邮件已在【北京】完成分拣，准备发出", "离开【上海】，下一站【北京】", "快件已装车，准备发往下一站",
        "到达目的地网点【朝阳】，快件将很快进行派送", "快件已到达派件网点", "已到达【北京】营业部，等待派送", "运输中",
        "货物已到达配送站，等待配送", "航班已起飞",
    ],
    Scan.OUT_FOR_DELIVERY: [
        "【朝阳】的甲某（10000000001）正在第1次派件，请保持电话畅通", "您的快件正在派送，请准备签收", "派送中", "派件",
        "进行派件扫描；派送业务员：甲某", "快件交给甲某，正在派送途中", "配送员开始配送，请您准备收货",
        "正在投递，投递员：甲某",
        "【朝阳网点】正在派件",
    ],
    Scan.DELIVERED: [
        "【北京市】快件已签收，签收人：本人，如有问题请电联", "客户签收人：已签收 感谢使用", "已妥投",
        "已签收(家人签收)",
        "已从驿站取件，取件成功", "包裹已在代收点取走", "凭取货码签收", "快件已送达", "已签收，签收人凭取件码签收",
        "投递并签收，签收人：他人代收",
    ],
    Scan.RETURNED: [
        "快件已被拒收，正在退回", "退件已到达寄件网点", "快件已退回", "拦截成功，包裹退回中", "客户拒签",
    ],
    Scan.PROBLEM: [
        "问题件：地址不详", "派送不成功（因电话无人接听）", "未妥投，收件人不在", "快件滞留，等待处理", "包裹破损",
        "快件超区，正在转寄", "疑难件", "收件人要求改约派送时间",
    ],
    Scan.OTHER: [
        "包裹正在等待揽收", "已下单", "商家已发货，等待揽收", "已通知快递员上门取件", "仓库处理中", "订单已打印面单",
    ],
}  # fmt: skip
"""Lines as carriers write them, by what they mean. No real person's data."""

WAITING = [
    "快件已暂存至菜鸟驿站，请及时领取签收",
    "已派送至【丰巢】，等待收件人取件",
    "快件已送达【妈妈驿站】",
    "【代签收】已由驿站代收，请及时取件",
    "您的快件已存放至快递柜，取件码见短信",
    "待取件",
    "已投柜",
]


@pytest.mark.parametrize(("words", "scan"), [(words, scan) for scan, lines in LINES.items() for words in lines])
def test_a_carriers_line_is_recognised(words: str, scan: Scan) -> None:
    assert BOOK.scan(words) == (scan, False)


@pytest.mark.parametrize("words", WAITING)
def test_a_parcel_that_waits_to_be_fetched_is_not_delivered_yet(words: str) -> None:
    assert BOOK.scan(words) == (Scan.OUT_FOR_DELIVERY, True)


@pytest.mark.parametrize("words", ["暂无物流信息", "查无此单", "没有查询到结果"])
def test_a_carrier_that_knows_nothing_is_understood(words: str) -> None:
    assert BOOK.says_nothing(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("中通", "中通快递"), ("ZTO", "中通快递"), ("zt", "中通快递"), ("圆通", "圆通速递"), ("韵达", "韵达快递"),
        ("申通", "申通快递"), ("极兔", "极兔速递"), ("J&T", "极兔速递"), ("中国邮政", "邮政快递包裹"), ("EMS", "EMS"),
        ("邮政EMS", "EMS"), ("顺丰", "顺丰速运"), ("SF", "顺丰速运"), ("京东", "京东物流"), ("德邦", "德邦快递"),
        ("丹鸟", "菜鸟速递"), ("百世汇通", "百世快递"), ("安能", "安能物流"), ("壹米滴答", "壹米滴答"),
        ("跨越", "跨越速运"), ("优速", "优速快递"), ("众邮", "众邮快递"), ("丰网", "丰网速运"), ("天天", "天天快递"),
        ("中通快运", "中通快运"),
        ("圆通速递有限公司", "圆通速递"),
    ],
)  # fmt: skip
def test_a_courier_is_known_by_all_its_names(words: str, name: str) -> None:
    assert COURIERS.named(words) == name


def test_replies_offer_couriers_under_the_names_that_the_desk_shows() -> None:
    offered = list(CHOICES["couriers"])
    assert [COURIERS.named(name) for name in offered] == offered
    assert offered == [name for name in COURIERS.names if name in offered]


def test_far_provinces_have_their_region() -> None:
    regions = load_regions(RESOURCES)
    found = [regions.detail_for(name) for name in ("新疆维吾尔自治区", "西藏", "甘肃省", "浙江省")]
    assert found == ["very_remote", "very_remote", "remote", None]


def broken(folder: Path, name: str, old: str, new: str) -> Path:
    """Return resources in which one file of couriers is changed."""
    (folder / "couriers").mkdir()
    text = (RESOURCES / "couriers" / name).read_text("utf-8")
    assert old in text
    (folder / "couriers" / name).write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_words_that_could_never_be_found_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        load_scan_book(broken(tmp_path, "scans.yaml", "- 待揽收", '- "待 揽收"'))
    assert error.value.problem.code == "content_invalid"
    assert error.value.problem.values["key"] == "待 揽收"


def test_a_name_of_two_couriers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        load_couriers(broken(tmp_path, "couriers.yaml", "names: [圆通,", "names: [中通,"))
    assert error.value.problem.values["key"] == "中通"


def test_every_scan_has_words() -> None:
    plain = msgspec.to_builtins(BOOK.rules.rules)
    assert {rule["scan"] for rule in plain} == {scan.value for scan in Scan}
