"""The editor: slots marked and offered, wordings, pictures, promise, the check as one types, the preview."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise
from deskhelper.core.moments import parse_iso, zone
from deskhelper.ui.scripts.editor import CHECK_MS, ScriptEditor
from tests.ui.scripts.conftest import CTRL, OWN, Library, focus

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def editing(library: Library) -> ScriptEditor:
    library.stand_on(OWN.title)
    library.press(Qt.Key.Key_F2)
    return library.dialog.editor


def grounds(editor: ScriptEditor) -> dict[str, str]:
    """Return the marked pieces of the text with the colours under them."""
    block = editor.wordings.body.document().firstBlock()
    text = block.text()
    return {
        text[one.start : one.start + one.length]: one.format.background().color().name()
        for one in block.layout().formats()
    }


def underlined(editor: ScriptEditor) -> list[str]:
    return [line.cursor.selectedText() for line in editor.wordings.body.extraSelections()]


def test_known_slots_asked_slots_and_stray_braces_are_marked_apart(library: Library) -> None:
    editor = editing(library)
    colour = library.dialog.editor._parts.theme.color
    library.press(Qt.Key.Key_End, held=CTRL)
    editor.wordings.body.insertPlainText("{gift_name}}")
    assert grounds(editor) == {
        "{product_name}": colour("slot").name(),
        "{gift_name}": colour("accent_soft").name(),
        "}": colour("bad_soft").name(),
    }
    editor._parts.theme.set_scheme(type(editor._parts.theme.scheme)("dark"))
    assert grounds(editor)["{product_name}"] == colour("slot").name()
    library.dialog.bench.discard()


def test_marking_is_no_change_and_leaves_nothing_to_undo(library: Library) -> None:
    editor = editing(library)
    assert not editor.is_changed
    assert not editor.wordings.body.document().isUndoAvailable()


def test_a_brace_offers_the_slots_and_enter_takes_one(library: Library) -> None:
    editor = editing(library)
    body = editor.wordings.body
    library.press(Qt.Key.Key_Home, held=CTRL)
    library.write("{")
    assert body.offers.is_open
    for char in "courier":
        library.qtbot.keyClick(body, char)
    library.press(Qt.Key.Key_Down, Qt.Key.Key_Up, ENTER)
    assert body.toPlainText().startswith("{courier}亲，")
    assert not body.offers.is_open
    body.undo()


def test_slots_are_offered_by_their_title_as_an_input_method_writes_it(library: Library) -> None:
    editor = editing(library)
    body = editor.wordings.body
    body.set_slots({"courier": "快递公司", "reason": "原因"})
    library.write("{")
    event = QInputMethodEvent()
    event.setCommitString("快递")
    QApplication.sendEvent(body, event)
    assert body.offers.is_open
    assert "快递" in body.offers.currentItem().text()
    library.press(ESC)
    assert not body.offers.is_open
    assert library.dialog.isVisible()
    library.dialog.bench.discard()


def test_the_check_comes_after_a_pause_and_underlines_the_words(library: Library) -> None:
    editor = editing(library)
    assert editor.verdict.words == "Checked: nothing against it"
    library.press(Qt.Key.Key_Home, held=CTRL)
    library.write("😀加我微信，")
    assert underlined(editor) == []
    assert editor._timer.interval() == CHECK_MS == 150
    library.checked("加我微信")
    assert underlined(editor) == ["加我微信"]
    [line] = editor.wordings.body.extraSelections()
    assert line.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    library.press(Qt.Key.Key_PageDown, held=CTRL)
    assert (underlined(editor), editor.verdict.words) == ([], "Checked: nothing against it")
    library.dialog.bench.discard()


def test_the_preview_is_filled_from_the_order_in_hand_and_names_what_is_asked(
    open_library: Callable[..., Library],
) -> None:
    library = open_library(with_order=True)
    editor = editing(library)
    assert editor.preview.text.accessibleName() == "亲，测试四件套的发票正在开。"
    library.press(Qt.Key.Key_PageDown, held=CTRL)
    assert "gift_name" in editor.preview.words
    assert "答应了答复" in editor.preview.words
    title, choices = editor.asked.rows["gift_name"]
    title.setText("赠品")
    choices.setText("贴纸，挂绳")
    library.qtbot.waitUntil(lambda: "赠品" in editor.preview.words)
    assert library.dialog.bench.save()
    kept = library.stand_on(OWN.title)
    assert (kept.slot_titles, kept.slot_choices) == ({"gift_name": "赠品"}, {"gift_name": ("贴纸", "挂绳")})


def test_wordings_are_added_moved_removed_and_brought_back(library: Library) -> None:
    editor = editing(library)
    wordings = editor.wordings
    first, second = OWN.wordings
    library.press(Qt.Key.Key_N, held=CTRL | Qt.KeyboardModifier.ShiftModifier)
    library.write("third one")
    assert wordings.wordings() == (first, second, "third one")
    library.press(Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert wordings.wordings() == (first, "third one", second)
    assert wordings.shown_wording() == "third one"
    wordings.remove_button.click()
    assert (wordings.wordings(), wordings.shown_wording()) == ((first, second), second)
    assert library.toast == "The wording was removed"
    library.dialog.toast.button.click()
    assert wordings.wordings() == (first, "third one", second)
    library.dialog.bench.discard()
    assert wordings.wordings() == (first, second)


def test_every_field_is_read_back_as_it_was_shown(library: Library) -> None:
    whole = replace(
        OWN, id="", title="全", code="q", pictures=("a.png",), notes="一行\n两行", topic="invoice", is_enabled=False,
        review_on=parse_iso("2026-08-01T09:30:00", zone()), scope=Scope.PERSONAL,
        slot_titles={"gift_name": "赠品"}, slot_choices={"gift_name": ("贴纸",)}, keywords=("税 号", "专票"),
    )  # fmt: skip
    kept = library.house.scripts.save(whole)
    editor = library.dialog.editor
    editor.show_script(kept)
    assert editor.read() == kept
    assert not editor.is_changed


def test_fields_change_what_they_say(library: Library) -> None:
    editor = editing(library)
    editor.head.code.setText("fpx")
    editor.head.scope.setCurrentIndex(editor.head.scope.findData(Scope.PERSONAL))
    editor.head.path.setEditText("发票 / 专票／补开")
    editor.more.keywords.setText("税号，专票、税号")
    editor.more.topic.setCurrentIndex(editor.more.topic.findData("invoice"))
    editor.more.promise.setCurrentIndex(editor.more.promise.findData(PromiseKind.RESEND))
    editor.more.hours.setValue(48)
    editor.more.enabled.setChecked(False)
    editor.more.reviewed.setChecked(True)
    editor.more.review_day.setDate(editor.more._day(parse_iso("2026-09-01", zone())))
    read = editor.read()
    assert (read.code, read.scope, read.path) == ("fpx", Scope.PERSONAL, ("发票", "专票", "补开"))
    assert (read.keywords, read.topic, read.is_enabled) == (("税号", "专票"), "invoice", False)
    assert read.promise == ScriptPromise(PromiseKind.RESEND, 48)
    assert read.review_on == parse_iso("2026-09-01", zone())
    editor.more.promise.setCurrentIndex(0)
    editor.more.reviewed.setChecked(False)
    assert (editor.read().promise, editor.read().review_on) == (None, None)
    library.dialog.bench.discard()


def test_a_category_with_a_stroke_in_its_name_stays_one(library: Library) -> None:
    kept = library.house.scripts.save(replace(OWN, id="", title="斜杠", code="", path=("发票/收据",)))
    library.dialog.edits.changed.emit(kept.id)
    editor = library.dialog.editor
    assert editor.shown == kept
    assert not editor.is_changed
    editor.head.title.setText("斜杠二")
    assert editor.read().path == ("发票/收据",)
    editor.head.path.setEditText("问候与等待 / 开场")
    assert editor.read().path == ("问候与等待", "开场")
    library.dialog.bench.discard()
    library.stand_on(OWN.title)
    editor.head.path.setEditText("发票/收据")
    assert editor.read().path == ("发票/收据",)
    library.dialog.bench.discard()


def picture(folder: Path, name: str, colour: int = 0xFF2F6FED) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(colour)
    path = folder / name
    assert image.save(str(path))
    return path


def test_pictures_come_by_drop_paste_and_file_and_go_by_delete(library: Library, tmp_path: Path) -> None:
    editor = editing(library)
    strip = editor.pictures
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture(tmp_path, "a.png")))])
    place, left, none = QPointF(QPoint(4, 4)), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(place, Qt.DropAction.CopyAction, mime, left, none)
    strip.list.dropEvent(drop)
    QGuiApplication.clipboard().setImage(QImage(str(picture(tmp_path, "b.png", 0xFF12805C))))
    editor.wordings.body.setFocus()
    library.press(Qt.Key.Key_V, held=CTRL)
    strip.add_files([str(picture(tmp_path, "c.jpg", 0xFFC4320A)), str(tmp_path / "a.png")])
    assert len(strip.names()) == 3
    folder = library.house.folder.root / "pictures"
    assert sorted(path.name for path in folder.iterdir()) == sorted(strip.names())
    strip.list.setFocus()
    strip.list.setCurrentRow(0)
    gone = strip.names()[0]
    library.press(Qt.Key.Key_Delete)
    assert gone not in strip.names()
    assert library.dialog.bench.save()
    assert len(library.stand_on(OWN.title).pictures) == 2
    QGuiApplication.clipboard().clear()


def test_what_is_no_picture_is_told(library: Library, tmp_path: Path) -> None:
    editor = editing(library)
    (tmp_path / "list.png").write_text("no picture")
    editor.pictures.add_files([str(tmp_path / "list.png")])
    assert "list.png" in library.toast
    assert editor.pictures.names() == ()


def test_the_wheel_over_a_field_that_is_not_in_use_changes_nothing_and_tab_leaves_the_text(library: Library) -> None:
    editor = editing(library)
    library.press(TAB)
    assert focus() is not editor.wordings.body
    assert editor.read() == editor._before


def test_a_read_only_editor_takes_no_pictures_and_no_words(library: Library, tmp_path: Path) -> None:
    library.stand_on("老顾客问好")
    editor = library.dialog.editor
    before: LibraryScript = editor.read()
    editor.pictures.add_files([str(picture(tmp_path, "a.png"))])
    editor.wordings.add()
    editor.wordings.remove()
    editor.wordings.shift(1)
    assert editor.read() == before
    assert not (library.house.folder.root / "pictures").exists()
