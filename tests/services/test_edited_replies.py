"""A reply edited, overruled, rotated and put together, through the one gate and into the log."""

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.services.cases import CaseView
from tests import orders as o
from tests.orders import NOW, NUMBER, at, imported
from tests.services.conftest import HouseAt
from tests.services.walked import FLOW, copied, walked

MINE = "亲，让您久等了，因为仓库盘点没能按时发出，今天18点前给您寄出，另外送您5元优惠券。"


def finding_of(view: CaseView) -> Finding:
    assert view.draft is not None
    return view.draft.findings[0]


def text_of(view: CaseView) -> str:
    assert view.draft is not None
    return view.draft.text


def refused(action: object, *values: object) -> str:
    with pytest.raises(WorldError) as caught:
        action(*values)  # type: ignore[operator]
    return caught.value.problem.code


def test_an_edited_text_leaves_and_is_logged_with_the_promises_of_the_outcome(house: House) -> None:
    view = house.cases.set_text(walked(house), MINE)
    assert house.cases.may_copy(view).text == MINE
    house.cases.record_copy(view, MINE)
    card = house.orders.card("pdd", NUMBER)
    assert [copy.text for copy in card.copies] == [MINE]
    assert [one.kind.value for one in card.promises] == ["ship", "coupon"]


def test_an_edit_is_there_after_a_crash_and_falls_with_another_slot_but_for_undo(house_at: HouseAt) -> None:
    house = house_at()
    view = house.cases.set_text(walked(house), MINE)
    later = house_at()
    view = later.cases.get(view.case.id)
    assert text_of(view) == MINE
    changed = later.cases.set_slot(view, "reason", "天气原因")
    assert "天气原因" in text_of(changed)
    assert text_of(later.cases.undo(changed)) == MINE


def test_the_scripts_own_words_are_no_edit(house: House) -> None:
    view = walked(house)
    own = text_of(view)
    edited = house.cases.set_text(view, own + "谢谢您。")
    assert edited.draft is not None
    assert edited.draft.is_edited
    for words in (own, "", "  "):
        again = house.cases.set_text(edited, words)
        assert again.draft is not None
        assert (again.draft.is_edited, again.draft.text) == (False, own)
    assert house.cases.set_text(view, own) is view
    empty = house.cases.look(view.order, FLOW)
    assert house.cases.set_text(empty, "写了") is empty, "there is no reply yet"


def test_what_is_found_on_an_edit_stops_it(house: House) -> None:
    view = house.cases.set_text(walked(house), MINE + "加我微信")
    gate = house.cases.may_copy(view)
    assert gate.text is None
    assert gate.finding is not None
    assert gate.finding.rule is Rule.OFF_PLATFORM
    with pytest.raises(ValueError, match="passed the gate"):
        house.cases.record_copy(view, text_of(view))


def test_a_false_hit_passes_with_its_reason_which_is_recorded(house: House) -> None:
    house.settings.change(agent="小测")
    view = house.cases.set_text(walked(house), MINE + "送的是微信公仔")
    view = house.cases.overrule(view, finding_of(view), "说的是赠品的 名字")
    text = house.cases.may_copy(view).text
    assert text is not None
    view = house.cases.record_copy(view, text)
    (passed,) = house.orders.card("pdd", NUMBER).let_pass
    assert (passed.at, passed.agent) == (at(NOW), "小测")
    assert (passed.overruled.rule, passed.overruled.words) == (Rule.OFF_PLATFORM, "微信")
    assert passed.overruled.reason == "说的是赠品的 名字"
    assert view.case.state.overruled == (), "the next reply is looked at anew"


def test_binding_rules_and_blank_reasons_are_refused(house: House) -> None:
    view = house.cases.set_text(walked(house), MINE + "微信")
    assert refused(house.cases.overrule, view, finding_of(view), "  ") == "overrule_reason"
    assert refused(house.cases.overrule, view, finding_of(view), "字" * 61) == "overrule_reason"
    view = house.cases.set_text(view, "亲，您的订单已经发货了。")
    assert finding_of(view).rule is Rule.CONTRADICTION
    assert refused(house.cases.overrule, view, finding_of(view), "真的发了") == "overrule_binding"


def test_a_promise_in_own_words_is_kept_track_of_with_the_copy(house: House) -> None:
    view = house.cases.open(imported(house, o.ONLINE), FLOW)
    view = house.cases.answer(view, "wants", "ship")
    view = house.cases.set_text(view, text_of(view) + "30分钟内给您补5元红包。")
    finding = finding_of(view)
    assert finding.rule is Rule.UNTRACKED
    due = house.cases.due_of(finding)
    assert due is not None
    assert refused(house.cases.track, view, finding, at(NOW)) == "track_past"
    view = house.cases.track(view, finding, due)
    text = house.cases.may_copy(view).text
    assert text is not None
    house.cases.record_copy(view, text)
    promises = house.orders.card("pdd", view.order.order_no).promises
    assert [(one.kind.value, one.due_at) for one in promises] == [("coupon", due)]


def test_what_is_no_promise_is_not_kept_track_of(house: House) -> None:
    view = house.cases.set_text(walked(house), MINE + "微信")
    assert house.cases.due_of(finding_of(view)) is None
    assert house.cases.track(view, finding_of(view), at(NOW) + 60) is view


def test_the_same_buyer_never_gets_the_identical_text_twice_in_a_row(house: House) -> None:
    view, sent = walked(house), []
    for _ in range(4):
        sent.append(text_of(view))
        view = copied(house, view)
    assert sent[0] != sent[1] != sent[2] != sent[0]
    assert sent[3] == sent[0]
    assert [copy.wording for copy in house.orders.card("pdd", NUMBER).copies] == [0, 2, 1, 0]


def test_another_case_of_the_order_goes_on_with_the_wordings(house_at: HouseAt) -> None:
    house = house_at()
    view = copied(house, walked(house))
    house.cases.finish(view)
    again = walked(house_at("2026-05-19T12:30+08:00"))
    assert again.draft is not None
    assert again.draft.wording == 1


def test_the_wording_that_the_agent_chose_stands(house: House) -> None:
    view = house.cases.next_wording(house.cases.set_text(walked(house), MINE))
    assert view.draft is not None
    assert (view.draft.wording, view.draft.is_edited) == (1, False)
    empty = house.cases.look(view.order, FLOW)
    assert house.cases.next_wording(empty) is empty


def test_the_days_first_reply_greets_and_every_reply_signs_off(house_at: HouseAt) -> None:
    house = house_at()
    hello = next(one for one in house.scripts.all() if not one.slots and one.path[0].startswith("问候"))
    bye = next(one for one in house.scripts.all() if not one.slots and one.code != hello.code and one.promise is None)
    assert not house.cases.has_pieces
    house.settings.change(greeting=hello.code.upper(), sign_off=bye.title)
    assert house.cases.has_pieces
    view = walked(house)
    assert any(text_of(view).startswith(one) for one in hello.wordings)
    assert any(text_of(view).endswith(one) for one in bye.wordings)
    bare = house.cases.set_bare(view, True)
    assert text_of(bare).startswith("亲，实在抱歉")
    view = copied(house, house.cases.set_bare(bare, False))
    assert not any(text_of(view).startswith(one) for one in hello.wordings)
    tomorrow = house_at("2026-05-20T00:01+08:00")
    assert any(text_of(tomorrow.cases.get(view.case.id)).startswith(one) for one in hello.wordings)


def test_a_piece_that_nobody_knows_or_that_has_a_gap_is_left_out(house: House) -> None:
    from deskhelper.core.library_script import LibraryScript, Scope

    script = LibraryScript(id="", title="带空的", wordings=("您好{what}",), scope=Scope.SHOP, code="gap")
    house.scripts.save(script)
    before = text_of(walked(house))
    for code in ("gap", "nobody"):
        house.settings.change(greeting=code)
        assert text_of(walked(house)) == before


def test_particles_are_as_the_agent_likes_them(house: House) -> None:
    view = house.cases.open(imported(house, o.ONLINE), FLOW)
    view = house.cases.answer(view, "wants", "ship")
    plain = text_of(view)
    house.settings.change(particles="lot")
    liked = text_of(house.cases.refresh(view))
    assert liked != plain
    assert liked.replace("哈", "").replace("呀", "").replace("啦", "了") == plain


def test_a_long_reply_goes_in_parts_of_the_length_that_is_set(house: House) -> None:
    text = text_of(walked(house))
    assert house.cases.in_parts(text) == [text]
    house.settings.change(part_length=60)
    parts = house.cases.in_parts(text)
    assert len(parts) > 1
    assert "".join(parts) == text
