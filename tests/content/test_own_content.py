"""A shop's own flows and scripts stand over the shipped ones; what is broken is named and switched off."""

import shutil
from pathlib import Path

import pytest

from deskhelper.content.library import faults, load_library
from deskhelper.content.own_content import with_own_content
from deskhelper.core.reply import Library
from deskhelper.paths import RESOURCES

SHIPPED = load_library(RESOURCES)
URGE = RESOURCES / "flows" / "urge_shipment.yaml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "flows").mkdir()
    (tmp_path / "scripts").mkdir()
    return tmp_path


def library_with(own: Path) -> Library:
    return with_own_content(SHIPPED, own / "flows", own / "scripts")


def edited(own: Path, old: str, new: str, name: str = "urge_shipment.yaml") -> None:
    words = URGE.read_text(encoding="utf-8")
    assert old in words
    (own / "flows" / name).write_text(words.replace(old, new), encoding="utf-8")


def test_without_own_files_the_shipped_content_stands(own: Path, tmp_path: Path) -> None:
    assert library_with(own) == SHIPPED
    assert with_own_content(SHIPPED, tmp_path / "none", tmp_path / "none") == SHIPPED


def test_an_edited_flow_stands_over_the_shipped_one(own: Path) -> None:
    edited(own, "ask: {zh: 买家想要什么？", "ask: {zh: 亲想怎么办？")
    library = library_with(own)
    assert library.flows["urge_shipment"].questions["wants"].ask.zh == "亲想怎么办？"
    assert library.switched_off == ()
    assert list(library.flows) == list(SHIPPED.flows)


def test_a_new_flow_of_the_shop_stands_beside_the_shipped_ones(own: Path) -> None:
    edited(own, "id: urge_shipment", "id: our_flow", "our_flow.yaml")
    library = library_with(own)
    assert set(library.flows) == {*SHIPPED.flows, "our_flow"}
    assert faults(library) == []


def test_a_flow_that_is_not_proved_is_named_and_the_shipped_one_stands(own: Path) -> None:
    edited(own, "next: D-URGE-1.2.2", "next: GONE")
    shutil.copy(URGE, own / "flows" / "zz_sound.yaml")
    library = library_with(own)
    (problem,) = library.switched_off
    assert (problem.code, problem.values["file"], problem.values["flow"]) == (
        "own_flow_off", "urge_shipment.yaml", "urge_shipment",
    )  # fmt: skip
    assert "GONE" in str(problem.values["reason"])
    assert library.flows["urge_shipment"] == SHIPPED.flows["urge_shipment"]


@pytest.mark.parametrize(
    ("words", "line", "key"),
    [("id: [", 1, "-"), ("id: our_flow\nversion: one\n", 2, "version"), ("a: 1\na: 2\n", 2, "-")],
)
def test_a_file_that_cannot_be_read_is_named_with_line_and_key(own: Path, words: str, line: int, key: str) -> None:
    (own / "flows" / "bad.yaml").write_text(words, encoding="utf-8")
    library = library_with(own)
    (problem,) = library.switched_off
    assert (problem.code, problem.values["file"], problem.values["line"], problem.values["key"]) == (
        "own_file_off", "bad.yaml", line, key,
    )  # fmt: skip
    assert library.flows == SHIPPED.flows


def test_a_folder_in_the_place_of_a_file_is_named(own: Path) -> None:
    (own / "flows" / "folder.yaml").mkdir()
    (problem,) = library_with(own).switched_off
    assert (problem.code, problem.values["file"]) == ("own_file_off", "folder.yaml")


def test_an_own_script_stands_over_the_shipped_one(own: Path) -> None:
    wording = "亲，退款这就办，{refund_minutes}分钟内处理好。"
    script = f"urge_refund:\n  title: {{zh: 退款, en: Refund}}\n  wordings: ['{wording}', '{wording}谢谢。']\n"
    (own / "scripts" / "ours.yaml").write_text(script, encoding="utf-8")
    library = library_with(own)
    assert library.scripts["urge_refund"].wordings[0] == wording
    assert library.scripts["urge_shipped"] == SHIPPED.scripts["urge_shipped"]
    assert library.switched_off == ()


@pytest.mark.parametrize("wordings", ["['加微信说', '加微信说吧']", "['退给您']", "['{gone}', '{gone}。']"])
def test_an_own_script_that_breaks_a_flow_is_switched_off(own: Path, wordings: str) -> None:
    script = f"urge_refund:\n  title: {{zh: 退款, en: Refund}}\n  wordings: {wordings}\n"
    (own / "scripts" / "ours.yaml").write_text(script, encoding="utf-8")
    library = library_with(own)
    (problem,) = library.switched_off
    assert (problem.code, problem.values["file"]) == ("own_flow_off", "ours.yaml")
    assert library.scripts == SHIPPED.scripts
