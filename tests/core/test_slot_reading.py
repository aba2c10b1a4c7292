from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.facts import Moment
from deskhelper.core.flow import Limit
from deskhelper.core.moments import zone
from deskhelper.core.policy import Policy
from deskhelper.core.slot import Asked, SlotKind
from deskhelper.core.slot_reading import hours_until, slot_from_fact, slot_from_figure
from tests.core.make import NOW, asked, at, facts, plain_library
from tests.core.slots import code, read, spec

NOTHING = [
    "XX", "xx", "ＸＸ", "ｘ", "×", "*", "***", "＊＊", "?", "？", "__", "＿", "…", "...",
    "。。", "-", "－", "—", "/", " ",
]  # fmt: skip


@pytest.mark.parametrize("kind", list(SlotKind))
@pytest.mark.parametrize("given", NOTHING)
def test_what_stands_for_nothing_fills_no_slot(kind: SlotKind, given: str) -> None:
    assert code(read(kind.value, given)) == "slot_nothing"


@pytest.mark.parametrize("kind", list(SlotKind))
@pytest.mark.parametrize("given", ["", "\u200b", "{new_time}", "\u200bXX\u200b", "\ufeff-"])
def test_emptiness_that_cannot_be_seen_fills_no_slot(kind: SlotKind, given: str) -> None:
    assert read(kind.value, given, least=2).is_gap


@pytest.mark.parametrize(
    ("given", "limit", "problem"),
    [
        ("2026-05-19 18:00", Limit.PROMISE, None),
        ("2026-05-19T18:00:00+08:00", Limit.PROMISE, None),
        ("2026-05-19T10:00Z", Limit.PROMISE, None),
        ("2026-05-19 18:30", Limit.PROMISE, "slot_hour"),
        ("2026-05-19 18:00:01", Limit.PROMISE, "slot_hour"),
        ("2026-05-19 11:00", Limit.PROMISE, "slot_past"),
        ("2026-05-19 12:00", Limit.PROMISE, "slot_past"),
        ("2026-05-19 13:00", Limit.PROMISE, None),
        ("2026-05-20 09:00", Limit.PROMISE, None),
        ("2026-05-20 10:00", Limit.PROMISE, "slot_past_promise"),
        ("2026-05-20 10:00", Limit.UNLESS_PASSED, "slot_past_promise"),
        ("2026-05-20 10:00", Limit.NONE, None),
        ("18:00", Limit.NONE, "slot_time"),
        ("明天", Limit.NONE, "slot_time"),
        ("0001-01-01 00:00", Limit.NONE, "slot_time"),
        ("9999-12-31T23:00-12:00", Limit.NONE, "slot_time"),
    ],
)
def test_a_time_told_to_the_buyer_is_a_whole_hour_to_come_and_inside_the_promise(
    given: str, limit: Limit, problem: str | None
) -> None:
    assert code(read("hour", given, asked(limit))) == problem


def test_a_time_at_the_very_promise_is_inside_it() -> None:
    against = asked(Limit.PROMISE, promised_ship_by=at("2026-05-19 18:00"))
    assert code(read("hour", "2026-05-19 18:00", against)) is None
    assert code(read("hour", "2026-05-19 19:00", against)) == "slot_past_promise"


def test_a_passed_promise_bounds_a_time_unless_the_limit_lets_go() -> None:
    def problem(limit: Limit, **changes: Any) -> str | None:
        return code(read("hour", "2026-05-21 18:00", asked(limit, **changes)))

    passed: dict[str, Any] = {"promised_ship_by": at("2026-05-19 09:00")}
    derived: dict[str, Any] = {"promised_ship_by": None, "grouped_at": at("2026-05-16 09:00")}
    assert problem(Limit.PROMISE, **passed) == "slot_past_promise"
    assert problem(Limit.UNLESS_PASSED, **passed) is None
    assert problem(Limit.PROMISE, **derived) is None
    assert problem(Limit.PROMISE, promised_ship_by=None) == "slot_past_promise"
    assert problem(Limit.PROMISE, promised_ship_by=None, grouped_at=None) is None


def test_a_whole_hour_is_one_of_the_shops_zone() -> None:
    half = zone("Asia/Kolkata")
    against = Asked(Moment(NOW, half), facts(), Limit.NONE)
    assert code(read("hour", "2026-05-19 18:00", against)) is None
    assert code(read("hour", "2026-05-19T18:00+08:00", against)) == "slot_hour"


def test_a_time_is_worded_for_the_buyer_and_kept_as_an_instant() -> None:
    value = read("hour", "2026-05-19 18:00")
    assert (value.words, value.at, value.by) == ("今天（5月19日）18点", at("2026-05-19 18:00"), "agent")


def test_a_past_time_is_worded_to_the_minute_and_one_to_come_is_refused() -> None:
    value = read("time", "2026-05-18 09:12")
    assert (value.words, value.at, code(value)) == ("5月18日9点12分", at("2026-05-18 09:12"), None)
    assert read("time", "2026-05-19 12:00").words == "5月19日12点"
    assert code(read("time", "2026-05-19 12:00")) is None
    assert code(read("time", "2026-05-19 12:01")) == "slot_future"
    assert code(read("time", "昨天")) == "slot_time"


@pytest.mark.parametrize(
    ("given", "problem", "words"),
    [
        ("5", None, "5"), ("5.50", None, "5.50"), ("￥5", None, "5"), ("5元", None, "5"), ("0.01", None, "0.01"),
        ("500", None, "500"), ("0", "slot_money_range", None), ("-5", "slot_money_range", None),
        ("500.01", "slot_money_range", None), ("999999999", "slot_money_range", None), ("1" * 30, "slot_money", None),
        ("五元", "slot_money", None), ("5.555", "slot_money", None), ("nan", "slot_money", None),
        ("1e3", "slot_money", None),
        ("５", None, "5"), ("５．５", "slot_money", None), ("1" + ",000" * 2000, "slot_money", None),
    ],
)  # fmt: skip
def test_money_is_an_amount_within_its_bounds(given: str, problem: str | None, words: str | None) -> None:
    value = read("money", given, least=1, most=50000)
    assert code(value) == problem
    if words:
        assert (value.words, value.fen) == (words, round(float(words) * 100))


@pytest.mark.parametrize("kind", ["minutes", "hours", "days"])
@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("1", None), ("030", None), ("1440", None), ("0", "slot_count_range"), ("1441", "slot_count_range"),
        ("-5", "slot_count"), ("1.5", "slot_count"), ("三十", "slot_count"), ("３０", "slot_count"),
        ("²", "slot_count"),
        ("3 0", "slot_count"), ("9" * 5000, "slot_count"),
    ],
)  # fmt: skip
def test_a_count_is_a_whole_number_within_its_bounds(kind: str, given: str, problem: str | None) -> None:
    assert code(read(kind, given, most=1440)) == problem


def test_a_count_is_worded_without_leading_zeros() -> None:
    assert read("minutes", "030", most=1440).words == "30"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("773000000000123", None), ("SF1000000000001", None), ("7730 0000 0000 123", None), ("YT-123456", None),
        ("12345", "slot_number"), ("1" * 31, "slot_number"), ("7.73E+14", "slot_number"), ("单号123456", "slot_number"),
        ("７７３０００", "slot_number"), ("-123456", "slot_number"), ("123456***", "slot_number"),
    ],
)  # fmt: skip
def test_a_tracking_number_looks_like_one(given: str, problem: str | None) -> None:
    assert code(read("number", given)) == problem


def test_a_tracking_number_loses_its_blanks() -> None:
    assert read("number", "7730 0000 0000 123").words == "773000000000123"


@pytest.mark.parametrize("kind", ["choice", "words"])
@pytest.mark.parametrize(
    ("given", "problem", "words"),
    [
        ("盘点", None, "盘点"), ("  仓库\n盘点\t中 ", None, "仓库 盘点 中"), ("盘点。", None, "盘点"),
        ("盘点！；", None, "盘点"),
        ("仓\u200b库", None, "仓库"), ("盘", "slot_words", None), ("盘" * 41, "slot_words", None),
        ("因为{reason}", "slot_words", None), ("盘点}", "slot_words", None), ("，，", "slot_words", None),
    ],
)  # fmt: skip
def test_words_are_bounded_and_fit_into_a_sentence(
    kind: str, given: str, problem: str | None, words: str | None
) -> None:
    value = read(kind, given, least=2, most=40)
    assert code(value) == problem
    if words:
        assert value.words == words


@given(st.sampled_from(list(SlotKind)), st.text(max_size=40), st.sampled_from(list(Limit)))
def test_any_input_is_either_a_problem_or_words(kind: SlotKind, given: str, limit: Limit) -> None:
    value = read(kind.value, given, asked(limit), least=2, most=40)
    assert value.is_gap or value.words.strip()
    assert value.is_gap or not set("{}") & set(value.words)


@pytest.mark.parametrize(
    ("kind", "fact", "changes", "given", "words"),
    [
        ("number", "tracking_no", {"tracking_no": "773000000000123"}, "773000000000123", "773000000000123"),
        ("hours", "promise_hours", {}, "48", "48"),
        ("time", "shipped_at", {"shipped_at": at("2026-05-18 09:12")}, "2026-05-18T09:12:00+08:00", "5月18日9点12分"),
        (
            "hour",
            "promise_at",
            {"promised_ship_by": at("2026-05-20 09:00")},
            "2026-05-20T09:00:00+08:00",
            "明天（5月20日）9点",
        ),
        ("money", "paid_fen", {"paid_fen": 3560}, "35.60", "35.60"),
    ],
)
def test_a_slot_is_filled_by_the_order(kind: str, fact: str, changes: dict[str, Any], given: str, words: str) -> None:
    value = slot_from_fact("slot", spec(kind, fact=fact), asked(**changes))
    assert (value.by, value.given, value.words, value.is_gap) == ("order", given, words, False)


@pytest.mark.parametrize(
    ("until", "words", "problem"),
    [
        ("2026-05-20 09:00", "明天（5月20日）9点", None),
        ("2026-05-20 09:59", "明天（5月20日）9点", None),
        ("2026-05-19 09:00", None, "slot_past"),
    ],
)
def test_a_time_of_the_order_is_told_as_a_whole_hour_still_to_come(
    until: str, words: str | None, problem: str | None
) -> None:
    value = slot_from_fact("slot", spec("hour", fact="promise_at"), asked(promised_ship_by=at(until)))
    assert (value.by, code(value)) == ("order", problem)
    if words is not None:
        assert (value.words, value.at) == (words, at(until) // 3600 * 3600)


def test_a_time_of_the_order_can_be_counted_from() -> None:
    shipped = at("2026-05-18 09:12")
    assert slot_from_fact("slot", spec("time", fact="shipped_at"), asked(shipped_at=shipped)).at == shipped
    assert slot_from_fact("slot", spec("hours", fact="promise_hours"), asked()).at is None


def test_what_the_order_does_not_say_is_a_gap() -> None:
    assert slot_from_fact("slot", spec("number", fact="tracking_no"), asked()).is_gap
    assert slot_from_fact("slot", spec("number"), asked(tracking_no="773000000000123")).is_gap


def policy() -> Policy:
    return msgspec.convert(plain_library()["policy"], Policy)


def test_a_settled_figure_fills_a_slot_and_an_unsettled_one_never_does() -> None:
    value = slot_from_figure("slot", spec("hours", figure="scan"), policy())
    assert (value.by, value.words, value.is_gap) == ("policy", "24", False)
    assert slot_from_figure("slot", spec("hours", figure="fine"), policy()).is_gap
    with pytest.raises(KeyError):
        slot_from_figure("slot", spec("hours", figure="none"), policy())


@pytest.mark.parametrize(
    ("given", "hours"), [("2026-05-19 13:00", "1"), ("2026-05-19 18:00", "6"), ("2026-05-20 12:00", "24")]
)
def test_hours_are_counted_to_a_time(given: str, hours: str) -> None:
    value = hours_until("hours", read("hour", given), NOW)
    assert (value.by, value.words) == ("order", hours)


def test_hours_to_a_time_are_rounded_up_and_never_none() -> None:
    target = read("hour", "2026-05-19 18:00")
    assert hours_until("hours", target, NOW - 1).words == "7"
    assert hours_until("hours", target, at("2026-05-19 18:00")).words == "1"
    assert hours_until("hours", read("hour", "2026-05-19 18:30"), NOW).is_gap
    assert hours_until("hours", read("minutes", "5"), NOW).is_gap


def test_a_time_is_no_farther_ahead_than_its_slot_allows() -> None:
    assert code(read("hour", "2026-05-21 12:00", most=48)) is None
    assert code(read("hour", "2026-05-21 13:00", most=48)) == "slot_far"


@pytest.mark.parametrize(
    ("paid", "given", "problem"),
    [
        (5990, "59.90", None), (5990, "59.91", "slot_money_range"), (1, "0.01", None), (1, "5", "slot_money_range"),
        (None, "500", None), (0, "500", None), (999_999, "500.01", "slot_money_range"),
    ],
)  # fmt: skip
def test_no_more_is_paid_back_than_was_paid(paid: int | None, given: str, problem: str | None) -> None:
    against = Asked(Moment(NOW, zone()), {"paid_fen": paid})
    assert code(read("money", given, against, most=50000, most_fact="paid_fen")) == problem


def test_an_amount_that_is_too_high_is_told_with_what_was_paid() -> None:
    against = Asked(Moment(NOW, zone()), {"paid_fen": 5990})
    problem = read("money", "60", against, most_fact="paid_fen").problem
    assert problem is not None
    assert problem.values["most"] == "59.90"


def test_a_slot_drops_lead_ins_and_shows_the_beginning_of_a_title() -> None:
    assert read("choice", "因为下雨", drops=("因为",)).words == "下雨"
    told = slot_from_fact(
        "slot", spec("words", fact="product", shown=4), Asked(Moment(NOW, zone()), {"product": "纯棉四件套"})
    )
    assert (told.words, told.is_gap) == ("纯棉四…", False)


@pytest.mark.parametrize(
    ("kind", "given", "problem"),
    [
        ("number", "000000000000", "slot_number"), ("number", "000000000001", None),
        ("choice", "12345678", "slot_words"), ("choice", "1号仓", None), ("words", "42", None),
    ],
)  # fmt: skip
def test_a_number_of_one_digit_and_a_choice_without_a_letter_say_nothing(
    kind: str, given: str, problem: str | None
) -> None:
    assert code(read(kind, given)) == problem
