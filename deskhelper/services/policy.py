"""The platform's figures in force: the shipped ones with the shop's own values over them, at once after a change."""

from collections.abc import Callable, Mapping
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.figure_uses import Use, uses_of
from deskhelper.core.override import Override, override_fault, override_of, policy_in_force
from deskhelper.core.policy import Figure, Policy
from deskhelper.core.reply import Library
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text
from deskhelper.services.clock import Clock
from deskhelper.services.override_file import OverrideFile
from deskhelper.services.settings import Settings, SettingsService

PROMISE = "ship.promise_hours"
"""Its shop-wide value is the promise hours of all shops in the settings: one value, seen from both places."""


class FigureLine(Struct, frozen=True):
    """A figure as the page shows it: shipped, in force, who set the shop's own when, why it is ignored, and its uses.

    `shops` are the shops that have a value of their own beside the shop-wide one (ship.promise_hours alone).
    """

    id: str
    shipped: Figure
    in_force: Figure
    source: Text
    override: Override | None
    ignored: Problem | None
    uses: tuple[Use, ...]
    shops: Mapping[str, int]


class PolicyService:
    """Reads, sets and takes back a shop's own values. Nothing is read before the first figure is asked for."""

    def __init__(
        self, library: Callable[[], Library], open_file: Callable[[], OverrideFile], clock: Clock,
        settings: SettingsService,
    ) -> None:  # fmt: skip
        self._open_file = open_file
        self._opened: OverrideFile | None = None
        self._reading = Lock()
        self._shipped_library = library
        self._clock = clock
        self._settings = settings
        self._built: tuple[Library, Library, dict[str, Problem]] | None = None
        self._listeners: list[Callable[[str], None]] = []
        self._hours = settings.current.own_terms_of("").promise_hours
        settings.listen(self._on_settings_changed)

    @property
    def library(self) -> Library:
        """The library with the figures in force; the same object until a figure or the library changes."""
        return self._in_force()[1]

    @property
    def policy(self) -> Policy:
        """The figures in force."""
        return self.library.policy

    @property
    def shipped(self) -> Policy:
        """The figures as shipped."""
        return self._shipped_library().policy

    @property
    def ignored(self) -> Mapping[str, Problem]:
        """The shop's own values that do not fit any more, each with why; the shipped ones hold in their place."""
        return self._in_force()[2]

    def trouble(self) -> Problem | None:
        """Return what the agent must know of the shop's own values: that the file was broken, or some are ignored."""
        if self._file.was_broken:
            return Problem("figures_broken", {"file": self._file.name})
        if not self.ignored:
            return None
        return Problem("figures_ignored", {"count": len(self.ignored), "figures": ", ".join(sorted(self.ignored))})

    def lines(self) -> list[FigureLine]:
        """Return every figure in the order of the shipped file, with what uses it."""
        uses = uses_of(self.library)
        return [self._line(name, uses.get(name, ())) for name in self.shipped.figures]

    def line(self, figure: str) -> FigureLine:
        """Return one figure. Raises WorldError `figure_unknown`."""
        self._shipped(figure)
        return self._line(figure, uses_of(self.library).get(figure, ()))

    def set_numbers(self, figure: str, numbers: Mapping[str, float]) -> None:
        """Set the shop's own numbers by the keys of `fields_of`; all as shipped takes the shop's own back.

        Raises WorldError `figure_unknown`, a fault of `override_fault`, or `file_unwritable`.
        """
        self._set(figure, override_of(self._shipped(figure), numbers))

    def set_words(self, figure: str, words: str) -> None:
        """Set the shop's own words for a figure that is no number; the errors are those of `set_numbers`."""
        self._set(figure, Override(words=" ".join(words.split())))

    def take(self, figure: str, alternative: int) -> None:
        """Take what another source says, such as the seed's value; the errors are those of `set_numbers`."""
        shipped = self._shipped(figure)
        other = shipped.alternatives[alternative]
        self._set(figure, Override(value=other.value, tiers=other.tiers))

    def reset(self, figure: str) -> None:
        """Take the shop's own value back, so that the shipped one holds. Raises WorldError as `set_numbers`."""
        self._file.forget(figure)
        self._keep(figure, None)

    def forget_ignored(self) -> None:
        """Drop the shop's own values that do not fit any more. Raises WorldError `file_unwritable`."""
        names = set(self.ignored)
        for name in names:
            self._file.forget(name)
        self._file.write({name: each for name, each in self._file.overrides.items() if name not in names})
        self._built = None

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the id of each figure that has changed."""
        self._listeners.append(listener)

    @property
    def _file(self) -> OverrideFile:
        with self._reading:  # on whichever thread asks first; read twice, a broken file would not be missed
            self._opened = self._opened or self._open_file()
        return self._opened

    def _shipped(self, figure: str) -> Figure:
        shipped = self.shipped.figures.get(figure)
        if shipped is None:
            raise WorldError("figure_unknown", figure=figure, known=", ".join(self.shipped.figures))
        return shipped

    def _line(self, name: str, uses: tuple[Use, ...]) -> FigureLine:
        shipped = self.shipped.figures[name]
        return FigureLine(
            id=name, shipped=shipped, in_force=self.policy.figures[name],
            source=self.shipped.source_words(shipped.source),
            override=self._overrides().get(name), ignored=self.ignored.get(name), uses=uses,
            shops=self._shops() if name == PROMISE else {},
        )  # fmt: skip

    def _shops(self) -> dict[str, int]:
        terms = self._settings.current.terms.items()
        return {shop: own.promise_hours for shop, own in terms if shop and own.promise_hours is not None}

    def _set(self, figure: str, override: Override) -> None:
        if override.is_empty:
            self.reset(figure)
            return
        fault = override_fault(self._shipped(figure), override)
        if fault is not None:
            raise WorldError(fault.code, **fault.values)
        signed = replace(override, who=self._settings.current.agent, at=self._clock.now())
        self._keep(figure, signed)

    def _keep(self, figure: str, override: Override | None) -> None:
        kept = {name: each for name, each in self._file.overrides.items() if name != figure}
        if override is not None:
            kept[figure] = override
        self._file.write(kept)
        self._built = None
        if figure == PROMISE:
            self._settle_promise(None if override is None or override.value is None else round(override.value))
        for listener in self._listeners:
            listener(figure)

    def _settle_promise(self, hours: int | None) -> None:
        common = self._settings.current.terms.get("") or ShopTerms()
        if common.promise_hours != hours:
            self._settings.change_terms("", replace(common, promise_hours=hours))

    def _overrides(self) -> dict[str, Override]:
        """Return the overrides as kept; the promise hours of all shops count as the settings have them."""
        kept = dict(self._file.overrides)
        hours = self._settings.current.own_terms_of("").promise_hours
        if hours is None or hours == self.shipped.figures[PROMISE].value:
            kept.pop(PROMISE, None)
        elif PROMISE not in kept or kept[PROMISE].value != hours:
            kept[PROMISE] = Override(value=hours)
        return kept

    def _in_force(self) -> tuple[Library, Library, dict[str, Problem]]:
        shipped = self._shipped_library()
        if self._built is None or self._built[0] is not shipped:
            result = policy_in_force(shipped.policy, self._overrides(), self._clock.zone)
            ignored = result.ignored | {name: Problem("figure_unreadable") for name in self._file.unreadable}
            self._built = (shipped, replace(shipped, policy=result.policy), ignored)
        return self._built

    def _on_settings_changed(self, settings: Settings) -> None:
        """Sign the promise hours of all shops when they were set in the settings, and let them be in force."""
        before, self._hours = self._hours, settings.own_terms_of("").promise_hours
        hours, kept = self._hours, self._file.overrides.get(PROMISE)
        if hours == before or (kept.value if kept else None) == hours:
            return
        signed = None if hours is None else Override(value=hours, who=settings.agent, at=self._clock.now())
        self._keep(PROMISE, signed)
