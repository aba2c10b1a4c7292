"""The pictures of scripts: files in the data folder, named by their content, so that the same one lies there once."""

from hashlib import sha256
from pathlib import Path

from deskhelper.core.errors import WorldError

FOLDER = "pictures"
KINDS = {
    ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8",
    ".webp": b"RIFF", ".bmp": b"BM",
}  # fmt: skip
"""The kinds of pictures by what their files end in, and by the bytes they begin with."""
MOST_BYTES = 10 * 2**20
NAME_LENGTH = 16


class ScriptPictures:
    """Takes pictures into the folder and tells where they are. Nothing is ever deleted: a script may come back."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / FOLDER

    def path(self, name: str) -> Path:
        """Return where the picture `name` lies; of a path only the last part counts."""
        return self._folder / Path(name).name

    def add_file(self, file: Path) -> str:
        """Copy a file, return its name. Raises WorldError `picture_unreadable`, `picture_large`, `file_unwritable`."""
        try:
            if file.stat().st_size > MOST_BYTES:
                raise WorldError("picture_large", file=file.name, most=MOST_BYTES // 2**20)
            content = file.read_bytes()
        except OSError as error:
            raise WorldError("picture_unreadable", file=file.name) from error
        return self.add(content, file.name)

    def add(self, content: bytes, file: str) -> str:
        """Keep the bytes of a picture and return its name; `file` is told in problems. Raises as `add_file` does."""
        if len(content) > MOST_BYTES:
            raise WorldError("picture_large", file=file, most=MOST_BYTES // 2**20)
        kind = next((kind for kind, begin in KINDS.items() if content.startswith(begin)), None)
        if kind is None:
            raise WorldError("picture_unreadable", file=file)
        name = sha256(content).hexdigest()[:NAME_LENGTH] + kind
        path = self.path(name)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_bytes(content)
        except OSError as error:
            raise WorldError("file_unwritable", file=name, value=error.strerror or "") from error
        return name
