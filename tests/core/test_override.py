import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.errors import Problem
from deskhelper.core.override import (
    NumberField,
    Override,
    fields_of,
    override_fault,
    override_of,
    policy_in_force,
    read_number,
    read_words,
    with_override,
)
from deskhelper.core.policy import Detail, Figure, Policy, ShopMark, Unit
from deskhelper.core.slot import SlotKind, SlotSpec
from deskhelper.core.slot_reading import slot_from_figure
from deskhelper.core.text import Text
from deskhelper.core.tiers import Tier
from tests.core.make import ZONE, at, text

WORDS = Text("数", "number")
MONDAY = at("2026-05-18 00:30")


def figure(unit: Unit = "hours", value: float | None = 48, **changes: object) -> Figure:
    plain = {
        "title": text("数"), "words": text("数"), "unit": unit, "since": "2025", "source": "规则", "confidence": "B",
        "value": value,
    }  # fmt: skip
    return msgspec.convert(plain | changes, Figure)


def field(unit: Unit, least: float = 0, most: float = 10_000) -> NumberField:
    return NumberField("value", WORDS, unit, 0, least, most)


TRANSIT = figure(details={"remote": {"title": text("偏远"), "value": 72, "unit": "hours"}})
LATE = figure("fen", None, tiers=[{"below_fen": 30000, "flat_fen": 300}, {"percent": 1, "most_fen": 3000}])
RIGHTS = figure("text", None)
PRESALE = figure("days", 30, least=1, most=30)


def test_the_numbers_of_a_figure_can_be_typed() -> None:
    assert [(each.key, each.unit, each.words) for each in fields_of(LATE)] == [
        ("tiers.0.below_fen", "fen", "300"),
        ("tiers.0.flat_fen", "fen", "3"),
        ("tiers.1.percent", "percent", "1"),
        ("tiers.1.most_fen", "fen", "30"),
    ]
    assert [(each.key, each.title.zh, each.words) for each in fields_of(TRANSIT)] == [
        ("value", "数", "48"),
        ("details.remote", "偏远", "72"),
    ]
    assert [(each.least, each.most) for each in fields_of(PRESALE)] == [(1, 30)]
    assert fields_of(RIGHTS) == []


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [
        (" 24 ", "hours", 24),
        ("24.0", "hours", 24),
        ("3.50", "fen", 350),
        ("¥3", "fen", 300),
        ("2.25", "percent", 2.25),
        ("1.5", "times", 1.5),
        ("0", "count", 0),
    ],
)
def test_a_number_is_read_in_its_unit(words: str, unit: Unit, number: float) -> None:
    assert read_number(words, field(unit)) == number


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("", "hours"),
        ("两天", "hours"),
        ("1.5", "hours"),
        ("-1", "hours"),
        ("10001", "days"),
        ("nan", "percent"),
        ("inf", "percent"),
        ("1.234", "percent"),
        ("1e999", "times"),
        ("3.005", "fen"),
        ("100.01", "fen"),
    ],
)
def test_what_is_no_fitting_number_is_told_with_its_bounds(words: str, unit: Unit) -> None:
    most = "100" if unit == "fen" else "10000"
    assert read_number(words, field(unit)) == Problem("figure_range", {"least": "0", "most": most})


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_number_or_a_problem(words: str) -> None:
    read = read_number(words, field("hours", 1, 720))
    assert isinstance(read, Problem) or (1 <= read <= 720 and read == int(read))


@pytest.mark.parametrize(("words", "read"), [(" 十年 ", "十年"), ("一\n二", "一 二")])
def test_words_are_read_as_one_line(words: str, read: str) -> None:
    assert read_words(words) == read


@pytest.mark.parametrize("words", ["", " \n", "字" * 201, "{name}"])
def test_no_words_too_many_or_braces_are_told(words: str) -> None:
    assert read_words(words) == Problem("figure_words", {"most": 200})


def test_an_override_keeps_only_what_differs() -> None:
    assert override_of(TRANSIT, {"value": 48, "details.remote": 96}) == Override(details={"remote": 96})
    assert override_of(TRANSIT, {"value": 36}) == Override(value=36)
    assert override_of(LATE, {"tiers.0.flat_fen": 500.0}) == Override(
        tiers=(Tier(below_fen=30000, flat_fen=500), Tier(percent=1, most_fen=3000))
    )
    assert override_of(LATE, {"tiers.0.flat_fen": 300.0}).is_empty
    assert override_of(RIGHTS, {}).is_empty


@pytest.mark.parametrize(
    ("shipped", "override", "code"),
    [
        (TRANSIT, Override(who="小云"), "figure_nothing"),
        (TRANSIT, Override(words="两天"), "figure_number_wanted"),
        (RIGHTS, Override(words="{x}"), "figure_words"),
        (RIGHTS, Override(value=1), "figure_number_unknown"),
        (TRANSIT, Override(details={"moon": 1}), "figure_number_unknown"),
        (TRANSIT, Override(tiers=(Tier(flat_fen=1),)), "figure_tiers"),
        (LATE, Override(tiers=(Tier(below_fen=1, flat_fen=1),)), "figure_tiers"),
        (LATE, Override(tiers=(Tier(flat_fen=10**12),)), "figure_range"),
        (TRANSIT, Override(value=0), "figure_range"),
        (TRANSIT, Override(value=1.5), "figure_range"),
        (TRANSIT, Override(details={"remote": 99999}), "figure_range"),
        (PRESALE, Override(value=31), "figure_range"),
    ],
)
def test_an_override_that_does_not_fit_is_told(shipped: Figure, override: Override, code: str) -> None:
    fault = override_fault(shipped, override)
    assert fault is not None
    assert fault.code == code


@pytest.mark.parametrize(
    ("shipped", "override", "words"),
    [
        (TRANSIT, Override(value=36), "36 小时；偏远 72 小时"),
        (TRANSIT, Override(details={"remote": 96}), "48 小时；偏远 96 小时"),
        (LATE, Override(tiers=(Tier(flat_fen=500),)), "5 元"),
        (RIGHTS, Override(words="一年"), "一年"),
    ],
)
def test_a_shops_own_value_is_in_force_with_its_words_and_mark(shipped: Figure, override: Override, words: str) -> None:
    assert override_fault(shipped, override) is None
    own = with_override(shipped, msgspec.structs.replace(override, who="小云", at=MONDAY), ZONE)
    assert own.words.zh == words
    assert own.shop == ShopMark("小云", "2026-05-18")
    assert own.confidence == "B"
    assert shipped.shop is None


def test_a_value_that_nobody_signed_has_no_day() -> None:
    assert with_override(TRANSIT, Override(value=36), ZONE).shop == ShopMark("", "")


def test_a_shops_own_value_is_no_longer_another_sources() -> None:
    shipped = msgspec.structs.replace(TRANSIT, value_from=WORDS)
    assert with_override(shipped, Override(value=36), ZONE).value_from is None


def test_the_policy_in_force_has_what_fits_and_names_what_does_not() -> None:
    shipped = Policy("pdd", {"transit": TRANSIT, "late": LATE})
    overrides = {"transit": Override(value=36, at=MONDAY), "late": Override(value=1), "gone": Override(value=1)}
    in_force = policy_in_force(shipped, overrides, ZONE)
    assert in_force.policy.number("transit") == 36
    assert in_force.policy.figures["late"] is LATE
    assert in_force.ignored == {"late": Problem("figure_number_unknown"), "gone": Problem("figure_gone")}
    assert shipped.number("transit") == 48


@pytest.mark.parametrize(("confidence", "words"), [("A", "36"), ("B", "36"), ("C", "")])
def test_not_even_the_shops_own_value_of_an_unsettled_figure_enters_a_reply(confidence: str, words: str) -> None:
    shipped = Policy("pdd", {"scan": figure(confidence=confidence)})
    policy = policy_in_force(shipped, {"scan": Override(value=36, at=MONDAY)}, ZONE).policy
    value = slot_from_figure("scan", SlotSpec(SlotKind.HOURS, WORDS, figure="scan"), policy)
    assert (value.words, value.is_gap) == (words, confidence == "C")
    assert policy.number("scan") == 36


def test_an_override_is_kept_without_what_it_does_not_say() -> None:
    kept = msgspec.json.encode(Override(value=36, who="小云", at=1))
    assert kept == '{"value":36,"who":"小云","at":1}'.encode()
    assert Detail(WORDS, 1, "hours").confidence is None
