import pytest

from deskhelper.core.compensation import Compensation, compensation_of
from deskhelper.core.figures import hours_in_force
from tests.core.test_window import figure, policy_of

LATE = figure(0, "fen", tiers=[{"below_fen": 30000, "flat_fen": 300}, {"percent": 1, "most_fen": 3000}])
STOCK = figure(0, "fen", tiers=[{"below_fen": 10000, "flat_fen": 500}, {"percent": 5, "most_fen": 10000}])
FAKE = figure(0, "fen", tiers=[{"percent": 5, "least_fen": 500, "most_fen": 10000}])
FRAUD = figure(0, "fen", tiers=[{"percent": 30, "least_fen": 1000, "most_fen": 50000}])
POLICY = policy_of(
    late__platform_compensation=LATE,
    stock__compensation=STOCK,
    fake_ship__compensation=FAKE,
    fraud_ship__compensation=FRAUD,
)


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (3560, Compensation(300, 500, 500, 1068)),
        (29999, Compensation(300, 1500, 1500, 9000)),
        (30000, Compensation(300, 1500, 1500, 9000)),
        (30049, Compensation(300, 1502, 1502, 9015)),
        (30050, Compensation(301, 1503, 1503, 9015)),
        (1_000_000, Compensation(3000, 10000, 10000, 50000)),
    ],
)
def test_the_platforms_sums_are_to_the_fen_half_up(paid: int, expected: Compensation) -> None:
    assert compensation_of(paid, POLICY) == expected


@pytest.mark.parametrize("paid", [None, -1])
def test_without_an_amount_nothing_is_known(paid: int | None) -> None:
    assert compensation_of(paid, POLICY) == Compensation(None, None, None, None)


def test_without_the_figures_nothing_is_known() -> None:
    nothing = Compensation(None, None, None, None)
    assert compensation_of(3560, None) == nothing
    assert compensation_of(3560, policy_of(late__platform_compensation=figure(3))) == nothing


def test_a_number_in_force_is_in_hours() -> None:
    detail = {"title": {"zh": "远", "en": "far"}, "value": 3, "unit": "days"}
    policy = policy_of(a=figure(48, details={"far": detail}), b=figure(7, "days"), c=figure(1) | {"value": None})
    assert [hours_in_force(policy, name) for name in "abcd"] == [48, 168, None, None]
    assert (hours_in_force(policy, "a", "far"), hours_in_force(policy, "a", "near")) == (72, None)
    assert hours_in_force(None, "a") is None
