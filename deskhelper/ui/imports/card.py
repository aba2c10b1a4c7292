"""One file in the import panel: its name, how far it is, and what it did."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.ui.imports.run import FileRun, Step, counts_of, progress_words, step_words
from deskhelper.ui.kit import Card, ElidedLabel, FlowLayout, IconLabel, Pill, Tone, ghost_button, label
from deskhelper.ui.theme import Theme

STEPS_OF_BAR = 1000
TEXT_EDGE = 24
"""Where text stands below the name: under it, right of the icon."""


class CountRow(QWidget):
    """Numbers with their words, those that matter in the colour of what they mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, gap=20)
        self._shown: list[tuple[int, str, Tone]] = []

    def show_counts(self, counts: list[tuple[int, str, Tone]]) -> None:
        """Show `counts`; noughts are muted."""
        if counts == self._shown:
            return
        self._shown = counts
        while (item := self._flow.takeAt(0)) is not None:
            if (pair := item.widget()) is not None:
                pair.hide()
                pair.deleteLater()
        for count, word, tone in counts:
            self._flow.addWidget(self._pair(count, word, tone))
        self.updateGeometry()

    def _pair(self, count: int, word: str, tone: Tone) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(label(word, "muted"))
        number = ElidedLabel(self._theme, f"{count:,}", "strong")
        number.setMinimumWidth(number.sizeHint().width())
        if not count:
            number.set_token("muted")
        elif tone is not Tone.NEUTRAL:
            number.set_token(tone.strong)
        row.addWidget(number)
        return pair


class FileCard(Card):
    """Shows a FileRun; `told` makes sentences of its notes."""

    save_requested = Signal(object)
    shop_change_requested = Signal(object)

    def __init__(
        self, run: FileRun, theme: Theme, told: Callable[[Problem], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.run = run
        self._told = told
        self._icon = IconLabel(theme, "file-text")
        self._name = ElidedLabel(theme, run.path.name, "strong", Qt.TextElideMode.ElideMiddle)
        self.state = Pill(theme)
        self.bar = QProgressBar()
        self.words = ElidedLabel(theme, "", "muted")
        self._counts = CountRow(theme)
        self._notes = label(role="muted", wraps=True)
        self._shop = ElidedLabel(theme, "", "remark")
        self.shop_button = ghost_button(self.tr("Change…"))
        self.shop_button.setToolTip(self.tr("Choose the shop of the next files"))
        self.save_button = QPushButton(self.tr("Save rejected rows…"))
        self.save_button.setAutoDefault(False)
        self._lay_out()
        self.shop_button.clicked.connect(self._on_shop_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.refresh()

    @property
    def notes(self) -> list[str]:
        """What is to be known about the finished file, in sentences."""
        report = self.run.report
        return [self._told(note) for note in report.notes] if report else []

    def refresh(self) -> None:
        """Show the run as it stands now."""
        run = self.run
        words, tone = step_words(run)
        if (words, tone) != (self.state.words, self.state.tone):
            self.state.show_words(words, tone)
        self.bar.setVisible(run.step in {Step.LOOKING, Step.IMPORTING, Step.STOPPING})
        self.bar.setValue(round(run.share * STEPS_OF_BAR))
        self.words.setVisible(run.is_running)
        self.words.set_words(progress_words(run) if run.is_running else "")
        self._shop.set_words(self.tr("Shop: {shop}").format(shop=run.shop) if run.shop else "")
        self._shop.setVisible(bool(run.shop))
        self.shop_button.setVisible(run.step is Step.DONE and bool(run.shop) and not run.names_shop)
        if run.is_over:
            self._show_outcome()
        self.setAccessibleName(f"{run.path.name}: {words}")

    def _show_outcome(self) -> None:
        run = self.run
        icon, token = {
            Step.DONE: ("circle-check", "ok"),
            Step.FAILED: ("circle-alert", "bad"),
        }.get(run.step, ("x", "muted"))
        has_gaps = bool(run.report and run.report.rejected)
        self._icon.show_icon("triangle-alert" if has_gaps else icon, "warn" if has_gaps else token)
        self._counts.setVisible(run.report is not None)
        self._counts.show_counts(counts_of(run))
        sentences = [*filter(None, (run.trouble,)), *self.notes, *filter(None, (run.remark,))]
        self._notes.setText("\n".join(sentences))
        self._notes.setVisible(bool(sentences))
        self.save_button.setVisible(has_gaps)

    def _lay_out(self) -> None:
        # A card's own policy caps it at the height of its lines unwrapped.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.bar.setRange(0, STEPS_OF_BAR)
        self.bar.setTextVisible(False)
        self._notes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._notes.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._counts.hide()
        self._notes.hide()
        self.save_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(row_of(self._icon, self._name, self.state, stretched=self._name))
        below = QVBoxLayout()
        below.setContentsMargins(TEXT_EDGE, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.bar)
        below.addWidget(self.words)
        below.addWidget(self._counts)
        below.addWidget(self._notes)
        foot = row_of(self._shop, self.shop_button, self.save_button)
        foot.insertStretch(2, 1)
        below.addLayout(foot)
        layout.addLayout(below)

    def _on_shop_button_clicked(self) -> None:
        self.shop_change_requested.emit(self.run)

    def _on_save_button_clicked(self) -> None:
        self.save_requested.emit(self.run)


def row_of(*parts: QWidget, stretched: QWidget | None = None) -> QHBoxLayout:
    """Return the parts in a row; `stretched` takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1 if part is stretched else 0)
    return row
