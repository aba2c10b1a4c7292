import pytest

from deskhelper.core.declared import Declared, Kind, declared
from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import Settings
from deskhelper.ui.settings.words import option_words, range_words, words_of


@pytest.mark.parametrize("setting", [*declared(Settings), *declared(ShopTerms)], ids=lambda setting: setting.name)
def test_every_declared_setting_has_a_title_a_help_and_names_for_its_options(setting: Declared) -> None:
    words = words_of(setting.name)
    assert words.title
    assert words.help
    assert all(option_words(setting.name, option) for option in setting.options)


def test_bounds_of_money_are_told_in_yuan() -> None:
    assert range_words(Declared("x", Kind.MONEY, 50, 10_000, 0)) == "Enter 0.50 to 100 yuan."
    assert range_words(Declared("x", Kind.HOURS, 1, 72, 0)) == "Enter 1 to 72 hours."
