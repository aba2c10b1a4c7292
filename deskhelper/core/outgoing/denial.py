"""Words that turn what follows into its opposite: a warning against a thing offers and asks for nothing."""

import re

_DENIED = re.compile(
    r"(?:不能|不可以?|不支持|不允许|不建议|不做|不搞|不接|不接受|不是|并非|不会|不要|不用|不需要|不必|无需|无须|没有|不敢|不好说|没法|无法|不承诺|从不|禁止|严禁|请勿|切勿|切记勿|勿"
    r"|(?<!特)(?<!级)(?<!区)(?<!分)别|谨防|防止|警惕|提防|小心|当心|避免|拒绝|杜绝|抵制)"
    r"(?:(?!担心|怕|走|在|通过|的话|不)[^，,。！？!?；;\n]){0,8}$"
)


_REFUSED = re.compile(
    r"[^，,。！？!?；;\n]{0,8}?(?:(?:不要|别|请勿|切勿|勿)(?:理|信|相信|答应|同意|接受|搭理|转|点)"
    r"|不支持|不允许|不可以|不行的|禁止|违规|有风险|不安全|(?:都?是|属于)(?:骗|诈骗|违规|假的))"
)


def is_denied(words: str, start: int) -> bool:
    """Tell whether what begins at `start` is refused or warned against before it, in its own clause."""
    return _DENIED.search(words, max(0, start - 16), start) is not None


def is_refused(words: str, end: int) -> bool:
    """Tell whether what ends at `end` is warned against after it: 私下转账的要求请不要理会."""
    return _REFUSED.match(words, end) is not None
