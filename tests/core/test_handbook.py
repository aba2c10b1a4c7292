"""The handbook: everything that a flow says is on its page, and can be found."""

from typing import Any

import msgspec
import pytest

from deskhelper.core.flow import Due
from deskhelper.core.handbook import due_words, flow_page, pages
from deskhelper.core.handbook_search import Place, PlaceKind, found_in, places
from deskhelper.core.reply import Library
from deskhelper.core.text import Text
from tests.core.make import library_of, outcome, plain_flow, plain_library, question, text

INITIALS = {"催": "c", "发": "f", "货": "h", "流": "l", "程": "c", "召": "z", "回": "h"}


def library(**more: Any) -> Library:
    plain = plain_library()
    flow = plain_flow() | {
        "title": {"zh": "催发货", "en": "Urged"},
        "rules": [
            {"id": "D-TEST-7", "text": text("看一遍"), "figure": "late"},
            {"id": "D-TEST-9", "text": text("不提供"), "refused": True},
        ],
        "hands_over": [{"to": "other", "label": text("介入")}],
    }
    flow["outcomes"]["END"] = outcome(
        title=text("召回包裹"),
        fault="ours",
        evidence=[text("面单")],
        deadlines=[{"text": text("举证"), "due": {"plus_hours": 48}}],
        hands_over=[{"to": "gone", "label": text("转"), "when": {"fact": "has_left", "is": True}}],
        notes=[{"text": text("总是")}, {"text": text("有时"), "when": {"fact": "is_paid", "is": True}}],
    )
    flow["questions"]["last"] = question({"on": "END", "go": [{"when": {"fact": "has_left", "is": True}, "go": "END"}]})
    other = flow | {"id": "other", "title": text("平台介入"), "source": "D-OTHER"}
    return library_of(plain | {"flows": {"test": flow, "other": other}} | more)


def test_each_flow_has_a_page_with_all_its_parts() -> None:
    shipped = library()
    first, second = pages(shipped)
    flow = shipped.flows["test"]
    assert (first.id, first.title.zh, second.id) == ("test", "催发货", "other")
    assert [one.id for one in first.questions] == list(flow.questions)
    assert [one.id for one in first.outcomes] == list(flow.outcomes)
    assert first.sources == ("D-TEST", "LEFT", "AGREE", "REFUND", "END", "D-TEST-7", "D-TEST-9")
    assert first.slots["courier"] == Text(zh="快递", en="快递")


def test_a_question_tells_its_answers_and_where_they_lead() -> None:
    shipped = library()
    wants, left, last = flow_page(shipped, shipped.flows["test"]).questions
    assert [(way.to, way.title.zh) for way in wants.options[0].ways] == [("has_left", "问")]
    assert [(way.title.zh, way.when.zh) for way in last.options[1].ways] == [("召回包裹", "包裹已离仓")]
    (own,) = left.own_answers
    assert (own.when.zh, own.answer.zh, own.reason.zh) == ("包裹已离仓", "yes", "单号 〔运单号〕")
    assert own.reason.en == "单号 [tracking number]"


def test_an_outcome_tells_its_reply_promises_risks_and_clocks() -> None:
    shipped = library()
    by_id = {one.id: one for one in flow_page(shipped, shipped.flows["test"]).outcomes}
    agree = by_id["AGREE"]
    assert agree.wordings == shipped.scripts["agree"].wordings
    assert [(promise.text.zh, promise.due.zh) for promise in agree.promises] == [
        ("〔时间〕前发货", "时间"),
        ("送 〔券〕 元", "时间（24 小时内）"),
    ]
    assert agree.promises[0].text.en == "[时间]前发货"
    assert [(risk.text.zh, risk.is_settled) for risk in agree.risks] == [("赔付", True), ("投诉", True)]
    assert agree.risks[0].dated is not None
    assert agree.risks[1].words is None
    assert not by_id["REFUND"].risks[0].is_settled
    assert [(extra.when.zh, len(extra.texts)) for extra in by_id["LEFT"].extras] == [("有退款申请", 2)]
    assert not by_id["LEFT"].extras[0].is_instead
    end = by_id["END"]
    assert (end.fault, end.wordings, end.extras, end.evidence[0].zh) == ("ours", (), (), "面单")
    assert [(clock.text.zh, clock.due.zh, clock.follow_up) for clock in end.deadlines] == [
        ("举证", "回复后（48 小时内）", None)
    ]
    assert [(note.when and note.when.zh, note.texts[0].zh) for note in end.notes] == [
        (None, "总是"),
        ("已付款", "有时"),
    ]


def test_hand_overs_go_by_the_flow_or_by_their_label() -> None:
    shipped = library()
    page = flow_page(shipped, shipped.flows["test"])
    assert [(away.to, away.title.zh, away.when) for away in page.hands_over] == [("other", "平台介入", None)]
    (away,) = page.outcomes[-1].hands_over
    assert (away.title.zh, away.when.zh) == ("转", "包裹已离仓")


def test_rules_carry_their_figure_and_say_what_is_refused() -> None:
    shipped = library()
    kept, refused = flow_page(shipped, shipped.flows["test"]).rules
    assert (kept.id, kept.refused, kept.line.words.zh) == ("D-TEST-7", False, "数")
    assert (refused.refused, refused.line.words) == (True, None)


@pytest.mark.parametrize(
    ("due", "zh"),
    [
        ({}, "回复后"),
        ({"at_fact": "shipped_at", "plus_hours": 2}, "发货时间（2 小时内）"),
        ({"plus_minutes_of": "minutes"}, "回复后（“分钟”分钟内）"),
        ({"plus_hours_of": "minutes"}, "回复后（“分钟”小时内）"),
        ({"plus_hours_of_figure": "scan", "plus_hours": 1}, "回复后（1 小时＋24 小时，数内）"),
    ],
)
def test_a_due_time_is_told_in_words(due: dict[str, Any], zh: str) -> None:
    assert due_words(msgspec.convert(due, Due), library()).zh == zh


def found(query: str, deep: bool = False) -> list[Place]:
    return found_in(places(pages(library())), query, lambda char: INITIALS.get(char, ""), deep)


def test_a_flow_is_found_by_title_initials_source_and_id() -> None:
    for query in ("催发", "cfh", "d-test", "urged", "test"):
        assert (found(query)[0].flow, found(query)[0].kind) == ("test", PlaceKind.FLOW), query


def test_an_id_given_whole_comes_first() -> None:
    assert [(place.anchor, place.kind) for place in found("D-TEST-7")] == [("D-TEST-7", PlaceKind.RULE)] * 2
    assert found("end")[0].anchor == "END"


def test_titles_that_begin_with_the_words_come_before_others() -> None:
    assert found("召回")[0].kind is PlaceKind.OUTCOME
    assert found("包裹")[0].anchor == "END"


def test_all_words_must_be_there() -> None:
    assert found("召回 包裹")
    assert not found("召回 没有")
    assert found("") == found("  ") == []


def test_the_text_is_looked_into_only_when_asked() -> None:
    assert not found("面单")
    assert found("面单", deep=True)[0].anchor == "END"
    assert found("召回 面单", deep=True)[0].anchor == "END"
    assert found("召", deep=True)[0].anchor == "END"
    assert not found("mmdd", deep=True), "long texts are not read as initials"


def test_what_is_said_instead_is_told_as_such() -> None:
    raw = plain_library()
    raw["scripts"]["left"]["instead"] = [{"when": {"fact": "is_received", "is": True}, "wordings": ["到了。", "到。"]}]
    shipped = library_of(raw)
    [left] = [one for one in flow_page(shipped, shipped.flows["test"]).outcomes if one.id == "LEFT"]
    assert [(one.is_instead, one.texts[0].zh) for one in left.extras] == [(True, "到了。"), (False, "请撤销退款。")]
