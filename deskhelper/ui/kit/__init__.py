"""The small parts that every screen is built from."""

from deskhelper.ui.kit.banner import Banner
from deskhelper.ui.kit.button import IconButton, ghost_button, primary_button
from deskhelper.ui.kit.elided import ElidedLabel
from deskhelper.ui.kit.empty import EmptyState
from deskhelper.ui.kit.flow import FlowLayout
from deskhelper.ui.kit.frame import Card, HLine
from deskhelper.ui.kit.icon import IconLabel
from deskhelper.ui.kit.label import label
from deskhelper.ui.kit.pill import CountBadge, KeyCap, Pill, compact_count
from deskhelper.ui.kit.toast import Toast
from deskhelper.ui.kit.tone import Tone

__all__ = [
    "Banner",
    "Card",
    "CountBadge",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "HLine",
    "IconButton",
    "IconLabel",
    "KeyCap",
    "Pill",
    "Toast",
    "Tone",
    "compact_count",
    "ghost_button",
    "label",
    "primary_button",
]
