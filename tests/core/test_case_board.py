"""The board's order, what is looked for on it, and what is due (D-AFTER-10)."""

from typing import Any

import pytest

from deskhelper.core.case_board import (
    CaseFilter,
    CaseLine,
    arranged,
    count_due,
    end_of_day,
    found,
    is_due,
    is_overdue,
    key_of,
    put_in,
    summary_of,
)
from deskhelper.core.case_care import CaseStanding, Deadline, Stage
from deskhelper.core.text import Text
from tests.core.make import NOW, ZONE, at

FIRST = Text(zh="先做", en="Do first")


def line(id: str, due_at: int | None = None, **changes: Any) -> CaseLine:
    owner, stage = changes.pop("owner", ""), changes.pop("stage", Stage.NEW)
    is_complaint, due_by = changes.pop("is_complaint", False), changes.pop("due_by", Deadline.PROMISE)
    standing = CaseStanding(stage, False, owner, is_complaint, due_at, due_by, changes.pop("next_step", ""), FIRST)
    product = changes.pop("product", "法兰绒 四件套")
    values: dict[str, Any] = {
        "platform": "pdd", "order_no": f"260519-{id}", "flow": "urge_shipment", "title": Text(zh="催发货", en="Urge"),
        "opened_at": NOW, "changed_at": NOW, "closed_at": NOW if stage is Stage.DONE else None, **changes,
    }  # fmt: skip
    key = key_of(values["order_no"], product, owner)
    return CaseLine(id=id, product=product, standing=standing, key=key, **values)


def ids(lines: list[CaseLine]) -> str:
    return "".join(one.id for one in lines)


def test_complaints_come_first_then_the_soonest_deadline_and_closed_cases_last() -> None:
    lines = [
        line("a"), line("b", changed_at=NOW + 5), line("c", NOW + 9), line("d", NOW + 1),
        line("e", NOW + 99, is_complaint=True), line("f", stage=Stage.DONE, closed_at=NOW - 1),
        line("g", stage=Stage.DONE),
    ]  # fmt: skip
    assert ids(arranged(lines)) == "edcbagf"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (CaseFilter(), "abc"),
        (CaseFilter(stage=Stage.DONE), "d"),
        (CaseFilter(stage=Stage.BUYER), "b"),
        (CaseFilter(owner="小暖"), "ab"),
        (CaseFilter(owner=""), "c"),
        (CaseFilter(flow="after_sale"), "c"),
        (CaseFilter(complaints=True), "a"),
        (CaseFilter(words="绒四件套"), "ac"),
        (CaseFilter(words="519-A 小暖"), "a"),
        (CaseFilter(words="枕头 小安"), ""),
    ],
)
def test_cases_are_found_by_state_owner_flow_complaint_and_words(wanted: CaseFilter, left: str) -> None:
    lines = [
        line("a", owner="小暖", is_complaint=True), line("b", owner="小暖", stage=Stage.BUYER, product="枕头"),
        line("c", flow="after_sale"), line("d", stage=Stage.DONE),
    ]  # fmt: skip
    assert ids(found(lines, wanted)) == left
    assert wanted.is_any is (wanted == CaseFilter())


def test_one_case_is_put_in_its_place_as_it_is_now() -> None:
    lines = arranged([line("a", NOW + 1), line("b", NOW + 5), line("c", NOW + 9)])
    assert ids(put_in(lines, line("a", NOW + 7))) == "bac"
    assert ids(put_in(lines, line("d", NOW))) == "dabc"


def test_what_can_be_looked_for_is_summed_up() -> None:
    lines = [line("a", owner="小暖"), line("b", stage=Stage.DONE), line("c", flow="after_sale")]
    summary = summary_of(lines, ["小安", ""])
    assert summary.counts == {Stage.NEW: 2, Stage.DONE: 1}
    assert summary.owners == ("小安", "小暖")
    assert set(summary.flows) == {"urge_shipment", "after_sale"}


def test_what_is_due_today_is_counted_until_midnight_in_the_shops_zone() -> None:
    midnight = end_of_day(NOW, ZONE)
    assert midnight == at("2026-05-20 00:00")
    lines = [
        line("a", midnight - 1), line("b", midnight), line("c"), line("d", NOW - 9),
        line("e", NOW - 9, stage=Stage.DONE),
    ]  # fmt: skip
    assert count_due(lines, midnight) == 2
    assert is_due(lines[0].standing, midnight)


def test_a_look_left_out_is_due_but_not_overdue() -> None:
    assert is_overdue(line("a", NOW - 1).standing, NOW)
    assert not is_overdue(line("a", NOW + 1).standing, NOW)
    assert not is_overdue(line("a", NOW - 1, due_by=Deadline.LOOK).standing, NOW)


def test_the_agents_own_words_say_what_comes_next() -> None:
    assert line("a").next_step("zh") == "先做"
    assert line("a").next_step("en") == "Do first"
    assert line("a", next_step="打电话").next_step("en") == "打电话"
