import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.ui.orders.milestones import Milestone, Step, late_span, milestones, spans
from deskhelper.ui.orders.spread import GAP, STEP, spread
from deskhelper.ui.orders.time_line import TimeLine
from deskhelper.ui.theme import Scheme, Theme
from tests.ui.orders.made import NOW, ZONE, line, mixed_lines


def steps(points: list[Milestone]) -> list[Step]:
    return [point.step for point in points]


def test_late_order_waits_between_promise_and_shipping() -> None:
    points = milestones(line(left=-3 * HOUR), NOW)
    assert steps(points) == [Step.GROUPED, Step.PROMISED, Step.NOW, Step.SHIPPED, Step.RECEIVED]
    assert [point.is_late for point in points] == [False, True, False, False, False]
    assert late_span(points) == (1, 2)
    assert points[3].at is None


def test_order_in_time_has_its_promise_ahead() -> None:
    points = milestones(line(left=HOUR), NOW)
    assert steps(points)[:3] == [Step.GROUPED, Step.NOW, Step.PROMISED]
    assert late_span(points) is None


def test_order_shipped_late_is_red_up_to_the_shipping() -> None:
    shipped = line(status=Status.SHIPPED, promised_ship_by=NOW - 30 * HOUR, shipped_at=NOW - 20 * HOUR)
    points = milestones(shipped, NOW, scans={Step.PICKED_UP: NOW - 18 * HOUR})
    assert steps(points) == [Step.GROUPED, Step.PROMISED, Step.SHIPPED, Step.PICKED_UP, Step.NOW, Step.RECEIVED]
    assert late_span(points) == (1, 2)


def test_what_is_over_has_no_present_and_nothing_to_come() -> None:
    received = line(status=Status.RECEIVED, shipped_at=NOW - 20 * HOUR, received_at=NOW - HOUR)
    assert steps(milestones(received, NOW)) == [Step.GROUPED, Step.SHIPPED, Step.RECEIVED]
    refunded = line(after_sale=AfterSale.REFUNDED)
    assert steps(milestones(refunded, NOW)) == [Step.GROUPED]


def test_shares_add_room_for_the_unknown_and_hide_nothing() -> None:
    shares = spans(milestones(line(left=-60), NOW))
    assert len(shares) == 4
    assert min(shares) >= 0.05


@given(
    st.lists(st.integers(10, 90), min_size=1, max_size=7),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.integers(260, 900),
)
def test_labels_never_meet_and_never_leave_the_room(widths: list[int], weights: list[float], room: int) -> None:
    spots = spread(widths, weights[: len(widths) - 1], room)
    assert len(spots) == len(widths)
    for i, (spot, width) in enumerate(zip(spots, widths, strict=True)):
        assert spot.x - width / 2 >= -0.01
        assert spot.x + width / 2 <= room + 0.01
        for other, other_width in list(zip(spots, widths, strict=True))[i + 1 :]:
            assert other.x - spot.x >= STEP - 0.01
            if other.row == spot.row:
                assert other.x - spot.x >= (width + other_width) / 2 + GAP - 0.01


def test_no_labels_no_spots() -> None:
    assert spread([], [], 300) == []


@pytest.mark.parametrize("width", [260, 320, 508])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_labels_on_screen_never_meet(qtbot: QtBot, theme: Theme, width: int, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    window = QWidget()
    time_line = TimeLine(theme, ZONE)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(time_line)
    layout.addStretch()
    qtbot.addWidget(window)
    window.resize(width, 300)
    window.show()
    for each in [line(left=-3 * HOUR), line(left=60), *mixed_lines()]:
        time_line.show_points(milestones(each, NOW, scans={Step.PICKED_UP: NOW - HOUR}))
        rects = time_line.label_rects(time_line.width())
        assert not any(rect.intersects(other) for i, rect in enumerate(rects) for other in rects[i + 1 :])
        assert all(rect.left() >= -1 and rect.right() <= time_line.width() for rect in rects)
        if time_line.isVisible():
            qtbot.waitUntil(lambda: time_line.height() == time_line.heightForWidth(width))
            assert not time_line.grab().isNull()


def test_a_single_point_is_no_line(qtbot: QtBot, theme: Theme) -> None:
    time_line = TimeLine(theme, ZONE)
    qtbot.addWidget(time_line)
    time_line.show_points([])
    assert time_line.isHidden()
    assert time_line.heightForWidth(300) == 0
    assert time_line.minimumSizeHint().height() == 0
