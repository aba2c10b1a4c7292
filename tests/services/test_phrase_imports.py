"""Phrase libraries into ours: nothing silently overwritten, all or nothing, undone as a whole; and out again."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import get_ident

import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.word_list import OwnWord
from deskhelper.core.phrase_script import KnownScripts, PhraseState
from deskhelper.services.imports import ImportCancelled
from deskhelper.services.phrase_imports import Wish
from deskhelper.services.phrase_preview import Choice, WordRow
from deskhelper.services.script_pictures import ScriptPictures

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def chatwoot(folder: Path, *rows: str) -> Path:
    path = folder / "phrases.csv"
    path.write_text("\n".join(["short_code,content", *rows, ""]), "utf-8")
    return path


def own(house: House) -> list[LibraryScript]:
    return [one for one in house.scripts.all(with_disabled=True) if one.scope is not Scope.SHIPPED]


def saved(house: House, *wordings: str, code: str = "", title: str = "我的") -> LibraryScript:
    return house.scripts.save(
        LibraryScript(id="", title=title, wordings=wordings, scope=Scope.SHOP, code=code, notes="注")
    )


def test_a_preview_says_what_would_come_and_changes_nothing(house: House, tmp_path: Path) -> None:
    mine = saved(house, "这款偏小半码哦。", code="xm1")
    yd = "yd,单号{{快递单号}}在路上，{{contact.first_name}}"
    rows = [yd, "xm1,这款正常码。", "zz,这款偏小半码哦。", yd, "lg,{{#if x}}好"]
    preview = house.phrases.preview(chatwoot(tmp_path, *rows))
    assert [(row.row, row.state, row.like.script) for row in preview.rows] == [
        (2, PhraseState.NEW, None), (3, PhraseState.DUPLICATE, mine), (4, PhraseState.DUPLICATE, mine),
        (5, PhraseState.TWICE, None),
    ]  # fmt: skip
    assert preview.rows[0].script.wordings == ("单号{tracking_no}在路上，{buyer_name}",)
    assert preview.rows[0].script.slot_titles == {"buyer_name": "买家称呼"}
    assert [note.code for note in preview.rows[0].notes] == ["phrase_slot_known", "phrase_slot_asked"]
    assert [(one.row, one.problem.code) for one in preview.rejections] == [(6, "phrase_logic")]
    assert preview.count(PhraseState.DUPLICATE) == 2
    assert own(house) == [mine]


def test_a_preview_can_be_made_on_another_thread_and_stopped(house: House, tmp_path: Path) -> None:
    path = chatwoot(tmp_path, "yd9,在路上了。", "dd9,已经到了。")
    shares: list[float] = []
    work = house.phrases.prepare(path, None, lambda share: shares.append(share) is None)
    with ThreadPoolExecutor(1) as other:
        preview = other.submit(work).result()
    assert [row.state for row in preview.rows] == [PhraseState.NEW] * 2
    assert shares == [0.0, 0.5]
    with pytest.raises(ImportCancelled):
        house.phrases.prepare(path, None, lambda _: False)()


def test_a_preview_shows_what_the_outgoing_check_finds(house: House, tmp_path: Path) -> None:
    [row] = house.phrases.preview(chatwoot(tmp_path, "wx,单号{{快递单号}}，加我微信说")).rows
    assert [(number, finding.rule, finding.words) for number, finding in row.findings] == [
        (0, Rule.OFF_PLATFORM, row.findings[0][1].words)
    ]
    assert "微信" in row.findings[0][1].words


def test_new_ones_are_added_and_mine_are_kept_unless_said_otherwise(house: House, tmp_path: Path) -> None:
    mine = saved(house, "这款偏小半码哦。", code="xm1")
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "xm1,这款正常码。"))
    done = house.phrases.apply(preview, Wish(scope=Scope.PERSONAL, category=("带来的",)))
    assert (done.added, done.replaced, done.kept) == (1, 0, 1)
    [kept, new] = own(house)
    assert kept == mine
    assert (new.code, new.wordings, new.scope, new.path) == ("yd9", ("在路上了。",), Scope.PERSONAL, ("带来的",))
    assert house.scripts.find("yd9")[0].script == new


def test_theirs_goes_in_the_place_of_mine_and_leaves_what_it_does_not_know(house: House, tmp_path: Path) -> None:
    mine = saved(house, "这款偏小半码哦。", code="xm1")
    preview = house.phrases.preview(chatwoot(tmp_path, "xm1,这款正常码。", "XM1,这款偏大。"))
    done = house.phrases.apply(preview, Wish({2: Choice.THEIRS, 3: Choice.THEIRS}))
    assert (done.added, done.replaced) == (1, 1)
    [taken, other] = own(house)
    assert (taken.id, taken.wordings, taken.title, taken.notes) == (mine.id, ("这款正常码。",), "我的", "注")
    assert other.wordings == ("这款偏大。",)


def test_both_can_be_kept(house: House, tmp_path: Path) -> None:
    mine = saved(house, "这款偏小半码哦。", code="xm1")
    preview = house.phrases.preview(chatwoot(tmp_path, "xm1,这款正常码。"))
    done = house.phrases.apply(preview, Wish({2: Choice.BOTH}))
    assert (done.added, done.replaced, done.kept) == (1, 0, 0)
    assert [one.wordings[0] for one in own(house)] == [mine.wordings[0], "这款正常码。"]


def test_theirs_for_a_shipped_script_makes_one_in_its_place(house: House, tmp_path: Path) -> None:
    shipped = house.scripts.get("greet_hello")
    preview = house.phrases.preview(chatwoot(tmp_path, f"{shipped.code},欢迎您来。"))
    house.phrases.apply(preview, Wish({2: Choice.THEIRS}, Scope.PERSONAL))
    [taken] = own(house)
    assert (taken.replaces, taken.scope, taken.title) == (shipped.id, Scope.PERSONAL, shipped.title)
    assert house.scripts.get("greet_hello") == shipped


def test_a_preview_that_is_taken_twice_adds_nothing_more(house: House, tmp_path: Path) -> None:
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。"))
    house.phrases.apply(preview)
    again = house.phrases.apply(preview)
    assert (again.added, again.kept) == (0, 1)
    assert len(own(house)) == 1
    assert house.phrases.preview(preview.path).rows[0].state is PhraseState.SAME


def test_rows_can_be_left_out_and_too_deep_ones_are_refused(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("分类,标题,内容\na=>b=>c=>d=>e,深,在路上了。\n浅,浅,已经到了。\n,x,不要的。\n", "utf-8")
    preview = house.phrases.preview(path)
    done = house.phrases.apply(preview, Wish(category=("新",), left_out={4}))
    assert (done.added, done.kept) == (1, 1)
    assert [(one.row, one.problem.code) for one in done.rejections] == [(2, "phrase_deep")]
    assert [one.path for one in own(house)] == [("新", "浅")]


def test_an_import_is_undone_as_a_whole(house: House, tmp_path: Path) -> None:
    mine = saved(house, "这款偏小半码哦。", code="xm1")
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "xm1,这款正常码。"))
    done = house.phrases.apply(preview, Wish({3: Choice.THEIRS}))
    saved(house, "之后的。", title="之后")
    undone = house.phrases.undo(done)
    assert (undone.removed, undone.restored, undone.edited) == (1, 1, 0)
    assert [(one.id, one.wordings) for one in own(house) if one.title == "我的"] == [(mine.id, mine.wordings)]
    assert sorted(one.title for one in own(house)) == ["之后", "我的"]
    with pytest.raises(WorldError) as error:
        house.phrases.undo(done)
    assert error.value.problem.code == "phrase_import_gone"


def test_what_was_edited_since_is_left_alone_by_the_undo(house: House, tmp_path: Path) -> None:
    done = house.phrases.apply(house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "dd9,已经到了。")))
    edited = house.scripts.save(replace(done.after[0], title="改过"))
    undone = house.phrases.undo(done)
    assert (undone.removed, undone.edited) == (1, 1)
    assert own(house) == [edited]


def test_an_import_is_one_step_of_the_librarys_own_undo(house: House, tmp_path: Path) -> None:
    house.phrases.apply(house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "dd9,已经到了。")))
    house.scripts.undo()
    assert own(house) == []


def test_an_imported_phrase_asks_for_its_slots_by_their_titles(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    fields = "form_fields: {颜色: {type: choice, values: [红, 蓝]}}"
    path.write_text(f"matches:\n- trigger: ':cm'\n  form: 选[[颜色]]吧\n  {fields}\n", "utf-8")
    [kept] = house.phrases.apply(house.phrases.preview(path)).after
    assert house.scripts.slot(kept, kept.slots[0]).title.zh == "颜色"
    assert house.scripts.choices(kept, kept.slots[0]) == ("红", "蓝")
    assert house.scripts.draft(kept, None, {kept.slots[0]: "红"}).text == "选红吧"
    assert house.scripts.draft(kept).gaps == kept.slots


def test_a_word_list_goes_to_the_shops_own_words_and_can_be_undone(house: House, tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text("敏感词,所属范畴,风险权重(1-10)\n清仓价,促销,5\n微信,导流,9\n清仓价,促销,5\n长,x,3\n", "utf-8-sig")
    preview = house.phrases.preview(path)
    assert [(one.row, one.is_new) for one in preview.words] == [(2, True), (3, False), (4, False)]
    assert [one.row for one in preview.rejections] == [5]
    done = house.phrases.apply(preview)
    assert (done.added, done.words) == (0, 1)
    assert [one.words for one in house.words.kept.own] == ["清仓价"]
    assert house.phrases.undo(done).words == 1
    assert house.words.kept.own == ()


def test_pictures_beside_the_file_are_taken_and_missing_ones_told(house: House, tmp_path: Path) -> None:
    (tmp_path / "尺码.png").write_bytes(PNG)
    (tmp_path / "坏.png").write_bytes(b"no")
    path = tmp_path / "a.csv"
    path.write_text("标题,内容,图片\n尺码,看图。,尺码.png;没有.png;坏.png\n", "utf-8")
    preview = house.phrases.preview(path)
    assert [note.values["value"] for note in preview.rows[0].notes] == ["没有.png"]
    [kept] = house.phrases.apply(preview).after
    assert len(kept.pictures) == 1
    assert ScriptPictures(house.folder.root).path(kept.pictures[0]).read_bytes() == PNG


@pytest.mark.parametrize("kind", ["yaml", "csv", "xlsx"])
def test_what_is_exported_comes_back(house: House, tmp_path: Path, kind: str) -> None:
    name = ScriptPictures(house.folder.root).add(PNG, "a.png")
    mine = house.scripts.save(
        LibraryScript(id="", title="码", wordings=("选{fit}", "要{fit}"), scope=Scope.SHOP, pictures=(name,),
                      slot_titles={"fit": "版型"})
    )  # fmt: skip
    path = tmp_path / f"out{house.phrases.kinds[kind]}"
    assert house.phrases.export(path, kind).written == 1
    assert house.phrases.preview(path).rows[0].state is PhraseState.SAME
    house.scripts.remove(mine.id)
    ScriptPictures(house.folder.root).path(name).unlink()
    [back] = house.phrases.apply(house.phrases.preview(path)).after
    assert replace(back, id=mine.id, changed_at=mine.changed_at) == mine
    assert ScriptPictures(house.folder.root).path(name).read_bytes() == PNG


def test_a_table_of_nobodys_needs_a_mapping_that_is_remembered(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\nhi,在路上了。\n", "utf-8")
    with pytest.raises(WorldError) as error:
        house.phrases.preview(path)
    assert error.value.problem.code == "phrase_header_unknown"
    with pytest.raises(WorldError) as error:
        house.phrases.preview(path, {"code": "甲"})
    assert error.value.problem.code == "phrase_body_unmapped"
    look = house.phrases.look(path)
    house.phrases.remember_mapping(look, {"body": "乙", "code": "甲"})
    assert [row.script.code for row in house.phrases.preview(path).rows] == ["hi"]


def test_another_file_cannot_write_over_a_script_of_another_agent(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("deskhelper_scripts: 1\nscripts:\n- {id: other, title: 好, wordings: [在路上了。]}\n", "utf-8")
    [kept] = house.phrases.apply(house.phrases.preview(path)).after
    assert kept.id != "other"


def test_an_import_runs_on_another_thread_and_is_taken_on_this_one(house: House, tmp_path: Path) -> None:
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "dd9,已经到了。"))
    shares: list[float] = []
    work = house.phrases.prepare_apply(preview, None, lambda share: shares.append(share) is None)
    with ThreadPoolExecutor(1) as other:
        end = other.submit(work).result()
        assert own(house) == []
        applied = end()
        assert shares == [0.0, 0.25, 0.5, 0.75]
        assert {one.code for one in own(house)} == {"yd9", "dd9"}
        back = other.submit(house.phrases.prepare_undo(applied)).result()
    assert back().removed == 2
    assert own(house) == []


@pytest.mark.parametrize("stop_at", [0.25, 0.75])
def test_an_import_that_is_stopped_changes_nothing(house: House, tmp_path: Path, stop_at: float) -> None:
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。", "dd9,已经到了。"))
    with pytest.raises(ImportCancelled):
        house.phrases.prepare_apply(preview, None, lambda share: share < stop_at)()
    assert own(house) == []
    assert house.database.count("library_scripts") == 0


def test_scripts_are_taken_back_where_the_words_of_an_import_cannot_be_kept(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = house.phrases.preview(chatwoot(tmp_path, "yd9,在路上了。"))
    preview = replace(preview, words=[WordRow(1, OwnWord("秒发"), True)])

    def fail(_: object) -> int:
        raise WorldError("file_unwritable", file="words.json", value="")

    monkeypatch.setattr(house.words, "add_words", fail)
    with pytest.raises(WorldError):
        house.phrases.apply(preview)
    assert own(house) == []
    assert house.database.count("library_scripts") == 0


def test_the_library_is_gone_through_where_no_window_waits(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, places = get_ident(), list[bool]()
    know = KnownScripts.__init__

    def known(self: KnownScripts, scripts: Iterable[LibraryScript]) -> None:
        places.append(get_ident() == here)
        know(self, scripts)

    monkeypatch.setattr(KnownScripts, "__init__", known)
    with ThreadPoolExecutor(1) as other:
        preview = other.submit(house.phrases.prepare(chatwoot(tmp_path, "yd9,在路上了。"))).result()
        other.submit(house.phrases.prepare_apply(preview)).result()()
    assert places == [False, False]
    assert [one.code for one in own(house)] == ["yd9"]
