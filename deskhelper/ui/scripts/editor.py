"""One script whole: its fields, its wordings with the check as one types, its pictures, and what would be sent."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.outgoing import Finding
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.slot import SlotSpec
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.script_pictures import ScriptPictures
from deskhelper.ui.kit import Banner, HLine, Tone, ghost_button, label, primary_button
from deskhelper.ui.scripts.asked_slots import AskedSlots
from deskhelper.ui.scripts.head_fields import HeadFields
from deskhelper.ui.scripts.more_fields import MoreFields
from deskhelper.ui.scripts.pictures import PictureStrip
from deskhelper.ui.scripts.preview import Preview, Verdict
from deskhelper.ui.scripts.wordings import WordingsEditor
from deskhelper.ui.theme import Theme

CHECK_MS = 150
"""How long one pauses before the text is checked."""


class EditorParts:
    """What the editor is built with."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        slots: Callable[[], dict[str, SlotSpec]],
        pictures: Callable[[], ScriptPictures],
        topics: Sequence[tuple[str, str]],
    ) -> None:
        self.theme, self.lang, self.clock, self.told = theme, lang, clock, told
        self.slots, self.pictures, self.topics = slots, pictures, topics


class ScriptEditor(QFrame):
    """Shows a script and reads it back; it keeps nothing itself."""

    changed = Signal()
    """What stands in the fields is another script than before."""
    check_due = Signal()
    """One has paused: draft and check what stands there."""
    save_requested = Signal()
    discard_requested = Signal()
    change_requested = Signal()
    restore_requested = Signal()
    wording_removed = Signal()
    refused = Signal(object)

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown: LibraryScript | None = None
        self._before: LibraryScript | None = None
        self._is_showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._build(parts)
        self._lay_out()
        self._connect()
        self.show_script(None)

    @property
    def is_changed(self) -> bool:
        """Whether something was changed that is not kept."""
        return self._before is not None and self.read() != self._before

    @property
    def is_read_only(self) -> bool:
        """Whether the script cannot be changed as it stands."""
        return self.wordings.is_read_only

    @property
    def shown(self) -> LibraryScript | None:
        """The script as it was when it was shown."""
        return self._shown

    def show_script(self, script: LibraryScript | None, can_edit: bool = False) -> None:
        """Show a script; a shipped one is read-only unless `can_edit`. None shows nothing."""
        self._shown = script
        self._timer.stop()
        self._body.setVisible(script is not None)
        self._foot.setVisible(script is not None)
        self._before = None
        if script is None:
            return
        is_read_only = script.scope is Scope.SHIPPED and not can_edit
        self._is_showing = True
        for part in (self.head, self.asked, self.more):
            part.show_script(script, is_read_only)
        self.wordings.show_wordings(script.wordings, is_read_only)
        self.pictures.show_pictures(script.pictures, is_read_only)
        self._is_showing = False
        self._before = self.read()
        self._foot.setVisible(not is_read_only)
        self._show_banner(script, is_read_only)
        self._show_state()
        self._body.verticalScrollBar().setValue(0)
        self.check_due.emit()

    def let_go(self) -> None:
        """Forget what was changed; what stands there stays in sight until another script is shown."""
        self._shown = self._before = None
        self._timer.stop()

    def read(self) -> LibraryScript:
        """Return the script as it stands in the fields. Raises ValueError where none is shown."""
        if self._shown is None:
            raise ValueError("no script is shown")
        script = self.more.read(self.head.read(self._shown))
        return self.asked.read(replace(script, wordings=self.wordings.wordings(), pictures=self.pictures.names()))

    def drafted(self) -> LibraryScript:
        """Return the script as it stands, its only wording the one in front."""
        return replace(self.read(), wordings=(self.wordings.shown_wording(),))

    def show_draft(self, draft: ScriptDraft, findings: Sequence[Finding], order: str) -> None:
        """Show what would be sent, and what the check finds in the text."""
        self.wordings.show_findings(findings)
        self.verdict.show_findings(findings)
        self.verdict.setVisible(bool(draft.parts))
        self.preview.show_draft(draft, [self._title(draft.script, gap) for gap in draft.gaps], order)

    def focus_title(self) -> None:
        """Put the focus where a new script begins."""
        self.head.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.title.selectAll()

    def focus_text(self) -> None:
        """Put the focus into the text."""
        self.wordings.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _title(self, script: LibraryScript, name: str) -> str:
        spec = self._parts.slots().get(name)
        return spec.title.within(self._parts.lang) if spec else script.slot_titles.get(name, name)

    def _is_known(self, name: str) -> bool:
        return name in self._parts.slots()

    def _show_banner(self, script: LibraryScript, is_read_only: bool) -> None:
        if is_read_only:
            words = self.tr("Shipped with the desk: it can be read and used as it is.")
            self.banner.show_words(words, Tone.NEUTRAL, self.tr("Change for this shop"))
        elif script.replaces:
            words = self.tr("Stands in the place of a shipped script.")
            self.banner.show_words(words, Tone.NEUTRAL, self.tr("Back to the shipped one"))
        else:
            self.banner.hide()

    def _show_state(self) -> None:
        is_changed = self.is_changed
        self.save_button.setEnabled(is_changed)
        self.discard_button.setEnabled(is_changed)
        self._state.setText(self.tr("Not saved yet") if is_changed else "")

    def _on_part_changed(self) -> None:
        if self._is_showing or self._shown is None:
            return
        self.asked.follow(replace(self._shown, wordings=self.wordings.wordings()))
        self._show_state()
        self._timer.start()
        self.changed.emit()

    def _on_wordings_shown(self) -> None:
        if not self._is_showing and self._shown is not None:
            self.check_due.emit()

    def _on_banner_action_requested(self) -> None:
        if self.is_read_only:
            self.change_requested.emit()
        else:
            self.restore_requested.emit()

    def _build(self, parts: EditorParts) -> None:
        self.setProperty("ground", "card")
        self.banner = Banner(parts.theme)
        self.head = HeadFields()
        self.wordings = WordingsEditor(parts.theme, self._is_known)
        self.wordings.body.set_slots({name: spec.title.within(parts.lang) for name, spec in parts.slots().items()})
        self.asked = AskedSlots(self._is_known)
        self.verdict = Verdict(parts.theme, parts.told)
        self.preview = Preview(parts.theme)
        self.more = MoreFields(parts.clock, parts.topics)
        self.pictures = PictureStrip(parts.theme, parts.pictures)
        self.save_button = primary_button(self.tr("Save    Ctrl+S"))
        self.discard_button = ghost_button(self.tr("Discard"))
        self._state = label(role="remark")
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QWidget()

    def _lay_out(self) -> None:
        inner = QFrame()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for part in (self.banner, self.head, self.wordings, self.asked, self.verdict, self.preview):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(HLine())
        column.addWidget(self.more)
        column.addWidget(self.pictures)
        column.addStretch(1)
        self._body.setWidget(inner)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._body, 1)
        outer.addWidget(self._foot)

    def _connect(self) -> None:
        for part in (self.head, self.wordings, self.asked, self.more, self.pictures):
            part.changed.connect(self._on_part_changed)
        self.wordings.shown.connect(self._on_wordings_shown)
        self.wordings.removed.connect(self.wording_removed)
        self.wordings.body.picture_pasted.connect(self.pictures.add_png)
        self.wordings.body.files_dropped.connect(self.pictures.add_files)
        self.pictures.refused.connect(self.refused)
        self._timer.timeout.connect(self.check_due)
        self.save_button.clicked.connect(self.save_requested)
        self.discard_button.clicked.connect(self.discard_requested)
        self.banner.action_requested.connect(self._on_banner_action_requested)
