"""The flow's map and the handbook on the desk, by keys and clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from deskhelper.core.flow_map import NodeKind
from deskhelper.paths import RESOURCES
from deskhelper.ui.cases.map_paint import measured
from deskhelper.ui.cases.map_view import MapView
from deskhelper.ui.theme import Theme
from tests.ui.desk.conftest import Hands, OpenDesk

Key = Qt.Key
ENTER, ESC = Key.Key_Return, Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def open_order(hands: Hands, tail: str) -> None:
    hands.press(Key.Key_K, held=CTRL)
    hands.type(tail)
    hands.press(ENTER)


def resize(hands: Hands, width: int) -> None:
    """Resize the window, and wait until it has the keys again: offscreen it may lose them."""
    window = hands.desk.window
    window.resize(width, 900)
    hands.desk.settle()
    with hands.qtbot.waitActive(window):
        window.activateWindow()


def map_of(hands: Hands) -> MapView:
    return hands.desk.work.map.view


def answers(hands: Hands) -> dict[str, str]:
    return hands.desk.work.room.open_case.view.walk.answers


def test_f4_opens_the_map_beside_the_wizard_and_closes_it(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    work = hands.desk.work
    assert map_of(hands).isVisible()
    assert work.room.wizard.isVisible()
    assert not work.pane.isVisible()
    assert hands.focus is map_of(hands).canvas
    hands.press(Key.Key_F4)
    assert not map_of(hands).isVisible()
    assert work.pane.isVisible()
    assert hands.focus is work.room.area


def test_the_map_lights_the_walk_and_follows_each_answer(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    canvas = map_of(hands).canvas
    assert (canvas.lit.walked, canvas.lit.here) == (frozenset(), "wants")
    hands.press(Key.Key_1)
    assert (canvas.lit.walked, canvas.lit.here) == ({"wants"}, "has_left")
    hands.press(Key.Key_2, Key.Key_1)
    assert canvas.lit.here == "D-URGE-1.2.1.2"
    assert ("can_ship", "yes", "promise_passed") in canvas.lit.taken


def test_arrows_and_enter_look_ahead_without_an_answer(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4, Key.Key_Down)
    view = map_of(hands)
    assert view.looked_at == "wants"
    hands.press(Key.Key_Down)
    assert view.looked_at == "has_left"
    assert "已经寄出" in view._look.toPlainText()
    for _ in range(5):
        hands.press(Key.Key_Down)
    assert view.canvas.picture.shown.nodes[view.looked_at].kind is not NodeKind.QUESTION
    assert answers(hands) == {}
    assert not hands.desk.work.room.open_case.view.is_stored
    hands.press(ESC)
    assert (view.looked_at, view.isVisible()) == ("", True)
    hands.press(ESC)
    assert not view.isVisible()


def test_enter_looks_where_the_walk_stands(hands: Hands) -> None:
    open_order(hands, "1146")
    hands.press(Key.Key_F4, ENTER)
    assert map_of(hands).looked_at == "has_left"


def test_a_click_looks_at_an_outcome_and_its_link_goes_to_the_handbook(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    view = map_of(hands)
    place = view.canvas.place_of("D-URGE-2.2").center().toPoint()
    hands.qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert view.looked_at == "D-URGE-2.2"
    words = view._look.toPlainText()
    assert "未寄出，马上退款" in words
    assert "通知仓库不要再寄出" in words
    assert answers(hands) == {}
    view.handbook_requested.emit("urge_shipment", "D-URGE-2.2")
    assert hands.desk.work.handbook.is_open


def test_a_hand_over_shows_the_other_flow_and_enter_goes_on_to_it(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    view = map_of(hands)
    away = next(node for node in view.canvas.picture.shown.nodes.values() if node.kind is NodeKind.HAND_OVER)
    view.canvas.choose(away.id)
    assert away.title.zh in view._look.toPlainText()
    hands.press(ENTER)
    assert view.flow == away.flow
    assert view.canvas.lit.here is None


def test_plus_minus_wheel_and_zero_zoom(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    canvas = map_of(hands).canvas
    whole = canvas.scale
    hands.press(Key.Key_Plus)
    assert canvas.scale == pytest.approx(whole * 1.2)
    hands.press(Key.Key_Minus, Key.Key_Minus)
    assert canvas.scale == pytest.approx(whole / 1.2)
    at = QPointF(50, 60)
    before = canvas._to_map(at)
    for held, is_zoomed in ((CTRL, True), (Qt.KeyboardModifier.NoModifier, False)):
        scale = canvas.scale
        wheel = QWheelEvent(
            at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(canvas, wheel)
        assert (canvas.scale > scale) is is_zoomed
    assert before is not None
    hands.press(Key.Key_0)
    assert canvas.scale == pytest.approx(min(1.0, canvas.picture.share_of(canvas.width(), canvas.height())))
    assert map_of(hands)._zoomed.text() == f"{round(canvas.scale * 100)}%"


def test_dragging_moves_the_map_and_looks_at_nothing(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4, *[Key.Key_Plus] * 6)
    view = map_of(hands)
    start = view.canvas.rect().center()
    before = view.canvas.place_of("has_left").center()
    hands.qtbot.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=start)
    hands.qtbot.mouseMove(view.canvas, start - QPoint(0, 30))
    hands.qtbot.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 30))
    assert view.canvas.place_of("has_left").center().y() == pytest.approx(before.y() - 30, abs=1)
    assert view.looked_at == ""


def test_the_map_is_saved_as_svg_and_png(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    view = map_of(hands)
    monkeypatch.setattr(view, "ask_file", lambda suffix: tmp_path / f"图.{suffix}")
    view.save_svg.trigger()
    view.save_png.trigger()
    assert "买家想要" in (tmp_path / "图.svg").read_text("utf-8")
    assert QImage(str(tmp_path / "图.png")).width() == round(view.canvas.picture.width) * 2
    monkeypatch.setattr(view, "ask_file", lambda suffix: tmp_path / "gone" / "图")
    with hands.qtbot.waitSignal(view.refused) as refused:
        view.save_png.trigger()
    assert refused.args[0].code == "folder_missing"
    monkeypatch.setattr(view, "ask_file", lambda suffix: None)
    view.save_svg.trigger()


def test_without_a_case_the_usual_flow_is_shown_unlit(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    assert map_of(hands).flow == "urge_shipment"
    assert map_of(hands).canvas.lit.here is None


def test_typing_in_the_box_brings_the_list_back(hands: Hands) -> None:
    hands.press(Key.Key_F4)
    hands.press(Key.Key_K, held=CTRL)
    hands.type("4268")
    assert not hands.desk.work.map.is_open
    assert hands.desk.work.pane.isVisible()


def test_in_the_dock_the_map_has_the_whole_column(open_desk: OpenDesk, hands: Hands) -> None:
    resize(hands, 400)
    open_order(hands, "4268")
    hands.press(Key.Key_F4)
    hands.desk.settle()
    assert map_of(hands).width() >= 380
    assert not hands.desk.work.room.wizard.isVisible()
    hands.press(Key.Key_1)
    assert answers(hands) == {}, "the question cannot be seen, so a number answers nothing"
    assert "Esc" in hands.desk.work.toast._words.text(), "and that is said"
    resize(hands, 1440)
    assert map_of(hands).isVisible()
    assert hands.desk.work.room.wizard.isVisible()
    hands.press(Key.Key_F4)
    hands.desk.settle()
    assert hands.desk.work.pane.isVisible()
    assert hands.desk.work.desk.widths()[0] >= 240


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_measured_by_the_desk_fit_every_box_of_every_flow(hands: Hands, lang: str) -> None:
    from deskhelper.ui.cases.map_paint import Pictures

    handbook = hands.desk.services.open_handbook()
    for page in handbook.pages():
        picture = Pictures(lang).of(handbook.map_of(page.id))
        for box in [*picture.boxes.values(), *(wire.label for wire in picture.wires)]:
            for line in box.lines:
                assert measured(line.words, line.pixels, line.is_bold) <= box.width, (page.id, line.words)


def test_the_map_is_painted_in_both_themes(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F4, Key.Key_Down)
    grounds = set()
    for theme in ("light", "dark"):
        hands.desk.services.settings.change(theme=theme)
        image = map_of(hands).canvas.grab().toImage()
        grounds.add(image.pixelColor(2, 2).name())
        assert image.pixelColor(2, 2) == hands.desk.theme.color("bg")
    assert len(grounds) == 2


def test_f3_opens_the_handbook_at_a_flow_and_esc_leaves_it(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(Key.Key_F3)
    room = hands.desk.work.handbook
    assert room.is_open
    assert "催发货" in room.view.page.toPlainText()
    assert hands.focus is room.view.filter
    hands.press(ESC)
    assert not room.is_open
    assert hands.focus is hands.desk.work.room.area


def test_the_filter_finds_texts_and_enter_turns_to_them(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    view = hands.desk.work.handbook.view
    every = view.list.count()
    assert every == len(hands.desk.services.open_handbook().pages())
    hands.type("D-LOGI-6")
    assert 0 < view.list.count() < every
    hands.press(ENTER)
    assert view.flow == "parcel_anomaly"
    assert view.page.verticalScrollBar().value() > 0
    view.filter.setText("没有这样的文字")
    assert view.list.count() == 0
    assert view.none.isVisible()
    view.focus_filter()
    hands.press(ESC)
    assert view.filter.text() == ""
    assert view.list.count() == every


def test_down_walks_the_pages(hands: Hands) -> None:
    hands.press(Key.Key_F3, Key.Key_Down, Key.Key_Down)
    view = hands.desk.work.handbook.view
    ids = [page.id for page in hands.desk.services.open_handbook().pages()]
    assert view.flow == ids[ids.index("urge_shipment") + 1], "from the page that is shown on to the next"
    hands.type("cf")
    assert hands.focus is view.filter


def test_a_page_tells_everything_and_marks_what_is_refused(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    view = hands.desk.work.handbook.view
    view.open_at("parcel_anomaly")
    words = view.page.toPlainText()
    page = hands.desk.services.open_handbook().page("parcel_anomaly")
    for outcome in page.outcomes:
        assert outcome.title.zh in words
        for todo in outcome.todo:
            assert todo.zh in words
    for question in page.questions:
        assert question.ask.zh in words
    assert any(rule.refused for rule in page.rules)
    for rule in page.rules:
        assert rule.line.text.zh in words
    assert "{" not in words
    view.open_at("no_such_flow")
    assert view.flow == "parcel_anomaly"


def test_links_turn_pages_and_open_the_map(hands: Hands) -> None:
    from PySide6.QtCore import QUrl

    hands.press(Key.Key_F3)
    view = hands.desk.work.handbook.view
    view.page.anchorClicked.emit(QUrl("go:parcel_anomaly#D-LOGI-1"))
    assert view.flow == "parcel_anomaly"
    view.page.anchorClicked.emit(QUrl("map:parcel_anomaly"))
    assert not hands.desk.work.handbook.is_open
    assert map_of(hands).flow == "parcel_anomaly"


def test_f4_in_the_handbook_opens_the_map_of_its_page(hands: Hands) -> None:
    hands.press(Key.Key_F3)
    hands.desk.work.handbook.view.open_at("wrong_item")
    hands.press(Key.Key_F4)
    assert map_of(hands).flow == "wrong_item"


def test_the_rail_and_the_box_lead_out_of_the_handbook(hands: Hands) -> None:
    work = hands.desk.work
    hands.desk.window.rail.page_requested.emit("handbook")
    assert work.handbook.is_open
    hands.press(Key.Key_3, held=CTRL)
    assert not work.handbook.is_open
    hands.press(Key.Key_F3)
    hands.desk.window.top.box.setText("4268")
    assert not work.handbook.is_open


def test_the_one_box_finds_places_of_the_handbook(hands: Hands) -> None:
    work = hands.desk.work
    hands.press(Key.Key_K, held=CTRL)
    hands.type("D-URGE-1.2.2")
    hands.qtbot.waitUntil(work.ways.answers.list.isVisible, timeout=20_000)
    hands.press(ENTER)
    assert work.handbook.view.flow == "urge_shipment"
    hands.press(Key.Key_K, held=CTRL)
    hands.type("4268")
    assert not work.handbook.is_open
    assert not work.ways.answers.list.isVisible()


def test_in_the_dock_the_handbook_shows_list_or_page(hands: Hands) -> None:
    resize(hands, 400)
    hands.desk.window.top.handbook_requested.emit()
    view = hands.desk.work.handbook.view
    assert view.page.isVisible() != view.list.isVisible()
    view.open_at("wrong_item")
    assert view.page.isVisible()
    assert not view.list.isVisible()
    hands.desk.settle()
    assert view.page.document().idealWidth() <= view.page.viewport().width(), "every line wraps"
    hands.press(ESC)
    assert view.list.isVisible()


def test_nothing_of_map_and_handbook_is_loaded_at_the_start() -> None:
    import subprocess
    import sys

    code = (
        "import sys, deskhelper.ui.desk.workplace\n"
        "print([m for m in ('grandalf', 'deskhelper.ui.cases.map_view', 'deskhelper.drawing.picture',"
        " 'deskhelper.ui.handbook.handbook_view', 'deskhelper.core.handbook')"
        " if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_icons_of_map_and_handbook_are_shipped(qapp: QApplication) -> None:
    icons = Theme(RESOURCES).icons
    for name in ("map", "minus", "plus", "maximize-2", "file-down", "clipboard-list"):
        assert not icons.pixmap(name).isNull()
