"""Rule 1: a reply carries no unfilled placeholder, no `XX`, no `***` and no empty value."""

import re
from collections.abc import Iterator

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing.finding import Finding, Rule, found
from deskhelper.core.text import PLACEHOLDER

_UNITS = r"(?:元|块|小时|分钟|天|日|点|月|号|件|个|公司|快递|仓|先生|女士|店)"
_UNFILLED = re.compile(
    r"\*{2,}|＊{2,}|_{2,}|＿+|(?<![A-Za-z0-9])[xXｘＸ×]{2,}(?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9])[xXｘＸ](?=\s*{_UNITS})|(?<=[\u4e00-\u9fff：:])[*＊](?=\s*{_UNITS})"
    r"|[（(【\[《「]\s*[】\]）)》」]|[“‘]\s*[”’]"
    r"|某某|某(?=元|小时|天|快递|日)|[？?]{2,}(?=\s*(?:元|小时|天|点|月|号))|\.{2,}(?=\s*(?:元|小时|天|点))|…+(?=\s*(?:元|小时|天|点))"
    r"|(?<![A-Za-z])(?:None|null|NaN|undefined|N/A|TODO|TBD)(?![A-Za-z])"
    r"|[（(【\[](?:请?填写?|待填|待补充?|填入|此处|占位)[^】\]）)]{0,12}[】\]）)]|待填写?|待补充"
    r"|\{[^{}\n]{0,20}\}|｛[^｛｝\n]{0,20}｝|\$\{?[a-zA-Z_]+\}?|<[a-zA-Z_]+>|%[sd](?![a-zA-Z])"
    r"|[【\[](?:订单号?|运单号|快递单号|单号|快递公司?|时间|日期|金额|姓名|昵称|买家昵称?|商品名?称?|店铺名?称?|地址|电话|原因|数量)[】\]]"
)
_EMPTY_VALUE = re.compile(
    r"(?:运单号|快递单号|物流单号|单号|订单号|预计时间|发货时间|原因|金额|快递公司)(?:是|为)?\s*[：:]\s*(?=[，,。；;！!\n]|$)"
    r"|(?<=[于在约满送赔付退])\s*(?:元|小时|分钟)(?=[内，,。的优])"
    r"|(?<=[退赔补]款|[补赔]偿|[优惠]券|金额|红包)(?:元|块钱)(?![券的])"
    r"|(?:因为|由于|单号是|单号为|预计|请在)(?=[，,。；;！!])"
    r"|(?<![0-9０-９一二两三四五六七八九十半几数多个每小])(?:小时内|分钟内|个工作日内)"
)


def unfilled(text: str) -> Iterator[Finding]:
    """Yield every placeholder, `XX`, `***`, empty bracket and empty value left in `text`."""
    ends: list[tuple[int, int]] = []
    for pattern in (PLACEHOLDER, _UNFILLED, _EMPTY_VALUE):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in ends):
                continue
            ends.append((start, end))
            yield found(Rule.GAP, text, start, end, "finding_gap")
    if not text.strip():
        yield Finding(Rule.GAP, "", Problem("finding_empty"))
