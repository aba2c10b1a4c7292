import pytest

from deskhelper.core.slot_words import is_nothing_yet, order_words, typed_words

LEADS = ("是因为", "因为", "由于", "原因是")


@pytest.mark.parametrize("given", ["XX", "***", "？？", " - ", "…", "\u200b*\u200b"])
def test_what_only_holds_a_place_is_nothing_yet(given: str) -> None:
    assert is_nothing_yet(given)


def test_words_are_something() -> None:
    assert not is_nothing_yet("仓库盘点")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("仓库盘点。", "仓库盘点"),
        ("因为仓库盘点", "仓库盘点"),
        ("是因为 仓库盘点", "仓库盘点"),
        ("原因是：仓库盘点！", "仓库盘点"),
        ("仓库因为下雨停工", "仓库因为下雨停工"),
        ("什么原因？", "什么原因"),
        ("下雨～", "下雨"),
        ("因为", ""),
        ("仓库\u200b盘\n点", "仓库盘 点"),
    ],
)
def test_a_lead_in_that_the_reply_has_itself_is_not_said_twice(given: str, words: str) -> None:
    assert typed_words(given, LEADS) == words


def test_without_lead_ins_words_stay_as_typed() -> None:
    assert typed_words("因为仓库盘点，") == "因为仓库盘点"


@pytest.mark.parametrize(
    ("words", "shown", "told"),
    [
        ("加厚保温杯", 5, "加厚保温杯"),
        ("加厚保温杯大", 5, "加厚保温…"),
        ("加厚保【升级】", 5, "加厚保…"),
        ("“特价” A款", 24, "特价 A款"),
        ("“特价”  A款", None, "“特价”  A款"),
    ],
)
def test_words_of_the_order_stand_in_quotation_marks_and_are_not_a_whole_title(
    words: str, shown: int | None, told: str
) -> None:
    assert order_words(words, shown) == told
