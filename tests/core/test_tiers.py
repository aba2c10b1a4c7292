import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.text import Text
from deskhelper.core.tiers import Tier, Tiers, amount_due, tiers_fault, tiers_words

LATE = (Tier(below_fen=300_00, flat_fen=300), Tier(percent=1, most_fen=30_00))
STOCK = (Tier(below_fen=100_00, flat_fen=500), Tier(percent=5, most_fen=100_00))
FAKE = (Tier(percent=5, least_fen=500, most_fen=100_00),)
HALF_FEN = (Tier(percent=0.5),)


@pytest.mark.parametrize(
    ("tiers", "order_fen", "due"),
    [
        (LATE, 0, 300),
        (LATE, 299_99, 300),
        (LATE, 300_00, 300),
        (LATE, 300_50, 301),
        (LATE, 1234_49, 1234),
        (LATE, 2_999_99, 3000),
        (LATE, 1_000_000_00, 3000),
        (STOCK, 99_99, 500),
        (STOCK, 100_00, 500),
        (STOCK, 2_000_01, 10000),
        (FAKE, 1_00, 500),
        (FAKE, 500_00, 2500),
        (FAKE, 9_999_00, 10000),
        (HALF_FEN, 100, 1),
        (HALF_FEN, 99, 0),
        (HALF_FEN, 300, 2),
    ],
)
def test_an_order_gets_the_sum_of_the_first_tier_it_is_below(tiers: Tiers, order_fen: int, due: int) -> None:
    assert amount_due(tiers, order_fen) == due


def test_no_tiers_give_no_sum() -> None:
    with pytest.raises(ValueError, match="no tier"):
        amount_due((), 100)


@given(st.integers(0, 10**9))
def test_a_bounded_share_stays_inside_its_bounds(fen: int) -> None:
    assert 500 <= amount_due(FAKE, fen) <= 100_00


@pytest.mark.parametrize("tiers", [LATE, STOCK, FAKE, HALF_FEN, (Tier(flat_fen=0),)])
def test_whole_tiers_have_no_fault(tiers: Tiers) -> None:
    assert tiers_fault(tiers) is None


@pytest.mark.parametrize(
    ("tiers", "fault"),
    [
        ((), "no tier for the dearest orders"),
        ((Tier(below_fen=100, flat_fen=1),), "no tier for the dearest orders"),
        ((Tier(flat_fen=1), Tier(flat_fen=1)), "the limits of the tiers do not rise"),
        ((Tier(below_fen=0, flat_fen=1), Tier(flat_fen=1)), "the limits of the tiers do not rise"),
        (
            (Tier(below_fen=9, flat_fen=1), Tier(below_fen=9, flat_fen=1), Tier(flat_fen=1)),
            "the limits of the tiers do not rise",
        ),
        ((Tier(),), "a tier is either a flat sum or a share"),
        ((Tier(flat_fen=1, percent=1),), "a tier is either a flat sum or a share"),
        ((Tier(percent=100.5),), "a share is 0 to 100 percent"),
        ((Tier(percent=-1),), "a share is 0 to 100 percent"),
        ((Tier(flat_fen=1, most_fen=2),), "a flat sum has no bounds"),
        ((Tier(flat_fen=-1),), "the bounds of a sum are upside down"),
        ((Tier(percent=1, least_fen=-1),), "the bounds of a sum are upside down"),
        ((Tier(percent=1, least_fen=2, most_fen=1),), "the bounds of a sum are upside down"),
    ],
)
def test_tiers_that_leave_an_order_out_or_make_no_sense_are_named(tiers: Tiers, fault: str) -> None:
    assert tiers_fault(tiers) == fault


@pytest.mark.parametrize(
    ("tiers", "zh", "en"),
    [
        (
            LATE,
            "订单不足 300 元：3 元；满 300 元：订单金额的 1%，最多 30 元",
            "order below 300 yuan: 3 yuan; from 300 yuan: 1 % of the order, at most 30 yuan",
        ),
        (HALF_FEN, "订单金额的 0.5%", "0.5 % of the order"),
        (FAKE, "订单金额的 5%，至少 5 元，最多 100 元", "5 % of the order, at least 5 yuan, at most 100 yuan"),
    ],
)
def test_tiers_are_told_in_words(tiers: Tiers, zh: str, en: str) -> None:
    assert tiers_words(tiers) == Text(zh=zh, en=en)


def test_a_tier_is_kept_without_what_it_does_not_say() -> None:
    assert msgspec.json.encode(Tier(percent=5)) == b'{"percent":5}'
