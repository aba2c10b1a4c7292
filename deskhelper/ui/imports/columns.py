"""The choice of what each column of a foreign table holds; pure, so that it is tested without a window."""

from deskhelper.core.export_profile import COLUMNS_OF, FileLook
from deskhelper.core.mapping import ESSENTIAL, FIRST, MappedKind, completed, lacking

NOT_USED = ""


class ColumnChoice:
    """One field or none per column, no field twice; starts with the guess of `look` for a table of `kind`."""

    def __init__(self, look: FileLook, kind: MappedKind = "orders") -> None:
        self.kind = kind
        self._header = look.header
        guess, never = look.mapping, look.never
        other = {"traces": look.as_traces, "stock": look.as_stock}.get(kind)
        if other is not None:
            guess, never = other.mapping, other.never
        self._never = frozenset(never)
        self.fields = [NOT_USED] * len(look.header)
        known = [field for field in guess if field in COLUMNS_OF[kind] and field != "kinds"]
        for field in sorted(known, key=lambda field: field not in FIRST[kind]):
            at = self._header.index(guess[field])
            if self.can_use(at) and self.fields[at] == NOT_USED:
                self.fields[at] = field

    @property
    def is_enough(self) -> bool:
        """Whether the file can be imported like this."""
        return all(field in self.fields for field in ESSENTIAL[self.kind])

    @property
    def lacking(self) -> list[str]:
        """The essential and wanted fields that no column holds."""
        return lacking(self.mapping(), self.kind)

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
