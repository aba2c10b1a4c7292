"""Step 6: which promises wait for somebody else, so that no reply apologises for them.

Step 5 got two indexes after the first databases were made by it; those get them here.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

INDEXES = (
    "CREATE INDEX IF NOT EXISTS promises_agent ON promises (agent) WHERE closed_at IS NULL",
    "CREATE INDEX IF NOT EXISTS promises_owed ON promises (agent, fen)"
    " WHERE closed_at IS NULL AND kind IN ('coupon', 'compensation')",
)


def create_waits(tables: "Tables") -> None:
    """Add the mark; promises made before are the shop's own."""
    tables.table("promises").add_column("waits", int, not_null_default=0)
    for statement in INDEXES:
        tables.execute(statement)
