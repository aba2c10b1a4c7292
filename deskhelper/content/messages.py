"""The sentences of problems, from resources/messages/, in the user's language."""

from collections.abc import Mapping
from pathlib import Path

from deskhelper.content import yaml_file
from deskhelper.core.errors import Problem
from deskhelper.core.text import Lang, Text, fill, joined


class Messages:
    """Turns problems into sentences; the files are read at the first one."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        self._folder = folder
        self._cache = cache
        self._texts: dict[str, Text] | None = None

    @property
    def texts(self) -> Mapping[str, Text]:
        """Every sentence by problem code."""
        if self._texts is None:
            self._texts = {}
            for path in sorted(self._folder.glob("*.yaml")):
                self._texts |= yaml_file.load(path, dict[str, Text], self._cache)
        return self._texts

    def sentence(self, problem: Problem, lang: Lang) -> str:
        """Return the sentence of `problem`; an unknown code is shown as such with its values."""
        values = {name: str(value) for name, value in problem.values.items()}
        text = self.texts.get(problem.code)
        if text is None:
            return f"{problem.code}: {values}"
        return joined(fill(text.within(lang), values), "")
