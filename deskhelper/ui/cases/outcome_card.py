"""The outcome: what to do on the platform, what is at risk by which dated figure, what to keep, and the source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from deskhelper.core.moments import duration, short_time
from deskhelper.core.promise import DeadlineShown
from deskhelper.core.reply import RiskShown
from deskhelper.core.sources import sources_told
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.clock import Clock
from deskhelper.ui.cases.sections import Ticks
from deskhelper.ui.cases.ways_on import WaysOn
from deskhelper.ui.kit import Card, label
from deskhelper.ui.kit.lines import Line, Lines
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import HEADING


class OutcomeCard(InColumn, Card):
    """What stands beside the reply. A tick is kept with the case."""

    todo_ticked = Signal(str, bool)
    evidence_requested = Signal()

    def __init__(self, theme: Theme, lang: Lang, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._clock = clock
        self._title = Lines(theme, pixels=HEADING, bold=True)
        self._sources = label(role="remark", wraps=True)
        self._notes = Lines(theme)
        self._todo = Ticks(theme, self.tr("To do on the platform"))
        self._risks = Lines(theme, self.tr("At risk"))
        self._deadlines = Lines(theme, self.tr("Clocks"))
        self._evidence = Lines(theme, self.tr("Keep as evidence"))
        self.evidence_button = QPushButton(self.tr("Evidence and appeal    Ctrl+J"))
        self.evidence_button.setAutoDefault(False)
        self.evidence_button.clicked.connect(self.evidence_requested)
        self.ways_on = WaysOn(lang)
        self._lay_out()
        self._todo.ticked.connect(self.todo_ticked)

    def show_outcome(self, view: CaseView) -> None:
        """Show the outcome of `view`."""
        self.ways_on.show_ways(view.draft.hands_over if view.draft else [])
        if view.draft is None:
            return
        outcome, lang = view.flow.outcomes[view.draft.outcome], self._lang
        self._title.show_lines([Line("circle-check", "ok", outcome.title.within(lang))])
        self._sources.setText(" · ".join(sources_told(outcome.sources, lang)))
        self._todo.show_todos(outcome.todo, view.case.state.ticks, lang)
        self._notes.show_lines([Line("info", "accent", note.within(lang)) for note in view.draft.notes])
        self._risks.show_lines([self._risk(risk) for risk in view.draft.risks])
        self._deadlines.show_lines([self._deadline(deadline) for deadline in view.draft.deadlines])
        self._evidence.show_lines([Line("file-text", "muted", words.within(lang)) for words in outcome.evidence])

    def _deadline(self, deadline: DeadlineShown) -> Line:
        left = deadline.at - self._clock.now()
        span = duration(left, self._lang)
        remark = self.tr("until %1, %2 left") if left > 0 else self.tr("was %1, %2 ago")
        remark = remark.replace("%1", short_time(deadline.at, self._clock.zone)).replace("%2", span)
        return Line("timer", "warn" if left > 0 else "danger", deadline.text.within(self._lang), remark)

    def _risk(self, risk: RiskShown) -> Line:
        words = risk.text.within(self._lang)
        if risk.words is not None:
            colon = "：" if self._lang == "zh" else ": "
            words = f"{words}{colon}{risk.words.within(self._lang)}"
        dated = risk.dated.within(self._lang) if risk.dated else ""
        return Line("triangle-alert", "warn" if risk.is_settled else "faint", words, dated)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        for section in (
            self._title,
            self._notes,
            self._todo,
            self._deadlines,
            self._risks,
            self._evidence,
            self.evidence_button,
            self.ways_on,
            self._sources,
        ):
            if section is self.evidence_button:
                column.addWidget(section, 0, Qt.AlignmentFlag.AlignLeft)  # it starts where the words do
            else:
                column.addWidget(section)
