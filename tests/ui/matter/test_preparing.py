"""What has to be done before a question can be worked on is shown, and need not be waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.documents.samples import DEMO_QUESTION
from app.ui.demo import Demo
from app.ui.window import MainWindow
from app.workbench import Workbench
from tests.ui.conftest import QUESTION, finished, settled


class SlowEmbedding:
    """Stands in for the embedding model: 900 sentences, of which it does one hundred a step."""

    def __init__(self) -> None:
        self.done = 0
        self.held = threading.Event()

    def embed(
        self,
        bench: Workbench,
        on_progress: Callable[[int, int], None],
        cancel: CancelToken,
    ) -> bool:
        """Goes on from where it was stopped, as the real one does."""
        while self.done < 900 and bench.documents:
            cancel.check()
            if self.done < 300 or self.held.is_set():
                self.done += 100
            self.held.wait(0.02)
            on_progress(self.done, 900)
        return True


@pytest.fixture
def embedding(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowEmbedding]:
    """An embedding model that stops at 300 sentences until it is let go."""
    made = SlowEmbedding()

    def embed(
        bench: Workbench, on_progress: Callable[[int, int], None], cancel: CancelToken
    ) -> bool:
        return made.embed(bench, on_progress, cancel)

    monkeypatch.setattr(Workbench, "embed", embed)
    yield made
    made.held.set()


def type_and_run(window: MainWindow, qtbot: QtBot) -> None:
    """Type the question and click Run."""
    qtbot.keyClicks(window.question.box, QUESTION)
    qtbot.mouseClick(window.question.run, Qt.MouseButton.LeftButton)


def test_passages_are_made_ready_right_after_the_import(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "300 of 900 sentences" in opened.foot.work.words.full_text())
    embedding.held.set()
    qtbot.waitUntil(lambda: opened.foot.work.words.full_text() == "")
    assert embedding.done == 900


def test_it_can_be_cancelled_and_taken_up_again(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    line = opened.foot.work
    qtbot.waitUntil(lambda: "300 of 900 sentences" in line.words.full_text())
    assert line.button.text() == "Cancel"
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    embedding.held.set()
    qtbot.waitUntil(lambda: line.words.full_text() == "Search by meaning is not ready")
    qtbot.wait(100)
    assert embedding.done == 300
    # Nothing else takes it up: neither another file nor the end of a run.
    opened.desk.importer.hold(True)
    opened.desk.importer.hold(False)
    qtbot.wait(100)
    assert embedding.done == 300
    assert line.button.text() == "Go on"
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: embedding.done == 900)
    qtbot.waitUntil(lambda: line.words.full_text() == "" and not line.button.isVisible())


def test_it_is_taken_up_when_the_matter_is_opened_again(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    line, matter = opened.foot.work, opened.desk.store.path
    qtbot.waitUntil(lambda: "300 of 900 sentences" in line.words.full_text())
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    embedding.held.set()
    opened.desk.new()
    qtbot.waitUntil(lambda: opened.desk.store.path != matter)
    assert line.words.full_text() == "" and embedding.done == 300
    opened.desk.open(matter)
    qtbot.waitUntil(lambda: embedding.done == 900, timeout=30_000)


def test_an_import_that_is_cancelled_leaves_it_going(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: embedding.done == 300)
    opened.desk.importer.cancel()
    embedding.held.set()
    qtbot.waitUntil(lambda: embedding.done == 900)


def test_a_question_that_comes_before_says_what_it_waits_for(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: embedding.done == 300)
    type_and_run(opened, qtbot)
    status = opened.status
    qtbot.waitUntil(lambda: "300 of 900 sentences" in status.figures.full_text())
    assert status.isVisible() and status.activity.full_text() == "Preparing search by meaning"
    assert (status.bar.value(), status.bar.maximum()) == (300, 900)
    assert opened.question.stop.isVisible()
    embedding.held.set()
    finished(opened, qtbot)
    assert opened.runs.answer is not None and opened.runs.answer.status == "answered"


def test_it_need_not_be_waited_for(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    type_and_run(opened, qtbot)
    qtbot.waitUntil(opened.status.skip.isVisible)
    qtbot.mouseClick(opened.status.skip, Qt.MouseButton.LeftButton)
    finished(opened, qtbot)
    assert opened.runs.answer is not None and opened.runs.answer.status == "answered"
    assert embedding.done == 300
    # Once the run is over it is taken up again.
    embedding.held.set()
    qtbot.waitUntil(lambda: embedding.done == 900)


def test_stop_gives_the_question_back(
    embedding: SlowEmbedding, opened: MainWindow, qtbot: QtBot
) -> None:
    type_and_run(opened, qtbot)
    qtbot.waitUntil(opened.status.skip.isVisible)
    qtbot.mouseClick(opened.question.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.desk.runner.busy)
    qtbot.waitUntil(lambda: not opened.status.isVisible())
    assert opened.question.question == QUESTION
    assert not opened.answer.head.badge.isVisible()
    assert opened.desk.store is not None and opened.desk.store.sessions() == []


def test_the_demonstration_asks_by_itself(make: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = make()
    Demo(window).start()
    qtbot.waitUntil(lambda: len(window.desk.items) == 3 and settled(window), timeout=240_000)
    qtbot.waitUntil(lambda: window.runs.live is not None, timeout=60_000)
    finished(window, qtbot)
    assert window.runs.record is not None
    assert window.runs.record.question == DEMO_QUESTION


def test_the_demonstration_waits_for_a_model(make: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = make()
    there: list[bool] = []
    window.asking.ready = lambda: bool(there)
    Demo(window).start()
    qtbot.waitUntil(lambda: len(window.desk.items) == 3 and settled(window), timeout=240_000)
    assert not window.desk.runner.busy and window.question.question == DEMO_QUESTION
    there.append(True)
    window.fetch.fetched.emit("smollm2-135m")
    assert window.desk.runner.busy
    finished(window, qtbot)
