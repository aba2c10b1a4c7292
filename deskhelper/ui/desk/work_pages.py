"""How each page of the desk's other work is built; its code is read when it is first opened."""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.text import Lang
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit.page import Page
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme


class PageWorld(Struct, frozen=True):
    """What a page may need to be built."""

    services: Services
    theme: Theme
    lang: Lang
    tasks: Tasks
    clipboard: Clipboard


def _insights(world: PageWorld) -> Page:
    from deskhelper.ui.insights.page import InsightsPage

    services = world.services
    return InsightsPage(services.open_insights(), world.theme, world.lang, services.clock, world.tasks)


def _cases(world: PageWorld) -> Page:
    from deskhelper.ui.case_board.page import CaseBoardPage

    services = world.services
    board = services.open_case_board()
    return CaseBoardPage(board, services.settings, services.clock, world.theme, world.lang, world.tasks)


def _boards(world: PageWorld) -> Page:
    from deskhelper.ui.boards.page import BoardsPage

    return BoardsPage(world.services, world.theme, world.lang, world.tasks)


def _evidence(world: PageWorld) -> Page:
    from deskhelper.ui.evidence.page import EvidencePage

    return EvidencePage(world.services, world.theme, world.lang, world.tasks)


def _notices(world: PageWorld) -> Page:
    from deskhelper.ui.notices.page import NoticesPage

    services = world.services
    return NoticesPage(
        services.open_notices(), services.open_print_list(), services, world.theme, world.lang, world.tasks,
        world.clipboard,
    )  # fmt: skip


def _promises(world: PageWorld) -> Page:
    from deskhelper.ui.promises.page import PromisePage

    services = world.services
    return PromisePage(
        services.open_promises(), world.theme, world.lang, services.clock, services.read_promises, world.tasks
    )


def _hand_over(world: PageWorld) -> Page:
    from deskhelper.ui.hand_over.page import HandOverPage

    services = world.services
    return HandOverPage(services.open_hand_over(), services.clock, world.theme, world.lang, world.tasks)


BUILDERS: dict[str, Callable[[PageWorld], Page]] = {
    "hand_over": _hand_over,
    "boards": _boards,
    "cases": _cases,
    "evidence": _evidence,
    "insights": _insights,
    "notices": _notices,
    "promises": _promises,
}
"""What builds each page of rail_pages.py, by its name."""
