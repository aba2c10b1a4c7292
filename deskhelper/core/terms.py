"""What a shop has settled for itself: its hours, its usual causes and amounts. Set in the app, never in a flow."""

from typing import Annotated

from msgspec import Struct

from deskhelper.core.declared import Kind, Setting


class ShopTerms(Struct, kw_only=True, frozen=True):
    """The settled terms of one shop. Hours and minutes as said, money in fen.

    `promise_hours` counts when the file has no promised ship time; None: the figure ship.promise_hours in force counts.
    `refund_offer_in_delay` switches the last part of D-PRO-4, since pointing at refunds can itself raise refunds.
    `batch_times` are the warehouse's daily cut-off times, `batch_capacity` the orders that one batch can take (None:
    any number): from them a ship time is estimated (D-PRO-1) and the list to print is divided (D-PRO-2).
    `custom_goods` and `presale_goods` mark orders by product (core/marks.py): each line has words of title, spec or
    SKU, the second also the days after grouping.
    """

    promise_hours: Annotated[int | None, Setting(Kind.HOURS, 1, 720)] = None
    coupon_fen: Annotated[int, Setting(Kind.MONEY, 0, 100_00)] = 500
    refund_minutes: Annotated[int, Setting(Kind.MINUTES, 1, 1440)] = 30
    refund_hours: Annotated[int, Setting(Kind.HOURS, 1, 168)] = 24
    resend_hours: Annotated[int, Setting(Kind.HOURS, 1, 168)] = 24
    reply_hours_when_late: Annotated[int, Setting(Kind.HOURS, 1, 72)] = 6
    transit_days: Annotated[int, Setting(Kind.DAYS, 1, 60)] = 3
    ship_from: Annotated[str, Setting(Kind.WORDS, most=20)] = ""
    reasons: Annotated[tuple[str, ...], Setting(Kind.LINES, 2, 30)] = ()
    refund_offer_in_delay: Annotated[bool, Setting(Kind.SWITCH)] = True
    batch_times: Annotated[tuple[str, ...], Setting(Kind.TIMES, 4, 5)] = ()
    batch_capacity: Annotated[int | None, Setting(Kind.ORDERS, 1, 100_000)] = None
    custom_goods: Annotated[tuple[str, ...], Setting(Kind.LINES, 2, 60)] = ()
    presale_goods: Annotated[tuple[str, ...], Setting(Kind.LINES, 2, 60)] = ()
