"""The menu of an order's marks: custom-made and its stage, the buyer's files, presale, the platform's notice."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from deskhelper.core.marks import STAGES, By, MarksInForce
from deskhelper.core.moments import DAY, Instant, floor_hour, short_time
from deskhelper.core.order import Order
from deskhelper.core.text import Lang
from deskhelper.services.marks import MarkService
from deskhelper.ui.orders.beside_words import STAGE_WORDS
from deskhelper.ui.orders.time_dialog import TimeDialog

translate = QCoreApplication.translate
USUAL_DAYS, MOST_DAYS = 7, 365


class MarksMenu(QMenu):
    """Sets marks of `order` by one verb of `service` per action; `run` carries a verb out and tells its problem."""

    def __init__(
        self,
        order: Order,
        service: MarkService,
        now: Instant,
        zone: tzinfo,
        lang: Lang,
        run: Callable[[Callable[[], object]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order, self._service, self._now, self._run = order, service, now, run
        self._zone, self._lang = zone, lang
        self._marks, in_force = service.of_order(order), service.in_force(order)
        self._add_custom(in_force)
        self.addSeparator()
        self._add_presale(in_force)
        self.addSeparator()
        self._add_notice()
        self._add_rating()
        self._add_rules(in_force)

    def open_first(self) -> None:
        """Have the first entry marked, so that Enter and the arrows work at once."""
        self.setActiveAction(self.actions()[0])

    def ask_words(self, title: str, words: str) -> str:
        """Ask for a line of words, empty for none."""
        given, is_given = QInputDialog.getText(self.parentWidget(), title, words, QLineEdit.EchoMode.Normal)
        return given.strip() if is_given else ""

    def ask_days(self, title: str, words: str) -> int | None:
        """Ask for a count of days, None for none."""
        given, is_given = QInputDialog.getInt(self.parentWidget(), title, words, USUAL_DAYS, 1, MOST_DAYS)
        return given if is_given else None

    def ask_time(self, title: str, words: str, at: Instant, latest: Instant | None = None) -> Instant | None:
        """Ask for a moment, None for none."""
        dialog = TimeDialog(title, words, at, self._zone, self._lang, latest=latest, parent=self.parentWidget())
        given = dialog.at if dialog.exec() else None
        dialog.deleteLater()
        return given

    def _add_custom(self, in_force: MarksInForce) -> None:
        self._add_mark(self.tr("Custom-made"), in_force.is_custom, in_force.custom_by, self._on_custom_triggered)
        stages = self.addMenu(self.tr("Stage"))
        stages.setEnabled(in_force.is_custom)
        for stage in STAGES:
            words = self._timed(translate("Beside", STAGE_WORDS[stage.value]), self._marks.stages.get(stage))
            action = self._add(stages, words, partial(self._service.set_stage, self._order, stage))
            action.setCheckable(True)
            action.setChecked(self._marks.stage is stage)
        stages.addSeparator()
        self._add_asking(stages, self.tr("Reached at…"), self._on_stage_time_triggered).setEnabled(
            self._marks.stage is not None
        )
        undone = self._add(stages, self.tr("None reached"), partial(self._service.set_stage, self._order, None))
        undone.setEnabled(self._marks.stage is not None)
        self._add_files()

    def _add_files(self) -> None:
        self._add_asking(self, self.tr("File of the buyer…"), self._on_file_triggered)
        for file in self._marks.files:
            words = self._timed(self.tr("Take off: {name}").replace("{name}", file.name), file.at)
            self._add(self, words, partial(self._service.remove_file, self._order, file.name))

    def _add_presale(self, in_force: MarksInForce) -> None:
        is_on = in_force.presale is not None
        self._add_mark(self.tr("Presale"), is_on, in_force.presale_by, self._on_presale_triggered)
        self._add_asking(self, self.tr("Presale ends: days after grouping…"), self._on_days_triggered)
        self._add_asking(self, self.tr("Presale ends: fixed date…"), self._on_date_triggered)

    def _add_notice(self) -> None:
        if self._marks.platform_notice_at is None:
            verb = partial(self._service.set_platform_notice, self._order, self._now)
            self._add(self, self.tr("The platform has stepped in now"), verb)
            self._add_asking(self, self.tr("The platform stepped in at…"), self._on_notice_triggered)
        else:
            words = self._timed(self.tr("The platform stepped in at…"), self._marks.platform_notice_at)
            self._add_asking(self, words, self._on_notice_triggered)
            verb = partial(self._service.set_platform_notice, self._order, None)
            self._add(self, self.tr("The platform has not stepped in"), verb)

    def _add_rating(self) -> None:
        """Offer to note that the buyer rated the order 1: several of one product raise an alert (D-LOGI-9)."""
        at = self._marks.rated_one_at
        action = self._add(
            self, self._timed(self.tr("Rated 1 by the buyer"), at),
            partial(self._service.set_rated_one, self._order, at is None),
        )  # fmt: skip
        action.setCheckable(True)
        action.setChecked(at is not None)

    def _add_rules(self, in_force: MarksInForce) -> None:
        """Offer the way back to the shop's product rules, where a hand overruled them."""
        if By.HAND in (in_force.custom_by, in_force.presale_by) or self._marks.no_presale:
            self.addSeparator()
            self._add(self, self.tr("Leave both marks to the product rules"), self._leave_to_rules)

    def _add_mark(self, words: str, is_on: bool, by: By, slot: Callable[[bool], None]) -> None:
        by_rule = self.tr("{mark} (product rule)").replace("{mark}", words)
        action = self.addAction(by_rule if by is By.RULE else words)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(slot)

    def _add(self, menu: QMenu, words: str, verb: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(partial(self._on_verb_triggered, verb))
        return action

    def _add_asking(self, menu: QMenu, words: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(slot)
        return action

    def _timed(self, words: str, at: Instant | None) -> str:
        """Return an entry with its time on the right, where other menus have their keys."""
        return words if at is None else f"{words}\t{short_time(at, self._zone)}"

    def _leave_to_rules(self) -> None:
        self._service.set_custom(self._order, None)
        self._service.clear_presale(self._order, by_rules=True)

    def _on_verb_triggered(self, verb: Callable[[], object], _is_checked: bool = False) -> None:
        self._run(verb)

    def _on_custom_triggered(self, is_checked: bool) -> None:
        self._run(partial(self._service.set_custom, self._order, is_checked))

    def _on_presale_triggered(self, is_checked: bool) -> None:
        verb = self._service.set_presale if is_checked else self._service.clear_presale
        self._run(partial(verb, self._order))

    def _on_stage_time_triggered(self) -> None:
        stage = self._marks.stage
        assert stage is not None
        words = self.tr("When was this stage reached: {stage}?").format(
            stage=translate("Beside", STAGE_WORDS[stage.value])
        )
        at = self.ask_time(self.tr("Stage"), words, self._marks.stages[stage], self._now)
        if at is not None:
            self._run(partial(self._service.set_stage_time, self._order, at))

    def _on_file_triggered(self) -> None:
        name = self.ask_words(self.tr("File of the buyer"), self.tr("Name of the file"))
        if name:
            self._run(partial(self._service.add_file, self._order, name))

    def _on_days_triggered(self) -> None:
        days = self.ask_days(self.tr("Presale"), self.tr("Ships so many days after grouping"))
        if days is not None:
            self._run(partial(self._service.set_presale_days, self._order, days))

    def _on_date_triggered(self) -> None:
        set_before = self._marks.presale.until if self._marks.presale else None
        start = floor_hour(self._now, self._zone) + USUAL_DAYS * DAY if set_before is None else set_before
        at = self.ask_time(self.tr("Presale"), self.tr("Ships until"), start)
        if at is not None:
            self._run(partial(self._service.set_presale_until, self._order, at))

    def _on_notice_triggered(self) -> None:
        known = self._marks.platform_notice_at
        words = self.tr("When did the platform give notice? The clock for evidence starts there.")
        at = self.ask_time(self.tr("Platform's notice"), words, self._now if known is None else known, self._now)
        if at is not None:
            self._run(partial(self._service.set_platform_notice, self._order, at))
