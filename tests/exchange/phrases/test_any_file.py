"""Whatever is in a file, it gives phrases, refusals in words or one error of the world; never a fault of ours."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskhelper.core.errors import WorldError
from deskhelper.core.phrase import ReadPhrase
from deskhelper.core.phrase_script import made_script
from deskhelper.core.slot_syntax import SlotNames
from deskhelper.core.text import PLACEHOLDER
from tests.exchange.phrases.conftest import Opener

STARTS = [
    b"", b"SQLite format 3\0", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"matches:\n", b"deskhelper_scripts: 1\nscripts:\n",
    b'{"combos": [', b'[{"short_code": "a", "content": ', "快捷短语编码,快捷短语,快捷短语分组\n".encode("gb18030"),
    b"name;keywords;content;note;active\n", b"\xef\xbb\xbf", b"\xff\xfe",
    "编号,标题,快捷编码,分类1,内容1,启用,复查时间,承诺,填空标题,填空选项\n".encode(), "敏感词,所属范畴\n".encode(),
]  # fmt: skip
PIECES = st.sampled_from([
    "- trigger: a\n", "  replace: '{{x}}'\n", "  vars: 3\n", "  vars: [{name: x, type: form, params: {layout: [1]}}]\n",
    "  form_fields: {a: 1, b: {values: {c: d}}}\n", "- {title: [], wordings: {}}\n", '"', ",", "\n", ";", "{", "}", "]",
    '{"keyword": 1, "snippet": ["x"], "group": {}}', "a,b,c\n", "<p>", "</script>", "#{combo:a}", "|", "是", "ship:x",
    "- trigger: 2020-13-45\n", '"\\ud800"', "1" * 5000, "- {title: a, wordings: ['x'], review_on: 99999999999999}\n",
    "- {title: a, wordings: [\"\\ud800\"], promise: {kind: ship, hours: 0}}\n",
])  # fmt: skip
ANY = st.builds(
    lambda start, pieces, rest: start + "".join(pieces).encode() + rest,
    st.sampled_from(STARTS), st.lists(PIECES, max_size=8), st.binary(max_size=20),
)  # fmt: skip
NAMES = SlotNames({}, {"tracking_no": "运单号"})


def made(phrase: ReadPhrase) -> tuple[object, tuple[str, ...]]:
    """Return the row and the wordings of what a phrase becomes, none where it is refused."""
    try:
        return phrase.row, made_script(phrase, NAMES).script.wordings
    except WorldError as error:
        return error.problem.values["row"], ()


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=ANY)
def test_any_file_is_read_or_refused(tmp_path: Path, look_up: Opener, raw: bytes) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(raw)
    try:
        file = look_up(path)
    except WorldError:
        return
    for phrase in file.phrases:
        row, wordings = made(phrase)
        assert row == phrase.row
        assert not {"{", "}"} & {*"".join(PLACEHOLDER.sub("", one) for one in wordings)}
        assert "".join(wordings).encode().decode() == "".join(wordings)
