"""A large file is read by another process: the same rows, the same refusals, the same faults, and no process left."""

import gc
import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from deskhelper import exchange
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import ImportedOrder, OrderColumns, OrderFile
from deskhelper.core.moments import zone
from deskhelper.core.order import Order, Status
from deskhelper.exchange import far_file
from tests.exchange.made_up import compact, order


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_file, "LARGE", 0)


def far(path: Path, profiles: list[ExportProfile]) -> OrderFile:
    return exchange.open_for_import(path, profiles, zone())


def many(tmp_path: Path, count: int = 23) -> Path:
    return compact(tmp_path, *(order(订单号=f"260517-{number:015d}") for number in range(1, count)), order(订单号="?"))


@pytest.mark.usefixtures("small_is_large")
def test_the_rows_and_refusals_are_those_of_a_near_file(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = many(tmp_path)
    near, other = exchange.open_order_file(path, profiles, zone()), far(path, profiles)
    assert isinstance(other, far_file.FarFile)
    assert list(other.batches(5)) == list(near.batches(5))
    assert other.rejections == near.rejections
    assert len(other.rejections) == 1
    assert other.progress == 1
    for name in ("platform", "fields", "exported_at", "shop", "header", "notes"):
        assert getattr(other, name) == getattr(near, name)
    assert other.column_of("order_no") == near.column_of("order_no") == "订单号"
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("small_is_large")
def test_a_file_that_turns_out_broken_is_told_in_the_same_words(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = many(tmp_path)
    path.write_bytes(path.read_bytes() + b'260517-000000000000099,"never closed\n')
    with pytest.raises(WorldError) as near:
        list(exchange.open_order_file(path, profiles, zone()).batches())
    with pytest.raises(WorldError) as other:
        list(far(path, profiles).batches())
    assert other.value.problem == near.value.problem
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("small_is_large")
def test_who_stops_early_leaves_no_process_behind(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    rows = far(many(tmp_path, 200), profiles).batches(3)
    assert isinstance(next(rows), OrderColumns)
    rows.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for one process")
@pytest.mark.usefixtures("small_is_large")
def test_a_stop_in_the_terminal_is_for_who_asked_alone(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    rows = far(many(tmp_path, 200), profiles).batches(3)
    found = len(next(iter(rows)))
    [there] = multiprocessing.active_children()
    assert there.pid is not None
    os.kill(there.pid, signal.SIGINT)
    assert found + sum(map(len, rows)) == 199
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_is_no_longer_listened_to_ends_without_a_word(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    receiving, sending = multiprocessing.Pipe(duplex=False)
    receiving.close()
    with pytest.raises(SystemExit) as ended:
        far_file._send(sending, many(tmp_path), profiles, zone(), None, 5)
    assert ended.value.code is None
    sending.close()
    gc.enable()


@pytest.mark.usefixtures("small_is_large")
def test_an_error_of_ours_there_is_an_error_of_ours_here(
    tmp_path: Path, profiles: list[ExportProfile], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = far(many(tmp_path), profiles)
    path, _, shop_zone, mapping = opened._asked  # type: ignore[attr-defined]
    monkeypatch.setattr(opened, "_asked", (path, ["no profile"], shop_zone, mapping))
    with pytest.raises(RuntimeError, match="Traceback"):
        list(opened.batches())


@pytest.mark.parametrize("remembered", [0, 3, 100])
def test_repeated_texts_come_back_however_few_are_remembered(remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_file, "REMEMBERED", remembered)
    there, here = far_file.TextCodes(), far_file.TextCodes()
    for first in (0, 0, 3, 1):
        sent, kept = (
            OrderColumns.of(
                ImportedOrder(n, Order(platform="pdd", shop="", order_no=str(n), status=Status.SHIPPED, spec=f"{n}件"))
                for n in range(first, first + 4)
            )
            for _ in range(2)
        )
        coded = there.take_out(sent)
        assert "spec" not in sent.of_field
        here.put_back(sent, coded)
        assert sent == kept


def test_a_small_file_stays_here(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    assert not isinstance(far(many(tmp_path), profiles), far_file.FarFile)
