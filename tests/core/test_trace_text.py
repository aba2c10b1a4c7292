from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import local
from deskhelper.core.trace import Scan, ScanBook, ScanRules, ScanWords
from deskhelper.core.trace_text import TraceReader
from tests.core.make import ZONE, at

NOW = at("2026-05-20 12:00")
RULES = ScanRules(
    rules=(
        ScanWords(Scan.PICKED_UP, ("揽",)),
        ScanWords(Scan.IN_TRANSIT, ("离开", "到达", "运输")),
        ScanWords(Scan.OUT_FOR_DELIVERY, ("派",)),
    ),
    expected=("预计",),
    nothing=("暂无物流",),
)
READER = TraceReader(ScanBook(RULES), NOW, ZONE)


def read(text: str) -> list[tuple[str, str]]:
    """Return the events of a text as time and words."""
    return [(f"{local(event.at, ZONE):%m-%d %H:%M:%S}", event.words) for event in READER.read(text).events]


def test_a_reader_tells_when_it_reads() -> None:
    assert READER.now == NOW


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-19 09:12:33 已揽收",
        "2026-05-19 09:12:33.000 已揽收",
        "2026-05-19T09:12:33 已揽收",
        "2026-05-1909:12:33 已揽收",
        "2026/5/19 9:12:33\t已揽收",
        "2026.05.19 09:12:33　已揽收",
        "2026年5月19日 09:12:33 已揽收",
        "2026年5月19日 9时12分33秒 已揽收",
        "5月19日 09:12:33 已揽收",
        "05-19 09:12:33 已揽收",
        "[05-19 09:12:33] 已揽收",
        "【05-19 09:12:33】已揽收",
        "• 05-19 09:12:33 - 已揽收",
        "1. 05-19 09:12:33 已揽收",
        "2026-05-19 星期二 09:12:33 已揽收",
        "2026-05-19 (周二) 09:12:33 已揽收",
        "2026-05-19 09:12:33 周二 已揽收",
        "２０２６－０５－１９　０９：１２：３３　已揽收",
        "昨天 09:12:33 已揽收",
        "昨天 上午9:12:33 已揽收",
        "2026-05-19 09:12:33\n已揽收",
        "2026-05-19\n09:12:33\n已揽收",
        "2026-05-19 星期二\n09:12:33 已揽收",
        "已揽收 2026-05-19 09:12:33",
        "已揽收\n2026-05-19 09:12:33",
        "\ufeff2026-05-19 09:12:33 已揽收\r\n\r\n",
    ],
)
def test_a_line_is_read_however_it_is_written(line: str) -> None:
    assert read(line) == [("05-19 09:12:33", "已揽收")]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("05-19 09:12 已揽收", "05-19 09:12:00"),
        ("昨天 下午3:20 已揽收", "05-19 15:20:00"),
        ("昨天 晚上12:20 已揽收", "05-19 12:20:00"),
        ("前天 8:05 已揽收", "05-18 08:05:00"),
    ],
)
def test_what_is_not_written_is_nothing(line: str, time: str) -> None:
    assert read(line)[0][0] == time


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("05-20 12:59 已揽收", 2026),
        ("05-20 13:01 已揽收", 2025),
        ("12-31 09:12 已揽收", 2025),
        ("02-29 9:12 已揽收", 2024),
    ],
)
def test_a_missing_year_is_the_last_in_which_it_is_not_to_come(line: str, year: int) -> None:
    assert local(READER.read(line).events[0].at, ZONE).year == year


def test_a_new_year_within_the_hour_is_this_one() -> None:
    reader = TraceReader(ScanBook(RULES), at("2026-12-31 23:50"), ZONE)
    assert reader.read("01-01 00:10 已揽收").events[0].at == at("2027-01-01 00:10")


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-19 09:12 已揽收\n2026-05-19 20:00 离开杭州",
        "2026-05-19 20:00 离开杭州\n2026-05-19 09:12 已揽收",
        "2026-05-19 09:12 已揽收 2026-05-19 20:00 离开杭州",
        "已揽收\n2026-05-19 09:12\n离开杭州\n2026-05-19 20:00",
        "2026-05-19 20:00\n离开杭州\n2026-05-19 09:12\n已揽收",
        "05-19\n20:00 离开杭州\n09:12 已揽收",
        "中通\t7731\t2026-05-19 09:12\t已揽收\n中通\t7731\t2026-05-19 20:00\t离开杭州",
    ],
)
def test_the_newest_may_stand_first_or_last(text: str) -> None:
    assert [(time, words.split("\t")[-1].removeprefix("中通 7731 ")) for time, words in read(text)] == [
        ("05-19 09:12:00", words_of(text, "已揽收")),
        ("05-19 20:00:00", words_of(text, "离开杭州")),
    ]


def words_of(text: str, words: str) -> str:
    """Return `words` as the event has them: after the courier's name and number where a table was pasted."""
    return f"7731 {words}" if "\t" in text else words


def test_scans_of_one_minute_keep_the_carriers_order() -> None:
    assert [words for _, words in read("05-19 10:00 到达\n05-19 09:12 离开\n05-19 09:12 已揽收")] == [
        "已揽收",
        "离开",
        "到达",
    ]


def test_a_line_that_stands_twice_is_one_event() -> None:
    assert len(read("05-19 09:12 已揽收\n05-19 09:12 已揽收")) == 1


def test_lines_without_a_time_belong_to_the_event_above() -> None:
    pasted = READER.read("运单详情\n派送中 2026-05-20 08:10\n【北京】正在派件\n电话10000000001")
    assert pasted.unread == ("运单详情",)
    assert pasted.events[0].words == "派送中 【北京】正在派件 电话100****0001"
    assert pasted.events[0].raw == "派送中 2026-05-20 08:10\n【北京】正在派件\n电话100****0001"


def test_a_status_before_the_time_is_the_carriers_own_word() -> None:
    events = READER.read("已揽件 2026-05-19 09:12\n【杭州】的网点\n运输中 2026-05-19 20:00\n快件离开").events
    assert [event.scan for event in events] == [Scan.PICKED_UP, Scan.IN_TRANSIT]


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-19 09:12 离开杭州，预计 2026-05-20 10:00 到达",
        "2026-05-19 09:12 离开杭州，将在 05-19 18:00前送达",
        "2026-05-19 09:12 离开杭州，明后天 2026-05-22 18:00 送达",
        "2026-05-19 09:12 离开杭州\n派送员会在中转完成之后才于2026-05-20 10:00上门",
        "2026-05-19 09:12 离开杭州\n预计 2026-05-20 10:00",
        "2026-05-19 09:12 离开杭州\n单号 2026-13-45 10:00",
    ],
)
def test_a_time_that_is_told_is_no_scan(line: str) -> None:
    assert [time for time, _ in read(line)] == ["05-19 09:12:00"]


def test_a_carrier_that_knows_nothing_gives_a_trace_without_events() -> None:
    pasted = READER.read("中通快递\n暂无物流信息")
    assert (pasted.events, pasted.unread) == ((), ("中通快递", "暂无物流信息"))


@pytest.mark.parametrize("text", ["", "你好", "05-19 09:12", "2026-13-45 09:12 已揽收", "09:12 已揽收", "2026-05-19"])
def test_a_text_without_a_scan_is_one_problem(text: str) -> None:
    with pytest.raises(WorldError) as error:
        READER.read(text)
    assert error.value.problem.code == "trace_nothing"


def test_a_trace_that_is_still_to_come_says_so() -> None:
    with pytest.raises(WorldError) as error:
        READER.read("2026-05-21 09:12 已揽收")
    assert error.value.problem.code == "trace_ahead"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-05-19 09:12", "2026-05-19 09:12"),
        (" 05-19 09:12 ", "2026-05-19 09:12"),
        ("05-19 09:12 已", None),
        ("", None),
    ],
)
def test_a_cell_may_hold_one_time(cell: str, expected: str | None) -> None:
    assert READER.moment(cell) == (at(expected) if expected else None)


@given(st.text(alphabet="0123456789-:/.年月日时分 \t\n[]【】预计前今昨天揽收周二上午T　：９", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        events = READER.read(text).events
    except WorldError:
        return
    assert all(earlier.at <= later.at <= NOW + 3600 for earlier, later in pairwise(events))
