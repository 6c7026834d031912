"""A file for others is written beside the work: that is shown, can be stopped, and is told of."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.cancel import CancelToken
from app.documents.process import ParserProcess
from app.ui.window import MainWindow


def stopped_only(_parser: ParserProcess, cancel: CancelToken) -> None:
    """Stands in for a report of many pages: writes until it is stopped."""
    while True:
        cancel.check()
        time.sleep(0.01)


def words(window: MainWindow) -> str:
    """What the line at the foot says."""
    return window.foot.work.words.full_text()


def test_a_file_that_is_written_is_named_until_it_is_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    to, go_on = tmp_path / "report.pdf", threading.Event()
    window.writer.write(to, lambda parser, _: go_on.wait(10) and parser.write_pdf("<p>x</p>", to))
    assert words(window) == "Writing report.pdf…"
    assert window.foot.work.button.isVisible()
    with qtbot.waitSignal(window.writer.written, timeout=60_000):
        go_on.set()
    assert to.is_file() and words(window) == "" and not window.foot.work.button.isVisible()
    assert window.messages.words.text() == "Written: report.pdf"


def test_cancel_gives_it_up_and_the_next_one_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    window.writer.write(first, stopped_only)
    window.writer.write(second, lambda parser, _: parser.write_pdf("<p>x</p>", second))
    assert words(window) == "Writing first.pdf…"
    told: list[str] = []
    window.writer.cancelled.connect(lambda _to: told.append(window.messages.words.text()))
    with qtbot.waitSignal(window.writer.written, timeout=60_000):
        qtbot.mouseClick(window.foot.work.button, Qt.MouseButton.LeftButton)
    assert told == ["Not written: first.pdf"]
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["second.pdf"]


def test_a_file_that_can_not_be_written_is_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.writer.failed, timeout=60_000):
        to = tmp_path / "no" / "report.pdf"
        window.writer.write(to, lambda parser, _: parser.write_pdf("<p>x</p>", to))
    assert "report.pdf can't be written" in window.messages.words.text()
    assert words(window) == ""


def test_a_file_is_written_though_the_window_is_closed(
    make: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window, to = make(), tmp_path / "report.pdf"
    window.writer.write(to, lambda parser, _: parser.write_pdf("<p>x</p>", to))
    window.close()
    assert to.is_file()
