"""An error that nobody foresaw is told, without a word of any document, and the work goes on."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.ui.background.jobs import Jobs
from app.ui.frame.crash import CrashDialog, report
from app.ui.window import MainWindow

SECRET = "The patient weighs 82 kg"


def fail() -> None:
    text = SECRET
    raise ValueError(text)


def caught() -> Exception:
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error


def test_a_report_names_places_in_the_program_and_no_words_of_a_document() -> None:
    text = report(caught())
    assert "builtins.ValueError" in text and "builtins.KeyError" in text
    assert "in fail" in text
    assert "patient" not in text and "82" not in text


def test_an_error_in_a_worker_opens_the_dialog_and_the_worker_lives_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    jobs = Jobs("test", window)
    done: list[object] = []
    jobs.submit(fail, done.append, window.guard.caught)
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    dialog = window.findChild(CrashDialog)
    assert SECRET not in dialog.text.toPlainText()
    dialog.go_on.click()
    jobs.submit(lambda: 7, done.append, window.guard.caught)
    qtbot.waitUntil(lambda: done == [7])
    jobs.close()


def test_hooks_catch_what_reaches_the_edge_of_a_thread(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = window.guard
    with qtbot.waitSignal(guard.crashed) as told:
        thread = threading.Thread(
            target=lambda: guard._from_thread(
                threading.ExceptHookArgs((KeyError, caught(), None, None))
            )
        )
        thread.start()
        thread.join()
    assert "KeyError" in told.args[0]
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    window.findChild(CrashDialog).go_on.click()


def test_the_same_error_is_shown_once(window: MainWindow, qtbot: QtBot) -> None:
    error = caught()
    for _ in range(3):
        window.guard.caught(error)
        qtbot.wait(20)
    assert len(window.findChildren(CrashDialog)) == 1
    window.findChild(CrashDialog).go_on.click()
