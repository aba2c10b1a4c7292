"""The page of what holds for the whole desk; the theme is shown while it is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskhelper.core.declared import declared
from deskhelper.services.settings import Settings
from deskhelper.ui.kit import label
from deskhelper.ui.settings.form import DeclaredForm


class GeneralPage(QWidget):
    """Language, theme, agent, and when an order is due soon."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = DeclaredForm(Settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("General"), "title"))
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.form.changed.connect(self.changed)

    @property
    def theme(self) -> str:
        """The theme that is chosen now."""
        return str(self.form.editors["theme"].value())

    @property
    def has_fault(self) -> bool:
        """Whether some input cannot be kept."""
        return self.form.has_fault

    def load(self, settings: Settings) -> None:
        """Show `settings`."""
        self.form.load(settings)

    def restore_defaults(self) -> None:
        """Show what the desk starts with."""
        self.form.load(Settings())
        self.changed.emit()

    def changes(self, before: Settings) -> dict[str, object]:
        """Return the fields that differ from `before`."""
        values = self.form.values()
        return {
            setting.name: values[setting.name]
            for setting in declared(Settings)
            if values[setting.name] != getattr(before, setting.name)
        }

    def focus_fault(self) -> None:
        """Put the focus on the first input that cannot be kept."""
        self.form.focus_fault()
