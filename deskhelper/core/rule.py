"""Conditions of flows: a small closed set of operators over named facts and earlier answers. No code in data."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from deskhelper.core.facts import FACT_KINDS, FactKind, Facts


class Condition(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One condition: `all`, `any` or `not` over others, or one operator on one fact or one earlier answer.

    Operators: `is`, `is_not`, `in` (a list), `known` (true or false), `at_least`, `at_most` (numbers).
    An unknown fact satisfies only `known: false`.
    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    not_: "Condition | None" = field(name="not", default=None)
    fact: str | None = None
    answer: str | None = None
    is_: bool | int | str | None = field(name="is", default=None)
    is_not: bool | int | str | None = None
    in_: tuple[str, ...] | None = field(name="in", default=None)
    known: bool | None = None
    at_least: int | None = None
    at_most: int | None = None

    def holds(self, facts: Facts, answers: Mapping[str, str]) -> bool:
        """Tell whether the condition is true for these facts and answers (option ids by question id)."""
        if self.all is not None:
            return all(part.holds(facts, answers) for part in self.all)
        if self.any is not None:
            return any(part.holds(facts, answers) for part in self.any)
        if self.not_ is not None:
            return not self.not_.holds(facts, answers)
        value = facts.get(self.fact) if self.fact is not None else answers.get(self.answer or "")
        if self.known is not None:
            return (value is not None) is self.known
        if value is None:
            return False
        if self.is_ is not None:
            return value == self.is_
        if self.is_not is not None:
            return value != self.is_not
        if self.in_ is not None:
            return value in self.in_
        if isinstance(value, str):
            return False
        if self.at_least is not None:
            return value >= self.at_least
        return self.at_most is not None and value <= self.at_most

    def leaves(self) -> Iterator["Condition"]:
        """Yield the conditions on single facts and answers."""
        inner = [*(self.all or ()), *(self.any or ()), *([self.not_] if self.not_ else [])]
        if not inner:
            yield self
        for part in inner:
            yield from part.leaves()

    def fault(self) -> str | None:
        """Return what is wrong with the condition's form, names or types, None when it is sound."""
        forms = [self.all, self.any, self.not_, self.fact, self.answer]
        if sum(form is not None for form in forms) != 1:
            return "a condition has exactly one of: all, any, not, fact, answer"
        inner = [*(self.all or ()), *(self.any or ()), *([self.not_] if self.not_ else [])]
        if inner or self.all is not None or self.any is not None:
            return next((fault for part in inner if (fault := part.fault())), None)
        return self._leaf_fault()

    def _leaf_fault(self) -> str | None:
        operators = (self.is_, self.is_not, self.in_, self.known, self.at_least, self.at_most)
        if sum(operator is not None for operator in operators) != 1:
            return "a condition on a fact or an answer has exactly one operator"
        if self.fact is None:
            return None
        kind = FACT_KINDS.get(self.fact)
        if kind is None:
            return f"unknown fact: {self.fact}"
        value = self.is_ if self.is_ is not None else self.is_not
        if value is not None and not _fits(kind, value):
            return f"{self.fact} is a {kind.value}, compared with {value!r}"
        if self.in_ is not None and kind is not FactKind.WORDS:
            return f"{self.fact} is a {kind.value}, compared with a list of words"
        is_number = kind not in (FactKind.FLAG, FactKind.WORDS)
        if (self.at_least is not None or self.at_most is not None) and not is_number:
            return f"{self.fact} is a {kind.value}, compared with a number"
        return None


def _fits(kind: FactKind, value: bool | int | str) -> bool:
    if kind is FactKind.FLAG:
        return isinstance(value, bool)
    if kind is FactKind.WORDS:
        return isinstance(value, str)
    return isinstance(value, int) and not isinstance(value, bool)
