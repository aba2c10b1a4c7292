"""DeskHelper: from what the buyer wrote to the correct, filled reply on the clipboard."""

from deskhelper.unread import unread

__version__ = "0.1.0"

with unread("typing_extensions"):  # tools of the tests bring it: 1.3 MB of the desk's memory, for what typing has
    import msgspec as msgspec
