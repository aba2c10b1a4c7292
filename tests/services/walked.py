"""A late case, walked and filled and copied the way an agent does."""

from deskhelper.app import House
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import imported

FLOW = "urge_shipment"


def walked(house: House, order: dict[str, str] | None = None) -> CaseView:
    """Return a late case that is filled and may be copied."""
    view = house.cases.open(imported(house, order or o.LATE), FLOW)
    for question, option in {"wants": "ship", "has_left": "no", "can_ship": "yes"}.items():
        view = house.cases.answer(view, question, option)
    for slot, words in {"reason": "仓库盘点", "new_time": "2026-05-19 18:00", "coupon_yuan": "5"}.items():
        view = house.cases.set_slot(view, slot, words)
    return view


def copied(house: House, view: CaseView) -> CaseView:
    text = house.cases.may_copy(view).text
    assert text is not None
    return house.cases.record_copy(view, text)
