"""The pages of what holds for the whole desk; the theme is shown while it is chosen."""

import sys

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from deskhelper.core.declared import declared
from deskhelper.services.settings import DESK, REMINDERS, REPLIES, Settings
from deskhelper.ui.kit import label
from deskhelper.ui.kit.scroll import BAR_WIDTH
from deskhelper.ui.settings.form import DeclaredForm


class DeclaredPage(QWidget):
    """A page of settings as they are declared: `page` is its name there."""

    changed = Signal()

    def __init__(self, title: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.form = DeclaredForm(Settings, page=page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(label(title, "title"))
        layout.addWidget(self._scrolled(), 1)
        self.form.changed.connect(self.changed)

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
            for setting in declared(Settings, self._page)
            if values[setting.name] != getattr(before, setting.name)
        }

    def focus_fault(self) -> None:
        """Put the focus on the first input that cannot be kept."""
        self.form.focus_fault()
        if (field := self.form.focusWidget()) is not None:
            self._scroll.ensureWidgetVisible(field)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the form needs beside its scroll bar: it scrolls up and down only."""
        return super().minimumSizeHint().expandedTo(QSize(self._inner.minimumSizeHint().width() + BAR_WIDTH, 0))

    def _scrolled(self) -> QScrollArea:
        """Return the form in what scrolls where it is taller than the dialog."""
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._scroll


class GeneralPage(DeclaredPage):
    """Language, theme, agent, and when an order is due soon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("GeneralPage", "General"), "", parent)

    @property
    def theme(self) -> str:
        """The theme that is chosen now."""
        return str(self.form.editors["theme"].value())


class DeskPage(DeclaredPage):
    """The clipboard, the dock, the tray, and the key of the whole desk, which only Windows registers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("DeskPage", "Clipboard and window"), DESK, parent)
        self.form.editors["desk_key"].field.setEnabled(sys.platform == "win32")


class RepliesPage(DeclaredPage):
    """How replies are worded and copied: particles, greeting and sign-off, parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("RepliesPage", "Replies"), REPLIES, parent)


class RemindersPage(DeclaredPage):
    """When the agent is reminded of promises, and when not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("RemindersPage", "Reminders of promises"), REMINDERS, parent)
