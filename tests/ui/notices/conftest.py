"""The real desk on a real house, turned to the page of notices."""

from tests.ui.desk.conftest import clock, files, folder, hands, open_desk, order_file

__all__ = ["clock", "files", "folder", "hands", "open_desk", "order_file"]
