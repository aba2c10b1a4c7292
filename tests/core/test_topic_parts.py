import pytest

from deskhelper.core.topic_parts import LONGEST_TEXT, MOST_READ, part_to_read

CHAT = [f"今天聊到第{number}件小事，说说就过去了。" for number in range(90)]


def bearing(sentence: str) -> float:
    return sentence.count("货") - 0.5


def test_a_short_message_is_read_whole() -> None:
    text = "在吗\n" * (MOST_READ // 3)
    assert part_to_read(text, bearing) == text


@pytest.mark.parametrize("at", [0, 10, 20])
def test_of_a_long_message_the_sentence_that_bears_on_something_is_read_wherever_it_stands(at: int) -> None:
    told = [*CHAT[:at], "什么时候发货？", *CHAT[at:20]]
    assert part_to_read("".join(told), bearing) == "什么时候发货？"


def test_sentences_keep_their_order_and_none_comes_twice() -> None:
    text = "".join(["货坏了。", *CHAT[:5], "货呢货呢！", *CHAT[5:9], "货坏了。"])
    assert part_to_read(text, bearing) == "货坏了。货呢货呢！"


def test_where_nothing_bears_on_anything_the_first_sentences_are_read() -> None:
    assert part_to_read("".join(CHAT[:20]), bearing) == "".join(CHAT[:3])


def test_a_sentence_without_an_end_is_cut_and_what_does_not_fit_gives_way_to_what_does() -> None:
    text = "货" * 40 + "货慢" * 20 + "货" + "，" * 5
    assert part_to_read(text, bearing) == "货" * 40 + "货，，，，，"


def test_of_a_very_long_text_the_begin_and_the_end_are_looked_at() -> None:
    text = "货在头。" + "".join(CHAT) + "货在中间。" + "".join(CHAT) + "货在尾。"
    assert len(text) > LONGEST_TEXT
    assert part_to_read(text, bearing) == "货在头。货在尾。"
