"""Where the parts of the desk stand: wide in four columns, medium with the reply under the wizard, or as a dock."""

from enum import StrEnum

WIDE_FROM = 1180
DOCK_BELOW = 760


class Arrangement(StrEnum):
    """How the parts are laid out."""

    WIDE = "wide"
    MEDIUM = "medium"
    DOCK = "dock"


def arrangement_for(width: int, is_dock: bool) -> Arrangement:
    """Return the arrangement for a window of `width` pixels; `is_dock` was asked for."""
    if is_dock or width < DOCK_BELOW:
        return Arrangement.DOCK
    return Arrangement.WIDE if width >= WIDE_FROM else Arrangement.MEDIUM
