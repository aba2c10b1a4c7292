"""What a shop has settled for itself: its hours, its usual causes and amounts. Set in the app, never in a flow."""

from msgspec import Struct


class ShopTerms(Struct, kw_only=True, frozen=True):
    """The settled terms of one shop. Hours and minutes as said, money in fen.

    `promise_hours` counts when the file has no promised ship time (ship.promise_hours); `refund_offer_in_delay`
    switches the last part of D-PRO-4, since pointing at refunds can itself raise refunds.
    """

    promise_hours: int = 48
    coupon_fen: int = 500
    refund_minutes: int = 30
    reply_hours_when_late: int = 6
    transit_days: int = 3
    ship_from: str = ""
    reasons: tuple[str, ...] = ()
    refund_offer_in_delay: bool = True
