"""Numbers, quotation marks and what is put together in code follow the window's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.engine.machine.devices import Gpu, Placement, describe, why_none
from app.recursion.events import ChildFinished
from app.recursion.results import Check
from app.reports.wording import Wording
from app.ui.language import numerals
from app.ui.language.languages import voice
from app.ui.language.said import said
from app.ui.trace.step_words import outcome
from app.ui.viewer.selection import citation_text
from app.ui.window import MainWindow
from tests.sessions.making import make_document
from tests.ui.conftest import SlowEngine, ask


def test_english_numbers(qapp: QApplication) -> None:
    assert numerals.number(1234) == "1,234"
    assert numerals.number(1234.5) == "1,234.5"
    assert numerals.number(1234.56, 1) == "1,234.6"
    assert numerals.percent(0.934) == "93%"
    assert numerals.size(1_120_000_000) == "1.1 GB" and numerals.size(98_000_000) == "98 MB"
    assert numerals.quoted("so") == "“so”"


def test_german_numbers(german: None) -> None:
    assert numerals.number(1234) == "1.234"
    assert numerals.number(0.5, 2) == "0,50"
    assert numerals.percent(0.934) == "93\N{NO-BREAK SPACE}%"
    assert numerals.size(1_120_000_000) == "1,1 GB"
    assert numerals.quoted("so") == "„so“"


def test_a_german_report_writes_german_numbers(german: None) -> None:
    words = Wording(voice())
    assert words.number(2_000, "1 page", "{n} pages") == "2.000 Seiten"
    assert words.figure(1234.5, 1) == "1.234,5"
    assert "93\N{NO-BREAK SPACE}%" in words.judgement(Check(0.93))
    assert Wording().number(2_000, "1 page", "{n} pages") == "2,000 pages"


GPU = Gpu("CUDA0", "Small card", 0)


@pytest.mark.parametrize(
    ("hardware", "expected"),
    [
        (describe((), Placement(0), 28, 2), "CPU, 2 Threads"),
        (describe((), Placement(0), 28, 1), "CPU, 1 Thread"),
        (
            describe((), Placement(0, why_none(False, ())), 28, 2) + "; no flash attention",
            "CPU, 2 Threads: dieses llama.cpp ist ohne GPU-Unterstützung gebaut; ohne Flash "
            "Attention",
        ),
        (
            describe((), Placement(0, why_none(False, ("NVIDIA",))), 28, 2),
            "CPU, 2 Threads: dieses llama.cpp ist ohne Unterstützung für die NVIDIA-Grafik gebaut; "
            "packaging/run.py --gpu cuda baut eines mit ihr",
        ),
        (
            describe((GPU,), Placement(12), 28, 2),
            "12 von 28 Schichten auf GPU Small card (CUDA0), der Rest auf CPU, 2 Threads",
        ),
        ("CPU, 2 threads; cache f16", "CPU, 2 Threads; Cache f16"),
        ("server models.example:8080", "Server models.example:8080"),
    ],
)
def test_where_a_model_runs_is_said_in_german(german: None, hardware: str, expected: str) -> None:
    assert said(hardware) == expected


def test_how_a_child_run_ended_is_said_in_german(german: None) -> None:
    assert outcome(ChildFinished("1", "answered: 30 days.")) == "30 days."
    assert outcome(ChildFinished("1", "not_found: ")) == "nicht gefunden"
    ended = outcome(ChildFinished("1", "not_found: No passage that was read states it."))
    assert ended.startswith("nicht gefunden · ") and "passage" not in ended


def test_what_is_copied_names_pages_in_german(german: None) -> None:
    document = make_document(name="vertrag.pdf")
    one, all_of_it = document.pages[0], Span(document.id, 0, len(document.text))
    first = citation_text(document, document.span(one.start, one.end))
    assert first.startswith("„Either party") and first.endswith("“ — vertrag.pdf, S. i")
    assert citation_text(document, all_of_it).endswith("“ — vertrag.pdf, S. i–x")


def test_the_foot_and_the_answer_say_it_in_german(
    german: None,
    make: Callable[[], MainWindow],
    engine: SlowEngine,
    pdfs: dict[str, Path],
    qtbot: QtBot,
) -> None:
    engine._model = replace(engine.model, hardware="CPU, 2 threads")
    window = make()
    window.matter.add_paths([pdfs["agreement"]])
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=120_000)
    ask(window, qtbot)
    assert window.shell.foot.model.full_text().endswith(" · CPU, 2 Threads")
    assert window.answer.cards[1].quote.text().startswith("„")
    assert "\N{NO-BREAK SPACE}%" in window.answer.cards[1].checked.text()
