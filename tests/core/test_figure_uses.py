import msgspec

from deskhelper.core.facts import FACT_KINDS
from deskhelper.core.figure_uses import FIGURE_OF_FACTS, USES_OF_CODE, unsettled_slots, uses_of
from tests.core.make import library_of, plain_library, text


def used(figure: str, **more: object) -> set[tuple[str, str]]:
    plain = plain_library()
    plain["policy"]["figures"] |= dict.fromkeys((figure,), plain["policy"]["figures"]["scan"])
    plain |= more
    return {(use.kind, use.id) for use in uses_of(library_of(plain)).get(figure, ())}


def test_outcomes_and_slots_that_name_a_figure_use_it() -> None:
    assert used("scan") == {("flow", "test / REFUND"), ("slot", "scan")}
    assert ("flow", "test / REFUND") in used("fine")


def test_a_question_uses_the_figures_behind_its_facts_and_reasons() -> None:
    plain = plain_library()
    flow = plain["flows"]["test"]
    first = next(iter(flow["questions"]))
    flow["questions"][first]["answers_itself"] = [
        {"when": {"fact": "in_exchange", "is": True}, "answer": next(iter(flow["questions"][first]["options"])),
         "reason": text("还剩 {no_reason_left}")}
    ]  # fmt: skip
    flow["rules"] = [{"id": "D-LATE-4", "text": text("罚款"), "figure": "late.fine_from_day"}]
    uses = uses_of(library_of(plain))
    for figure in ("exchange.days", "return.no_reason"):
        assert f"test / {first}" in {use.id for use in uses[figure]}
    assert [use.id for use in uses["late.fine_from_day"]] == ["test / D-LATE-4", "boards"]


def test_a_slot_uses_the_figures_behind_its_fact() -> None:
    plain = plain_library()
    plain["slots"]["hours_promised"] = {"kind": "hours", "title": text("承诺"), "fact": "promise_hours"}
    uses = {(use.kind, use.id) for use in uses_of(library_of(plain))["ship.promise_hours"]}
    assert {("slot", "hours_promised"), ("fact", "promise_at"), ("view", "countdown")} <= uses


def test_a_slot_that_would_tell_an_unsettled_figure_is_named() -> None:
    plain = plain_library()
    assert unsettled_slots(library_of(plain)) == []
    plain["policy"]["figures"]["exchange.days"] = plain["policy"]["figures"]["fine"]
    plain["slots"]["fined"] = {"kind": "hours", "title": text("罚款"), "figure": "fine"}
    plain["slots"]["until"] = {"kind": "time", "title": text("换货截止"), "fact": "exchange_until"}
    assert unsettled_slots(library_of(plain)) == ["fined", "until"]


def test_only_known_facts_are_said_to_be_reckoned_from_figures() -> None:
    assert set(FIGURE_OF_FACTS) <= set(FACT_KINDS)
    assert all(figures for figures in FIGURE_OF_FACTS.values())
    assert all(use.kind == "view" for uses in USES_OF_CODE.values() for use in uses)
    assert msgspec.json.encode(uses_of(library_of(plain_library())))
