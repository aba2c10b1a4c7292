from typing import Any

import msgspec
import pytest

from deskhelper.core.calculator import Basis, CalculatorRow, calculator_rows, headline
from deskhelper.core.flow import Flow
from deskhelper.core.override import Override, policy_in_force
from deskhelper.core.policy import Policy
from tests.core.make import MOMENT, NOW, ZONE, at, outcome, plain_flow, text

TIERS = [{"below_fen": 30000, "flat_fen": 300}, {"percent": 1, "most_fen": 3000}]


def figure(value: float | None, unit: str = "hours", **more: Any) -> dict[str, Any]:
    plain = {
        "title": text("数"), "words": text("原文"), "unit": unit, "since": "2025", "source": "rules", "confidence": "B",
        "value": value,
    }  # fmt: skip
    return plain | more


SHIPPED = msgspec.convert(
    {
        "platform": "pdd",
        "sources": {"rules": text("平台规则")},
        "figures": {
            "late.platform_compensation": figure(None, "fen", tiers=TIERS),
            "fake_ship.compensation": figure(
                None, "fen", tiers=[{"percent": 5, "least_fen": 500}],
                alternatives=[{"origin": "before", "words": text("旧规"), "source": "rules",
                               "tiers": [{"percent": 25}]}],
            ),
            "ship.promise_hours": figure(48),
            "fake_ship.window_hours": figure(24),
            "transit.hours": figure(48),
            "pickup_then_silence.hours": figure(24),
            "delivery.hours": figure(24),
            "evidence.hours": figure(48),
            "return.no_reason": figure(168),
            "exchange.days": figure(
                7, "days", confidence="C", note=text("注"),
                alternatives=[{"origin": "seed", "words": text("15 天"), "source": "rules", "value": 15}],
            ),
            "refund.days": figure(None, "text"),
            "rights.days": figure(None, "text",
                                  alternatives=[{"origin": "seed", "words": text("不限"), "source": "rules"}]),
        },
    },
    Policy,
)  # fmt: skip


def flow(figures: list[str], dues: tuple[str, ...] = (), deadlines: tuple[str, ...] = ()) -> Flow:
    plain = plain_flow()
    plain["outcomes"]["END"] = outcome(
        risks=[{"text": text("险"), "figure": name} for name in figures] + [{"text": text("别的")}],
        promises=[
            {"kind": "trace", "text": text("看"), "due": {"plus_hours_of_figure": name}, "follow_up": text("看")}
            for name in dues
        ],
        deadlines=[{"text": text("期"), "due": {"plus_hours_of_figure": name}} for name in deadlines],
    )
    return msgspec.convert(plain, Flow)


def rows(figures: list[str], facts: dict[str, Any], **overrides: Override) -> dict[str, CalculatorRow]:
    given = {name.replace("__", "."): override for name, override in overrides.items()}
    policy = policy_in_force(SHIPPED, given, ZONE).policy
    made = calculator_rows(Basis(facts, MOMENT, policy, SHIPPED), flow(figures), "END")
    return {row.figure: row for row in made}


def result(name: str, **facts: Any) -> tuple[str, str] | None:
    words = rows([name], facts)[name].result
    return None if words is None else (words.zh, words.en)


@pytest.mark.parametrize(
    ("name", "facts", "zh", "en"),
    [
        (
            "late.platform_compensation", {"paid_fen": 5800},
            "订单 58.00 元 → 平台赔付 3.00 元", "order 58.00 yuan → platform compensation 3.00 yuan",
        ),
        (
            "ship.promise_hours", {"grouped_at": at("2026-05-18 09:12"), "promise_is_derived": True},
            "到 5-20 09:12，还剩 21 小时 12 分", "until 5-20 09:12, 21 h 12 min left",
        ),
        (
            "ship.promise_hours", {"grouped_at": NOW, "promise_is_derived": False},
            "订单文件已写明承诺时间，不按此推算", "the order file names the time; this is not used",
        ),
        (
            "fake_ship.window_hours", {"shipped_at": at("2026-05-18 09:00")},
            "5-19 09:00 已到，过了 3 小时", "ended 5-19 09:00, 3 h ago",
        ),
        (
            "delivery.hours", {"last_scan_at": at("2026-05-19 11:00"), "last_scan_kind": "out_for_delivery"},
            "到 5-20 11:00，还剩 23 小时", "until 5-20 11:00, 23 h left",
        ),
        (
            "return.no_reason", {"no_reason_until": at("2026-05-27 00:00")},
            "到 5-26 23:59，还剩 7 天 12 小时", "until 5-26 23:59, 7 d 12 h left",
        ),
    ],
)  # fmt: skip
def test_a_figure_comes_to_a_sum_or_a_moment(name: str, facts: dict[str, Any], zh: str, en: str) -> None:
    assert result(name, **facts) == (zh, en)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("late.platform_compensation", {"paid_fen": None}),
        ("late.platform_compensation", {"paid_fen": -1}),
        ("transit.hours", {"last_scan_at": None}),
        ("delivery.hours", {"last_scan_at": NOW, "last_scan_kind": "picked_up"}),
        ("pickup_then_silence.hours", {"last_scan_at": NOW, "last_scan_kind": None}),
        ("return.no_reason", {"no_reason_until": None}),
        ("refund.days", {"refund_until": NOW}),
        ("rights.days", {}),
    ],
)
def test_what_the_order_does_not_say_comes_to_nothing(name: str, facts: dict[str, Any]) -> None:
    assert result(name, **facts) is None


def test_a_row_says_source_date_confidence_and_note() -> None:
    row = rows(["exchange.days"], {})["exchange.days"]
    assert (row.words.zh, row.dated.zh, row.source.zh, row.is_settled, row.is_own) == (
        "原文", "2025 起 · 未定论", "平台规则", False, False,
    )  # fmt: skip
    assert row.note is not None


def test_the_shops_own_value_and_the_platforms_stand_side_by_side() -> None:
    own = Override(value=24, at=NOW)
    facts = {"grouped_at": at("2026-05-18 13:00"), "promise_is_derived": True}
    row = rows(["ship.promise_hours"], facts, ship__promise_hours=own)["ship.promise_hours"]
    assert row.is_own
    assert row.result is not None
    assert row.result.zh == "到 5-19 13:00，还剩 1 小时"
    [platform] = row.others
    assert platform.result is not None
    assert (platform.origin, platform.words.zh, platform.result.zh) == (
        None, "原文", "到 5-20 13:00，还剩 1 天 1 小时",
    )  # fmt: skip


def test_a_promise_of_the_file_is_not_reckoned_by_any_value() -> None:
    own = Override(value=24, at=NOW)
    facts = {"grouped_at": NOW, "promise_is_derived": False}
    row = rows(["ship.promise_hours"], facts, ship__promise_hours=own)["ship.promise_hours"]
    assert [other.result for other in row.others] == [None]


def test_a_window_by_the_shops_value_is_reckoned_back_to_the_platforms_and_on_to_the_seeds() -> None:
    facts = {"exchange_until": at("2026-05-30 00:00")}
    row = rows(["exchange.days"], facts, exchange__days=Override(value=10, at=NOW))["exchange.days"]
    ends = [other.result.zh.split("，")[0] for other in row.others if other.result]
    assert ends == ["到 5-26 23:59", "到 6-03 23:59"]
    assert [other.origin for other in row.others] == [None, "seed"]


def test_the_rule_before_a_change_is_reckoned_too_and_a_remark_is_not() -> None:
    made = rows(["fake_ship.compensation", "rights.days"], {"paid_fen": 100_00})
    [before] = made["fake_ship.compensation"].others
    assert before.result is not None
    assert before.result.zh == "订单 100.00 元 → 平台赔付 25.00 元"
    [remark] = made["rights.days"].others
    assert remark.result is None


RECEIVED = {"no_reason_until": NOW, "exchange_until": NOW, "refund_until": NOW}


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({}, []),
        ({"has_left": None, "promise_is_derived": True}, ["ship.promise_hours"]),
        ({"has_left": None, "promise_is_derived": False}, []),
        ({"has_left": True, "promise_is_derived": True}, []),
        ({"has_left": True, "promise_passed": True}, ["late.platform_compensation"]),
        ({"promise_passed": True, "shipped_late": True}, ["late.platform_compensation"]),
        ({"promise_passed": True, "shipped_late": False}, []),
        ({"promise_passed": True, "shipped_late": False, "pickup_in_time": True}, []),
        ({"promise_passed": True, "shipped_late": False, "pickup_in_time": False}, ["late.platform_compensation"]),
        (RECEIVED, ["return.no_reason", "exchange.days", "refund.days"]),
        ({"platform_notice_at": NOW}, ["evidence.hours"]),
    ],
)
def test_the_clocks_that_run_for_the_order_are_shown_before_any_outcome(
    facts: dict[str, Any], names: list[str]
) -> None:
    made = calculator_rows(Basis(facts, MOMENT, SHIPPED, SHIPPED), flow([]), None)
    assert [row.figure for row in made] == names


def test_what_the_outcome_names_comes_first_and_each_once_and_unknown_figures_not() -> None:
    facts = {"platform_notice_at": NOW, "promise_passed": True}
    ends = flow(["late.platform_compensation", "no.such"], ("fake_ship.window_hours",), ("evidence.hours",))
    made = calculator_rows(Basis(facts, MOMENT, SHIPPED, SHIPPED), ends, "END")
    assert [row.figure for row in made] == ["late.platform_compensation", "evidence.hours", "fake_ship.window_hours"]


def test_a_figure_that_only_the_shops_file_has_stands_alone() -> None:
    own = policy_in_force(SHIPPED, {"transit.hours": Override(value=36, at=NOW)}, ZONE).policy
    made = calculator_rows(Basis({}, MOMENT, own, Policy("pdd", {})), flow(["transit.hours"]), "END")
    assert made[0].others == ()


def test_the_headline_is_the_first_row_with_a_result() -> None:
    made = list(rows(["rights.days", "late.platform_compensation"], {"paid_fen": 5800}).values())
    first = headline(made)
    assert first is not None
    assert first.figure == "late.platform_compensation"
    assert headline(made[:1]) is made[0]
    assert headline([]) is None
