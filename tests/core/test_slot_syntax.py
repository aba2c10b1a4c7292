import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.slot_syntax import Declared, SlotFaultError, SlotNames, SlotReader, SlotWords
from deskhelper.core.text import PLACEHOLDER

WORDS = {
    "tracking_no": SlotWords("运单号", ("快递单号", "tracking number")),
    "order_no": SlotWords("订单号", ("order number", "订单编号")),
    "buyer_name": SlotWords("买家称呼", ("contact.first_name", "买家昵称")),
    "date": SlotWords("日期", ()),
    "time": SlotWords("时间", ()),
}
NAMES = SlotNames(WORDS, {"tracking_no": "运单号", "courier": "快递公司", "reason": "真实原因"})


def reader(**declared: Declared) -> SlotReader:
    return SlotReader(NAMES, declared)


SYNTAXES = [
    "{{%s}}", "{{ %s }}", "{{{%s}}}", "{%s}", "{ %s }", "#{%s}", "%%{%s}", "{%%%s%%}", "{%% %s %%}", "{%%- %s -%%}",
    "${%s}", "[[%s]]", "#%s#", "#{input:%s}", '{{%s|fallback:"y"}}', "{{ %s | default: 'y' }}", "【%s】", "{{%s}",
    "{%s}}",
]  # fmt: skip


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", ["快递单号", "tracking_number", "trackingNumber", "tracking_no", "运单号"])
def test_every_syntax_gives_our_slot_where_the_name_means_it(syntax: str, name: str) -> None:
    made = reader()
    assert made.read(f"单号是{syntax % name}，请查收") == "单号是{tracking_no}，请查收"
    assert made.titles == {}


@pytest.mark.parametrize("syntax", [one for one in SYNTAXES if "【" not in one])
def test_every_syntax_gives_an_asked_slot_where_nobody_knows_the_name(syntax: str) -> None:
    made = reader()
    assert made.read(f"请选{syntax % '尺码'}和{syntax % 'Fit-Type'}，{syntax % '尺码'}") == (
        "请选{asked_1}和{fit_type}，{asked_1}"
    )
    assert made.titles == {"asked_1": "尺码", "fit_type": "Fit-Type"}


def test_the_buyers_name_is_asked_under_its_own_title() -> None:
    made = reader()
    assert made.read("{{contact.first_name}}您好，{买家昵称}") == "{buyer_name}您好，{buyer_name}"
    assert made.titles == {"buyer_name": "买家称呼"}
    assert [note.code for note in made.notes] == ["phrase_slot_asked", "phrase_slot_asked"]


def test_a_name_with_a_path_is_known_by_its_last_part() -> None:
    assert reader().read("{{order.tracking_number}}") == "{tracking_no}"


def test_a_fallback_is_told_and_not_kept() -> None:
    made = reader()
    assert made.read('{{nick|fallback:"朋友"}}您好') == "{nick}您好"
    assert ("phrase_fallback", {"value": "朋友"}) in [(note.code, note.values) for note in made.notes]
    made.read("{{nick | upcase}}{{nick | default: ''}}")
    assert sum(note.code == "phrase_fallback" for note in made.notes) == 1


@pytest.mark.parametrize(
    ("literal", "kept"),
    [
        ("满100减20{限今天，先到先得}", "满100减20｛限今天，先到先得｝"),
        ("a{b", "a｛b"),
        ("c}d", "c｝d"),
        ("{}", "｛｝"),
        ("{{}}", "｛｛｝｝"),
        ("1#楼和2#楼", "1#楼和2#楼"),
        ("##标题##", "##标题##"),
        ("5%优惠", "5%优惠"),
        ("【温馨提示】记得查收", "【温馨提示】记得查收"),
        ("[微笑]", "[微笑]"),
    ],
)
def test_what_is_no_slot_stays_text(literal: str, kept: str) -> None:
    made = reader()
    assert made.read(literal) == kept
    assert [note.code for note in made.notes] == (["phrase_braces"] if kept != literal else [])


def test_a_percent_sign_of_a_figure_is_not_eaten() -> None:
    assert reader().read("打90%{尺码}") == "打90%{asked_1}"


def test_cursor_and_keys_are_left_out() -> None:
    assert reader().read("您好$|$，#{cursor}在#{key:enter}的#{delay:5}") == "您好，在的"
    assert reader().read("$$|$|$完") == "完"


def test_dates_and_times_are_asked() -> None:
    made = reader()
    assert made.read("#{date}#{dateTime:+1d:yyyy}#{time}") == "{date}{date}{time}"
    assert made.titles == {"date": "日期", "time": "时间"}


@pytest.mark.parametrize("logic", ["{{#if x}}", "{{/if}}", "{{^x}}", "{% if x %}", "{% endif %}", "{{> part}}"])
def test_conditions_are_refused(logic: str) -> None:
    with pytest.raises(SlotFaultError) as error:
        reader().read(f"您好{logic}")
    assert error.value.code == "phrase_logic"


def test_a_field_may_be_called_like_logic() -> None:
    assert reader().read("{{for whom}}") == "{for_whom}"


def test_programs_are_refused() -> None:
    for text in ("#{powershell:x.ps1}", "#{envVar:HOME}"):
        with pytest.raises(SlotFaultError) as error:
            reader().read(text)
        assert error.value.code == "phrase_program"
    with pytest.raises(SlotFaultError) as error:
        reader(out=Declared(fault="phrase_program")).read("{{out}}")
    assert error.value.code == "phrase_program"


def test_declared_texts_are_put_in_and_read_too() -> None:
    assert reader(sign=Declared(text="{{who}}敬上")).read("谢谢，#{combo:sign}") == "谢谢，{who}敬上"


def test_a_declared_text_within_itself_is_refused() -> None:
    with pytest.raises(SlotFaultError) as error:
        reader(a=Declared(text="{{b}}"), b=Declared(text="{{a}}")).read("{{a}}")
    assert error.value.code == "phrase_endless"


def test_declared_choices_and_titles_are_kept() -> None:
    made = reader(size=Declared(title="尺码", choices=("S", "M")), reason=Declared(choices=("缺货", "停电")))
    assert made.read("{{size}}{{reason}}") == "{size}{reason_1}"
    assert made.titles == {"size": "尺码", "reason_1": "真实原因"}
    assert made.choices == {"size": ("S", "M"), "reason_1": ("缺货", "停电")}


def test_names_alike_stay_apart_and_are_never_one_of_ours() -> None:
    made = reader()
    assert made.read("{{a b}}{{a-b}}{{9 x}}{{?}}") == "{a_b}{a_b_1}{asked_1}{asked_2}"
    assert made.titles["asked_2"] == "?"


def test_a_slot_of_blanks_only_is_text() -> None:
    assert reader().read("{{ \n }}") == "｛｛ \n ｝｝"


NOISE = st.lists(
    st.one_of(
        st.sampled_from(["{", "}", "{{", "}}", "#", "%", "$", "[[", "]]", "$|$", "|", ":", "-", "x", "尺码", "运单号"]),
        st.text(max_size=4),
    ),
    max_size=25,
).map("".join)


@given(NOISE)
def test_nothing_like_a_slot_is_left_but_ours(text: str) -> None:
    made = reader()
    try:
        read = made.read(text)
    except SlotFaultError:
        return
    rest = PLACEHOLDER.sub("", read)
    assert "{" not in rest
    assert "}" not in rest
    assert set(PLACEHOLDER.findall(read)) <= {*made.titles, *NAMES.known}
    assert not re.search(r"\[\[[\u4e00-\u9fff]{1,20}\]\]", read)


@given(NOISE)
def test_what_was_read_is_read_again_as_it_is(text: str) -> None:
    try:
        once = reader().read(text)
    except SlotFaultError:
        return
    names = SlotNames(WORDS, {**NAMES.known, **dict.fromkeys(PLACEHOLDER.findall(once), "x")})
    assert PLACEHOLDER.findall(SlotReader(names).read(once)) == PLACEHOLDER.findall(once)
