"""No worker ever frees a Qt object: that would bring the program down."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.ui.background.garbage import Garbage

freed: list[threading.Thread] = []


class Knot(QObject):
    """Nothing refers to it but itself, and its timer runs."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(10)
        self.me = self

    def __del__(self) -> None:
        freed.append(threading.current_thread())


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    freed.clear()
    was_on = gc.isenabled()
    made = Garbage()
    yield made
    made.stop()
    if not was_on:  # These tests run under one of their own.
        gc.disable()


def make_much() -> None:
    """As much as makes Python look for garbage many times over."""
    kept = [[n] for n in range(50_000)]
    for item in kept:
        item.append(item)  # type: ignore[arg-type]


def test_what_is_left_behind_goes_on_the_main_thread(garbage: Garbage, qtbot: QtBot) -> None:
    for _ in range(20):
        Knot()
    worker = threading.Thread(target=make_much)
    worker.start()
    worker.join()
    assert freed == []
    qtbot.waitUntil(lambda: len(freed) == 20, timeout=10_000)
    assert set(freed) == {threading.main_thread()}


def test_python_has_it_back_in_the_end(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
