"""What a buyer's message is about: read by the shipped weights, by the order in hand, and by what agents corrected."""

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.core.facts import facts_of
from deskhelper.core.order import Order
from deskhelper.core.topic_learning import MOST, Correction, Learnt
from deskhelper.core.topic_text import masked
from deskhelper.core.topics import Suggestion, Topic, TopicModel, part_read, suggest
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.kept_file import read_kept, write_kept
from deskhelper.services.known import KnownService
from deskhelper.services.orders import OrderService
from deskhelper.services.settings import SettingsService

_ORDER_NO = re.compile(r"(?<![0-9-])(?:[0-9]{6}-[0-9]{10,18}|[0-9]{12,22})(?![0-9-])")
_NUMBERS_TRIED = 3


class SuggestService:
    """Suggests topics and learns from corrections; weights and corrections are read at the first message."""

    def __init__(
        self,
        load_model: Callable[[], TopicModel],
        file: Path,
        orders: Callable[[], OrderService],
        known: Callable[[], KnownService],
        clock: Clock,
        settings: SettingsService,
    ) -> None:
        self._load_model = load_model
        self._file = file
        self._orders = orders
        self._known = known
        self._clock = clock
        self._settings = settings
        self._model: TopicModel | None = None
        self._corrections: list[Correction] | None = None
        self._learnt: Learnt | None = None

    @property
    def model(self) -> TopicModel:
        """The shipped weights. Raises WorldError `content_unreadable`."""
        if self._model is None:
            self._model = self._load_model()
        return self._model

    def topics(self) -> list[Topic]:
        """Return every topic, in the order of the weights: what a correction can name."""
        return self.model.topics

    def suggest(self, text: str, order: Order | None = None) -> list[Suggestion]:
        """Return the three likeliest topics of a message, best first. Raises WorldError `message_empty`.

        Without `order`, the stored order whose number stands in the text counts.
        """
        if not text.strip():
            raise WorldError("message_empty")
        order = order or self.order_in(text)
        facts = None
        if order is not None:
            terms = self._settings.terms_of(order.shop)
            facts = facts_of(order, terms, moment_of(self._clock), self._known().of_order(order))
        return suggest(text, self.model, self._learnt_so_far(), facts)

    def order_in(self, text: str) -> Order | None:
        """Return the stored order whose number stands in `text`, the first of several."""
        folded = text.translate(_HALF_WIDTH)
        for number in _ORDER_NO.findall(folded)[:_NUMBERS_TRIED]:
            with contextlib.suppress(WorldError):
                return self._orders().find(number)
        return None

    def learn(self, text: str, topic: str) -> Correction:
        """Keep that this message was about `topic`, masked; it counts from now on.

        Raises WorldError `message_empty`, `topic_unknown`, `file_unwritable`.
        """
        if not text.strip():
            raise WorldError("message_empty")
        if topic not in {one.id for one in self.topics()}:
            raise WorldError("topic_unknown", topic=topic, known=", ".join(one.id for one in self.topics()))
        correction = Correction(masked(part_read(text, self.model), self.model.reader.alphabet), topic)
        self._keep([*self.corrections(), correction][-MOST:])
        return correction

    def undo(self) -> Correction | None:
        """Take the last correction back and return it, None where there is none. Raises `file_unwritable`."""
        kept = self.corrections()
        if not kept:
            return None
        self._keep(kept[:-1])
        return kept[-1]

    def corrections(self) -> list[Correction]:
        """Return what agents corrected, oldest first. A file that cannot be read is set aside, not overwritten."""
        if self._corrections is None:
            self._corrections = read_kept(self._file, list[Correction])[0] or []
        return self._corrections

    def _learnt_so_far(self) -> Learnt:
        if self._learnt is None:
            self._learnt = Learnt(self.corrections(), self.model.reader)
        return self._learnt

    def _keep(self, corrections: list[Correction]) -> None:
        write_kept(self._file, corrections)
        self._corrections = corrections
        self._learnt = None


_HALF_WIDTH = str.maketrans("０１２３４５６７８９－—", "0123456789--")
