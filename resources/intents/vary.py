"""Variants of training sentences, as buyers' chats have them: greetings around, goods, typos, other words, pinyin.

The same sentence always gets the same variants, so training repeats itself exactly.
"""

import random
import zlib
from collections.abc import Sequence

from deskhelper.core.topic_features import LONGEST_WORD, Reader

GREETINGS = (
    "在吗", "你好", "亲", "老板", "您好", "请问", "客服", "亲，在吗", "问一下", "那个", "麻烦问下", "我想问一下",
)  # fmt: skip
ENDINGS = (
    "谢谢", "啊", "呢", "？", "吗", "呀", "哦", "！", "[流泪]", "麻烦了", "。", "？？", "了", "哈", "急", "亲",
    "好吗", "行吗", "怎么办", "？谢谢", "[图片]",
)  # fmt: skip
SHORT_ENDINGS = ("", "？", "。", "！", "啊", "[微笑]", "～", "哦")
GOODS = (
    "衣服", "鞋子", "裤子", "杯子", "手机壳", "水果", "苹果", "橙子", "被子", "四件套", "玩具", "书包", "袜子",
    "帽子", "耳机", "充电宝", "数据线", "洗衣液", "纸巾", "面膜", "口红", "零食", "坚果", "牛奶", "大米", "茶叶",
    "猫粮", "花盆", "多肉", "台灯", "风扇", "椅子", "桌子", "拖鞋", "雨伞", "毛巾", "牙刷", "锅", "保温杯", "水壶",
    "窗帘", "地毯", "枕头", "裙子", "外套", "羽绒服", "毛衣", "手表", "项链", "眼镜", "键盘", "鼠标", "音箱", "鱼竿",
    "轮胎", "灯泡", "贴纸", "本子", "奶粉", "童装", "奶瓶",
)  # fmt: skip
CONTEXTS = (
    "我买的{}", "我的{}", "这个{}", "你家的{}", "上次买的{}", "前几天拍的{}", "昨天买的{}", "{}", "那个{}",
    "我在你家买了{}，", "给孩子买的{}", "我下单的{}", "买了{}",
)  # fmt: skip
LONGEST_SPELLED = 9
"""Characters of a sentence that buyers also type in Latin letters."""
SHORT_TOPICS = ("greeting", "other")
"""Topics that a greeting before, or goods inside, would take away."""


class Variants:
    """Makes variants with the words of the reader's lexicon and the characters that sound alike."""

    def __init__(self, reader: Reader) -> None:
        self._sounds = reader.alphabet.sounds
        self._alike: dict[str, list[str]] = {}
        for char, sound in sorted(self._sounds.items()):
            self._alike.setdefault(sound, []).append(char)
        self._meaning = reader.lexicon.by_sign
        self._words: dict[tuple[str, bool], list[str]] = {}
        for word, meaning in self._meaning.items():
            self._words.setdefault((meaning, word.isascii()), []).append(word)

    def of(self, sentence: str, topic: str, peers: Sequence[str], count: int) -> list[str]:
        """Return up to `count` variants of `sentence`; `peers` are other sentences of its topic."""
        dice = random.Random(zlib.crc32(sentence.encode()))
        made = [self._one(sentence, topic, peers, dice) for _ in range(count)]
        if len(sentence) <= LONGEST_SPELLED and dice.random() < 0.3:
            made.append(self._spelled(sentence, dice))
        return [variant for variant in made if variant != sentence]

    def _one(self, sentence: str, topic: str, peers: Sequence[str], dice: random.Random) -> str:
        is_short = topic in SHORT_TOPICS
        text = self._other_word(sentence, dice) if dice.random() < 0.6 else sentence
        if not is_short and dice.random() < 0.3:
            text = dice.choice(CONTEXTS).replace("{}", dice.choice(GOODS)) + text
        if not is_short and dice.random() < 0.35:
            text = dice.choice(GREETINGS) + dice.choice(["", "，", " ", "\n", "\n"]) + text
        if not is_short and dice.random() < 0.12:
            text = text + dice.choice(["\n", "，", " "]) + dice.choice(peers)
        if dice.random() < 0.3:
            text += dice.choice(SHORT_ENDINGS if is_short else ENDINGS)
        return self._typo(text, dice) if len(text) > 4 and dice.random() < 0.3 else text

    def _spelled(self, text: str, dice: random.Random) -> str:
        """Return `text` in pinyin, with blanks or without; as it is where a character has no sound."""
        sounds = [self._sounds.get(char, "") for char in text]
        return dice.choice(["", " "]).join(sounds) if all(sounds) else text

    def _typo(self, text: str, dice: random.Random) -> str:
        """Return `text` with one character left out or in the place of one that sounds alike."""
        place = dice.randrange(len(text))
        sound = self._sounds.get(text[place])
        if sound is None:
            return text
        put = dice.choice(self._alike[sound]) if dice.random() < 0.6 else ""
        return text[:place] + put + text[place + 1 :]

    def _other_word(self, text: str, dice: random.Random) -> str:
        """Return `text` with one known word in the place of another of the same meaning."""
        found = []
        place = 0
        while place < len(text):
            sizes = range(min(LONGEST_WORD, len(text) - place), 0, -1)
            size = next((size for size in sizes if text[place : place + size] in self._meaning), 0)
            if size:
                found.append((place, text[place : place + size]))
            place += size or 1
        if not found:
            return text
        place, word = dice.choice(found)
        return text[:place] + dice.choice(self._words[self._meaning[word], word.isascii()]) + text[place + len(word) :]
