import re
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.facts import FactValue
from deskhelper.core.filling import Situation, Sources, filled
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.outgoing import Against
from deskhelper.core.policy import Policy
from deskhelper.core.reply import draft
from deskhelper.core.script_draft import ScriptContent, draft_script
from deskhelper.core.slot import SlotSpec, SlotValue
from deskhelper.core.terms import ShopTerms
from deskhelper.core.told_goods import Places, forbidden_places, told_goods, unquoted
from deskhelper.core.wizard import replay
from tests.core.make import MOMENT, ZONE, library_of, plain_library, situation, text
from tests.core.slots import spec

BARRED = re.compile(r"最新款|微信|全网最低价|最低价|永不|第一|绝对|QQ")
WORDS = library_of(plain_library()).words
POLICY = msgspec.convert(plain_library()["policy"], Policy)
GOODS = {"shown": 24, "stand_in": "这款商品"}


def places(told: str) -> list[tuple[int, int]]:
    return [match.span() for match in BARRED.finditer(told)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("加厚保温杯", "加厚保温杯"),
        ("袜子", "袜子"),
        ("“特价” 毛巾", "特价 毛巾"),
        ("2026最新款冬季羽绒服", "2026…冬季羽绒服"),
        ("最新款保温杯大号", "保温杯大号"),
        ("保温杯大号 最新款", "保温杯大号"),
        ("最新款的保温杯大号", "保温杯大号"),
        ("绝对好用的保温杯", "好用的保温杯"),
        ("【最新款】保温杯大号", "保温杯大号"),
        ("【包邮，全网最低价】保温杯大号", "【包邮】保温杯大号"),
        ("【全网最低价，包邮】保温杯大号", "【包邮】保温杯大号"),
        ("世界第一保温杯大号", "保温杯大号"),
        ("🔥最新款🔥保温杯大号", "🔥 🔥保温杯大号"),
        ("杯最新款绝对保温杯大号", "保温杯大号"),
        ("保温杯最新款绝对大号加厚", "保温杯…大号加厚"),
        ("不贵， 微信 拖把家用", "不贵，拖把家用"),
        ("微信abc12345 纯棉毛巾加厚", "纯棉毛巾加厚"),
        ("微信iPhone15手机壳", "iPhone15手机壳"),
        ("最低价9.9元毛巾纯棉", "毛巾纯棉"),
        ("绝对好毛巾，微信功能，永不", "好毛巾，功能"),
        ("永不褪色床单枕套被套四件套 纯棉加厚", ""),
        ("最新款", ""),
        ("最新款茶", ""),
        ("QQ", ""),
    ],
)
def test_what_may_not_leave_is_left_out_of_a_title(title: str, told: str) -> None:
    assert told_goods(title, 24, places) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("不是最新款保温杯 加厚大号", "加厚大号"),
        ("不是 最新款 保温杯 加厚大号", "保温杯 加厚大号"),
        ("不是【最新款】保温杯 加厚大号", "加厚大号"),
        ("非微信收款机", ""),
        ("不含微信功能手表 防水定位", "防水定位"),
        ("微信不支持手表 防水定位", "防水定位"),
        ("微信功能不支持手表 防水定位儿童", "防水定位儿童"),
        ("永不褪色床单 纯棉加厚", "纯棉加厚"),
        ("防微信追踪器 黑色小号", "黑色小号"),
        ("仿最新款手表 黑色小号", "黑色小号"),
        ("without 微信 watch GPS", "watch GPS"),
        ("特别最新款保温杯", "特别…保温杯"),
        ("未来最新款保温杯", "未来…保温杯"),
        ("不锈钢最新款保温杯", "不锈钢…保温杯"),
        ("最新款不锈钢保温杯", "不锈钢保温杯"),
        ("绝对不掉色四件套", "不掉色四件套"),
        ("无线最新款耳机", "无线…耳机"),
        ("最新款，不含电池 遥控车玩具", "不含电池 遥控车玩具"),
    ],
)
def test_nothing_is_left_out_that_a_negation_bears_on(title: str, told: str) -> None:
    assert told_goods(title, 24, places) == told


def test_a_title_is_cut_after_what_was_left_out_and_no_emoji_in_two() -> None:
    assert told_goods("最新款加厚保温杯大号", 5, places) == "加厚保温…"
    assert told_goods("毛巾毛巾👨\u200d👩", 6, places) == "毛巾毛巾👨…"
    assert told_goods("加厚保温杯大号微信", 6, places) == "加厚保温杯…", "what is not told stops nothing"


def test_a_mark_that_is_itself_in_the_way_goes_and_an_endless_title_is_not_told() -> None:
    assert told_goods("保温杯…大号加厚", 24, lambda told: [(3, 4)] if "…" in told else []) == "保温杯大号加厚"
    assert told_goods("保" * 200, 24, lambda _: [(0, 1)]) == ""


@given(st.text(alphabet="最新款微信永不第一绝对保温杯【】 ，🔥…QQ1a的", max_size=60))
def test_whatever_is_told_may_leave_and_is_short(title: str) -> None:
    told = told_goods(title, 24, places)
    assert len(told) <= 24
    assert not places(told)


def test_a_slot_that_quotes_nothing_has_no_quotation_marks() -> None:
    template = "商品是“{goods}”，也叫「{goods}」，规格是“{size}”，{goods}。"
    assert unquoted(template, ["goods"]) == "商品是{goods}，也叫{goods}，规格是“{size}”，{goods}。"
    assert unquoted(template, []) == template


def found_in(told: str, facts: Mapping[str, FactValue]) -> list[str]:
    found: Places = forbidden_places(WORDS, Against(MOMENT, facts))
    return [told[start:end] for start, end in found(told)]


def test_the_places_are_those_of_the_outgoing_check_in_a_reply_that_quotes_the_title() -> None:
    assert found_in("宝贝毛巾 加微信", {}) == ["加微信", "宝贝"]
    assert found_in("红色毛巾", {"spec": "白色"}) == ["红色"]
    assert found_in("红色毛巾", {"spec": "红色"}) == []
    assert found_in("毛巾***", {}) == ["***"]
    assert found_in("", {}) == [], "an empty quotation is no place in the title"


def goods(title: str, **more: object) -> SlotValue:
    slot = spec("words", **{"fact": "product", **GOODS, **more})
    where = Situation({"product": title}, ShopTerms(), MOMENT)
    return filled(["goods"], Sources({"goods": slot}, POLICY, where, WORDS), {})["goods"]


def test_a_title_is_told_without_what_stops_a_reply_else_what_stands_in() -> None:
    told = goods("宝贝毛巾纯棉加厚")
    assert (told.by, told.given, told.words, told.is_stand_in) == ("order", "毛巾纯棉加厚", "毛巾纯棉加厚", False)
    told = goods("宝贝袜")
    assert (told.by, told.words, told.is_stand_in, told.is_gap) == ("order", "这款商品", True, False)
    assert goods("宝贝袜", stand_in="").is_gap
    assert goods("").is_gap


def test_words_of_the_order_that_are_told_whole_are_not_changed() -> None:
    assert goods("宝贝袜", shown=None).words == "宝贝袜"


def test_replies_leave_by_themselves_whatever_the_title_holds() -> None:
    plain = plain_library()
    plain["slots"]["goods"] = {"kind": "words", "title": text("货"), "fact": "product", **GOODS}
    plain["scripts"]["left"]["wordings"] = ["订单里是“{goods}”。", "您拍的是“{goods}”。"]
    library = library_of(plain)
    flow = library.flows["test"]
    for title, words in (("宝贝毛巾纯棉加厚", "订单里是“毛巾纯棉加厚”。"), ("宝贝袜", "订单里是这款商品。")):
        where = situation(product=title, tracking_no="773000000000123", courier="中通快递")
        made = draft(library, flow, replay(flow, where.facts, {"wants": "ship"}, ZONE), where, {})
        assert (made.text, made.findings) == (words, [])
        slots = msgspec.convert(plain["slots"], dict[str, SlotSpec])
        script = LibraryScript(id="one", title="货", wordings=("订单里是“{goods}”。",))
        said = draft_script(ScriptContent(slots, POLICY, library.words, {}), script, 0, where, {})
        assert (said.text, said.findings) == (words, [])
