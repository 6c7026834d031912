"""What changes all the time is told of at once, then seldom, and never not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.background.seldom import PAUSE_MS, Seldom


class Teller(QObject):
    """Counts how often something was told."""

    def __init__(self) -> None:
        super().__init__()
        self.state = 0
        self.told: list[int] = []
        self.seldom = Seldom(self.tell, self)

    def tell(self) -> None:
        self.told.append(self.state)

    def change(self) -> None:
        self.state += 1
        self.seldom.ask()


@pytest.fixture
def teller() -> Iterator[Teller]:
    made = Teller()
    yield made
    shiboken6.delete(made)


def test_the_first_change_is_told_at_once_and_the_last_one_later(
    teller: Teller, qtbot: QtBot
) -> None:
    for _ in range(50):
        teller.change()
    assert teller.told == [1]
    qtbot.waitUntil(lambda: teller.told == [1, 50])
    qtbot.wait(2 * PAUSE_MS)
    assert teller.told == [1, 50], "nothing changed since"
    teller.change()
    assert teller.told[-1] == 51


def test_what_is_stopped_is_not_told(teller: Teller, qtbot: QtBot) -> None:
    teller.change()
    teller.change()
    teller.seldom.stop()
    qtbot.wait(2 * PAUSE_MS)
    assert teller.told == [1]
    teller.change()
    assert teller.told == [1, 3]
