"""Where the labels of a time line go, so that no two ever meet."""

from collections.abc import Sequence

from msgspec import Struct

GAP = 12
"""The least room between two labels of one row."""
STEP = 24
"""The least room between two dots."""


class Spot(Struct, frozen=True):
    """The middle of a dot and its label, and the row of the label."""

    x: float
    row: int


def spread(widths: Sequence[int], weights: Sequence[float], room: int) -> list[Spot]:
    """Return a spot for each label of `widths` within `room`, in as few rows as they need.

    `weights` are the spans between neighbours: what room is left over is shared out by them.
    """
    for rows in range(1, len(widths) + 1):
        xs = _tightest(widths, rows)
        slack = min((room - width / 2 - x for x, width in zip(xs, widths, strict=True)), default=0)
        if slack >= 0 or rows == len(widths):
            return _loosened(xs, weights, max(slack, 0), rows)
    return []


def _tightest(widths: Sequence[int], rows: int) -> list[float]:
    xs: list[float] = []
    for i, width in enumerate(widths):
        x = width / 2
        if i:
            x = max(x, xs[i - 1] + STEP)
        if i >= rows:
            x = max(x, xs[i - rows] + (widths[i - rows] + width) / 2 + GAP)
        xs.append(x)
    return xs


def _loosened(xs: Sequence[float], weights: Sequence[float], slack: float, rows: int) -> list[Spot]:
    total = sum(weights) or 1
    moved = 0.0
    spots: list[Spot] = []
    for i, x in enumerate(xs):
        if i:
            moved += weights[i - 1] / total
        spots.append(Spot(x + slack * moved, i % rows))
    return spots
