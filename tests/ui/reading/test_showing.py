"""How pages are shown is changed by key in the window, which says so in its switches."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.viewer.zooming import Fit
from app.ui.window import MainWindow
from tests.ui.conftest import settled

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_pages_are_turned_paired_and_darkened_by_key(opened: MainWindow, qtbot: QtBot) -> None:
    viewer, actions = opened.viewer, opened.actions_
    opened.viewer.setFocus()
    for turned in (90, 180, 270, 0):
        qtbot.keyClick(opened, Qt.Key.Key_R, CTRL)
        assert viewer.rotation == turned
    for key, action, shown in (
        (Qt.Key.Key_3, "two_pages", lambda: viewer.two_pages),
        (Qt.Key.Key_I, "night", lambda: viewer.night),
    ):
        for on in (True, False):
            qtbot.keyClick(opened, key, CTRL)
            assert shown() == actions[action].isChecked() == on


def test_pages_are_fitted_and_zoomed_by_key(opened: MainWindow, qtbot: QtBot) -> None:
    viewer = opened.viewer
    for key, fit in ((Qt.Key.Key_1, Fit.WIDTH), (Qt.Key.Key_2, Fit.PAGE)):
        qtbot.keyClick(opened, key, CTRL)
        assert viewer.fit is fit
    qtbot.keyClick(opened, Qt.Key.Key_0, CTRL)
    assert viewer.zoom == 1.0 and opened.pane.zoom.text() == "100%"
    qtbot.keyClick(opened, Qt.Key.Key_Plus, CTRL)
    assert opened.pane.zoom.text() == "110%"


def test_following_is_switched_by_key_and_stays_so(opened: MainWindow, qtbot: QtBot) -> None:
    switch = opened.actions_["following"]
    assert switch.isChecked()
    qtbot.keyClick(opened, Qt.Key.Key_F, CTRL | SHIFT)
    assert not switch.isChecked() and not opened.runs.follow
    assert not opened.preferences.values.follow
    qtbot.keyClick(opened, Qt.Key.Key_F, CTRL | SHIFT)
    assert switch.isChecked() and opened.runs.follow


@pytest.fixture
def labelled(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with a document whose front matter is numbered i to iii."""
    path = tmp_path / "book.pdf"
    with pymupdf.open() as pdf:
        for n in range(8):
            pdf.new_page().insert_text((72, 72), f"Sheet {n + 1} of the book.")
        pdf.set_page_labels(
            [{"startpage": 0, "style": "r"}, {"startpage": 3, "style": "D", "firstpagenum": 1}]
        )
        pdf.save(path)
    window.matter.add_paths([path])
    qtbot.waitUntil(lambda: len(window.desk.items) == 1 and settled(window), timeout=60_000)
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=60_000)
    return window


def test_a_page_is_called_and_found_by_what_is_printed_on_it(
    labelled: MainWindow, qtbot: QtBot
) -> None:
    page, viewer = labelled.pane.page, labelled.viewer
    for typed, index, shown in (("iii", 2, "(3 of 8)"), ("2", 4, "(5 of 8)"), ("8", 7, "(8 of 8)")):
        qtbot.keyClick(labelled, Qt.Key.Key_G, CTRL)
        qtbot.keyClicks(page, typed)
        qtbot.keyClick(page, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda index=index: viewer.current_page == index)
        assert labelled.pane.pages.text() == shown
    assert page.text() == "5", "there is no page 8 in print: the number in the file was meant"
    qtbot.keyClick(labelled, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(page, "xx")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert viewer.current_page == 7 and page.selectedText() == "5"


PROGRAM = """
import sys, time
from pathlib import Path
from app.config import Paths
from app.ui.main import make_app, make_window

app = make_app()
window = make_window(app, Paths.default())
window.desk.refines = False
window.show()
window.matter.add_paths([Path(sys.argv[1])])
area = window.viewer._area
ends = time.monotonic() + 60
while window.navigator.document is None or not area.page_view(0).sharp:
    assert time.monotonic() < ends
    app.processEvents()
    time.sleep(0.01)
view = area.page_view(0)
print(window.devicePixelRatioF(), round(view.image.width() / view.rect.width(), 2))
icon = window.top.command.icon().pixmap(window.top.command.iconSize(), window.devicePixelRatioF())
print(icon.width() / window.top.command.iconSize().width())
window.close()
"""


def test_on_a_dense_screen_pages_and_icons_have_as_many_pixels(
    paths: object, pdfs: dict[str, Path]
) -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(pdfs["letter"])],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["2.0", "2.0", "2.0"]
