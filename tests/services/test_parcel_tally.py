"""The number of parcels in anomaly outlives the program, costs no write to the database, and is handed over."""

from pathlib import Path

from deskhelper.app import House
from deskhelper.core.moments import HOUR
from deskhelper.services.parcel_tally import ParcelTally, Tally
from tests.orders import at, imported
from tests.services.conftest import HouseAt
from tests.services.test_boards import LATER, parcel


def test_nobody_has_counted_at_first_and_nothing_is_handed_over(house: House) -> None:
    assert house.parcel_tally.last is None
    assert (house.hand_over.read().parcels, house.hand_over.read().parcels_at) == (None, None)


def test_what_a_board_has_read_is_known_after_a_restart_and_handed_over(house_at: HouseAt) -> None:
    imported(house_at(), parcel(1, "2026-05-10 10:00:00"), parcel(2, "2026-05-22 11:00:00"))
    house = house_at(LATER)
    state = house.boards.state
    assert len(house.boards.read_parcels().ids) == 1
    assert house.parcel_tally.last == Tally(1, at(LATER))
    assert house.boards.state == state, "a board would look stale"
    over = house_at("2026-05-22T15:00:00+08:00").hand_over.read()
    assert (over.parcels, over.parcels_at) == (1, at(LATER))


def test_files_read_in_by_whomever_put_what_was_counted_in_doubt(house_at: HouseAt) -> None:
    imported(house_at(), parcel(1, "2026-05-10 10:00:00"))
    house_at(LATER).boards.read_parcels()
    again = house_at(LATER)
    assert again.parcel_tally.last == Tally(1, at(LATER))
    imported(again, parcel(1, "2026-05-10 10:00:00"), parcel(2, "2026-05-10 11:00:00"))
    last = house_at(LATER).parcel_tally.last
    assert last == Tally(1, at(LATER), is_doubted=True)
    assert not last.holds(at(LATER))
    house = house_at(LATER)
    house.boards.read_parcels()
    assert house.parcel_tally.last == Tally(2, at(LATER))


def test_a_tally_holds_for_hours_and_not_for_days() -> None:
    tally = Tally(1, 1000)
    assert [tally.holds(1000 + hours * HOUR) for hours in (-1, 0, 6, 7)] == [False, True, True, False]


def test_an_import_leaves_what_nobody_has_counted_alone(house: House) -> None:
    imported(house, parcel(1, "2026-05-10 10:00:00"))
    assert house.parcel_tally.last is None


def test_a_count_that_was_cut_short_is_not_kept(house_at: HouseAt) -> None:
    imported(house_at(), parcel(1, "2026-05-10 10:00:00"))
    house = house_at(LATER)
    house.boards.read_parcels(lambda: True)
    assert house.parcel_tally.last is None


def test_a_file_that_cannot_be_read_or_written_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "parcels.json"
    file.write_text("{", encoding="utf-8")
    assert ParcelTally(file).last is None
    lost = ParcelTally(tmp_path / "gone" / "parcels.json")
    lost.keep(7, 5)
    assert lost.last == Tally(7, 5)
