"""Boxes in layers, where grandalf alone lets two of them meet."""

from itertools import combinations

from deskhelper.drawing.layers import placed

WIDTHS = (20, 99, 138, 43, 63, 84, 46, 148, 136, 68)
EDGES = ("01", "02", "03", "08", "09", "23", "25", "27", "34", "38", "39", "46", "48", "49")


def test_no_two_boxes_meet_where_the_layout_alone_lets_them() -> None:
    sizes = {str(at): (width, 20.0) for at, width in enumerate(WIDTHS)}
    found = placed(sizes, [(pair[0], pair[1]) for pair in EDGES], "0", (18, 26))
    for one, other in combinations(sizes, 2):
        (x, y), (to_x, to_y) = found.centres[one], found.centres[other]
        assert y != to_y or abs(x - to_x) >= (sizes[one][0] + sizes[other][0]) / 2 + 18 - 0.01, (one, other)


def test_layers_follow_one_another_with_room_between() -> None:
    found = placed({"a": (40, 20), "b": (60, 30), "c": (20, 50)}, [("a", "b"), ("a", "c")], "a", (10, 25))
    assert found.centres["a"][1] == 10
    assert found.centres["b"][1] - 15 == found.centres["c"][1] - 25 == 45
    assert (found.width, found.height) == (90, 95)
