"""What could not be read is said once an import is over, and can be tried again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.ui.frame.unread_dialog import UnreadDialog
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


def test_files_of_other_kinds_in_a_folder_are_counted_and_listed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "bundle"
    (folder / "old").mkdir(parents=True)
    for name in ("a.txt", "b.xlsx", "old/c.doc", "old/d.DOC", "Thumbs.db", ".hidden.doc",
                 "Case.pincite"):  # fmt: skip
        (folder / name).write_text("The fee is 40 euros.")
    window.matter.add_paths([folder])
    qtbot.waitUntil(lambda: len(window.desk.items) == 1 and settled(window), timeout=60_000)
    qtbot.waitUntil(window.messages.isVisible)
    words = window.messages.words.text()
    assert words == "3 files were left out: Pincite does not read .doc, .xlsx."
    qtbot.mouseClick(window.messages.button, LEFT)
    dialog = window.findChild(UnreadDialog)
    assert dialog is not None and dialog.isVisible()
    listed = dialog.text.toPlainText().splitlines()
    assert listed == [str(folder / name) for name in ("b.xlsx", "old/c.doc", "old/d.DOC")]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    (folder / "b.xlsx").write_bytes(b"PK\x03\x04 and no words")
    window.matter.add_paths([folder / "b.xlsx"])
    qtbot.waitUntil(lambda: len(window.desk.items) == 2 and settled(window), timeout=60_000)
    assert window.desk.items[1].state == "error", "what is named itself is tried"


def test_a_folder_with_nothing_to_read_says_so(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "bundle"
    folder.mkdir()
    opened.matter.add_paths([folder])
    qtbot.waitUntil(opened.messages.isVisible)
    assert opened.messages.words.text() == "There is no document in this folder."
    opened.messages.hide()
    (folder / "letter").write_text("No ending.")
    opened.matter.add_paths([folder])
    qtbot.waitUntil(opened.messages.isVisible)
    words = opened.messages.words.text()
    assert words == "1 file was left out: Pincite does not read files without an ending."


def test_what_failed_and_what_was_left_out_are_told_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"x")
    window.matter.add_paths([folder])
    qtbot.waitUntil(lambda: len(window.desk.items) == 1 and settled(window), timeout=60_000)
    qtbot.waitUntil(window.messages.isVisible)
    words = window.messages.words.text()
    assert words == "1 file was not read. 1 file was left out: Pincite does not read .png."
    qtbot.mouseClick(window.messages.button, LEFT)
    dialog = window.findChild(UnreadDialog)
    assert dialog is not None
    first, second = dialog.text.toPlainText().splitlines()
    assert "empty.txt is empty" in first and second.endswith("picture.png")
    dialog.close()
