"""A week of made-up work for the demo, done through the services with a moved clock, so that the figures have some."""

from deskhelper.core.moments import DAY, HOUR, Instant, local
from deskhelper.core.period import midnight
from deskhelper.core.view import View
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import FixedClock
from deskhelper.services.demo_promises import promise_today
from deskhelper.services.orders import OrderService
from deskhelper.services.promises import PromiseService

HOURS = (9, 10, 10, 11, 14, 15, 16, 20, 20, 21)
SECONDS = (14, 52, 23, 38, 9, 96, 31, 170, 45, 27, 18, 64)
MOST = 26
FLOWS = ("urge_shipment", "parcel_anomaly", "urge_shipment")
WITHDRAWN = 7
"""One of so many promises was withdrawn, the others kept."""


def live_through(orders: OrderService, cases: CaseService, promises: PromiseService, clock: FixedClock) -> None:
    """Copy replies to buyers of shipped orders on the last six days, every promise of theirs closed; then a few today.

    Every case is done with; what is promised today is open. Who got a parcel on its way today has not been told yet.
    """
    now = clock.now()
    shipped = orders.page(orders.listing(View.SHIPPED), 0, MOST)
    lines = [line for line in shipped if (line.order.shipped_at or now) < now - DAY]
    for number, line in enumerate(lines):
        _go_to(clock, _opened_at(number, now, clock))
        view = cases.look(line.order, FLOWS[number % len(FLOWS)])
        if view.flow.id == "urge_shipment" and "wants" not in view.walk.answers:
            view = cases.answer(view, "wants", "ship")
        text = cases.may_copy(view).text
        if text is None:
            continue
        clock.move(SECONDS[number % len(SECONDS)])
        view = cases.record_copy(view, text)
        clock.move(HOUR)
        for promise in orders.card(line.order.platform, line.order.order_no).promises:
            end = promises.withdraw if number % WITHDRAWN == WITHDRAWN - 1 else promises.keep
            end(promise.id)
        cases.finish(view)
    _go_to(clock, now)
    promise_today(orders, cases, clock)


def _opened_at(number: int, now: Instant, clock: FixedClock) -> Instant:
    """Return when case `number` was opened: on one of the six days before today, at one of the usual hours."""
    today = midnight(local(now, clock.zone).date(), clock.zone)
    return today - (1 + number * 5 % 6) * DAY + HOURS[number % len(HOURS)] * HOUR + number * 97 % HOUR


def _go_to(clock: FixedClock, instant: Instant) -> None:
    clock.move(instant - clock.now())
