"""What the clipboard watch takes for an order number, for a buyer's message, and what it passes over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.watch import MOST_CHARS, MOST_LINES, NOTHING, Clip, ClipKind, is_message, read_clip

NUMBER = "260519-123456789012345"
KNOWN = {"2605190000012345678", "773000000000123", "YT8800000000123", NUMBER}


def read(text: str) -> Clip:
    return read_clip(text, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (NUMBER, NUMBER),
        (f"  {NUMBER}\n", NUMBER),
        ("260519-999999999999999", "260519-999999999999999"),
        (f"订单编号:{NUMBER}", NUMBER),
        (f"订单编号：{NUMBER} 复制", NUMBER),
        (f"Order No. {NUMBER}", NUMBER),
        ("２６０５１９－１２３４５６７８９０１２３４５", NUMBER),
        (f"{NUMBER}\n{NUMBER}", NUMBER),
        ("订单号：123456789012", "123456789012"),
        ("2605190000012345678", "2605190000012345678"),
        ("773000000000123", "773000000000123"),
        ("YT8800000000123", "YT8800000000123"),
        ("快递单号：YT8800000000123", "YT8800000000123"),
    ],
)
def test_an_order_number_is_known_with_its_label_or_without(text: str, number: str) -> None:
    assert read(text) == Clip(ClipKind.ORDER_NUMBER, number)


@pytest.mark.parametrize(
    "text",
    [
        "在吗",
        "嗯",
        "什么时候发货啊？？",
        "還沒發貨嗎",
        "到哪了\n怎么还没动\n都三天了",
        f"{NUMBER} 这个什么时候到",
        "帮我看下YT8800000000123到哪了",
        "https://mobile.example.com/goods.html?goods_id=1234567 这个有货吗",
        "ok收到",
    ],
)
def test_what_a_buyer_may_have_written_is_a_message_in_its_own_words(text: str) -> None:
    assert read(f" {text} ") == Clip(ClipKind.MESSAGE, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "hello",
        "6222020000000000000",  # as long as a bank card, and no order has it
        "13800000000",
        "12345",
        "Tr0ub4dor&3",
        "correct-horse-battery",
        'print("你好")',
        "{亲}，您好",
        "订单号\t商品\t数量",
        "https://mobile.example.com/goods.html?goods_id=1234567",
        f"{NUMBER},260519-123456789012346",
        f"{NUMBER},shipped",
        "好" * (MOST_CHARS + 1),
        "好\n" * MOST_LINES + "好",
        "？？？",
    ],
)
def test_everything_else_is_nothing(text: str) -> None:
    assert read(text) is NOTHING


def test_a_number_is_only_looked_up_where_it_is_one() -> None:
    asked: list[str] = []
    for text in ("password1", "12345", "abcdefgh", "什么时候到", NUMBER, "99-99", "AB12-34-56"):
        read_clip(text, lambda number: bool(asked.append(number)))
    assert asked == ["AB12-34-56"]


def test_bounds_of_a_message_are_its_own() -> None:
    assert is_message("好" * MOST_CHARS)
    assert is_message("\n".join(["好"] * MOST_LINES))
    assert is_message("好ab")
    assert not is_message("好abc")


@given(st.text(max_size=400))
def test_whatever_was_copied_is_read_without_fault_and_nothing_is_added(text: str) -> None:
    clip = read_clip(text, lambda number: False)
    assert clip.kind is not ClipKind.MESSAGE or clip.words in text
