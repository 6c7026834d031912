"""The language of the window: English as it is written, others from compiled translations."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.config import RESOURCES
from app.reports.wording import Voice
from app.ui.language.numerals import ENGLISH, SPOKEN, number, percent, spoken
from app.ui.language.said import said

TRANSLATIONS = RESOURCES / "translations"


def languages() -> dict[str, str]:
    """The languages there are: the code of each, and what its own speakers call it."""
    codes = sorted(path.stem.rpartition("_")[2] for path in _files())
    return {ENGLISH: "English"} | {
        code: QLocale(code).nativeLanguageName().capitalize() for code in codes
    }


def chosen(choice: str, desktop: QLocale | None = None) -> str:
    """The language that a choice comes to; "" and one that is not there mean the desktop's.

    Args:
        choice: a language's code, or "".
        desktop: the desktop's locale; None for this one's.
    """
    there = languages()
    if choice in there:
        return choice
    for name in (desktop or QLocale.system()).uiLanguages():
        code = name.partition("-")[0].lower()
        if code in there:
            return code
    return ENGLISH


def install(app: QApplication, choice: str) -> str:
    """Have the application speak a language from now on; its code.

    Windows that are open keep theirs. Qt's own words, on the buttons of dialogs for one, follow.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    code = chosen(choice)
    if choice in languages():
        QLocale.setDefault(QLocale(code))
    if code != ENGLISH:
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (of_qt / f"qtbase_{code}.qm", TRANSLATIONS / f"pincite_{code}.qm"):
            translator = QTranslator(app)
            if translator.load(str(path)):
                app.installTranslator(translator)
    app.setProperty(SPOKEN, code)
    return code


def voice() -> Voice:
    """What reports are written in: the language of the application."""
    return Voice(partial(QCoreApplication.translate, "report"), said, spoken(), number, percent)


def _files() -> list[Path]:
    return list(TRANSLATIONS.glob("pincite_*.qm"))
