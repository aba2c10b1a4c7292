"""What goes before and after a reply: the greeting of the day's first reply to an order, and a sign-off."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from deskhelper.core.library_script import LibraryScript
from deskhelper.core.moments import DAY, Instant, local, to_instant
from deskhelper.core.order import Order
from deskhelper.core.pieces import NO_PIECES, Pieces
from deskhelper.core.text import Part
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.replies import ReplyStore

if TYPE_CHECKING:
    from deskhelper.services.scripts import ScriptService


class PieceService:
    """Finds the scripts that the settings name by code or title. Nothing is read while they name none."""

    def __init__(
        self, database: Database, scripts: "Callable[[], ScriptService]", settings: SettingsService, clock: Clock
    ) -> None:
        self._replies = ReplyStore(database)
        self._scripts = scripts
        self._settings = settings
        self._clock = clock

    @property
    def is_used(self) -> bool:
        """Whether the settings name a greeting or a sign-off."""
        return bool(self._settings.current.greeting or self._settings.current.sign_off)

    def of(self, order: Order) -> Pieces:
        """Return what goes around the next reply to `order`; what has a gap or a finding of its own is left out."""
        if not self.is_used:
            return NO_PIECES
        named = self._settings.current
        is_first = named.greeting and not self._replies.has_copy_since(order.platform, order.order_no, self._midnight())
        greeting = self._filled(named.greeting, order) if is_first else ()
        return Pieces(greeting, self._filled(named.sign_off, order) if named.sign_off else ())

    def _filled(self, name: str, order: Order) -> tuple[Part, ...]:
        script = self._named(name)
        if script is None:
            return ()
        wording = self._clock.now() // DAY % len(script.wordings)
        made = self._scripts().draft(replace(script, promise=None), order, wording=wording)
        return tuple(made.parts) if made.is_complete else ()

    def _named(self, name: str) -> LibraryScript | None:
        wanted = name.strip().casefold()
        scripts = self._scripts().all()
        found = [one for one in scripts if one.code.casefold() == wanted]
        return next(iter(found or [one for one in scripts if one.title.casefold() == wanted]), None)

    def _midnight(self) -> Instant:
        today = local(self._clock.now(), self._clock.zone)
        return to_instant(today.replace(hour=0, minute=0, second=0, microsecond=0), self._clock.zone)
