"""The table D-PRESALE of the domain contract as rows."""

from tests import orders as o
from tests.orders import at
from tests.services.flow_rows import AGENT, ORDER, End, Row, by_agent

FLOW = "presale"
END = at("2026-05-20 09:00")
WORDS = ("明天（5月20日）9点前",)

ENDS = {
    "D-PRESALE-1.1": End(
        says=[("预售",), WORDS, ("发出后", "寄出之后", "发货后")], todo=["预售时间", "告诉买家"],
        promises=[("ship", END, None)], figures=["late.platform_compensation", "presale.max_days"],
        on=["urge_shipment"]),
    "D-PRESALE-1.2": End(
        says=None, todo=["逾期", "预售设置"], figures=["late.platform_compensation"], fault="ours",
        on=["late_shipment"]),
    "D-PRESALE-1.3": End(says=None, todo=["单号"], on=["urge_shipment"]),
    "D-PRESALE-2": End(
        says=[("预售",), WORDS, ("发出后", "寄出后", "发货后")], todo=["先到期", "预售状态", "告诉买家"],
        promises=[("ship", END, None)], figures=["late.platform_compensation", "ship.pickup_inside_promise"],
        on=["urge_shipment"]),
    "D-PRESALE-2.1": End(
        says=None, todo=["主动告知", "同一批"], figures=["late.platform_compensation"],
        fault="ours", on=["proactive_notice"]),
}  # fmt: skip

UNTIL = {"presale_end": "2026-05-20 09:00"}
WAITS = ("has_left", "no", ORDER)
RUNS, PASSED = ("promise_passed", "no", ORDER), ("promise_passed", "yes", ORDER)
FAR = {"承诺发货时间": "2026-05-25 09:12:00"}

ROWS = [
    Row(name="ends far ahead", order=FAR, answers={}, outcome="D-PRESALE-1.1",
        path=[WAITS, RUNS, ("ends_soon", "no", ORDER)], slots=UNTIL, gaps=["presale_end"]),
    Row(name="runs by the agent's word", order=o.UNPROMISED, answers={"promise_passed": "no", "ends_soon": "no"},
        outcome="D-PRESALE-1.1", path=[WAITS, *by_agent(promise_passed="no", ends_soon="no")], slots=UNTIL,
        gaps=["presale_end"]),
    Row(name="a derived promise says nothing of a presale", order=o.DERIVED_LATE,
        answers={"promise_passed": "no", "ends_soon": "no"}, outcome="D-PRESALE-1.1",
        path=[WAITS, *by_agent(promise_passed="no", ends_soon="no")], slots=UNTIL, gaps=["presale_end"]),
    Row(name="told later than the file's promise", answers={"ends_soon": "no"}, outcome="D-PRESALE-1.1",
        path=[WAITS, RUNS, ("ends_soon", "no", AGENT)], slots={"presale_end": "2026-05-20 10:00"},
        gaps=["presale_end"], findings=["contradiction"]),
    Row(name="ends soon, ships in time", answers={"can_ship": "yes"}, outcome="D-PRESALE-2",
        path=[WAITS, RUNS, ("ends_soon", "yes", ORDER), *by_agent(can_ship="yes")], slots=UNTIL,
        gaps=["presale_end"]),
    Row(name="ends soon, cannot ship", answers={"can_ship": "no"}, outcome="D-PRESALE-2.1",
        path=[WAITS, RUNS, ("ends_soon", "yes", ORDER), *by_agent(can_ship="no")]),
    Row(name="passed", order=o.LATE, answers={}, outcome="D-PRESALE-1.2", path=[WAITS, PASSED]),
    Row(name="shipped", order=o.ONLINE, answers={}, outcome="D-PRESALE-1.3", path=[("has_left", "yes", ORDER)]),
]  # fmt: skip
