"""What a row of a flow's table holds, and the words and times that the tables share."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.facts import FactValue
from deskhelper.core.moments import HOUR
from tests import orders as o
from tests.orders import at

NOW = at(o.NOW)
SIX = at("2026-05-19 18:00")
NOON = at("2026-05-20 12:00")
SIX_WORDS = "今天（5月19日）18点"
NOON_WORDS = "明天（5月20日）12点"
NOTICE = at("2026-05-19 09:30")
"""When the platform gave notice; the evidence is due 48 h later (evidence.hours)."""
EVIDENCE = NOTICE + 48 * HOUR
NOTIFIED: dict[str, FactValue] = {"platform_notice_at": NOTICE, "evidence_until": EVIDENCE, "evidence_passed": False}

ORDER, AGENT = "order", "agent"
APOLOGY = ("抱歉", "对不起", "不好意思", "道歉", "道个歉", "赔个不是", "是我们的不对")
OUR_FREIGHT = ("来回运费都由小店承担", "来回运费由我们承担", "来回运费我们承担", "来回运费小店出", "来回运费小店全出")
NO_FREIGHT = ("不会让您花运费", "运费更不用您操心", "没有运费的事", "不用您花运费", "没有寄回和运费的事",
              "运费也不用您操心", "不用您出运费", "运费的事不用您操心", "也没有运费")  # fmt: skip
RESEND_FREIGHT = ("运费由小店承担", "运费我们承担", "运费我们出", "运费小店出", "运费小店承担")
PHOTOS = ("拍", "照片")
AT_SIX = (f"{SIX_WORDS}前",)
AT_NOON = (f"{NOON_WORDS}前",)
REFUND_ONLY = ("仅退款",)
SOON = ("30分钟内",)
OFFERED = ("补发",), ("换货",), ("退款",)

Due = tuple[str, int, int | None]


class Row(Struct, frozen=True, kw_only=True):
    """One way through a flow. `facts` are those that no order file gives; `path` is question, answer and who gave it.

    `gaps` is what is open without `slots`.
    """

    name: str
    answers: dict[str, str]
    outcome: str
    path: list[tuple[str, str, str]]
    order: Mapping[str, str] = {}
    facts: dict[str, FactValue] = {}
    slots: dict[str, str] = {}
    gaps: list[str] = []
    findings: list[str] = []
    says_more: list[tuple[str, ...]] = []
    never_says: list[str] = []


class End(Struct, frozen=True, kw_only=True):
    """What an outcome must give. Of each group of `says` every wording says one; no group: nothing is said."""

    todo: list[str]
    risks: list[str | None]
    cites: list[str]
    says: list[tuple[str, ...]] = []
    promises: list[Due] = []
    deadlines: list[int] = []
    hands_over: list[str] = []


class Table(Struct, frozen=True):
    """The whole table of one flow."""

    flow: str
    ends: dict[str, End]
    rows: list[Row]
