"""The shipped content: it loads, it is proved, and it keeps to what the domain contract says of wording and figures."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhelper.content.exports import load_export_profiles
from deskhelper.content.library import faults, load_library
from deskhelper.core.errors import WorldError
from deskhelper.core.facts import FACT_KINDS, FactKind, FactValue, Moment
from deskhelper.core.figure_uses import FIGURE_OF_FACTS, USES_OF_CODE, unsettled_slots
from deskhelper.core.flow import Flow
from deskhelper.core.flow_check import prove
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.outgoing.words import forbidden
from deskhelper.core.override import Override, fields_of, override_fault, read_number
from deskhelper.core.reply import Library, Situation, draft
from deskhelper.core.slot import SlotKind
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import placeholders
from deskhelper.core.tiers import amount_due
from deskhelper.core.wizard import replay
from deskhelper.paths import RESOURCES

LIBRARY = load_library(RESOURCES)
NOW = parse_iso("2026-05-19 12:00", zone())
FLOWS = pytest.mark.parametrize("flow", LIBRARY.flows.values(), ids=LIBRARY.flows)
WORDINGS = [
    (name, wording)
    for name, script in LIBRARY.scripts.items()
    for wording in [*script.wordings, *(text for extra in script.extras for text in extra.wordings)]
]


def test_the_shipped_flows_are_proved_without_a_fault() -> None:
    assert faults(LIBRARY) == []
    assert {"urge_shipment", "proactive_notice"} <= set(LIBRARY.flows)


@FLOWS
def test_every_outcome_is_reached(flow: Flow) -> None:
    proof = prove(flow, LIBRARY)
    assert proof.outcomes == len(flow.outcomes)
    assert proof.paths >= proof.outcomes


def test_a_fault_is_listed_with_its_flow_and_path(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "flows", tmp_path / "flows")
    shutil.copytree(RESOURCES / "scripts", tmp_path / "scripts")
    shutil.copytree(RESOURCES / "policy", tmp_path / "policy")
    shutil.copytree(RESOURCES / "intents" / "reading", tmp_path / "intents" / "reading")
    file = tmp_path / "flows" / "urge_shipment.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("next: D-URGE-1.2.2", "next: GONE"), encoding="utf-8")
    lines = faults(load_library(tmp_path))
    assert "urge_shipment [wants=ship has_left=no can_ship=no] leads to nowhere: GONE" in lines
    assert "urge_shipment [] outcome never reached: D-URGE-1.2.2" in lines


def test_the_ids_of_the_contract_are_there() -> None:
    flow = LIBRARY.flows["urge_shipment"]
    assert {name: list(question.options) for name, question in flow.questions.items()} == {
        "wants": ["ship", "refund"], "has_left": ["yes", "no"], "number_online": ["yes", "no"], "can_ship": ["yes",
        "no"],
        "promise_passed": ["yes", "no"],
    }  # fmt: skip
    assert set(flow.outcomes) == {
        "D-URGE-1.1", "D-URGE-1.1b", "D-URGE-1.2.1.1", "D-URGE-1.2.1.2", "D-URGE-1.2.2", "D-URGE-2.1", "D-URGE-2.2",
    }  # fmt: skip
    slots = {"tracking_no", "courier", "new_time", "reason", "coupon_yuan", "refund_minutes", "promise_hours"}
    assert slots <= set(LIBRARY.slots)


@FLOWS
def test_every_title_question_and_option_has_both_languages(flow: Flow) -> None:
    texts = [flow.title, flow.summary]
    for question in flow.questions.values():
        texts += [question.ask, question.short, *(option.label for option in question.options.values())]
        texts += [own.reason for own in question.answers_itself]
    for outcome in flow.outcomes.values():
        texts += [outcome.title, *outcome.todo, *outcome.evidence, *(risk.text for risk in outcome.risks)]
        texts += [note.text for note in outcome.notes]
    for text in texts:
        assert text.zh.strip()
        assert text.en.strip()
        assert set(placeholders(text.zh)) == set(placeholders(text.en))
        assert not re.search(r"[\u4e00-\u9fff]", text.en)


@FLOWS
def test_every_outcome_names_its_source(flow: Flow) -> None:
    for name, outcome in flow.outcomes.items():
        assert name in outcome.sources


@pytest.mark.parametrize(("name", "wording"), WORDINGS)
def test_no_figure_is_a_fixed_word_of_a_script(name: str, wording: str) -> None:
    bare = re.sub(r"\{[a-z_]+\}", "", wording)
    assert not re.search(r"\d|[一二三四五六七八九十百]+ ?(?:小时|天|分钟|元)", bare), name


@pytest.mark.parametrize(("name", "wording"), WORDINGS)
def test_a_shops_coupon_is_never_called_the_platforms(name: str, wording: str) -> None:
    if "券" in wording:
        assert not re.search(r"平台|赔付|赔偿|补偿金", wording), name


@pytest.mark.parametrize(("name", "wording"), WORDINGS)
def test_no_wording_has_a_forbidden_word_or_asks_for_praise(name: str, wording: str) -> None:
    assert list(forbidden(LIBRARY.words.plain(wording), LIBRARY.words)) == [], name
    assert not re.search(r"好评|五星|返现", wording), name


def test_no_unsettled_figure_can_reach_a_reply() -> None:
    used = {spec.figure for spec in LIBRARY.slots.values() if spec.figure}
    unsettled = {name for name, figure in LIBRARY.policy.figures.items() if not figure.is_settled}
    assert "late.fine_from_day" in unsettled
    assert used & unsettled == set()
    for script in LIBRARY.scripts.values():
        assert set(script.slots) <= set(LIBRARY.slots)


def test_every_figure_has_a_source_a_confidence_and_words() -> None:
    for name, figure in LIBRARY.policy.figures.items():
        assert figure.source, name
        assert figure.words.zh, name
        assert figure.words.en, name
        assert "·" in figure.dated().zh


def test_no_slot_tells_an_unsettled_figure_not_even_by_a_fact() -> None:
    assert unsettled_slots(LIBRARY) == []


def test_every_figure_that_the_code_or_a_fact_names_is_shipped() -> None:
    named = {*USES_OF_CODE, *(figure for figures in FIGURE_OF_FACTS.values() for figure in figures)}
    assert named - set(LIBRARY.policy.figures) == set()


def test_every_shipped_number_is_one_that_a_shop_could_set() -> None:
    for name, figure in LIBRARY.policy.figures.items():
        for field in fields_of(figure):
            assert read_number(field.words, field) == field.value, name
        for alternative in figure.alternatives:
            if alternative.can_be_taken:
                taken = Override(value=alternative.value, tiers=alternative.tiers)
                assert override_fault(figure, taken) is None, name


def test_no_figure_has_a_fault_and_every_source_has_words() -> None:
    policy = LIBRARY.policy
    assert list(policy.faults()) == []
    for name, figure in policy.figures.items():
        for source in [figure.source, *(alternative.source for alternative in figure.alternatives)]:
            assert source in policy.sources, name


def test_the_seeds_value_stands_beside_the_newer_one() -> None:
    exchange = LIBRARY.policy.figures["exchange.days"]
    seeds = [alternative for alternative in exchange.alternatives if alternative.origin == "seed"]
    assert (exchange.value, seeds[0].value) == (7, 15)
    for name in ("ship.pickup_inside_promise", "late.platform_compensation", "fraud_ship.compensation"):
        assert any(alternative.origin == "seed" for alternative in LIBRARY.policy.figures[name].alternatives), name


@pytest.mark.parametrize(
    ("figure", "order_fen", "due"),
    [
        ("late.platform_compensation", 58_00, 3_00),
        ("late.platform_compensation", 1_000_00, 10_00),
        ("late.platform_compensation", 9_000_00, 30_00),
        ("stock.compensation", 58_00, 5_00),
        ("stock.compensation", 300_00, 15_00),
        ("stock.compensation", 9_000_00, 100_00),
        ("fake_ship.compensation", 58_00, 5_00),
        ("fake_ship.compensation", 9_000_00, 100_00),
        ("fraud_ship.compensation", 10_00, 10_00),
        ("fraud_ship.compensation", 100_00, 30_00),
        ("fraud_ship.compensation", 9_000_00, 500_00),
    ],
)
def test_the_platforms_compensation_is_reckoned_from_the_order(figure: str, order_fen: int, due: int) -> None:
    assert amount_due(LIBRARY.policy.tiers(figure), order_fen) == due


def test_the_hours_in_transit_are_split_by_region() -> None:
    figure = LIBRARY.policy.figures["transit.hours"]
    assert [figure.value, *(detail.value for detail in figure.details.values())] == [48, 72, 120]
    assert (figure.confidence, {detail.confidence for detail in figure.details.values()}) == ("A", {"B"})


def test_every_choice_slot_has_its_choices_and_each_choice_fits() -> None:
    for name, spec in LIBRARY.slots.items():
        if spec.kind is SlotKind.CHOICE:
            for choice in LIBRARY.choices[spec.choices or ""]:
                assert spec.least <= len(choice) <= spec.most, name


def test_the_platform_compensation_is_shown_as_the_platforms_and_late_figures_are_dated() -> None:
    figure = LIBRARY.policy.figures["late.platform_compensation"]
    assert figure.note is not None
    assert "平台" in figure.note.zh
    assert "2025" in figure.dated().zh


def test_the_export_profiles_load_best_first() -> None:
    profiles = load_export_profiles(RESOURCES / "exports")
    assert profiles[0].platform == "pdd"
    assert [profile.rank for profile in profiles] == sorted(profile.rank for profile in profiles)
    assert sum(profile.is_generic for profile in profiles) == 1


def test_a_profile_that_contradicts_itself_is_refused_with_its_line(tmp_path: Path) -> None:
    raw = "platform: test\ntitle: {zh: 测试, en: test}\ncolumns:\n  product: [商品]\n"
    (tmp_path / "test.yaml").write_text(raw, encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_export_profiles(tmp_path)
    assert caught.value.problem.values == {
        "file": "test.yaml", "line": 3, "key": "columns", "value": "columns: no headers for order_no",
    }  # fmt: skip


VALUES: dict[FactKind, st.SearchStrategy[FactValue]] = {
    FactKind.FLAG: st.sampled_from([True, False, None]),
    FactKind.COUNT: st.one_of(st.none(), st.integers(0, 800)),
    FactKind.WORDS: st.sampled_from([None, "", "中通快递", "to_ship", "XX", "{reason}"]),
    FactKind.FEN: st.one_of(st.none(), st.integers(-100, 10**8)),
    FactKind.INSTANT: st.one_of(st.none(), st.integers(NOW - 10**7, NOW + 10**7)),
    FactKind.SPAN: st.one_of(st.none(), st.integers(0, 10**7)),
}
FACTS = st.fixed_dictionaries({name: VALUES[kind] for name, kind in FACT_KINDS.items()})
GIVEN = st.dictionaries(
    st.sampled_from(sorted(LIBRARY.slots)),
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            ["XX", "5", "30", "2026-05-19 18:00", "2026-05-19 18:30", "中通快递", "773000000000123", "加微信"]
        ),
    ),
)


@FLOWS
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_whatever_order_and_agent_say_there_is_one_outcome_or_one_open_question(
    flow: Flow, data: st.DataObject
) -> None:
    facts = data.draw(FACTS)
    answers = {
        name: data.draw(st.sampled_from(list(question.options)))
        for name, question in flow.questions.items()
        if data.draw(st.booleans())
    }
    revisit = data.draw(st.sampled_from([None, *flow.questions]))
    walk = replay(flow, facts, answers, zone(), revisit)
    assert (walk.outcome is None) != (walk.question is None)
    assert [step.answer for step in walk.steps if step.question in answers] == [
        answers[step.question] for step in walk.steps if step.question in answers
    ]
    if walk.outcome is not None:
        check_draft(LIBRARY, flow, walk.outcome, facts, answers, data)


def check_draft(
    library: Library,
    flow: Flow,
    outcome: str,
    facts: dict[str, FactValue],
    answers: dict[str, str],
    data: st.DataObject,
) -> None:
    situation = Situation(facts, ShopTerms(), Moment(NOW, zone()))
    walk = replay(flow, facts, answers, zone())
    made = draft(
        library, flow, walk, situation, data.draw(GIVEN), data.draw(st.integers(0, 5)), data.draw(st.booleans())
    )
    assert made.outcome == outcome
    if made.is_complete:
        assert not re.search(r"XX|[{}]|＿|微信", made.text)
        assert len(made.promises) == len(flow.outcomes[outcome].promises)
    for promise in made.promises:
        assert promise.due >= NOW
        assert promise.follow_up.zh
