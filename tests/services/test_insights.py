"""The figures of a period over real stores: what is counted is what stands behind the bar, and nothing more."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.insights import FigureTable, Plot, PlotKind, Wish
from deskhelper.core.period import PeriodKind
from deskhelper.services.insights import InsightService, Look
from deskhelper.storage.database import Stopped
from tests import orders as o
from tests.orders import NOW, at, imported, settle
from tests.services.conftest import HouseAt

SHOP = o.SHOP


def number(tail: int) -> dict[str, str]:
    return {"订单号": f"260518-{tail:015d}"}


def order(tail: int, *changes: Mapping[str, str], **more: str) -> dict[str, str]:
    merged: dict[str, str] = number(tail)
    for change in changes:
        merged |= change
    return merged | more


def wish(house: House, kind: PeriodKind = PeriodKind.WEEK, shop: str = "", agent: str = "") -> Wish:
    return Wish(house.insights.period(kind), shop, agent)


def plots(house: House, look: Look, kind: PeriodKind = PeriodKind.WEEK, **narrowed: str) -> dict[PlotKind, Plot]:
    return {plot.kind: plot for plot in house.insights.plots(look, wish(house, kind, **narrowed))}


def drawn(plot: Plot) -> dict[str, tuple[int, ...]]:
    assert plot.gap is None, plot.gap
    return {bar.key: bar.counts for bar in plot.bars if bar.total}


def behind(house: House, kind: PlotKind, key: str, **narrowed: str) -> list[str]:
    """Return the last digits of the orders behind a bar."""
    return [row.order_no[-2:].lstrip("0") for row in house.insights.behind(wish(house, **narrowed), kind, key)]


def promised(words: str) -> dict[str, str]:
    return {"承诺发货时间": words}


def opened(house: House, case_id: str, tail: int, flow: str, at_words: str, outcome: str | None = None) -> None:
    """Put a case into the database as it would have been at another time."""
    house.database.execute(
        "INSERT INTO cases (id, platform, order_no, flow, flow_version, opened_at, changed_at, state, undo, redo,"
        " outcome, asked) VALUES (?, 'pdd', ?, ?, 1, ?, ?, '{}', '[]', '[]', ?, '[]')",
        (case_id, number(tail)["订单号"], flow, at(at_words), at(at_words), outcome),
    )


def copied(
    house: House, case_id: str, tail: int, at_words: str, agent: str = "小测", script: str = "late", flow: str = "x"
) -> None:
    """Put a copied reply into the log."""
    house.database.execute(
        "INSERT INTO copies (case_id, platform, order_no, flow, outcome, script, wording, text, copied_at, agent)"
        " VALUES (?, 'pdd', ?, ?, '', ?, 0, '', ?, ?)",
        (case_id, number(tail)["订单号"], flow, script, at(at_words), agent),
    )


def promise(house: House, tail: int, kind: str, due: str, closed: str | None = None, kept: int | None = None) -> None:
    """Put a promise into the database, closed as promises are."""
    house.database.execute(
        "INSERT INTO promises (copy_id, case_id, platform, order_no, kind, text, follow_up_zh, follow_up_en, due_at,"
        " made_at, agent, closed_at, is_kept) VALUES (1, 'c', 'pdd', ?, ?, '18点前发出', '', '', ?, ?, '小测', ?, ?)",
        (number(tail)["订单号"], kind, at(due), at(due) - 3600, None if closed is None else at(closed), kept),
    )


class TestOverdue:
    @pytest.fixture
    def house(self, house: House) -> House:
        """Eight orders around their promises; the import is of now."""
        imported(
            house,
            order(1, promised("2026-05-18 23:59:59")),
            order(2, promised("2026-05-19 00:00:00")),
            order(3, promised("2026-05-18 10:00:00"), o.SHIPPED, 发货时间="2026-05-18 10:00:01"),
            order(4, promised("2026-05-18 10:00:00"), o.SHIPPED, 发货时间="2026-05-18 10:00:00"),
            order(5, promised("2026-05-18 11:00:00"), o.REFUNDED),
            order(6, promised("2026-05-18 11:00:00"), o.CANCELLED),
            order(7, promised("2026-05-19 12:00:00")),
            order(8, promised("2026-05-18 11:00:00"), o.UNPAID, 承诺发货时间="2026-05-18 11:00:00"),
            order(9, promised("2026-05-12 23:59:59")),
            order(10, promised("2026-05-18 12:00:00"), 订单状态="已发货，待收货"),
        )
        return house

    def test_counts_orders_not_shipped_by_their_promise(self, house: House) -> None:
        found = plots(house, Look.OVERDUE)
        by_day = found[PlotKind.OVERDUE_BY_TIME]
        assert drawn(by_day) == {"2026-05-18": (1, 1), "2026-05-19": (0, 1)}
        assert drawn(found[PlotKind.OVERDUE_BY_HOUR]) == {"00": (0, 1), "10": (1, 0), "23": (0, 1)}
        assert (by_day.total, by_day.of) == (3, 4)
        told = {remark.code: remark.values.get("count") for remark in by_day.remarks}
        assert {name: told[name] for name in ("left_out", "shipped_when")} == {"left_out": 2, "shipped_when": 1}

    def test_behind_a_bar_stand_the_orders_it_counts(self, house: House) -> None:
        assert behind(house, PlotKind.OVERDUE_BY_TIME, "2026-05-18") == ["3", "1"]
        assert behind(house, PlotKind.OVERDUE_BY_TIME, "2026-05-19") == ["2"]
        assert behind(house, PlotKind.OVERDUE_BY_HOUR, "10") == ["3"]
        first = house.insights.behind(wish(house), PlotKind.OVERDUE_BY_HOUR, "10")[0]
        assert (first.at, first.then, first.state) == (
            at("2026-05-18 10:00:00"), at("2026-05-18 10:00:01"), "shipped_late",
        )  # fmt: skip

    def test_one_day_counts_up_to_now(self, house: House) -> None:
        (today,) = plots(house, Look.OVERDUE, PeriodKind.TODAY).values()
        assert drawn(today) == {"00": (0, 1)}

    def test_another_shop_has_none_of_them(self, house: House) -> None:
        imported(house, order(20, promised("2026-05-18 10:00:00")), shop="另一家店")
        assert drawn(plots(house, Look.OVERDUE, shop="另一家店")[PlotKind.OVERDUE_BY_TIME]) == {"2026-05-18": (0, 1)}
        assert behind(house, PlotKind.OVERDUE_BY_TIME, "2026-05-18", shop="另一家店") == ["20"]
        assert house.insights.overview().shops == [SHOP, "另一家店"]


def test_a_promise_the_file_does_not_give_is_reckoned_and_said_to_be(house: House) -> None:
    settle(house, promise_hours=48, custom_goods=("刻字",))
    grouped = {"承诺发货时间": "", "拼单成功时间": "2026-05-16 09:12:00"}
    imported(
        house,
        order(1, grouped),
        order(2, grouped, o.SHIPPED),
        order(3, grouped, o.SHIPPED, 发货时间="2026-05-17 09:00:00"),
        order(4, grouped, o.SHIPPED, 商品规格="刻字款"),
    )
    plot = plots(house, Look.OVERDUE)[PlotKind.OVERDUE_BY_TIME]
    assert drawn(plot) == {"2026-05-18": (1, 1)}
    assert plot.of == 3
    assert {remark.code: remark.values for remark in plot.remarks}["derived"] == {"count": 2}


def test_marks_by_hand_keep_a_shipped_order_out(house: House) -> None:
    settle(house, promise_hours=48)
    imported(house, order(1, {"承诺发货时间": "", "拼单成功时间": "2026-05-16 09:12:00"}, o.SHIPPED))
    house.database.execute(
        "INSERT INTO order_marks VALUES (?, 'pdd', '{\"is_custom\": true}', 0)", (number(1)["订单号"],)
    )
    assert plots(house, Look.OVERDUE)[PlotKind.OVERDUE_BY_TIME].gap is not None


def test_the_period_before_is_cut_like_this_one(house_at: HouseAt) -> None:
    house = house_at()
    imported(
        house,
        order(1, promised("2026-05-19 10:00:00")),
        order(2, promised("2026-05-12 11:00:00")),
        order(3, promised("2026-05-12 12:30:00")),
        order(4, o.SHIPPED, 拼单成功时间="2026-01-01 10:00:00", 承诺发货时间="2026-01-03 10:00:00"),
    )
    plot = plots(house_at("2026-05-19T20:00:00+08:00"), Look.OVERDUE)[PlotKind.OVERDUE_BY_TIME]
    assert (plot.total, plot.before) == (1, 1)


def test_after_the_last_import_nothing_is_known(house_at: HouseAt) -> None:
    house = house_at()
    imported(house, order(1, promised("2026-05-19 10:00:00")), order(2, promised("2026-05-20 10:00:00")))
    later = house_at("2026-05-21T12:00:00+08:00")
    plot = plots(later, Look.OVERDUE)[PlotKind.OVERDUE_BY_TIME]
    assert drawn(plot) == {"2026-05-19": (0, 1)}
    assert [bar.key for bar in plot.bars if not bar.is_known][-2:] == ["2026-05-20", "2026-05-21"]
    assert {remark.code: remark.values for remark in plot.remarks}["orders_until"] == {"until_at": at(NOW)}


class TestAgents:
    @pytest.fixture
    def house(self, house: House) -> House:
        imported(house, order(1), order(2))
        opened(house, "a", 1, "urge_shipment", "2026-05-18 09:00:00", "D-URGE-1.1")
        opened(house, "b", 2, "urge_shipment", "2026-05-19 00:00:00")
        opened(house, "c", 1, "wrong_item", "2026-05-19 11:59:59", "D-WRONG-3")
        opened(house, "d", 1, "wrong_item", "2026-05-12 23:59:59", "D-WRONG-3")
        copied(house, "a", 1, "2026-05-18 09:00:40")
        copied(house, "a", 1, "2026-05-18 10:00:00", "小安")
        copied(house, "c", 1, "2026-05-19 11:59:59", "小安", "hello", "")
        copied(house, "d", 1, "2026-05-12 23:59:59")
        return house

    def test_counts_cases_by_flow_and_outcome(self, house: House) -> None:
        found = plots(house, Look.CASES)
        assert drawn(found[PlotKind.CASES_BY_FLOW]) == {"urge_shipment": (1, 1), "wrong_item": (1, 0)}
        by_outcome = found[PlotKind.CASES_BY_OUTCOME]
        assert drawn(by_outcome) == {"urge_shipment/D-URGE-1.1": (1,), "wrong_item/D-WRONG-3": (1,)}
        assert all(bar.label is not None for bar in by_outcome.bars)
        rows = house.insights.behind(wish(house), PlotKind.CASES_BY_FLOW, "urge_shipment")
        assert [row.case_id for row in rows] == ["b", "a"]
        rows = house.insights.behind(wish(house), PlotKind.CASES_BY_OUTCOME, "urge_shipment/D-URGE-1.1")
        assert [(row.case_id, row.title) for row in rows] == [("a", "测试四件套")]

    def test_a_case_belongs_to_who_copied_in_it(self, house: House) -> None:
        assert drawn(plots(house, Look.CASES, agent="小安")[PlotKind.CASES_BY_FLOW]) == {
            "urge_shipment": (1, 0), "wrong_item": (1, 0),
        }  # fmt: skip
        assert drawn(plots(house, Look.REPLIES, agent="小测")[PlotKind.REPLIES_BY_HOUR]) == {"09": (1,)}
        assert house.insights.overview().agents == ["小安", "小测"]

    def test_counts_replies_by_hour(self, house: House) -> None:
        assert drawn(plots(house, Look.REPLIES)[PlotKind.REPLIES_BY_HOUR]) == {"09": (1,), "10": (1,), "11": (1,)}
        assert behind(house, PlotKind.REPLIES_BY_HOUR, "11") == ["1"]
        assert plots(house, Look.REPLIES, shop="另一家店")[PlotKind.REPLIES_BY_HOUR].gap is not None

    def test_waits_are_from_opening_to_the_first_copy(self, house: House) -> None:
        for case in range(4):
            opened(house, f"e{case}", 1, "after_sale", "2026-05-19 08:00:00")
            copied(house, f"e{case}", 1, "2026-05-19 08:01:30")
        plot = plots(house, Look.WAITS)[PlotKind.TIME_TO_COPY]
        assert drawn(plot) == {"0": (1,), "2": (1,), "3": (4,)}
        assert (plot.total, plot.median) == (6, 90)
        assert {remark.code: remark.values for remark in plot.remarks}["without_copy"] == {"count": 1}
        rows = house.insights.behind(wish(house), PlotKind.TIME_TO_COPY, "2")
        assert [(row.case_id, row.at, row.then) for row in rows] == [
            ("a", at("2026-05-18 09:00:00"), at("2026-05-18 09:00:40"))
        ]

    def test_counts_scripts_of_flows_and_library_and_those_never_copied(self, house: House) -> None:
        found = plots(house, Look.SCRIPTS)
        assert drawn(found[PlotKind.TOP_SCRIPTS]) == {"flow:late": (2, 0), "library:hello": (0, 1)}
        unused = found[PlotKind.UNUSED_SCRIPTS]
        assert unused.total == unused.of
        assert unused.of == len(house._script_library.scripts)
        assert behind(house, PlotKind.TOP_SCRIPTS, "library:hello") == ["1"]
        assert len(behind(house, PlotKind.TOP_SCRIPTS, "flow:late")) == 2
        first = unused.bars[0]
        rows = house.insights.behind(wish(house), PlotKind.UNUSED_SCRIPTS, first.key)
        assert (len(rows), rows[0].order_no) == (first.total, "")

    def test_a_script_that_was_copied_is_unused_no_more(self, house: House) -> None:
        before = plots(house, Look.SCRIPTS)[PlotKind.UNUSED_SCRIPTS].total
        script = next(iter(house._script_library.scripts)).id
        house.database.execute(
            "INSERT INTO script_uses (script_id, used_at, platform, order_no, wording, agent)"
            " VALUES (?, 1, '', '', 0, '')",
            (script,),
        )
        assert plots(house, Look.SCRIPTS)[PlotKind.UNUSED_SCRIPTS].total == before - 1

    def test_counts_orders_with_trouble_by_product_once(self, house: House) -> None:
        opened(house, "f", 1, "wrong_item", "2026-05-19 09:00:00")
        plot = plots(house, Look.PRODUCTS)[PlotKind.PROBLEMS_BY_PRODUCT]
        assert drawn(plot) == {"测试四件套": (1, 0)}
        rows = house.insights.behind(wish(house), PlotKind.PROBLEMS_BY_PRODUCT, "测试四件套")
        assert [(row.case_id, row.state) for row in rows] == [("c", "wrong_item")]


def test_counts_what_became_of_promises(house: House) -> None:
    imported(house, order(1))
    promise(house, 1, "ship", "2026-05-18 18:00:00", "2026-05-18 17:00:00", 1)
    promise(house, 1, "ship", "2026-05-18 23:59:59", "2026-05-19 09:00:00", 0)
    promise(house, 1, "coupon", "2026-05-19 00:00:00")
    promise(house, 1, "coupon", "2026-05-19 11:00:00", "2026-05-19 10:00:00")
    promise(house, 1, "coupon", "2026-05-19 13:00:00")
    found = plots(house, Look.PROMISES)
    assert drawn(found[PlotKind.PROMISES_BY_TIME]) == {"2026-05-18": (1, 1, 0, 0), "2026-05-19": (0, 0, 1, 1)}
    assert drawn(found[PlotKind.PROMISES_BY_KIND]) == {"ship": (1, 1, 0, 0), "coupon": (0, 0, 1, 1)}
    rows = house.insights.behind(wish(house), PlotKind.PROMISES_BY_TIME, "2026-05-19")
    assert [row.state for row in rows] == ["open", "withdrawn"]
    rows = house.insights.behind(wish(house), PlotKind.PROMISES_BY_KIND, "ship")
    assert [(row.state, row.agent, row.title) for row in rows] == [
        ("kept", "小测", "18点前发出"), ("broken", "小测", "18点前发出"),
    ]  # fmt: skip


class TestParcels:
    def test_counts_parcels_in_anomaly_of_those_with_a_trace(self, house: House) -> None:
        def parcel(tail: int, tracking: str, **more: str) -> dict[str, str]:
            return order(tail, o.SHIPPED, 快递单号=tracking, 快递公司="中通快递", **more)

        imported(
            house,
            parcel(1, "773000000000001", 发货时间="2026-05-15 10:00:00"),
            parcel(2, "773000000000002"),
            parcel(3, "773000000000003"),
            parcel(4, "773000000000004", 发货时间="2026-05-12 23:59:59"),
            parcel(5, "773000000000005", 订单状态="已签收", 确认收货时间="2026-05-19 10:00:00"),
        )
        for tail in (1, 4, 5):
            house.traces.paste(house.orders.find(number(tail)["订单号"]), "2026-05-15 12:00:00 已揽收\n")
        house.traces.paste(house.orders.find(number(2)["订单号"]), "2026-05-19 11:00:00 已揽收\n")
        (plot,) = house.insights.plots(Look.ANOMALIES, wish(house))
        assert [(bar.key, bar.counts, bar.of) for bar in plot.bars] == [("中通快递", (1,), 3)]
        assert {remark.code: remark.values for remark in plot.remarks} == {"untraced": {"count": 1}}
        assert behind(house, PlotKind.ANOMALIES_BY_CARRIER, "中通快递") == ["1"]

    def test_without_a_trace_nothing_can_be_said(self, house: House) -> None:
        imported(house, order(1, o.ONLINE))
        (plot,) = house.insights.plots(Look.ANOMALIES, wish(house))
        assert plot.gap is not None
        assert plot.gap.code == "no_traces"


def test_an_empty_house_says_so_everywhere(house: House) -> None:
    for look in Look:
        for plot in house.insights.plots(look, wish(house)):
            assert plot.gap is not None, plot.kind
    assert house.insights.overview().coverage.orders is None


def test_a_look_that_nobody_waits_for_ends(house: House) -> None:
    imported(house, *[order(tail, promised("2026-05-18 10:00:00")) for tail in range(1, 2000)])
    with pytest.raises(Stopped):
        house.insights.plots(Look.OVERDUE, wish(house), lambda: True)


def test_days_are_chosen_within_reason(house: House) -> None:
    service: InsightService = house.insights
    assert service.period_between(date(2026, 5, 1), date(2026, 5, 2)).days == 2
    with pytest.raises(WorldError, match="period_backwards"):
        service.period_between(date(2026, 5, 2), date(2026, 5, 1))
    with pytest.raises(WorldError, match="period_long"):
        service.period_between(date(2025, 5, 2), date(2026, 5, 1))


TABLE = FigureTable("=按商品/拆分", ("共 3 单",), ("", "数量"), (("=HYPERLINK(1)", 3), ("@四件套", 1)))


def test_a_workbook_has_a_sheet_for_each_plot_and_no_formula(house: House, tmp_path: Path) -> None:
    file = tmp_path / "figures.xlsx"
    house.insights.save(file, [TABLE, TABLE])
    book = CalamineWorkbook.from_path(file)
    assert book.sheet_names == ["=按商品 拆分", "=按商品 拆分 2"]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[-2:] == [["=HYPERLINK(1)", 3.0], ["@四件套", 1.0]]


def test_a_csv_is_read_by_a_spreadsheet_without_a_formula(house: House, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    house.insights.save(file, [TABLE, TABLE])
    lines = file.read_text("utf-8-sig").split("\n")
    assert lines[:5] == ["'=按商品/拆分", "共 3 单", ",数量", "'=HYPERLINK(1),3", "'@四件套,1"]
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["no/figures.xlsx", "no/figures.csv"])
def test_a_file_that_cannot_be_written_is_told(house: House, tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError, match="file_not_written"):
        house.insights.save(tmp_path / name, [TABLE])
