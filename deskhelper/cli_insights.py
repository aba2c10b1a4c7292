"""The command that prints the figures of a period: what the plots of the desk show, as counts."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import click

from deskhelper.cli_call import Call, common_options
from deskhelper.core.insights import Plot, Remark, Wish
from deskhelper.core.moments import Instant, iso
from deskhelper.core.period import Period, PeriodKind
from deskhelper.services.insights import Look

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--from", "first", type=_DAY, metavar="DAY", help="The first day; by default six days ago.")
@click.option("--to", "last", type=_DAY, metavar="DAY", help="The last day; by default today.")
@click.option("--shop", default="", metavar="NAME", help="Only this shop.")
@click.option("--agent", default="", metavar="NAME", help="Only this agent.")
@common_options
def insights(call: Call, first: datetime | None, last: datetime | None, shop: str, agent: str) -> None:
    """Print the figures of a period: overdue orders, cases, replies, promises, parcels, scripts."""
    service = call.house.insights
    period = _period(service.period(PeriodKind.WEEK), first, last)
    wish = Wish(service.period_between(*period), shop, agent)
    plots = [plot for look in Look for plot in service.plots(look, wish)]
    plain = {
        "from": _told(wish.period, wish.period.span.start),
        "to": _told(wish.period, wish.period.span.end),
        "plots": [_plain(plot, wish.period) for plot in plots],
    }
    call.print(plain, lambda: _lines(plots))


def _period(usual: Period, first: datetime | None, last: datetime | None) -> tuple[date, date]:
    end = last.date() if last else usual.last
    return first.date() if first else min(end, usual.first), end


def _plain(plot: Plot, period: Period) -> dict[str, Any]:
    return {
        "plot": plot.kind.value,
        "total": plot.total,
        "of": plot.of,
        "before": plot.before,
        "median_seconds": plot.median,
        "p90_seconds": plot.p90,
        "gap": None if plot.gap is None else _remark(plot.gap, period),
        "remarks": [_remark(one, period) for one in plot.remarks],
        "bars": [
            {"key": bar.key, **dict(zip(plot.series, bar.counts, strict=True)), "of": bar.of, "before": bar.before}
            if bar.is_known
            else {"key": bar.key, **dict.fromkeys(plot.series), "of": None, "before": None}
            for bar in plot.bars
            if plot.gap is None
        ],
    }


def _remark(remark: Remark, period: Period) -> dict[str, Any]:
    values = {
        name: _told(period, value) if name.endswith("_at") and isinstance(value, int) else value
        for name, value in remark.values.items()
    }
    return {"code": remark.code, **values}


def _told(period: Period, at: Instant) -> str | None:
    return iso(at, period.zone)


def _lines(plots: list[Plot]) -> Iterator[str]:
    for plot in plots:
        yield f"{plot.kind.value}\t{plot.total if plot.gap is None else '-'}\t{plot.gap.code if plot.gap else ''}"
        if plot.gap is None:
            yield from (f"  {bar.key}\t{bar.total}" for bar in plot.bars if bar.total)
