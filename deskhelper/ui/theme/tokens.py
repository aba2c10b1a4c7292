"""The named colours of one theme, and which of them can be read on which."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMES = (
    *("bg", "surface", "line", "text", "muted", "faint", "accent", "accent_soft"),
    *("ok", "ok_soft", "warn", "warn_soft", "bad", "bad_soft", "slot"),
)
READABLE = 4.5
"""The least contrast of text to its ground (WCAG 2 AA)."""

_PLACE = re.compile(r"@([a-z_]+)")


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2) of a colour such as `#2F6FED`, 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (none) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


class Tokens(Mapping[str, str]):
    """Colour names to `#RRGGBB`. Raises ValueError when a name is missing or unknown."""

    def __init__(self, name: str, colours: Mapping[str, str]) -> None:
        if odd := set(colours) ^ set(NAMES):
            raise ValueError(f"theme {name}: missing or unknown colours: {', '.join(sorted(odd))}")
        self.name = name
        self._colours = dict(colours)
        self._inks: dict[tuple[str, str], str] = {}

    def __getitem__(self, token: str) -> str:
        return self._colours[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._colours)

    def __len__(self) -> int:
        return len(self._colours)

    def ink(self, wanted: str, ground: str) -> str:
        """Return the token for text on `ground`: `wanted` where it can be read there, else `text`."""
        ink = self._inks.get((wanted, ground))
        if ink is None:
            readable = contrast(self[wanted], self[ground]) >= READABLE
            ink = self._inks[wanted, ground] = wanted if readable else "text"
        return ink

    def fill(self, sheet: str, **more: str) -> str:
        """Return `sheet` with every `@name` replaced by its colour or by a value of `more`. Raises KeyError."""
        values = {
            **self,
            "accent_hover": mixed(self["accent"], self["text"], 0.12),
            "muted_on_accent_soft": self[self.ink("muted", "accent_soft")],
            "accent_on_accent_soft": self[self.ink("accent", "accent_soft")],
            **more,
        }
        return _PLACE.sub(lambda match: values[match[1]], sheet)


def load_tokens(path: Path) -> Tokens:
    """Return the colours of the theme file at `path`, named after it."""
    return Tokens(path.stem, tomllib.loads(path.read_text("utf-8")))
