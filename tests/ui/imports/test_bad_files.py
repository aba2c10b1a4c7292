"""What an agent drops on the window that is no order file, or not quite: one sentence each, and nothing half done."""

import builtins
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.ui.imports.flow import ImportFlow
from deskhelper.ui.imports.mapping import MappingDialog
from deskhelper.ui.imports.run import Step
from tests.ui.imports.conftest import HEADER, MakeFile, order_rows
from tests.ui.imports.test_flow import Gate, asked, finish, steps, stored

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def sheet(path: Path, rows: list[list[str]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def locked_workbook() -> bytes:
    """Return the container of a workbook with a password: a header, one sector of allocation, one of directory."""
    header = bytearray(512)
    header[:8] = OLE
    header[24:34] = bytes.fromhex("3E000300FEFF09000600")
    header[44:48] = (1).to_bytes(4, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[56:60] = (4096).to_bytes(4, "little")
    header[60:64] = header[68:72] = b"\xfe\xff\xff\xff"
    header[76:512] = b"\x00\x00\x00\x00" + b"\xff" * 432
    allocation = bytes.fromhex("FDFFFFFFFEFFFFFF") + b"\xff" * 504
    directory = bytearray(512)
    for place, name in enumerate(("Root Entry", "EncryptionInfo", "EncryptedPackage")):
        words = name.encode("utf-16-le")
        directory[place * 128 : place * 128 + len(words)] = words
        directory[place * 128 + 64] = len(words) + 2
        directory[place * 128 + 66] = 2 if place else 5
    return bytes(header + allocation + directory)


def half_written(path: Path) -> bytes:
    whole = sheet(path.with_name("whole.xlsx"), [HEADER.split(","), *(row.split(",") for row in order_rows(200))])
    return whole.read_bytes()[: whole.stat().st_size // 2]


BAD: dict[str, Callable[[Path], bytes]] = {
    "空文件.csv": lambda path: b"",
    "只有空行.csv": lambda path: b"\r\n\r\n",
    "截图.csv": lambda path: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20,
    "照片.xlsx": lambda path: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20,
    "没写完.xlsx": half_written,
    "有密码.xlsx": lambda path: locked_workbook(),
    "网页.xls": lambda path: "<html><body>请先登录</body></html>".encode(),
    "只有表头.csv": lambda path: (HEADER + "\n").encode(),
    "空表.xlsx": lambda path: sheet(path, []).read_bytes(),
    "只有表头.xlsx": lambda path: sheet(path, [HEADER.split(",")]).read_bytes(),
}


@pytest.fixture
def shop(house: House) -> str:
    for platform in ("pdd", "other"):
        house.imports.set_shop(platform, "暖居家纺店")
    return "暖居家纺店"


@pytest.mark.parametrize("name", [*BAD])
def test_a_file_that_holds_no_orders_is_one_sentence_with_its_name(
    qtbot: QtBot, flow: ImportFlow, house: House, tmp_path: Path, shop: str, name: str
) -> None:
    file = tmp_path / name
    content = BAD[name](file)
    file.write_bytes(content)
    with qtbot.assertNotEmitted(flow.orders_changed):
        finish(qtbot, flow, file)
    run = flow.dialog.cards[0].run
    told = [run.trouble, run.remark, *flow.dialog.cards[0].notes]
    said = [sentence for sentence in told if sentence]
    assert len(said) == 1, said
    assert name in said[0]
    assert stored(house) == 0
    qtbot.keyClick(flow.dialog, Qt.Key.Key_Escape)
    assert flow.dialog.isHidden()


@pytest.mark.parametrize(
    ("name", "words"), [("有密码.xlsx", "password"), ("空文件.csv", "empty"), ("没写完.xlsx", "cut off")]
)
def test_the_sentence_says_what_is_wrong(
    qtbot: QtBot, flow: ImportFlow, tmp_path: Path, shop: str, name: str, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(BAD[name](file))
    finish(qtbot, flow, file)
    assert words in flow.dialog.cards[0].run.trouble


def test_all_of_them_at_once_leave_the_good_one_alone(
    qtbot: QtBot, flow: ImportFlow, house: House, tmp_path: Path, make_file: MakeFile, shop: str
) -> None:
    good = make_file("好的.csv", order_rows(7))
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content(tmp_path / name))
    finish(qtbot, flow, *(tmp_path / name for name in BAD), tmp_path / "没有了.csv", good)
    assert steps(flow)[-1] is Step.DONE
    assert stored(house) == 7
    assert "没有了.csv" in flow.dialog.cards[-2].run.trouble
    assert not flow.is_running


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "utf-16-be"])
def test_other_encodings_come_in_as_they_are(
    qtbot: QtBot, flow: ImportFlow, house: House, tmp_path: Path, shop: str, encoding: str
) -> None:
    file = tmp_path / "订单.csv"
    words = "\r\n".join([HEADER, *order_rows(20)]) + "\r\n"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    file.write_bytes(mark + words.encode(encoding))
    finish(qtbot, flow, file)
    assert steps(flow) == [Step.DONE]
    assert house.orders.find("260517-204417893064003").product == "法兰绒四件套"


def test_five_bad_rows_among_a_thousand_are_named_and_can_be_saved(
    qtbot: QtBot,
    flow: ImportFlow,
    house: House,
    make_file: MakeFile,
    tmp_path: Path,
    shop: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = order_rows(1000)
    bad = (0, 10, 500, 501, 999)
    for place in bad:
        rows[place] = f",{rows[place].partition(',')[2]}"
    finish(qtbot, flow, make_file(rows=rows))
    card = flow.dialog.cards[0]
    assert (steps(flow), stored(house)) == ([Step.DONE], 995)
    assert [rejection.row for rejection in card.run.report.rejected] == [place + 2 for place in bad]
    assert all(rejection.column == "订单号" for rejection in card.run.report.rejected)
    assert not flow.dialog._table_part.isHidden()
    saved = tmp_path / "rejected.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    card.save_button.setFocus()
    qtbot.keyClick(card.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "rejected.csv" in card.run.remark)
    assert len(saved.read_text("utf-8-sig").strip().splitlines()) == 6


def test_a_file_that_may_not_be_read_is_told(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel holds a file it writes: Windows then refuses to open it, as a file without rights is refused here."""
    file = make_file()
    refuse(monkeypatch, file)
    finish(qtbot, flow, file)
    assert steps(flow) == [Step.FAILED]
    assert file.name in flow.dialog.cards[0].run.trouble
    assert stored(house) == 0


def refuse(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Have the system refuse to open a file, also where all may be read."""
    opened = io.open

    def open_unless_held(path: object, *given: object, **named: object) -> object:
        if Path(str(path)) == file:
            raise PermissionError(13, "held by another program", str(file))
        return opened(path, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", open_unless_held)
    monkeypatch.setattr(builtins, "open", open_unless_held)


def test_a_wrong_header_is_asked_about_and_enter_without_an_answer_does_not_go_on(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    flow.start([make_file("错表头.csv", ["1,2,3"], "甲,乙,丙"), make_file("好.csv")])
    question = asked(qtbot, flow, MappingDialog)
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert flow.question is question
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert steps(flow) == [Step.CANCELLED, Step.DONE]
    assert stored(house) == 3


def test_a_folder_without_order_files_says_so(flow: ImportFlow, tmp_path: Path) -> None:
    (tmp_path / "资料").mkdir()
    (tmp_path / "资料" / "说明.pdf").write_bytes(b"%PDF-1.7")
    flow.start([tmp_path / "资料"])
    assert not flow.is_running
    assert flow.dialog.title.text() == "Nothing was imported"
    assert "“说明.pdf”" in flow.dialog.left_out.text()
    flow.dialog.close()
    (tmp_path / "空").mkdir()
    flow.start([tmp_path / "空"])
    assert flow.dialog.isHidden()


def test_cancelled_in_the_middle_nothing_of_the_file_stays_and_it_comes_in_afterwards(
    qtbot: QtBot,
    flow: ImportFlow,
    house: House,
    make_file: MakeFile,
    tmp_path: Path,
    shop: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = Gate(house, monkeypatch)
    broken = tmp_path / "空文件.csv"
    broken.touch()
    large = make_file("大.csv", order_rows(6000))
    flow.start([broken, large])
    qtbot.waitUntil(gate.held.is_set, timeout=20_000)
    qtbot.keyClick(flow.dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        gate.go.set()
    assert (steps(flow), stored(house)) == ([Step.FAILED, Step.CANCELLED], 0)
    finish(qtbot, flow, large)
    assert (steps(flow), stored(house)) == ([Step.DONE], 6000)


def test_files_of_other_kinds_among_good_ones_are_named_with_the_reason(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, tmp_path: Path, shop: str
) -> None:
    others = [tmp_path / name for name in ("a.pdf", "b.docx", "c.jpg", "d.zip", "e.zip")]
    for other in others:
        other.touch()
    finish(qtbot, flow, make_file(), others[0])
    assert steps(flow) == [Step.DONE]
    assert flow.dialog.left_out.text() == "Left out, for only CSV and Excel hold orders: “a.pdf”"
    assert "a.pdf" in flow.dialog.summary()
    finish(qtbot, flow, make_file(), *others)
    assert flow.dialog.left_out.text().endswith(": “a.pdf”, “b.docx”, “c.jpg” and 2 more")
    finish(qtbot, flow, make_file())
    assert flow.dialog.left_out.isHidden()


def test_a_card_with_a_long_shop_and_all_its_buttons_fits_the_narrowest_panel(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    house.imports.set_shop("other", "一家名字特别长的暖居家纺旗舰店分店")
    house.imports.set_shop("pdd", "一家名字特别长的暖居家纺旗舰店分店")
    finish(qtbot, flow, make_file(rows=[*order_rows(2), "26,待发货,x,,"]))
    card = flow.dialog.cards[0]
    assert card.save_button.isVisible()
    assert card.minimumSizeHint().width() <= flow.dialog.minimumWidth() - 42
