"""JSON of Beeftext and of Chatwoot."""

from typing import Any

from deskhelper.core.phrase import PhraseRejection, ReadPhrase
from deskhelper.core.slot_syntax import Declared
from deskhelper.exchange.phrases.cells import line_of, words_of
from deskhelper.exchange.phrases.html_text import is_html, text_of
from deskhelper.exchange.phrases.plain_values import Entry, EntryFaultError, entries, read_each, words

_LISTS = ("canned_responses", "payload", "data")
BEEFTEXT, CHATWOOT = "beeftext_json", "chatwoot_json"


def json_format(content: Any) -> str:
    """Return whose JSON it is, an empty text where nobody's."""
    if isinstance(content, dict) and isinstance(content.get("combos"), list):
        return BEEFTEXT
    listed = _responses(content)
    return CHATWOOT if listed and any("short_code" in one for one in listed) else ""


def read_json(content: Any, format_id: str) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return the phrases of a JSON file and what of it was refused."""
    if format_id == CHATWOOT:
        return read_each(_responses(content), _response)
    found = entries(content["combos"])
    groups = {words(one.get("uuid")): words(one.get("name")) for one in entries(content.get("groups"))}
    parts = {words(one.get("keyword")): Declared(text=words(one.get("snippet"))) for one in found}
    return read_each(found, lambda number, one: _combo(number, one, groups, parts))


def _responses(content: Any) -> list[Entry]:
    if isinstance(content, dict):
        content = next((content[name] for name in _LISTS if isinstance(content.get(name), list)), [])
    return entries(content)


def _response(number: int, entry: Entry) -> ReadPhrase:
    return ReadPhrase(row=number, wordings=(_body(entry, "content"),), code=line_of(words(entry.get("short_code"))))


def _combo(number: int, entry: Entry, groups: dict[str, str], parts: dict[str, Declared]) -> ReadPhrase:
    group = line_of(groups.get(words(entry.get("group")), ""))
    keyword = words(entry.get("keyword"))
    return ReadPhrase(
        row=number,
        wordings=(_body(entry, "snippet"),),
        title=line_of(words(entry.get("name"))),
        path=(group,) if group else (),
        code=line_of(keyword),
        notes=words_of(words(entry.get("description"))),
        is_enabled=entry.get("enabled") is not False,
        declared=parts,
    )


def _body(entry: Entry, name: str) -> str:
    body = words_of(words(entry.get(name)))
    body = text_of(body) if is_html(body) else body
    if not body:
        raise EntryFaultError("phrase_empty", name)
    return body
