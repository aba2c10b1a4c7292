from typing import Any

import pytest

from deskhelper.core.marks import (
    By,
    CustomStage,
    MarksInForce,
    OrderMarks,
    Presale,
    ProductRule,
    custom_rule,
    days_are_possible,
    marks_in_force,
    presale_rule,
    with_file,
    with_stage,
    with_stage_time,
    without_file,
)
from deskhelper.core.moments import DAY
from tests.core.make import NOW, order

GOODS = {"product": "羊毛毯 加厚", "spec": "刻字款", "sku_code": "KZ-01"}


def in_force(
    marks: OrderMarks | None = None,
    custom: tuple[str, ...] = (),
    presale: tuple[str, ...] = (),
    most: float | None = 30,
    **changes: Any,
) -> MarksInForce:
    return marks_in_force(order(**GOODS | changes), marks or OrderMarks(), custom, presale, most)


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("羊毛毯", True),
        ("羊毛毯 刻字", True),
        ("kz-01", True),
        ("羊毛毯 枕头", False),
        ("毯加厚刻", False),
        (" ", False),
    ],
)
def test_a_product_rule_fits_goods_with_all_its_words(line: str, fits: bool) -> None:
    assert in_force(custom=(line,)) == MarksInForce(fits, By.RULE if fits else By.NOBODY, None, By.NOBODY)


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_mark_by_hand_beats_the_rule(by_hand: bool) -> None:
    found = in_force(OrderMarks(is_custom=by_hand), custom=("羊毛毯",))
    assert (found.is_custom, found.custom_by) == (by_hand, By.HAND)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("羊毛毯 15天", ProductRule(("羊毛毯",), 15)),
        ("羊毛毯 加厚: 15 天", ProductRule(("羊毛毯", "加厚"), 15)),
        ("wool 3 days", ProductRule(("wool",), 3)),
        ("羊毛毯=7d", ProductRule(("羊毛毯",), 7)),
        ("羊毛毯", ProductRule(("羊毛毯",))),
        ("KZ-01", ProductRule(("kz-01",))),
    ],
)
def test_a_presale_rule_is_words_and_days(line: str, rule: ProductRule) -> None:
    assert presale_rule(line) == rule


def test_a_custom_rule_is_words_alone() -> None:
    assert custom_rule(" KZ-01  刻字 ") == ProductRule(("kz-01", "刻字"))


@pytest.mark.parametrize(
    ("line", "presale"),
    [("羊毛毯 15天", Presale(days=15)), ("羊毛毯 31天", Presale()), ("羊毛毯 0天", Presale()), ("毯", Presale())],
)
def test_a_presale_by_rule_keeps_to_the_platforms_days(line: str, presale: Presale) -> None:
    found = in_force(presale=("枕头 3天", line))
    assert (found.presale, found.presale_by) == (presale, By.RULE)


def test_the_first_presale_rule_that_fits_counts() -> None:
    assert in_force(presale=("羊毛毯 3天", "加厚 9天")).presale == Presale(days=3)


def test_a_presale_by_hand_beats_the_rule() -> None:
    found = in_force(OrderMarks(presale=Presale(until=NOW)), presale=("羊毛毯 3天",))
    assert (found.presale, found.presale_by) == (Presale(until=NOW), By.HAND)
    none = in_force(OrderMarks(no_presale=True), presale=("羊毛毯 3天",))
    assert (none.presale, none.presale_by) == (None, By.NOBODY)


@pytest.mark.parametrize(
    ("days", "most", "possible"),
    [(1, 30, True), (30, 30, True), (31, 30, False), (0, 30, False), (None, 30, False), (99, None, True)],
)
def test_a_presale_runs_one_to_thirty_days(days: int | None, most: float | None, possible: bool) -> None:
    assert days_are_possible(days, most) is possible


@pytest.mark.parametrize(
    ("presale", "grouped_at", "ends_at"),
    [
        (Presale(until=NOW, days=3), NOW - DAY, NOW),
        (Presale(days=3), NOW, NOW + 3 * DAY),
        (Presale(days=3), None, None),
        (Presale(), NOW, None),
    ],
)
def test_a_presale_ends_on_its_date_or_days_after_grouping(
    presale: Presale, grouped_at: int | None, ends_at: int | None
) -> None:
    assert presale.ends_at(grouped_at) == ends_at


def test_each_stage_keeps_its_time() -> None:
    marks = with_stage(with_stage(OrderMarks(), CustomStage.STARTED, NOW), CustomStage.PRODUCTION, NOW + 9)
    assert marks.stages == {CustomStage.STARTED: NOW, CustomStage.PRODUCTION: NOW + 9}
    assert marks.stage is CustomStage.PRODUCTION
    assert OrderMarks().stage is None


def test_the_time_of_the_stage_an_order_stands_at_can_be_set_right() -> None:
    marks = with_stage(with_stage(OrderMarks(), CustomStage.STARTED, NOW), CustomStage.PRODUCTION, NOW + 9)
    assert with_stage_time(marks, NOW + 5).stages == {CustomStage.STARTED: NOW, CustomStage.PRODUCTION: NOW + 5}
    assert with_stage_time(OrderMarks(), NOW) == OrderMarks()


def test_going_back_a_stage_takes_the_later_ones_back() -> None:
    far = with_stage(with_stage(OrderMarks(), CustomStage.STARTED, NOW), CustomStage.FINISHED, NOW + 9)
    assert with_stage(far, CustomStage.STARTED, NOW + 20).stages == {CustomStage.STARTED: NOW}
    assert with_stage(far, None, NOW + 20).stages == {}


def test_a_file_of_the_buyer_reaches_the_stage_of_files() -> None:
    marks = with_file(with_file(OrderMarks(), "标志.png", NOW), "字体.ttf", NOW + 9)
    assert [(file.name, file.at) for file in marks.files] == [("标志.png", NOW), ("字体.ttf", NOW + 9)]
    assert marks.stages == {CustomStage.FILES: NOW}
    assert with_file(marks, "标志.png", NOW + 99) == marks


def test_a_late_file_does_not_turn_the_stage_back() -> None:
    marks = with_file(with_stage(OrderMarks(), CustomStage.PRODUCTION, NOW), "标志.png", NOW + 9)
    assert marks.stage is CustomStage.PRODUCTION


def test_a_file_can_be_taken_away() -> None:
    marks = with_file(OrderMarks(), "标志.png", NOW)
    assert without_file(marks, "标志.png").files == ()
    assert without_file(marks, "别的").files == marks.files
