"""The table D-URGE of the domain contract as rows: an order, what the agent says, and all that must come of it."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.moments import HOUR
from tests import orders as o
from tests.orders import at

NOW = at(o.NOW)
SIX = at("2026-05-19 18:00")
SIX_WORDS = "今天（5月19日）18点"

ORDER, AGENT = "order", "agent"
APOLOGY = ("抱歉", "对不起", "道个歉", "道歉")
LEFT = ("寄出", "发出", "寄走", "发货", "承运")
AT_ONCE = ("马上", "立即", "立刻", "现在就", "正在为您办理")

SAYS: dict[str, list[tuple[str, ...]]] = {
    "D-URGE-1.1": [
        LEFT, (o.COURIER,), (o.TRACKING,), ("揽收后24小时内",), ("稍等", "等等", "放心等"), ("找我", "喊我们", "留言"),
    ],
    "D-URGE-1.1b": [LEFT, (o.COURIER,), (o.TRACKING,), ("查看物流",)],
    "D-URGE-1.2.1.1": [("48小时",), ("仓库", "排上"), (f"{SIX_WORDS}前",)],
    "D-URGE-1.2.1.2": [
        APOLOGY, ("仓库盘点",), ("加急", "抓紧", "全力赶"), ("6小时内",), (SIX_WORDS,), ("发货后", "发出后"),
        ("5元",), ("优惠券",),
        ("申请退款", "提交退款"), AT_ONCE,
    ],
    "D-URGE-1.2.2": [APOLOGY, ("仓库盘点",), ("退款",), AT_ONCE, ("5元优惠券",), ("店里",)],
    "D-URGE-2.1": [("同意",), ("退款",), ("拦", "召回"), ("拒收",)],
    "D-URGE-2.2": [APOLOGY, ("仅退款",), ("30分钟内",)],
}  # fmt: skip
"""What every wording of an outcome's reply says: of each group, one."""

TODO = {
    "D-URGE-1.1": ["运单号填到平台", "撤销"],
    "D-URGE-1.1b": ["物流轨迹"],
    "D-URGE-1.2.1.1": ["上传运单号", "告诉买家"],
    "D-URGE-1.2.1.2": ["上传运单号", "告诉买家", "优惠券"],
    "D-URGE-1.2.2": ["退款", "优惠券"],
    "D-URGE-2.1": ["同意退款", "快递"],
    "D-URGE-2.2": ["退款", "仓库"],
}

PROMISES: dict[str, list[tuple[str, int, int | None]]] = {
    "D-URGE-1.1": [("trace", NOW + 24 * HOUR, None)],
    "D-URGE-1.1b": [],
    "D-URGE-1.2.1.1": [("ship", SIX, None)],
    "D-URGE-1.2.1.2": [("ship", SIX, None), ("coupon", SIX + 24 * HOUR, 500)],
    "D-URGE-1.2.2": [("refund", NOW + HOUR, None), ("coupon", NOW + 24 * HOUR, 500)],
    "D-URGE-2.1": [("recall", NOW + 24 * HOUR, None)],
    "D-URGE-2.2": [("refund", NOW + 30 * 60, None)],
}
"""Kind, due instant and fen of every promise."""

RISKS = {
    "D-URGE-1.1": ["fake_ship.compensation", "ship.pickup_inside_promise"],
    "D-URGE-1.1b": ["transit.hours", "ship.pickup_inside_promise"],
    "D-URGE-1.2.1.1": ["late.platform_compensation"],
    "D-URGE-1.2.1.2": ["late.platform_compensation", "late.fine_from_day", None],
    "D-URGE-1.2.2": ["stock.compensation", None],
    "D-URGE-2.1": ["refund.unshipped.auto_hours"],
    "D-URGE-2.2": ["refund.unshipped.auto_hours"],
}


class Row(Struct, frozen=True, kw_only=True):
    """One way through the flow. `path` is question, answer and who gave it; `gaps` is what is open without `slots`."""

    name: str
    order: Mapping[str, str]
    answers: dict[str, str]
    outcome: str
    path: list[tuple[str, str, str]]
    slots: dict[str, str] = {}
    gaps: list[str] = []
    findings: list[str] = []
    says_more: list[tuple[str, ...]] = []


TIME = {"new_time": "2026-05-19 18:00"}
WHY = {"reason": "仓库盘点"}
COUPON = {"coupon_yuan": "5"}
PARCEL = {"tracking_no": o.TRACKING, "courier": o.COURIER}
SHIP, REFUND = ("wants", "ship", AGENT), ("wants", "refund", AGENT)
NOT_LEFT = ("has_left", "no", AGENT)
HAS_LEFT = ("has_left", "yes", ORDER)
CAN = ("can_ship", "yes", AGENT)
CAN_SHIP = {"wants": "ship", "has_left": "no", "can_ship": "yes"}

ROWS = [
    Row(name="left by the agent's word, no number", order={}, answers={"wants": "ship", "has_left": "yes"},
        outcome="D-URGE-1.1", path=[SHIP, ("has_left", "yes", AGENT), ("number_online", "no", ORDER)],
        slots=PARCEL, gaps=["courier", "tracking_no"]),
    Row(name="left by the order's word, no number", order=o.SHIPPED, answers={"wants": "ship"},
        outcome="D-URGE-1.1", path=[SHIP, HAS_LEFT, ("number_online", "no", ORDER)],
        slots=PARCEL, gaps=["courier", "tracking_no"]),
    Row(name="left, no number, a refund open", order=o.SHIPPED | o.REFUND_OPEN, answers={"wants": "ship"},
        outcome="D-URGE-1.1", path=[SHIP, HAS_LEFT, ("number_online", "no", ORDER)],
        slots=PARCEL, gaps=["courier", "tracking_no"], says_more=[("撤销",)]),
    Row(name="shipped, number known to the order, said not to be online", order=o.ONLINE,
        answers={"wants": "ship", "number_online": "no"}, outcome="D-URGE-1.1",
        path=[SHIP, HAS_LEFT, ("number_online", "no", AGENT)]),
    Row(name="shipped, number online", order=o.ONLINE, answers={"wants": "ship"}, outcome="D-URGE-1.1b",
        path=[SHIP, HAS_LEFT, ("number_online", "yes", ORDER)]),
    Row(name="a number alone says that it has left", order=o.NUMBER_ONLY, answers={"wants": "ship"},
        outcome="D-URGE-1.1b", path=[SHIP, HAS_LEFT, ("number_online", "yes", ORDER)]),
    Row(name="shipped, online by the agent's word", order=o.SHIPPED, answers={"wants": "ship", "number_online": "yes"},
        outcome="D-URGE-1.1b", path=[SHIP, HAS_LEFT, ("number_online", "yes", AGENT)],
        slots=PARCEL, gaps=["courier", "tracking_no"]),
    Row(name="received", order=o.RECEIVED, answers={"wants": "ship"}, outcome="D-URGE-1.1b",
        path=[SHIP, HAS_LEFT, ("number_online", "yes", ORDER)]),
    Row(name="inside the promise", order={}, answers=CAN_SHIP, outcome="D-URGE-1.2.1.1",
        path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", ORDER)], slots=TIME, gaps=["new_time"]),
    Row(name="inside a promise only the agent knows", order=o.UNPROMISED, answers=CAN_SHIP | {"promise_passed": "no"},
        outcome="D-URGE-1.2.1.1", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", AGENT)],
        slots=TIME | {"promise_hours": "48"}, gaps=["promise_hours", "new_time"]),
    Row(name="inside a derived promise, confirmed", order=o.DERIVED, answers=CAN_SHIP | {"promise_passed": "no"},
        outcome="D-URGE-1.2.1.1", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", AGENT)],
        slots=TIME, gaps=["new_time"]),
    Row(name="inside a derived promise, not confirmed", order=o.DERIVED, answers=CAN_SHIP,
        outcome="D-URGE-1.2.1.1", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", ORDER)],
        slots=TIME, gaps=["new_time"], findings=["derived_promise"]),
    Row(name="late", order=o.LATE, answers=CAN_SHIP, outcome="D-URGE-1.2.1.2",
        path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "yes", ORDER)], slots=TIME | WHY | COUPON,
        gaps=["reason", "new_time", "coupon_yuan"]),
    Row(name="late by a promise only the agent knows", order=o.UNPROMISED, answers=CAN_SHIP | {"promise_passed": "yes"},
        outcome="D-URGE-1.2.1.2", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "yes", AGENT)],
        slots=TIME | WHY | COUPON, gaps=["reason", "new_time", "coupon_yuan"]),
    Row(name="late by a derived promise, confirmed", order=o.DERIVED_LATE, answers=CAN_SHIP | {"promise_passed": "yes"},
        outcome="D-URGE-1.2.1.2", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "yes", AGENT)],
        slots=TIME | WHY | COUPON, gaps=["reason", "new_time", "coupon_yuan"]),
    Row(name="late by a derived promise, not confirmed", order=o.DERIVED_LATE, answers=CAN_SHIP,
        outcome="D-URGE-1.2.1.2", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "yes", ORDER)],
        slots=TIME | WHY | COUPON, gaps=["reason", "new_time", "coupon_yuan"], findings=["derived_promise"]),
    Row(name="inside a derived promise, which the agent overrules", order=o.DERIVED,
        answers=CAN_SHIP | {"promise_passed": "yes"}, outcome="D-URGE-1.2.1.2",
        path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "yes", AGENT)],
        slots=TIME | WHY | COUPON, gaps=["reason", "new_time", "coupon_yuan"]),
    Row(name="out of stock", order={}, answers={"wants": "ship", "has_left": "no", "can_ship": "no"},
        outcome="D-URGE-1.2.2", path=[SHIP, NOT_LEFT, ("can_ship", "no", AGENT)],
        slots=WHY | COUPON, gaps=["reason", "coupon_yuan"]),
    Row(name="out of stock and late", order=o.LATE, answers={"wants": "ship", "has_left": "no", "can_ship": "no"},
        outcome="D-URGE-1.2.2", path=[SHIP, NOT_LEFT, ("can_ship", "no", AGENT)],
        slots=WHY | COUPON, gaps=["reason", "coupon_yuan"]),
    Row(name="shipped by mistake in the file, out of stock", order=o.ONLINE,
        answers={"wants": "ship", "has_left": "no", "can_ship": "no"},
        outcome="D-URGE-1.2.2", path=[SHIP, ("has_left", "no", AGENT), ("can_ship", "no", AGENT)],
        slots=WHY | COUPON, gaps=["reason", "coupon_yuan"]),
    Row(name="refund, has left", order=o.ONLINE, answers={"wants": "refund"}, outcome="D-URGE-2.1",
        path=[REFUND, HAS_LEFT]),
    Row(name="refund, has left by the agent's word", order={}, answers={"wants": "refund", "has_left": "yes"},
        outcome="D-URGE-2.1", path=[REFUND, ("has_left", "yes", AGENT)]),
    Row(name="refund open, has left: nothing to ask", order=o.ONLINE | o.REFUND_OPEN, answers={},
        outcome="D-URGE-2.1", path=[("wants", "refund", ORDER), HAS_LEFT]),
    Row(name="refund, not left", order={}, answers={"wants": "refund", "has_left": "no"}, outcome="D-URGE-2.2",
        path=[REFUND, NOT_LEFT], slots={"refund_minutes": "30"}, gaps=["refund_minutes"]),
    Row(name="refund open, not left", order=o.REFUND_OPEN, answers={"has_left": "no"}, outcome="D-URGE-2.2",
        path=[("wants", "refund", ORDER), NOT_LEFT], slots={"refund_minutes": "30"}, gaps=["refund_minutes"]),
    Row(name="refund open, the buyer wants it shipped after all", order=o.REFUND_OPEN, answers=CAN_SHIP,
        outcome="D-URGE-1.2.1.1", path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", ORDER)],
        slots=TIME, gaps=["new_time"]),
    Row(name="refund, has left, received", order=o.RECEIVED, answers={"wants": "refund"}, outcome="D-URGE-2.1",
        path=[REFUND, HAS_LEFT], findings=["contradiction"]),
    Row(name="refunded already", order=o.REFUNDED, answers={"wants": "refund", "has_left": "no"}, outcome="D-URGE-2.2",
        path=[REFUND, NOT_LEFT], slots={"refund_minutes": "30"}, gaps=["refund_minutes"],
        findings=["contradiction"]),
    Row(name="unpaid", order=o.UNPAID, answers=CAN_SHIP | {"promise_passed": "no"}, outcome="D-URGE-1.2.1.1",
        path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", AGENT)], slots=TIME | {"promise_hours": "48"},
        gaps=["promise_hours", "new_time"], findings=["contradiction"]),
    Row(name="cancelled", order=o.CANCELLED, answers=CAN_SHIP, outcome="D-URGE-1.2.1.1",
        path=[SHIP, NOT_LEFT, CAN, ("promise_passed", "no", ORDER)], slots=TIME, gaps=["new_time"],
        findings=["contradiction"]),
]  # fmt: skip
