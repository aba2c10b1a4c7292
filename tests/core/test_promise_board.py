"""The groups of the board, and where a promise leads."""

import pytest
from msgspec.structs import replace

from deskhelper.core.log import ClosedBy, PromiseState
from deskhelper.core.moments import HOUR
from deskhelper.core.promise_board import Group, PromiseLine, closed_spans, next_flow, open_spans
from deskhelper.core.promise_kind import PromiseKind
from tests.core.make import ZONE, at
from tests.core.test_reminders import promise


def group_at(now: str, due: str) -> Group:
    (found,) = [span.group for span in open_spans(at(now), ZONE) if span.first <= at(due) < span.end]
    return found


@pytest.mark.parametrize(
    ("now", "due", "group"),
    [
        ("2026-05-19 18:00", "2026-05-19 17:59", Group.OVERDUE),
        ("2026-05-19 18:00", "2026-05-19 18:00", Group.HOUR),
        ("2026-05-19 18:00", "2026-05-19 19:00", Group.HOUR),
        ("2026-05-19 18:00", "2026-05-19 19:01", Group.TODAY),
        ("2026-05-19 18:00", "2026-05-19 23:59", Group.TODAY),
        ("2026-05-19 18:00", "2026-05-20 00:00", Group.LATER),
        ("2026-05-19 23:30", "2026-05-20 00:10", Group.HOUR),
        ("2026-05-19 23:30", "2026-05-20 00:31", Group.LATER),
    ],
)
def test_open_promises_stand_in_groups_by_due_time(now: str, due: str, group: Group) -> None:
    assert group_at(now, due) is group


def test_closed_ones_stand_by_the_day_on_which_they_were_closed() -> None:
    today, before = closed_spans(at("2026-05-19 18:00"), ZONE)
    assert (today.first, before.end) == (at("2026-05-19 00:00"), at("2026-05-19 00:00"))
    assert before.first == at("2026-04-19 00:00")


def test_a_promise_leads_back_to_its_flow_and_a_notice_to_the_one_of_its_kind() -> None:
    assert next_flow(PromiseLine(promise(), flow="late_shipment")) == "late_shipment"
    assert next_flow(PromiseLine(promise(), flow="proactive_notice")) == "urge_shipment"


@pytest.mark.parametrize("kind", PromiseKind)
def test_a_promise_of_the_library_leads_to_a_flow_by_its_kind(kind: PromiseKind) -> None:
    assert next_flow(PromiseLine(replace(promise(), kind=kind)))


@pytest.mark.parametrize(
    ("closed_at", "is_kept", "state"),
    [
        (None, None, PromiseState.OPEN),
        (HOUR, True, PromiseState.KEPT),
        (HOUR, False, PromiseState.BROKEN),
        (HOUR, None, PromiseState.WITHDRAWN),
    ],
)
def test_a_promise_ends_kept_broken_or_withdrawn(
    closed_at: int | None, is_kept: bool | None, state: PromiseState
) -> None:
    assert promise(closed_at=closed_at, is_kept=is_kept, closed_by=ClosedBy.HAND).state is state
