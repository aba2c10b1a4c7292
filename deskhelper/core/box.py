"""The one box: orders, flows, scripts, places of the handbook and topics of a buyer's message in one list. Pure.

Better matches come first whatever they are of, and each kind has a bounded number of rows, so that a thousand orders
never push a script out of sight, nor the other way round.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.buyer_message import han_count, is_sentence, number_in
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.script_search import Match
from deskhelper.core.search_keys import (
    InitialsOf,
    Word,
    letters,
    matches,
    normalise,
    number_match,
    parse_query,
    product_parts,
    receiver_parts,
)
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine


class RowKind(StrEnum):
    """What a row of the box is; among equal matches in this order."""

    FLOW = "flow"
    SCRIPT = "script"
    ORDER = "order"
    PLACE = "place"
    TOPIC = "topic"


MOST: Mapping[RowKind, int] = {
    RowKind.ORDER: 3,
    RowKind.FLOW: 3,
    RowKind.SCRIPT: 6,
    RowKind.PLACE: 3,
    RowKind.TOPIC: 3,
}
"""How many rows of a kind are shown."""

LEAST_GUESSED = 2
"""From so many Chinese characters a text that nothing matches is taken for a message."""

SCRIPTS_OF_FIRST, SCRIPTS_OF_OTHERS = 2, 1
"""How many scripts about a topic stand below it."""

OTHER = "other"
"""The topic of messages about nothing that the desk knows."""

Subject = OrderLine | Flow | LibraryScript | Place | Suggestion


class BoxRow(Struct, frozen=True):
    """One row: what it stands for, and how it answers what was typed. `topic` is set where a topic brought it in."""

    kind: RowKind
    subject: Subject
    match: Match = Match.EXACT
    topic: str = ""


class Finds(Struct, frozen=True):
    """What each kind's own search found, best first."""

    orders: list[BoxRow] = []
    flows: list[BoxRow] = []
    scripts: list[BoxRow] = []
    places: list[BoxRow] = []


class Answer(Struct, frozen=True):
    """The rows for what stands in the box, and whether that is a buyer's message."""

    rows: list[BoxRow]
    is_message: bool = False

    @property
    def has_only_orders(self) -> bool:
        """Whether the list of orders shows all of this already."""
        return all(row.kind is RowKind.ORDER for row in self.rows)


LEAST_ALIKE_HAN, LEAST_ALIKE_LETTERS = 3, 4
"""A slip of the finger can be told from another word from so many characters on."""


def worst_match(text: str, kind: RowKind) -> Match:
    """Return the worst kind of match that is worth a row of `kind`: digits are an order's, talk is for the topics."""
    whole = normalise(text)
    if whole.replace("-", "").isdigit():
        return Match.PREFIX
    if is_sentence(text):
        return Match.PART
    if kind is RowKind.PLACE:
        return Match.PART if whole.isascii() and len(text.split()) == 1 else Match.WORDS
    if whole.isascii():
        return Match.ALIKE if len(whole) >= LEAST_ALIKE_LETTERS and whole.isalpha() else Match.BODY
    return Match.ALIKE if len(whole) >= LEAST_ALIKE_HAN else Match.BODY


Suggest = Callable[[], list[Suggestion]]
About = Callable[[str], Iterable[LibraryScript]]


def answer(text: str, finds: Finds, suggest: Suggest, about: About, is_taken: bool = False) -> Answer:
    """Return the rows for `text`: of a message its topics first, each with the scripts about it, else by match.

    `is_taken`: the text is known to be a buyer's, whatever it reads like.
    """
    ranked = ranked_rows(text, finds)
    if not is_taken and not is_message(text, ranked):
        return Answer(bounded(ranked))
    rows: list[BoxRow] = []
    for place, suggestion in enumerate(suggest()[: MOST[RowKind.TOPIC]]):
        if suggestion.topic == OTHER and place:
            continue
        rows.append(BoxRow(RowKind.TOPIC, suggestion))
        most = SCRIPTS_OF_OTHERS if place else SCRIPTS_OF_FIRST
        scripts = list(about(suggestion.topic))[:most]
        rows += [BoxRow(RowKind.SCRIPT, script, topic=suggestion.topic) for script in scripts]
    listed = [row.subject for row in rows]
    return Answer(rows + bounded([row for row in ranked if row.subject not in listed]), True)


def is_message(text: str, ranked: list[BoxRow]) -> bool:
    """Tell whether `text` is a buyer's: it reads like talk and names nothing, or it is Chinese and finds nothing."""
    if not is_sentence(text):
        return han_count(text) >= LEAST_GUESSED and not any(row.match < Match.ALIKE for row in ranked)
    if number_in(text) or len(text.splitlines()) > 1:
        return True
    return not any(row.kind is RowKind.ORDER or row.match <= Match.PREFIX for row in ranked)


def ranked_rows(text: str, finds: Finds) -> list[BoxRow]:
    """Return all that was found, best first; what is merely alike only where nothing else is."""
    rows = [*finds.flows, *finds.scripts, *finds.orders, *finds.places]
    if any(row.match is not Match.ALIKE for row in rows):
        rows = [row for row in rows if row.match is not Match.ALIKE]
    kinds = list(RowKind)
    if any(word.digits for word in parse_query(text)):
        kinds.sort(key=lambda kind: kind is not RowKind.ORDER)
    return sorted(rows, key=lambda row: (row.match, kinds.index(row.kind)))


def bounded(rows: Iterable[BoxRow]) -> list[BoxRow]:
    """Return `rows` with no more than MOST of each kind."""
    counts = dict.fromkeys(RowKind, 0)
    kept = []
    for row in rows:
        counts[row.kind] += 1
        if counts[row.kind] <= MOST[row.kind]:
            kept.append(row)
    return kept


def order_match(line: OrderLine, text: str, initials_of: InitialsOf) -> Match:
    """Return how an order that was found answers `text`: its worst word counts."""
    order = line.order
    parts = [*product_parts(order.product, order.spec), *receiver_parts(order.receiver)]
    numbers = (order.order_no, order.tracking_no)
    worst = Match.EXACT
    for word in parse_query(text):
        worst = max(worst, _word_match(word, parts, numbers, order.phone, initials_of))
    return worst


def _word_match(word: Word, parts: list[str], numbers: tuple[str, str], phone: str, initials_of: InitialsOf) -> Match:
    by_number = number_match(word, numbers, phone)
    if by_number:
        return Match.EXACT if by_number > 1 else Match.PREFIX
    if any(word.text in part for part in parts):
        return Match.PART
    return Match.WORDS if matches(word.text, parts, initials_of) else Match.BODY


Span = tuple[int, int]
"""From where to where, in characters of the title."""


def marked(title: str, query: str, initials_of: InitialsOf) -> list[Span]:
    """Return the pieces of `title` that `query` meets: as written, as initials, else each word or sign by itself."""
    chars = [(folded, at) for at, char in enumerate(title) for folded in normalise(char)]
    words = [word for word in map(normalise, query.split()) if word]
    whole = "".join(words)
    for wanted in ([whole], words):
        found = [_met(chars, word, initials_of) for word in wanted]
        if whole and all(found):
            return joined_spans(span for span in found if span is not None)
    return joined_spans(_scattered(chars, whole))


def _met(chars: list[tuple[str, int]], word: str, initials_of: InitialsOf) -> Span | None:
    """Return where `word` stands in a title, as written before as initials."""
    place = "".join(char for char, _ in chars).find(word)
    if place < 0:
        ends = range(len(chars) - len(word) + 1)
        place = next((start for start in ends if _spells(chars[start : start + len(word)], word, initials_of)), -1)
    return (chars[place][1], chars[place + len(word) - 1][1] + 1) if place >= 0 else None


def _spells(chars: list[tuple[str, int]], word: str, initials_of: InitialsOf) -> bool:
    pairs = zip(chars, word, strict=True)
    return all(char == typed or typed in letters(char, initials_of) for (char, _), typed in pairs)


def _scattered(chars: list[tuple[str, int]], whole: str) -> list[Span]:
    """Return the signs of `whole` one by one, in their order; nothing where one is missing."""
    spans: list[Span] = []
    place = 0
    for wanted in whole:
        while place < len(chars) and chars[place][0] != wanted:
            place += 1
        if place == len(chars):
            return []
        spans.append((chars[place][1], chars[place][1] + 1))
        place += 1
    return spans


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in their order, those that meet made one."""
    made: list[Span] = []
    for first, last in sorted(spans):
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return made
