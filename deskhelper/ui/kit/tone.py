"""What a colour means: past, soon, proved, chosen, or nothing."""

from enum import StrEnum


class Tone(StrEnum):
    """The meaning of a coloured part."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"

    @property
    def soft(self) -> str:
        """The token of the ground."""
        return "bg" if self is Tone.NEUTRAL else f"{self}_soft"

    @property
    def strong(self) -> str:
        """The token of the mark or of the words on it."""
        return "muted" if self is Tone.NEUTRAL else str(self)

    @property
    def has_dot(self) -> bool:
        """Whether a dot shows the tone beside the words: they may have to be in the plain text colour to be read."""
        return self in {Tone.OK, Tone.WARN, Tone.BAD}
