"""The scripts at hand: shipped ones with the shop's and the agent's own over them, and the edits of a session."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope, in_force, script_fault
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.scripts import OnRow, ScriptStore


class Edit(Struct, frozen=True):
    """One step of undo: own scripts as they were and as they became."""

    before: tuple[LibraryScript, ...]
    after: tuple[LibraryScript, ...]


class Step(Struct, frozen=True):
    """The last edit taken back, or made again: `edit` as it was made by `agent`, `change` what is to be written now."""

    edit: Edit
    change: Edit
    is_back: bool
    agent: str


class _Outcome(Struct, frozen=True):
    """What an edit makes of the scripts at hand. `in_force` is None where it has to be reckoned anew.

    `touches_others`: scripts that the edit does not name may come or go with it.
    """

    own: dict[str, LibraryScript]
    in_force: dict[str, LibraryScript] | None
    touched: set[str]
    touches_others: bool


class ScriptShelf:
    """Keeps all scripts of one agent in memory, read at the first use and again when another agent takes the seat."""

    def __init__(
        self, store: ScriptStore, shipped: Callable[[], list[LibraryScript]], settings: SettingsService, clock: Clock
    ) -> None:
        self._store = store
        self._load_shipped = shipped
        self._settings = settings
        self._clock = clock
        self._ahead: tuple[str, dict[str, LibraryScript]] | None = None
        self._agent: str | None = None
        self._own: dict[str, LibraryScript] = {}
        self._in_force: dict[str, LibraryScript] = {}
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._touched: list[set[str]] = []
        self._foreseen: tuple[Edit, Mapping[str, LibraryScript], _Outcome] | None = None
        self._all_read_at = 0
        self.is_held = False
        """While it is set, a step is written on another thread, and no other edit is begun."""

    @property
    def version(self) -> int:
        """A number that is another after every change."""
        self._read()
        return self._all_read_at + len(self._touched)

    def touched_since(self, version: int) -> set[str] | None:
        """Return the ids of the scripts that were touched since `version`; None where all were read anew since."""
        self._read()
        if version < self._all_read_at:
            return None
        return set().union(*self._touched[version - self._all_read_at :])

    def since(self, version: int) -> tuple[int, set[str] | None]:
        """Return the present version, and what `touched_since` says."""
        return self.version, self.touched_since(version)

    def touch(self, script_id: str) -> None:
        """Note that something about a script is another, such as how often it was used."""
        self._touched.append({script_id})

    @property
    def is_read(self) -> bool:
        """Whether the scripts of the agent at the desk are at hand, or read ahead."""
        ahead = self._ahead
        return self._settings.current.agent in (self._agent, ahead[0] if ahead else None)

    def read_ahead(self, store: ScriptStore) -> Mapping[str, LibraryScript]:
        """Read the scripts over `store` and return those in force; may run on any thread, with a store of its own."""
        agent = self._settings.current.agent
        own = {one.id: one for one in store.own(agent)}
        self._ahead = agent, own
        return {one.id: one for one in in_force(self.shipped, list(own.values()))}

    @property
    def shipped(self) -> list[LibraryScript]:
        """The scripts that came with the desk."""
        return self._load_shipped()

    @property
    def own(self) -> Mapping[str, LibraryScript]:
        """The shop's own scripts and the agent's, by id."""
        self._read()
        return self._own

    @property
    def in_force(self) -> Mapping[str, LibraryScript]:
        """The scripts that the agent may use, by id. Another object after every change."""
        self._read()
        return self._in_force

    def get(self, script_id: str) -> LibraryScript:
        """Return any script, one that is switched off or replaced too. Raises WorldError `script_unknown`."""
        own = self.own.get(script_id)
        found = own or next((one for one in self.shipped if one.id == script_id), None)
        if found is None:
            raise WorldError("script_unknown", script=script_id)
        return found

    def replacing(self, script_id: str) -> list[LibraryScript]:
        """Return the own scripts that stand in the place of a shipped one."""
        return [one for one in self.own.values() if one.replaces == script_id]

    def change(self, kept: list[LibraryScript], removed: Collection[str] = ()) -> list[LibraryScript]:
        """Keep own scripts and remove others as one step of undo; return what was kept, with ids.

        Raises WorldError `script_title`, `script_code`, `script_wording`, `script_path`, `scripts_held`; then nothing
        is changed.
        """
        edit = self.edit_of(kept, removed)
        self.write(edit, self._store)
        self.take(edit)
        return list(edit.after)

    def edit_of(self, kept: list[LibraryScript], removed: Collection[str] = ()) -> Edit:
        """Return what `change` would do, with ids; nothing is changed. It may run on any thread once all is read."""
        self._refuse_if_held()
        for script in kept:
            fault = script_fault(script)
            if fault is not None:
                raise WorldError(fault.code, **fault.values)
        stored = [self._as_own(script) for script in kept]
        touched = {*(one.id for one in stored), *removed}
        return Edit(tuple(self.own[one] for one in touched if one in self.own), tuple(stored))

    def write(self, edit: Edit, store: ScriptStore, on_row: OnRow | None = None, agent: str | None = None) -> None:
        """Keep an edit in the database, all or nothing; may run on any thread, with a store of its own."""
        kept = {one.id for one in edit.after}
        removed = [one.id for one in edit.before if one.id not in kept]
        store.write(list(edit.after), removed, (self._agent or "") if agent is None else agent, on_row)

    def foresee(self, edit: Edit) -> None:
        """Reckon what `take` will do, so that it does it at once; may run on any thread."""
        own = self._own
        self._foreseen = edit, own, _outcome(edit, own, self._in_force)

    def write_apart(self, edit: Edit, path: Path | str, on_row: OnRow | None = None, agent: str | None = None) -> None:
        """Keep an edit over a connection of its own, on any thread, and reckon what `take` will do."""
        with Database(path) as database:
            self.write(edit, ScriptStore(database), on_row, agent)
        self.foresee(edit)

    def take(self, edit: Edit) -> None:
        """Take an edit that the database has into what is at hand, as one step of undo."""
        self._take(edit)
        self._done.append(edit)
        self._undone.clear()

    def next_step(self, is_back: bool) -> Step | None:
        """Return what would take the last edit back, or make the one undone last again; None where there is none.

        Raises WorldError `scripts_held`.
        """
        self._refuse_if_held()
        self._read()
        edits = self._done if is_back else self._undone
        if not edits:
            return None
        change = Edit(edits[-1].after, edits[-1].before) if is_back else edits[-1]
        return Step(edits[-1], change, is_back, self._agent or "")

    def take_step(self, step: Step) -> None:
        """Take a step that the database has into what is at hand; all is read anew where that is another by now."""
        self._read()
        come_from, go_to = (self._done, self._undone) if step.is_back else (self._undone, self._done)
        if not come_from or come_from[-1] is not step.edit:
            self._agent = self._ahead = None
            return
        self._take(step.change)
        go_to.append(come_from.pop())

    def _refuse_if_held(self) -> None:
        if self.is_held:
            raise WorldError("scripts_held")

    def _as_own(self, script: LibraryScript) -> LibraryScript:
        """Return `script` as the shop's or the agent's own; one that shipped becomes one in its place."""
        scope = Scope.SHOP if script.scope is Scope.SHIPPED else script.scope
        replaces, script_id = script.replaces, script.id
        if script_id and script_id not in self.own and any(one.id == script_id for one in self.shipped):
            replaces = script_id
            script_id = next((one.id for one in self.replacing(replaces) if one.scope is scope), "")
        return replace(script, id=script_id or _new_id(), scope=scope, replaces=replaces, changed_at=self._clock.now())

    def _take(self, edit: Edit) -> None:
        ahead, self._foreseen = self._foreseen, None
        is_ahead = ahead is not None and ahead[0] is edit and ahead[1] is self._own
        outcome = ahead[2] if ahead and is_ahead else _outcome(edit, self._own, self._in_force)
        # first what is in force, then what is own, for `foresee` reads them the other way round
        self._in_force = self._reckoned(outcome.own) if outcome.in_force is None else outcome.in_force
        self._own = outcome.own
        self._touched.append(outcome.touched)
        if outcome.touches_others:
            self._all_read_at += len(self._touched)
            self._touched.clear()

    def _read(self) -> None:
        agent = self._settings.current.agent
        if agent != self._agent:
            ahead, self._ahead = self._ahead, None
            self._agent = agent
            is_ahead = ahead is not None and ahead[0] == agent
            self._own = ahead[1] if ahead and is_ahead else {one.id: one for one in self._store.own(agent)}
            self._done.clear()
            self._undone.clear()
            self._all_read_at += len(self._touched) + 1
            self._touched.clear()
            self._in_force = self._reckoned(self._own)

    def _reckoned(self, own: Mapping[str, LibraryScript]) -> dict[str, LibraryScript]:
        return {one.id: one for one in in_force(self.shipped, list(own.values()))}


def _outcome(edit: Edit, before: Mapping[str, LibraryScript], in_force: Mapping[str, LibraryScript]) -> _Outcome:
    """Return what an edit makes of the own scripts and of those in force; neither is changed."""
    kept, changed = {one.id: one for one in edit.after}, [*edit.before, *edit.after]
    removed = [one.id for one in edit.before if one.id not in kept]
    own = {**before, **kept}
    for script_id in removed:
        own.pop(script_id, None)
    replacing = [one for one in changed if one.replaces]
    touched = {one.id for one in changed}.union(one.replaces for one in replacing)
    # the shop's own for the same shipped one comes or goes with the agent's
    touches_others = any(one.scope is Scope.PERSONAL for one in replacing)
    # one that was switched off comes back to its place among the others
    is_back = any(one in before and not before[one].is_enabled for one in kept)
    if replacing or is_back:
        return _Outcome(own, None, touched, touches_others)
    off = {one.id for one in edit.after if not (one.is_enabled and one.wordings)}
    found = {**in_force, **kept}
    for script_id in (*removed, *off):
        found.pop(script_id, None)
    return _Outcome(own, found, touched, touches_others)


def _new_id() -> str:
    """Return a random id. uuid is imported here, off the desk's start path."""
    import uuid

    return uuid.uuid4().hex
