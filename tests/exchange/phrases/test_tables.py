"""Tables of phrases of each known kind, recognised by what is in them and not by their names."""

from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.core.phrase import PhraseFile, ReadPhrase, ReadWord
from tests.exchange.phrases.conftest import Opener, text_file, workbook


def told(file: PhraseFile) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.problem.code) for one in file.rejections]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8"])
def test_qianniu_phrases(tmp_path: Path, look_up: Opener, encoding: str) -> None:
    rows = ["快捷短语编码,快捷短语,快捷短语分组", "zn,亲、在的，您说。,问候"]
    rows += ['1001,"第一行\r\n第二行，有""引号""",', ",您慢走。,", ""]
    file = look_up(text_file(tmp_path, "\r\n".join(rows), encoding))
    assert file.look.format == "qianniu"
    assert file.phrases == [
        ReadPhrase(row=2, wordings=("亲、在的，您说。",), path=("问候",), code="zn"),
        ReadPhrase(row=3, wordings=('第一行\n第二行，有"引号"',), code="1001"),
        ReadPhrase(row=5, wordings=("您慢走。",)),
    ]
    assert file.rejections == []


def test_qianniu_assistant_v3_has_nested_groups_below_three_fixed_lines(tmp_path: Path, look_up: Opener) -> None:
    text = (
        "请勿修改前三行,,,,,\n账号：客服一组,,,,,\n分组,快捷编码,标题,内容,图片名,程序数据（勿改）\n"
        "售前=>尺码＝>鞋,xm,鞋码,亲，这款偏小半码。,C:\\图\\尺码.png;脚长.jpg,{}\n售后,,,,,\n"
    )
    file = look_up(text_file(tmp_path, text.replace("亲，", "亲、")))
    assert file.look.format == "qianniu_v3"
    assert file.phrases == [
        ReadPhrase(
            row=4, wordings=("亲、这款偏小半码。",), title="鞋码", path=("售前", "尺码", "鞋"), code="xm",
            pictures=("尺码.png", "脚长.jpg"),
        )
    ]  # fmt: skip
    assert told(file) == [(5, "内容", "phrase_empty")]


def test_weiyu(tmp_path: Path, look_up: Opener) -> None:
    rows = [("分类", "类型", "标题", "内容"), ("问候", "TEXT", "在吗", "在的亲"), ("问候", "图片", "门头", "a.png")]
    file = look_up(workbook(tmp_path, *rows))
    assert file.look.format == "weiyu"
    assert file.phrases == [ReadPhrase(row=2, wordings=("在的亲",), title="在吗", path=("问候",))]
    assert told(file) == [(3, "类型", "phrase_not_text")]


def test_chat_workbench(tmp_path: Path, look_up: Opener) -> None:
    header = ("分类（10个字以内）", "话术分组（10个字以内）", "话术短标题（10个字以内）", "话术内容（1000字以内）")
    file = look_up(workbook(tmp_path, header, ("售前", "库存", "有货", "这款有货的亲")))
    assert file.look.format == "workbench"
    assert file.phrases == [ReadPhrase(row=2, wordings=("这款有货的亲",), title="有货", path=("售前", "库存"))]


def test_live_shop_helper_has_several_replies_and_an_intent(tmp_path: Path, look_up: Opener) -> None:
    header = (
        "分类名称", "意图类型(chat/price/logistics/aftersale/size/discount)", "关键词(逗号分隔)",
        "回复内容(支持多条,用|分隔)", "优先级(数字)", "备注",
    )  # fmt: skip
    row = ("物流", "logistics", "到哪了,几天到，多久", "路上了亲|在途中呢 | 路上了亲", 5, "常用")
    file = look_up(workbook(tmp_path, header, row, ("x", "dance", "", "好", 1, "")))
    assert file.look.format == "live_shop"
    assert file.phrases[0] == ReadPhrase(
        row=2, wordings=("路上了亲", "在途中呢"), path=("物流",), keywords=("到哪了", "几天到", "多久"), notes="常用",
        topic="parcel_anomaly",
    )  # fmt: skip
    assert [note.code for note in file.phrases[1].notes_on] == ["phrase_topic"]


def test_beeftext_csv_has_no_header(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, 'ty,"谢谢您，#{input:称呼}",道谢\nbye,再见,\n'))
    assert file.look.format == "beeftext_csv"
    assert file.phrases == [
        ReadPhrase(row=1, wordings=("谢谢您，#{input:称呼}",), title="道谢", code="ty"),
        ReadPhrase(row=2, wordings=("再见",), code="bye"),
    ]


def test_chatwoot_csv(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, "short_code,content\nhi,{{contact.first_name}}您好\n"))
    assert file.look.format == "chatwoot"
    assert file.phrases == [ReadPhrase(row=2, wordings=("{{contact.first_name}}您好",), code="hi")]


def test_zammad_has_semicolons_and_html(tmp_path: Path, look_up: Opener) -> None:
    text = (
        "name;keywords;content;note;active\n"
        '"退货";"th, 退";"<p>您好&nbsp;#{user.firstname}，</p><div>请&lt;先&gt;看<br>'
        '<b>说明</b></div><script>x()</script>";"内部";"true"\n"旧";"";"<p></p>";"";"false"\n"停";"";"一二";"";"false"\n'
    )
    file = look_up(text_file(tmp_path, text))
    assert file.look.format == "zammad"
    first, off = file.phrases
    assert first.wordings == ("您好 #{user.firstname}，\n请<先>看\n说明",)
    assert (first.title, first.keywords, first.notes, first.is_enabled) == ("退货", ("th", "退"), "内部", True)
    assert [note.code for note in first.notes_on] == ["phrase_html"]
    assert (off.is_enabled, off.notes_on) == (False, ())
    assert told(file) == [(3, "content", "phrase_empty")]


def test_shortpath_takes_the_address_where_there_is_no_text(tmp_path: Path, look_up: Opener) -> None:
    header = "title,vertical,type,body,url,tags,subfolder\n"
    text = f"{header}尺码表,售前,text,见图,,尺码|鞋,服饰\n官网,,link,,example.invalid,,\n"
    file = look_up(text_file(tmp_path, text, "utf-8-sig"))
    assert file.look.format == "shortpath"
    assert file.phrases == [
        ReadPhrase(row=2, wordings=("见图",), title="尺码表", path=("售前", "服饰"), keywords=("尺码", "鞋")),
        ReadPhrase(row=3, wordings=("example.invalid",), title="官网"),
    ]


def test_a_word_list(tmp_path: Path, look_up: Opener) -> None:
    text = "敏感词,所属范畴,风险权重(1-10)\n最低价,极限词,8\n加群,导流,\n,空,3\n坏,x,11\n"
    file = look_up(text_file(tmp_path, text, "utf-8-sig"))
    assert (file.look.format, file.phrases) == ("word_list", [])
    assert file.words == [ReadWord(2, "最低价", "极限词", 8), ReadWord(3, "加群", "导流")]
    assert told(file) == [(4, "敏感词", "phrase_empty"), (5, "风险权重(1-10)", "phrase_weight")]


@pytest.mark.parametrize("make", [text_file, workbook])
def test_any_other_table_is_read_by_the_names_of_its_columns(tmp_path: Path, look_up: Opener, make: object) -> None:
    header, row = ("编号数", "问题", "回复", "类别", "是否启用"), ("1", "有货吗", "有的亲", "售前=>库存", "否")
    text = f"{','.join(header)}\n{','.join(row)}\n"
    path = text_file(tmp_path, text) if make is text_file else workbook(tmp_path, header, row)
    file = look_up(path)
    assert (file.look.format, file.look.mapping["body"]) == ("table", "回复")
    assert file.phrases == [
        ReadPhrase(row=2, wordings=("有的亲",), title="有货吗", path=("售前", "库存"), is_enabled=False)
    ]


def test_a_table_of_nobodys_is_looked_at_and_read_by_the_users_mapping(tmp_path: Path, look_up: Opener) -> None:
    path = text_file(tmp_path, "甲,乙,丙\n1,好的亲,问候\n2,,问候\n")
    look = look_up(path).look
    assert (look.format, look.needs_mapping, look.header) == ("", True, ["甲", "乙", "丙"])
    assert look.rows == [["1", "好的亲", "问候"], ["2", "", "问候"]]
    file = look_up(path, {"body": "乙", "path": "丙", "code": ""})
    assert not file.look.needs_mapping
    assert file.look.signature == look.signature
    assert file.phrases == [ReadPhrase(row=2, wordings=("好的亲",), path=("问候",))]
    assert told(file) == [(3, "乙", "phrase_empty")]


def test_columns_without_a_header_can_be_mapped_by_their_number(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, "hi,在的亲,问候\nbye,慢走,道别\n"), {"body": "列2", "title": "列3"})
    assert [(one.row, one.wordings, one.title) for one in file.phrases] == [
        (1, ("在的亲",), "问候"), (2, ("慢走",), "道别"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "售前,在吗,在的亲\n售前,有货,有的亲\n",
        "a,在吗,在的亲，您说\nb,有货,有的亲，放心拍\n",
        "a,在的亲,x\na,有的亲,y\n",
        "甲,乙,丙\n1,2,3\n",
    ],
)
def test_three_columns_alone_do_not_make_it_beeftext(tmp_path: Path, look_up: Opener, text: str) -> None:
    assert look_up(text_file(tmp_path, text)).look.needs_mapping


def test_a_mapping_to_no_column_is_refused(tmp_path: Path, look_up: Opener) -> None:
    with pytest.raises(WorldError) as error:
        look_up(text_file(tmp_path, "甲,乙\n1,2\n"), {"body": "丁"})
    assert error.value.problem.code == "column_not_there"


def test_a_row_with_more_cells_than_the_header_is_refused(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, "short_code,content\nhi,您好,在的\nok,好的,\n"))
    assert told(file) == [(2, "", "phrase_row_wide")]
    assert [one.code for one in file.phrases] == ["ok"]


def test_a_header_without_rows_says_so(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, "short_code,content\n"))
    assert [note.code for note in file.notes] == ["phrase_nothing"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('short_code,content\nhi,"没有结束\n', "phrase_quotes"),
        ("<!doctype html><p>x</p>", "phrase_not_library"),
        ("a\0b,c\n", "phrase_not_library"),
        ('{"combos": [', "phrase_json"),
        ('{"a": 1}', "phrase_not_library"),
        ("matches:\n  - trigger: [\n", "phrase_yaml"),
        ("matches:\n  - trigger: a\n    trigger: b\n", "phrase_yaml"),
        ("%PDF-1.7", "phrase_not_library"),
    ],
)
def test_a_broken_file_is_refused_as_a_whole(tmp_path: Path, look_up: Opener, text: str, code: str) -> None:
    with pytest.raises(WorldError) as error:
        look_up(text_file(tmp_path, text))
    assert error.value.problem.code == code


def test_an_empty_file_and_a_missing_one_are_told_apart(tmp_path: Path, look_up: Opener) -> None:
    for path, code in ((text_file(tmp_path, ""), "file_empty"), (tmp_path / "none", "file_missing")):
        with pytest.raises(WorldError) as error:
            look_up(path)
        assert error.value.problem.code == code


def test_a_text_that_begins_with_a_bracket_is_still_a_table(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, "[店内]资料,,\n分类,标题,内容\n问候,在,在的亲\n"))
    assert [one.wordings for one in file.phrases] == [("在的亲",)]
