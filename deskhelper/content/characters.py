"""The one table of traditional characters, for all that reads what people write in a chat."""

from pathlib import Path


def simplified_pairs(resources: Path) -> str:
    """Return pairs of characters, a traditional one and the simplified one it stands for."""
    return "".join((resources / "intents" / "reading" / "traditional.txt").read_text("utf-8").split())
