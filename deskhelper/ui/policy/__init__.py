"""The page of the platform's figures: what is in force, by whom and since when, and the shop's own values."""

from deskhelper.ui.policy.dialog import PolicyDialog

__all__ = ["PolicyDialog"]
