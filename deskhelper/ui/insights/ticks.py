"""Where an axis says its numbers and names: round counts, and as many names as can be read."""

from collections.abc import Callable, Sequence

MOST_TICKS = 4
GAP = 10
"""The least room between two names, in pixels."""


def round_ticks(longest: int) -> list[int]:
    """Return round counts from 0 to the last one at or above `longest`, at most MOST_TICKS steps of 1, 2 or 5 × 10ⁿ."""
    step, factor = 1, 1
    while step * MOST_TICKS < longest:
        step, factor = next((size * factor, factor) for size in (1, 2, 5, 10) if size * factor > step)
        if step == 10 * factor:
            factor *= 10
    last = -(-longest // step) * step
    return list(range(0, last + 1, step))


def every_so_many(names: Sequence[str], room: float, width_of: Callable[[str], int]) -> list[int]:
    """Return the places of the names to show, at regular steps, where each has `room` pixels: none touch."""
    widest = max(map(width_of, names)) + GAP
    step = max(1, -(-widest // max(1, int(room))))
    step = next((nice for nice in (1, 2, 3, 4, 6, 7, 12, 14, 28, 31, 62) if nice >= step), len(names))
    return list(range(0, len(names), step))
