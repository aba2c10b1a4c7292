"""Rule 4: no threat and no insult where no single word gives it away (D-ABUSE-3)."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.finding import Finding, Rule, found
from deskhelper.core.outgoing.plain import Plain

_CLAUSE = r"[^，,。！？!?；;\n]"
_YOU = r"[您你]"
_THREAT = re.compile(
    rf"(?:把|将){_YOU}的?{_CLAUSE}{{0,10}}?(?:发到?网|发出去|放到?网|挂到?网|挂出|公开|公布|曝光|发到?群|传出去)"
    rf"|{_YOU}(?:家里?|住)的?(?:地址|在哪|住哪|哪里)?{_CLAUSE}{{0,6}}?(?:有的|都有|知道|清楚|查得到|找得到)"
    rf"|(?:想|考虑|掂量)(?:清楚|好|一下){_CLAUSE}{{0,6}}?(?:评价|差评|投诉|举报|后果)"
    rf"|(?:差评|投诉|举报|介入|评价){_CLAUSE}{{0,8}}?(?:试试|没好处|没好果|没你好|有你好看|等着|小心点?|别怪|后悔|起诉|律师|报警)"
    rf"|{_YOU}(?:就)?(?:给我)?(?:小心点|当心点|走着瞧|看着办|会后悔|别后悔|吃不了兜着走)"
    rf"|(?:让|叫|找){_CLAUSE}{{0,4}}?(?:人|律师|警察|兄弟){_CLAUSE}{{0,4}}?(?:找|去|上门|到){_YOU}"
    rf"|(?:再|继续|还){_CLAUSE}{{0,6}}?(?:闹|骚扰|投诉|差评|纠缠){_CLAUSE}{{0,6}}?(?:就|别|小心)(?!给您|为您|处理)"
)
_INSULT = re.compile(
    rf"(?:是不是|{_YOU}|有没有|真是?)(?:脑子|脑袋|脑壳|眼睛|心理|精神|智商)?(?:有|出)(?:点|什么)?(?:大)?(?:病|毛病)(?!史|友|人|菌|毒)"
    r"|(?:脑子|脑袋|脑壳|智商|眼睛)(?:有问题|不好使|不够用|坏了|呢|是?摆设|瞎|长哪|长在|欠费|堪忧)"
    r"|(?:看不懂|不认识|不识|认不得|看不见)(?:汉?字|中文|人话)(?:吗|么|啊|吧|呢)?"
    rf"|{_YOU}们?这种(?:人|买家|客户|顾客)"
    rf"|没见过{_YOU}?(?:这么|这样|那么)(?!好|客气|贴心|热情){_CLAUSE}{{0,8}}?(?:买家|客户|顾客|人)"
    r"|催什么催|吵什么吵?|急什么急|急着投胎|赶着投胎|催命|问个?没完|有完没完|烦人精|滚(?:一边|蛋|开|远|吧|出)"
)


def threats(read: Plain) -> Iterator[Finding]:
    """Yield every threat and insult that stands in how things are said rather than in one word."""
    for pattern, code in ((_THREAT, "finding_words_safer"), (_INSULT, "finding_words_safer")):
        for match in pattern.finditer(read.words):
            place = read.place(match.start(), match.end())
            yield found(Rule.OFF_PLATFORM, read.text, *place, code, safer="我理解您的心情，我们一起解决")
