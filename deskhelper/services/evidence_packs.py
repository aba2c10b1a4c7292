"""Packs for an appeal: statement, originals and manifest in one ZIP, made whole or not at all, and proved later."""

import hashlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from deskhelper.core.case_log import MadePack
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.evidence import CheckItem, EvidenceFile
from deskhelper.core.moments import iso, local
from deskhelper.core.pack import KIND, STATEMENT, VERSION, Manifest, PackedFile, pack_name, place_of, sealed
from deskhelper.core.statement import (
    Exhibit,
    Statement,
    figure_lines,
    figures_wanted,
    moments_of,
    order_lines,
    told_replies,
)
from deskhelper.exchange.pack import Packing, PackLook, look_at_pack, write_pack
from deskhelper.services.case_view import CaseView
from deskhelper.services.cases import CaseService
from deskhelper.services.clock import Clock
from deskhelper.services.evidence import EvidenceService, OnProgress, counting
from deskhelper.services.orders import OrderService
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.evidence import EvidenceStore

MOST_OWN = 4000
"""Characters of the agent's own text in a statement."""

PDF_END = 64
"""Bytes at the end of a PDF within which its last word stands; a full disk cuts it off without an error."""

WritePdf = Callable[[Statement, Path, Callable[[EvidenceFile], Path]], None]
"""Writes a statement to a PDF; the last argument tells where a file of evidence lies. Raises WorldError."""


class PackPlan(Struct, frozen=True):
    """A pack before it is made: the case, the statement, the bytes to write, its name, and what is not there."""

    case: CaseView
    statement: Statement
    size: int
    name: str
    missing: tuple[CheckItem, ...]


class PackMade(Struct, frozen=True):
    """A pack that was made: the file, its size in bytes, the files of evidence in it, and its manifest's digest."""

    file: Path
    size: int
    count: int
    digest: str


class PackVerdict(Struct, frozen=True):
    """What a pack turned out to be. `is_known`: this desk made it, and its manifest is the one that was kept."""

    look: PackLook
    is_known: bool


class PackService:
    """Plans packs on the desk's thread; `make_pack` and `verify_pack` may run on any."""

    def __init__(
        self,
        path: Path,
        evidence: EvidenceService,
        clock: Clock,
        settings: SettingsService,
        cases: CaseService,
        orders: OrderService,
    ) -> None:
        self._path = path
        self._evidence = evidence
        self._clock = clock
        self._settings = settings
        self._cases = cases
        self._orders = orders

    def plan(self, view: CaseView, own: str = "") -> PackPlan:
        """Return what a pack of the case would hold now. `own` is the agent's own text, empty for none."""
        history, order, zone = self._evidence.history_of(view), view.order, self._clock.zone
        promise = self._orders.promise_of(order)
        checklist = self._evidence.checklist_of(view, history)
        exhibits = [
            Exhibit(number, file, place_of(number, file.name)) for number, file in enumerate(checklist.files, 1)
        ]
        outcome = view.flow.outcomes[view.draft.outcome] if view.draft else None
        wanted = figures_wanted(outcome, history.notice_at is not None, promise is not None and promise.is_derived)
        statement = Statement(
            order_no=order.order_no, shop=order.shop, topic=view.flow.title.zh, made_at=self._clock.now(),
            made_by=self._settings.current.agent, program=version("deskhelper"), own=own.strip()[:MOST_OWN],
            facts=order_lines(order, promise, history.notice_at, history.trace, zone),
            moments=moments_of(order, promise, history, self._clock.now(), zone), replies=told_replies(history),
            figures=figure_lines(self._cases.library.policy, wanted, order, zone), exhibits=exhibits,
        )  # fmt: skip
        size = sum(exhibit.file.size for exhibit in exhibits)
        return PackPlan(view, statement, size, pack_name(order.order_no, self._clock.now(), zone), checklist.missing)

    def make_pack(self, plan: PackPlan, path: Path, write_pdf: WritePdf, report: OnProgress | None = None) -> PackMade:
        """Write statement, originals and manifest to one ZIP at `path`, all or nothing, and keep that it was made.

        Raises WorldError `pack_source_changed` for a file that is not what it was, `pack_not_written`,
        `file_not_written`; EvidenceStopped when `report` returns False.
        """
        statement, zone = plan.statement, self._clock.zone
        count = counting(report, plan.size)
        count(0)
        with TemporaryDirectory() as scratch:
            pdf = Path(scratch) / STATEMENT
            told = self._write_statement(statement, pdf, write_pdf)
            count(0)
            made_at = local(statement.made_at, zone)
            packed = [Packing(pdf, STATEMENT, made_at, told.sha256)]
            packed += [
                Packing(self._evidence.path(one.file), one.place, local(one.file.added_at, zone), one.file.sha256)
                for one in statement.exhibits
            ]
            manifest = self._manifest(plan, told)
            write_pack(path, packed, manifest, made_at, count)
        made = MadePack(plan.case.case.id, statement.made_at, statement.made_by, path.name, manifest.digest)
        with Database(self._path, self._clock.now()) as database:
            EvidenceStore(database).add_pack(made)
        return PackMade(path, path.stat().st_size, len(statement.exhibits), manifest.digest)

    def verify_pack(self, path: Path, report: OnProgress | None = None) -> PackVerdict:
        """Hold a pack against its manifest, and the manifest against what this desk kept of it.

        Raises WorldError `pack_unreadable`, EvidenceStopped when `report` returns False.
        """
        try:
            total = path.stat().st_size
        except OSError as error:
            raise WorldError("pack_unreadable", file=path.name, reason=error.strerror or str(error)) from error
        look = look_at_pack(path, counting(report, total))
        with Database(self._path, self._clock.now()) as database:
            packs = EvidenceStore(database).packs_of(look.manifest.case)
        own = [pack for pack in packs if iso(pack.made_at, self._clock.zone) == look.manifest.made_at]
        is_known = look.manifest.digest in {pack.digest for pack in own}
        if own and not is_known and not look.faults:
            look = PackLook(look.manifest, [Problem("pack_other_manifest")])
        return PackVerdict(look, is_known)

    def _write_statement(self, statement: Statement, pdf: Path, write_pdf: WritePdf) -> PackedFile:
        """Write the PDF and return its entry. Raises WorldError `pack_not_written` for one that is not whole."""
        try:
            write_pdf(statement, pdf, self._evidence.path)
            content = pdf.read_bytes()
        except OSError as error:
            raise WorldError("pack_not_written") from error
        if not content.startswith(b"%PDF") or b"%%EOF" not in content[-PDF_END:]:
            raise WorldError("pack_not_written")
        return PackedFile(
            path=STATEMENT, name=STATEMENT, sha256=hashlib.sha256(content).hexdigest(), size=len(content),
            added_at=iso(statement.made_at, self._clock.zone) or "", added_by=statement.made_by,
        )  # fmt: skip

    def _manifest(self, plan: PackPlan, statement: PackedFile) -> Manifest:
        case, zone = plan.case.case, self._clock.zone
        files = [
            PackedFile(
                path=one.place, name=one.file.name, sha256=one.file.sha256, size=one.file.size,
                added_at=iso(one.file.added_at, zone) or "", added_by=one.file.agent, item=one.file.item,
                note=one.file.note,
            )
            for one in plan.statement.exhibits
        ]  # fmt: skip
        return sealed(
            Manifest(
                kind=KIND, version=VERSION, program=plan.statement.program,
                made_at=iso(plan.statement.made_at, zone) or "", made_by=plan.statement.made_by, case=case.id,
                flow=case.flow, platform=case.platform, order_no=case.order_no, files=(statement, *files),
            )
        )  # fmt: skip
