"""Write `sounds.txt` beside this file: how common characters sound, from pypinyin's dictionary (development only).

    python resources/intents/reading/sounds.py

Each line is one merged syllable and the characters of GB 2312 whose usual reading it is: `fa 发法罚…`.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin.contrib.tone_convert import to_normal
from pypinyin.pinyin_dict import pinyin_dict

from deskhelper.core.topic_text import merged_sound

USUAL = {"地": "di", "咋": "za", "便": "pian", "哪": "na", "嘛": "ma", "长": "chang", "嗯": "en"}
"""Characters that chats read in another way than the dictionary's first."""


def characters() -> list[str]:
    """Return the characters of GB 2312."""
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [pair.decode("gb2312", "ignore") for pair in rows if pair.decode("gb2312", "ignore")]


def sound_of(char: str) -> str:
    """Return the merged syllable of `char`; empty where it has none."""
    first = pinyin_dict.get(ord(char), "").split(",")[0]
    plain = USUAL.get(char) or (to_normal(first, v_to_u=False) if first else "")
    return merged_sound(plain) if plain.isascii() else ""


if __name__ == "__main__":
    groups: dict[str, list[str]] = defaultdict(list)
    for char in characters():
        if sound := sound_of(char):
            groups[sound].append(char)
    lines = [f"{sound} {''.join(groups[sound])}\n" for sound in sorted(groups)]
    Path(__file__).with_name("sounds.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
