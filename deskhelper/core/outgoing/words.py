"""Rules 3 and 4 and the platform's word list: words that may not leave, as data, each with what is harmless."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from deskhelper.core.outgoing.denial import is_denied, is_refused, is_ruled_out
from deskhelper.core.outgoing.finding import Finding, Rule, found
from deskhelper.core.outgoing.likeness import Likeness
from deskhelper.core.outgoing.plain import Plain, plain


class WordRule(Struct, frozen=True, forbid_unknown_fields=True):
    """Forbidden words of one rule; `safer` is a better wording.

    Matched in the plain form of a text, so without regard to case, width and what is put between the characters.
    `harmless` are longer words in which a forbidden one may stand, such as 京东快递 for 京东. Where words
    `may_be_denied`, one that is refused in the same clause (我们不做线下交易) is let pass; where they `may_be_refused`,
    one with nothing but the refusal before it (不能加微信). A word of digits is no part of a longer number.
    """

    rule: Rule
    words: tuple[str, ...]
    safer: str = ""
    harmless: tuple[str, ...] = ()
    may_be_denied: bool = False
    may_be_refused: bool = False


class WordRules(Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """The word list of a platform. `alike` holds pairs of characters, the second of which the first stands for.

    `learnt` is what no word gives away and was learnt from whole sentences, None where there is no such thing.
    """

    rules: tuple[WordRule, ...]
    alike: str = ""
    learnt: Likeness | None = None

    def plain(self, text: str) -> Plain:
        """Return `text` as the check reads it."""
        return plain(text, _table(self.alike))


@lru_cache(maxsize=8)
def _table(alike: str) -> Mapping[int, str]:
    return {ord(alike[at]): alike[at + 1] for at in range(0, len(alike) - 1, 2)}


def forbidden(read: Plain, rules: WordRules) -> Iterator[Finding]:
    """Yield every forbidden word in a text."""
    for rule in rules.rules:
        if not _any_of(rule.words).search(read.words):
            continue
        for words in rule.words:
            for start in _places(read.words, words.lower()):
                if not _is_let_pass(read.words, rule, start, start + len(words)):
                    values: dict[str, str | int] = {"safer": rule.safer} if rule.safer else {}
                    code = "finding_words_safer" if rule.safer else "finding_words"
                    first, last = read.place(start, start + len(words))
                    yield found(rule.rule, read.text, first, last, code, **values)
                    break


@lru_cache(maxsize=4096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what tells in one look that none of the words is in a text; for no words it matches nothing."""
    return re.compile("|".join(re.escape(word.lower()) for word in words) or r"(?!)")


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_let_pass(text: str, rule: WordRule, start: int, end: int) -> bool:
    if text[start:end].isdigit() and (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()):
        return True
    if rule.may_be_denied and (is_denied(text, start) or is_refused(text, end)):
        return True
    if rule.may_be_refused and is_ruled_out(text, start, end):
        return True
    return _is_within(text, rule.harmless, start, end)


def _is_within(text: str, harmless: tuple[str, ...], start: int, end: int) -> bool:
    for longer in harmless:
        low = max(0, end - len(longer))
        at = text.find(longer, low, start + len(longer))
        if 0 <= at <= start:
            return True
    return False
