"""What every part of the house stands on: folder, clock, settings, the database, and the content in force."""

from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from deskhelper.core.errors import Problem
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import Clock, SystemClock
from deskhelper.services.settings import SettingsService

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskhelper.content.messages import Messages
    from deskhelper.content.script_library import ScriptLibrary
    from deskhelper.core.carriers import Carriers
    from deskhelper.core.deadline import ShipTermsOf
    from deskhelper.core.export_profile import ExportProfile
    from deskhelper.core.policy import Policy
    from deskhelper.core.reply import Library
    from deskhelper.services.policy import PolicyService
    from deskhelper.services.words import WordService
    from deskhelper.storage.database import Database
    from deskhelper.storage.orders import OrderStore


class Foundations:
    """Folder, clock and settings at once; database and content each at its first use.

    Content is what is shipped with the shop's own over it: flows, scripts, figures, words.
    """

    def __init__(self, folder: DataFolder, clock: Clock | None = None) -> None:
        folder.create()
        self.folder = folder
        self.clock = clock or SystemClock()
        self._reading = RLock()
        self.settings = SettingsService(folder.settings, lambda: self._shipped_hours)

    @cached_property
    def messages(self) -> "Messages":
        """The sentences of problems."""
        from deskhelper.content.messages import Messages

        return Messages(RESOURCES / "messages", self.folder.cache)

    @cached_property
    def database(self) -> "Database":
        """The connection of the main thread."""
        from deskhelper.storage.database import Database

        return Database(self.folder.database, self.clock.now())

    @cached_property
    def library(self) -> "Library":
        """Flows, scripts, slots, figures and word lists, with the shop's own over the shipped ones."""
        from deskhelper.content.library import load_library

        shipped = load_library(RESOURCES, self.folder.cache)
        if not self.folder.flows.exists() and not self.folder.scripts.exists():
            return shipped
        from deskhelper.content.own_content import with_own_content

        return with_own_content(shipped, self.folder.flows, self.folder.scripts, self.folder.cache)

    @cached_property
    def words(self) -> "WordService":
        """The shop's own words for the outgoing check."""
        from deskhelper.services.words import WordService

        return WordService(self.folder.words, lambda: self.library.words)

    @cached_property
    def policy(self) -> "PolicyService":
        """The platform's figures in force, with the shop's own values over the shipped ones."""
        from deskhelper.services.override_file import OverrideFile
        from deskhelper.services.policy import PolicyService

        file = self.folder.figures
        return PolicyService(lambda: self.library, lambda: OverrideFile(file), self.clock, self.settings)

    @cached_property
    def carriers(self) -> "Carriers":
        """The carriers' names, the words of their scans, and far regions."""
        from deskhelper.content.traces import load_carriers

        return load_carriers(RESOURCES, self.folder.cache)

    def told(self, problem: Problem) -> str:
        """Return the sentence of a problem in the language of the settings."""
        return self.messages.sentence(problem, self.settings.current.language)

    def close(self) -> None:
        """Close the database."""
        if "database" in self.__dict__:
            self.database.close()

    @cached_property
    def _order_store(self) -> "OrderStore":
        from deskhelper.storage.orders import OrderStore

        return OrderStore(self.database, self._initials_of)

    @cached_property
    def _script_library(self) -> "ScriptLibrary":
        from deskhelper.content.script_library import load_script_library

        return load_script_library(RESOURCES / "library", self.folder.cache)

    def _slot_titles(self) -> dict[str, str]:
        slots = {**self._script_library.slots, **self._library().slots}
        return {name: slot.title.zh for name, slot in slots.items()}

    def _library(self) -> "Library":
        with self._reading:  # the window and a thread may ask for it first at the same time
            return self.words.over(self.policy.library)

    def _policy_in_force(self) -> "Policy":
        return self._library().policy

    @cached_property
    def _ship_terms_of(self) -> "ShipTermsOf":
        from deskhelper.services.ship_terms import ship_terms_from

        return ship_terms_from(self.settings, self._policy_in_force)

    @cached_property
    def _shipped_hours(self) -> int:
        from deskhelper.content.library import load_policy

        return round(load_policy(RESOURCES, self.folder.cache).number("ship.promise_hours"))

    def _export_profiles(self) -> "list[ExportProfile]":
        from deskhelper.content.exports import load_export_profiles

        return load_export_profiles(RESOURCES / "exports", self.folder.cache)

    @cached_property
    def _initials_of(self) -> "Callable[[str], str]":
        from deskhelper.content.pinyin import initials_from

        return initials_from(RESOURCES / "pinyin" / "readings.txt")
