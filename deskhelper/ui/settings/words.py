"""The settings in words: title, help and the names of options. A test holds that every declared setting has them."""

import sys
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from deskhelper.core.declared import Declared, Kind
from deskhelper.core.money import format_yuan
from deskhelper.services.settings import DeskKey

translate = QCoreApplication.translate


class Words(Struct, frozen=True):
    """What a setting is called and what it does."""

    title: str
    help: str = ""


def words_of(name: str) -> Words:
    """Return the words of the setting `name`. Raises KeyError for one that has none."""
    return {
        "language": Words(translate("Settings", "Language"), translate("Settings", "From the next start on.")),
        "theme": Words(translate("Settings", "Theme"), translate("Settings", "Shown at once, kept with OK.")),
        "agent": Words(
            translate("Settings", "Your name"),
            translate("Settings", "Kept with each copied reply; never sent to the buyer."),
        ),
        "due_hours": Words(
            translate("Settings", "Due soon"),
            translate("Settings", "An order is due soon when less than this is left to ship."),
        ),
        "alert_more_than": Words(
            translate("Settings", "Product alert from more than"),
            translate("Settings", "So many orders of one product with the same complaint; see Boards, product alerts."),
        ),
        "alert_days": Words(
            translate("Settings", "Product alerts look back"),
            translate("Settings", "Older complaints do not count: goods change."),
        ),
        "evidence_days": Words(
            translate("Settings", "Keep evidence"),
            translate(
                "Settings",
                "So long after the last case of an order is done; then files, names and notes are deleted, and its log"
                " says so. 0: for ever.",
            ),
        ),
        "watches_clipboard": Words(
            translate("Settings", "Watch the clipboard (F10)"),
            translate(
                "Settings",
                "An order number or a buyer's message that you copy fills the box. Nothing else is looked at or kept.",
            ),
        ),
        "private_copies": Words(
            translate("Settings", "Keep copies out of clipboard histories"),
            translate("Settings", "Marks them as private for Windows, macOS and KDE; you can paste as before."),
        ),
        "clear_seconds": Words(
            translate("Settings", "Clear the clipboard after"),
            translate("Settings", "Only if it still holds our copy; on quitting too. 0: never."),
        ),
        "dock_on_top": Words(
            translate("Settings", "Dock above other windows"),
            translate("Settings", "The narrow window (F9) stays in sight beside the chat window."),
        ),
        "keeps_in_tray": Words(
            translate("Settings", "Closing the window keeps it in the tray"),
            translate("Settings", "Quit from the tray icon's menu. Without a tray, closing quits."),
        ),
        "desk_key": Words(translate("Settings", "Show or hide the desk"), desk_key_words(sys.platform)),
        "remind_minutes": Words(
            translate("Settings", "Remind before"),
            translate("Settings", "And again when it is due. 0: only then."),
        ),
        "reminds_in_tray": Words(
            translate("Settings", "Reminders in the system's tray too"),
            translate("Settings", "A short message; the desk shows the reminder until you have seen it."),
        ),
        "quiet_from": Words(
            translate("Settings", "Quiet from"),
            translate("Settings", "No reminders from then on, such as 22:00; may run over midnight."),
        ),
        "quiet_to": Words(
            translate("Settings", "Quiet until"),
            translate("Settings", "What came up meanwhile is told then; what falls due within, before it begins."),
        ),
        "particles": Words(
            translate("Settings", "Friendly particles (啦 呢 哈 呀 哟)"),
            translate(
                "Settings",
                "At the ends of sentences; never by figures and times, sparingly in apologies. Everyone has their own.",
            ),
        ),
        "greeting": Words(
            translate("Settings", "Greeting first"),
            translate("Settings", "Code or title of a script: goes before the day's first reply to an order."),
        ),
        "sign_off": Words(
            translate("Settings", "Sign-off"),
            translate("Settings", "Code or title of a script: ends every reply. Left empty, nothing does."),
        ),
        "part_length": Words(
            translate("Settings", "Long replies in parts of"),
            translate("Settings", "Each Enter copies the next part, cut at a sentence. 0: never."),
        ),
        "promise_hours": Words(
            translate("Settings", "Promised ship time"),
            translate(
                "Settings",
                "From grouping to shipping; counts where the export has no promised ship time. "
                "Left empty, the platform's figure counts.",
            ),
        ),
        "coupon_fen": Words(
            translate("Settings", "Coupon"), translate("Settings", "What replies offer for a late parcel.")
        ),
        "refund_minutes": Words(
            translate("Settings", "Refund within"),
            translate("Settings", "How soon replies promise to handle a refund."),
        ),
        "refund_hours": Words(
            translate("Settings", "Refund after a return"),
            translate("Settings", "How soon after the goods are picked up or back replies promise the refund."),
        ),
        "resend_hours": Words(
            translate("Settings", "Resend within"),
            translate("Settings", "How soon replies promise to send again what was wrong or missing."),
        ),
        "reply_hours_when_late": Words(
            translate("Settings", "Answer when late"),
            translate("Settings", "How soon replies promise to come back about a late parcel."),
        ),
        "transit_days": Words(
            translate("Settings", "Days on the way"), translate("Settings", "The usual time from parcel to buyer.")
        ),
        "ship_from": Words(
            translate("Settings", "Ships from"), translate("Settings", "The place that replies name, such as a city.")
        ),
        "reasons": Words(
            translate("Settings", "Reasons for delay"),
            translate("Settings", "One per line, as replies will say them. They are offered first."),
        ),
        "batch_times": Words(
            translate("Settings", "Batches of the day"),
            translate("Settings", "When the warehouse hands a batch over, one time per line, such as 15:00."),
        ),
        "batch_capacity": Words(
            translate("Settings", "Orders per batch"),
            translate("Settings", "What one batch can take; left empty, any number."),
        ),
        "custom_goods": Words(
            translate("Settings", "Custom-made goods"),
            translate("Settings", "One product per line: words of its title, spec or SKU that must all be there."),
        ),
        "presale_goods": Words(
            translate("Settings", "Presale goods"),
            translate("Settings", "One product per line, then the days after grouping, such as: wool blanket 15 days."),
        ),
        "refund_offer_in_delay": Words(
            translate("Settings", "Offer a refund in delay notices"),
            translate("Settings", "Pointing at refunds can itself raise refunds."),
        ),
    }[name]


def desk_key_words(platform: str) -> str:
    """Return where the key that shows and hides the desk works, on `platform` as Python names it."""
    if platform == "win32":
        return translate("Settings", "Works in every program; the tray icon does the same.")
    return translate("Settings", "Windows only: here the tray icon shows and hides the desk.")


def option_words(name: str, option: str) -> str:
    """Return the name of an option of a choice. Raises KeyError."""
    return {
        ("language", "zh"): "中文",
        ("language", "en"): "English",
        ("theme", "system"): translate("Settings", "Like the system"),
        ("theme", "light"): translate("Settings", "Light"),
        ("theme", "dark"): translate("Settings", "Dark"),
        ("desk_key", "off"): translate("Settings", "No key"),
        ("particles", "as_written"): translate("Settings", "As written"),
        ("particles", "none"): translate("Settings", "None"),
        ("particles", "little"): translate("Settings", "A little"),
        ("particles", "lot"): translate("Settings", "A lot"),
        **{("desk_key", str(keys)): str(keys) for keys in get_args(DeskKey)[1:]},
    }[name, option]


def unit_words(kind: Kind) -> str:
    """Return the unit of a number, empty for what is none."""
    return {
        Kind.HOURS: translate("Settings", "hours"),
        Kind.SECONDS: translate("Settings", "seconds"),
        Kind.CHARACTERS: translate("Settings", "characters"),
        Kind.MINUTES: translate("Settings", "minutes"),
        Kind.DAYS: translate("Settings", "days"),
        Kind.MONEY: translate("Settings", "yuan"),
        Kind.ORDERS: translate("Settings", "orders"),
    }.get(kind, "")


def range_words(setting: Declared) -> str:
    """Return what is wrong with a number out of bounds."""
    least, most = setting.least, setting.most
    if setting.kind is Kind.MONEY:
        low, high = format_yuan(least), format_yuan(most)
    else:
        low, high = str(least), str(most)
    words = translate("Settings", "Enter {least} to {most} {unit}.")
    return words.format(least=low, most=high, unit=unit_words(setting.kind))
