"""Libraries that another one would take where they are installed, for nothing that this program uses."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unread(name: str) -> Iterator[None]:
    """Let nothing import the library `name` meanwhile; one that was imported already stays."""
    is_hidden = name not in sys.modules
    if is_hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # how Python is told that there is none
    try:
        yield
    finally:
        if is_hidden:
            del sys.modules[name]
