"""What the one box answers, on a real house with orders, flows, scripts and topics."""

from deskhelper.app import House
from deskhelper.core.box import Answer, RowKind
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.order import Order
from deskhelper.core.topics import Suggestion
from deskhelper.services.box import Looked
from tests import orders as o
from tests.orders import NUMBER, imported


def ready(house: House) -> House:
    house.box.warm()
    house.box.prepare()()
    assert house.box.is_ready
    return house


def look(house: House, text: str, order_no: str = "") -> Looked:
    order = house.orders.find(order_no) if order_no else None
    return house.box.look(text, house.orders.search(text, 3), order)


def opening(house: House, in_hand: Order | None = None) -> Looked:
    return Looked(Answer(house.box.opening(in_hand)))


def names(looked: Looked) -> list[str]:
    made = []
    for row in looked.answer.rows:
        subject = row.subject
        if isinstance(subject, Suggestion):
            made.append(f"topic {subject.topic}")
        elif isinstance(subject, Flow):
            made.append(f"flow {subject.id}")
        elif isinstance(subject, Place):
            made.append(f"place {subject.flow}#{subject.anchor}")
        elif isinstance(subject, LibraryScript):
            made.append(f"script {subject.title}")
        else:
            made.append(f"order {subject.order.order_no[-4:]}")
    return made


def own(house: House, title: str, **more: object) -> LibraryScript:
    return house.scripts.save(LibraryScript(id="", title=title, wordings=("好的",), scope=Scope.SHOP, **more))


def test_nothing_is_read_before_it_is_asked_for(house: House) -> None:
    assert not house.box.is_ready
    house.box.warm()
    assert house.box.is_warm
    assert not house.box.is_ready


def test_initials_find_the_flow_and_its_page(house: House) -> None:
    found = names(look(ready(house), "cfh"))
    assert found[0] == "flow urge_shipment"
    assert "place urge_shipment#" in found


def test_a_d_id_finds_the_outcome_first(house: House) -> None:
    assert names(look(ready(house), "D-URGE-1.2.2"))[0] == "place urge_shipment#D-URGE-1.2.2"


def test_digits_find_orders_alone(house: House) -> None:
    imported(ready(house))
    own(house, "第 0001 号话术")
    looked = look(house, "0001")
    assert names(looked) == ["order 0001"]
    assert looked.answer.has_only_orders


def test_orders_and_scripts_stand_side_by_side(house: House) -> None:
    imported(ready(house))
    own(house, "四件套怎么洗", code="sjtzx")
    kinds = {row.kind for row in look(house, "四件套").answer.rows}
    assert kinds >= {RowKind.ORDER, RowKind.SCRIPT}


def test_a_message_names_its_topics_and_the_scripts_about_them(house: House) -> None:
    own(ready(house), "给开票的", topic="invoice")
    looked = look(house, "你好，可以开发票吗")
    assert looked.answer.is_message
    assert names(looked)[0] == "topic invoice"
    assert names(looked)[1].startswith("script ")
    assert house.box.script_about("invoice") is not None


def test_the_order_in_hand_reorders_the_topics(house: House) -> None:
    imported(ready(house), o.ONLINE)
    assert names(look(house, "什么时候到呀", NUMBER))[0] == "topic parcel_anomaly"


def test_an_order_named_in_the_message_counts_and_is_handed_back(house: House) -> None:
    imported(ready(house))
    looked = look(house, f"{NUMBER} 什么时候发货呀")
    assert (looked.number, looked.order.order_no) == (NUMBER, NUMBER)
    unknown = look(house, "260518-999999999999999 什么时候发货呀", NUMBER)
    assert (unknown.number, unknown.order) == ("260518-999999999999999", None)
    assert unknown.answer.is_message


def test_a_correction_counts_at_once_and_can_be_taken_back(house: House) -> None:
    text = "什么时候发货呀"
    assert names(look(ready(house), text))[0] == "topic urge_shipment"
    assert "presale" in [row.subject.topic for row in house.box.topics()]
    house.box.learn(text, "presale")
    assert names(look(house, text))[0] == "topic presale"
    house.box.unlearn()
    assert names(look(house, text))[0] == "topic urge_shipment"


def test_the_empty_box_offers_what_is_pinned_then_what_was_used_last(house: House) -> None:
    used, pinned = own(ready(house), "用过的"), own(house, "置顶的")
    house.scripts.record_copy(house.scripts.draft(used), "好的")
    house.box.pin(pinned, True)
    assert house.box.is_pinned(pinned)
    assert [row.subject.title for row in house.box.opening()] == ["置顶的", "用过的"]
    house.box.pin(pinned, False)
    assert [row.subject.title for row in house.box.opening()] == ["用过的"]


def test_the_empty_box_offers_orders_and_flows_of_late_between_the_pinned_and_the_used(house: House) -> None:
    imported(ready(house), *({"订单号": f"260518-11111111111000{at}"} for at in range(1, 6)))
    used, pinned = own(house, "用过的"), own(house, "置顶的")
    house.box.pin(pinned, True)
    opened = house.orders.find(NUMBER)
    house.cases.keep(house.cases.open(opened, "urge_shipment"))
    for at, flow in enumerate(("late_shipment", "presale", "urge_shipment"), start=2):
        house.clock.move(60)
        house.cases.keep(house.cases.open(house.orders.find(f"260518-11111111111000{at}"), flow))
    house.clock.move(60)
    replied = house.orders.find("260518-111111111110005")
    house.scripts.record_copy(house.scripts.draft(used, replied), "好的", replied)

    assert names(opening(house)) == [
        "script 置顶的", "order 0005", "order 0004", "order 0003",
        "flow urge_shipment", "flow presale", "script 用过的",
    ]  # fmt: skip
    assert names(opening(house, replied))[1:4] == ["order 0004", "order 0003", "order 0002"]


def test_topics_without_weights_leave_the_search_by_words(house: House, monkeypatch) -> None:
    from deskhelper.core.errors import WorldError

    def fail(*_: object) -> None:
        raise WorldError("content_unreadable", file="topics.msgpack", line=1, value="")

    ready(house)
    monkeypatch.setattr(house.suggestions, "suggest", fail)
    assert look(house, "什么时候发货呀").answer.is_message


def test_flows_and_marks_come_by_id_and_query(house: House) -> None:
    ready(house)
    assert house.box.flow("urge_shipment").title.zh == "催发货"
    assert house.box.flow("invoice") is None
    assert house.box.marked("催发货", "cfh") == [(0, 3)]


def test_every_character_of_a_row_is_known_beforehand(house: House) -> None:
    own(house, "𠮷祥物")
    letters = ready(house).box.letters
    for text in ("cfh", "f", "𠮷", "退"):
        for row in look(house, text).answer.rows:
            subject = row.subject
            words = subject.title if isinstance(subject, LibraryScript) else subject.title.zh
            assert set(words.lower()) <= {*letters, *" 「」（），。？！"}
