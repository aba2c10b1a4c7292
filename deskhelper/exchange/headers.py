"""Header names: made comparable, recognised, and turned into a plan of which column holds which field."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import REQUIRED_OF, TRACE_COLUMNS, ExportProfile
from deskhelper.core.mapping import TRACES_ALONE, MappedKind
from deskhelper.exchange.cells import tidy

HEADER_LINES = 15
"""A title may stand above the header: it is searched in this many lines."""

SIGN_WEIGHT = 3
ORDER_NO_WEIGHT = 5

_NUMBER = re.compile(r"[-+]?[0-9]")
_BLANKS = re.compile(r"[\s\ufeff\u200b-\u200d\u2060]+")


def normalised(header: str) -> str:
    """Return `header` without blanks, TABs, BOM and line breaks, brackets half-width, in lower case."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", header)).lower()


def signature(header: Iterable[str]) -> str:
    """Return a stable hash of the header names, whatever their order; a user's mapping is remembered by it."""
    names = sorted({name for name in map(normalised, header) if name})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


class Columns(Struct, frozen=True):
    """Which columns of a file hold which field: per field the indexes, best first."""

    header: list[str]
    of_field: dict[str, list[int]]
    never: frozenset[int]

    def name(self, field: str) -> str:
        """Return the file's own header of `field`, or an empty string."""
        indexes = self.of_field.get(field)
        return self.header[indexes[0]] if indexes else ""

    def name_in(self, row: Sequence[str], field: str) -> str:
        """Return the header of the cell that `row` says `field` by: its first filled one, where several may say it."""
        indexes = self.of_field.get(field, [])
        return next((self.header[at] for at in indexes if at < len(row) and tidy(row[at]).strip("-")), self.name(field))

    def cell(self, row: Sequence[str], field: str, empty: Collection[str]) -> str:
        """Return what `row` says of `field`: its first cell that is neither blank nor one of `empty`, tidied."""
        cells = (tidy(row[at]) for at in self.of_field.get(field, ()))
        return next((cell for cell in cells if cell and cell not in empty), "")

    def blanked(self, row: Sequence[str]) -> list[str]:
        """Return `row` as it was, without what may never be kept."""
        return ["" if at in self.never else cell for at, cell in enumerate(row)]


class KnownHeaders:
    """The headers of one profile, normalised once."""

    def __init__(self, profile: ExportProfile) -> None:
        self.profile = profile
        self.fields = {field: [*map(normalised, names)] for field, names in profile.columns.items()}
        self.signs = frozenset(map(normalised, profile.signs))
        self.never = frozenset(map(normalised, profile.never))
        self._not_with = frozenset(map(normalised, profile.not_with))
        mapped = {name for names in self.fields.values() for name in names}
        self.names = mapped | self.signs | self.never | set(map(normalised, profile.ignored))
        self._never_words = [*map(normalised, profile.never_containing)]
        self._hints = [*map(normalised, profile.hints)]
        self._shape = re.compile(profile.order_no_shape) if profile.order_no_shape else None

    def is_never_kept(self, name: str) -> bool:
        """Tell whether the column with the normalised header `name` may not be read."""
        return name in self.never or any(word in name for word in self._never_words)

    def hinted(self, header: Sequence[str]) -> int:
        """Return how many names of `header` speak for this kind of file."""
        return sum(any(hint in name for hint in self._hints) for name in map(normalised, header))

    def columns(self, header: Sequence[str], mapping: Mapping[str, str] | None = None) -> Columns:
        """Return where the fields stand in `header`; the user's `mapping` (field to header) replaces the profile's.

        Raises WorldError `column_not_there` or `column_never_kept` for a mapping that cannot be followed.
        """
        index: dict[str, int] = {}
        for at, name in enumerate(map(normalised, header)):
            index.setdefault(name, at)
        never = frozenset(at for at, name in enumerate(map(normalised, header)) if self.is_never_kept(name))
        wanted = self.fields
        if mapping is not None:
            wanted = {field: [normalised(name)] for field, name in mapping.items() if name}
            _check_mapping(mapping, index, never)
        found = {
            field: [index[name] for name in dict.fromkeys(names) if name in index and index[name] not in never]
            for field, names in wanted.items()
        }
        own = [cell.strip("\ufeff \t\r\n") for cell in header]
        return Columns(own, {field: indexes for field, indexes in found.items() if indexes}, never)

    def score(self, header: Sequence[str], order_nos: Sequence[str] = ()) -> int:
        """Return how well `header` fits this profile, 0 for not at all.

        `order_nos` are cells of the order-number column: a shape that only this platform has counts too.
        """
        names = {name for name in map(normalised, header) if name}
        known = len(names & self.names)
        signs = len(names & self.signs)
        required = REQUIRED_OF[self.profile.kind]
        is_whole = all(any(name in names for name in self.fields[field]) for field in required)
        if not is_whole or names & self._not_with:
            return 0
        shaped = self._shape is not None and any(self._shape.fullmatch(cell) for cell in order_nos)
        if self._shape is not None and order_nos and not shaped and not signs:
            return 0
        enough = signs or shaped or (known >= 3 and 2 * known >= len(names))
        # what a trace needs says as much of a header as the shape of an order number does of the rows
        weighty = shaped or (self.profile.kind in ("traces", "stock") and bool(signs))
        return known + SIGN_WEIGHT * signs + ORDER_NO_WEIGHT * weighty if enough and known >= 2 else 0


def _check_mapping(mapping: Mapping[str, str], index: Mapping[str, int], never: frozenset[int]) -> None:
    for header in filter(None, mapping.values()):
        at = index.get(normalised(header))
        if at is None:
            raise WorldError("column_not_there", column=header)
        if at in never:
            raise WorldError("column_never_kept", column=header)


class HeaderBook:
    """All profiles' headers: finds the header line and says whose it is."""

    def __init__(self, profiles: Sequence[ExportProfile]) -> None:
        self.known = [KnownHeaders(profile) for profile in profiles]
        self._names = frozenset(name for known in self.known for name in known.names)
        of_orders = [known for known in self.known if known.profile.kind in ("orders", "after_sales")]
        self._order_names = frozenset(name for known in of_orders for name in known.names)

    @property
    def generic(self) -> KnownHeaders:
        """The profile for tables that nobody knows."""
        return next(known for known in self.known if known.profile.is_generic)

    @property
    def traces(self) -> KnownHeaders | None:
        """The profile of carriers' traces."""
        return next((known for known in self.known if known.profile.kind == "traces"), None)

    @property
    def stock(self) -> KnownHeaders | None:
        """The profile of stock lists."""
        return next((known for known in self.known if known.profile.kind == "stock"), None)

    def guessed_kind(self, header: Sequence[str]) -> MappedKind:
        """Return what a table that nobody knows seems to hold: what only traces have against what only orders have.

        One without order numbers that speaks of stock is a stock list.
        """
        speaks_of_stock = self.stock is not None and self.stock.hinted(header)
        if speaks_of_stock and "order_no" not in self.generic.columns(header).of_field:
            return "stock"
        if self.traces is None:
            return "orders"
        of_traces = self.traces.columns(header).of_field.keys() & TRACES_ALONE
        of_orders = self.generic.columns(header).of_field.keys() - set(TRACE_COLUMNS)
        return "traces" if len(of_traces) + self.traces.hinted(header) > len(of_orders) else "orders"

    def hits(self, row: Sequence[str]) -> int:
        """Return how many cells of `row` are header names of any profile."""
        return len({name for name in map(normalised, row) if name} & self._names)

    def order_hits(self, row: Sequence[str]) -> int:
        """Return how many cells of `row` are header names of a file of orders."""
        return len({name for name in map(normalised, row) if name} & self._order_names)

    def header_line(self, head: Sequence[Sequence[str]], wanted: frozenset[str] = frozenset()) -> int | None:
        """Return the index of the header among the first lines, None when there is none.

        The line that has the `wanted` names (of the user's mapping), else the most known names, else the first
        line of at least two cells that are all words.
        """
        lines = [{name for name in map(normalised, row) if name} for row in head[:HEADER_LINES]]
        for names in (wanted, self._names):
            hits = [len(line & names) for line in lines]
            best = max(hits, default=0)
            if best >= min(2, len(names)) and best:
                return hits.index(best)
        words = [len(line) >= 2 and not any(map(_NUMBER.match, line)) for line in lines]
        return words.index(True) if True in words else None

    def recognise(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> KnownHeaders | None:
        """Return the profile that `header` and the first data `rows` belong to, None when it is nobody's."""
        best, chosen = 0, None
        for known in self.known:
            if known.profile.is_generic:
                continue
            at = known.columns(header).of_field.get("order_no", [])[:1]
            order_nos = [row[i].strip("\t '\"=") for row in rows for i in at if i < len(row)]
            score = known.score(header, [cell for cell in order_nos if cell])
            if score > best:
                best, chosen = score, known
        return chosen
