"""Conditions in words, as the map and the handbook show them."""

from collections.abc import Callable
from typing import Literal

from deskhelper.core.fact_titles import FACT_TITLES, VALUE_WORDS
from deskhelper.core.facts import FACT_KINDS, FactKind
from deskhelper.core.flow import Flow
from deskhelper.core.moments import duration
from deskhelper.core.money import format_yuan
from deskhelper.core.rule import Condition
from deskhelper.core.text import Text

YES, NO = Text(zh="是", en="yes"), Text(zh="否", en="no")
KNOWN, UNKNOWN = Text(zh="有记录", en="known"), Text(zh="没有记录", en="not known")

Value = bool | int | str


def fact_title(name: str) -> Text:
    """Return what the fact `name` is called; its name where it has no title."""
    return FACT_TITLES.get(name) or same(name)


def same(words: str) -> Text:
    """Return words that are the same in both languages, such as an id."""
    return Text(zh=words, en=words)


def in_words(condition: Condition, flow: Flow) -> Text:
    """Return `condition` as a phrase; questions and options are called by the short words of `flow`."""
    if condition.not_ is not None:
        inner = in_words(condition.not_, flow)
        return Text(zh=f"不是（{inner.zh}）", en=f"not ({inner.en})")
    if condition.all is not None:
        return _listed([in_words(part, flow) for part in condition.all], "且")
    if condition.any is not None:
        return _listed([in_words(part, flow) for part in condition.any], "或")
    if condition.fact is not None:
        return _fact_words(condition, condition.fact)
    return _answer_words(condition, condition.answer or "", flow)


def _listed(parts: list[Text], word: Literal["且", "或"]) -> Text:
    english = " and " if word == "且" else " or "
    return Text(zh=f"，{word}".join(part.zh for part in parts), en=english.join(part.en for part in parts))


def _fact_words(condition: Condition, name: str) -> Text:
    """Return a condition on one fact; a flag that holds is its name alone."""
    title, kind = fact_title(name), FACT_KINDS.get(name, FactKind.WORDS)
    if condition.is_ is True:
        return title
    return _compared(condition, title, lambda value: _value_words(value, kind))


def _answer_words(condition: Condition, name: str, flow: Flow) -> Text:
    question = flow.questions.get(name)
    if question is None:
        return _compared(condition, same(name), lambda value: same(str(value)))
    options = {option: given.label for option, given in question.options.items()}
    title = Text(zh=question.short.zh.rstrip("？?"), en=question.short.en.rstrip("?"))
    return _compared(condition, title, lambda value: options.get(str(value)) or same(str(value)))


def _compared(condition: Condition, title: Text, told: Callable[[Value], Text]) -> Text:
    """Return `title` with the operator of `condition` and its value as `told` words it."""
    if condition.known is not None:
        return _joined(title, "：", KNOWN if condition.known else UNKNOWN)
    if condition.in_ is not None:
        found = [told(value) for value in condition.in_]
        words = Text(zh="、".join(value.zh for value in found), en=", ".join(value.en for value in found))
        return _joined(title, "：", words)
    operators = (("：", condition.is_), ("≠", condition.is_not), ("≥", condition.at_least), ("≤", condition.at_most))
    sign, value = next((sign, value) for sign, value in operators if value is not None)
    return _joined(title, sign, told(value))


def _joined(title: Text, sign: str, value: Text) -> Text:
    if sign == "：":
        return Text(zh=f"{title.zh}：{value.zh}", en=f"{title.en}: {value.en}")
    return Text(zh=f"{title.zh} {sign} {value.zh}", en=f"{title.en} {sign} {value.en}")


def _value_words(value: Value, kind: FactKind) -> Text:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str):
        return VALUE_WORDS.get(value) or same(value)
    if kind is FactKind.FEN:
        return Text(zh=f"{format_yuan(value)} 元", en=f"{format_yuan(value)} yuan")
    if kind is FactKind.SPAN:
        return Text(zh=duration(value, "zh"), en=duration(value, "en"))
    return same(str(value))
