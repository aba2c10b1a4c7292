"""What the one box answers: asks for rows at each key, shows them under it, and hands on what is chosen."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from deskhelper.core.box import MOST, BoxRow, RowKind
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine
from deskhelper.services.box import Looked
from deskhelper.ui.desk.box_keys import BoxKeys
from deskhelper.ui.desk.box_lessons import BoxLessons
from deskhelper.ui.desk.box_list import BoxList
from deskhelper.ui.desk.box_menu import BoxMenu
from deskhelper.ui.desk.box_ready import BoxReadiness
from deskhelper.ui.desk.box_words import RowWords, ShownRow
from deskhelper.ui.desk.search_box import SearchBox
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

PAUSE_MS = 150
USUAL = "s"
"""A query that finds flows and scripts, by their initials, for the rehearsal."""

FINDABLE = (RowKind.FLOW, RowKind.SCRIPT, RowKind.PLACE, RowKind.ORDER)


class Level(Enum):
    """What the list shows: nothing, what the empty box offers, that orders are still searched for, what was found, or
    the topics of a correction."""

    CLOSED = auto()
    OPENING = auto()
    WAITING = auto()
    FOUND = auto()
    TOPICS = auto()


class BoxRoom(QObject):
    """Shows and takes the rows; BoxKeys tells which are asked for. The list is a child of `over`, below the box."""

    order_chosen = Signal(object)
    """An OrderLine to work on."""
    flow_chosen = Signal(str, object)
    """A flow, and the Order to open it on: the one named in the message, else the one in hand, else None."""
    script_chosen = Signal(object, object)
    """A LibraryScript, and the Order to fill it from, as for a flow."""
    place_chosen = Signal(str, str)
    message_seen = Signal()
    """What stands in the box is a buyer's message."""
    left = Signal()
    """Tab was pressed: on to the list of orders."""
    said = Signal(str, object)
    """Words to be told, and what takes the deed back (None where nothing does)."""
    refused = Signal(object)
    letters_read = Signal(str)
    """The characters that rows are written with."""

    def __init__(
        self, box: SearchBox, over: QWidget, services: Services, theme: Theme, lang: Lang, tasks: Tasks
    ) -> None:
        super().__init__(over)
        self._box = box
        self._over = over
        self._services = services
        self._service = service = services.open_box()
        self._lines: Callable[[], list[OrderLine]] = list
        self._in_hand: Callable[[], Order | None] = lambda: None
        self._is_searching: Callable[[], bool] = lambda: False
        self._words = RowWords(lang, service.flow, service.script_about, service.marked)
        self._level = Level.CLOSED
        self._rows: list[BoxRow] = []
        self._looked: Looked | None = None
        self._opens_empty = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.list = BoxList(theme, over)
        self.list.row_chosen.connect(self.take)
        self.list.rows.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self._readiness = BoxReadiness(service, tasks, self)
        self._readiness.reached.connect(self._on_readiness_reached)
        self._readiness.failed.connect(self.refused)
        self._lessons = BoxLessons(service, lang, self)
        self._lessons.changed.connect(self._on_lessons_changed)
        self._lessons.said.connect(self.said)
        self._lessons.refused.connect(self.refused)
        self.menu = BoxMenu(self, service)
        BoxKeys(self, box, over)

    def look_at(
        self,
        lines: Callable[[], list[OrderLine]],
        in_hand: Callable[[], Order | None],
        is_searching: Callable[[], bool],
    ) -> None:
        """Take where the orders come from that the box found, the order that the desk works on, and whether the orders
        are still to come."""
        self._lines, self._in_hand, self._is_searching = lines, in_hand, is_searching

    @property
    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._level is not Level.CLOSED

    @property
    def is_message(self) -> bool:
        """Whether what stands in the box was read as a buyer's message."""
        return self._looked is not None and self._looked.answer.is_message

    def search(self) -> None:
        """Show what the words in the box find, once everything is read that takes part in it."""
        self._looked = None
        self._opens_empty = False
        self._pause.stop()
        if not self._box.text().strip() or not self._box.hasFocus():
            self.close()
        elif self._is_searching():
            self._show([], Level.WAITING)
        elif self._service.is_ready:
            self._look()
        else:
            self._readiness.seek()

    def follow_up(self) -> None:
        """Show what the words find now that the orders are there, unless the list was closed meanwhile."""
        if self._level is Level.WAITING:
            self.search()

    def open(self) -> None:
        """Open the list for what stands in the box now: for nothing, what is pinned and was worked with last."""
        if self._box.text().strip():
            self.search()
        elif self._service.is_ready:
            self._show(self._service.opening(self._in_hand()), Level.OPENING)
        else:
            self._opens_empty = True
            self._readiness.seek()

    def offer_anew(self) -> None:
        """Show anew what the empty box offers, where that is shown."""
        if self._level is Level.OPENING:
            self.open()

    def make_ready(self) -> None:
        """Read in the background what the first answer needs, before anything is asked."""
        if not self._service.is_ready:
            self._readiness.seek()

    def close(self) -> None:
        """Take the list away; the words stay."""
        self._level = Level.CLOSED
        self._pause.stop()
        self.list.hide()

    def take(self, at: int) -> None:
        """Do what a row stands for; nothing while the orders are still searched for."""
        if self._level is Level.WAITING:
            return
        row = self._rows[at]
        subject = row.subject
        if self._level is Level.TOPICS and isinstance(subject, Suggestion):
            self._lessons.learn(self._box.text(), subject)
            return
        if isinstance(subject, Suggestion):
            self._take_topic(subject)
            return
        self.close()
        if isinstance(subject, OrderLine):
            self.order_chosen.emit(subject)
        elif isinstance(subject, Flow):
            self.flow_chosen.emit(subject.id, self._order())
        elif isinstance(subject, LibraryScript):
            self.script_chosen.emit(subject, self._order())
        elif isinstance(subject, Place):
            self.place_chosen.emit(subject.flow, subject.anchor)

    def correct(self) -> None:
        """Ask what the message was about instead."""
        self._show(self._service.topics(), Level.TOPICS)

    def row(self, at: int) -> BoxRow:
        """Return the row at a place."""
        return self._rows[at]

    def is_suggestion(self, at: int) -> bool:
        """Tell whether the row at `at` says what a message is about, which can be corrected."""
        return self._level is Level.FOUND and 0 <= at < len(self._rows) and self._rows[at].kind is RowKind.TOPIC

    def step_back(self) -> None:
        """Go from the topics of a correction back to what was found, else close the list."""
        if self._level is Level.TOPICS:
            self._look()
        else:
            self.close()

    def leave(self) -> bool:
        """Go on to the list of orders; tell whether it has any."""
        if not self._lines():
            return False
        self.close()
        self.left.emit()
        return True

    def _look(self, takes_slips: bool = False) -> None:
        """Ask for rows; slips of the finger are looked for once the agent pauses, where nothing else was found."""
        text = self._box.text()
        lines = self._lines()[: MOST[RowKind.ORDER]]
        self._looked = self._service.look(text, lines, self._in_hand(), self._box.is_message, takes_slips)
        if not takes_slips and not any(row.kind in FINDABLE and not row.topic for row in self._looked.answer.rows):
            self._pause.start()
        answer = self._looked.answer
        if answer.has_only_orders:  # the list of orders shows them all
            self._level = Level.CLOSED
            self.list.hide()
        else:
            self._show(answer.rows, Level.FOUND)
        if answer.is_message:
            self.message_seen.emit()

    def _show(self, rows: list[BoxRow], level: Level) -> None:
        if not rows and level is not Level.WAITING:
            self.close()
            return
        self._rows, self._level = rows, level
        query = self._box.text() if level is Level.FOUND and not self.is_message else ""
        heads = {
            Level.TOPICS: self.tr("This message was about …"),
            Level.OPENING: self.tr("Pinned and used last"),
            Level.WAITING: self.tr("Still searching the orders …"),
        }
        self.list.show_rows(self._in_words(rows, query), heads.get(level, ""))
        self._tell_keys()
        self.place()
        self.list.show()
        self.list.raise_()

    def place(self) -> None:
        """Lie right below the box."""
        self.list.lie_below(self._box, self._over)

    def _order(self) -> Order | None:
        """Return the order that counts: one that the message names, though it may be unknown, else the one in hand."""
        if self._looked is not None and self._looked.number:
            return self._looked.order
        return self._in_hand()

    def _take_topic(self, suggestion: Suggestion) -> None:
        flow = self._service.flow(suggestion.topic)
        script = None if flow is not None else self._service.script_about(suggestion.topic)
        if flow is None and script is None:
            self.correct()
            return
        self.close()
        if flow is not None:
            self.flow_chosen.emit(flow.id, self._order())
        else:
            self.script_chosen.emit(script, self._order())

    def _on_lessons_changed(self) -> None:
        if self._level in (Level.FOUND, Level.TOPICS):
            self._look()

    def _on_pause_timeout(self) -> None:
        if self._level in (Level.CLOSED, Level.FOUND) and self.list.current <= 0 and self._box.hasFocus():
            self._look(takes_slips=True)

    def _on_list_current_changed(self) -> None:
        self._tell_keys()

    def _tell_keys(self) -> None:
        words = self.tr("Enter takes it   ↑ ↓ choose   Esc back")
        if self.is_suggestion(self.list.current):
            words = self.tr("Enter takes it   Ctrl+Enter: it was about something else   Esc back")
        elif self._level is Level.WAITING:
            words = self.tr("Esc back")
        self.list.say(words)

    def _on_readiness_reached(self) -> None:
        if self._box.hasFocus() and self._service.is_ready and (self._box.text().strip() or self._opens_empty):
            self.open()
        elif not self.is_open:
            self._rehearse()
        self.letters_read.emit(self._service.letters)

    def _rehearse(self) -> None:
        rows = self._service.look(USUAL, [], None, False, False).answer.rows
        self.list.rehearse(self._in_words(rows, USUAL))

    def _in_words(self, rows: list[BoxRow], query: str) -> list[ShownRow]:
        now, due_hours = self._services.clock.now(), self._services.settings.current.due_hours
        return [self._words.of(row, query, now, due_hours) for row in rows]
