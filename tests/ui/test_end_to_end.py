"""The real window over a real model of 135 million weights: open, ask, watch, click back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.config import Paths
from app.documents.process import ParserProcess
from app.engine.engine import Engine, Judgement, Message
from app.engine.models.store import ModelStore
from app.recursion.events import SliceRead
from app.sessions.rows import RunRecord
from app.ui.main import make_window
from app.ui.window import MainWindow
from app.workbench import Workbench
from tests.conftest import TINY
from tests.ui.conftest import Own, settled

NOTICE = "Either party may end this Agreement by giving ninety days' written notice."
PAGES = 3
QUESTIONS = (
    "How long is the notice period?",
    "Which law governs this Agreement?",
    "Who are the parties?",
    "How must notice be sent?",
)


class Trusting:
    """The real model, save that every passage is judged to state its answer.

    A model this small reads, writes and cites under a grammar, but can't judge: it says no to
    everything. What is tested here is the way from its words to the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """The real work of judging, and yes to all."""
        judged = self._engine.judge_each(conversations, cancel)
        return [Judgement(max(0.95, found.probability), found.usage) for found in judged]


def load_tiny(bench: Workbench, on_progress: Callable[[str], None], cancel: CancelToken) -> None:
    """Load the small model from this test's home."""
    bench.load_engine(TINY, on_progress=on_progress, cancel=cancel)
    engine = bench.release_engine()
    assert engine is not None
    bench.adopt_engine(Trusting(engine))


@pytest.fixture
def real_window(
    qtbot: QtBot, qapp: QApplication, paths: Paths, store_with_tiny_model: ModelStore, owned: Own
) -> MainWindow:
    """A window whose model is the real small one."""
    window = owned(make_window(qapp, paths, load_tiny))
    window.preferences.values.model = TINY
    window.desk.refines = False
    window.resize(1400, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    """Three pages; the clause that matters stands on the second."""
    path = tmp_path / "contract.pdf"
    pages = [
        "<h1>Services Agreement</h1><p>It is made by Brackwater Ltd and Tessaly Ltd.</p>",
        f"<h2>Termination</h2><p>{NOTICE}</p><p>Notice must be sent by post.</p>",
        "<h2>Law</h2><p>The law of England governs this Agreement.</p>",
    ]
    html = '<div style="page-break-after: always"></div>'.join(pages)
    with ParserProcess() as parser:
        parser.write_pdf(html, path)
    return path


def ask(window: MainWindow, qtbot: QtBot, question: str) -> RunRecord:
    """Type a question, click Run, and wait until the run's record is on show."""
    window.question.box.setFocus()
    qtbot.keyClicks(window.question.box, question)
    window.runs.record = None
    qtbot.mouseClick(window.question.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.runner.busy or window.runs.record is not None)
    qtbot.waitUntil(lambda: not window.desk.runner.busy, timeout=240_000)
    qtbot.waitUntil(lambda: window.runs.record is not None, timeout=60_000)
    return window.runs.record


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_real_model_is_asked_and_its_answer_leads_to_the_page(
    real_window: MainWindow, qtbot: QtBot, contract: Path
) -> None:
    window = real_window
    window.matter.add_paths([contract])
    qtbot.waitUntil(lambda: settled(window), timeout=60_000)
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=60_000)
    document = window.navigator.document
    read: list[SliceRead] = []
    lit: list[object] = []
    window.desk.runner.happened.connect(
        lambda run, event: read.append(event) if isinstance(event, SliceRead) else None
    )
    window.pane.viewer.overlaysChanged.connect(lambda: lit.append(None))

    # Which question so small a model has a usable answer to differs from machine to machine.
    for question in QUESTIONS:
        record = ask(window, qtbot, question)
        assert record.head.status in ("answered", "not_found", "stopped"), record.failure
        assert record.head.model_id == TINY
        if record.answer.citations:
            break
    assert record.answer.citations, "the model cited nothing for any of the questions"
    assert read and lit, "slices lit up in the viewer as the model read them"
    assert any(NOTICE in document.quote(event.span) for event in read)

    citation = record.answer.citations[0]
    assert document.quote(citation.span) == citation.quote
    assert citation.n in record.matching
    assert document.rects(citation.span)
    window.pane.viewer.goto_page(PAGES - 1 if citation.page == 0 else 0)
    chip = next(c for v in window.answer.claims for c in v.chips if c.number == citation.n)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pane.viewer.current_page == citation.page, timeout=60_000)
    qtbot.waitUntil(lambda: active_colour_is_on_screen(window), timeout=60_000)


def active_colour_is_on_screen(window: MainWindow) -> bool:
    """Whether a patch of the active citation's colour is painted in the viewer."""
    wanted = QColor(window.appearance.theme.overlay["active"])
    picture = window.pane.viewer.grab().toImage()
    hits = 0
    for y in range(0, picture.height(), 3):
        for x in range(0, picture.width(), 3):
            seen = picture.pixelColor(x, y)
            far = abs(seen.hue() - wanted.hue())
            hits += far < 12 and seen.saturation() > 100
    return hits > 20
