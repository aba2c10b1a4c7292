"""Words in two languages, and a template that fills named slots without any code in data."""

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Lang = Literal["zh", "en"]

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence or title in Chinese and in English."""

    zh: str
    en: str

    def within(self, lang: Lang) -> str:
        """Return the words in `lang`."""
        return self.zh if lang == "zh" else self.en


class Part(Struct, frozen=True):
    """A piece of a filled template: literal words, or a slot with its words (None while it is a gap)."""

    words: str | None
    slot: str | None = None


def placeholders(template: str) -> list[str]:
    """Return the slot names of `template` in order of first use."""
    return list(dict.fromkeys(PLACEHOLDER.findall(template)))


def fill(template: str, values: Mapping[str, str]) -> list[Part]:
    """Split `template` into literal and slot parts; a slot without a value stays a gap (`words` is None)."""
    parts: list[Part] = []
    end = 0
    for match in PLACEHOLDER.finditer(template):
        if match.start() > end:
            parts.append(Part(template[end : match.start()]))
        name = match[1]
        parts.append(Part(values.get(name) or None, name))
        end = match.end()
    if end < len(template):
        parts.append(Part(template[end:]))
    return parts


def joined(parts: list[Part], gap: str = "＿＿") -> str:
    """Return the words of `parts`, each gap shown as `gap`."""
    return "".join(gap if part.words is None else part.words for part in parts)
