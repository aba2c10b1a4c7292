import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper.ui.theme import Scheme, Theme, has_chinese_font, ui_font
from deskhelper.ui.theme.fonts import FAMILIES, TITLE


def inked(image: QImage) -> set[str]:
    """Return the colours of all opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_palette_and_style_sheet_follow_the_setting_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#F5F6F8"
    with qtbot.waitSignal(theme.theme_changed):
        theme.set_scheme(Scheme.DARK)
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#15181E"
    assert "#1C2028" in qapp.styleSheet()


def test_setting_the_same_theme_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.theme_changed):
        theme.set_scheme(Scheme.LIGHT)


def test_system_scheme_is_followed(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.set_scheme(Scheme.SYSTEM)
    assert theme.scheme is Scheme.SYSTEM
    assert not theme.is_dark  # an unknown system scheme is light
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    with qtbot.waitSignal(theme.theme_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark


def test_theme_without_an_app_still_has_colours(qapp: QApplication, resources: Path) -> None:
    theme = Theme(resources, Scheme.DARK)
    theme.set_scheme(Scheme.LIGHT)
    assert theme.color("accent").name().upper() == "#2F6FED"
    assert theme.ink("warn", "warn_soft").name().upper() == "#1B1F27"


def test_icons_are_tinted_and_tinted_anew_with_the_theme(theme: Theme) -> None:
    assert inked(theme.icons.pixmap("inbox", "bad", 24).toImage()) == {"#C4320A"}
    theme.set_scheme(Scheme.DARK)
    assert inked(theme.icons.pixmap("inbox", "bad", 24).toImage()) == {"#FF7A5C"}


def test_icons_are_sharp_at_the_ratio_of_the_screen_and_kept(theme: Theme) -> None:
    pixmap = theme.icons.pixmap("inbox", "text", 16, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    assert theme.icons.pixmap("inbox", "text", 16, 2.0).cacheKey() == pixmap.cacheKey()


def test_an_icon_that_is_not_shipped_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icons.get("no-such-icon")


def test_app_icon_has_all_usual_sizes(theme: Theme) -> None:
    sizes = {size.width() for size in theme.icons.app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_every_icon_can_be_drawn_and_the_licence_is_there(theme: Theme, resources: Path) -> None:
    names = [path.stem for path in (resources / "icons").glob("*.svg")]
    assert names
    for name in names:
        assert inked(theme.icons.pixmap(name, "text", 32).toImage()) <= {"#1B1F27"}
    assert "ISC" in (resources / "icons" / "LICENSE").read_text("utf-8")


def test_font_asks_for_chinese_families_first(qapp: QApplication) -> None:
    font = ui_font(TITLE, True)
    assert font.families()[:4] == FAMILIES
    assert (font.pixelSize(), font.bold()) == (16, True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the bold face costs little")
def test_bold_is_the_regular_face_so_that_no_second_file_is_loaded(qapp: QApplication) -> None:
    assert ui_font(TITLE, True).styleName() == ui_font(TITLE).styleName() == "Regular"


def test_chinese_font_is_found_or_missed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtGui.QFontDatabase.families", lambda _system: ["Some Font"])
    assert has_chinese_font()
    monkeypatch.setattr("PySide6.QtGui.QFontDatabase.families", lambda _system: [])
    assert not has_chinese_font()


def test_the_style_is_fusion(qapp: QApplication) -> None:
    assert qapp.style().objectName().lower() == "fusion"
