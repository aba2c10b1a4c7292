"""What a made-up shift leaves behind in the demo: a complaint, a case of somebody else, notes for the next shift."""

from deskhelper.core.moments import HOUR
from deskhelper.core.view import View
from deskhelper.services.case_board import CaseBoardService
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import Clock
from deskhelper.services.hand_over import HandOverService
from deskhelper.services.marks import MarkService
from deskhelper.services.orders import OrderService

NOTICE_HOURS = 44
"""So long ago the platform gave notice: the clock for evidence has few hours left."""

NOTES = (
    "珊瑚绒毯子缺货，仓库说后天到；有人催先答应大后天寄出",
    "举证那单的打包录像已经找仓库要了，到了就补进证据",
)


def leave_shift(
    orders: OrderService,
    cases: CaseService,
    board: CaseBoardService,
    marks: MarkService,
    hand_over: HandOverService,
    clock: Clock,
) -> None:
    """Open two more cases without tabs, on orders that have left, and write notes."""
    first, second = orders.page(orders.listing(View.SHIPPED), 0, 2)
    view = cases.open(first.order, "platform_case")
    view = cases.answer(view, "platform_in", "yes")
    cases.answer(view, "platform_verdict", "pending")
    marks.set_platform_notice(first.order, clock.now() - NOTICE_HOURS * HOUR)
    view = cases.keep(cases.open(second.order, "wrong_item"))
    board.set_owner(view.case.id, "小安")
    board.set_next_step(view.case.id, "等买家发照片，对照订单规格")
    for note in NOTES:
        hand_over.add_note(note)
