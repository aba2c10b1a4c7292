"""Late shipment, wrong item, empty parcel, bad faith and the platform case, row by row, from the order file on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from deskhelper.app import House
from deskhelper.cli import commands
from deskhelper.core.case import CaseState
from deskhelper.core.facts import Moment
from deskhelper.core.moments import iso, zone
from deskhelper.core.reply import Draft, Situation, draft
from deskhelper.core.terms import ShopTerms
from deskhelper.core.wizard import Walk, replay
from tests import orders as o
from tests.flows.abuse_rows import ABUSE
from tests.flows.case_rows import CASE
from tests.flows.empty_rows import EMPTY
from tests.flows.late_rows import LATE
from tests.flows.row import NOW, End, Row, Table
from tests.flows.wrong_rows import WRONG
from tests.orders import SHOP, house_on, order_file

WORDINGS = 3
TABLES = [LATE, WRONG, EMPTY, ABUSE, CASE]
PAIRS = [(table, row) for table in TABLES for row in table.rows]
MOSTLY_KNOWN = ("has_left", "promise_passed", "platform_in")
"""What the order answers as soon as it says anything."""
NAMES = [f"{table.flow}: {row.name}" for table, row in PAIRS]
ALL_ROWS = pytest.mark.parametrize(("table", "row"), PAIRS, ids=NAMES)
PLAIN = [(table, row) for table, row in PAIRS if not row.facts]
"""The rows whose facts an order file gives: these go through the command line too."""
PLAIN_ROWS = pytest.mark.parametrize(("table", "row"), PLAIN, ids=[f"{table.flow}: {row.name}" for table, row in PLAIN])


def order_no(table: Table, row: Row) -> str:
    return f"260518-{PAIRS.index((table, row)) + 1:015d}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("flows")
    made = house_on(folder / "data")
    file = order_file(folder, *({**row.order, "订单号": order_no(table, row)} for table, row in PAIRS))
    assert made.imports.run(file, SHOP).new == len(PAIRS)
    yield made
    made.close()


def walked(house: House, table: Table, row: Row) -> tuple[Walk, Situation]:
    found = house.cases.look(house.orders.find(order_no(table, row)), table.flow, CaseState(), take=False)
    facts = {**found.facts, **row.facts}
    walk = replay(found.flow, facts, row.answers, zone())
    return walk, Situation(facts, ShopTerms(), Moment(NOW, zone()))


def drafted(house: House, table: Table, row: Row, slots: dict[str, str], wording: int = 0) -> Draft:
    walk, situation = walked(house, table, row)
    library = house.cases.library
    return draft(library, library.flows[table.flow], walk, situation, slots, wording)


def end_of(table: Table, row: Row) -> End:
    return table.ends[row.outcome]


def said(house: House, table: Table, row: Row, slots: dict[str, str]) -> tuple[int, dict[str, Any]]:
    folder: Path = house.folder.root
    call = ["reply", "--order", order_no(table, row), "--flow", table.flow, "--json", "--now", o.NOW]
    call += ["--data-dir", str(folder)]
    for question, answer in row.answers.items():
        call += ["--answer", f"{question}={answer}"]
    for slot, words in slots.items():
        call += ["--set", f"{slot}={words}"]
    result = CliRunner().invoke(commands, call)
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("table", TABLES, ids=[table.flow for table in TABLES])
def test_every_outcome_has_rows(house: House, table: Table) -> None:
    outcomes = set(house.cases.library.flows[table.flow].outcomes)
    assert outcomes == set(table.ends) == {row.outcome for row in table.rows}


@ALL_ROWS
def test_the_way_leads_to_the_documented_outcome(house: House, table: Table, row: Row) -> None:
    walk, _ = walked(house, table, row)
    assert [(step.question, step.answer, step.by) for step in walk.steps] == row.path
    assert all(step.reason.zh.strip("—") and "—" not in step.reason.zh for step in walk.steps)
    assert all("—" not in step.reason.en for step in walk.steps)
    assert walk.outcome == row.outcome


@ALL_ROWS
def test_four_answers_are_enough(house: House, table: Table, row: Row) -> None:
    walk, _ = walked(house, table, row)
    asked = [step for step in walk.steps if step.by == "agent" and step.question not in MOSTLY_KNOWN]
    assert len(asked) <= 4


@ALL_ROWS
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_every_wording_says_what_must_be_said(house: House, table: Table, row: Row, wording: int) -> None:
    made = drafted(house, table, row, row.slots, wording)
    groups = [*end_of(table, row).says, *row.says_more]
    assert [group for group in groups if not any(words in made.text for words in group)] == []
    assert [words for words in row.never_says if words in made.text] == []
    assert [finding.rule.value for finding in made.findings] == row.findings
    assert made.wordings == (WORDINGS if end_of(table, row).says else 0)
    assert made.is_complete is (bool(end_of(table, row).says) and not row.findings)


@ALL_ROWS
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_every_wording_reads_well(house: House, table: Table, row: Row, wording: int) -> None:
    text = drafted(house, table, row, row.slots, wording).text
    assert not re.search(r"[，。；：！？、]{2}|（[^）]*（|[,.;!?]|\s{2}", text.replace("1.8m", "").replace("8.80", ""))
    assert not re.search(r"宝贝|最|第一|绝对|赔付|罚", text)
    assert not text or text.endswith(("。", "？"))


@ALL_ROWS
def test_the_promises_fall_due_when_the_contract_says(house: House, table: Table, row: Row) -> None:
    made = drafted(house, table, row, row.slots)
    assert [(one.kind.value, one.due, one.fen) for one in made.promises] == end_of(table, row).promises
    assert all(one.text and one.follow_up.zh and one.follow_up.en for one in made.promises)


@ALL_ROWS
def test_the_clocks_against_the_shop_run(house: House, table: Table, row: Row) -> None:
    made = drafted(house, table, row, row.slots)
    assert [clock.at for clock in made.deadlines] == end_of(table, row).deadlines


@ALL_ROWS
def test_a_value_that_is_missing_is_a_gap_and_never_blank(house: House, table: Table, row: Row) -> None:
    made = drafted(house, table, row, {})
    assert made.gaps == row.gaps
    if row.gaps:
        assert not made.is_complete


@ALL_ROWS
def test_what_is_at_risk_what_to_do_and_where_it_goes_on(house: House, table: Table, row: Row) -> None:
    made, end = drafted(house, table, row, row.slots), end_of(table, row)
    assert [risk.figure for risk in made.risks] == end.risks
    assert all(risk.dated is not None for risk in made.risks if risk.figure is not None)
    outcome = house.cases.library.flows[table.flow].outcomes[row.outcome]
    assert [words for words in end.todo if not any(words in text.zh for text in outcome.todo)] == []
    assert {row.outcome, *end.cites} <= {row.outcome, *outcome.sources}
    assert outcome.evidence
    assert [way.to for way in made.hands_over] == end.hands_over
    if not end.says:
        assert made.notes, "where nothing is said, a note says why"


@PLAIN_ROWS
def test_the_command_line_says_the_same(house: House, table: Table, row: Row) -> None:
    status, plain = said(house, table, row, row.slots)
    made = drafted(house, table, row, row.slots)
    assert (plain["flow"], plain["outcome"], plain["open_question"]) == (table.flow, row.outcome, None)
    assert [(step["question"], step["answer"], step["by"]) for step in plain["path"]] == row.path
    assert plain["reply"] == ("" if row.findings else made.text)
    assert plain["gaps"] == []
    assert [finding["rule"] for finding in plain["findings"]] == row.findings
    due = [(one["kind"], one["due"], one["fen"]) for one in plain["promises"]]
    assert due == [(kind, iso(at, zone()), fen) for kind, at, fen in end_of(table, row).promises]
    assert (status == 0) is made.has_nothing_open


@PLAIN_ROWS
def test_the_command_line_names_the_gaps_and_gives_no_reply(house: House, table: Table, row: Row) -> None:
    status, plain = said(house, table, row, {})
    assert plain["gaps"] == row.gaps
    if row.gaps:
        assert (status, plain["reply"]) == (3, "")
