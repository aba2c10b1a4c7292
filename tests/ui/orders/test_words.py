import pytest

from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.view import SortKey, View
from deskhelper.ui.kit import Tone
from deskhelper.ui.orders.words import (
    Tag,
    after_sale_tag,
    countdown_tag,
    deadline_tag,
    last_time,
    parcel_words,
    sort_name,
    spec_words,
    status_tag,
    tail,
    view_name,
)
from tests.ui.orders.made import NOW, ZONE, line, order


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (-3 * HOUR - 8 * 60, "3:08 late", Tone.BAD),
        (-1, "0:00 late", Tone.BAD),
        (0, "0:00 left", Tone.WARN),
        (42 * 60, "0:42 left", Tone.WARN),
        (6 * HOUR, "6:00 left", Tone.NEUTRAL),
        (47 * HOUR, "47:00 left", Tone.NEUTRAL),
        (6 * DAY + HOUR, "6 days left", Tone.NEUTRAL),
        (-9 * DAY, "9 days late", Tone.BAD),
    ],
)
def test_countdown(left: int, words: str, tone: Tone) -> None:
    assert countdown_tag(line(left=left), NOW, 6) == Tag(words, tone)


@pytest.mark.parametrize(
    "fields", [{"status": Status.SHIPPED}, {"after_sale": AfterSale.REFUNDED}, {"status": Status.CANCELLED}]
)
def test_no_countdown_where_nothing_is_to_ship(fields: dict[str, object]) -> None:
    assert countdown_tag(line(left=HOUR, **fields), NOW, 6) is None
    assert deadline_tag(line(left=HOUR, **fields), NOW, 6, "zh") is None
    assert countdown_tag(line(), NOW, 6) is None


def test_deadline_in_whole_words() -> None:
    late = line(left=-3 * HOUR - 8 * 60, ship_by_is_derived=True)
    assert deadline_tag(late, NOW, 6, "en") == Tag("3 h 8 min overdue", Tone.BAD, is_derived=True)
    assert deadline_tag(line(left=42 * 60), NOW, 6, "zh") == Tag("42 分 left to ship", Tone.WARN)


def test_unknown_states_keep_the_words_of_the_platform() -> None:
    assert status_tag(order(status=Status.UNKNOWN, status_text="部分发货")) == Tag("部分发货", Tone.WARN)
    assert status_tag(order(status=Status.UNKNOWN)) == Tag("Unknown status", Tone.WARN)
    unknown = order(after_sale=AfterSale.UNKNOWN, after_sale_text="平台处理")
    assert after_sale_tag(unknown) == Tag("平台处理", Tone.WARN)


@pytest.mark.parametrize("state", list(AfterSale))
def test_every_after_sale_state_but_none_has_words(state: AfterSale) -> None:
    tag = after_sale_tag(order(after_sale=state))
    assert (tag is None) == (state is AfterSale.NONE)
    assert tag is None or tag.words


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words(status: Status) -> None:
    assert status_tag(order(status=status)).words


def test_every_view_and_sort_key_has_its_own_name() -> None:
    assert len({view_name(view) for view in View}) == len(View)
    assert len({sort_name(key) for key in SortKey}) == len(SortKey)


def test_small_words() -> None:
    assert tail("260517-204417893064268") == "…4268"
    assert tail("123") == "123"
    assert spec_words(order()) == "灰蓝 1.8m × 2"
    assert spec_words(order(spec="")) == "× 2"
    assert parcel_words(order()) == ""
    assert last_time(order(received_at=NOW), ZONE) == "5-19 12:20"
    assert last_time(order(grouped_at=None), ZONE) == ""
