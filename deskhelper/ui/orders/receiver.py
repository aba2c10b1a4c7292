"""Who receives the parcel: masked until asked for."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskhelper.core.order import Order, masked_name, masked_phone
from deskhelper.ui.kit import ElidedLabel, IconButton, IconLabel
from deskhelper.ui.orders.fact import SMALL
from deskhelper.ui.theme import Theme


class Receiver(QWidget):
    """Name and phone of an order. What the platform masked itself cannot be revealed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._is_revealed = False
        self.words = ElidedLabel(theme, role="muted")
        self.eye = IconButton(theme, "eye", "")
        self.eye.setFixedSize(SMALL, SMALL)
        picture = IconLabel(theme, "user")
        picture.setToolTip(self.tr("Receiver"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (picture, self.words, self.eye):
            layout.addWidget(part)
        self.eye.clicked.connect(self._on_eye_clicked)

    def show_order(self, order: Order, stays_open: bool = False) -> None:
        """Show the receiver of `order`, masked unless it is the same order and was revealed."""
        self._order = order
        self._is_revealed = self._is_revealed and stays_open
        self.setVisible(bool(order.receiver or order.phone))
        plain = [words for words in (order.receiver, order.phone) if words and "*" not in words]
        self.eye.setVisible(bool(plain))
        self._show()

    def _show(self) -> None:
        if self._order is None:
            return
        name, phone = self._order.receiver, self._order.phone
        if not self._is_revealed:
            name, phone = masked_name(name), masked_phone(phone)
        self.words.set_words(" · ".join(filter(None, (name, phone))))
        self.eye.set_icon("eye-off" if self._is_revealed else "eye")
        self.eye.set_name(self.tr("Hide receiver") if self._is_revealed else self.tr("Show receiver"))

    def _on_eye_clicked(self) -> None:
        self._is_revealed = not self._is_revealed
        self._show()
