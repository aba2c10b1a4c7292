"""Flows and scripts that a shop edited, in its data folder. Shipped files are never overwritten.

What is broken is named and switched off, and the rest works: a broken file leaves the shipped flow in force.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from deskhelper.content import yaml_file
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.flow import Flow
from deskhelper.core.flow_check import Fault, prove
from deskhelper.core.reply import Library
from deskhelper.core.script import Script

T = TypeVar("T")


def with_own_content(shipped: Library, flows: Path, scripts: Path, cache: Path | None = None) -> Library:
    """Return `shipped` with the shop's own files over it; `switched_off` names each file that cannot be used."""
    off: list[Problem] = []
    library = shipped
    for path, own in _loaded(scripts, dict[str, Script], cache, off):
        library = _with_scripts(library, own, path, off)
    edited = dict(_loaded(flows, Flow, cache, off))
    library = replace(library, flows={**library.flows, **{flow.id: flow for flow in edited.values()}})
    faulty = {path: fault for path, flow in edited.items() if (fault := _first_fault([flow], library))}
    off += [_off(path, fault) for path, fault in faulty.items()]
    kept = {flow.id: flow for path, flow in edited.items() if path not in faulty}
    return replace(library, flows={**shipped.flows, **kept}, switched_off=tuple(off))


def _loaded(folder: Path, kind: type[T], cache: Path | None, off: list[Problem]) -> list[tuple[Path, T]]:
    loaded = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            loaded.append((path, yaml_file.load(path, kind, cache)))
        except WorldError as error:
            off.append(Problem("own_file_off", {"file": path.name, **_reason(error.problem)}))
        except OSError as error:
            off.append(
                Problem("own_file_off", {"file": path.name, "line": 1, "key": "-", "value": str(error.strerror)})
            )
    return loaded


def _reason(problem: Problem) -> dict[str, str | int]:
    return {
        "line": problem.values.get("line", 1),
        "key": problem.values.get("key", "-"),
        "value": problem.values["value"],
    }


def _with_scripts(library: Library, own: dict[str, Script], path: Path, off: list[Problem]) -> Library:
    own = {name: _with_openings(script, library.scripts.get(name)) for name, script in own.items()}
    changed = replace(library, scripts={**library.scripts, **own})
    users = [flow for flow in library.flows.values() if any(one.reply in own for one in flow.outcomes.values())]
    fault = _first_fault(users, changed)
    if fault is None:
        return changed
    off.append(_off(path, fault))
    return library


def _with_openings(own: Script, shipped: Script | None) -> Script:
    """Return the shop's script with the shipped one's apologies for a broken promise, where it has none itself."""
    if shipped is None or own.openings:
        return own
    count = len(own.wordings)
    openings = (
        replace(one, wordings=tuple(one.wordings[at % len(one.wordings)] for at in range(count)))
        for one in shipped.openings
    )
    return replace(own, openings=tuple(openings))


def _first_fault(flows: Iterable[Flow], library: Library) -> Fault | None:
    return next((fault for flow in flows for fault in prove(flow, library, may_lack_apology=True).faults), None)


def _off(path: Path, fault: Fault) -> Problem:
    return Problem("own_flow_off", {"file": path.name, "flow": fault.flow, "path": fault.path, "reason": fault.reason})
