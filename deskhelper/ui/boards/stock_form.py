"""Goods typed in by hand: what they are, how many there are, when to warn."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from deskhelper.core.stock import Goods
from deskhelper.services.stock import MOST_PIECES


class StockForm(QDialog):
    """Asks for one row of stock; any one of title, product ID and merchant's code is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Count goods"))
        self.title, self.spec, self.product_id, self.sku_code = (QLineEdit() for _ in range(4))
        self.quantity, self.warning = QSpinBox(), QSpinBox()
        self.quantity.setRange(0, MOST_PIECES)
        self.warning.setRange(-1, MOST_PIECES)
        self.warning.setValue(-1)
        self.warning.setSpecialValueText(self.tr("by the pace alone"))
        self.title.setMinimumWidth(260)
        form = QFormLayout()
        form.addRow(self.tr("Product"), self.title)
        form.addRow(self.tr("Variant"), self.spec)
        form.addRow(self.tr("Merchant code"), self.sku_code)
        form.addRow(self.tr("Product ID"), self.product_id)
        form.addRow(self.tr("Pieces"), self.quantity)
        form.addRow(self.tr("Warn at"), self.warning)
        buttons = QDialogButtonBox()
        self.ok = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons)
        for field in (self.title, self.product_id, self.sku_code):
            field.textChanged.connect(self._on_words_changed)
        self._on_words_changed()

    @property
    def goods(self) -> Goods:
        """What was typed."""
        words = (field.text().strip() for field in (self.title, self.spec, self.product_id, self.sku_code))
        return Goods(*words)

    @property
    def pieces(self) -> int:
        """How many there are."""
        return self.quantity.value()

    @property
    def warn_at(self) -> int | None:
        """When to warn, None where only the pace of sales should."""
        return None if self.warning.value() < 0 else self.warning.value()

    def _on_words_changed(self) -> None:
        self.ok.setEnabled(self.goods.is_named)
