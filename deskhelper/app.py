"""The composition root: builds everything once and hands it down. With foundations.py, what knows every part."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from deskhelper.foundations import Foundations
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import Clock

if TYPE_CHECKING:
    from deskhelper.core.promise_board import Narrowed
    from deskhelper.core.view import View
    from deskhelper.services.backups import BackupService
    from deskhelper.services.board_tables import Section
    from deskhelper.services.boards import BoardService
    from deskhelper.services.box import BoxService
    from deskhelper.services.case_board import CaseBoardService
    from deskhelper.services.cases import CaseService
    from deskhelper.services.doctor import DoctorService
    from deskhelper.services.evidence import EvidenceService
    from deskhelper.services.evidence_packs import PackService
    from deskhelper.services.hand_over import HandOverService
    from deskhelper.services.handbook import HandbookService
    from deskhelper.services.imports import ImportService
    from deskhelper.services.insights import InsightService
    from deskhelper.services.known import KnownService
    from deskhelper.services.marks import MarkService
    from deskhelper.services.notice_queues import QueueMaker
    from deskhelper.services.notices import NoticeService
    from deskhelper.services.open_work import OpenWork
    from deskhelper.services.orders import OrderService
    from deskhelper.services.parcel_tally import ParcelTally
    from deskhelper.services.phrase_imports import PhraseImportService
    from deskhelper.services.pieces import PieceService
    from deskhelper.services.print_list import PrintListService
    from deskhelper.services.promises import Board, PromiseService
    from deskhelper.services.reminders import ReminderService
    from deskhelper.services.scripts import ScriptService
    from deskhelper.services.stock import StockService
    from deskhelper.services.suggest import SuggestService
    from deskhelper.services.traces import TraceService
    from deskhelper.storage.database import Database
    from deskhelper.storage.orders import OrderStore
    from deskhelper.ui.desk.services import Services


class House(Foundations):
    """Every long-lived object of the program, each built at its first use.

    The desk paints before flows and figures are read; the command line builds only what its command needs.
    """

    @cached_property
    def orders(self) -> "OrderService":
        """The order list."""
        from deskhelper.services.orders import OrderService

        return OrderService(self.database, self._order_store, self.clock, self.settings, lambda: self._ship_terms_of)

    @cached_property
    def cases(self) -> "CaseService":
        """Cases and replies."""
        from deskhelper.services.cases import CaseService

        return CaseService(
            self.database, self._order_store, self._library, self.clock, self.settings, self.known, self._pieces
        )

    @cached_property
    def open_work(self) -> "OpenWork":
        """How much stands open."""
        from deskhelper.services.open_work import OpenWork

        return OpenWork(self.database, self.clock)

    @cached_property
    def case_board(self) -> "CaseBoardService":
        """The cases board."""
        from deskhelper.services.case_board import CaseBoardService

        return CaseBoardService(lambda: self.database, self.folder.database, self._library, self.clock)

    @cached_property
    def hand_over(self) -> "HandOverService":
        """What one shift hands over to the next."""
        from deskhelper.services.hand_over import HandOverService

        return HandOverService(
            lambda: self.database, self.folder.database, self.case_board, self.clock, self.settings, self._initials_of,
            self.parcel_tally,
        )  # fmt: skip

    @cached_property
    def known(self) -> "KnownService":
        """What is known beside an order: its trace, marks and debts."""
        from deskhelper.services.known import KnownService

        return KnownService(self.database, self._policy_in_force, lambda: self.carriers)

    @cached_property
    def traces(self) -> "TraceService":
        """Carriers' traces."""
        from deskhelper.services.traces import TraceService

        return TraceService(self.database, self.clock, lambda: self.carriers)

    @cached_property
    def marks(self) -> "MarkService":
        """Marks on orders: custom-made, presale, the platform's notice."""
        from deskhelper.services.marks import MarkService

        return MarkService(self.database, self._policy_in_force, self.clock, self._ship_terms_of)

    @cached_property
    def scripts(self) -> "ScriptService":
        """The library of scripts; it reads nothing before its first use."""
        from deskhelper.services.scripts import ScriptService

        return ScriptService(
            self.database, lambda: self._script_library, self._library, self.known, self.clock, self.settings,
            self._initials_of,
        )  # fmt: skip

    @cached_property
    def phrases(self) -> "PhraseImportService":
        """Phrase libraries of other tools, in and out."""
        from deskhelper.content.phrases import load_phrase_content
        from deskhelper.services.phrase_imports import PhraseImportService
        from deskhelper.services.phrase_pictures import PhrasePictures
        from deskhelper.services.script_pictures import ScriptPictures

        return PhraseImportService(
            lambda: self.scripts, lambda: self.words, lambda: load_phrase_content(RESOURCES, self.folder.cache),
            self._slot_titles, PhrasePictures(lambda: ScriptPictures(self.folder.root)), self.settings,
        )  # fmt: skip

    @cached_property
    def box(self) -> "BoxService":
        """What the one box answers."""
        from deskhelper.services.box import BoxService, WorkOfLate

        def warm() -> None:
            """Read flows, scripts and topics, for the first answer."""
            _ = self._script_library, self._library(), self.suggestions.model, self._initials_of("中")

        late = WorkOfLate(self.orders.worked_on, self.cases.flows_used)
        return BoxService(self._library, self.handbook, self.scripts, self.suggestions, late, self._initials_of, warm)

    @cached_property
    def suggestions(self) -> "SuggestService":
        """What buyers' messages are about."""
        from deskhelper.content.intents import load_topics
        from deskhelper.services.suggest import SuggestService

        return SuggestService(
            lambda: load_topics(RESOURCES / "intents"), self.folder.corrections, lambda: self.orders,
            lambda: self.known, self.clock, self.settings,
        )  # fmt: skip

    @cached_property
    def imports(self) -> "ImportService":
        """The import of order files."""
        from deskhelper.services.imports import ImportService

        return ImportService(
            self.folder.database, self._export_profiles, self._initials_of, self.clock, self.settings,
            lambda: self.carriers, self._ship_terms_of, self.parcel_tally,
        )  # fmt: skip

    @cached_property
    def handbook(self) -> "HandbookService":
        """The pages and maps of the flows."""
        from deskhelper.services.handbook import HandbookService

        return HandbookService(self._library, self._initials_of)

    @cached_property
    def promises(self) -> "PromiseService":
        """What replies promised."""
        from deskhelper.services.promises import PromiseService

        return PromiseService(self.database, self.clock)

    @cached_property
    def insights(self) -> "InsightService":
        """The figures of a period."""
        from deskhelper.services.insights import InsightService

        return InsightService(
            self.folder.database, self.clock, self.settings, self._library, lambda: self._script_library.scripts,
            self._ship_terms_of, lambda: self.carriers, self._initials_of,
        )  # fmt: skip

    @cached_property
    def notices(self) -> "NoticeService":
        """Telling before being asked."""
        from deskhelper.services.notices import NoticeService

        return NoticeService(
            self._notice_queues, self.database, self._order_store, self.cases, self.clock, self.settings,
            self._ship_terms_of,
        )  # fmt: skip

    @cached_property
    def print_list(self) -> "PrintListService":
        """The list of what is to be shipped, for the warehouse."""
        from deskhelper.services.print_list import PrintListService

        return PrintListService(self.folder.database, self.clock, self.settings)

    @cached_property
    def evidence(self) -> "EvidenceService":
        """Evidence of cases."""
        from deskhelper.services.evidence import EvidenceService

        return EvidenceService(
            self.database, self.folder.database, self.folder.root, self.clock, self.settings, self.cases, self.known
        )

    @cached_property
    def packs(self) -> "PackService":
        """Packs for an appeal."""
        from deskhelper.services.evidence_packs import PackService

        return PackService(self.folder.database, self.evidence, self.clock, self.settings, self.cases, self.orders)

    @cached_property
    def boards(self) -> "BoardService":
        """Overdue orders, parcels in anomaly, product alerts."""
        return self._boards_on(self.database, self._order_store)

    def save_board(self, section: "Section", path: Path) -> int:
        """Write a board as XLSX or CSV and return how many rows; may run on any thread. Raises WorldError."""
        from deskhelper.services.board_tables import BoardTables
        from deskhelper.storage.database import Database
        from deskhelper.storage.orders import OrderStore

        with Database(self.folder.database, self.clock.now()) as database:
            boards = self._boards_on(database, OrderStore(database, self._initials_of))
            return BoardTables(boards, self.stock, self.settings.current.language).save(section, path)

    def _boards_on(self, database: "Database", orders: "OrderStore") -> "BoardService":
        from deskhelper.content.alerts import load_reason_words
        from deskhelper.services.boards import BoardService

        return BoardService(
            self.folder.database, database, orders, self.clock, self.settings, self._policy_in_force,
            lambda: self.carriers, lambda: load_reason_words(RESOURCES, self.folder.cache),
            self.parcel_tally,
        )  # fmt: skip

    @cached_property
    def parcel_tally(self) -> "ParcelTally":
        """How many parcels were in anomaly when last counted."""
        from deskhelper.services.parcel_tally import ParcelTally

        return ParcelTally(self.folder.parcels)

    @cached_property
    def stock(self) -> "StockService":
        """Counted stock."""
        from deskhelper.services.stock import StockService

        return StockService(self.folder.database, self.database, self.clock)

    @cached_property
    def reminders(self) -> "ReminderService":
        """Reminders of promises; its looks may run on any thread."""
        from deskhelper.services.reminders import ReminderService

        return ReminderService(self.folder.database, self.clock, self.settings)

    @cached_property
    def backups(self) -> "BackupService":
        """The data folder in one file."""
        from deskhelper.services.backups import BackupService

        return BackupService(self.folder.root, self.folder.database, self.clock)

    @cached_property
    def doctor(self) -> "DoctorService":
        """A look at what the program stands on."""
        from deskhelper.services.doctor import DoctorService

        return DoctorService(self.folder.root, self.folder.database, self.clock, self.settings, self._library)

    def read_promises(self, narrowed: "Narrowed") -> "Board":
        """Return the board of promises; may run on any thread."""
        from deskhelper.services.promises import read_board

        return read_board(self.folder.database, self.clock, narrowed)

    def count_views(self) -> "dict[View, int]":
        """Return how many orders each saved view has; may run on any thread."""
        from deskhelper.services.orders import count_views

        return count_views(self.folder.database, self.clock, self.settings, self._initials_of)

    def recompute_deadlines(self) -> None:
        """Reckon the derived deadlines anew; may run on any thread."""
        from deskhelper.services.orders import recompute_deadlines

        recompute_deadlines(self.folder.database, self.clock, self._ship_terms_of, self._initials_of)

    def warm_up(self) -> None:
        """Read the search and the table of pinyin initials, so that the first key need not; may run on any thread."""
        import deskhelper.storage.order_search  # noqa: F401

        self._initials_of("中")

    def read_letters(self) -> str:
        """Return the characters that the list is about to show; may run on any thread."""
        from deskhelper.services.orders import read_letters

        return read_letters(self.folder.database, self.clock)

    def services(self) -> "Services":
        """Return what the desk is handed."""
        from deskhelper.ui.desk.services import Services

        return Services(
            orders=self.orders,
            open_work=self.open_work,
            open_cases=lambda: self.cases,
            open_imports=lambda: self.imports,
            open_policy=lambda: self.policy,
            open_traces=lambda: self.traces,
            open_boards=lambda: self.boards,
            open_stock=lambda: self.stock,
            parcel_tally=self.parcel_tally,
            save_board=self.save_board,
            open_marks=lambda: self.marks,
            open_notices=lambda: self.notices,
            count_notices=lambda: sum(self._notice_queues.count().values()),
            open_promises=lambda: self.promises,
            open_reminders=lambda: self.reminders,
            read_promises=self.read_promises,
            open_print_list=lambda: self.print_list,
            open_scripts=lambda: self.scripts,
            open_words=lambda: self.words,
            open_phrases=lambda: self.phrases,
            open_box=lambda: self.box,
            open_case_board=lambda: self.case_board,
            open_hand_over=lambda: self.hand_over,
            settings=self.settings,
            clock=self.clock,
            told=self.told,
            count_views=self.count_views,
            count_cases_due=lambda: self.case_board.count_due(),
            recompute_deadlines=self.recompute_deadlines,
            warm_up=self.warm_up,
            read_letters=self.read_letters,
            open_handbook=lambda: self.handbook,
            open_insights=lambda: self.insights,
            open_evidence=lambda: self.evidence,
            open_packs=lambda: self.packs,
            data_folder=self.folder.root,
            resources=RESOURCES,
        )

    @cached_property
    def _notice_queues(self) -> "QueueMaker":
        from deskhelper.services.notice_queues import QueueMaker

        return QueueMaker(self.folder.database, self.clock, self.settings, self._ship_terms_of)

    @cached_property
    def _pieces(self) -> "PieceService":
        from deskhelper.services.pieces import PieceService

        return PieceService(self.database, lambda: self.scripts, self.settings, self.clock)


def demo_house(folder: Path, clock: Clock | None = None) -> House:
    """Return a house in `folder` with made-up orders and cases."""
    from deskhelper.services.clock import FixedClock
    from deskhelper.services.demo import furnish
    from deskhelper.services.demo_history import live_through
    from deskhelper.services.demo_shift import leave_shift

    house = House(DataFolder(folder), clock)
    is_new = not house.orders.shops()
    source = RESOURCES / "demo" / "orders.csv"
    furnish(house.imports, house.orders, house.cases, house.settings, house.clock, source, folder)
    if is_new:
        then = FixedClock(house.clock.now(), house.clock.zone)
        past = House(DataFolder(folder), then)
        live_through(past.orders, past.cases, past.promises, then)
        past.close()
        leave_shift(
            house.orders, house.cases, house.case_board, house.marks, house.hand_over, house.evidence, house.clock,
            source.parent / "evidence",
        )  # fmt: skip
        house.boards.read_parcels()
    return house
