from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import Problem
from deskhelper.core.imported import Rejection
from deskhelper.ui.imports.rejections import LEAST_REASON, SHOWN, Column, RejectionModel, RejectionView
from deskhelper.ui.theme import Theme


def told(problem: Problem) -> str:
    return f"{problem.code} in {problem.values['row']}"


def refused(count: int, first: int = 2) -> list[Rejection]:
    return [
        Rejection(row, "订单号", Problem("order_no_missing", {"row": row}), False)
        for row in range(first, first + count)
    ]


def test_model_keeps_its_promises(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    model = RejectionModel(told)
    model.show_rejections([("a.csv", refused(3)), ("b.csv", refused(2))])
    qtmodeltester.check(model)
    assert model.rowCount() == 5
    assert model.index(3, Column.FILE).data() == "b.csv"
    assert model.index(1, Column.REASON).data() == "order_no_missing in 3"
    assert model.index(1, Column.ROW).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_million_refusals_show_a_thousand_and_word_only_what_is_looked_at(qapp: QApplication) -> None:
    worded = []

    def noting(problem: Problem) -> str:
        worded.append(problem)
        return "no"

    model = RejectionModel(noting)
    model.show_rejections([("a.csv", refused(1) * 1_000_000)])
    assert (model.rowCount(), model.total, model.hidden) == (SHOWN, 1_000_000, 1_000_000 - SHOWN)
    assert not worded
    assert model.index(0, Column.REASON).data() == "no"
    assert len(worded) == 1


def test_a_field_of_ours_is_named_in_words(qapp: QApplication) -> None:
    model = RejectionModel(told)
    model.show_rejections([("a.csv", [Rejection(7, "order_no", Problem("other_shop", {"row": 7}), False)])])
    assert model.index(0, Column.COLUMN).data() == "Order number"


def test_the_sheet_stands_before_the_row_number_where_there_are_several(qtbot: QtBot, theme: Theme) -> None:
    model = RejectionModel(told)
    view = RejectionView(model)
    qtbot.addWidget(view)
    model.show_rejections([("a.xlsx", refused(1))])
    view.fit_row_numbers()
    narrow = view.columnWidth(Column.ROW)
    problem = Problem("order_no_missing", {"row": 1007})
    model.show_rejections([("a.xlsx", [Rejection(1007, "订单号", problem, False, sheet="五月的订单")])])
    view.fit_row_numbers()
    assert model.index(0, Column.ROW).data() == "五月的订单 · 1,007"
    assert view.columnWidth(Column.ROW) > narrow


def test_reasons_take_all_room_and_stay_readable_where_there_is_little(qtbot: QtBot, theme: Theme) -> None:
    model = RejectionModel(told)
    view = RejectionView(model)
    qtbot.addWidget(view)
    model.show_rejections([("a.csv", refused(3))])
    view.resize(900, 200)
    view.show()
    assert view.horizontalHeader().length() == view.viewport().width()
    view.setColumnWidth(Column.FILE, 80)
    assert view.horizontalHeader().length() == view.viewport().width()
    view.resize(380, 200)
    assert view.columnWidth(Column.REASON) == LEAST_REASON


def test_ctrl_c_copies_the_chosen_rows(qtbot: QtBot, theme: Theme) -> None:
    model = RejectionModel(told)
    view = RejectionView(model)
    qtbot.addWidget(view)
    model.show_rejections([("a.csv", refused(1200))])
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a.csv\t3\t订单号\torder_no_missing in 3"
    view.clearSelection()
    view.copy_selected()
    assert QGuiApplication.clipboard().text().count("\n") == SHOWN - 1
