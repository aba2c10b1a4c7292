"""Files of phrases that are no tables: espanso, Beeftext, Chatwoot, Ditto."""

import json
from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.core.phrase import PhraseFile, ReadPhrase
from deskhelper.core.slot_syntax import Declared
from tests.exchange.phrases.conftest import Opener, ditto, text_file

ESPANSO = r"""
global_vars:
  - {name: shop, type: echo, params: {echo: 小店}}
matches:
  - trigger: ":zn"
    replace: "亲，在的，$|$您说"
    label: 在吗
    search_terms: [在不在, 有人吗]
  - triggers: [":xm", ":cm"]
    form: |
      您穿[[码数]]，选[[颜色]]
    form_fields:
      码数: {type: choice, values: [S, M, L], default: M}
      颜色: {type: list, values: "红\n蓝"}
      备注: {multiline: true}
  - trigger: ":hi"
    replace: "{{greet}}，{{f.名字}}，{{shop}}，{{part}}，今天{{day}}，\\{原样\\}"
    vars:
      - {name: greet, type: random, params: {choices: [您好, 亲]}}
      - {name: f, type: form, params: {layout: "[[名字]]", fields: {尺码: {values: [大, 小]}}}}
      - {name: part, type: match, params: {trigger: ":zn"}}
      - {name: day, type: date, params: {format: "%m"}}
      - {name: pick, type: choice, params: {values: [{label: 甲, id: 一}, 乙]}}
      - {name: clip, type: clipboard}
  - trigger: ":sh"
    replace: "{{out}}"
    vars: [{name: out, type: shell, params: {cmd: date}}]
  - trigger: ":pic"
    image_path: "$CONFIG/图/尺码.png"
  - regex: "a(?P<x>.*)"
    html: "<p>好的<br>亲</p>"
  - trigger: ":gone"
    replace: "{{p}}"
    vars: [{name: p, type: match, params: {trigger: ":none"}}]
  - 3
"""


def told(file: PhraseFile) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.problem.code) for one in file.rejections]


def test_espanso(tmp_path: Path, look_up: Opener) -> None:
    file = look_up(text_file(tmp_path, ESPANSO))
    assert file.look.format == "espanso"
    first, form, variables, shell, regex, gone = file.phrases
    shared = {"shop": Declared(text="小店")}
    assert first == ReadPhrase(
        row=1, wordings=("亲，在的，$|$您说",), title="在吗", code=":zn", keywords=("在不在", "有人吗"),
        declared=shared,
    )  # fmt: skip
    assert (form.wordings, form.code, form.keywords) == (("您穿[[码数]]，选[[颜色]]",), ":xm", (":cm",))
    assert form.declared == {
        **shared,
        "码数": Declared(title="码数", choices=("S", "M", "L")),
        "颜色": Declared(title="颜色", choices=("红", "蓝")),
        "备注": Declared(title="备注"),
    }
    rest = "，{{f.名字}}，{{shop}}，{{part}}，今天{{day}}，｛原样｝"
    assert variables.wordings == (f"您好{rest}", f"亲{rest}")
    assert variables.declared == {
        **shared,
        "greet": Declared(choices=("您好", "亲")),
        "f.名字": Declared(title="名字"),
        "f.尺码": Declared(title="尺码", choices=("大", "小")),
        "part": Declared(text="亲，在的，$|$您说"),
        "day": Declared(title="日期"),
        "pick": Declared(choices=("一", "乙")),
        "clip": Declared(title="剪贴板内容"),
    }
    assert shell.declared["out"] == Declared(fault="phrase_program")
    assert gone.declared["p"] == Declared(fault="phrase_part_missing")
    assert (regex.wordings, regex.code) == (("好的\n亲",), "")
    assert [note.code for note in regex.notes_on] == ["phrase_html", "phrase_regex"]
    assert told(file) == [(5, "replace", "phrase_picture_only"), (8, "replace", "phrase_empty")]


def test_a_random_variable_that_is_not_used_makes_no_wordings(tmp_path: Path, look_up: Opener) -> None:
    text = "matches:\n- {trigger: a, replace: 好, vars: [{name: r, type: random, params: {choices: [x, y]}}, 5]}\n"
    assert look_up(text_file(tmp_path, text)).phrases[0].wordings == ("好",)


def test_beeftext_json(tmp_path: Path, look_up: Opener) -> None:
    content = {
        "fileFormatVersion": 10,
        "groups": [{"uuid": "{1}", "name": "问候"}],
        "combos": [
            {"name": "在吗", "keyword": "zn", "snippet": "在的，#{combo:xs}", "group": "{1}", "enabled": True},
            {"name": "", "keyword": "xs", "snippet": "<p>您<b>说</b></p>", "group": "{9}", "enabled": False},
            {"uuid": "{4}", "name": "空", "keyword": "k", "snippet": ""},
            "no combo",
        ],
    }
    file = look_up(text_file(tmp_path, json.dumps(content)))
    assert file.look.format == "beeftext_json"
    one, two = file.phrases
    assert (one.title, one.path, one.code, one.wordings) == ("在吗", ("问候",), "zn", ("在的，#{combo:xs}",))
    assert one.declared["xs"].text == "<p>您<b>说</b></p>"
    assert (two.wordings, two.path, two.is_enabled) == (("您说",), (), False)
    assert told(file) == [(3, "snippet", "phrase_empty"), (4, "snippet", "phrase_empty")]


@pytest.mark.parametrize("key", [None, "payload", "canned_responses"])
def test_chatwoot_json(tmp_path: Path, look_up: Opener, key: str | None) -> None:
    rows = [{"short_code": "hi", "content": "您好 {{contact.name}}"}, {"short_code": "x", "content": None}]
    file = look_up(text_file(tmp_path, json.dumps({key: rows} if key else rows)))
    assert file.look.format == "chatwoot_json"
    assert file.phrases == [ReadPhrase(row=1, wordings=("您好 {{contact.name}}",), code="hi")]
    assert told(file) == [(2, "content", "phrase_empty")]


def test_ditto_gives_what_somebody_keeps_and_leaves_the_history_alone(tmp_path: Path, look_up: Opener) -> None:
    clips = [
        (1, "问候", 1, -1, None, 0),
        (2, "早上", 1, 1, None, 0),
        (3, "早…", 0, 2, "早安", 0),
        (4, "私密", 0, -1, "", 0),
        (5, "留着", 0, -1, None, 1),
        (6, "图片", 0, 1, None, 0),
        (7, "自己", 1, 7, None, 0),
        (8, "圈", 0, 7, None, 0),
    ]
    texts = [
        (3, "CF_TEXT", "早".encode("gb18030")),
        (3, "CF_UNICODETEXT", "早上好\r\n您说\0rest".encode("utf-16-le")),
        (4, "CF_UNICODETEXT", "密码\0".encode("utf-16-le")),
        (5, "CF_TEXT", "慢走\0".encode("gb18030")),
        (6, "CF_DIB", b"\0\1"),
        (8, "CF_TEXT", "圈\0".encode("gb18030")),
    ]
    path = ditto(tmp_path, clips, texts)
    before = path.read_bytes()
    file = look_up(path)
    assert file.look.format == "ditto"
    assert [(one.row, one.wordings, one.title, one.path) for one in file.phrases[:2]] == [
        (3, ("早上好\n您说",), "早安", ("问候", "早上")), (5, ("慢走",), "", ()),
    ]  # fmt: skip
    assert file.phrases[2].path == ("自己",) * 20
    assert told(file) == [(6, "", "phrase_not_text")]
    assert [(note.code, note.values) for note in file.notes] == [("phrase_clips_left", {"count": 1})]
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"a.dat"}


def test_another_database_is_no_library_and_a_broken_one_is_told(tmp_path: Path, look_up: Opener) -> None:
    path = ditto(tmp_path, [], [])
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))
    with pytest.raises(WorldError) as error:
        look_up(path)
    assert error.value.problem.code == "phrase_database"
    import sqlite3

    other = tmp_path / "other"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    with pytest.raises(WorldError) as error:
        look_up(other)
    assert error.value.problem.code == "phrase_not_library"
