"""Rule 3 beyond reviews and reasons: a receipt of what has not come, a parcel that is none, words put into the
buyer's mouth (D-EMPTY-5, D-LOGI-10, fake_ship)."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.denial import is_denied
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import CLAUSE, SENTENCE, Plain

_CONFIRM = (
    r"(?:确认(?:一下|下|个)?(?:已经?)?(?:收货|收到|签收)"
    r"|(?:点|按|帮点|勾)(?:一下|下|个|了)?(?:已经?)?(?:确认)?(?:收货|收到货?|签收|已收)|确收)"
)
_EARLY = re.compile(
    r"(?:先|帮忙|提前)点?(?:个|一下|下)?[“‘「\"]?已(?:经)?收(?:到|货)"
    rf"|(?:先|提前|早点|早些|尽早|快点|赶紧|尽快|抓紧|趁早|现在就?){CLAUSE}{{0,8}}?(?:{_CONFIRM}|完成收货)"
    rf"|(?:没|未)(?:有)?(?:收到|到货?|拿到){CLAUSE}{{0,8}}?[，,]?{CLAUSE}{{0,4}}?(?:也|先|可以|帮忙|麻烦|没关系){CLAUSE}{{0,6}}?(?:{_CONFIRM}|(?<!显示)签收(?!了))"
    rf"|(?:{_CONFIRM}|先签收|先帮忙签收)[^。！？!?；;\n]{{0,10}}?(?:货|快递|包裹|东西|商品)(?:随后|过|还在|后面|马上|就|明天|后天|下周|晚点|再|还没|稍后|这两天|改天)"
    rf"|不{CLAUSE}{{0,2}}?{_CONFIRM}{CLAUSE}{{0,3}}?[，,]?(?:就)?(?:不给|不能|没法|不)(?:补|退|换|赔|处理|发)"
    rf"|{_CONFIRM}[^。！？!?；;\n]{{0,12}}?(?:我们?|这边|客服|仓库|财务|店里){CLAUSE}{{0,4}}?(?:再|才|就|马上|好|立刻){CLAUSE}{{0,4}}?(?:补|退|发|赔|送|寄|返|处理)"
    rf"|{_CONFIRM}[^。！？!?；;\n]{{0,8}}?(?:返|奖励|红包|送您|送你|给您\d|给你\d)"
)
_NOT_ASKED = re.compile(
    r"自动|延长|误点|代签|被签|快递员?(?:已经?|误|提前|先|自己|那边)*点|(?:仓库|我们|这边|我方|商家|工厂|售后)(?:会|已经?|那边|正在|都|再|马上|尽快|收到|这边|再|的人)*[^，,。！？!?；;\n]{0,3}?(?:确认|签收|收货|核对)|(?:您|你)(?:已经?|刚刚?)(?:确认|签收|点了)"
)
"""What happens by itself, and what the shop confirms of goods that come back, is not asked of the buyer."""
_IN_HAND = re.compile(
    r"(?:(?<!没有)(?<![没未])(?<!确认)(?<!已)(?:收到|拿到|到手)(?:货|商品|东西|包裹|快递|实物)?(?:之后|以后|后|了|检查|没问题|验|的话|先|,|，)"
    r"|检查|验货|核对|开箱|没有?问题(?:的话|再|了)|满意(?:的话|再)|先(?:试|看|拆))"
)
"""Goods that are in the buyer's hands may be confirmed."""
_NO_PARCEL = re.compile(
    rf"(?:发|寄|走|弄|用)(?:一?个|您|你|给您|给你)*(?<!成)(?<!错)(?:空包裹?|空盒子?|空袋子?|假包裹)(?!裹?了)"
    rf"|(?:填|传|上传|弄|录|写|用|发|点|给|挂)(?:一?个|您|你|上|了)*(?:假的?|虚拟|虚假|无效|别人的?|旧的?|空|随便)(?:快递|物流|运)?单号"
    rf"|随便(?:填|传|上传|弄|录|写|找|发|点)(?:一?个)?{CLAUSE}{{0,4}}?单号"
    rf"|随便(?:寄|发)(?:点|个|些)|把物流(?:先)?走(?:了|起来|完)|虚拟发货|先[^，,。！？!?；;\n]{{0,3}}?(?:虚拟|假)发(?:货)?|(?:空的?|没装东西的?)(?:快递|包装)?(?:包裹?|袋子?|盒子?|箱子?)先(?:寄|发|走)|单号(?:是|为)?假的?|(?:应付|糊弄|骗过?|瞒过?|蒙混?过?|躲过?|绕过|逃过)(?:一下|掉)?(?:平台|系统|小二|审核|考核|超时)"
    rf"|先(?:给您|给你|帮您|把它)?(?:点|按|上传|填|传|录|显示|标记){CLAUSE}{{0,4}}?(?:发货|单号)[^。！？!?；;\n]{{0,12}}?(?:实际|真货|货|东西|商品){CLAUSE}{{0,4}}?(?:后面|过几天|过两天|晚几天|回头|到货再|有货再|才有|才能|下周)"
    rf"|(?:假装|当作|虚假)(?:已经?)?发货|(?:真货|实物|正式的?货)(?:后面|过几天|回头|再|晚点|改天)"
)
_TOLD = re.compile(r"收到(?:的|了)?|是|怀疑|以为|不是|严禁|禁止|属于|发成|处罚|判")
"""An empty parcel that came is spoken of, not offered."""

_SAY = r"(?:说|讲|回答|答|回复|写|反馈|反映|承认|备注|注明)(?!明|清楚|一下|下情况|一声)"
_NOT_SO = (
    r"(?:自己|不想要|不要了|不喜欢|不合适|拍错|拍多|买错|多拍|点错|误点|误会|搞错|看错|记错|要求|同意|自愿|主动|改主意|已?收到|没问题|没有问题"
    r"|解决|处理好|满意|挺好|很好|没坏|完好|没少|协商|弄坏|用不上|个人)"
)
_US = r"(?:商家|卖家|店家|店铺|我们|本店|客服)"
_UNTRUE_WORDS = re.compile(
    rf"(?:跟|和|对|向|给|回|告诉)(?:平台|小二|官方|回访|拼多多|保险公司?)(?:的?人|客服|小二|那边|人员|专员)*[^。！？!?；;\n]{{0,8}}?{_SAY}{CLAUSE}{{0,10}}?{_NOT_SO}"
    rf"|(?:(?:平台|小二|官方|客服|拼多多|保险公司?)[^。！？!?；;\n]{{0,8}}?(?:问|打|来电|核实|回访|联系|调查|审核)|回访|打电话来)[^。！？!?；;\n]{{0,10}}?(?:就|请|只要|统一|直接|一定要?|麻烦|帮忙|您|你)(?:您|你)?{_SAY}{CLAUSE}{{0,10}}?{_NOT_SO}"
    rf"|(?:您|你)(?:就|只管|直接|帮忙)(?:说|讲|写|填)(?:是|成)?{CLAUSE}{{0,8}}?(?:拍错|买错|拍多|多拍|不想要|不喜欢|点错|误会|误点|看错|自己弄|自己要求|改主意|收到了)"
    rf"|(?:写|说|填|改)成(?:是)?{CLAUSE}{{0,4}}?(?:误点|点错|误会|拍错|拍多|多拍|不想要|不喜欢|个人|自己|无理由|协商)"
    rf"|(?:运费险|理赔|保险|运费|邮费){CLAUSE}{{0,14}}?(?:报|写|填|申报|说)(?:得|的|个)?(?:高|多)(?:一?点|一?些|[\d几两三五十])|(?:虚报|谎报|往高了?(?:报|写|填))"
    rf"|(?:选|填|写|点|勾){CLAUSE}{{0,4}}?(?:未|没)收到[^。！？!?；;\n]{{0,14}}?(?:其实|实际上?|虽然|尽管|反正|哪怕|就算){CLAUSE}{{0,6}}?(?:收到|拿到|到了)"
    rf"|(?:其实|虽然|明明|就算|哪怕)(?:您|你)?(?:都|已经?)?(?:收到|拿到)[^。！？!?；;\n]{{0,10}}?(?:选|填|写|点|勾){CLAUSE}{{0,6}}?(?:未|没)收到"
    r"|(?:别|不要|不用|甭|千万别)(?:再|太|去)?(?:照实|如实|按实|据实|实话)(?:实?说|写|选|填|讲)?|问起来?(?:的话)?[，,]?(?:您|你)?(?:都|就)?(?:这么|这样|那么)(?:说|讲|答|回)|(?:就)?(?:这么|这样)(?:跟|和|对)(?:平台|仓库|小二|快递)(?:说|讲)"
    rf"|(?:写|填|说|注明|备注){CLAUSE}{{0,8}}?(?:(?:与|跟|和){_US}(?:们)?(?:无关|没关系|没有关系)|不关{_US}|{_US}(?:无责|没有?责任))"
)
_TRULY = re.compile(
    r"(?<!别)(?<!不要)(?<!不用)(?:如实|照实|按实|据实)|真实|实际|(?:如果|要是)(?:您|你)?(?:确实|已经|真|问题|没有?问题|东西|商品)|[吗么？?]$"
)


def untrue_words(read: Plain) -> Iterator[Finding]:
    """Yield what a buyer is to tell platform or insurer that is the shop's wish and not what happened."""
    for sentence in SENTENCE.finditer(read.words):
        match = _UNTRUE_WORDS.search(read.words, *sentence.span())
        if match is not None and not _TRULY.search(sentence[0]) and not is_denied(read.words, match.start()):
            yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_untrue_reason")


def untrue_receipts(read: Plain) -> Iterator[Finding]:
    """Yield where a text asks the buyer to confirm goods that have not come, or makes that a condition."""
    for sentence in SENTENCE.finditer(read.words):
        match = _EARLY.search(read.words, sentence.start(), sentence.end())
        if match is None or is_denied(read.words, match.start()):
            continue
        if (
            not is_denied(read.words, match.end() - 2)
            and not _IN_HAND.search(sentence[0])
            and not _NOT_ASKED.search(sentence[0])
        ):
            yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_untrue_receipt")


def fake_shipping(read: Plain) -> Iterator[Finding]:
    """Yield where a text says that the shop ships nothing and makes it look as if it did."""
    for match in _NO_PARCEL.finditer(read.words):
        if not is_denied(read.words, match.start()) and not _TOLD.search(
            read.words, max(0, match.start() - 4), match.start()
        ):
            yield found_in(Rule.FREIGHT_OR_BRIBE, read, match.span(), "finding_fake_shipping")
