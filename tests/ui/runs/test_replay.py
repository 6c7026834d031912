"""A finished run is shown again, step by step, as fast or slow as the reviewer likes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.runs.replay import Replay
from app.ui.runs.replay_bar import ReplayBar
from app.ui.window import MainWindow
from tests.ui.conftest import ask

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def held(opened: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window whose run is shown again, held up before its first step."""
    ask(opened, qtbot)
    opened.actions_["replay"].trigger()
    bar = opened.shell.side.replay
    qtbot.waitUntil(bar.isVisible)
    qtbot.mouseClick(bar.play, LEFT)
    assert bar.words.full_text() == "From the beginning"
    yield opened


def bar_of(window: MainWindow) -> ReplayBar:
    return window.shell.side.replay


def reach(window: MainWindow, qtbot: QtBot, page: int) -> None:
    """Wait until a page is to be seen."""
    qtbot.waitUntil(lambda: page in window.pane.viewer._area.visible_pages())


def test_each_step_leads_to_what_was_read(held: MainWindow, qtbot: QtBot) -> None:
    bar, seen = bar_of(held), []
    assert held.runs.answer is None and not held.runs.shown.slices
    while bar.forward.isEnabled():
        qtbot.mouseClick(bar.forward, LEFT)
        words = bar.words.full_text()
        seen.append(words)
        if words.startswith("Reads"):
            span = held.runs.shown.slices[-1]
            reach(held, qtbot, held.navigator.document.page_at(span.start).index)
    assert any(words.startswith("Reads") and "agreement" in words for words in seen)
    assert any(words.startswith("Found: The notice period is ninety days") for words in seen)
    assert seen[-1] == "The answer"
    assert held.answer.cards, "it ends with the answer, its checks and verdicts"
    assert bar.count.text() == f"{len(seen)} of {len(seen)}"


def test_a_step_back_takes_away_what_came_after(held: MainWindow, qtbot: QtBot) -> None:
    bar = bar_of(held)
    for _ in range(3):
        qtbot.mouseClick(bar.forward, LEFT)
    third = bar.words.full_text(), list(held.runs.shown.slices)
    qtbot.mouseClick(bar.forward, LEFT)
    assert bar.words.full_text() != third[0] or held.runs.shown.slices != third[1]
    qtbot.mouseClick(bar.back, LEFT)
    assert (bar.words.full_text(), list(held.runs.shown.slices)) == third
    assert bar.slider.value() == 3


def test_keys_move_it_and_escape_shows_the_run_as_it_came_out(
    held: MainWindow, qtbot: QtBot
) -> None:
    bar, answer = bar_of(held), held.runs.record.answer
    assert bar.slider.hasFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    assert bar.count.text().startswith("2 of") or bar.count.text().startswith("3 of")
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    assert bar.words.full_text() == "The answer"
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    assert held.runs.answer is None
    qtbot.keyClick(bar.slider, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert held.runs.answer == answer and held.answer.cards
    assert held.trace.model.state is held.runs.shown


def test_scrolling_away_holds_it_up(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["replay"].trigger()
    qtbot.waitUntil(lambda: bool(opened.runs.shown.slices), timeout=10_000)
    opened.pane.viewer.set_following(False)
    qtbot.waitUntil(lambda: bar_of(opened).play.accessibleName() == "Play on")
    qtbot.mouseClick(bar_of(opened).play, LEFT)
    assert bar_of(opened).play.accessibleName() == "Hold the replay"
    opened.actions_["replay"].trigger()
    assert not bar_of(opened).isVisible()


def test_another_run_puts_it_away(held: MainWindow, qtbot: QtBot) -> None:
    held.runs.show_run(held.runs.record.id)
    qtbot.waitUntil(lambda: not bar_of(held).isVisible())
    qtbot.waitUntil(lambda: held.runs.answer is not None)


def test_a_long_run_is_played_faster_than_a_short_one(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject

    from app.documents.document import Span
    from app.recursion.events import SliceRead

    owner = QObject()
    short, long = Replay(owner), Replay(owner)
    events = [SliceRead(Span("d", n, n + 1), 1, None) for n in range(500)]
    short.play(events[:4])
    long.play(events)
    assert short._timer.interval() > 5 * long._timer.interval() > 0
    short.stop()
    long.stop()
