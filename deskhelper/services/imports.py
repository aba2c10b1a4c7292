"""Importing order files: reading, checking and writing in one transaction per file, off the GUI thread."""

import gc
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, structs

from deskhelper.core.carriers import Carriers
from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.export_profile import ExportProfile, FileKind, FileLook
from deskhelper.core.imported import (
    Batch,
    ImportedAfterSale,
    ImportedStock,
    ImportedTrace,
    ImportReport,
    OrderColumns,
    OrderFile,
)
from deskhelper.core.mapping import kind_of
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange import inspect, open_for_import, save_rejected
from deskhelper.services.clock import Clock
from deskhelper.services.parcel_tally import ParcelTally
from deskhelper.services.settings import SettingsService
from deskhelper.services.undisturbed import UndisturbedEnd
from deskhelper.storage.case_history import CaseHistoryStore
from deskhelper.storage.database import Database
from deskhelper.storage.imports import ImportStore
from deskhelper.storage.order_import import OrderImport
from deskhelper.storage.promise_evidence import settle
from deskhelper.storage.stock_import import StockImport
from deskhelper.storage.trace_import import TraceImport

UNNAMED_SHOP = "默认店铺"


class ImportProgress(Struct, frozen=True):
    """How far an import is: rows read, share of the file (0 to 1), rows a second, seconds left (None: unknown)."""

    rows: int
    share: float
    rate: float
    seconds_left: float | None


class ImportCancelled(Exception):  # noqa: N818  # no error: the user wished it
    """The user stopped the import; the order list is as before."""


OnProgress = Callable[[ImportProgress], bool]
"""Told how far the import is; returns False to stop it."""


class ImportService:
    """Imports files into the database at `path`; each run opens its own connection, so it may run on any thread."""

    def __init__(
        self,
        path: Path,
        profiles: Callable[[], list[ExportProfile]],
        initials_of: Callable[[str], str],
        clock: Clock,
        settings: SettingsService,
        carriers: Callable[[], Carriers],
        ship_terms_of: ShipTermsOf,
        tally: ParcelTally,
    ) -> None:
        self._path = path
        self._profiles = profiles
        self._initials_of = initials_of
        self._clock = clock
        self._settings = settings
        self._carriers = carriers
        self._ship_terms_of = ship_terms_of
        self._tally = tally

    def look(self, file: Path) -> FileLook:
        """Return a first look at `file`, for the preview in which unknown columns are mapped. Raises WorldError."""
        return inspect(file, self._profiles())

    def needs_mapping(self, look: FileLook) -> bool:
        """Whether the user has to map the columns of this file: no profile knows them, and no earlier mapping."""
        return look.platform is None and look.signature not in self._settings.current.mappings

    def remember_mapping(self, look: FileLook, mapping: Mapping[str, str]) -> None:
        """Keep the user's mapping (field to header) for every file with this header."""
        kept = self._settings.current.mappings
        self._settings.change(mappings={**kept, look.signature: dict(mapping)})

    def platform_of(self, look: FileLook) -> str:
        """Return the platform that the orders of this file belong to; tables of nobody's have one of their own."""
        if look.platform is not None:
            return look.platform
        return next(profile.platform for profile in self._profiles() if profile.is_generic)

    def kind_of(self, look: FileLook) -> FileKind:
        """Return what the file holds: as the user said for a table of nobody's, else as its header says."""
        mapping = self._settings.current.mappings.get(look.signature) if look.platform is None else None
        return look.kind if mapping is None else kind_of(mapping)

    def own_shop(self, look: FileLook) -> str:
        """Return the shop that the file itself names, empty where it names none."""
        mapping = look.mapping
        if look.platform is None:
            mapping = self._settings.current.mappings.get(look.signature, mapping)
        if mapping.get("shop") not in look.header:
            return ""
        at = look.header.index(mapping["shop"])
        return next((row[at] for row in look.rows if at < len(row) and row[at]), "")

    def shop_for(self, platform: str) -> str:
        """Return the shop that the last file of this platform was imported for."""
        return self._settings.current.last_shop.get(platform, "")

    def known_shops(self) -> list[str]:
        """Return the shops that settings know: those files were imported for, and those with terms of their own."""
        current = self._settings.current
        return sorted({*current.last_shop.values(), *current.terms} - {""})

    def set_shop(self, platform: str, shop: str) -> None:
        """Have the next files of this platform imported for `shop`."""
        if self.shop_for(platform) != shop:
            self._settings.change(last_shop={**self._settings.current.last_shop, platform: shop})

    def run(self, file: Path, shop: str | None = None, on_progress: OnProgress | None = None) -> ImportReport:
        """Import one file, all or nothing, and return what it did.

        `shop` names the shop of files that carry none; by default the last one used for the platform.
        Raises WorldError for a broken file or a full disk, ImportCancelled when `on_progress` returns False; the
        order list is then as before.
        """
        with UndisturbedEnd() as end:
            return self._run(file, shop, on_progress, end)

    def _run(self, file: Path, shop: str | None, on_progress: OnProgress | None, end: UndisturbedEnd) -> ImportReport:
        started = time.monotonic()
        opened = self._open(file)
        shop = shop or opened.shop or self.shop_for(opened.platform) or UNNAMED_SHOP
        with Database(self._path, self._clock.now()) as database, database.large_cache():
            store = ImportStore(database)
            report = ImportReport(file=file.name)
            with ThreadPoolExecutor(1) as hashing, collecting_seldom(), database.transaction():
                checksum = hashing.submit(_sha256, file)
                writer = OrderImport(database, self._initials_of, self._ship_terms_of)
                traces = TraceImport(database, self._clock.now(), self._carriers)
                stock = StockImport(database, self._clock.now())
                rows = 0
                for share, rows in _written(opened, writer, traces, stock, shop):
                    _tell(on_progress, share, rows, started)
                writer.finish()
                traces.finish()
                stock.finish()
                settle(database.connection, self._clock.now())
                if writer.counts.updated:
                    CaseHistoryStore(database).take_open(self._clock.now())
                _tell(on_progress, 1.0, rows, started)
                end.begin()
                earlier = store.imported_at(checksum.result())
                store.add(checksum.result(), file.name, shop, self._clock.now())
        self._tally.doubt()
        counts = writer.counts
        for name in ("new", "updated", "unchanged"):
            setattr(report, name, sum(getattr(part, name) for part in (counts, traces, stock)))
        report.older, report.other_shop = counts.older + stock.older, counts.other_shop
        report.rejected = sorted([*opened.rejections, *counts.rejections], key=lambda one: (one.sheet, one.row))
        report.header = [*opened.header]
        report.notes = [*_notes(report, earlier is not None), *_trace_notes(report, traces)]
        report.notes += [*_stock_notes(report, stock), *opened.notes]
        report.seconds = time.monotonic() - started
        self._remember_shop(opened.platform, shop)
        return report

    def save_rejected(self, report: ImportReport, path: Path, told: Callable[[Problem], str]) -> int:
        """Write the refused rows of an import to `path` as a CSV with the reasons last; return how many rows.

        Raises WorldError `file_not_written`.
        """
        return save_rejected(path, report.header, report.rejected, told)

    def _open(self, file: Path) -> OrderFile:
        profiles, zone = self._profiles(), self._clock.zone
        reader = TraceReader(self._carriers().scans, self._clock.now(), zone)
        try:
            return open_for_import(file, profiles, zone, None, reader)
        except WorldError as error:
            if error.problem.code not in {"header_unknown", "no_order_column"}:
                raise
            mapping = self._settings.current.mappings.get(inspect(file, profiles).signature)
            if mapping is None:
                raise
            return open_for_import(file, profiles, zone, mapping, reader)

    def _remember_shop(self, platform: str, shop: str) -> None:
        if shop != UNNAMED_SHOP:
            self.set_shop(platform, shop)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the garbage collector rest: rows hold no cycles, and looking through millions takes a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _written(
    opened: OrderFile, writer: OrderImport, traces: TraceImport, stock: StockImport, shop: str
) -> Iterator[tuple[float, int]]:
    rows = 0
    for batch in opened.batches():
        rows += len(batch)
        _write(batch, opened, writer, traces, stock, shop)
        yield opened.progress, rows


def _write(
    batch: Batch, opened: OrderFile, writer: OrderImport, traces: TraceImport, stock: StockImport, shop: str
) -> None:
    if isinstance(batch, OrderColumns):
        refused = writer.counts.rejections
        before = len(refused)
        writer.write(batch, opened.fields, opened.exported_at, shop)
        for at in range(before, len(refused)):
            column = opened.column_of(refused[at].column)
            refused[at] = structs.replace(refused[at], column=column, sheet=opened.sheet)
        return
    traces.write([row for row in batch if isinstance(row, ImportedTrace)], opened.exported_at)
    stock.write(row for row in batch if isinstance(row, ImportedStock))
    records = [row for row in batch if isinstance(row, ImportedAfterSale)]
    if records:
        writer.write_after_sales(records, opened.fields, opened.exported_at)


def _tell(on_progress: OnProgress | None, share: float, rows: int, started: float) -> None:
    if on_progress is None:
        return
    seconds = max(1e-6, time.monotonic() - started)
    left = seconds * (1 - share) / share if share > 0 else None
    if not on_progress(ImportProgress(rows, share, rows / seconds, left)):
        raise ImportCancelled


def _notes(report: ImportReport, is_again: bool) -> list[Problem]:
    notes = []
    if is_again:
        notes.append(Problem("file_again", {"file": report.file}))
    if report.older:
        notes.append(Problem("rows_older", {"file": report.file, "count": report.older}))
    if report.other_shop:
        notes.append(Problem("rows_other_shop", {"file": report.file, "count": report.other_shop}))
    return notes


def _trace_notes(report: ImportReport, traces: TraceImport) -> list[Problem]:
    notes = []
    if traces.parcels:
        notes.append(Problem("traces_read", {"file": report.file, "parcels": traces.parcels}))
    if traces.unmatched:
        notes.append(Problem("traces_unmatched", {"count": traces.unmatched}))
    return notes


def _stock_notes(report: ImportReport, stock: StockImport) -> list[Problem]:
    if not stock.rows:
        return []
    return [Problem("stock_read", {"file": report.file, "rows": stock.rows, "unmatched": stock.unmatched})]


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise WorldError("file_unreadable", file=file.name, value=error.strerror or "") from error
