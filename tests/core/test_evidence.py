"""The checklist, what the program holds of it, and names that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.evidence import (
    LONGEST_NAME,
    EvidenceFile,
    Held,
    State,
    checklist_of,
    free_name,
    held_of,
    is_picture,
    safe_name,
)
from deskhelper.core.text import Text

ALL = set(Held)


def file(number: int, item: str, name: str = "a.png", removed_at: int | None = None) -> EvidenceFile:
    return EvidenceFile(
        id=number, case_id="c", item=item, name=name, file=f"evidence/c/{name}", sha256="0" * 64, size=1,
        added_at=100 - number, agent="", removed_at=removed_at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("item", "held"),
    [
        ("物流轨迹", (Held.TRACE,)),
        ("订单详情和物流轨迹", (Held.ORDER, Held.TRACE)),
        ("物流轨迹和签收时间", (Held.TRACE, Held.RECEIPT)),
        ("订单详情（成团、承诺、发货时间）", (Held.ORDER,)),
        ("退回的物流轨迹", (Held.RETURN,)),
        ("情况说明（时间、经过、处理）", (Held.STATEMENT,)),
    ],
)
def test_the_program_holds_the_whole_of_these(item: str, held: tuple[Held, ...]) -> None:
    assert held_of(item, ALL) == (held, True)


@pytest.mark.parametrize(
    ("item", "held"),
    [
        ("物流轨迹截图", (Held.TRACE,)),
        ("物流轨迹、打包记录", (Held.TRACE,)),
        ("完整聊天记录", (Held.REPLIES,)),
        ("和买家约定时间的聊天记录", (Held.REPLIES,)),
        ("全部证据原件", (Held.FILES,)),
        ("买家的照片", ()),
        ("退货签收记录和拆包验货录像", ()),
        ("补发的签收轨迹或退款到账截图", ()),
        ("换发的运单号", ()),
    ],
)
def test_the_program_never_stands_in_for_a_picture_or_a_chat(item: str, held: tuple[Held, ...]) -> None:
    assert held_of(item, ALL) == (held, False)


def test_what_the_program_does_not_have_counts_for_nothing() -> None:
    assert held_of("物流轨迹", {Held.ORDER}) == ((), False)


def test_a_checklist_fills_with_files_and_with_what_is_held() -> None:
    items = [Text(zh=words, en=words) for words in ("物流轨迹", "打包录像", "完整聊天记录", "买家的照片", "打包录像")]
    files = [
        file(2, "打包录像"),
        file(1, "打包录像"),
        file(3, "买家的照片", removed_at=5),
        file(4, "别的"),
        file(5, ""),
    ]
    found = checklist_of(items, files, {Held.TRACE, Held.REPLIES})
    assert [(item.key, item.state) for item in found.items] == [
        ("物流轨迹", State.THERE),
        ("打包录像", State.THERE),
        ("完整聊天记录", State.PARTLY),
        ("买家的照片", State.MISSING),
    ]
    assert [one.id for one in found.items[1].files] == [2, 1]
    assert [one.id for one in found.others] == [5, 4]
    assert [one.id for one in found.files] == [2, 1, 5, 4]
    assert [item.key for item in found.missing] == ["完整聊天记录", "买家的照片"]


def test_all_evidence_is_partly_there_with_the_first_file() -> None:
    (item,) = checklist_of([Text(zh="全部证据原件", en="all")], [file(1, "")], ()).items
    assert item.state is State.PARTLY
    (none,) = checklist_of([Text(zh="全部证据原件", en="all")], [file(1, "", removed_at=3)], ()).items
    assert none.state is State.MISSING


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("打包 1.png", "打包 1.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\我\\图.jpg", "图.jpg"),
        ("a<b>c:d|e?.png", "a_b_c_d_e_.png"),
        ("con.txt", "_con.txt"),
        ("COM1", "_COM1"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("尾. ", "尾"),
        ("...", "_"),
        ("", "_"),
        (".png", "png"),
        ("abc\u202egnp.exe", "abc_gnp.exe"),
        ("a.longerthanten1", "a.longerthanten1"),
    ],
)
def test_a_name_becomes_one_that_every_system_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("长" * 300 + ".png") == "长" * (LONGEST_NAME - 4) + ".png"


@given(st.text())
def test_any_name_is_safe_and_stays_so(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('<>:"/\\|?*\x00\n')
    assert not safe.endswith((".", " "))
    assert safe_name(safe) == safe
    assert len(safe) <= LONGEST_NAME + 1


def test_a_taken_name_gets_a_number_whatever_its_case() -> None:
    assert free_name("a.png", []) == "a.png"
    assert free_name("a.png", ["A.PNG", "a (2).png"]) == "a (3).png"
    assert free_name("读我", ["读我"]) == "读我 (2)"


def test_pictures_are_told_by_their_names() -> None:
    assert is_picture("A.PNG")
    assert file(1, "").is_picture
    assert not is_picture("a.mp4")
