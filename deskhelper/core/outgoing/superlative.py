"""The platform's word rule on superlatives (chat.words) that are written by sound or say a rank."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.finding import Finding, Rule, found
from deskhelper.core.outgoing.plain import Plain

_SUPERLATIVE = re.compile(
    r"(?<![喝沉麻陶心烂微])(?:醉|zui)(?=低价|底价|便宜|划算|实惠|优|强|新款|靠谱|好(?:的|用|看|吃|评)|高(?:级|品质)|正宗|畅销)"
    r"|(?:堪称|公认|稳居|稳坐|当之无愧|绝|排行?|名列|位居|数一数二的?)(?:是|的)*第一(?!次|时间|步|批|天|件)"
)


def superlatives(read: Plain) -> Iterator[Finding]:
    """Yield superlatives that no single word gives away."""
    for match in _SUPERLATIVE.finditer(read.words):
        place = read.place(match.start(), match.end())
        yield found(Rule.WORDING, read.text, *place, "finding_words_safer", safer="很不错")
