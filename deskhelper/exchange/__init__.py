"""Foreign files ↔ core: order exports in; the only importer of CSV and workbook readers."""

from deskhelper.exchange.far_file import open_for_import
from deskhelper.exchange.headers import signature
from deskhelper.exchange.opening import inspect, open_order_file
from deskhelper.exchange.rejected import save_rejected

__all__ = ["inspect", "open_for_import", "open_order_file", "save_rejected", "signature"]
