from pathlib import Path

import pytest

from deskhelper.core.broken import Binding
from deskhelper.core.flow import PromiseKind
from deskhelper.core.known import Known
from deskhelper.core.log import CopiedReply
from deskhelper.core.marks import CustomStage, HandedIn, OrderMarks, Presale, with_stage
from deskhelper.core.number_reuse import OtherOrder
from deskhelper.core.promise import PromiseMade
from deskhelper.core.text import Text
from deskhelper.core.trace import Scan, Trace, TraceEvent
from deskhelper.storage.database import Database
from deskhelper.storage.known import KnownStore
from deskhelper.storage.marks import MarkStore
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.promises import PromiseStore
from deskhelper.storage.replies import ReplyStore
from deskhelper.storage.traces import TraceStore
from tests.storage.make import NOW, after_sale, order, shipped, stored, usual_terms, write, write_after_sales

PICKED = TraceEvent(NOW - 7200, "已揽收 138****0001", Scan.PICKED_UP, raw="05-19 已揽收")
WAITS = TraceEvent(NOW - 60, "请及时取件", Scan.OUT_FOR_DELIVERY, waits=True)
TRACE = Trace(NOW, (PICKED, WAITS), "圆通")
MARKS = with_stage(
    OrderMarks(True, files=(HandedIn("标志.png", NOW),), presale=Presale(days=9), platform_notice_at=NOW),
    CustomStage.STARTED,
    NOW,
)


def test_a_trace_comes_back_as_it_was(database: Database) -> None:
    traces = TraceStore(database)
    assert traces.add(shipped(), TRACE) == TRACE
    assert traces.of_order(shipped()) == TRACE


def test_a_trace_stands_under_its_tracking_number(database: Database) -> None:
    traces = TraceStore(database)
    traces.add(shipped(1, tracking_no="yt 12345"), TRACE)
    assert traces.of_order(shipped(2, tracking_no="YT12345", platform="taobao")) == TRACE
    assert traces.of_order(shipped(2, tracking_no="YT12346")) is None


def test_a_trace_without_a_number_belongs_to_its_order_and_stays_there(database: Database) -> None:
    traces = TraceStore(database)
    traces.add(order(1), TRACE)
    assert traces.of_order(order(1)) == TRACE
    assert traces.of_order(shipped(1)) == TRACE
    assert traces.of_order(order(2)) is None
    assert traces.of_order(order(1, platform="taobao")) is None


def test_the_trace_of_the_number_comes_before_that_of_the_order(database: Database) -> None:
    traces = TraceStore(database)
    traces.add(order(1), TRACE)
    traces.add(shipped(1), Trace(NOW))
    assert traces.of_order(shipped(1)) == Trace(NOW)
    assert KnownStore(database).of_order(shipped(1)).trace == Trace(NOW)


def test_a_second_look_is_merged(database: Database) -> None:
    traces = TraceStore(database)
    traces.add(shipped(), Trace(NOW - 100, (PICKED,)))
    assert traces.add(shipped(), Trace(NOW, (WAITS,), "圆通")) == TRACE
    assert database.rows("SELECT parcel, last_at, last_scan FROM traces") == [
        ("YT1234567890", WAITS.at, "out_for_delivery")
    ]


def test_a_look_that_found_nothing_is_kept_as_such(database: Database) -> None:
    TraceStore(database).add(shipped(), Trace(NOW))
    assert TraceStore(database).of_order(shipped()) == Trace(NOW)


def test_a_trace_can_be_taken_away(database: Database) -> None:
    traces = TraceStore(database)
    traces.add(order(1), TRACE)
    traces.add(shipped(1), TRACE)
    traces.forget(shipped(1))
    assert traces.of_order(shipped(1)) is None


def test_marks_come_back_as_they_were(database: Database) -> None:
    marks = MarkStore(database)
    marks.save("pdd", "260519-1", MARKS, NOW, usual_terms)
    assert marks.of_order("pdd", "260519-1") == MARKS
    assert marks.of_order("taobao", "260519-1") == OrderMarks()


def test_without_any_mark_nothing_is_kept(database: Database) -> None:
    marks = MarkStore(database)
    marks.save("pdd", "260519-1", MARKS, NOW, usual_terms)
    marks.save("pdd", "260519-1", OrderMarks(), NOW, usual_terms)
    assert database.rows("SELECT * FROM order_marks") == []


def promise(kind: PromiseKind, fen: int | None) -> PromiseMade:
    return PromiseMade(kind, "答应的事", NOW, Text(zh="办", en="do"), fen)


def test_all_that_is_known_beside_an_order_is_read_at_once(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)])
    known = KnownStore(database)
    assert known.of_order(shipped(1)) == Known(owed_fen=0)
    TraceStore(database).add(shipped(1), TRACE)
    MarkStore(database).save("pdd", stored(store).order_no, MARKS, NOW, usual_terms)
    write_after_sales(database, [after_sale(1, reason="质量问题"), after_sale(2, reason="", applied_at=NOW)])
    reply = CopiedReply(
        case_id="c", platform="pdd", order_no=stored(store).order_no, flow="f", outcome="o", script="s", wording=0,
        text="好的", copied_at=NOW, agent="",
    )  # fmt: skip
    kinds = [(PromiseKind.COUPON, 500), (PromiseKind.COMPENSATION, 300), (PromiseKind.SHIP, None)]
    ReplyStore(database).record(reply, [promise(kind, fen) for kind, fen in kinds])
    promised = tuple(Binding(kind, "答应的事", NOW, fen) for kind, fen in kinds)
    assert known.of_order(shipped(1)) == Known(TRACE, MARKS, 800, "质量问题", promises=promised)
    assert known.of_order(shipped(2, tracking_no="YT1")) == Known(owed_fen=0)


def test_what_was_kept_or_given_up_is_owed_no_more(database: Database) -> None:
    reply = CopiedReply(
        case_id="c", platform="pdd", order_no=order().order_no, flow="f", outcome="o", script="s", wording=0,
        text="好的", copied_at=NOW, agent="",
    )  # fmt: skip
    replies = ReplyStore(database)
    replies.record(reply, [promise(PromiseKind.COUPON, 500)])
    PromiseStore(database).close(PromiseStore(database).of_order("pdd", order().order_no)[0].id, True, NOW)
    assert KnownStore(database).of_order(order()).owed_fen == 0


def test_an_import_never_loses_traces_and_marks(database: Database) -> None:
    write(database, [shipped(1)])
    TraceStore(database).add(shipped(1), TRACE)
    MarkStore(database).save("pdd", shipped(1).order_no, MARKS, NOW, usual_terms)
    write(database, [shipped(1, product="别的"), shipped(2, tracking_no="YT2")])
    assert KnownStore(database).of_order(shipped(1)) == Known(TRACE, MARKS, 0)


def test_an_after_sales_file_without_reasons_keeps_those_it_had(database: Database) -> None:
    write_after_sales(database, [after_sale(1, reason="质量问题")])
    fields = frozenset({"after_sale_no", "order_no", "refund_fen"})
    write_after_sales(database, [after_sale(1, reason="", refund_fen=1)], fields)
    assert KnownStore(database).of_order(order(1)).after_sale_reason == "质量问题"


@pytest.mark.parametrize("key", ["parcel", "order_no", "orders_tracking"])
def test_the_statement_of_the_hot_path_reads_by_keys_alone(tmp_path: Path, key: str) -> None:
    with Database(tmp_path / "desk.db") as database:
        write(database, [shipped(1)])
        from deskhelper.storage import known

        values = dict.fromkeys(("order_no", "platform", "parcel", "order", "tracking_no"), "")
        plan = database.rows(f"EXPLAIN QUERY PLAN {known._READ}", values)
        steps = [row[3] for row in plan]
        tables = ("traces", "order_marks", "promises", "after_sales")
        assert not [step for step in steps if step.startswith("SCAN") and any(table in step for table in tables)]
        assert any(key in step for step in steps)


def test_other_orders_under_the_same_number_are_read(database: Database) -> None:
    write(
        database,
        [
            shipped(1),
            shipped(2, receiver="李**", phone="138****0002", tracking_no="yt1234567890"),
            order(3, tracking_no="YT1234567890", receiver="王**"),
            shipped(4, tracking_no="YT9"),
            order(5),
        ],
    )
    others = KnownStore(database).of_order(shipped(1)).same_number
    assert others == (
        OtherOrder("pdd", order(2).order_no, "李**", "138****0002", NOW - 600, "圆通速递"),
        OtherOrder("pdd", order(3).order_no, "王**", "", NOW - 3 * 3600),
    )
    assert KnownStore(database).of_order(shipped(4, tracking_no="YT9")).same_number == ()
    assert KnownStore(database).of_order(order(5)).same_number == ()
