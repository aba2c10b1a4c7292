import pytest

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.phrase import ReadPhrase
from deskhelper.core.phrase_script import KnownScripts, MadeScript, PhraseState, made_script, merged
from deskhelper.core.slot_syntax import Declared, SlotNames, SlotWords

NAMES = SlotNames({"tracking_no": SlotWords("运单号", ("快递单号",))}, {"tracking_no": "运单号"})


def phrase(*wordings: str, **more: object) -> ReadPhrase:
    return ReadPhrase(row=7, wordings=wordings or ("亲，在的。",), **more)  # type: ignore[arg-type]


def made(*wordings: str, **more: object) -> MadeScript:
    return made_script(phrase(*wordings, **more), NAMES)


def script(id_: str, *wordings: str, **more: object) -> LibraryScript:
    return LibraryScript(id=id_, title="问候", wordings=wordings or ("亲，在的。",), **more)  # type: ignore[arg-type]


def refusal(*wordings: str, **more: object) -> tuple[str, object]:
    with pytest.raises(WorldError) as error:
        made(*wordings, **more)
    assert error.value.problem.values["row"] == 7
    return error.value.problem.code, error.value.problem.values.get("count") or error.value.problem.values.get("value")


def test_a_phrase_becomes_a_script_of_the_shop_with_our_slots() -> None:
    more = {"title": "在途", "code": "zt", "path": ("物流",), "topic": "parcel_anomaly"}
    one = made("{{快递单号}}在路上", "单号{快递单号}，{{尺码}}", **more)
    assert one.script == LibraryScript(
        id="", title="在途", wordings=("{tracking_no}在路上", "单号{tracking_no}，{asked_1}"), path=("物流",),
        scope=Scope.SHOP, code="zt", topic="parcel_anomaly", slot_titles={"asked_1": "尺码"},
    )  # fmt: skip
    assert [note.code for note in one.notes] == ["phrase_slot_known", "phrase_slot_known", "phrase_slot_asked"]
    assert one.has_title


def test_choices_of_the_file_are_kept() -> None:
    assert made("{{s}}", declared={"s": Declared(choices=("大", "小"))}).script.slot_choices == {"s": ("大", "小")}


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("亲，在的。", "亲，在的。"),
        ("～～\n{快递单号}已发出", "运单号已发出"),
        ("好" * 30, "好" * 20),
        ("{{鞋码}}有货", "鞋码有货"),
    ],
)
def test_without_a_title_the_first_words_stand_for_one(body: str, title: str) -> None:
    one = made(body)
    assert one.script.title == title
    assert not one.has_title


def test_blanks_in_a_code_are_taken_out_and_told() -> None:
    one = made(code="a b")
    assert one.script.code == "ab"
    assert [note.code for note in one.notes] == ["phrase_code_blanks"]


def test_the_same_wording_counts_once() -> None:
    assert made("好的。", "好的。").script.wordings == ("好的。",)


@pytest.mark.parametrize(
    ("more", "code", "count"),
    [
        ({"code": "x" * 31}, "phrase_code_long", 31),
        ({"title": "题" * 61}, "phrase_title_long", 61),
        ({"path": tuple("abcdef")}, "phrase_deep", 6),
        ({"path": ("类" * 61,)}, "phrase_category_long", 61),
        ({"path": (" ",)}, "phrase_category_empty", None),
    ],
)
def test_what_is_too_long_or_too_deep_is_refused_as_a_whole(more: dict[str, object], code: str, count: object) -> None:
    assert refusal(**more) == (code, count)


def test_a_body_is_measured_after_its_slots_were_turned() -> None:
    assert refusal("好" * 2001) == ("phrase_body_long", 2001)
    assert refusal("好" * 1990 + "{快递单号}") == ("phrase_body_long", 2003)


def test_an_empty_phrase_is_refused() -> None:
    assert refusal(" ") == ("phrase_empty", None)
    assert refusal("$|$") == ("phrase_empty", None)
    assert refusal("！！") == ("phrase_empty", None)


def test_no_wording_at_all_is_refused() -> None:
    with pytest.raises(WorldError) as error:
        made_script(ReadPhrase(row=7, wordings=()), NAMES)
    assert error.value.problem.code == "phrase_empty"


def test_a_condition_is_refused_with_its_row() -> None:
    assert refusal("{{#if x}}好") == ("phrase_logic", "{{#if x}}")


def test_our_own_scripts_are_taken_as_they_are() -> None:
    mine = script("s1", "#新品#{fit}好", slot_titles={"fit": "版型"}, keywords=("问好",), changed_at=0)
    one = made(*mine.wordings, ours=mine, title=mine.title)
    assert one.script == mine
    assert one.notes == ()


def test_what_was_typed_into_our_own_table_by_hand_becomes_slots_too() -> None:
    mine = script("s1", "{快递单号}和{颜色}")
    one = made(*mine.wordings, ours=mine, title="")
    assert one.script.wordings == ("{tracking_no}和{asked_1}",)
    assert one.script.slot_titles == {"asked_1": "颜色"}
    assert one.script.title == "运单号和颜色"


def test_a_phrase_that_the_library_does_not_have_is_new() -> None:
    known = KnownScripts([script("a", "别的。", code="x")])
    assert known.likeness(made(code="zt"), 2).state is PhraseState.NEW


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (script("a", "别的。", code="ZT"), made(code="zt")),
        (script("a", "亲， 在的。"), made("亲，在的。")),
        (script("a", "一。", "亲，在的。"), made("亲，在的。")),
        (script("a", "别的。"), made("亲，在的。", ours=script("a", "亲，在的。"), title="问候")),
        (script("a", "别的。", replaces="greet"), made("亲，在的。", ours=script("greet", "亲，在的。"))),
        (script("greet", "别的。"), made("亲，在的。", ours=script("a", "亲，在的。", replaces="greet"))),
    ],
)
def test_a_phrase_is_a_duplicate_by_code_wording_or_id(mine: LibraryScript, theirs: MadeScript) -> None:
    like = KnownScripts([script("z", "其他。"), mine]).likeness(theirs, 2)
    assert (like.state, like.script) == (PhraseState.DUPLICATE, mine)


def test_who_says_the_same_comes_before_who_only_has_the_code() -> None:
    coded, said = script("a", "别的。", code="zt"), script("b", "亲，在的。")
    assert KnownScripts([coded, said]).likeness(made("亲，在的。", code="zt"), 2).script == said
    both = script("c", "亲，在的。", "另外的。", code="zt")
    assert KnownScripts([said, both]).likeness(made("亲，在的。", code="zt"), 2).script == both


def test_a_phrase_that_would_change_nothing_is_the_same() -> None:
    mine = script("a", "亲，在的。", code="zt", keywords=("在吗",))
    assert KnownScripts([mine]).likeness(made("亲，在的。", code="zt"), 2).state is PhraseState.SAME


def test_a_row_that_says_what_an_earlier_one_said_is_told_by_that_row() -> None:
    known = KnownScripts([])
    assert known.likeness(made("好的。"), 2).state is PhraseState.NEW
    like = known.likeness(made("好 的。"), 5)
    assert (like.state, like.row) == (PhraseState.TWICE, 2)
    assert known.likeness(made("好的。", code="hd"), 6).state is PhraseState.NEW


def test_taking_theirs_leaves_what_their_file_has_no_word_about() -> None:
    mine = script("a", "一。", code="zt", keywords=("在吗",), notes="注", path=("问候",), replaces="greet")
    theirs = made("{{尺码}}有。", title="")
    taken = merged(mine, theirs)
    assert taken.wordings == ("{asked_1}有。",)
    assert taken.slot_titles == {"asked_1": "尺码"}
    assert (taken.id, taken.title, taken.code, taken.keywords, taken.notes, taken.path, taken.replaces) == (
        "a", "问候", "zt", ("在吗",), "注", ("问候",), "greet",
    )  # fmt: skip
    assert merged(mine, made("二。", title="新题", code="new")).title == "新题"
