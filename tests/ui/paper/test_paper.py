"""Papers: their Chinese words are found in the PDF, nothing is cut in two, what is too large is made to fit."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QImage, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.ui.paper.atoms import Atom, atoms_of
from deskhelper.ui.paper.paper import ask_and_print, document_of, paper_font, save_pdf
from deskhelper.ui.paper.pictures import MOST_DOTS, TALLEST, WIDEST
from deskhelper.ui.paper.sheets import Sheets, page_words, sheets_of

HEAD = "<thead><tr><th>订单号</th><th>方案</th></tr></thead>"
reads_pdf = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")


def table(rows: int, words: str = "收件人要求补发，今天补发并退差价。") -> str:
    body = (f"<tr><td>2605{row:04}</td><td>{words * (1 + row % 5 * 3)}</td></tr>" for row in range(rows))
    return f"<table width='100%'>{HEAD}{''.join(body)}</table>"


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def sheets(document: QTextDocument, folder: Path) -> Sheets:
    return Sheets(document, QPdfWriter(str(folder / "never.pdf")), "交接班", "zh")


@reads_pdf
def test_chinese_words_are_found_in_the_pdf(qapp: QApplication, tmp_path: Path) -> None:
    if paper_font().families()[0].startswith(("Noto", "Source")):
        pytest.skip("no font here whose characters a PDF keeps")
    pdf = tmp_path / "paper.pdf"
    save_pdf(document_of("<h1>收件人</h1><p>金额 ¥9.90，<b>方案</b>：补发</p>"), pdf, "凭证")
    found = text_of(pdf)
    assert [word for word in ("收件人", "金额", "方案", "补发", "¥9.90") if word not in found] == []
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


@reads_pdf
def test_each_page_has_its_number_and_later_ones_the_title_and_the_tables_head(
    qapp: QApplication, tmp_path: Path
) -> None:
    pdf = tmp_path / "paper.pdf"
    save_pdf(document_of("<h1>清单</h1>" + table(40)), pdf, "交接班 05-19")
    pages = [page.replace(" ", "") for page in text_of(pdf).split("\f") if page.strip()]
    assert len(pages) > 2
    assert [f"第{number}页/共{len(pages)}页" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert ["交接班05-19" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert ["订单号" in page for page in pages] == [True] * len(pages)


def test_page_numbers_are_told_in_both_languages() -> None:
    assert (page_words(1, 3, "zh"), page_words(1, 3, "en")) == ("第 1 页 / 共 3 页", "Page 1 of 3")


def test_no_row_no_line_and_no_short_paragraph_is_cut(qapp: QApplication, tmp_path: Path) -> None:
    laid = sheets(document_of("<h1>清单</h1>" + table(60) + f"<p>{'很长的一段话。' * 900}</p>"), tmp_path)
    ends = {sheet.bottom for sheet in laid.sheets[:-1]}
    atoms = atoms_of(laid._document)
    assert len(ends) > 4
    assert [atom for atom in atoms for end in ends if atom.top + 1 < end < atom.bottom - 1] == []
    assert all(sheet.bottom > sheet.top for sheet in laid.sheets)


def test_a_long_word_does_not_widen_the_page(qapp: QApplication, tmp_path: Path) -> None:
    laid = sheets(document_of(f"<p>{'A' * 400}</p><table><tr><td>短</td><td>{'b' * 400}</td></tr></table>"), tmp_path)
    assert laid._document.size().width() <= laid._body.width() + 1


def test_a_heading_goes_with_its_words() -> None:
    atoms = [Atom(0, 80), Atom(80, 95, is_kept_with_next=True), Atom(95, 130)]
    assert [(sheet.top, sheet.bottom) for sheet in sheets_of(atoms, 100)] == [(0, 80), (80, 130)]


def test_headings_alone_stay_where_nothing_else_would_be_left() -> None:
    atoms = [Atom(0, 50, is_kept_with_next=True), Atom(50, 95, is_kept_with_next=True), Atom(95, 130)]
    assert [(sheet.top, sheet.bottom) for sheet in sheets_of(atoms, 100)] == [(0, 95), (95, 130)]


def test_a_page_is_opened_where_the_paper_says_so(qapp: QApplication, tmp_path: Path) -> None:
    words = "<p>一</p><p style='page-break-before: always'>二</p>" + "<p>三</p>"
    assert len(sheets(document_of(words), tmp_path).sheets) == 2
    long = f"<p style='page-break-before: always'>{'长话。' * 200}</p>"
    assert len(sheets(document_of("<p>一</p>" + long), tmp_path).sheets) == 2


def test_a_tables_head_stands_over_each_page_that_begins_inside_it() -> None:
    head = (0.0, 20.0)
    rows = [Atom(20 + 30 * row, 50 + 30 * row, head=head) for row in range(4)]
    dealt = sheets_of([Atom(0, 20, is_kept_with_next=True), *rows], 90)
    assert [(sheet.top, sheet.bottom, sheet.head) for sheet in dealt] == [(0, 80, None), (80, 140, head)]


def test_what_no_page_can_hold_is_cut() -> None:
    assert [(sheet.top, sheet.bottom) for sheet in sheets_of([Atom(0, 250), Atom(250, 260)], 100)] == [
        (0, 100),
        (100, 200),
        (200, 250),
        (250, 260),
    ]


def test_an_empty_paper_has_one_page(qapp: QApplication, tmp_path: Path) -> None:
    assert len(sheets_of([], 100)) == 1
    assert len(sheets(document_of(""), tmp_path).sheets) == 1


def test_a_cell_over_several_rows_does_not_move_their_edges(qapp: QApplication, tmp_path: Path) -> None:
    html = "<table><tr><td rowspan='2'>甲<br>乙<br>丙</td><td>一</td></tr><tr><td>二</td></tr></table>"
    laid = sheets(document_of(html), tmp_path)
    _, first, second, _ = atoms_of(laid._document)
    assert first.bottom == second.top


@pytest.mark.parametrize(
    ("size", "attributes", "shown"),
    [
        ((4000, 3000), "", (TALLEST * 4 // 3, TALLEST)),
        ((300, 2400), "", (TALLEST // 8, TALLEST)),
        ((100, 50), "", (100, 50)),
        ((100, 50), "width='200'", (200, 100)),
        ((100, 50), "height='100'", (200, 100)),
        ((100, 50), "width='6000'", (WIDEST, WIDEST // 2)),
    ],
)
def test_a_picture_fits_the_page_and_keeps_its_shape(
    qapp: QApplication, size: tuple[int, int], attributes: str, shown: tuple[int, int]
) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    document = document_of(f"<p>图</p><p><img src='one' {attributes}></p>", {"one": image})
    found = document.lastBlock().begin().fragment().charFormat().toImageFormat()
    assert abs(found.width() - shown[0]) <= 1
    assert abs(found.height() - shown[1]) <= 1


def test_a_heavy_picture_is_made_lighter_and_a_missing_one_does_no_harm(qapp: QApplication) -> None:
    from PySide6.QtCore import QUrl

    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    document = document_of("<img src='big'>", {"big": image})
    kept = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("big"))
    assert isinstance(kept, QImage)
    assert kept.width() == MOST_DOTS
    document_of("<img src='gone'>", {"gone": QImage()})


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(WorldError) as told:
        save_pdf(document_of("<p>字</p>"), tmp_path / "gone" / "paper.pdf", "字")
    assert told.value.problem.code == "file_unwritable"
    taken = tmp_path / "paper.pdf"
    taken.mkdir()
    with pytest.raises(WorldError):
        save_pdf(document_of("<p>字</p>"), taken, "字")
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


def test_the_font_for_paper_is_one_whose_characters_stay_themselves(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Noto Sans CJK SC", "SimSun", "WenQuanYi Micro Hei"])
    assert paper_font().families()[:3] == ["WenQuanYi Micro Hei", "SimSun", "Noto Sans CJK SC"]


def test_printing_is_asked_first(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: QPrintDialog.DialogCode.Rejected)
    assert not ask_and_print(document_of("<p>字</p>"), "字", window)

    def to_file(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    assert ask_and_print(document_of("<p>字</p>"), "字", window)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_headings_have_the_size_that_the_style_says(qapp: QApplication) -> None:
    document = document_of("<h1>标题</h1><h2>小节</h2><p>字</p>")
    sizes = []
    block = document.begin()
    while block.isValid():
        sizes.append(block.begin().fragment().charFormat().font().pointSizeF())
        block = block.next()
    assert sizes == [16, 12, 10]
