"""The one SQLite of the program: pysqlite3 where it is installed, else the standard library's.

It is the choice that sqlite-utils makes, without importing sqlite-utils (0.15 s and 16 MB at the desk's start).
Two SQLite copies on one file in one process would lose each other's locks, so nothing else imports either module.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3

Connection = sqlite3.Connection
Cursor = sqlite3.Cursor

__all__ = ["Connection", "Cursor", "sqlite3"]
