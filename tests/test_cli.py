"""The contract of the command line: exit states, JSON shapes, and answers that a fixed time makes repeatable."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskhelper.cli import commands
from deskhelper.core.errors import WorldError
from deskhelper.services.imports import ImportService
from tests import orders as o
from tests.orders import NOW, NUMBER, SHOP, order_file

Run = Callable[..., Result]
OTHER = "260518-111111111110002"
LATE = ["--answer", "wants=ship", "--answer", "has_left=no", "--answer", "can_ship=yes"]
FILLED = ["--set", "reason=仓库盘点", "--set", "new_time=2026-05-19 18:00", "--set", "coupon_yuan=5"]
REPLY_KEYS = {
    "order_no", "flow", "flow_version", "outcome", "path", "todo", "reply", "gaps", "promises", "risks",
    "findings", "sources",
}  # fmt: skip
ORDER_KEYS = {
    "order_no", "platform", "shop", "status", "status_text", "after_sale", "product", "spec", "quantity", "paid_fen",
    "grouped_at", "promised_ship_by", "promise_is_derived", "shipped_at", "received_at", "courier", "tracking_no",
    "refund_fen",
}  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str | Path, now: str | None = NOW) -> Result:
        more = ["--data-dir", str(tmp_path / "data"), *(["--now", now] if now else [])]
        result = CliRunner().invoke(commands, [*map(str, words), *more])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def late(run: Run, files: Path) -> Run:
    """Return the command line on a folder with one late order and one that is shipped."""
    assert run("import", order_file(files, o.LATE, {**o.ONLINE, "订单号": OTHER}), "--shop", SHOP).exit_code == 0
    return run


def plain(result: Result, status: int = 0) -> Any:
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


def reply(run: Run, *words: str) -> Result:
    return run("reply", "--order", NUMBER, "--flow", "urge_shipment", *words)


def test_import_counts_each_file(run: Run, files: Path) -> None:
    file = order_file(files, {}, {"订单号": OTHER})
    (report,) = plain(run("import", file, "--shop", SHOP, "--json"))
    assert report["file"] == str(file)
    assert [report[name] for name in ("new", "updated", "unchanged", "rejected")] == [2, 0, 0, []]
    (again,) = plain(run("import", file, "--json"))
    assert [again[name] for name in ("new", "updated", "unchanged")] == [0, 0, 2]


def test_import_tells_refused_rows_with_row_column_and_reason(run: Run, files: Path) -> None:
    file = order_file(files, {}, {"订单号": "2.60518E+20"})
    (report,) = plain(run("import", file, "--json"), 3)
    (refused,) = report["rejected"]
    assert (refused["row"], refused["column"], refused["kept"]) == (3, "订单号", False)
    assert "第 3 行" in refused["reason"]
    assert report["new"] == 1


def test_import_of_several_files_goes_on_after_a_broken_one(run: Run, files: Path) -> None:
    good = order_file(files, {})
    broken = files / "broken.csv"
    broken.write_bytes(b"")
    other = order_file(files, {"订单号": OTHER}, name="orders_export2026-05-19-11-30-00.csv")
    result = run("import", good, broken, other, files / "gone.csv", "--json")
    reports = plain(result, 1)
    assert [report["new"] for report in reports] == [1, 0, 1, 0]
    assert ["error" in report for report in reports] == [False, True, False, True]
    assert "broken.csv" in reports[1]["error"]
    assert result.stderr.count("\n") == 2
    assert len(plain(run("orders", "--json"))) == 2


def test_import_that_is_stopped_tells_what_is_done_and_leaves_the_rest(
    run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (order_file(files / name) for name in "xyz")
    really_run = ImportService.run

    def stop(service: ImportService, file: Path, *more: Any) -> Any:
        if file == second:
            raise KeyboardInterrupt
        return really_run(service, file, *more)

    monkeypatch.setattr(ImportService, "run", stop)
    result = run("import", str(first), str(second), str(third), "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert [(one["file"], one["new"]) for one in told] == [(str(first), 1), (str(second), 0)]
    assert "已停止" in told[1]["error"]
    assert result.stderr.strip() == told[1]["error"]


def test_import_says_its_counts_to_people(run: Run, files: Path) -> None:
    result = run("import", order_file(files, {}, {"订单号": "2.60518E+20"}), files / "gone.csv")
    assert result.exit_code == 1
    assert "新增 1，更新 0，未变 0，拒收 1" in result.stdout
    assert "gone.csv" in result.stderr


def test_import_that_refuses_many_rows_stays_readable(run: Run, files: Path) -> None:
    lost = ({"订单号": f"260518-{number:015d}", "快递单号": "7.54E+14"} for number in range(200))
    result = run("import", order_file(files, *lost))
    lines = result.stdout.splitlines()
    assert (result.exit_code, len(lines)) == (3, 52)
    assert "快递单号 × 150" in lines[-1]


def test_import_to_a_full_disk_is_told(run: Run, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise WorldError("disk_full", file="deskhelper.db")

    monkeypatch.setattr(ImportService, "run", full)
    result = run("import", order_file(files), "--json")
    assert "磁盘空间不足" in plain(result, 1)[0]["error"]


def test_orders_have_the_documented_fields(late: Run) -> None:
    orders = plain(late("orders", "--json"))
    assert all(set(order) >= ORDER_KEYS for order in orders)
    by_number = {order["order_no"]: order for order in orders}
    order = by_number[NUMBER]
    assert (order["status"], order["after_sale"], order["paid_fen"], order["shop"]) == ("to_ship", "none", 3560, SHOP)
    assert order["promised_ship_by"] == "2026-05-19T09:00:00+08:00"
    assert [order[name] for name in ("promise_is_derived", "shipped_at", "tracking_no", "courier")] == [
        False,
        None,
        None,
        None,
    ]
    assert by_number[OTHER]["shipped_at"] == "2026-05-18T18:30:00+08:00"
    assert by_number[OTHER]["tracking_no"] == o.TRACKING


def test_a_derived_promise_is_marked_in_the_list(run: Run, files: Path) -> None:
    run("import", order_file(files, o.DERIVED, {**o.UNPROMISED, "订单号": OTHER}))
    orders = {order["order_no"]: order for order in plain(run("orders", "--json"))}
    assert (orders[NUMBER]["promised_ship_by"], orders[NUMBER]["promise_is_derived"]) == (
        "2026-05-20T09:12:00+08:00",
        True,
    )
    assert (orders[OTHER]["promised_ship_by"], orders[OTHER]["promise_is_derived"]) == (None, False)
    assert "推算" in run("orders").stdout


def test_the_promise_of_marked_goods_is_the_presales_end(run: Run, files: Path, tmp_path: Path) -> None:
    terms = '{"terms": {"": {"presale_goods": ["四件套 15天"]}}}'
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text(terms, encoding="utf-8")
    run("import", order_file(files, o.DERIVED))
    (order,) = plain(run("orders", "--json"))
    assert (order["promised_ship_by"], order["promise_is_derived"]) == ("2026-06-02T09:12:00+08:00", True)
    assert plain(run("orders", "--view", "overdue", "--now", "2026-05-29T09:00:00+08:00", "--json")) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["0002"], [OTHER]),
        ([NUMBER], [NUMBER]),
        ([o.TRACKING], [OTHER]),
        (["--view", "overdue"], [NUMBER]),
        (["--view", "to-ship"], [NUMBER]),
        (["--view", "due_soon"], []),
        (["四件套", "--view", "shipped"], [OTHER]),
        (["nothing"], []),
        (["--limit", "1"], [OTHER]),
        (["  ", "--limit", "5"], [OTHER, NUMBER]),
    ],
)
def test_orders_are_found_by_query_and_view(late: Run, words: list[str], found: list[str]) -> None:
    numbers = [order["order_no"] for order in plain(late("orders", *words, "--json"))]
    assert numbers == found


def test_the_overdue_view_follows_the_time_given(late: Run) -> None:
    assert plain(late("orders", "--view", "overdue", "--json", now="2026-05-19T08:59:00+08:00")) == []


def test_people_see_at_most_a_screen_of_orders(run: Run, files: Path) -> None:
    run("import", order_file(files, *({"订单号": f"260518-{number:015d}"} for number in range(60))))
    assert len(run("orders").stdout.splitlines()) == 50
    assert len(run("orders", "四件套").stdout.splitlines()) == 50
    assert len(run("orders", "--limit", "55").stdout.splitlines()) == 55
    assert len(plain(run("orders", "--json"))) == 60


def test_an_empty_list_is_said_and_is_no_error(run: Run) -> None:
    assert run("orders").stdout == "没有找到订单。\n"
    assert plain(run("orders", "--json")) == []


def test_a_complete_reply_has_the_documented_fields(late: Run) -> None:
    made = plain(reply(late, *LATE, *FILLED, "--json"))
    assert set(made) >= REPLY_KEYS
    assert made["outcome"] == "D-URGE-1.2.1.2"
    assert made["path"][-1] == {
        "question": "promise_passed", "answer": "yes", "by": "order", "reason": "承诺 5-19 09:00，已过 3 小时",
    }  # fmt: skip
    assert "今天（5月19日）18点" in made["reply"]
    assert [one["due"] for one in made["promises"]] == ["2026-05-19T18:00:00+08:00", "2026-05-20T18:00:00+08:00"]
    assert made["gaps"] == made["findings"] == made["problems"] == []


def test_a_fixed_time_makes_answers_repeatable(late: Run) -> None:
    first = reply(late, *LATE, *FILLED, "--json")
    assert reply(late, *LATE, *FILLED, "--json").stdout == first.stdout
    other = plain(
        late("reply", "--order", NUMBER, "--flow", "urge_shipment", *LATE, "--json", now="2026-05-19 13:00"), 3
    )
    assert other["path"][-1]["reason"] == "承诺 5-19 09:00，已过 4 小时"


def test_nothing_that_reply_prints_is_stored(late: Run) -> None:
    reply(late, *LATE, *FILLED)
    assert plain(late("orders", "--view", "with_case", "--json")) == []


def test_a_reply_with_gaps_is_not_complete(late: Run) -> None:
    made = plain(reply(late, *LATE, "--json"), 3)
    assert (made["reply"], made["gaps"]) == ("", ["reason", "new_time", "coupon_yuan"])
    assert "＿＿" in made["preview"]
    assert made["promises"] == []


def test_an_open_question_is_not_complete(late: Run) -> None:
    made = plain(reply(late, "--answer", "wants=ship", "--json"), 3)
    assert (made["outcome"], made["open_question"], made["reply"]) == (None, "has_left", "")
    shown = reply(late, "--answer", "wants=ship")
    assert shown.exit_code == 3
    assert "? 包裹离开仓库了吗？  --answer has_left=…  (yes: 已经寄出 | no: 还没寄出)" in shown.stdout


def test_a_refused_value_is_not_complete_and_says_why(late: Run) -> None:
    made = plain(reply(late, *LATE, *FILLED, "--set", "new_time=2026-05-19 18:30", "--json"), 3)
    assert made["gaps"] == ["new_time"]
    assert made["problems"] == [{"slot": "new_time", "reason": "5-19 18:30 没有精确到整点；告诉买家的时间一律是整点。"}]


def test_a_finding_is_not_complete_and_names_rule_and_words(late: Run) -> None:
    made = plain(reply(late, *LATE, *FILLED, "--set", "reason=请加微信", "--json"), 3)
    assert made["reply"] == ""
    assert [(one["rule"], one["words"]) for one in made["findings"]] == [("off_platform", "加微信")]
    shown = reply(late, *LATE, *FILLED, "--set", "reason=请加微信")
    assert "不行: 不能把买家引到平台之外：“加微信”。" in shown.stdout


def test_a_reply_is_told_to_people_with_all_that_stands_beside_it(late: Run) -> None:
    shown = reply(late, *LATE, *FILLED).stdout
    assert "→ D-URGE-1.2.1.2" in shown
    assert "□ 发货后把优惠券送出" in shown
    assert "! 平台罚款：第二天起自动罚款（出自原始资料 · 未定论）" in shown
    assert "承诺: 5月19日18点前发货 (2026-05-19T18:00:00+08:00)" in shown
    assert "缺: --set reason=…" in reply(late, *LATE).stdout


def test_wordings_differ_and_are_counted_round(late: Run) -> None:
    texts = [plain(reply(late, *LATE, *FILLED, "--wording", str(number), "--json"))["reply"] for number in (1, 2, 3, 4)]
    assert len(set(texts)) == 3
    assert texts[0] == texts[3]
    assert reply(late, *LATE, *FILLED, "--wording", "0").exit_code == 2


def test_the_values_on_offer_are_taken_only_when_asked(late: Run) -> None:
    made = plain(reply(late, *LATE, "--set", "reason=仓库盘点", "--accept-defaults", "--json"))
    assert "18点" in made["reply"]
    assert made["slots"]["coupon_yuan"] == "5"


def test_the_platform_may_stand_before_the_number(late: Run) -> None:
    assert late("reply", "--order", f"pdd:{NUMBER}", "--flow", "urge_shipment").exit_code == 3
    assert late("reply", "--order", f"jd:{NUMBER}", "--flow", "urge_shipment").exit_code == 1


def test_an_unknown_order_is_the_worlds_error(late: Run) -> None:
    result = late("reply", "--order", "1", "--flow", "urge_shipment", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "订单 1 不在列表里，请先导入订单文件。\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["reply", "--order", NUMBER, "--flow", "gone"], "没有流程“gone”"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--answer", "gone=yes"], "没有问题“gone”"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--answer", "wants=gift"], "没有答案“gift”"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--answer", "wants"], "is not name=value"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--answer", "=ship"], "is not name=value"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--set", "gone=5"], "没有填空项“gone”"),
        (["reply", "--order", NUMBER, "--flow", "urge_shipment", "--set", "reason"], "is not name=value"),
        (["reply", "--order", NUMBER], "--flow"),
        (["reply", "--flow", "urge_shipment"], "--order"),
        (["reply"], "--order"),
        (["orders", "--view", "gone"], "没有视图“gone”"),
        (["orders", "--limit", "0"], "--limit"),
        (["orders", "--limit", "many"], "--limit"),
        (["orders", "a", "b"], "unexpected extra argument"),
        (["flows", "gone"], "没有流程“gone”"),
        (["import"], "FILES"),
        (["gone"], "No such command"),
        (["demo", "--size", "big"], "WIDTHxHEIGHT"),
        (["demo", "--theme", "pink"], "--theme"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_printed(late: Run, words: list[str], told: str) -> None:
    result = late(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("now", ["tomorrow", "", "25:00", "0001-01-01", "9999-12-31T23:00-12:00"])
@pytest.mark.parametrize("command", [["orders"], ["flows"], ["demo", "--picture", "x.png"], []])
def test_a_time_that_is_none_is_wrong_usage(run: Run, now: str, command: list[str]) -> None:
    result = run(*command, now=now or " ")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ISO 8601" in result.stderr


def test_flows_are_listed_printed_and_proved(run: Run) -> None:
    heads = plain(run("flows", "--json"))
    assert {"urge_shipment", "proactive_notice"} <= {head["id"] for head in heads}
    assert all({"id", "version", "source", "title"} <= set(head) for head in heads)
    flow = plain(run("flows", "urge_shipment", "--json"))
    assert (flow["id"], flow["start"]) == ("urge_shipment", "wants")
    proof = plain(run("flows", "--check", "--json"))
    assert proof["flows"] == len(heads)
    assert proof["faults"] == []
    assert proof["paths"] >= proof["outcomes"] > 7
    assert plain(run("flows", "urge_shipment", "--check", "--json"))["outcomes"] == 7


def test_flows_are_told_to_people(run: Run) -> None:
    assert "urge_shipment\tv1\t催发货" in run("flows").stdout
    assert "? wants: 买家想要什么？" in run("flows", "urge_shipment").stdout
    assert ", 0 faults" in run("flows", "--check").stdout


def test_a_flow_is_drawn_to_a_file_that_takes_the_place_of_another(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "图.svg"
    file.write_text("old")
    drawn = plain(run("flows", "urge_shipment", "--svg", file, "--json"))
    assert (drawn["flow"], drawn["file"], drawn["nodes"] > 10) == ("urge_shipment", str(file), True)
    svg = file.read_text("utf-8")
    assert svg.startswith("<svg ")
    assert "包裹已离仓" in svg
    assert str(file) in run("flows", "urge_shipment", "--svg", file, "--lang", "en").stdout
    assert "Parcel has left?" in file.read_text("utf-8")


def test_a_flow_is_not_drawn_where_there_is_no_folder(run: Run, tmp_path: Path) -> None:
    result = run("flows", "urge_shipment", "--svg", tmp_path / "gone" / "a.svg")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "没有文件夹" in result.stderr


@pytest.mark.parametrize("more", [[], ["urge_shipment", "--check"], ["no_such_flow"]])
def test_one_flow_is_drawn_at_a_time(run: Run, tmp_path: Path, more: list[str]) -> None:
    assert run("flows", *more, "--svg", tmp_path / "a.svg").exit_code == 2
    assert not (tmp_path / "a.svg").exists()


def test_a_fault_of_a_flow_is_not_complete(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from deskhelper import cli_words
    from deskhelper.core.flow_check import Fault, Proof

    fault = Fault("urge_shipment", "wants=ship", "leads to nowhere: GONE")
    monkeypatch.setattr(cli_words, "prove", lambda flow, _: Proof(flow.id, 1, 1, (fault,)))
    result = run("flows", "urge_shipment", "--check", "--json")
    assert plain(result, 3)["faults"] == [{"flow": fault.flow, "path": fault.path, "reason": fault.reason}]
    assert "urge_shipment [wants=ship] leads to nowhere: GONE" in run("flows", "urge_shipment", "--check").stdout


def test_english_is_spoken_where_it_is_set(late: Run, tmp_path: Path, files: Path) -> None:
    (tmp_path / "data" / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    assert "the agent's answer" in reply(late, *LATE, *FILLED).stdout
    assert plain(reply(late, *LATE, "--json"), 3)["path"][0]["reason"] == "the agent's answer"
    assert late("orders", "nothing").stdout == "No orders found.\n"
    assert "is not in the list" in late("reply", "--order", "1", "--flow", "urge_shipment").stderr
    assert (
        "0 new, 0 updated, 1 unchanged, 0 rejected" in late("import", order_file(files, o.LATE), "--shop", SHOP).stdout
    )


def test_a_data_folder_that_cannot_be_made_is_the_worlds_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(commands, ["orders", "--json", "--data-dir", str(tmp_path / "file" / "data")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "不能写入数据文件夹" in result.stderr
    result = CliRunner().invoke(commands, ["orders", "--data-dir", str(tmp_path / "file")])
    assert result.exit_code == 2


def test_a_broken_database_is_the_worlds_error(run: Run, tmp_path: Path) -> None:
    run("orders")
    (tmp_path / "data" / "deskhelper.db").write_bytes(b"not a database" * 1000)
    result = run("orders", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "deskhelper.db 已损坏" in result.stderr


def test_broken_settings_are_told_and_json_stays_json(late: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "settings.json").write_text("{", encoding="utf-8")
    result = late("orders", "--json")
    assert len(plain(result)) == 2
    assert "设置文件 settings.json 读不懂" in result.stderr
    assert late("orders", "--json").stderr == ""


def test_suggest_names_three_topics_with_score_and_words(run: Run) -> None:
    found = plain(run("suggest", "在吗\n什么时候发货", "--json"))
    assert [list(one) for one in found] == [["topic", "score", "words"]] * 3
    assert found[0]["topic"] == "urge_shipment"
    assert found[0]["score"] > found[1]["score"] > found[2]["score"]


def test_suggest_takes_the_order_in_hand(late: Run) -> None:
    assert plain(late("suggest", "什么时候发", "--order", OTHER, "--json"))[0]["topic"] == "parcel_anomaly"
    assert plain(late("suggest", f"{OTHER}什么时候发", "--json"))[0]["topic"] == "parcel_anomaly"


def test_suggest_reads_standard_input(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["suggest", "-", "--data-dir", str(tmp_path)], input="开发票")
    assert result.stdout.splitlines()[0].split("\t")[1:3] == ["invoice", "发票"]


def test_suggest_learns_what_a_message_was_about(run: Run) -> None:
    assert plain(run("suggest", "猫叼走了", "--about", "empty_parcel", "--json"))[0]["topic"] == "empty_parcel"
    assert plain(run("suggest", "猫叼走了", "--json"))[0]["topic"] == "empty_parcel"


def test_suggest_of_an_unknown_order_is_the_worlds_error_and_of_nothing_wrong_usage(late: Run) -> None:
    assert late("suggest", "什么时候发", "--order", "1").exit_code == 1
    assert late("suggest", " ").exit_code == 2
    assert late("suggest").exit_code == 2
    assert late("suggest", "在吗", "--about", "nothing").exit_code == 2


def test_help_names_every_command(run: Run) -> None:
    shown = CliRunner().invoke(commands, ["--help"])
    assert shown.exit_code == 0
    for command in ("demo", "import", "orders", "suggest", "reply", "flows"):
        assert command in shown.stdout


def program(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as a user does."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "deskhelper", *words],
        capture_output=True, text=True, timeout=60, env={**bare, "PYTHONUTF8": "1", **environment}, check=False,
    )  # fmt: skip


def test_the_program_itself_answers_with_pure_json_and_its_exit_state(tmp_path: Path, late: Run) -> None:
    where = ["--data-dir", str(tmp_path / "data"), "--now", NOW, "--json"]
    done = program("reply", "--order", NUMBER, "--flow", "urge_shipment", *LATE, *FILLED, *where)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["outcome"] == "D-URGE-1.2.1.2"
    gap = program("reply", "--order", NUMBER, "--flow", "urge_shipment", *LATE, *where)
    assert (gap.returncode, json.loads(gap.stdout)["reply"]) == (3, "")
    unknown = program("reply", "--order", "1", "--flow", "urge_shipment", *where)
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "Traceback" not in unknown.stderr
    usage = program("reply", "--order", NUMBER, "--flow", "gone", *where)
    assert (usage.returncode, usage.stdout) == (2, "")


def test_a_text_is_checked_alone(run: Run) -> None:
    assert plain(run("check", "亲，我帮您看一下，请稍等。", "--json")) == []
    (finding,) = plain(run("check", "亲，联系我13812345678", "--json"), 3)
    assert (finding["rule"], finding["words"]) == ("off_platform", "13812345678")
    assert "电话" in finding["reason"]


def test_a_text_is_checked_against_an_order(late: Run) -> None:
    text = "亲，您的订单已经发货了。"
    assert plain(late("check", text, "--json")) == []
    (finding,) = plain(late("check", text, "--order", NUMBER, "--json"), 3)
    assert (finding["rule"], finding["start"], finding["end"]) == ("contradiction", 6, 10)
    assert plain(late("check", text, "--order", OTHER, "--json")) == []
    assert late("check", text, "--order", "1").exit_code == 1


def test_a_text_is_checked_from_the_standard_input(tmp_path: Path) -> None:
    where = ["--data-dir", str(tmp_path / "data"), "--now", NOW]
    done = CliRunner().invoke(commands, ["check", "-", *where], input="宝贝有货")
    assert done.exit_code == 3
    assert "商品" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_arguments_and_without_a_display_the_program_says_what_to_do(tmp_path: Path) -> None:
    done = program(HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "deskhelper demo --picture" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_table_of_traces_is_refused_as_one_of_orders_is(run: Run, files: Path) -> None:
    files.mkdir()
    sentences = []
    for header in ("流水,甲,乙", "运单,节点时刻,节点说明"):
        path = files / "x.csv"
        path.write_text(f"{header}\n一,二,三\n", "utf-8")
        refused = run("import", path)
        assert refused.exit_code == 1
        sentences.append(refused.stderr)
    assert sentences[0] == sentences[1]
    assert "x.csv" in sentences[0]
