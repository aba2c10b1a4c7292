"""`deskhelper policy`: the platform's figures in force, and the shop's own values."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from deskhelper.cli import commands
from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import SettingsService

LATE = "late.platform_compensation"


def run(folder: Path, *words: str) -> Result:
    where = ["--data-dir", str(folder), "--now", "2026-05-19T12:00:00+08:00"]
    return CliRunner().invoke(commands, ["policy", *words, *where])


def test_every_figure_is_listed_with_date_confidence_and_source(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.exit_code == 0
    assert f"{LATE}  延迟发货平台赔付：订单不足 300 元赔 3 元" in done.output
    assert "2025 起 · B 级来源 · 平台规则与商家后台说明" in done.output


def test_one_figure_is_printed_with_its_note_and_uses(tmp_path: Path) -> None:
    done = run(tmp_path, LATE)
    assert "由平台以券的形式自动赔付" in done.output
    assert "- flow: urge_shipment / D-URGE-1.2.1.2" in done.output


def test_json_has_the_shops_own_value_beside_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "figures.json").write_text(
        json.dumps({"transit.hours": {"value": 36, "who": "小云", "at": 1779163200}, LATE: {"value": 1}}),
        encoding="utf-8",
    )
    SettingsService(tmp_path / "settings.json").change_terms("", ShopTerms(promise_hours=24))
    plain = {figure["id"]: figure for figure in json.loads(run(tmp_path, "--json").stdout)}
    assert plain["transit.hours"]["value"] == 36
    assert plain["transit.hours"]["shipped"].startswith("48 小时没有更新")
    assert plain["transit.hours"]["own"] == {"who": "小云", "at": "2026-05-19T12:00:00+08:00"}
    assert plain["ship.promise_hours"]["own"] == {"who": "", "at": None}
    assert (plain[LATE]["own"], plain[LATE]["is_ignored"]) == (None, True)
    assert plain[LATE]["tiers"][0] == {"below_fen": 30000, "flat_fen": 300}


def test_an_unknown_figure_is_a_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "no.such")
    assert done.exit_code == 2
    assert "没有平台规则 no.such" in done.output
