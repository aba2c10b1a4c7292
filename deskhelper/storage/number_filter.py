"""Which order numbers were there before, told in a fixed amount of memory; sure only where it says no."""

from collections.abc import Iterable

SLOTS = 1 << 25
"""One byte each: after a million numbers, three new ones in a hundred are taken for known and looked up."""


class NumberFilter:
    """Remembers order numbers by their hashes: a number that was added is always found, others hardly ever."""

    def __init__(self) -> None:
        self._slots = bytearray(SLOTS)

    def add(self, numbers: Iterable[str]) -> list[int]:
        """Remember `numbers` and return for each 1 where it may have been there before, else 0."""
        slots = self._slots
        found = []
        for number in numbers:
            slot = hash(number) % SLOTS
            found.append(slots[slot])
            slots[slot] = 1
        return found
