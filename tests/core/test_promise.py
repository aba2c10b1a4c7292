from typing import Any

import msgspec
import pytest

from deskhelper.core.flow import PromiseKind, PromiseSpec
from deskhelper.core.policy import Policy
from deskhelper.core.promise import Counted, PromiseMade, promises_of
from deskhelper.core.slot import SlotValue
from tests.core.make import NOW, at, plain_library, text

POLICY = msgspec.convert(plain_library()["policy"], Policy)
SIX = at("2026-05-19 18:00")
SLOTS = {
    "new_time": SlotValue("new_time", by="agent", words="18点", at=SIX),
    "coupon": SlotValue("coupon", by="agent", words="5", fen=500),
    "minutes": SlotValue("minutes", by="agent", words="30"),
    "gap": SlotValue("gap"),
    "timeless": SlotValue("timeless", by="agent", words="5"),
}


def made(due: dict[str, Any], **more: Any) -> list[PromiseMade]:
    plain = {"kind": "ship", "text": text("{new_time}前"), "due": due, "follow_up": text("发货"), **more}
    return promises_of((msgspec.convert(plain, PromiseSpec),), Counted(SLOTS, {"received_at": SIX}, POLICY, NOW))


@pytest.mark.parametrize(
    ("due", "at_"),
    [
        ({}, NOW),
        ({"plus_hours": 24}, NOW + 24 * 3600),
        ({"at": "new_time"}, SIX),
        ({"at": "new_time", "plus_hours": 24}, SIX + 24 * 3600),
        ({"plus_minutes_of": "minutes"}, NOW + 1800),
        ({"at": "new_time", "plus_minutes_of": "minutes"}, SIX + 1800),
        ({"plus_hours_of_figure": "scan"}, NOW + 24 * 3600),
        ({"plus_hours_of": "minutes"}, NOW + 30 * 3600),
        ({"at_fact": "received_at", "plus_hours": 2}, SIX + 2 * 3600),
    ],
)
def test_a_promise_falls_due_at_a_time_counted_from_a_slot_now_or_a_figure(due: dict[str, Any], at_: int) -> None:
    (promise,) = made(due)
    assert (promise.kind, promise.text, promise.due, promise.follow_up.zh, promise.fen) == (
        PromiseKind.SHIP, "18点前", at_, "发货", None,
    )  # fmt: skip


def test_a_promised_amount_is_kept_with_it() -> None:
    (promise,) = made({}, amount="coupon")
    assert promise.fen == 500


@pytest.mark.parametrize(
    ("due", "amount"),
    [({"at": "gap"}, None), ({"at": "none"}, None), ({"at": "timeless"}, None), ({"plus_minutes_of": "gap"}, None),
     ({"plus_minutes_of": "none"}, None), ({"plus_hours_of": "gap"}, None), ({"at_fact": "shipped_at"}, None),
     ({}, "gap")],
)  # fmt: skip
def test_a_promise_with_a_gap_is_not_made_yet(due: dict[str, Any], amount: str | None) -> None:
    assert made(due, amount=amount) == []
