"""The log of a case: everything in the order of time, nothing twice, nothing made up."""

from deskhelper.core.case import Case
from deskhelper.core.case_log import CaseHistory, GivenAnswer, LogKind, MadePack, log_of, untimed_answers
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.flow import PromiseKind
from deskhelper.core.log import ClosedBy, CopiedReply, LetPass, StoredPromise
from deskhelper.core.moments import zone
from deskhelper.core.order import Status
from deskhelper.core.order_snapshot import OrderSnapshot, StoredSnapshot
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.text import Text
from deskhelper.core.trace import Trace, TraceEvent

FLOW = Text(zh="催发货", en="Urge")
CASE = Case(id="c", platform="pdd", order_no="1", flow="urge", flow_version=1, opened_at=100, changed_at=100)


def copy(at: int, case: str = "c") -> CopiedReply:
    return CopiedReply(
        case_id=case, platform="pdd", order_no="1", flow="urge", outcome="o", script="s", wording=0, text=f"回复 {at}",
        copied_at=at, agent="小暖",
    )  # fmt: skip


def promise(number: int, **more: object) -> StoredPromise:
    known: dict[str, object] = {
        "id": number, "case_id": "c", "platform": "pdd", "order_no": "1", "kind": PromiseKind.SHIP, "text": "今天发货",
        "follow_up": Text(zh="", en=""), "due_at": 400, "made_at": 200, "agent": "小暖",
    }  # fmt: skip
    return StoredPromise(**{**known, **more})  # type: ignore[arg-type]


def titles(history: CaseHistory, now: int = 1000) -> list[tuple[int, str]]:
    return [(entry.at, entry.title.zh) for entry in log_of(history, now, zone())]


def test_a_new_case_tells_that_it_was_opened() -> None:
    assert titles(CaseHistory(case=CASE, flow=FLOW)) == [(100, "建立案例：催发货")]


def test_everything_stands_in_the_order_of_time() -> None:
    file = EvidenceFile(
        id=1, case_id="c", item="照片", name="a.png", file="", sha256="", size=1, added_at=500, agent="小暖",
        note="重量", removed_at=600,
    )  # fmt: skip
    closed = Case(
        id="c", platform="pdd", order_no="1", flow="urge", flow_version=1, opened_at=100, changed_at=900, closed_at=900
    )
    history = CaseHistory(
        case=closed,
        flow=FLOW,
        answers=[
            GivenAnswer(150, "小暖", "wants", "ship", "想要什么", "发货"),
            GivenAnswer(160, "", "wants", "", "想要什么", ""),
        ],
        copies=[copy(200), copy(210, "other")],
        promises=[promise(1, closed_at=390, is_kept=True, closed_by=ClosedBy.SHIPPED)],
        let_pass=[LetPass(205, "小暖", Overruled(Rule.WORDING, "最好", "品名"))],
        snapshots=[
            StoredSnapshot(300, "imported", OrderSnapshot(status=Status.SHIPPED, status_text="已发货")),
            StoredSnapshot(110, "opened", OrderSnapshot(status=Status.TO_SHIP, tracking_no="77")),
        ],
        trace=Trace(350, (TraceEvent(320, "已揽收"),)),
        files=[file],
        packs=[MadePack("c", 700, "小暖", "申诉.zip", "d")],
        notice_at=450,
    )
    log = log_of(history, 1000, zone())
    assert [(entry.at, entry.title.zh) for entry in log] == [
        (100, "建立案例：催发货"),
        (110, "订单状况（建立案例时）"),
        (150, "判断"),
        (160, "撤回判断"),
        (200, "复制回复"),
        (200, "作出承诺"),
        (205, "放行检查提示"),
        (210, "复制回复（本案例之外）"),
        (300, "订单有变化（导入新数据后）"),
        (320, "物流"),
        (390, "承诺已兑现"),
        (450, "平台介入通知"),
        (500, "添加证据"),
        (600, "移除证据"),
        (700, "打包申诉材料"),
        (900, "案例处理完"),
    ]
    assert log[1].detail.zh == "待发货，运单号 77"
    assert log[1].detail.en == "to ship, tracking number 77"
    assert log[2].detail.zh == "想要什么 → 发货"
    assert log[12].detail.zh == "a.png · 照片 · 重量"
    assert {entry.kind for entry in log} == set(LogKind)


def test_evidence_that_was_kept_long_enough_is_told_without_its_name() -> None:
    gone = EvidenceFile(
        id=1, case_id="c", item="照片", name="", file="", sha256="ab12", size=1, added_at=500, agent="小暖",
        removed_at=600,
    )  # fmt: skip
    added, ended = log_of(CaseHistory(case=CASE, flow=FLOW, files=[gone]), 1000, zone())[1:3]
    assert (added.detail.zh, added.agent) == ("照片", "小暖")
    assert (ended.at, ended.title.zh, ended.detail.zh) == (600, "证据到保存期限，已删除", "SHA-256 ab12")


def test_each_end_of_a_promise_is_told() -> None:
    def ends(**more: object) -> list[tuple[int, str, bool]]:
        history = CaseHistory(case=CASE, flow=FLOW, promises=[promise(1, **more)])
        return [(entry.at, entry.title.zh, entry.is_bad) for entry in log_of(history, 1000, zone())[2:]]

    assert ends(due_at=2000) == []
    assert ends() == [(400, "承诺到期，尚未兑现", True)]
    assert ends(closed_at=500, is_kept=False) == [(500, "承诺未兑现", True)]
    assert ends(closed_at=500, is_kept=None) == [(500, "承诺不再适用", False)]
    late = [(600, "承诺迟后兑现", False)]
    assert ends(closed_at=400, is_kept=False, fulfilled_at=600) == [(400, "承诺未兑现", True), *late]


def test_a_carrier_that_knew_nothing_is_told_too() -> None:
    assert titles(CaseHistory(case=CASE, flow=FLOW, trace=Trace(150)))[1] == (150, "查询物流，没有记录")


def test_a_file_that_was_not_taken_off_is_told_once() -> None:
    file = EvidenceFile(id=1, case_id="c", item="", name="a.png", file="", sha256="", size=1, added_at=500, agent="")
    assert titles(CaseHistory(case=CASE, flow=FLOW, files=[file]))[1:] == [(500, "添加证据")]


def test_answers_without_a_time_are_told_apart() -> None:
    asked = [
        {"id": "wants", "option": "ship", "by": "agent"},
        {"id": "has_left", "option": "no", "by": "order"},
        {"id": "can_ship", "option": "yes", "by": "agent"},
    ]
    given = [GivenAnswer(150, "", "wants", "ship", "", "")]
    history = CaseHistory(case=CASE, flow=FLOW, asked=asked, answers=given)
    assert [words["id"] for words in untimed_answers(history)] == ["has_left", "can_ship"]
