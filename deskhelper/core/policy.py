"""The platform's figures: dated, sourced, with a confidence; a shop may set its own value beside (policy.md)."""

from typing import Literal

from msgspec import Struct

from deskhelper.core.text import Text

Confidence = Literal["A", "B", "C"]
Unit = Literal["hours", "days", "fen", "percent", "times", "text"]


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """One figure. `value` is a number in `unit` where the figure is one; `words` say the whole of it.

    Confidence A: official or many sources agree; B: one dated source; C: unsettled, never put into a reply.
    """

    title: Text
    words: Text
    unit: Unit
    since: str
    source: str
    confidence: Confidence
    value: float | None = None
    note: Text | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the figure may be used; C figures are shown as unsettled and never enter a reply."""
        return self.confidence != "C"

    def dated(self) -> Text:
        """Return date and confidence as they stand beside the figure wherever it shows."""
        zh = {"A": "A 级来源", "B": "B 级来源", "C": "未定论"}[self.confidence]
        en = {"A": "source A", "B": "source B", "C": "unsettled"}[self.confidence]
        return Text(zh=f"{_since_zh(self.since)} · {zh}", en=f"{_since_en(self.since)} · {en}")


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """All figures of one platform by id, such as `late.platform_compensation`."""

    platform: str
    figures: dict[str, Figure]

    def number(self, figure: str) -> float:
        """Return the number of `figure`. Raises KeyError for an unknown one, ValueError where it has none."""
        value = self.figures[figure].value
        if value is None:
            raise ValueError(figure)
        return value


def _since_zh(since: str) -> str:
    if since == "seed":
        return "出自原始资料"
    return f"{since} 起" if since else "日期不详"


def _since_en(since: str) -> str:
    if since == "seed":
        return "from the seed documents"
    return f"since {since}" if since else "undated"
