"""A file of the data folder is written whole, read strictly, and put aside where it cannot be read."""

from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.services.kept_file import read_kept, write_kept


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    assert read_kept(file, dict[str, int]) == (None, False)
    write_kept(file, {"发货": 48})
    assert read_kept(file, dict[str, int]) == ({"发货": 48}, False)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"a": "b"}', b"[" * 100_000])
def test_what_cannot_be_read_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept.json"
    file.write_bytes(content)
    assert read_kept(file, dict[str, int]) == (None, True)
    assert (tmp_path / "kept.broken.json").read_bytes() == content
    assert not file.exists()


def test_a_folder_that_is_gone_is_told_and_the_old_file_stands(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="file_unwritable"):
        write_kept(tmp_path / "gone" / "kept.json", 1)
    file = tmp_path / "kept.json"
    write_kept(file, 1)
    (tmp_path / "kept.part").mkdir()
    with pytest.raises(WorldError, match="file_unwritable"):
        write_kept(file, 2)
    assert read_kept(file, int) == (1, False)
