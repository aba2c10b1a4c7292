"""Reply scripts: several wordings of the same facts with named slots."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.pieces import without_salutation
from deskhelper.core.rule import Condition
from deskhelper.core.text import Text, placeholders


class Extra(Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences added to the reply while a condition holds; one for each wording."""

    when: Condition
    wordings: tuple[str, ...]


class Script(Struct, frozen=True, forbid_unknown_fields=True):
    """A reply to the buyer, in Chinese. Every wording states the same facts with the same slots.

    `openings` come before the reply, which is then without its own salutation: an apology for a broken promise.
    `instead` says the same where the order stands otherwise: the first whose condition holds replaces the wordings.
    """

    title: Text
    wordings: tuple[str, ...]
    extras: tuple[Extra, ...] = ()
    openings: tuple[Extra, ...] = ()
    instead: tuple[Extra, ...] = ()

    def wording(self, number: int, facts: Facts, answers: Mapping[str, str]) -> str:
        """Return wording `number` (counted round) with the openings and extras whose condition holds."""
        at = number % len(self.wordings)
        kinds = (self.openings, self.extras)
        openings, extras = ([one.wordings[at] for one in some if one.when.holds(facts, answers)] for some in kinds)
        wordings = next((one.wordings for one in self.instead if one.when.holds(facts, answers)), self.wordings)
        wording = without_salutation(wordings[at]) if openings else wordings[at]
        return "".join([*openings, wording, *extras])

    @property
    def after_openings(self) -> list[str]:
        """Every wording of the reply in every state of the order, and the extras: all but the openings."""
        return [*self.wordings, *(text for one in (*self.instead, *self.extras) for text in one.wordings)]

    @property
    def slots(self) -> list[str]:
        """The slots of all wordings in order of first use."""
        texts = [*self.after_openings, *(text for one in self.openings for text in one.wordings)]
        return list(dict.fromkeys(name for text in texts for name in placeholders(text)))
