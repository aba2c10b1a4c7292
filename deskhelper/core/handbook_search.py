"""Finding a place in the handbook: by title, by pinyin initials, by D-id, and in the whole text of a page."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.handbook import FlowPage, OutcomePage, QuestionPage
from deskhelper.core.search_keys import InitialsOf, matches, normalise, parse_query
from deskhelper.core.text import Text


class PlaceKind(StrEnum):
    """What a place in the handbook is."""

    FLOW = "flow"
    QUESTION = "question"
    OUTCOME = "outcome"
    RULE = "rule"


class Place(Struct, frozen=True):
    """A place that can be turned to: `anchor` within the page of `flow`, empty for its top.

    `parts` are the texts that the one box searches, `body` those that only the handbook's own filter does; both
    normalised.
    """

    flow: str
    anchor: str
    kind: PlaceKind
    title: Text
    mark: str
    parts: tuple[str, ...]
    body: tuple[str, ...] = ()


def places(pages: Iterable[FlowPage]) -> list[Place]:
    """Return every place of `pages`: the flows first, as they are looked for most."""
    found = [place for page in pages for place in _places(page)]
    return sorted(found, key=lambda place: list(PlaceKind).index(place.kind))


def found_in(known: Iterable[Place], query: str, initials_of: InitialsOf, deep: bool = False) -> list[Place]:
    """Return the places that match every word of `query`, the best first; `deep` also looks into the text.

    An id that is given whole comes first, then titles that begin with the words, then the rest.
    """
    words = [word.text for word in parse_query(query)]
    if not words:
        return []
    hits = [(_rank(place, words, initials_of, deep), at, place) for at, place in enumerate(known)]
    return [place for rank, _, place in sorted(hits, key=lambda hit: hit[:2]) if rank < NOWHERE]


EXACT, FIRST, TITLE, BODY, NOWHERE = range(5)


def _rank(place: Place, words: list[str], initials_of: InitialsOf, deep: bool) -> int:
    parts = list(place.parts)
    if all(matches(word, parts, initials_of) for word in words):
        if words == [normalise(place.mark)]:
            return EXACT
        begins = any(matches(words[0], [part[: len(words[0])]], initials_of) for part in parts)
        return FIRST if begins else TITLE
    if deep and all(_stands(word, place.body) or matches(word, parts, initials_of) for word in words):
        return BODY
    return NOWHERE


def _stands(word: str, body: tuple[str, ...]) -> bool:
    """Tell whether `word` is written in a text; as initials it would stand in nearly every long one."""
    return any(word in text for text in body)


def _places(page: FlowPage) -> Iterator[Place]:
    yield Place(
        page.id, "", PlaceKind.FLOW, page.title, page.source,
        _normal(page.title.zh, page.title.en, page.source, page.id),
        _normal(page.summary.zh, page.summary.en),
    )  # fmt: skip
    for question in page.questions:
        title = question.ask
        parts = _normal(title.zh, title.en, *question.sources)
        yield Place(page.id, question.id, PlaceKind.QUESTION, title, "", parts, _normal(*_question_texts(question)))
    for outcome in page.outcomes:
        title = outcome.title
        parts = _normal(title.zh, title.en, outcome.id, *(source for source in outcome.sources if is_d_id(source)))
        yield Place(page.id, outcome.id, PlaceKind.OUTCOME, title, outcome.id, parts, _normal(*_outcome_texts(outcome)))
    for rule in page.rules:
        line = rule.line
        body = _both(line.text, line.words)
        yield Place(page.id, rule.id, PlaceKind.RULE, line.text, rule.id, _normal(rule.id), _normal(*body))


def _question_texts(question: QuestionPage) -> Iterator[str]:
    yield from _both(question.help)
    for option in question.options:
        yield from _both(option.label, option.hint)


def _outcome_texts(outcome: OutcomePage) -> Iterator[str]:
    yield from _both(*outcome.todo, *outcome.evidence)
    yield from outcome.wordings
    for promise in (*outcome.promises, *outcome.deadlines):
        yield from _both(promise.text, promise.follow_up)
    for risk in outcome.risks:
        yield from _both(risk.text, risk.words)
    for more in (*outcome.extras, *outcome.notes):
        yield from _both(*more.texts)


def is_d_id(source: str) -> bool:
    """Tell whether a source is a documented row, rather than the document that it comes from."""
    return source.startswith("D-")


def _both(*texts: Text | None) -> Iterator[str]:
    for text in texts:
        if text is not None:
            yield text.zh
            yield text.en


def _normal(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(normalise, texts))))
