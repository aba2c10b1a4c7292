"""Bringing order files in: choose or drop, ask what is unknown, watch, and see what came of it."""

from deskhelper.ui.imports.files import accepts
from deskhelper.ui.imports.flow import ImportFlow
from deskhelper.ui.imports.overlay import DropOverlay

__all__ = ["DropOverlay", "ImportFlow", "accepts"]
