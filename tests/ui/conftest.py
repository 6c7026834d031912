"""The real window offscreen, over a real matter and a real parser, with a scripted model."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.config import Paths
from app.documents.process import ParserProcess
from app.engine.engine import Completion, Request
from app.ui.background.garbage import Garbage
from app.ui.language.languages import install
from app.ui.main import make_window
from app.ui.preferences import PreferencesFile
from app.ui.window import MainWindow
from tests.recursion.scripted import ScriptedEngine, reader

QUESTION = "How long is the notice period for ending the agreement?"
NOTICE = "Either party may end this Agreement by giving ninety days' written notice."
LONG = 60_000

W = TypeVar("W", bound=QWidget)

_FILLER = (
    "The Supplier shall keep records of deliveries to site {n} and hand them over on request. "
    "Each pallet in store {n} bears a label with its weight in kilograms. "
)


class SlowEngine(ScriptedEngine):
    """A scripted engine that takes its time, so that a person could press Stop."""

    pause = 0.0

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        ends = time.monotonic() + self.pause
        while time.monotonic() < ends:
            cancel.check()
            time.sleep(0.01)
        return super().complete(request, cancel, on_token)


class Own(Protocol):
    """Takes a widget, and gives it back."""

    def __call__(self, widget: W) -> W: ...


def plan(*phrases: str) -> str:
    """A plan to find."""
    return json.dumps({"kind": "find", "phrases": list(phrases)})


@pytest.fixture
def engine() -> SlowEngine:
    """A model that plans one search and cites the sentence with the notice period."""
    made = SlowEngine(
        lambda request: plan("notice period end agreement", "ninety days written notice"),
        read=reader("ninety days", answer="The notice period is ninety days."),
    )
    made._model = replace(made.model, id="smollm2-135m", name="Scripted", hardware="no hardware")
    return made


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A long agreement with one notice clause, and a short letter."""
    folder = tmp_path_factory.mktemp("pdfs")
    clauses = [f"<p>{n}. {_FILLER.format(n=n) * 4}</p>" for n in range(1, 60)]
    clauses.insert(40, f"<h2>Termination</h2><p>{NOTICE}</p>")
    long, short = folder / "agreement.pdf", folder / "letter.pdf"
    with ParserProcess() as parser:
        parser.write_pdf(f"<h1>Agreement</h1>{''.join(clauses)}", long)
        parser.write_pdf("<p>Dear Madam, the meeting is on 3 May 2026.</p>", short)
    return {"agreement": long, "letter": short}


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> Iterator[None]:
    """As in the program, no worker frees a Qt object that a test left behind."""
    kept = Garbage()
    yield
    kept.stop()


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """A thread of the window's that outlives its test fails it."""
    before = set(threading.enumerate())
    yield
    ends = time.monotonic() + 3
    while time.monotonic() < ends:
        left = [t for t in set(threading.enumerate()) - before if t.name.startswith("pincite")]
        if not left:
            return
        time.sleep(0.02)
    pytest.fail(f"threads left behind: {left}")


def _alive() -> dict[int, str]:
    """The widgets and timers that Qt still has, by where they are in memory."""
    return {
        shiboken6.getCppPointer(made)[0]: repr(made)
        for made in shiboken6.getAllValidWrappers()
        if isinstance(made, QWidget | QTimer)
    }


@pytest.fixture(autouse=True)
def no_widget_stays(qapp: QApplication, garbage: None) -> Iterator[None]:
    """A widget or timer that outlives its test fails it.

    Python would empty it some tests later, while Qt still sends it events.
    """
    before = _alive()
    yield
    left = [made for at, made in _alive().items() if at not in before]
    assert not left, f"left behind: {left}"


@pytest.fixture
def owned() -> Iterator[Own]:
    """Takes widgets apart when the test ends, the last one first; gives back what it is given."""
    widgets: list[QWidget] = []

    def own(widget: W) -> W:
        widgets.append(widget)
        return widget

    yield own
    for widget in reversed(widgets):
        if shiboken6.isValid(widget):
            widget.close()
            # Not `deleteLater`: outside a running loop it would only pile widgets up.
            shiboken6.delete(widget)


@pytest.fixture
def make(
    qtbot: QtBot, qapp: QApplication, paths: Paths, engine: SlowEngine, owned: Own
) -> Callable[[], MainWindow]:
    """Opens windows on this test's home; they are closed in the end."""

    def open_window() -> MainWindow:
        window = owned(make_window(qapp, paths, lambda bench, *_: bench.adopt_engine(engine)))
        window.asking.ready = lambda: True
        window.desk.refines = False
        window.resize(1400, 900)
        window.show()
        qtbot.waitExposed(window)
        return window

    return open_window


@pytest.fixture
def window(make: Callable[[], MainWindow]) -> MainWindow:
    """An empty window."""
    return make()


def settled(window: MainWindow) -> bool:
    """Whether every file that was added is in the matter or was refused, and the window says so."""
    listed = window.panel.documents
    shown = [listed.item(listed.index(row)) for row in range(listed.rowCount())]
    states = {item.state for item in window.desk.items}
    return shown == window.desk.items != [] and not {"waiting", "reading"} & states


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path]) -> MainWindow:
    """A window with both documents in a new matter, the agreement on show."""
    window.matter.add_paths([pdfs["agreement"], pdfs["letter"]])
    qtbot.waitUntil(lambda: len(window.desk.items) == 2 and settled(window), timeout=120_000)
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=60_000)
    return window


def ask(window: MainWindow, qtbot: QtBot, question: str = QUESTION) -> None:
    """Type a question, press Ctrl+Return, wait for the end."""
    from PySide6.QtCore import Qt

    window.question.box.setFocus()
    qtbot.keyClicks(window.question.box, question)
    qtbot.keyClick(window.question.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finished(window, qtbot)


def finished(window: MainWindow, qtbot: QtBot, timeout: int = 60_000) -> None:
    """Wait until no run goes on and its record is on show."""
    qtbot.waitUntil(lambda: not window.desk.runner.busy, timeout=timeout)
    qtbot.waitUntil(lambda: window.runs.record is not None, timeout=60_000)


@pytest.fixture
def german(qapp: QApplication, paths: Paths) -> Iterator[None]:
    """The application, and every window to come, speaks German."""
    before = QLocale()
    file = PreferencesFile(paths)
    file.values.language = "de"
    file.save()
    install(qapp, "de")
    yield
    install(qapp, "en")
    QLocale.setDefault(before)
