"""All speed bars: `python -m tests.benchmarks [--rows N] [--keep DIR] [PART …]`.

The parts are storage (made-up orders, import, search, pages), desk, boards, notices, promises and texts; each can be
run alone as `python -m tests.benchmarks.bench_PART` too.
"""

import argparse
import subprocess
import sys
import tempfile

from tests.benchmarks.bars import add_options

PARTS = ("storage", "desk", "boards", "notices", "promises", "texts")


def main() -> int:
    """Run the parts one after another in processes of their own; return 0 if every bar of theirs passes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them if none is named")
    add_options(parser)
    asked = parser.parse_args()
    unknown = [part for part in asked.parts if part not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}")
    failed = []
    with tempfile.TemporaryDirectory() as temporary:
        options = ["--rows", str(asked.rows), "--keep", str(asked.keep or temporary)]
        for part in asked.parts or PARTS:
            print(f"\n{part}", flush=True)
            if subprocess.run(
                [sys.executable, "-m", f"tests.benchmarks.bench_{part}", *options], check=False
            ).returncode:
                failed.append(part)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall bars pass")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
