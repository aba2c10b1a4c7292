from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.services import script_pictures
from deskhelper.services.script_pictures import ScriptPictures

PNG = b"\x89PNG\r\n\x1a\n rest"


def test_the_same_picture_lies_there_once_whatever_it_is_called(tmp_path: Path) -> None:
    pictures = ScriptPictures(tmp_path / "data")
    for name in ("a.png", "b.jpg"):
        (tmp_path / name).write_bytes(PNG)
    first, second = (pictures.add_file(tmp_path / name) for name in ("a.png", "b.jpg"))
    assert first == second == pictures.add(PNG, "clipboard.png")
    assert first.endswith(".png")
    assert pictures.path(first).read_bytes() == PNG
    assert len(list((tmp_path / "data" / "pictures").iterdir())) == 1


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    assert ScriptPictures(tmp_path).path("../../secret.png") == tmp_path / "pictures" / "secret.png"


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"RIFF"[:2]])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "list.png"
    file.write_bytes(content)
    with pytest.raises(WorldError) as error:
        ScriptPictures(tmp_path).add_file(file)
    assert (error.value.problem.code, error.value.problem.values) == ("picture_unreadable", {"file": "list.png"})
    with pytest.raises(WorldError):
        ScriptPictures(tmp_path).add_file(tmp_path / "not there.png")


def test_a_picture_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_pictures, "MOST_BYTES", 4)
    file = tmp_path / "a.png"
    file.write_bytes(PNG)
    pictures = ScriptPictures(tmp_path)
    with pytest.raises(WorldError) as of_file:
        pictures.add_file(file)
    with pytest.raises(WorldError) as of_bytes:
        pictures.add(PNG, "a.png")
    assert of_file.value.problem == of_bytes.value.problem
    assert of_file.value.problem.code == "picture_large"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file in the way")
    with pytest.raises(WorldError) as error:
        ScriptPictures(tmp_path).add(PNG, "a.png")
    assert error.value.problem.code == "file_unwritable"
