"""Pictures that come and go with phrases: beside the file, or in a folder beside it that is named like it."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.services.script_pictures import ScriptPictures

FOLDER_END = "_pictures"


class PhrasePictures:
    """Finds the pictures that a file of phrases names, and puts ours beside one that is written."""

    def __init__(self, pictures: Callable[[], ScriptPictures]) -> None:
        self._pictures = pictures

    def find(self, file: Path, name: str) -> Path | None:
        """Return where the picture `name` of `file` lies: beside it, or where we keep ours; None where it is not."""
        bare = Path(name).name
        places = [file.parent / bare, _folder(file) / bare, self._pictures().path(bare)]
        return next((place for place in places if bare and place.is_file()), None)

    def taken(self, file: Path, names: Iterable[str]) -> tuple[str, ...]:
        """Take the pictures that are there into our folder and return their names in it; others are left out."""
        kept: list[str] = []
        for name in names:
            found = self.find(file, name)
            if found is None:
                continue
            try:
                kept.append(self._pictures().add_file(found))
            except WorldError as error:
                if error.problem.code not in {"picture_unreadable", "picture_large"}:
                    raise
        return tuple(dict.fromkeys(kept))

    def put_beside(self, file: Path, scripts: Sequence[LibraryScript]) -> None:
        """Copy the pictures of `scripts` into the folder beside `file`. Raises WorldError `file_not_written`."""
        names = dict.fromkeys(name for script in scripts for name in script.pictures)
        found = [place for name in names if (place := self._pictures().path(name)).is_file()]
        try:
            for place in found:
                _folder(file).mkdir(exist_ok=True)
                shutil.copyfile(place, _folder(file) / place.name)
        except OSError as error:
            raise WorldError("file_not_written", file=_folder(file).name, value=error.strerror or "") from error


def _folder(file: Path) -> Path:
    return file.with_name(f"{file.stem}{FOLDER_END}")
