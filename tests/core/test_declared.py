from typing import Annotated, Literal

from msgspec import Struct

from deskhelper.core.declared import Declared, Kind, Setting, declared
from deskhelper.core.terms import ShopTerms


class Some(Struct, frozen=True):
    colour: Annotated[Literal["red", "blue"], Setting(Kind.CHOICE)] = "red"
    unmarked: int = 3
    other: Annotated[int, "a remark"] = 4
    hours: Annotated[int, Setting(Kind.HOURS, 1, 72)] = 6
    days: Annotated[int | None, Setting(Kind.DAYS, 1, 9, page="more")] = None


def test_marked_fields_are_declared_in_order_with_bounds_default_and_options() -> None:
    assert declared(Some) == [
        Declared("colour", Kind.CHOICE, 0, 0, "red", ("red", "blue")),
        Declared("hours", Kind.HOURS, 1, 72, 6),
        Declared("days", Kind.DAYS, 1, 9, None, is_optional=True),
    ]


def test_the_settings_of_one_page_are_asked_for_by_its_name() -> None:
    assert [setting.name for setting in declared(Some, "")] == ["colour", "hours"]
    assert [setting.name for setting in declared(Some, "more")] == ["days"]


def test_every_term_of_a_shop_can_be_set_and_its_default_is_within_its_bounds() -> None:
    settings = declared(ShopTerms)
    assert [setting.name for setting in settings] == list(ShopTerms.__struct_fields__)
    for setting in settings:
        if isinstance(setting.default, int) and setting.most:
            assert setting.least <= setting.default <= setting.most
