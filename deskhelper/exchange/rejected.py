"""Refused rows as a CSV that the user can mend and read in again, the reason in a last column."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from deskhelper.core.errors import Problem
from deskhelper.core.imported import Rejection
from deskhelper.exchange.whole_file import whole_file

REASON = "原因"


def save_rejected(
    path: Path,
    header: Sequence[str],
    rejections: Sequence[Rejection],
    sentence: Callable[[Problem], str],
) -> int:
    """Write the refused rows to `path` under the file's own `header`, one line per row; return how many.

    The cells stay as they were; where they were not held, only the reason is written. Several refusals of one row
    share its line. `sentence` words a problem. Raises WorldError `file_not_written`.
    """
    lines: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    for rejection in rejections:
        cells, reasons = lines.setdefault((rejection.sheet, rejection.row), ([], []))
        reasons.append(sentence(rejection.problem))
        if rejection.cells and not cells:
            cells.extend(rejection.cells)
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, REASON])
        for place in sorted(lines):
            cells, reasons = lines[place]
            padding = [""] * (len(header) - len(cells))
            writer.writerow([*cells, *padding, " ".join(dict.fromkeys(reasons))])
    return len(lines)
