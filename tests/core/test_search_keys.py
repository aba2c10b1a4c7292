"""Search keys: a text is found by any run of its characters or initials, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core import search_keys
from deskhelper.core.search_keys import (
    MAX_WORD,
    MAX_WORDS,
    Grams,
    digits_tail,
    grams,
    is_phone,
    letters,
    matches,
    normalise,
    number_match,
    parse_query,
    prefixes,
    product_parts,
    query_grams,
    receiver_parts,
    tail_key,
    tail_keys,
    tail_range,
)

READINGS = {"重": "cz", "庆": "q", "催": "c", "发": "f", "货": "h", "恤": "x", "长": "cz", "乐": "ly", "单": "cds"}
TEXT = st.text(alphabet="重庆催发货恤长乐单aT1%_'\"*😀", min_size=1, max_size=12)
DIGITS = st.text(alphabet="0123456789", min_size=1, max_size=14)


def initials_of(char: str) -> str:
    return READINGS.get(char, "")


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("Ｔ恤１２", "t恤12"),
        (" 加厚 四件套\t", "加厚四件套"),
        ("ＡＢＣ", "abc"),
        ("a\u3000b\u200bc\x00", "abc"),
        ("灰蓝【四件套】", "灰蓝【四件套】"),
        ("", ""),
    ],
)
def test_normal_form_ignores_width_case_and_blanks(raw: str, normal: str) -> None:
    assert normalise(raw) == normal


@pytest.mark.parametrize("query", ["cfh", "催发", "fh", "催fh", "c发h"])
def test_a_text_is_found_by_characters_and_initials(query: str) -> None:
    assert matches(query, ["催发货"], initials_of)


@pytest.mark.parametrize("query", ["zq", "cq"])
def test_every_reading_is_found(query: str) -> None:
    assert matches(query, ["重庆"], initials_of)


@pytest.mark.parametrize("query", ["fc", "催货", "xx", "cfhh", "%", "催发货催发货"])
def test_what_does_not_stand_in_the_text_is_not_found(query: str) -> None:
    assert not matches(query, ["催发货"], initials_of)


def test_a_match_does_not_run_across_parts() -> None:
    assert product_parts("催 发", "货") == ["催发", "货"]
    assert not matches("发货", product_parts("催发", "货"), initials_of)
    assert not matches("fh", product_parts("催发", "货"), initials_of)


def test_asterisks_are_no_part_of_a_receiver() -> None:
    assert receiver_parts("张**") == ["张"]
    assert receiver_parts("张*三") == ["张", "三"]
    assert receiver_parts("*") == []


def test_a_latin_letter_or_digit_is_typed_as_itself() -> None:
    assert [letters(char, initials_of) for char in "t1%重"] == ["t", "1", "", "cz"]


@given(TEXT, st.data())
def test_a_part_of_a_text_is_always_found(text: str, data: st.DataObject) -> None:
    part = normalise(text)
    start = data.draw(st.integers(0, len(part) - 1))
    piece = part[start : data.draw(st.integers(start + 1, len(part)))]
    typed = "".join(data.draw(st.sampled_from(char + letters(char, initials_of))) for char in piece)
    assert matches(typed, [part], initials_of)
    assert set(query_grams(typed)) <= grams([part], initials_of)


@given(TEXT, TEXT)
def test_what_matches_has_all_grams(text: str, query: str) -> None:
    part, word = normalise(text), normalise(query)
    if matches(word, [part], initials_of):
        assert set(query_grams(word)) <= grams([part], initials_of)


def test_a_repeated_letter_is_a_gram_of_its_own() -> None:
    assert query_grams("cccc5") == ["cc", "c5", "cccc"]
    assert query_grams("000") == ["00", "000"]
    assert "000" in grams(["1000"], initials_of)
    assert "ccc" in grams(["重长催"], initials_of)
    assert "cccc" not in grams(["重长催"], initials_of)


@given(st.text(alphabet="重长催单", min_size=3, max_size=9), st.integers(1, 9))
def test_a_repeated_initial_finds_what_can_be_read_so(text: str, count: int) -> None:
    if matches("c" * count, [text], initials_of):
        assert set(query_grams("c" * count)) <= grams([text], initials_of)


def test_a_query_is_split_at_any_blank_and_says_each_word_once() -> None:
    words = parse_query(" 灰蓝\u3000４２６８ 灰蓝\n")
    assert [(word.text, word.number, word.digits) for word in words] == [("灰蓝", "", ""), ("4268", "4268", "4268")]


def test_kinds_of_words() -> None:
    kinds = {word.text: (word.number, word.digits) for word in parse_query("yt75 260519-1 abc 200x230cm -")}
    assert kinds == {
        "yt75": ("yt75", ""),
        "260519-1": ("260519-1", "2605191"),
        "abc": ("", ""),
        "200x230cm": ("200x230cm", ""),
        "-": ("", ""),
    }


def test_a_pasted_page_is_cut_to_a_few_short_words() -> None:
    words = parse_query(" ".join(f"{'字' * 200}{number}" for number in range(50)) + " x" * 500)
    assert len(words) <= MAX_WORDS
    assert all(len(word.text) <= MAX_WORD for word in words)
    assert parse_query(" \t\n") == []


@pytest.mark.parametrize(
    ("number", "tail"),
    [("260519-123456", "260519123456"), ("YT123", "123"), ("138****0001", "0001"), ("1387677****", ""), ("", "")],
)
def test_last_digits(number: str, tail: str) -> None:
    assert digits_tail(number) == tail
    assert (tail_key(number) is None) == (tail == "")


def test_what_is_remembered_of_grams_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_keys, "PAIRS_REMEMBERED", 2)
    made = Grams(lambda char: READINGS.get(char, ""))
    assert [made.of([text]) for text in ("重庆单", "催发货", "0000")] == [
        grams([text], lambda char: READINGS.get(char, "")) for text in ("重庆单", "催发货", "0000")
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ["260519-000012345678", "260519-000087654321", ""],
        ["138****0001", "1387677****", "YT12345678", "", "7", "1***5678"],
    ],
)
def test_the_tails_of_many_numbers_are_those_of_each(numbers: list[str]) -> None:
    for _ in range(2):
        assert tail_keys(numbers) == [tail_key(number) for number in numbers]


@given(DIGITS, DIGITS)
def test_a_tail_range_has_just_the_numbers_that_end_so(number: str, tail: str) -> None:
    low, high = tail_range(tail)
    key = tail_key(number)
    assert key is not None
    if number.endswith(tail):
        assert low <= key < high
    elif low <= key < high:
        assert number[-8:].endswith(tail[-8:])


@given(DIGITS)
def test_the_key_of_a_number_does_not_depend_on_what_was_asked_before(number: str) -> None:
    assert tail_key(number) == tail_key(f"YT{number}") == tail_key(number)
    assert tail_key(f"1***{number[-4:]}") == tail_key(number[-4:])


def test_the_dash_of_an_order_number_may_be_left_out() -> None:
    word = parse_query("260519123")[0]
    assert prefixes(word) == ["260519123", "260519-123"]
    assert number_match(word, ("260519-123456", ""), "") == 1
    assert number_match(parse_query("260519123456")[0], ("260519-123456", ""), "") == 2


@pytest.mark.parametrize(
    ("query", "rank"),
    [
        ("260519-123456789", 2),
        ("yt900", 1),
        ("YT9004268", 2),
        ("4268", 1),
        ("6789", 1),
        ("0001", 1),
        ("13812340001", 2),
        ("13912340001", 0),
        ("999", 0),
        ("yt", 0),
    ],
)
def test_numbers_match_as_a_whole_from_the_front_and_from_the_end(query: str, rank: int) -> None:
    word = parse_query(query)[0]
    assert number_match(word, ("260519-123456789", "YT9004268"), "138****0001") == rank


def test_a_masked_end_of_a_phone_is_no_phone() -> None:
    assert not is_phone("13876770001", "1387677****")
    assert is_phone("13876770001", "138****0001")
