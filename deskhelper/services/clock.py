"""The one clock: handed in everywhere, fixed in tests and by `--now`."""

import time
from datetime import tzinfo
from typing import TYPE_CHECKING, Protocol

from deskhelper.core.moments import Instant, zone

if TYPE_CHECKING:
    from deskhelper.core.facts import Moment


class Clock(Protocol):
    """Tells the time in the shop's zone."""

    @property
    def zone(self) -> tzinfo:
        """The shop's zone."""
        ...

    def now(self) -> Instant:
        """Return the present instant."""
        ...


class SystemClock:
    """The machine's clock in the shop's zone."""

    def __init__(self, shop_zone: tzinfo | None = None) -> None:
        self.zone = shop_zone or zone()

    def now(self) -> Instant:
        """Return the present instant."""
        return int(time.time())


class FixedClock:
    """A clock that stands until it is moved; makes every answer repeatable."""

    def __init__(self, now: Instant, shop_zone: tzinfo | None = None) -> None:
        self.zone = shop_zone or zone()
        self._now = now

    def now(self) -> Instant:
        """Return the instant it was set to."""
        return self._now

    def move(self, seconds: int) -> None:
        """Move the clock by `seconds`."""
        self._now += seconds


def moment_of(clock: Clock) -> "Moment":
    """Return the clock's present moment."""
    from deskhelper.core.facts import Moment

    return Moment(clock.now(), clock.zone)
