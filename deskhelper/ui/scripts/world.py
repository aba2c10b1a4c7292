"""What the library's window is handed: the services, the order in hand, and where a script goes that is used."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.services.clock import Clock
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.tasks import Tasks

if TYPE_CHECKING:
    from deskhelper.services.phrase_imports import PhraseImportService


class LibraryWorld(Struct, frozen=True):
    """`order` is the one in hand; `use` puts a script where it is sent from; `topics` are ids with their titles."""

    scripts: ScriptService
    clock: Clock
    told: Callable[[Problem], str]
    tasks: Tasks
    data_folder: Path
    topics: Sequence[tuple[str, str]]
    order: Callable[[], Order | None]
    use: Callable[[LibraryScript], None]
    open_imports: "Callable[[], PhraseImportService]"
