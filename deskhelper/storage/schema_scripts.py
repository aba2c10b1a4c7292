"""Step 4: the shop's own scripts, pinned ones, when each script was used, and findings that agents overruled.

Shipped scripts are not stored: they are known by id, so that an update changes them and never the shop's own.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

INDEXES = """
CREATE INDEX script_uses_script ON script_uses (script_id, used_at);
CREATE INDEX script_uses_order ON script_uses (order_no, platform, script_id);
CREATE INDEX overruled_copy ON overruled (copy_id);
"""


def create_scripts(tables: "Tables") -> None:
    """Create the tables of the script library."""
    script = {
        "id": str, "scope": str, "agent": str, "replaces": str, "path": str, "code": str, "title": str,
        "wordings": str, "more": str, "changed_at": int,
    }  # fmt: skip
    tables.create_table("library_scripts", script, pk="id", not_null=set(script) - {"id"})
    use = {
        "id": int, "script_id": str, "used_at": int, "platform": str, "order_no": str, "wording": int, "agent": str,
    }  # fmt: skip
    tables.create_table("script_uses", use, pk="id", not_null=set(use) - {"id"})
    pin = {"agent": str, "script_id": str, "pinned_at": int}
    tables.create_table("script_pins", pin, pk=("agent", "script_id"), not_null=set(pin))
    passed = {"id": int, "copy_id": int, "rule": str, "words": str, "reason": str}
    tables.create_table("overruled", passed, pk="id", not_null=set(passed) - {"id"})
    for statement in filter(None, map(str.strip, INDEXES.split(";\n"))):
        tables.execute(statement)
