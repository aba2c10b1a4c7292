"""What agents teach the one box: that a message was about something else; each lesson can be taken back."""

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.services.box import BoxService


class BoxLessons(QObject):
    """Has `service` learn, and says so in `lang`."""

    changed = Signal()
    """What messages seem to be about is other now."""
    said = Signal(str, object)
    """What was learnt in words, and what takes it back."""
    refused = Signal(object)

    def __init__(self, service: BoxService, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._lang = lang

    def learn(self, text: str, topic: Suggestion) -> None:
        """Learn that the message `text` was about `topic`."""
        try:
            self._service.learn(text, topic.topic)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.changed.emit()
        self.said.emit(self.tr("Learnt: this is about %s") % topic.title.within(self._lang), self._unlearn)

    def _unlearn(self) -> None:
        try:
            self._service.unlearn()
        except WorldError as error:
            self.refused.emit(error.problem)
        self.changed.emit()
