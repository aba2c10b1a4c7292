"""The calculator under the reply: one line while it is folded; unfolded, each figure that bears on the case, its date,
source and confidence, what it comes to for the order, and what it would come to by another value."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.calculator import Basis, CalculatorRow, Other, calculator_rows, headline
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.policy import PolicyService
from deskhelper.ui.kit import ElidedLabel, IconButton, IconLabel, label
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.policy.words import origin_words
from deskhelper.ui.theme import Theme

KEY = "F8"


class Side(QFrame):
    """One of two values beside each other: whose it is, the value, and what it comes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whose = label(role="remark")
        self._words = label(wraps=True)
        self._result = label(role="strong", wraps=True)
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        for part in (self._whose, self._words, self._result):
            column.addWidget(part)
        column.addStretch(1)

    def show_side(self, whose: str, words: str, result: str) -> None:
        """Show one value."""
        self._whose.setText(whose)
        self._words.setText(words)
        self._result.setText(result)
        self._result.setVisible(bool(result))


class FigureRow(QFrame):
    """One figure of the calculator. The shop's own value and the platform's stand side by side."""

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._icon = IconLabel(theme, "info")
        self._title = label(role="strong", wraps=True)
        self._result = label(wraps=True)
        self._words = label(role="remark", wraps=True)
        self._others = label(role="remark", wraps=True)
        self._sides = (Side(), Side())
        self._lay_out()

    def show_row(self, row: CalculatorRow) -> None:
        """Show one figure."""
        lang = self._lang
        self._icon.show_icon("info" if row.is_settled else "circle-alert", "muted" if row.is_settled else "warn")
        self._title.setText(row.title.within(lang))
        platform = next((other for other in row.others if other.origin is None), None)
        result = row.result.within(lang) if row.result else ""
        words = row.words.within(lang)
        self._result.setText(result or words)
        self._result.setVisible(platform is None)
        for side in self._sides:
            side.setVisible(platform is not None)
        if platform is not None:
            self._sides[0].show_side(self.tr("The shop's own"), words, result)
            self._sides[1].show_side(origin_words(None), *_words_of(platform, lang))
        said = [words] if result and platform is None else []
        self._words.setText("\n".join([*said, self._said_by(row)]))
        self._show_others([other for other in row.others if other.origin is not None])

    def _said_by(self, row: CalculatorRow) -> str:
        return f"{row.dated.within(self._lang)} · {row.source.within(self._lang)}"

    def _show_others(self, others: list[Other]) -> None:
        colon = "：" if self._lang == "zh" else ": "
        lines = []
        for other in others:
            words, result = _words_of(other, self._lang)
            lines.append(f"{origin_words(other.origin)}{colon}{words}" + (f"\n{result}" if result else ""))
        self._others.setText("\n".join(lines))
        self._others.setVisible(bool(lines))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        sides = QGridLayout()
        sides.setSpacing(8)
        for column, side in enumerate(self._sides):
            sides.addWidget(side, 0, column)
            sides.setColumnStretch(column, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self._result)
        inner.addLayout(sides)
        inner.addWidget(self._words)
        inner.addWidget(self._others)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(4)
        column_.addLayout(head)
        column_.addLayout(inner)


class CalculatorView(InColumn, QFrame):
    """Reckons the case that is shown. Folded it is one line; its rows are built when it is first unfolded."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        open_policy: Callable[[], PolicyService],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._open_policy = open_policy
        self._rows: list[CalculatorRow] = []
        self._widgets: list[FigureRow] = []
        self.is_open = False
        self._line = ElidedLabel(theme, "", "remark")
        self._fold = IconButton(theme, "chevron-down", self.tr("What the figures come to"), KEY)
        self._lay_out()
        self._fold.clicked.connect(self.toggle)
        self.hide()

    @property
    def line(self) -> str:
        """What stands in the one line."""
        return self._line.words

    @property
    def rows(self) -> list[CalculatorRow]:
        """The figures of the case that is shown."""
        return self._rows

    def show_case(self, view: CaseView) -> None:
        """Reckon `view`; nothing is shown where no figure bears on it."""
        policy = self._open_policy()
        basis = Basis(view.facts, moment_of(self._clock), policy.policy, policy.shipped)
        outcome = view.draft.outcome if view.draft else None
        self._rows = calculator_rows(basis, view.flow, outcome)
        self.setVisible(bool(self._rows))
        self._show_line()
        if self.is_open:
            self._show_rows()

    def clear(self) -> None:
        """Show nothing."""
        self._rows = []
        self.hide()

    def toggle(self) -> None:
        """Unfold or fold."""
        self.is_open = not self.is_open
        self._fold.set_icon("chevron-up" if self.is_open else "chevron-down")
        if self.is_open:
            self._show_rows()
        self._show_line()
        if "_body" in self.__dict__:
            self._ground.setVisible(self.is_open)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold with a click on the line."""
        if self._line.geometry().contains(event.position().toPoint()):
            self.toggle()
        else:
            super().mousePressEvent(event)

    @cached_property
    def _body(self) -> QVBoxLayout:
        self._ground = QWidget()
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._column.addWidget(self._ground)
        return column

    def _show_line(self) -> None:
        first = headline(self._rows)
        words = self.tr("What the figures come to")
        if first is not None and not self.is_open:
            colon = "：" if self._lang == "zh" else ": "
            words = f"{first.title.within(self._lang)}{colon}{(first.result or first.words).within(self._lang)}"
        self._line.set_words(words)

    def _show_rows(self) -> None:
        while len(self._widgets) < len(self._rows):
            self._widgets.append(FigureRow(self._theme, self._lang))
            self._body.addWidget(self._widgets[-1])
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place < len(self._rows))
            if place < len(self._rows):
                widget.show_row(self._rows[place])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._fold)
        head.addWidget(self._line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(head)


def _words_of(other: Other, lang: Lang) -> tuple[str, str]:
    return other.words.within(lang), other.result.within(lang) if other.result else ""
