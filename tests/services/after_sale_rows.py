"""The table D-AFTER of the domain contract as rows."""

from tests import orders as o
from tests.orders import at
from tests.services.flow_rows import APOLOGY, NOW, ORDER, OUR_FREIGHT, End, Promises, Row, Says, by_agent

FLOW = "after_sale"
HOUR = 3600
SIX = at("2026-05-19 18:00")
PICKED_UP = at("2026-05-20 12:00")
SENT = at("2026-05-20 18:00")
RETURN_CHECKED = NOW + 120 * HOUR
UNTIL = ("5月26日24点前",)
PICKUP = ("明天（5月20日）12点前",)
RESEND = ("明天（5月20日）18点前",)
ANSWER_BY = ("今天（5月19日）18点前",)
COLLECTED: Promises = [("recall", PICKED_UP, None)]
ASK_BACK: Promises = [("call_back", SIX, None)]
WAIT_FOR_CHOICE: Promises = [("call_back", NOW + 24 * HOUR, None)]
IN_MINUTES: Promises = [("refund", NOW + 30 * 60, None)]
COMPLAINT = ["complaint.sanction", None]
WRONG = ["wrong_item", "empty_parcel"]
REFUND_ALL: Says = [APOLOGY, ("申请", "提交"), PICKUP, ("24小时内",), OUR_FREIGHT]

ENDS = {
    "D-AFTER-1.1": End(
        says=[UNTIL, ("退货退款",), ("吊牌",), ("退款", "把钱退"), ("运费",)], todo=["同意退货", "验货"],
        promises=[("refund", RETURN_CHECKED, None)], figures=["return.no_reason", "return_received.refund_hours"],
        fault="buyer"),
    "D-AFTER-1.2": End(
        says=[("无理由",), ("过了", "过去", "超过"), ("质量",)], todo=["婉转", "质量问题"],
        figures=["return.no_reason", "rights.days"], fault="buyer"),
    "D-AFTER-1.3": End(
        says=[UNTIL, ("换货",), ("吊牌", "原样"), ("运费",)], todo=["有货", "验货"],
        promises=[("exchange", RETURN_CHECKED, None)], figures=["return.no_reason"], fault="buyer"),
    "D-AFTER-1.5": End(
        says=[("5月19日9点12分",), ("30分钟内",), ("退款",), ("原路",)], todo=["办退款", "入库"], promises=IN_MINUTES,
        figures=["return_received.refund_hours"]),
    "D-AFTER-1.6": End(
        says=[("5月19日9点12分",), RESEND, ("单号",)], todo=["换发", "入库"], promises=[("exchange", SENT, None)],
        figures=["return_received.refund_hours"]),
    "D-AFTER-1.7": End(
        says=[("5月19日9点12分",), ("少了配件",), ("照片",), ANSWER_BY], todo=["拆包录像", "时限内"],
        promises=ASK_BACK, figures=["return_received.refund_hours"], fault="unclear", on=["bad_faith"]),
    "D-AFTER-2.1.1": End(
        says=REFUND_ALL, todo=["退货运费由店铺出", "上门取件"],
        promises=[*COLLECTED, ("refund", PICKED_UP + 24 * HOUR, None)], figures=COMPLAINT, fault="ours"),
    "D-AFTER-2.1.2": End(
        says=[APOLOGY, ("换",), PICKUP, ("24小时内",), OUR_FREIGHT], todo=["来回运费由店铺出", "新单号"],
        promises=[*COLLECTED, ("exchange", PICKED_UP + 24 * HOUR, None)], figures=COMPLAINT, fault="ours"),
    "D-AFTER-2.1.3": End(
        says=[APOLOGY, RESEND, ("单号",), OUR_FREIGHT, ("不用", "不必")], todo=["运费由店铺出", "单号"],
        promises=[("resend", SENT, None)], figures=COMPLAINT, fault="ours"),
    "D-AFTER-2.1.4": End(
        says=[APOLOGY, ANSWER_BY, ("不会不管", "没关系", "想办法")], todo=["别一口回绝", "主管"],
        promises=ASK_BACK, figures=["refund.days", "exchange.days", "rights.days"], fault="ours"),
    "D-AFTER-2.2.1": End(
        says=[APOLOGY, ("快递",), ("退款",), ("30分钟内",)], todo=["马上给买家退款", "理赔"], promises=IN_MINUTES,
        figures=COMPLAINT, fault="carrier"),
    "D-AFTER-2.2.2": End(
        says=[APOLOGY, RESEND, OUR_FREIGHT, ("理赔", "交涉")], todo=["补发", "理赔"], promises=[("resend", SENT, None)],
        figures=COMPLAINT, fault="carrier"),
    "D-AFTER-2.3": End(
        says=REFUND_ALL, todo=["退货运费由店铺出", "上门取件", "改商品页"],
        promises=[*COLLECTED, ("refund", PICKED_UP + 24 * HOUR, None)], figures=COMPLAINT, fault="ours", on=WRONG),
    "D-AFTER-2.4": End(
        says=[("照片", "图片", "拍清楚"), ("外包装", "包装"), ("面单",), ANSWER_BY], todo=["请买家拍", "规格"],
        promises=ASK_BACK, figures=["evidence.hours"], fault="unclear"),
    "D-AFTER-2.5": End(
        says=[("照片", "图片", "拍照"), ("仓库", "出库"), ("快递",), ANSWER_BY], todo=["仓库", "第一题"],
        promises=ASK_BACK, figures=["evidence.hours"], fault="unclear"),
    "D-AFTER-4.1": End(
        says=[APOLOGY, ("退款",), ("换",), ("补发",), ("退您一部分", "退一部分"), OUR_FREIGHT], todo=["选好"],
        promises=WAIT_FOR_CHOICE, figures=COMPLAINT, fault="ours"),
    "D-AFTER-4.2": End(
        says=[APOLOGY, ("8元",), ("仅退款",), ("30分钟内",)], todo=["金额", "同意"],
        promises=[("refund", NOW + 30 * 60, 800)], figures=COMPLAINT, fault="ours"),
    "D-AFTER-4.3": End(
        says=[APOLOGY, ("重新寄", "重寄"), ("退款",), OUR_FREIGHT], todo=["选好", "理赔"], promises=WAIT_FOR_CHOICE,
        figures=COMPLAINT, fault="carrier"),
    "D-AFTER-4.4": End(
        says=[APOLOGY, ("仅退款",), ("不用寄回", "不必寄回", "不用退"), ("30分钟内",)], todo=["同意", "告诉买家"],
        promises=IN_MINUTES, figures=COMPLAINT, fault="ours", on=WRONG),
    "D-AFTER-7": End(
        says=[("我的订单",), ("评价",), ("打分",), ("提交",), ("真实", "实际")], todo=["只说明步骤"],
        figures=["chat.review_reward"]),
}  # fmt: skip

BY = {"call_back_time": "2026-05-19 18:00"}
AT = {"pickup_time": "2026-05-20 12:00"}
AGAIN = {"resend_time": "2026-05-20 18:00"}
MINUTES = {"refund_minutes": "30"}
ARRIVED = {"return_arrived": "2026-05-19 09:12"}
SENT_OUT = o.ONLINE | {
    "拼单成功时间": "2026-05-14 09:12:00", "承诺发货时间": "2026-05-16 09:12:00", "发货时间": "2026-05-15 18:30:00",
}  # fmt: skip
GOT = o.RECEIVED | SENT_OUT | {"订单状态": "已签收"}
INSIDE, CLOSED = ("in_window", "yes", ORDER), ("in_window", "no", ORDER)
LONG_AGO = GOT | {"确认收货时间": "2026-05-01 10:00:00"}
FAULTY = {"matter": "goods", "has_photos": "yes"}
SELLER = {"matter": "seller", "has_photos": "yes"}
NO_REASON = ("matter", "no_reason", "agent")


def no_reason(**further: str) -> list[tuple[str, str, str]]:
    return [NO_REASON, INSIDE, *by_agent(**further)]


ROWS = [
    Row(name="no reason, inside, no insurance", order=GOT, outcome="D-AFTER-1.1",
        answers={"matter": "no_reason", "freight_insured": "no", "way_back": "refund"},
        path=no_reason(freight_insured="no", way_back="refund"), says_more=[("承担",)]),
    Row(name="no reason, inside, insured", order=GOT, outcome="D-AFTER-1.1",
        answers={"matter": "no_reason", "freight_insured": "yes", "way_back": "refund"},
        path=no_reason(freight_insured="yes", way_back="refund"), says_more=[("理赔",)]),
    Row(name="no reason, received by the agent's word", order=o.SHIPPED, outcome="D-AFTER-1.1",
        answers={"matter": "no_reason", "in_window": "yes", "freight_insured": "no", "way_back": "refund"},
        path=by_agent(matter="no_reason", in_window="yes", freight_insured="no", way_back="refund"),
        slots={"return_until": "2026-05-27 00:00"}, gaps=["return_until"]),
    Row(name="no reason, not even shipped", outcome="D-AFTER-1.1",
        answers={"matter": "no_reason", "in_window": "yes", "freight_insured": "no", "way_back": "refund"},
        path=by_agent(matter="no_reason", in_window="yes", freight_insured="no", way_back="refund"),
        slots={"return_until": "2026-05-27 00:00"}, gaps=["return_until"], findings=["contradiction"]),
    Row(name="no reason, the window has closed", order=LONG_AGO, outcome="D-AFTER-1.2",
        answers={"matter": "no_reason"}, path=[NO_REASON, CLOSED]),
    Row(name="exchange without reason", order=GOT, outcome="D-AFTER-1.3",
        answers={"matter": "no_reason", "freight_insured": "no", "way_back": "exchange"},
        path=no_reason(freight_insured="no", way_back="exchange"), says_more=[("承担",)]),
    Row(name="return in order, refund", order=GOT, outcome="D-AFTER-1.5",
        answers={"matter": "returned", "returned_intact": "yes", "way_back": "refund"},
        path=by_agent(matter="returned", returned_intact="yes", way_back="refund"), slots=ARRIVED | MINUTES,
        gaps=["return_arrived", "refund_minutes"]),
    Row(name="return in order, exchange", order=GOT, outcome="D-AFTER-1.6",
        answers={"matter": "returned", "returned_intact": "yes", "way_back": "exchange"},
        path=by_agent(matter="returned", returned_intact="yes", way_back="exchange"), slots=ARRIVED | AGAIN,
        gaps=["return_arrived", "resend_time"]),
    Row(name="return not in order", order=GOT, outcome="D-AFTER-1.7",
        answers={"matter": "returned", "returned_intact": "no"},
        path=by_agent(matter="returned", returned_intact="no"), slots=ARRIVED | BY | {"return_problem": "少了配件"},
        gaps=["return_arrived", "return_problem", "call_back_time"]),
    Row(name="faulty, refund", order=GOT, outcome="D-AFTER-2.1.1",
        answers=FAULTY | {"remedy": "refund", "take_back": "yes"},
        path=[*by_agent(**FAULTY, remedy="refund"), INSIDE, *by_agent(take_back="yes")],
        slots=AT | {"refund_hours": "24"}, gaps=["pickup_time", "refund_hours"]),
    Row(name="faulty, refund without the goods", order=GOT, outcome="D-AFTER-4.4",
        answers=FAULTY | {"remedy": "refund", "take_back": "no"},
        path=[*by_agent(**FAULTY, remedy="refund"), INSIDE, *by_agent(take_back="no")],
        slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="faulty, exchange", order=GOT, outcome="D-AFTER-2.1.2", answers=FAULTY | {"remedy": "exchange"},
        path=[*by_agent(**FAULTY, remedy="exchange"), INSIDE], slots=AT | {"resend_hours": "24"},
        gaps=["pickup_time", "resend_hours"]),
    Row(name="faulty, another one", order=GOT, outcome="D-AFTER-2.1.3", answers=FAULTY | {"remedy": "resend"},
        path=by_agent(**FAULTY, remedy="resend"), slots=AGAIN, gaps=["resend_time"]),
    Row(name="faulty, refund, long received", order=LONG_AGO, outcome="D-AFTER-2.1.4",
        answers=FAULTY | {"remedy": "refund"}, path=[*by_agent(**FAULTY, remedy="refund"), CLOSED],
        slots=BY, gaps=["call_back_time"]),
    Row(name="faulty, exchange, long received", order=LONG_AGO, outcome="D-AFTER-2.1.4",
        answers=FAULTY | {"remedy": "exchange"}, path=[*by_agent(**FAULTY, remedy="exchange"), CLOSED],
        slots=BY, gaps=["call_back_time"]),
    Row(name="faulty, nothing chosen yet", order=GOT, outcome="D-AFTER-4.1",
        answers=FAULTY | {"remedy": "undecided"}, path=by_agent(**FAULTY, remedy="undecided")),
    Row(name="faulty, kept for a part", order=GOT, outcome="D-AFTER-4.2",
        answers=FAULTY | {"remedy": "partial"}, path=by_agent(**FAULTY, remedy="partial"),
        slots=MINUTES | {"partial_yuan": "8"}, gaps=["partial_yuan", "refund_minutes"]),
    Row(name="faulty, refunded already", order=GOT | {"售后状态": "退款成功"}, outcome="D-AFTER-4.1",
        answers=FAULTY | {"remedy": "undecided"}, path=by_agent(**FAULTY, remedy="undecided"),
        findings=["contradiction"]),
    Row(name="damaged, refund", order=GOT, outcome="D-AFTER-2.2.1",
        answers={"matter": "damaged", "has_photos": "yes", "remedy": "refund"},
        path=by_agent(matter="damaged", has_photos="yes", remedy="refund"), slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="damaged, exchange", order=GOT, outcome="D-AFTER-2.2.2",
        answers={"matter": "damaged", "has_photos": "yes", "remedy": "exchange"},
        path=by_agent(matter="damaged", has_photos="yes", remedy="exchange"), slots=AGAIN, gaps=["resend_time"]),
    Row(name="damaged, kept for a part", order=GOT, outcome="D-AFTER-4.2",
        answers={"matter": "damaged", "has_photos": "yes", "remedy": "partial"},
        path=by_agent(matter="damaged", has_photos="yes", remedy="partial"),
        slots=MINUTES | {"partial_yuan": "8"}, gaps=["partial_yuan", "refund_minutes"]),
    Row(name="lost, refund", order=SENT_OUT, outcome="D-AFTER-2.2.1", answers={"matter": "lost", "remedy": "refund"},
        path=by_agent(matter="lost", remedy="refund"), slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="lost, another one", order=SENT_OUT, outcome="D-AFTER-2.2.2",
        answers={"matter": "lost", "remedy": "resend"}, path=by_agent(matter="lost", remedy="resend"), slots=AGAIN,
        gaps=["resend_time"]),
    Row(name="lost, nothing chosen yet", order=SENT_OUT, outcome="D-AFTER-4.3",
        answers={"matter": "lost", "remedy": "undecided"}, path=by_agent(matter="lost", remedy="undecided")),
    Row(name="lost cannot be kept", order=SENT_OUT, outcome="D-AFTER-4.3",
        answers={"matter": "lost", "remedy": "partial"}, path=by_agent(matter="lost", remedy="partial")),
    Row(name="lost, but nothing was shipped", outcome="D-AFTER-4.3",
        answers={"matter": "lost", "remedy": "undecided"}, path=by_agent(matter="lost", remedy="undecided"),
        findings=["contradiction"]),
    Row(name="false description", order=GOT, outcome="D-AFTER-2.3", answers=SELLER | {"take_back": "yes"},
        path=by_agent(**SELLER, take_back="yes"), slots=AT | {"refund_hours": "24"},
        gaps=["pickup_time", "refund_hours"]),
    Row(name="false description, nothing comes back", order=GOT, outcome="D-AFTER-4.4",
        answers=SELLER | {"take_back": "no"}, path=by_agent(**SELLER, take_back="no"), slots=MINUTES,
        gaps=["refund_minutes"]),
    *(
        Row(name=f"{matter}, no pictures", order=GOT, outcome="D-AFTER-2.4",
            answers={"matter": matter, "has_photos": "no"}, path=by_agent(matter=matter, has_photos="no"), slots=BY,
            gaps=["call_back_time"])
        for matter in ("goods", "seller", "damaged", "unclear")
    ),
    Row(name="not clear, with pictures", order=GOT, outcome="D-AFTER-2.5",
        answers={"matter": "unclear", "has_photos": "yes"}, path=by_agent(matter="unclear", has_photos="yes"),
        slots=BY, gaps=["call_back_time"]),
    Row(name="how to rate", order=GOT, outcome="D-AFTER-7", answers={"matter": "review"},
        path=by_agent(matter="review")),
]  # fmt: skip
