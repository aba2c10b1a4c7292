"""The table D-CUSTOM of the domain contract as rows."""

from tests import orders as o
from tests.orders import at
from tests.services.flow_rows import APOLOGY, NOW, ORDER, OUR_FREIGHT, End, Row, by_agent

FLOW = "custom_made"
SIX = at("2026-05-19 18:00")
DAY = 24 * 3600
ANSWER_BY = ("今天（5月19日）18点前",)
ASK_AGAIN = [("call_back", NOW + DAY, None)]
BEFORE = ["urge_shipment", "presale"]

ENDS = {
    "D-CUSTOM-1": End(
        says=[("颜色",), ("尺寸",), ("材质",), ("logo", "图案"), ("字体",), ("付款",), ("退款",), ("商量",)],
        todo=["流程图", "登记"], promises=ASK_AGAIN, figures=[None, "presale.max_days"], on=BEFORE),
    "D-CUSTOM-1.2": End(
        says=[("图案",), ("文字",), ("尺寸",), ("“确认”",), ("退款",), ("商量",)], todo=["确认", "登记"],
        promises=ASK_AGAIN, figures=[None], on=BEFORE),
    "D-CUSTOM-2": End(
        says=[("开始", "动工"), ("商量", "谈好"), ANSWER_BY], todo=["做到哪", "方案"],
        promises=[("call_back", SIX, None)], figures=["complaint.sanction"], fault="buyer"),
    "D-CUSTOM-2.1": End(
        says=[("8元",), ("申请",), ("30分钟内",)], todo=["停工", "同意"], promises=[("refund", NOW + 30 * 60, 800)],
        figures=["complaint.sanction"], fault="buyer"),
    "D-CUSTOM-3": End(
        says=[("退不了款", "不能退款", "没法退"), ("质量问题", "质量上", "瑕疵")], todo=["解释", "主管"],
        figures=["evidence.hours"], fault="buyer"),
    "D-CUSTOM-5.1": End(
        says=[("质量问题",), ("不支持", "不能退", "退不了"), ("照片", "图")], todo=["哪里不满意", "质量问题"],
        figures=["evidence.hours"], fault="buyer"),
    "D-CUSTOM-5.2": End(
        says=[APOLOGY, ("重新做", "重做"), ("退款",), OUR_FREIGHT, ANSWER_BY], todo=["定稿", "售后"],
        promises=[("call_back", SIX, None)], figures=[None, "complaint.sanction"], fault="ours", on=["after_sale"]),
}  # fmt: skip

BY = {"call_back_time": "2026-05-19 18:00"}
WAITS, GOT = ("is_received", "no", ORDER), ("is_received", "yes", ORDER)

ROWS = [
    Row(name="not started, no files", answers={"stage": "before", "files_in": "no"}, outcome="D-CUSTOM-1",
        path=[WAITS, *by_agent(stage="before", files_in="no")]),
    Row(name="not started, all files", answers={"stage": "before", "files_in": "yes"}, outcome="D-CUSTOM-1.2",
        path=[WAITS, *by_agent(stage="before", files_in="yes")]),
    Row(name="cancelled", order=o.CANCELLED, answers={"is_received": "no", "stage": "before", "files_in": "no"},
        outcome="D-CUSTOM-1", path=by_agent(is_received="no", stage="before", files_in="no"),
        findings=["contradiction"]),
    Row(name="started", answers={"stage": "started", "agreed": "no"}, outcome="D-CUSTOM-2",
        path=[WAITS, *by_agent(stage="started", agreed="no")], slots=BY, gaps=["call_back_time"]),
    Row(name="started, refund agreed", answers={"stage": "started", "agreed": "yes"}, outcome="D-CUSTOM-2.1",
        path=[WAITS, *by_agent(stage="started", agreed="yes")], slots={"partial_yuan": "8", "refund_minutes": "30"},
        gaps=["partial_yuan", "refund_minutes"]),
    Row(name="in production", answers={"stage": "production"}, outcome="D-CUSTOM-3",
        path=[WAITS, *by_agent(stage="production")]),
    Row(name="made and on the way", order=o.ONLINE, answers={"is_received": "no", "stage": "production"},
        outcome="D-CUSTOM-3", path=by_agent(is_received="no", stage="production")),
    Row(name="received, merely disliked", order=o.RECEIVED, answers={"quality_fault": "no"}, outcome="D-CUSTOM-5.1",
        path=[GOT, *by_agent(quality_fault="no")]),
    Row(name="received, faulty", order=o.RECEIVED, answers={"quality_fault": "yes"}, outcome="D-CUSTOM-5.2",
        path=[GOT, *by_agent(quality_fault="yes")], slots=BY, gaps=["call_back_time"]),
]  # fmt: skip
