from deskhelper.content.pinyin import initials_from, read_initials
from deskhelper.paths import RESOURCES

READINGS = RESOURCES / "pinyin" / "readings.txt"


def test_a_character_has_the_initials_of_all_its_readings() -> None:
    initials_of = initials_from(READINGS)
    assert (initials_of("催"), initials_of("发"), {"c", "z"} <= set(initials_of("重"))) == ("c", "f", True)


def test_what_is_no_character_of_the_table_has_no_initials() -> None:
    initials_of = initials_from(READINGS)
    assert [initials_of(char) for char in ("a", "1", "。", "\U00020000", "")[:4]] == [""] * 4


def test_nearly_every_character_of_the_basic_block_has_one() -> None:
    table = read_initials(READINGS)
    assert sum(map(bool, table)) > 20_000
