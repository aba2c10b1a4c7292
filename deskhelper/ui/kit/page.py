"""A page of the desk's other work, such as the promises: it takes the place of list and case and gives it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget


class Page(QFrame):
    """What the desk asks of a page, and what a page asks of the desk. Subclasses fill in what they have."""

    closed = Signal()
    """The work is wanted again."""
    order_wanted = Signal(str, str)
    """The platform and number of an order to open."""
    case_wanted = Signal(str)
    """The id of a stored case to open."""
    flow_wanted = Signal(str, str, str)
    """The platform and number of an order, and the flow to open it in."""
    page_wanted = Signal(str)
    """The name of another page to turn to; its first step back comes back here."""
    changed = Signal()
    """Something was kept: lists, counts and other pages are not what they were."""
    hand_over_wanted = Signal(str, object)
    """Another page by name as with `page_wanted`, and what its `take` is handed; `import` asks for files."""
    turned = Signal(str)
    """The entry of the rail for what is in sight now, where a page has several."""
    counted = Signal(object)
    """How much there is to look at, for the rail; None while not all of it was read."""
    said = Signal(str)
    did = Signal(str, object)
    """What was done, and what takes it back when called."""
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "bg")

    def wake(self) -> None:
        """Read anew and take the keys: the page was turned to."""

    def refresh(self) -> None:
        """Read anew where the page is in sight: after an import, a copy, a change of the settings."""

    def take(self, handed: object) -> None:
        """Begin with what another page handed over, such as the orders (platform, number) to tell of a delay."""

    def tick(self) -> None:
        """Tell the time anew; called twice a minute while the page is in sight."""

    def step_back(self) -> None:
        """Go one level back; by default leave the page."""
        self.closed.emit()
