"""Step 5: what looks after promises: reminders, who was told what, who cares for a case, evidence, stock, shift notes.

They name orders by platform and number, and cases by id, as the steps before do.
"""

from typing import TYPE_CHECKING

from deskhelper.storage.schema_cases import ORDER

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

INDEXES = """
CREATE UNIQUE INDEX told_event ON told (event, order_no, platform);
CREATE INDEX told_at ON told (told_at);
CREATE UNIQUE INDEX queued_place ON queued (queue_id, place);
CREATE INDEX queued_state ON queued (queue_id, state, at);
CREATE INDEX queued_order ON queued (order_no, platform);
CREATE INDEX evidence_case ON evidence (case_id);
CREATE INDEX snapshots_case ON snapshots (case_id);
CREATE INDEX answers_given_case ON answers_given (case_id);
CREATE INDEX packs_case ON packs (case_id);
CREATE INDEX promises_case ON promises (case_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX copies_at ON copies (copied_at);
CREATE INDEX copies_case ON copies (case_id);
CREATE INDEX cases_opened ON cases (opened_at);
CREATE INDEX shift_notes_open ON shift_notes (made_at) WHERE done_at IS NULL;
CREATE INDEX cases_closed ON cases (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_open ON cases (changed_at) WHERE closed_at IS NULL;
CREATE INDEX promises_made ON promises (made_at);
DROP INDEX promises_open;
CREATE INDEX promises_open ON promises (due_at, kind, agent, fen) WHERE closed_at IS NULL;
CREATE INDEX promises_closed ON promises (closed_at, kind, agent) WHERE closed_at IS NOT NULL;
CREATE INDEX promises_agent ON promises (agent) WHERE closed_at IS NULL;
CREATE INDEX promises_owed ON promises (agent, fen) WHERE closed_at IS NULL AND kind IN ('coupon', 'compensation');
CREATE INDEX promises_remind ON promises (remind_at) WHERE closed_at IS NULL;
CREATE INDEX stock_goods_stock ON stock_goods (stock);
CREATE UNIQUE INDEX seen_report ON seen_reports (kind, product, order_no, platform);
"""


def create_care(tables: "Tables") -> None:
    """Create the tables of promises' reminders, notices, boards and evidence."""
    for column in ("reminded_at", "snoozed_until", "remind_at", "answered_by", "fulfilled_at"):
        tables.table("promises").add_column(column, int)
    tables.table("promises").add_column("closed_by", str)
    _create_notices(tables)
    _create_case_tables(tables)
    _create_boards(tables)
    note = {"id": int, "text": str, "made_at": int, "agent": str, "done_at": int}
    tables.create_table("shift_notes", note, pk="id", not_null={"text", "made_at", "agent"})
    handed = {"id": int, "handed_at": int, "agent": str}
    tables.create_table("hand_overs", handed, pk="id", not_null={"handed_at", "agent"})
    for statement in filter(None, map(str.strip, INDEXES.split(";\n"))):
        tables.execute(statement)


def _create_notices(tables: "Tables") -> None:
    """Create the queues of orders to tell, and who was told of which event."""
    queue = {"id": int, "kind": str, "terms": str, "made_at": int, "agent": str, "closed_at": int}
    tables.create_table("queues", queue, pk="id", not_null=set(queue) - {"id", "closed_at"})
    queued = {
        "id": int, "queue_id": int, "place": int, **ORDER, "event": str, "state": str, "reason": str, "at": int,
    }  # fmt: skip
    tables.create_table("queued", queued, pk="id", not_null=set(queued) - {"id", "at"})
    told = {"id": int, "event": str, **ORDER, "kind": str, "told_at": int, "agent": str, "copy_id": int}
    tables.create_table("told", told, pk="id", not_null=set(told) - {"id", "copy_id"})


def _create_case_tables(tables: "Tables") -> None:
    """Create what is known of cases beside the walk: who waits for whom, evidence, and the order as it was."""
    care = {
        "case_id": str, "stage": str, "owner": str, "deadline_at": int, "is_complaint": int, "complaint_at": int,
        "next_step": str, "changed_at": int,
    }  # fmt: skip
    optional = {"case_id", "deadline_at", "is_complaint", "complaint_at"}
    tables.create_table("case_cares", care, pk="case_id", not_null=set(care) - optional)
    tables.table("cases").add_column("question", str)
    tables.table("cases").add_column("due_at", int)
    evidence = {
        "id": int, "case_id": str, "item": str, "name": str, "file": str, "sha256": str, "size": int, "note": str,
        "added_at": int, "agent": str, "removed_at": int,
    }  # fmt: skip
    tables.create_table("evidence", evidence, pk="id", not_null=set(evidence) - {"id", "removed_at"})
    snapshot = {"id": int, "case_id": str, "taken_at": int, "occasion": str, "content": str}
    tables.create_table("snapshots", snapshot, pk="id", not_null=set(snapshot) - {"id"})
    given = {
        "id": int, "case_id": str, "question": str, "option": str, "asked": str, "answer": str, "at": int, "agent": str,
    }  # fmt: skip
    tables.create_table("answers_given", given, pk="id", not_null=set(given) - {"id"})
    pack = {"id": int, "case_id": str, "made_at": int, "agent": str, "file": str, "digest": str}
    tables.create_table("packs", pack, pk="id", not_null=set(pack) - {"id"})


def _create_boards(tables: "Tables") -> None:
    """Create stock with what orders say of it, which products a row stands for, and the reports that were seen."""
    stock = {
        "id": int, "shop": str, "product_id": str, "sku_code": str, "title": str, "spec": str, "quantity": int,
        "warn_at": int, "counted_at": int, "shipped": int, "needed": int, "sold": int,
    }  # fmt: skip
    tables.create_table("stock", stock, pk="id", not_null=set(stock) - {"id", "warn_at", "sold"})
    tables.table("stock").create_index(["shop", "product_id", "sku_code", "title", "spec"], unique=True)
    goods = {"product": int, "shop": str, "stock": int}
    tables.create_table("stock_goods", goods, pk=("product", "shop"), not_null=set(goods))
    seen = {"id": int, "kind": str, "product": str, **ORDER, "seen_at": int, "agent": str}
    tables.create_table("seen_reports", seen, pk="id", not_null=set(seen) - {"id"})
