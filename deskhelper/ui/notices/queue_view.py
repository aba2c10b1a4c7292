"""The queue on the page: the order in short, its filled script, and how far the queue has come; one key tells one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.moments import short_time
from deskhelper.core.notice import SPECS
from deskhelper.core.outgoing import Finding
from deskhelper.core.text import Lang
from deskhelper.services.notices import Counts, Dropped, Notice, Place
from deskhelper.ui.cases.reply_panel import ReplyPanel
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import Banner, EmptyState, FlowLayout, IconButton, Tone, ghost_button, label
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.scroll import BAR_WIDTH, ScrollColumn
from deskhelper.ui.notices.dropped_view import DroppedView
from deskhelper.ui.notices.open_queue import OpenQueue
from deskhelper.ui.notices.words import kind_title
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Held = Qt.KeyboardModifier
BESIDE_FROM = 860
"""Wide enough for the order beside its script; narrower, they stand one above the other."""
REPLY_WIDTH = 400


class QueueView(QFrame):
    """Takes the keys of a queue: Enter tells, S leaves for later, Backspace looks back, Ctrl+Z takes back."""

    said = Signal(str)
    order_wanted = Signal(str, str)
    stopped = Signal()
    more_wanted = Signal()
    """New orders are to join the queue."""

    def __init__(
        self, theme: Theme, lang: Lang, services: Services, queue: OpenQueue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._lang = services, lang
        self._queue = queue
        self._awaits_yes = False
        self._is_empty_shown = False
        self._dropped: list[Dropped] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build(theme, lang)
        self._lay_out()
        self._connect()

    def show_dropped(self, dropped: list[Dropped]) -> None:
        """List the orders that dropped out."""
        self._dropped = dropped
        self.dropped.show_rows(dropped)

    def show_more(self, count: int) -> None:
        """Say how many new orders could join the queue."""
        self.more.setText(self.tr("Add %n new order(s)    A", "", count))
        self.more.setVisible(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell, skip, look back and forth, confirm, or take back."""
        key, held = event.key(), event.modifiers() & ~Held.KeypadModifier
        if key in ENTER and held in (Held.NoModifier, Held.ControlModifier):
            self.go_on()
        elif key in ENTER and held == Held.ShiftModifier:
            self._tell_again()
        elif key == Qt.Key.Key_Z and held == Held.ControlModifier:
            self._queue.undo()
        elif held:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_S:
            self._queue.skip()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._queue.back()
        elif key == Qt.Key.Key_Right:
            self._queue.forward()
        elif key == Qt.Key.Key_A and not self.more.isHidden():
            self.more_wanted.emit()
        elif key == Qt.Key.Key_Y and self._awaits_yes_of_shown:
            self._queue.confirm()
        elif key == Qt.Key.Key_O:
            self._on_order_clicked()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Ctrl+Z from the case that lies behind the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Held.KeypadModifier
            if held == Held.ControlModifier and event.key() in (*ENTER, Qt.Key.Key_Z):
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the order beside its script where there is room."""
        super().resizeEvent(event)
        is_beside = self.width() >= BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self._body.direction() != way:
            self._body.setDirection(way)
            self._body.setStretch(0, 1 if is_beside else 0)
        self.card.set_compact(not is_beside)
        self.reply.setMinimumWidth(REPLY_WIDTH if is_beside else 0)

    def step_back(self) -> bool:
        """Leave a field or the editing of the text; tell whether there was one."""
        focus = self.focusWidget()
        if focus is None or focus is self or not self.isAncestorOf(focus) or not focus.hasFocus():
            return False
        self.reply.end_edit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def go_on(self) -> None:
        """Tell the order; where a derived promise waits for a yes that was asked for, this is the yes."""
        if self._queue.notice is None:
            self.stopped.emit()
        elif self._awaits_yes:
            self._awaits_yes = False
            self._queue.confirm_and_copy()
        else:
            self._queue.copy()

    def _tell_again(self) -> None:
        self._queue.copy(again=True)

    @property
    def _awaits_yes_of_shown(self) -> bool:
        notice = self._queue.notice
        return notice is not None and bool(notice.view.walk.unconfirmed)

    def _on_notice_shown(self, notice: Notice) -> None:
        if not notice.view.walk.unconfirmed:
            self._awaits_yes = False
        with laid_out_once(self._inner, self._side):
            self._show_end(False)
            self._show_order(notice)
            self.reply.set_pieces(self._services.cases.has_pieces)
            self.reply.show_case(notice.view)
            self._show_told(notice)
        self._show_counts(self._queue.counts)

    def _show_order(self, notice: Notice) -> None:
        services, order = self._services, notice.view.order
        line = services.orders.line(order.platform, order.order_no)
        note = services.orders.card(order.platform, order.order_no).note if line is not None and line.noted else ""
        due_hours = services.settings.current.due_hours
        self.card.show_order(line, services.clock.now(), due_hours, note, notice.view.facts)
        self._note.setText(self.tr("Buyer: %s") % order.buyer_note)
        self._note.setVisible(bool(order.buyer_note))
        shared = SPECS[notice.queue.kind].shared
        names = [slot.name for slot in notice.view.draft.slots if slot.name in shared] if notice.view.draft else []
        asked = [name for name in names if name in notice.queue.terms.slots or self._is_gap(notice, name)]
        library = services.cases.library
        titles = "、".join(library.slots[name].title.within(self._lang) for name in asked)
        self._shared.setText(self.tr("Filled once for the whole queue: %s") % titles)
        self._shared.setVisible(bool(asked))

    def _is_gap(self, notice: Notice, name: str) -> bool:
        return notice.view.draft is not None and name in notice.view.draft.gaps

    def _show_told(self, notice: Notice) -> None:
        if notice.entry.state is Place.TOLD and notice.told is not None:
            when = short_time(notice.told.told_at, self._services.clock.zone)
            by = f" · {notice.told.agent}" if notice.told.agent else ""
            words = self.tr("Told at %s. Ctrl+Z takes it back.") % f"{when}{by}"
            self._told.show_words(words, Tone.OK, self.tr("Tell again    Shift+Enter"))
            self.reply.foot.hide()  # Enter tells nobody twice
        elif notice.entry.state is Place.SKIPPED:
            self._told.show_words(self.tr("Left for later before."), Tone.NEUTRAL)
        else:
            self._told.hide()

    def _show_counts(self, counts: Counts) -> None:
        notice, queue = self._queue.notice, self._queue.queue
        if queue is None:
            return
        self._title.setText(kind_title(queue.kind))
        at = counts.total if notice is None else notice.entry.place
        self._place.setText(self.tr("{at} of {all}").replace("{at}", str(at)).replace("{all}", str(counts.total)))
        parts = [self.tr("told %s") % counts.told, self.tr("left %s") % (counts.waiting + counts.skipped)]
        if counts.skipped:
            parts.append(self.tr("skipped %s") % counts.skipped)
        if counts.dropped:
            parts.append(self.tr("dropped out %s") % counts.dropped)
        self._counts.setText(" · ".join(parts))
        self.bar.setMaximum(max(counts.total, 1))
        self.bar.setValue(counts.told + counts.dropped)

    def _show_end(self, is_end: bool) -> None:
        if is_end is self._is_empty_shown:
            return
        self._is_empty_shown = is_end
        self._scroll.setVisible(not is_end)
        self._end.setVisible(is_end)
        self._later.setVisible(not is_end)

    def _on_ended(self) -> None:
        counts = self._queue.counts
        self._show_end(True)
        self._show_counts(counts)
        told = self.tr("%n buyer(s) told.", "", counts.told)
        self._end.show_words("circle-check", self.tr("The queue is done"), told, self.tr("Close the queue    Enter"))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finding_reached(self, finding: Finding) -> None:
        self.reply.say(self._services.told(finding.problem))
        self._awaits_yes = self._queue.needs_yes(finding)
        if self._awaits_yes:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reply.focus_finding(finding)

    def _on_told(self, notice: Notice) -> None:
        self.reply.end_edit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_part_copied(self, done: int, total: int) -> None:
        self.reply.show_part(done, total)
        if done:
            self.said.emit(self.tr("Copied part %s. Enter copies the next one.") % f"{done} / {total}")

    def _on_said_told(self, notice: Notice) -> None:
        self.said.emit(self.tr("Told already. Shift+Enter tells it again; Right goes on."))

    def _on_first(self) -> None:
        self.said.emit(self.tr("Nobody was told before this one."))

    def _on_taken_back(self, notice: Notice) -> None:
        self.said.emit(self.tr("Taken back: not told, its promise is gone."))

    def _on_card_copy_requested(self, text: str) -> None:
        if self._queue.put(text):
            self.said.emit(self.tr("Copied: %s") % text)

    def _on_card_note_changed(self, order_id: int, note: str) -> None:
        line = self.card.line
        if line is not None and line.id == order_id:
            self._services.orders.set_note(line.order.platform, line.order.order_no, note)

    def _on_order_clicked(self) -> None:
        notice = self._queue.notice
        if notice is not None:
            self.order_wanted.emit(notice.view.order.platform, notice.view.order.order_no)

    def _build(self, theme: Theme, lang: Lang) -> None:
        services = self._services
        self._title = label(role="heading")
        self._place = label(role="muted")
        self._counts = label(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.card = OrderCard(theme, lang, services.clock.zone)
        for button in (self.card.trace_button, self.card.marks_button, self.card.evidence_button):
            button.hide()  # they belong to the case; O opens it
        self._told = Banner(theme)
        self._note = label(role="muted", wraps=True)
        self._shared = label(role="remark", wraps=True)
        self.dropped = DroppedView()
        self.dropped.hide()
        self.more = ghost_button("")
        self.more.hide()
        self.reply = ReplyPanel(theme, lang, services.clock, services.told, services.cases.due_of)
        library = services.cases.library
        self.reply.set_slots(library.slots, library.choices)
        self.reply.setProperty("ground", "card")
        self._later: QPushButton = ghost_button(self.tr("Later    S"))
        self._open = IconButton(theme, "external-link", self.tr("Open the order (O)"))
        self._end = EmptyState(theme)
        self._end.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._place)
        head.addStretch(1)
        for button in (self._later, self._open):
            head.addWidget(button)
        below = FlowLayout()
        for part in (self._counts, self.more):
            below.addWidget(part)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self._told)
        side.addWidget(self.card)
        side.addWidget(self._note)
        side.addWidget(self._shared)
        side.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._body.addWidget(self._side, 1)
        self._body.addWidget(self.reply, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 14 - BAR_WIDTH, 8)
        inner.setSpacing(12)
        inner.addLayout(self._body)
        inner.addWidget(self.dropped)
        inner.addStretch(1)
        self._scroll = ScrollColumn(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._end, 1)

    def _connect(self) -> None:
        queue, reply = self._queue, self.reply
        queue.notice_shown.connect(self._on_notice_shown)
        queue.ended.connect(self._on_ended)
        queue.gap_reached.connect(reply.focus_slot)
        queue.finding_reached.connect(self._on_finding_reached)
        queue.told.connect(self._on_told)
        queue.part_copied.connect(self._on_part_copied)
        queue.said_told.connect(self._on_said_told)
        queue.is_first.connect(self._on_first)
        queue.taken_back.connect(self._on_taken_back)
        reply.copy_requested.connect(self.go_on)
        reply.slot_edited.connect(queue.set_slot)
        reply.wording_requested.connect(queue.next_wording)
        reply.text_edited.connect(queue.set_text)
        reply.bare_chosen.connect(queue.set_bare)
        reply.findings.replace_requested.connect(queue.replace_words)
        reply.findings.overrule_requested.connect(queue.overrule)
        reply.findings.track_requested.connect(queue.track)
        self.card.copy_requested.connect(self._on_card_copy_requested)
        self.card.note_changed.connect(self._on_card_note_changed)
        self._later.clicked.connect(queue.skip)
        self._open.clicked.connect(self._on_order_clicked)
        self.more.clicked.connect(self.more_wanted)
        self._told.action_requested.connect(self._tell_again)
        self.dropped.order_wanted.connect(self.order_wanted)
        self._end.action_requested.connect(self.stopped)
