"""The pasteboard type by which macOS programs know a private copy (nspasteboard.org); Qt can neither write nor see it.

Loaded on macOS only, and not run elsewhere: it calls AppKit through the Objective-C runtime.
"""

import ctypes
import ctypes.util
from typing import Any

CONCEALED = b"org.nspasteboard.ConcealedType"
_POINTER = ctypes.c_void_p


def conceal() -> None:
    """Add the mark to what the pasteboard holds now; the content stays."""
    runtime = _Runtime()
    mark = runtime.text(CONCEALED)
    board = runtime.board()
    marks = runtime.send(runtime.named("NSArray"), "arrayWithObject:", mark)
    runtime.send(board, "addTypes:owner:", marks, None)
    runtime.send(board, "setString:forType:", runtime.text(b""), mark)


def is_concealed() -> bool:
    """Tell whether what the pasteboard holds now carries the mark."""
    runtime = _Runtime()
    types = runtime.send(runtime.board(), "types")
    return bool(types) and bool((runtime.send(types, "containsObject:", runtime.text(CONCEALED)) or 0) & 0xFF)


class _Runtime:
    """Sends messages to Objective-C objects; every argument and answer is a pointer."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(ctypes.util.find_library("objc"))
        for name in ("objc_getClass", "sel_registerName"):
            function = getattr(self._library, name)
            function.restype, function.argtypes = _POINTER, [ctypes.c_char_p]

    def named(self, name: str) -> Any:
        """Return the class `name`."""
        return self._library.objc_getClass(name.encode())

    def board(self) -> Any:
        """Return the system's pasteboard."""
        return self.send(self.named("NSPasteboard"), "generalPasteboard")

    def text(self, words: bytes) -> Any:
        """Return an NSString of UTF-8 `words`."""
        kept = ctypes.cast(ctypes.c_char_p(words), _POINTER)
        return self.send(self.named("NSString"), "stringWithUTF8String:", kept)

    def send(self, receiver: Any, message: str, *arguments: Any) -> Any:
        """Send `message` and return the answer."""
        kinds = [_POINTER] * (2 + len(arguments))
        call = ctypes.CFUNCTYPE(_POINTER, *kinds)(("objc_msgSend", self._library))
        return call(receiver, self._library.sel_registerName(message.encode()), *arguments)
