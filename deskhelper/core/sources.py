"""The sources of a flow as people read them: the contract's ids as they are, the seed documents in words."""

from collections.abc import Iterable

from deskhelper.core.text import Lang

_SEED = "seed "


def sources_told(sources: Iterable[str], lang: Lang) -> list[str]:
    """Return `sources` in words: `seed 004` is 原始资料 004 to a Chinese reader."""
    seed = "原始资料 " if lang == "zh" else "seed document "
    return [seed + source.removeprefix(_SEED) if source.startswith(_SEED) else source for source in sources]
