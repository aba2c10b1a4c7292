"""The platform's word rule on medical claims (chat.words): an illness and what the goods are said to do to it."""

import re
from collections.abc import Iterator
from itertools import chain

from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import Plain

_UNDENIED = r"[^，,。！？!?；;\n不没无未非]"
_ILLNESS = (
    r"(?:颈椎病?|腰椎病?|肩周炎|关节炎|风湿|湿疹|皮炎|皮肤病|脚气|灰指甲|痔疮|鼻炎|咽炎|肠胃炎|胃炎|胃病|糖尿病|高血压|高血糖|高血脂|三高"
    r"|失眠|脱发|感冒|发烧|咳嗽|哮喘|炎症|近视|弱视|白内障|腰痛|腰疼|头痛|头疼|牙痛|牙疼|痛经|便秘|腹泻|痘痘|青春痘|粉刺|痤疮|疤痕|老寒腿|静脉曲张"
    r"|心脏病|中风|肿瘤|癌症?|肝病|肾病|肾虚|贫血|抑郁|焦虑症|过敏|荨麻疹|白癜风|牛皮癣|疤|疤痕|斑|色斑|皱纹|黑眼圈|老年斑|妇科病|幽门螺杆菌|痛风|骨质疏松|病)"
)
_AT_ONCE = r"一(?:贴|抹|喷|涂|喝|吃|敷)(?:上|完)?(?:它)?就(?:不(?![会能够])|好(?!吃|喝|看|用)|灵|见效|没了)"
_CURE = r"(?:治|医|缓解|改善|预防|防治|消除|根除|调理|祛除|祛|告别|远离|对付|赶走|减轻)"
_LEVEL = r"(?:血压|血糖|血脂|尿酸|胆固醇|血粘度|转氨酶)"
_GONE = (
    r"(?:就好了?|好了(?!吗|么|没)|会好|能好|好得快|见好|消失|痊愈|断根"
    r"|去根|康复|不再犯|不复发|没了|有奇效|有特效|特别有效|很有效|有效果)"
)
_CLAIM = re.compile(
    rf"{_LEVEL}{_UNDENIED}{{0,4}}?(?:降|下来|下去|恢复正常|[就会能]正常(?!值|范围)|稳定下来|控制住)|(?:降|稳|控|调节|平衡|控制){_UNDENIED}{{0,2}}?{_LEVEL}|疗程[^，,。！？!?；;\n]{{0,6}}?(?:就好|断根|见效|根治|恢复|痊愈|去根)|(?:喝完|吃完|用完)[^，,。！？!?；;\n]{{0,6}}?(?:断根|见效|根治|痊愈|去根)"
    rf"|{_AT_ONCE}|{_CURE}{_UNDENIED}{{0,4}}?{_ILLNESS}|{_ILLNESS}{_UNDENIED}{{0,6}}?{_GONE}"
)
_INSTEAD = re.compile(
    r"(?:代替|替代|取代|顶替|停掉?|不用吃|不吃)[^，,。！？!?；;\n不没]{0,6}?(?:降压药|降糖药|西药|中药|药物|吃药|药(?![箱盒店房]))|(?<!有)(?:没有|没|无|零)(?:任何|什么|一点)?(?:毒)?副作用"
)
_DENIED = re.compile(
    r"(?:不能|不会|不可以?|无法|没有?|并非|不是|不具备?|不代表|不用于|别|看医生|医院|如果|要是|注意|记得|小心|天气|多穿|多喝|祝)[^。！？!?；;\n]{0,10}$"
)


def medical_claims(read: Plain) -> Iterator[Finding]:
    """Yield what is said to cure, ease or prevent an illness; a denial is none."""
    for match in chain(_CLAIM.finditer(read.words), _INSTEAD.finditer(read.words)):
        if not _DENIED.search(read.words, max(0, match.start() - 16), match.start()):
            yield found_in(Rule.WORDING, read, match.span(), "finding_words")
