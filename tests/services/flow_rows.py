"""What a table test of a flow is made of: the ends of the flow, and rows that lead to them."""

from collections.abc import Mapping

from msgspec import Struct

from tests import orders as o
from tests.orders import at

NOW = at(o.NOW)
ORDER, AGENT = "order", "agent"
APOLOGY = ("抱歉", "对不起", "不好意思", "道歉", "道个歉")
OUR_FREIGHT = ("运费由小店承担", "运费都由小店承担", "运费我们出", "运费小店承担")

Says = list[tuple[str, ...]]
"""What every wording says: of each group, one."""
Promises = list[tuple[str, int, int | None]]
"""Kind, due instant and fen of each promise."""


class End(Struct, frozen=True, kw_only=True):
    """One outcome as the domain contract wants it; `says` is None where there is nothing to tell."""

    says: Says | None
    todo: list[str]
    promises: Promises = []
    figures: list[str | None] = []
    fault: str | None = None
    on: list[str] = []
    """The flows that are open from here, that of the platform's case left out."""


class Row(Struct, frozen=True, kw_only=True):
    """One way through a flow. `path` is question, answer and who gave it; `gaps` is what is open without `slots`."""

    name: str
    answers: dict[str, str]
    outcome: str
    path: list[tuple[str, str, str]]
    order: Mapping[str, str] = {}
    slots: dict[str, str] = {}
    gaps: list[str] = []
    findings: list[str] = []
    says_more: Says = []


def by_agent(**answers: str) -> list[tuple[str, str, str]]:
    """Return steps that the agent answered."""
    return [(question, answer, AGENT) for question, answer in answers.items()]
