"""When the platform wrote a file, from the file's name; the patterns are data (`orders_export{yyyy}-{MM}-{dd}`)."""

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo

from deskhelper.core.moments import Instant, to_instant

_DIGITS = {"yyyy": "20[0-9]{2}"}
_PART = re.compile(r"\{(yyyy|MM|dd|hh|mm|ss)\}")


def exported_at(name: str, patterns: Sequence[str], shop_zone: tzinfo) -> Instant | None:
    """Return the time that `name` tells by the first pattern found in it, None when no pattern is."""
    for pattern in patterns:
        match = _regex(pattern).search(name)
        if match is None:
            continue
        parts = {key: int(words) for key, words in match.groupdict().items()}
        try:
            moment = datetime(
                parts["yyyy"], parts["MM"], parts["dd"], parts.get("hh", 0), parts.get("mm", 0), parts.get("ss", 0)
            )
            return to_instant(moment, shop_zone)
        except ValueError:
            continue
    return None


def _regex(pattern: str) -> re.Pattern[str]:
    pieces = _PART.split(pattern)
    words = [
        f"(?P<{piece}>{_DIGITS.get(piece, '[0-9]{2}')})" if at % 2 else re.escape(piece)
        for at, piece in enumerate(pieces)
    ]
    return re.compile("".join(words), re.IGNORECASE)
