"""D-URGE row by row, from the order file on: through the case service, and through the command line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deskhelper.app import House
from deskhelper.cli import commands
from deskhelper.core.case import CaseState
from deskhelper.core.moments import iso, zone
from deskhelper.services.cases import CaseView
from tests.orders import NOW, SHOP, house_on, order_file
from tests.services.urge_rows import PROMISES, RISKS, ROWS, SAYS, TODO, Row

FLOW = "urge_shipment"
WORDINGS = 3


def order_no(row: Row) -> str:
    return f"260518-{ROWS.index(row) + 1:015d}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("urge")
    made = house_on(folder / "data")
    file = order_file(folder, *({**row.order, "订单号": order_no(row)} for row in ROWS))
    assert made.imports.run(file, SHOP).new == len(ROWS)
    yield made
    made.close()


def looked(house: House, row: Row, slots: dict[str, str], wording: int = 0) -> CaseView:
    state = CaseState(answers=row.answers, slots=slots, wording=wording)
    return house.cases.look(house.orders.find(order_no(row)), FLOW, state, take=False)


def said(house: House, row: Row, slots: dict[str, str], *more: str) -> tuple[int, dict[str, Any]]:
    folder: Path = house.folder.root
    call = ["reply", "--order", order_no(row), "--flow", FLOW, "--json", "--now", NOW, "--data-dir", str(folder), *more]
    for question, answer in row.answers.items():
        call += ["--answer", f"{question}={answer}"]
    for slot, words in slots.items():
        call += ["--set", f"{slot}={words}"]
    result = CliRunner().invoke(commands, call)
    return result.exit_code, json.loads(result.stdout)


def missing(row: Row, text: str) -> list[tuple[str, ...]]:
    groups = [*SAYS[row.outcome], *row.says_more]
    return [group for group in groups if not any(words in text for words in group)]


ALL_ROWS = pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])


def test_every_outcome_has_rows() -> None:
    assert {row.outcome for row in ROWS} == set(SAYS) == set(TODO) == set(PROMISES) == set(RISKS)


@ALL_ROWS
def test_the_way_leads_to_the_documented_outcome(house: House, row: Row) -> None:
    view = looked(house, row, row.slots)
    assert [(step.question, step.answer, step.by) for step in view.walk.steps] == row.path
    assert all(step.reason.zh.strip("—") and step.reason.en.strip("—") for step in view.walk.steps)
    assert view.walk.outcome == row.outcome


@ALL_ROWS
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_every_wording_says_what_must_be_said(house: House, row: Row, wording: int) -> None:
    draft = looked(house, row, row.slots, wording).draft
    assert draft is not None
    assert draft.wordings == WORDINGS
    assert missing(row, draft.text) == []
    assert [finding.rule.value for finding in draft.findings] == row.findings
    assert draft.is_complete is not bool(row.findings)


@ALL_ROWS
def test_the_promises_fall_due_when_the_contract_says(house: House, row: Row) -> None:
    draft = looked(house, row, row.slots).draft
    assert draft is not None
    assert [(one.kind.value, one.due, one.fen) for one in draft.promises] == PROMISES[row.outcome]
    assert all(one.text and one.follow_up.zh and one.follow_up.en for one in draft.promises)


@ALL_ROWS
def test_a_value_that_is_missing_is_a_gap_and_never_blank(house: House, row: Row) -> None:
    draft = looked(house, row, {}).draft
    assert draft is not None
    assert draft.gaps == row.gaps
    assert draft.text.count("＿＿") >= len(row.gaps)
    if row.gaps:
        assert not draft.is_complete


@ALL_ROWS
def test_every_risk_carries_its_figures_date_and_confidence(house: House, row: Row) -> None:
    draft = looked(house, row, row.slots).draft
    assert draft is not None
    assert [risk.figure for risk in draft.risks] == RISKS[row.outcome]
    for risk in draft.risks:
        if risk.figure is not None:
            assert risk.words is not None
            assert risk.dated is not None
            assert risk.is_settled is not ("未定论" in risk.dated.zh)


@ALL_ROWS
def test_the_command_line_says_the_same(house: House, row: Row) -> None:
    status, plain = said(house, row, row.slots)
    draft = looked(house, row, row.slots).draft
    assert draft is not None
    assert status == (3 if row.findings else 0)
    assert (plain["order_no"], plain["flow"], plain["flow_version"]) == (order_no(row), FLOW, 1)
    assert (plain["outcome"], plain["open_question"]) == (row.outcome, None)
    assert [(step["question"], step["answer"], step["by"]) for step in plain["path"]] == row.path
    assert (plain["reply"], plain["preview"]) == ("" if row.findings else draft.text, draft.text)
    assert plain["gaps"] == []
    assert [finding["rule"] for finding in plain["findings"]] == row.findings
    due = [(one["kind"], one["due"], one["fen"]) for one in plain["promises"]]
    assert due == [(kind, iso(at, zone()), fen) for kind, at, fen in PROMISES[row.outcome]]
    assert len(plain["risks"]) == len(RISKS[row.outcome])
    for risk, figure in zip(plain["risks"], RISKS[row.outcome], strict=True):
        assert ("级来源）" in risk or "未定论）" in risk) is (figure is not None)
    assert all(any(words in todo for todo in plain["todo"]) for words in TODO[row.outcome])
    assert row.outcome in plain["sources"]
    assert plain["evidence"]


@ALL_ROWS
def test_the_command_line_names_the_gaps_and_gives_no_reply(house: House, row: Row) -> None:
    status, plain = said(house, row, {})
    assert plain["gaps"] == row.gaps
    if row.gaps:
        assert (status, plain["reply"]) == (3, "")


@pytest.mark.parametrize("wording", range(1, WORDINGS + 1))
def test_the_command_line_gives_every_wording(house: House, wording: int) -> None:
    row = next(row for row in ROWS if row.name == "late")
    status, plain = said(house, row, row.slots, "--wording", str(wording))
    assert (status, missing(row, plain["reply"])) == (0, [])


@ALL_ROWS
def test_the_shops_coupon_is_never_the_platforms_compensation(house: House, row: Row) -> None:
    for wording in range(WORDINGS):
        draft = looked(house, row, row.slots, wording).draft
        assert draft is not None
        assert not any(words in draft.text for words in ("赔付", "赔偿", "平台补", "平台券", "平台赔", "罚"))
