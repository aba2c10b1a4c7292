"""The page of the shops' terms: common ones, and those of a shop that has its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import Settings
from deskhelper.ui.kit import HLine, label
from deskhelper.ui.settings.form import DeclaredForm

ALL_SHOPS = ""
LIST_WIDTH = 148
SHOP = Qt.ItemDataRole.UserRole


class ShopsPage(QWidget):
    """A list of shops and the terms of the chosen one. What was typed for one shop is kept while another is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: dict[str, ShopTerms] = {}
        self._shown = ALL_SHOPS
        self._is_loading = False
        self.list = QListWidget()
        self.own_box = QCheckBox(self.tr("This shop has its own terms"))
        self._remark = label(role="remark", wraps=True)
        self.form = DeclaredForm(ShopTerms)
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_list_current_changed)
        self.own_box.toggled.connect(self._on_own_box_toggled)
        self.form.changed.connect(self._on_form_changed)

    @property
    def has_fault(self) -> bool:
        """Whether some input cannot be kept."""
        return self.form.isEnabled() and self.form.has_fault

    @property
    def terms(self) -> dict[str, ShopTerms]:
        """The terms by shop; a shop without its own is left out."""
        return dict(self._terms)

    def load(self, settings: Settings, shops: Sequence[str]) -> None:
        """Show the terms of `settings` for `shops`."""
        self._terms = dict(settings.terms)
        self._is_loading = True
        self.list.clear()
        for shop in (ALL_SHOPS, *sorted({*shops, *settings.terms} - {ALL_SHOPS})):
            item = QListWidgetItem(shop or self.tr("All shops"))
            item.setData(SHOP, shop)
            item.setToolTip(shop)
            self.list.addItem(item)
        rows = [str(self.list.item(row).data(SHOP)) for row in range(self.list.count())]
        self._shown = self._shown if self._shown in rows else ALL_SHOPS
        self.list.setCurrentRow(rows.index(self._shown))
        self._is_loading = False
        self._show_shop()

    def restore_defaults(self) -> None:
        """Give the chosen shop the common terms again, and all shops those that the desk starts with."""
        self._terms.pop(self._shown, None)
        self._show_shop()
        self.changed.emit()

    def focus_fault(self) -> None:
        """Put the focus on the first input that cannot be kept."""
        self.form.focus_fault()

    def _common(self) -> ShopTerms:
        return self._terms.get(ALL_SHOPS) or ShopTerms()

    def _show_shop(self) -> None:
        self._is_loading = True
        is_common = self._shown == ALL_SHOPS
        has_own = self._shown in self._terms
        self.own_box.setVisible(not is_common)
        self.own_box.setChecked(has_own)
        self._remark.setText(
            self.tr("For every shop without terms of its own.")
            if is_common
            else self.tr("Else those of all shops hold.")
        )
        self.form.setEnabled(is_common or has_own)
        self.form.load(self._terms.get(self._shown) or self._common())
        self._is_loading = False

    def _on_list_current_changed(self, current: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if self._is_loading or current is None:
            return
        if before is not None and self.has_fault:
            # The faulty input stays in sight until it is mended.
            self._is_loading = True
            self.list.setCurrentItem(before)
            self._is_loading = False
            self.form.focus_fault()
            return
        self._shown = str(current.data(SHOP))
        self._show_shop()

    def _on_own_box_toggled(self, is_on: bool) -> None:
        if self._is_loading:
            return
        if is_on:
            self._terms[self._shown] = self._common()
        else:
            self._terms.pop(self._shown, None)
        self._show_shop()
        self.changed.emit()

    def _on_form_changed(self) -> None:
        if not self.form.has_fault:
            self._terms[self._shown] = ShopTerms(**self.form.values())  # type: ignore[arg-type]  # as declared
        self.changed.emit()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setProperty("variant", "choice")
        self.list.setAccessibleName(self.tr("Shops"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.own_box)
        column.addWidget(self._remark)
        column.addWidget(HLine())
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Shops"), "title"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(scroll, 1)
        layout.addLayout(row, 1)
