"""D-LOGI, D-AFTER, D-CUSTOM and D-PRESALE row by row: through the case service, and through the command line."""

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

from deskhelper.app import House
from deskhelper.cli import commands
from deskhelper.core.case import CaseState
from deskhelper.core.moments import iso, zone
from deskhelper.services.cases import CaseView
from tests.orders import NOW, SHOP, house_on, order_file
from tests.services import after_sale_rows, custom_made_rows, parcel_anomaly_rows, presale_rows
from tests.services.flow_rows import End, Row

TABLES: list[ModuleType] = [parcel_anomaly_rows, after_sale_rows, custom_made_rows, presale_rows]
CASES: list[tuple[str, Row, End]] = [
    (table.FLOW, row, table.ENDS[row.outcome]) for table in TABLES for row in table.ROWS
]
ALL_ROWS = pytest.mark.parametrize(("flow", "row", "end"), CASES, ids=[f"{flow}-{row.name}" for flow, row, _ in CASES])
WORDINGS = 3
BY_FACTS = {"D-AFTER-1.4", "D-LOGI-4.2"}
"""Ends that a mark or the trace leads to: see tests/content/test_flows_by_facts.py."""


def order_no(row: Row) -> str:
    return f"260518-{[id(one) for _, one, _ in CASES].index(id(row)) + 1:015d}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("tables")
    made = house_on(folder / "data")
    file = order_file(folder, *({**row.order, "订单号": order_no(row)} for _, row, _ in CASES))
    assert made.imports.run(file, SHOP).new == len(CASES)
    yield made
    made.close()


def looked(house: House, flow: str, row: Row, slots: dict[str, str], wording: int = 0) -> CaseView:
    state = CaseState(answers=row.answers, slots=slots, wording=wording)
    return house.cases.look(house.orders.find(order_no(row)), flow, state, take=False)


def said(house: House, flow: str, row: Row, slots: dict[str, str]) -> tuple[int, dict[str, Any]]:
    call = ["reply", "--order", order_no(row), "--flow", flow, "--json", "--now", NOW]
    call += ["--data-dir", str(house.folder.root)]
    for question, answer in row.answers.items():
        call += ["--answer", f"{question}={answer}"]
    for slot, words in slots.items():
        call += ["--set", f"{slot}={words}"]
    result = CliRunner().invoke(commands, call)
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("table", TABLES, ids=[table.FLOW for table in TABLES])
def test_every_outcome_has_rows(house: House, table: ModuleType) -> None:
    outcomes = set(house.cases.flow(table.FLOW).outcomes)
    assert {row.outcome for row in table.ROWS} | (BY_FACTS & outcomes) == outcomes
    assert set(table.ENDS) == outcomes - {"D-AFTER-1.4"}


@ALL_ROWS
def test_the_way_leads_to_the_documented_outcome(house: House, flow: str, row: Row, end: End) -> None:
    view = looked(house, flow, row, row.slots)
    assert [(step.question, step.answer, step.by) for step in view.walk.steps] == row.path
    assert all(step.reason.zh.strip("—") and step.reason.en.strip("—") for step in view.walk.steps)
    assert all("—" not in step.reason.zh for step in view.walk.steps)
    assert view.walk.outcome == row.outcome
    outcome = view.flow.outcomes[row.outcome]
    assert (outcome.fault.value if outcome.fault else None) == end.fault


@ALL_ROWS
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_every_wording_says_what_must_be_said(house: House, flow: str, row: Row, end: End, wording: int) -> None:
    draft = looked(house, flow, row, row.slots, wording).draft
    assert draft is not None
    assert draft.wordings == (0 if end.says is None else WORDINGS)
    groups = [*(end.says or ()), *row.says_more] if not row.findings else []
    assert [group for group in groups if not any(words in draft.text for words in group)] == []
    assert sorted({finding.rule.value for finding in draft.findings}) == row.findings
    assert draft.is_complete is (end.says is not None and not row.findings)


@ALL_ROWS
def test_the_promises_fall_due_when_the_contract_says(house: House, flow: str, row: Row, end: End) -> None:
    draft = looked(house, flow, row, row.slots).draft
    assert draft is not None
    if row.name != "told later than the file's promise":
        assert [(one.kind.value, one.due, one.fen) for one in draft.promises] == end.promises
    assert all(one.text and one.follow_up.zh and one.follow_up.en for one in draft.promises)


@ALL_ROWS
def test_a_value_that_is_missing_is_a_gap_and_never_blank(house: House, flow: str, row: Row, end: End) -> None:
    draft = looked(house, flow, row, {}).draft
    assert draft is not None
    assert draft.gaps == row.gaps
    if row.gaps:
        assert not draft.is_complete


@ALL_ROWS
def test_every_risk_carries_its_figures_date_and_confidence(house: House, flow: str, row: Row, end: End) -> None:
    draft = looked(house, flow, row, row.slots).draft
    assert draft is not None
    assert [risk.figure for risk in draft.risks] == end.figures
    for risk in draft.risks:
        if risk.figure is not None:
            assert risk.words is not None
            assert risk.dated is not None
            assert risk.is_settled is not ("未定论" in risk.dated.zh)


@ALL_ROWS
def test_the_case_can_go_on_where_it_belongs(house: House, flow: str, row: Row, end: End) -> None:
    draft = looked(house, flow, row, row.slots).draft
    assert draft is not None
    ways = [way.to for way in draft.hands_over]
    is_not_received = row.outcome.startswith("D-AFTER-1.") and not row.order.get("确认收货时间")
    assert ways == [*(["urge_shipment"] if is_not_received else end.on), "platform_case"]


@ALL_ROWS
def test_the_command_line_says_the_same(house: House, flow: str, row: Row, end: End) -> None:
    status, plain = said(house, flow, row, row.slots)
    draft = looked(house, flow, row, row.slots).draft
    assert draft is not None
    assert status == (0 if not draft.gaps and not row.findings else 3)
    assert (plain["order_no"], plain["flow"], plain["flow_version"]) == (order_no(row), flow, 1)
    assert (plain["outcome"], plain["open_question"]) == (row.outcome, None)
    assert [(step["question"], step["answer"], step["by"]) for step in plain["path"]] == row.path
    assert (plain["reply"], plain["preview"]) == (draft.text if draft.is_complete else "", draft.text)
    assert plain["gaps"] == []
    due = [(one["kind"], one["due"], one["fen"]) for one in plain["promises"]]
    assert due == [(one.kind.value, iso(one.due, zone()), one.fen) for one in draft.promises]
    assert all(any(words in todo for todo in plain["todo"]) for words in end.todo)
    assert row.outcome in plain["sources"]


def test_the_refund_clock_runs_from_the_arrival_of_the_return(house: House) -> None:
    row = next(row for row in after_sale_rows.ROWS if row.outcome == "D-AFTER-1.5")
    draft = looked(house, after_sale_rows.FLOW, row, row.slots).draft
    assert draft is not None
    assert [iso(one.at, zone()) for one in draft.deadlines] == ["2026-05-22T09:12:00+08:00"]


@pytest.mark.parametrize(
    ("name", "along"),
    [
        ("faulty, nothing chosen yet", {"platform_in": "yes", "fault": "ours"}),
        ("lost, nothing chosen yet", {"platform_in": "yes", "fault": "carrier"}),
        ("no reason, the window has closed", {"platform_in": "yes", "fault": "buyer"}),
        ("how to rate", {"platform_in": "yes"}),
    ],
)
def test_the_platforms_case_is_told_whose_fault_it_is(house: House, name: str, along: dict[str, str]) -> None:
    row = next(row for row in after_sale_rows.ROWS if row.name == name)
    draft = looked(house, after_sale_rows.FLOW, row, row.slots).draft
    assert draft is not None
    (way,) = [way for way in draft.hands_over if way.to == "platform_case"]
    assert way.answers == along


FREIGHT_IS_THE_SHOPS = [(flow, row) for flow, row, end in CASES if end.fault in ("ours", "carrier") and end.says]


@pytest.mark.parametrize(
    ("flow", "row"), FREIGHT_IS_THE_SHOPS, ids=[f"{flow}-{row.name}" for flow, row in FREIGHT_IS_THE_SHOPS]
)
def test_the_buyer_never_pays_freight_for_our_or_the_carriers_fault(house: House, flow: str, row: Row) -> None:
    for wording in range(WORDINGS):
        draft = looked(house, flow, row, row.slots, wording).draft
        assert draft is not None
        for clause in draft.text.replace("。", "，").replace("；", "，").split("，"):
            assert "运费" not in clause or "小店" in clause or "我们" in clause, clause


@pytest.mark.parametrize(
    ("name", "to", "label", "here"),
    [
        ("stalled", "after_sale", "丢件", "remedy"),
        ("not delivered", "after_sale", "弄坏", "has_photos"),
        ("stalled", "urge_shipment", "没交给快递", "can_ship"),
        ("not shipped", "urge_shipment", "催发货", "wants"),
        ("false description", "wrong_item", "发错货", "fault"),
        ("return not in order", "bad_faith", "调包", "fault"),
        ("faulty, nothing chosen yet", "platform_case", "介入", "platform_verdict"),
        ("received, faulty", "after_sale", "售后", "has_photos"),
        ("not started, no files", "urge_shipment", "退款", "D-URGE-2.2"),
        ("ends far ahead", "urge_shipment", "退款", "D-URGE-2.2"),
        ("passed", "late_shipment", "逾期", "buyer_reached"),
        ("ends soon, cannot ship", "proactive_notice", "延迟", "D-PRO-4"),
        ("shipped", "urge_shipment", "催发货", "D-URGE-1.1b"),
    ],
)
def test_what_is_handed_over_is_not_asked_again(house: House, name: str, to: str, label: str, here: str) -> None:
    flow, row, _ = next(case for case in CASES if case[1].name == name)
    view = looked(house, flow, row, row.slots)
    assert view.draft is not None
    (way,) = [way for way in view.draft.hands_over if way.to == to and label in way.label.zh]
    walk = house.cases.hand_over(view, way).walk
    assert here in (walk.question or walk.outcome or "")


@pytest.mark.parametrize(
    ("name", "offered", "told"),
    [
        ("ends far ahead", "2026-05-25T09:00:00+08:00", "5月25日9点前"),
        ("ends soon, ships in time", "2026-05-20T09:00:00+08:00", "明天（5月20日）9点前"),
        ("a derived promise says nothing of a presale", "", ""),
        ("runs by the agent's word", "", ""),
    ],
)
def test_the_files_promise_is_offered_for_a_presale_nobody_marked(
    house: House, name: str, offered: str, told: str
) -> None:
    row = next(row for row in presale_rows.ROWS if row.name == name)
    state = CaseState(answers=row.answers)
    draft = house.cases.look(house.orders.find(order_no(row)), presale_rows.FLOW, state).draft
    assert draft is not None
    (slot,) = [slot for slot in draft.slots if slot.name == "presale_end"]
    assert (slot.suggested, draft.is_complete) == (offered, bool(offered))
    assert told in draft.text
