"""The page of notices: kinds with their counts, then what a queue would hold, then the queue itself."""

from functools import cached_property

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.notice import LeftOut, NoticeKind, QueueTerms
from deskhelper.core.text import Lang
from deskhelper.services.notices import Notice, NoticeService, Preview, Queue, Rechecked
from deskhelper.services.print_list import PrintListService
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit.frame import VLine
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page import Page
from deskhelper.ui.kit.page_head import EDGE, PageHead
from deskhelper.ui.notices.kind_list import PRINT, KindList
from deskhelper.ui.notices.make_view import MakeView
from deskhelper.ui.notices.open_queue import OpenQueue
from deskhelper.ui.notices.print_view import PrintView
from deskhelper.ui.notices.queue_view import QueueView
from deskhelper.ui.notices.words import left_out_words
from deskhelper.ui.orders.words import tail
from deskhelper.ui.recount import Recount
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

LIST_WIDTH = 260
BESIDE_FROM = 760
"""Narrower, the kinds and what is chosen stand one at a time."""


class NoticesPage(Page):
    """Turns between kinds, preview, queue and print list; what takes long is asked for in the background."""

    def __init__(
        self,
        notices: NoticeService,
        lists: PrintListService,
        services: Services,
        theme: Theme,
        lang: Lang,
        tasks: Tasks,
        clipboard: Clipboard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices, self._services, self._tasks = notices, services, tasks
        self._only: tuple[tuple[str, str], ...] = ()
        self._recount = Recount(tasks, lambda progress: notices.queues.count(), self._on_counted, self._on_failed, self)
        self._theme, self._lang = theme, lang
        self.kinds = KindList(theme, lang)
        self.make = MakeView(theme, lang, services)
        self.walk = OpenQueue(notices, clipboard, self)
        self.prints = PrintView(theme, lang, services.clock.zone, lists, tasks)
        self._lay_out()
        self._connect()

    @cached_property
    def queue(self) -> QueueView:
        """The queue, built with the first one."""
        queue = QueueView(self._theme, self._lang, self._services, self.walk)
        queue.said.connect(self.said)
        queue.order_wanted.connect(self.order_wanted)
        queue.stopped.connect(self._on_stopped)
        queue.more_wanted.connect(self._on_more_wanted)
        self._sheets.addWidget(queue)
        return queue

    @property
    def _is_walking(self) -> bool:
        return "queue" in self.__dict__ and self._sheets.currentWidget() is self.queue

    def wake(self) -> None:
        """Count anew and take the keys; a queue that stood open goes on where it stood."""
        self._count()
        self._show_queues()
        if self._is_walking and self.walk.queue is not None:
            self._recheck(self.walk.queue)
        else:
            self._show_part(False)
            if not self.kinds.current:
                self.kinds.mark(NoticeKind.GROUPED.value)
            self._choose(self.kinds.current)
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Count anew; in a queue look anew at all that waits in it."""
        self._count()
        if self._is_walking and self.walk.queue is not None:
            self._recheck(self.walk.queue, stays=True)
        elif self._sheets.currentWidget() is self.make:
            self._show_make(self.make.kind)
        else:
            self.prints.read()

    def take(self, handed: object) -> None:
        """Begin a queue of delays with the orders (platform, number) that another page hands over."""
        if isinstance(handed, list | tuple):
            self._only = tuple((str(one[0]), str(one[1])) for one in handed)
            self.kinds.mark(NoticeKind.DELAYED.value)
            self._show_make(NoticeKind.DELAYED)
            self._show_part(True)

    def step_back(self) -> None:
        """Leave a field, then the queue or preview, then the page; the queue stays and goes on another day."""
        if self._is_walking and self.queue.step_back():
            return
        if not self.kinds.hasFocus():
            if self._is_walking:
                self.changed.emit()  # once for the whole queue: what was told answers promises, and reminders
            self._only = ()
            self._count()
            self._show_queues()
            self._show_part(False)
            self._choose(self.kinds.current)
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where there is no room for two."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while the page is out of sight, or the window closes."""
        super().hideEvent(event)
        self.walk.rest()

    def _fit(self) -> None:
        is_wide = self.width() >= BESIDE_FROM
        self._left.setVisible(is_wide or not self._is_part_shown)
        self._left.setMinimumWidth(LIST_WIDTH if is_wide else 0)
        self._left.setMaximumWidth(LIST_WIDTH if is_wide else 16777215)
        self._row.setStretch(0, 0 if is_wide else 1)
        self._edge.setVisible(is_wide)
        self._right.setVisible(is_wide or self._is_part_shown)
        side = EDGE if is_wide else 8
        self._within.setContentsMargins(side, 12, side - 4, 0)
        self._say_keys()

    def _say_keys(self) -> None:
        if self._is_walking:
            words = self.tr("Enter tell · S later · ← back · → on · Ctrl+Z take back · O order · Esc stop")
        elif self._sheets.currentWidget() is self.prints:
            words = self.tr("X save · P print · D PDF · Esc back")
        else:
            words = self.tr("1–5 open · ↑ ↓ choose · Enter start · Esc back")
        self.key_line.show_words(words)

    def _show_part(self, is_shown: bool) -> None:
        self._is_part_shown = is_shown
        self._fit()

    def _count(self) -> None:
        self._recount.now()

    def _on_counted(self, counts: dict[NoticeKind, int]) -> None:
        self.kinds.show_counts(counts)
        self.counted.emit(sum(counts.values()))

    def _show_queues(self) -> None:
        queues = self._notices.open_queues()
        for kind in NoticeKind:
            queue = queues.get(kind)
            words = ""
            if queue is not None:
                counts = self._notices.counts(queue)
                words = self.tr("goes on: %s told") % f"{counts.told} / {counts.total}"
            self.kinds.rows[kind.value].show_remark(words)

    def _choose(self, name: str) -> None:
        """Show what stands behind a row, with the keys still in the list."""
        if name == PRINT:
            self._sheets.setCurrentWidget(self.prints)
            self.prints.read()
        elif name:
            self._show_make(NoticeKind(name))

    def _on_kinds_opened(self, name: str) -> None:
        self._show_part(True)
        if name == PRINT:
            self._choose(name)
            self.prints.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        queue = self._notices.open_queues().get(NoticeKind(name))
        if queue is not None and not self._only:
            self._recheck(queue)
            return
        if self.make.kind.value != name or self._sheets.currentWidget() is not self.make:
            self._choose(name)
        self.make.focus_first()

    def _show_make(self, kind: NoticeKind) -> None:
        """Show what a new queue of `kind` would hold; one that stands open is gone on with first."""
        self._sheets.setCurrentWidget(self.make)
        queue = None if self._only else self._notices.open_queues().get(kind)
        if queue is None:
            self.make.show_kind(kind)
        else:
            counts = self._notices.counts(queue)
            self.make.show_going_on(kind, counts.waiting + counts.skipped)

    def _on_go_on_wanted(self, kind: NoticeKind) -> None:
        self._on_kinds_opened(kind.value)

    def _on_preview_wanted(self, kind: NoticeKind, terms: QueueTerms) -> None:
        asked = replace(terms, only=self._only)

        def done(preview: Preview) -> None:
            self.make.show_preview(replace(preview, terms=terms))

        self._tasks.run(
            lambda progress: self._notices.queues.preview(kind, asked), done, self._on_failed, receiver=self
        )

    def _on_start_wanted(self, kind: NoticeKind, terms: QueueTerms) -> None:
        self.make.show_work(self.tr("Making the queue…"))
        asked = replace(terms, only=self._only)
        self._only = ()
        self._make(kind, asked)

    def _make(self, kind: NoticeKind, terms: QueueTerms) -> None:
        queues = self._notices.queues

        def work(progress: object) -> Rechecked:
            return queues.recheck(queues.make(kind, terms))

        def done(rechecked: Rechecked) -> None:
            queue = self._notices.open_queues().get(kind)
            if queue is not None:
                self._open(queue, rechecked, stays=False)

        self._tasks.run(work, done, self._on_failed, receiver=self)
        QTimer.singleShot(0, self, lambda: self.queue)  # built while the orders are looked for

    def _recheck(self, queue: Queue, stays: bool = False) -> None:
        def done(rechecked: Rechecked) -> None:
            self._open(queue, rechecked, stays)

        self._tasks.run(lambda progress: self._notices.queues.recheck(queue.id), done, self._on_failed, receiver=self)

    def _open(self, queue: Queue, rechecked: Rechecked, stays: bool) -> None:
        self._notices.take(rechecked)
        current = self._notices.open_queues().get(queue.kind) or queue
        self.queue.show_dropped(self._notices.dropped(current))
        if stays and self.walk.notice is not None and self.walk.queue is not None and self.walk.queue.id == current.id:
            self.walk.refresh()
        else:
            self._sheets.setCurrentWidget(self.queue)
            self._show_part(True)
            self.walk.open(current)
            self.queue.setFocus(Qt.FocusReason.OtherFocusReason)
        if rechecked.dropped:
            self.said.emit(self.tr("%n order(s) dropped out since.", "", rechecked.dropped))
        self._look_for_more(current)

    def _look_for_more(self, queue: Queue) -> None:
        def done(preview: Preview) -> None:
            if self.walk.queue is not None and self.walk.queue.id == queue.id:
                self.queue.show_more(preview.to_tell)

        terms = replace(queue.terms, only=())
        self.queue.show_more(0)
        self._tasks.run(
            lambda progress: self._notices.queues.preview(queue.kind, terms), done, self._on_failed, receiver=self
        )

    def _on_more_wanted(self) -> None:
        queue = self.walk.queue
        if queue is not None:
            self.queue.show_more(0)
            self._make(queue.kind, replace(queue.terms, only=()))

    def _on_stopped(self) -> None:
        """Close a queue of which nothing is left, and go back to the kinds."""
        queue = self.walk.queue
        if queue is not None and self.walk.notice is None:
            self._notices.close(queue)
        self.changed.emit()
        self._count()
        self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_queues()
        self._show_part(False)
        self._choose(self.kinds.current)

    def _on_told(self, notice: Notice) -> None:
        promises = notice.view.draft.promises if notice.view.draft else []
        words = self.tr("Copied, told: %s") % tail(notice.entry.order_no)
        if promises:
            words += " · " + " · ".join(promise.text for promise in promises)
        self.said.emit(words)

    def _on_dropped(self, notice: Notice, reason: LeftOut) -> None:
        self.queue.show_dropped(self._notices.dropped(notice.queue))
        words = self.tr("%s dropped out: ") % tail(notice.entry.order_no)
        self.said.emit(words + left_out_words(reason))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _lay_out(self) -> None:
        self._is_part_shown = False
        self.key_line = KeyLine()
        inner = QFrame()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kinds)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left = QFrame()
        self._left.setProperty("ground", "surface")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(scroll)
        self._edge = VLine()
        self._sheets = QStackedWidget()
        for part in (self.make, self.prints):
            self._sheets.addWidget(part)
        self._right = QWidget()
        self._within = QVBoxLayout(self._right)
        self._within.addWidget(self._sheets)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(self._edge)
        self._row.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(PageHead(self._theme, self.tr("Notices")))
        whole.addLayout(self._row, 1)
        whole.addWidget(self.key_line)

    def _connect(self) -> None:
        self._sheets.currentChanged.connect(self._say_keys)
        self.kinds.chosen.connect(self._choose)
        self.kinds.opened.connect(self._on_kinds_opened)
        self.make.preview_wanted.connect(self._on_preview_wanted)
        self.make.start_wanted.connect(self._on_start_wanted)
        self.make.go_on_wanted.connect(self._on_go_on_wanted)
        self.walk.told.connect(self._on_told)
        self.walk.taken_back.connect(self._count)
        self.walk.dropped.connect(self._on_dropped)
        self.walk.refused.connect(self.refused)
        self.prints.said.connect(self.said)
        self.prints.refused.connect(self.refused)
