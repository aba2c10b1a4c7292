import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.imported import ImportReport
from deskhelper.core.view import View
from deskhelper.services.imports import ImportProgress
from deskhelper.ui.imports.flow import ImportFlow
from deskhelper.ui.imports.mapping import MappingDialog
from deskhelper.ui.imports.run import Step
from deskhelper.ui.imports.shop import ShopDialog
from tests.ui.imports.conftest import MakeFile, order_rows

FOREIGN = "单据号码,单子状态,东西,付钱"
FOREIGN_ROWS = ["TB2026051700001,待发货,四件套,2026-05-17 09:12:31"]


@pytest.fixture
def shop(house: House) -> str:
    for platform in ("pdd", "other"):
        house.imports.set_shop(platform, "暖居家纺店")
    return "暖居家纺店"


def finish(qtbot: QtBot, flow: ImportFlow, *files: Path) -> None:
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        flow.start(files)


def asked(qtbot: QtBot, flow: ImportFlow, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(flow.question, kind))
    assert flow.question is not None
    return flow.question


def steps(flow: ImportFlow) -> list[Step]:
    return [card.run.step for card in flow.dialog.cards]


def stored(house: House) -> int:
    return house.orders.count(house.orders.listing(View.ALL))


class Gate:
    """Holds the import at its first report of progress until it is let go."""

    def __init__(self, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
        self.held = threading.Event()
        self.go = threading.Event()
        real = house.imports.run

        def run(file: Path, shop: str | None, on_progress: Callable[[ImportProgress], bool]) -> ImportReport:
            def wait(now: ImportProgress) -> bool:
                self.held.set()
                assert self.go.wait(20)
                return on_progress(now)

            return real(file, shop, wait)

        monkeypatch.setattr(house.imports, "run", run)


def test_a_file_comes_in_and_says_what_it_did(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    with qtbot.waitSignal(flow.orders_changed):
        finish(qtbot, flow, make_file())
    assert stored(house) == 3
    assert not flow.is_running
    assert flow.dialog.isVisible()
    assert flow.dialog.title.text() == "Import finished"
    assert "new 3, updated 0, unchanged 0, rejected 0" in flow.dialog.summary()
    assert house.orders.shops() == [shop]
    assert flow.dialog._table_part.isHidden()
    qtbot.keyClick(flow.dialog, Qt.Key.Key_Return)
    assert flow.dialog.isHidden()


def test_the_same_file_again_is_said_and_changes_nothing(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, shop: str
) -> None:
    file = make_file()
    finish(qtbot, flow, file)
    with qtbot.assertNotEmitted(flow.orders_changed):
        finish(qtbot, flow, file)
    assert len(flow.dialog.cards) == 1
    assert "imported before" in flow.dialog.summary()
    qtbot.keyClick(flow.dialog, Qt.Key.Key_Escape)
    assert flow.dialog.isHidden()


def test_the_shop_is_asked_once_and_remembered(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    flow.start([make_file("a.csv"), make_file("b.csv", order_rows(2, start=10))])
    question = asked(qtbot, flow, ShopDialog)
    assert isinstance(question, ShopDialog)
    assert question.shop == "暖居家纺店"
    question.name_box.setEditText("云朵日用")
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert steps(flow) == [Step.DONE, Step.DONE]
    assert house.imports.shop_for("pdd") == "云朵日用"
    assert house.orders.shops() == ["云朵日用"]
    assert "云朵日用" in flow.dialog.cards[1]._shop.words


def test_a_file_that_names_its_shop_is_not_asked_about(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    rows = [f"{row},星河数码" for row in order_rows(2)]
    finish(qtbot, flow, make_file(rows=rows, header="订单号,订单状态,商品,拼单成功时间,用户实付金额(元),店铺名称"))
    assert house.orders.shops() == ["星河数码"]
    assert flow.dialog.cards[0].shop_button.isHidden()


def test_esc_at_the_question_for_the_shop_leaves_the_file_out_and_goes_on(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    flow.start([make_file("a.csv"), make_file("b.csv", order_rows(2, start=10))])
    qtbot.keyClick(asked(qtbot, flow, ShopDialog), Qt.Key.Key_Escape)
    second = asked(qtbot, flow, ShopDialog)
    assert steps(flow) == [Step.CANCELLED, Step.ASKING]
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert stored(house) == 0
    assert "Nothing was changed" in flow.dialog.subtitle.text()


def test_unknown_columns_are_mapped_once(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    flow.start([make_file("分销.csv", FOREIGN_ROWS, FOREIGN)])
    question = asked(qtbot, flow, MappingDialog)
    assert isinstance(question, MappingDialog)
    for column, field in enumerate(("order_no", "status", "product", "paid_at")):
        combo = question.table.combos[column]
        combo.setCurrentIndex(combo.findData(field))
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert steps(flow) == [Step.DONE]
    order = house.orders.find("TB2026051700001")
    assert order.grouped_at is not None
    assert order.grouped_at == order.paid_at
    finish(qtbot, flow, make_file("分销2.csv", [FOREIGN_ROWS[0].replace("0001", "0002")], FOREIGN))
    assert steps(flow) == [Step.DONE]
    assert stored(house) == 2


def test_esc_at_the_columns_leaves_the_file_out_and_forgets(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    flow.start([make_file("分销.csv", FOREIGN_ROWS, FOREIGN)])
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(asked(qtbot, flow, MappingDialog), Qt.Key.Key_Escape)
    assert steps(flow) == [Step.CANCELLED]
    assert house.settings.current.mappings == {}


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\x00", None], ids=str
)
def test_a_broken_file_is_one_sentence_and_the_other_comes_in(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, tmp_path: Path, shop: str, content: bytes | None
) -> None:
    broken = tmp_path / "broken.csv"
    if content is not None:
        broken.write_bytes(content)
    finish(qtbot, flow, broken, make_file())
    assert steps(flow) == [Step.FAILED, Step.DONE]
    assert "broken.csv" in flow.dialog.cards[0].run.trouble
    assert flow.dialog.title.text() == "Import finished, with errors"
    assert stored(house) == 3


def test_only_broken_files_change_nothing(
    qtbot: QtBot, flow: ImportFlow, house: House, tmp_path: Path, shop: str
) -> None:
    with qtbot.assertNotEmitted(flow.orders_changed):
        finish(qtbot, flow, tmp_path / "gone.csv")
    assert flow.dialog.title.text() == "Nothing was imported"


def test_an_error_of_ours_is_told_too(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_given: object) -> ImportReport:
        raise ZeroDivisionError

    monkeypatch.setattr(house.imports, "run", crash)
    finish(qtbot, flow, make_file())
    assert steps(flow) == [Step.FAILED]
    assert "log" in flow.dialog.cards[0].run.trouble


def test_esc_midway_stops_everything_and_says_that_nothing_changed(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(house, monkeypatch)
    flow.start([make_file("a.csv", order_rows(6000)), make_file("b.csv")])
    qtbot.waitUntil(gate.held.is_set)
    assert flow.dialog.title.text() == "Importing file 1 of 2"
    qtbot.keyClick(flow.dialog, Qt.Key.Key_Escape)
    assert steps(flow) == [Step.STOPPING, Step.CANCELLED]
    assert flow.is_running
    with qtbot.waitSignal(flow.finished), qtbot.assertNotEmitted(flow.orders_changed):
        gate.go.set()
    assert steps(flow) == [Step.CANCELLED, Step.CANCELLED]
    assert flow.dialog.title.text() == "Import cancelled"
    assert "Nothing was changed" in flow.dialog.subtitle.text()
    assert flow.dialog.isVisible()
    assert stored(house) == 0


def test_the_cross_midway_cancels_and_stays_to_say_so(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(house, monkeypatch)
    flow.start([make_file()])
    qtbot.waitUntil(gate.held.is_set)
    assert not flow.dialog.close()
    with qtbot.waitSignal(flow.finished):
        gate.go.set()
    assert flow.dialog.isVisible()
    assert flow.dialog.close()


def test_a_wish_to_stop_that_comes_too_late_is_not_claimed(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, go = threading.Event(), threading.Event()
    real = house.imports.run

    def run(*given: object) -> ImportReport:
        report = real(*given)  # type: ignore[arg-type]
        written.set()
        assert go.wait(20)
        return report

    monkeypatch.setattr(house.imports, "run", run)
    flow.start([make_file()])
    qtbot.waitUntil(written.is_set)
    flow.dialog.cancel_button.click()
    with qtbot.waitSignals([flow.orders_changed, flow.finished]):
        go.set()
    assert steps(flow) == [Step.DONE]
    assert stored(house) == 3


def test_cancel_while_a_question_is_open_closes_it(qtbot: QtBot, flow: ImportFlow, make_file: MakeFile) -> None:
    flow.start([make_file("a.csv"), make_file("b.csv")])
    question = asked(qtbot, flow, ShopDialog)
    with qtbot.waitSignal(flow.finished):
        flow.cancel()
    assert question.isHidden()
    assert steps(flow) == [Step.CANCELLED, Step.CANCELLED]


def test_cancel_while_looking_ends_with_the_look(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    real = house.imports.look
    monkeypatch.setattr(house.imports, "look", lambda file: go.wait(20) and real(file))
    flow.start([make_file()])
    flow.cancel()
    with qtbot.waitSignal(flow.finished):
        go.set()
    assert steps(flow) == [Step.CANCELLED]


def test_files_started_meanwhile_join_the_queue(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(house, monkeypatch)
    first, second = make_file("a.csv"), make_file("b.csv", order_rows(2, start=50))
    flow.start([first])
    qtbot.waitUntil(gate.held.is_set)
    with qtbot.waitSignal(flow.finished):
        flow.start([first, second])
        gate.go.set()
    assert steps(flow) == [Step.DONE, Step.DONE]
    assert stored(house) == 5


def test_progress_is_shown_while_rows_come_in(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    refresh = flow.dialog.refresh_card

    def noting(run: object) -> None:
        refresh(run)  # type: ignore[arg-type]
        shown.append(flow.dialog.cards[0].words.words)

    monkeypatch.setattr(flow.dialog, "refresh_card", noting)
    finish(qtbot, flow, make_file(rows=order_rows(20_000)))
    assert any("rows/s" in words or "search index" in words for words in shown)


def test_rejected_rows_are_shown_counted_and_saved(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, tmp_path: Path, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [*order_rows(2), ",待发货,没有订单号,2026-05-17 09:12:31,1", *order_rows(1, 9, "怪状态")]
    finish(qtbot, flow, make_file(rows=rows))
    dialog = flow.dialog
    card = dialog.cards[0]
    assert (card.run.refused_rows, card.run.refused_cells) == (1, 1)
    assert not dialog._table_part.isHidden()
    assert dialog.rejections.rowCount() == 2
    assert "imported, with gaps" in dialog.summary().lower()
    target = tmp_path / "rejected.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    card.save_button.click()
    qtbot.waitUntil(lambda: "rejected.csv" in card.run.remark)
    assert "没有订单号" in target.read_text("utf-8-sig")
    assert card.run.remark == "Saved 2 rows to rejected.csv."


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, tmp_path: Path, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(qtbot, flow, make_file(rows=[",待发货,没有订单号,2026-05-17 09:12:31,1", *order_rows(1)]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "no" / "x.csv"), ""))
    card = flow.dialog.cards[0]
    card.save_button.click()
    qtbot.waitUntil(lambda: bool(card.run.remark))
    assert "x.csv" in card.run.remark


def test_saving_can_be_given_up(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(qtbot, flow, make_file(rows=[",待发货,没有订单号,2026-05-17 09:12:31,1", *order_rows(1)]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    flow.dialog.cards[0].save_button.click()
    assert flow.dialog.cards[0].run.remark == ""


def test_orders_of_another_shop_are_reported_not_moved(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    finish(qtbot, flow, make_file("a.csv"))
    house.imports.set_shop("pdd", "云朵日用")
    finish(qtbot, flow, make_file("b.csv"))
    assert flow.dialog.cards[0].run.refused_rows == 3
    assert flow.dialog.cards[0].notes
    assert house.orders.find("260517-204417893064000").shop == shop


def test_the_shop_of_the_next_files_can_be_changed(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile, shop: str
) -> None:
    finish(qtbot, flow, make_file())
    card = flow.dialog.cards[0]
    card.shop_button.click()
    qtbot.keyClick(asked(qtbot, flow, ShopDialog), Qt.Key.Key_Escape)
    assert flow.question is None
    card.shop_button.click()
    question = asked(qtbot, flow, ShopDialog)
    assert isinstance(question, ShopDialog)
    question.name_box.setEditText("云朵日用")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert house.imports.shop_for("pdd") == "云朵日用"
    assert "云朵日用" in card.run.remark


def test_the_summary_is_copied(qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, shop: str) -> None:
    finish(qtbot, flow, make_file())
    flow.dialog.copy_button.click()
    assert "orders.csv\tImported\tnew 3" in QGuiApplication.clipboard().text()


def test_choosing_files_starts_them_and_giving_up_does_nothing(
    qtbot: QtBot, flow: ImportFlow, make_file: MakeFile, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([], ""))
    flow.choose()
    assert flow.dialog.isHidden()
    file = make_file()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(file)], ""))
    with qtbot.waitSignal(flow.finished):
        flow.choose()
    assert steps(flow) == [Step.DONE]


def test_settings_that_cannot_be_kept_are_said_and_the_file_is_left_out(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    house.settings.path = house.settings.path.parent / "gone" / "settings.json"
    flow.start([make_file()])
    question = asked(qtbot, flow, ShopDialog)
    with qtbot.waitSignal(flow.finished):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert steps(flow) == [Step.FAILED]
    assert "settings.json" in flow.dialog.cards[0].run.trouble


def test_a_table_of_parcel_traces_is_mapped_once_and_asks_for_no_shop(
    qtbot: QtBot, flow: ImportFlow, house: House, make_file: MakeFile
) -> None:
    rows = ["773000000000123,2026-05-18 19:05:12,【杭州】已揽收"]
    file = make_file("节点.csv", rows, header="运单,节点时刻,节点说明")
    flow.start([file])
    question = asked(qtbot, flow, MappingDialog)
    assert isinstance(question, MappingDialog)
    for column, field in enumerate(("tracking_no", "time", "words")):
        combo = question.table.combos[column]
        combo.setCurrentIndex(combo.findData(field))
    with qtbot.waitSignal(flow.finished, timeout=20_000):
        question.import_button.click()
    assert steps(flow) == [Step.DONE]
    assert [note.code for note in flow.dialog.cards[0].run.report.notes] == ["traces_read", "traces_unmatched"]
    finish(qtbot, flow, file)
    assert steps(flow) == [Step.DONE]
    assert house.settings.current.last_shop == {}
