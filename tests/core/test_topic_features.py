from deskhelper.core.topic_features import lexicon_of, read
from tests.core.topic_model import ALPHABET, READER


def names(text: str) -> set[str]:
    return read(text, READER).names


def test_runs_of_characters_know_begin_and_end() -> None:
    assert {"^发", "发货", "货$", "^发货$", "发"} <= names("发货")
    assert names("发货").isdisjoint({"^", "$"})


def test_a_homophone_typo_has_the_sounds_and_the_meaning_of_the_word() -> None:
    assert {"~fa huo", "#ship"} <= names("发或")
    assert {"~fa huo", "#ship"} <= names("fahuo")


def test_two_meanings_are_a_pair_whatever_stands_between() -> None:
    assert "#refund#ship" in names("发货太慢就退款")
    assert "#refund#ship" in names("退款吧还没发货")


def test_a_meaning_remembers_where_its_word_stands() -> None:
    feature = next(feature for feature in read("快递到哪了", READER).features if feature.name == "#parcel")
    assert (feature.first, feature.last) == (0, 2)


def test_the_longest_word_counts() -> None:
    lexicon = lexicon_of({"send": ["发"], "ship": ["发货"]}, ALPHABET)
    assert (lexicon.by_sign["发货"], lexicon.by_sound["fa huo"], "fa" in lexicon.by_sound) == ("ship", "ship", False)


def test_a_sound_that_two_meanings_share_means_nothing() -> None:
    lexicon = lexicon_of({"ship": ["发货"], "alive": ["发活"], "again": ["法或"]}, ALPHABET)
    assert lexicon.by_sound == {}
    assert lexicon.by_sign["发活"] == "alive"


def test_an_unknown_character_gives_a_word_no_sound() -> None:
    assert lexicon_of({"x": ["发龘"]}, ALPHABET).by_sound == {}


def test_length_is_a_feature_in_steps() -> None:
    assert "_0" in names("发")
    assert "_1" in names("发货")
    assert "_6" in names("发货" * 20)


def test_an_empty_message_has_nothing() -> None:
    message = read("", READER)
    assert (message.units, message.names) == ([], {"^$"})
