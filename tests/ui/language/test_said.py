"""What the rooms below the window say is read out of their sources, and comes in German."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.formats.opening import open_file
from app.documents.process import ParserProcess
from app.errors import DocumentError, UserError
from app.recursion.events import RunFailed
from app.recursion.results import Coverage
from app.sessions.store import Store
from app.ui.language.languages import TRANSLATIONS
from app.ui.language.said import explained, said
from app.ui.window import MainWindow

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging"))

import messages
import translations

KNOWN = translations.read(TRANSLATIONS / "pincite_de.ts")

UNREAD = {
    "documents/embedding.py: reply.message",  # written where its process raised it
    "documents/embedding.py: reply.hint",
    "engine/llama/engine.py: reply",  # figures for PromptTooLong
    "engine/llama/engine.py: len(prompt)",
    "engine/llama/engine.py: self._info.window",
    "engine/server/engine.py: reply",
    "engine/server/engine.py: self._info.window",
    "engine/server/engine.py: self._counter.messages(messages)",
    "errors.py: message",  # what a subclass hands on
    "errors.py: hint",
}
"""Expressions that hold nothing to translate, or what is translated where it is made."""


def found_in(tmp_path: Path, source: str) -> messages.Messages:
    """The messages of a program of one module."""
    room = tmp_path / "documents"
    room.mkdir()
    (tmp_path / "errors.py").write_text("class UserError(Exception):\n    pass\n")
    (room / "a.py").write_text(source)
    return messages.messages(tmp_path)


def test_every_error_and_every_step_of_the_rooms_below_has_its_german() -> None:
    below = messages.messages(translations.APP)
    assert len(below.texts) > 250
    texts = {translations.Text("said", text) for text in below.texts}
    texts |= {translations.Text("phrase", text) for text in below.phrases}
    assert sorted(t.source for t in texts if not KNOWN.get(t)) == [], (
        "run: python packaging/translations.py, and give the German"
    )


def test_no_error_says_what_cannot_be_read_out_of_its_source() -> None:
    left = set(messages.messages(translations.APP).unknown) - UNREAD
    assert left == set(), "write the words where they are raised, or in a name of that module"


def test_what_is_listed_is_what_the_sources_say() -> None:
    assert translations.listed() == translations.below(), "run: python packaging/translations.py"


def test_a_new_error_is_found(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        '_HINT = "Try again."\n\n'
        "def f(path, n):\n"
        '    what = "a picture" if n else "a program"\n'
        '    raise UserError(f"{path.name} is {what}, {n:,} long.", _HINT if n else "")\n',
    )
    assert found.texts - set(messages.WRITTEN) == {"{0} is {1}, {2} long.", "Try again."}
    assert found.phrases == {"a picture", "a program"}
    assert found.unknown == set()


def test_an_error_whose_words_come_from_elsewhere_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, "def f(words):\n    raise UserError(words)\n")
    assert found.unknown == {"documents/a.py: words"}


def test_a_text_is_known_by_its_template(german: None) -> None:
    assert said("a b.pdf is encrypted.") == "a b.pdf ist verschlüsselt."
    assert said("not{0}a.pdf is encrypted.") == "not{0}a.pdf ist verschlüsselt."
    assert said("Nobody ever said this.") == "Nobody ever said this."
    assert said("") == ""


def test_phrases_in_a_text_are_translated_and_names_are_not(german: None) -> None:
    assert said("brief.exe is a program, which can't be opened.") == (
        "brief.exe ist ein Programm und kann nicht geöffnet werden."
    )
    assert said("Nothing was found in not.pdf.") == "Nichts gefunden in not.pdf."
    assert said("Stopped: the limit of 12 sub-calls was reached.") == (
        "Angehalten: Die Grenze von 12 Unteraufrufen war erreicht."
    )


def test_sentences_in_a_row_are_each_known(german: None) -> None:
    note = "Nothing was found in a. b.pdf, c.pdf and 2 more. Not read yet: d.pdf."
    assert said(note) == (
        "Nichts gefunden in a. b.pdf, c.pdf und 2 weitere. Noch nicht gelesen: d.pdf."
    )
    assert said("Nothing was found in a.pdf. The lease is silent.") == (
        "Nichts gefunden in a.pdf. The lease is silent."
    )


def test_errors_of_a_real_file_come_in_german(german: None, tmp_path: Path) -> None:
    cases = {
        "leer.pdf": (b"", "leer.pdf ist leer: null Bytes."),
        "bild.png": (b"\x89PNG....", "bild.png ist ein Bild (PNG) und kann nicht geöffnet"),
        "kaputt.pdf": (b"%PDF-1.7 nothing", "kaputt.pdf ist kein lesbares PDF"),
        "falsch.docx": (b"PK\x03\x04 no", "falsch.docx ist beschädigt"),
        "rauschen.txt": (bytes(range(256)) * 20, "rauschen.txt ist .txt genannt, ist aber keine"),
    }
    for name, (data, wanted) in cases.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(DocumentError) as raised:
            open_file(path, None)
        assert explained(raised.value).startswith(wanted)
    with ParserProcess() as parser, pytest.raises(DocumentError) as raised:
        parser.open(tmp_path / "fehlt.pdf")
    assert explained(raised.value).startswith("fehlt.pdf gibt es nicht in ")
    with pytest.raises(UserError) as refused:
        Store.open(tmp_path / "rauschen.txt")
    assert "Akte" in explained(refused.value)


def test_the_message_bar_and_a_failed_run_speak_german(
    german: None, window: MainWindow, qtbot: QtBot
) -> None:
    window.messages.tell_error(DocumentError("a.pdf is encrypted.", "Enter its password."))
    assert window.messages.words.text() == "a.pdf ist verschlüsselt. Geben Sie das Passwort ein."
    failed = RunFailed("No model is loaded.", "Choose one.")
    window.answer.show_unfinished("Wer?", failed, Coverage())
    QApplication.processEvents()
    shown = window.answer.findChildren(type(window.answer.head.badge))
    texts = [label.text() for label in shown if not label.isHidden()]
    assert "Es ist kein Modell geladen." in texts and "Wählen Sie eines." in texts


def test_english_is_left_as_it_is(qapp: QApplication) -> None:
    assert said("a.pdf is encrypted.") == "a.pdf is encrypted."


def test_no_error_hints_at_the_command_line_in_the_window() -> None:
    """What is typed into a terminal stands in `UserError.command`, which only a terminal shows."""
    below = messages.messages(translations.APP)
    commands = re.compile(r"pincite (model|server|recipe|matter|ask|table) ")
    assert [text for text in below.texts if commands.search(text)] == []
