"""D-AFTER-8, D-LATE-6 and D-EMPTY-4 as rows: the platform has stepped in."""

from deskhelper.core.facts import FactValue
from tests import orders as o
from tests.flows.row import (
    AGENT,
    APOLOGY,
    AT_SIX,
    EVIDENCE,
    NOTIFIED,
    NOW,
    ORDER,
    OUR_FREIGHT,
    SIX,
    SOON,
    End,
    Row,
    Table,
)

RESULT = ("平台怎么认定", "平台的判断", "平台的认定")

ENDS = {
    "D-AFTER-8.1": End(
        todo=["方案", "证据"], risks=["evidence.hours", "complaint.sanction"], cites=["D-AFTER-8"],
        says=[APOLOGY, AT_SIX, ("解决", "方案")], promises=[("call_back", SIX, None)], hands_over=["bad_faith"],
    ),
    "D-AFTER-8.2": End(
        todo=["同意退款", "如实", "到账"], risks=["complaint.sanction", "evidence.hours"], cites=["D-AFTER-8"],
        says=[APOLOGY, ("负责", "责任我们认"), SOON, OUR_FREIGHT], promises=[("refund", NOW + 30 * 60, None)],
        deadlines=[EVIDENCE],
    ),
    "D-AFTER-8.3": End(
        todo=["一次机会", "图片", "事实"], risks=["evidence.hours", "complaint.sanction"],
        cites=["D-AFTER-8", "D-EMPTY-4", "D-LATE-6"], says=[("平台",), RESULT, AT_SIX],
        promises=[("call_back", SIX, None)], deadlines=[EVIDENCE],
    ),
    "D-AFTER-8.4": End(todo=["处理结果", "补充"], risks=["chat.insult"], cites=["D-AFTER-8", "D-LATE-6"]),
    "D-AFTER-8.5": End(todo=["补交", "申诉"], risks=["evidence.hours"], cites=["D-AFTER-8"]),
    "D-AFTER-8.6": End(todo=["裁决", "存档", "兑现"], risks=["chat.insult"], cites=["D-AFTER-8"]),
    "D-AFTER-8.7": End(
        todo=["裁决理由", "平台客服申诉"], risks=["complaint.sanction"], cites=["D-EMPTY-4", "D-ABUSE-2", "D-LATE-6"],
    ),
    "D-AFTER-8.8": End(todo=["商家论坛", "证据"], risks=[None], cites=["D-EMPTY-4", "D-ABUSE-2"]),
    "D-AFTER-8.9": End(todo=["负责人", "律师"], risks=[None], cites=["D-LATE-6"]),
    "D-AFTER-8.10": End(
        todo=["裁决", "原因"], risks=["complaint.sanction"], cites=["D-AFTER-8", "D-ABUSE-2"],
        says=[APOLOGY, ("认可",), ("平台的安排", "照着办")],
    ),
}  # fmt: skip

BACK = {"call_back_time": "2026-05-19 18:00"}
MINUTES = {"refund_minutes": "30"}
PENDING = {"platform_verdict": "pending", "evidence_sent": "no"}
BY_NOTICE = ("platform_in", "yes", ORDER)
PENDING_PATH = [BY_NOTICE, ("platform_verdict", "pending", AGENT), ("evidence_sent", "no", AGENT)]
LOST = {"platform_in": "yes", "platform_verdict": "lost"}
LOST_PATH = [("platform_in", "yes", AGENT), ("platform_verdict", "lost", AGENT)]
TOO_LATE: dict[str, FactValue] = {**NOTIFIED, "evidence_passed": True}


def lost(step: str, outcome: str) -> Row:
    """Return the row of a step after the verdict against the shop."""
    return Row(name=f"lost, {step}", order=o.RECEIVED, answers=LOST | {"after_loss": step}, outcome=outcome,
               path=[*LOST_PATH, ("after_loss", step, AGENT)])  # fmt: skip


ROWS = [
    Row(name="not in yet", order=o.RECEIVED, answers={"platform_in": "no"}, outcome="D-AFTER-8.1",
        path=[("platform_in", "no", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="in, our fault", order=o.RECEIVED, facts=NOTIFIED, answers=PENDING | {"fault": "ours"},
        outcome="D-AFTER-8.2", path=[*PENDING_PATH, ("fault", "ours", AGENT)], slots=MINUTES, gaps=["refund_minutes"]),
    Row(name="in, the carrier's fault", order=o.RECEIVED, facts=NOTIFIED, answers=PENDING | {"fault": "carrier"},
        outcome="D-AFTER-8.2", path=[*PENDING_PATH, ("fault", "carrier", AGENT)], slots=MINUTES,
        gaps=["refund_minutes"]),
    Row(name="in, not our fault", order=o.RECEIVED, facts=NOTIFIED, answers=PENDING | {"fault": "buyer"},
        outcome="D-AFTER-8.3", path=[*PENDING_PATH, ("fault", "buyer", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="in, cannot tell", order=o.RECEIVED, facts=NOTIFIED, answers=PENDING | {"fault": "unclear"},
        outcome="D-AFTER-8.3", path=[*PENDING_PATH, ("fault", "unclear", AGENT)], slots=BACK, gaps=["call_back_time"]),
    Row(name="in by the agent's word: the time of the notice is asked for", order=o.RECEIVED,
        answers={"platform_in": "yes"} | PENDING | {"fault": "buyer"}, outcome="D-AFTER-8.3",
        path=[("platform_in", "yes", AGENT), *PENDING_PATH[1:], ("fault", "buyer", AGENT)],
        slots=BACK | {"notice_at": "2026-05-19 09:30"}, gaps=["call_back_time", "notice_at"]),
    Row(name="in, the evidence time has passed", order=o.RECEIVED, facts=TOO_LATE, answers=PENDING,
        outcome="D-AFTER-8.5", path=PENDING_PATH),
    Row(name="evidence handed in", order=o.RECEIVED, facts=NOTIFIED,
        answers={"platform_verdict": "pending", "evidence_sent": "yes"}, outcome="D-AFTER-8.4",
        path=[*PENDING_PATH[:2], ("evidence_sent", "yes", AGENT)]),
    Row(name="won", order=o.RECEIVED, answers={"platform_in": "yes", "platform_verdict": "won"}, outcome="D-AFTER-8.6",
        path=[("platform_in", "yes", AGENT), ("platform_verdict", "won", AGENT)]),
    lost("nothing", "D-AFTER-8.7"),
    lost("accept", "D-AFTER-8.10"),
    lost("appealed", "D-AFTER-8.8"),
    lost("reviewed", "D-AFTER-8.9"),
]  # fmt: skip

CASE = Table("platform_case", ENDS, ROWS)
