"""The page of the boards: four boards by 1 to 4, each read in the background and shown at once as it was last."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFileDialog,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import problem_of
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.services.board_tables import SECTIONS
from deskhelper.ui.boards.alert_section import AlertSection
from deskhelper.ui.boards.late_section import LateSection
from deskhelper.ui.boards.parcel_section import ParcelSection
from deskhelper.ui.boards.section import BoardSection
from deskhelper.ui.boards.stock_section import StockSection
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import IconButton, Tone, compact_count
from deskhelper.ui.kit.page import Page
from deskhelper.ui.kit.page_head import PageHead
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_focus, paint_pill, pill_size
from deskhelper.ui.tasks import Progress, Tasks
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, width_of

AGAIN_SECONDS = 300
"""A board in sight is read anew after so long: time alone makes orders late and parcels silent."""
OWN = (2, 3)
"""The sections that nothing else in the rail counts: product alerts and stock."""
TAB_HEIGHT, TAB_EDGE = 28, 10


class BoardTab(QAbstractButton):
    """One board's name with its number key and how much there is to look at."""

    def __init__(self, theme: Theme, lang: Lang, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._count = theme, lang, 0
        self.setText(words)
        self.setToolTip(f"{words}  ({key})")
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.theme_changed.connect(self.update)

    @property
    def count(self) -> int:
        """How much there is to look at."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how much there is to look at; nothing for nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} · {count:,}" if count else self.text())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of words and count."""
        words = width_of(self.text(), BODY) + 2 * TAB_EDGE
        return QSize(words + (pill_size(self._number).width() + 6 if self._count else 0), TAB_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tab."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self.isChecked() else "bg" if self.underMouse() else "surface"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()), TAB_HEIGHT / 2, TAB_HEIGHT / 2)
        painter.setFont(ui_font(BODY))
        painter.setPen(self._theme.ink("text", ground))
        room = self.rect().adjusted(TAB_EDGE, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count:
            size = pill_size(self._number)
            place = self.rect()
            place.setRect(place.right() + 1 - TAB_EDGE - size.width(), (TAB_HEIGHT - PILL_HEIGHT) // 2,
                          size.width(), PILL_HEIGHT)  # fmt: skip
            paint_pill(painter, place, self._number, Tone.WARN, self._theme, False)
        if self.hasFocus():
            paint_focus(painter, self.rect(), self._theme, TAB_HEIGHT / 2)

    @property
    def _number(self) -> str:
        return compact_count(self._count, self._lang)


class BoardsPage(Page):
    """Four boards, one in sight; each asks for what it needs, the page reads it in the background."""

    def __init__(
        self, services: Services, theme: Theme, lang: Lang, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._theme, self._lang = services, tasks, theme, lang
        self._read_at: dict[int, int] = {}
        self._read_of: dict[int, tuple[int, int]] = {}
        self._reading: set[int] = set()
        self._again: set[int] = set()
        self._build()
        self._lay_out()
        self._connect()
        self.choose(0)

    @property
    def section(self) -> BoardSection:
        """The board in sight."""
        return self.sections[self._stack.currentIndex()]

    @property
    def is_reading(self) -> bool:
        """Whether any board is on its way."""
        return bool(self._reading)

    def choose(self, number: int) -> None:
        """Turn to a board, 0 to 3, and read it where that was not done lately."""
        self.tabs[number].setChecked(True)
        self._stack.setCurrentIndex(number)
        self.section.take_keys()
        self.turned.emit("parcels" if SECTIONS[number] == "parcels" else "boards")
        self._tell_read()

    def wake(self) -> None:
        """Take the keys; show what was read last, and read anew what has changed, once the page has been painted."""
        self.choose(self._stack.currentIndex())
        QTimer.singleShot(0, self, self._read_if_old)

    def refresh(self) -> None:
        """Read all boards anew that were read before, the one in sight first: the orders have changed."""
        self._read_at.clear()
        self._read_in_sight()

    def tick(self) -> None:
        """Read the board in sight anew after some minutes."""
        if self._is_aged:
            self._read_in_sight()

    def take(self, handed: object) -> None:
        """Turn to the board whose name was handed over."""
        if handed in SECTIONS:
            self._on_group_id_clicked(SECTIONS.index(handed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what the tables do not: numbers from a tab, and nothing else."""
        self._on_key_typed(event.text().upper())

    def ask_path(self, suggestion: str) -> str:
        """Ask where to write a board, empty for nowhere."""
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        return QFileDialog.getSaveFileName(self, self.tr("Export the board"), suggestion, kinds)[0]

    def export(self) -> None:
        """Write the board in sight to a file, in the background."""
        number = self._stack.currentIndex()
        name = self.ask_path(f"{self.tabs[number].text()}.xlsx")
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".xlsx", ".csv"):
            path = path.with_name(f"{path.name}.xlsx")
        save, section = self._services.save_board, SECTIONS[number]
        self._tasks.run(
            lambda _progress: save(section, path),
            lambda rows: self.said.emit(
                self.tr("Saved {count} rows to {file}.").format(count=f"{rows:,}", file=path.name)
            ),
            self._on_failed,
            receiver=self,
        )

    def _build(self) -> None:
        services, theme, lang = self._services, self._theme, self._lang
        boards = services.open_boards
        self.sections: list[BoardSection] = [
            LateSection(boards, theme, lang, lambda: services.settings.current.due_hours),
            ParcelSection(boards, theme, lang),
            AlertSection(boards, theme, lang),
            StockSection(services.open_stock, services.clock.zone, theme, lang),
        ]
        names = (self.tr("Overdue"), self.tr("Parcel anomalies"), self.tr("Product alerts"), self.tr("Stock"))
        self._group = QButtonGroup(self)
        self.tabs = [BoardTab(theme, lang, words, str(key)) for key, words in enumerate(names, 1)]
        for number, tab in enumerate(self.tabs):
            self._group.addButton(tab, number)
        self._stack = QStackedWidget()
        for section in self.sections:
            self._stack.addWidget(section)
            section.say_reading()
        self._reread = IconButton(theme, "refresh-cw", self.tr("Read anew (F5)"))
        self._export = IconButton(theme, "file-down", self.tr("Export the board (E)"))
        self._head = PageHead(theme, self.tr("Boards"), self.tabs, (self._reread, self._export))

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_group_id_clicked)
        self._reread.clicked.connect(self._read_in_sight)
        self._export.clicked.connect(self.export)
        for number, section in enumerate(self.sections):
            section.table.key_typed.connect(self._on_key_typed)
            section.order_wanted.connect(self.order_wanted)
            section.flow_wanted.connect(self.flow_wanted)
            section.hand_over_wanted.connect(self.hand_over_wanted)
            section.changed.connect(self.changed)
            section.said.connect(self.said)
            section.refused.connect(self.refused)
            section.read_wanted.connect(self._read_in_sight)
            section.counted.connect(self.tabs[number].set_count)

    def _on_group_id_clicked(self, number: int) -> None:
        self.choose(number)
        self._read_if_old()

    def _on_key_typed(self, key: str) -> None:
        if key in ("1", "2", "3", "4"):
            self._on_group_id_clicked(int(key) - 1)
        elif key == "E":
            self.export()

    def _read_if_old(self) -> None:
        """Read the board in sight unless it was read lately and nothing was written since."""
        number = self._stack.currentIndex()
        is_same = self._read_of.get(number) == self._services.open_boards().state
        if number not in self._reading and (not is_same or self._is_aged):
            self._read_in_sight()

    @property
    def _is_aged(self) -> bool:
        at = self._read_at.get(self._stack.currentIndex(), 0)
        return self._services.clock.now() - at >= AGAIN_SECONDS

    def _read_in_sight(self) -> None:
        """Read the board in sight in the background; asked again meanwhile, once more afterwards."""
        number = self._stack.currentIndex()
        if number in self._reading:
            self._again.add(number)
            return
        self._reading.add(number)
        work = self.sections[number].work()

        def read(progress: Progress) -> Any:
            return work(lambda: progress.is_cancelled)

        self._tasks.run(
            read,
            lambda result: self._on_read(number, result),
            lambda error: self._on_read_failed(number, error),
            receiver=self,
        )
        self._tell_read()

    def _on_read(self, number: int, result: Any) -> None:
        self._reading.discard(number)
        self._read_at[number] = self._services.clock.now()
        self._read_of[number] = self._services.open_boards().state
        self.sections[number].show_result(result)
        self._tell_read()
        self._tell_count()
        if number in self._again:
            self._again.discard(number)
            self._read_in_sight()

    def _tell_count(self) -> None:
        """Tell alerts and stock; overdue orders and parcels in anomaly have entries of their own."""
        is_known = all(number in self._read_at for number in OWN)
        self.counted.emit(sum(self.tabs[number].count for number in OWN) if is_known else None)

    def _on_read_failed(self, number: int, error: Exception) -> None:
        self._reading.discard(number)
        self._on_failed(error)
        self._tell_read()

    def _on_failed(self, error: Exception) -> None:
        self.refused.emit(problem_of(error))

    def _tell_read(self) -> None:
        number = self._stack.currentIndex()
        if number in self._reading:
            self._head.show_remark(self.tr("reading…"))
        elif number in self._read_at:
            at = short_time(self._read_at[number], self._services.clock.zone)
            self._head.show_remark(self.tr("as of {time}").format(time=at.partition(" ")[2]))
        else:
            self._head.show_remark("")
