"""The choice of what each column of a foreign table holds; pure, so that it is tested without a window."""

from deskhelper.core.export_profile import ORDER_COLUMNS, FileLook
from deskhelper.core.mapping import ESSENTIAL, FIRST, completed, lacking

NOT_USED = ""


class ColumnChoice:
    """One field or none per column, no field twice; starts with the guess of `look`."""

    def __init__(self, look: FileLook) -> None:
        self._header = look.header
        self._never = frozenset(look.never)
        self.fields = [NOT_USED] * len(look.header)
        guess = {field: header for field, header in look.mapping.items() if field in ORDER_COLUMNS and field != "kinds"}
        for field in sorted(guess, key=lambda field: field not in FIRST):
            at = self._header.index(guess[field])
            if self.can_use(at) and self.fields[at] == NOT_USED:
                self.fields[at] = field

    @property
    def is_enough(self) -> bool:
        """Whether the file can be imported like this."""
        return ESSENTIAL in self.fields

    @property
    def lacking(self) -> list[str]:
        """The essential and wanted fields that no column holds."""
        return lacking(self.mapping())

    def is_never(self, at: int) -> bool:
        """Whether the column may not be read at all: identity papers, addresses."""
        return at in self._never

    def can_use(self, at: int) -> bool:
        """Whether the column can hold a field: it has a name, the first of this name, and may be read."""
        name = self._header[at]
        return bool(name) and not self.is_never(at) and self._header.index(name) == at

    def choose(self, at: int, field: str) -> int | None:
        """Have the column at `at` hold `field`; return the column that held it before, None where none did."""
        before = self.fields.index(field) if field != NOT_USED and field in self.fields else None
        if before is not None:
            self.fields[before] = NOT_USED
        self.fields[at] = field
        return None if before == at else before

    def mapping(self) -> dict[str, str]:
        """Return the choice as field to header, with the times that stand in for each other."""
        return completed({field: self._header[at] for at, field in enumerate(self.fields) if field != NOT_USED})
