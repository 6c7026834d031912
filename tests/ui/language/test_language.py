"""German is complete, says what English says, and is shown where it is chosen."""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.recursion.budget import Limits
from app.recursion.events import Spent
from app.recursion.settings import Settings
from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.language.languages import TRANSLATIONS, chosen, install, languages
from app.ui.language.said import said
from app.ui.preferences import PreferencesFile
from app.ui.window import MainWindow
from tests.recursion.papers import ask as review
from tests.recursion.papers import cell
from tests.recursion.scripted import ScriptedEngine, reader
from tests.ui.conftest import ask

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging"))

import translations

GERMAN = TRANSLATIONS / "pincite_de.ts"
KNOWN = translations.read(GERMAN)
TEXTS = translations.texts()


def fields(text: str) -> list[str]:
    """The places in a text that are filled in."""
    return sorted(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name)


def test_no_text_of_the_sources_is_missing_and_none_is_unfinished() -> None:
    assert len(TEXTS) > 400
    assert translations.unfinished(GERMAN) == []


def test_nothing_is_translated_that_is_gone() -> None:
    assert set(KNOWN) == set(TEXTS), "run: python packaging/translations.py"


def test_every_translation_has_the_places_of_its_source() -> None:
    wrong = [text for text, said in KNOWN.items() if fields(text.source) != fields(said)]
    assert wrong == []


def test_every_menu_entry_keeps_one_key() -> None:
    def keys(text: str) -> int:
        return len(re.findall(r"&[^\W_]", text))

    wrong = [text for text, said in KNOWN.items() if keys(text.source) != keys(said)]
    assert wrong == []


def test_what_is_compiled_is_what_is_written(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(GERMAN.with_suffix(".qm")))
    differing = [
        text
        for text, said in KNOWN.items()
        if "%n" not in text.source and translator.translate(text.context, text.source) != said
    ]
    assert differing == [], "run: python packaging/translations.py"


def test_marked_texts_are_found_wherever_they_are_marked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'def _tr(text: str) -> str:\n    return QCoreApplication.translate("words", text)\n\n\n'
        "class A(QWidget):\n    def f(self, view: Viewer) -> None:\n"
        '        self.tr("one " "line")\n        view.tr("two")\n        _tr("three")\n'
        '        translate("four")\n'
    )
    found = translations.marked(tmp_path)
    assert [(text.context, text.source) for text in found] == [
        ("A", "one line"), ("Viewer", "two"), ("words", "three"),
    ]  # fmt: skip


def test_the_desktop_decides_where_nothing_is_chosen() -> None:
    assert languages() == {"en": "English", "de": "Deutsch"}
    assert chosen("", QLocale("de_CH")) == "de"
    assert chosen("", QLocale("fi_FI")) == "en"
    assert chosen("en", QLocale("de_DE")) == "en"
    assert chosen("xx", QLocale("de_DE")) == "de"


@pytest.fixture
def german(qapp: QApplication, paths: Paths) -> Iterator[None]:
    """Preferences that say German."""
    before = QLocale()
    file = PreferencesFile(paths)
    file.values.language = "de"
    file.save()
    yield
    install(qapp, "en")
    QLocale.setDefault(before)


def test_the_window_speaks_german(
    german: None, make: Callable[[], MainWindow], pdfs: dict[str, Path], qtbot: QtBot
) -> None:
    window = make()
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Akte", "Bearbeiten", "Ansicht", "Gehe zu", "Lauf", "Hilfe"]
    assert window.start.findChild(QPushButton, "") is not None
    assert window.top.command.text() == "Befehl suchen    Strg+K", "keys are named as Qt names them"
    window.matter.add_paths([pdfs["agreement"]])
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=120_000)
    ask(window, qtbot)
    assert window.answer.head.badge.text() == "Beantwortet"
    shown = " ".join(label.text() for label in window.answer.findChildren(QLabel))
    assert "Zitat stimmt mit der Quelle überein" in shown and "Gelesen: " in shown
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "Qt's own words"


def test_the_language_is_chosen_in_the_preferences(window: MainWindow, paths: Paths) -> None:
    window.actions_["preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.language.setCurrentIndex(dialog.language.findText("Deutsch"))
    assert PreferencesFile(paths).values.language == "de"
    dialog.accept()


def test_what_a_run_says_of_itself_is_known(german: None, qapp: QApplication) -> None:
    install(qapp, "de")
    engine = ScriptedEngine(
        [cell('hits = search(["tenant notice"])\nrank("Notice?", hits)\nprint(hits)'),
         cell('found = [f for f in ask_each("How long is the notice?", hits) if f]'),
         cell("FINAL(found)")],
        read=reader("ninety"),
    )  # fmt: skip
    reviewed = review(engine)
    heard = {event.activity for event in reviewed.all(Spent)}
    assert len(heard) > 5
    assert [words for words in heard if said(words) == words] == []
    short = review(ScriptedEngine(read=reader("ninety")), settings=Settings(protocol="code"))
    assert said(short.all(Spent)[0].activity) == "Liest den ganzen Text auf einmal"


@pytest.mark.parametrize(("limits", "word"), [
    (Limits(turns=0, subcalls=9, tokens=10**6, seconds=9), "Schritten"),
    (Limits(turns=9, subcalls=9, tokens=0, seconds=9), "Tokens"),
    (Limits(turns=9, subcalls=9, tokens=10**6, seconds=0), "Sekunden"),
])  # fmt: skip
def test_why_a_run_ended_is_said_in_german(
    german: None, qapp: QApplication, limits: Limits, word: str
) -> None:
    install(qapp, "de")
    note = review(ScriptedEngine(), limits=limits).answer.note
    assert word in said(note), note
