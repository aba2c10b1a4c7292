"""Writing a picture: whole or not at all."""

from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.drawing.file import write_whole


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "图.svg"
    path.write_text("old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["图.svg"]
    other = tmp_path / "usual"
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        write_whole(tmp_path / "gone" / "a.svg", b"")
    assert error.value.problem.code == "folder_missing"
    assert error.value.problem.values == {"folder": str(tmp_path / "gone")}


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WorldError) as error:
        write_whole(tmp_path / "folder", b"new")
    assert error.value.problem.code == "file_unwritable"
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_a_folder_that_takes_no_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(WorldError) as error:
        write_whole(tmp_path / "a.svg", b"")
    assert error.value.problem.values == {"file": "a.svg", "value": "No space left on device"}
