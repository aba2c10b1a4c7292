"""The platform's figures: dated, sourced, with a confidence; a shop may set its own value beside (policy.md)."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from deskhelper.core.text import Text
from deskhelper.core.tiers import Tiers, tiers_fault, tiers_words

Confidence = Literal["A", "B", "C"]
Unit = Literal["hours", "days", "fen", "percent", "times", "count", "text"]
Origin = Literal["seed", "before", "other"]

UNDATED = "–"
"""`since` of a figure whose source gives no date; an empty one is a fault."""


class Detail(Struct, frozen=True, forbid_unknown_fields=True):
    """A further number within a figure, such as the hours in transit to remote places.

    `confidence` where it is not the whole figure's.
    """

    title: Text
    value: float
    unit: Unit
    confidence: Confidence | None = None


class Alternative(Struct, frozen=True, forbid_unknown_fields=True):
    """What another source says: the seed documents (`seed`), the rule before a change (`before`), or `other`.

    With `value` or `tiers` it can be taken in place of the shipped value with one click.
    """

    origin: Origin
    words: Text
    source: str
    value: float | None = None
    tiers: Tiers = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether it is a value, not just a remark."""
        return self.value is not None or bool(self.tiers)


class ShopMark(Struct, frozen=True):
    """That a figure's value is the shop's own: who set it, and the day as `2026-05-19`, empty where nobody noted it.

    Never in a shipped file.
    """

    who: str
    day: str


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """One figure. `value` is a number in `unit` where the figure is one; `words` say the whole of it.

    Confidence A: official or many sources agree; B: one dated source; C: unsettled, never put into a reply, not even
    as the shop's own value. `tiers` compute money from an order; `details` are further numbers by name;
    `value_from` names whoever says the value, where that is not the figure's source; `least` and `most` bound what
    a shop may set; `shop` marks a value in force that is the shop's own.
    """

    title: Text
    words: Text
    unit: Unit
    since: str
    source: str
    confidence: Confidence
    value: float | None = None
    note: Text | None = None
    tiers: Tiers = ()
    details: dict[str, Detail] = {}
    alternatives: tuple[Alternative, ...] = ()
    value_from: Text | None = None
    least: float | None = None
    most: float | None = None
    shop: ShopMark | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the figure may be told to a buyer; C figures show as unsettled and only feed warnings and clocks."""
        return self.confidence != "C"

    def dated(self) -> Text:
        """Return date and confidence as they stand beside the figure wherever it shows."""
        zh = {"A": "A 级来源", "B": "B 级来源", "C": "未定论"}[self.confidence]
        en = {"A": "source A", "B": "source B", "C": "unsettled"}[self.confidence]
        if self.shop is not None:
            day_zh, day_en = (f"，{self.shop.day}", f", {self.shop.day}") if self.shop.day else ("", "")
            return Text(zh=f"店铺自定{day_zh} · 平台{_space(zh)}", en=f"the shop's own{day_en} · platform: {en}")
        if self.value_from is not None:
            return Text(zh=f"{self.value_from.zh} · {zh}", en=f"{self.value_from.en} · {en}")
        return Text(zh=f"{_since_zh(self.since)} · {zh}", en=f"{_since_en(self.since)} · {en}")

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with a figure as declared: no source, no date, tiers that leave an order out."""
        if not self.source:
            yield "no source"
        if not self.since:
            yield "no date"
        if self.value is not None and self.unit == "text":
            yield "a number without a unit"
        if self.tiers and (fault := tiers_fault(self.tiers)):
            yield fault
        for alternative in self.alternatives:
            if not alternative.source:
                yield "an alternative without source"
            if alternative.tiers and (fault := tiers_fault(alternative.tiers)):
                yield f"an alternative: {fault}"
        if self.shop is not None:
            yield "marked as the shop's own"


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """All figures of one platform by id, such as `late.platform_compensation`; `sources` names sources in words."""

    platform: str
    figures: dict[str, Figure]
    sources: dict[str, Text] = {}

    def number(self, figure: str, detail: str | None = None) -> float:
        """Return the number of `figure`, or of one of its details.

        Raises KeyError for an unknown figure or detail, ValueError where the figure has no number.
        """
        if detail is not None:
            return self.figures[figure].details[detail].value
        value = self.figures[figure].value
        if value is None:
            raise ValueError(figure)
        return value

    def tiers(self, figure: str) -> Tiers:
        """Return the tiers of `figure`. Raises KeyError for an unknown one, ValueError where it has none."""
        tiers = self.figures[figure].tiers
        if not tiers:
            raise ValueError(figure)
        return tiers

    def source_words(self, source: str) -> Text:
        """Return a source in words, as it stands where it has none."""
        return self.sources.get(source) or Text(zh=source, en=source)

    def faults(self) -> Iterator[str]:
        """Yield every fault of every figure, each with the figure's id."""
        for name, figure in self.figures.items():
            for fault in figure.faults():
                yield f"{name}: {fault}"


def value_words(value: float, unit: Unit) -> Text:
    """Return a number with its unit: `48 小时`, `48 hours`. Fen as yuan."""
    number = f"{value / 100:g}" if unit == "fen" else f"{value:g}"
    zh, en = _UNITS[unit]
    return Text(zh=f"{number}{zh}", en=f"{number}{en}")


def numbers_words(figure: Figure) -> Text | None:
    """Return the value or tiers of a figure and its details in words; None for one that is words alone."""
    zh, en = [], []
    if figure.tiers:
        words = tiers_words(figure.tiers)
        zh.append(words.zh)
        en.append(words.en)
    elif figure.value is not None:
        words = value_words(figure.value, figure.unit)
        zh.append(words.zh)
        en.append(words.en)
    for detail in figure.details.values():
        words = value_words(detail.value, detail.unit)
        zh.append(f"{detail.title.zh} {words.zh}")
        en.append(f"{detail.title.en} {words.en}")
    return Text(zh="；".join(zh), en="; ".join(en)) if zh else None


_UNITS: dict[Unit, tuple[str, str]] = {
    "hours": (" 小时", " h"),
    "days": (" 天", " d"),
    "fen": (" 元", " yuan"),
    "percent": ("%", " %"),
    "times": (" 倍", " times"),
    "count": ("", ""),
    "text": ("", ""),
}


_NO_DATE = ("", UNDATED)


def _space(zh: str) -> str:
    return f" {zh}" if zh[0].isascii() else zh


def _since_zh(since: str) -> str:
    if since == "seed":
        return "出自原始资料"
    if since in _NO_DATE:
        return "日期不详"
    return f"{since} 年的来源" if _is_span_of_years(since) else f"{since} 起"


def _since_en(since: str) -> str:
    if since == "seed":
        return "from the seed documents"
    if since in _NO_DATE:
        return "undated"
    return f"sources of {since}" if _is_span_of_years(since) else f"since {since}"


def _is_span_of_years(since: str) -> bool:
    return len(since) == len("2022-2024") and since.count("-") == 1
