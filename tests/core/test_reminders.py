"""Reminders over moved clocks: nothing is lost, nothing is told twice, and quiet is quiet."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import DAY
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.reminders import MINUTE, Quiet, Reminding, due_reminders
from deskhelper.core.text import Text
from tests.core.make import ZONE, at

NIGHT = Quiet(22 * 60, 8 * 60)
NOON = Quiet(12 * 60, 13 * 60)
PLAIN = Reminding(30, ZONE)
NIGHTLY = Reminding(30, ZONE, NIGHT)
NOT_AT_NOON = Reminding(30, ZONE, NOON)
SIX = at("2026-05-19 18:00")


def promise(due: str = "2026-05-19 18:00", made: str = "2026-05-19 09:00", **more: Any) -> StoredPromise:
    return StoredPromise(
        id=more.pop("id", 1), case_id="c", platform="pdd", order_no="1", kind=PromiseKind.SHIP, text="发货",
        follow_up=Text(zh="发", en="ship"), due_at=at(due), made_at=at(made), agent="", **more,
    )  # fmt: skip


def told(reminding: Reminding, start: StoredPromise, *clock: str) -> list[str]:
    """Return the times of `clock`, looked at one after another, at which the agent is told and sees it."""
    found, now = [], start
    for words in clock:
        if due_reminders([now], at(words), reminding):
            found.append(words[-5:])
            now = replace(now, reminded_at=at(words))
    return found


def test_the_agent_is_told_beforehand_and_when_it_is_due() -> None:
    clock = ("2026-05-19 17:29", "2026-05-19 17:30", "2026-05-19 17:31", "2026-05-19 18:00", "2026-05-19 18:30")
    assert told(PLAIN, promise(), *clock) == ["17:30", "18:00"]


def test_without_minutes_before_it_is_told_only_when_due() -> None:
    assert told(Reminding(0, ZONE), promise(), "2026-05-19 17:45", "2026-05-19 18:00") == ["18:00"]


def test_a_promise_shorter_than_that_is_told_of_half_way() -> None:
    short = promise(made="2026-05-19 17:40")
    assert told(PLAIN, short, "2026-05-19 17:40", "2026-05-19 17:49", "2026-05-19 17:50") == ["17:50"]


def test_sleep_over_the_due_time_is_one_reminder_on_waking() -> None:
    assert told(PLAIN, promise(), "2026-05-19 16:00", "2026-05-19 20:15", "2026-05-19 20:16") == ["20:15"]


def test_a_clock_set_back_tells_nothing_twice_and_loses_nothing() -> None:
    clock = ("2026-05-19 17:30", "2026-05-19 16:50", "2026-05-19 17:30", "2026-05-19 17:59", "2026-05-19 18:00")
    assert told(PLAIN, promise(), *clock) == ["17:30", "18:00"]


def test_what_was_not_seen_is_told_again_after_a_restart() -> None:
    for _ in range(2):
        assert due_reminders([promise()], SIX, PLAIN) == [promise()]


def test_several_due_together_are_one_reminder_the_first_due_first() -> None:
    later, sooner = promise("2026-05-19 18:10"), promise("2026-05-19 18:05", id=2)
    waiting = promise("2026-05-19 20:00", id=3)
    assert due_reminders([later, waiting, sooner], at("2026-05-19 17:40"), PLAIN) == [sooner, later]


def test_a_snooze_is_silent_until_its_end_and_tells_again_when_due() -> None:
    snoozed = promise(reminded_at=at("2026-05-19 17:30"), snoozed_until=at("2026-05-19 17:45"))
    assert told(PLAIN, snoozed, "2026-05-19 17:44", "2026-05-19 17:45", "2026-05-19 18:00") == ["17:45", "18:00"]


def test_a_snooze_past_the_due_time_holds() -> None:
    snoozed = promise(reminded_at=at("2026-05-19 17:30"), snoozed_until=at("2026-05-19 19:00"))
    assert told(PLAIN, snoozed, "2026-05-19 18:00", "2026-05-19 19:00", "2026-05-19 19:01") == ["19:00"]


def test_a_closed_promise_is_never_told_of() -> None:
    assert PLAIN.next_at(promise(closed_at=SIX, is_kept=True)) is None
    assert PLAIN.next_at(promise(reminded_at=SIX)) is None


QUIET_CASES = [
    ("due in the night: before it begins", NIGHTLY, "2026-05-19 23:00", ["21:30", "08:00"]),
    ("due just after it began, told of before anyway", NIGHTLY, "2026-05-19 22:10", ["21:40", "08:00"]),
    ("due in the morning after: at its end", NIGHTLY, "2026-05-20 08:20", ["08:00", "08:20"]),
    ("due at its very end: before it begins", NIGHTLY, "2026-05-20 08:00", ["21:30", "08:00"]),
    ("due by day", NIGHTLY, "2026-05-19 18:00", ["17:30", "18:00"]),
    ("due at noon", NOT_AT_NOON, "2026-05-19 12:30", ["11:30", "13:00"]),
    ("due right after noon", NOT_AT_NOON, "2026-05-19 13:20", ["13:00", "13:20"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("reminding", "due", "expected"), [row[1:] for row in QUIET_CASES], ids=[row[0] for row in QUIET_CASES]
)
def test_quiet_hours_hold_reminders_back_but_none_is_lost(reminding: Reminding, due: str, expected: list[str]) -> None:
    start = at("2026-05-19 09:00")
    now, found = promise(due), []
    for minute in range(26 * 60):
        clock = start + minute * MINUTE
        if due_reminders([now], clock, reminding):
            found.append(f"{minute // 60 + 9:02d}:{minute % 60:02d}" if minute < 15 * 60 else _next_day(minute))
            now = replace(now, reminded_at=clock)
    assert found == expected


def _next_day(minute: int) -> str:
    return f"{minute // 60 - 15:02d}:{minute % 60:02d}"


def test_what_is_promised_within_quiet_hours_is_told_at_their_end() -> None:
    late = promise("2026-05-19 23:30", made="2026-05-19 22:30")
    assert NIGHTLY.next_at(late) == at("2026-05-20 08:00")


def test_a_snooze_into_quiet_hours_comes_at_their_end() -> None:
    snoozed = promise(snoozed_until=at("2026-05-19 23:00"))
    assert NIGHTLY.next_at(snoozed) == at("2026-05-20 08:00")


@pytest.mark.parametrize(
    ("quiet", "when", "is_quiet"),
    [
        (NIGHT, "2026-05-19 21:59", False), (NIGHT, "2026-05-19 22:00", True), (NIGHT, "2026-05-20 07:59", True),
        (NIGHT, "2026-05-20 08:00", False), (NOON, "2026-05-19 12:30", True), (Quiet(), "2026-05-19 00:00", False),
        (Quiet(8 * 60, 8 * 60), "2026-05-19 08:00", False),
    ],
)  # fmt: skip
def test_quiet_may_run_over_midnight(quiet: Quiet, when: str, is_quiet: bool) -> None:
    assert (quiet.around(at(when), ZONE) is not None) is is_quiet


@given(
    st.integers(0, 3 * DAY), st.integers(1, 2 * DAY), st.integers(0, 120), st.integers(0, 1439), st.integers(0, 1439)
)
def test_every_promise_is_told_of_when_or_after_it_is_due_and_never_in_quiet_hours(
    made: int, lasts: int, minutes: int, start: int, end: int
) -> None:
    made_at = at("2026-05-19 00:00") + made
    one = replace(promise(), made_at=made_at, due_at=made_at + lasts)
    reminding, times = Reminding(minutes, ZONE, Quiet(start, end)), []
    while (moment := reminding.next_at(one)) is not None:
        times.append(moment)
        one = replace(one, reminded_at=moment)
    assert 1 <= len(times) <= 2
    assert one.due_at <= times[-1] < one.due_at + DAY
    assert all(reminding.quiet.around(moment, ZONE) is None for moment in times[-1:])
    assert all(moment >= made_at for moment in times)
