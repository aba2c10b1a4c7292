"""The map of a flow: its questions, outcomes and hand-overs as nodes, its options as edges, and what a walk lights."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.flow import Branch, Flow
from deskhelper.core.rule import Condition
from deskhelper.core.rule_words import in_words
from deskhelper.core.text import Text
from deskhelper.core.wizard import Walk

OTHERWISE = Text(zh="其他情况", en="otherwise")
HAND_OVER = "{outcome}>{flow}"
"""The node id of a hand-over: each outcome has its own, so that no edge crosses the whole map."""


class NodeKind(StrEnum):
    """What a node stands for."""

    QUESTION = "question"
    OUTCOME = "outcome"
    HAND_OVER = "hand_over"


class MapNode(Struct, frozen=True):
    """One box of the map. `mark` is the small line: an outcome's D-id, the label of a hand-over.

    `id` is the question's or outcome's id; `flow` is where a hand-over leads.
    """

    id: str
    kind: NodeKind
    title: Text
    mark: Text | None = None
    flow: str = ""


class EdgeLabel(Struct, frozen=True):
    """One option on an edge; `when` says in words under which condition it leads there."""

    option: str
    title: Text
    when: Text | None = None


class MapEdge(Struct, frozen=True):
    """The way from one node to another, with every option that takes it; none on the way to a hand-over."""

    source: str
    target: str
    labels: tuple[EdgeLabel, ...] = ()

    @property
    def ends(self) -> tuple[str, str]:
        """Source and target; a map has one edge between two nodes."""
        return self.source, self.target


class FlowMap(Struct, frozen=True):
    """A whole flow. `always` are the hand-overs that are open at every outcome; they would crowd the picture."""

    flow: str
    title: Text
    start: str
    nodes: dict[str, MapNode]
    edges: tuple[MapEdge, ...]
    always: tuple[MapNode, ...] = ()

    def ways_from(self, node: str) -> list[MapEdge]:
        """Return the edges that leave `node`, in the order of its options."""
        return [edge for edge in self.edges if edge.source == node]


class Lit(Struct, frozen=True):
    """What a walk lights: the nodes walked, where it stands, what is still ahead, and each option that was taken."""

    walked: frozenset[str] = frozenset()
    here: str | None = None
    ahead: frozenset[str] = frozenset()
    taken: frozenset[tuple[str, str, str]] = frozenset()
    """Source, option and target."""

    def is_taken(self, edge: MapEdge, option: str) -> bool:
        """Tell whether the walk took `option` along `edge`."""
        return (edge.source, option, edge.target) in self.taken

    def is_walked(self, edge: MapEdge) -> bool:
        """Tell whether the walk came along `edge`."""
        return any(self.is_taken(edge, label.option) for label in edge.labels)

    def is_ahead(self, edge: MapEdge) -> bool:
        """Tell whether the walk may still come along `edge`."""
        return edge.target in self.ahead and (edge.source == self.here or edge.source in self.ahead)


UNLIT = Lit()


def flow_map(flow: Flow, titles: Mapping[str, Text]) -> FlowMap:
    """Return the map of `flow`; `titles` names the flows that it hands over to."""
    nodes = {name: MapNode(name, NodeKind.QUESTION, question.short) for name, question in flow.questions.items()}
    for name, outcome in flow.outcomes.items():
        nodes[name] = MapNode(name, NodeKind.OUTCOME, outcome.title, Text(zh=name, en=name))
    edges = list(_question_edges(flow))
    for name, outcome in flow.outcomes.items():
        for way in outcome.hands_over:
            node = HAND_OVER.format_map({"outcome": name, "flow": way.to})
            nodes[node] = MapNode(node, NodeKind.HAND_OVER, titles.get(way.to, way.label), way.label, way.to)
            edges.append(MapEdge(name, node))
    always = {
        way.to: MapNode(way.to, NodeKind.HAND_OVER, titles.get(way.to, way.label), way.label, way.to)
        for way in flow.hands_over
    }
    return FlowMap(flow.id, flow.title, flow.start, nodes, tuple(dict.fromkeys(edges)), tuple(always.values()))


def lit_by(shown: FlowMap, flow: Flow, walk: Walk, facts: Facts) -> Lit:
    """Return what `walk` lights on the map of its flow; what facts and answers have closed is not ahead."""
    way = [*(step.question for step in walk.steps), walk.question or walk.outcome or ""]
    taken = {(step.question, step.answer, way[at]) for at, step in enumerate(walk.steps, 1)}
    here, ahead, answers = way[-1], set[str](), walk.answers
    waiting = [here]
    while waiting:
        node = waiting.pop()
        for target in _still_open(shown, flow, node, facts, answers):
            if target not in ahead:
                ahead.add(target)
                waiting.append(target)
    return Lit(frozenset(way[:-1]), here, frozenset(ahead), frozenset(taken))


def _question_edges(flow: Flow) -> Iterator[MapEdge]:
    for name, question in flow.questions.items():
        labels: dict[str, list[EdgeLabel]] = {}
        for option_id, option in question.options.items():
            for at, branch in enumerate(option.branches):
                when = in_words(branch.when, flow) if branch.when else _rest(option.branches[:at], flow)
                labels.setdefault(branch.go, []).append(EdgeLabel(option_id, option.label, when))
        yield from (MapEdge(name, target, tuple(_joined(found))) for target, found in labels.items())


def _rest(before: tuple[Branch, ...], flow: Flow) -> Text | None:
    """Return in words when the branches `before` are not taken: the other answer where there are but two."""
    if not before:
        return None
    when = before[0].when
    question = flow.questions.get(when.answer) if when is not None and when.answer is not None else None
    if len(before) == 1 and when is not None and question is not None and when.is_ is not None:
        others = [option for option in question.options if option != when.is_]
        if len(others) == 1:
            return in_words(Condition(answer=when.answer, is_=others[0]), flow)
    return OTHERWISE


def _joined(labels: list[EdgeLabel]) -> Iterator[EdgeLabel]:
    """Yield one label an option: two branches of it to the same place are one way."""
    by_option: dict[str, list[EdgeLabel]] = {}
    for label in labels:
        by_option.setdefault(label.option, []).append(label)
    for option, found in by_option.items():
        conditions = list(dict.fromkeys(label.when for label in found if label.when is not None))
        when = Text(zh="或".join(c.zh for c in conditions), en=" or ".join(c.en for c in conditions))
        yield EdgeLabel(option, found[0].title, when if conditions else None)


def _still_open(shown: FlowMap, flow: Flow, node: str, facts: Facts, answers: Mapping[str, str]) -> Iterator[str]:
    """Yield where the walk may go from `node`, which is not answered yet."""
    question = flow.questions.get(node)
    if question is None:
        yield from (edge.target for edge in shown.ways_from(node))
        return
    for name, option in question.options.items():
        known = {**answers, node: name}
        for branch in option.branches:
            holds = True if branch.when is None else _settled(branch.when, facts, known)
            if holds is not False:
                yield branch.go
            if holds:
                break


def _settled(condition: Condition, facts: Facts, answers: Mapping[str, str]) -> bool | None:
    """Tell whether `condition` holds; None where that hangs on a question without an answer yet."""
    if condition.not_ is not None:
        inner = _settled(condition.not_, facts, answers)
        return None if inner is None else not inner
    parts = condition.all if condition.all is not None else condition.any
    if parts is not None:
        decisive = condition.all is None
        found = [_settled(part, facts, answers) for part in parts]
        return decisive if decisive in found else None if None in found else not decisive
    if condition.answer is not None and condition.answer not in answers:
        return None
    return condition.holds(facts, answers)
