"""All speed bars: `python -m tests.benchmarks [--rows N] [--keep DIR]`."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.make_orders import ROWS


def main() -> int:
    """Run the bars of the store, those of the desk on the same million orders, and those of words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        options = ["--rows", str(asked.rows), "--keep", str(asked.keep or temporary)]
        states = [
            subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}", *options], check=False).returncode
            for name in ("bench_storage", "bench_desk", "bench_boards")
        ]
        states.append(subprocess.run([sys.executable, "-m", "tests.benchmarks.bench_texts"], check=False).returncode)
    return max(states)


if __name__ == "__main__":
    sys.exit(main())
