from deskhelper.core.lateness import LateOrder, LateSums, Stakes, fine_delay, late_sums
from deskhelper.core.moments import DAY, HOUR
from tests.core.test_compensation import LATE
from tests.core.test_window import figure, policy_of

NOW = 1_779_172_200
POLICY = policy_of(late__platform_compensation=LATE, late__fine_from_day=figure(2, "days"))


def test_the_stake_of_an_order_is_the_platforms_figure_and_unknown_without_amount_or_figure() -> None:
    stakes = Stakes(POLICY)
    assert [stakes(3560), stakes(40_000), stakes(900_000), stakes(None)] == [300, 400, 3000, None]
    assert stakes(3560) == 300
    assert Stakes(None)(3560) is None


def test_the_fine_starts_once_a_whole_day_has_gone_by() -> None:
    assert fine_delay(POLICY) == DAY
    assert fine_delay(policy_of(late__fine_from_day=figure(1, "days"))) == 0
    assert fine_delay(policy_of()) is None


def test_overdue_and_due_orders_are_summed_apart() -> None:
    orders = [
        LateOrder(NOW - 2 * DAY, 3560), LateOrder(NOW - 5 * HOUR, 40_000), LateOrder(NOW - 3 * HOUR, None),
        LateOrder(NOW, 2000), LateOrder(NOW + HOUR, None),
    ]  # fmt: skip
    assert late_sums(orders, Stakes(POLICY), DAY, NOW) == LateSums(
        overdue=3, due=2, overdue_fen=700, due_fen=300, unknown=2, late_hours=56, fined=1, fine_soon=2,
        next_fine=NOW + 19 * HOUR,
    )  # fmt: skip


def test_a_fine_runs_from_the_second_and_nothing_is_said_of_one_that_is_not_known() -> None:
    edge = [LateOrder(NOW - DAY, 1)]
    assert late_sums(edge, Stakes(POLICY), DAY, NOW).fined == 1
    assert late_sums(edge, Stakes(POLICY), DAY, NOW - 1).fine_soon == 1
    unknown = late_sums(edge, Stakes(POLICY), None, NOW)
    assert (unknown.fined, unknown.fine_soon, unknown.next_fine) == (0, 0, None)
