"""The shop's own word list: kept in the data folder, in force at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.outgoing import Rule, WordRules
from deskhelper.core.outgoing.word_list import OwnWord, WordList
from deskhelper.services.words import WordService
from tests.services.conftest import HouseAt


def found(house: House, text: str) -> list[str]:
    return [finding.words for finding in house.cases.check(text)]


def test_an_own_word_is_in_force_at_once_and_after_the_next_start(house_at: HouseAt) -> None:
    house = house_at()
    assert found(house, "亲，秒发哦") == []
    assert house.words.add_words([OwnWord("秒发", Rule.WORDING, "尽快发")]) == 1
    assert found(house, "亲，秒发哦") == ["秒发"]
    assert house.words.add_words([OwnWord("秒发", Rule.WORDING, "尽快发")]) == 0
    assert found(house_at(), "亲，秒发哦") == ["秒发"]


def test_a_shipped_word_is_switched_off_and_on(house: House) -> None:
    assert found(house, "这件宝贝") == ["宝贝"]
    house.words.switch("宝贝", False)
    assert found(house, "这件宝贝") == []
    (line,) = [word for word in house.words.shipped() if word.words == "宝贝"]
    assert line.is_off
    house.words.switch("宝贝", True)
    assert found(house, "这件宝贝") == ["宝贝"]


def test_the_library_is_the_same_object_until_the_list_changes(house: House) -> None:
    house.words.add_words([OwnWord("秒发")])
    before = house.cases.library
    assert house.cases.library is before
    house.words.keep(WordList(harmless=("宝贝熊",)))
    assert house.cases.library is not before
    assert found(house, "宝贝熊") == []


def test_a_list_with_a_word_that_cannot_be_kept_is_refused_whole(house: House) -> None:
    with pytest.raises(WorldError) as refused:
        house.words.keep(WordList(own=(OwnWord("秒发"), OwnWord("好"))))
    assert refused.value.problem.code == "word_length"
    assert house.words.kept == WordList()


def test_a_broken_file_is_put_aside_and_told(house: House, tmp_path: Path) -> None:
    path = tmp_path / "own" / "words.json"
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    words = WordService(path, lambda: house.library.words)
    problem = words.trouble()
    assert problem is not None
    assert problem.code == "words_broken"
    assert words.kept == WordList()
    assert path.with_suffix(".broken.json").exists()
    assert house.words.trouble() is None


def test_a_folder_that_cannot_be_written_is_told(house: House, tmp_path: Path) -> None:
    words = WordService(tmp_path / "nowhere" / "words.json", lambda: house.library.words)
    with pytest.raises(WorldError) as refused:
        words.add_words([OwnWord("秒发")])
    assert refused.value.problem.code == "file_unwritable"
    assert words.kept == WordList()


def test_a_broken_list_is_missed_by_whoever_asks_first(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    for _ in range(50):
        path.write_text("{", encoding="utf-8")
        service = WordService(path, lambda: WordRules(()))
        with ThreadPoolExecutor(4) as threads:
            told = [asked.result() for asked in [threads.submit(service.trouble) for _ in range(4)]]
        assert all(problem is not None for problem in told)
