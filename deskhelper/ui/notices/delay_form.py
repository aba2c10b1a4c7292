"""Cause and new time of a delay (D-PRO-4): once for all orders, or for each product or carrier."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.slot import SlotSpec, SlotValue
from deskhelper.core.text import Lang
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import ElidedLabel, label
from deskhelper.ui.theme import Theme

SLOTS = ("reason", "new_time")
WAYS = ("", "product", "courier")
MOST_ROWS = 12
"""Groups that are asked for by themselves; what is beyond goes by what was said for all."""


class DelayForm(QWidget):
    """Asks for both slots; empty fields of a group leave it to those of all."""

    changed = Signal()
    way_changed = Signal()
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        specs: Mapping[str, SlotSpec],
        choices: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._specs, self._choices = theme, lang, specs, choices
        self._now: Instant = 0
        self._slots: dict[str, str] = {}
        self._of_group: dict[str, dict[str, str]] = {}
        self._fields: dict[tuple[str, str], SlotField] = {}
        self._groups: list[tuple[str, int]] = []
        self.way = QComboBox()
        for name, words in zip(
            WAYS, (self.tr("the same for all"), self.tr("by product"), self.tr("by carrier")), strict=True
        ):
            self.way.addItem(words, name)
        self.way.setAccessibleName(self.tr("Cause and time"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Cause and time"), "muted"))
        head.addWidget(self.way)
        head.addStretch(1)
        self._column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._column.addLayout(self._rows)
        self._add_row("", None)
        self.way.currentIndexChanged.connect(self._on_way_changed)

    @property
    def by(self) -> str:
        """What the groups are: `product`, `courier`, or empty for none."""
        return str(self.way.currentData() or "")

    @property
    def slots(self) -> dict[str, str]:
        """What was said for all."""
        return dict(self._slots)

    @property
    def of_group(self) -> dict[str, dict[str, str]]:
        """What was said for groups."""
        return {name: dict(slots) for name, slots in self._of_group.items() if slots} if self.by else {}

    @property
    def first(self) -> SlotField:
        """The first field."""
        return self._fields["", SLOTS[0]]

    def set_now(self, now: Instant) -> None:
        """Bound the times that can be chosen."""
        self._now = now
        for field in self._fields.values():
            field.set_bounds(now, None)

    def show_groups(self, products: Sequence[tuple[str, int]], couriers: Sequence[tuple[str, int]]) -> None:
        """Ask for the groups of the chosen way, the largest first."""
        groups = list({"product": products, "courier": couriers}.get(self.by, ()))[:MOST_ROWS]
        if groups == self._groups:
            return
        self._groups = groups
        while self._rows.count() > 1:
            item = self._rows.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._fields = {key: field for key, field in self._fields.items() if not key[0]}
        for name, count in groups:
            self._add_row(name, count)

    def _add_row(self, group: str, count: int | None) -> None:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if group:
            title = ElidedLabel(self._theme, role="strong")
            title.set_words(f"{group} · {count}")
            column.addWidget(title)
        for slot in SLOTS:
            spec = self._specs[slot]
            field = field_for(slot, spec, self._lang, tuple(self._choices.get(spec.choices or "", ())))
            field.setProperty("group", group)
            field.edited.connect(self._on_field_edited)
            field.entered.connect(self.entered)
            if self._now:
                field.set_bounds(self._now, None)
            self._fields[group, slot] = field
            column.addWidget(field)
        self._rows.addWidget(row)
        self._show_given(group)

    def _given(self, group: str) -> dict[str, str]:
        return self._of_group.get(group, {}) if group else self._slots

    def _show_given(self, group: str) -> None:
        """Show what counts for a group: its own words, else those for all."""
        for slot in SLOTS:
            words = self._given(group).get(slot) or self._slots.get(slot, "")
            self._fields[group, slot].show_value(SlotValue(slot, by="agent" if words else None, given=words), "")

    def suggest(self, new_time: str) -> None:
        """Offer a new time for all, where none was said."""
        if not self._slots.get("new_time"):
            self._slots["new_time"] = new_time
            for group in {key[0] for key in self._fields}:
                self._show_given(group)

    def _on_field_edited(self, slot: str, words: str) -> None:
        sender = self.sender()
        group = str(sender.property("group") or "") if sender is not None else ""
        slots = self._of_group.setdefault(group, {}) if group else self._slots
        if words.strip():
            slots[slot] = words.strip()
        else:
            slots.pop(slot, None)
        if not group:
            for name in {key[0] for key in self._fields} - {""}:
                self._show_given(name)
        self.changed.emit()

    def _on_way_changed(self) -> None:
        self.way_changed.emit()


def next_hours(now: Instant, hours: int) -> Instant:
    """Return the whole hour so many hours from now."""
    return now - now % HOUR + hours * HOUR
