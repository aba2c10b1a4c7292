"""What a hand-over holds, and what of a note may stand on paper."""

import pytest

from deskhelper.core.hand_over import MOST_NOTE, HandOver, ShiftNote, tidy, without_phones
from tests.core.make import NOW


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("买家电话13800001234，晚点打", "买家电话138****1234，晚点打"),
        ("138 0000 1234 和 138-0000-1234", "138****1234 和 138****1234"),
        ("订单 260517-111111111114268 先发", "订单 260517-111111111114268 先发"),
        ("运单 773000000000123", "运单 773000000000123"),
        ("没有号码", "没有号码"),
    ],
)
def test_phones_are_masked_and_other_numbers_stay(text: str, shown: str) -> None:
    assert without_phones(text) == shown


def test_a_note_is_kept_tidy() -> None:
    assert tidy("  先  打电话 \n\n 再退款 ") == "先 打电话\n再退款"
    assert tidy(" \n ") == ""
    assert len(tidy("字" * 999)) == MOST_NOTE


def test_a_hand_over_is_empty_only_where_nothing_is_left() -> None:
    assert HandOver(now=NOW, until=NOW, agent="").is_empty
    assert not HandOver(now=NOW, until=NOW, agent="", order_count=1).is_empty
    assert not HandOver(now=NOW, until=NOW, agent="", parcels=2).is_empty
    assert not HandOver(now=NOW, until=NOW, agent="", notes=[ShiftNote(1, "字", NOW, "")]).is_empty
