"""The platform's word rule on superlatives (chat.words) that are written by sound or say a rank."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import Plain

_SUPERLATIVE = re.compile(
    r"最好[用看吃喝](?=[的了啦哒]|没有之一|之一|[，,。！!、\n]|$)"
    r"|最(?:[香甜脆鲜嫩糯醇靓酷赞棒牛](?!的?时候|一档|点)|保暖|细腻|地道|精致|漂亮|高端|优质|优秀|贴心|周到|厉害|抢手|经典|有名|好的?品质)"
    r"|没有(?:谁|哪家|人|别家)[^，,。！？!?；;\n]{0,8}?(?:更好|更便宜|更低|更划算|比得[上过]|能比)|没有比(?:我们|我家|本店|小店|这[款家个])[^，,。！？!?；;\n]{0,8}?更(?![小大长短窄宽薄厚])|比(?:谁|哪家)都|谁(?:家)?(?:都|也)比不[上了过]|(?:世界|国际|全国|国内|行业|业内)一流"
    r"|(?:这|同|本)?行(?:业)?(?:里)?的?(?:老大|一哥|扛把子|龙头)|(?:找|挑|选)不(?:出|到|着)(?:来)?(?:第二[个家款]|比(?:这|我们)|更[好便])|宇宙(?:第一|级|无敌)|没有(?:哪|第二)[家个款](?:店|商家)?(?:能|可以|比)"
    r"|绝不会(?:再|有|出现|让)|绝无(?!仅)|没有之一"
    r"|(?<![喝沉麻陶心烂微])(?:醉|zui)(?=低价|底价|便宜|划算|实惠|优|强|新款|靠谱|好(?:的|用|看|吃|评)|高(?:级|品质)|正宗|畅销)"
    r"|(?:堪称|公认|稳居|稳坐|当之无愧|绝|排行?|名列|位居|数一数二的?)(?:是|的)*第一(?!次|时间|步|批|天|件)"
)


def superlatives(read: Plain) -> Iterator[Finding]:
    """Yield superlatives that no single word gives away."""
    for match in _SUPERLATIVE.finditer(read.words):
        yield found_in(Rule.WORDING, read, match.span(), "finding_words_safer", safer="很不错")
