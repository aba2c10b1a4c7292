"""The parts of the evidence page: models, names of what is pasted, pictures that are none, and the statement's page."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSize, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from deskhelper.core.case_log import LogEntry, LogKind
from deskhelper.core.errors import WorldError
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.statement import Exhibit, FigureLine, Line, Moment, Statement, ToldReply
from deskhelper.core.text import Text
from deskhelper.services.clock import FixedClock
from deskhelper.services.evidence_files import Pasted
from deskhelper.ui.evidence.checklist import ITEM_HEIGHT, THUMB, ChecklistModel, ChecklistView
from deskhelper.ui.evidence.clips import clips_of, read_scaled, sources_of
from deskhelper.ui.evidence.log import MOST_LINES, LogModel, few_lines
from deskhelper.ui.evidence.rows import Row, size_words
from deskhelper.ui.evidence.statement_paper import html_of, save_statement
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import LINE_BREAK

NOW = parse_iso("2026-05-19T12:00:00", zone())
FILE = EvidenceFile(
    id=7, case_id="c", item="照片", name="<打包>.png", file="p.png", sha256="ab" * 32, size=2_000_000, added_at=NOW,
    agent="小暖", note="重量",
)  # fmt: skip


def image(width: int = 40, height: int = 30) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#2F6FED"))
    return made


def statement(*files: EvidenceFile) -> Statement:
    exhibits = [Exhibit(number, file, f"证据/{number:02d}") for number, file in enumerate(files, 1)]
    return Statement(
        order_no="260517-1", shop="测试店", topic="平台介入", made_at=NOW, made_by="小暖", program="1",
        own="第一行\n<b>", facts=[Line("收件状态", "已签收", "推算")], moments=[Moment(NOW, "发货", "平台订单数据")],
        replies=[ToldReply(1, NOW, "小暖", "已发货")],
        figures=[FigureLine("举证时限", "48 小时", "2024 年起", "规则页")],
        exhibits=exhibits,
    )  # fmt: skip


def test_a_long_item_of_the_checklist_takes_the_lines_it_needs(qtbot: QtBot, theme: Theme) -> None:
    view = ChecklistView(theme, lambda key: False)
    qtbot.addWidget(view)
    long = "Photographs of the goods that came back with label, weight and the seal of the parcel in sight"
    view.rows.show_rows([Row("a", long, "", "missing"), Row("b", "Photo", "", "missing")])
    view.resize(340, 400)
    view.show()
    tall, plain = (view.visualRect(view.rows.index(at)).height() for at in (0, 1))
    assert (plain, tall > ITEM_HEIGHT + 10) == (ITEM_HEIGHT, True)
    view.resize(1200, 400)
    qtbot.waitUntil(lambda: view.visualRect(view.rows.index(0)).height() == ITEM_HEIGHT)


def test_the_words_of_an_entry_break_between_words_and_end_in_an_ellipsis(qapp: QApplication) -> None:
    words = "promised ship time 2026-05-16 22:20:00, shipped at 2026-05-15 06:20:00, tracking number 497493929235666"
    text, height = few_lines(words, 200)
    assert [line.strip() for line in text.text().split(LINE_BREAK)] == [
        "promised ship time 2026-05-16", "22:20:00, shipped at 2026-05-15", "06:20:00, tracking number",
        "497493929235666",
    ]  # fmt: skip
    cut, same = few_lines(words * 3, 200)
    assert (cut.text().count(LINE_BREAK), cut.text()[-1], same) == (MOST_LINES - 1, "…", height)
    assert few_lines("one\ntwo", 200)[0].text() == f"one{LINE_BREAK}two"


def test_the_models_are_sound(qtmodeltester: ModelTester) -> None:
    rows = ChecklistModel()
    rows.show_rows([Row("照片", "照片", "", "缺"), Row("照片", FILE.name, "1 KB", file=FILE), Row("", "其他", "")])
    rows.show_thumbs({7: image()})
    qtmodeltester.check(rows)
    assert rows.data(rows.index(0)) == "照片"
    assert isinstance(rows.data(rows.index(1), THUMB), QImage)
    assert rows.data(rows.index(0), THUMB) is None
    assert (rows.place_of("照片", 7), rows.place_of("照片", 8), rows.place_of("没有", None)) == (1, 0, 0)
    log = LogModel("zh", zone())
    log.show_entries([LogEntry(NOW, LogKind.REPLY, Text(zh="复制回复", en=""), Text(zh="好的", en=""), "小暖")])
    qtmodeltester.check(log)
    assert log.data(log.index(0)) == "5-19 12:00 · 复制回复 · 小暖\n好的"


def test_files_come_before_the_picture_that_may_come_with_them(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setImageData(image())
    assert isinstance(clips_of(mime)[0], QImage)
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.png"), QUrl("https://example.com/b.png")])
    assert clips_of(mime) == [Path("/tmp/a.png")]
    mime.clear()
    assert clips_of(mime) == []


def test_a_pasted_picture_becomes_a_png_named_by_the_time(qtbot: QtBot) -> None:
    (source,) = sources_of([image()], FixedClock(NOW))
    assert isinstance(source, Pasted)
    assert source.name == "截图 2026-05-19 12-00-00.png"
    assert source.content.startswith(b"\x89PNG")


def test_a_picture_that_is_none_is_empty_and_a_large_one_shrinks(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(b"no picture")
    assert read_scaled(file, QSize(10, 10)).isNull()
    assert read_scaled(tmp_path / "none.png", QSize(10, 10)).isNull()
    image(400, 300).save(str(file))
    assert read_scaled(file, QSize(100, 100)).size() == QSize(100, 75)


@pytest.mark.parametrize(("size", "words"), [(10, "1 KB"), (2048, "2 KB"), (1_600_000, "1.5 MB")])
def test_sizes_are_told_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_statement_escapes_what_others_wrote_and_names_each_file(qtbot: QtBot) -> None:
    html = html_of(statement(FILE), {"exhibit-1": image(2000, 1000)}, zone())
    assert "第一行<br>&lt;b&gt;" in html
    assert "&lt;打包&gt;.png" in html
    assert html.count(FILE.sha256) == 1
    assert 'width="560" height="280"' in html
    assert "重量" in html
    bare = html_of(statement(), {}, zone())
    assert "没有附带文件" in bare
    assert "六、图片" not in bare


def test_pictures_that_do_not_fit_begin_a_new_page(qtbot: QtBot) -> None:
    files = [EvidenceFile(**{**{n: getattr(FILE, n) for n in FILE.__struct_fields__}, "id": n}) for n in range(3)]
    small = html_of(statement(*files), {f"exhibit-{n}": image() for n in (1, 2, 3)}, zone())
    tall = html_of(statement(*files), {f"exhibit-{n}": image(300, 600) for n in (1, 2, 3)}, zone())
    assert (small.count("page-break-before"), tall.count("page-break-before")) == (1, 3)


def test_the_pdf_holds_words_to_search_and_a_folder_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    image(800, 600).save(str(tmp_path / "p.png"))
    pdf = tmp_path / "s.pdf"
    save_statement(statement(FILE), pdf, lambda file: tmp_path / file.file)
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        told = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        assert "收件状态" in told
        assert FILE.sha256 in told
    with pytest.raises(WorldError) as error:
        save_statement(statement(), tmp_path / "none" / "s.pdf", lambda file: tmp_path / file.file)
    assert error.value.problem.code == "file_unwritable"
