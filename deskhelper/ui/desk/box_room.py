"""What the one box answers: asks for rows at each key, shows them under it, and hands on what is chosen."""

import gc
from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from deskhelper.core.box import MOST, BoxRow, RowKind
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine
from deskhelper.services.box import Looked
from deskhelper.ui.desk.box_list import BoxList
from deskhelper.ui.desk.box_words import RowWords
from deskhelper.ui.desk.search_box import SearchBox
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Progress, Tasks
from deskhelper.ui.theme import Theme

LEAST_WIDTH, BELOW = 520, 4
PAUSE_MS = 150
USUAL = "s"
"""A query that finds flows and scripts, by their initials, for the rehearsal."""

FINDABLE = (RowKind.FLOW, RowKind.SCRIPT, RowKind.PLACE, RowKind.ORDER)
Key = Qt.Key
ENTER = (Key.Key_Return, Key.Key_Enter)
MOVES = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)
CTRL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Level(Enum):
    """What the list shows: nothing, what the empty box offers, what was found, or the topics of a correction."""

    CLOSED = auto()
    OPENING = auto()
    FOUND = auto()
    TOPICS = auto()


class BoxRoom(QObject):
    """Filters the keys of the box while the list is open. The list is a child of `over` and lies below the box."""

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

    def __init__(
        self, box: SearchBox, over: QWidget, services: Services, theme: Theme, lang: Lang, tasks: Tasks
    ) -> None:
        super().__init__(over)
        self._box = box
        self._over = over
        self._services = services
        self._tasks = tasks
        self._service = service = services.open_box()
        self._lines: Callable[[], list[OrderLine]] = list
        self._in_hand: Callable[[], Order | None] = lambda: None
        self._words = RowWords(lang, service.flow, service.script_about, service.marked)
        self._level = Level.CLOSED
        self._rows: list[BoxRow] = []
        self._looked: Looked | None = None
        self._is_preparing = False
        self._opens_empty = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.list = BoxList(theme, over)
        self.list.row_chosen.connect(self.take)
        self.list.menu_requested.connect(self._on_list_menu_requested)
        self.list.rows.selectionModel().currentChanged.connect(self._on_list_current_changed)
        box.installEventFilter(self)
        over.installEventFilter(self)

    def look_at(self, lines: Callable[[], list[OrderLine]], in_hand: Callable[[], Order | None]) -> None:
        """Take where the orders come from that the box found, and the order that the desk works on."""
        self._lines, self._in_hand = lines, in_hand

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
        elif self._service.is_ready:
            self._look()
        else:
            self._prepare()

    def open(self) -> None:
        """Open the list for what stands in the box now: for nothing, what is pinned and was worked with last."""
        if self._box.text().strip():
            self.search()
        elif self._service.is_ready:
            self._show(self._service.opening(self._in_hand()), Level.OPENING)
        else:
            self._opens_empty = True
            self._prepare()

    def make_ready(self) -> None:
        """Read in the background what the first answer needs, before anything is asked."""
        if not self._service.is_ready:
            self._prepare()

    def close(self) -> None:
        """Take the list away; the words stay."""
        self._level = Level.CLOSED
        self._pause.stop()
        self.list.hide()

    def take(self, at: int) -> None:
        """Do what a row stands for."""
        row = self._rows[at]
        if self._level is Level.TOPICS:
            self._learn(row)
            return
        subject = row.subject
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the list, and keep it below the box."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.is_open:
                self._place()
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self._is_correction(event):
                event.accept()
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and not self._box.is_composing:
                return self._take_key(event)
            case QEvent.Type.FocusOut if isinstance(event, QFocusEvent) and event.reason() not in STAYING:
                self.close()
            case QEvent.Type.MouseButtonPress if not self._box.text():
                self.open()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~KEYPAD
        if self._is_correction(event):
            self.correct()
        elif not self.is_open:
            return key == Key.Key_Down and not held and self._reopen()
        elif key in MOVES and not held:
            self.list.step(Key(key))
        elif key in ENTER and not held:
            self.take(self.list.current)
        elif key == Key.Key_Escape:
            self._step_back()
        elif key == Key.Key_Tab and self._lines():
            self.close()
            self.left.emit()
        else:
            return False
        return True

    def _is_correction(self, event: QKeyEvent) -> bool:
        """Tell whether the key says that a suggestion is wrong."""
        if self._level is not Level.FOUND or self._box.is_composing or event.key() not in ENTER:
            return False
        return event.modifiers() & ~KEYPAD == CTRL and self._is_suggestion(self.list.current)

    def _is_suggestion(self, at: int) -> bool:
        return 0 <= at < len(self._rows) and self._rows[at].kind is RowKind.TOPIC

    def _reopen(self) -> bool:
        """Open the list again with Down; tell whether there is one."""
        if self._box.text().strip():
            self.search()
        return self.is_open

    def _step_back(self) -> None:
        if self._level is Level.TOPICS:
            self._look()
        else:
            self.close()

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
        if not rows:
            self.close()
            return
        self._rows, self._level = rows, level
        now, due_hours = self._services.clock.now(), self._services.settings.current.due_hours
        query = self._box.text() if level is Level.FOUND and not self.is_message else ""
        heads = {Level.TOPICS: self.tr("This message was about …"), Level.OPENING: self.tr("Pinned and used last")}
        self.list.show_rows([self._words.of(row, query, now, due_hours) for row in rows], heads.get(level, ""))
        self._tell_keys()
        self._place()
        self.list.show()
        self.list.raise_()

    def _place(self) -> None:
        """Lie right below the box, in a narrow window over its whole width."""
        corner = self._box.mapTo(self._over, QPoint(0, self._box.height() + BELOW))
        left, width = corner.x(), self._box.width()
        if width < LEAST_WIDTH:
            width = min(LEAST_WIDTH, self._over.width() - 16)
            left = max(8, min(left, self._over.width() - 8 - width))
        self.list.fit(QRect(left, corner.y(), width, self._over.height() - corner.y() - 8))

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

    def _learn(self, row: BoxRow) -> None:
        topic = row.subject
        if not isinstance(topic, Suggestion):
            return
        try:
            self._service.learn(self._box.text(), topic.topic)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._look()
        self.said.emit(self.tr("Learnt: this is about %s") % topic.title.within(self._words.lang), self._unlearn)

    def _unlearn(self) -> None:
        try:
            self._service.unlearn()
        except WorldError as error:
            self.refused.emit(error.problem)
        if self._level is Level.FOUND:
            self._look()

    def _pin(self, script: LibraryScript, is_pinned: bool) -> None:
        self._service.pin(script, is_pinned)
        if self._level is Level.OPENING:
            self.open()

    def _on_list_menu_requested(self, at: int, place: QPoint) -> None:
        self.menu_of(at).popup(place)

    def menu_of(self, at: int) -> QMenu:
        """Return the menu of a row: what its keys do, and pinning; it goes when it is closed."""
        row = self._rows[at]
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Take it    Enter"), partial(self.take, at))
        if isinstance(row.subject, LibraryScript):
            is_pinned = self._service.is_pinned(row.subject)
            words = self.tr("Unpin") if is_pinned else self.tr("Pin")
            menu.addAction(words, partial(self._pin, row.subject, not is_pinned))
        if self._level is Level.FOUND and self._is_suggestion(at):
            menu.addAction(self.tr("This was about …    Ctrl+Enter"), self.correct)
        return menu

    def _on_pause_timeout(self) -> None:
        if self._level in (Level.CLOSED, Level.FOUND) and self.list.current <= 0 and self._box.hasFocus():
            self._look(takes_slips=True)

    def _on_list_current_changed(self) -> None:
        self._tell_keys()

    def _tell_keys(self) -> None:
        words = self.tr("Enter takes it   ↑ ↓ choose   Esc back")
        if self._level is Level.FOUND and self._is_suggestion(self.list.current):
            words = self.tr("Enter takes it   Ctrl+Enter: it was about something else   Esc back")
        self.list.say(words)

    def _prepare(self) -> None:
        """Read and index in the background, then answer what stands in the box by then."""
        if self._is_preparing:
            return
        self._is_preparing = True
        if self._service.is_warm:
            self._index()
        else:
            self._tasks.run(self._warm, self._on_warmed, self._on_failed, receiver=self)

    def _warm(self, progress: Progress) -> None:
        self._service.warm()

    def _on_warmed(self, _: None) -> None:
        self._index()

    def _index(self) -> None:
        work = self._service.prepare()

        def run(progress: Progress) -> None:
            """Build the indexes."""
            work()

        self._tasks.run(run, self._on_indexed, self._on_failed, receiver=self)

    def _on_indexed(self, _: None) -> None:
        gc.freeze()  # twenty thousand scripts need not be looked through for rubbish
        self._is_preparing = False
        if self._box.hasFocus() and self._service.is_ready and (self._box.text().strip() or self._opens_empty):
            self.open()
        elif not self.is_open:
            self._rehearse()

    def _rehearse(self) -> None:
        now, due_hours = self._services.clock.now(), self._services.settings.current.due_hours
        rows = self._service.look(USUAL, [], None, False, False).answer.rows
        self.list.rehearse([self._words.of(row, USUAL, now, due_hours) for row in rows])

    def _on_failed(self, error: Exception) -> None:
        self._is_preparing = False
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)
