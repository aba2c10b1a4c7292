"""The small line below a reply that says how the case stands, with the menu that changes it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QSizePolicy, QToolButton, QWidget

from deskhelper.core.case_board import CaseLine, is_overdue
from deskhelper.core.case_care import STAGES, Stage
from deskhelper.core.errors import WorldError
from deskhelper.core.text import Lang
from deskhelper.services.case_board import CaseBefore, CaseBoardService
from deskhelper.services.case_view import CaseView
from deskhelper.services.clock import Clock
from deskhelper.ui.case_board.deadline_dialog import DeadlineDialog
from deskhelper.ui.case_board.words import due_tag, stage_tag
from deskhelper.ui.kit.button import with_shortcut
from deskhelper.ui.theme import Theme

KEYS = "Ctrl+Shift+C"
REST_MS = 40
"""The keys rest as long before the state of the case is read: nobody looks there first."""


class CareButton(QToolButton):
    """Shows state, owner, deadline and complaint of the case in hand; nothing while it is not stored."""

    kept = Signal()
    """What is known of the case has changed."""
    refused = Signal(object)

    def __init__(
        self,
        service: CaseBoardService,
        clock: Clock,
        theme: Theme,
        lang: Lang,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._clock, self._theme, self._lang = service, clock, theme, lang
        self._case_id = ""
        self._line: CaseLine | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._menu = QMenu(self)
        self._dress()
        self._timer.timeout.connect(self._read)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self._menu.triggered.connect(self._on_menu_triggered)
        theme.theme_changed.connect(self._show)

    def show_case(self, view: CaseView) -> None:
        """Show how a case stands, read when the keys have rested: an answer does not wait for it."""
        self._case_id = view.case.id if view.is_stored else ""
        self._timer.start()

    def clear(self) -> None:
        """Show nothing."""
        self._case_id = ""
        self._timer.start()

    def rest(self) -> None:
        """Read nothing any more: the desk closes."""
        self._timer.stop()

    def _read(self) -> None:
        try:
            self._line = self._service.line(self._case_id) if self._case_id else None
        except WorldError:
            self._line = None  # it was deleted under our hands
        self._show()

    def _show(self) -> None:
        line = self._line
        self.setVisible(line is not None)
        if line is None:
            return
        due = due_tag(line, self._clock.now(), 0, self._clock.zone, self._lang)
        complaint = self.tr("Complaint") if line.standing.is_complaint else ""
        words = (complaint, stage_tag(line.standing.stage).words, line.standing.owner, due.words if due else "")
        self.setText(f" {' · '.join(filter(None, words))}")  # the style puts words right against the icon
        is_bad = line.standing.is_complaint or is_overdue(line.standing, self._clock.now())
        self.setIcon(self._theme.icons.get("shield-alert" if is_bad else "folder", "bad" if is_bad else "muted"))
        self.setAccessibleName(self.tr("How the case stands: %1").replace("%1", self.text().strip()))

    def _dress(self) -> None:
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setShortcut(KEYS)
        self.setToolTip(with_shortcut(self.tr("State, owner, deadline and complaint of the case"), self.shortcut()))
        self.setMenu(self._menu)
        self.hide()

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        line = self._line
        if line is None:
            return
        for number, stage in enumerate(STAGES, 1):
            action = self._menu.addAction(f"&{number}  {stage_tag(stage).words}")
            action.setCheckable(True)
            action.setChecked(line.standing.stage is stage)
            action.setData(stage.value)
        if line.standing.is_by_hand:
            self._menu.addAction("&0  " + self.tr("As the case tells")).setData("auto")
        self._menu.addSeparator()
        complaint = self._menu.addAction(self.tr("&Complaint"))
        complaint.setCheckable(True)
        complaint.setChecked(line.standing.is_complaint)
        complaint.setData("complaint")
        self._menu.addAction(self.tr("&Owner…")).setData("owner")
        self._menu.addAction(self.tr("&Deadline…")).setData("deadline")

    def _on_menu_triggered(self, action: QAction) -> None:
        line, chosen = self._line, str(action.data())
        if line is None:
            return
        if chosen in set(STAGES):
            self._keep(lambda: self._service.set_stage(line.id, Stage(chosen)))
        elif chosen == "auto":
            self._keep(lambda: self._service.set_stage(line.id, None))
        elif chosen == "complaint":
            self._keep(lambda: self._service.set_complaint(line.id, not line.standing.is_complaint))
        elif chosen == "owner":
            self._ask_owner(line)
        else:
            self._ask_deadline(line)

    def _ask_owner(self, line: CaseLine) -> None:
        title, words = self.tr("Owner"), self.tr("Who sees to this case")
        name, is_given = QInputDialog.getText(self, title, words, text=line.standing.owner)
        if is_given:
            self._keep(lambda: self._service.set_owner(line.id, name))

    def _ask_deadline(self, line: CaseLine) -> None:
        dialog = DeadlineDialog(line.standing, self._clock, self._lang, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            due_at = None if dialog.is_none else dialog.at
            self._keep(lambda: self._service.set_deadline(line.id, due_at))
        dialog.deleteLater()

    def _keep(self, verb: Callable[[], CaseBefore]) -> None:
        try:
            verb()
        except WorldError as error:
            self.refused.emit(error.problem)
        self._read()
        self.kept.emit()
