"""The menu of an order's marks: custom-made and its stage, the buyer's files, presale, the platform's notice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from deskhelper.core.marks import STAGES, MarksInForce, OrderMarks
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.services.marks import MarkService
from deskhelper.ui.orders.beside_words import STAGE_WORDS

translate = QCoreApplication.translate
USUAL_DAYS, MOST_DAYS = 7, 365


class MarksMenu(QMenu):
    """Sets marks of `order` by one verb of `service` per action; `run` carries a verb out and tells its problem."""

    def __init__(
        self,
        order: Order,
        service: MarkService,
        now: Instant,
        run: Callable[[Callable[[], object]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order, self._service, self._now, self._run = order, service, now, run
        marks, in_force = service.of_order(order), service.in_force(order)
        self._add_custom(marks, in_force)
        self.addSeparator()
        self._add_presale(in_force)
        self.addSeparator()
        self._add_notice(marks)

    def ask_words(self, title: str, words: str) -> str:
        """Ask for a line of words, empty for none."""
        given, is_given = QInputDialog.getText(self.parentWidget(), title, words, QLineEdit.EchoMode.Normal)
        return given.strip() if is_given else ""

    def ask_days(self, title: str, words: str) -> int | None:
        """Ask for a count of days, None for none."""
        given, is_given = QInputDialog.getInt(self.parentWidget(), title, words, USUAL_DAYS, 1, MOST_DAYS)
        return given if is_given else None

    def _add_custom(self, marks: OrderMarks, in_force: MarksInForce) -> None:
        custom = self._add(self, self.tr("Custom-made"), partial(self._service.set_custom, self._order))
        custom.setCheckable(True)
        custom.setChecked(in_force.is_custom)
        custom.triggered.disconnect()
        custom.triggered.connect(self._on_custom_triggered)
        stages = self.addMenu(self.tr("Stage"))
        stages.setEnabled(in_force.is_custom)
        for stage in STAGES:
            words = translate("Beside", STAGE_WORDS[stage.value])
            action = self._add(stages, words, partial(self._service.set_stage, self._order, stage))
            action.setCheckable(True)
            action.setChecked(marks.stage is stage)
        self.addAction(self.tr("File of the buyer…")).triggered.connect(self._on_file_triggered)
        for file in marks.files:
            words = self.tr("Take off: {name}").replace("{name}", file.name)
            self._add(self, words, partial(self._service.remove_file, self._order, file.name))

    def _add_presale(self, in_force: MarksInForce) -> None:
        self.addAction(self.tr("Presale: days after grouping…")).triggered.connect(self._on_presale_triggered)
        if in_force.presale is not None:
            self._add(self, self.tr("No presale"), partial(self._service.clear_presale, self._order))

    def _add_notice(self, marks: OrderMarks) -> None:
        if marks.platform_notice_at is None:
            verb = partial(self._service.set_platform_notice, self._order, self._now)
            self._add(self, self.tr("The platform has stepped in now"), verb)
        else:
            verb = partial(self._service.set_platform_notice, self._order, None)
            self._add(self, self.tr("The platform has not stepped in"), verb)

    def _add(self, menu: QMenu, words: str, verb: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(partial(self._on_verb_triggered, verb))
        return action

    def _on_verb_triggered(self, verb: Callable[[], object], _is_checked: bool = False) -> None:
        self._run(verb)

    def _on_custom_triggered(self, is_checked: bool) -> None:
        self._run(partial(self._service.set_custom, self._order, is_checked))

    def _on_file_triggered(self) -> None:
        name = self.ask_words(self.tr("File of the buyer"), self.tr("Name of the file"))
        if name:
            self._run(partial(self._service.add_file, self._order, name))

    def _on_presale_triggered(self) -> None:
        days = self.ask_days(self.tr("Presale"), self.tr("Ships so many days after grouping"))
        if days is not None:
            self._run(partial(self._service.set_presale_days, self._order, days))
