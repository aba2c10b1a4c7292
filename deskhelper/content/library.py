"""All content that replies are drawn from, loaded from resources/ and checked before use."""

from pathlib import Path

from msgspec.structs import replace

from deskhelper.content import yaml_file
from deskhelper.content.characters import simplified_pairs
from deskhelper.content.replies import load_likeness
from deskhelper.core.flow import Flow
from deskhelper.core.flow_check import prove
from deskhelper.core.outgoing import WordRules
from deskhelper.core.policy import Policy
from deskhelper.core.reply import Library
from deskhelper.core.script import Script
from deskhelper.core.slot import SlotSpec

_NOT_SCRIPTS = {"slots.yaml", "choices.yaml"}


def load_library(resources: Path, cache: Path | None = None) -> Library:
    """Return the shipped library. Raises WorldError with file, line and key on the first thing that is wrong."""
    scripts: dict[str, Script] = {}
    for path in sorted((resources / "scripts").glob("*.yaml")):
        if path.name not in _NOT_SCRIPTS:
            scripts |= yaml_file.load(path, dict[str, Script], cache)
    flows = [yaml_file.load(path, Flow, cache) for path in sorted((resources / "flows").glob("*.yaml"))]
    return Library(
        flows={flow.id: flow for flow in flows},
        scripts=scripts,
        slots=yaml_file.load(resources / "scripts" / "slots.yaml", dict[str, SlotSpec], cache),
        policy=load_policy(resources, cache),
        words=_load_words(resources, cache),
        choices=yaml_file.load(resources / "scripts" / "choices.yaml", dict[str, tuple[str, ...]], cache),
    )


def load_policy(resources: Path, cache: Path | None = None) -> Policy:
    """Return the shipped figures alone. Raises WorldError as `load_library` does."""
    return yaml_file.load(resources / "policy" / "pdd.yaml", Policy, cache)


def _load_words(resources: Path, cache: Path | None) -> WordRules:
    words = yaml_file.load(resources / "policy" / "words.yaml", WordRules, cache)
    learnt = load_likeness(resources / "policy")
    return replace(words, alike=simplified_pairs(resources) + words.alike, learnt=learnt)


def faults(library: Library) -> list[str]:
    """Return every fault of every flow as one line each; shipped content has none, a test holds it."""
    lines = []
    for flow in library.flows.values():
        lines += [f"{fault.flow} [{fault.path}] {fault.reason}" for fault in prove(flow, library).faults]
    return lines
