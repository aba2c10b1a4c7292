"""What shipped files say about foreign phrase libraries, and foreign files that are YAML themselves."""

from pathlib import Path
from typing import Any

from deskhelper.content import yaml_file
from deskhelper.core.errors import WorldError
from deskhelper.core.phrase import PHRASE_FIELDS, PhraseContent, PhraseFormats
from deskhelper.core.slot_syntax import SlotWords


def load_phrase_content(resources: Path, cache: Path | None = None) -> PhraseContent:
    """Return kinds of phrase tables and foreign slot names. Raises WorldError `content_invalid`."""
    path = resources / "phrases" / "formats.yaml"
    formats = yaml_file.load(path, PhraseFormats, cache)
    named = [("columns", formats.columns), *((key, one.columns) for key, one in formats.formats.items())]
    for key, columns in named:
        unknown = next((field for field in columns if field not in PHRASE_FIELDS), None)
        if unknown is not None:
            line = yaml_file.line_of(path, "formats", key, "columns", unknown)
            raise WorldError("content_invalid", file=path.name, line=line, key=key, value=f"unknown field {unknown!r}")
    slots = yaml_file.load(resources / "phrases" / "slots.yaml", dict[str, SlotWords], cache)
    return PhraseContent(formats, slots)


SHOWN = 80


def read_foreign_yaml(path: Path) -> Any:
    """Return the plain content of a YAML file of the user's. Raises WorldError `phrase_yaml` with its line."""
    try:
        return yaml_file.load(path, dict[str, Any])
    except WorldError as error:
        values = error.problem.values
        raise WorldError("phrase_yaml", file=path.name, row=values["line"], value=values["value"]) from error
    except ValueError as error:  # the parser's own, of a day such as 2026-13-45 or a number of thousands of digits
        raise WorldError("phrase_yaml", file=path.name, row=1, value=str(error)[:SHOWN]) from error
