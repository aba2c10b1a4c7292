"""D-ABUSE of the domain contract as rows: polite, with evidence; never insult, payment or threat."""

from tests import orders as o
from tests.flows.row import AGENT, APOLOGY, AT_SIX, EVIDENCE, NOTIFIED, ORDER, OUR_FREIGHT, PHOTOS, SIX, End, Row, Table

RISKS: list[str | None] = ["chat.insult", "chat.off_platform"]
ON = ["platform_case"]
BY_RULE = ("平台规则", "平台的规则", "平台的售后规则", "平台怎么认定", "平台来判断", "平台的结果")
NO_MONEY = ["给您钱", "红包", "转账", "优惠券", "好评", "差评", "威胁", "报警", "律师", "起诉"]

ENDS = {
    "D-ABUSE-1": End(
        todo=["截图", "写明原因"], risks=RISKS, cites=["D-ABUSE-1", "D-ABUSE-3"], hands_over=ON,
        says=[("写",  "文字"), PHOTOS, ("平台规则", "平台的规则", "不会推脱")],
    ),
    "D-ABUSE-2.1": End(
        todo=["对应流程", "语气"], risks=["complaint.sanction", "chat.insult"], cites=["D-ABUSE-2"],
        hands_over=["wrong_item", "empty_parcel", "late_shipment", "after_sale", *ON],
        says=[APOLOGY, ("负责",), AT_SIX, (*OUR_FREIGHT, "来回运费由小店承担")], promises=[("call_back", SIX, None)],
    ),
    "D-ABUSE-2.2": End(
        todo=["平台客服", "论坛"], risks=RISKS, cites=["D-ABUSE-1", "D-ABUSE-2", "D-ABUSE-3"], hands_over=ON,
        says=[("记录",), ("对不上", "不太一致", "出入"), ("请平台",), BY_RULE],
    ),
    "D-ABUSE-2.3": End(
        todo=["举证", "论坛"], risks=["evidence.hours", "chat.insult"], cites=["D-ABUSE-2"], deadlines=[EVIDENCE],
        hands_over=ON,
    ),
    "D-ABUSE-3.1": End(
        todo=["截图", "举报", "申诉"], risks=["chat.review_reward", "chat.insult", "chat.off_platform"],
        cites=["D-ABUSE-1", "D-ABUSE-3"], hands_over=ON,
        says=[(*BY_RULE, "平台规则办"), ("没有办法答应", "满足不了", "没法办"), ("写给我", "说清楚", "说明")],
    ),
    "D-ABUSE-3.2": End(
        todo=["只回一次", "截图"], risks=RISKS, cites=["D-ABUSE-1", "D-ABUSE-3"], hands_over=ON,
        says=[APOLOGY, BY_RULE, ("哪里不满意", "具体的问题", "经过")],
    ),
}  # fmt: skip

NOT_OURS = {"fault": "buyer", "platform_in": "no"}
NOT_OURS_PATH = [("fault", "buyer", AGENT), ("platform_in", "no", AGENT)]
BACK = {"call_back_time": "2026-05-19 18:00"}

ROWS = [
    Row(name="cannot tell: the reason in writing", order=o.RECEIVED, answers={"fault": "unclear"}, outcome="D-ABUSE-1",
        path=[("fault", "unclear", AGENT)], never_says=NO_MONEY),
    Row(name="our fault after all", order=o.RECEIVED, answers={"fault": "ours"}, outcome="D-ABUSE-2.1",
        path=[("fault", "ours", AGENT)], slots=BACK, gaps=["call_back_time"], never_says=NO_MONEY),
    Row(name="the carrier's fault", order=o.RECEIVED, answers={"fault": "carrier"}, outcome="D-ABUSE-2.1",
        path=[("fault", "carrier", AGENT)], slots=BACK, gaps=["call_back_time"], never_says=["我们这边的责任"]),
    Row(name="claims that the evidence denies", order=o.RECEIVED, answers=NOT_OURS | {"conduct": "claims"},
        outcome="D-ABUSE-2.2", path=[*NOT_OURS_PATH, ("conduct", "claims", AGENT)], never_says=NO_MONEY),
    Row(name="the platform is in", order=o.RECEIVED, facts=NOTIFIED, answers={"fault": "buyer"}, outcome="D-ABUSE-2.3",
        path=[("fault", "buyer", AGENT), ("platform_in", "yes", ORDER)]),
    Row(name="money under threat", order=o.RECEIVED, answers=NOT_OURS | {"conduct": "demands"}, outcome="D-ABUSE-3.1",
        path=[*NOT_OURS_PATH, ("conduct", "demands", AGENT)], never_says=NO_MONEY),
    Row(name="insults", order=o.RECEIVED, answers=NOT_OURS | {"conduct": "insults"}, outcome="D-ABUSE-3.2",
        path=[*NOT_OURS_PATH, ("conduct", "insults", AGENT)], never_says=NO_MONEY),
]  # fmt: skip

ABUSE = Table("bad_faith", ENDS, ROWS)
