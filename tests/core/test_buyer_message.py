"""What reads like a buyer's message, and the order number in it."""

import pytest

from deskhelper.core.buyer_message import han_count, is_sentence, number_in

NUMBER = "260519-123456789012345"


@pytest.mark.parametrize(
    "text",
    [
        "在吗？",
        "发货了没",
        "什么时候发货",
        "還沒發貨嗎",
        "亲，这个退款退到哪里",
        "在\n怎么不回",
        "我要退货退款",
        "能不能便宜点",
        "行不行给个话",
        "东西收到了少了两件帮忙看看",
        f"{NUMBER} 多久到",
    ],
)
def test_talk_is_a_message(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4268",
        "cfh",
        "发票",
        "修改地址",
        "加厚垃圾袋",
        "灰蓝 四件套",
        "加厚 垃圾袋 家用 手提式 特大号",
        "发货！"[:2],
        "hello?",
        NUMBER,
        "发，票",
    ],
)
def test_what_an_agent_searches_for_is_none(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (NUMBER, NUMBER),
        (f"你好{NUMBER}什么时候发", NUMBER),
        ("２６０５１９－１２３４５６７８９０１２３４５到哪了", NUMBER),
        (f"{NUMBER} 和 260520-123456789012345", NUMBER),
        ("260519-12345678901234", ""),
        (f"9{NUMBER}", ""),
        (f"{NUMBER}9", ""),
        ("773000000000123", ""),
    ],
)
def test_the_first_whole_order_number_is_found(text: str, number: str) -> None:
    assert number_in(text) == number


def test_only_chinese_characters_are_counted() -> None:
    assert han_count("退款 abc 12？") == 2
