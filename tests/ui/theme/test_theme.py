import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QPainter, QPalette, QPixmap, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import deskhelper.ui
from deskhelper.ui.theme import Scheme, Theme, has_chinese_font, ui_font
from deskhelper.ui.theme.fonts import FAMILIES, OWN_FAMILY, OWN_FILE, TITLE

UI = Path(deskhelper.ui.__file__).parent


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
    with pytest.raises(KeyError, match="no-such-icon"):
        theme.icons.get("no-such-icon")


def test_app_icon_has_all_usual_sizes(theme: Theme) -> None:
    sizes = {size.width() for size in theme.icons.app_icon().availableSizes()}
    assert {16, 32, 48, 128} <= sizes


def test_every_shipped_icon_is_drawn_as_its_svg_says(theme: Theme, resources: Path) -> None:
    files = sorted((resources / "icons").glob("*.svg"))
    assert files
    for file in files:
        wanted = QPixmap(96, 96)
        wanted.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wanted)
        svg = (
            file.read_bytes().replace(b"currentColor", b"#1B1F27").replace(b'stroke-width="2"', b'stroke-width="1.75"')
        )
        QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()
        drawn = theme.icons.pixmap(file.stem, "text", 48, 2.0).toImage()
        assert inked(drawn) == {"#1B1F27"}
        assert apart(drawn, wanted.toImage()) < 0.03, f"run resources/icons/trace.py: {file.name}"


def apart(one: QImage, other: QImage) -> float:
    """Return how much of the ink of two pictures of one size is not common to both, 0 to 1."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    ink = [(one.pixelColor(*at).alphaF(), other.pixelColor(*at).alphaF()) for at in places]
    return sum(abs(a - b) for a, b in ink) / sum(max(a, b) for a, b in ink)


def test_what_others_made_is_shipped_with_its_licence(resources: Path) -> None:
    assert "ISC" in (resources / "icons" / "LICENSE").read_text("utf-8")
    assert "SIL Open Font License, Version 1.1" in (resources / "fonts" / "LICENSE").read_text("utf-8")


def test_font_asks_for_chinese_families_first(qapp: QApplication) -> None:
    font = ui_font(TITLE, True)
    assert font.families()[: len(FAMILIES)] == FAMILIES
    assert (font.pixelSize(), font.bold()) == (16, True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has a Chinese face")
def test_our_own_face_has_every_character_the_program_says(theme: Theme, resources: Path) -> None:
    face = QRawFont(str(resources / "fonts" / OWN_FILE), TITLE)
    assert (face.familyName(), QFontInfo(ui_font()).family()) == (OWN_FAMILY, OWN_FAMILY)
    said = {
        char
        for words in ("*.yaml", "*.ts")
        for file in resources.rglob(words)
        for char in file.read_text("utf-8")
        if unicodedata.category(char) in ("Lo", "Lu", "Ll", "Nd", "Po", "Ps", "Pe") and ord(char) < 0x20000
    }
    assert len(said) > 2000
    written = {char for file in UI.rglob("*.py") for char in file.read_text("utf-8") if ord(char) > 127}
    said |= written - {"⼈", "ⁿ"}  # a remark, and a spelling of numbers that is read, not written
    assert {char for char in said if face.glyphIndexesForString(char) == [0]} == set(), "run resources/fonts/cut.py"


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
