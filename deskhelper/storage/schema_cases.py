"""Step 2: cases, the log of copied replies, the promises they made, and the imports that were done.

They name orders by platform and number, never by row, so that no import can lose or move them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

ORDER = {"platform": str, "order_no": str}

INDEXES = """
CREATE INDEX cases_order ON cases (order_no, platform);
CREATE INDEX cases_tab ON cases (tab) WHERE tab IS NOT NULL;
CREATE INDEX copies_order ON copies (order_no, platform, copied_at);
CREATE INDEX promises_order ON promises (order_no, platform);
CREATE INDEX promises_open ON promises (due_at) WHERE closed_at IS NULL;
"""


def create_cases(tables: "Tables") -> None:
    """Create the tables of everything that agents do with orders."""
    case = {
        "id": str, **ORDER, "flow": str, "flow_version": int, "opened_at": int, "changed_at": int, "state": str,
        "undo": str, "redo": str, "outcome": str, "asked": str, "tab": int, "closed_at": int,
    }  # fmt: skip
    optional = {"outcome", "tab", "closed_at"}
    tables.create_table("cases", case, pk="id", not_null=set(case) - optional - {"id"})
    copy = {
        "id": int, "case_id": str, **ORDER, "flow": str, "outcome": str, "script": str, "wording": int, "text": str,
        "copied_at": int, "agent": str,
    }  # fmt: skip
    tables.create_table("copies", copy, pk="id", not_null=set(copy) - {"id"})
    promise = {
        "id": int, "copy_id": int, "case_id": str, **ORDER, "kind": str, "text": str, "follow_up_zh": str,
        "follow_up_en": str, "fen": int, "due_at": int, "made_at": int, "agent": str, "closed_at": int, "is_kept": int,
    }  # fmt: skip
    optional = {"fen", "closed_at", "is_kept"}
    tables.create_table("promises", promise, pk="id", not_null=set(promise) - optional - {"id"})
    done = {"id": int, "sha256": str, "file": str, "shop": str, "imported_at": int}
    tables.create_table("imports", done, pk="id", not_null=set(done) - {"id"})
    tables.table("imports").create_index(["sha256"])
    for statement in filter(None, map(str.strip, INDEXES.split(";\n"))):
        tables.execute(statement)
