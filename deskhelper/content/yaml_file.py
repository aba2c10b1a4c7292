"""One strict way to read a YAML file into a core model, with file, line and key in every error.

Parsing costs about 50 ms a file, so the plain form is cached by the file's hash where a cache folder is given.
"""

import re
import zlib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from deskhelper.core.errors import WorldError

T = TypeVar("T")

_STEP = re.compile(r"\[[^\]]*\]|[^.\[]+")
_AT, _KEY_IN, _ANY_KEY = " - at `", "key` in `", "[...]"


def load(path: Path, kind: type[T], cache: Path | None = None) -> T:
    """Return the content of `path` as `kind`.

    Raises WorldError `content_unreadable` (not YAML, a key twice) or `content_invalid` (unknown key, wrong type).
    """
    raw = path.read_bytes()
    # crc32 and length name the content well enough here, and spare the desk libcrypto's 3.4 MB
    kept = None if cache is None else cache / f"{path.stem}-{zlib.crc32(raw):08x}-{len(raw)}.msgpack"
    plain = _cached(kept)
    if plain is not None:
        try:
            return msgspec.convert(plain, kind, strict=True)
        except msgspec.ValidationError:
            pass  # a damaged cache, or the models have changed: what counts is the file
    plain = _parse(path, raw)
    try:
        content = msgspec.convert(plain, kind, strict=True)
    except msgspec.ValidationError as error:
        keys = _named_keys(plain, kind, str(error))
        key, value = ".".join(keys) or "-", str(error).partition(_AT)[0]
        raise WorldError("content_invalid", file=path.name, line=_line_of(raw, keys), key=key, value=value) from error
    _keep(kept, plain)
    return content


def line_of(path: Path, *keys: str) -> int:
    """Return the line (from 1) at which the nested `keys` stand in the YAML file `path`."""
    return _line_of(path.read_bytes(), list(keys))


def _cached(kept: Path | None) -> Any:
    """Return the plain form kept in the cache, None where there is none that can be read."""
    if kept is None:
        return None
    try:
        return msgspec.msgpack.decode(kept.read_bytes())
    except (OSError, msgspec.DecodeError, RecursionError):
        return None


def _keep(kept: Path | None, plain: Any) -> None:
    """Keep the plain form of a valid file; what is invalid is never cached, so it is refused every time."""
    if kept is None:
        return
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(msgspec.msgpack.encode(plain))
        part.replace(kept)
    except OSError:
        pass  # the cache only saves time: a read-only folder must not stop the desk


def _parse(path: Path, raw: bytes) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).load(raw)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise WorldError(
            "content_unreadable", file=path.name, line=line, value=str(error.problem or "").splitlines()[0]
        ) from error
    except (YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise WorldError("content_unreadable", file=path.name, line=1, value=type(error).__name__) from error


def _named_keys(plain: Any, kind: Any, fault: str) -> list[str]:
    """Return the keys of where msgspec found `fault`, such as ``… - at `$.a[...].b` `` or ``… - at `key` in `$.a` ``.

    Where it says `[...]` for any key of a mapping, the one at fault is found: alone, it gives the same fault.
    """
    where = fault.partition(_AT)[2]
    steps = _STEP.findall(where.removeprefix(_KEY_IN).rstrip("`").removeprefix("$"))
    keys: list[Any] = []
    for step in [*steps, _ANY_KEY] if where.startswith(_KEY_IN) else steps:
        if step != _ANY_KEY:
            keys.append(step.strip("[]"))
            continue
        for key in _at(plain, keys):
            alone = _only(plain, keys, key)
            if _fault(alone, kind) == fault:
                plain = alone
                keys.append(key)
                break
    return [str(key) for key in keys]


def _at(plain: Any, keys: list[Any]) -> Any:
    for key in keys:
        plain = plain[int(key)] if isinstance(plain, list) else plain[key]
    return plain


def _only(plain: Any, keys: list[Any], key: Any) -> Any:
    """Return a copy of `plain` in which the mapping at `keys` has just `key`."""
    if not keys:
        return {key: plain[key]}
    head = int(keys[0]) if isinstance(plain, list) else keys[0]
    copy = plain.copy()
    copy[head] = _only(plain[head], keys[1:], key)
    return copy


def _fault(plain: Any, kind: Any) -> str:
    try:
        msgspec.convert(plain, kind, strict=True)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _line_of(raw: bytes, keys: list[str]) -> int:
    """Return the line (from 1) of the deepest of `keys` that can be followed in the YAML text."""
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    node = YAML(typ="safe", pure=True).compose(raw)
    line = 1
    for key in keys:
        child = None
        if isinstance(node, MappingNode):
            for name, value in node.value:
                if name.value == key:
                    line, child = name.start_mark.line + 1, value
        elif isinstance(node, SequenceNode) and key.isdigit():
            child = node.value[int(key)]
            line = child.start_mark.line + 1
        if child is None:
            break
        node = child
    return int(line)
