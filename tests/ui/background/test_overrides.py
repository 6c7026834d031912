"""An error in a method that Qt calls is reported like any other; the program lives on."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.background.overrides import guard_overrides
from app.ui.coverage.grid import CoverageGrid
from tests.ui.conftest import Own


class Failing(QWidget):
    """Fails at each key in the way that its first letter names."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        {"I": self.index, "V": self.value, "Z": self.zero, "K": self.key}[event.text()]()

    def index(self) -> None:
        _ = ()[len(self.objectName())]  # type: ignore[misc]

    def value(self) -> None:
        int(self.objectName())

    def zero(self) -> None:
        _ = 1 / len(self.objectName())

    def key(self) -> None:
        raise KeyError(self.objectName())


@pytest.mark.parametrize(
    ("key", "error"),
    [("I", IndexError), ("V", ValueError), ("Z", ZeroDivisionError), ("K", KeyError)],
)
def test_an_error_at_a_key_is_raised_to_who_pressed_it(
    key: str, error: type[Exception], qapp: QApplication, owned: Own
) -> None:
    guard_overrides(__name__)
    widget = owned(Failing())
    with pytest.raises(error):
        QTest.keyClicks(widget, key)


def test_the_window_is_guarded_and_only_once() -> None:
    guard_overrides()
    once = CoverageGrid.keyPressEvent
    assert (sys.version_info < (3, 12)) == hasattr(once, "__wrapped__")
    guard_overrides()
    assert CoverageGrid.keyPressEvent is once
