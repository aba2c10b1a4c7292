"""The rows of the cases board: given lines, told the time."""

from collections.abc import Sequence
from datetime import tzinfo
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from deskhelper.core.case_board import CaseLine
from deskhelper.core.moments import Instant, short_time
from deskhelper.core.text import Lang
from deskhelper.ui.case_board.words import deadline_words, due_tag, stage_tag
from deskhelper.ui.orders.words import tail

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row gives: the line itself, and the words that depend on the clock and the language."""

    LINE = Qt.ItemDataRole.UserRole + 1
    STAGE = LINE + 1
    DUE = LINE + 2
    TITLE = LINE + 3
    NEXT = LINE + 4


class Field(StrEnum):
    """What is typed into a row."""

    OWNER = "owner"
    NEXT = "next"


class CaseBoardModel(QAbstractListModel):
    """Cases by row. What is typed into a row is told with the case's id, and nothing is changed here."""

    typed = Signal(str, object, str)
    """The case, the Field and the words."""

    def __init__(self, zone: tzinfo, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._lang = lang
        self._now: Instant = 0
        self._due_hours = 0
        self._lines: Sequence[CaseLine] = ()
        self.field = Field.NEXT
        """The field that an editor of a row is for."""

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Show these cases, in their order."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def set_now(self, now: Instant, due_hours: int) -> None:
        """Reckon deadlines from `now`; the last `due_hours` are soon."""
        self._now, self._due_hours = now, due_hours
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def line(self, row: int) -> CaseLine | None:
        """Return the case at `row`, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, case_id: str) -> int | None:
        """Return the row of a case, None where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.id == case_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many cases there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let owner and next step be typed in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line or words about it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Role.LINE:
                return line
            case Role.STAGE:
                return stage_tag(line.standing.stage)
            case Role.DUE:
                return due_tag(line, self._now, self._due_hours, self._zone, self._lang)
            case Role.TITLE:
                return line.title.within(self._lang)
            case Role.NEXT:
                return line.next_step(self._lang)
            case Qt.ItemDataRole.EditRole:
                standing = line.standing
                return standing.owner if self.field is Field.OWNER else standing.next_step
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._summary(line)
            case Qt.ItemDataRole.ToolTipRole:
                return self._details(line)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; who listens keeps it and shows the lines anew."""
        line = self.line(index.row())
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.typed.emit(line.id, self.field, str(value))
        return True

    def _summary(self, line: CaseLine) -> str:
        due = due_tag(line, self._now, self._due_hours, self._zone, self._lang)
        complaint = self.tr("Complaint") if line.standing.is_complaint else ""
        words = (
            *(tail(line.order_no), line.title.within(self._lang), complaint, stage_tag(line.standing.stage).words),
            *(due.words if due else "", line.next_step(self._lang), line.standing.owner),
        )
        return " · ".join(filter(None, words))

    def _details(self, line: CaseLine) -> str:
        standing = line.standing
        due = ""
        if standing.due_at is not None:
            due = self.tr("Deadline %1 (%2)").replace("%1", short_time(standing.due_at, self._zone))
            due = due.replace("%2", deadline_words(standing.due_by))
        stage = stage_tag(standing.stage).words
        by_hand = self.tr("%1, set by hand (0 takes it back)").replace("%1", stage) if standing.is_by_hand else stage
        opened = self.tr("Opened %1").replace("%1", short_time(line.opened_at, self._zone))
        rows = (
            *(line.order_no, line.product, line.title.within(self._lang), by_hand, due, line.next_step(self._lang)),
            *(standing.owner, opened),
        )
        return "\n".join(filter(None, rows))
