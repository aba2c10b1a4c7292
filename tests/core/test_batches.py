"""The warehouse's batches, the expected hour of shipping, and the list to print."""

from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.batches import (
    Batches,
    PrintLine,
    batches_from,
    expected_hour,
    goods_of,
    in_batches,
    minutes_of_day,
)
from deskhelper.core.moments import DAY, HOUR, is_whole_hour, parse_iso, zone

ZONE = zone()
DAILY = batches_from(["18:00", "10:00", "15:00", "soon"], None)


def at(words: str) -> int:
    return parse_iso(f"2026-05-{words}", ZONE)


NOW = at("19T12:00")


def line(number: int, ship_by: str | None = None, **more: object) -> PrintLine:
    values = {"shop": "s", "product": "p", "spec": "", "sku_code": "", "quantity": 1, **more}
    return PrintLine(order_no=str(number), ship_by=None if ship_by is None else at(ship_by), **values)  # type: ignore[arg-type]


def test_times_of_the_day_are_read() -> None:
    assert [minutes_of_day(words) for words in ("9:00", " 18：30 ", "24:00", "9", "")] == [540, 1110, None, None, None]
    assert DAILY.minutes == (600, 900, 1080)


def test_the_next_cut_offs_go_on_with_the_next_day() -> None:
    assert DAILY.after(NOW, ZONE, 3) == [at("19T15:00"), at("19T18:00"), at("20T10:00")]
    assert DAILY.after(at("19T15:00"), ZONE, 1) == [at("19T18:00")]
    assert Batches().after(NOW, ZONE, 3) == []
    assert len(Batches((600,)).after(NOW, ZONE, 99)) == 31


def test_an_order_leaves_with_the_next_batch() -> None:
    assert expected_hour(DAILY, at("20T09:00"), 500, NOW, ZONE) == at("19T15:00")
    assert expected_hour(DAILY, None, 0, NOW, ZONE) == at("19T15:00")


def test_where_batches_fill_it_leaves_with_a_later_one_never_past_the_promise() -> None:
    small = Batches(DAILY.minutes, 10)
    assert expected_hour(small, at("21T09:00"), 10, NOW, ZONE) == at("19T18:00")
    assert expected_hour(small, at("21T09:00"), 25, NOW, ZONE) == at("20T10:00")
    assert expected_hour(small, at("19T17:20"), 25, NOW, ZONE) == at("19T15:00")
    assert expected_hour(small, None, 100_000, NOW, ZONE) is None


def test_a_cut_off_within_the_hour_is_told_as_the_next_whole_hour() -> None:
    assert expected_hour(batches_from(["14:30"], None), at("20T09:00"), 0, NOW, ZONE) == at("19T15:00")


def test_before_the_next_batch_the_promise_itself_counts() -> None:
    assert expected_hour(DAILY, at("19T14:20"), 0, NOW, ZONE) == at("19T14:00")
    assert expected_hour(DAILY, at("19T12:40"), 0, NOW, ZONE) is None
    assert expected_hour(Batches(), at("20T09:00"), 0, NOW, ZONE) is None


@given(st.lists(st.integers(0, 1439), max_size=4), st.integers(0, 400), st.integers(1, 50), st.integers(0, 72 * HOUR))
def test_what_is_expected_is_to_come_whole_and_within_the_promise(
    minutes: list[int], ahead: int, capacity: int, left: int
) -> None:
    batches = Batches(tuple(sorted(set(minutes))), capacity)
    found = expected_hour(batches, NOW + left, ahead, NOW, ZONE)
    assert found is None or (NOW < found <= NOW + left and is_whole_hour(found, ZONE))


def test_orders_stand_at_the_last_batch_before_their_promise() -> None:
    lines = [
        line(1, "20T09:00"), line(2, "19T09:00"), line(3, "19T16:00"), line(4), line(5, "20T08:00", held=True),
        line(6, "30T09:00"),
    ]  # fmt: skip
    found = [(batch.at, [one.order_no for one in batch.lines]) for batch in in_batches(lines, DAILY, NOW, ZONE)]
    assert found == [(at("19T15:00"), ["2", "3", "4"]), (at("19T18:00"), ["1"]), (None, ["6"])]


def test_full_batches_pass_the_rest_on_soonest_promise_first() -> None:
    lines = [line(number, f"2{number % 3}T0{number}:00") for number in range(1, 7)]
    batches = in_batches(lines, Batches((600,), 1), NOW, ZONE)
    assert [batch.at for batch in batches] == [*(NOW + day * DAY - 2 * HOUR for day in (1, 2, 3)), None]
    assert [one.order_no for batch in batches for one in batch.lines] == ["3", "6", "1", "4", "2", "5"]


def test_without_times_all_is_one_list_and_nothing_is_none() -> None:
    assert [batch.at for batch in in_batches([line(1)], Batches((), 5), NOW, ZONE)] == [None]
    assert in_batches([line(1, held=True)], DAILY, NOW, ZONE) == []


def test_goods_to_pick_are_counted() -> None:
    lines = [line(1, product="b", quantity=2), line(2, product="a"), line(3, product="b"), line(4, product="c")]
    assert [(one.product, one.pieces, one.orders) for one in goods_of(lines)] == [("b", 3, 2), ("a", 1, 1), ("c", 1, 1)]
