"""Evidence of a case: added whole, taken off and put back, packed, and proved later; with a clock that moves."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deskhelper.app import House
from deskhelper.core.case_log import LogKind
from deskhelper.core.errors import WorldError
from deskhelper.core.evidence import EvidenceFile, State
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.statement import Statement
from deskhelper.services import evidence_files
from deskhelper.services.case_view import CaseView
from deskhelper.services.clock import FixedClock
from deskhelper.services.evidence import EvidenceStopped
from deskhelper.services.evidence_files import Pasted
from tests.orders import LATE, RECEIVED, SHIPPED, imported

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 600
PDF = b"%PDF-1.4\nmade up\n%%EOF\n"


def write_pdf(statement: Statement, pdf: Path, path_of: Callable[[EvidenceFile], Path]) -> None:
    pdf.write_bytes(PDF)


@pytest.fixture
def view(house: House) -> CaseView:
    """A stored case of platform arbitration on a late order."""
    house.settings.change(agent="小暖")
    order = imported(house, LATE)
    return house.cases.keep(house.cases.open(order, "platform_case"))


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "打包 称重.png", tmp_path / "录像.mp4"]
    made[0].write_bytes(PNG)
    made[1].write_bytes(b"film" * 1000)
    return made


def move(house: House, seconds: int) -> None:
    assert isinstance(house.clock, FixedClock)
    house.clock.move(seconds)


def under(house: House) -> list[str]:
    folder = house.folder.root / "evidence"
    return sorted(path.name for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


def test_files_are_copied_with_hash_time_and_agent(house: House, view: CaseView, pictures: list[Path]) -> None:
    shares: list[float] = []
    added = house.evidence.add(view.case.id, "完整聊天记录", pictures, lambda share: not shares.append(share))
    assert [file.name for file in added.files] == ["打包 称重.png", "录像.mp4"]
    assert shares[-1] == 1.0
    first = added.files[0]
    assert (first.agent, first.added_at, first.size) == ("小暖", house.clock.now(), len(PNG))
    assert house.evidence.path(first).read_bytes() == PNG
    assert first.file.startswith(f"evidence/{view.case.id}/")
    pictures[0].unlink()
    assert house.evidence.path(first).exists()


def test_nothing_is_written_over_and_the_same_content_comes_once(
    house: House, view: CaseView, pictures: list[Path]
) -> None:
    house.evidence.add(view.case.id, "", [pictures[0]])
    pictures[0].write_bytes(PNG + b"another")
    again = house.evidence.add(view.case.id, "", [pictures[0]])
    assert [Path(file.file).name for file in again.files] == ["打包 称重 (2).png"]
    third = house.evidence.add(view.case.id, "", [pictures[0], Pasted("截图.png", PNG + b"another")])
    assert (third.files, third.again) == ([], ["打包 称重.png", "截图.png"])
    assert len(under(house)) == 2


def test_one_bad_file_leaves_nothing_of_the_whole_drop(house: House, view: CaseView, pictures: list[Path]) -> None:
    with pytest.raises(WorldError) as gone:
        house.evidence.add(view.case.id, "", [*pictures, pictures[0].with_name("没有.png")])
    assert gone.value.problem.code == "evidence_unreadable"
    empty = pictures[0].with_name("空.png")
    empty.touch()
    with pytest.raises(WorldError) as nothing:
        house.evidence.add(view.case.id, "", [*pictures, empty])
    assert nothing.value.problem.code == "evidence_empty"
    with pytest.raises(WorldError) as folder:
        house.evidence.add(view.case.id, "", [pictures[0], pictures[0].parent])
    assert folder.value.problem.code == "evidence_unreadable"
    assert under(house) == []
    assert house.evidence.look(view).checklist.files == ()


def test_a_full_disk_and_a_large_file_are_told_and_leave_nothing(
    house: House, view: CaseView, pictures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(evidence_files.os, "fsync", full)
        with pytest.raises(WorldError) as error:
            house.evidence.add(view.case.id, "", pictures)
    assert error.value.problem.code == "evidence_unwritable"
    assert error.value.problem.values["value"] == "No space left on device"
    for source in (pictures[1], Pasted("截图.png", PNG)):
        with monkeypatch.context() as patched:
            patched.setattr(evidence_files, "MOST_BYTES", 500)
            with pytest.raises(WorldError) as large:
                house.evidence.add(view.case.id, "", [source])
        assert large.value.problem.code == "evidence_large"
    assert under(house) == []


def test_a_copy_that_is_not_what_the_file_is_is_refused(
    house: House, view: CaseView, pictures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files.EvidenceFiles, "hash_of", lambda *_: "0" * 64)
    with pytest.raises(WorldError) as error:
        house.evidence.add(view.case.id, "", pictures)
    assert error.value.problem.code == "evidence_copy"
    assert under(house) == []


def test_stopping_keeps_nothing(house: House, view: CaseView, pictures: list[Path]) -> None:
    with pytest.raises(EvidenceStopped):
        house.evidence.add(view.case.id, "", pictures, lambda share: share < 0.5)
    assert under(house) == []


def test_what_was_taken_off_comes_back_within_the_grace_time(
    house: House, view: CaseView, pictures: list[Path]
) -> None:
    file, film = house.evidence.add(view.case.id, "", pictures).files
    house.evidence.remove([file.id])
    assert house.evidence.look(view).checklist.files == (film,)
    move(house, 29 * DAY)
    assert house.evidence.sweep() == 0
    house.evidence.put_back([file.id])
    assert len(house.evidence.look(view).checklist.files) == 2
    house.evidence.remove([file.id])
    move(house, 31 * DAY)
    assert house.evidence.sweep() == 1
    assert not house.evidence.path(file).exists()
    house.evidence.put_back([file.id])
    assert house.evidence.look(view).checklist.files == (film,)
    told = [entry for entry in house.evidence.look(view).log if entry.kind is LogKind.EVIDENCE]
    assert [entry.title.zh for entry in told] == ["添加证据", "添加证据", "移除证据"]


def test_old_files_that_no_case_knows_are_swept_away(house: House, view: CaseView, pictures: list[Path]) -> None:
    house.evidence.add(view.case.id, "", [pictures[0]])
    folder = house.folder.root / "evidence" / view.case.id
    for name, age in (("cut off.png", 2 * DAY), ("being written.png", 0)):
        (folder / name).write_bytes(b"x")
        old = os.stat(folder / name).st_mtime - age
        os.utime(folder / name, (old, old))
    assert house.evidence.sweep() == 1
    assert under(house) == ["being written.png", "打包 称重.png"]


def test_evidence_of_a_case_that_is_gone_goes_with_it(house: House, view: CaseView, pictures: list[Path]) -> None:
    house.evidence.add(view.case.id, "", pictures)
    house.database.execute("DELETE FROM cases")
    assert house.evidence.sweep() == 2
    assert under(house) == []
    assert house.database.count("evidence") == house.database.count("snapshots") == 0


def closed(house: House, view: CaseView) -> CaseView:
    house.cases.finish(view)
    return house.cases.get(view.case.id)


def test_evidence_is_let_go_so_many_days_after_its_case_is_done_and_the_log_says_so(
    house: House, view: CaseView, pictures: list[Path]
) -> None:
    first, taken_off = house.evidence.add(view.case.id, "完整聊天记录", pictures).files
    house.evidence.set_note(first.id, "买家姓氏")
    house.evidence.remove([taken_off.id])
    view = closed(house, view)
    days = house.settings.current.evidence_days
    assert days == 1095
    move(house, days * DAY)
    assert house.evidence.let_go() == 0
    move(house, 1)
    assert house.evidence.let_go() == 2
    assert under(house) == []
    assert house.evidence.look(view).checklist.files == ()
    told = [entry for entry in house.evidence.look(view).log if entry.kind is LogKind.EVIDENCE]
    assert [entry.title.zh for entry in told] == ["添加证据", "添加证据", *["证据到保存期限，已删除"] * 2]
    assert told[-1].at == house.clock.now()
    kept = [value for row in house.database.rows("SELECT name, note, file FROM evidence") for value in row]
    assert set(kept) == {""}, "nothing about the buyer is left"
    assert house.evidence.let_go() == 0


def test_evidence_of_an_open_case_is_never_let_go_nor_what_an_open_case_of_the_order_shows(
    house: House, view: CaseView, pictures: list[Path]
) -> None:
    house.settings.change(evidence_days=1)
    house.evidence.add(view.case.id, "", pictures)
    move(house, 400 * DAY)
    assert house.evidence.let_go() == 0
    view = closed(house, view)
    other = house.cases.keep(house.cases.open(view.order, "late_shipment"))
    move(house, 400 * DAY)
    assert house.evidence.let_go() == 0
    closed(house, other)
    move(house, 2 * DAY)
    assert house.evidence.let_go() == 2


def test_a_period_of_nought_keeps_evidence_for_ever(house: House, view: CaseView, pictures: list[Path]) -> None:
    house.settings.change(evidence_days=0)
    house.evidence.add(view.case.id, "", pictures)
    closed(house, view)
    move(house, 9999 * DAY)
    assert house.evidence.let_go() == 0
    assert len(under(house)) == 2


def test_notes_and_items_of_files(house: House, view: CaseView, pictures: list[Path]) -> None:
    (file,) = house.evidence.add(view.case.id, "", [pictures[0]]).files
    house.evidence.set_note(file.id, "  左上角\n是重量 ")
    house.evidence.set_item(file.id, "打包重量、打包录像")
    (now,) = house.evidence.look(view).checklist.files
    assert (now.note, now.item) == ("左上角 是重量", "打包重量、打包录像")


def with_outcome(house: House, view: CaseView, **answers: str) -> CaseView:
    for question, option in answers.items():
        view = house.cases.answer(view, question, option)
    while view.walk.question is not None:
        view = house.cases.answer(view, view.walk.question, next(iter(view.flow.questions[view.walk.question].options)))
    return view


def test_the_checklist_is_the_outcomes_and_fills(house: House, view: CaseView, pictures: list[Path]) -> None:
    assert house.evidence.look(view).checklist.items == ()
    view = with_outcome(house, view)
    shown = house.evidence.look(view).checklist
    assert shown.items
    assert shown.missing
    item = shown.missing[0]
    house.evidence.add(view.case.id, item.key, [pictures[0]])
    filled = next(one for one in house.evidence.look(view).checklist.items if one.key == item.key)
    assert (filled.state, len(filled.files)) == (State.THERE, 1)


def test_another_case_of_the_order_shows_the_same_evidence(house: House, view: CaseView, pictures: list[Path]) -> None:
    house.evidence.add(view.case.id, "", [pictures[0]])
    other = house.cases.open(view.order, "urge_shipment")
    assert len(house.evidence.look(other).checklist.files) == 1


def test_the_log_tells_answers_orders_replies_and_promises_in_time(house: House) -> None:
    house.settings.change(agent="小暖")
    order = imported(house)
    view = house.cases.open(order, "urge_shipment")
    move(house, 60)
    view = house.cases.answer(view, "wants", "ship")
    move(house, 60)
    view = house.cases.answer(view, "has_left", "no")
    view = house.cases.answer(view, "can_ship", "yes")
    move(house, 60)
    gate = house.cases.may_copy(view)
    assert gate.text
    view = house.cases.record_copy(view, gate.text)
    move(house, HOUR)
    imported(house, SHIPPED)
    log = house.evidence.look(house.cases.refresh(view)).log
    told = [(entry.kind, entry.title.zh) for entry in log if entry.kind not in {LogKind.CASE, LogKind.SCAN}]
    assert (LogKind.ORDER, "订单状况（建立案例时）") in told
    assert [title for kind, title in told if kind is LogKind.ANSWER] == ["判断"] * 3
    kinds = [kind for kind, _ in told]
    assert kinds.index(LogKind.REPLY) > kinds.index(LogKind.ANSWER)
    assert (LogKind.ORDER, "订单有变化（导入新数据后）") in told
    changed = next(entry for entry in log if entry.title.zh.startswith("订单有变化"))
    assert "发货时间：– → 2026-05-18 18:30:00" in changed.detail.zh
    given = next(entry for entry in log if entry.kind is LogKind.ANSWER)
    assert (given.agent, given.detail.zh.split(" → ")[1]) == (
        "小暖",
        view.flow.questions["wants"].options["ship"].label.zh,
    )
    assert log == sorted(log, key=lambda entry: entry.at)


def test_an_import_that_changes_nothing_adds_no_snapshot(house: House, view: CaseView) -> None:
    imported(house, LATE)
    assert house.database.count("snapshots") == 1
    imported(house, RECEIVED)
    imported(house, RECEIVED)
    assert house.database.count("snapshots") == 2
    stored = house.database.rows("SELECT content FROM snapshots")
    assert all("138****0001" in content and "测**" in content for (content,) in stored)


def test_a_case_that_was_only_looked_at_leaves_no_trace(house: House) -> None:
    house.cases.open(imported(house), "urge_shipment")
    assert house.database.count("snapshots") == house.database.count("answers_given") == 0


def test_the_clock_runs_from_the_platforms_notice(house: House, view: CaseView) -> None:
    house.marks.set_platform_notice(view.order, house.clock.now())
    shown = house.evidence.look(house.cases.refresh(view))
    assert shown.hours is not None
    assert shown.hours.value == 48
    assert shown.until == house.clock.now() + 48 * HOUR
    move(house, 49 * HOUR)
    late = house.cases.refresh(view)
    assert late.facts.get("evidence_passed") is True


@pytest.fixture
def packed(house: House, view: CaseView, pictures: list[Path], tmp_path: Path) -> Path:
    """A pack with two files of evidence."""
    view = with_outcome(house, view)
    house.evidence.add(view.case.id, "", pictures)
    plan = house.packs.plan(view, "  商品按时发出。 ")
    assert plan.missing
    assert plan.statement.own == "商品按时发出。"
    assert plan.name == "申诉材料-110001-20260519.zip"
    made = house.packs.make_pack(plan, tmp_path / plan.name, write_pdf)
    assert (made.count, made.size) == (2, made.file.stat().st_size)
    return made.file


def test_a_pack_holds_statement_originals_and_manifest(house: House, packed: Path, pictures: list[Path]) -> None:
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == ["情况说明.pdf", "证据/01 打包 称重.png", "证据/02 录像.mp4", "manifest.json"]
        assert archive.read("证据/01 打包 称重.png") == PNG
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["made_by"] == "小暖"
    assert [file["name"] for file in manifest["files"]] == ["情况说明.pdf", "打包 称重.png", "录像.mp4"]
    verdict = house.packs.verify_pack(packed)
    assert (verdict.look.faults, verdict.is_known) == ([], True)
    assert not packed.with_name(packed.name + ".part").exists()


def test_a_pack_proves_whole_on_another_desk(house: House, packed: Path, tmp_path: Path) -> None:
    other = House(type(house.folder)(tmp_path / "other"), house.clock)
    verdict = other.packs.verify_pack(packed)
    other.close()
    assert (verdict.look.faults, verdict.is_known) == ([], False)


def rewritten(pack: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Write the pack anew with its entries changed."""
    with zipfile.ZipFile(pack) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(pack, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return pack


def codes(house: House, pack: Path) -> list[str]:
    return [fault.code for fault in house.packs.verify_pack(pack).look.faults]


def test_a_tampered_pack_is_caught(house: House, packed: Path) -> None:
    whole = packed.read_bytes()

    def changed(change: Callable[[dict[str, bytes]], object]) -> list[str]:
        packed.write_bytes(whole)
        return codes(house, rewritten(packed, change))

    film, picture = "证据/02 录像.mp4", "证据/01 打包 称重.png"
    assert changed(lambda entries: entries.update({film: b"FILM" + entries[film][4:]})) == ["pack_file_changed"]
    assert changed(lambda entries: entries.update({film: b""})) == ["pack_file_changed"]
    assert changed(lambda entries: entries.pop(picture)) == ["pack_file_missing"]
    assert changed(lambda entries: entries.update({"证据/03 假.png": PNG})) == ["pack_file_extra"]
    assert changed(lambda entries: entries.update({"../../逃.txt": b"x"})) == ["pack_file_extra"]
    renamed = ("小暖".encode(), "小冷".encode())
    manifest = "manifest.json"
    assert changed(lambda e: e.update({manifest: e[manifest].replace(*renamed)})) == ["pack_manifest_changed"]


def test_one_changed_byte_in_the_file_itself_is_caught(house: House, packed: Path) -> None:
    content = bytearray(packed.read_bytes())
    content[content.index(b"filmfilm") + 5] ^= 1
    packed.write_bytes(content)
    assert codes(house, packed) == ["pack_file_changed"]


def test_a_pack_with_a_new_manifest_of_its_own_is_known_as_another_one(house: House, packed: Path) -> None:
    from deskhelper.core.pack import manifest_bytes, read_manifest, sealed

    def forge(entries: dict[str, bytes]) -> None:
        manifest = read_manifest(entries["manifest.json"])
        fewer = type(manifest)(**{**{n: getattr(manifest, n) for n in manifest.__struct_fields__},
                                  "files": manifest.files[:-1]})  # fmt: skip
        entries["manifest.json"] = manifest_bytes(sealed(fewer))
        del entries["证据/02 录像.mp4"]

    assert codes(house, rewritten(packed, forge)) == ["pack_other_manifest"]


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + b"\x00" * 40])
def test_what_is_no_pack_is_told(house: House, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(WorldError) as error:
        house.packs.verify_pack(file)
    assert error.value.problem.code == "pack_unreadable"
    with pytest.raises(WorldError) as missing:
        house.packs.verify_pack(tmp_path / "none.zip")
    assert missing.value.problem.code == "pack_unreadable"


def test_a_zip_without_a_manifest_is_no_pack(house: House, packed: Path) -> None:
    with pytest.raises(WorldError) as error:
        codes(house, rewritten(packed, lambda entries: entries.pop("manifest.json")))
    assert error.value.problem.code == "pack_unreadable"


def test_no_pack_is_made_of_a_file_that_was_changed(house: House, view: CaseView, pictures: list[Path]) -> None:
    (file, _) = house.evidence.add(view.case.id, "", pictures).files
    target = pictures[0].with_name("pack.zip")
    target.write_bytes(b"before")
    for spoil in (lambda path: path.write_bytes(b"other"), lambda path: path.unlink()):
        spoil(house.evidence.path(file))
        with pytest.raises(WorldError) as error:
            house.packs.make_pack(house.packs.plan(view), target, write_pdf)
        assert error.value.problem.code == "pack_source_changed"
    assert target.read_bytes() == b"before"
    assert [path.name for path in target.parent.glob("*.part")] == []


def test_a_statement_that_was_cut_off_makes_no_pack(house: House, view: CaseView, tmp_path: Path) -> None:
    for content in (PDF[:12], b"", None):

        def cut(statement: Statement, pdf: Path, _: object, content: bytes | None = content) -> None:
            if content is not None:
                pdf.write_bytes(content)

        with pytest.raises(WorldError) as error:
            house.packs.make_pack(house.packs.plan(view), tmp_path / "pack.zip", cut)
        assert error.value.problem.code == "pack_not_written"
    assert not (tmp_path / "pack.zip").exists()


def test_a_pack_can_be_stopped_and_a_missing_folder_is_told(
    house: House, view: CaseView, pictures: list[Path], tmp_path: Path
) -> None:
    house.evidence.add(view.case.id, "", pictures)
    plan = house.packs.plan(view)
    with pytest.raises(EvidenceStopped):
        house.packs.make_pack(plan, tmp_path / "pack.zip", write_pdf, lambda share: share < 0.5)
    with pytest.raises(WorldError) as error:
        house.packs.make_pack(plan, tmp_path / "none" / "pack.zip", write_pdf)
    assert error.value.problem.code == "file_not_written"
    assert list(tmp_path.glob("pack.zip*")) == []
    assert house.evidence.look(view).packs == []


def test_the_statement_holds_only_what_is_known(house: House, view: CaseView) -> None:
    statement = house.packs.plan(view).statement
    names = {line.name: line for line in statement.facts}
    assert "发货时间" not in names
    assert "签收时间" not in names
    assert names["承诺发货时间"].remark == ""
    assert {moment.words for moment in statement.moments} == {"成团", "承诺发货时间"}
    assert statement.replies == []
    assert "138" not in repr(statement)


def test_a_backup_has_the_evidence_and_brings_it_back(
    house: House, view: CaseView, pictures: list[Path], tmp_path: Path
) -> None:
    file, _ = house.evidence.add(view.case.id, "", pictures).files
    report = house.backups.backup(tmp_path / "backup.zip")
    assert file.file in report.parts
    house.evidence.path(file).write_bytes(b"spoilt")
    assert problem_of(house) == ("doctor_evidence", 1)
    house.backups.restore(tmp_path / "backup.zip")
    assert house.evidence.path(file).read_bytes() == PNG
    assert problem_of(house) is None


def test_the_doctor_misses_a_file_that_is_gone(house: House, view: CaseView, pictures: list[Path]) -> None:
    file, film = house.evidence.add(view.case.id, "", pictures).files
    house.evidence.remove([film.id])
    house.evidence.path(film).unlink()
    assert problem_of(house) is None
    house.evidence.path(file).unlink()
    assert problem_of(house) == ("doctor_evidence", 1)


def problem_of(house: House) -> tuple[str, object] | None:
    """Return what the doctor says of the evidence."""
    (check,) = [check for check in house.doctor.checks() if check.name == "evidence"]
    return (check.problem.code, check.problem.values["count"]) if check.problem else None
