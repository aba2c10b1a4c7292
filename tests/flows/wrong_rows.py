"""D-WRONG of the domain contract as rows. Where the fault is the shop's or the carrier's, freight is the shop's."""

from deskhelper.core.moments import HOUR
from tests import orders as o
from tests.flows.row import (
    AGENT,
    APOLOGY,
    AT_NOON,
    AT_SIX,
    NO_FREIGHT,
    NOON,
    NOW,
    OFFERED,
    ORDER,
    OUR_FREIGHT,
    PHOTOS,
    REFUND_ONLY,
    RESEND_FREIGHT,
    SIX,
    SOON,
    End,
    Row,
    Table,
)

RISK: list[str | None] = ["complaint.sanction"]
ON = ["platform_case", "empty_parcel"]
RULES = ["D-WRONG-2", "D-WRONG-3", "D-WRONG-4"]
SOON_AT = NOW + 30 * 60

ENDS = {
    "D-WRONG-1.1": End(
        todo=["心平气和", "商品和规格", "打包记录"], risks=RISK, cites=["D-WRONG-1"], hands_over=ON,
        says=[("谢谢", "感谢"), APOLOGY, PHOTOS, ("面单",), ("来回运费",), ("由小店承担", "由我们承担", "小店出")],
    ),
    "D-WRONG-1.2": End(
        todo=["其他订单"], risks=RISK, cites=["D-WRONG-1"], hands_over=ON,
        says=[("还没有寄出", "没有发出", "还没发货"), ("另外一单", "别的订单", "另一单"), PHOTOS, ("面单",)],
    ),
    "D-WRONG-1.3": End(
        todo=["打包记录", "答复"], risks=RISK, cites=["D-WRONG-1"], hands_over=ON,
        says=[AT_SIX, ("核对", "查", "对照"), OUR_FREIGHT], promises=[("call_back", SIX, None)],
    ),
    "D-WRONG-1.4": End(
        todo=["对照", "售后"], risks=RISK, cites=["D-WRONG-1"], hands_over=["after_sale", *ON],
        says=[("测试四件套",), ("灰蓝 1.8m",), ("一致", "没有错", "相符")],
    ),
    "D-WRONG-3": End(
        todo=["库存", "回到上一题", "部分补偿"], risks=RISK, cites=RULES, hands_over=ON,
        says=[APOLOGY, *OFFERED, OUR_FREIGHT],
    ),
    "D-WRONG-3.1": End(
        todo=["登记补发", "上门取回", "新单号"], risks=RISK, cites=RULES, hands_over=ON,
        says=[APOLOGY, ("补发",), AT_SIX, ("上门",), AT_NOON, OUR_FREIGHT],
        promises=[("resend", SIX, None), ("recall", NOON, None)],
    ),
    "D-WRONG-3.1.1": End(
        todo=["登记补发", "新单号"], risks=RISK, cites=RULES, hands_over=ON,
        says=[APOLOGY, ("补发",), AT_SIX, RESEND_FREIGHT, ("不用寄回", "不必寄回", "不用再寄回")],
        promises=[("resend", SIX, None)],
    ),
    "D-WRONG-3.2": End(
        todo=["上门取件", "寄出", "同意"], risks=RISK, cites=RULES, hands_over=ON,
        says=[APOLOGY, ("换",), ("上门",), AT_NOON, ("24小时内",), OUR_FREIGHT],
        promises=[("recall", NOON, None), ("exchange", NOON + 24 * HOUR, None)],
    ),
    "D-WRONG-3.3": End(
        todo=["退货退款", "按时退款"], risks=["complaint.sanction", "return_received.refund_hours"], cites=RULES,
        hands_over=ON, says=[APOLOGY, ("退货退款",), ("上门",), AT_NOON, ("12小时内",), OUR_FREIGHT],
        promises=[("recall", NOON, None), ("refund", NOON + 12 * HOUR, None)],
    ),
    "D-WRONG-3.3.1": End(
        todo=["同意", "到账"], risks=RISK, cites=RULES, hands_over=ON,
        says=[APOLOGY, ("全额",), REFUND_ONLY, SOON, NO_FREIGHT], promises=[("refund", SOON_AT, None)],
    ),
    "D-WRONG-3.4": End(
        todo=["部分退款", "私下转账"], risks=["complaint.sanction", "chat.review_reward"], cites=RULES, hands_over=ON,
        says=[APOLOGY, ("8元",), ("部分退款",), SOON, NO_FREIGHT], promises=[("compensation", SOON_AT, 800)],
    ),
    "D-WRONG-4": End(
        todo=["主管", "退款", "平台介入"], risks=["complaint.sanction", "evidence.hours"], cites=["D-WRONG-4"],
        hands_over=ON, says=[APOLOGY, ("主管",), AT_SIX, ("全额",), OUR_FREIGHT],
        promises=[("call_back", SIX, None)],
    ),
    "D-WRONG-5": End(
        todo=["存好", "恶意买家"], risks=["chat.insult"], cites=["D-WRONG-5"], hands_over=["bad_faith", *ON],
    ),
}  # fmt: skip

BACK = {"call_back_time": "2026-05-19 18:00"}
RESEND = {"resend_time": "2026-05-19 18:00"}
PICKUP = {"pickup_time": "2026-05-20 12:00"}
MINUTES = {"refund_minutes": "30"}
LEFT, PHOTO = ("has_left", "yes", ORDER), ("has_photos", "yes", AGENT)
OURS = {"has_photos": "yes", "fault": "ours"}
OUR_PATH = [LEFT, PHOTO, ("fault", "ours", AGENT)]
BUYER = {"has_photos": "yes", "fault": "buyer"}
BUYER_PATH = [LEFT, PHOTO, ("fault", "buyer", AGENT)]
BY_CARRIER = {"has_photos": "yes", "fault": "carrier"}
CARRIER_PATH = [LEFT, PHOTO, ("fault", "carrier", AGENT)]
OUR_SLIP = ("发货时",)


def remedied(remedy: str, take_back: str = "") -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Return the answers and the path of a remedy where the fault is the shop's."""
    last = [("take_back", take_back, AGENT)] if take_back else []
    more = {"take_back": take_back} if take_back else {}
    return OURS | {"remedy": remedy} | more, [*OUR_PATH, ("remedy", remedy, AGENT), *last]


def ours(name: str, outcome: str, remedy: str, slots: dict[str, str], gaps: list[str], take_back: str = "") -> Row:
    """Return the row of a remedy on a received order."""
    answers, path = remedied(remedy, take_back)
    return Row(name=name, order=o.RECEIVED, answers=answers, outcome=outcome, path=path, slots=slots, gaps=gaps,
               says_more=[] if remedy == "refused" else [OUR_SLIP])  # fmt: skip


ROWS = [
    Row(name="no pictures yet", order=o.RECEIVED, answers={"has_photos": "no"}, outcome="D-WRONG-1.1",
        path=[LEFT, ("has_photos", "no", AGENT)], says_more=[("测试四件套",), ("灰蓝 1.8m",)]),
    Row(name="no pictures yet, the spec not known", order=o.RECEIVED | {"商品规格": ""}, answers={"has_photos": "no"},
        outcome="D-WRONG-1.1", path=[LEFT, ("has_photos", "no", AGENT)], never_says=["测试四件套"]),
    Row(name="nothing has left", answers={"has_left": "no"}, outcome="D-WRONG-1.2", path=[("has_left", "no", AGENT)]),
    Row(name="cannot tell yet", order=o.RECEIVED, answers={"has_photos": "yes", "fault": "unclear"},
        outcome="D-WRONG-1.3", path=[LEFT, PHOTO, ("fault", "unclear", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="the goods match", order=o.RECEIVED, answers=BUYER | {"bad_faith": "no"}, outcome="D-WRONG-1.4",
        path=[*BUYER_PATH, ("bad_faith", "no", AGENT)], never_says=["运费"]),
    Row(name="the goods match, still in the window", order=o.RECEIVED, facts={"in_no_reason": True},
        answers=BUYER | {"bad_faith": "no"}, outcome="D-WRONG-1.4", path=[*BUYER_PATH, ("bad_faith", "no", AGENT)],
        says_more=[("无理由退货",)], never_says=["运费"]),
    ours("the remedy is still open", "D-WRONG-3", "undecided", {}, []),
    ours("resend, the wrong one comes back", "D-WRONG-3.1", "resend", RESEND | PICKUP,
         ["resend_time", "pickup_time"], "yes"),
    ours("resend, the buyer keeps the wrong one", "D-WRONG-3.1.1", "resend", RESEND, ["resend_time"], "no"),
    ours("exchange", "D-WRONG-3.2", "exchange", PICKUP | {"resend_hours": "24"}, ["pickup_time", "resend_hours"]),
    ours("return and refund", "D-WRONG-3.3", "refund", PICKUP | {"refund_hours": "12"},
         ["pickup_time", "refund_hours"], "yes"),
    ours("refund only", "D-WRONG-3.3.1", "refund", MINUTES, ["refund_minutes"], "no"),
    ours("kept, partly compensated", "D-WRONG-3.4", "partial", MINUTES | {"partial_yuan": "8"},
         ["partial_yuan", "refund_minutes"]),
    ours("not accepted", "D-WRONG-4", "refused", BACK, ["call_back_time"]),
    Row(name="mixed up by the carrier", order=o.ONLINE, answers=BY_CARRIER | {"remedy": "undecided"},
        outcome="D-WRONG-3", path=[*CARRIER_PATH, ("remedy", "undecided", AGENT)], says_more=[("快递",)],
        never_says=["发货时没", "我们发货时"]),
    Row(name="mixed up by the carrier, resend", order=o.ONLINE,
        answers=BY_CARRIER | {"remedy": "resend", "take_back": "yes"}, outcome="D-WRONG-3.1",
        path=[*CARRIER_PATH, ("remedy", "resend", AGENT), ("take_back", "yes", AGENT)], slots=RESEND | PICKUP,
        gaps=["resend_time", "pickup_time"], says_more=[("快递那",  "和快递怎么算")], never_says=["发货时没"]),
    Row(name="bad faith", order=o.RECEIVED, answers=BUYER | {"bad_faith": "yes"}, outcome="D-WRONG-5",
        path=[*BUYER_PATH, ("bad_faith", "yes", AGENT)]),
    Row(name="left by the agent's word", answers=OURS | {"has_left": "yes", "remedy": "undecided"}, outcome="D-WRONG-3",
        path=[("has_left", "yes", AGENT), *OUR_PATH[1:], ("remedy", "undecided", AGENT)]),
    Row(name="refunded already", order=o.RECEIVED | {"售后状态": "退款成功"},
        answers=OURS | {"remedy": "undecided"}, outcome="D-WRONG-3", path=[*OUR_PATH, ("remedy", "undecided", AGENT)],
        findings=["contradiction"]),
]  # fmt: skip

WRONG = Table("wrong_item", ENDS, ROWS)
