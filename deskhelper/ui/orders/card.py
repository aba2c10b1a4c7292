"""The card of one order: what the agent needs to answer, and no more."""

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from deskhelper.core.facts import Facts
from deskhelper.core.moments import Instant
from deskhelper.core.money import format_price
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine
from deskhelper.ui.kit import Card, ElidedLabel, FlowLayout, IconButton, Pill, label
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.orders.beside_words import beside_words
from deskhelper.ui.orders.fact import Fact
from deskhelper.ui.orders.milestones import Step, milestones, scans_of
from deskhelper.ui.orders.receiver import Receiver
from deskhelper.ui.orders.time_line import TimeLine
from deskhelper.ui.orders.words import Tag, after_sale_tag, deadline_tag, parcel_words, status_tag
from deskhelper.ui.theme import Theme

NO_FACTS: Facts = {}


class OrderCard(InColumn, Card):
    """Shows one order at a time. Copying is asked for, never done here."""

    copy_requested = Signal(str, str)
    """The text, and what it is: `order_no` or `tracking_no`."""
    note_changed = Signal(object, str)
    """The id of the order (too long for a C int), and the note that the agents keep on it."""
    trace_requested = Signal()
    marks_requested = Signal()
    evidence_requested = Signal()

    def __init__(self, theme: Theme, lang: Lang, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang, self._zone = lang, zone
        self._line: OrderLine | None = None
        self._scans: Mapping[Step, Instant] = {}
        self._note_kept = ""
        self._build(theme, zone)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def lang(self) -> Lang:
        """The language that the card speaks."""
        return self._lang

    @property
    def line(self) -> OrderLine | None:
        """The order shown."""
        return self._line

    def show_order(
        self,
        line: OrderLine | None,
        now: Instant,
        due_hours: int,
        note: str = "",
        facts: Facts = NO_FACTS,
    ) -> None:
        """Show `line` with the agents' `note` and what is known beside it; nothing for None.

        Another order is masked again.
        """
        self._keep_note()
        is_same = line is not None and self._line is not None and line.id == self._line.id
        self._line, self._scans = line, scans_of(facts)
        with laid_out_once(self.parentWidget(), self):
            if line is not None:
                self._show_head(line)
                self._receiver.show_order(line.order, stays_open=is_same)
                self._show_facts(line)
                self._show_beside(facts)
                self._note_kept = note
                self._note.setText(note)
                self.set_now(now, due_hours)
            self.setVisible(line is not None)
        self._fit_height()  # fewer lines than before ask for no layout by themselves

    def set_compact(self, is_compact: bool) -> None:
        """Show only what tells the order from others, for the dock."""
        for part in (self._time_line, self._note):
            part.setVisible(not is_compact)

    def set_now(self, now: Instant, due_hours: int) -> None:
        """Reckon the countdown and the time line from `now`; the last `due_hours` are soon."""
        if self._line is None:
            return
        tag = deadline_tag(self._line, now, due_hours, self._lang)
        _show_tag(self._countdown, tag)
        self._derived.setVisible(tag is not None and tag.is_derived)
        self._time_line.show_points(milestones(self._line, now, self._scans))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines need at this width."""
        super().resizeEvent(event)
        self._fit_height()

    def event(self, event: QEvent) -> bool:
        """Be as high as the lines need when they change."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_height()
        return is_done

    def _fit_height(self) -> None:
        """Ask for the height at this width outright: not every layout around a card asks for it."""
        height = self._layout.totalHeightForWidth(self.width())
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def _build(self, theme: Theme, zone: tzinfo) -> None:
        self._number = label(role="title")
        self._copy_number = IconButton(theme, "copy", self.tr("Copy order number"))
        self._status, self._after_sale, self._countdown = Pill(theme), Pill(theme), Pill(theme)
        self._derived = Pill(theme, self.tr("derived"))
        self._derived.setToolTip(
            self.tr("The file has no promised time: the presale's end, or grouped time plus the shop's hours.")
        )
        self._price = label(role="strong")
        self._product = ElidedLabel(theme)
        self._receiver = Receiver(theme)
        self._shop = Fact(theme, "store", self.tr("Shop"))
        self._parcel = Fact(theme, "truck", self.tr("Parcel"), self.tr("Copy tracking number"))
        self._refund = Fact(theme, "rotate-ccw", self.tr("After-sale"))
        self._buyer_note = Fact(theme, "message-square", self.tr("Buyer's note"), role="body")
        self._shop_note = Fact(theme, "sticky-note", self.tr("Shop's note"), role="body")
        self._trace = Fact(theme, "map", self.tr("Last scan"))
        self._anomaly = Fact(theme, "triangle-alert", self.tr("Parcel anomaly"))
        self._reuse = Fact(theme, "shield-alert", self.tr("The same tracking number"))
        self._windows = Fact(theme, "timer", self.tr("After-sale windows"))
        self._notice = Fact(theme, "shield-alert", self.tr("The platform has stepped in"))
        self._marks = Fact(theme, "ticket", self.tr("Custom-made"))
        self._presale = Fact(theme, "calendar", self.tr("Presale"))
        self.trace_button = IconButton(theme, "truck", self.tr("Carrier's trace…"), "Ctrl+T")
        self.marks_button = IconButton(theme, "ticket", self.tr("Marks: custom-made, presale, platform"), "Ctrl+M")
        self.evidence_button = IconButton(theme, "shield-check", self.tr("Evidence, log and appeal  (Ctrl+J)"))
        self._time_line = TimeLine(theme, zone)
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("Note for colleagues"))
        self._note.setAccessibleName(self.tr("Note for colleagues"))

    def _lay_out(self) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        head = FlowLayout()
        buttons = (self._copy_number, self.trace_button, self.marks_button, self.evidence_button)
        for part in (self._number, *buttons, self._status, self._after_sale, self._countdown, self._derived):
            head.addWidget(part)
        layout.addLayout(head)
        product = QHBoxLayout()
        product.addWidget(self._product, 1)
        product.addWidget(self._price)
        layout.addLayout(product)
        facts = FlowLayout(gap=16, line_gap=2)
        for fact in (self._receiver, self._shop, self._parcel, self._refund, self._buyer_note, self._shop_note):
            facts.addWidget(fact)
        for fact in self._beside():
            facts.addWidget(fact)
        layout.addLayout(facts)
        layout.addWidget(self._time_line)
        layout.addWidget(self._note)

    def _connect(self) -> None:
        self._copy_number.clicked.connect(self._on_copy_number_clicked)
        self._parcel.copy_requested.connect(self._on_parcel_copy_requested)
        self.trace_button.clicked.connect(self.trace_requested)
        self.marks_button.clicked.connect(self.marks_requested)
        self.evidence_button.clicked.connect(self.evidence_requested)
        self._note.editingFinished.connect(self._keep_note)

    def _show_head(self, line: OrderLine) -> None:
        order = line.order
        self._number.setText(order.order_no)
        _show_tag(self._status, status_tag(order))
        self._status.setToolTip(order.status_text)
        _show_tag(self._after_sale, after_sale_tag(order))
        self._after_sale.setToolTip(order.after_sale_text)
        price = "" if order.paid_fen is None else format_price(order.paid_fen)
        count = self.tr("%n pc(s)", "", order.quantity)
        self._price.setText(" · ".join(filter(None, (price, count))))
        self._product.set_words(" · ".join(filter(None, (order.product, order.spec))))

    def _show_facts(self, line: OrderLine) -> None:
        order = line.order
        self._shop.show_words(" · ".join(filter(None, (order.shop, order.province))))
        self._parcel.show_words(parcel_words(order), can_copy=bool(order.tracking_no))
        refund = (
            "" if order.refund_fen is None else self.tr("Refund {price}").format(price=format_price(order.refund_fen))
        )
        self._refund.show_words(" · ".join(filter(None, (order.after_sale_text, refund))))
        self._buyer_note.show_words(order.buyer_note)
        self._shop_note.show_words(order.shop_note)

    def _show_beside(self, facts: Facts) -> None:
        """Show the last scan, what is wrong with parcel and number, the after-sale windows and the marks."""
        for part, words in zip(self._beside(), beside_words(facts, self._zone, self._lang), strict=True):
            part.show_words(words)

    def _beside(self) -> tuple[Fact, ...]:
        """Return what shows `beside_words`, in its order."""
        return self._trace, self._anomaly, self._reuse, self._windows, self._notice, self._marks, self._presale

    def _keep_note(self) -> None:
        """Tell the note if it was changed, also when another order comes while the cursor is still in it."""
        words = self._note.text().strip()
        if self._line is not None and words != self._note_kept:
            self._note_kept = words
            self.note_changed.emit(self._line.id, words)

    def _on_copy_number_clicked(self) -> None:
        if self._line is not None:
            self.copy_requested.emit(self._line.order.order_no, "order_no")

    def _on_parcel_copy_requested(self) -> None:
        if self._line is not None:
            self.copy_requested.emit(self._line.order.tracking_no, "tracking_no")


def _show_tag(pill: Pill, tag: Tag | None) -> None:
    if tag is None:
        pill.hide()
    else:
        pill.show_words(tag.words, tag.tone)
