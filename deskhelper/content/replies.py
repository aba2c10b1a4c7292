"""Replies that may leave and that may not, as sentences, and what was learnt from them (`resources/policy/replies`)."""

import zlib
from pathlib import Path

import msgspec
from msgspec import Struct

from deskhelper.content import yaml_file
from deskhelper.core.errors import WorldError
from deskhelper.core.outgoing.likeness import Likeness
from deskhelper.core.text import Text

FILE = "replies.msgpack"


class Replies(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind as its file has it: what it is, and what such replies say."""

    title: Text
    sentences: list[str]


def load_likeness(folder: Path) -> Likeness:
    """Return what was learnt, from `folder`. Raises WorldError `content_unreadable`."""
    try:
        return msgspec.msgpack.decode((folder / FILE).read_bytes(), type=Likeness)
    except (OSError, msgspec.DecodeError) as error:
        raise WorldError("content_unreadable", file=FILE, line=1, value=str(error)) from error


def load_replies(folder: Path) -> dict[str, Replies]:
    """Return the sentences of every kind. Raises WorldError `content_unreadable`, `content_invalid`."""
    return {path.stem: yaml_file.load(path, Replies) for path in sorted((folder / "replies").glob("*.yaml"))}


def fingerprint(replies: dict[str, Replies]) -> int:
    """Return a checksum of every sentence and its kind: what the weights belong to."""
    told = "\n".join(f"{kind}\t{text}" for kind, reply in sorted(replies.items()) for text in reply.sentences)
    return zlib.crc32(told.encode())
