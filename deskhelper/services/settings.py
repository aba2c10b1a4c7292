"""Settings: declared once, typed, with defaults; kept as one JSON file in the data folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from deskhelper.core.declared import Kind, Setting
from deskhelper.core.terms import ShopTerms
from deskhelper.services.kept_file import read_kept, write_kept

DESK = "desk"
"""The page of the settings about clipboard, dock, tray and the key of the whole desk."""

REMINDERS = "reminders"
"""The page of the settings about reminders of promises."""

REPLIES = "replies"
"""The page of the settings about how replies are worded and copied."""

DeskKey = Literal["off", "Ctrl+Alt+D", "Ctrl+Alt+K", "Ctrl+Alt+Space", "Ctrl+Shift+F12"]
"""The system-wide key that shows and hides the desk, in Qt's words."""

Liking = Literal["as_written", "none", "little", "lot"]
"""How many friendly particles (啦 呢 哈 呀 哟) an agent likes: the values of core.particles."""


class WindowState(Struct, frozen=True):
    """Where the window was left. `geometry` is Qt's own form as base64; sizes are pixels.

    `docks` holds the dock's place (x, y, width, height) by screen, the last used one at the end.
    """

    geometry: str = ""
    list_width: int = 300
    reply_width: int = 370
    is_dock: bool = False
    docks: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)


class Settings(Struct, frozen=True):
    """Everything a user can set. `terms` holds each shop's terms by shop name; "" is for shops not named.

    `evidence_days`: how long evidence is kept once its case is done, 0 for ever. Three years is how long a claim can be
    brought to court, the last step of D-LATE-6.
    `category_mean`: the mean anomaly rate of the shop's category in percent, where the platform told it (D-LOGI-6).
    `particles` is what the agent at the desk likes; `likings` holds it by agent's name, "" is for those not named.
    """

    language: Annotated[Literal["zh", "en"], Setting(Kind.CHOICE)] = "zh"
    theme: Annotated[Literal["system", "light", "dark"], Setting(Kind.CHOICE)] = "system"
    agent: Annotated[str, Setting(Kind.WORDS, most=20)] = ""
    due_hours: Annotated[int, Setting(Kind.HOURS, 1, 72)] = 6
    alert_more_than: Annotated[int, Setting(Kind.ORDERS, 1, 999)] = 2
    alert_days: Annotated[int, Setting(Kind.DAYS, 1, 365)] = 30
    evidence_days: Annotated[int, Setting(Kind.DAYS, 0, 3650)] = 1095
    watches_clipboard: Annotated[bool, Setting(Kind.SWITCH, page=DESK)] = False
    private_copies: Annotated[bool, Setting(Kind.SWITCH, page=DESK)] = False
    clear_seconds: Annotated[int, Setting(Kind.SECONDS, 0, 3600, page=DESK)] = 0
    dock_on_top: Annotated[bool, Setting(Kind.SWITCH, page=DESK)] = True
    keeps_in_tray: Annotated[bool, Setting(Kind.SWITCH, page=DESK)] = False
    desk_key: Annotated[DeskKey, Setting(Kind.CHOICE, page=DESK)] = "Ctrl+Alt+D"
    remind_minutes: Annotated[int, Setting(Kind.MINUTES, 0, 720, page=REMINDERS)] = 30
    reminds_in_tray: Annotated[bool, Setting(Kind.SWITCH, page=REMINDERS)] = True
    quiet_from: Annotated[str, Setting(Kind.CLOCK, most=5, page=REMINDERS)] = ""
    quiet_to: Annotated[str, Setting(Kind.CLOCK, most=5, page=REMINDERS)] = ""
    particles: Annotated[Liking, Setting(Kind.CHOICE, page=REPLIES)] = "as_written"
    greeting: Annotated[str, Setting(Kind.WORDS, most=30, page=REPLIES)] = ""
    sign_off: Annotated[str, Setting(Kind.WORDS, most=30, page=REPLIES)] = ""
    part_length: Annotated[int, Setting(Kind.CHARACTERS, 0, 2000, page=REPLIES)] = 0
    category_mean: float | None = None
    likings: dict[str, Liking] = field(default_factory=dict)
    last_shop: dict[str, str] = field(default_factory=dict)
    mappings: dict[str, dict[str, str]] = field(default_factory=dict)
    terms: dict[str, ShopTerms] = field(default_factory=dict)
    window: WindowState = WindowState()

    def changed(self, **changes: object) -> "Settings":
        """Return the settings with `changes`; another agent brings what they like along, a new liking is theirs."""
        after = replace(self, **changes)
        if "particles" in changes:
            likings = {"": self.particles, **self.likings, after.agent: after.particles}
            return replace(after, likings=likings)
        if after.agent != self.agent:
            liked = self.likings.get(after.agent, self.likings.get("", self.particles))
            return replace(after, particles=liked)
        return after

    def own_terms_of(self, shop: str) -> ShopTerms:
        """Return the terms set for `shop`, else the common ones; the promise hours are None where nobody set them."""
        common = self.terms.get("") or ShopTerms()
        own = self.terms.get(shop) or common
        return own if own.promise_hours is not None else replace(own, promise_hours=common.promise_hours)


class SettingsService:
    """Reads and keeps the settings; every change is on disk before it is told.

    `default_hours` gives the platform's ship.promise_hours as shipped; it is asked where no shop has set its own.
    """

    def __init__(self, path: Path, default_hours: Callable[[], int | None] = lambda: None) -> None:
        self.path = path
        self._default_hours = default_hours
        self._listeners: list[Callable[[Settings], None]] = []
        kept, self.was_broken = read_kept(path, Settings)
        self.current = kept or Settings()

    def change(self, **changes: object) -> Settings:
        """Keep and return the settings with `changes` to their fields. Raises WorldError `file_unwritable`."""
        changed = self.current.changed(**changes)
        write_kept(self.path, changed)
        self.current = changed
        for listener in self._listeners:
            listener(self.current)
        return self.current

    def terms_of(self, shop: str) -> ShopTerms:
        """Return the terms in force for `shop`; its promise hours are its own, the common ones, or the platform's."""
        terms = self.current.own_terms_of(shop)
        return terms if terms.promise_hours is not None else replace(terms, promise_hours=self._default_hours())

    def change_terms(self, shop: str, terms: ShopTerms) -> Settings:
        """Keep the terms of one shop ("" for every shop without its own)."""
        return self.change(terms={**self.current.terms, shop: terms})

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Call `listener` with the settings after every change."""
        self._listeners.append(listener)
