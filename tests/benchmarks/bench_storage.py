"""The bars of the order store: import, key to first rows, pages.

`python -m tests.benchmarks.bench_storage [--rows N] [--varied] [--only import|search|pages] [--keep DIR]`. The data are
made once in DIR (a temporary folder by default) and used again. The floor of the import is the sqlite3 shell: `.import`
of the same CSV and the same indexes built on it; it needs the `sqlite3` program.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from deskhelper.content.exports import load_export_profiles
from deskhelper.content.pinyin import initials_from
from deskhelper.core.deadline import ShipTerms
from deskhelper.core.moments import zone
from deskhelper.core.search_keys import grams, receiver_parts
from deskhelper.core.terms import ShopTerms
from deskhelper.core.view import Listing, SortKey, View
from deskhelper.exchange import open_for_import
from deskhelper.services.imports import collecting_seldom
from deskhelper.storage.database import Database
from deskhelper.storage.order_import import OrderImport
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.sqlite import sqlite3
from tests.benchmarks.bars import Bar, add_options, milliseconds, p95, print_bars
from tests.benchmarks.make_orders import NOW, SHOP, make_orders, write_csv

RESOURCES = Path(__file__).parents[2] / "resources"
INITIALS = initials_from(RESOURCES / "pinyin" / "readings.txt")
PAGE = 50

MOVING = """WHERE "订单状态" LIKE '待发货%' OR "订单状态" LIKE '已发货%'"""
FLOOR_INDEXES = """
CREATE UNIQUE INDEX i1 ON imported ("订单号");
CREATE INDEX i2 ON imported (substr("订单号", -8));
CREATE INDEX i3 ON imported ("快递单号" COLLATE NOCASE) WHERE "快递单号" <> '';
CREATE INDEX i4 ON imported (substr("快递单号", -8)) WHERE "快递单号" <> '';
CREATE INDEX i5 ON imported (substr("手机", -8));
CREATE INDEX i6 ON imported ("商品id", "商品规格");
CREATE INDEX i7 ON imported ("用户实付金额(元)");
CREATE INDEX i8 ON imported ("订单状态");
CREATE INDEX i9 ON imported ("售后状态");
CREATE INDEX i10 ON imported ("快递公司");
CREATE INDEX i11 ON imported ("承诺发货时间");
CREATE INDEX i12 ON imported ("订单状态", "订单号") {moving};
CREATE INDEX i13 ON imported ("订单状态", "商品id") {moving};
CREATE INDEX i14 ON imported ("订单状态", "用户实付金额(元)") {moving};
CREATE INDEX i15 ON imported ("订单状态", "售后状态") {moving};
CREATE INDEX i16 ON imported ("订单状态", "快递公司") {moving};
CREATE VIRTUAL TABLE receivers USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO receivers (rowid, grams) SELECT row, grams FROM prepared.receiver_grams;
""".replace("{moving}", MOVING)

QUERIES = (
    "四件套", "四", "灰蓝 四件套", "cq", "cqfh", "4", "42", "426", "4268", "42681", "4268 四件套", "张",
    "张伟", "zw", "z", "zzzzqq", "260401", "260519", "26", "%", "_", '"', "*", "😀", "x" * 1000,
    "13800000001", "YT", "yt75", "灰蓝 张", "1", "200x230", "床上用品", "张 王", "张 伟", "hl sjt",
    "260519 四件套", "00000000", "珊瑚绒", "shr", "豆绿 枕套", "没有这个词", "重庆发货", "王", "李娜", "8888",
    "77", "1.8m床", "abc", "毛毯 中", "浴巾",
)  # fmt: skip


def main() -> int:
    """Run what is asked for and return 0 if every bar passes."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--varied", action="store_true")
    parser.add_argument("--only", choices=("import", "search", "pages"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        file = csv_file(folder, asked.rows, asked.varied)
        bars: list[Bar] = []
        database = file.with_suffix(".db")
        if asked.only in (None, "import") or not database.exists():
            bars += import_bars(file, database)
        with Database(database) as opened:
            store = OrderStore(opened, INITIALS)
            if asked.only in (None, "search"):
                bars += search_bars(store)
            if asked.only in (None, "pages"):
                bars += page_bars(store)
    return 0 if print_bars(bars) else 1


def csv_file(folder: Path, rows: int, is_varied: bool) -> Path:
    """Return the CSV of made-up orders, made where it does not exist yet."""
    file = folder / f"orders-{rows}{'-varied' if is_varied else ''}.csv"
    if not file.exists():
        write_csv(make_orders(rows, is_varied=is_varied), file)
    return file


def import_bars(file: Path, database: Path) -> list[Bar]:
    """Return the bars of a first import and of the same file again."""
    floor = floor_of_import(file)
    remove(database)
    with Database(database) as opened:
        first = import_file(file, opened)
        again = import_file(file, opened)
    return [
        Bar("import of the file, search index included", first, 1.5, floor, "s"),
        Bar("the same file again", again, 1.5, floor, "s"),
    ]


def import_file(file: Path, database: Database) -> float:
    """Import `file` and return the seconds; a line on the terminal says where they went."""
    start = time.perf_counter()
    profiles = load_export_profiles(RESOURCES / "exports", file.parent / "cache")
    opened = open_for_import(file, profiles, zone())
    writing = 0.0
    with collecting_seldom(), database.large_cache(), database.transaction():
        importing = OrderImport(database, INITIALS, lambda _: ShipTerms(ShopTerms(promise_hours=48)))
        for batch in opened.batches():
            begun = time.perf_counter()
            importing.write(batch, opened.fields, opened.exported_at, SHOP)
            writing += time.perf_counter() - begun
        read = time.perf_counter()
        counts = importing.finish()
        finished = time.perf_counter()
    seconds = time.perf_counter() - start
    print(
        f"import: {counts.new} new, {counts.updated} updated, {counts.unchanged} unchanged: reading"
        f" {read - start - writing:.1f} s, writing {writing:.1f} s, indexes {finished - read:.1f} s,"
        f" commit {start + seconds - finished:.1f} s"
    )
    return seconds


def floor_of_import(file: Path) -> float:
    """Return the seconds that the sqlite3 shell needs for `.import` of `file` and for the same indexes on it."""
    target, prepared = file.with_suffix(".floor.db"), file.with_suffix(".grams.db")
    remove(target)
    if not prepared.exists():
        prepare_grams(file, prepared)
    script = (
        f"PRAGMA journal_mode = WAL;\nPRAGMA synchronous = NORMAL;\nPRAGMA cache_size = -196608;\n"
        f"ATTACH '{prepared}' AS prepared;\n.mode csv\n.import '{file}' imported\n{FLOOR_INDEXES}"
    )
    start = time.perf_counter()
    subprocess.run(["sqlite3", str(target)], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    remove(target)
    return seconds


def prepare_grams(file: Path, prepared: Path) -> None:
    """Write the grams of every receiver beforehand: the shell cannot make them and is not to be timed for it."""
    profiles = load_export_profiles(RESOURCES / "exports", file.parent / "cache")
    connection = sqlite3.connect(str(prepared))
    connection.execute("CREATE TABLE receiver_grams (row INTEGER PRIMARY KEY, grams TEXT)")
    for batch in open_for_import(file, profiles, zone()).batches():
        connection.executemany(
            "INSERT INTO receiver_grams VALUES (?, ?)",
            ((one.row, " ".join(grams(receiver_parts(one.order.receiver), INITIALS))) for one in batch),
        )
    connection.commit()
    connection.close()


def remove(database: Path) -> None:
    """Delete a database with the files beside it."""
    for name in (database.name, f"{database.name}-wal", f"{database.name}-shm"):
        database.with_name(name).unlink(missing_ok=True)


def search_bars(store: OrderStore) -> list[Bar]:
    """Return the bar of key to first rows over QUERIES and what is typed on the way to them."""
    typed = [query[:end] for query in QUERIES for end in range(1, min(len(query), 12) + 1)] + list(QUERIES)
    figures = [(milliseconds(lambda query=query: store.search(query, NOW, PAGE)), query) for query in typed]
    slowest = ", ".join(f"{query[:12]} {figure:.0f}" for figure, query in sorted(figures, reverse=True)[:6])
    print(f"slowest searches (ms): {slowest}")
    return [Bar(f"key to first rows, p95 of {len(typed)} queries", p95(figure for figure, _ in figures), 16)]


def page_bars(store: OrderStore) -> list[Bar]:
    """Return the bars of first pages and of pages in the middle, over every view and order."""
    listings = [Listing(view, NOW, 6, sort, down) for view in View for sort in SortKey for down in (False, True)]
    first = [milliseconds(lambda one=one: store.page(one, 0, PAGE)) for one in listings]
    middle = []
    for one in listings:
        half = store.count(one) // 2
        store.page(one, half, PAGE)
        middle.append(milliseconds(lambda one=one, half=half: store.page(one, half + PAGE, PAGE)))
    return [
        Bar("first page of every view and order, p95", p95(first), 16),
        Bar("first page of every view and order, slowest", max(first), 30),
        Bar("page in the middle, slowest", max(middle), 30),
    ]


if __name__ == "__main__":
    sys.exit(main())
