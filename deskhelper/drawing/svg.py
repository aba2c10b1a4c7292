"""A picture of a flow as an SVG file, for a browser, a document or print."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from deskhelper.core.flow_map import UNLIT, Lit, NodeKind
from deskhelper.core.text import Lang
from deskhelper.drawing.layers import Point
from deskhelper.drawing.looks import RADIUS, ROUND, arrow_at, bend_between, box_dress, label_ink, wire_dress
from deskhelper.drawing.picture import MARGIN, Box, Picture, TextLine, Wire

BASELINE = 0.36
"""How far below the middle of a line its letters stand, in their size; `dominant-baseline` is not known everywhere."""
FAMILIES = "'Microsoft YaHei UI','PingFang SC','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"
HEAD = 44.0
FOOT = 28.0
ALWAYS = {"zh": "任何结果都可以转到：", "en": "From every outcome on to: "}


def svg_of(picture: Picture, colours: Mapping[str, str], lang: Lang, lit: Lit = UNLIT) -> str:
    """Return `picture` as an SVG document with the title above; `colours` gives the colour of each token."""
    foot = FOOT if picture.shown.always else 0.0
    width, height = round(picture.width), round(picture.height + HEAD + foot)
    title, ink = picture.shown.title.within(lang), colours["text"]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" lang={quoteattr("zh-CN" if lang == "zh" else "en")}'
        f' font-family="{FAMILIES}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="{colours["bg"]}"/>',
        f'<text x="{MARGIN:g}" y="30" font-size="16" font-weight="bold" fill="{ink}">{escape(title)}</text>',
        f'<g transform="translate(0 {HEAD:g})">',
    ]
    for wire in picture.wires:
        lines += _wire(wire, picture.is_across, lit, colours)
    for box in picture.boxes.values():
        lines += _box(box, lit, colours)
    lines.append("</g>")
    if foot:
        flows = "、" if lang == "zh" else ", "
        words = ALWAYS[lang] + flows.join(node.title.within(lang) for node in picture.shown.always)
        place = f'x="{MARGIN:g}" y="{height - 14}" font-size="12"'
        lines.append(f'<text {place} fill="{colours["muted"]}">{escape(words)}</text>')
    return "\n".join([*lines, "</svg>", ""])


def path_of(points: tuple[Point, ...], is_across: bool) -> str:
    """Return the path through `points`: straight ahead, or a curve that leaves and arrives straight."""
    steps = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for start, end in pairwise(points):
        bend = bend_between(start, end, is_across)
        curve = "".join(f"{x:.1f} {y:.1f} " for x, y in bend)
        steps.append(f"{'C' if bend else 'L'}{curve}{end[0]:.1f} {end[1]:.1f}")
    return "".join(steps)


def _wire(wire: Wire, is_across: bool, lit: Lit, colours: Mapping[str, str]) -> Iterator[str]:
    dress = wire_dress(wire.edge, lit)
    stroke = f'fill="none" stroke="{colours[dress.line]}" stroke-width="{dress.width:g}"'
    for points in (wire.upper, wire.lower):
        yield f'<path d="{path_of(points, is_across)}" {stroke}/>'
    tip = "L".join(f"{x:.1f} {y:.1f}" for x, y in arrow_at(wire.lower[-1], is_across))
    yield f'<path d="M{tip}Z" fill="{colours[dress.line]}"/>'
    for line in wire.label.lines:
        is_bold = lit.is_taken(wire.edge, line.option) and not line.is_remark
        yield _text(line, colours[label_ink(line, wire.edge, lit)], is_bold)


def _box(box: Box, lit: Lit, colours: Mapping[str, str]) -> Iterator[str]:
    dress = box_dress(box, lit)
    dashes = ' stroke-dasharray="4 3"' if box.kind is NodeKind.HAND_OVER else ""
    edge = f'stroke="{colours[dress.line]}" stroke-width="{dress.width:g}"{dashes}'
    radius = ROUND if box.kind is NodeKind.OUTCOME else RADIUS
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="{radius:g}"'
    yield f'<rect {place} fill="{colours[dress.ground]}" {edge}/>'
    for line in box.lines:
        yield _text(line, colours[dress.remark if line.is_remark else dress.ink], line.is_bold)


def _text(line: TextLine, colour: str, is_bold: bool) -> str:
    weight = ' font-weight="bold"' if is_bold else ""
    y = line.y + line.pixels * BASELINE
    return (
        f'<text x="{line.x:.1f}" y="{y:.1f}" font-size="{line.pixels}" text-anchor="middle"{weight}'
        f' fill="{colour}">{escape(line.words)}</text>'
    )
