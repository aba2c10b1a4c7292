"""What is written down as a case goes on: the order as it was, and each answer with its time and its agent."""

from deskhelper.core.case import Case
from deskhelper.core.case_log import GivenAnswer
from deskhelper.core.flow import Flow
from deskhelper.core.order_snapshot import COPIED, OPENED
from deskhelper.services.case_view import CaseView
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.case_history import CaseHistoryStore
from deskhelper.storage.database import Database


class CaseDiary:
    """Writes beside the case. What was only looked at is not written down."""

    def __init__(self, database: Database, clock: Clock, settings: SettingsService) -> None:
        self._store = CaseHistoryStore(database)
        self._clock = clock
        self._settings = settings

    def stored(self, before: CaseView, case: Case) -> None:
        """Write down what changed from `before` to the stored `case`; with its first change also the order."""
        now = self._clock.now()
        if not before.is_stored:
            self._store.take(case.id, before.order, OPENED, now)
        old = before.case.state.answers if before.is_stored else {}
        answers = _changed(before.flow, old, case.state.answers)
        if answers:
            agent = self._settings.current.agent
            self._store.add_answers(case.id, [GivenAnswer(now, agent, *words) for words in answers])

    def copied(self, view: CaseView) -> None:
        """Write down the order as it was when a reply was copied, where it changed since."""
        self._store.take(view.case.id, view.order, COPIED, self._clock.now())


def _changed(flow: Flow, old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Return question, option, and both in words, of each answer that is another one; none where it was taken back."""
    found = []
    for name in {**old, **new}:
        if old.get(name) == new.get(name):
            continue
        question, option = flow.questions.get(name), new.get(name, "")
        asked = question.ask.zh if question else name
        label = question.options.get(option) if question else None
        found.append((name, option, asked, label.label.zh if label else option))
    return found
