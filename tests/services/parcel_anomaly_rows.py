"""The table D-LOGI of the domain contract as rows."""

from tests import orders as o
from tests.orders import at
from tests.services.flow_rows import APOLOGY, NOW, ORDER, End, Row, Says, by_agent

FLOW = "parcel_anomaly"
SIX = at("2026-05-19 18:00")
DAY = 24 * 3600
ANSWER_BY = ("今天（5月19日）18点前",)
PARCEL: Says = [(o.COURIER,), (o.TRACKING,)]
ASKED: Says = [*PARCEL, ANSWER_BY, ("核实", "查", "问", "催", "核对", "落实", "了解", "要签收记录", "要具体位置")]
ANSWER = [("call_back", SIX, None)]
ON = ["after_sale", "after_sale", "urge_shipment"]

ENDS = {
    "D-LOGI-1": End(
        says=[*ASKED, ("没有单号", "查不到物流", "没有记录", "还没有")], todo=["单号", "仓库"], promises=ANSWER, on=ON,
        figures=["fake_ship.window_hours", "fake_ship.compensation"], fault="unclear"),
    "D-LOGI-2": End(
        says=[*ASKED, ("揽收",), ("5月18日20点05分",)], todo=["网点", "回买家"], promises=ANSWER, on=ON,
        figures=["pickup_then_silence.hours", "anomaly.limit"], fault="carrier"),
    "D-LOGI-3": End(
        says=[*ASKED, ("重复", "好几条揽收")], todo=["重复揽收", "单号"], promises=ANSWER, on=ON,
        figures=["anomaly.limit", "fake_ship.window_hours"], fault="carrier"),
    "D-LOGI-4": End(
        says=[*ASKED, ("抱歉", "不好意思", "着急"), ("补发",), ("退款",)], todo=["位置", "售后"], promises=ANSWER,
        on=ON, figures=["anomaly.limit", "transit.hours"], fault="carrier"),
    "D-LOGI-4.1": End(
        says=[*ASKED, ("签收", "送达"), ("快递柜",), ("驿站",)], todo=["签收人", "售后"], promises=ANSWER, on=ON,
        figures=[None, "anomaly.limit"], fault="unclear"),
    "D-LOGI-4.2": End(
        says=[*ASKED, ("退回",), ("原因",), ("还想要", "还要", "重新寄")], todo=["退回原因", "改派"], promises=ANSWER,
        on=["urge_shipment", "after_sale"], figures=[None, "anomaly.limit"], fault="unclear"),
    "D-LOGI-5": End(
        says=[*ASKED, APOLOGY, ("揽收",)], todo=["马上交", "告诉买家"], promises=ANSWER, on=ON,
        figures=["fake_ship.window_hours", "fake_ship.compensation", "ship.pickup_inside_promise"], fault="ours"),
    "D-LOGI-6": End(
        says=[*ASKED, ("5月17日9点30分",), ("没有更新", "没有新的", "停得")], todo=["查件", "售后"], promises=ANSWER,
        on=ON, figures=["transit.hours", "anomaly.limit"], fault="carrier"),
    "D-LOGI-7": End(
        says=[*ASKED, ("派送",), ("收货信息", "收货地址")], todo=["买家核对", "派送网点"], promises=ANSWER, on=ON,
        figures=["delivery.hours", "anomaly.limit"], fault="carrier"),
    "D-LOGI-8": End(
        says=[*PARCEL, ("查看物流",), ("盯着", "继续跟", "留意")], todo=["进度", "轨迹"],
        promises=[("trace", NOW + DAY, None)], figures=["transit.hours"]),
    "D-LOGI-8.1": End(says=None, todo=["催发货"], on=["urge_shipment"]),
}  # fmt: skip

LEFT = ("has_left", "yes", ORDER)
BY = {"call_back_time": "2026-05-19 18:00"}


def kind(name: str) -> list[tuple[str, str, str]]:
    return [LEFT, *by_agent(anomaly_kind=name)]


ROWS = [
    Row(name="no information", order=o.ONLINE, answers={"anomaly_kind": "no_info"}, outcome="D-LOGI-1",
        path=kind("no_info"), slots=BY, gaps=["call_back_time"]),
    Row(name="silent after pick-up", order=o.ONLINE, answers={"anomaly_kind": "pickup_silent"}, outcome="D-LOGI-2",
        path=kind("pickup_silent"), slots=BY | {"picked_up_time": "2026-05-18 20:05"},
        gaps=["picked_up_time", "call_back_time"]),
    Row(name="picked up again and again", order=o.ONLINE, answers={"anomaly_kind": "repeated_pickup"},
        outcome="D-LOGI-3", path=kind("repeated_pickup"), slots=BY, gaps=["call_back_time"]),
    Row(name="too long on the way", order=o.ONLINE, answers={"anomaly_kind": "slow"}, outcome="D-LOGI-4",
        path=kind("slow"), slots=BY, gaps=["call_back_time"]),
    Row(name="received by the order, not by the buyer", order=o.RECEIVED, answers={"anomaly_kind": "slow"},
        outcome="D-LOGI-4.1", path=kind("slow"), slots=BY, gaps=["call_back_time"]),
    Row(name="nothing wrong, yet shown as received", order=o.RECEIVED, answers={"anomaly_kind": "none"},
        outcome="D-LOGI-4.1", path=kind("none"), slots=BY, gaps=["call_back_time"]),
    Row(name="not picked up", order=o.ONLINE, answers={"anomaly_kind": "pickup_overdue"}, outcome="D-LOGI-5",
        path=kind("pickup_overdue"), slots=BY, gaps=["call_back_time"]),
    Row(name="stalled", order=o.ONLINE, answers={"anomaly_kind": "transit"}, outcome="D-LOGI-6",
        path=kind("transit"), slots=BY | {"last_scan_time": "2026-05-17 09:30"},
        gaps=["last_scan_time", "call_back_time"]),
    Row(name="not delivered", order=o.ONLINE, answers={"anomaly_kind": "delivery"}, outcome="D-LOGI-7",
        path=kind("delivery"), slots=BY, gaps=["call_back_time"]),
    Row(name="not delivered, yet shown as received", order=o.RECEIVED, answers={"anomaly_kind": "delivery"},
        outcome="D-LOGI-7", path=kind("delivery"), slots=BY, gaps=["call_back_time"], findings=["contradiction"]),
    Row(name="nothing wrong", order=o.ONLINE, answers={"anomaly_kind": "none"}, outcome="D-LOGI-8",
        path=kind("none")),
    Row(name="refunded already", order=o.ONLINE | {"售后状态": "退款成功"}, answers={"anomaly_kind": "none"},
        outcome="D-LOGI-8", path=kind("none"), findings=["contradiction"]),
    Row(name="not shipped", answers={"has_left": "no"}, outcome="D-LOGI-8.1", path=by_agent(has_left="no")),
]  # fmt: skip
