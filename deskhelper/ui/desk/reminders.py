"""Reminders of promises on the desk: a line that stays until it was seen, and a word in the tray.

The database is asked in the background, when the next moment comes or something was promised or settled. Meanwhile only
the clock is looked at, so sleep or a clock that was set neither loses a reminder nor tells one twice.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from deskhelper.core.moments import duration
from deskhelper.core.text import Lang
from deskhelper.services.reminders import SNOOZE_MINUTES, Reminder, ReminderService
from deskhelper.services.settings import Settings
from deskhelper.ui.desk.services import Services
from deskhelper.ui.kit import Banner, Tone
from deskhelper.ui.kit.button import with_shortcut
from deskhelper.ui.tasks import Progress, Tasks
from deskhelper.ui.theme import Theme

PROMISES = "promises"
"""The name of their page."""
LOOK_MS = 5_000
"""How often the clock is looked at; the database is not asked before its next moment."""
SOON_MS = 300
SNOOZE_KEYS = "Alt+Z"


class Reminders(QObject):
    """Keeps the line above the work. `told` is a title and words for the tray, once for each reminder."""

    told = Signal(str, str)
    open_requested = Signal()

    def __init__(self, services: Services, theme: Theme, lang: Lang, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._clock = services.open_reminders, services.clock
        self._lang, self._tasks = lang, tasks
        self._shown: Reminder | None = None
        self._told: frozenset[tuple[int, bool]] = frozenset()
        self._next_at: int | None = None
        self._is_looking = False
        self._wishes: list[Callable[[ReminderService], Reminder]] = []
        self.line = Banner(theme, can_dismiss=True)
        self._add_snooze()
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(LOOK_MS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._clock_timer.timeout.connect(self.tick)
        self._soon.timeout.connect(self._look)
        self.line.action_requested.connect(self._on_line_action_requested)
        services.settings.listen(self._on_settings_changed)
        self._kept = _reminder_settings(services.settings.current)
        self.line.dismissed.connect(self.see)

    @property
    def is_shown(self) -> bool:
        """Whether a reminder waits to be seen."""
        return self._shown is not None

    def over(self, body: QWidget) -> QWidget:
        """Return `body` with the line above it."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(body, 1)
        return whole

    def start(self) -> None:
        """Look now, and whenever a moment comes."""
        self._clock_timer.start()
        self.look_soon()

    def rest(self) -> None:
        """Look no more."""
        self._clock_timer.stop()
        self._soon.stop()

    def take_page(self, name: str) -> None:
        """The promises were turned to: what waited to be seen is seen."""
        if name == PROMISES:
            self.see()

    def look_soon(self) -> None:
        """Look when a moment has passed without another wish to: something was promised or settled."""
        self._soon.start(SOON_MS)

    def reckon_anew(self) -> None:
        """Reckon all moments anew: the settings are others."""
        self._run(lambda service: service.reckon_anew())

    def see(self) -> None:
        """The reminder was seen; it does not come back."""
        shown, self._shown = self._shown, None
        self.line.hide()
        if shown is not None:
            self._run(lambda service: service.see(shown))

    def snooze(self) -> None:
        """Be silent about the reminder for a while; then it comes back."""
        shown, self._shown = self._shown, None
        self.line.hide()
        if shown is not None:
            self._run(lambda service: service.snooze(shown))

    def tick(self) -> None:
        """Look where the next moment has come; tell the time anew."""
        if self._next_at is not None and self._clock.now() >= self._next_at:
            self._next_at = None
            self._look()
        elif self._shown is not None:
            self._show(self._shown)

    def _add_snooze(self) -> None:
        words = self.tr("Later, in %n minute(s)", "", SNOOZE_MINUTES)
        self.later = QPushButton(words)
        self.later.setToolTip(with_shortcut(words, QKeySequence(SNOOZE_KEYS)))
        self.later.clicked.connect(self.snooze)
        QShortcut(QKeySequence(SNOOZE_KEYS), self.later, self.later.click)  # only while the line is in sight
        self.line.add_button(self.later)

    def _on_line_action_requested(self) -> None:
        self.see()
        self.open_requested.emit()

    def _on_settings_changed(self, settings: Settings) -> None:
        kept, self._kept = self._kept, _reminder_settings(settings)
        if kept != self._kept:
            self.reckon_anew()

    def _look(self) -> None:
        self._run(lambda service: service.look())

    def _run(self, wish: Callable[[ReminderService], Reminder]) -> None:
        """Run one wish at a time, in their order."""
        if self._is_looking:
            self._wishes.append(wish)
            return
        self._is_looking = True
        service = self._service()

        def work(_progress: Progress) -> Reminder:
            return wish(service)

        self._tasks.run(work, self._on_looked, self._on_failed, receiver=self)

    def _on_looked(self, reminder: Reminder) -> None:
        self._is_looking = False
        self._next_at = reminder.next_at
        if self._wishes:
            self._run(self._wishes.pop(0))
            return
        if not reminder.count:
            self._shown, self._told = None, frozenset()
            self.line.hide()
            return
        self._shown = reminder
        self._show(reminder)
        pressing = frozenset((one.id, one.due_at <= reminder.at) for one in reminder.promises)
        if not pressing <= self._told:
            self.told.emit(self.tr("Promises"), self._words(reminder))
        self._told = pressing

    def _on_failed(self, _error: Exception) -> None:
        self._is_looking = False
        self._wishes.clear()
        self._next_at = self._clock.now() + LOOK_MS // 1000

    def _show(self, reminder: Reminder) -> None:
        is_over = any(one.due_at < self._clock.now() for one in reminder.promises)
        action = self.tr("Look  (Ctrl+9)")
        self.line.show_words(self._words(reminder), Tone.BAD if is_over else Tone.WARN, action)

    def _words(self, reminder: Reminder) -> str:
        first = reminder.promises[0]
        left = first.due_at - self._clock.now()
        when = self.tr("%s over") if left < 0 else self.tr("%s left")
        one = f"{when.replace('%s', duration(left, self._lang))} · {first.text}"
        one += f" · {first.order_no[-4:]}" if first.order_no else ""
        if reminder.count == 1:
            return one
        return self.tr("%n promise(s) to see to; first: ", "", reminder.count) + one


def _reminder_settings(settings: Settings) -> tuple[int, str, str]:
    return settings.remind_minutes, settings.quiet_from, settings.quiet_to
