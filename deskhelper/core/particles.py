"""Friendly particles (啦 呢 哈 呀 哟) at the ends of sentences, as much as an agent likes; never a word of the facts.

Only the literal words of a wording change, and only where a rule knows the ending: never beside a slot's value, a
figure or a time, never in a quotation, never in a sentence that apologises, refuses or brings bad news. The same input
gives the same text.
"""

import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.text import Part

PARTICLES = "啦呢哈呀哟"
MOST_IN_REPLY = 3
"""An agent who likes a lot; one who likes a little has one. A reply that apologises has one less, and no 啦."""
NEAR = 5
"""So many characters before a particle hold neither a figure nor the value of a slot."""


class Particles(StrEnum):
    """How much an agent likes them. AS_WRITTEN leaves the wordings as they are."""

    AS_WRITTEN = "as_written"
    NONE = "none"
    LITTLE = "little"
    LOT = "lot"


class Ending(Struct, frozen=True):
    """A sentence's end that takes particles; the first that was not said before is taken. `drops` its last letter."""

    pattern: re.Pattern[str]
    particles: str
    drops: bool = False


_ENDINGS = (
    Ending(re.compile(r"(?<![为除罢算得不极完])了$"), "啦", drops=True),
    Ending(
        re.compile(r"(?:稍等|稍候|等等|等一下|稍等一下|看一下|看看|留意一下|告诉我|联系我|找我|喊我|叫我)$"), "哈呀哟"
    ),
    Ending(re.compile(r"(?:放心|别着急|不用担心)$"), "哈呀"),
    Ending(
        re.compile(r"(?:为您处理|给您安排|帮您看|帮您查|跟您说|告诉您|说一声|给您办|来跟进|慢慢挑|慢慢看)$"), "哈呀"
    ),
    Ending(re.compile(r"(?:就行|就好|就可以|都可以|没问题|都在|随时在)$"), "哈哟呀"),
    Ending(re.compile(r"(?:^|[，,])(?:好的|是的|可以的|有的|在的)$"), "呀哈"),
)
_QUESTION = Ending(
    re.compile(r"(?:什么|怎么|怎样|哪|多少|还是|是不是|会不会|要不要|有没有|方不方便)[^吗吧嘛么]*[^吗吧嘛么]$"), "呢呀"
)
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_GRAVE = re.compile(
    r"抱歉|歉|对不起|不好意思|不是|赔|遗憾|失误|疏忽|失望|难过|理解|体谅|担待|见谅|麻烦|添乱|投诉|举报|介入|争议|证据|责任"
    r"|错|漏|坏|破|损|丢|脏|缺|断货|没货|卖完|下架|晚|逾期|超时|延误|延迟|拒收|退款|退货|差评|假|骗|过敏|受伤"
    r"|谢|久等|辛苦|费心|耽误|看到您着急|让您着急"
    r"|不能|不了|不出|没法|无法|不支持|不可以|没有|没能|不会|取消|关闭"
)
_SORRY = re.compile(r"抱歉|道歉|歉意|对不起|不好意思|赔个?不是|赔礼")
_FIGURE = re.compile(r"[0-9０-９A-Za-z零一二两三四五六七八九十百千万半几％%¥￥.:：]")
_OPENS, _CLOSES = "“「『《【（(", "”」』》】）)"
_AT_END = re.compile(rf"(?P<particle>[{PARTICLES}])(?=[，,。！？!?；;：:、~～…\s]|$)")
_NO_PARTICLE = re.compile(r"(?:[毛花粗厚薄面纺衣绒羊]呢|[哎哈啊]呀|[哎哈嘿]哟|[哈]哈|啦啦|呀呀)$")


def with_particles(parts: list[Part], level: Particles) -> list[Part]:
    """Return the parts of a reply with as many particles as `level` says; slots are left as they are."""
    if level is Particles.AS_WRITTEN:
        return parts
    if level is Particles.NONE:
        return _without(parts)
    return _Dresser(parts, level).dressed()


def _without(parts: list[Part]) -> list[Part]:
    """Return `parts` without particles at the ends of clauses; 啦 was 了, unless that stands there.

    One right before another part stays: it holds two figures apart.
    """
    depth, taken = 0, []
    for at_part, part in enumerate(parts):
        if part.slot is not None or part.words is None:
            taken.append(part)
            continue
        words, at = [], 0
        for match in _AT_END.finditer(part.words):
            is_quoted = depth + _depth(part.words[: match.start()]) > 0
            before = part.words[max(0, match.start() - 1) : match.end()]
            holds_apart = match.end() == len(part.words) and at_part < len(parts) - 1
            if is_quoted or holds_apart or _NO_PARTICLE.search(before):
                continue
            words.append(part.words[at : match.start()])
            words.append("了" if match["particle"] == "啦" and not before.startswith("了") else "")
            at = match.end()
        depth += _depth(part.words)
        taken.append(replace(part, words="".join([*words, part.words[at:]])))
    return taken


class _Dresser:
    """Goes through a reply's sentences once, from the first to the last."""

    def __init__(self, parts: list[Part], level: Particles) -> None:
        self._parts = parts
        literal = "".join(part.words or "" for part in parts if part.slot is None)
        there = [match for match in _AT_END.finditer(literal) if not _NO_PARTICLE.search(literal[: match.end()])]
        self._is_sorry = _SORRY.search(literal) is not None
        most = 1 if level is Particles.LITTLE else MOST_IN_REPLY
        self._left = (most - 1 if self._is_sorry else most) - len(there)
        self._last = ""

    def dressed(self) -> list[Part]:
        depth, made = 0, []
        for at, part in enumerate(self._parts):
            if part.slot is not None or part.words is None:
                made.append(part)
                continue
            is_last = at == len(self._parts) - 1
            made.append(replace(part, words=self._literal(part.words, at > 0, is_last, depth)))
            depth += _depth(part.words)
        return made

    def _literal(self, words: str, follows_slot: bool, is_last: bool, depth: int) -> str:
        """Return one literal with particles; `depth` is how many quotations are open before it."""
        pieces, done = [], 0
        for sentence in _SENTENCE.finditer(words):
            start, end = sentence.span()
            self._note(words[max(0, start - 1) : end])
            is_whole = start > 0 or not follows_slot
            can_end = end < len(words) or is_last
            if not can_end or depth + _depth(words[:end]) > 0 or not _is_far(sentence[0], is_whole):
                continue
            found = self._particle(sentence[0], words[end : end + 1], words[end:])
            if found is not None:
                particle, drops = found
                pieces += [words[done : end - drops], particle]
                done = end
                self._left -= 1
                self._last = particle
        return "".join([*pieces, words[done:]])

    def _note(self, sentence: str) -> None:
        for match in _AT_END.finditer(sentence):
            self._last = match["particle"]

    def _particle(self, sentence: str, mark: str, after: str) -> tuple[str, bool] | None:
        """Return what goes to the end of a sentence and how many letters it takes away; None where nothing does."""
        if self._left <= 0 or _GRAVE.search(sentence):
            return None
        following = _AT_END.search(after)
        taken = {self._last, following["particle"] if following else "", "啦" if self._is_sorry else ""}
        for ending in (_QUESTION,) if mark in ("？", "?") and mark else _ENDINGS:
            if ending.pattern.search(sentence):
                fresh = [particle for particle in ending.particles if particle not in taken]
                return (fresh[0], ending.drops) if fresh else None
        return None


def _is_far(sentence: str, is_whole: bool) -> bool:
    """Tell whether no figure and no slot stands near the end of a sentence; without a slot before it it `is_whole`."""
    return _FIGURE.search(sentence[-NEAR:]) is None and (is_whole or len(sentence) > NEAR)


def _depth(words: str) -> int:
    return sum(words.count(mark) for mark in _OPENS) - sum(words.count(mark) for mark in _CLOSES)
