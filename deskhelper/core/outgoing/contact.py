"""Rule 4: a reply leads nobody off the platform: no phone number, no account, no link, no other shop."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.denial import is_denied, is_refused, is_ruled_out
from deskhelper.core.outgoing.finding import Finding, Rule, found, found_in
from deskhelper.core.outgoing.plain import Plain
from deskhelper.core.outgoing.slang import in_slang
from deskhelper.core.outgoing.wallet import wallets

_DIGIT = r"[0-9零〇一二三四五六七八九幺洞两壹贰叁肆伍陆柒捌玖oO]"
_GAP = r"(?:[ .—–-]{1,2}|[(（](?:空格?|横杠?|杠|点|-)[)）])?"
_PAUSE = r"[，,、]"
_PREFIX = r"[1一幺壹]{gap}[3-9三四五六七八九叁肆伍陆柒捌玖]"
_MOBILE = re.compile(
    rf"(?<![0-9a-z])(?<![0-9][ .-])(?:\+?86[ -]?)?{_PREFIX.format(gap=_GAP)}(?:{_GAP}{_DIGIT}){{9}}(?![0-9])"
    rf"|(?<![0-9a-z]){_PREFIX.format(gap='')}{_DIGIT}{_PAUSE}{_DIGIT}{{4}}{_PAUSE}{_DIGIT}{{4}}(?!{_PAUSE}?[0-9])"
    rf"|(?<![0-9a-z]){_PREFIX.format(gap=_PAUSE)}(?:{_PAUSE}{_DIGIT}){{9}}(?!{_PAUSE}?[0-9])"
    rf"|(?:手机|电话|号码)[^。！？!?；;\n]{{0,20}}(?:前面|开头|前三位)是?{_PREFIX.format(gap='')}{_DIGIT}(?!{_DIGIT})"
)
_LANDLINE = re.compile(
    rf"(?<![0-9a-z-])(?:[0o零〇]{_DIGIT}{{2,3}}[ -]?{_DIGIT}{{7,8}}"
    rf"|[48四八][0o零〇]{{2}}[ -]?{_DIGIT}{{3}}[ -]?{_DIGIT}{{4}})(?![0-9])"
)
_ABOUT_CARRIER = re.compile(r"快递|物流|承运|派送|网点|驿站|客服热线|官方|平台")
_ACCOUNT = re.compile(
    r"(?:微信|薇信|威信|v信|vx|wx|wechat|weixin|qq|扣扣|企鹅|q号|v号|微信号|抖音号|快手号|id)号?(?:是|为|码)?[:：]?\s*[a-z0-9_-]{5,20}"
    r"|加(?:一下|下|个|我|我的|我们|店主|客服|老板|群)*(?:的)?(?:vx|wx|w信|v信|微信|薇信|威信|qq|q|扣扣)(?![a-z0-9]{1,2}码)"
    r"|(?:加|留|换|要|发)(?:一下|下|个|我)+(?:的)?(?:微|威|薇|v)(?![a-z0-9信观弱小不调震量波波型商博笑风力武])"
    r"|(?<![a-z0-9])v(?:[:：]\s?[a-z0-9_-]{5,20}|\s[a-z][a-z0-9_-]{5,19})"
    r"|(?<![a-z0-9])(?<!型号)(?<!型号[是为:])(?:vx|wx|wechat|weixin|v信|w信|q群|qq群)(?![a-z0-9])"
)
_LINK = re.compile(
    r"https?:|www\.|(?<![a-z0-9])(?:[a-z0-9-]{2,}|(?<!\.)[a-z])\.(?:com|cn|net|org|shop|top|xyz|vip|cc|info|ltd|store|site|tv|me|io)(?![a-z])"
    r"|(?<![a-z0-9.])[a-z0-9-]{1,20}\.[a-z]{2,4}/[a-z0-9]{4,}"
    r"|[a-z0-9._-]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,}"
)
_SCAN = re.compile(
    r"(?:扫码|扫一?扫|二维码)(?![^。！？!?；;\n]{0,14}(?:取件|寄件|签收|真伪|防伪|溯源|批次|配网|安装|教程|说明|[看学装用]视频|教学|下载(?:驱动|说明|资料|教程)|驱动|激活|配对|绑定设备|连接|查真|查询|验真|验证|立牌|贴纸|牌子|支付盒|枪))"
    r"|扫(?:一下|下)?(?:我们?|店主|老板|店里)(?:的|这个|那个|这)*码|付[^，,。！？!?；;\n]{0,5}扫[^，,。！？!?；;\n]{0,4}码|扫[^，,。！？!?；;\n]{0,10}码[^。！？!?；;\n]{0,6}(?:加|联系|领|进|找|关注)"
    r"|卡片?(?:上|背面|里)?[^。！？!?；;\n]{0,6}(?:联系方式|微信|电话|号码?|码)[^。！？!?；;\n]{0,6}(?:找|加|联系|聊|扫)"
)
_PRINTED = re.compile(r"(?:说明书|包装|机身|保修卡|吊牌|标签)[上里面]*(?:的|有)?$")
_COME = re.compile(r"[^。！？!?；;\n]{0,14}?(?:加|领|联系|群|关注|下单|付)")
"""A code on the goods themselves is for their use, unless it leads to somebody."""
_ELSEWHERE = re.compile(
    r"(?:加|进|拉)(?:您|你|我们|我|咱们)?(?:的)?(?:一下)?(?:粉丝|福利|优惠|内部|会员|微信|老客|售后)?群(?!众)"
    r"|(?:加|添加|留)(?:一下|下|个)?(?:我|我的|我们|店主|老板|客服)(?:的)?(?:好友|联系方式|电话|手机|号)"
    r"|(?:打|拨打|拨|联系|记|存)(?:一下|下)?(?:我|我的|店主|老板|我们老板|我们店主)(?:的)?(?:私人)?(?:电话|手机|号码)"
    r"|(?:换|去|到|来|走)(?:个|一个)?(?:别的|其他|其它|另一个|另外)(?:的)?(?:平台|软件|app|渠道)(?:聊|说|下单|买|购买|拍|联系|沟通|付款|交易)?"
    r"|(?:不走|别走|不用走|不通过|不经过|绕过|绕开|避开|脱离|跳过)(?:平台|拼多多)|(?:我|店主|老板)的?空间(?:里|有|看|上)|(?:得|要|先|需要?)出了?这?个?平台|平台(?:外|以外|之外)(?:聊|说|下单|买|购买|交易|联系|沟通|付款|退|转)?"
    r"|(?:去|到|来|在|搜|搜索|关注)(?:我们|我|咱们?|咱家|我家|小店)(?:的|家)?(?:另一家|另一个|另外一[家个间]|另外的?|第二家|其他|别的|外面的?|线下|实体|隔壁)(?:的)?(?:店|铺|门店|网店|公众号|直播间)"
    r"|留(?:一下|下|个)?(?:您|你)?的?(?:电话|手机|联系方式|号码)[^。！？!?；;\n]{0,8}?(?:我|老板|店长|客服)(?:们|这边|来|再|给您|给你|好|直接|跟您|加)*(?:打|加|联系|聊|说)"
    r"|(?:直接|私下|单独|下次|以后)(?:来)?找(?:我|我们|老板)(?:们)?(?:直接)?(?:买|拍|下单|订|拿货|说价)|(?:不用|不要|别|不必|无需|不)(?:再)?(?:在|走|通过|经过)(?:平台|拼多多|这里|这边|这个平台)(?:上)?(?:下单|拍|买|付|交易|订)"
    r"|省(?:点|掉|了|去|个)?(?:平台)?(?:手续费|扣点|佣金|抽成|服务费)|平台(?:要|会|还)?(?:扣|抽)(?:点|成|佣|钱|手续费)|(?:付|给|交)[^，,。！？!?；;\n]{0,4}(?:快递员?|师傅|司机)[^，,。！？!?；;\n]{0,4}(?:现金|现付)|现金(?:付|给|交|支付)(?:给)?(?:快递|我|师傅)"
    r"|同名(?:店|小店|账号|公众号)|直接(?:给|向|转)(?:我|我们|您)?(?:转账|打款|转钱|打钱)|(?:私下|线下|私底下|单独)(?:给|跟|和|把|向)?(?:您|你|我|我们)?(?:转|退|打|付|补|交易|解决|处理|结算|联系|聊|谈)(?!票)|(?:私下|私底下)(?:给|跟|和|把|向)?(?:您|你|我|我们)?(?:寄|卖|拿|走|买|发|好商量|好说)(?!票)"
    r"|(?:钱|款|差价|货款|定金|尾款)(?:您|你)?(?:直接)?(?:转|打|付)(?:给)?我|(?:别家|别的|其他|其它|另一个|另外的?|隔壁)平台[^，,。！？!?；;\n]{0,6}?(?:(?:下单|买|拍)(?!的)|便宜|也有|有店|优惠|更)|(?<!拼多多)(?<!平台)小程序(?:里|上)?(?:下单|买|拍|更|有|领|便宜)|(?:关注|搜|打开|进)[^，,。！？!?；;\n]{0,6}?(?<!拼多多)小程序"
    r"|(?:红包|钱|款|差价|货款)(?:直接)?(?:转|打|发)(?:到|给)(?:您|你|我)?(?:的)?(?:卡|银行卡|账户|账号|微信|支付宝)"
    r"|(?:钱|款|款项|货款)(?:直接)?(?:转|打|汇)(?:到|给|进|入)(?:我们?|这个|这张|下面|以下|店主|老板)"
    r"|(?:加|搜|扫|联系|记)(?:一下|下)?(?:这个|下面|以下|那个|我的?|上面)的?(?:号码?|账号|手机号|id|名片|码|[:：])|(?:私人|个人|我的?小|[有存记加]个小)号|我(?:来|去|直接|先)?加您"
    r"|换(?:个|一个)?(?:地方|地儿|方式|窗口|软件|平台|工具)(?:聊|说|谈|沟通|联系)|(?:会|要|容易|怕)被?(?:平台)?(?:屏蔽|监控|检测到|抓到|封)"
    r"|(?:官网|官方网站|公司网站|实体店|门店|线下店)(?:买|拍|下单|购买|更|有|便宜|也|自提)|别在(?:这|这里|这儿|平台上?|拼多多上?)(?:拍|买|下单)|私单|私拍"
    r"|(?:转|打|汇|存)(?:到|给|入|进)?[^，,。！？!?；;\n\d]{0,4}\d(?:[ -]?\d){14,18}(?!\d)"
    r"|(?<!\d)62\d\d[ -]\d{4}[ -]\d{4}[ -]\d{4}"
    r"|(?:卡号|银行卡|账号|账户)(?:是|为|号)*[:：]?\s*\d(?:[ -]?\d){11,18}"
    r"|(?:把|发|给|提供|留|报)(?:一下|下)?(?:我)?(?:您|你)?(?:的)?(?:银行卡号?|卡号|收款码|付款码|身份证号?)"
)


def off_platform(read: Plain) -> Iterator[Finding]:
    """Yield what leads the buyer off the platform; a carrier's hotline is no such thing."""
    for match in _MOBILE.finditer(read.words):
        yield found_in(Rule.OFF_PLATFORM, read, match.span(), "finding_phone")
    for match in _LANDLINE.finditer(read.words):
        if not _ABOUT_CARRIER.search(read.words, max(0, match.start() - 16), match.start()):
            yield found_in(Rule.OFF_PLATFORM, read, match.span(), "finding_phone")
    for start, end in in_slang(read):
        yield found(Rule.OFF_PLATFORM, read.text, start, end, "finding_off_platform")
    yield from wallets(read)
    for pattern in (_ACCOUNT, _LINK, _SCAN, _ELSEWHERE):
        for match in pattern.finditer(read.words):
            if pattern in (_SCAN, _ELSEWHERE) and (
                is_denied(read.words, match.start()) or is_refused(read.words, match.end())
            ):
                continue
            if pattern is _SCAN and _is_of_the_goods(read.words, match):
                continue
            if pattern is _ACCOUNT and is_ruled_out(read.words, match.start(), match.end()):
                continue
            yield found_in(Rule.OFF_PLATFORM, read, match.span(), "finding_off_platform")


def _is_of_the_goods(words: str, match: re.Match[str]) -> bool:
    printed = _PRINTED.search(words, max(0, match.start() - 10), match.start())
    return printed is not None and _COME.match(words, match.end()) is None
