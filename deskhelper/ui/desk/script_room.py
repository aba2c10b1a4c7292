"""The script on the desk: it stands in the place of the case's reply until the agent turns back to the case."""

from contextlib import suppress

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.script_state import ScriptState
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.script_in_use import ScriptInUse
from deskhelper.services.script_pictures import ScriptPictures
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.case_room import CaseRoom
from deskhelper.ui.desk.reply_place import ReplyPlace
from deskhelper.ui.desk.services import Services
from deskhelper.ui.scripts.open_script import OpenScript
from deskhelper.ui.scripts.script_reply import ScriptReply
from deskhelper.ui.theme import Theme


class ScriptRoom(QObject):
    """Connects the script's view with its verbs. What is shown is what Enter and Ctrl+Enter copy."""

    type_ahead = Signal(str)
    said = Signal(str)
    refused = Signal(object)
    promises_changed = Signal()
    left = Signal()
    """The agent leaves the script with Esc: the keys go back to the case."""

    def __init__(
        self, services: Services, theme: Theme, lang: Lang, clipboard: Clipboard, room: CaseRoom, place: ReplyPlace
    ) -> None:
        super().__init__(room)
        scripts = services.open_scripts()
        self._services = services
        self._room = room
        self._in_use = ScriptInUse(services.data_folder)
        self._place = place
        self.open_script = OpenScript(
            scripts, services.clock, clipboard, self, ScriptPictures(services.data_folder).path
        )
        self.view = ScriptReply(theme, lang, services.clock, services.told, scripts, place)
        self._connect()

    @property
    def is_shown(self) -> bool:
        """Whether a script stands in the reply's place."""
        return self.open_script.draft is not None

    def show(self, script: LibraryScript, order: Order | None) -> None:
        """Show `script` filled from `order`, with the keys."""
        self.open_script.show(script, order)
        self.find_place()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._reveal)

    def kept(self) -> tuple[ScriptState, LibraryScript, Order | None] | None:
        """Return what the agent left behind in a script: its state, the script, and the order it is about."""
        state = self._in_use.read(self._services.settings.current.agent)
        if state is None:
            return None
        order = None
        with suppress(WorldError):
            script = self._services.open_scripts().get(state.script)
            with suppress(WorldError):  # an order that is gone leaves what was typed
                order = self._services.orders.find(state.order_no, state.platform or None)
            return state, script, order
        return None

    def restore(self, state: ScriptState, script: LibraryScript, order: Order | None) -> None:
        """Show a script with what was put into it before, with the keys."""
        self.open_script.restore(state, script, order)
        self.find_place()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_place(self) -> None:
        """Be seen where the script lies below a case and none is open; also after the desk was arranged anew."""
        area = self._room.area
        area.show_reply_alone(self.is_shown and self._room.open_case.view is None and area.isAncestorOf(self._place))

    def copy(self) -> bool:
        """Copy the script that is shown; tell whether one is."""
        if not self.is_shown:
            return False
        self.open_script.copy()
        return True

    def step_back(self) -> bool:
        """Go from a field to the script, from the script to the case; tell whether there was a level."""
        focus = QApplication.focusWidget()
        if not self.is_shown or focus is None:
            return False
        if self.view.isAncestorOf(focus):
            self.view.end_edit()
            self.view.setFocus()
            return True
        return False

    def _connect(self) -> None:
        script, view = self.open_script, self.view
        script.draft_shown.connect(self._on_script_draft_shown)
        script.closed.connect(self._on_script_closed)
        script.gap_reached.connect(view.focus_slot)
        script.finding_reached.connect(self._on_script_finding_reached)
        script.script_copied.connect(self._on_script_copied)
        script.refused.connect(self.refused)
        view.copy_requested.connect(script.copy)
        view.slot_edited.connect(script.set_slot)
        view.wording_requested.connect(script.next_wording)
        view.text_edited.connect(script.set_text)
        view.findings.replace_requested.connect(script.replace_words)
        view.findings.overrule_requested.connect(script.overrule)
        view.findings.track_requested.connect(script.track)
        script.part_copied.connect(self._on_script_part_copied)
        view.type_ahead.connect(self.type_ahead)
        view.left.connect(self._on_view_left)
        self._room.open_case.case_shown.connect(self._on_case_shown)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _reveal(self) -> None:
        self._room.area.reveal(self.view.foot)

    def _on_script_draft_shown(self, draft: ScriptDraft) -> None:
        self._place.show_instead(self.view)
        self.view.show_draft(draft, self.open_script.order is not None)
        self._keep()

    def _on_script_closed(self) -> None:
        self._place.show_reply()
        self.find_place()
        self._keep()

    def _keep(self) -> None:
        """Have what was typed survive a crash."""
        state = self.open_script.state
        try:
            self._in_use.keep(state and replace(state, agent=self._services.settings.current.agent))
        except WorldError as error:
            self.refused.emit(error.problem)

    def _on_script_finding_reached(self, finding: Finding) -> None:
        self.view.say(self._services.told(finding.problem))
        self.view.focus_finding(finding)

    def _on_script_part_copied(self, done: int, total: int) -> None:
        self.view.show_part(done, total, self.open_script.has_pictures)

    def _on_script_copied(self, draft: ScriptDraft) -> None:
        words = self.tr("Copied: %s") % draft.script.title
        if draft.promises:
            words = self.tr("Copied. Promised: %s") % " · ".join(promise.text for promise in draft.promises)
        self.said.emit(words)
        self.promises_changed.emit()
        self.view.end_edit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_view_left(self) -> None:
        self.open_script.close()
        self.left.emit()

    def _on_case_shown(self, view: CaseView) -> None:
        self.open_script.follow(view.order)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Turn back to the reply of the case with the focus: what is shown is what Enter copies."""
        area = self._room.area
        if not self.is_shown or now is None or now is self.view or self.view.isAncestorOf(now):
            return
        if now is area or area.isAncestorOf(now):
            self.open_script.close()
