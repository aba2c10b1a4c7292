"""The type of the desk: one Chinese family at five pixel sizes, the system's or, on Linux, our own cut of one."""

import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QStaticText

IS_LINUX = sys.platform == "linux"
OWN_FAMILY, OWN_FILE = "DeskHelper Sans SC", "DeskHelperSansSC-Regular.otf"
FAMILIES = [
    *([OWN_FAMILY] if IS_LINUX else []),
    *("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei"),
]
"""Best first. On Linux a machine may have no Chinese font at all, and the usual one takes 8 MB and the time of its
tables for shaping: our own face comes first there, cut from that one, and what it lacks is taken from the system."""

LINE_BREAK = "\u2028"
"""What Qt takes for a new line within a paragraph; it passes over the usual one."""

BODY, REPLY, HEADING, TITLE, REMARK = 13, 14, 15, 16, 12
ONE_FACE = IS_LINUX
"""Whether bold is the regular face, thickened. The bold face of Noto Sans CJK is a file of 20 MB beside the regular
one, and takes 4.2 MB of the desk's memory for a few words; thickened, they look the same at these sizes."""


def load_own_face(folder: Path) -> bool:
    """Make our own face, OWN_FILE in `folder`, known to Qt where it is used; tell whether it is. Twice does no harm."""
    return IS_LINUX and QFontDatabase.addApplicationFont(str(folder / OWN_FILE)) >= 0


@lru_cache(maxsize=32)
def ui_font(pixels: int = BODY, bold: bool = False) -> QFont:
    """Return the desk's font at `pixels`; Qt takes the first family that the system has, else its own default."""
    font = QFont()
    font.setFamilies([*FAMILIES, font.family()])
    font.setPixelSize(pixels)
    font.setBold(bold)
    if ONE_FACE:
        font.setStyleName("Regular")
    return font


@lru_cache(maxsize=4096)
def fitted(words: str, width: int, pixels: int = BODY, bold: bool = False) -> tuple[str, int]:
    """Return `words` elided to `width`, and the width they take then; kept, for lists paint the same words often."""
    taken = width_of(words, pixels, bold)
    if taken <= width:
        return words, taken
    shown = QFontMetrics(ui_font(pixels, bold)).elidedText(words, Qt.TextElideMode.ElideRight, width)
    return shown, width_of(shown, pixels, bold)


@lru_cache(maxsize=4096)
def shaped(words: str, pixels: int = BODY, bold: bool = False) -> tuple[QStaticText, int]:
    """Return `words` with their glyphs placed already, and their height: drawn again in half the time."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=ui_font(pixels, bold))
    return text, height_of(pixels, bold)


@lru_cache(maxsize=1024)
def wrapped(words: str, width: int, pixels: int = BODY, bold: bool = False) -> tuple[QStaticText, int]:
    """Return `words` wrapped to `width` with their glyphs placed already, and the height of all their lines.

    Kept: layouts ask for the height two dozen times before they settle, and then it is painted.
    """
    text = QStaticText(words.replace("\n", LINE_BREAK))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextWidth(max(width, 1))
    text.prepare(font=ui_font(pixels, bold))
    return text, round(text.size().height())


@lru_cache(maxsize=32)
def height_of(pixels: int = BODY, bold: bool = False) -> int:
    """Return the height of a line in pixels."""
    return QFontMetrics(ui_font(pixels, bold)).height()


def width_of(words: str, pixels: int = BODY, bold: bool = False) -> int:
    """Return the width of `words` in pixels; what is measured is painted next, so it is shaped for both."""
    return round(shaped(words, pixels, bold)[0].size().width())


def has_chinese_font() -> bool:
    """Tell whether any font of this system can show Chinese. Reads the font list: not for the start path."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
