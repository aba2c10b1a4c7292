"""Rule 2 for what a text says was bought: the courier, the sum, the count, the size and the colour of the order."""

import re
from collections.abc import Callable, Iterator

from deskhelper.core.facts import Facts
from deskhelper.core.money import format_yuan, parse_fen
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import CLAUSE, Plain
from deskhelper.core.outgoing.told_time import DIGITS

_COURIERS = (
    ("中通",), ("圆通",), ("韵达",), ("申通",), ("极兔", "百世"), ("顺丰",), ("德邦",), ("京东",), ("邮政", "ems"),
    ("丹鸟", "菜鸟"), ("天天快递",),
)  # fmt: skip
"""Names of one company stand together: it took the other over, or the two carry for each other."""
_NAMES = "|".join(name for names in _COURIERS for name in names)
_COURIER = re.compile(
    rf"(?:这一?单|订单|包裹|快件|快递|您的件)(?:目前|现在|是|由|走|发|用|的|都|给您)*(?P<a>{_NAMES})|(?:这一?单|订单|包裹|您的?){CLAUSE}{{0,6}}?(?:[发走寄用]的(?:就)?是?|是由|由)(?P<b>{_NAMES})(?!单号)"
)
_SUM = re.compile(
    r"(?:实付(?:款|金额)?|订单金额|付款金额|(?:您|你)(?:一共)?(?:实际)?(?:支付|付款?)(?:的|了|金额)*)(?:是|为|了|:)*(?P<sum>\d{1,6}(?:\.\d{1,2})?)(?:元|块(?![一二三四五六七八九\d]))"
)
_BOUGHT = (
    r"(?:(?:您|你)(?:这一?单)?(?:拍|买|选|订|下单|购买)的?|(?:这一?单|订单(?:里|上)?)(?:拍|买|选|订|显示|写)?的?)"
    r"(?:就|应该|都)?是(?!不是|否)"
)
_COUNT = re.compile(rf"{_BOUGHT}{CLAUSE}{{0,8}}?(?P<count>\d{{1,3}}|[一二两三四五六七八九十])件(?![装套起以])")
_SIZE = re.compile(rf"{_BOUGHT}{CLAUSE}{{0,8}}?(?<![a-z0-9])(?P<size>\d?x{{0,5}}[lsm])码?(?![a-z0-9])")
_COLOUR = re.compile(rf"{_BOUGHT}{CLAUSE}{{0,5}}?(?P<colour>[红黄绿蓝紫黑白])色")
_SIZES = re.compile(r"(?<![a-z0-9])\d?x{0,5}[lsm](?![a-z0-9])")
_COLOURS = re.compile(r"[红橙黄绿蓝紫粉黑白灰棕咖米杏青银金]")
_NEAR = {"红": "粉橙紫棕", "黄": "金橙米杏棕", "绿": "青", "蓝": "青紫灰", "紫": "粉红蓝", "黑": "灰", "白": "米银灰杏"}
_SEVERAL = re.compile(
    r"两单|几单|一共|总共|合计|合起来|另[一外]|上[次一]|之前|补发|换|还是|或者|默认|一般|通常|可以|寄回|退回"
)
"""What is said of more than the one order, or of another parcel."""
_ASKS = re.compile(rf"{CLAUSE}{{0,10}}?(?:吗|么|吧|嘛|[？?]|[，,]?(?:对吧|是吧|对吗|对不对|是不是|没错吧))")
_LOOK = re.compile(rf"{_NAMES}|付|金额|[拍买选订单里]的?是")
"""Without one of these no such thing is said: saves the long looks."""


def against_what_was_bought(read: Plain, facts: Facts) -> Iterator[Finding]:
    """Yield what a text says of courier, sum, count, size or colour and the order does not bear out."""
    if not _LOOK.search(read.words):
        return
    for pattern, other in _TOLD:
        for match in pattern.finditer(read.words):
            value = other(match, facts)
            if value and not _is_open(read.words, match):
                yield found_in(Rule.CONTRADICTION, read, match.span(), "finding_other_fact", value=value)


def _is_open(words: str, match: re.Match[str]) -> bool:
    """Tell whether it is asked rather than said, or said of more than this order."""
    start = max(words.rfind(mark, 0, match.start()) for mark in "，,。！？!?；;\n") + 1
    return _ASKS.match(words, match.end()) is not None or _SEVERAL.search(words, start, match.end()) is not None


def _other_courier(match: re.Match[str], facts: Facts) -> str:
    """Return the order's courier where another one is told, empty where it agrees; the others do so for their facts."""
    courier = str(facts.get("courier") or "")
    named = [names for names in _COURIERS if any(name in courier.lower() for name in names)]
    return courier if named and not any((match["a"] or match["b"]) in names for names in named) else ""


def _other_sum(match: re.Match[str], facts: Facts) -> str:
    paid = facts.get("paid_fen")
    return f"{format_yuan(paid)}元" if isinstance(paid, int) and parse_fen(match["sum"]) != paid else ""


def _other_count(match: re.Match[str], facts: Facts) -> str:
    """A pack's own count (3件装 as the spec) is none of the order."""
    quantity, told = facts.get("quantity"), match["count"]
    count = int(told) if told.isdigit() else DIGITS[told]
    is_pack = any(f"{one}件" in str(facts.get("spec") or "") for one in (told, count))
    return f"{quantity}件" if isinstance(quantity, int) and count != quantity and not is_pack else ""


def _other_size(match: re.Match[str], facts: Facts) -> str:
    spec = str(facts.get("spec") or "")
    sizes = _SIZES.findall(spec.lower())
    return spec if sizes and match["size"] not in sizes else ""


def _other_colour(match: re.Match[str], facts: Facts) -> str:
    """Only a plainly other colour counts: what lies near has many names."""
    spec, told = str(facts.get("spec") or ""), match["colour"]
    colours = set(_COLOURS.findall(spec))
    return spec if colours and told not in colours and not colours & set(_NEAR[told]) else ""


_TOLD: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Facts], str]], ...] = (
    (_COURIER, _other_courier), (_SUM, _other_sum), (_COUNT, _other_count), (_SIZE, _other_size),
    (_COLOUR, _other_colour),
)  # fmt: skip
