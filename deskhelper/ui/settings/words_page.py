"""The page of the outgoing check's word list: the shop's own words, harmless phrases, and the shipped words."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.word_list import RULES, OwnWord, WordList
from deskhelper.services.words import ShippedWord, WordService
from deskhelper.ui.kit import label
from deskhelper.ui.kit.wheel import WheelGuard

WORD = Qt.ItemDataRole.UserRole
OWN_HEIGHT, HARMLESS_HEIGHT = 104, 64


class WordsPage(QWidget):
    """Edits what `service` keeps; nothing is kept before `keep`. `told` makes a sentence of a problem."""

    changed = Signal()

    def __init__(self, service: WordService, told: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._told = told
        self._list = WordList()
        self._guard = WheelGuard(self)
        self.word_field = QLineEdit()
        self.rule_box = QComboBox()
        self.safer_field = QLineEdit()
        self.add_button = QPushButton(self.tr("Add"))
        self._fault = label(wraps=True)
        self.own_list = QListWidget()
        self.remove_button = QPushButton(self.tr("Remove"))
        self.harmless_field = QPlainTextEdit()
        self.filter_field = QLineEdit()
        self.shipped_list = QListWidget()
        self._lay_out()
        self._connect()

    @property
    def is_changed(self) -> bool:
        """Whether what is shown differs from what is kept."""
        return self.value() != self._service.kept

    def value(self) -> WordList:
        """Return the list as it is shown."""
        lines = (line.strip() for line in self.harmless_field.toPlainText().splitlines())
        return replace(self._list, harmless=tuple(dict.fromkeys(filter(None, lines))))

    def load(self) -> None:
        """Show what is kept."""
        self._show(self._service.kept)

    def restore_defaults(self) -> None:
        """Show the shipped list alone."""
        self._show(WordList())
        self.changed.emit()

    def keep(self) -> None:
        """Keep what is shown; it is in force at once. Raises WorldError as `WordService.keep` does."""
        if self.is_changed:
            self._service.keep(self.value())

    def _show(self, words: WordList) -> None:
        self._list = words
        self.harmless_field.blockSignals(True)
        self.harmless_field.setPlainText("\n".join(words.harmless))
        self.harmless_field.blockSignals(False)
        self._show_own()
        self._show_shipped()

    def _show_own(self) -> None:
        self.own_list.clear()
        for word in self._list.own:
            item = QListWidgetItem(f"{word.words}  ·  {self._rule_words(word.rule)}" + _safer_words(word.safer))
            item.setData(WORD, word.words)
            self.own_list.addItem(item)
        self.own_list.setVisible(bool(self._list.own))
        self._on_own_list_selection_changed()

    def _show_shipped(self) -> None:
        self.shipped_list.blockSignals(True)
        self.shipped_list.clear()
        off = {word.lower() for word in self._list.off}
        for word in self._service.shipped():
            self.shipped_list.addItem(self._shipped_item(word, word.words.lower() not in off))
        self.shipped_list.blockSignals(False)
        self._on_filter_changed(self.filter_field.text())

    def _shipped_item(self, word: ShippedWord, is_on: bool) -> QListWidgetItem:
        item = QListWidgetItem(f"{word.words}  ·  {self._rule_words(word.rule)}" + _safer_words(word.safer))
        item.setData(WORD, word.words)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        if word.harmless:
            item.setToolTip(self.tr("Harmless: %s") % "、".join(word.harmless))
        return item

    def _rule_words(self, rule: Rule) -> str:
        return {
            Rule.WORDING: self.tr("wording"),
            Rule.OFF_PLATFORM: self.tr("off the platform, or rude"),
        }.get(rule, rule.value)

    def _on_add(self) -> None:
        word = OwnWord(
            self.word_field.text().strip(), Rule(self.rule_box.currentData()), self.safer_field.text().strip()
        )
        fault = self._service.fault(word)
        self._fault.setText(self._told(fault) if fault else "")
        self._fault.setVisible(fault is not None)
        if fault is not None:
            self.word_field.setFocus()
            return
        kept = tuple(one for one in self._list.own if one.words != word.words)
        self._list = replace(self._list, own=(*kept, word))
        self.word_field.clear()
        self.safer_field.clear()
        self.word_field.setFocus()
        self._show_own()
        self.changed.emit()

    def _on_remove(self) -> None:
        chosen = {str(item.data(WORD)) for item in self.own_list.selectedItems()}
        self._list = replace(self._list, own=tuple(one for one in self._list.own if one.words not in chosen))
        self._show_own()
        self.changed.emit()

    def _on_own_list_selection_changed(self) -> None:
        self.remove_button.setVisible(bool(self._list.own))
        self.remove_button.setEnabled(bool(self.own_list.selectedItems()))

    def _on_shipped_item_changed(self, item: QListWidgetItem) -> None:
        word = str(item.data(WORD))
        off = [one for one in self._list.off if one.lower() != word.lower()]
        if item.checkState() is not Qt.CheckState.Checked:
            off.append(word)
        self._list = replace(self._list, off=tuple(off))
        self.changed.emit()

    def _on_filter_changed(self, words: str) -> None:
        wanted = words.strip().lower()
        for row in range(self.shipped_list.count()):
            item = self.shipped_list.item(row)
            item.setHidden(wanted not in item.text().lower())

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.word_field.returnPressed.connect(self._on_add)
        self.safer_field.returnPressed.connect(self._on_add)
        self.remove_button.clicked.connect(self._on_remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.own_list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.own_list.itemSelectionChanged.connect(self._on_own_list_selection_changed)
        self.harmless_field.textChanged.connect(self.changed)
        self.filter_field.textChanged.connect(self._on_filter_changed)
        self.shipped_list.itemChanged.connect(self._on_shipped_item_changed)

    def _lay_out(self) -> None:
        for rule in RULES:
            self.rule_box.addItem(self._rule_words(rule), rule.value)
        self._guard.guard(self.rule_box)
        self._fault.setProperty("role", "fault")
        self._fault.hide()
        self._name()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.word_field, 2)
        row.addWidget(self.rule_box)
        row.addWidget(self.safer_field, 2)
        row.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Outgoing check"), "title"))
        layout.addWidget(label(self.tr("Your own forbidden words"), "strong"))
        layout.addLayout(row)
        layout.addWidget(self._fault)
        layout.addWidget(self.own_list)
        layout.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(self.tr("Harmless phrases, one per line: what is found inside them passes"), "strong"))
        layout.addWidget(self.harmless_field)
        layout.addWidget(label(self.tr("Shipped words; take the tick off to let one pass"), "strong"))
        layout.addWidget(self.filter_field)
        layout.addWidget(self.shipped_list, 1)

    def _name(self) -> None:
        self.word_field.setPlaceholderText(self.tr("word"))
        self.word_field.setAccessibleName(self.tr("Word"))
        self.safer_field.setPlaceholderText(self.tr("safer wording, if any"))
        self.safer_field.setAccessibleName(self.tr("Safer wording"))
        self.rule_box.setAccessibleName(self.tr("Rule"))
        self.filter_field.setPlaceholderText(self.tr("find a word"))
        self.filter_field.setAccessibleName(self.tr("Find a word"))
        self.harmless_field.setAccessibleName(self.tr("Harmless phrases"))
        self.harmless_field.setFixedHeight(HARMLESS_HEIGHT)
        self.harmless_field.setTabChangesFocus(True)
        for list_, name in ((self.own_list, self.tr("Your own words")), (self.shipped_list, self.tr("Shipped words"))):
            list_.setProperty("variant", "choice")
            list_.setAccessibleName(name)
            list_.setTextElideMode(Qt.TextElideMode.ElideRight)
            list_.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.own_list.setFixedHeight(OWN_HEIGHT)
        self.own_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)


def _safer_words(safer: str) -> str:
    return f"  →  {safer}" if safer else ""
