"""What is exported from a German window is in German."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reports import report
from app.ui.language.languages import voice
from app.ui.window import MainWindow
from tests.reports.making import long_record, simple_record
from tests.ui.conftest import ask

MADE = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
ENGLISH = re.compile(
    r"\b(The|the|of|and|were|page|pages|Read|Not|Passages|Model|Started|passage|source)\b"
)


def own_words(text: str) -> str:
    """A Markdown report without what documents, models and the reviewer wrote."""
    lines = [line for line in text.splitlines() if not line.startswith(("> ", "| Limits"))]
    kept = "\n".join(lines)
    for foreign in (
        "How can it be ended?", "Smith v. Jones", "It ends on ninety days' notice.",
        "The fee is 1,300 euros.", "Nothing else is owed.", "It ends on notice.",
        "There is a fee.", "It can be ended.",
    ):  # fmt: skip
        kept = kept.replace(foreign, "")
    return kept


@pytest.mark.parametrize("make", [simple_record, long_record])
def test_a_report_is_german_to_its_last_word(german: None, tmp_path: Path, make: object) -> None:
    record = make(tmp_path)  # type: ignore[operator]
    text = own_words(report.markdown(record, made=MADE, voice=voice()))
    assert "Das Zitat stimmt mit der Quelle überein, Zeichen" in text
    assert "Erstellt mit Pincite" in text
    assert "Seite i wie gedruckt, Seite 1 von 5 in der Datei" in text
    left = [line for line in text.splitlines() if ENGLISH.search(line)]
    assert left == []
    assert '<html lang="de">' in report.html(record, made=MADE, voice=voice())


def test_the_window_exports_in_its_own_language(
    german: None, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(opened, qtbot)
    to = tmp_path / "bericht.md"
    with qtbot.waitSignal(opened.writer.written, timeout=60_000):
        opened.exports.write_report(opened.runs.record.id, to)
    text = to.read_text("utf-8")
    assert "Was gelesen wurde" in text and "| Dokument | Seiten |" in text

    opened.actions_["show_table"].trigger()
    opened.shell.table.choose_recipe("termination")
    qtbot.waitUntil(lambda: bool(opened.tables.table.columns), timeout=60_000)
    to = tmp_path / "tabelle.csv"
    with qtbot.waitSignal(opened.writer.written, timeout=60_000):
        opened.exports.write_table(opened.tables.table, to)
    head = next(csv.reader(to.read_text("utf-8-sig").splitlines()))
    assert head[0] == "Dokument" and head[2].endswith(": Quellen")


def test_english_reports_stay_english(qapp: QApplication, tmp_path: Path) -> None:
    record = simple_record(tmp_path)
    assert report.html(record, made=MADE, voice=voice()) == report.html(record, made=MADE)
