"""Evidence by keys on the real desk: a screenshot in one key, a drop, taken off and back, packed and proved."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper.core.evidence import State
from deskhelper.core.moments import DAY
from deskhelper.services.clock import FixedClock
from deskhelper.ui.evidence.pack_dialog import PackDialog
from deskhelper.ui.evidence.page import EvidencePage
from deskhelper.ui.evidence.picture_dialog import PictureDialog
from deskhelper.ui.kit.documents import documents_folder
from tests.ui.desk.conftest import Hands, OpenDesk

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def picture(width: int = 640, height: int = 400, colour: str = "#2F6FED") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def open_case(hands: Hands) -> None:
    hands.type("4268")
    hands.press(Key.Key_Return)


def page_of(hands: Hands) -> EvidencePage:
    page = hands.desk.work.pages.page
    assert isinstance(page, EvidencePage)
    return page


def settled(hands: Hands) -> EvidencePage:
    page = page_of(hands)
    hands.qtbot.waitUntil(lambda: not page.is_busy)
    hands.desk.settle()
    return page


def names(page: EvidencePage) -> list[str]:
    assert page.shown is not None
    return [file.name for file in page.shown.checklist.files]


def finish_case(hands: Hands) -> None:
    """Answer until the outcome is reached."""
    open_case(hands)
    for _ in range(6):
        view = hands.desk.work.room.open_case.view
        assert view is not None
        if view.draft is not None:
            return
        hands.press(Key.Key_1)
    raise AssertionError("no outcome")


def test_a_screenshot_is_kept_by_one_key_from_the_case(hands: Hands) -> None:
    open_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    page = settled(hands)
    assert names(page) == ["截图 2026-05-19 12-20-00.png"]
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert view.is_stored
    hands.press(Key.Key_V, held=CTRL)
    assert names(settled(hands)) == ["截图 2026-05-19 12-20-00.png"]


def test_text_on_the_clipboard_opens_no_page(hands: Hands) -> None:
    open_case(hands)
    QGuiApplication.clipboard().setText("您好")
    hands.press(Key.Key_V, held=CTRL)
    assert hands.desk.work.pages.page is None


def test_ctrl_j_opens_and_leaves_and_says_when_there_is_no_case(hands: Hands) -> None:
    hands.press(Key.Key_J, held=CTRL)
    assert hands.desk.work.pages.page is None
    assert "案例" in hands.desk.work.toast.accessibleName()
    open_case(hands)
    hands.press(Key.Key_J, held=CTRL)
    assert names(page_of(hands)) == []
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert not view.is_stored, "looking at the evidence stores no case"
    hands.press(Key.Key_J, held=CTRL)
    assert hands.desk.work.pages.page is None
    hands.press(Key.Key_J, held=CTRL)
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is None
    assert hands.focus is hands.desk.work.room.area


def test_files_dropped_on_an_item_are_its_own(hands: Hands, tmp_path: Path) -> None:
    finish_case(hands)
    hands.press(Key.Key_J, held=CTRL)
    page = settled(hands)
    assert page.shown is not None
    item = page.shown.checklist.missing[0]
    files = [tmp_path / "打包.png", tmp_path / "说明.txt"]
    picture().save(str(files[0]))
    files[1].write_text("重量 1.2 千克", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place = page.list.visualRect(page.list.rows.index(page.list.rows.place_of(item.key, None))).center()
    no_button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.list.dropEvent(QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, no_button, none))
    page = settled(hands)
    assert page.shown is not None
    filled = next(one for one in page.shown.checklist.items if one.key == item.key)
    assert (filled.state, [file.name for file in filled.files]) == (State.THERE, ["打包.png", "说明.txt"])


def test_evidence_kept_long_enough_is_deleted_at_the_first_sign_of_the_agent_and_told(
    hands: Hands, clock: FixedClock, open_desk: OpenDesk
) -> None:
    open_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    settled(hands)
    view = hands.desk.work.room.open_case.view
    assert view is not None
    hands.desk.services.open_cases().finish(view)
    clock.move(1096 * DAY)
    again = Hands(open_desk(), hands.qtbot)
    again.qtbot.keyPress(again.desk.window.windowHandle(), Key.Key_Control)
    told = again.desk.work.toast
    again.qtbot.waitUntil(
        lambda: "1 个证据文件过了保存期限（案例处理完 1095 天）" in told.accessibleName(), timeout=10_000
    )
    assert not list((hands.desk.services.data_folder / "evidence").rglob("*.png"))


def test_taken_off_and_put_back_by_keys(hands: Hands) -> None:
    open_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    page = settled(hands)
    hands.press(Key.Key_Delete)
    assert names(page) == []
    hands.press(Key.Key_Z, held=CTRL)
    assert names(page) == ["截图 2026-05-19 12-20-00.png"]


def test_a_pasted_screenshot_is_moved_to_its_item_by_a_key(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    finish_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    page = settled(hands)
    assert page.shown is not None
    assert len(page.shown.checklist.others) == 1
    item = page.shown.checklist.missing[0]
    monkeypatch.setattr(EvidencePage, "ask_item", lambda _, items, offered: items[offered])
    hands.press(Key.Key_M)
    assert not page.shown.checklist.others
    moved = next(one for one in page.shown.checklist.items if one.key == item.key)
    assert (moved.state, len(moved.files)) == (State.THERE, 1)


def test_the_page_opens_at_what_is_missing_first(hands: Hands) -> None:
    finish_case(hands)
    hands.press(Key.Key_J, held=CTRL)
    page = settled(hands)
    assert page.shown is not None
    row = page.list.current
    assert row is not None
    assert row.item == page.shown.checklist.missing[0].key


def test_enter_opens_a_picture_large_and_the_arrows_go_on(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_case(hands)
    for colour in ("#2F6FED", "#12805C"):
        QGuiApplication.clipboard().setImage(picture(colour=colour))
        hands.press(Key.Key_V, held=CTRL)
        settled(hands)
    seen = []

    def look(page: EvidencePage, dialog: PictureDialog) -> bool:
        hands.qtbot.addWidget(dialog)
        seen.append((dialog.at, dialog.has_picture))
        hands.qtbot.keyClick(dialog, Key.Key_Right)
        seen.append((dialog.at, dialog.has_picture))
        return True

    monkeypatch.setattr(EvidencePage, "ask", look)
    hands.press(Key.Key_Return)
    assert seen == [(1, True), (0, True)]
    row = page_of(hands).list.current
    assert row is not None
    assert row.file is not None


def test_a_note_and_the_platforms_time(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    page = settled(hands)
    monkeypatch.setattr(EvidencePage, "ask_note", lambda *_: "重量清楚")
    hands.press(Key.Key_N)
    assert page.shown is not None
    assert page.shown.checklist.files[0].note == "重量清楚"
    monkeypatch.setattr(EvidencePage, "ask", lambda *_: True)
    hands.press(Key.Key_T)
    assert page.shown.until is not None
    assert page.shown.until - hands.desk.work._services.clock.now() == 48 * 3600


def test_a_pack_is_offered_where_there_is_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = tmp_path / "none"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(found))
    assert documents_folder() == Path.home()
    found.mkdir()
    assert documents_folder() == found


def test_a_pack_is_made_and_proved_by_keys(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish_case(hands)
    QGuiApplication.clipboard().setImage(picture())
    hands.press(Key.Key_V, held=CTRL)
    page = settled(hands)
    target = tmp_path / "申诉.zip"

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PackDialog)
        assert dialog.focusWidget() is dialog.make_button
        dialog.field.setText(str(target))
        dialog.own.setPlainText("货物已按时发出。")
        hands.qtbot.keyClick(dialog, Key.Key_Return)

    QTimer.singleShot(100, agree)
    hands.press(Key.Key_S, held=CTRL)
    settled(hands)
    with hands.qtbot.waitActive(hands.desk.window):  # off the screen no window manager gives it back
        hands.desk.window.activateWindow()
    with zipfile.ZipFile(target) as archive:
        entries = archive.namelist()
        assert archive.read("情况说明.pdf").startswith(b"%PDF")
    assert entries == ["情况说明.pdf", "证据/01 截图 2026-05-19 12-20-00.png", "manifest.json"]
    assert "申诉.zip" in hands.desk.work.toast.accessibleName()
    monkeypatch.setattr(EvidencePage, "ask_pack", lambda *_: str(target))
    hands.press(Key.Key_P)
    settled(hands)
    assert "2" in hands.desk.work.toast.accessibleName()
    content = bytearray(target.read_bytes())
    content[content.index(b"IHDR") + 30] ^= 1
    target.write_bytes(content)
    hands.press(Key.Key_P)
    settled(hands)
    assert "被改动过" in hands.desk.work.toast.accessibleName()
    assert page is page_of(hands)


def test_an_unreadable_file_is_told_and_nothing_is_added(hands: Hands, tmp_path: Path) -> None:
    open_case(hands)
    hands.press(Key.Key_J, held=CTRL)
    page = page_of(hands)
    page.add([tmp_path / "没有.png"], "")
    settled(hands)
    assert names(page) == []
    assert "没有.png" in hands.desk.work.toast.accessibleName()


def test_the_dock_shows_one_list_at_a_time(hands: Hands, qtbot: QtBot) -> None:
    open_case(hands)
    hands.press(Key.Key_J, held=CTRL)
    page = page_of(hands)
    assert page.list.isVisible()
    assert page.log.isVisible()
    hands.press(Key.Key_L)
    assert hands.focus is page.log
    hands.press(Key.Key_L)
    hands.desk.window.resize(400, 900)
    qtbot.waitUntil(lambda: not page.log.isVisible())
    assert page.width() <= 400
    hands.press(Key.Key_L)
    assert page.log.isVisible()
    assert not page.list.isVisible()
    hands.press(Key.Key_Escape)
    assert page.list.isVisible()
    assert page.list.mapTo(page, QPoint()).x() >= 0
