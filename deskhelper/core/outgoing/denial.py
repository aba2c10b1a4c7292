"""Words that turn what follows into its opposite: a warning against a thing offers and asks for nothing."""

import re

_DENIED = re.compile(
    r"(?:不能|不可以?|不支持|不允许|不建议|不做|不搞|不接|不接受|不是|并非|不会|不要|不用|不需要|不必|无需|无须|没有|不敢|不好说|没法|无法|不承诺|从不|禁止|严禁|请勿|切勿|切记勿|勿"
    r"|(?<!特)(?<!级)(?<!区)(?<!分)别|谨防|防止|警惕|提防|小心|当心|避免|拒绝|杜绝|抵制)"
    r"(?:(?!担心|怕|的话|不|(?:走|在|通过)(?!$|(?:平台|拼多多)[外以之]|站外|线下|私下|第三方|其[他它]|别的))[^，,。！？!?；;\n]){0,8}$"
)


_REFUSED = re.compile(
    r"[^，,。！？!?；;\n]{0,8}?(?:(?:不要|别|请勿|切勿|勿)(?:理|信|相信|答应|同意|接受|搭理|转|点)"
    r"|不支持|不允许|不可以|不行的|禁止|没有的(?!话)|没有这[个种]|我们(?:这边)?(?:是|也|都|从来)?(?:没有|不做|不搞|不接)|没有[，,。]|不明显|不保证|达不到|违规|有风险|不安全|(?:都?是|属于)(?:骗|诈骗|违规|假的))"
)


def is_denied(words: str, start: int) -> bool:
    """Tell whether what begins at `start` is refused or warned against before it, in its own clause."""
    return _DENIED.search(words, max(0, start - 16), start) is not None


def is_refused(words: str, end: int) -> bool:
    """Tell whether what ends at `end` is warned against after it: 私下转账的要求请不要理会."""
    return _REFUSED.match(words, end) is not None


_BARRED = re.compile(
    r"(?:(?<!能)不能|(?<!可)不可以?|不允许|不准|不让|不支持|(?<!会)不会|(?<!方)不方便|(?<!要)不要|(?<!用)不用|不得|不做|不建|(?<!要)不(?=[加留发给用开])"
    r"|无法|没法|没办法|(?<!有)没有|(?<!有)没(?=[建开加留])|别|勿|禁止|严禁|杜绝|拒绝|从不)"
    r"(?:再|去|来|私下|私自|主动|随便|随意|互相|互|使用|用|加|添加|留下?|发送?|提供|给|透露|说|提|交换|要求?|让|引导|通过|在|走|您|你|我们|客服|卖家|商家|买家|对方|任何|其[他它]|第三方|私人|个人|陌生人?"
    r"|的|到|所谓|开通?|建立?|设|做|联系|方式|账号|二维码|号码?|群聊?|好友|电话|手机|店铺?|同名|[、和或跟与及者以]|微信|qq|支付宝|淘宝|京东|抖音|线下|转账|交易|付款|等|一下|个)*$"
)
"""A refusal and nothing else between it and what is refused: 这里不能发图加微信 refuses no such thing."""
_WONT_DO = re.compile(
    r"(?:(?!加|搜|扫|我)[^，,。！？!?；;\n]){0,6}?(?:(?<!方)不方便|加不了|用不了|发不了|没法|不(?:可以|允许|让|支持|能))(?:的|哦|加|用|发|呢|说|提|留)*(?=[，,。！!；;\n]|$)"
)
_STRANGER = re.compile(r"(?:冒充|自称|诈骗|骗子|陌生|有人|任何人|凡是|其他人|不法|不明)[^。！？!?；;\n]*$")
_WARNED = re.compile(r"不要|别|勿|骗|当心|小心|警惕|谨防|不是我们|举报|不会")
_OWN = re.compile(r"(?:加|找|搜)(?:一下|下)?(?:我|店主|老板)(?!们不)|我的?(?:微信|qq|号)")
_ASKS = re.compile(r"[^，,。！？!?；;\n]{0,6}(?:吗|么|嘛|不[？?]|[？?])")
_REST = re.compile(r"[^。！？!?；;\n]*")


def is_ruled_out(words: str, start: int, end: int) -> bool:
    """Tell whether a name from `start` to `end` is only refused (平台规定不能加微信), or strangers are warned of."""
    if (_BARRED.search(words, max(0, start - 30), start) or _WONT_DO.match(words, end)) and not _ASKS.match(words, end):
        return True
    stranger = _STRANGER.search(words, max(0, start - 40), start)
    if stranger is None:
        return False
    told = stranger[0] + (_REST.match(words, start) or stranger)[0]
    return _WARNED.search(told) is not None and _OWN.search(told) is None
