"""What a buyer's message is about, with real orders and corrections that last."""

import json

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from tests import orders as o
from tests.orders import NUMBER, imported
from tests.services.conftest import HouseAt

STRANGE = "我家猫把它叼走了"


def topics(house: House, text: str, order_no: str | None = None) -> list[str]:
    order = house.orders.find(order_no) if order_no else None
    return [one.topic for one in house.suggestions.suggest(text, order)]


def test_the_three_likeliest_topics_come_with_the_words_that_decided(house: House) -> None:
    found = house.suggestions.suggest("在吗\n什么时候发货")
    assert len(found) == 3
    assert found[0].topic == "urge_shipment"
    assert "发货" in "".join(found[0].words)


def test_when_of_a_shipped_order_means_the_parcel(house: House) -> None:
    imported(house, o.ONLINE)
    assert topics(house, "什么时候发货", NUMBER)[0] == "parcel_anomaly"


def test_where_of_an_order_that_waits_means_shipment(house: House) -> None:
    imported(house)
    assert topics(house, "到哪了", NUMBER)[:2] == ["urge_shipment", "parcel_anomaly"]


def test_a_passed_promise_brings_lateness_up(house: House) -> None:
    imported(house, o.LATE)
    assert topics(house, "怎么还不发货", NUMBER)[:2] == ["urge_shipment", "late_shipment"]


def test_a_refund_that_is_open_is_among_the_three(house: House) -> None:
    imported(house, {**o.ONLINE, **o.REFUND_OPEN})
    assert "after_sale" in topics(house, "在吗", NUMBER)


@pytest.mark.parametrize("text", ["{}到哪了", "订单号：{} 到哪了", "到哪了\n{}"])
def test_an_order_number_in_the_text_is_the_order_in_hand(house: House, text: str) -> None:
    imported(house)
    assert topics(house, text.format(NUMBER))[0] == "urge_shipment"
    wide = NUMBER.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    assert topics(house, text.format(wide))[0] == "urge_shipment"


def test_a_number_of_no_order_is_just_a_number(house: House) -> None:
    assert topics(house, "260518-999999999999999到哪了")[0] == "parcel_anomaly"


def test_a_correction_counts_at_once_and_after_a_restart(house_at: HouseAt) -> None:
    house = house_at()
    assert topics(house, STRANGE)[0] != "empty_parcel"
    house.suggestions.learn(STRANGE, "empty_parcel")
    assert topics(house, STRANGE)[0] == "empty_parcel"
    assert topics(house, "家里猫把它叼走了！")[0] == "empty_parcel"
    assert topics(house_at(), STRANGE)[0] == "empty_parcel"


def test_a_correction_of_a_long_message_counts_for_it(house: House) -> None:
    long = "我这边是给家里老人买的，上个月才搬的家。" * 9 + STRANGE + "。昨天下雨堵在路上。" * 9
    house.suggestions.learn(long, "empty_parcel")
    assert len(house.suggestions.corrections()[0].text) < 100
    assert topics(house, long)[0] == "empty_parcel"


def test_a_correction_leaves_other_messages_alone(house: House) -> None:
    house.suggestions.learn(STRANGE, "empty_parcel")
    assert topics(house, "什么时候发货")[0] == "urge_shipment"


def test_a_correction_stands_against_the_order(house: House) -> None:
    imported(house, o.ONLINE)
    house.suggestions.learn("什么时候发货", "urge_shipment")
    assert topics(house, "什么时候发货", NUMBER)[0] == "urge_shipment"


def test_corrections_are_taken_back_one_by_one(house: House) -> None:
    before = topics(house, STRANGE)
    house.suggestions.learn(STRANGE, "empty_parcel")
    house.suggestions.learn(STRANGE, "wrong_item")
    assert topics(house, STRANGE)[0] == "wrong_item"
    assert house.suggestions.undo().topic == "wrong_item"  # type: ignore[union-attr]
    assert topics(house, STRANGE)[0] == "empty_parcel"
    house.suggestions.undo()
    assert house.suggestions.undo() is None
    assert topics(house, STRANGE) == before


def test_nothing_personal_is_kept(house: House) -> None:
    house.suggestions.learn("260518-111111111110001 寄到浙江省杭州市西湖区文三路12号 收件人某某某 13800000000", "other")
    kept = house.folder.corrections.read_text("utf-8")
    assert not any(part in kept for part in ("1111", "1380", "杭州", "文三路", "某某"))
    assert json.loads(kept)[0]["topic"] == "other"


def test_a_message_of_blanks_and_a_topic_that_is_none_are_refused(house: House) -> None:
    for refused in (lambda: house.suggestions.suggest(" \n"), lambda: house.suggestions.learn("\t", "other")):
        with pytest.raises(WorldError, match="message_empty"):
            refused()
    with pytest.raises(WorldError, match="topic_unknown"):
        house.suggestions.learn("在吗", "no_topic")


def test_a_broken_file_of_corrections_is_set_aside(house: House) -> None:
    house.folder.corrections.write_text("{", "utf-8")
    assert house.suggestions.corrections() == []
    assert house.folder.corrections.with_suffix(".broken.json").read_text("utf-8") == "{"


def test_a_file_that_cannot_be_written_is_told_and_nothing_counts(house: House) -> None:
    house.folder.corrections.with_suffix(".part").mkdir()
    with pytest.raises(WorldError, match="file_unwritable"):
        house.suggestions.learn(STRANGE, "empty_parcel")
    assert house.suggestions.corrections() == []


def test_every_topic_can_be_named(house: House) -> None:
    assert len(house.suggestions.topics()) == 17
