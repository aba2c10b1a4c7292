from typing import Any

import msgspec
import pytest

from deskhelper.core.export_profile import ExportProfile, profile_faults
from tests.core.make import text


def faults(**changes: Any) -> list[str]:
    plain: dict[str, Any] = {
        "platform": "test", "title": text("测试"), "columns": {"order_no": ["订单号"], "phone": ["手机"]},
        "status_words": [{"status": "to_ship", "words": ["待发货"]}],
        "after_sale_words": [{"after_sale": "none", "words": ["无售后"]}],
        "never": ["身份证号码"],
    }  # fmt: skip
    return profile_faults(msgspec.convert(plain | changes, ExportProfile))


def test_a_sound_profile_has_no_fault() -> None:
    assert faults() == []
    assert faults(kind="after_sales", columns={"order_no": ["订单编号"], "after_sale_no": ["售后编号"]}) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"columns": {"order_no": ["订单号"], "colour": ["颜色"]}}, "columns: unknown field 'colour'"),
        ({"columns": {"product": ["商品"]}}, "columns: no headers for order_no"),
        ({"kind": "after_sales"}, "columns: unknown field 'phone'"),
        (
            {"status_words": [{"status": "to_ship", "words": ["待"]}, {"status": "unpaid", "words": ["待"]}]},
            "status_words: '待' has two meanings",
        ),
        (
            {"after_sale_words": [{"after_sale": "none", "words": ["无"]}, {"after_sale": "open", "words": ["无"]}]},
            "after_sale_words: '无' has two meanings",
        ),
        ({"never": ["手机"]}, "never: '手机' is mapped to a field too"),
    ],
)
def test_a_fault_of_a_profile_is_named(changes: dict[str, Any], fault: str) -> None:
    assert fault in faults(**changes)


def test_the_same_word_twice_with_one_meaning_is_no_fault() -> None:
    assert faults(status_words=[{"status": "to_ship", "words": ["待"]}, {"status": "to_ship", "words": ["待"]}]) == []
