"""D-EMPTY of the domain contract as rows."""

from tests import orders as o
from tests.flows.row import (
    AGENT,
    APOLOGY,
    AT_SIX,
    EVIDENCE,
    NO_FREIGHT,
    NOTIFIED,
    NOW,
    ORDER,
    PHOTOS,
    REFUND_ONLY,
    RESEND_FREIGHT,
    SIX,
    SOON,
    End,
    Row,
    Table,
)

RISKS: list[str | None] = ["fraud_ship.compensation", None]
ON = ["platform_case", "wrong_item"]
SOON_AT = NOW + 30 * 60
KEPT = ("不用寄回", "不必寄回", "不用再寄", "不需要您寄回")
RECORDS = ("打包", "装箱", "仓库")

ENDS = {
    "D-EMPTY-2.1": End(
        todo=["称重", "新单号", "撤销投诉"], risks=RISKS, cites=["D-EMPTY-1", "D-EMPTY-2", "D-EMPTY-3"], hands_over=ON,
        says=[APOLOGY, ("配件",), AT_SIX, RESEND_FREIGHT], promises=[("resend", SIX, None)],
    ),
    "D-EMPTY-2.2": End(
        todo=["部分退款", "私下转账", "撤销投诉"], risks=RISKS, cites=["D-EMPTY-1", "D-EMPTY-2"], hands_over=ON,
        says=[APOLOGY, ("少了配件",), ("8元",), ("部分退款",), SOON, KEPT], promises=[("compensation", SOON_AT, 800)],
    ),
    "D-EMPTY-2.3": End(
        todo=["同意", "到账", "撤销投诉"], risks=RISKS, cites=["D-EMPTY-1", "D-EMPTY-2"], hands_over=ON,
        says=[APOLOGY, ("全额",), REFUND_ONLY, SOON, NO_FREIGHT], promises=[("refund", SOON_AT, None)],
    ),
    "D-EMPTY-2.4": End(
        todo=["确认", "只请一次"], risks=["chat.review_reward"], cites=["D-EMPTY-2"], hands_over=ON,
        says=[APOLOGY, ("处理好了", "补上了", "补到位了"), ("撤",),
              ("不撤也没关系", "撤不撤您来定", "不愿意也完全理解"), ("不受影响", "不会因此改变", "一样负责")],
    ),
    "D-EMPTY-2.5": End(
        todo=["打包重量", "对照"], risks=RISKS, cites=["D-EMPTY-2", "D-EMPTY-3"], hands_over=ON,
        says=[APOLOGY, PHOTOS, ("面单",), ("少了什么", "缺了哪样"), AT_SIX], promises=[("call_back", SIX, None)],
    ),
    "D-EMPTY-2.6": End(
        todo=["其他订单"], risks=RISKS, cites=["D-EMPTY-2"], hands_over=ON,
        says=[("还没有寄出", "没有发出", "还没发货"), ("另外一单", "别的订单", "另一单"), PHOTOS, ("面单",)],
    ),
    "D-EMPTY-2.7": End(
        todo=["打包录像", "答复"], risks=RISKS, cites=["D-EMPTY-2"], hands_over=ON, says=[RECORDS, AT_SIX],
        promises=[("call_back", SIX, None)],
    ),
    "D-EMPTY-2.8": End(todo=["补偿", "回到上一题"], risks=RISKS, cites=["D-EMPTY-2"], hands_over=ON),
    "D-EMPTY-4.1": End(
        todo=["重量", "客气", "申诉"], risks=RISKS, cites=["D-EMPTY-3", "D-EMPTY-4"], hands_over=["bad_faith", *ON],
        says=[("记录",), ("装齐", "完整"), ("写给我", "写下来")],
    ),
    "D-EMPTY-4.2": End(
        todo=["举证", "重量", "论坛"], risks=["fraud_ship.compensation", "evidence.hours", None],
        cites=["D-EMPTY-1", "D-EMPTY-3", "D-EMPTY-4"], hands_over=ON, deadlines=[EVIDENCE],
    ),
}  # fmt: skip

BACK = {"call_back_time": "2026-05-19 18:00"}
MINUTES = {"refund_minutes": "30"}
MISSING = {"missing_item": "配件"}
LEFT, PHOTO = ("has_left", "yes", ORDER), ("has_photos", "yes", AGENT)
OURS = {"has_photos": "yes", "fault": "ours"}
OUR_PATH = [LEFT, PHOTO, ("fault", "ours", AGENT)]
CLEAR = {"has_photos": "yes", "fault": "buyer"}
CLEAR_PATH = [LEFT, PHOTO, ("fault", "buyer", AGENT)]

ROWS = [
    Row(name="no pictures yet", order=o.RECEIVED, answers={"has_photos": "no"}, outcome="D-EMPTY-2.5",
        path=[LEFT, ("has_photos", "no", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="nothing has left", answers={"has_left": "no"}, outcome="D-EMPTY-2.6", path=[("has_left", "no", AGENT)]),
    Row(name="cannot tell yet", order=o.RECEIVED, answers={"has_photos": "yes", "fault": "unclear"},
        outcome="D-EMPTY-2.7", path=[LEFT, PHOTO, ("fault", "unclear", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="ours, resend", order=o.RECEIVED, answers=OURS | {"remedy": "resend"}, outcome="D-EMPTY-2.1",
        path=[*OUR_PATH, ("remedy", "resend", AGENT)], slots=MISSING | {"resend_time": "2026-05-19 18:00"},
        gaps=["resend_time", "missing_item"], says_more=[RECORDS], never_says=["撤", "投诉"]),
    Row(name="lost on the way, resend", order=o.ONLINE,
        answers={"has_photos": "yes", "fault": "carrier", "remedy": "resend"}, outcome="D-EMPTY-2.1",
        path=[LEFT, PHOTO, ("fault", "carrier", AGENT), ("remedy", "resend", AGENT)],
        slots=MISSING | {"resend_time": "2026-05-19 18:00"}, gaps=["resend_time", "missing_item"],
        says_more=[("快递",)], never_says=["漏装", "我们打包", "装箱"]),
    Row(name="ours, the missing part paid back", order=o.RECEIVED, answers=OURS | {"remedy": "partial"},
        outcome="D-EMPTY-2.2", path=[*OUR_PATH, ("remedy", "partial", AGENT)],
        slots=MISSING | MINUTES | {"partial_yuan": "8"}, gaps=["missing_item", "partial_yuan", "refund_minutes"],
        never_says=["撤", "投诉"]),
    Row(name="ours, refund in full", order=o.RECEIVED, answers=OURS | {"remedy": "refund"}, outcome="D-EMPTY-2.3",
        path=[*OUR_PATH, ("remedy", "refund", AGENT)], slots=MINUTES, gaps=["refund_minutes"],
        never_says=["撤", "投诉"]),
    Row(name="made good already", order=o.RECEIVED, answers=OURS | {"remedy": "done"}, outcome="D-EMPTY-2.4",
        path=[*OUR_PATH, ("remedy", "done", AGENT)]),
    Row(name="made good by a refund", order=o.RECEIVED | {"售后状态": "退款成功"}, answers=OURS | {"remedy": "done"},
        outcome="D-EMPTY-2.4", path=[*OUR_PATH, ("remedy", "done", AGENT)]),
    Row(name="said to be made good, but something is still owed", order=o.RECEIVED, facts={"owed_fen": 800},
        answers=OURS | {"remedy": "done"}, outcome="D-EMPTY-2.8", path=[*OUR_PATH, ("remedy", "done", AGENT)]),
    Row(name="not at fault, only in chat", order=o.RECEIVED, answers=CLEAR | {"platform_in": "no"},
        outcome="D-EMPTY-4.1", path=[*CLEAR_PATH, ("platform_in", "no", AGENT)]),
    Row(name="not at fault, the platform's notice is there", order=o.RECEIVED, facts=NOTIFIED, answers=CLEAR,
        outcome="D-EMPTY-4.2", path=[*CLEAR_PATH, ("platform_in", "yes", ORDER)]),
    Row(name="received by nobody: the order waits", order=o.UNPAID,
        answers={"has_left": "no"}, outcome="D-EMPTY-2.6", path=[("has_left", "no", AGENT)],
        findings=["contradiction"]),
]  # fmt: skip

EMPTY = Table("empty_parcel", ENDS, ROWS)
