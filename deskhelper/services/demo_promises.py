"""What the shop of the demo has promised today and not kept yet: one overdue, one for this hour, one for later."""

from datetime import tzinfo

from msgspec import Struct

from deskhelper.core.moments import HOUR, Instant, ceil_hour, floor_hour, iso
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import FixedClock
from deskhelper.services.orders import OrderService

ANSWERS = {"wants": "ship", "has_left": "no", "can_ship": "yes"}


class Given(Struct, frozen=True):
    """A new time to ship for the order that ends in `tail`, said `ago` hours before now and due `after` hours from now.

    Below zero it is over. `coupon` is what the buyer gets beside, in yuan.
    """

    tail: str
    ago: int
    after: int
    reason: str
    coupon: str = ""


GIVEN = (
    Given("6909", 7, -2, "仓库盘点", "5"),
    Given("7474", 3, 1, "快递揽收延迟"),
    Given("5507", 2, 5, "工厂补货在途"),
)


def promise_today(orders: OrderService, cases: CaseService, clock: FixedClock) -> None:
    """Copy a reply for each of GIVEN at its time; the clock is at now again afterwards."""
    now = clock.now()
    for given in GIVEN:
        clock.move(now - given.ago * HOUR - clock.now())
        view = cases.look(orders.search(given.tail)[0].order, "urge_shipment")
        for question, option in ANSWERS.items():
            if question not in view.walk.answers:
                view = cases.answer(view, question, option)
        new_time = (iso(_due_at(given, now, clock.zone), clock.zone) or "")[:16]
        for slot, words in (("reason", given.reason), ("new_time", new_time), ("coupon_yuan", given.coupon)):
            if words:
                view = cases.set_slot(view, slot, words)
        text = cases.may_copy(view).text
        if text is not None:
            cases.finish(cases.record_copy(view, text))
    clock.move(now - clock.now())


def _due_at(given: Given, now: Instant, zone: tzinfo) -> Instant:
    """Return the full hour that was promised."""
    if given.after > 0:
        return ceil_hour(now + 1, zone) + (given.after - 1) * HOUR
    return floor_hour(now, zone) + given.after * HOUR
