"""Which dropped or chosen files can hold orders, told by their name alone: nothing is opened here."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIXES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls"})


def accepts(mime: QMimeData) -> list[Path]:
    """Return the order files among the local files that `mime` carries; a folder stands for the files in it."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return order_files(paths)


def order_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that may hold orders, folders replaced by their files in order of name; each file once."""
    found: dict[Path, None] = {}
    for path in paths:
        for file in _files_of(path):
            if file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$")):
                found[file] = None
    return list(found)


def name_filter(words: str) -> str:
    """Return the filter of a file dialog for order files, called `words`."""
    return f"{words} ({' '.join(f'*{suffix}' for suffix in sorted(SUFFIXES))})"


def _files_of(path: Path) -> list[Path]:
    try:
        return sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    except OSError:
        return []
