"""Boxes in layers by grandalf's Sugiyama layout; the only place that imports it, and not before a map is drawn."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

Size = tuple[float, float]
Point = tuple[float, float]


class Placed(Struct, frozen=True):
    """The centre of each box, the points that each edge passes on its way down, and the size of the whole.

    `ends` is where the layer of each box ends: an edge runs straight until there, so that it crosses no neighbour.
    Nothing is left of or above the origin.
    """

    centres: dict[str, Point]
    bends: dict[tuple[str, str], tuple[Point, ...]]
    ends: dict[str, float]
    width: float
    height: float


class _View:
    """What grandalf asks of a box, its size, and where it puts the centre."""

    def __init__(self, size: Size) -> None:
        self.w, self.h = size
        self.xy: Point = (0.0, 0.0)


def placed(sizes: Mapping[str, Size], edges: Iterable[tuple[str, str]], start: str, gap: Size) -> Placed:
    """Return where the boxes of `sizes` stand: in layers, aligned at their tops, the first one holds `start`.

    `gap` is the least room between neighbours and between layers. The graph has no cycle and hangs together.
    """
    from grandalf.graphs import Edge, Graph, Vertex
    from grandalf.layouts import SugiyamaLayout

    vertices = {name: Vertex(name) for name in sizes}
    for name, vertex in vertices.items():
        vertex.view = _View(sizes[name])
    links = {(one, other): Edge(vertices[one], vertices[other]) for one, other in edges}
    layout = SugiyamaLayout(Graph(list(vertices.values()), list(links.values())).C[0])
    layout.xspace, layout.yspace = gap
    layout.dw = layout.dh = THREAD
    layout.init_all(roots=[vertices[start]])
    layout.draw(ROUNDS)
    _spread(layout, gap[0])
    extents = [_extent(layer) for layer in layout.layers]
    bends = {ends: _bends(layout, link, extents) for ends, link in links.items()}
    tops = {name: extents[layout.grx[vertex].rank][0] for name, vertex in vertices.items()}
    left = min(vertex.view.xy[0] - vertex.view.w / 2 for layer in layout.layers for vertex in layer)
    right = max(vertex.view.xy[0] + vertex.view.w / 2 for layer in layout.layers for vertex in layer)
    return Placed(
        {name: (vertex.view.xy[0] - left, tops[name] + vertex.view.h / 2) for name, vertex in vertices.items()},
        {ends: tuple((x - left, y) for x, y in points) for ends, points in bends.items()},
        {name: extents[layout.grx[vertex].rank][1] for name, vertex in vertices.items()},
        right - left,
        extents[-1][1],
    )


ROUNDS = 12
"""How often the layers are ordered; more brings no fewer crossings in maps of this size."""
THREAD = 10
"""The room that a long edge takes where it passes a layer."""


def _spread(layout: Any, gap: float) -> None:
    """Push boxes of a layer apart where they meet: grandalf follows Brandes and Köpf without their erratum of 2020."""
    for layer in layout.layers:
        edge = None
        for view in (vertex.view for vertex in layer):
            x, y = view.xy
            if edge is not None and x - view.w / 2 < edge + gap:
                view.xy = (edge + gap + view.w / 2, y)
            edge = view.xy[0] + view.w / 2


def _extent(layer: Any) -> tuple[float, float]:
    """Return the top and the bottom of a layer."""
    middle = layer[0].view.xy[1]
    half = max(vertex.view.h for vertex in layer) / 2
    return middle - half, middle + half


def _bends(layout: Any, link: Any, extents: list[tuple[float, float]]) -> tuple[Point, ...]:
    """Return where `link` enters and leaves each layer between its ends."""
    dummies = layout.ctrls.get(link, {})
    ends = {layout.grx[vertex].rank for vertex in link.v}
    points: list[Point] = []
    for rank in sorted(rank for rank in dummies if rank not in ends):
        x = dummies[rank].view.xy[0]
        points += [(x, extents[rank][0]), (x, extents[rank][1])]
    return tuple(points)
