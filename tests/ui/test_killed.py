"""The program is killed in the middle of a run; nothing up to that moment is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.recursion.events import SliceRead
from app.sessions.store import Store
from app.ui.window import MainWindow
from tests.ui.conftest import QUESTION, SlowEngine, finished

PROGRAM = """
import os, sys, time
from pathlib import Path
from dataclasses import replace
from app.config import Paths
from app.ui.main import make_app, make_window
from tests.recursion.scripted import reader
from tests.ui.conftest import SlowEngine, plan, QUESTION

class Stuck(SlowEngine):
    "Reads two slices, then takes for ever over the next."
    def complete(self, request, cancel, on_token=None):
        if len(self.read) >= 2:
            time.sleep(600)
        return super().complete(request, cancel, on_token)

engine = Stuck(lambda request: plan("notice period end agreement"), read=reader("ninety days"))
engine._model = replace(engine.model, id="smollm2-135m")
app = make_app()
window = make_window(app, Paths.default(), lambda bench, *_: bench.adopt_engine(engine))
window.asking.ready = lambda: True
window.desk.refines = False
window.show()
window.desk.open(Path(sys.argv[1]), [Path(sys.argv[2])])

def begin(document):
    if document is not None and not window.desk.runner.busy:
        window.question.set_question(QUESTION)
        window.actions_["run"].trigger()

window.navigator.document_shown.connect(begin)
app.exec()
"""


def events_of(path: Path) -> list[object]:
    """What the matter holds of its run, looked at from outside."""
    try:
        with Store.open(path, read_only=True) as store:
            runs = store.runs()
            return [stored.event for stored in store.events(runs[0].id)] if runs else []
    except Exception:  # The file is just being made.
        return []


@pytest.mark.slow
def test_a_killed_run_is_interrupted_and_can_be_resumed(
    make: Callable[[], MainWindow],
    qtbot: QtBot,
    pdfs: dict[str, Path],
    tmp_path: Path,
    engine: SlowEngine,
) -> None:
    matter = tmp_path / "Killed.pincite"
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(matter), str(pdfs["agreement"])],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        ends = time.monotonic() + 120
        while time.monotonic() < ends and process.poll() is None:
            if sum(isinstance(event, SliceRead) for event in events_of(matter)) >= 3:
                break
            time.sleep(0.2)
        before = events_of(matter)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert sum(isinstance(event, SliceRead) for event in before) >= 3

    window = make()
    window.desk.open(matter)
    qtbot.waitUntil(lambda: window.panel.runs.rowCount() == 1, timeout=60_000)
    run = window.panel.runs.run(window.panel.runs.index(0))
    assert run.status == "interrupted" and run.question == QUESTION
    window.runs.show_run(run.id)
    qtbot.waitUntil(lambda: window.runs.record is not None, timeout=60_000)
    after = [stored.event for stored in window.desk.store.events(run.id)]
    assert after[: len(before)] == before
    assert window.answer.head.badge.text() == "Interrupted"
    assert len(window.runs.shown.slices) >= 3

    assert window.actions_["resume"].isEnabled()
    assert window.answer.foot.resume.isVisible() and not window.answer.foot.report.isVisible()
    window.actions_["resume"].trigger()
    qtbot.waitUntil(lambda: window.desk.runner.busy)
    window.runs.record = None
    finished(window, qtbot)
    assert window.runs.record.id == run.id
    assert window.runs.record.head.status == "answered"
    assert "ninety days" in window.runs.answer.claims[0].text
