"""The log of a case in the order of time: what was answered, told, promised, seen and kept, each with its moment."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.case import Case
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.log import CopiedReply, LetPass, PromiseState, StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.order_snapshot import (
    FIELDS,
    OCCASIONS,
    Change,
    StoredSnapshot,
    changes_between,
    full_time,
    value_words,
)
from deskhelper.core.text import Text
from deskhelper.core.trace import Trace

NOTHING = Text(zh="", en="")


class GivenAnswer(Struct, frozen=True):
    """An answer that an agent gave, in the words of that moment. An empty `answer` was taken back."""

    at: Instant
    agent: str
    question: str
    option: str
    asked: str
    answer: str


class MadePack(Struct, frozen=True):
    """A pack that was made of a case: when, by whom, its file's name, and the digest of its manifest."""

    case_id: str
    made_at: Instant
    agent: str
    file: str
    digest: str


class CaseHistory(Struct, frozen=True, kw_only=True):
    """All that is stored of a case and its order. `asked` are the questions and answers as they stand now.

    `copies` and `promises` are the order's: the buyer is the same whatever case they were told in.
    """

    case: Case
    flow: Text
    asked: Sequence[dict[str, str]] = ()
    answers: Sequence[GivenAnswer] = ()
    copies: Sequence[CopiedReply] = ()
    promises: Sequence[StoredPromise] = ()
    let_pass: Sequence[LetPass] = ()
    snapshots: Sequence[StoredSnapshot] = ()
    trace: Trace | None = None
    files: Sequence[EvidenceFile] = ()
    packs: Sequence[MadePack] = ()
    notice_at: Instant | None = None


class LogKind(StrEnum):
    """What a line of the log is about."""

    CASE = "case"
    ANSWER = "answer"
    REPLY = "reply"
    PROMISE = "promise"
    ORDER = "order"
    SCAN = "scan"
    EVIDENCE = "evidence"
    PACK = "pack"
    PLATFORM = "platform"


class LogEntry(Struct, frozen=True):
    """One line of the log. `is_bad`: a promise that was not kept. Empty `agent`: nobody of the shop, or not noted."""

    at: Instant
    kind: LogKind
    title: Text
    detail: Text = NOTHING
    agent: str = ""
    is_bad: bool = False


def log_of(history: CaseHistory, now: Instant, shop_zone: tzinfo) -> list[LogEntry]:
    """Return the log of a case, the oldest first; lines of one moment stand in the order in which they come about."""
    entries = [
        *_of_case(history),
        *_of_snapshots(history.snapshots, shop_zone),
        *_of_answers(history.answers),
        *_of_replies(history),
        *_of_promises(history.promises, now, shop_zone),
        *_of_trace(history.trace),
        *_of_files(history.files),
        *(_of_pack(pack) for pack in history.packs),
    ]
    return sorted(entries, key=lambda entry: entry.at)


def untimed_answers(history: CaseHistory) -> list[dict[str, str]]:
    """Return the answers in force of which no time is known: the order's own, and those from before times were kept."""
    timed = {(answer.question, answer.option) for answer in history.answers}
    return [
        words
        for words in history.asked
        if words.get("by") != "agent" or (words.get("id"), words.get("option")) not in timed
    ]


def change_words(changes: Sequence[Change], shop_zone: tzinfo) -> Text:
    """Return what changed in words; the platform's own words stand for the state that they say."""
    changed = {change.field for change in changes}
    doubled = {name for name in ("status", "after_sale") if f"{name}_text" in changed}
    zh, en = [], []
    for change in changes:
        if change.field in doubled:
            continue
        field = FIELDS[change.field]
        before, after = (value_words(change.field, value, shop_zone) for value in (change.before, change.after))
        zh.append(f"{field.zh}：{before.zh} → {after.zh}")
        en.append(f"{field.en}: {before.en} → {after.en}")
    return Text(zh="；".join(zh), en="; ".join(en))


def _of_case(history: CaseHistory) -> Iterator[LogEntry]:
    case = history.case
    title = Text(zh=f"建立案例：{history.flow.zh}", en=f"Case opened: {history.flow.en}")
    yield LogEntry(case.opened_at, LogKind.CASE, title)
    if history.notice_at is not None:
        yield LogEntry(history.notice_at, LogKind.PLATFORM, Text(zh="平台介入通知", en="The platform stepped in"))
    if case.closed_at is not None:
        yield LogEntry(case.closed_at, LogKind.CASE, Text(zh="案例处理完", en="Case done"))


def _of_snapshots(snapshots: Sequence[StoredSnapshot], shop_zone: tzinfo) -> Iterator[LogEntry]:
    before: StoredSnapshot | None = None
    for one in sorted(snapshots, key=lambda snapshot: snapshot.taken_at):
        occasion = OCCASIONS[one.occasion].words
        if before is None:
            words = _state_words(one, shop_zone)
            title = Text(zh=f"订单状况（{occasion.zh}）", en=f"The order {occasion.en}")
        else:
            words = change_words(changes_between(before.content, one.content), shop_zone)
            title = Text(zh=f"订单有变化（{occasion.zh}）", en=f"The order changed, seen {occasion.en}")
        yield LogEntry(one.taken_at, LogKind.ORDER, title, words)
        before = one


def _state_words(one: StoredSnapshot, shop_zone: tzinfo) -> Text:
    """Return the state of an order in one line: its status, after-sale, and the times that are known."""
    content = one.content
    status = content.status_text or value_words("status", content.status, shop_zone).zh
    status_en = content.status_text or value_words("status", content.status, shop_zone).en
    zh, en = [status], [status_en]
    for name in ("after_sale_text", "promised_ship_by", "shipped_at", "tracking_no"):
        if value := getattr(content, name):
            words = value_words(name, value, shop_zone)
            zh.append(f"{FIELDS[name].zh} {words.zh}")
            en.append(f"{FIELDS[name].en} {words.en}")
    return Text(zh="，".join(zh), en=", ".join(en))


def _of_answers(answers: Sequence[GivenAnswer]) -> Iterator[LogEntry]:
    for one in answers:
        title = Text(zh="判断", en="Answer") if one.answer else Text(zh="撤回判断", en="Answer taken back")
        detail = f"{one.asked} → {one.answer}" if one.answer else one.asked
        yield LogEntry(one.at, LogKind.ANSWER, title, plain(detail), one.agent)


def _of_replies(history: CaseHistory) -> Iterator[LogEntry]:
    for one in history.copies:
        is_own = one.case_id == history.case.id
        title = Text(zh="复制回复", en="Reply copied")
        if not is_own:
            title = Text(zh="复制回复（本案例之外）", en="Reply copied, outside this case")
        yield LogEntry(one.copied_at, LogKind.REPLY, title, plain(one.text), one.agent)
    for passed in history.let_pass:
        words = f"{passed.overruled.words}（{passed.overruled.reason}）"
        title = Text(zh="放行检查提示", en="A finding was let pass")
        yield LogEntry(passed.at, LogKind.REPLY, title, plain(words), passed.agent)


def _of_promises(promises: Sequence[StoredPromise], now: Instant, shop_zone: tzinfo) -> Iterator[LogEntry]:
    for one in promises:
        due = full_time(one.due_at, shop_zone)
        made = Text(zh=f"{one.text}（{due} 前）", en=f"{one.text} (by {due})")
        yield LogEntry(one.made_at, LogKind.PROMISE, Text(zh="作出承诺", en="Promise made"), made, one.agent)
        if one.fulfilled_at is not None:
            late = Text(zh="承诺迟后兑现", en="Promise kept, but late")
            yield LogEntry(one.fulfilled_at, LogKind.PROMISE, late, plain(one.text))
        if one.closed_at is not None:
            is_bad = one.state is PromiseState.BROKEN
            yield LogEntry(one.closed_at, LogKind.PROMISE, _ENDED[one.state], plain(one.text), is_bad=is_bad)
        elif one.due_at < now:
            yield LogEntry(one.due_at, LogKind.PROMISE, _ENDED[one.state], plain(one.text), is_bad=True)


def _of_trace(trace: Trace | None) -> Iterator[LogEntry]:
    if trace is None:
        return
    for event in trace.events:
        yield LogEntry(event.at, LogKind.SCAN, Text(zh="物流", en="Carrier"), plain(event.words))
    if not trace.events:
        title = Text(zh="查询物流，没有记录", en="The carrier was asked and knew nothing")
        yield LogEntry(trace.looked_at, LogKind.SCAN, title)


def _of_files(files: Sequence[EvidenceFile]) -> Iterator[LogEntry]:
    for one in files:
        detail = plain(" · ".join(filter(None, (one.name, one.item, one.note))))
        yield LogEntry(one.added_at, LogKind.EVIDENCE, Text(zh="添加证据", en="Evidence added"), detail, one.agent)
        if one.removed_at is not None and not one.name:
            yield LogEntry(one.removed_at, LogKind.EVIDENCE, _TIME_OVER, plain(f"SHA-256 {one.sha256}"))
        elif one.removed_at is not None:
            removed = Text(zh="移除证据", en="Evidence taken off")
            yield LogEntry(one.removed_at, LogKind.EVIDENCE, removed, plain(one.name))


def _of_pack(pack: MadePack) -> LogEntry:
    title = Text(zh="打包申诉材料", en="Pack for an appeal made")
    return LogEntry(pack.made_at, LogKind.PACK, title, plain(pack.file), pack.agent)


_TIME_OVER = Text(zh="证据到保存期限，已删除", en="Evidence deleted, it was kept long enough")
_ENDED = {
    PromiseState.OPEN: Text(zh="承诺到期，尚未兑现", en="Promise fell due, not kept yet"),
    PromiseState.KEPT: Text(zh="承诺已兑现", en="Promise kept"),
    PromiseState.BROKEN: Text(zh="承诺未兑现", en="Promise not kept"),
    PromiseState.WITHDRAWN: Text(zh="承诺不再适用", en="Promise binds no more"),
}


def plain(words: str) -> Text:
    """Return words that are the same in both languages: somebody's own."""
    return Text(zh=words, en=words)
