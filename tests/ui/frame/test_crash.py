"""An error that nobody foresaw is told, without a word of any document, and the work goes on."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
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


def another() -> Exception:
    try:
        raise OSError(SECRET)
    except OSError as error:
        return error


def test_the_same_error_is_shown_once_and_counted_at_the_foot(
    window: MainWindow, qtbot: QtBot
) -> None:
    error = caught()
    window.guard.caught(error)
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    assert not window.foot.errors.isVisible()
    window.findChild(CrashDialog).go_on.click()
    for n in range(2):
        window.guard.caught(error)
        qtbot.waitUntil(lambda n=n: window.foot.errors.text().startswith(str(n + 1)))
    shown = [dialog for dialog in window.findChildren(CrashDialog) if dialog.isVisible()]
    assert shown == [], "what comes again and again must not bury the window"
    assert window.foot.errors.text() == "2 more errors in Pincite"
    qtbot.mouseClick(window.foot.errors, Qt.MouseButton.LeftButton)
    dialog = next(d for d in window.findChildren(CrashDialog) if d.isVisible())
    assert dialog.text.toPlainText() == f"2 times more:\n{report(error)}"
    assert not window.foot.errors.isVisible()
    dialog.go_on.click()


def test_an_error_that_comes_while_another_is_on_show_is_not_lost(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.guard.caught(caught())
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    window.guard.caught(another())
    qtbot.waitUntil(window.foot.errors.isVisible)
    assert window.foot.errors.text() == "1 more error in Pincite"
    window.findChild(CrashDialog).go_on.click()
    qtbot.mouseClick(window.foot.errors, Qt.MouseButton.LeftButton)
    dialog = next(d for d in window.findChildren(CrashDialog) if d.isVisible())
    text = dialog.text.toPlainText()
    assert "builtins.OSError" in text and "KeyError" not in text and "patient" not in text
    dialog.go_on.click()
