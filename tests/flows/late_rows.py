"""D-LATE of the domain contract as rows."""

from deskhelper.core.moments import HOUR
from tests import orders as o
from tests.flows.row import (
    AGENT,
    APOLOGY,
    AT_SIX,
    EVIDENCE,
    NOTIFIED,
    NOW,
    ORDER,
    REFUND_ONLY,
    SIX,
    SOON,
    End,
    Row,
    Table,
)
from tests.orders import at

FINES: list[str | None] = ["late.platform_compensation", "late.fine_from_day"]
CASE = "platform_case"
REASON = ("仓库盘点",)
WORTH = ("价值5元的优惠券",)
RESULT = ("平台客服",)

ENDS = {
    "D-LATE-1": End(
        todo=["聊天", "电话或短信", "补偿"], risks=FINES, cites=["D-LATE-1", "D-LATE-5"],
        says=[APOLOGY, REASON, AT_SIX, ("6小时内",), ("单号",)],
        promises=[("ship", SIX, None)], hands_over=["urge_shipment", CASE],
    ),
    "D-LATE-2.1": End(
        todo=["上传运单号", "告诉买家", "补偿"], risks=[*FINES, "complaint.sanction"], cites=["D-LATE-1", "D-LATE-2"],
        says=[APOLOGY, REASON, AT_SIX, ("6小时内",), WORTH, ("发货后", "货发出后", "货一发走")],
        promises=[("ship", SIX, None), ("compensation", SIX + 24 * HOUR, 500)], hands_over=["urge_shipment", CASE],
    ),
    "D-LATE-2.2": End(
        todo=["物流轨迹", "补偿"], risks=[*FINES, "complaint.sanction"], cites=["D-LATE-2"],
        says=[APOLOGY, REASON, WORTH, ("尽快",)],
        promises=[("compensation", NOW + 24 * HOUR, 500)], hands_over=[CASE],
    ),
    "D-LATE-3": End(
        todo=["首条揽收", "截图"], risks=["ship.pickup_inside_promise"], cites=["D-LATE-3", "D-LATE-6"],
        says=[("5月18日18点30分",), (o.COURIER,), (o.TRACKING,), ("承诺",), ("查看物流",)], hands_over=[CASE],
    ),
    "D-LATE-4": End(
        todo=["承诺时间", "揽收", "告诉买家"], risks=[*FINES, "ship.pickup_inside_promise"], cites=["D-LATE-4"],
        deadlines=[at("2026-05-20 09:12")], hands_over=["urge_shipment", "proactive_notice", CASE],
    ),
    "D-LATE-5.1": End(
        todo=["同意", "上传运单号"], risks=["late.platform_compensation", "complaint.sanction"], cites=["D-LATE-5"],
        says=[APOLOGY, ("商量好", "约定", "定在"), AT_SIX, ("单号", "留言")],
        promises=[("ship", SIX, None)], hands_over=["urge_shipment", CASE],
    ),
    "D-LATE-5.2": End(
        todo=["联系记录", "平台客服"], risks=FINES, cites=["D-LATE-5"],
        says=[APOLOGY, RESULT, ("退款",), ("审核",), AT_SIX], promises=[("call_back", SIX, None)], hands_over=[CASE],
    ),
    "D-LATE-5.3": End(
        todo=["退款", "仓库"], risks=["late.platform_compensation", "refund.unshipped.auto_hours"], cites=["D-LATE-5"],
        says=[APOLOGY, REFUND_ONLY, SOON, ("原路",)],
        promises=[("refund", NOW + 30 * 60, None)], hands_over=[CASE],
    ),
    "D-LATE-5.4": End(
        todo=["同意退款", "快递"], risks=["late.platform_compensation", "refund.unshipped.auto_hours"],
        cites=["D-LATE-5"], says=[APOLOGY, ("同意",), SOON, ("拦", "召回"), ("拒收",)],
        promises=[("refund", NOW + 30 * 60, None), ("recall", NOW + 24 * HOUR, None)], hands_over=[CASE],
    ),
    "D-LATE-5.5": End(
        todo=["售后"], risks=["complaint.sanction"], cites=["D-LATE-5"], hands_over=["after_sale", CASE],
    ),
    "D-LATE-6.1": End(todo=["承诺时间", "截图", "第二步"], risks=FINES, cites=["D-LATE-6"], hands_over=[CASE]),
    "D-LATE-6.2": End(
        todo=["核实结果", "第三步"], risks=FINES, cites=["D-LATE-6"],
        says=[APOLOGY, REASON, ("解决", "处理"), AT_SIX], promises=[("call_back", SIX, None)], hands_over=[CASE],
    ),
    "D-LATE-6.3": End(
        todo=["平台客服", "证据"], risks=FINES, cites=["D-LATE-6"],
        says=[RESULT, ("平台的结果", "平台怎么认定", "照办"), AT_SIX],
        promises=[("call_back", SIX, None)], hands_over=[CASE],
    ),
    "D-LATE-6.4": End(
        todo=["举证", "裁决"], risks=["evidence.hours", "late.platform_compensation"], cites=["D-LATE-6"],
        deadlines=[EVIDENCE], hands_over=[CASE],
    ),
    "D-LATE-6.5": End(todo=["申诉", "负责人", "律师"], risks=[None], cites=["D-LATE-6"], hands_over=[CASE]),
}  # fmt: skip

WHY = {"reason": "仓库盘点"}
TIME = {"new_time": "2026-05-19 18:00"}
GIFT = {"compensation_kind": "优惠券", "compensation_yuan": "5"}
BACK = {"call_back_time": "2026-05-19 18:00"}
MINUTES = {"refund_minutes": "30"}
NOT_LEFT, PASSED = ("has_left", "no", AGENT), ("promise_passed", "yes", ORDER)
HAS_LEFT = ("has_left", "yes", ORDER)
WAS_LATE = ("shipped_in_time", "no", AGENT)
REACHED = {"has_left": "no", "buyer_reached": "yes"}
LATE_PATH = [NOT_LEFT, PASSED, ("buyer_reached", "yes", AGENT)]
SHIPPED_LATE = o.ONLINE | o.LATE
EARLY_PROMISE = o.ONLINE | {"承诺发货时间": "2026-05-18 09:00:00"}

ROWS = [
    Row(name="not late yet", answers={"has_left": "no"}, outcome="D-LATE-4",
        path=[NOT_LEFT, ("promise_passed", "no", ORDER)]),
    Row(name="late, nothing said yet", order=o.LATE,
        answers={"has_left": "no", "buyer_reached": "no", "explained": "no"}, outcome="D-LATE-1",
        path=[NOT_LEFT, PASSED, ("buyer_reached", "no", AGENT), ("explained", "no", AGENT)],
        slots=WHY | TIME, gaps=["reason", "new_time"]),
    Row(name="late by a derived promise, not confirmed", order=o.DERIVED_LATE,
        answers={"has_left": "no", "buyer_reached": "no", "explained": "no"},
        outcome="D-LATE-1", path=[NOT_LEFT, PASSED, ("buyer_reached", "no", AGENT), ("explained", "no", AGENT)],
        slots=WHY | TIME, gaps=["reason", "new_time"], findings=["derived_promise"]),
    Row(name="late, explained, no answer", order=o.LATE,
        answers={"has_left": "no", "buyer_reached": "no", "explained": "yes"}, outcome="D-LATE-5.2",
        path=[NOT_LEFT, PASSED, ("buyer_reached", "no", AGENT), ("explained", "yes", AGENT)],
        slots=BACK, gaps=["call_back_time"]),
    Row(name="late, the buyer waits", order=o.LATE, answers=REACHED | {"stance": "waits"}, outcome="D-LATE-2.1",
        path=[*LATE_PATH, ("stance", "waits", AGENT)], slots=WHY | TIME | GIFT,
        gaps=["reason", "new_time", "compensation_yuan", "compensation_kind"]),
    Row(name="late by a promise only the agent knows", order=o.UNPROMISED,
        answers=REACHED | {"promise_passed": "yes", "stance": "waits"}, outcome="D-LATE-2.1",
        path=[NOT_LEFT, ("promise_passed", "yes", AGENT), ("buyer_reached", "yes", AGENT), ("stance", "waits", AGENT)],
        slots=WHY | TIME | GIFT, gaps=["reason", "new_time", "compensation_yuan", "compensation_kind"]),
    Row(name="late, a longer time agreed", order=o.LATE, answers=REACHED | {"stance": "longer"}, outcome="D-LATE-5.1",
        path=[*LATE_PATH, ("stance", "longer", AGENT)], slots=TIME, gaps=["new_time"]),
    Row(name="late, a refund asked for", order=o.LATE, answers=REACHED | {"stance": "refund"}, outcome="D-LATE-5.3",
        path=[*LATE_PATH, ("stance", "refund", AGENT)], slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="late, a refund open: nothing but the warehouse to ask", order=o.LATE | o.REFUND_OPEN,
        answers={"has_left": "no"}, outcome="D-LATE-5.3",
        path=[NOT_LEFT, PASSED, ("buyer_reached", "yes", ORDER), ("stance", "refund", ORDER)],
        slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="late, will not settle", order=o.LATE, answers=REACHED | {"stance": "unsettled"}, outcome="D-LATE-5.2",
        path=[*LATE_PATH, ("stance", "unsettled", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="dispute, step 1", order=o.LATE, answers=REACHED | {"stance": "disputes", "dispute_step": "verify"},
        outcome="D-LATE-6.1", path=[*LATE_PATH, ("stance", "disputes", AGENT), ("dispute_step", "verify", AGENT)]),
    Row(name="dispute, step 2", order=o.LATE, answers=REACHED | {"stance": "disputes", "dispute_step": "talk"},
        outcome="D-LATE-6.2", path=[*LATE_PATH, ("stance", "disputes", AGENT), ("dispute_step", "talk", AGENT)],
        slots=WHY | BACK, gaps=["reason", "call_back_time"]),
    Row(name="dispute, step 3", order=o.LATE, answers=REACHED | {"stance": "disputes", "dispute_step": "complain"},
        outcome="D-LATE-6.3", path=[*LATE_PATH, ("stance", "disputes", AGENT), ("dispute_step", "complain", AGENT)],
        slots=BACK, gaps=["call_back_time"]),
    Row(name="dispute, step 4: the platform's notice answers all but the warehouse", order=o.LATE, facts=NOTIFIED,
        answers={"has_left": "no"}, outcome="D-LATE-6.4",
        path=[NOT_LEFT, PASSED, ("buyer_reached", "yes", ORDER), ("stance", "disputes", ORDER),
              ("dispute_step", "arbitrate", ORDER)]),
    Row(name="dispute over a shipped order, the platform is in", order=EARLY_PROMISE, facts=NOTIFIED,
        answers={"shipped_in_time": "no"}, outcome="D-LATE-6.4",
        path=[HAS_LEFT, WAS_LATE, ("late_parcel", "disputes", ORDER), ("dispute_step", "arbitrate", ORDER)]),
    Row(name="dispute, step 5", order=EARLY_PROMISE,
        answers={"shipped_in_time": "no", "late_parcel": "disputes", "dispute_step": "law"}, outcome="D-LATE-6.5",
        path=[HAS_LEFT, WAS_LATE, ("late_parcel", "disputes", AGENT), ("dispute_step", "law", AGENT)]),
    Row(name="shipped, the promise not even passed", order=o.ONLINE, answers={}, outcome="D-LATE-3",
        path=[HAS_LEFT, ("shipped_in_time", "yes", ORDER)]),
    Row(name="shipped, picked up in time", order=SHIPPED_LATE,
        facts={"pickup_in_time": True, "picked_up_at": at("2026-05-18 20:00")}, answers={}, outcome="D-LATE-3",
        path=[HAS_LEFT, ("shipped_in_time", "yes", ORDER)]),
    Row(name="shipped, picked up after the promise", order=SHIPPED_LATE,
        facts={"pickup_in_time": False, "picked_up_at": at("2026-05-19 10:00")}, answers={"late_parcel": "settle"},
        outcome="D-LATE-2.2", path=[HAS_LEFT, ("shipped_in_time", "no", ORDER), ("late_parcel", "settle", AGENT)],
        slots=WHY | GIFT, gaps=["reason", "compensation_yuan", "compensation_kind"], says_more=[(o.TRACKING,)]),
    Row(name="shipped, no scan by the promise", order=SHIPPED_LATE, facts={"pickup_in_time": False},
        answers={"late_parcel": "settle"}, outcome="D-LATE-2.2",
        path=[HAS_LEFT, ("shipped_in_time", "no", ORDER), ("late_parcel", "settle", AGENT)],
        slots=WHY | GIFT, gaps=["reason", "compensation_yuan", "compensation_kind"]),
    Row(name="shipped inside a promise that has passed, the scan unknown: the agent looks", order=SHIPPED_LATE,
        answers={"shipped_in_time": "yes"}, outcome="D-LATE-3", path=[HAS_LEFT, ("shipped_in_time", "yes", AGENT)]),
    Row(name="shipped late and received", order=o.RECEIVED | {"承诺发货时间": "2026-05-18 09:00:00"},
        answers={"shipped_in_time": "no", "late_parcel": "settle"}, outcome="D-LATE-2.2",
        path=[HAS_LEFT, WAS_LATE, ("late_parcel", "settle", AGENT)],
        slots=WHY | GIFT, gaps=["reason", "compensation_yuan", "compensation_kind"],
        never_says=["查看物流", o.TRACKING]),
    Row(name="shipped late, a refund open", order=EARLY_PROMISE | o.REFUND_OPEN, answers={},
        outcome="D-LATE-5.4", path=[HAS_LEFT, ("shipped_in_time", "no", ORDER), ("late_parcel", "refund", ORDER)],
        slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="shipped late, received, a refund asked for", order=o.RECEIVED | {"承诺发货时间": "2026-05-18 09:00:00"},
        answers={"shipped_in_time": "no", "late_parcel": "refund"}, outcome="D-LATE-5.5",
        path=[HAS_LEFT, WAS_LATE, ("late_parcel", "refund", AGENT)]),
    Row(name="cancelled", order=o.LATE | o.CANCELLED, answers=REACHED | {"stance": "longer"}, outcome="D-LATE-5.1",
        path=[*LATE_PATH, ("stance", "longer", AGENT)], slots=TIME, gaps=["new_time"], findings=["contradiction"]),
]  # fmt: skip

LATE = Table("late_shipment", ENDS, ROWS)
