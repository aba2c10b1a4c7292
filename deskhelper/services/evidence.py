"""Evidence of a case: added, taken off and put back, noted, looked at beside the log, and packed for an appeal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from deskhelper.core.case_log import CaseHistory, LogEntry, MadePack, log_of, untimed_answers
from deskhelper.core.evidence import (
    GRACE_SECONDS,
    MOST_NOTE,
    Checklist,
    EvidenceFile,
    Held,
    checklist_of,
)
from deskhelper.core.moments import DAY, Instant
from deskhelper.core.policy import Figure
from deskhelper.core.statement import (
    EVIDENCE_HOURS,
)
from deskhelper.core.text import Text
from deskhelper.core.trace import Scan, Trace
from deskhelper.services.case_view import CaseView, asked_words
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import Clock
from deskhelper.services.evidence_files import EvidenceFiles, Pasted
from deskhelper.services.known import KnownService
from deskhelper.services.settings import SettingsService
from deskhelper.storage.case_history import CaseHistoryStore
from deskhelper.storage.database import Database
from deskhelper.storage.evidence import EvidenceStore
from deskhelper.storage.promises import PromiseStore
from deskhelper.storage.replies import ReplyStore

OnProgress = Callable[[float], bool]
"""Told which share (0 to 1) is done; returns False to stop."""


class EvidenceStopped(Exception):  # noqa: N818  # no error: the user wished it
    """The user stopped the work; nothing was kept."""


class EvidenceView(Struct, frozen=True, kw_only=True):
    """Evidence and log of a case as they are shown. `hours` is the figure of the platform's clock."""

    case: CaseView
    checklist: Checklist
    log: list[LogEntry]
    untimed: list[dict[str, str]]
    scans: int
    replies: int
    notice_at: Instant | None
    until: Instant | None
    hours: Figure | None
    packs: list[MadePack]


class Added(Struct, frozen=True):
    """What came of adding: the files that are new, and the names of those that were there already."""

    files: list[EvidenceFile]
    again: list[str]


class EvidenceService:
    """One verb, one transaction. `add`, `sweep` and `let_go` may run on any thread."""

    def __init__(
        self,
        database: Database,
        path: Path,
        data_folder: Path,
        clock: Clock,
        settings: SettingsService,
        cases: CaseService,
        known: KnownService,
    ) -> None:
        self._store = EvidenceStore(database)
        self._history = CaseHistoryStore(database)
        self._promises = PromiseStore(database)
        self._replies = ReplyStore(database)
        self._path = path
        self._files = EvidenceFiles(data_folder)
        self._clock = clock
        self._settings = settings
        self._cases = cases
        self._known = known

    def look(self, view: CaseView) -> EvidenceView:
        """Return evidence and log of a case as they are now."""
        history = self.history_of(view)
        policy = self._cases.library.policy
        until = view.facts.get("evidence_until")
        return EvidenceView(
            case=view,
            checklist=self.checklist_of(view, history),
            log=log_of(history, self._clock.now(), self._clock.zone),
            untimed=untimed_answers(history),
            scans=len(history.trace.events) if history.trace else 0,
            replies=len(history.copies),
            notice_at=history.notice_at,
            until=until if isinstance(until, int) else None,
            hours=policy.figures.get(EVIDENCE_HOURS),
            packs=list(history.packs),
        )

    def checklist_of(self, view: CaseView, history: CaseHistory) -> Checklist:
        """Return the checklist of a case: the items of the outcome it has come to, none before."""
        return checklist_of(_items(view), history.files, _held(view, history))

    def path(self, file: EvidenceFile) -> Path:
        """Return where a file of evidence lies."""
        return self._files.path(file.file)

    def add(self, case_id: str, item: str, sources: Sequence[Path | Pasted], report: OnProgress | None = None) -> Added:
        """Copy files in for an item of the checklist, all or none; one whose content is there already is left out.

        Raises WorldError as `EvidenceFiles.take` does, EvidenceStopped when `report` returns False.
        """
        count = counting(report, sum(map(_size, sources)))
        agent, added, again = self._settings.current.agent, list[EvidenceFile](), list[str]()
        with Database(self._path, self._clock.now()) as database:
            store = EvidenceStore(database)
            there = {(file.item, file.sha256) for file in store.of_case(case_id) if file.removed_at is None}
            try:
                for source in sources:
                    taken = self._files.take(case_id, source, count)
                    if (item, taken.sha256) in there:
                        self._files.drop([taken.file])
                        again.append(taken.name)
                        continue
                    there.add((item, taken.sha256))
                    added.append(
                        EvidenceFile(
                            id=0, case_id=case_id, item=item, name=taken.name, file=taken.file, sha256=taken.sha256,
                            size=taken.size, added_at=self._clock.now(), agent=agent,
                        )
                    )  # fmt: skip
                ids = store.add(added)
            except BaseException:
                self._files.drop(file.file for file in added)
                raise
            found = {file.id: file for file in store.of_case(case_id)}
        return Added([found[one] for one in ids], again)

    def remove(self, file_ids: Sequence[int]) -> None:
        """Take files off; they are kept for GRACE_SECONDS, so that they can be put back."""
        self._store.set_removed(file_ids, self._clock.now())

    def put_back(self, file_ids: Sequence[int]) -> None:
        """Put files back that were taken off."""
        self._store.set_removed(file_ids, None)

    def set_note(self, file_id: int, note: str) -> None:
        """Keep a note on a file, shortened to MOST_NOTE characters; an empty one takes it away."""
        self._store.set_note(file_id, " ".join(note.split())[:MOST_NOTE])

    def set_item(self, file_id: int, item: str) -> None:
        """Move a file to another item of the checklist."""
        self._store.set_item(file_id, item)

    def sweep(self) -> int:
        """Delete files that were taken off long ago or belong to no case any more; return how many."""
        with Database(self._path, self._clock.now()) as database:
            store = EvidenceStore(database)
            gone = store.to_delete(self._clock.now() - GRACE_SECONDS)
            store.forget_files([file.id for file in gone])
            self._files.drop(file.file for file in gone)
            return len(gone) + self._files.drop_strangers({file.file for file in store.kept()})

    def let_go(self) -> int:
        """Delete the evidence of orders whose cases were done longer ago than the settings say; return how many files.

        The log of the case says that and when it was deleted.
        """
        now, days = self._clock.now(), self._settings.current.evidence_days
        if not days:
            return 0
        with Database(self._path, now) as database:
            store = EvidenceStore(database)
            gone = store.outlived(now - days * DAY)
            store.let_go([file.id for file in gone], now)
            self._files.drop(file.file for file in gone if file.file)
        return len(gone)

    def history_of(self, view: CaseView) -> CaseHistory:
        """Return all that is stored of a case and its order."""
        case, order = view.case, view.order
        notice = view.facts.get("platform_notice_at")
        return CaseHistory(
            case=case,
            flow=view.flow.title,
            asked=asked_words(view),
            answers=self._history.answers(case.id),
            copies=self._history.copies(order.platform, order.order_no),
            promises=self._promises.of_order(order.platform, order.order_no),
            let_pass=self._replies.overruled(order.platform, order.order_no),
            snapshots=self._history.snapshots(case.id),
            trace=self._known.of_order(order).trace,
            files=self._store.of_order(order.platform, order.order_no),
            packs=self._store.packs_of(case.id),
            notice_at=notice if isinstance(notice, int) else None,
        )


def _items(view: CaseView) -> Sequence[Text]:
    """Return the checklist of the outcome that the case has come to; nothing before it has."""
    return view.flow.outcomes[view.draft.outcome].evidence if view.draft else ()


def _held(view: CaseView, history: CaseHistory) -> set[Held]:
    """Return what the program has of a case."""
    held = {Held.ORDER}
    if history.copies:
        held.add(Held.REPLIES)
    if history.trace is not None and history.trace.events:
        held.add(Held.TRACE)
        if history.trace.first_of(Scan.RETURNED) is not None:
            held.add(Held.RETURN)
    if view.order.received_at is not None or _has_receipt(history.trace):
        held.add(Held.RECEIPT)
    return held


def _has_receipt(trace: Trace | None) -> bool:
    return trace is not None and trace.delivered is not None


def _size(source: Path | Pasted) -> int:
    """Return the bytes of a source, 0 where they cannot be told: taking it will say why."""
    if isinstance(source, Pasted):
        return len(source.content)
    try:
        return source.stat().st_size
    except OSError:
        return 0


def counting(report: OnProgress | None, total: int) -> Callable[[int], None]:
    """Return what takes counts of bytes and reports the share of `total`; it raises EvidenceStopped to stop."""
    done = 0

    def count(size: int) -> None:
        """Count `size` more bytes."""
        nonlocal done
        done += size
        if report is not None and not report(min(1.0, done / total) if total else 0.0):
            raise EvidenceStopped

    return count
