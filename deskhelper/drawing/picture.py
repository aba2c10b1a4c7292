"""The picture of a flow map: every box with its lines of text, every edge with its options, placed. No colours yet."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.flow_map import FlowMap, MapEdge, MapNode, NodeKind
from deskhelper.core.rule_words import same
from deskhelper.core.text import Lang, Text
from deskhelper.drawing.layers import Placed, Point, Size, placed
from deskhelper.drawing.words import Measure, balanced, estimated

TITLE, SMALL = 13, 12
LINE_HEIGHT = {TITLE: 18.0, SMALL: 16.0}
WIDEST = {NodeKind.QUESTION: 132.0, NodeKind.OUTCOME: 140.0, NodeKind.HAND_OVER: 120.0}
"""The room for text in a box, by what it stands for."""
NARROWEST = 56.0
LABEL_WIDEST = 104.0
PAD: Size = (12.0, 8.0)
LABEL_PAD: Size = (6.0, 2.0)
DOCK_PAD: Size = (8.0, 3.0)
GAP: Size = (18.0, 26.0)
GAP_ACROSS: Size = (28.0, 14.0)
DOCK_GAP = 4.0
SHEET: Size = (640.0, 800.0)
"""The room that a map usually has on the desk; the direction that fits it better is taken."""
MARGIN = 16.0
TO_FLOW = "→ "


class TextLine(Struct, frozen=True):
    """One line of text: its middle, its size in pixels, and whether it is bold or a remark."""

    words: str
    x: float
    y: float
    pixels: int
    is_bold: bool = False
    is_remark: bool = False
    option: str = ""
    """On an edge: the option whose words these are."""


class Box(Struct, frozen=True):
    """A node, or the label of an edge, with its top left corner and its lines."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[TextLine, ...]
    kind: NodeKind | None = None

    @property
    def centre(self) -> Point:
        """The middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class Wire(Struct, frozen=True):
    """An edge: the points that it passes, straight through a layer and in a curve between two; its label between.

    `upper` leads to the label and `lower` from there to the target.
    """

    edge: MapEdge
    upper: tuple[Point, ...]
    label: Box
    lower: tuple[Point, ...]


class Picture(Struct, frozen=True):
    """A whole map, placed. `width` and `height` hold everything with a margin around.

    `is_across`: it runs from left to right, as one with many options does; else from top to bottom.
    A hand-over is docked below its outcome, so there is no wire to it.
    """

    shown: FlowMap
    width: float
    height: float
    boxes: dict[str, Box]
    wires: tuple[Wire, ...]
    is_across: bool = False

    def box_at(self, x: float, y: float) -> Box | None:
        """Return the node at a point, None beside all nodes."""
        return next((box for box in self.boxes.values() if box.holds(x, y)), None)

    def share_of(self, width: float, height: float) -> float:
        """Return by how much the picture is to be scaled to fit."""
        return min(width / self.width, height / self.height)


def picture_of(shown: FlowMap, lang: Lang, measure: Measure = estimated) -> Picture:
    """Return the picture of `shown` in `lang`, in the direction in which it is read at the larger scale.

    `measure` tells how wide words are where they are to be drawn.
    """
    boxes = {name: _node_box(node, lang, measure) for name, node in shown.nodes.items()}
    for edge in shown.edges:
        if edge.labels:
            boxes[label_id(edge)] = _label_box(edge, lang, measure)
    down, across = (_placed(shown, boxes, is_across) for is_across in (False, True))
    return across if across.share_of(*SHEET) > down.share_of(*SHEET) else down


def label_id(edge: MapEdge) -> str:
    """Return the name of the box that holds the options of `edge`."""
    return f"{edge.source} {edge.target}"


def _node_lines(node: MapNode, lang: Lang, measure: Measure) -> Iterator[TextLine]:
    room = WIDEST[node.kind]
    is_bold = node.kind is NodeKind.QUESTION
    if node.kind is NodeKind.OUTCOME and node.mark is not None:
        yield from _lines(node.mark, room, SMALL, False, lang, measure, is_remark=True)
    title = node.title.within(lang)
    if node.kind is NodeKind.HAND_OVER:
        yield from _lines(same(TO_FLOW + title), room, SMALL, is_bold, lang, measure)
    else:
        yield from _lines(same(title), room, TITLE, is_bold, lang, measure)


def _lines(
    words: Text,
    room: float,
    pixels: int,
    is_bold: bool,
    lang: Lang,
    measure: Measure,
    is_remark: bool = False,
    option: str = "",
) -> Iterator[TextLine]:
    for line in balanced(words.within(lang), room, pixels, is_bold, measure):
        yield TextLine(line, 0, 0, pixels, is_bold, is_remark, option)


def _node_box(node: MapNode, lang: Lang, measure: Measure) -> Box:
    pad = DOCK_PAD if node.kind is NodeKind.HAND_OVER else PAD
    return _measured(node.id, list(_node_lines(node, lang, measure)), pad, NARROWEST, measure, node.kind)


def _label_box(edge: MapEdge, lang: Lang, measure: Measure) -> Box:
    lines: list[TextLine] = []
    for at, label in enumerate(edge.labels):
        lines += _lines(label.title, LABEL_WIDEST, SMALL, False, lang, measure, option=label.option)
        is_last = at + 1 == len(edge.labels) or edge.labels[at + 1].when != label.when
        if label.when is not None and is_last:
            lines += _lines(label.when, LABEL_WIDEST, SMALL, False, lang, measure, True, label.option)
    return _measured(label_id(edge), lines, LABEL_PAD, 0, measure)


def _measured(
    name: str, lines: list[TextLine], pad: Size, narrowest: float, measure: Measure, kind: NodeKind | None = None
) -> Box:
    """Return a box around `lines`, not placed yet: its corner is the origin and its lines run below it."""
    width = max([narrowest, *(measure(line.words, line.pixels, line.is_bold) for line in lines)]) + 2 * pad[0]
    below, set_lines = pad[1], []
    for line in lines:
        height = LINE_HEIGHT[line.pixels]
        set_lines.append(replace(line, x=width / 2, y=below + height / 2))
        below += height
    return Box(name, 0, 0, width, below + pad[1], tuple(set_lines), kind)


def _placed(shown: FlowMap, boxes: dict[str, Box], is_across: bool) -> Picture:
    """Return the boxes in layers, from top to bottom or from left to right."""
    docked = {name: [boxes[edge.target] for edge in shown.ways_from(name) if not edge.labels] for name in shown.nodes}
    links = [
        link
        for edge in shown.edges
        if edge.labels
        for link in ((edge.source, label_id(edge)), (label_id(edge), edge.target))
    ]
    standing = {name for link in links for name in link} | {shown.start}
    sizes = {name: _turned(_with_docked(boxes[name], docked.get(name, [])), is_across) for name in standing}
    where = placed(sizes, links, shown.start, _turned(GAP_ACROSS, True) if is_across else GAP)
    found: dict[str, Box] = {}
    for name in standing:
        x, y = _turned(where.centres[name], is_across)
        width, height = _turned(sizes[name], is_across)
        found |= _stacked(boxes[name], docked.get(name, []), x - width / 2 + MARGIN, y - height / 2 + MARGIN, width)
    wires = tuple(_wire(edge, found, where, is_across) for edge in shown.edges if edge.labels)
    width, height = _turned((where.width, where.height), is_across)
    nodes = {name: found[name] for name in shown.nodes}
    return Picture(shown, width + 2 * MARGIN, height + 2 * MARGIN, nodes, wires, is_across)


def _turned(pair: tuple[float, float], is_across: bool) -> tuple[float, float]:
    return (pair[1], pair[0]) if is_across else pair


def _with_docked(box: Box, docked: list[Box]) -> Size:
    width = max([box.width, *(dock.width for dock in docked)])
    return width, box.height + sum(DOCK_GAP + dock.height for dock in docked)


def _stacked(box: Box, docked: list[Box], x: float, y: float, width: float) -> dict[str, Box]:
    """Return `box` and what is docked below it, at their places and all of one width."""
    found, below = {}, y
    for one in (box, *docked):
        aside = (width - one.width) / 2
        lines = tuple(replace(line, x=x + aside + line.x, y=below + line.y) for line in one.lines)
        found[one.id] = replace(one, x=x, y=below, width=width, lines=lines)
        below += one.height + DOCK_GAP
    return found


def _wire(edge: MapEdge, boxes: dict[str, Box], where: Placed, is_across: bool) -> Wire:
    label = label_id(edge)
    above = (*_way_out(boxes[edge.source], where, is_across), *_bends(where, edge.source, label, is_across))
    below = (*_way_out(boxes[label], where, is_across), *_bends(where, label, edge.target, is_across))
    ends = _way_in(boxes[label], is_across), _way_in(boxes[edge.target], is_across)
    return Wire(edge, (*above, ends[0]), boxes[label], (*below, ends[1]))


def _way_out(box: Box, where: Placed, is_across: bool) -> tuple[Point, Point]:
    """Return where an edge leaves `box`, and where it leaves its layer."""
    x, y = box.centre
    end = where.ends[box.id] + MARGIN
    return ((box.x + box.width, y), (end, y)) if is_across else ((x, box.y + box.height), (x, end))


def _way_in(box: Box, is_across: bool) -> Point:
    return (box.x, box.centre[1]) if is_across else (box.centre[0], box.y)


def _bends(where: Placed, source: str, target: str, is_across: bool) -> list[Point]:
    bends = [_turned(point, is_across) for point in where.bends[source, target]]
    return [(x + MARGIN, y + MARGIN) for x, y in bends]
