"""Pictures: every node is drawn, nothing overlaps, words fit, and no line runs through a box."""

import subprocess
import sys
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from deskhelper.content.library import load_library
from deskhelper.core.flow_map import EdgeLabel, FlowMap, Lit, MapEdge, MapNode, NodeKind, flow_map
from deskhelper.core.text import Lang, Text
from deskhelper.drawing.looks import STRAIGHT
from deskhelper.drawing.picture import DOCK_PAD, LABEL_PAD, MARGIN, PAD, Box, Picture, picture_of
from deskhelper.drawing.svg import path_of, svg_of
from deskhelper.drawing.words import estimated
from deskhelper.paths import RESOURCES

LIBRARY = load_library(RESOURCES)
TITLES = {flow.id: flow.title for flow in LIBRARY.flows.values()}
LANGS: tuple[Lang, Lang] = ("zh", "en")
COLOURS = dict.fromkeys(
    ("bg", "surface", "line", "text", "muted", "faint", "accent", "accent_soft", "ok", "ok_soft"), "#1"
)
SVG = "{http://www.w3.org/2000/svg}"


def same(words: str) -> Text:
    return Text(zh=words, en=words)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def assert_sound(picture: Picture) -> None:
    """Hold everything that a picture must keep to."""
    assert set(picture.boxes) == set(picture.shown.nodes)
    assert [wire.edge for wire in picture.wires] == [edge for edge in picture.shown.edges if edge.labels]
    boxes = [*picture.boxes.values(), *(wire.label for wire in picture.wires)]
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other), f"{one.id} overlaps {other.id}"
    for box in boxes:
        assert box.x >= MARGIN - 0.01
        assert box.y >= MARGIN - 0.01
        assert box.x + box.width <= picture.width - MARGIN + 0.01
        assert box.y + box.height <= picture.height - MARGIN + 0.01
        assert_words_fit(box)
    for wire in picture.wires:
        others = [box for box in boxes if box.id not in (*wire.edge.ends, wire.label.id)]
        for points in (wire.upper, wire.lower):
            along = [x if picture.is_across else y for x, y in points]
            assert all(at <= on + 0.01 for at, on in pairwise(along)), "a line goes back"
            assert_clear(points, others, picture.is_across)


def assert_words_fit(box: Box) -> None:
    pad = DOCK_PAD if box.kind is NodeKind.HAND_OVER else PAD if box.kind else LABEL_PAD
    for line in box.lines:
        width = estimated(line.words, line.pixels, line.is_bold)
        assert width <= box.width - 2 * pad[0] + 0.01
        assert abs(line.x - box.centre[0]) < 0.01
        assert box.y <= line.y - line.pixels / 2
        assert line.y + line.pixels / 2 <= box.y + box.height


def assert_clear(points: tuple[tuple[float, float], ...], boxes: list[Box], is_across: bool) -> None:
    """Hold that straight pieces, which pass a layer, touch no box, and that curves run between layers alone."""
    for (x, y), (to_x, to_y) in pairwise(points):
        for box in boxes:
            is_abreast = box.x < to_x - 0.01 and x + 0.01 < box.x + box.width
            is_level = box.y < to_y - 0.01 and y + 0.01 < box.y + box.height
            is_bent = abs((y - to_y) if is_across else (x - to_x)) >= STRAIGHT
            is_hit = is_abreast and (is_bent or is_level) if is_across else is_level and (is_bent or is_abreast)
            assert not is_hit, f"a line runs through {box.id}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("flow", LIBRARY.flows.values(), ids=LIBRARY.flows)
def test_every_shipped_flow_is_drawn_whole(flow, lang: Lang) -> None:
    shown = flow_map(flow, TITLES)
    picture = picture_of(shown, lang)
    assert_sound(picture)
    for name, node in shown.nodes.items():
        drawn = "".join(line.words for line in picture.boxes[name].lines).replace(" ", "")
        assert node.title.within(lang).replace(" ", "") in drawn


@st.composite
def maps(draw: st.DrawFn) -> FlowMap:
    """Return any map without a cycle whose nodes all hang on the first; long titles and many options too."""
    count = draw(st.integers(2, 16))
    title = st.text(alphabet="已寄出同意退款，Has left ", min_size=1, max_size=30)
    nodes = {str(at): MapNode(str(at), draw(st.sampled_from(NodeKind)), same(draw(title))) for at in range(count)}
    ends = {(draw(st.integers(0, at - 1)), at) for at in range(1, count)}
    more = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])
    ends |= draw(st.sets(more, max_size=12)) if count > 2 else set()
    labels = st.lists(st.builds(EdgeLabel, st.just("o"), st.builds(same, title)), min_size=1, max_size=3).map(tuple)
    edges = tuple(MapEdge(str(one), str(other), draw(labels)) for one, other in sorted(ends))
    leaves = sorted({*range(count)} - {one for one, _ in ends})
    for at in draw(st.lists(st.sampled_from(leaves), max_size=4)):
        away = f"{at}>{len(nodes)}"
        nodes[away] = MapNode(away, NodeKind.HAND_OVER, same(draw(title)))
        edges = (*edges, MapEdge(str(at), away))
    return FlowMap("f", same("流程"), "0", nodes, edges)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(maps())
def test_any_map_is_drawn_without_overlap(shown: FlowMap) -> None:
    assert_sound(picture_of(shown, "zh"))


def small() -> FlowMap:
    nodes = {
        "a": MapNode("a", NodeKind.QUESTION, same("问 & 答")),
        "b": MapNode("b", NodeKind.QUESTION, same("再问")),
        "END": MapNode("END", NodeKind.OUTCOME, same("办"), same("END")),
        "END>x": MapNode("END>x", NodeKind.HAND_OVER, same("别的"), flow="x"),
    }
    edges = (
        MapEdge("a", "b", (EdgeLabel("yes", same("是")), EdgeLabel("no", same("否"), same("条件")))),
        MapEdge("a", "END", (EdgeLabel("other", same("其他")),)),
        MapEdge("b", "END", (EdgeLabel("on", same("继续")),)),
        MapEdge("END", "END>x"),
    )
    return FlowMap(
        "f", same("流程"), "a", nodes, edges, (MapNode("y", NodeKind.HAND_OVER, same("平台介入"), flow="y"),)
    )


def test_a_point_finds_its_node() -> None:
    picture = picture_of(small(), "zh")
    box = picture.boxes["END"]
    assert picture.box_at(*box.centre) is box
    assert picture.box_at(0, 0) is None


def test_a_long_way_bends_around_the_layers_between() -> None:
    picture = picture_of(small(), "zh")
    (long,) = [wire for wire in picture.wires if wire.edge.ends == ("a", "END")]
    assert len(long.lower) > 2
    assert picture.boxes["END"].lines[-1].words == "办"
    assert picture.boxes["END>x"].lines[0].words == "→ 别的"


def test_the_same_map_is_always_drawn_the_same() -> None:
    code = (
        "from tests.drawing.test_picture import *\n"
        "print(svg_of(picture_of(flow_map(LIBRARY.flows['urge_shipment'], TITLES), 'zh'), COLOURS, 'zh'))"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(drawn) == 1


def test_svg_is_sound_xml_with_every_word() -> None:
    root = ElementTree.fromstring(svg_of(picture_of(small(), "zh"), COLOURS, "zh"))
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert root.find(f"{SVG}title").text == "流程"
    assert {"问 & 答", "是", "否", "条件", "END", "办", "→ 别的", "任何结果都可以转到：平台介入"} <= set(words)
    assert len(list(root.iter(f"{SVG}rect"))) == 1 + 4


def test_svg_lights_the_way_walked() -> None:
    colours = {name: f"#{name}" for name in COLOURS}
    lit = Lit(frozenset({"a", "b"}), "END", frozenset({"END>x"}), frozenset({("a", "no", "b"), ("b", "on", "END")}))
    root = ElementTree.fromstring(svg_of(picture_of(small(), "en"), colours, "en", lit))
    rects = [element.get("stroke") for element in root.iter(f"{SVG}rect")][1:]
    assert rects == ["#accent", "#accent", "#ok", "#faint"]
    bold = [element.text for element in root.iter(f"{SVG}text") if element.get("font-weight")]
    assert "否" in bold
    assert "是" not in bold
    strokes = [element.get("stroke") for element in root.iter(f"{SVG}path") if element.get("stroke")]
    assert strokes.count("#accent") == 4
    assert "#line" in strokes


def test_the_node_where_the_walk_stands_and_those_out_of_reach_differ() -> None:
    colours = {name: f"#{name}" for name in COLOURS}
    lit = Lit(frozenset(), "a", frozenset({"b"}), frozenset())
    root = ElementTree.fromstring(svg_of(picture_of(small(), "en"), colours, "en", lit))
    fills = [element.get("fill") for element in root.iter(f"{SVG}rect")][1:]
    assert fills == ["#accent_soft", "#surface", "#bg", "#bg"]


def test_a_path_is_straight_where_it_can_be() -> None:
    assert path_of(((1, 2), (1, 8), (5, 10)), False) == "M1.0 2.0L1.0 8.0C1.0 9.0 5.0 9.0 5.0 10.0"
    assert path_of(((1, 2), (4, 2), (8, 6)), True) == "M1.0 2.0L4.0 2.0C6.0 2.0 6.0 6.0 8.0 6.0"


def test_a_map_of_many_options_runs_across() -> None:
    ends = [f"E{at}" for at in range(12)]
    nodes = {"a": MapNode("a", NodeKind.QUESTION, same("哪一种？"))}
    nodes |= {end: MapNode(end, NodeKind.OUTCOME, same("按这种情况处理"), same(end)) for end in ends}
    edges = tuple(MapEdge("a", end, (EdgeLabel(end, same("这一种")),)) for end in ends)
    picture = picture_of(FlowMap("f", same("流程"), "a", nodes, edges), "zh")
    assert picture.is_across
    assert_sound(picture)
    assert picture.share_of(640, 800) > 0.9


def test_hand_overs_are_docked_below_their_outcome() -> None:
    picture = picture_of(small(), "zh")
    end, dock = picture.boxes["END"], picture.boxes["END>x"]
    assert (dock.x, dock.width) == (end.x, end.width)
    assert 0 < dock.y - (end.y + end.height) < 6
