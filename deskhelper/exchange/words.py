"""The platforms' status words, normalised; an unknown word is told apart, never guessed."""

import re
import unicodedata

from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.order import AfterSale, Status
from deskhelper.exchange.cells import Remembered

_LONG_DIGITS = re.compile(r"\d{7,}")
_NOISE = re.compile(r"[\s,、;。.|/·\-—\ufeff\u200b]+")


def bare(word: str) -> str:
    """Return `word` without blanks and commas of any width: `已发货, 待签收` and `已发货待签收` are one word."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", word)).lower()


class StatusBook:
    """What a profile's status and after-sale words mean; without a status column, no word is needed."""

    def __init__(self, profile: ExportProfile, has_status: bool = True) -> None:
        self._statuses = {
            bare(word): (entry.status, entry.after_sale) for entry in profile.status_words for word in entry.words
        }
        if not has_status:
            self._statuses[""] = (Status.UNKNOWN, None)
        self._after_sales = {bare(word): entry.after_sale for entry in profile.after_sale_words for word in entry.words}
        self.of_pair = Remembered(self._both)
        """Status and after-sale of a row's two cells; ValueError for an unknown word."""

    def status(self, words: str) -> tuple[Status, AfterSale | None]:
        """Return the status that `words` name and the after-sale state they tell of. Raises ValueError."""
        try:
            return self._statuses[bare(words)]
        except KeyError:
            raise ValueError(words) from None

    def after_sale(self, words: str) -> AfterSale | None:
        """Return the after-sale state that `words` name, None for no words. Raises ValueError."""
        if not words:
            return None
        try:
            return self._after_sales[bare(words)]
        except KeyError:
            raise ValueError(words) from None

    def _both(self, pair: tuple[str, str]) -> tuple[Status, AfterSale]:
        status, told = self.status(pair[0])
        return status, told_by_either(self.after_sale(pair[1]), told)


def told_by_either(by_column: AfterSale | None, by_status: AfterSale | None) -> AfterSale:
    """Return the after-sale state: the column's own word, unless it says none and the status word knows more."""
    if by_column is None or by_column is AfterSale.NONE:
        return by_status or AfterSale.NONE
    return by_column


def shown(words: str) -> str:
    """Return a platform's word for a problem; long digits (a phone in the wrong column) are hidden."""
    return _LONG_DIGITS.sub("…", words)
