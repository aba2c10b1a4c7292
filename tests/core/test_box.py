"""The one box: all kinds in one list, best first, none drowned; a buyer's message by its topics."""

import pytest

from deskhelper.core.box import (
    MOST,
    OTHER,
    Answer,
    BoxRow,
    Finds,
    RowKind,
    answer,
    bounded,
    is_message,
    marked,
    order_match,
    ranked_rows,
    worst_match,
)
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.script_search import Match
from deskhelper.core.text import Text
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine
from tests.core.make import order

NUMBER = "260519-123456789014268"
READINGS = dict(zip("催发货重庆保温杯张伟", ["c", "f", "h", "zc", "q", "b", "w", "b", "z", "w"], strict=True))


def initials_of(char: str) -> str:
    return READINGS.get(char, "")


def line(number: int = 1, **more: object) -> OrderLine:
    return OrderLine(number, order(order_no=NUMBER, product="儿童保温杯", spec="灰蓝", **more))


def script(name: str, topic: str = "") -> LibraryScript:
    return LibraryScript(id=name, title=name, wordings=("好的",), topic=topic)


def row(kind: RowKind, match: Match, name: str = "一") -> BoxRow:
    subject = line() if kind is RowKind.ORDER else script(name)
    return BoxRow(kind, subject, match)


def topic(name: str) -> Suggestion:
    return Suggestion(name, Text(zh=name, en=name), 0.5, ["发货"])


def ask(text: str, finds: Finds, *topics: str, about: tuple[LibraryScript, ...] = (), taken: bool = False) -> Answer:
    return answer(
        text,
        finds,
        lambda: [topic(name) for name in topics],
        lambda name: [one for one in about if one.topic == name],
        taken,
    )


def kinds(found: Answer) -> list[RowKind]:
    return [one.kind for one in found.rows]


def test_a_better_match_comes_first_whatever_it_is_of() -> None:
    finds = Finds(
        orders=[row(RowKind.ORDER, Match.PART)],
        flows=[row(RowKind.FLOW, Match.INITIALS)],
        scripts=[row(RowKind.SCRIPT, Match.EXACT)],
        places=[row(RowKind.PLACE, Match.PREFIX)],
    )
    assert kinds(ask("cfh", finds)) == [RowKind.SCRIPT, RowKind.PLACE, RowKind.FLOW, RowKind.ORDER]


def test_among_equals_flows_lead_and_for_digits_orders() -> None:
    same = [row(kind, Match.PREFIX) for kind in (RowKind.ORDER, RowKind.FLOW, RowKind.SCRIPT)]
    finds = Finds(orders=same[:1], flows=same[1:2], scripts=same[2:])
    assert kinds(ask("cf", finds)) == [RowKind.FLOW, RowKind.SCRIPT, RowKind.ORDER]
    assert kinds(ask("42", finds)) == [RowKind.ORDER, RowKind.FLOW, RowKind.SCRIPT]


def test_no_kind_drowns_another() -> None:
    finds = Finds(
        orders=[row(RowKind.ORDER, Match.EXACT)] * 50,
        scripts=[row(RowKind.SCRIPT, Match.PART, str(at)) for at in range(50)],
    )
    found = kinds(ask("cfh", finds))
    assert found.count(RowKind.ORDER) == MOST[RowKind.ORDER]
    assert found.count(RowKind.SCRIPT) == MOST[RowKind.SCRIPT]
    assert len(bounded(finds.orders)) == MOST[RowKind.ORDER]


def test_what_is_merely_alike_is_shown_only_where_nothing_else_is() -> None:
    alike, met = row(RowKind.SCRIPT, Match.ALIKE), row(RowKind.FLOW, Match.BODY)
    assert ranked_rows("cfh", Finds(flows=[met], scripts=[alike])) == [met]
    assert ranked_rows("cfh", Finds(scripts=[alike])) == [alike]


def test_only_orders_are_told_apart_for_the_list_shows_them() -> None:
    assert ask("4268", Finds(orders=[row(RowKind.ORDER, Match.PREFIX)])).has_only_orders
    assert ask("4268", Finds()).has_only_orders
    assert not ask("cfh", Finds(flows=[row(RowKind.FLOW, Match.INITIALS)])).has_only_orders


def test_a_message_has_its_topics_first_each_with_the_scripts_about_it() -> None:
    about = (script("a", "x"), script("b", "x"), script("c", "x"), script("d", "y"), script("e", "y"))
    found = ask("什么时候发货呀", Finds(), "x", "y", about=about)
    assert found.is_message
    names = [one.subject.topic if isinstance(one.subject, Suggestion) else one.subject.id for one in found.rows]
    assert names == ["x", "a", "b", "y", "d"]
    assert [one.topic for one in found.rows] == ["", "x", "x", "", "y"]


def test_other_is_a_suggestion_only_where_it_is_the_likeliest() -> None:
    assert len(ask("什么时候发货呀", Finds(), "x", OTHER).rows) == 1
    assert len(ask("什么时候发货呀", Finds(), OTHER, "x").rows) == 2


def test_what_else_a_message_finds_follows_and_nothing_twice() -> None:
    about = script("a", "x")
    finds = Finds(
        orders=[row(RowKind.ORDER, Match.EXACT)],
        scripts=[BoxRow(RowKind.SCRIPT, about, Match.PART), row(RowKind.SCRIPT, Match.PART, "b")],
    )
    found = ask(f"{NUMBER} 什么时候发", finds, "x", about=(about,))
    assert kinds(found) == [RowKind.TOPIC, RowKind.SCRIPT, RowKind.ORDER, RowKind.SCRIPT]


def test_talk_that_names_an_order_or_begins_a_title_is_a_query() -> None:
    for found in (row(RowKind.ORDER, Match.PART), row(RowKind.SCRIPT, Match.PREFIX)):
        assert not is_message("什么时候发货", [found])
    assert is_message("什么时候发货", [row(RowKind.SCRIPT, Match.PART)])


def test_several_lines_and_a_number_within_talk_are_a_message_whatever_they_find() -> None:
    found = [row(RowKind.ORDER, Match.EXACT)]
    assert is_message("在吗\n发货没", found)
    assert is_message(f"{NUMBER}什么时候到呀", found)


def test_chinese_that_finds_nothing_is_a_message() -> None:
    assert is_message("少件", [])
    assert is_message("少件", [row(RowKind.SCRIPT, Match.ALIKE)])
    assert not is_message("少件", [row(RowKind.SCRIPT, Match.BODY)])
    assert not is_message("少", [])
    assert not is_message("qqq", [])


def test_what_the_watch_took_is_a_message_whatever_it_reads_like() -> None:
    finds = Finds(scripts=[row(RowKind.SCRIPT, Match.EXACT)])
    assert kinds(ask("嗯", finds, "x", taken=True)) == [RowKind.TOPIC, RowKind.SCRIPT]
    assert kinds(ask("嗯", finds, "x")) == [RowKind.SCRIPT]


@pytest.mark.parametrize(
    ("text", "kind", "worst"),
    [
        ("4268", RowKind.SCRIPT, Match.PREFIX),
        ("260519-1234", RowKind.FLOW, Match.PREFIX),
        ("什么时候发货呀", RowKind.SCRIPT, Match.PART),
        ("wlyc", RowKind.PLACE, Match.PART),
        ("物流 异常", RowKind.PLACE, Match.WORDS),
        ("wl yc", RowKind.PLACE, Match.WORDS),
        ("fa", RowKind.SCRIPT, Match.BODY),
        ("fapi", RowKind.SCRIPT, Match.ALIKE),
        ("fa12", RowKind.SCRIPT, Match.BODY),
        ("催发", RowKind.FLOW, Match.BODY),
        ("催发或", RowKind.FLOW, Match.ALIKE),
    ],
)
def test_no_time_is_spent_on_matches_that_are_worth_no_row(text: str, kind: RowKind, worst: Match) -> None:
    assert worst_match(text, kind) is worst


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (NUMBER, Match.EXACT),
        ("4268", Match.PREFIX),
        ("保温", Match.PART),
        ("bwb", Match.WORDS),
        ("4268 保温", Match.PART),
        ("张", Match.PART),
        ("zw", Match.WORDS),
        ("不在", Match.BODY),
    ],
)
def test_an_order_matches_as_its_worst_word_does(text: str, match: Match) -> None:
    assert order_match(line(receiver="张伟"), text, initials_of) is match


@pytest.mark.parametrize(
    ("title", "query", "spans"),
    [
        ("催发货", "发货", [(1, 3)]),
        ("催发货", "cfh", [(0, 3)]),
        ("重庆仓", "cq", [(0, 2)]),
        ("重庆仓", "zq", [(0, 2)]),
        ("催货发货", "货 催", [(0, 2)]),
        ("修改收货地址", "改址", [(1, 2), (5, 6)]),
        ("…4268  保温杯", "4268", [(1, 5)]),
        ("…4268 童保温杯", "４２６８ bwb", [(1, 5), (7, 10)]),
        ("Ａbc", "ab", [(0, 2)]),
        ("催发货", "退", []),
        ("催发货", "", []),
        ("催", "催发货", []),
    ],
)
def test_the_met_part_of_a_title_is_marked(title: str, query: str, spans: list[tuple[int, int]]) -> None:
    assert marked(title, query, initials_of) == spans
