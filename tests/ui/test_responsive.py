"""The window answers while a run goes on."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.benchmarks.responsiveness import Pulse, quantile
from tests.ui.conftest import QUESTION, SlowEngine, finished

GOAL = 0.050
"""The longest that the main thread may be away, in seconds."""

FACTOR = 3
"""How much more a slow machine may take before the test fails."""


def test_the_main_thread_is_never_away_for_long_while_a_run_goes_on(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine.pause = 0.4
    opened.actions_["show_trace"].trigger()
    opened.question.set_question(QUESTION)
    qtbot.wait(200)
    pulse = Pulse(opened)
    pulse.start()
    opened.actions_["run"].trigger()
    finished(opened, qtbot)
    pulse.stop()
    assert len(pulse.gaps) > 20
    print(
        f"away at most {pulse.largest * 1000:.0f} ms, 99 of 100 times at most "
        f"{pulse.share(0.99) * 1000:.0f} ms; at work itself at most "
        f"{pulse.longest_work * 1000:.0f} ms, 99 of 100 times at most "
        f"{quantile(pulse.work, 0.99) * 1000:.0f} ms"
    )
    # Its own work, and not what other programs take away, is what the window answers for.
    assert quantile(pulse.work, 0.99) < GOAL * FACTOR
    assert pulse.longest_work < 2 * GOAL * FACTOR


def test_the_pulse_sees_a_thread_that_is_away(qtbot: QtBot) -> None:
    pulse = Pulse()
    pulse.start()
    qtbot.wait(60)
    time.sleep(0.2)
    qtbot.wait(60)
    pulse.stop()
    assert pulse.largest > 0.19
    assert pulse.longest_work < 0.1, "sleeping is no work"
