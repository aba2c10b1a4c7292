"""Our own files of scripts keep everything, whatever is in it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise
from deskhelper.core.phrase_script import made_script
from deskhelper.core.slot_syntax import SlotNames
from deskhelper.exchange.phrases.cells import guarded, joined, parted, unguarded
from deskhelper.exchange.phrases.saving import WRITERS, write_scripts
from tests.exchange.phrases.conftest import Opener, text_file

WHOLE = LibraryScript(
    id="s1", title="到货", wordings=("=1+1 {fit}，\"好\"\n第二行", "'引号，{tracking_no}"), path=("售前", "a|b=c\\d"),
    scope=Scope.SHOP, code="-dh", keywords=("几天|到", "a\\"), pictures=("图.png",), notes="内部；用", topic="invoice",
    is_enabled=False, review_on=1_800_000_000, promise=ScriptPromise(PromiseKind.SHIP, 48), replaces="greet",
    slot_titles={"fit": "版型=大|小"}, slot_choices={"fit": ("大", "小=中")},
)  # fmt: skip
OWN = ["yaml", "csv", "xlsx"]
NAMES = SlotNames({}, {"tracking_no": "运单号"})


def back(path: Path, look_up: Opener) -> list[LibraryScript]:
    file = look_up(path)
    assert file.rejections == []
    return [made_script(one, NAMES).script for one in file.phrases]


@pytest.mark.parametrize("kind", OWN)
def test_what_is_written_is_read_the_same(tmp_path: Path, look_up: Opener, kind: str) -> None:
    plain = LibraryScript(id="s2", title="好", wordings=("好的。",), scope=Scope.SHOP)
    path = tmp_path / "a.dat"
    report = write_scripts(path, kind, [WHOLE, plain], {})
    assert (report.written, report.refused) == (2, [])
    assert back(path, look_up) == [WHOLE, plain]


NOT_WRITTEN = ("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")
LINES = st.text(st.characters(exclude_categories=NOT_WRITTEN, exclude_characters="{}"), max_size=12)
WORDS = LINES.map(str.strip).filter(bool)
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True)
WORDINGS = st.builds("{}{{{}}}\n{}".format, WORDS, NAME, WORDS)
SCRIPTS = st.builds(
    LibraryScript,
    id=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    title=WORDS,
    wordings=st.lists(WORDINGS, min_size=1, max_size=3, unique=True).map(tuple),
    path=st.lists(WORDS, max_size=5).map(tuple),
    scope=st.just(Scope.SHOP),
    code=st.from_regex(r"[a-z0-9=\-@]{0,5}", fullmatch=True),
    keywords=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    notes=LINES,
    is_enabled=st.booleans(),
    review_on=st.none() | st.integers(1_000_000_000, 4_000_000_000),
    promise=st.none() | st.builds(ScriptPromise, st.sampled_from(PromiseKind), st.integers(1, 500)),
    slot_titles=st.dictionaries(NAME, WORDS, max_size=2),
    slot_choices=st.dictionaries(NAME, st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=2),
)


@pytest.mark.parametrize("kind", OWN)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scripts=st.lists(SCRIPTS, min_size=1, max_size=3))
def test_any_script_goes_there_and_back(
    tmp_path: Path, look_up: Opener, kind: str, scripts: list[LibraryScript]
) -> None:
    path = tmp_path / "a.dat"
    write_scripts(path, kind, scripts, {})
    assert [one.ours for one in look_up(path).phrases] == scripts


@given(st.lists(st.text(max_size=5), min_size=1).filter(lambda values: values != [""]))
def test_values_in_one_cell_are_parted_as_they_were_joined(values: list[str]) -> None:
    assert parted(joined(values)) == tuple(values)


@given(st.text(max_size=5))
def test_no_cell_is_a_formula_and_each_is_given_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in {"=", "+", "-", "@"}


def test_an_entry_that_is_no_script_is_refused_and_the_others_are_taken(tmp_path: Path, look_up: Opener) -> None:
    text = "deskhelper_scripts: 1\nscripts:\n- {title: 好, wordings: [好]}\n- {title: 好}\n- 3\n"
    file = look_up(text_file(tmp_path, f"{text}- {{title: 2, wordings: [x]}}\n"))
    assert [one.title for one in file.phrases] == ["好"]
    assert [(one.row, one.problem.code) for one in file.rejections] == [(row, "phrase_own") for row in (2, 3, 4)]


def test_a_row_that_was_edited_badly_is_refused_with_its_column(tmp_path: Path, look_up: Opener) -> None:
    path = tmp_path / "a.csv"
    write_scripts(path, "csv", [WHOLE, WHOLE, WHOLE], {})
    text = path.read_text("utf-8-sig").replace("ship:48", "ship:soon", 1).replace("ship:48", "sing:4", 1)
    file = look_up(text_file(tmp_path, text))
    assert [(one.row, one.column, one.problem.code) for one in file.rejections] == [
        (2, "承诺", "phrase_cell"), (4, "", "phrase_own"),
    ]  # fmt: skip
    assert len(file.phrases) == 1
    file = look_up(text_file(tmp_path, text.replace("2027-", "bald-")))
    assert {one.column for one in file.rejections} == {"复查时间"}


def test_other_tools_get_their_own_table_with_slots_by_their_titles(tmp_path: Path, look_up: Opener) -> None:
    path = tmp_path / "a.csv"
    one = LibraryScript(
        id="s", title="到货", wordings=("单号{tracking_no}，{fit}", "好的"), path=("售前", "尺码"), code="dh",
        slot_titles={"fit": "版型"},
    )  # fmt: skip
    report = write_scripts(path, "qianniu", [one], {"tracking_no": "运单号"})
    assert (report.written, [note.code for note in report.notes]) == (1, ["phrase_slots_as_titles"])
    assert path.read_bytes().decode("gb18030") == (
        "快捷短语编码,快捷短语,快捷短语分组\r\ndh,单号【运单号】，【版型】,售前 > 尺码\r\ndh,好的,售前 > 尺码\r\n"
    )
    assert [phrase.path for phrase in look_up(path).phrases] == [("售前", "尺码")] * 2


def test_the_chat_workbench_refuses_what_is_too_long_for_it(tmp_path: Path, look_up: Opener) -> None:
    scripts = [
        LibraryScript(id="a", title="有货", wordings=("有的亲",), path=("售前", "库存")),
        LibraryScript(id="b", title="这个标题超过了十个字的", wordings=("有的亲",), path=("售前", "库存")),
        LibraryScript(id="c", title="有货", wordings=("好" * 1001,), path=("售前",)),
    ]
    report = write_scripts(tmp_path / "a.xlsx", "workbench", scripts, {})
    assert report.written == 1
    assert [(one.code, one.values["title"]) for one in report.refused] == [
        ("phrase_export_long", "这个标题超过了十个字的"), ("phrase_export_long", "有货"),
    ]  # fmt: skip
    [phrase] = look_up(tmp_path / "a.xlsx").phrases
    assert (phrase.title, phrase.path, phrase.wordings) == ("有货", ("售前", "库存"), ("有的亲",))


def test_the_chat_workbench_takes_a_thousand_rows(tmp_path: Path) -> None:
    scripts = [LibraryScript(id=str(at), title="好", wordings=("一", "二")) for at in range(501)]
    report = write_scripts(tmp_path / "a.xlsx", "workbench", scripts, {})
    assert (report.written, [one.code for one in report.refused]) == (500, ["phrase_export_rows"])


def test_every_kind_of_file_has_its_ending() -> None:
    assert {kind: one.ending for kind, one in WRITERS.items()} == {
        "yaml": ".yaml", "csv": ".csv", "xlsx": ".xlsx", "qianniu": ".csv", "workbench": ".xlsx",
    }  # fmt: skip
