"""What the page of notices says about kinds, and about orders that are not told."""

from PySide6.QtCore import QCoreApplication

from deskhelper.core.notice import LeftOut, NoticeKind

translate = QCoreApplication.translate

ICONS = {
    NoticeKind.GROUPED: "inbox",
    NoticeKind.SHIPPED: "truck",
    NoticeKind.DELAYED: "alarm-clock",
    NoticeKind.PRESALE_END: "calendar",
}


def kind_title(kind: NoticeKind) -> str:
    """Return the name of a kind."""
    return {
        NoticeKind.GROUPED: translate("Notices", "Order received"),
        NoticeKind.SHIPPED: translate("Notices", "Shipped"),
        NoticeKind.DELAYED: translate("Notices", "Delayed"),
        NoticeKind.PRESALE_END: translate("Notices", "Presale ends soon"),
    }[kind]


def kind_help(kind: NoticeKind) -> str:
    """Return whom a kind tells what."""
    return {
        NoticeKind.GROUPED: translate(
            "Notices", "Newly grouped orders: received, please check the address, expected out by the next batch."
        ),
        NoticeKind.SHIPPED: translate(
            "Notices", "Printed or shipped orders: when, from where, by which courier, and the number."
        ),
        NoticeKind.DELAYED: translate(
            "Notices", "Orders past the time their buyers were told: apology, true reason, new time."
        ),
        NoticeKind.PRESALE_END: translate(
            "Notices", "Presales that end soon and can ship in time. What cannot ship belongs to Delayed."
        ),
    }[kind]


def hours_words(kind: NoticeKind, hours: int) -> str:
    """Return how far a kind looks, such as `within the last 24 h`."""
    if kind is NoticeKind.PRESALE_END:
        return translate("Notices", "ends within {hours} h").replace("{hours}", str(hours))
    words = {
        NoticeKind.GROUPED: translate("Notices", "grouped in the last {hours} h"),
        NoticeKind.SHIPPED: translate("Notices", "shipped in the last {hours} h"),
    }
    return words[kind].replace("{hours}", str(hours))


def left_out_words(reason: LeftOut) -> str:
    """Return why an order is not told."""
    return {
        LeftOut.TOLD: translate("Notices", "told already"),
        LeftOut.UNPAID: translate("Notices", "not paid"),
        LeftOut.CANCELLED: translate("Notices", "cancelled"),
        LeftOut.REFUNDED: translate("Notices", "refunded"),
        LeftOut.AFTER_SALE: translate("Notices", "after-sale is open"),
        LeftOut.UNKNOWN: translate("Notices", "status not known"),
        LeftOut.HAS_LEFT: translate("Notices", "has left by now"),
        LeftOut.NOT_LEFT: translate("Notices", "has no tracking number"),
        LeftOut.RECEIVED: translate("Notices", "received by now"),
        LeftOut.PROMISE_PASSED: translate("Notices", "the promised time has passed: tell of the delay"),
        LeftOut.PROMISE_UNKNOWN: translate("Notices", "no promised time is known"),
        LeftOut.STILL_HOLDS: translate("Notices", "the time that was told still holds"),
        LeftOut.PAST_PROMISE: translate("Notices", "the new time is past a promise that still holds"),
        LeftOut.NOT_PRESALE: translate("Notices", "no presale any more"),
        LeftOut.OTHER_EVENT: translate("Notices", "its flow ends elsewhere by now"),
        LeftOut.GONE: translate("Notices", "no longer stored"),
    }[reason]
