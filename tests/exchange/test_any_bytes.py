"""Whatever a file holds: orders, or the world's error; never one of ours."""

import csv
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskhelper import exchange
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.moments import zone
from tests.exchange.made_up import COMPACT, JD, ORDER, csv_text, lines, xlsx_file

HEADERS = {"pdd": COMPACT, "jd": JD}
SEVERAL = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_all(path: Path, profiles: list[ExportProfile]) -> None:
    with suppress(WorldError):
        file = exchange.open_order_file(path, profiles, zone())
        for batch in file.batches():
            assert batch
        assert all(refused.problem.code for refused in file.rejections)


@SEVERAL
@given(st.binary(max_size=400), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04"]))
def test_random_bytes(tmp_path: Path, profiles: list[ExportProfile], content: bytes, start: bytes) -> None:
    path = tmp_path / "o.csv"
    path.write_bytes(start + content)
    read_all(path, profiles)


@SEVERAL
@given(
    st.sampled_from(["pdd", "jd"]),
    st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=30), max_size=12),
)
def test_random_cells(tmp_path: Path, profiles: list[ExportProfile], platform: str, rows: list[list[str]]) -> None:
    path = tmp_path / "o.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([HEADERS[platform], *rows])
    read_all(path, profiles)


@SEVERAL
@given(st.data())
def test_an_export_with_changed_bytes(tmp_path: Path, profiles: list[ExportProfile], data: st.DataObject) -> None:
    content = bytearray(csv_text(lines(COMPACT, *[ORDER] * 12)).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "o.csv"
    path.write_bytes(content)
    read_all(path, profiles)


@pytest.mark.parametrize("seed", range(150))
def test_a_workbook_with_changed_bytes(tmp_path: Path, profiles: list[ExportProfile], seed: int) -> None:
    rng = random.Random(seed)
    path = xlsx_file(tmp_path / "o.xlsx", lines(COMPACT, *[ORDER] * 5))
    content = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 40)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    path.write_bytes(content)
    read_all(path, profiles)
