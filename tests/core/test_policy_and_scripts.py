from typing import Any

import msgspec
import pytest

from deskhelper.core.order import AfterSale, Status
from deskhelper.core.policy import Alternative, Detail, Figure, Policy, ShopMark, numbers_words, value_words
from deskhelper.core.script import Script
from deskhelper.core.text import Text
from deskhelper.core.tiers import Tier
from tests.core.make import facts, plain_library, text

FIGURE = plain_library()["policy"]["figures"]["scan"]


def figure(**changes: object) -> Figure:
    return msgspec.convert(FIGURE | changes, Figure)


@pytest.mark.parametrize(
    ("since", "confidence", "zh", "en"),
    [
        ("2025-05-15", "A", "2025-05-15 起 · A 级来源", "since 2025-05-15 · source A"),
        ("seed", "C", "出自原始资料 · 未定论", "from the seed documents · unsettled"),
        ("–", "B", "日期不详 · B 级来源", "undated · source B"),
        ("2022-2024", "B", "2022-2024 年的来源 · B 级来源", "sources of 2022-2024 · source B"),
        ("2025-05", "A", "2025-05 起 · A 级来源", "since 2025-05 · source A"),
    ],
)
def test_a_figure_shows_its_date_and_confidence(since: str, confidence: str, zh: str, en: str) -> None:
    assert figure(since=since, confidence=confidence).dated() == Text(zh=zh, en=en)


def test_a_value_that_is_not_its_sources_says_whose_it_is() -> None:
    words = figure(since="seed", confidence="C", value_from=text("其他来源")).dated()
    assert words.zh == "其他来源 · 未定论"


@pytest.mark.parametrize(
    ("confidence", "zh", "en"),
    [
        ("B", "店铺自定，2026-05-19 · 平台 B 级来源", "the shop's own, 2026-05-19 · platform: source B"),
        ("C", "店铺自定，2026-05-19 · 平台未定论", "the shop's own, 2026-05-19 · platform: unsettled"),
    ],
)
def test_a_shops_own_value_says_so_and_keeps_the_platforms_confidence(confidence: str, zh: str, en: str) -> None:
    own = msgspec.structs.replace(figure(confidence=confidence), shop=ShopMark("小云", "2026-05-19"))
    assert own.dated() == Text(zh=zh, en=en)


def test_a_shops_own_value_of_an_unknown_day_has_none() -> None:
    own = msgspec.structs.replace(figure(), shop=ShopMark("", ""))
    assert own.dated() == Text(zh="店铺自定 · 平台 A 级来源", en="the shop's own · platform: source A")


@pytest.mark.parametrize(("confidence", "is_settled"), [("A", True), ("B", True), ("C", False)])
def test_only_figures_of_confidence_c_are_unsettled(confidence: str, is_settled: bool) -> None:
    assert figure(confidence=confidence).is_settled is is_settled


def test_a_policy_gives_numbers_and_says_what_has_none() -> None:
    policy = Policy("pdd", {"scan": figure(), "words": figure(value=None)})
    assert policy.number("scan") == 24
    with pytest.raises(ValueError, match="words"):
        policy.number("words")
    with pytest.raises(KeyError):
        policy.number("none")


def test_a_policy_gives_the_details_and_tiers_of_a_figure() -> None:
    detail = Detail(Text("偏远", "remote"), 72, "hours", "B")
    policy = Policy("pdd", {"transit": figure(details={"remote": detail}), "late": figure(tiers=[{"flat_fen": 300}])})
    assert policy.number("transit", "remote") == 72
    assert policy.tiers("late") == (Tier(flat_fen=300),)
    with pytest.raises(ValueError, match="transit"):
        policy.tiers("transit")
    with pytest.raises(KeyError):
        policy.number("transit", "moon")


def test_a_policy_names_its_sources_in_words() -> None:
    policy = Policy("pdd", {}, {"seed_003": Text("原始资料 003", "seed document 003")})
    assert policy.source_words("seed_003").zh == "原始资料 003"
    assert policy.source_words("店里的公告").en == "店里的公告"


UPSIDE_DOWN = {"percent": 1, "least_fen": 2, "most_fen": 1}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"source": ""}, "no source"),
        ({"since": ""}, "no date"),
        ({"unit": "text"}, "a number without a unit"),
        ({"tiers": [UPSIDE_DOWN]}, "the bounds of a sum are upside down"),
        (
            {"alternatives": [{"origin": "seed", "words": text("十五天"), "source": ""}]},
            "an alternative without source",
        ),
        (
            {"alternatives": [{"origin": "before", "words": text("旧"), "source": "规则", "tiers": [UPSIDE_DOWN]}]},
            "an alternative: the bounds of a sum are upside down",
        ),
        ({"shop": {"who": "小云", "day": "2026-05-19"}}, "marked as the shop's own"),
    ],
)
def test_a_figure_that_is_not_whole_is_named(changes: dict[str, object], fault: str) -> None:
    policy = Policy("pdd", {"scan": figure(), "late": figure(**changes)})
    assert list(policy.faults()) == [f"late: {fault}"]


def test_whole_tiers_and_alternatives_are_no_fault() -> None:
    seeds = Alternative("seed", Text("旧", "old"), "原始资料", tiers=(Tier(flat_fen=1),))
    assert list(msgspec.structs.replace(figure(tiers=[{"flat_fen": 300}]), alternatives=(seeds,)).faults()) == []


def test_an_alternative_with_a_value_can_be_taken_and_a_remark_cannot() -> None:
    words = Text("十五天", "15 days")
    assert Alternative("seed", words, "原始资料", 15).can_be_taken
    assert Alternative("seed", words, "原始资料", tiers=(Tier(flat_fen=1),)).can_be_taken
    assert not Alternative("seed", words, "原始资料").can_be_taken


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [(48, "hours", "48 小时", "48 h"), (2.5, "percent", "2.5%", "2.5 %"), (550, "fen", "5.5 元", "5.5 yuan")],
)
def test_a_number_is_told_with_its_unit(value: float, unit: Any, zh: str, en: str) -> None:
    assert value_words(value, unit) == Text(zh=zh, en=en)


def test_the_numbers_of_a_figure_are_told_together() -> None:
    details = {"remote": Detail(Text("偏远", "remote"), 72, "hours")}
    assert numbers_words(figure(details=details)) == Text("24 小时；偏远 72 小时", "24 h; remote 72 h")
    assert numbers_words(figure(value=None, tiers=[{"flat_fen": 300}])) == Text("3 元", "3 yuan")
    assert numbers_words(figure(value=None)) is None


SCRIPT = msgspec.convert(
    {
        "title": text("复"),
        "wordings": ["甲{a}。", "乙{a}。"],
        "extras": [{"when": {"fact": "refund_open", "is": False}, "wordings": ["外{b}。", "加{b}。"]}],
    },
    Script,
)


def test_wordings_are_counted_round() -> None:
    assert [SCRIPT.wording(number, {}, {}) for number in (0, 1, 2)] == ["甲{a}。", "乙{a}。", "甲{a}。"]


def test_an_extra_is_said_while_its_condition_holds_in_the_same_wording() -> None:
    assert SCRIPT.wording(1, facts(), {}) == "乙{a}。加{b}。"


def test_the_slots_of_a_script_are_those_of_wordings_and_extras() -> None:
    assert SCRIPT.slots == ["a", "b"]


def test_what_stands_instead_is_said_while_its_condition_holds_with_openings_and_extras() -> None:
    plain = plain_library()["scripts"]["left"]
    there = {"when": {"fact": "is_received", "is": True}, "wordings": ["{courier}已签收，{number}。", "{number}到了。"]}
    also = {"when": {"fact": "is_paid", "is": True}, "wordings": ["付过。", "付过了。"]}
    script = msgspec.convert(plain | {"instead": [there, also]}, Script)
    received = facts(status=Status.RECEIVED, after_sale=AfterSale.OPEN)
    assert script.wording(0, received, {}) == "{courier}已签收，{number}。请撤销退款。"
    assert script.wording(1, facts(), {}) == "付过了。"
    assert script.wording(0, facts(status=Status.UNPAID), {}) == plain["wordings"][0]
    assert script.slots == ["courier", "number"]
    assert script.after_openings[2:4] == there["wordings"]
