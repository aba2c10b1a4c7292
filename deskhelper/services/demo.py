"""Made-up orders, cases and promises for the demo; times are written relative to now, so it never grows old."""

import re
from datetime import tzinfo
from pathlib import Path

from deskhelper.core.moments import HOUR, Instant, local
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import Clock
from deskhelper.services.imports import ImportService
from deskhelper.services.orders import OrderService
from deskhelper.services.settings import SettingsService

SHOP = "暖居家纺店"
DAY_MARK = re.compile(r"@D(-?[\d.]+)h")
TIME_MARK = re.compile(r"@(-?[\d.]+)h")

MORE = ("traces.csv", "stock.csv", "after_sales.csv")
"""What is imported beside the orders, for the boards."""

CASES: tuple[tuple[str, str, dict[str, str], dict[str, str]], ...] = (
    ("1190", "urge_shipment", {"wants": "ship", "has_left": "no"}, {}),
    ("7731", "urge_shipment", {"wants": "refund"}, {}),
    ("4268", "urge_shipment", {"wants": "ship", "has_left": "no", "can_ship": "yes"}, {"reason": "仓库盘点"}),
)
"""Order tail, flow, the answers and slots given so far; the last is the one that the desk opens on."""


def furnish(
    imports: ImportService,
    orders: OrderService,
    cases: CaseService,
    settings: SettingsService,
    clock: Clock,
    source: Path,
    folder: Path,
) -> None:
    """Import the made-up orders of `source` into an empty house, and open a few cases on them."""
    if orders.shops():
        return
    settings.change(agent="小暖")
    name = f"{'0' * 32}orders_export{local(clock.now(), clock.zone):%Y-%m-%d-%H-%M-%S}.csv"
    file = folder / name
    file.write_text(dated(source.read_text(encoding="utf-8"), clock.now(), clock.zone), encoding="utf-8")
    imports.run(file, SHOP)
    for other in MORE:
        beside = folder / other
        words = source.with_name(other).read_text(encoding="utf-8")
        beside.write_text(dated(words, clock.now(), clock.zone), encoding="utf-8")
        imports.run(beside)
    tabs = []
    for tail, flow, answers, slots in CASES:
        view = cases.open(orders.search(tail)[0].order, flow)
        for question, option in answers.items():
            view = cases.answer(view, question, option)
        for slot, words in slots.items():
            view = cases.set_slot(view, slot, words)
        tabs.append(view.case.id)
    cases.set_tabs(tabs)


def dated(text: str, now: Instant, zone: tzinfo) -> str:
    """Return `text` with `@-51.2h` turned into the wall time so many hours from `now`, `@D-51.2h` into `yymmdd`."""

    def day(match: re.Match[str]) -> str:
        return f"{local(now + round(float(match[1]) * HOUR), zone):%y%m%d}"

    def time(match: re.Match[str]) -> str:
        return f"{local(now + round(float(match[1]) * HOUR), zone):%Y-%m-%d %H:%M:%S}"

    return TIME_MARK.sub(time, DAY_MARK.sub(day, text))
