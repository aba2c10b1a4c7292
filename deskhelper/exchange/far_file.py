"""Reading a large order file in a process of its own, so that it goes on while its rows are being written.

Reading and writing a million rows take about as long as each other; side by side they take half. The window gains
too: the other process does not hold its interpreter lock.
"""

import signal
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Full, Queue
from threading import Event, Thread, current_thread, main_thread

import msgspec
from msgspec import Struct

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import OrderColumns, OrderFile, Rejection
from deskhelper.core.moments import Instant
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.opening import open_order_file
from deskhelper.exchange.order_file import OpenedOrders

LARGE = 24 * 1024 * 1024
"""Files of so many bytes are worth another process, which takes half a second to start."""
REPEATED = (
    "platform", "shop", "status", "status_text", "after_sale", "after_sale_text", "product", "spec", "product_id",
    "sku_code", "courier", "province", "buyer_note", "shop_note",
)  # fmt: skip
REMEMBERED = 100_000
"""So many texts of a field are remembered by both sides; then it starts afresh, so that memory stays bounded."""

WAITING = 4
"""Batches that wait to be written; with more, reading pauses."""
PATIENCE = 0.2


def open_for_import(
    path: Path,
    profiles: Sequence[ExportProfile],
    shop_zone: tzinfo,
    mapping: Mapping[str, str] | None = None,
    reader: TraceReader | None = None,
) -> OrderFile:
    """Open `path` as `open_order_file` does; the rows of a large file come from another process."""
    opened = open_order_file(path, profiles, shop_zone, mapping, reader)
    if isinstance(opened, OpenedOrders) and path.stat().st_size >= LARGE:
        return FarFile(opened, path, profiles, shop_zone, mapping)
    return opened


class Coded(Struct, array_like=True):
    """The texts of one field: `new` ones that both sides remember from now on, and the place of each row's text."""

    is_afresh: bool
    new: list[str]
    codes: list[int]


class Rows(Struct, tag=True):
    """A batch, and the share of the file that was read. Fields of `coded` are not among the others."""

    progress: float
    orders: OrderColumns
    coded: dict[str, Coded]


class End(Struct, tag=True):
    """The file was read whole."""

    rejections: list[Rejection]


class Fault(Struct, tag=True):
    """The world's error, or ours with its traceback."""

    problem: Problem | None
    trace: str = ""


Message = Rows | End | Fault


class _Codes(dict[str, int]):
    """Numbers texts by the order in which they are first asked for; `new` are those since it was last emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.new: list[str] = []

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self)
        self.new.append(text)
        return code


class TextCodes:
    """Texts that stand in many rows are sent once and then by number: writing and reading them takes half."""

    def __init__(self) -> None:
        self._codes: dict[str, _Codes] = {}
        self._texts: dict[str, list[str]] = {}

    def take_out(self, orders: OrderColumns) -> dict[str, Coded]:
        """Take the fields of REPEATED out of `orders` and return them coded."""
        return {field: self._coded(field, orders.of_field.pop(field)) for field in REPEATED}

    def put_back(self, orders: OrderColumns, coded: dict[str, Coded]) -> None:
        """Give `orders` back what the other side's `take_out` took."""
        for field, sent in coded.items():
            if sent.is_afresh:
                self._texts[field] = []
            texts = self._texts[field]
            texts += sent.new
            orders.of_field[field] = [*map(texts.__getitem__, sent.codes)]

    def _coded(self, field: str, texts: list[str]) -> Coded:
        codes = self._codes.get(field)
        is_afresh = codes is None or len(codes) > REMEMBERED
        if codes is None or is_afresh:
            codes = self._codes[field] = _Codes()
        codes.new = []
        found = [*map(codes.__getitem__, texts)]
        return Coded(is_afresh, codes.new, found)


class FarFile:
    """The file that `near` has opened, its rows read by another process (the Protocol `OrderFile`)."""

    def __init__(
        self,
        near: OpenedOrders,
        path: Path,
        profiles: Sequence[ExportProfile],
        shop_zone: tzinfo,
        mapping: Mapping[str, str] | None,
    ) -> None:
        self._near = near
        self._asked = (path, list(profiles), shop_zone, dict(mapping) if mapping is not None else None)
        self.rejections: list[Rejection] = []
        self.progress = 0.0

    @property
    def platform(self) -> str:
        """The platform id."""
        return self._near.platform

    @property
    def header(self) -> list[str]:
        """The file's own header."""
        return self._near.header

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the file has a column for."""
        return self._near.fields

    @property
    def sheet(self) -> str:
        """Empty: several sheets are not read from afar."""
        return self._near.sheet

    @property
    def exported_at(self) -> Instant | None:
        """When the platform wrote the file."""
        return self._near.exported_at

    @property
    def shop(self) -> str | None:
        """The shop's name where the file carries one."""
        return self._near.shop

    @property
    def notes(self) -> list[Problem]:
        """What is to be said of the file as a whole."""
        return self._near.notes

    def column_of(self, field: str) -> str:
        """The file's own header of `field`, empty where it has no such column."""
        return self._near.column_of(field)

    def batches(self, size: int = 5000) -> Iterator[OrderColumns]:
        """Yield the rows; the other process ends with the last one, or when nobody wants more."""
        context = get_context("spawn")
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(sending, *self._asked, size), daemon=True)
        _start_deaf(process)
        sending.close()
        waiting: Queue[bytes] = Queue(WAITING)
        is_over = Event()
        thread = Thread(target=_drain, args=(receiving, waiting, is_over), daemon=True)
        thread.start()
        try:
            yield from self._received(waiting)
        finally:
            is_over.set()
            process.terminate()
            process.join()
            thread.join()
            receiving.close()
            process.close()

    def _received(self, waiting: "Queue[bytes]") -> Iterator[OrderColumns]:
        decoder, texts = msgspec.msgpack.Decoder(Message), TextCodes()
        while True:
            sent = waiting.get()
            message = decoder.decode(sent) if sent else Fault(None, "the reading process ended without a word")
            if isinstance(message, Rows):
                self.progress = message.progress
                texts.put_back(message.orders, message.coded)
                yield message.orders
            elif isinstance(message, End):
                self.rejections = message.rejections
                return
            elif message.problem is not None:
                raise WorldError(message.problem.code, **message.problem.values)
            else:
                raise RuntimeError(message.trace)


def _start_deaf(process: BaseProcess) -> None:
    """Start `process` so that Ctrl+C does not reach it: a terminal tells both, and who asked for the rows ends it."""
    if current_thread() is not main_thread():
        process.start()
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)


def _drain(receiving: Connection, waiting: "Queue[bytes]", is_over: Event) -> None:
    """Take what the other process sends, so that it can read on; an empty message says that it is gone."""
    sent = b"-"
    while sent and not is_over.is_set():
        try:
            sent = receiving.recv_bytes() if receiving.poll(PATIENCE) else b"-"
        except (EOFError, OSError):
            sent = b""
        while sent != b"-" and not is_over.is_set():
            try:
                waiting.put(sent, timeout=PATIENCE)
                break
            except Full:
                continue


def _send(
    sending: Connection,
    path: Path,
    profiles: list[ExportProfile],
    shop_zone: tzinfo,
    mapping: dict[str, str] | None,
    size: int,
) -> None:
    """Read the file and send its rows: the whole life of the other process."""
    import gc

    gc.disable()  # rows hold no cycles, and there are millions of them
    texts = TextCodes()
    try:
        opened = open_order_file(path, profiles, shop_zone, mapping)
        for batch in opened.batches(size):
            if isinstance(batch, OrderColumns):
                coded = texts.take_out(batch)
                _tell(sending, Rows(opened.progress, batch, coded))
        _tell(sending, End(opened.rejections))
    except WorldError as error:
        _tell(sending, Fault(error.problem))
    except Exception:  # noqa: BLE001  # told to the process that asked, which raises it
        _tell(sending, Fault(None, traceback.format_exc()))
    sending.close()


def _tell(sending: Connection, message: Message) -> None:
    """Send `message`; where nobody listens any more, there is nothing left to do and nobody to tell."""
    try:
        sending.send_bytes(msgspec.msgpack.encode(message))
    except (BrokenPipeError, ConnectionError):
        sys.exit()
