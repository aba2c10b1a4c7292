"""A refusal and a warning name what they refuse; a name beside a refusal of something else is no refusal of it."""

import pytest

from deskhelper.core.outgoing.denial import is_ruled_out


def ruled_out(words: str, name: str = "微信") -> bool:
    start = words.rindex(name)
    return is_ruled_out(words, start, start + len(name))


@pytest.mark.parametrize(
    "words",
    [
        "平台规定不能加微信哦", "我们没有微信群", "请不要添加陌生人的微信", "不方便留微信",
        "微信发图片不方便的，在这里发",
        "有人自称客服让您加微信的话，千万不要相信", "谨防陌生人，不要点链接或加微信",
    ],
)  # fmt: skip
def test_what_is_refused_or_warned_of_is_ruled_out(words: str) -> None:
    assert ruled_out(words)


@pytest.mark.parametrize(
    "words",
    [
        "加微信", "这里不能发图加微信吧",
        "能不能加微信", "方不方便加微信", "要不加个微信", "您不能加微信吗",
        "有没有微信", "微信不能发吗？", "别的客服不回，您找我的微信",
        "自称老板的人也用微信", "陌生的话不要紧，加我微信",
    ],
)  # fmt: skip
def test_what_is_offered_is_not(words: str) -> None:
    assert not ruled_out(words)
