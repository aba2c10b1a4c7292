"""Rule 4 in slang: other programs and platforms by sound, by shape, by initials or by what their icon looks like.

A name that no honest reply has is found wherever it stands. One that is also a plain word (卫星, 咸鱼, 加微) is found
only in what one says of a program: to go there, to search, to talk, to add.
"""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.denial import is_denied
from deskhelper.core.outgoing.plain import Plain

_TOGETHER = r"(?:一下|下|个|我的|我们|我|您|咱们?|店主|客服|老板|的)*"
_CHAT = re.compile(
    r"wei信|[微薇威]xin|[薇嶶溦徽][信芯心x]|[微威维v]芯(?!片|科|粒)|[微薇威维唯徽]x(?![a-z0-9])"
    r"|(?<![a-z0-9])v(?:[ ._-]?x|v)(?![a-z0-9])"
    r"|(?:卫星|威信|微心|微星|维新|唯信|卫信|伟信|韦信|未信|为信|微新)"
    r"(?:上|号)?(?:联系|聊|说|谈|搜|加|发[您你我给]|同号|同步|沟通|[:：])"
    rf"|[加家嘉佳茄伽]{_TOGETHER}[微薇威维v](?=聊|吧|说|我|您|你|给|后|回头|就|名字?|发|那边|方便|备注|[,，。!！?？:：~、]|$)"
    r"|[薇威v]上(?:聊|说|联系|谈|找)|微上(?:聊|说)|(?:搜|加|用)我?的?(?:微心|微芯|卫星|威信|唯信)(?=[,，。!！:：~]|$)"
    r"|(?:我|店主|老板|客服|售后)(?:的)?[薇微威v](?:是|号|为|[:：])"
    r"|[口叩球抠扣]{2}(?:号|群|上(?:说|聊|传|发|联系)|[:：]|\d{5})"
    r"|(?<!再)加我(?=[,，。!！:：~、号加]|$)|(?<![型货单款件编批序桶色尺账订牌条房楼车])号[:：][a-z][a-z0-9_-]{4,}"
    r"|(?:绿色?|蓝色?|聊天|社交)(?:图标|小)*的?(?:那个|这个)?(?:聊天|社交)?(?:软件|app)"
    r"|换(?:个|一个)?(?:软件|app|地方|方式)(?:找|聊|说|联系|加|发|搜)"
)
_ME = re.compile(
    r"(?<![a-z0-9])v我(?!们)|(?:直接|有事|可以|随时|来|就)[微薇]我|(?<!自)(?<!隐)私(?:信|聊|戳)?我(?!们|家|人)|(?:拉|建|开|组)(?:您|你)?(?:一?个|了个)[^，,。]{0,4}群(?!众)|群(?:里)?(?:已经)?拉(?:您|你)|加[^，,。]{0,4}的?扣(?=[，,。！]|$)|(?:进|入|加)(?:一?个|我们|咱们|下)?[^，,。]{0,3}群里?(?=聊|领|更|有|拿|抢|[，,。]|$)"
)
_HEART = re.compile(r"[微薇威维徽卫唯VvＶｖWwＷｗ❤]\s*[❤♥♡❣💓-💟🧡🤍🖤🤎🩷]\ufe0f?|[❤♥💓-💟]\ufe0f?号")
_PLUS = re.compile(r"(?<![0-9A-Za-z])[+＋]\s*(?:[VvＶｖ](?![A-Za-z领型字口形])|[薇威微](?![弱小量辣波观信])|微信)")
_GO = r"(?:去|上|到|在|从|逛|刷|打开|用)(?:一下)?"
_THERE = (
    r"(?:上面?|里面?|那边|那家|店里?|同名)*(?:找|搜|看|拍|买|卖|挂|直播|也|有|店|同名|同款|关注|下单|更|[,，。!！]|$)"
)
_INITIALS = r"(?:tb|jd|dy|xhs|pdd(?=别)|1688)(?![a-z0-9])"
_OTHER_WORDS = r"(?:咸鱼|嫌鱼|贤鱼|闲余|小红薯|小烘书|小哄书|小洪书|大红薯|转转|得物)"
_PLATFORM = re.compile(
    r"[淘陶桃掏][堡饱保]|(?<![a-z0-9])[td]b(?:ao|宝|店)|某[宝东音书团鱼手夕多](?!贝|队|机|表|工|柄|店|包|边|个|种|部|西|样|方|次|年|款)"
    r"|[抖斗兜陡](?:y(?:in)?|in|因|茵)(?![a-z])|b站|哔哩|拼夕夕|饿了么(?:上|下单|外卖|平台|app|店)|(?:上|在|去|看)(?:微博|知乎|贴吧|豆瓣)|(?:微博|知乎|贴吧)(?:上|搜|找|私信|号)|(?<![a-z0-9])(?:tg|ins|line|skype)(?:上|号|群|联系|找|搜|[:：])|加(?:我|下|个)?(?:tg|line|skype)(?![a-z0-9])|飞机(?:号|群|上聊)|(?<![a-z0-9])d(?:ou)?音(?!质|效|量)|京d(?![a-z])|(?<![a-z])j东"
    rf"|{_GO}{_INITIALS}|(?<![a-z0-9]){_INITIALS}(?:上|那边|那家|搜|店)"
    rf"|{_GO}{_OTHER_WORDS}{_THERE}|{_OTHER_WORDS}(?:上面?(?:找|搜|有|看|拍|买|也|挂|卖)|搜|找我|同名)"
    r"|复制[^，,。！？!?；;\n]{0,8}口令|口令[^。！？!?；;\n]{0,6}(?:打开|复制|发[您你])|复制(?:这段|这条|下面|以下|整段)[^。！？!?；;\n]{0,12}打开"
    r"|支付[婊堡保饱寶b]|(?<![a-z0-9])zfb(?![a-z0-9])|收款[^，,。！？!?；;\n]{0,4}码(?!的?(?:保护|贴|牌|立牌|套|打印))"
    r"|[a-z0-9-]{2,30}(?:点|dot)(?:[a-z0-9-]{1,30}(?:点|dot))?(?:com|cn|net|shop|top|vip|cc|store)(?![a-z])"
)


def in_slang(read: Plain) -> Iterator[tuple[int, int]]:
    """Yield from where to where in the text another program or platform is named in disguise."""
    for pattern in (_CHAT, _ME, _PLATFORM):
        for match in pattern.finditer(read.words):
            if "群" not in match[0] or not is_denied(read.words, match.start()):
                yield read.place(match.start(), match.end())
    for signs in (_HEART, _PLUS):  # the plain form leaves out hearts and plus signs, which alone mean nothing
        for match in signs.finditer(read.text):
            yield match.span()
