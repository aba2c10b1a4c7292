"""DeskHelper: from what the buyer wrote to the correct, filled reply on the clipboard."""

__version__ = "0.1.0"
