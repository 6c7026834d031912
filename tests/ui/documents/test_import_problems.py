"""What could not be read is said once an import is over, and can be tried again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.ui.conftest import settled

LEFT = Qt.MouseButton.LeftButton


def drop(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    """Add files, and wait until each was read or refused."""
    count = len(window.desk.items) + len(paths)
    window.matter.add_paths(list(paths))
    qtbot.waitUntil(lambda: len(window.desk.items) == count and settled(window), timeout=60_000)


def test_one_file_is_told_of_and_tried_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pdfs: dict[str, Path]
) -> None:
    broken = tmp_path / "note.txt"
    broken.write_bytes(b"")
    drop(window, qtbot, pdfs["letter"], broken)
    messages = window.messages
    qtbot.waitUntil(messages.isVisible)
    assert "note.txt is empty" in messages.words.text()
    broken.write_text("Now there is something in it.")
    qtbot.mouseClick(messages.button, LEFT)
    qtbot.waitUntil(
        lambda: [item.state for item in window.desk.items] == ["ready", "ready"], timeout=60_000
    )
    assert not messages.isVisible()


def test_several_files_are_counted_and_shown_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pdfs: dict[str, Path]
) -> None:
    paths = [pdfs["letter"], *(tmp_path / f"{n}.txt" for n in range(9))]
    for path in paths[1:]:
        path.write_text("" if path.name in ("4.txt", "7.txt") else f"Text {path.name}.")
    drop(window, qtbot, *paths)
    messages, panel = window.messages, window.panel
    qtbot.waitUntil(messages.isVisible)
    assert messages.words.text() == "2 files were not read."
    qtbot.mouseClick(messages.button, LEFT)
    listed = panel.document_list.model()
    assert [listed.index(row, 0).data() for row in range(2)] == ["4.txt", "7.txt"]
    assert panel.chosen_keys() == [str(paths[5])]
    messages.hide()
    drop(window, qtbot, pdfs["agreement"])
    qtbot.wait(200)
    assert not messages.isVisible(), "what was told is not told again"


def test_a_chosen_file_that_was_not_read_is_read_again_from_its_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pdfs: dict[str, Path]
) -> None:
    late = tmp_path / "late.txt"
    drop(window, qtbot, pdfs["letter"], late)
    panel = window.panel
    panel.select_document(str(late))
    late.write_text("It was still being copied.")
    panel._document_menu(panel.document_list.rect().center())
    menu = next(m for m in panel.findChildren(QMenu) if m.isVisible())
    again = menu.actions()[0]
    assert again.text() == "Try to read a&gain"
    again.trigger()
    menu.close()
    qtbot.waitUntil(
        lambda: [item.state for item in window.desk.items] == ["ready", "ready"], timeout=60_000
    )
