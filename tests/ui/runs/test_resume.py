"""A run that was stopped, or broken off with the program, goes on from where it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.trace.model import RESULT
from app.ui.window import MainWindow
from tests.ui import leases
from tests.ui.conftest import SlowEngine, finished, settled

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def begun(window: MainWindow, qtbot: QtBot, engine: SlowEngine, tmp_path: Path) -> MainWindow:
    """A window in which a question to each lease has come to its third."""
    engine._replies, engine._read = leases.replies, leases.read
    window.desk.new(leases.write_leases(tmp_path))
    count = len(leases.PERIODS)
    qtbot.waitUntil(lambda: len(window.desk.items) == count and settled(window), timeout=120_000)
    engine.pause = 0.3
    window.question.set_question(leases.EACH)
    window.actions_["run"].trigger()
    qtbot.waitUntil(lambda: len(window.answer.progress.parts) > 1, timeout=60_000)
    return window


def results(window: MainWindow) -> str:
    """The results of all steps in the trace."""
    model = window.trace.model
    lines, waiting = [], [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop()
        lines.append(str(index.siblingAtColumn(RESULT).data()))
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return "\n".join(lines)


def stop(window: MainWindow, qtbot: QtBot) -> None:
    """Press Stop and wait for the partial answer."""
    qtbot.mouseClick(window.question.stop, LEFT)
    finished(window, qtbot)


def test_a_stopped_run_keeps_what_it_has_and_goes_on(
    begun: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    stop(begun, qtbot)
    run = begun.runs.record.id
    assert begun.answer.head.badge.text() == "Stopped early"
    assert 2 <= len(begun.runs.answer.claims) < len(leases.PERIODS)
    assert "broken off" in results(begun) and "under way" not in results(begun)
    foot = begun.answer.foot
    assert foot.resume.isVisible() and foot.report.isVisible() and not foot.follow.isVisible()
    engine.pause = 0.0
    qtbot.mouseClick(foot.resume, LEFT)
    qtbot.waitUntil(lambda: begun.desk.runner.busy)
    begun.runs.record = None
    finished(begun, qtbot)
    assert begun.runs.record.id == run, "it is the same run"
    assert begun.runs.record.head.status == "answered"
    assert len(begun.runs.answer.claims) == len(leases.PERIODS)
    assert "broken off" not in results(begun)
    assert not foot.resume.isVisible() and foot.follow.isVisible()


def test_a_run_goes_on_over_its_own_documents(
    begun: MainWindow, qtbot: QtBot, engine: SlowEngine, pdfs: dict[str, Path]
) -> None:
    stop(begun, qtbot)
    begun.matter.add_paths([pdfs["letter"]])
    more = len(leases.PERIODS) + 1
    qtbot.waitUntil(lambda: len(begun.desk.items) == more and settled(begun), timeout=60_000)
    engine.pause = 0.0
    begun.actions_["resume"].trigger()
    qtbot.waitUntil(lambda: begun.desk.runner.busy)
    begun.runs.record = None
    finished(begun, qtbot)
    assert begun.runs.record.head.status == "answered"
    assert len(begun.runs.record.documents) == len(leases.PERIODS)


def test_a_run_whose_citations_were_judged_does_not_go_on(begun: MainWindow, qtbot: QtBot) -> None:
    stop(begun, qtbot)
    assert begun.actions_["resume"].isEnabled()
    begun.answer.activate(1)
    begun.actions_["accept"].trigger()
    assert not begun.actions_["resume"].isEnabled()
    assert begun.answer.foot.follow.isVisible()


def test_a_run_that_was_ended_with_the_window_goes_on_in_the_next(
    begun: MainWindow, qtbot: QtBot, engine: SlowEngine, make: Callable[[], MainWindow]
) -> None:
    matter = begun.desk.store.path
    begun.close()
    engine.pause = 0.0
    window = make()
    window.desk.open(matter)
    qtbot.waitUntil(lambda: window.panel.runs.rowCount() == 1, timeout=60_000)
    window.runs.show_run(window.panel.runs.run(window.panel.runs.index(0)).id)
    qtbot.waitUntil(lambda: window.runs.record is not None, timeout=60_000)
    assert "broken off" in results(window)
    qtbot.mouseClick(window.answer.foot.resume, LEFT)
    qtbot.waitUntil(lambda: window.desk.runner.busy)
    window.runs.record = None
    finished(window, qtbot)
    assert len(window.runs.answer.claims) == len(leases.PERIODS)
