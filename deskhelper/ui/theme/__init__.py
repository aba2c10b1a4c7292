"""How the desk looks: named colours per theme, one style sheet, one recoloured set of line icons."""

from deskhelper.ui.theme.fonts import has_chinese_font, ui_font
from deskhelper.ui.theme.theme import FUSION, Scheme, Theme

__all__ = ["FUSION", "Scheme", "Theme", "has_chinese_font", "ui_font"]
