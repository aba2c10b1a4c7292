"""The kinds of promises that replies make."""

from enum import StrEnum


class PromiseKind(StrEnum):
    """What a reply binds the shop to."""

    SHIP = "ship"
    REFUND = "refund"
    COUPON = "coupon"
    TRACE = "trace"
    RECALL = "recall"
    RESEND = "resend"
    EXCHANGE = "exchange"
    COMPENSATION = "compensation"
    CALL_BACK = "call_back"
