"""The language of the desk: English in the code, Chinese by Qt translation."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from deskhelper.core.text import Lang


class Language(StrEnum):
    """The setting: Chinese, English, or the language of the system."""

    CHINESE = "zh"
    ENGLISH = "en"
    SYSTEM = "system"


_FILES: dict[Lang, str] = {"zh": "zh_CN", "en": "en"}


def lang_of(language: Language) -> Lang:
    """Return the language that the setting stands for: the system's where it is English, else Chinese."""
    if language is Language.SYSTEM:
        return "en" if QLocale.system().language() == QLocale.Language.English else "zh"
    return "en" if language is Language.ENGLISH else "zh"


def install_translators(app: QCoreApplication, resources: Path, language: Language) -> Lang:
    """Have `app` speak `language` from now on, the desk's words and Qt's own; to be called before any part is built."""
    lang = lang_of(language)
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_words), ("deskhelper", str(resources / "i18n"))):
        translator = QTranslator(app)
        if translator.load(f"{name}_{_FILES[lang]}", folder):
            app.installTranslator(translator)
    return lang
