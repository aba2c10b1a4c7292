"""Cut the desk's own typeface for Linux out of Noto Sans CJK SC. Run after the program's words need new characters.

    python resources/fonts/cut.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

What is kept: all of GB 2312, the Latin letters, the signs that agents and buyers type, and every character that code,
flows, scripts and words of this program hold. What is not is looked for in the system's fonts, as Qt does with any
face. The tables for shaping are left out: Chinese needs none of them in a line, and they cost 1 MB and half the time.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
FACE, FAMILY, FILE = "Noto Sans CJK SC", "DeskHelper Sans SC", "DeskHelperSansSC-Regular.otf"
SIGNS = [
    *((0x20, 0x24F), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF)),
    *((0x2500, 0x26FF), (0x2700, 0x27BF), (0x3000, 0x303F), (0xFF00, 0xFFEF)),
]
OWN_WORDS = ["deskhelper/**/*.py", "resources/**/*.yaml", "resources/**/*.ts"]
FAMILY_IDS, FULL_IDS, POSTSCRIPT_ID, UNIQUE_ID = (1, 16), (4,), 6, 3


def gb_2312() -> set[str]:
    """Return the characters of GB 2312."""
    kept = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            kept |= set(bytes([high, low]).decode("gb2312", errors="ignore"))
    return kept


def own_characters() -> set[str]:
    """Return every character that the program's own files hold."""
    return {char for words in OWN_WORDS for file in ROOT.glob(words) for char in file.read_text("utf-8")}


def wanted() -> set[int]:
    """Return the code points that the face is to keep; no radicals, which a PDF would hold in place of characters."""
    points = {ord(char) for char in gb_2312() | own_characters()}
    points |= {point for first, last in SIGNS for point in range(first, last + 1)}
    return {point for point in points if point >= 0x20 and not 0x2E80 <= point <= 0x2FDF}


def rename(font: TTFont) -> None:
    """Give the cut face a name of its own, beside the whole one that a system may have."""
    for entry in font["name"].names:
        if entry.nameID in (*FAMILY_IDS, *FULL_IDS):
            entry.string = FAMILY
        elif entry.nameID in (POSTSCRIPT_ID, UNIQUE_ID):
            entry.string = FILE.removesuffix(".otf")
    font["CFF "].cff.fontNames = [FILE.removesuffix(".otf")]


def cut(source: Path) -> None:
    """Write the cut face beside this file. Raises StopIteration where `source` does not hold FACE."""
    faces = TTCollection(source).fonts
    font = next(face for face in faces if face["name"].getDebugName(1) == FACE)
    options = Options(layout_features=[], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    rename(font)
    font.save(FOLDER / FILE)


if __name__ == "__main__":
    cut(Path(sys.argv[1]))
