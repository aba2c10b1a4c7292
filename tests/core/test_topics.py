import pytest
from msgspec.structs import replace

from deskhelper.core.topic_features import read
from deskhelper.core.topic_learning import Correction, Learnt
from deskhelper.core.topic_parts import MOST_READ
from deskhelper.core.topic_text import masked
from deskhelper.core.topics import deciding_words, suggest, weigh
from tests.core.topic_model import ALPHABET, READER, made_model

MODEL = made_model()


def first(text: str) -> str:
    return suggest(text, MODEL)[0].topic


@pytest.mark.parametrize(
    ("text", "topic"), [("发货", "ship"), ("发或啊", "ship"), ("我要退款", "refund"), ("快递到哪了", "parcel")]
)
def test_the_features_that_are_known_decide(text: str, topic: str) -> None:
    assert first(text) == topic


def test_nothing_known_is_other() -> None:
    assert first("嗯嗯") == "other"
    assert first("") == "other"


def test_three_topics_come_best_first_with_shares_of_one() -> None:
    found = suggest("快递到哪了", MODEL)
    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert 0 < sum(one.score for one in found) <= 1.0001
    assert found[0].title.zh == "parcel"


def test_the_words_that_decided_stand_in_the_message_as_written() -> None:
    assert suggest("我的快递，到哪了", MODEL)[0].words == ["快递", "到哪"]
    assert suggest("發貨嗎", MODEL)[0].words == ["發貨"]
    assert suggest("嗯嗯", MODEL)[0].words == []


def test_a_filler_is_no_word() -> None:
    message = read("吗了", READER)
    assert deciding_words(message, {"吗": 1.0, "了": 0.9}) == []


def test_the_same_word_twice_is_said_once_and_at_most_three_are() -> None:
    message = read("退款，退款，快递，到哪，发货", READER)
    words = deciding_words(message, {"退款": 9.0, "快递": 6.0, "到哪": 5.9, "发货": 5.8})
    assert words == ["退款", "快递", "到哪"]


def test_a_single_character_is_said_only_without_a_longer_word() -> None:
    message = read("退款，急", READER)
    assert deciding_words(message, {"退款": 4.0, "急": 4.0, "_2": 9.0}) == ["退款"], "the length is no word"
    assert deciding_words(message, {"急": 4.0}) == ["急"]


def test_weights_are_summed_over_the_root_of_the_number_of_features() -> None:
    sums = weigh("发货", MODEL)
    count = len(read("发货", READER).names)
    assert sums[0] == pytest.approx(0.1 * 150 / count**0.5)
    assert sums[3] == 0.5


def test_of_a_long_message_the_concern_counts_not_what_is_told_around_it() -> None:
    around = "昨天下雨，路上堵得很。家里两只猫天天打架。" * 3
    assert len(around) > MOST_READ
    for text in (f"我要退款。{around}", f"{around}我要退款。{around}", f"{around}\n我要退款"):
        found = suggest(text, MODEL)[0]
        assert (found.topic, found.words) == ("refund", ["退款"])
    assert first(around) == "other"


def test_a_model_that_knows_no_idle_topic_reads_long_messages_too() -> None:
    model = replace(
        MODEL, topics=MODEL.topics[:3], weights=bytes([9, 0, 0, 0, 9, 0]), places={"退款": 3, "发货": 0}, bias=[0.0] * 3
    )
    assert suggest("嗯嗯。" * 30 + "退款吧。", model)[0].topic == "refund"


def test_the_order_in_hand_moves_topics_that_the_rules_name() -> None:
    assert suggest("发货", MODEL, facts={"has_left": True})[0].topic == "ship"


def test_a_correction_counts_for_the_message_itself() -> None:
    learnt = Learnt([Correction(masked("发货吗", ALPHABET), "other")], READER)
    assert suggest("发货吗", MODEL, learnt)[0].topic == "other"
    assert suggest("發貨嗎？", MODEL)[0].topic == "ship"


def test_a_correction_moves_what_is_like_it_and_says_by_which_words() -> None:
    learnt = Learnt([Correction("狗把它咬坏了怎么弄", "refund")], READER)
    before = {one.topic: one.score for one in suggest("狗把它咬坏了", MODEL)}
    after = suggest("狗把它咬坏了", MODEL, learnt)
    assert after[0].topic == "refund"
    assert after[0].score > before["refund"]
    assert "狗把它咬坏" in after[0].words[0]


def test_a_correction_to_a_topic_that_is_gone_says_nothing() -> None:
    learnt = Learnt([Correction("狗把它咬坏了", "gone")], READER)
    assert suggest("狗把它咬坏了", MODEL, learnt) == suggest("狗把它咬坏了", MODEL)
