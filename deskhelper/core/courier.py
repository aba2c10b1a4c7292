"""Couriers: one company under its many names, for grouping and display."""

import re
from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.trace import bare

_AROUND = re.compile(r"[()\[\]【】·・_\-/:：,，.]")
_SHORTEST_WITHIN = 2


NO_COURIER = frozenset(
    ["-", "无", "快递", "物流", "其他", "其它", "其他快递", "其它快递", "其他物流", "其它物流", "其他快递公司",
     "其他公司", "无需物流", "无需快递", "自提"]
)  # fmt: skip
"""What order files write where no courier is named: it never stands in a reply, the courier is asked for."""


class Courier(Struct, frozen=True, forbid_unknown_fields=True):
    """One courier: the name that the desk shows, and every other name or code it is met under.

    `part_of`: the id of the courier that took it over, so that files may name either.
    """

    name: str
    names: tuple[str, ...] = ()
    part_of: str = ""


class Couriers:
    """All couriers by id. Raises ValueError with the name, where two couriers have the same one."""

    def __init__(self, couriers: Mapping[str, Courier]) -> None:
        self.couriers = dict(couriers)
        self._ids: dict[str, str] = {}
        for id_, courier in self.couriers.items():
            for name in (id_, courier.name, *courier.names):
                if self._ids.setdefault(_plain(name), id_) != id_:
                    raise ValueError(name)
        self._within = sorted(filter(_is_chinese, self._ids), key=len, reverse=True)

    @property
    def names(self) -> list[str]:
        """The names that the desk shows, in the file's order."""
        return [courier.name for courier in self.couriers.values()]

    def id_of(self, words: str) -> str | None:
        """Return the courier that `words` name: as a whole, else by the longest Chinese name within them."""
        plain = _plain(words)
        found = self._ids.get(plain)
        if found is None and plain:
            found = next((self._ids[name] for name in self._within if name in plain), None)
        return found

    def named(self, words: str) -> str:
        """Return the one name that the desk shows and groups by; words that nobody knows stay as they are."""
        found = self.id_of(words)
        return self.couriers[found].name if found else words.strip()

    def may_be_same(self, one: str, other: str) -> bool:
        """Tell whether two names may be one courier's; a name that nobody knows contradicts nothing."""
        ids = [self.id_of(one), self.id_of(other)]
        owners = {self.couriers[id_].part_of or id_ for id_ in ids if id_ is not None}
        return None in ids or len(owners) == 1


def named_courier(words: str) -> str | None:
    """Return the courier of an order as its file names it, None where the words name none."""
    return None if words.strip() in NO_COURIER else words.strip() or None


def _plain(words: str) -> str:
    return _AROUND.sub("", bare(words))


def _is_chinese(name: str) -> bool:
    return len(name) >= _SHORTEST_WITHIN and not name.isascii()
