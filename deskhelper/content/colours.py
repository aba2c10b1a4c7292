"""The colours of a theme where no window is: for pictures that the command line draws."""

import tomllib
from pathlib import Path


def load_colours(resources: Path, theme: str) -> dict[str, str]:
    """Return the colours of `theme` (light or dark) by token."""
    return tomllib.loads((resources / "themes" / f"{theme}.toml").read_text("utf-8"))
