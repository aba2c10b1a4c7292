"""Particles come and go at the ends of sentences; what a reply says stays as it is."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deskhelper.core.particles import PARTICLES, Particles, with_particles
from deskhelper.core.text import Part, fill, joined

LOT, LITTLE, NONE, AS_WRITTEN = Particles.LOT, Particles.LITTLE, Particles.NONE, Particles.AS_WRITTEN


def said(template: str, level: Particles, **values: str) -> str:
    return joined(with_particles(fill(template, values), level))


@pytest.mark.parametrize(
    ("plain", "dressed"),
    [
        ("已经帮您记下了。", "已经帮您记下啦。"),
        ("请您稍等。", "请您稍等哈。"),
        ("有事随时找我", "有事随时找我哈"),
        ("好的。马上查。", "好的呀。马上查。"),
        ("请问您想要哪款？", "请问您想要哪款呢？"),
        ("您直接下单就行！", "您直接下单就行哈！"),
    ],
)
def test_a_known_end_of_a_sentence_takes_its_particle(plain: str, dressed: str) -> None:
    assert said(plain, LOT) == dressed


@pytest.mark.parametrize(
    "plain",
    [
        "实在抱歉。",
        "对不起，请您稍等。",
        "这件缺货了。",
        "没法发了。",
        "谢谢您告诉我。",
        "这是为了。",
        "请问还需要吗？",
        "“我的订单里找我。”",
        "今天18点前就行。",
        "一共3件就好。",
        "您好，三天内就好。",
        "马上发出。",
        "在路上呢。",
    ],
)
def test_nothing_goes_where_it_does_not_belong(plain: str) -> None:
    assert said(plain, LOT) == plain


def test_no_particle_stands_beside_the_value_of_a_slot() -> None:
    assert said("您到{place}就好。", LOT, place="驿站") == "您到驿站就好。"
    assert said("您拍的是{place}。", LOT, place="随时找我") == "您拍的是随时找我。"
    assert said("请您放心{name}", LOT, name="亲") == "请您放心亲"
    assert said("请到{place}签收，签收以后告诉我就好。", LOT, place="驿站") == "请到驿站签收，签收以后告诉我就好哈。"


def test_a_gap_stays_a_gap() -> None:
    parts = [Part(None, "reason"), Part("，请您稍等。")]
    assert with_particles(parts, LOT) == [Part(None, "reason"), Part("，请您稍等。")]
    assert with_particles(parts, NONE) == parts


def test_a_little_is_one_and_none_beside_an_apology() -> None:
    assert said("记下了。请您稍等。", LITTLE) == "记下啦。请您稍等。"
    assert said("在呢，记下了。", LITTLE) == "在呢，记下了。"
    assert said("发晚了很抱歉。请您放心。", LITTLE) == "发晚了很抱歉。请您放心。"
    assert said("发晚了很抱歉。已经记下了。请您放心。", LOT) == "发晚了很抱歉。已经记下了。请您放心哈。"


def test_the_same_never_comes_twice_in_a_row() -> None:
    assert said("请您稍等。有事找我。请放心。", LOT) == "请您稍等哈。有事找我呀。请放心哈。"
    assert said("收到了。记下了。", LOT) == "收到啦。记下了。"
    assert said("记下了。好啦。", LOT) == "记下了。好啦。"


def test_three_are_enough() -> None:
    assert said("稍等。找我。放心。就好。", LOT) == "稍等哈。找我呀。放心哈。就好。"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("已经寄出啦，单号是这个。", "已经寄出了，单号是这个。"),
        ("记下了啦。", "记下了。"),
        ("在路上呢，放心哈！", "在路上，放心！"),
        ("是另外一单呢？", "是另外一单？"),
        ("这件是毛呢。", "这件是毛呢。"),
        ("哎呀，哎哟，哈哈。", "哎呀，哎哟，哈哈。"),
        ("点“好啦”就行。", "点“好啦”就行。"),
        ("好呀", "好"),
        ("没有什么", "没有什么"),
    ],
)
def test_none_takes_out_what_is_written(written: str, plain: str) -> None:
    assert said(written, NONE) == plain


def test_as_written_leaves_everything() -> None:
    parts = fill("寄出啦，稍等。", {})
    assert with_particles(parts, AS_WRITTEN) is parts


def test_a_particle_between_two_figures_stays() -> None:
    parts = [Part("大约3呢"), Part("30", "minutes"), Part("分钟呢。")]
    assert joined(with_particles(parts, NONE)) == "大约3呢30分钟。"


WORDS = st.lists(
    st.sampled_from([*"亲，。！？“”了啦呢哈好3零件", "稍等", "放心", "找我", "哪款", "抱歉", "就行", "\n"]), max_size=14
).map("".join)
PARTS = st.lists(st.one_of(WORDS.map(Part), st.sampled_from([Part("5月19日18点", "t"), Part(None, "gap")])), max_size=6)


@given(PARTS, st.sampled_from(Particles))
@example([Part("3呢"), Part("3")], NONE)
def test_figures_slots_and_all_other_words_stay(parts: list[Part], level: Particles) -> None:
    made = with_particles(parts, level)
    assert [part for part in made if part.slot] == [part for part in parts if part.slot]
    assert [part.slot for part in made] == [part.slot for part in parts]
    assert _bare(made) == _bare(parts)
    assert made == with_particles(parts, level)
    before, after = joined(parts), joined(made)
    assert re.findall(r"[0-9零]+", after) == re.findall(r"[0-9零]+", before)


@given(PARTS)
def test_what_was_added_repeats_nothing_and_stands_by_no_figure(parts: list[Part]) -> None:
    literal = [part for part in parts if part.slot is None and not set(part.words or "") & set(PARTICLES)]
    text = joined(with_particles(literal, LOT))
    added = re.findall(rf"[{PARTICLES}]", text)
    assert all(first != second for first, second in pairwise(added))
    assert not re.search(rf"[0-9零][{PARTICLES}]", text)


def _bare(parts: list[Part]) -> str:
    return re.sub(rf"[{PARTICLES}了]", "", joined(parts))
