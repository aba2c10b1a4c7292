"""A buyer's message as units that can be compared: one a character, one a number of a kind. Pure.

Numbers, phones, addresses, receivers and links become the sign of their kind, so nothing personal is learnt or
kept; traditional characters become simplified, full-width forms half, and each unit remembers where it stood.
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

LONGEST = 300
"""Characters of a message that are read; what follows decides nothing."""

PAUSE, ASKED, STRESSED = "|", "?", "!"
EMOJI, PICTURE = "E", "I"
PAUSE_SHOWN = "，"
_PAUSES = (PAUSE, ASKED, STRESSED)

_HAN = "一-鿿"
_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百半]+)"
_PLACE = "省|市|自治区|自治州|区|县|镇|乡|村|街道|大道|路|街|巷|小区|花园|新村|社区"
_MEASURE = "斤|公斤|千克|克|厘米|公分|毫米|米|毫升|升|寸|码|瓦|伏|平"
_NO_NAME = (
    "错了|写错|不对|改下|换下|不变|换人|填错|电话|手机|号码|改成|换成|联系|微信|新的|我的|就是|改为|谢谢|收到|打这|用这|"
    "尽快|麻烦|地址|收货|收件"
)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        ("U", r"https?://\S+|www\.\S+"),
        ("O", r"(?<!\d)\d{6}\s?-\s?\d{10,18}(?!\d)"),
        ("X", r"(?<![0-9a-z])9[0-9a-z]{17}(?![0-9a-z])"),
        ("T", r"(?<![a-z])[a-z]{2,4}\d{9,18}(?!\d)|(?<!\d)\d{12,22}(?!\d)"),
        ("P", r"(?<!\d)1[3-9]\d[\d*]{8}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)"),
        ("K", r"(?<!\d)123(?:15|45)(?!\d)"),
        (
            "R",
            rf"(?:收件人|收货人|姓名|联系人|名字)[是叫为:,\s]{{0,2}}(?:改成|改为|换成)?"
            rf"(?P<x>(?!{_NO_NAME})[{_HAN}]{{2,3}})(?![{_HAN}])",
        ),
        ("R", rf"(?<![{_HAN}])(?P<x>(?!{_NO_NAME})[{_HAN}]{{2,3}})(?=[\s,、:]+1[3-9]\d[\d*]{{8}})"),
        ("R", rf"1[3-9]\d[\d*]{{8}}[\s,、:]+(?P<x>(?!{_NO_NAME})[{_HAN}]{{2,3}})(?![{_HAN}])"),
        (
            "A",
            rf"(?:(?:改|换|寄|发|送)[成到为]?|地址[是:]?|[到成为在是])?"
            rf"(?P<x>(?:(?!改成|改到|换成|寄到|发到|送到)[{_HAN}]){{2,7}}?(?:{_PLACE})"
            rf"(?:[{_HAN}]{{1,7}}?(?:{_PLACE}))+(?:[{_HAN}]{{0,8}}[0-9a-z]+(?:号楼|号|栋|幢|座|单元|室|层|楼|弄|-)?)*)",
        ),
        ("D", r"(?:\d{2,4}[-/.年])?\d{1,2}[-/月]\d{1,2}[日号]?|(?<!\d)\d{1,2}[号日](?![码楼店线球])|\d{1,2}:\d{2}"),
        ("Y", rf"[¥$]\s?\d+(?:\.\d+)?|{_NUMBER}(?:元|块钱|块|毛钱|毛|rmb)|\d+块\d"),
        ("H", rf"{_NUMBER}个?(?:小时|钟头|h(?![a-z]))"),
        ("S", rf"{_NUMBER}(?:多|来)?个?多?(?:天|周|星期|礼拜|月(?!份)|年|分钟)"),
        ("W", rf"{_NUMBER}(?:{_MEASURE}|(?:kg|g|cm|mm|ml|l|w|v)(?![a-z]))"),
        ("C", rf"{_NUMBER}(?:个|件|双|只|条|包|袋|瓶|盒|箱|套|份|张|片|支|根|样|单)"),
        (PICTURE, r"\[(?:图片|照片|视频|图)\]"),
        (EMOJI, rf"\[[{_HAN}a-z]{{1,6}}\]"),
        ("N", r"\d+(?:[.,:x*/-]\d+)*%?"),
    )
)
"""Signs in the order in which they claim characters: link, order, tax number, parcel, phone, hotline, receiver,
address, date, price, hours, days, measure, count, picture, emoji, other number."""

_MASKED = re.compile(r"‹([a-z])›")
"""A sign as `masked` writes it."""

_UNSEEN = ("Mn", "Me", "Cf")
_LATIN = re.compile(r"[a-z]{4,}")
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"))


class Alphabet(Struct, frozen=True):
    """How characters are compared: `simplified` of a traditional one, the `sounds` of a simplified one.

    A sound is a merged syllable (`merged_sound`); `syllables` has every one that can be typed in Latin letters.
    """

    simplified: dict[str, str]
    sounds: dict[str, str]
    syllables: frozenset[str]


class Unit(Struct, frozen=True):
    """A piece of a message: what it counts as, how it sounds, and from where to where it stood in the original."""

    sign: str
    sound: str
    start: int
    end: int


def merged_sound(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make: zh and z, ing and in."""
    for heard, written in _MERGED:
        syllable = syllable.replace(heard, written)
    return syllable


def units_of(text: str, alphabet: Alphabet) -> list[Unit]:
    """Return the units of a message: pauses, questions and kinds once in a row, a character at most twice."""
    folded, places = _folded(text[:LONGEST], alphabet.simplified)
    units: list[Unit] = []
    for sign, sound, first, last in _pieces(folded, alphabet):
        most = 1 if _is_kind(sign) else 2
        if [unit.sign for unit in units[-most:]] != [sign] * most:
            units.append(Unit(sign, sound, places[first], places[last - 1] + 1))
    if units and units[0].sign == PAUSE:
        del units[0]
    if units and units[-1].sign == PAUSE:
        del units[-1]
    return units


def masked(text: str, alphabet: Alphabet) -> str:
    """Return `text` as it may be kept: folded, each number, address, receiver and link as the sign of its kind.

    What is masked is read as the message itself is, and masking it again changes nothing.
    """
    return "".join(_shown(unit.sign) for unit in units_of(text, alphabet))


def _shown(sign: str) -> str:
    if sign == PAUSE:
        return PAUSE_SHOWN
    return f"‹{sign}›" if sign.isascii() and sign.isupper() else sign


def _is_kind(sign: str) -> bool:
    """Tell whether `sign` is no character of a word: upper-case letters are kinds, since text is lower case."""
    return sign in _PAUSES or (sign.isascii() and sign.isupper())


def _folded(text: str, simplified: dict[str, str]) -> tuple[str, list[int]]:
    """Return the text in half width, lower case and simplified, and where each of its characters came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if "一" <= char <= "鿿":  # one of the unified characters stands for itself
            folded.append(simplified.get(char, char))
            places.append(place)
            continue
        parts = char.lower() if char.isascii() else unicodedata.normalize("NFKC", char).lower()
        for part in parts:
            if not part.isascii() and unicodedata.category(part) in _UNSEEN:
                continue
            folded.append(simplified.get(part, part))
            places.append(place)
    if not any(char >= "一" for char in folded):
        kept = [at for at in range(len(folded)) if not folded[at].isspace() or not _joins(folded, at)]
        return "".join(folded[at] for at in kept), [places[at] for at in kept]
    return "".join(folded), places


def _joins(folded: list[str], at: int) -> bool:
    """Tell whether the blank at `at` stands between two letters: pinyin is typed with blanks and without."""
    return 0 < at < len(folded) - 1 and folded[at - 1].isalpha() and folded[at + 1].isalpha()


def _pieces(folded: str, alphabet: Alphabet) -> Iterator[tuple[str, str, int, int]]:
    """Yield sign, sound, first and last place of each piece of the folded text."""
    claimed = _claimed(folded)
    place = 0
    while place < len(folded):
        if place in claimed:
            sign, end = claimed[place]
            yield sign, "", place, end
            place = end
            continue
        run = _LATIN.match(folded, place)
        spelled = _syllables(run[0], alphabet.syllables) if run else []
        for syllable in spelled:
            sound = merged_sound(syllable)
            yield sound, sound, place, place + len(syllable)
            place += len(syllable)
        if not spelled:
            sign = _sign_of(folded[place])
            yield sign, alphabet.sounds.get(sign, ""), place, place + 1
            place += 1


def _claimed(folded: str) -> dict[int, tuple[str, int]]:
    """Return sign and end of each piece of a kind by its start; the kind that stands first in the table has it."""
    claimed = {found.start(): (found[1].upper(), found.end()) for found in _MASKED.finditer(folded)}
    taken = {place for start, (_, end) in claimed.items() for place in range(start, end)}
    for sign, pattern in _KINDS:
        for found in pattern.finditer(folded):
            start, end = found.span("x") if "x" in pattern.groupindex else found.span()
            if taken.isdisjoint(range(start, end)):
                claimed[start] = (sign, end)
                taken.update(range(start, end))
    return claimed


def _syllables(run: str, known: frozenset[str]) -> list[str]:
    """Return the pinyin syllables that `run` consists of, the longest first; none where it is no pinyin."""
    if not run:
        return []
    for size in range(min(6, len(run)), 0, -1):
        if merged_sound(run[:size]) in known:
            rest = _syllables(run[size:], known)
            if rest or size == len(run):
                return [run[:size], *rest]
    return []


def _sign_of(char: str) -> str:
    """Return what a folded character outside any kind counts as."""
    if char in (ASKED, STRESSED) or char.isalnum():
        return char
    return EMOJI if unicodedata.category(char) == "So" else PAUSE
