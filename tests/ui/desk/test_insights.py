"""The insights by keys on the whole desk: from bar to bar, behind it, to the order, and out as files."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from deskhelper.app import House
from deskhelper.core.insights import PlotKind
from deskhelper.core.moments import HOUR
from deskhelper.core.period import PeriodKind
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.insights.page import InsightsPage
from deskhelper.ui.insights.plot_card import PlotCard
from deskhelper.ui.theme import Scheme
from tests.made_up import order_no, row, write
from tests.ui.desk.conftest import Hands, OpenDesk

Key = Qt.Key
LATE_TWICE = PlotKind.OVERDUE_BY_TIME


@pytest.fixture
def files() -> list[list[str]]:
    """Two orders late on two days, one late at night, one in time."""
    return [
        row("4268", promise="2026-05-19 09:12:31"),
        row("0192", promise="2026-05-18 23:59:00", grouped="2026-05-17 18:30:00"),
        row("7731", promise="2026-05-18 10:00:00", product="记忆棉枕头护颈椎"),
        row("2075", "已发货，待签收", promise="2026-05-18 10:00:00", shipped="2026-05-18 09:00:00"),
    ]


def page_of(hands: Hands) -> InsightsPage:
    page = hands.desk.work.pages.page
    assert isinstance(page, InsightsPage)
    return page


def counted(hands: Hands, qtbot: QtBot) -> InsightsPage:
    """Wait until everything is counted and drawn."""
    page = page_of(hands)

    def is_done() -> bool:
        cards = page.grid.in_sight
        return all(card.plot is not None for card in cards) and page.cards[LATE_TWICE].canvas is not None

    qtbot.waitUntil(is_done, timeout=20_000)
    return page


@pytest.fixture
def page(hands: Hands, qtbot: QtBot) -> InsightsPage:
    hands.press(Key.Key_F12)
    return counted(hands, qtbot)


def at_hand(hands: Hands) -> PlotCard:
    focus = hands.focus
    assert isinstance(focus, PlotCard)
    return focus


def behind(hands: Hands, page: InsightsPage, qtbot: QtBot) -> list[str]:
    """Press Enter on the bar and return the orders behind it."""
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.behind.model.rows))
    return [one.order_no for one in page.behind.model.rows]


def test_the_page_is_there_at_once_and_says_that_it_counts(hands: Hands, qtbot: QtBot) -> None:
    hands.press(Key.Key_F12)
    page = page_of(hands)
    assert {card.words for card in page.grid.in_sight} == {"正在统计…"}
    counted(hands, qtbot)
    assert page.cards[LATE_TWICE].words == ""
    assert "正在统计…" not in {card.words for card in page.grid.in_sight}


def test_arrows_go_from_bar_to_bar_and_enter_behind_one_to_the_order(
    hands: Hands, page: InsightsPage, qtbot: QtBot
) -> None:
    card = at_hand(hands)
    assert card.kind is LATE_TWICE
    assert card.current is not None
    assert (card.current.key, card.current.total) == ("2026-05-18", 2)
    assert behind(hands, page, qtbot) == [order_no("7731"), order_no("0192")]
    assert page.behind.heading.split("\n")[1].startswith("5-1"), "the bar has a line of its own below the plot's name"
    hands.press(Key.Key_Escape)
    assert at_hand(hands) is card
    hands.press(Key.Key_Right)
    assert card.readout.startswith("5-19")
    assert behind(hands, page, qtbot) == [order_no("4268")]
    hands.press(Key.Key_Return)
    assert hands.desk.work.pages.page is None
    line = hands.desk.work.room.open_case.view
    assert line is not None
    assert line.order.order_no == order_no("4268")


def test_arrows_go_from_plot_to_plot(hands: Hands, page: InsightsPage) -> None:
    assert page.grid.columns == 2
    hands.press(Key.Key_Right, Key.Key_Right)
    assert at_hand(hands).kind is PlotKind.OVERDUE_BY_HOUR
    hands.press(Key.Key_Down)
    assert at_hand(hands).kind is PlotKind.PROMISES_BY_KIND
    hands.press(Key.Key_Up, Key.Key_Home, Key.Key_Left)
    assert at_hand(hands).kind is LATE_TWICE
    hands.press(Key.Key_Left, Key.Key_End)
    assert at_hand(hands).readout.startswith("5-19")
    hands.press(Key.Key_Up, Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_where_there_is_nothing_the_plot_says_so(hands: Hands, page: InsightsPage) -> None:
    assert page.cards[PlotKind.REPLIES_BY_HOUR].words == "还没有复制过回复。"
    assert page.cards[PlotKind.ANOMALIES_BY_CARRIER].words
    assert "2026-5-19 12:20" in page._reach.text()


def test_p_goes_to_another_period(hands: Hands, page: InsightsPage, qtbot: QtBot) -> None:
    hands.press(Key.Key_P)
    assert page.bar.kind is PeriodKind.MONTH
    counted(hands, qtbot)
    assert len(page.cards[LATE_TWICE].plot.bars if page.cards[LATE_TWICE].plot else ()) == 30
    hands.press(Key.Key_P)
    assert page.bar.kind is PeriodKind.CHOSEN
    assert not page.bar.first.isHidden()
    page.bar.choose(PeriodKind.TODAY)
    counted(hands, qtbot)
    assert page.cards[PlotKind.OVERDUE_BY_HOUR].isHidden()
    assert page.cards[LATE_TWICE].counts.startswith("共 1 单")


def test_days_in_the_wrong_order_are_refused_in_words(hands: Hands, page: InsightsPage, qtbot: QtBot) -> None:
    page.bar.choose(PeriodKind.CHOSEN)
    with qtbot.waitSignal(page.refused) as refused:
        page.bar.first.setDate(page.bar.last.date().addDays(3))
    assert refused.args is not None
    assert refused.args[0].code == "period_backwards"


def test_a_mouse_click_on_a_bar_looks_behind_it(hands: Hands, page: InsightsPage, qtbot: QtBot) -> None:
    card = page.cards[LATE_TWICE]
    canvas = card.canvas
    assert canvas is not None
    places = {canvas.bar_at(QPoint(x, 100)): x for x in range(canvas.width())}
    assert {place for place in places if place is not None} == set(range(7))
    point = canvas.mapTo(card, QPoint(places[6] - 10, 100))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: bool(page.behind.model.rows))
    assert [one.order_no for one in page.behind.model.rows] == [order_no("4268")]


def test_another_theme_is_taken_at_once(hands: Hands, page: InsightsPage) -> None:
    card = page.cards[LATE_TWICE]

    def colours() -> set[str]:
        image = card.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}

    assert "#ffffff" in colours()
    hands.desk.theme.set_scheme(Scheme.DARK)
    dark = colours()
    assert "#ffffff" not in dark
    assert hands.desk.theme.color("surface").name() in dark
    assert hands.desk.theme.color("bad").name() in dark


@pytest.mark.parametrize(("width", "columns"), [(1440, 2), (1024, 1), (400, 1)])
def test_plots_stand_beside_each_other_only_where_there_is_room(
    hands: Hands, page: InsightsPage, qtbot: QtBot, width: int, columns: int
) -> None:
    hands.desk.window.resize(QSize(width, 700))
    hands.desk.settle()
    assert page.grid.columns == columns
    assert page.grid.width() <= page.plots.viewport().width()
    card = page.cards[LATE_TWICE]
    assert card.canvas is not None
    assert card.rect().contains(card.canvas.geometry())


def test_the_plot_stays_in_sight_where_the_list_beside_it_leaves_room_for_one_column(
    hands: Hands, page: InsightsPage, qtbot: QtBot
) -> None:
    hands.desk.window.resize(QSize(1240, 600))
    hands.desk.settle()
    card = page.cards[PlotKind.OVERDUE_BY_HOUR]
    card.setFocus()
    assert page.grid.columns == 2
    behind(hands, page, qtbot)
    hands.desk.settle()
    assert page.grid.columns == 1
    qtbot.waitUntil(lambda: 0 <= card.mapTo(page.plots.viewport(), card.rect().topLeft()).y() < 200, timeout=3000)


def test_in_the_dock_the_list_takes_the_place_of_the_plots(hands: Hands, page: InsightsPage, qtbot: QtBot) -> None:
    hands.desk.window.resize(QSize(400, 800))
    hands.desk.settle()
    behind(hands, page, qtbot)
    assert not page.plots.isVisible()
    hands.press(Key.Key_Escape)
    assert page.plots.isVisible()
    assert at_hand(hands).kind is LATE_TWICE


class TestExport:
    @pytest.fixture
    def asked(self, page: InsightsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
        """Answer the question for a file."""

        def answer(name: str) -> Path:
            monkeypatch.setattr(page.export, "ask_file", lambda suffix, kinds: tmp_path / name)
            return tmp_path / name

        return answer

    @pytest.fixture
    def menu(self, page: InsightsPage, monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
        shown: list[QMenu] = []
        monkeypatch.setattr(page, "popup", shown.append)
        return shown

    @pytest.mark.parametrize(
        ("place", "name", "start"), [(0, "bild.png", b"\x89PNG"), (1, "bild.svg", b"<?xml"), (2, "tafel.csv", b"\xef")]
    )
    def test_e_offers_picture_drawing_and_table(
        self, hands: Hands, asked: Callable[[str], Path], menu: list[QMenu], place: int, name: str, start: bytes
    ) -> None:
        file = asked(name)
        hands.press(Key.Key_E)
        menu[0].actions()[place].trigger()
        assert file.read_bytes().startswith(start)

    def test_all_tables_are_one_workbook(self, hands: Hands, asked: Callable[[str], Path], menu: list[QMenu]) -> None:
        file = asked("alle")
        hands.press(Key.Key_E)
        menu[0].actions()[-1].trigger()
        book = CalamineWorkbook.from_path(file.with_suffix(".xlsx"))
        assert len(book.sheet_names) == 12
        assert "共 3 单" in str(book.get_sheet_by_index(0).to_python())

    def test_words_of_an_svg_stay_words(
        self, hands: Hands, asked: Callable[[str], Path], menu: list[QMenu], page: InsightsPage
    ) -> None:
        file = asked("bild.svg")
        hands.press(Key.Key_E)
        menu[0].actions()[1].trigger()
        assert "承诺" in file.read_text("utf-8")

    def test_the_list_behind_a_bar_goes_out_too(
        self, hands: Hands, page: InsightsPage, asked: Callable[[str], Path], qtbot: QtBot
    ) -> None:
        file = asked("liste.csv")
        behind(hands, page, qtbot)
        hands.press(Key.Key_E)
        assert order_no("7731") in file.read_text("utf-8-sig")

    def test_a_plot_without_a_figure_has_no_picture(self, page: InsightsPage, menu: list[QMenu]) -> None:
        page.cards[PlotKind.REPLIES_BY_HOUR].setFocus()
        page.ask_export()
        assert [action.isEnabled() for action in menu[0].actions() if not action.isSeparator()] == [
            False, False, False, True,
        ]  # fmt: skip


def test_an_import_counts_anew(
    hands: Hands, page: InsightsPage, qtbot: QtBot, tmp_path: Path, folder: DataFolder, clock: FixedClock
) -> None:
    house = House(folder, clock)
    more = tmp_path / "more"
    more.mkdir()
    house.imports.run(write(more, [row("5555", promise="2026-05-19 08:00:00")]), "暖居家纺店")
    house.close()
    hands.press(Key.Key_Right)
    hands.desk.work.refresh()
    assert page.cards[LATE_TWICE].counts.startswith("共 3 单")
    qtbot.waitUntil(lambda: page.cards[LATE_TWICE].counts.startswith("共 4 单"))
    assert at_hand(hands).readout.startswith("5-19 · 2")


def test_who_leaves_the_page_ends_its_counting(hands: Hands, page: InsightsPage, qtbot: QtBot) -> None:
    page.bar.choose(PeriodKind.MONTH)
    hands.press(Key.Key_Escape)
    assert page.counting._running is None
    qtbot.waitUntil(lambda: not hands.desk.tasks.is_busy)
    assert page.cards[LATE_TWICE].words == "正在统计…"
    hands.press(Key.Key_F12)
    counted(hands, qtbot)
    assert page.cards[LATE_TWICE].words == ""


def test_who_comes_back_sees_the_figures_at_once(hands: Hands, page: InsightsPage) -> None:
    hands.press(Key.Key_Escape, Key.Key_F12)
    assert page.cards[LATE_TWICE].words == ""
    assert at_hand(hands).readout.startswith("5-18")


def test_days_later_the_figures_are_those_of_then(
    hands: Hands, page: InsightsPage, clock: FixedClock, qtbot: QtBot
) -> None:
    hands.press(Key.Key_Escape)
    clock.move(48 * HOUR)
    hands.press(Key.Key_F12)
    counted(hands, qtbot)
    plot = page.cards[LATE_TWICE].plot
    assert plot is not None
    assert [bar.key for bar in plot.bars if not bar.is_known][-2:] == ["2026-05-20", "2026-05-21"]
    assert "之后" in page.cards[LATE_TWICE].remarks


def test_an_empty_house_says_what_to_do(open_desk: OpenDesk, qtbot: QtBot) -> None:
    hands = Hands(open_desk(), qtbot)
    hands.press(Key.Key_F12)
    page = page_of(hands)
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.plots.isVisible()
    assert "Ctrl+O" in page.empty.accessibleDescription()
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_the_library_that_draws_is_not_read_at_the_start(tmp_path: Path) -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication;"
        "from deskhelper.app import House; from deskhelper.paths import RESOURCES, DataFolder;"
        "from deskhelper.ui.desk.desk import Desk; from pathlib import Path;"
        "app = QApplication(['desk', '-style', 'Fusion']);"
        f"house = House(DataFolder(Path({str(tmp_path)!r})));"
        "desk = Desk(RESOURCES, house.settings.current, house.services, app); desk.window.show();"
        "assert desk.work; desk.settle(); desk.close(); house.close();"
        "print([m for m in ('numpy', 'pyqtgraph', 'deskhelper.ui.insights.page') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_s_and_a_go_to_the_next_shop_and_agent_and_round_to_all(page: InsightsPage, hands: Hands, qtbot: QtBot) -> None:
    hands.type("s")
    assert page.bar.shop.currentIndex() == 0, "one shop is no choice"
    for choice, letter in ((page.bar.shop, "s"), (page.bar.agent, "a")):
        choice.clear()
        for name in ("", "一", "二"):
            choice.addItem(name, name)
        chosen = []
        for _ in range(3):
            page.bar.wish_changed.disconnect()
            with qtbot.waitSignal(page.bar.wish_changed):
                hands.type(letter)
            chosen.append(choice.currentData())
            page.bar.wish_changed.connect(page.refresh)
        assert chosen == ["一", "二", ""]
