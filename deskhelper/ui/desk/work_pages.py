"""How each page of the desk's other work is built; its code is read when it is first opened."""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.text import Lang
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit.page import Page
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme


class PageWorld(Struct, frozen=True):
    """What a page may need to be built."""

    services: Services
    theme: Theme
    lang: Lang
    tasks: Tasks
    clipboard: Clipboard


BUILDERS: dict[str, Callable[[PageWorld], Page]] = {}
"""What builds each page of rail_pages.py, by its name."""
