"""The shipped profiles, and what is said about a broken one."""

from pathlib import Path

import pytest

from deskhelper.content.exports import load_export_profiles
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.exchange.headers import HeaderBook, KnownHeaders, normalised
from tests.exchange.made_up import AFTER_SALES, ALI1688, COMPACT, DOUYIN, JD, TAOBAO, WIDE

SOUND = """
platform: x
title: {zh: 测试, en: test}
columns: {order_no: [单号]}
"""


@pytest.mark.parametrize(
    ("platform", "kind", "header"),
    [
        ("pdd", "orders", COMPACT),
        ("pdd", "orders", WIDE),
        ("pdd", "after_sales", AFTER_SALES),
        ("pdd", "after_sales", AFTER_SALES[:9]),
        ("taobao", "orders", TAOBAO),
        ("douyin", "orders", DOUYIN),
        ("douyin", "orders", DOUYIN[:18]),
        ("jd", "orders", JD),
        ("ali1688", "orders", ALI1688),
    ],
)
def test_every_header_list_is_recognised_and_known_whole(
    profiles: list[ExportProfile], platform: str, kind: str, header: list[str]
) -> None:
    known = HeaderBook(profiles).recognise(header, [])
    assert known is not None
    assert (known.profile.platform, known.profile.kind) == (platform, kind)
    assert {normalised(name) for name in header} <= known.names


def test_the_shipped_profiles(profiles: list[ExportProfile]) -> None:
    platforms = [profile.platform for profile in profiles]
    assert platforms == ["pdd", "pdd", "carrier", "stock", "taobao", "douyin", "jd", "ali1688", "other"]
    assert [profile.is_generic for profile in profiles] == [False] * 8 + [True]


def test_a_profile_does_not_read_what_it_never_keeps(profiles: list[ExportProfile]) -> None:
    for profile in profiles:
        known = KnownHeaders(profile)
        for field, names in known.fields.items():
            for name in names:
                assert not known.is_never_kept(name), (profile.platform, field, name)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ("columns: {order_no: [单号], colour: [颜色]}", "columns"),
        ("columns: {product: [商品]}", "columns"),
        ("never: [单号]", "never"),
        ("status_words: [{status: unpaid, words: [甲]}, {status: shipped, words: [甲]}]", "status_words"),
        ("after_sale_words: [{after_sale: none, words: [甲]}, {after_sale: open, words: [甲]}]", "after_sale_words"),
        ("status_words: [{status: unheard_of, words: [甲]}]", "status_words.0.status"),
        ("colour: red", "-"),
    ],
)
def test_a_broken_profile_is_refused_with_file_and_key(tmp_path: Path, change: str, key: str) -> None:
    text = SOUND if not change.startswith("columns") else SOUND.replace("columns: {order_no: [单号]}", "")
    path = tmp_path / "x.yaml"
    path.write_text(SOUND, encoding="utf-8")
    assert len(load_export_profiles(tmp_path)) == 1
    path.write_text(f"{text}{change}\n", encoding="utf-8")
    with pytest.raises(WorldError) as error:
        load_export_profiles(tmp_path)
    values = error.value.problem.values
    assert (error.value.problem.code, values["file"], values["key"]) == ("content_invalid", "x.yaml", key)
