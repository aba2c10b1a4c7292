"""A process of its own that does one deed again and again, and is killed (SIGKILL) before each statement of it.

    python -m tests.services.killing TEMPLATE OUT DEED

Each try works on a copy of TEMPLATE: `OUT/whole` runs to its end, `OUT/<n>` is killed before its n-th statement.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deskhelper.app import House
from deskhelper.services import evidence_files
from deskhelper.services.cases import CaseView
from deskhelper.services.evidence_files import Pasted
from deskhelper.storage.database import Database
from tests.orders import NUMBER, house_on

MOST = 12
"""So many places to be killed at: of an import's statements not every one."""

SECOND = Pasted("second.png", b"\x89PNG\r\n\x1a\n" + b"2" * 5000)


def case_of(house: House) -> CaseView:
    """Return the case that the template left open."""
    return house.cases.get(house.orders.card("pdd", NUMBER).cases[0].id)


def answer(house: House) -> None:
    """Answer a question again, with the other option."""
    house.cases.answer(case_of(house), "can_ship", "no")


def copy(house: House) -> None:
    """Copy the reply that the template left ready: it promises another time and more money than the one before."""
    view = case_of(house)
    text = house.cases.may_copy(view).text
    assert text is not None
    house.cases.record_copy(view, text)


def keep(house: House) -> None:
    """Mark the first promise as kept."""
    house.promises.keep(house.orders.card("pdd", NUMBER).promises[0].id)


def evidence(house: House) -> None:
    """Add a second picture."""
    house.evidence.add(case_of(house).case.id, "", [SECOND])


def read_in(house: House) -> None:
    """Import a later file: the first order has left, another one is new."""
    house.imports.run(house.folder.root / "later" / "orders_export2026-05-19-11-30-00.csv", "测试店")


DEEDS: dict[str, Callable[[House], None]] = {
    "answer": answer, "copy": copy, "keep": keep, "evidence": evidence, "read_in": read_in
}  # fmt: skip


class Killer:
    """Counts statements from `arm` on, and kills this process before the chosen one."""

    seen = 0
    at: int | None = None
    is_armed = False

    @classmethod
    def arm(cls) -> None:
        """Count from now on."""
        cls.is_armed = True

    @classmethod
    def watch(cls) -> None:
        """See the statements of every connection that is opened from now on."""
        opened = Database.__init__

        def opening(self: Database, *given: Any) -> None:
            opened(self, *given)
            self.connection.set_trace_callback(lambda _: cls.step())

        Database.__init__ = opening  # type: ignore[method-assign]

    @classmethod
    def step(cls) -> None:
        """Count one statement or one piece of a file."""
        if cls.is_armed:
            if cls.seen == cls.at:
                os.kill(os.getpid(), signal.SIGKILL)
            cls.seen += 1


def attempt(template: Path, folder: Path, deed: str, at: int | None) -> int:
    """Do `deed` on a copy of the template in a child; return how many statements it had, -1 where it was killed."""
    shutil.copytree(template, folder)
    child = os.fork()
    if not child:
        Killer.at = at
        Killer.watch()
        write = os.fsync

        def writing(number: int) -> None:
            Killer.step()
            write(number)

        evidence_files.os.fsync = writing  # type: ignore[attr-defined]
        house = house_on(folder)
        case_of(house)
        Killer.arm()
        DEEDS[deed](house)
        (folder / "seen").write_text(str(Killer.seen))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return -1
    assert status == 0
    return int((folder / "seen").read_text())


def main(template: Path, out: Path, deed: str) -> None:
    """Let the deed end once, then be killed at each place."""
    count = attempt(template, out / "whole", deed, None)
    places = range(count) if count <= MOST else range(0, count, -(-count // MOST))
    for place in places:
        assert attempt(template, out / str(place), deed, place) == -1
    print(len(places))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
