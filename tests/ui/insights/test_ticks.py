"""Axes say round counts, and names that do not touch."""

import pytest

from deskhelper.ui.insights.ticks import MOST_TICKS, every_so_many, round_ticks


@pytest.mark.parametrize(
    ("longest", "ticks"),
    [(1, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (13, [0, 5, 10, 15]), (2644, [0, 1000, 2000, 3000])],
)
def test_counts_are_round(longest: int, ticks: list[int]) -> None:
    assert round_ticks(longest) == ticks


@pytest.mark.parametrize("longest", [*range(1, 300), 9999, 10_000, 10_001, 1_000_000])
def test_the_last_count_is_at_or_above_the_longest_bar(longest: int) -> None:
    ticks = round_ticks(longest)
    assert ticks[-1] >= longest
    assert len(ticks) <= MOST_TICKS + 1


def test_names_are_left_out_at_regular_steps_until_none_touch() -> None:
    names = [f"{hour:02d}" for hour in range(24)]
    assert every_so_many(names, 40, lambda _: 14) == list(range(24))
    assert every_so_many(names, 13, lambda _: 14) == list(range(0, 24, 2))
    assert every_so_many(names, 0.5, lambda _: 14) == [0]
