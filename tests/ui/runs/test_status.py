"""While a run goes on, the lines below the question say what it is at and what lies ahead."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.ui.conftest import SlowEngine, ask, finished, plan

EACH = json.dumps({"kind": "each", "question": "How long is the notice period?"})


def test_what_everything_will_take_is_said_before_it_is_read(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine._replies = lambda request: EACH
    engine.pause = 0.5
    opened.question.set_question("What is the notice period in each document?")
    qtbot.mouseClick(opened.question.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(opened.status.ahead.isVisible, timeout=30_000)
    assert opened.status.ahead.text().startswith("2 documents are asked one by one")
    engine.pause = 0.0
    finished(opened, qtbot)
    engine._replies = lambda request: plan("notice period")
    ask(opened, qtbot)
    assert opened.status.ahead.text() == "", "it was about that run"
