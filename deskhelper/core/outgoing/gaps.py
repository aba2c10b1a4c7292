"""Rule 1: a reply carries no unfilled placeholder, no `XX`, no `***` and no empty value."""

import re
from collections.abc import Iterator

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing.finding import Finding, Rule, found
from deskhelper.core.text import PLACEHOLDER

_LABEL = (
    r"(?:客户|买家|顾客|收件|收货|商品|产品|店铺|物流|快递|发货|退款|退货|预计|补偿|优惠|到货|新的?|您的)?的?"
    r"(?:订单编?号|订单|运单号|快递单号|单号|快递公司|快递|公司|时间|日期|金额|姓名|名字|昵称|称呼|名称|买家|客户|人|商品名?|店铺名?|店名"
    r"|地址|电话|手机号?|原因|数量|尺码|颜色|款式|规格|链接|天数|小时数?|几号|备注|城市|仓库)"
)
"""What a placeholder of another tool is called."""
_UNITS = r"(?:元|块|小时|分钟|天|日|点|月|号|件|个|公司|快递|仓|先生|女士|店)"
_UNFILLED = re.compile(
    r"\*{2,}|＊{2,}|_{2,}|＿+|(?<![A-Za-z0-9])_(?=\s*(?:元|块|小时|天|点|分钟|件|号))|(?<![A-Za-z0-9])[xXｘＸ×]{2,}(?![A-Za-z0-9]|-\d)"
    rf"|(?<![A-Za-z0-9])[xXｘＸ](?=\s*{_UNITS})|(?<=[\u4e00-\u9fff：:])[*＊](?!号(?:是|表示|代表|的|为))(?=\s*{_UNITS})"
    r"|[（(【\[《「]\s*[】\]）)》」]|[“‘]\s*[”’]"
    r"|某某|某(?=元|小时|天|快递|日)|[？?]{2,6}(?=\s*(?:元|小时|天|点|月|号))|\.{2,6}(?=\s*(?:元|小时|天|点))|…{1,6}(?=\s*(?:元|小时|天|点))"
    r"|(?<![A-Za-z])(?:None|[nN]ull|NULL|[nN]a[nN]|NAN|undefined|N/A|TODO|TBD)(?![A-Za-z])"
    r"|[（(【\[](?:请?填写?|待填|待补充?|填入|此处|占位)[^】\]）)]{0,12}[】\]）)]|待填写?|待补充"
    r"|[○〇◯□△]{2,}|[○〇◯□△](?=\s*(?:元|小时|天|日|月|号|快递|公司))|(?<![A-Za-z0-9])[oO]{2,3}(?=快递|公司|先生|女士|元)"
    r"|(?<![A-Za-z0-9])[nN](?=\s*(?:元|小时|天|分钟|个))|[？?]{2,6}(?=先生|女士|小姐|件|市|快递)|…{1,6}(?=(?:省|市|区|县)(?:[，,。；;\s]|$))"
    r"|#(?:REF|VALUE|NAME|DIV/0|N/A)[!?]?|&(?:nbsp|amp|lt|gt);|</?(?:br|p|div|span)\s*/?>|19(?:70-01-01|70年1月1日)"
    r"|\{[^{}\n]{0,20}\}|｛[^｛｝\n]{0,20}｝|\$\{?[a-zA-Z_]+\}?|<[a-zA-Z_]+>|%[sd](?![a-zA-Z])"
    rf"|[【\[［〔〖<＜《「{{｛#＃%@](?:请输?填?入?写?)?{_LABEL}[】\]］〕〗>＞》」}}｝#＃%@]|(?<=[由于为是：:至到从在])[（(]{_LABEL}[)）]|[（(](?:快递|物流|公司|商品|客户|买家|店铺|商家)(?:公司)?名[称字]?[)）]"
)
_EMPTY_VALUE = re.compile(
    r"(?:运单号|快递单号|物流单号|单号|订单号|预计时间|发货时间|原因|金额|快递公司)(?:是|为)?\s*[：:]\s*(?=[，,。；;！!\n]|$)"
    r"|(?<=[于在约满送赔付退])\s*(?:元|小时|分钟)(?=[内，,。的优])|(?<=[送赔付退补转返给][您你])\s*(?:元|块钱?)(?=[，,。的优红现]|$)"
    r"|(?<=[退赔补]款|[补赔]偿|[优惠]券|金额|红包)(?:元|块钱)(?![券的])"
    r"|(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十百千万几两多半数每])\s+(?:元|块钱|小时|分钟|折)(?=[，,。；;！!内的\s]|$)|(?<=大概|大约|预计|需要|还有|还要|一共)\s+(?:天|个|件|点|号)|[￥¥](?!\s*[0-9０-９])(?=[，,。；;！!\s]|$)|(?<![0-9])[—－~-]+\s*(?:元|块钱|小时|分钟)"
    r"|(?<=[：:])\s*(?:元|块钱|小时|分钟|个?工作日|天[内后])|(?:退款|赔偿|补偿|运费|优惠券|红包|金额|差价|邮费)\s+(?:元|块)"
    r"|[（(](?:金额|数量|天数|件数)[)）](?=元|件|天|个)|(?:年|\s)\s+月\s*[日号]|(?:单号|订单号|金额)(?:是|为)?[：:]?\s{2,}(?=[\u4e00-\u9fff])|(?:单号|订单号)[：:]\s*(?=[您你请麻可])"
    rf"|{_LABEL}(?:是|为|[：:])\s+(?=[，,。；;！!])|(?:地址|电话|姓名|快递公司|快递|金额|收[件货]人)(?:是|为)(?=[，,。；;！!\n]|$)"
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
