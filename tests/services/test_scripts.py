"""The script library below the window: own over shipped, found, drafted, gated, logged, edited with undo."""

import random
import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise, in_force
from deskhelper.core.moments import HOUR
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.services import script_finder
from tests import orders as o
from tests.orders import COURIER, NOW, NUMBER, TRACKING, at, imported
from tests.services.conftest import HouseAt

GREET, SHIPPED, ASK = "greet_hello", "ship_is_sent", "wait_ask_warehouse"


def own(title: str = "开门语", **more: object) -> LibraryScript:
    values: dict[str, object] = {
        "id": "",
        "title": title,
        "wordings": ("亲，在的。", "您好，在呢。"),
        "scope": Scope.SHOP,
    }
    return LibraryScript(**{**values, **more})  # type: ignore[arg-type]


def test_the_shipped_library_is_there_from_the_start(house: House) -> None:
    scripts = house.scripts
    assert len(scripts.all()) >= 80
    tree = scripts.tree()
    assert tree[0].path == ("问候与等待",)
    assert sum(one.count for one in tree if len(one.path) == 1) == len(scripts.all())


def test_nothing_is_read_before_the_first_use(house: House) -> None:
    assert house.scripts is house.services().open_scripts()
    assert "_script_library" not in house.__dict__


def test_a_new_script_is_kept_and_found_at_once(house_at: HouseAt) -> None:
    house = house_at()
    assert house.scripts.find("开门语") == []
    kept = house.scripts.save(own(code="kmy"))
    assert (kept.scope, kept.changed_at, bool(kept.id)) == (Scope.SHOP, at(NOW), True)
    assert [one.script for one in house.scripts.find("kmy")] == [kept]
    assert house_at().scripts.get(kept.id) == kept


def test_an_edit_of_a_shipped_script_stands_in_its_place(house: House) -> None:
    scripts = house.scripts
    before = len(scripts.all())
    scripts.find("hi")
    kept = scripts.save(replace(scripts.get(GREET), title="店铺问好"))
    assert (kept.replaces, kept.scope, kept.id != GREET) == (GREET, Scope.SHOP, True)
    assert len(scripts.all()) == before
    assert [one.script.id for one in scripts.find("hi", 1)] == [kept.id]
    again = scripts.save(replace(scripts.get(GREET), title="又改"))
    assert again.id == kept.id
    assert scripts.get(GREET).title == "打招呼"
    assert scripts.restore_shipped(kept.id).id == GREET
    assert [one.script.id for one in scripts.find("hi", 1)] == [GREET]


def test_a_shipped_script_that_is_removed_is_switched_off_and_can_come_back(house: House) -> None:
    scripts = house.scripts
    scripts.remove(GREET)
    assert GREET not in {one.id for one in scripts.all()}
    (off,) = [one for one in scripts.all(with_disabled=True) if not one.is_enabled]
    assert off.replaces == GREET
    scripts.restore_shipped(GREET)
    assert GREET in {one.id for one in scripts.all()}


def test_a_personal_script_belongs_to_the_agent_at_the_desk(house: House) -> None:
    house.settings.change(agent="小测")
    kept = house.scripts.save(own(scope=Scope.PERSONAL))
    house.settings.change(agent="小验")
    with pytest.raises(WorldError, match="script_unknown"):
        house.scripts.get(kept.id)
    assert house.scripts.undo() is None
    house.settings.change(agent="小测")
    assert house.scripts.get(kept.id) == kept


def test_what_cannot_be_kept_changes_nothing(house: House) -> None:
    with pytest.raises(WorldError, match="script_title"):
        house.scripts.save_all([own(), own(title=" ")])
    assert [one for one in house.scripts.all() if one.scope is Scope.SHOP] == []
    assert house.scripts.undo() is None


def test_edits_are_undone_and_made_again_step_by_step(house_at: HouseAt) -> None:
    scripts = house_at().scripts
    kept = scripts.save(own())
    changed = scripts.save(replace(kept, title="改过"))
    scripts.remove(kept.id)
    assert [edit.after for _ in range(1) if (edit := scripts.undo())] == [()]
    assert scripts.get(kept.id) == changed
    scripts.undo()
    assert scripts.get(kept.id).title == "开门语"
    scripts.redo()
    scripts.redo()
    assert scripts.redo() is None
    assert kept.id not in {one.id for one in house_at().scripts.all()}


def test_a_whole_import_is_one_step_of_undo(house_at: HouseAt) -> None:
    scripts = house_at().scripts
    old = scripts.save(own("旧的"))
    made = scripts.save_all([own(f"第{number}条") for number in range(300)], [old.id])
    assert len({one.id for one in made}) == 300
    assert len(scripts.find("条", 400)) >= 300
    scripts.undo()
    assert [one.title for one in house_at().scripts.all() if one.scope is Scope.SHOP] == ["旧的"]
    assert [one.script.id for one in scripts.find("旧的")] == [old.id]


def test_a_new_edit_ends_what_could_be_made_again(house: House) -> None:
    house.scripts.save(own())
    house.scripts.undo()
    house.scripts.save(own("别的"))
    assert house.scripts.redo() is None


def test_the_order_in_hand_fills_what_it_knows(house: House) -> None:
    order = imported(house, o.ONLINE)
    made = house.scripts.draft(house.scripts.get(SHIPPED), order, wording=0)
    assert made.is_complete
    assert COURIER in made.text
    assert TRACKING in made.text
    bare = house.scripts.draft(house.scripts.get(SHIPPED), wording=0)
    assert bare.gaps == ["courier", "tracking_no"]
    assert house.scripts.may_copy(bare).gap == "courier"
    given = house.scripts.draft(bare.script, None, {"courier": COURIER, "tracking_no": TRACKING}, 0)
    assert given.text == made.text


def test_the_gate_stops_what_the_order_contradicts(house: House) -> None:
    order = imported(house, o.ONLINE)
    finding = house.scripts.may_copy(house.scripts.draft(own(wordings=("亲，还没发货呢。",)), order)).finding
    assert finding is not None
    assert finding.rule is Rule.CONTRADICTION


def test_what_is_empty_cannot_be_copied(house: House) -> None:
    made = house.scripts.draft(own(wordings=()))
    assert house.scripts.may_copy(made).text is None


def test_the_same_buyer_gets_another_wording_the_next_time(house: House) -> None:
    order, script = imported(house, o.LATE), house.scripts.get(GREET)
    shown = []
    for _ in range(4):
        made = house.scripts.draft(script, order)
        shown.append(made.wording)
        house.scripts.record_copy(made, made.text, order)
    assert shown == [0, 1, 2, 0]
    assert house.scripts.draft(script).wording == 0


def test_a_copy_is_logged_with_its_promise_and_its_use(house_at: HouseAt) -> None:
    house = house_at()
    house.settings.change(agent="小测")
    order, script = imported(house, o.LATE), house.scripts.get(ASK)
    made = house.scripts.draft(script, order)
    house.scripts.record_copy(made, made.text, order)
    card = house_at().orders.card("pdd", NUMBER)
    assert [(one.script, one.flow, one.text, one.agent) for one in card.copies] == [(ASK, "", made.text, "小测")]
    (promise,) = card.promises
    assert (promise.kind, promise.due_at, promise.follow_up.zh != "") == (
        PromiseKind.CALL_BACK,
        at(NOW) + 2 * HOUR,
        True,
    )
    usage = house.scripts.usage.lines()
    assert (usage[0].script.id, usage[0].count, usage[0].last_used) == (ASK, 1, at(NOW))
    assert usage[1].is_never_used
    assert [one.id for one in house.scripts.recent()] == [ASK]


def test_without_an_order_a_copy_and_its_promise_are_kept_all_the_same(house: House) -> None:
    made = house.scripts.draft(house.scripts.get(ASK))
    house.scripts.record_copy(made, made.text)
    assert house.open_work.promises_due(3) == 1


def test_only_what_passed_the_gate_is_recorded(house: House) -> None:
    made = house.scripts.draft(house.scripts.get(GREET))
    bad = "亲，加微信聊。"
    with pytest.raises(ValueError, match="passed the gate"):
        house.scripts.record_copy(made, bad)
    with pytest.raises(ValueError, match="passed the gate"):
        house.scripts.record_copy(house.scripts.draft(house.scripts.get(SHIPPED)), "")
    finding = house.scripts.may_copy(made, bad).finding
    assert finding is not None
    house.scripts.record_copy(made, bad, overruled=[Overruled(finding.rule, finding.words, "商品名")])
    assert house.scripts.usage.lines()[0].script.id == GREET


def test_an_edited_text_may_leave_with_a_slot_cut_out(house: House) -> None:
    made = house.scripts.draft(house.scripts.get(SHIPPED))
    assert house.scripts.may_copy(made, "亲，已经帮您看过了。").text == "亲，已经帮您看过了。"


def test_what_is_used_more_is_found_first(house: House) -> None:
    scripts = house.scripts
    made = scripts.draft(scripts.get("invoice_wrong"), slots={})
    scripts.record_copy(made, made.text)
    assert [one.script.id for one in scripts.find("发票", 1)] == ["invoice_wrong"]


def test_pins_and_reviews(house: House) -> None:
    scripts = house.scripts
    kept = scripts.save(own(review_on=at(NOW)))
    scripts.pin(kept.id, True)
    scripts.pin(GREET, True)
    assert [one.id for one in scripts.pinned()] == [kept.id, GREET]
    scripts.pin(kept.id, False)
    assert [one.id for one in scripts.pinned()] == [GREET]
    assert [one.script.id for one in scripts.usage.lines() if one.is_review_due] == [kept.id]


def test_fields_offer_what_the_script_or_the_list_of_slots_has(house: House) -> None:
    script = own(wordings=("{colour}，{courier}",), slot_choices={"colour": ("红", "蓝")})
    assert house.scripts.choices(script, "colour") == ("红", "蓝")
    assert COURIER in house.scripts.choices(script, "courier")
    assert house.scripts.choices(script, "nothing") == ()
    assert house.scripts.slot(script, "courier").title.zh == "快递公司"


def test_the_index_is_built_ahead_and_misses_nothing_meanwhile(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = house.scripts
    work = scripts.prepare()
    assert not scripts.is_ready
    kept = scripts.save(own("开门语"))
    work()
    assert scripts.is_ready
    monkeypatch.setattr(script_finder, "MOST_CHANGED", 5)
    assert [one.script.id for one in scripts.find("开门语")] == [kept.id]
    scripts.save_all([own(f"第{number}条") for number in range(9)])
    assert not scripts.is_ready
    assert len(scripts.find("条", 100)) >= 9


def test_all_is_read_ahead_on_another_thread(house_at: HouseAt) -> None:
    house_at().scripts.save(own("开门语"))
    scripts = house_at().scripts
    assert not scripts.is_ready
    thread = threading.Thread(target=scripts.prepare())
    thread.start()
    thread.join()
    assert scripts.is_ready
    assert [one.script.title for one in scripts.find("开门语")] == ["开门语"]


def test_what_was_read_ahead_for_another_agent_is_not_used(house_at: HouseAt) -> None:
    first = house_at()
    first.settings.change(agent="小测")
    first.scripts.save(own(scope=Scope.PERSONAL))
    house = house_at()
    house.settings.change(agent="小验")
    house.scripts.prepare()()
    house.settings.change(agent="小测")
    assert [one.title for one in house.scripts.all() if one.scope is Scope.PERSONAL] == ["开门语"]


def test_a_slip_of_the_finger_loads_the_measure_only_then(house: House) -> None:
    for name in [name for name in sys.modules if name.startswith("rapidfuzz")]:
        del sys.modules[name]
    house.scripts.find("发票")
    assert "rapidfuzz" not in sys.modules
    assert house.scripts.find("怎么申清发票")[0].script.id == "invoice_how"
    assert "rapidfuzz" in sys.modules


def test_a_slip_in_a_changed_script_is_forgiven_too(house: House) -> None:
    house.scripts.find("发票")
    kept = house.scripts.save(own("清关说明书"))
    assert [(one.script.id, one.match.name) for one in house.scripts.find("清官说明书")] == [(kept.id, "ALIKE")]


def test_a_promise_in_words_needs_one_that_is_kept(house: House) -> None:
    text = "亲，2小时内回复您。"
    finding = house.scripts.may_copy(house.scripts.draft(own(wordings=(text,)))).finding
    assert finding is not None
    assert finding.rule is Rule.UNTRACKED
    tracked = own(wordings=(text,), promise=ScriptPromise(PromiseKind.CALL_BACK, 2))
    assert house.scripts.may_copy(house.scripts.draft(tracked)).text == text


def test_a_line_of_usage_is_another_only_where_the_script_or_its_use_is(house: House) -> None:
    first, second = (house.scripts.save(own(title)) for title in ("甲", "乙"))
    before = {line.script.id: line for line in house.scripts.usage.lines()}
    house.scripts.record_copy(house.scripts.draft(first), house.scripts.draft(first).text)
    after = {line.script.id: line for line in house.scripts.usage.lines()}
    assert after[first.id].count == 1
    assert {one for one in after if after[one] is not before[one]} == {first.id}
    assert after[second.id].last_used is None


def test_what_is_in_force_after_each_edit_is_what_a_new_start_reads(house_at: HouseAt) -> None:
    house = house_at()
    draw = random.Random(3)
    house.scripts.save_all([own(f"话术{number}") for number in range(6)])
    for _ in range(40):
        mine = [one for one in house.scripts.all(with_disabled=True) if one.scope is not Scope.SHIPPED]
        one = draw.choice(mine or [house.scripts.save(own())])
        edits: list[Callable[[], object]] = [
            partial(house.scripts.remove, one.id), house.scripts.undo, house.scripts.redo,
            partial(house.scripts.save, replace(one, is_enabled=not one.is_enabled)),
            partial(house.scripts.save, replace(house.scripts.get(SHIPPED), title="店铺的")),
            partial(house.scripts.save, own("新的", scope=draw.choice([Scope.SHOP, Scope.PERSONAL]))),
        ]  # fmt: skip
        draw.choice(edits)()
        shelf = house.scripts._shelf
        reckoned = in_force(shelf.shipped, [*shelf.own.values()])
        assert [*shelf.in_force.values()] == reckoned
    assert {*house_at().scripts._shelf.in_force} == {*house.scripts._shelf.in_force}
