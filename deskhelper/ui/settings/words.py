"""The settings in words: title, help and the names of options. A test holds that every declared setting has them."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from deskhelper.core.declared import Declared, Kind
from deskhelper.core.money import format_yuan

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


def option_words(name: str, option: str) -> str:
    """Return the name of an option of a choice. Raises KeyError."""
    return {
        ("language", "zh"): "中文",
        ("language", "en"): "English",
        ("theme", "system"): translate("Settings", "Like the system"),
        ("theme", "light"): translate("Settings", "Light"),
        ("theme", "dark"): translate("Settings", "Dark"),
    }[name, option]


def unit_words(kind: Kind) -> str:
    """Return the unit of a number, empty for what is none."""
    return {
        Kind.HOURS: translate("Settings", "hours"),
        Kind.MINUTES: translate("Settings", "minutes"),
        Kind.DAYS: translate("Settings", "days"),
        Kind.MONEY: translate("Settings", "yuan"),
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
