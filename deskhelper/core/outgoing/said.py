"""Rule 2 for free text: what it says about the order, to be held against the order (domain.md, last part)."""

import re
from collections.abc import Iterator

from deskhelper.core.facts import Facts, Moment
from deskhelper.core.flow import Claim
from deskhelper.core.moments import short_time
from deskhelper.core.outgoing.claims import contradicted
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import Plain
from deskhelper.core.outgoing.promised import is_of_terms
from deskhelper.core.outgoing.told_order import against_what_was_bought
from deskhelper.core.outgoing.told_time import ToldTime, told_times

_NEAR = r"[^，,。！？!?；;\n]{0,8}?"
_SHIPPED = r"(?:发货|发出|寄出|发走|寄走|出库|发出去|寄出去|发过去|寄过去|发掉|寄掉|寄给您|出仓|装车|交给快递)"
_SENT = rf"(?:{_SHIPPED}|揽收|取走|拉走|收走|取件了)"
_ON_ITS_WAY = (
    r"(?:路上|送的路上|途中|在途|在运输|运输中|转运中|中转中|(?:正在"
    r"|在)(?:派送|派件|配送|送货|转运|中转)|(?:派送|派件|配送)中)"
)
_SAID: tuple[tuple[Claim, re.Pattern[str]], ...] = (
    (
        Claim.NOT_LEFT,
        re.compile(
            rf"(?:还|暂时|目前|尚|仍|现在)(?:都)?(?:没有?|未)(?:给您|为您)?{_SHIPPED}|(?:还|暂时|目前|尚|仍|现在)(?:都)?(?:没有?|未)(?:给您|为您)?(?:寄|发)(?!消息|图|票|链接|券|现|布|生|信|照|视频|给我)|(?:正在|在)(?:打包|备货|配货)|(?:还在|仍在)(?:仓库|店里|打包)|(?:还|暂时|目前|尚|仍|现在)(?:都)?(?:没有?|未)(?:给您|为您)?(?:打包|配货|备货|出仓)|(?:还在|正在|在)(?:排队|排单)(?:等|发|打包|出|中发)|等待发货|待发货状态|尚未{_SHIPPED}"
        ),
    ),
    (
        Claim.LEFT,
        re.compile(
            rf"(?<!未)(?<!没)(?:已经?|刚刚?|早就|都)(?!在|安排|准备|登记|申请|加急|催|通知|请|让|叫)(?:[^，,。！？!?；;\n没未安排准备催请查]{{0,14}}?){_SENT}(?!前|时间)"
            rf"|(?<!安排)(?<!准备)(?<!催促)(?<!催)(?<!加急)(?<!尽快)(?<!可以)(?<!能)(?<!等){_SENT}(?:了|啦)(?!吗|么|没|再|就|会|以后|之后|后|才|马上|我)"
            rf"|(?:昨天|昨日|昨晚|前天|前晚|今早|大前天)(?:(?![今明后拍说答约定通知安排催联问付])[^，,。！？!?；;\n没未不]){{0,12}}?(?:{_SENT}|(?:寄|发)(?:了|的|走|掉)(?!消息|信息|图|链接|优惠|券|照片|您|视频))(?!前|时间)"
            rf"|(?<!等)(?:包裹|快递|件|货)(?:目前|现在|已经?|今天)*(?:到|到达|抵达|进)了?[^，,。！？!?；;\n没未不后]{{0,6}}?(?:网点|驿站|中转|分拨|转运|当地|站点|县|市)(?!后|再|会|以后|就|之后|时|的时候|前|的话)"
            rf"|(?<!等)(?:包裹|快递|件)(?:目前|现在|已经?|今天)*(?:到|到达|抵达)(?!付|货|期|底|家|手|时|达|了)[^，,。！？!?；;\n没未不后您你的]{{2,4}}?了(?!后|再|会|以后|就|吗)"
            rf"|(?:包裹|快递|快件|商品|货|订单|单子|东西){_NEAR}{_ON_ITS_WAY}|(?:已经|现在|目前)(?:都|就)?(?:在|开始)(?:派送|派件|配送)(?!后|前|再|会|就)"
        ),
    ),
    (
        Claim.RECEIVED,
        re.compile(
            r"(?:已经?|显示)(?:[^，,。！？!?；;\n没未]{0,8}?)(?:签收|妥投|送达|收货)(?!后|前|时)|(?:您|你)(?:这边|那边)?(?:应该)?(?:都?已经?|都)收到(?:货|商品|包裹|快递)(?!后|前|时)"
        ),
    ),
    (
        Claim.NOT_RECEIVED,
        re.compile(
            r"(?:还|尚|暂时|目前)(?:没有?|未)(?:给您|到您|被)?(?:送到|送达|派送|派件|签收|妥投|到您|到货|到手|收到货|收到包裹|收到商品|收到快递)(?!的话)"
        ),
    ),
    (
        Claim.ON_THE_WAY,
        re.compile(
            rf"(?:今天|明天|今晚|上午|下午|晚上|稍后|马上|等下|即将){_NEAR}(?:派送|派件|送到您|送货上门|送达|到您|到你)"
        ),
    ),
    (
        Claim.IN_TIME,
        re.compile(
            r"(?:还|仍|都)?(?:在承诺(?:的)?(?:发货)?时间(?:之内|以内|内|里)|没(?:有)?(?:超过|到|过)(?:承诺|(?:最晚)?(?:的)?(?:发货)(?:的)?(?:时间|时效|期限))|未超过承诺|没有?超[时期]|未超[时期]|没有?逾期|并未逾期)"
        ),
    ),
    (
        Claim.LATE,
        re.compile(
            r"(?:已经?|都(?!有|是|会|可能)|早就?|确实)(?:[^，,。！？!?；;\n没未]{0,6}?)(?:逾期|超时|超期|延误|过了承诺)|没能(?:按时|按约|准时|按承诺|在承诺)(?:[^，,。！？!?；;\n]{0,8}?)发|超过(?:了)?承诺(?:的)?(?:发货)?时间"
        ),
    ),
    (
        Claim.REFUNDED,
        re.compile(
            r"(?:已经?|都)(?:[^，,。！？!?；;\n没未]{0,8}?)(?:退款成功|退款完成|退好|退完|退到账|退回到?您?的?(?:账户|原)|退[给还](?:您|你|到)|退到您|退您|退回去|退款了|退过去|打给您)|(?:钱|款项?|金额|货款)[^，,。！？!?；;\n没未]{0,4}已经?退|退款(?:已经?|成功|都)(?:成功|完成|到账|退回)"
        ),
    ),
)
_NEGATED = re.compile(r"(?:没办法|没法|无法|不能|不会|不再|没有?|不|别|未)[^，,。！？!?；;\n]{0,5}$")
_AGREED = re.compile(r"退货|仓库|包裹|快递|同意|申请|提交|安排|登记|通过|发起|操作|在给?您?退|催|通知|商品|退回的")
"""A refund agreed to or under way is not one that is done."""
_MOVING = re.compile(_ON_ITS_WAY)
_HAPPENED = re.compile(r"[中上的途时]{0,2}(?:里|,)?(?:出|坏|损|丢|破|碰|磕|压|摔|颠|受|遇|被|发生|弄|可能|不小心)")
"""What befell a parcel on its way is no saying that it is still there."""
_OTHER_PARCEL = re.compile(
    r"退回|退货|寄回|退的|补发|补寄|换货|换的|换新|重新|重发|一般|通常|平时|我们|仓库|另一|其他|新的|上次|之前"
)
"""What another parcel than the order's own is told by."""
_RETURNED = re.compile(r"退回|退货|寄回|退的|换货|仓库|我们")
_SOFT = re.compile(r"(?:如果|要是|若|等|一旦|是不是|是否|有没有|以为|显示的?是|当)[^，,。！？!?；;\n]{0,10}$")
_ASKS = re.compile(
    r"[^，,。！？!?；;\n]{0,6}(?:吗|么|没有?)?[？?]|[^，,。！？!?；;\n]{0,3}(?:吗|么)|[^，,。！？!?；;\n]{0,10}的话"
)
_TRACKING = re.compile(
    r"(?:运单号?|快递号|快递单号|物流单号|单号)(?:码)?(?:就)?(?:是|为)?[:： ]?([a-z]{0,4}\d[a-z0-9]{7,19})(?![a-z0-9-])"
)
_ORDER_NO = re.compile(r"(?<!\d)\d{6}-\d{12,15}(?!\d)")
_WILL_SHIP = re.compile(r"发货|发出|寄出|发走|寄走|出库|能发|会发|就发|给您发")
_DONE = re.compile(r"已|刚|了|从|由|交给|早就|原定|原本|本来|应该|之前说|之前答应|上次|当时")
FAR_BEFORE, NEAR_AFTER = 14, 6
"""So many characters a time may stand before its verb (今天18点前，给您发出) and after it (发货时间是明天18点)."""
_CLAUSE_BEFORE = re.compile(r"[^，,。！？!?；;\n]*$")
_BREAK = re.compile(r"[。！？!?；;\n]")


def sayings(read: Plain) -> Iterator[tuple[Claim, int, int]]:
    """Yield what a text says of the order, with its place in the plain form; questions and conditions say nothing."""
    taken: list[tuple[int, int]] = []
    for claim, pattern in _SAID:
        for match in pattern.finditer(read.words):
            is_taken = any(match.start() < end and start < match.end() for start, end in taken)
            is_taken |= _is_not_meant(claim, read.words, match)
            if is_taken or _SOFT.search(read.words, 0, match.start()) or _ASKS.match(read.words, match.end()):
                continue
            taken.append(match.span())
            yield claim, match.start(), match.end()
            if claim is Claim.LEFT and _is_still_moving(read.words, match):
                yield Claim.ON_THE_WAY, match.start(), match.end()


def _is_not_meant(claim: Claim, words: str, match: re.Match[str]) -> bool:
    """Tell whether words of a claim say the opposite, something weaker, or something of another parcel."""
    if claim in (Claim.LEFT, Claim.IN_TIME):
        return _NEGATED.search(words, 0, match.start()) is not None
    if claim is Claim.REFUNDED:
        return _AGREED.search(match[0]) is not None
    if claim in (Claim.NOT_RECEIVED, Claim.ON_THE_WAY):
        return _is_of_another(words, match)
    if claim is Claim.RECEIVED:
        return _comes_back(words, match)
    return False


def _is_still_moving(words: str, match: re.Match[str]) -> bool:
    """Tell whether words of a parcel that left have it on its way now."""
    is_moving = _MOVING.search(match[0]) is not None and _HAPPENED.match(words, match.end()) is None
    return is_moving and not _is_of_another(words, match)


def _comes_back(words: str, match: re.Match[str]) -> bool:
    """Tell whether the clause is of goods on their way back to the shop."""
    clause = _CLAUSE_BEFORE.search(words, 0, match.start())
    return _RETURNED.search(words, clause.start() if clause else 0, match.end()) is not None


def _is_of_another(words: str, match: re.Match[str]) -> bool:
    """Tell whether the clause is of a parcel that comes back or goes out anew."""
    clause = _CLAUSE_BEFORE.search(words, 0, match.start())
    return _OTHER_PARCEL.search(words, clause.start() if clause else 0, match.end()) is not None


def against_the_order(read: Plain, facts: Facts, known: Facts, moment: Moment, order_no: str = "") -> Iterator[Finding]:
    """Yield what a text says and the order contradicts; `known` are the facts with the agent's answers over them."""
    status = f"{facts.get('status_text') or facts.get('status') or ''} {facts.get('after_sale_text') or ''}".strip()
    for claim, start, end in sayings(read):
        if contradicted(claim, known):
            yield found_in(Rule.CONTRADICTION, read, (start, end), f"finding_{claim.value}", status=status)
    yield from _wrong_numbers(read, facts, known, order_no)
    yield from _wrong_times(read, known, moment)
    yield from against_what_was_bought(read, facts)


def _wrong_numbers(read: Plain, facts: Facts, known: Facts, order_no: str) -> Iterator[Finding]:
    number = str(facts.get("tracking_no") or "").lower()
    is_none_yet = not number and contradicted(Claim.LEFT, known)
    for match in _TRACKING.finditer(read.words):
        if match[1] == order_no.replace("-", "") or _is_of_another(read.words, match):
            continue
        if is_none_yet:
            status = str(facts.get("status_text") or facts.get("status") or "")
            yield found_in(Rule.CONTRADICTION, read, match.span(1), "finding_left", status=status)
        elif number and match[1] != number:
            yield found_in(Rule.CONTRADICTION, read, match.span(1), "finding_tracking_no", number=number.upper())
    for match in _ORDER_NO.finditer(read.words):
        if order_no and match[0] != order_no:
            yield found_in(Rule.CONTRADICTION, read, match.span(), "finding_order_no", number=order_no)


def _wrong_times(read: Plain, known: Facts, moment: Moment) -> Iterator[Finding]:
    """Yield the times of shipping that are past, or past a promise that still holds and is not merely derived."""
    promise = known.get("promise_at")
    holds = isinstance(promise, int) and known.get("promise_passed") is False and not known.get("promise_is_derived")
    holds = holds and known.get("has_left") is not True
    for told in _times_of_shipping(read, moment):
        span = (told.start, told.end)
        shown = short_time(told.last, moment.zone)
        if told.last <= moment.now:
            yield found_in(Rule.CONTRADICTION, read, span, "finding_time_past", value=shown)
        elif holds and isinstance(promise, int) and told.first > promise:
            until = short_time(promise, moment.zone)
            yield found_in(Rule.CONTRADICTION, read, span, "finding_time_promise", value=shown, promise=until)


def _times_of_shipping(read: Plain, moment: Moment) -> Iterator[ToldTime]:
    """Yield the times at which a text says that the shop will ship: nearest before the verb, else right after it."""
    times = sorted(told_times(read.words, moment), key=lambda one: one.start)
    yielded: set[int] = set()
    for verb in _WILL_SHIP.finditer(read.words) if times else ():
        before = [one for one in times if 0 <= verb.start() - one.end <= FAR_BEFORE]
        after = [one for one in times if 0 <= one.start - verb.end() <= NEAR_AFTER]
        told = before[-1] if before else after[0] if after else None
        if told is None or told.start in yielded:
            continue
        between = read.words[min(told.start, verb.start()) : max(told.end, verb.end())]
        clause = _CLAUSE_BEFORE.search(read.words, 0, min(told.start, verb.start()))
        whole = (clause[0] if clause else "") + between + read.words[verb.end() : verb.end() + 1]
        if _BREAK.search(between) or _DONE.search(whole) or is_of_terms(read.words, told.start, told.end):
            continue
        yielded.add(told.start)
        yield told
