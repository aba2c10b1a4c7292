"""espanso's matches: triggers, replacements and forms, with what their variables and fields ask for."""

import re
from collections.abc import Mapping
from typing import Any

from deskhelper.core.errors import Problem
from deskhelper.core.phrase import PhraseRejection, ReadPhrase
from deskhelper.core.slot_syntax import Declared
from deskhelper.exchange.phrases.cells import line_of, words_of
from deskhelper.exchange.phrases.html_text import text_of
from deskhelper.exchange.phrases.plain_values import Entry, EntryFaultError, entries, read_each, several, words
from deskhelper.exchange.phrases.tables import file_name

MATCHES = "matches"
_PROGRAMS = frozenset({"shell", "script"})
_ESCAPED = re.compile(r"\\([{}\[\]])")
_FIELD = re.compile(r"\[\[\s*([^\[\]]+?)\s*\]\]")


def is_espanso(content: Any) -> bool:
    """Whether plain YAML is espanso's."""
    return isinstance(content, dict) and (MATCHES in content or "global_vars" in content)


def read_espanso(content: Entry) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return the matches of a file as phrases, and those that cannot be had here."""
    found = entries(content.get(MATCHES))
    shared = _declared(entries(content.get("global_vars")), {})
    by_trigger = {trigger: _body(one) for one in found for trigger in _triggers(one)}
    return read_each(found, lambda number, one: _phrase(number, one, shared, by_trigger))


def _phrase(number: int, entry: Entry, shared: Mapping[str, Declared], by_trigger: Mapping[str, str]) -> ReadPhrase:
    body = _body(entry)
    pictures = tuple(map(file_name, several(entry.get("image_path"))))
    if not body:
        raise EntryFaultError("phrase_picture_only" if pictures else "phrase_empty", "replace")
    own = entries(entry.get("vars"))
    declared = {**shared, **_fields(entry.get("form_fields")), **_declared(own, by_trigger)}
    triggers = _triggers(entry)
    label = line_of(words(entry.get("label")))
    notes = (Problem("phrase_html"),) if words(entry.get("html")) and not words(entry.get("replace")) else ()
    if entry.get("regex"):
        notes = (*notes, Problem("phrase_regex"))
    return ReadPhrase(
        row=number,
        wordings=tuple(dict.fromkeys(words_of(one) for one in _wordings(body, own))),
        title=label,
        code=line_of(triggers[0]) if triggers else "",
        keywords=tuple(dict.fromkeys(map(line_of, [*triggers[1:], *several(entry.get("search_terms"))]))),
        pictures=pictures,
        is_enabled=entry.get("enabled") is not False,
        declared=declared,
        notes_on=notes,
    )


def _triggers(entry: Entry) -> list[str]:
    return [*several(entry.get("trigger")), *several(entry.get("triggers"))]


def _body(entry: Entry) -> str:
    """Return the text of a match; a brace or bracket that is escaped is no slot."""
    html = words(entry.get("html"))
    body = words(entry.get("replace")) or words(entry.get("markdown")) or words(entry.get("form"))
    return _ESCAPED.sub(lambda match: match[1].translate(_FULL), body or (text_of(html) if html else ""))


_FULL = str.maketrans("{}[]", "｛｝［］")


def _wordings(body: str, own: list[Entry]) -> list[str]:
    """Return the body once for each value of its one random variable, if that is what it has."""
    chance = [one for one in own if one.get("type") == "random"]
    if len(chance) != 1:
        return [body]
    name, values = words(chance[0].get("name")), several(_parameters(chance[0]).get("choices"))
    marked = re.compile(r"\{\{\s*" + re.escape(name) + r"\s*\}\}")
    return [marked.sub(value.replace("\\", r"\\"), body) for value in values] if marked.search(body) else [body]


def _declared(found: list[Entry], by_trigger: Mapping[str, str]) -> dict[str, Declared]:
    declared: dict[str, Declared] = {}
    for entry in found:
        name, kind, parameters = words(entry.get("name")), words(entry.get("type")), _parameters(entry)
        if kind == "form":
            declared |= _form(name, parameters)
        elif name:
            declared[name] = _variable(kind, parameters, by_trigger)
    return declared


def _parameters(entry: Entry) -> Entry:
    parameters = entry.get("params")
    return parameters if isinstance(parameters, dict) else {}


def _variable(kind: str, parameters: Entry, by_trigger: Mapping[str, str]) -> Declared:
    if kind in _PROGRAMS:
        return Declared(fault="phrase_program")
    if kind == "echo":
        return Declared(text=words(parameters.get("echo")))
    if kind == "match":
        found = by_trigger.get(words(parameters.get("trigger")))
        return Declared(text=found) if found else Declared(fault="phrase_part_missing")
    if kind in {"choice", "random"}:
        return Declared(choices=_choices(parameters.get("values") or parameters.get("choices")))
    return {"date": Declared(title="日期"), "clipboard": Declared(title="剪贴板内容")}.get(kind, Declared())


def _choices(values: Any) -> tuple[str, ...]:
    """Return the choices of a list or of a text with one in each line; `{label, id}` goes by what it puts in."""
    listed = values.splitlines() if isinstance(values, str) else values if isinstance(values, list) else []
    found = [words(one.get("id") or one.get("label")) if isinstance(one, dict) else words(one) for one in listed]
    return tuple(dict.fromkeys(filter(None, map(line_of, found))))


def _fields(fields: Any) -> dict[str, Declared]:
    """Return what the fields of a form ask for."""
    if not isinstance(fields, dict):
        return {}
    known = {str(name): one for name, one in fields.items() if isinstance(one, dict)}
    return {name: Declared(title=name, choices=_choices(one.get("values"))) for name, one in known.items()}


def _form(name: str, parameters: Entry) -> dict[str, Declared]:
    """Return the fields of a form that is a variable, as they are named in the text: `form1.size`."""
    layout = _FIELD.findall(words(parameters.get("layout")))
    fields = _fields(parameters.get("fields"))
    return {f"{name}.{field}": fields.get(field) or Declared(title=field) for field in [*layout, *fields]}
