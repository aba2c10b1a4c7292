"""Rule 3: no freight from the buyer where the fault is ours, nothing for a review, no untrue reason, no condition."""

import re
from collections.abc import Iterator

from deskhelper.core.flow import Fault
from deskhelper.core.outgoing.finding import Finding, Rule, found, found_in
from deskhelper.core.outgoing.plain import CLAUSE, SENTENCE, Plain

_MONEY = r"(?:[一二两三五六八十几\d]{1,6}(?:元|块|毛))"
_FREIGHT = r"(?:运费|路费|车费|邮费|快递费用?|快递钱|邮资|物流费|寄费|(?:寄|退|发)(?:回|过)?[来去]?的(?:费用|钱)|首重)"
_YOU = r"(?:您|你|亲|买家)"
_PAY = r"(?:承担|支付|垫付|付|出|垫|自理|负担|补|掏|贴|转|拍|摊|解决|承受|买单)"
_FREIGHT_DEMAND = re.compile(
    rf"(?:{_YOU}|麻烦|需要?|请|自行|自己|得){CLAUSE}{{0,8}}?{_PAY}{CLAUSE}{{0,6}}{_FREIGHT}"
    rf"|{_FREIGHT}{CLAUSE}{{0,8}}?(?:{_YOU}|自理|自付|自费|到付|自己|自行|自个儿){CLAUSE}{{0,6}}"
    rf"|(?:{_YOU}|麻烦|请){CLAUSE}{{0,8}}?{_FREIGHT}{CLAUSE}{{0,4}}?{_PAY}"
    rf"|{_FREIGHT}{CLAUSE}{{0,6}}?(?:各|平摊|分摊|平分|对半|一半|一人一半|aa)"
    rf"|{_FREIGHT}(?:这边|这个|的话|我们|小店|店里|店铺)*(?:不|没法|无法|不能|概不|一律不|没有)(?:给|予|再|会)*{CLAUSE}{{0,4}}?(?:承担|出|付|报销|报|负责|管|包|补|退)"
    rf"|{_FREIGHT}(?:的)?(?:补差|差价|专拍)?(?:专拍)?链接|(?:补|贴|掏|拍|转|付)(?:一?下|个|点|{_MONEY})*(?:的)?{_FREIGHT}"
    rf"|收{_YOU}{CLAUSE}{{0,6}}?{_FREIGHT}|快递{_YOU}(?:自己)?叫|到付(?:改现付)?(?:我们|一律|一概|都)*(?:不|拒)收|要{_YOU}到付|钱也{_YOU}(?:付|出)"
)
_BUYER_PAYS = re.compile(
    rf"{_FREIGHT}(?:这边|这个|呢|就|都|还|也|得|要|需要?|是|由|请|麻烦|只能)*(?:您|你|亲|买家)(?:自己|这边|先|来|得|需要)*(?:承担|支付|付|出|自理|负担)"
)
"""So plain that what the shop pays beside it does not make it good: 寄来的运费您出，寄回去的我们出."""
_PAID_BACK = re.compile(
    r"不用|无需|不需要|不必|不会让|不让|别担心|(?<!不)(?<!不能)(?<!不给)(?<!没法)(?<!无法)(?<!没有)(?<!没)报销|退还?给|补偿?给|返还|补回|运费险"
)
_SHOP_PAYS = re.compile(
    r"(?:我们|我|小店|本店|店里|店铺|商家|(?<!您)(?<!你)这边)[^，,不没无]{0,6}(?:承担|支付|付|出|负担|负责|报)"
)
_OUR_FAULT = re.compile(
    r"(?:漏了|缺了|少了)[一二两三几\d]|破的(?!话)|碎的(?!话)|(?<!没有)(?<!不是)(?<!非)(?<!无)(?<!没)(?:发错|错发|漏发|少发|发漏|少件|缺件|漏件|少寄|漏寄|寄错|质量(?:有|出)?问题|质量不好|瑕疵|破损|坏了|损坏|次品|残次|不良品|碎了|裂了|开胶|开线|坏的|破洞|掉色|褪色|线头|断裂|变形|发霉|变质|烂了|不通电|开不了机|少装|漏装|装错|拿错|配错|发成了?别|做工问题|我们的(?:错|失误|责任|疏忽|问题)|我们(?:失误|疏忽|弄错|搞错|没检查|出错)|空包)"
)

_STARS = r"(?:[五5满全]\s*颗?\s*|[⭐🌟★☆]\s*){1}(?:[⭐🌟]|[★☆]{2})"
_REVIEW = (
    r"(?:好评|赞评|好[坪苹萍](?![安果])|好平(?=[，,]?(?:返|反|线|晒|图|截|领))|(?<![a-z])hp(?![a-z0-9])|五星|5星|五分|5分|满分|全五|[五5]颗(?:小)?星|[五5]个(?:小)?星|满颗?星"
    r"|一星|差评|中评|低分|高分|评价|评论|评完|评语|好话|晒(?:个|张|下|一下)?(?:图|单|照)|追评|追个?图|好评图|评分|打分|星星"
    r"|(?:写|评|打|给|改成|改为)(?:个|上)?满意|五星图|图文|带图|加图|美图|买家秀|小作文|加视频|\d{1,4}个?字)"
)
_REWARD = (
    r"(?:返现|返利|[返反](?:线|现|先|xian)|补偿(?:您|你|给|个|一下|点|金|\d)|赔(?:您|你)\d|返(?:您|你|给)?\d+|返还?现金|现金|红包|奖励|礼品|礼物|小礼|有礼|赠品|惊喜|心意|送(?:您|你)?[一两二三]?[个份张双包件条盒]?|(?:发|给|送|奖|补)(?:您|你)?\d+(?!分)|赠送|"
    r"优惠券|代金券|无门槛|券|免单|补贴|退(?:您|你|给)?\d+|转(?:您|你|给)?\d+|好处|报酬|返(?:点|钱|款)"
    rf"|[返退](?:给|您|你)*(?:一半|一部分|点钱|全款|一点)|(?:返|减|便宜)(?:您|你|给)*{_MONEY}"
    r"|领(?:钱|\d+元?|[一二两三四五六七八九十]+[块元])|免运费|免邮|减免|有奖|多送|多发|包邮|话费|免邮|打折|便宜\d*|\d{1,6}(?:元|块))"
)
_FOR_REVIEW = re.compile(rf"{_REVIEW}[^。！？!?；;\n]{{0,14}}{_REWARD}|{_REWARD}[^。！？!?；;\n]{{0,12}}{_REVIEW}")
_STARS_FOR = re.compile(rf"{_STARS}[^。！？!?；;\n]{{0,14}}?{_REWARD}")
_THEN_COME = re.compile(
    r"(?:评价?(?:完|后|了|好)|晒(?:个|张)?[图单]|五星|5星|好评|带图)[^。！？!?；;\n]{0,6}?"
    r"(?:截(?:个|张)?[图屏](?:[^。！？!?；;\n]{0,4}?(?:找|发|给))|(?:联系|找)(?:我|客服)(?:们)?(?:领|拿|有|登记|安排|给您|返))"
    r"|好评卡|返现卡|五星卡|卡片?[^。！？!?；;\n]{0,8}?领(?:钱|红包|奖|现金)"
)
"""To be shown the review is to pay for it, whatever the reply leaves unsaid."""
_NO_REWARD = re.compile(r"(?:没有|不会|不能|不可以|不允许|不支持|不做|不搞|禁止|无|不(?!好))[^，,。！？!?；;\n]{0,6}$")
_DENIED = re.compile(r"没有|不会|不能|不可以|不允许|不支持|禁止|无关|不影响|不返|不送")
_NO_STRINGS = re.compile(
    rf"(?:不需要|不用|无需|不必|不要求|不强求)(?:您|你)?(?:写|给|打|做|参与|去)?(?:个|什么|任何)?{_REVIEW}"
)
_OPEN_REWARD = re.compile(
    r"(?:好评|五星|5星|全五|晒图|晒单|追评)(?:返|有礼|有奖|送|领|换|得|奖)|返好评|删(?:除|掉)?(?:差评|中评)|改(?:成|为)?(?:一下)?(?:好评|五星|高分)|(?:先|给)(?:个|了)?(?:五星)?(?:好评|五星|满分|评价)(?:了|后|完|之后|以后)?[^。！？!?；;\n]{0,4}?(?:再|才|然后|之后|我?就)[^，,。！？!?；;\n]{0,4}?(?:退|补|发|送|返|赔|处理|解决|给[您你])|(?:[一二两]星|差评|中评|评价|评论|低分)[^。！？!?；;\n]{0,10}?(?:改|删)(?:了|掉|完|好)(?:之后|以后|后)?[^。！？!?；;\n]{0,6}?(?:补|退|返|送|转|红包)|把?(?:低分|差评|中评|评价|评论)(?:给)?(?:删|改|撤)(?!不了)"
)

_FOR_SILENCE = re.compile(
    rf"(?:只要|如果|要是|您|你|保证|答应|麻烦|请|就)?(?:不|别|没|不要|别再)(?:再)?(?:给|写|打|留|发|去|申请)?(?:我们|我|个|平台)?(?:差评|中评|低分|一星|投诉|举报|介入)(?:的话|了)?[^。！？!?；;\n]{{0,8}}?(?:就|那|这边|我|给您|给你|当|都|可以|直接|马上){CLAUSE}{{0,8}}?(?:{_REWARD}|当是?送|补偿|赔)"
)

_REASON = r"(?:原因|理由|缘由)"
_TOLD = r"(?:不想要|拍错|多拍|不喜欢|个人原因|已经收到|收到了|没问题|自己弄坏|协商)"
_PICK = r"(?:选|填|写|点|勾|挑|选择|填写|改成|改为|换成|勾选)(?!的|中的|错|购)"
_OWN_WISH = (
    r"(?:不想要|不喜欢|拍错|多拍|拍多|买重|拍重|买多|重复(?:购买|下单|拍)|个人原因|自己的?原因"
    r"|协商一致|其[他它]原因|效果不好)"
)
_UNTRUE_REASON = re.compile(
    rf"(?:改|修改|更改|换|调整)(?:一下|下|个|成|为)?{CLAUSE}{{0,6}}(?:退款|退货|售后|申请)?(?:的)?{_REASON}"
    rf"|{_REASON}{CLAUSE}{{0,6}}?(?:改|换)(?:一下|下|个|成|为|掉)"
    rf"|{_REASON}{CLAUSE}{{0,8}}?(?:{_PICK}|改){CLAUSE}{{0,6}}?(?:{_OWN_WISH}|个人|自己|其[他它])"
    rf"|{_PICK}{CLAUSE}{{0,6}}?{_OWN_WISH}|{_REASON}{CLAUSE}{{0,4}}?(?:别|不要|不能|千万别)(?:写|选|填|说|勾|提)(?!错|漏|乱|反|空)|{_PICK}[“‘「]?其[他它][”’」]?(?:退|原因|理由|提交|申请|就行|那项)"
    r"|(?:选|填|写|点|勾)[^。！？!?；;\n]{0,24}?(?:比如|例如|像是?|以外)[^。！？!?；;\n]{0,4}?(?:不想要|不喜欢|拍错|多拍|拍多|个人原因|无理由|其[他它])"
    rf"|(?:不要|别|不能|不用|千万别|千万不要|不要再)(?:去)?(?:选|填|写|点|勾|勾选|选择|填写|说|提){CLAUSE}{{0,10}}?(?:质量|少件|漏发|假货|描述不符|未收到|没收到|虚假|空包|破损|发错|错发|缺货|未按|发货|真实)"
    rf"|(?:只有|必须|得|要|先)?(?:选|填|写|选择){CLAUSE}{{0,4}}?(?:无理由|7天|七天){CLAUSE}{{0,8}}?才"
    r"|(?:选|填|写|点)[^，,。！？!?；;\n]{0,4}?(?:七天|7天)?无理由[^。！？!?；;\n]{0,8}?(?:快|省事|容易过|好过|通过得|秒过|秒退|免得)"
    rf"|(?:您|你)?(?:就|只要|只管|直接|可以)(?:说|讲|写)(?:是|成|您|你|东西|货|商品|自己|已经)*(?:不想要|拍错|多拍|不喜欢|个人原因|已经收到|收到了|没少|没有少|没坏|自己弄坏|协商好|没问题)"
    rf"|(?:跟|和|对|向|告诉)(?:平台|小二|官方|客服|快递){CLAUSE}{{0,6}}?(?:说|讲|写|填|反馈)(?:是|成|您|你)?{CLAUSE}{{0,8}}?(?:您|你|自己)?{_TOLD}"
    rf"|(?:平台|小二|官方|客服|快递员?)[^。！？!?；;\n]{{0,6}}?(?:问|打|来电|核实|回访)[^。！？!?；;\n]{{0,6}}?(?:说|讲|答)(?:是|成|您|你|自己)*{CLAUSE}{{0,4}}?{_TOLD}"
)
_WISHED = re.compile(
    r"(?:不想要|不要了|不喜欢|个人原因|拍错|买错)[^，,。！？!?；;\n]{0,8}[，,]?(?:那|您|你|就|可以|直接|请)*$"
)
"""Who does not want the goods says the truth with that reason."""

_TRUE_REASON = re.compile(
    r"如实|(?:真实|实际)(?!的?(?:原因|理由|情况)?(?:就|先)?(?:不用|别|不要|不必|不写))|按实|据实|不用改|无需改|不要改|请勿改"
)
_CASE = r"(?:投诉|维权|举报|介入|仲裁|纠纷|工单)"
_OPEN = rf"(?:退款|退货|售后|申请单?|{_CASE})"
_TAKE_BACK = r"(?:关(?=一下|了)|撤销|撤回|撤掉|撤诉|撤|取消|关闭|关掉|关了|停掉)"
_IN_RETURN = r"(?:退|赔|补|发货?|寄|处理|送|返|转|给[您你]|谈|打款|换)"
_CONDITION = re.compile(
    rf"(?:先|必须){CLAUSE}{{0,8}}{_TAKE_BACK}{CLAUSE}{{0,6}}{_CASE}|先把?{_CASE}{CLAUSE}{{0,3}}(?:撤|取消|关)"
    rf"|{_TAKE_BACK}(?:了|掉|完|一下)?{CLAUSE}{{0,8}}{_CASE}[^。！？!?；;\n]{{0,6}}(?:才|之后|以后|后|再|就|我们|马上|立刻)[^。！？!?；;\n]{{0,8}}(?:退|赔|补|发|处理|送|返)"
    rf"|{_CASE}(?:撤|取消|关闭?)(?:销|掉|了|回来?|一下)*[^。！？!?；;\n没不]{{0,8}}?(?:退|赔|给|谈|处理|打款|补)|把{_CASE}(?:撤|取消|关)[^。！？!?；;\n]{{0,8}}?(?:退|赔|给|谈|打款|补)"
    rf"|{_CASE}(?:单|申请)?(?:不撤|不取消|不关|一天不撤)[^。！？!?；;\n]{{0,8}}?(?:没法|没办法|不给|不能|不会|不处理|不退|别想|免谈)"
    rf"|(?:不撤|不撤销|不取消|不关){CLAUSE}{{0,8}}(?:就不|不给|不能|没法|不)(?:退|赔|补|发|处理)?"
    rf"|{_OPEN}(?:单|申请)?(?:您|你)?先(?:去)?{_TAKE_BACK}[^。！？!?；;\n]{{0,12}}?(?:再|才|就|马上|然后){CLAUSE}{{0,8}}?{_IN_RETURN}"
    rf"|不把?{_OPEN}(?:单|申请)?{_TAKE_BACK}{CLAUSE}{{0,3}}?[，,]?{CLAUSE}{{0,4}}?(?:没法|没办法|不能|不给|发不了|退不了|补不了)"
    rf"|(?:先|您|你)撤(?:了|掉|一下)?[，,][^。！？!?；;\n]{{0,4}}?撤(?:完|了|掉|好|后){CLAUSE}{{0,6}}?(?:到账|退|赔|转|补|打款)|撤诉{CLAUSE}{{0,3}}[，,]?{CLAUSE}{{0,6}}?(?:才|再|就|马上){CLAUSE}{{0,6}}?{_IN_RETURN}"
    rf"|(?:先|只有|必须|除非|只要|等)(?:您|你)?(?:去|把|将|自己)*(?:{_OPEN}(?:单|申请)?{CLAUSE}{{0,3}}?{_TAKE_BACK}|{_TAKE_BACK}{CLAUSE}{{0,6}}?{_OPEN})"
    rf"[^。！？!?；;\n]{{0,10}}?(?:再|才|然后|否则|不然|要不|就|马上){CLAUSE}{{0,8}}?{_IN_RETURN}"
    rf"|(?:把)?{_OPEN}(?:单|申请)?{_TAKE_BACK}(?:了|掉|一下)?[^。！？!?；;\n]{{0,3}}?(?:我|我们)?(?:私下|另外|单独|额外|微信|直接){CLAUSE}{{0,6}}?(?:退|赔|补|转|给|返)"
)
_STILL_WANTED = re.compile(r"还想要|还要的?|还需要|想要的话|不想退|继续要|误点|点错|不小心")
"""Who wants the goods after all takes a refund back for that, not for our favour."""


def freight_demands(read: Plain) -> Iterator[tuple[int, int]]:
    """Yield where a text asks the buyer to pay freight (D-WRONG-2, D-AFTER-3); one sentence offers or asks."""
    for sentence in SENTENCE.finditer(read.words):
        match = _FREIGHT_DEMAND.search(sentence[0])
        if match is None or _PAID_BACK.search(sentence[0], _clause_start(sentence[0], match.start())):
            continue
        if _BUYER_PAYS.search(sentence[0]) or not _SHOP_PAYS.search(sentence[0]):
            yield read.place(sentence.start() + match.start(), sentence.start() + match.end())


def _clause_start(sentence: str, place: int) -> int:
    return max(sentence.rfind(mark, 0, place) for mark in "，,") + 1


def freight_asked(read: Plain, fault: Fault | None) -> Iterator[Finding]:
    """Yield every demand for freight where the fault is the shop's or the carrier's, by the flow or by the words."""
    if fault in (Fault.BUYER, Fault.UNCLEAR):
        return
    if fault is None and not _OUR_FAULT.search(read.words):
        return
    for start, end in freight_demands(read):
        yield found(Rule.FREIGHT_OR_BRIBE, read.text, start, end, "finding_freight")


def bribes(read: Plain) -> Iterator[Finding]:
    """Yield every reward for a review, untrue reason and condition on a complaint (D-AFTER-7, D-LOGI-10, D-EMPTY-2)."""
    for match in _FOR_REVIEW.finditer(read.words):
        if not _NO_REWARD.search(read.words, 0, match.start()) and not _is_denied(read.words, match):
            yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_review_reward")
    for pattern in (_OPEN_REWARD, _THEN_COME, _FOR_SILENCE):
        for match in pattern.finditer(read.words):
            if not _NO_REWARD.search(read.words, 0, match.start()):
                yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_review_reward")
    for match in _STARS_FOR.finditer(read.text):  # the plain form leaves stars out
        yield found(Rule.FREIGHT_OR_BRIBE, read.text, *match.span(), "finding_review_reward")
    for sentence in SENTENCE.finditer(read.words):
        if _TRUE_REASON.search(sentence[0]):
            continue
        for match in _UNTRUE_REASON.finditer(read.words, sentence.start(), sentence.end()):
            if not _WISHED.search(read.words, sentence.start(), match.start()):
                yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_untrue_reason")
    for match in _CONDITION.finditer(read.words):
        if not _STILL_WANTED.search(read.words, max(0, match.start() - 16), match.end()):
            yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_condition")


def _is_denied(words: str, match: re.Match[str]) -> bool:
    """Tell whether a reward is refused (评价没有返现的, 赠品和评价没有关系) or has no strings to it."""
    if _NO_STRINGS.search(match[0]):
        return True
    return _DENIED.search(words, match.start(), match.end() + len("没有关系")) is not None
