"""How buyers' after-sale reasons are read for product alerts, from resources/alerts/."""

from pathlib import Path

from deskhelper.content import yaml_file
from deskhelper.core.alerts import ReasonWords


def load_reason_words(resources: Path, cache: Path | None = None) -> tuple[ReasonWords, ...]:
    """Return how reasons are read. Raises WorldError `content_invalid` and `content_unreadable`."""
    return yaml_file.load(resources / "alerts" / "reasons.yaml", tuple[ReasonWords, ...], cache)
