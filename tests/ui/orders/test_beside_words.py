import pytest

from deskhelper.core.facts import Facts
from deskhelper.core.moments import DAY, HOUR
from deskhelper.ui.orders.beside_words import (
    anomaly_words,
    beside_words,
    mark_words,
    number_words,
    trace_words,
    window_words,
)
from deskhelper.ui.orders.milestones import Step, scans_of
from tests.ui.orders.made import NOW, ZONE

PICKED: Facts = {
    "picked_up_at": NOW - 9 * HOUR,
    "last_scan_at": NOW - HOUR,
    "last_scan": "话",
    "last_scan_kind": "delivered",
}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"trace_looked_at": NOW}, "No record, looked up 5-19 12:20"),
        (PICKED, "5-19 11:20 话"),
    ],
)
def test_the_last_scan_is_told_with_its_time(facts: Facts, words: str) -> None:
    assert trace_words(facts, ZONE) == words


def test_an_anomaly_is_told_with_its_reason_in_both_languages() -> None:
    facts: Facts = {
        "anomaly": "D-LOGI-6", "anomaly_reason": "2 天没有物流更新", "anomaly_reason_en": "no update for 2 d",
    }  # fmt: skip
    assert anomaly_words(facts, "en") == "No update on the way: no update for 2 d"
    assert anomaly_words(facts, "zh").endswith(": 2 天没有物流更新")
    assert anomaly_words({}, "zh") == ""


def test_a_number_used_twice_is_told_with_the_end_of_the_other_order() -> None:
    facts: Facts = {"number_reused": True, "number_reused_by": "260518-111111111112075"}
    assert number_words(facts) == "Number also used for another receiver: order …2075"
    assert beside_words(facts, ZONE, "en")[2] == number_words(facts)
    assert number_words({"number_reused": None, "number_reused_by": None}) == ""


def test_open_windows_are_told_with_their_last_day_and_what_is_left() -> None:
    midnight = NOW - NOW % DAY - 8 * HOUR + DAY
    facts: Facts = {
        "no_reason_until": midnight, "no_reason_left": midnight - NOW, "refund_until": NOW - HOUR, "refund_left": None,
        "exchange_until": midnight + DAY, "exchange_left": midnight + DAY - NOW,
    }  # fmt: skip
    words = window_words(facts, ZONE, "en")
    assert words == "return until 5-19 (11 h 40 min) · exchange until 5-20 (1 d 11 h)"


def test_windows_of_one_day_are_told_together() -> None:
    facts: Facts = {
        "no_reason_until": NOW + HOUR, "no_reason_left": HOUR, "refund_until": NOW + HOUR, "refund_left": HOUR,
    }  # fmt: skip
    assert window_words(facts, ZONE, "en") == "return/refund until 5-19 (1 h)"


def test_windows_that_are_over_are_said_to_be_and_unknown_ones_are_not() -> None:
    assert window_words({"refund_until": NOW - 1, "refund_left": None}, ZONE, "en") == "after-sale windows are over"
    assert window_words({}, ZONE, "en") == ""


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"is_custom": False, "custom_files": 0, "is_presale": False}, ""),
        ({"is_custom": True}, "Custom-made"),
        (
            {"is_custom": True, "custom_stage": "production", "custom_files": 2},
            "Custom-made: in production · 2 file(s) of the buyer",
        ),
        ({"is_presale": True}, "Presale"),
        ({"is_presale": True, "presale_ends_at": NOW + HOUR, "presale_left": HOUR}, "Presale until 5-19 13:20 (1 h)"),
        ({"is_presale": True, "presale_ends_at": NOW, "presale_left": None}, "Presale until 5-19 12:20 (passed)"),
        (
            {"platform_notice_at": NOW, "evidence_until": NOW + 2 * DAY, "evidence_left": 2 * DAY},
            "Platform in, evidence until 5-21 12:20 (2 d)",
        ),
    ],
)
def test_marks_are_told_with_their_clocks(facts: Facts, words: str) -> None:
    assert "".join(mark_words(facts, ZONE, "en")) == words


def test_each_mark_stands_by_itself_so_that_a_narrow_card_shows_them_all() -> None:
    facts: Facts = {"is_custom": True, "is_presale": True, "platform_notice_at": NOW}
    assert mark_words(facts, ZONE, "en") == ("Platform in, evidence", "Custom-made", "Presale")


def test_all_of_it_is_told_in_one_go() -> None:
    assert beside_words(PICKED, ZONE, "en") == ("5-19 11:20 话", "", "", "", "", "", "")


def test_the_time_line_shows_the_pickup_and_the_last_scan() -> None:
    assert scans_of(PICKED) == {Step.PICKED_UP: NOW - 9 * HOUR, Step.DELIVERED: NOW - HOUR}
    assert scans_of({"last_scan_at": NOW, "last_scan_kind": "other"}) == {}
    only = {"picked_up_at": NOW, "last_scan_at": NOW, "last_scan_kind": "picked_up"}
    assert scans_of(only) == {Step.PICKED_UP: NOW}
