"""Foreign files ↔ core: order exports in; the only importer of CSV and workbook readers."""

from deskhelper.exchange.order_file import inspect, open_order_file

__all__ = ["inspect", "open_order_file"]
