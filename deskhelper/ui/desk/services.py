"""What the desk is handed: the services, the clock, and the way to turn a problem into a sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.view import View
from deskhelper.services.clock import Clock
from deskhelper.services.open_work import OpenWork
from deskhelper.services.orders import OrderService
from deskhelper.services.parcel_tally import ParcelTally
from deskhelper.services.settings import SettingsService

if TYPE_CHECKING:
    from deskhelper.core.promise_board import Narrowed
    from deskhelper.services.board_tables import Section
    from deskhelper.services.boards import BoardService
    from deskhelper.services.box import BoxService
    from deskhelper.services.case_board import CaseBoardService
    from deskhelper.services.cases import CaseService
    from deskhelper.services.evidence import EvidenceService
    from deskhelper.services.evidence_packs import PackService
    from deskhelper.services.hand_over import HandOverService
    from deskhelper.services.handbook import HandbookService
    from deskhelper.services.imports import ImportService
    from deskhelper.services.insights import InsightService
    from deskhelper.services.marks import MarkService
    from deskhelper.services.notices import NoticeService
    from deskhelper.services.phrase_imports import PhraseImportService
    from deskhelper.services.policy import PolicyService
    from deskhelper.services.print_list import PrintListService
    from deskhelper.services.promises import Board, PromiseService
    from deskhelper.services.reminders import ReminderService
    from deskhelper.services.scripts import ScriptService
    from deskhelper.services.stock import StockService
    from deskhelper.services.traces import TraceService
    from deskhelper.services.words import WordService


class Services(Struct, frozen=True):
    """Everything below the desk.

    What counts, reads, saves, recomputes and `warm_up` (which reads what the first search needs) may run on any thread:
    each opens a connection of its own. `open_imports` reads the workbook library, so it is called with the first file;
    `open_policy` with the first case or the page of the figures.
    """

    orders: OrderService
    open_work: OpenWork
    open_cases: "Callable[[], CaseService]"
    open_imports: "Callable[[], ImportService]"
    open_policy: "Callable[[], PolicyService]"
    open_traces: "Callable[[], TraceService]"
    open_boards: "Callable[[], BoardService]"
    open_stock: "Callable[[], StockService]"
    parcel_tally: ParcelTally
    save_board: "Callable[[Section, Path], int]"
    open_marks: "Callable[[], MarkService]"
    open_notices: "Callable[[], NoticeService]"
    count_notices: Callable[[], int]
    open_promises: "Callable[[], PromiseService]"
    open_reminders: "Callable[[], ReminderService]"
    read_promises: "Callable[[Narrowed], Board]"
    open_print_list: "Callable[[], PrintListService]"
    open_words: "Callable[[], WordService]"
    open_scripts: "Callable[[], ScriptService]"
    open_phrases: "Callable[[], PhraseImportService]"
    open_box: "Callable[[], BoxService]"
    open_case_board: "Callable[[], CaseBoardService]"
    open_hand_over: "Callable[[], HandOverService]"
    settings: SettingsService
    clock: Clock
    told: Callable[[Problem], str]
    count_views: Callable[[], dict[View, int]]
    count_cases_due: Callable[[], int]
    recompute_deadlines: Callable[[], None]
    warm_up: Callable[[], None]
    read_letters: Callable[[], str]
    open_handbook: "Callable[[], HandbookService]"
    open_insights: "Callable[[], InsightService]"
    open_evidence: "Callable[[], EvidenceService]"
    open_packs: "Callable[[], PackService]"
    data_folder: Path
    resources: Path

    @property
    def cases(self) -> "CaseService":
        """Cases and replies: what they stand on is loaded with the first one."""
        return self.open_cases()
