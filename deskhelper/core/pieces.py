"""A copy put together: greeting, answer, sign-off."""

import re

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.text import Part

_SALUTATION = re.compile(r"^(?:(?:亲亲?|您好|你好|在的)[呀哦啊亲]?[，,。！!~～]\s*)+")
_ENDS = tuple("。！？!?~～…；;\n")


class Pieces(Struct, frozen=True):
    """What goes before and after an answer, filled; empty where nothing does."""

    greeting: tuple[Part, ...] = ()
    sign_off: tuple[Part, ...] = ()


NO_PIECES = Pieces()


def without_salutation(words: str) -> str:
    """Return an answer without its own 亲 or 您好, as it follows on something."""
    return _SALUTATION.sub("", words)


def put_together(answer: list[Part], pieces: Pieces) -> list[Part]:
    """Return one reply. The buyer is greeted once: after a greeting the answer is without its own salutation."""
    parts = list(answer)
    if pieces.greeting:
        if parts and parts[0].slot is None and parts[0].words:
            parts[0] = replace(parts[0], words=without_salutation(parts[0].words))
        parts = [*_ended(list(pieces.greeting)), *(part for part in parts if part.words != "")]
    if pieces.sign_off:
        parts = [*_ended(parts), *pieces.sign_off]
    return parts


def _ended(parts: list[Part]) -> list[Part]:
    """Return `parts` with an end to their last sentence."""
    last = parts[-1].words if parts else None
    return parts if not last or last.endswith(_ENDS) else [*parts, Part("。")]
