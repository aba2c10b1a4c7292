"""Every row of the domain contract is carried by a flow, a rule, a figure, a text or the code that cites it."""

import re
from pathlib import Path

import pytest

from deskhelper.content.library import load_library
from deskhelper.paths import RESOURCES

D_ID = re.compile(r"D-[A-Z]+-\d+(?:\.\d+)*[a-z]?")
DOCUMENTED = (Path(__file__).parent / "d_ids.txt").read_text(encoding="utf-8").split()
"""The numbered rows of domain.md."""
CONTRACT = Path(__file__).parents[3] / "shared" / "domain.md"
EXAMPLE = "D-URGE-2.1.1"
"""What the contract gives as an example of an id; there is no such row."""
LIBRARY = load_library(RESOURCES)
FLOW_CITES = {
    cited
    for flow in LIBRARY.flows.values()
    for words in [
        *(source for question in flow.questions.values() for source in question.source),
        *(source for outcome in flow.outcomes.values() for source in outcome.sources),
        *flow.outcomes,
        *(rule.id for rule in flow.rules),
    ]
    for cited in D_ID.findall(words)
}
CODE = [*(RESOURCES.parent / "deskhelper").rglob("*.py"), *(RESOURCES / "policy").glob("*.yaml")]
CODE_CITES = {cited for path in CODE for cited in D_ID.findall(path.read_text(encoding="utf-8"))}


def carries(cited: str, row: str) -> bool:
    """Tell whether an id carries a row: itself, or one of its several ends (`D-WRONG-3.1` carries `D-WRONG-3`)."""
    return cited == row or cited.startswith(f"{row}.")


@pytest.mark.skipif(not CONTRACT.exists(), reason="the domain contract is not beside the project")
def test_the_list_of_rows_is_the_contracts_own() -> None:
    rows = set(D_ID.findall(CONTRACT.read_text(encoding="utf-8"))) - {EXAMPLE}
    assert rows == set(DOCUMENTED)


@pytest.mark.parametrize("row", DOCUMENTED)
def test_each_row_is_carried(row: str) -> None:
    assert any(carries(cited, row) for cited in FLOW_CITES | CODE_CITES)


@pytest.mark.parametrize("row", [row for row in DOCUMENTED if not row.startswith("D-AFTER-6")])
def test_what_an_agent_is_to_know_or_do_stands_in_a_flow(row: str) -> None:
    """D-AFTER-6 (two clicks to the clipboard) is what the whole desk is built for and stands in the code."""
    assert any(carries(cited, row) for cited in FLOW_CITES)


@pytest.mark.parametrize("cited", sorted(FLOW_CITES | CODE_CITES))
def test_no_row_is_cited_that_is_not_documented(cited: str) -> None:
    assert any(carries(cited, row) or carries(row, cited) for row in DOCUMENTED)


@pytest.mark.parametrize("row", ["D-EMPTY-5", "D-LOGI-10"])
def test_a_refused_row_says_so_in_words(row: str) -> None:
    rules = [rule for flow in LIBRARY.flows.values() for rule in flow.rules if rule.id == row]
    assert rules
    assert all(rule.refused and len(rule.text.zh) > 15 and rule.text.en for rule in rules)
