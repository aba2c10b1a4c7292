"""The speed bars of the design: each a figure against a floor taken in the same run, printed as one table."""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from tests.benchmarks.make_orders import ROWS


class Bar(Struct, frozen=True):
    """One bar. `figure` and `floor` have the unit `unit`; it passes while figure <= most * floor.

    A bar without a floor of its own has the floor 1, so `most` is the greatest figure allowed.
    """

    name: str
    figure: float
    most: float
    floor: float = 1.0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The figure as a multiple of the floor."""
        return self.figure / self.floor

    @property
    def passes(self) -> bool:
        """Whether the figure is within the bar."""
        return self.ratio <= self.most


def run(about: str | None, measure: Callable[[Path, int], list[Bar]]) -> int:
    """Read `--rows N` and `--keep DIR`, print what `measure` finds, and return 0 if every bar passes.

    `measure` is given the folder of the made-up orders, a temporary one without `--keep`, and how many orders to make.
    `about` is what `--help` says.
    """
    parser = argparse.ArgumentParser(description=about)
    add_options(parser)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        bars = measure(asked.keep or Path(temporary), asked.rows)
    return 0 if print_bars(bars) else 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let every part be asked the same."""
    parser.add_argument("--rows", type=int, default=ROWS, help="how many orders are made (1,000,000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a folder that keeps them for the next run")


def p95(figures: Iterable[float]) -> float:
    """Return the value that 95 of 100 `figures` do not exceed."""
    return statistics.quantiles(figures, n=20, method="inclusive")[-1]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def print_bars(bars: list[Bar]) -> bool:
    """Print a table of `bars` and tell whether all pass."""
    print(f"{'bar':<56} {'floor':>12} {'figure':>12} {'ratio':>8} {'most':>6}")
    for bar in bars:
        floor = "-" if bar.floor == 1 else f"{bar.floor:.1f} {bar.unit}"
        verdict = "pass" if bar.passes else "FAIL"
        ratio = f"{bar.ratio:.2f}" if bar.floor != 1 else ""
        print(f"{bar.name:<56} {floor:>12} {f'{bar.figure:.1f} {bar.unit}':>12} {ratio:>8} {bar.most:>6g} {verdict}")
    return all(bar.passes for bar in bars)
