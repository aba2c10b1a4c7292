import pytest

from deskhelper.core.trace import (
    Scan,
    ScanBook,
    ScanRules,
    ScanWords,
    Trace,
    TraceEvent,
    bare,
    masked_phones,
    merged,
)
from tests.core.make import NOW

RULES = ScanRules(
    rules=(
        ScanWords(Scan.OTHER, ("待揽收",)),
        ScanWords(Scan.DELIVERED, ("取件",), beside=("驿站",), unless=("及时",)),
        ScanWords(Scan.OUT_FOR_DELIVERY, ("及时取件",), waits=True),
        ScanWords(Scan.PICKED_UP, ("揽收", "取件")),
        ScanWords(Scan.PROBLEM, ("异常",)),
    ),
    tails=("如有",),
    nothing=("暂无物流",),
)
BOOK = ScanBook(RULES)


def event(minutes: int, scan: Scan = Scan.IN_TRANSIT, **more: bool) -> TraceEvent:
    """Return an event so many minutes before NOW."""
    return TraceEvent(NOW - 60 * minutes, scan.value, scan, **more)


def trace(*events: TraceEvent, looked_at: int = NOW) -> Trace:
    return Trace(looked_at, events)


@pytest.mark.parametrize(
    ("words", "scan", "waits"),
    [
        ("快件已揽收", Scan.PICKED_UP, False),
        ("快件 待 揽收", Scan.OTHER, False),
        ("已取件", Scan.PICKED_UP, False),
        ("在驿站取件", Scan.DELIVERED, False),
        ("在驿站，请及时取件", Scan.OUT_FOR_DELIVERY, True),
        ("已揽收，如有异常请联系", Scan.PICKED_UP, False),
        ("如有异常", Scan.PROBLEM, False),
        ("别的话", Scan.OTHER, False),
        ("", Scan.OTHER, False),
    ],
)
def test_a_scan_is_recognised_by_the_first_rule_that_fits(words: str, scan: Scan, waits: bool) -> None:
    assert BOOK.scan(words) == (scan, waits)


def test_a_heading_counts_before_the_words() -> None:
    assert BOOK.event(NOW, "别的异常", "已揽收").scan is Scan.PICKED_UP
    assert BOOK.event(NOW, "发现异常", "物流").scan is Scan.PROBLEM
    assert BOOK.event(NOW, "发现异常", "物流").words == "物流 发现异常"


def test_the_raw_line_is_kept_without_phones() -> None:
    made = BOOK.event(NOW, "派件员 10000000001", raw="05-19 派件员 100 0000 0001")
    assert (made.words, made.raw) == ("派件员 100****0001", "05-19 派件员 100****0001")


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("10000000001", "100****0001"),
        ("100-0000-0001", "100****0001"),
        ("单号 7710000000001", "单号 7710000000001"),
        ("95720", "95720"),
        ("100****0001", "100****0001"),
    ],
)
def test_phones_are_masked_and_other_numbers_stay(words: str, hidden: str) -> None:
    assert masked_phones(words) == hidden


def test_words_are_compared_in_plain_form() -> None:
    assert bare(" ＥＭＳ 已\t揽收 ") == "ems已揽收"


def test_a_carrier_that_knows_nothing_says_so() -> None:
    assert BOOK.says_nothing("暂无 物流信息")
    assert not BOOK.says_nothing("已揽收")


def test_an_empty_trace_has_no_events_of_any_kind() -> None:
    empty = trace()
    assert (empty.last, empty.first_move, empty.delivered, empty.has_arrived) == (None, None, None, False)


def test_a_trace_knows_its_ends() -> None:
    known = trace(event(30, Scan.OTHER), event(20, Scan.PICKED_UP), event(10, Scan.DELIVERED))
    assert known.last == known.events[2]
    assert known.first_move == known.events[1]
    assert known.delivered == known.events[2]
    assert known.has_arrived


def test_a_parcel_that_came_back_was_not_delivered() -> None:
    back = trace(event(20, Scan.DELIVERED), event(10, Scan.RETURNED))
    assert back.delivered is None
    assert back.has_arrived


def test_a_newer_look_replaces_what_it_covers_and_keeps_the_rest() -> None:
    stored = Trace(NOW - 600, (event(90), event(50), event(10)), "中通")
    new = Trace(NOW, (event(60, Scan.PROBLEM), event(30)))
    both = merged(stored, new)
    assert [one.at for one in both.events] == [NOW - 60 * minutes for minutes in (90, 60, 30, 10)]
    assert (both.looked_at, both.courier) == (NOW, "中通")


def test_the_same_scan_without_seconds_is_one_scan() -> None:
    exact = TraceEvent(NOW + 33, "已揽收", Scan.PICKED_UP)
    rough = TraceEvent(NOW, "已揽收", Scan.PICKED_UP)
    assert merged(trace(exact), trace(rough)).events == (rough,)


def test_a_look_that_finds_nothing_keeps_what_was_known() -> None:
    stored = trace(event(90), looked_at=NOW - 600)
    assert merged(stored, Trace(NOW, courier="圆通")) == Trace(NOW, stored.events, "圆通")


def test_an_older_look_does_not_turn_the_clock_back() -> None:
    assert merged(trace(event(9)), trace(event(90), looked_at=NOW - 600)).looked_at == NOW


def test_the_first_look_is_all_that_is_known() -> None:
    assert merged(None, trace(event(9))) == trace(event(9))
