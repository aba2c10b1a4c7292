"""What a made-up shift leaves behind in the demo: a complaint with evidence, ratings, a colleague's case, notes."""

from pathlib import Path

from deskhelper.core.moments import HOUR
from deskhelper.services.case_board import CaseBoardService
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import Clock
from deskhelper.services.evidence import EvidenceService
from deskhelper.services.hand_over import HandOverService
from deskhelper.services.marks import MarkService
from deskhelper.services.orders import OrderService

NOTICE_HOURS = 44
"""So long ago the platform gave notice: the clock for evidence has few hours left."""

DISPUTED, MISTAKEN = "3643", "7080"
"""Tails of an order whose buyer called the platform in, and of one that came with the wrong thing in it."""

APPEAL = {"platform_in": "yes", "platform_verdict": "pending", "evidence_sent": "no", "fault": "buyer"}
PICTURES = {"chat.png": "完整聊天记录", "packing.png": "打包重量、打包录像、商品照片"}
"""Made-up pictures beside the orders, and the item of the checklist that each is for."""

RATED_ONE = ("0564", "6693", "0751")
"""Tails of orders of one product that buyers rated 1 (D-LOGI-9)."""

PRESALE, PRESALE_HOURS = "6408", 30
"""The tail of an order in presale, which ends in so many hours (D-PRESALE-2)."""

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
    evidence: EvidenceService,
    clock: Clock,
    pictures: Path,
) -> None:
    """Open two more cases without tabs, on orders that have left, one with evidence; note ratings, write notes.

    `pictures` is the folder of PICTURES.
    """
    disputed = orders.search(DISPUTED)[0].order
    marks.set_platform_notice(disputed, clock.now() - NOTICE_HOURS * HOUR)
    view = cases.open(disputed, "platform_case")
    for question, option in APPEAL.items():
        view = cases.answer(view, question, option)
    for name, item in PICTURES.items():
        evidence.add(view.case.id, item, [pictures / name])
    marks.set_presale_until(orders.search(PRESALE)[0].order, clock.now() + PRESALE_HOURS * HOUR)
    for tail in RATED_ONE:
        marks.set_rated_one(orders.search(tail)[0].order, True)
    view = cases.keep(cases.open(orders.search(MISTAKEN)[0].order, "wrong_item"))
    board.set_owner(view.case.id, "小安")
    board.set_next_step(view.case.id, "等买家发照片，对照订单规格")
    for note in NOTES:
        hand_over.add_note(note)
