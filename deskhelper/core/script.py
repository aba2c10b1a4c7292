"""Reply scripts: several wordings of the same facts with named slots."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.rule import Condition
from deskhelper.core.text import Text, placeholders


class Extra(Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences added to the reply while a condition holds; one for each wording."""

    when: Condition
    wordings: tuple[str, ...]


class Script(Struct, frozen=True, forbid_unknown_fields=True):
    """A reply to the buyer, in Chinese. Every wording states the same facts with the same slots."""

    title: Text
    wordings: tuple[str, ...]
    extras: tuple[Extra, ...] = ()

    def wording(self, number: int, facts: Facts, answers: Mapping[str, str]) -> str:
        """Return wording `number` (counted round) with the extras whose condition holds."""
        at = number % len(self.wordings)
        extras = [extra.wordings[at] for extra in self.extras if extra.when.holds(facts, answers)]
        return "".join([self.wordings[at], *extras])

    @property
    def slots(self) -> list[str]:
        """The slots of all wordings in order of first use."""
        texts = [*self.wordings, *(text for extra in self.extras for text in extra.wordings)]
        return list(dict.fromkeys(name for text in texts for name in placeholders(text)))
