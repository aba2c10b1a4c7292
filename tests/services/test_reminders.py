"""Reminders over a night, restarts and hours of quiet, with a moved clock."""

from deskhelper.core.moments import local
from tests.orders import at
from tests.services.conftest import HouseAt
from tests.services.walked import copied, walked


def test_what_was_missed_before_the_hours_of_quiet_is_told_when_they_end(house_at: HouseAt) -> None:
    house = house_at()
    copied(house, walked(house))
    house.settings.change(quiet_from="22:00", quiet_to="08:00")
    night = house_at("2026-05-20T00:30:00+08:00").reminders.look()
    assert (night.promises, night.count, night.next_at) == ((), 0, at("2026-05-20 08:00"))
    morning = house_at("2026-05-20T08:00:00+08:00").reminders.look()
    assert [one.text for one in morning.promises] == ["5月19日18点前发货"]


def test_a_reminder_is_told_until_it_was_seen_and_not_again_after_a_restart(house_at: HouseAt) -> None:
    house = house_at()
    copied(house, walked(house))
    first = house_at("2026-05-19T17:45:00+08:00").reminders.look()
    again = house_at("2026-05-19T17:46:00+08:00")
    assert (first.count, again.reminders.look().count) == (1, 1)
    seen = again.reminders.see(again.reminders.look())
    assert seen.count == 0
    assert house_at("2026-05-19T17:47:00+08:00").reminders.look().count == 0
    due = house_at("2026-05-19T18:00:00+08:00").reminders.look()
    assert due.count == 1, "once more when it is due"
    assert local(due.at, again.clock.zone).hour == 18


def test_a_reminder_that_was_put_off_comes_back_half_an_hour_later(house_at: HouseAt) -> None:
    house = house_at()
    copied(house, walked(house))
    reminders = house_at("2026-05-19T17:40:00+08:00").reminders
    put_off = reminders.snooze(reminders.look())
    assert (put_off.count, put_off.next_at) == (0, at("2026-05-19 18:10"))
    assert house_at("2026-05-19T18:09:00+08:00").reminders.look().count == 0
    assert house_at("2026-05-19T18:10:00+08:00").reminders.look().count == 1
