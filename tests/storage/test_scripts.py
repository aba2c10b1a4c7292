"""Own scripts, pins and uses come back as they were kept, and each agent has those of the shop and his own."""

import pytest
from msgspec.structs import replace

from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise
from deskhelper.core.log import ClosedBy, CopiedReply
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.promise import PromiseMade
from deskhelper.core.text import Text
from deskhelper.storage.database import Database
from deskhelper.storage.open_work import OpenWorkStore
from deskhelper.storage.promises import PromiseStore
from deskhelper.storage.replies import ReplyStore
from deskhelper.storage.scripts import ScriptStore, ScriptUses
from deskhelper.storage.sqlite import sqlite3
from tests.storage.make import NOW

FULL = LibraryScript(
    id="s1", title="发票", wordings=("可以{how}开。", "能{how}开。"), path=("发票", "怎么开"), scope=Scope.SHOP,
    code="fp", keywords=("开票",), pictures=("a.png",), notes="先问抬头", topic="invoice",
    is_enabled=False, review_on=NOW, promise=ScriptPromise(PromiseKind.CALL_BACK, 2), replaces="invoice_how",
    changed_at=NOW, slot_titles={"how": "怎么"}, slot_choices={"how": ("线上", "线下")},
)  # fmt: skip
MINE = LibraryScript(id="p1", title="我的", wordings=("好的。",), scope=Scope.PERSONAL)
PROMISE = PromiseMade(PromiseKind.CALL_BACK, "答复", NOW + 7200, Text(zh="答复", en="answer"))


@pytest.fixture
def scripts(database: Database) -> ScriptStore:
    return ScriptStore(database)


def reply(script: str = "s1", order_no: str = "", at: int = NOW, **more: object) -> CopiedReply:
    values: dict[str, object] = {
        "case_id": "", "platform": "pdd" if order_no else "", "order_no": order_no, "flow": "", "outcome": "",
        "script": script, "wording": 0, "text": "好的。", "copied_at": at, "agent": "小测",
    }  # fmt: skip
    return CopiedReply(**{**values, **more})  # type: ignore[arg-type]


def test_a_script_comes_back_as_it_was_kept(scripts: ScriptStore) -> None:
    scripts.write([FULL, MINE], [], "小测")
    assert scripts.own("小测") == [FULL, MINE]


def test_a_personal_script_is_seen_by_its_agent_alone(scripts: ScriptStore) -> None:
    scripts.write([FULL, MINE], [], "小测")
    assert scripts.own("小验") == [FULL]


def test_a_change_keeps_the_place_and_a_removed_one_is_gone(scripts: ScriptStore) -> None:
    scripts.write([FULL, MINE], [], "小测")
    scripts.write([replace(FULL, title="开发票")], [], "小测")
    assert [one.title for one in scripts.own("小测")] == ["开发票", "我的"]
    scripts.write([], ["s1"], "小测")
    assert scripts.own("小测") == [MINE]


def test_what_cannot_all_be_kept_is_not_kept_at_all(scripts: ScriptStore) -> None:
    scripts.write([MINE], [], "小测")
    with pytest.raises(sqlite3.Error):
        scripts.write([FULL, replace(FULL, id="s2", title=None)], ["p1"], "小测")  # type: ignore[arg-type]
    assert scripts.own("小测") == [MINE]


def test_pins_stand_in_their_order_for_each_agent(scripts: ScriptStore) -> None:
    for script in ("b", "a", "b"):
        scripts.pin("小测", script, True, NOW)
    scripts.pin("小验", "c", True, NOW)
    assert (scripts.pinned("小测"), scripts.pinned("小验")) == (["b", "a"], ["c"])
    scripts.pin("小测", "b", False, NOW)
    assert scripts.pinned("小测") == ["a"]


def test_a_copied_script_counts_as_used(scripts: ScriptStore, database: Database) -> None:
    replies = ReplyStore(database)
    for made in (reply(), reply("s2", at=NOW + 1), reply("s1", "260519-1", NOW + 2, wording=1)):
        replies.record(made, [])
    replies.record(reply("urge_left", "260519-1", flow="urge_shipment", case_id="c"), [])
    assert scripts.uses() == {"s1": ScriptUses(2, NOW + 2), "s2": ScriptUses(1, NOW + 1)}
    assert scripts.recent("小测", 5) == ["s1", "s2"]
    assert scripts.recent("小验", 5) == []
    assert scripts.last_wording("s1", "pdd", "260519-1") == 1
    assert scripts.last_wording("s1", "", "") == 0
    assert scripts.last_wording("s2", "pdd", "260519-1") is None


def test_the_last_promise_to_the_same_order_counts(database: Database) -> None:
    replies = ReplyStore(database)
    replies.record(reply("s1", "260519-1"), [PROMISE])
    replies.record(reply("s1", "260519-2"), [PROMISE])
    replies.record(reply("s2", "260519-1", NOW + 60), [replace(PROMISE, due=NOW + 9000)])
    made = PromiseStore(database).of_order("pdd", "260519-1")
    assert [one.due_at for one in made if one.closed_at is None] == [NOW + 9000]
    assert [one.closed_by for one in made] == [ClosedBy.SUPERSEDED, None]
    assert len(PromiseStore(database).of_order("pdd", "260519-2")) == 1


def test_promises_to_buyers_without_an_order_never_replace_each_other(database: Database) -> None:
    replies = ReplyStore(database)
    replies.record(reply(), [PROMISE])
    replies.record(reply(), [PROMISE])
    assert OpenWorkStore(database).promises_until(NOW + 7200) == 2


def test_what_was_overruled_is_kept_with_its_reason(database: Database) -> None:
    ReplyStore(database).record(reply(), [], [Overruled(Rule.WORDING, "顶级", "商品名")])
    assert database.rows("SELECT copy_id, rule, words, reason FROM overruled") == [(1, "wording", "顶级", "商品名")]


def test_a_use_that_cannot_be_kept_leaves_no_copy_and_no_promise(database: Database) -> None:
    database.execute("DROP TABLE script_uses")
    with pytest.raises(sqlite3.Error):
        ReplyStore(database).record(reply(), [PROMISE])
    assert database.value("SELECT count(*) FROM copies") == 0
    assert database.value("SELECT count(*) FROM promises") == 0
