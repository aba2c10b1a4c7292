"""The outcome: what to do on the platform, what is at risk by which dated figure, what to keep, and the source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskhelper.core.reply import RiskShown
from deskhelper.core.text import Lang, Text
from deskhelper.services.cases import CaseView
from deskhelper.ui.kit import Card, IconLabel, label
from deskhelper.ui.theme import Theme


class OutcomeCard(Card):
    """What stands beside the reply. A tick is kept with the case."""

    todo_ticked = Signal(str, bool)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._outcome = ""
        self._title = label(role="heading", wraps=True)
        self._id = label(role="remark")
        self._todo = Section(theme, self.tr("To do on the platform"))
        self._notes = Section(theme, "")
        self._risks = Section(theme, self.tr("At risk"))
        self._evidence = Section(theme, self.tr("Keep as evidence"))
        self._ticks: dict[str, QCheckBox] = {}
        self._lay_out()

    def show_outcome(self, view: CaseView) -> None:
        """Show the outcome of `view`; only the ticks change while it stays the same one."""
        if view.draft is None:
            return
        key = f"{view.case.id} {view.draft.outcome} {[note.zh for note in view.draft.notes]}"
        if key != self._outcome:
            self._outcome = key
            self._fill(view)
        for todo, box in self._ticks.items():
            box.blockSignals(True)
            box.setChecked(todo in view.case.state.ticks)
            box.blockSignals(False)

    def _fill(self, view: CaseView) -> None:
        assert view.draft is not None
        outcome = view.flow.outcomes[view.draft.outcome]
        self._title.setText(outcome.title.within(self._lang))
        self._id.setText(" · ".join(outcome.sources))
        self._ticks = {todo.zh: self._tick(todo) for todo in outcome.todo}
        self._todo.show_rows(list(self._ticks.values()))
        self._notes.show_rows([self._line("info", "accent", note.within(self._lang)) for note in view.draft.notes])
        self._risks.show_rows([self._risk(risk) for risk in view.draft.risks])
        evidence = [self._line("file-text", "muted", words.within(self._lang)) for words in outcome.evidence]
        self._evidence.show_rows(evidence)

    def _tick(self, todo: Text) -> QCheckBox:
        box = QCheckBox(todo.within(self._lang))
        box.setProperty("todo", todo.zh)
        box.toggled.connect(self._on_box_toggled)
        return box

    def _risk(self, risk: RiskShown) -> QWidget:
        words = risk.text.within(self._lang)
        if risk.words is not None:
            colon = "：" if self._lang == "zh" else ": "
            words = f"{words}{colon}{risk.words.within(self._lang)}"
        token = "warn" if risk.is_settled else "faint"
        return self._line("triangle-alert", token, words, risk.dated.within(self._lang) if risk.dated else "")

    def _line(self, icon: str, token: str, words: str, remark: str = "") -> QWidget:
        row = QFrame()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(self._theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(words, wraps=True))
        if remark:
            column.addWidget(label(remark, "remark", wraps=True))
        layout.addLayout(column, 1)
        return row

    def _on_box_toggled(self, is_done: bool) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            self.todo_ticked.emit(str(box.property("todo")), is_done)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(self._theme, "circle-check", "ok"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(head)
        for section in (self._notes, self._todo, self._risks, self._evidence):
            column.addWidget(section)
        column.addWidget(self._id)
        self._id.setWordWrap(True)


class Section(QWidget):
    """A titled list of rows; nothing at all while it is empty."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._title: QLabel = label(title, "remark")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._title)
        self._title.setVisible(bool(title))

    def show_rows(self, rows: list[QWidget]) -> None:
        """Show these rows instead of the ones before."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = rows
        for row in rows:
            self._column.addWidget(row)
        self.setVisible(bool(rows))
