"""Rule 4: a reply asks no buyer for codes, passwords, papers or cards; who does leads off the platform or steals."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.denial import is_denied
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import CLAUSE, Plain

_SECRET = (
    r"(?:(?<!取件)(?<!寄件)(?<!提货)(?<!图形)(?<!开箱)验证码|动态码|校验码|(?<!锁)(?<!开机)(?<!初始)(?<!默认)(?<!wifi)(?<!出厂)(?<!重置)(?:支付|付款|登录|登陆|账号|银行卡?|取款|交易)密码|密码(?=输|发|告诉|报|给我)"
    r"|手持(?:身份证|证件)|身份证(?:正面|背面|反面)|身份证(?:号码?|正反面|照片?|复印件|信息|原件)?|(?:证件|户口本|护照)(?:号码?|照片?|正反面)|银行卡(?:号|信息|正反面|照片?)?|信用卡(?:号|信息)?|卡号|开户行|安全码|cvv|卡(?:片)?后(?:面)?三位|有效期和后三位)"
)
_GIVE = r"(?:发|报|告诉|提供|输|填|拍|传|上传|截图|念|说|留|给|登记|写|转发|回复)"
_TO_US = r"(?:一张|张照片|给|来|我|过来|一下|下|这边|上来)"
_ASKED = re.compile(
    rf"{_SECRET}{CLAUSE}{{0,8}}?{_GIVE}{CLAUSE}{{0,4}}?{_TO_US}"
    rf"|(?:把|请|麻烦|需要|要|先|得|帮忙|方便){CLAUSE}{{0,8}}?{_GIVE}{CLAUSE}{{0,6}}?{_SECRET}"
    rf"|{_SECRET}(?:是)?(?:多少|几)(?![位天])|{_SECRET}{CLAUSE}{{0,4}}[，,](?:麻烦|请|帮忙|劳烦)*(?:您|你)?(?:把它|直接)?(?:发|报|告诉|念|转|给)(?:给|一下|下|过)?(?:我|客服|这边)|短信{CLAUSE}{{0,8}}?(?:数字|码){CLAUSE}{{0,6}}?(?:发|报|告诉|给|念|说)"
    rf"|(?:^|[，,。！？!?；;\n亲您你]){_GIVE}(?:一下|下|我|给我|个|来)*(?:您|你)?的?{_SECRET}"
)
_LOOK = re.compile(r"[码证卡密]|cvv|短信|开户|护照|户口|有效期")
"""Without one of these a text asks for nothing of the kind: saves the long look at most texts."""
_ALLOWED = re.compile(r"海关|清关|报关|入境|实名|页面|按平台|处方|购药|说明书|恢复|重设|设置|修改|蓝牙|门锁|骗|冒充")
"""Customs asks for papers on the platform's own page; a lock has a password of its own; fraud is warned of."""


def credentials_asked(read: Plain) -> Iterator[Finding]:
    """Yield where a text asks the buyer for what only its owner may know."""
    for match in _ASKED.finditer(read.words) if _LOOK.search(read.words) else ():
        start = match.start() + (match[0][0] in "，,。！？!?；;\n")
        if (
            not is_denied(read.words, start)
            and not is_denied(read.words, match.end())
            and not _ALLOWED.search(read.words)
        ):
            yield found_in(Rule.OFF_PLATFORM, read, (start, match.end()), "finding_credentials")
