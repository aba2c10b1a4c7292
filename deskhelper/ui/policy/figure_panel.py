"""One figure whole: its value to be set in place, what the platform and other sources say, and what it decides."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.figure_uses import UseKind
from deskhelper.core.override import fields_of
from deskhelper.core.policy import Alternative
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.policy import FigureLine
from deskhelper.ui.kit import Banner, Card, HLine, Tone, ghost_button, label, primary_button
from deskhelper.ui.policy.number_row import NumberRow, ValueRow, WordsRow
from deskhelper.ui.policy.words import (
    confidence_words,
    kind_words,
    origin_words,
    signed_words,
    since_words,
    take_words,
    uses_words,
)
from deskhelper.ui.theme import Theme

KINDS: tuple[UseKind, ...] = ("flow", "slot", "view", "fact")
MOST_USES = 8


class FigurePanel(QScrollArea):
    """Shows one line and asks for changes; it keeps nothing itself."""

    numbers_given = Signal(str, object)
    """A figure's id and its numbers by key."""
    words_given = Signal(str, str)
    taken = Signal(str, int)
    """A figure's id and the place of the alternative whose value shall be used."""
    reset_requested = Signal(str)

    def __init__(
        self, theme: Theme, lang: Lang, clock: Clock, told: Callable[[Problem], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._told = told
        self.line: FigureLine | None = None
        self.rows: list[ValueRow] = []
        self.take_buttons: list[QPushButton] = []
        self.save_button = primary_button("")
        self.reset_button = ghost_button("")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def has_fault(self) -> bool:
        """Whether some input cannot be kept."""
        return any(row.fault for row in self.rows)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return any(row.field.isModified() for row in self.rows)

    def show_line(self, line: FigureLine | None) -> None:
        """Show a figure; what was typed for another and not kept is gone. None shows nothing."""
        self.line = line
        self.rows, self.take_buttons = [], []
        inner = Card()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(10)
        if line is not None:
            self._add_head(line)
            self._add_fields(line)
            self._add_platform(line)
            self._add_alternatives(line)
            self._add_uses(line)
        self._column.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            # not at once, as setWidget would: the field whose Enter has led here is in it
            before.hide()
            before.deleteLater()
        self.setWidget(inner)

    def focus_field(self) -> None:
        """Put the focus into the first field, on a faulty one if there is one."""
        row = next((row for row in self.rows if row.fault), self.rows[0] if self.rows else None)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            row.field.selectAll()

    def save(self) -> None:
        """Ask for what was typed to be kept; a faulty field gets the focus instead."""
        if self.line is None or self.has_fault:
            self.focus_field()
            return
        if isinstance(self.rows[0], WordsRow):
            words = self.rows[0].read()
            if words:
                self.words_given.emit(self.line.id, words)
            else:
                self.reset_requested.emit(self.line.id)
            return
        numbers = {row.number.key: row.read() for row in self.rows if isinstance(row, NumberRow)}
        self.numbers_given.emit(self.line.id, numbers)

    def take(self, place: int) -> None:
        """Press the button of the `place`-th value on offer (from 0), if there is one."""
        if place < len(self.take_buttons):
            self.take_buttons[place].click()

    def _add_head(self, line: FigureLine) -> None:
        self._add(label(line.shipped.title.within(self._lang), "title", wraps=True))
        value = label(line.in_force.words.within(self._lang), "strong", wraps=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add(value)
        self._add(label(line.in_force.dated().within(self._lang), "remark", wraps=True))
        if line.ignored is not None:
            banner = Banner(self._theme)
            self._add(banner)
            banner.show_words(self.tr("The shop's own value is ignored: %s") % self._told(line.ignored), Tone.WARN)

    def _add_fields(self, line: FigureLine) -> None:
        self._add(HLine())
        self._add(label(self.tr("The shop's own value"), "strong"))
        shipped = {field.key: field for field in fields_of(line.shipped)}
        for field in fields_of(line.in_force):
            self._add_row(NumberRow(field, shipped.get(field.key), self._lang, self._told))
        if not self.rows:
            words = line.override.words if line.override and line.ignored is None else ""
            self._add_row(WordsRow(self.tr("In words"), words, self._told))
        self._add_buttons(line)
        self._add_remarks(line)

    def _add_remarks(self, line: FigureLine) -> None:
        remarks = []
        if line.override is not None:
            signed = signed_words(line.override.who, line.override.at, self._clock)
            remarks.append(self.tr("Set by %s") % signed)
        if not line.shipped.is_settled:
            remarks.append(self.tr("Unsettled: it feeds warnings and countdowns only, and never enters a reply."))
        own = self.tr("%1 has its own: %2 h (Settings, Shops)")
        remarks += [own.replace("%1", shop).replace("%2", str(hours)) for shop, hours in line.shops.items()]
        for remark in remarks:
            self._add(label(remark, "remark", wraps=True))

    def _add_row(self, row: ValueRow) -> None:
        self.rows.append(row)
        self._add(row)
        row.changed.connect(self._show_state)
        row.entered.connect(self.save)

    def _add_buttons(self, line: FigureLine) -> None:
        self.save_button = primary_button(self.tr("Keep    Enter"))
        self.reset_button = ghost_button(self.tr("Back to the shipped value"))
        self.reset_button.setToolTip(self.tr("Back to the shipped value (Ctrl+R)"))
        self.reset_button.setEnabled(line.override is not None or line.ignored is not None)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.save_button.clicked.connect(self.save)
        self.reset_button.clicked.connect(self._on_reset_button_clicked)
        self._show_state()

    def _add_platform(self, line: FigureLine) -> None:
        shipped = line.shipped
        self._add(HLine())
        self._add(label(self.tr("Shipped value"), "strong"))
        self._add(label(shipped.words.within(self._lang), wraps=True))
        value_from = shipped.value_from
        words: Mapping[str, str] = {
            **({self.tr("The number is from"): value_from.within(self._lang)} if value_from else {}),
            self.tr("Since"): since_words(shipped.since),
            self.tr("Source"): line.source.within(self._lang),
            self.tr("Confidence"): confidence_words(shipped.confidence),
        }
        colon = "：" if self._lang == "zh" else ": "
        for name, value in words.items():
            self._add(label(f"{name}{colon}{value}", "remark", wraps=True))
        if shipped.note is not None:
            self._add(label(shipped.note.within(self._lang), "remark", wraps=True))

    def _add_alternatives(self, line: FigureLine) -> None:
        for place, other in enumerate(line.shipped.alternatives):
            self._add(HLine())
            self._add(label(origin_words(other.origin), "strong"))
            self._add(label(other.words.within(self._lang), wraps=True))
            if other.can_be_taken:
                self._column.addLayout(self._take_line(place, other))

    def _take_line(self, place: int, other: Alternative) -> QHBoxLayout:
        button = QPushButton(take_words(other.origin))
        button.setAutoDefault(False)
        button.setToolTip(f"{take_words(other.origin)}  (Ctrl+{len(self.take_buttons) + 1})")
        button.setProperty("place", place)
        button.clicked.connect(self._on_take_button_clicked)
        self.take_buttons.append(button)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        return line

    def _add_uses(self, line: FigureLine) -> None:
        self._add(HLine())
        self._add(label(self.tr("Used by"), "strong"))
        if not line.uses:
            self._add(label(self.tr("Nothing yet."), "remark"))
        for kind in KINDS:
            words = uses_words(line.uses, kind, self._lang)
            if not words:
                continue
            more = [self.tr("and %s more") % (len(words) - MOST_USES)] if len(words) > MOST_USES else []
            self._add(label(kind_words(kind), "muted"))
            between = "\n" if kind == "flow" else " · "
            self._add(label(between.join([*words[:MOST_USES], *more]), "remark", wraps=True))

    def _add(self, widget: QWidget | QLabel) -> None:
        self._column.addWidget(widget)

    def _show_state(self) -> None:
        self.save_button.setEnabled(self.is_changed and not self.has_fault)

    def _on_reset_button_clicked(self) -> None:
        if self.line is not None:
            self.reset_requested.emit(self.line.id)

    def _on_take_button_clicked(self) -> None:
        if self.line is not None:
            self.taken.emit(self.line.id, int(self.sender().property("place")))
