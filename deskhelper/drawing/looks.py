"""How a map is dressed: which token colours what, by where the walk stands. Shared by the window and the SVG file."""

from msgspec import Struct

from deskhelper.core.flow_map import Lit, MapEdge, NodeKind
from deskhelper.drawing.layers import Point
from deskhelper.drawing.picture import Box, TextLine

RADIUS, ROUND = 6.0, 14.0
"""The corners of a question and of an outcome."""
ARROW = 3.5
STRAIGHT = 0.5


class Dress(Struct, frozen=True):
    """The tokens of a box or an edge: ground, line and its width, the ink of words and of remarks."""

    ground: str
    line: str
    width: float
    ink: str = "text"
    remark: str = "muted"


OPEN = Dress("surface", "faint", 1)
CLOSED = Dress("bg", "line", 1, "muted", "muted")
WALKED = Dress("surface", "accent", 1.5)
HERE = Dress("accent_soft", "accent", 2, "text", "text")
REACHED = Dress("ok_soft", "ok", 2, "text", "text")


def bend_between(start: Point, end: Point, is_across: bool) -> tuple[Point, ...]:
    """Return the two points that bend a line from `start` to `end`, none where it runs straight ahead."""
    (x, y), (to_x, to_y) = start, end
    if is_across:
        middle = (x + to_x) / 2
        return () if abs(y - to_y) < STRAIGHT else ((middle, y), (middle, to_y))
    middle = (y + to_y) / 2
    return () if abs(x - to_x) < STRAIGHT else ((x, middle), (to_x, middle))


def arrow_at(tip: Point, is_across: bool) -> tuple[Point, Point, Point]:
    """Return the corners of the arrow that ends at `tip`."""
    x, y = tip
    back = ARROW * 1.6
    if is_across:
        return (x - back, y - ARROW), tip, (x - back, y + ARROW)
    return (x - ARROW, y - back), tip, (x + ARROW, y - back)


def box_dress(box: Box, lit: Lit) -> Dress:
    """Return the dress of a node: lit where the walk came by, marked where it stands, faint where it cannot come."""
    if lit.here is None:
        return OPEN
    if box.id == lit.here:
        return REACHED if box.kind is NodeKind.OUTCOME else HERE
    if box.id in lit.walked:
        return WALKED
    return OPEN if box.id in lit.ahead else CLOSED


def wire_dress(edge: MapEdge, lit: Lit) -> Dress:
    """Return the dress of an edge."""
    if lit.is_walked(edge):
        return Dress("bg", "accent", 2)
    if lit.here is None or lit.is_ahead(edge):
        return OPEN
    return CLOSED


def label_ink(line: TextLine, edge: MapEdge, lit: Lit) -> str:
    """Return the token for words on an edge: conditions are remarks, and so are the options that were not taken."""
    dress = wire_dress(edge, lit)
    is_strong = not line.is_remark and (not lit.is_walked(edge) or lit.is_taken(edge, line.option))
    return dress.ink if is_strong else dress.remark
