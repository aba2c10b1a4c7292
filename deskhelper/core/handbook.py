"""The handbook: each flow as a page of titled texts, read from the library; nothing in it is written twice."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from deskhelper.core.flow import Due, Flow, HandOver, Outcome, Question
from deskhelper.core.policy import Policy
from deskhelper.core.reply import Library
from deskhelper.core.rule_words import fact_title, in_words
from deskhelper.core.script import Script
from deskhelper.core.text import PLACEHOLDER, Text

AFTER_REPLY = Text(zh="回复后", en="after the reply")


class FigureLine(Struct, frozen=True):
    """A text with the dated figure that belongs to it, where there is one."""

    text: Text
    words: Text | None = None
    dated: Text | None = None
    is_settled: bool = True


class WayPage(Struct, frozen=True):
    """Where an option leads, and under which condition."""

    to: str
    title: Text
    when: Text | None = None


class OptionPage(Struct, frozen=True):
    """One answer, what it means and where it leads."""

    label: Text
    hint: Text | None
    ways: tuple[WayPage, ...]


class OwnAnswerPage(Struct, frozen=True):
    """When the order answers by itself, what, and with which reason; `{fact}` stands as the fact is called."""

    when: Text
    answer: Text
    reason: Text


class QuestionPage(Struct, frozen=True):
    """One question: how it is asked, what the order knows of it, and its answers."""

    id: str
    ask: Text
    help: Text | None
    options: tuple[OptionPage, ...]
    own_answers: tuple[OwnAnswerPage, ...]
    sources: tuple[str, ...]


class PromisePage(Struct, frozen=True):
    """A promise or a clock with its due time in words, and what keeps it (None for a clock)."""

    text: Text
    due: Text
    follow_up: Text | None = None


class ConditionalPage(Struct, frozen=True):
    """Texts that come in under a condition: a remark to the agent, or sentences of a reply.

    `is_instead`: they stand in the place of the reply's wordings, not beside them.
    """

    when: Text | None
    texts: tuple[Text, ...]
    is_instead: bool = False


class AwayPage(Struct, frozen=True):
    """A hand-over: the flow, its title, the label of the way, and when it is open."""

    to: str
    title: Text
    label: Text
    when: Text | None = None


class OutcomePage(Struct, frozen=True):
    """One outcome. `wordings` are templates of the reply; its slots are named by the page's `slots`."""

    id: str
    title: Text
    fault: str | None
    todo: tuple[Text, ...]
    wordings: tuple[str, ...]
    extras: tuple[ConditionalPage, ...]
    notes: tuple[ConditionalPage, ...]
    promises: tuple[PromisePage, ...]
    deadlines: tuple[PromisePage, ...]
    risks: tuple[FigureLine, ...]
    evidence: tuple[Text, ...]
    hands_over: tuple[AwayPage, ...]
    sources: tuple[str, ...]


class RulePage(Struct, frozen=True):
    """A row of guidance; one that is refused by design says so."""

    id: str
    line: FigureLine
    refused: bool


class FlowPage(Struct, frozen=True):
    """Everything about one flow. `slots` gives the title of each slot; `sources` every D-id of the page, each once."""

    id: str
    title: Text
    summary: Text
    source: str
    version: int
    questions: tuple[QuestionPage, ...]
    outcomes: tuple[OutcomePage, ...]
    rules: tuple[RulePage, ...]
    hands_over: tuple[AwayPage, ...]
    slots: Mapping[str, Text]
    sources: tuple[str, ...]


def pages(library: Library) -> list[FlowPage]:
    """Return the handbook of `library`, a page a flow in its order."""
    return [flow_page(library, flow) for flow in library.flows.values()]


def flow_page(library: Library, flow: Flow) -> FlowPage:
    """Return the page of one flow."""
    return FlowPage(
        flow.id,
        flow.title,
        flow.summary,
        flow.source,
        flow.version,
        tuple(_question(flow, name, question) for name, question in flow.questions.items()),
        tuple(_outcome(library, flow, name, outcome) for name, outcome in flow.outcomes.items()),
        tuple(RulePage(rule.id, _line(rule.text, rule.figure, library.policy), rule.refused) for rule in flow.rules),
        tuple(_aways(library, flow, flow.hands_over)),
        {name: spec.title for name, spec in library.slots.items()},
        tuple(dict.fromkeys(_sources(flow))),
    )


def due_words(due: Due, library: Library) -> Text:
    """Return when a promise falls due: `回复后 24 小时内`, or the name of the slot that says it."""
    base = AFTER_REPLY
    if due.at is not None:
        base = library.slots[due.at].title
    elif due.at_fact is not None:
        base = fact_title(due.at_fact)
    more = list(_spans(due, library))
    if not more:
        return base
    return Text(
        zh=f"{base.zh}（{'＋'.join(span.zh for span in more)}内）",
        en=f"{base.en} (within {' + '.join(span.en for span in more)})",
    )


def _spans(due: Due, library: Library) -> Iterator[Text]:
    """Yield what is added to the time that a promise is counted from."""
    if due.plus_hours:
        yield Text(zh=f"{due.plus_hours} 小时", en=f"{due.plus_hours} h")
    for slot, zh, en in ((due.plus_minutes_of, "分钟", "min"), (due.plus_hours_of, "小时", "h")):
        if slot is not None:
            title = library.slots[slot].title
            yield Text(zh=f"“{title.zh}”{zh}", en=f"“{title.en}” {en}")
    if due.plus_hours_of_figure is not None:
        figure = library.policy.figures[due.plus_hours_of_figure]
        hours = f"{library.policy.number(due.plus_hours_of_figure):g}"
        yield Text(zh=f"{hours} 小时，{figure.title.zh}", en=f"{hours} h, {figure.title.en}")


def _question(flow: Flow, name: str, question: Question) -> QuestionPage:
    options = tuple(
        OptionPage(
            option.label,
            option.hint,
            tuple(
                WayPage(branch.go, _title(flow, branch.go), in_words(branch.when, flow) if branch.when else None)
                for branch in option.branches
            ),
        )
        for option in question.options.values()
    )
    own = tuple(
        OwnAnswerPage(in_words(own.when, flow), question.options[own.answer].label, _with_facts(own.reason))
        for own in question.answers_itself
    )
    return QuestionPage(name, question.ask, question.help, options, own, question.source)


def _title(flow: Flow, node: str) -> Text:
    return flow.questions[node].short if node in flow.questions else flow.outcomes[node].title


def _with_facts(reason: Text) -> Text:
    """Return a reason with the titles of its facts in place of their values."""
    return Text(
        zh=PLACEHOLDER.sub(lambda fact: f"〔{fact_title(fact[1]).zh}〕", reason.zh),
        en=PLACEHOLDER.sub(lambda fact: f"[{fact_title(fact[1]).en}]", reason.en),
    )


def _outcome(library: Library, flow: Flow, name: str, outcome: Outcome) -> OutcomePage:
    script = library.scripts[outcome.reply] if outcome.reply else None
    promises = (
        PromisePage(_with_slots(promise.text, library), due_words(promise.due, library), promise.follow_up)
        for promise in outcome.promises
    )
    return OutcomePage(
        id=name,
        title=outcome.title,
        fault=outcome.fault.value if outcome.fault else None,
        todo=outcome.todo,
        wordings=script.wordings if script else (),
        extras=tuple(_extras(flow, script)) if script else (),
        notes=tuple(
            ConditionalPage(in_words(note.when, flow) if note.when else None, (note.text,)) for note in outcome.notes
        ),
        promises=tuple(promises),
        deadlines=tuple(PromisePage(clock.text, due_words(clock.due, library)) for clock in outcome.deadlines),
        risks=tuple(_line(risk.text, risk.figure, library.policy) for risk in outcome.risks),
        evidence=outcome.evidence,
        hands_over=tuple(_aways(library, flow, outcome.hands_over)),
        sources=outcome.sources,
    )


def _extras(flow: Flow, script: Script) -> Iterator[ConditionalPage]:
    for extra in (*script.instead, *script.openings, *script.extras):
        texts = tuple(Text(zh=words, en=words) for words in extra.wordings)
        yield ConditionalPage(in_words(extra.when, flow), texts, extra in script.instead)


def _with_slots(text: Text, library: Library) -> Text:
    """Return a promise with the titles of its slots in place of their values."""

    def titled(name: str) -> Text:
        return library.slots[name].title

    return Text(
        zh=PLACEHOLDER.sub(lambda slot: f"〔{titled(slot[1]).zh}〕", text.zh),
        en=PLACEHOLDER.sub(lambda slot: f"[{titled(slot[1]).en}]", text.en),
    )


def _line(text: Text, figure_id: str | None, policy: Policy) -> FigureLine:
    figure = policy.figures.get(figure_id) if figure_id else None
    if figure is None:
        return FigureLine(text)
    return FigureLine(text, figure.words, figure.dated(), figure.is_settled)


def _aways(library: Library, flow: Flow, ways: tuple[HandOver, ...]) -> Iterator[AwayPage]:
    for way in ways:
        other = library.flows.get(way.to)
        title = other.title if other is not None else way.label
        yield AwayPage(way.to, title, way.label, in_words(way.when, flow) if way.when else None)


def _sources(flow: Flow) -> Iterator[str]:
    yield flow.source
    for question in flow.questions.values():
        yield from question.source
    for name, outcome in flow.outcomes.items():
        yield name
        yield from outcome.sources
    yield from (rule.id for rule in flow.rules)
