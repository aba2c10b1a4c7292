"""A shop's own word list over the shipped one: words of its own, harmless phrases, and shipped words switched off."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing.finding import Rule
from deskhelper.core.outgoing.words import WordRule, WordRules

LEAST_WORD, MOST_WORD, MOST_SAFER = 2, 30, 60
"""Characters of a word, which counts in its plain form, and of a safer wording."""
RULES = (Rule.WORDING, Rule.OFF_PLATFORM)
"""The rules that a word of the shop's own may stand under."""


class OwnWord(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that the shop forbids itself; `safer` may stand in its place."""

    words: str
    rule: Rule = Rule.WORDING
    safer: str = ""


class WordList(Struct, frozen=True, forbid_unknown_fields=True):
    """What a shop adds to the shipped word list and takes from it. `off` are shipped words that are let pass."""

    own: tuple[OwnWord, ...] = ()
    harmless: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


def word_fault(word: OwnWord, rules: WordRules) -> Problem | None:
    """Return why a word cannot be kept, None if it can. What the check leaves out of a text does not count."""
    if word.rule not in RULES or not LEAST_WORD <= len(rules.plain(word.words).words) <= MOST_WORD:
        return Problem("word_length", {"value": word.words[:MOST_WORD], "least": LEAST_WORD, "most": MOST_WORD})
    if len(word.safer) > MOST_SAFER:
        return Problem("word_safer", {"value": word.safer[:MOST_WORD], "most": MOST_SAFER})
    return None


def with_words(kept: WordList, words: Iterable[OwnWord], rules: WordRules) -> WordList:
    """Return `kept` with more words; one that the shop has already is replaced, one that is shipped is left out."""
    shipped = {each.lower() for rule in rules.rules for each in rule.words} - {each.lower() for each in kept.off}
    own = {rules.plain(word.words).words: word for word in kept.own}
    for word in words:
        plain = rules.plain(word.words).words
        if plain not in shipped and word_fault(word, rules) is None:
            own[plain] = replace(word, words=word.words.strip(), safer=word.safer.strip())
    return replace(kept, own=tuple(own.values()))


def rules_in_force(shipped: WordRules, kept: WordList) -> WordRules:
    """Return the shipped rules with the shop's list over them. Harmless phrases hold for every rule."""
    if kept == WordList():
        return shipped
    off = {word.lower() for word in kept.off}
    harmless = tuple(shipped.plain(phrase).words for phrase in kept.harmless)
    rules = [
        replace(
            rule,
            words=tuple(word for word in rule.words if word.lower() not in off),
            harmless=(*rule.harmless, *harmless),
        )
        for rule in shipped.rules
    ]
    rules += [WordRule(word.rule, (shipped.plain(word.words).words,), word.safer, harmless) for word in kept.own]
    return replace(shipped, rules=tuple(rules))
