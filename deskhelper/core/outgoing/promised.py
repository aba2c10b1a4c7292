"""Rule 5: what a text promises in words. What is promised must be tracked, so that it can be kept."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from deskhelper.core.flow import PromiseKind
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import Plain


class Promised(Struct, frozen=True):
    """A promise in words: its kind and where it stands in the plain form."""

    kind: PromiseKind
    start: int
    end: int


_WITH_ITS_MARK = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_GAP = r"[^。！？!?；;\n]{0,14}?"
_NEAR = r"[^，,。！？!?；;\n]{0,8}?"
_COUNT = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十半]{1,6})"
_WHEN = (
    rf"(?:{_COUNT}个?(?:小时|钟头|分钟|天|日|个?工作日)(?:之|以)?内|今天|今日|今晚|明天|明日|明早|明晚|后天|(?<![到至每])(?:这|本|下)?周[一二三四五六日天末](?![到至])|下周|过[一两三几]天"
    rf"|(?:这|本)个?(?:周|月|星期|礼拜)(?:之|以)?内|(?:这|本|下)?个?(?:星期|礼拜)[一二三四五六日天]|周末前?|明后天|月内"
    rf"|(?:\d{{1,4}}月)?\d{{1,4}}[日号]|(?:上午|下午|晚上|中午|傍晚)|\d{{1,4}}点|\d{{1,4}}:\d\d|月底|下班前)"
)
_SOON = r"(?:马上|立刻|立即|这就|现在就|即刻)"
_LATER = r"(?:晚点|晚些|稍后|待会儿?|等会儿?|一会儿?|等下|过会儿?|回头|到时候?)"
_ASKING = r"(?:(?!看|查|核|问|催|跟进|了解|反馈|申请|进度|登记|记录|备注)[^。！？!?；;\n]){0,14}?"
"""Between "at once" and a refund: looking a refund up at once promises none."""
_DO = (
    r"(?:处理好|处理完|处理掉|办好|办完|办妥|改好|开好|弄好|解决|搞定|做好"
    r"|修好|安排好|登记好|传好|上传|给您处理|给您办|给您开|给您改|给您安排)"
)
_SURE = r"(?:保证|肯定|一定|确保|包)"
_SURE_WHEN = r"(?:这周|本周|这两天|这几天|月底前|年前|节前|过年前|两三天)"
_ARRIVE = r"(?:收到|送到|送达|能到|到货|到您|到手)"
_SHIP = (
    r"(?:必发|发货|发出|寄出|发走|寄走|出库|发掉|寄给您|发给您|寄到|安排发|能发|会发|就发|可以发"
    r"|给您发(?!券|优惠|红包|消息|图|视频|信息|链接|个|一个?[券红]))"
)
_REFUND = (
    r"(?:退款|退钱|退还|退给|退您|退你|退回|退掉|退了|退到账|给您退(?!货|换)"
    r"|退到位|退到您|钱退|必退|打款|打钱|打到您|打给您|转给您|转您|给您转(?!接|人工|告|达|\d))"
)
_TALK = (
    r"(?:回复|答复|回电|回个?电话|打电话|致电|联系您|联系你|给您消息|给您答案|给您结果"
    r"|给您?个?(?:准信|说法|交代|回话|回信|准话)|通知您|告知您|告诉您|反馈给您|给您反馈)(?!慢|晚|不|较|比较|有点|稍)"
)
_PATTERNS: tuple[tuple[PromiseKind, re.Pattern[str]], ...] = (
    (PromiseKind.SHIP, re.compile(rf"{_WHEN}{_GAP}{_SHIP}|{_SHIP}{_NEAR}(?:在|是)?{_WHEN}")),
    (
        PromiseKind.REFUND,
        re.compile(
            rf"{_WHEN}{_GAP}{_REFUND}|{_SOON}{_ASKING}{_REFUND}|{_LATER}{_NEAR}(?:(?:给|帮|为|把|就|再){_NEAR}{_REFUND}|退您|退给您|退钱)|{_REFUND}{_NEAR}(?:{_WHEN}|{_SOON}){_NEAR}(?:处理|办|完成|通过|退)"
        ),
    ),
    (
        PromiseKind.COUPON,
        re.compile(
            rf"(?:送|赠送?|补|发|给|返|奖励|补偿){_NEAR}(?:优惠券|代金券|无门槛券|抵扣券|现金券|元券|块券|红包)"
            rf"|(?:下次|下回|以后|下一单){_NEAR}(?:给|帮|为|跟)(?:您|你){_NEAR}(?:免单|优惠|便宜|打[^，,。]?折|减|少|免|送)"
            rf"|(?:下次|下回|以后|下一单){_NEAR}(?:免单|多送|送您|送你)|给(?:您|你)(?:直接)?免(?:了|单|掉)"
        ),
    ),
    (
        PromiseKind.COMPENSATION,
        re.compile(
            rf"(?:补偿|赔偿|赔付|赔|补贴|返还?|返现|退您?差价|补差价|补|退){_NEAR}{_COUNT}(?:元|块(?!新|好|完整|玻璃|地|大|小|同|一样|布|板)|%)|(?:赔|补|返)(?:给)?(?:您|你)\d{{2,}}(?![\d年月日号点:])|(?:送|赠送?|(?:给|帮|为)(?:您|你)(?:再|也|多)?(?:寄|发|带|放|塞|附|补|加)){_NEAR}(?:小?礼物|小礼品|礼品|赠品|一[份件个]小?(?:东西|礼))"
            rf"|(?:给|跟)(?:您|你)(?:再|直接|单独|额外)?(?:转|打|发|补|减){_NEAR}{_COUNT}(?:元|块)(?!的?券)"
            rf"|(?:给|为|帮)(?:您|你){_NEAR}{_COUNT}(?:元|块)钱?的?(?:补偿|赔偿|赔付|补贴)"
            rf"|(?:差价|损失){_NEAR}(?:给您|给你)?(?:退|补|返|赔)(?:给|回|您|你|上)"
        ),
    ),
    (
        PromiseKind.RESEND,
        re.compile(
            rf"(?:给|帮|为|替|跟)(?:您|你){_NEAR}(?:补发|补寄|重新发|重新寄|重发|再发一|再寄一|换新|换一[件个]|换[台个件套双只条把部款]新)|(?:给|帮|为)(?:您|你){_NEAR}补(?:上|过去|齐|[一个]*[个件份包双套](?!小?礼)|新)|补给(?:您|你)(?!差|价)|重新(?:给|帮|为)(?:您|你){_NEAR}(?:发|寄|做)(?!消息|图|链接|地址)|(?:{_WHEN}|{_SOON}){_GAP}(?:补发|补寄|重新发|重新寄|重发|再发一|再寄一)"
        ),
    ),
    (
        PromiseKind.CALL_BACK,
        re.compile(
            rf"{_WHEN}{_GAP}(?:{_TALK}|{_DO})|{_LATER}{_NEAR}(?:回电|回个?电话|打个?电话|致电)"
            rf"|{_WHEN}(?:必|准|包|保准)(?:能)?(?:到|达|收)|{_SURE}(?:能|会|您|你|在)*(?:{_WHEN}|{_SURE_WHEN}){_NEAR}(?:一定|肯定|准|必|能|会)*到(?![底时期付位目])|{_SURE}(?:能|会|您|你|在)*(?:{_WHEN}|{_SURE_WHEN}|{_COUNT}天){_NEAR}{_ARRIVE}|(?:{_WHEN}|{_SURE_WHEN}){_NEAR}{_SURE}{_NEAR}{_ARRIVE}"
        ),
    ),
)
_NEEDED: dict[PromiseKind, re.Pattern[str]] = {
    PromiseKind.SHIP: re.compile(_SHIP),
    PromiseKind.REFUND: re.compile(rf"{_REFUND}|退"),
    PromiseKind.RESEND: re.compile(r"[补重再换]"),
    PromiseKind.CALL_BACK: re.compile(rf"{_TALK}|{_DO}|{_ARRIVE}|电话|致电|[必准包到]"),
}
"""Without one of these words a sentence makes no such promise: saves the long look at most sentences."""
TOLD_KINDS = tuple(kind for kind, _ in _PATTERNS)
"""The kinds of promises that are recognised in words."""
_ACCEPTED: dict[PromiseKind, frozenset[PromiseKind]] = {
    PromiseKind.SHIP: frozenset({PromiseKind.SHIP, PromiseKind.RESEND, PromiseKind.EXCHANGE}),
    PromiseKind.REFUND: frozenset({PromiseKind.REFUND, PromiseKind.COMPENSATION}),
    PromiseKind.COUPON: frozenset({PromiseKind.COUPON, PromiseKind.COMPENSATION}),
    PromiseKind.COMPENSATION: frozenset({PromiseKind.COUPON, PromiseKind.COMPENSATION, PromiseKind.REFUND}),
    PromiseKind.RESEND: frozenset({PromiseKind.SHIP, PromiseKind.RESEND, PromiseKind.EXCHANGE}),
    PromiseKind.CALL_BACK: frozenset(PromiseKind),
}
"""Which tracked promises cover one in words."""
_TERMS = re.compile(
    r"恢复(?:正常)?(?:发货|营业|上班|接单)|不上班|下班(?!之?前)|一般|通常|正常|平时|默认|基本上?|(?:成团|付款|下单|拍下|签收|收货|收到货?|揽收|支付)(?:成功)?之?以?后|下单|拍下|付款的|(?:点|时)前(?:的订单|付款)"
    r"|当天发货|页面|预售|规则|规定|系统|平台|时效|承诺(?:是|为|都是)?(?:成团后)?\d+个?(?:小时|天)|(?<!给[您你]退)到账|银行|原路|支持|都有|官方|周[一二三四五六日](?:到|至)|在线时间|上班时间|上班(?:后|了|时|就|会|再|第一)*(?:马上|就|会|再|统一|陆续|按|依次)*(?:回|答|处理|看)|营业时间|工作时间|服务时间|点半?(?:到|至)(?:次日|第二天|早上|上午|下午|晚上)?\d"
)
"""The shop's or the platform's terms, and what happens by itself: stated, not promised."""
_NOT_OURS = re.compile(r"(?:快递|物流|承运|派送|快递员|驿站|网点|中转|仓储中心|运输)[^，,。]{0,10}$")
_HYPOTHETICAL = re.compile(
    r"如果|是我们[^，,。！？!?；;\n]{0,6}的(?:一定|就|肯定|会)|要是|若|假如|倘若|的话|万一|不想等|不愿等|不方便等|(?<![给帮为替])您申请"
    r"|您可以申请|(?<![给帮为替])您提交|申请后|是否|要不要|可不可以|能不能|您看(?!一下|下|看)|希望|愿意|还是|或者|或是"
    r"|(?:吗|么|呢)?[？?]|可以(?:选|申请|给您|帮您|为您|补|退|换|赔|安排)|请您|麻烦您?(?:在|于)|建议您|您(?:在|需要|这边|方便|记得|尽量|先)"
)
"""Before a promise or within it: what follows is offered, asked for or stands under a condition."""
_OPEN_AFTER = re.compile(
    r"[^，,。！？!?；;\n]{0,8}的话|[^。！？!?；;\n]*(?:(?:吗|么|呢)?[？?]|(?:吗|么|呢)[，,。！!；;\n]?$|是否|要不要|可不可以|能不能|行不行|好不好|您看(?!一下|下|看)|愿意|还是(?!请|要|会|得)|或者|或是|(?:吗|么)(?=[，,]))"
)
"""Behind a promise: it was a question or one of two ways. A wish to be patient (请您耐心等待) leaves it a promise."""
_CLAUSE_START = re.compile(r"(?:[^，,。！？!?；;\n]*后[，,])?[^，,。！？!?；;\n]*$")
_NO = re.compile(r"(?:不会|不能|没法|无法|没有|没|不|未|别|已经|已|早就|刚刚?|都)[^，,。]{0,4}$")
_TOLD_BEFORE = re.compile(
    r"(?:上次|上回|之前|先前|当时|原先)[^，,。！？!?；;\n]{0,6}(?:说好|答应|约好|约定|承诺|说过)[^，,。！？!?；;\n]*$"
)
"""What was promised another time and is only spoken of now: the apology for a broken promise."""
_DONE = re.compile(r"^(?:了|啦|过|成功|完成)")
_WAS_DONE = re.compile(r"已|刚|从|由|交给")
_APPLIED = re.compile(r"[给帮为替][您你]申请(?:了|好)")


def promised(read: Plain) -> Iterator[Promised]:
    """Yield what a text promises; terms of the shop, offers, questions and what is done already are no promises."""
    for sentence in _WITH_ITS_MARK.finditer(read.words):
        start, end = sentence.span()
        condition = _HYPOTHETICAL.search(read.words, start, end)
        until = end if condition is None else condition.end() - 1
        for kind, pattern in _PATTERNS:
            if kind in _NEEDED and not _NEEDED[kind].search(read.words, start, until):
                continue
            match = pattern.search(read.words, start, until)
            while match and (_is_open(read.words, start, match, end) or _is_done(read.words, start, match, end)):
                match = pattern.search(read.words, match.end(), until)
            if match:
                yield Promised(kind, match.start(), match.end())


def _is_open(words: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether the sentence from `start` to `end` offers or asks, or states terms, in place of promising."""
    return (
        _OPEN_AFTER.match(words, match.end(), end) is not None
        or is_of_terms(words, match.start(), match.end())
        or _NO.search(words, start, match.start()) is not None
        or _NOT_OURS.search(words, start, match.start()) is not None
    )


def _is_done(words: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether it is done already, or was promised another time and is only spoken of."""
    return (
        _WAS_DONE.search(match[0]) is not None
        or _TOLD_BEFORE.search(words, start, match.end()) is not None
        or _DONE.match(words, match.end()) is not None
        or (_APPLIED.search(match[0]) is not None and words.find("内到", match.end(), end) < 0)
    )


def is_of_terms(words: str, start: int, end: int) -> bool:
    """Tell whether what stands there is stated as the terms of shop or platform: 付款后48小时内发货."""
    clause = _CLAUSE_START.search(words, 0, start)
    first = clause.start() if clause else 0
    return _TERMS.search(words, first, end) is not None


def untracked(read: Plain, tracked: Collection[PromiseKind]) -> Iterator[Finding]:
    """Yield the promises of a text that none of the `tracked` ones covers."""
    for promise in promised(read):
        if not _ACCEPTED[promise.kind].intersection(tracked):
            code = f"finding_untracked_{promise.kind.value}"
            yield found_in(Rule.UNTRACKED, read, (promise.start, promise.end), code)
