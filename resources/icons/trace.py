"""Trace the shipped SVG icons to strokes.json, which the desk strokes itself. Run after adding an icon.

    python resources/icons/trace.py

An icon is a list of steps of one path, in SVG's own letters and absolute units of its 24 x 24 square. So the desk needs
no SVG library to start: 1.7 MB and 5 ms.
"""

import json
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.svgLib import SVGPath

FOLDER = Path(__file__).resolve().parent
LETTERS = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "curveTo": "C", "closePath": "Z"}


def steps_of(svg: bytes) -> list[list[str | float]]:
    """Return the path of an icon as steps: `["M", 3, 9.5]`, L, Q and C with their points, `["Z"]`."""
    pen = DecomposingRecordingPen({})
    SVGPath.fromstring(svg).draw(pen)
    steps: list[list[str | float]] = []
    for name, points in pen.value:
        if name != "endPath":
            steps.append([LETTERS[name], *(round(number, 3) for point in points for number in point)])
    return steps


if __name__ == "__main__":
    traced = {file.stem: steps_of(file.read_bytes()) for file in sorted(FOLDER.glob("*.svg"))}
    lines = (f"{json.dumps(name)}: {json.dumps(steps, separators=(',', ':'))}" for name, steps in traced.items())
    (FOLDER / "strokes.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
