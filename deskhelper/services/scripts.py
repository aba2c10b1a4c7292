"""The verbs of the script library: find, draft, copy, edit. Each is one transaction."""

from collections.abc import Callable, Collection, Mapping
from heapq import nlargest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from deskhelper.core.library_script import Category, LibraryScript, Scope, categories, next_wording
from deskhelper.core.log import CopiedReply
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.own_words import NOTHING_OWN, OwnWords, due_told
from deskhelper.core.parts import in_parts
from deskhelper.core.reply import Library
from deskhelper.core.script_draft import ScriptContent, ScriptDraft, draft_script, findings_on, slot_spec
from deskhelper.core.script_search import Match
from deskhelper.core.search_keys import InitialsOf
from deskhelper.core.slot import SlotSpec
from deskhelper.core.template_places import found_in_template
from deskhelper.services.cases import Copying
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.known import KnownService
from deskhelper.services.script_finder import FoundScript, ScriptFinder
from deskhelper.services.script_shelf import Edit, ScriptShelf
from deskhelper.services.script_steps import ScriptSteps
from deskhelper.services.script_usage import UsageBook
from deskhelper.services.settings import SettingsService
from deskhelper.services.situation import situation_of, situation_without_order
from deskhelper.storage.database import Database
from deskhelper.storage.replies import ReplyStore
from deskhelper.storage.scripts import OnRow, ScriptStore

if TYPE_CHECKING:
    from deskhelper.content.script_library import ScriptLibrary

NOTHING_GIVEN: Mapping[str, str] = {}


class ScriptService:
    """Finds, drafts, logs and edits scripts. Everything is read at the first use, nothing at the start of the desk."""

    def __init__(
        self,
        database: Database,
        shipped: "Callable[[], ScriptLibrary]",
        library: Callable[[], Library],
        known: KnownService,
        clock: Clock,
        settings: SettingsService,
        initials_of: InitialsOf,
    ) -> None:
        self._database = database
        self._store = ScriptStore(database)
        self._replies = ReplyStore(database)
        self._shipped = shipped
        self._library = library
        self._known = known
        self._clock = clock
        self._settings = settings
        self._shelf = ScriptShelf(self._store, lambda: self._shipped().scripts, settings, clock)
        self.steps = ScriptSteps(self._shelf, self._store, database.path)
        self._book = UsageBook(self._shelf, self._store, clock)
        self._finder = ScriptFinder(initials_of, self._book.count, self._shelf.since)
        self._by_topic: tuple[Mapping[str, LibraryScript], dict[str, list[LibraryScript]]] = ({}, {})

    def all(self, with_disabled: bool = False) -> list[LibraryScript]:
        """Return the scripts in force; `with_disabled` adds own ones that are switched off."""
        scripts = dict(self._shelf.in_force)
        if with_disabled:
            scripts |= {one.id: one for one in self._shelf.own.values() if not one.is_enabled}
        return list(scripts.values())

    def tree(self, with_disabled: bool = False) -> list[Category]:
        """Return every category with its number of scripts, each followed by those in it."""
        return categories(self.all(with_disabled))

    def get(self, script_id: str) -> LibraryScript:
        """Return any script, one that is switched off or replaced too. Raises WorldError `script_unknown`."""
        return self._shelf.get(script_id)

    @property
    def is_ready(self) -> bool:
        """Whether `find` answers at once; else run `prepare` in the background first."""
        return self._shelf.is_read and self._finder.is_ready_for(self._shelf.in_force)

    def prepare(self) -> Callable[[], None]:
        """Return the work that reads the library and builds its index: that may run on any thread.

        `find` uses the index once it is done, and answers without it meanwhile.
        """
        at_hand = self._shelf.in_force if self._shelf.is_read else None

        def work() -> None:
            with Database(self._database.path) as database:
                store = ScriptStore(database)
                scripts = self._shelf.read_ahead(store) if at_hand is None else at_hand
                self._book.read_ahead(store)
            self._finder.hand_in(self._finder.build(scripts))

        return work

    def find(self, query: str, limit: int = 20, worst: Match = Match.ALIKE) -> list[FoundScript]:
        """Return the best scripts for what an agent typed, none that matches worse than `worst`.

        The most used come first among equals.
        """
        return self._finder.find(self._shelf.in_force, query, limit, worst)

    @property
    def letters(self) -> frozenset[str]:
        """The characters that titles and categories are written with, once `find` answers at once."""
        return self._finder.letters

    def about(self, topic: str, limit: int = 20) -> list[LibraryScript]:
        """Return scripts that answer what a topic is about, the most used first."""
        in_force = self._shelf.in_force
        if self._by_topic[0] is not in_force:
            by_topic: dict[str, list[LibraryScript]] = {}
            for script in in_force.values():
                by_topic.setdefault(script.topic, []).append(script)
            self._by_topic = (in_force, by_topic)
        return nlargest(limit, self._by_topic[1].get(topic, ()), key=lambda one: self._book.count(one.id))

    def recent(self, limit: int = 20) -> list[LibraryScript]:
        """Return the scripts that the agent used last, the newest first."""
        in_force = self._shelf.in_force
        return [in_force[one] for one in self._store.recent(self._agent, 2 * limit) if one in in_force][:limit]

    def pinned(self) -> list[LibraryScript]:
        """Return the scripts that the agent pinned, in the order of pinning."""
        in_force = self._shelf.in_force
        return [in_force[one] for one in self._store.pinned(self._agent) if one in in_force]

    def pin(self, script_id: str, is_pinned: bool) -> None:
        """Pin a script for the agent, or take the pin off."""
        self._store.pin(self._agent, script_id, is_pinned, self._clock.now())

    def save(self, script: LibraryScript) -> LibraryScript:
        """Keep a script as own and return it as kept: an empty id is a new one, a shipped one gets one in its place.

        Raises WorldError `script_title`, `script_code`, `script_wording`, `script_path`.
        """
        return self.save_all([script])[0]

    def save_all(self, scripts: list[LibraryScript], removed: Collection[str] = ()) -> list[LibraryScript]:
        """Keep many scripts and remove own ones by id, all or nothing, as one step of undo. Raises as `save` does."""
        return self._shelf.change(scripts, removed)

    def prepare_edit(
        self, scripts: Callable[[], list[LibraryScript]], removed: Collection[str] = (), on_row: OnRow | None = None
    ) -> Callable[[], Edit]:
        """Return the work that keeps many scripts: it may run on any thread, and `take` then tells the library of it.

        `scripts` is called there. The work raises as `save` does, and what `on_row` raises; then nothing is kept.
        """
        _ = self._shelf.own

        def work() -> Edit:
            edit = self._shelf.edit_of(scripts(), removed)
            if edit.before or edit.after:
                self._shelf.write_apart(edit, self._database.path, on_row)
            return edit

        return work

    def take(self, edit: Edit) -> None:
        """Have at hand what a prepared edit has kept, as one step of undo."""
        if edit.before or edit.after:
            self._shelf.take(edit)

    def remove(self, script_id: str) -> None:
        """Remove an own script; a shipped one is switched off for the shop. Raises WorldError `script_unknown`."""
        script = self.get(script_id)
        if script.scope is Scope.SHIPPED:
            self._shelf.change([replace(script, is_enabled=False)])
        else:
            self._shelf.change([], [script_id])

    def restore_shipped(self, script_id: str) -> LibraryScript:
        """Put a shipped script back in force, named by its id or by that of the one in its place.

        Raises WorldError `script_unknown`.
        """
        script = self.get(script_id)
        shipped = self.get(script.replaces or script.id)
        self._shelf.change([], [one.id for one in self._shelf.replacing(shipped.id)])
        return shipped

    def undo(self) -> Edit | None:
        """Take the last edit of the library back and return it; None where there is none."""
        return self.steps.make(is_back=True)

    def redo(self) -> Edit | None:
        """Make the last edit that was undone again and return it; None where there is none."""
        return self.steps.make(is_back=False)

    def slots(self) -> Mapping[str, SlotSpec]:
        """Return every slot that the lists of slots know, by name."""
        return self._content().slots

    def slot(self, script: LibraryScript, name: str) -> SlotSpec:
        """Return what a slot of `script` holds; one that no list of slots knows is asked for in words."""
        return slot_spec(self._content().slots, script, name)

    def choices(self, script: LibraryScript, name: str) -> tuple[str, ...]:
        """Return what a field for a slot of `script` offers; empty where it is free."""
        listed = self.slot(script, name).choices or ""
        return script.slot_choices.get(name) or self._library().choices.get(listed, ())

    def draft(
        self,
        script: LibraryScript,
        order: Order | None = None,
        slots: Mapping[str, str] = NOTHING_GIVEN,
        wording: int | None = None,
        own: OwnWords = NOTHING_OWN,
    ) -> ScriptDraft:
        """Return a script as it would leave, filled from `order` and by the inputs `slots`, or as the agent edited it.

        Without a `wording` it is the one after that which this order's buyer got last.
        """
        number = self._next_wording(script, order) if wording is None else wording
        if order is None:
            situation = situation_without_order(self._clock, self._settings)
        else:
            situation = situation_of(order, self._clock, self._settings, self._known)
        return draft_script(self._content(), script, number, situation, slots, order is not None, own)

    def findings(self, draft: ScriptDraft) -> list[Finding]:
        """Return what the outgoing check finds in the template of a draft, gaps or not, with places in the template."""
        return found_in_template(draft.parts, findings_on(draft, draft.text, self._library().words))

    def standing(
        self, draft: ScriptDraft, edited_text: str | None = None, overruled: Collection[Overruled] = ()
    ) -> list[Finding]:
        """Return what stops a draft, or the text an agent made of it."""
        return findings_on(draft, edited_text, self._library().words, overruled)

    def due_of(self, finding: Finding) -> Instant | None:
        """Return when what was found as a promise falls due, as far as its words say; None where it is no promise."""
        return due_told(finding, self._library().words, moment_of(self._clock))

    def in_parts(self, text: str) -> list[str]:
        """Return a text in the parts in which it goes to the buyer, by the length that the settings say."""
        return in_parts(text, self._settings.current.part_length)

    def may_copy(
        self, draft: ScriptDraft, edited_text: str | None = None, overruled: Collection[Overruled] = ()
    ) -> Copying:
        """Ask the gate whether a draft, or the text an agent made of it, may reach the clipboard.

        A slot that is still empty stops the draft; an edited text is stopped by what is found on it.
        """
        if edited_text is None and draft.gaps:
            return Copying(None, gap=draft.gaps[0])
        findings = self.standing(draft, edited_text, overruled)
        if findings:
            return Copying(None, finding=findings[0])
        return Copying((draft.text if draft.parts else None) if edited_text is None else edited_text)

    def record_copy(
        self, draft: ScriptDraft, text: str, order: Order | None = None, overruled: Collection[Overruled] = ()
    ) -> None:
        """Log the text that reached the clipboard, keep its promise and count the use, all or nothing.

        Raises ValueError for a text that has not passed the gate.
        """
        edited = None if text == draft.text else text
        if self.may_copy(draft, edited, overruled).text != text:
            raise ValueError("only what passed the gate is recorded")
        now = self._clock.now()
        reply = CopiedReply(
            case_id="", platform=order.platform if order else "", order_no=order.order_no if order else "", flow="",
            outcome="", script=draft.script.id, wording=draft.wording, text=text, copied_at=now, agent=self._agent,
        )  # fmt: skip
        self._replies.record(reply, draft.promises, overruled)
        self._book.add(draft.script.id, now)

    @property
    def usage(self) -> UsageBook:
        """How every script is used: read whole, or kept up with edit by edit."""
        return self._book

    @property
    def _agent(self) -> str:
        return self._settings.current.agent

    def _next_wording(self, script: LibraryScript, order: Order | None) -> int:
        platform, order_no = (order.platform, order.order_no) if order else ("", "")
        return next_wording(len(script.wordings), self._store.last_wording(script.id, platform, order_no))

    def _content(self) -> ScriptContent:
        shipped, library = self._shipped(), self._library()
        return ScriptContent({**shipped.slots, **library.slots}, library.policy, library.words, shipped.promises)
