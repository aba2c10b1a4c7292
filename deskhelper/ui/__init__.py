"""PySide6 and nothing below services."""
