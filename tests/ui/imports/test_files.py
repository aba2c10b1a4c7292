from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from deskhelper.ui.imports.files import local_files, name_filter, order_files, other_files


def mime_of(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_only_local_tables_are_taken(tmp_path: Path) -> None:
    names = ["订单.csv", "b.TXT", "c.xlsx", "d.xls", "e.xlsm"]
    others = ["f.pdf", "~$c.xlsx", ".hidden.csv"]
    paths = [tmp_path / name for name in (*names, *others)]
    for path in paths:
        path.touch()
    found = local_files(mime_of(*paths, "https://example.com/g.csv"))
    assert order_files(found) == paths[:5]
    assert other_files(found) == [tmp_path / "f.pdf"], "what is hidden or a lock is nobody's file"


def test_a_folder_takes_its_files_in_order_and_each_once(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx", "photo.jpg"):
        (tmp_path / name).touch()
    (tmp_path / "below.csv").mkdir()
    found = local_files(mime_of(tmp_path, tmp_path / "b.csv"))
    assert [path.name for path in order_files(found)] == ["a.xlsx", "b.csv"]
    assert [path.name for path in other_files(found)] == ["photo.jpg"]


def test_text_carries_no_files() -> None:
    mime = QMimeData()
    mime.setText("260517-204417893064268")
    assert local_files(mime) == []


def test_a_file_that_is_gone_is_kept_so_that_the_import_can_say_so(tmp_path: Path) -> None:
    assert order_files([tmp_path / "gone.csv"]) == [tmp_path / "gone.csv"]


def test_the_filter_of_the_file_dialog_names_every_kind() -> None:
    assert name_filter("Order files") == "Order files (*.csv *.tsv *.txt *.xls *.xlsm *.xlsx)"
