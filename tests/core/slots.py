"""Small slots, and inputs read for them."""

from typing import Any

import msgspec

from deskhelper.core.slot import Asked, SlotSpec, SlotValue
from deskhelper.core.slot_reading import read_slot
from tests.core.make import asked, text


def spec(kind: str, **more: Any) -> SlotSpec:
    """Return a slot of `kind`."""
    return msgspec.convert({"kind": kind, "title": text("空"), **more}, SlotSpec)


def read(kind: str, given: str, against: Asked | None = None, **more: Any) -> SlotValue:
    """Return what an input comes to for a slot of `kind`."""
    return read_slot("slot", spec(kind, **more), given, against or asked())


def code(value: SlotValue) -> str | None:
    """Return the code of what is wrong with an input."""
    assert value.is_gap is (value.problem is not None)
    return value.problem.code if value.problem else None
