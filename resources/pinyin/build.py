"""Write `readings.txt` beside this file from pypinyin's dictionary (a development dependency, never used at run time).

Run `python resources/pinyin/build.py`. Each line is one syllable without tone and every character of the CJK
basic block that can be read so: `zhong 中重种…`. A character with several readings stands in several lines.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin.contrib.tone_convert import to_normal
from pypinyin.pinyin_dict import pinyin_dict

FIRST, LAST = 0x4E00, 0x9FFF


def syllables(readings: str) -> set[str]:
    """Return the toneless syllables of pypinyin's `zhòng,chóng`; interjections without a vowel letter are left out."""
    plain = {to_normal(reading, v_to_u=False) for reading in readings.split(",")}
    return {syllable for syllable in plain if syllable.isascii() and syllable.isalpha()}


def lines() -> list[str]:
    """Return the lines of the file in the order of the syllables."""
    characters: dict[str, list[str]] = defaultdict(list)
    for code in range(FIRST, LAST + 1):
        for syllable in syllables(pinyin_dict.get(code, "")):
            characters[syllable].append(chr(code))
    return [f"{syllable} {''.join(characters[syllable])}\n" for syllable in sorted(characters)]


if __name__ == "__main__":
    target = Path(__file__).with_name("readings.txt")
    target.write_text("".join(lines()), encoding="utf-8", newline="\n")
