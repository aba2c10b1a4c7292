"""The page of promises: a board by due time, and one key for each thing that can be done with a promise."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from deskhelper.core.broken import MONEY
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.log import PromiseState, StoredPromise
from deskhelper.core.moments import DAY, HOUR, Instant, ceil_hour, floor_hour, local, short_time
from deskhelper.core.promise_board import EVERYTHING, Narrowed, PromiseLine
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.promises import Board, PromiseService
from deskhelper.ui.kit import EmptyState
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page import Page
from deskhelper.ui.promises.bar import PromiseBar
from deskhelper.ui.promises.delegate import PromiseDelegate
from deskhelper.ui.promises.model import PromiseModel
from deskhelper.ui.promises.rows import PromiseRows
from deskhelper.ui.tasks import Task, Tasks
from deskhelper.ui.theme import Theme

SNOOZES = (30, 60, 120)
"""Minutes."""
MORNING = 9


class PromisePage(Page):
    """Shows the board; Enter goes on with the case of a promise, letters settle it."""

    def __init__(
        self,
        promises: PromiseService,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        read: Callable[[Narrowed], Board],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        """Build the page; `read` reads a board on any thread."""
        super().__init__(parent)
        self._promises, self._clock, self._lang, self._read, self._tasks = promises, clock, lang, read, tasks
        self._reading: Task | None = None
        self._undo: StoredPromise | None = None
        self._sought: StoredPromise | None = None
        self.board: Board | None = None
        self.bar = PromiseBar(theme)
        self.model = PromiseModel(promises.page, lang, self)
        self.rows = PromiseRows(self.model, PromiseDelegate(theme, clock.zone, lang, self))
        self.rows.setAccessibleName(self.tr("Promises"))
        self.empty = EmptyState(theme)
        self.key_line = KeyLine()
        self.snooze_menu = QMenu(self)
        self._lay_out()
        self._connect()
        self._keys: dict[str, Callable[[], None]] = {
            "K": self.keep, " ": self.keep, "G": self.give, "W": self.withdraw, "S": self.ask_snooze, "U": self.undo,
            "C": self.bar.turn, "F": self.bar.kinds.showPopup, "A": self.bar.agents.showPopup,
        }  # fmt: skip

    def wake(self) -> None:
        """Read anew and take the keys."""
        self.refresh()
        if self.rows.line is None:
            self.rows.go_to(1)
        (self.rows if self.model.rowCount() else self.bar.tabs).setFocus()

    def refresh(self) -> None:
        """Read the board anew; the place among the promises stays."""
        if not self._promises.has_many():
            self._show(self._promises.board(self.bar.wanted))
            return
        if self._reading is not None:
            self._reading.cancel()
        wanted = self.bar.wanted
        self._reading = self._tasks.run(
            lambda _progress: self._read(wanted), self._show, self._on_read_failed, receiver=self
        )

    def _show(self, board: Board, is_gone: bool = False) -> None:
        """Show `board`; the place among the promises stays, at the next one where the chosen one `is_gone`."""
        row, line = self.rows.currentIndex().row(), self.rows.line
        self.board = board
        self.model.show_board(board)
        self.bar.show_owed(board.owed)
        self.bar.offer_agents(self._promises.agents())
        is_empty = not board.groups
        self._stack.setCurrentWidget(self.empty if is_empty else self.rows)
        self._say_hint(board)
        if is_empty:
            self._say_empty()
            return
        sought, self._sought = self._sought, None
        self._follow(row, sought or (None if is_gone or line is None else line.promise))

    def _follow(self, row: int, promise: StoredPromise | None) -> None:
        """Go to `promise`, which stood at `row`; where it is gone, to what stands there now."""
        there = self.model.line(row)
        found: int | None = None
        if promise is not None and self.board is not None and not self.board.narrowed.is_closed:
            is_there = there is not None and there.promise.id == promise.id
            found = row if is_there else self._promises.row_of(promise, self.board)
            line = None if found is None else self.model.line(found)
            found = found if line is not None and line.promise.id == promise.id else None
        self.rows.go_to(row if found is None else found)

    def _on_read_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def tick(self) -> None:
        """Tell the time anew; where a promise went into another group, read the board."""
        self.refresh()

    def step_back(self) -> None:
        """Show everything again, then leave."""
        if not self.bar.clear():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters where there is no promise to take them."""
        deed = self._keys.get(event.text().upper())
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def open_line(self) -> None:
        """Go on with the case of the promise, its next reply ready; a new case where that one is closed."""
        line = self.rows.line
        if line is None:
            return
        way = self._promises.way_on(line)
        if not line.has_order:
            self.refused.emit(Problem("order_unknown", {"order_no": way.order_no or "—"}))
        elif way.case_id:
            self.case_wanted.emit(way.case_id)
        else:
            self.flow_wanted.emit(way.platform, way.order_no, way.flow)

    def keep(self) -> None:
        """Mark the promise as kept, money as given, one that came late as seen."""
        line = self._open_line
        if line is not None:
            self._settle(line, self._promises.keep, self._kept_words(line.promise))

    def give(self) -> None:
        """Mark money as given."""
        line = self._open_line
        if line is not None and line.promise.kind in MONEY:
            self.keep()
        elif line is not None:
            self.said.emit(self.tr("G is for coupons and compensations; K marks this one as kept."))

    def withdraw(self) -> None:
        """Mark the promise as binding nobody any more."""
        line = self._open_line
        if line is not None:
            self._settle(line, self._promises.withdraw, self.tr("Void: %s").replace("%s", line.promise.text))

    def ask_snooze(self) -> None:
        """Offer how long to be silent about the promise."""
        if self._open_line is None:
            return
        menu, now, zone = self.snooze_menu, self._clock.now(), self._clock.zone
        menu.clear()
        for minutes in SNOOZES:
            words = self.tr("%n minute(s)", "", minutes) if minutes < 60 else self.tr("%n hour(s)", "", minutes // 60)
            menu.addAction(words, partial(self.snooze, now + minutes * 60))
        midnight = floor_hour(now, zone) - local(now, zone).hour * HOUR
        morning = ceil_hour(midnight + DAY + MORNING * HOUR, zone)
        menu.addAction(self.tr("Tomorrow, 9 o'clock"), partial(self.snooze, morning))
        menu.addAction(self.tr("Until…"), self.ask_moment)
        menu.setActiveAction(menu.actions()[0])
        place = self.rows.visualRect(self.rows.currentIndex())
        menu.popup(self.rows.viewport().mapToGlobal(place.bottomLeft() + QPoint(16, 0)))

    def ask_moment(self) -> None:
        """Ask until when to be silent."""
        from deskhelper.ui.orders.time_dialog import TimeDialog

        now, zone = self._clock.now(), self._clock.zone
        dialog = TimeDialog(
            self.tr("Remind again"), self.tr("No reminder of this promise before:"), ceil_hour(now + 1, zone), zone,
            self._lang, earliest=now, parent=self,
        )  # fmt: skip
        if dialog.exec():
            self.snooze(dialog.at)
        dialog.deleteLater()

    def snooze(self, until: Instant) -> None:
        """Be silent about the promise until then."""
        line = self._open_line
        if line is not None:
            words = self.tr("Silent until %s").replace("%s", short_time(until, self._clock.zone))
            self._settle(line, lambda promise_id: self._promises.snooze(promise_id, until), words)

    def undo(self) -> None:
        """Take the last deed back."""
        if self._undo is None:
            return
        promise, self._undo = self._undo, None
        self._promises.put_back(promise)
        self.said.emit(self.tr("Undone: %s").replace("%s", promise.text))
        self._sought = promise
        self.refresh()
        self.rows.setFocus()
        self.changed.emit()

    @property
    def _open_line(self) -> PromiseLine | None:
        line = self.rows.line
        return line if line is not None and line.promise.state is PromiseState.OPEN else None

    def _settle(self, line: PromiseLine, deed: Callable[[int], StoredPromise], words: str) -> None:
        try:
            self._undo = deed(line.promise.id)
        except WorldError as error:
            self.refused.emit(error.problem)
            self.refresh()
            return
        self.did.emit(words, self.undo)
        after = self._promises.of_id(line.promise.id)
        if self.board is not None and self._promises.has_many() and after is not None:
            is_gone = after.state is not PromiseState.OPEN
            self._show(self.board.without(line.promise) if is_gone else self.board, is_gone)
        else:
            self.refresh()
        self.rows.setFocus()
        self.changed.emit()

    def _kept_words(self, promise: StoredPromise) -> str:
        if promise.fulfilled_at is not None:
            return self.tr("Seen: %s").replace("%s", promise.text)
        words = self.tr("Given: %s") if promise.kind in MONEY else self.tr("Kept: %s")
        return words.replace("%s", promise.text)

    def _say_hint(self, board: Board) -> None:
        if not board.groups:
            self.key_line.show_words(self.tr("C open or closed · F kind · A agent · Esc back"))
        elif board.narrowed.is_closed:
            self.key_line.show_words(self.tr("Enter open the case · C open or closed · F kind · A agent · Esc back"))
        else:
            self.key_line.show_words(
                self.tr("Enter reply · K kept · G given · S later · W void · U undo · C closed · F kind · A agent")
            )

    def _say_empty(self) -> None:
        wanted = self.bar.wanted
        if wanted == EVERYTHING:
            title = self.tr("Nothing promised is open")
            sentence = self.tr("What a copied reply promises turns up here by itself, with its due time.")
            self.empty.show_words("circle-check", title, sentence)
        elif wanted.is_closed:
            sentence = self.tr("Promises kept, broken or void in the last 30 days stand here.")
            self.empty.show_words("inbox", self.tr("Nothing closed yet"), sentence)
        else:
            sentence = self.tr("Esc shows all promises again.")
            self.empty.show_words("search-x", self.tr("No such promise is open"), sentence)

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        column.addWidget(self.key_line)

    def _connect(self) -> None:
        self.bar.narrowed.connect(self._on_bar_narrowed)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        self.rows.open_requested.connect(self.open_line)
        self.rows.pressed_key.connect(self._on_rows_pressed_key)

    def _on_bar_narrowed(self) -> None:
        self.refresh()
        if self.model.rowCount():
            self.rows.setFocus()

    def _on_rows_pressed_key(self, key: str) -> None:
        deed = self._keys.get(key)
        if deed is not None:
            deed()
