"""The shop's own values for the platform's figures: kept, in force at once, named where they do not fit."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.override import Override
from deskhelper.core.policy import ShopMark
from deskhelper.core.terms import ShopTerms
from deskhelper.core.tiers import Tier
from deskhelper.core.view import View
from deskhelper.services.override_file import OverrideFile
from tests import orders as o
from tests.orders import NOW, SHOP, at, imported
from tests.services.conftest import HouseAt

LATE, TRANSIT, PROMISE = "late.platform_compensation", "transit.hours", "ship.promise_hours"
DOES_REFUND = CaseState({"wants": "refund", "has_left": "no"})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "figures.json"


def test_without_an_own_value_the_shipped_figures_are_in_force(house: House, file: Path) -> None:
    assert house.policy.policy == house.policy.shipped
    assert house.policy.trouble() is None
    assert not file.exists()


def test_a_number_is_in_force_at_once_signed_and_on_disk(house: House, house_at: HouseAt) -> None:
    house.settings.change(agent="小云")
    before = house.cases.library
    assert house.cases.library is before
    house.policy.set_numbers(TRANSIT, {"value": 36, "details.remote": 96})
    assert house.cases.library.policy.number(TRANSIT) == 36
    line = house_at().policy.line(TRANSIT)
    assert line.override == Override(value=36, details={"remote": 96}, who="小云", at=at(NOW))
    assert line.in_force.shop == ShopMark("小云", "2026-05-19")
    assert (line.shipped.value, line.in_force.details["remote"].value) == (48, 96)


def test_what_uses_a_figure_is_listed(house: House) -> None:
    uses = {use.id for use in house.policy.line(LATE).uses}
    assert {"urge_shipment / D-URGE-1.2.1.2", "late_compensation_fen", "calculator"} <= uses
    assert [line.id for line in house.policy.lines()] == list(house.policy.shipped.figures)


def test_a_risk_shows_the_shops_own_value_at_once(house: House) -> None:
    order = imported(house, o.LATE)
    view = house.cases.look(order, "urge_shipment", CaseState({"wants": "ship", "has_left": "no", "can_ship": "yes"}))
    house.policy.set_numbers(LATE, {"tiers.0.flat_fen": 500})
    shown = house.cases.refresh(view).draft
    assert shown is not None
    risk = next(risk for risk in shown.risks if risk.figure == LATE)
    assert risk.words is not None
    assert risk.dated is not None
    assert "5 元" in risk.words.zh
    assert risk.dated.zh == "店铺自定，2026-05-19 · 平台 B 级来源"


def test_a_figure_decides_when_a_promise_falls_due(house: House) -> None:
    order = imported(house, o.NUMBER_ONLY)
    answers = CaseState({"wants": "ship", "has_left": "yes", "number_online": "no"})
    house.policy.set_numbers("fake_ship.window_hours", {"value": 12})
    made = house.cases.look(order, "urge_shipment", answers).draft
    assert made is not None
    assert [promise.due for promise in made.promises] == [at(NOW) + 12 * 3600]


def test_the_seeds_value_is_one_call_away_and_taken_back_as_easily(house: House, file: Path) -> None:
    house.policy.take("exchange.days", 0)
    assert house.policy.policy.number("exchange.days") == 15
    house.policy.reset("exchange.days")
    assert house.policy.policy.number("exchange.days") == 7
    assert json.loads(file.read_bytes()) == {}


def test_an_earlier_rule_with_other_tiers_can_be_taken(house: House) -> None:
    house.policy.take("fake_ship.compensation", 0)
    assert house.policy.policy.tiers("fake_ship.compensation") == (Tier(percent=25),)


def test_a_figure_in_words_takes_words(house: House) -> None:
    house.policy.set_words("rights.days", "  一年内 ")
    assert house.policy.policy.figures["rights.days"].words.zh == "一年内"


def test_the_shipped_number_is_no_value_of_the_shops_own(house: House) -> None:
    house.policy.set_numbers(TRANSIT, {"value": 36})
    house.policy.set_numbers(TRANSIT, {"value": 48})
    assert house.policy.line(TRANSIT).override is None


def test_what_does_not_fit_is_refused_and_nothing_changes(house: House, file: Path) -> None:
    for set_it, code in (
        (lambda: house.policy.set_numbers(TRANSIT, {"value": 0}), "figure_range"),
        (lambda: house.policy.set_words(TRANSIT, "两天"), "figure_number_wanted"),
        (lambda: house.policy.set_words("rights.days", "{x}"), "figure_words"),
        (lambda: house.policy.take("ship.pickup_inside_promise", 0), ""),
        (lambda: house.policy.line("no.such"), "figure_unknown"),
        (lambda: house.policy.set_numbers("no.such", {"value": 1}), "figure_unknown"),
    ):
        if code:
            with pytest.raises(WorldError) as caught:
                set_it()
            assert caught.value.problem.code == code
        else:
            set_it()
    assert house.policy.policy == house.policy.shipped


def test_an_own_value_that_no_longer_fits_is_named_and_ignored(house_at: HouseAt, file: Path) -> None:
    kept = {
        "gone.figure": {"value": 3},
        TRANSIT: {"value": 0},
        LATE: {"tiers": [{"below_fen": 5}]},
        "delivery.hours": {"value": "six"},
        "evidence.hours": {"value": 24},
    }
    file.write_text(json.dumps(kept), encoding="utf-8")
    house = house_at()
    assert house.policy.policy.number("evidence.hours") == 24
    assert house.policy.policy.number(TRANSIT) == 48
    assert {name: problem.code for name, problem in house.policy.ignored.items()} == {
        "gone.figure": "figure_gone",
        TRANSIT: "figure_range",
        LATE: "figure_tiers",
        "delivery.hours": "figure_unreadable",
    }
    trouble = house.policy.trouble()
    assert trouble is not None
    assert house.told(trouble).startswith("店铺自定的平台规则有 4 项不适用")
    house.policy.set_numbers("refund.days", {"value": 10})
    assert json.loads(file.read_bytes())["delivery.hours"] == {"value": "six"}
    house.policy.reset("delivery.hours")
    assert "delivery.hours" not in json.loads(file.read_bytes())
    assert "delivery.hours" not in house.policy.ignored


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"\xff", b'{"x":' + b"[" * 50_000])
def test_a_file_that_is_broken_is_put_aside_and_the_shipped_figures_hold(
    house_at: HouseAt, file: Path, raw: bytes
) -> None:
    file.write_bytes(raw)
    house = house_at()
    assert house.policy.policy == house.policy.shipped
    trouble = house.policy.trouble()
    assert trouble is not None
    assert trouble.code == "figures_broken"
    assert file.with_suffix(".broken.json").read_bytes() == raw


def test_a_value_that_cannot_be_written_is_not_in_force(house: House, file: Path) -> None:
    file.with_suffix(".part").mkdir()
    with pytest.raises(WorldError) as caught:
        house.policy.set_numbers(TRANSIT, {"value": 36})
    assert caught.value.problem.code == "file_unwritable"
    assert house.policy.policy.number(TRANSIT) == 48


def test_listeners_hear_which_figure_changed(house: House) -> None:
    heard: list[str] = []
    house.policy.listen(heard.append)
    house.policy.set_numbers(TRANSIT, {"value": 36})
    house.policy.reset(TRANSIT)
    assert heard == [TRANSIT, TRANSIT]


def test_the_promise_of_all_shops_is_one_value_seen_from_the_figures_and_from_the_settings(house: House) -> None:
    house.settings.change(agent="小云")
    house.policy.set_numbers(PROMISE, {"value": 24})
    assert house.settings.terms_of("任何店").promise_hours == 24
    house.settings.change_terms("", ShopTerms(promise_hours=36))
    line = house.policy.line(PROMISE)
    assert (line.in_force.value, line.in_force.shop) == (36, ShopMark("小云", "2026-05-19"))
    house.settings.change_terms("自家店", ShopTerms(promise_hours=72))
    assert house.policy.line(PROMISE).shops == {"自家店": 72}
    assert house.settings.terms_of("自家店").promise_hours == 72
    house.policy.reset(PROMISE)
    assert (house.settings.terms_of("任何店").promise_hours, house.policy.policy.number(PROMISE)) == (48, 48)
    house.settings.change_terms("", ShopTerms(promise_hours=48))
    assert house.policy.line(PROMISE).override is None


def test_another_setting_does_not_sign_a_promise_that_was_there(house_at: HouseAt, tmp_path: Path, file: Path) -> None:
    (tmp_path / "settings.json").write_text('{"terms": {"": {"promise_hours": 24}}}', encoding="utf-8")
    house = house_at()
    assert house.policy.policy.number(PROMISE) == 24
    house.settings.change(agent="小云")
    assert not file.exists()


def test_own_values_that_are_ignored_can_be_forgotten(house_at: HouseAt, file: Path) -> None:
    file.write_text('{"gone": {"value": 3}, "delivery.hours": 7, "transit.hours": {"value": 36}}', encoding="utf-8")
    house = house_at()
    house.policy.forget_ignored()
    assert house.policy.trouble() is None
    assert list(json.loads(file.read_bytes())) == [TRANSIT]
    assert house.policy.policy.number(TRANSIT) == 36


def test_the_windows_of_an_order_move_at_once(house: House) -> None:
    order = imported(house, o.RECEIVED)
    view = house.cases.look(order, "urge_shipment")
    assert view.facts["exchange_until"] == at("2026-05-27T00:00+08:00")
    house.policy.take("exchange.days", 0)
    assert house.cases.refresh(view).facts["exchange_until"] == at("2026-06-04T00:00+08:00")


def test_the_sum_due_for_an_order_moves_at_once(house: House) -> None:
    view = house.cases.look(imported(house, o.LATE), "urge_shipment")
    assert view.facts["late_compensation_fen"] == 300
    house.policy.set_numbers(LATE, {"tiers.0.flat_fen": 500})
    assert house.cases.refresh(view).facts["late_compensation_fen"] == 500


def test_another_setting_does_not_sign_the_promise(house: House, file: Path) -> None:
    house.settings.change(agent="小云")
    house.settings.change_terms("", ShopTerms(coupon_fen=800))
    assert not file.exists()


def test_a_promise_that_was_set_before_anybody_signed_is_in_force_unsigned(house_at: HouseAt, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"terms": {"": {"promise_hours": 24}}}', encoding="utf-8")
    house = house_at()
    assert house.policy.line(PROMISE).in_force.shop == ShopMark("", "")
    assert house.settings.terms_of(SHOP).promise_hours == 24


def test_another_promise_moves_the_derived_deadlines(house: House) -> None:
    imported(house, o.DERIVED)
    assert house.orders.count(house.orders.listing(View.OVERDUE)) == 0
    house.policy.set_numbers(PROMISE, {"value": 24})
    house.recompute_deadlines()
    assert house.orders.count(house.orders.listing(View.OVERDUE)) == 1
    promise = house.orders.promise_of(house.orders.find(o.NUMBER))
    assert promise is not None
    assert (promise.hours, promise.is_derived) == (24, True)


def test_an_unsettled_figure_of_the_shops_own_never_enters_a_reply(house: House) -> None:
    order = imported(house)
    house.policy.set_numbers("refund.unshipped.auto_hours", {"value": 36})
    made = house.cases.look(order, "urge_shipment", DOES_REFUND).draft
    assert made is not None
    risk = next(risk for risk in made.risks if risk.figure == "refund.unshipped.auto_hours")
    assert risk.words is not None
    assert (risk.words.zh, risk.is_settled) == ("36 小时", False)
    assert "36" not in made.text


def test_the_file_holds_only_what_was_set(file: Path) -> None:
    store = OverrideFile(file)
    store.write({TRANSIT: replace(Override(value=36), who="小云", at=1)})
    assert json.loads(file.read_bytes()) == {TRANSIT: {"value": 36, "who": "小云", "at": 1}}
    assert [path.name for path in file.parent.iterdir()] == ["figures.json"]
