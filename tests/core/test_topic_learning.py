from deskhelper.core.topic_features import read
from deskhelper.core.topic_learning import MOST, NEAREST, NOTHING_LEARNT, STRENGTH, Correction, Learnt
from tests.core.topic_model import READER

MESSAGE = read("快递被狗吃了", READER)


def learnt(*pairs: tuple[str, str]) -> Learnt:
    return Learnt([Correction(text, topic) for text, topic in pairs], READER)


def test_without_corrections_nothing_is_moved() -> None:
    assert NOTHING_LEARNT.near(MESSAGE) == []
    assert NOTHING_LEARNT.settled(MESSAGE, {"a": 1.0}) == {"a": 1.0}


def test_the_same_message_is_as_near_as_can_be() -> None:
    (near,) = learnt(("快递被狗吃了", "refund")).near(MESSAGE)
    assert (near.topic, round(near.strength, 9)) == ("refund", STRENGTH)


def test_what_has_little_in_common_is_not_near() -> None:
    assert learnt(("今天下雨", "other"), ("猫", "other"), ("大家晚饭吃了没有呀", "other")).near(MESSAGE) == []


def test_the_nearest_come_first_and_only_a_few() -> None:
    many = [(f"快递被狗吃了{char}", char) for char in "甲乙丙丁戊己庚"]
    found = learnt(*many, ("快递被狗吃了", "same")).near(MESSAGE)
    assert len(found) == NEAREST
    assert found[0].topic == "same"


def test_of_the_same_text_the_newest_counts() -> None:
    twice = learnt(("快递被狗吃了", "refund"), ("快递被狗吃了", "other"))
    scores = twice.settled(MESSAGE, {"refund": 0.9, "other": 0.1})
    assert max(scores, key=lambda name: scores[name]) == "other"
    assert round(sum(scores.values()), 9) == 1


def test_a_message_that_nobody_corrected_stays_as_it_is() -> None:
    scores = {"refund": 0.9, "other": 0.1}
    assert learnt(("别的", "other")).settled(MESSAGE, scores) == scores
    assert learnt(("快递被狗吃了", "gone")).settled(MESSAGE, scores) == scores


def test_features_in_common_share_what_the_correction_gives() -> None:
    one = learnt(("快递被狗吃了", "refund"), ("狗吃了", "other"))
    near = one.near(MESSAGE)
    shared = one.shared(near, "refund")
    assert round(sum(shared.values()), 6) == STRENGTH
    assert one.shared(near, "parcel") == {}


def test_only_the_newest_corrections_are_kept_in_force() -> None:
    old = [("快递被狗吃了", "refund")] + [(f"第{number}条", "other") for number in range(MOST)]
    assert all(one.topic == "other" for one in learnt(*old).near(MESSAGE))


def test_corrections_without_a_reader_are_only_kept() -> None:
    kept = Learnt([Correction("快递被狗吃了", "refund")])
    assert kept.near(MESSAGE) == []
    assert kept.settled(MESSAGE, {"refund": 0.1, "other": 0.9}) == {"refund": 0.1, "other": 0.9}
