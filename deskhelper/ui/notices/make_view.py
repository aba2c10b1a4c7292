"""What a queue would hold, before it is made: how many orders, how many left out and why, and what is asked once."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.moments import iso
from deskhelper.core.notice import SPECS, NoticeKind, QueueTerms
from deskhelper.core.text import Lang
from deskhelper.services.notices import Preview
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import Card, HLine, label, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.scroll import ScrollColumn
from deskhelper.ui.notices.delay_form import DelayForm, next_hours
from deskhelper.ui.notices.words import hours_words, kind_help, kind_title, left_out_words
from deskhelper.ui.theme import Theme

HOURS = (6, 12, 24, 48, 72, 168)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDEST = 640


class MakeView(QFrame):
    """Shows a Preview; asks for another one when its terms change, and to start."""

    preview_wanted = Signal(object, object)
    """A NoticeKind and its QueueTerms."""
    start_wanted = Signal(object, object)
    go_on_wanted = Signal(object)
    """The NoticeKind whose queue stands open."""

    def __init__(self, theme: Theme, lang: Lang, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang = theme, lang
        self._services, self._clock = services, services.clock
        self._kind = NoticeKind.GROUPED
        self._preview: Preview | None = None
        self._goes_on = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label(role="heading")
        self._help = label(role="muted", wraps=True)
        self.hours = QComboBox()
        self.hours.setAccessibleName(self.tr("How far to look"))
        self.hours.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._count = label(role="heading")
        self._reasons = label(role="muted", wraps=True)
        self.start: QPushButton = primary_button("")
        self._delay_place = QVBoxLayout()
        self._lay_out()
        self.hours.activated.connect(self._on_terms_changed)
        self.start.clicked.connect(self._on_start)

    @cached_property
    def delay(self) -> DelayForm:
        """Cause and time of a delay, built with the first one; the shop's own reasons are offered first."""
        library = self._services.cases.library
        own = self._services.settings.terms_of("").reasons
        reasons = tuple(dict.fromkeys((*own, *library.choices.get("reasons", ()))))
        form = DelayForm(self._theme, self._lang, library.slots, {**library.choices, "reasons": reasons})
        form.way_changed.connect(self._on_way_changed)
        form.changed.connect(self._on_terms_changed)
        form.entered.connect(self._on_start)
        self._delay_place.addWidget(form)
        return form

    @property
    def kind(self) -> NoticeKind:
        """The kind shown."""
        return self._kind

    @property
    def terms(self) -> QueueTerms:
        """What is said once for the queue."""
        if self._kind is NoticeKind.DELAYED:
            return QueueTerms(slots=self.delay.slots, by=self.delay.by, of_group=self.delay.of_group)
        return QueueTerms(int(self.hours.currentData() or SPECS[self._kind].hours))

    def show_kind(self, kind: NoticeKind) -> None:
        """Show `kind` and ask what its queue would hold."""
        self._kind, self._preview, self._goes_on = kind, None, False
        is_delay = kind is NoticeKind.DELAYED
        self._say_kind()
        if is_delay or "delay" in self.__dict__:
            self.delay.setVisible(is_delay)
        self.hours.setVisible(not is_delay)
        if is_delay:
            self.delay.set_now(self._clock.now())
            self.delay.suggest((iso(next_hours(self._clock.now(), 24), self._clock.zone) or "")[:16])
        else:
            self.hours.clear()
            for hours in HOURS:
                self.hours.addItem(hours_words(kind, hours), hours)
            self.hours.setCurrentIndex(HOURS.index(SPECS[kind].hours))
        self._wait()
        self.preview_wanted.emit(kind, self.terms)

    def show_going_on(self, kind: NoticeKind, left: int) -> None:
        """Show that the queue of `kind` stands open with so many buyers left in it."""
        self._kind, self._preview, self._goes_on = kind, None, True
        self._say_kind()
        self.hours.hide()
        if "delay" in self.__dict__:
            self.delay.hide()
        self._count.setText(self.tr("Under way, %n order(s) left to tell", "", left))
        self._reasons.hide()
        self.start.setText(self.tr("Go on telling    Enter"))
        self.start.setEnabled(True)
        self.start.show()

    def _say_kind(self) -> None:
        self._title.setText(kind_title(self._kind))
        self._help.setText(kind_help(self._kind))

    def show_preview(self, preview: Preview) -> None:
        """Show what the queue would hold."""
        if self._goes_on or preview.kind is not self._kind or preview.terms != self.terms:
            return
        self._preview = preview
        with laid_out_once(self):
            if preview.to_tell:
                self._count.setText(self.tr("%n order(s) to tell", "", preview.to_tell))
            else:
                self._count.setText(self.tr("Nobody is to be told."))
            reasons = sorted(preview.left_out.items(), key=lambda one: -one[1])
            words = "\n".join(f"· {left_out_words(reason)}  {count}" for reason, count in reasons)
            total = sum(preview.left_out.values())
            hint = "" if preview.to_tell else self.tr("Import the order file of today, or look further back.")
            self._reasons.setText(self.tr("Left out: %s") % total + "\n" + words if total else hint)
            self._reasons.setVisible(bool(total or hint))
            if self._kind is NoticeKind.DELAYED:
                self.delay.show_groups(preview.products, preview.couriers)
            self.start.setText(self.tr("Start telling    Enter"))
            self.start.setEnabled(bool(preview.to_tell))
            self.start.setVisible(bool(preview.to_tell))

    def show_work(self, words: str) -> None:
        """Say that the queue is being made."""
        self.start.setEnabled(False)
        self.start.setText(words)

    def focus_first(self) -> None:
        """Take the keys; for a delay the cause is asked first."""
        if self._kind is NoticeKind.DELAYED and not self.delay.slots.get("reason"):
            self.delay.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with Enter."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._on_start()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        self._count.setText(self.tr("Counting…"))
        self._reasons.hide()
        self.start.setEnabled(False)
        self.start.setText(self.tr("Start telling    Enter"))

    def _on_way_changed(self) -> None:
        self._on_terms_changed()

    def _on_terms_changed(self) -> None:
        self._preview = None
        self.preview_wanted.emit(self._kind, self.terms)

    def _on_start(self) -> None:
        if self._goes_on:
            self.go_on_wanted.emit(self._kind)
        elif self._preview is not None and self._preview.to_tell and self.start.isEnabled():
            self.start_wanted.emit(self._kind, self.terms)

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(WIDEST)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(10)
        hours = QHBoxLayout()
        hours.addWidget(self.hours)
        hours.addStretch(1)
        for part in (self._title, self._help):
            column.addWidget(part)
        column.addLayout(hours)
        column.addLayout(self._delay_place)
        column.addWidget(HLine())
        for words in (self._count, self._reasons):
            column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(self.start)
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 4, 14)
        outer.addWidget(card)
        outer.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollColumn(inner))
