from pathlib import Path

import pytest

from deskhelper.app import demo_house
from deskhelper.core.alerts import AlertKind
from deskhelper.core.insights import PlotKind, Wish
from deskhelper.core.moments import HOUR, zone
from deskhelper.core.notice import NoticeKind
from deskhelper.core.period import PeriodKind
from deskhelper.core.view import View
from deskhelper.services.clock import FixedClock
from deskhelper.services.demo import dated
from deskhelper.services.insights import Look
from tests.orders import NOW, at


def test_marks_become_times_and_days_counted_from_now() -> None:
    text = dated("@-1.5h,@0h,@D-24h-1,@D13h-2", at("2026-05-19 12:00"), zone())
    assert text == "2026-05-19 10:30:00,2026-05-19 12:00:00,260518-1,260520-2"


@pytest.mark.parametrize("now", [NOW, "2027-02-28T23:59:30+08:00", "2030-12-31T00:00+08:00"])
def test_the_demo_never_grows_old(tmp_path: Path, now: str) -> None:
    house = demo_house(tmp_path, FixedClock(at(now)))
    try:
        counts = house.orders.counts()
        assert all(counts[view] > 0 for view in View)
        assert len(house.cases.tabs()) == 3
    finally:
        house.close()


def test_a_furnished_demo_is_not_furnished_again(tmp_path: Path) -> None:
    demo_house(tmp_path, FixedClock(at(NOW))).close()
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        assert len(house.cases.tabs()) == 3
        assert house.settings.current.agent == "小暖"
    finally:
        house.close()


def test_the_figures_of_the_demo_have_a_week_of_work_behind_them(tmp_path: Path) -> None:
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        wish = Wish(house.insights.period(PeriodKind.WEEK))
        drawn = {plot.kind for look in Look for plot in house.insights.plots(look, wish) if plot.gap is None}
        assert drawn >= {
            PlotKind.OVERDUE_BY_TIME, PlotKind.REPLIES_BY_HOUR, PlotKind.TIME_TO_COPY, PlotKind.PROMISES_BY_TIME,
            PlotKind.CASES_BY_FLOW, PlotKind.TOP_SCRIPTS,
        }  # fmt: skip
        assert house.open_work.promises_due(0) == 1
    finally:
        house.close()


def test_the_demo_leaves_a_complaint_and_notes_to_the_next_shift(tmp_path: Path) -> None:
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        over = house.hand_over.read()
        assert (over.case_count, over.cases[0].standing.is_complaint, len(over.notes)) == (5, True, 2)
        assert house.case_board.count_due() == 1
    finally:
        house.close()


def test_the_demo_has_promises_that_are_overdue_due_within_the_hour_and_due_today(tmp_path: Path) -> None:
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        left = [(one.promise.kind.value, (one.promise.due_at - at(NOW)) / HOUR) for one in house.promises.open()]
        ships = [hours for kind, hours in left if kind == "ship"]
        assert len(ships) == 3
        assert ships[0] < 0 < ships[1] <= 1 < ships[2] < 6
        assert any(kind == "coupon" for kind, _ in left)
    finally:
        house.close()


def test_every_board_and_queue_of_the_demo_has_something_to_show(tmp_path: Path) -> None:
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        assert {alert.kind for alert in house.boards.read_alerts().alerts} == set(AlertKind) - {AlertKind.QUALITY}
        parcels = house.boards.read_parcels()
        assert len(parcels.of_rule) >= 3
        assert all(house.notices.queues.count()[kind] for kind in NoticeKind)
        assert house.boards.read_late().ids
        assert house.stock.read().warned
    finally:
        house.close()


def test_the_appeal_of_the_demo_has_pictures_and_one_thing_is_missing_yet(tmp_path: Path) -> None:
    house = demo_house(tmp_path, FixedClock(at(NOW)))
    try:
        files = list((tmp_path / "evidence").rglob("*.png"))
        assert len(files) == 2
        shown = house.evidence.look(house.cases.get(files[0].parent.name))
        assert shown.until is not None
        assert [len(item.files) for item in shown.checklist.items if item.files] == [1, 1]
        assert len(shown.checklist.missing) == 1
    finally:
        house.close()
