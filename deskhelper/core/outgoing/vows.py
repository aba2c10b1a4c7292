"""Rule 5 for what no follow-up could track: vows without end or measure (policy: chat.words)."""

import re
from collections.abc import Iterator

from deskhelper.core.outgoing.denial import is_denied
from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import CLAUSE, Plain

_MANY = r"(?:[二两三四五六七八九十百千\d]{1,6}|双|数|多)倍"
_VOW = re.compile(
    r"(?:终身|终生|一辈子|永久|无限期|一生|这辈子|永远)(?:都|给您|免费|内|的|包|可以)*(?:保修|包换|质保|维修|售后|换新|退换|包退|保质|包修|不坏|负责|不会坏)|(?:保修|质保|包换|换新)(?:一辈子|终身|终生|到永远)"
    r"|(?:用|拿|以)(?:我们?|店主|老板|本店)?的?(?:人格|信誉|性命|全家|脑袋|良心)(?:来)?(?:担保|保证|发誓|做保)|对天发誓|我发誓|打包票(?!据)|拍胸脯|赌咒"
    rf"|(?:赔|退|补|返){CLAUSE}{{0,4}}?{_MANY}|{_MANY}{CLAUSE}{{0,3}}?(?:赔|退|补|返|奉还|差价)"
    r"|假一(?:赔|罚)[一二三四五六七八九十百\d]+"
    r"|(?:到不了|治不好|没效果?|不管用|不好用|不好吃|不甜|用不住|退色|掉色|不满意|没瘦|有假)(?:的话)?(?:我|我们|店里|小店|直接|立马|随时|就|一律)*(?:全额|全部|无条件|免费|照单)(?:给您?)?(?:赔|退|包退)"
    r"|到不了(?:的话)?(?:我|我们|店里|小店)(?:就)?(?:赔|免单|全退)|保证?(?:治好|根治|见效|有效|瘦|长高|长头发|考上|通过|发财|转运|怀)"
    r"|保证?[^，,。！？!?；;\n]{0,6}?(?:\d{1,4}|[几两三五十百]{1,4})(?:年|辈子)[^，,。！？!?；;\n]{0,5}?(?:不会?坏|没问题|不掉|不褪|不变)|(?:赔|补)(?:给)?(?:您|你)[一两二三四五六七八九十]+[百千万]"
    r"|(?:随便|任意)(?:您|你)?退|(?:给|为)(?:您|你)兜底|到不了[^。！？!?；;\n]{0,6}?(?:亲自|自己)(?:给您|给你)?送|(?:无条件|任何理由都|什么理由都)(?:可以|能|给您?|支持|随时)*(?:退|换|赔)"
)
_PLATFORMS_OWN = re.compile(r"平台|官方|标签|页面|规则|法|消费者|险")
"""What the platform or the law lays down is quoted, not vowed."""


def vows(read: Plain) -> Iterator[Finding]:
    """Yield vows that nobody could keep track of: for life, many times over, on one's honour."""
    for match in _VOW.finditer(read.words):
        if is_denied(read.words, match.start()) or _PLATFORMS_OWN.search(
            read.words, max(0, match.start() - 16), match.end() + 8
        ):
            continue
        yield found_in(Rule.WORDING, read, match.span(), "finding_vow")
