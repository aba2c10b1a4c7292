"""The settings of the desk, in a dialog that is built from their declaration."""

from deskhelper.ui.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
