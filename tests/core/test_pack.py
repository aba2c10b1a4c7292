"""The manifest of a pack: sealed, read again, and held against what lies there."""

import pytest
from msgspec.structs import replace

from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.pack import (
    FoundFile,
    Manifest,
    PackedFile,
    faults_of,
    is_safe_path,
    manifest_bytes,
    pack_name,
    place_of,
    read_manifest,
    sealed,
)

FILE = PackedFile(path="证据/01 a.png", name="a.png", sha256="0" * 64, size=3, added_at="2026-05-19T12:00:00+08:00")
MANIFEST = sealed(
    Manifest(
        kind="deskhelper-evidence", version=1, program="1", made_at="2026-05-19T12:00:00+08:00", made_by="小暖",
        case="c", flow="f", platform="pdd", order_no="1", files=(FILE,),
    )
)  # fmt: skip
WHOLE = {FILE.path: FoundFile(3, "0" * 64)}


def codes(manifest: Manifest, found: dict[str, FoundFile], extra: tuple[str, ...] = ()) -> list[str]:
    return [fault.code for fault in faults_of(manifest, found, extra)]


def test_a_manifest_comes_back_as_it_was_written() -> None:
    assert read_manifest(manifest_bytes(MANIFEST)) == MANIFEST
    assert codes(MANIFEST, WHOLE) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", manifest_bytes(replace(MANIFEST, kind="other")), manifest_bytes(replace(MANIFEST, version=2))],
)
def test_anything_else_is_no_manifest(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # msgspec's own error is one
        read_manifest(content)


def test_whatever_differs_is_named() -> None:
    assert codes(replace(MANIFEST, made_by="别人"), WHOLE) == ["pack_manifest_changed"]
    assert codes(MANIFEST, {}) == ["pack_file_missing"]
    assert codes(MANIFEST, {FILE.path: FoundFile(3, "1" * 64)}) == ["pack_file_changed"]
    assert codes(MANIFEST, {FILE.path: FoundFile(4, "0" * 64)}) == ["pack_file_changed"]
    assert codes(MANIFEST, {FILE.path: FoundFile(None, None)}) == ["pack_file_changed"]
    assert codes(MANIFEST, {**WHOLE, "x": FoundFile(1, None)}, ("y",)) == ["pack_file_extra"] * 2


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../x", "a\\b", "C:/x", "c:x", "a\x00b"])
def test_a_path_that_leads_out_is_not_safe(path: str) -> None:
    assert not is_safe_path(path)


def test_a_path_within_is_safe() -> None:
    assert is_safe_path("证据/01 a..b.png")


def test_places_and_names_are_safe() -> None:
    assert place_of(3, "a/b:c.png") == "证据/03 b_c.png"
    noon = parse_iso("2026-05-19T12:00:00", zone())
    assert pack_name("260517-111111111114268", noon, zone()) == "申诉材料-114268-20260519.zip"
    assert pack_name("", noon, zone()) == "申诉材料-0-20260519.zip"
