"""Every problem that this room can tell of has a sentence, and the sentence needs no value that is not given."""

import re
from pathlib import Path

import pytest

from deskhelper import exchange
from deskhelper.content import yaml_file
from deskhelper.core.errors import Problem
from deskhelper.core.text import Text, placeholders
from deskhelper.paths import RESOURCES
from tests.exchange.conftest import Reader
from tests.exchange.made_up import compact, order

SOURCES = [*Path(exchange.__file__).parent.glob("*.py")]
CODE = re.compile(
    r'"((?:file|header|column|order_no|row|id|unknown|status|date|amount|quantity|summary|broken|cell|no)_[a-z_]+)"'
)
NO_CODES = {
    "order_no", "no_shape", "status_text", "file_names", "order_no_shape", "row_no",
}  # fmt: skip


@pytest.fixture(scope="module")
def texts() -> dict[str, Text]:
    return yaml_file.load(RESOURCES / "messages" / "exchange.yaml", dict[str, Text])


def codes() -> set[str]:
    return {code for source in SOURCES for code in CODE.findall(source.read_text(encoding="utf-8"))} - NO_CODES


def test_every_code_has_a_sentence_and_every_sentence_a_code(texts: dict[str, Text]) -> None:
    assert codes() == texts.keys()


def test_both_languages_use_the_same_values(texts: dict[str, Text]) -> None:
    for code, text in texts.items():
        assert set(placeholders(text.zh)) == set(placeholders(text.en)), code
        assert set(placeholders(text.zh)) <= {"file", "row", "column", "value"}, code


def test_a_sentence_names_the_file_or_the_row_and_says_what_to_do(texts: dict[str, Text]) -> None:
    for code, text in texts.items():
        assert {"file", "row", "column"} & set(placeholders(text.zh)), code
        assert re.search("请|无需", text.zh), code
        assert text.zh.endswith("。"), code


@pytest.mark.parametrize("column", ["订单状态", "售后状态"])
def test_a_phone_in_the_wrong_column_does_not_get_into_a_sentence(tmp_path: Path, read: Reader, column: str) -> None:
    _, [refused] = read(compact(tmp_path, order(**{column: "测 13800000001"})))
    assert refused.problem == Problem(refused.problem.code, {"row": 2, "column": column, "value": "测 …"})


def test_a_shown_value_is_cut(tmp_path: Path, read: Reader) -> None:
    _, [refused] = read(compact(tmp_path, order(订单状态="飞" * 100)))
    assert refused.problem.values["value"] == "飞" * 40
