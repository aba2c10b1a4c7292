"""The pack for an appeal: what its manifest says, and what differs when it is looked at again later.

The digest of the manifest finds accidents and careless changes by itself. Whoever changes a file may write a new
manifest too: that shows only where the desk that made the pack holds the digest that it kept.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import tzinfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.evidence import safe_name
from deskhelper.core.moments import Instant, local

KIND = "deskhelper-evidence"
VERSION = 1
MANIFEST = "manifest.json"
STATEMENT = "情况说明.pdf"
FOLDER = "证据"

_DRIVE = re.compile(r"^[A-Za-z]:")


class PackedFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a pack. `path` is its place in the ZIP, `name` what it was called when it was added; size in bytes.

    `added_at` is ISO 8601 with offset; the statement has neither item nor adder.
    """

    path: str
    name: str
    sha256: str
    size: int
    added_at: str
    added_by: str = ""
    item: str = ""
    note: str = ""


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a pack says of itself. `digest` is the SHA-256 of all the rest as JSON with an empty digest."""

    kind: str
    version: int
    program: str
    made_at: str
    made_by: str
    case: str
    flow: str
    platform: str
    order_no: str
    files: tuple[PackedFile, ...]
    digest: str = ""


class FoundFile(Struct, frozen=True):
    """A file as it lies in a pack now; None where it cannot be read."""

    size: int | None
    sha256: str | None


def sealed(manifest: Manifest) -> Manifest:
    """Return `manifest` with its digest."""
    return replace(manifest, digest=digest_of(manifest))


def digest_of(manifest: Manifest) -> str:
    """Return the SHA-256 of a manifest without its digest, as hex."""
    return hashlib.sha256(manifest_bytes(replace(manifest, digest=""))).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as it is written: indented JSON in UTF-8."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2)


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest that `content` holds. Raises ValueError for anything else."""
    manifest = msgspec.json.decode(content, type=Manifest)
    if manifest.kind != KIND or manifest.version != VERSION:
        raise ValueError(f"{manifest.kind} {manifest.version}")
    return manifest


def faults_of(manifest: Manifest, found: Mapping[str, FoundFile], extra: Sequence[str] = ()) -> list[Problem]:
    """Return what differs between a manifest and the files that lie in the pack; nothing where it is whole.

    `found` is by path, without the manifest itself; `extra` are further entries, such as a second one of a name.
    """
    faults = []
    if manifest.digest != digest_of(manifest):
        faults.append(Problem("pack_manifest_changed"))
    listed = {file.path: file for file in manifest.files}
    for path, file in listed.items():
        there = found.get(path)
        if there is None:
            faults.append(Problem("pack_file_missing", {"part": path}))
        elif (there.size, there.sha256) != (file.size, file.sha256):
            faults.append(Problem("pack_file_changed", {"part": path}))
    strangers = [path for path in found if path not in listed]
    return [*faults, *(Problem("pack_file_extra", {"part": path}) for path in (*strangers, *extra))]


def is_safe_path(path: str) -> bool:
    """Tell whether an entry of a ZIP stays within the folder it is unpacked into, on every system."""
    parts = path.split("/")
    return not (path.startswith("/") or "\\" in path or _DRIVE.match(path) or "\x00" in path or ".." in parts)


def place_of(number: int, name: str) -> str:
    """Return where a file of evidence stands in the ZIP: numbered, so that no two names can clash."""
    return f"{FOLDER}/{number:02d} {safe_name(name)}"


def pack_name(order_no: str, now: Instant, shop_zone: tzinfo, tail: int = 6) -> str:
    """Return what a pack is called by default: `申诉材料-084268-20260519.zip`."""
    return f"申诉材料-{safe_name(order_no[-tail:] or '0')}-{local(now, shop_zone):%Y%m%d}.zip"
