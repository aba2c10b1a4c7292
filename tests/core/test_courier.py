import pytest

from deskhelper.core.anomaly import Regions
from deskhelper.core.carriers import Carriers
from deskhelper.core.courier import Courier, Couriers, named_courier
from deskhelper.core.trace import ScanBook, ScanRules

BOOK = Couriers(
    {
        "zto": Courier("中通快递", ("中通", "zt")),
        "zto_freight": Courier("中通快运"),
        "jt": Courier("极兔速递", ("J&T",)),
        "best": Courier("百世快递", part_of="jt"),
        "ems": Courier("EMS", ("邮政EMS",)),
    }
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("中通", "中通快递"),
        (" ZTO ", "中通快递"),
        ("ＺＴ", "中通快递"),
        ("中通快递（杭州）", "中通快递"),
        ("中通-快运", "中通快运"),
        ("j&t", "极兔速递"),
        ("邮政EMS", "EMS"),
        ("ems小包", "ems小包"),
        (" 某某快递 ", "某某快递"),
        ("", ""),
    ],
)
def test_a_courier_has_one_name(words: str, name: str) -> None:
    assert BOOK.named(words) == name


def test_couriers_are_compared_by_their_one_name() -> None:
    assert BOOK.may_be_same("中通", "zto")
    assert not BOOK.may_be_same("中通", "极兔速递")
    assert BOOK.may_be_same("百世快递", "极兔速递")


@pytest.mark.parametrize(("one", "other"), [("", "中通"), ("某某", "中通"), ("中通", "某某")])
def test_a_courier_that_nobody_knows_contradicts_nothing(one: str, other: str) -> None:
    assert BOOK.may_be_same(one, other)


def test_no_two_couriers_have_one_name() -> None:
    with pytest.raises(ValueError, match="ZT"):
        Couriers({"a": Courier("甲", ("zt",)), "b": Courier("乙", ("ZT",))})


def test_the_names_stand_in_the_files_order() -> None:
    assert BOOK.names == ["中通快递", "中通快运", "极兔速递", "百世快递", "EMS"]


def test_all_that_is_known_of_carriers_goes_together() -> None:
    known = Carriers(ScanBook(ScanRules(())), BOOK, Regions())
    assert known.couriers.named("zt") == "中通快递"


@pytest.mark.parametrize("words", ["", " ", "其他", " 其它快递 ", "-", "无需物流", "自提"])
def test_words_that_name_no_courier_are_none(words: str) -> None:
    assert named_courier(words) is None


def test_a_courier_is_named_as_the_file_has_it() -> None:
    assert named_courier(" 某某快递 ") == "某某快递"
