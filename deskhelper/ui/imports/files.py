"""Which dropped or chosen files can hold orders, told by their name alone: nothing is opened here."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIXES = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls"})


def local_files(mime: QMimeData) -> list[Path]:
    """Return the local files and folders that `mime` carries, of whatever kind."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def all_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files of `paths` and of the folders among them, each once, without hidden ones and locks."""
    found = dict.fromkeys(file for path in paths for file in _files_of(path))
    return [file for file in found if not file.name.startswith((".", "~$"))]


def order_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that may hold orders, folders replaced by their files in order of name; each file once."""
    return [file for file in all_files(paths) if _is_table(file)]


def other_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files beside those that cannot hold orders; what a program keeps hidden is nobody's to be told of."""
    return [file for file in all_files(paths) if not _is_table(file)]


def name_filter(words: str) -> str:
    """Return the filter of a file dialog for order files, called `words`."""
    return f"{words} ({' '.join(f'*{suffix}' for suffix in sorted(SUFFIXES))})"


def _is_table(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES


def _files_of(path: Path) -> list[Path]:
    try:
        return sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    except OSError:
        return []
