"""Files come in with progress; an error is said of its file, and the rest still open."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.documents.files import listing
from app.errors import DocumentError
from app.ui.documents.filter import DocumentFilter, DocumentOrder
from app.ui.documents.importer import ImportProgress
from app.ui.documents.item import DocumentItem
from app.ui.documents.model import DocumentModel
from app.ui.matter.panel import MatterPanel
from app.ui.window import MainWindow
from tests.ui.conftest import settled


@pytest.fixture
def encrypted(tmp_path: Path, pdfs: dict[str, Path]) -> Path:
    path = tmp_path / "secret.pdf"
    with pymupdf.open(pdfs["letter"]) as document:
        document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="o")
    return path


def state(window: MainWindow, name: str) -> str:
    """How a file stands, as the list shows it."""
    model = window.panel.documents
    items = (model.item(model.index(row)) for row in range(model.rowCount()))
    return next((item.state for item in items if item.name == name), "")


def test_a_broken_file_does_not_hold_up_the_others(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pdfs: dict[str, Path]
) -> None:
    broken, empty = tmp_path / "broken.pdf", tmp_path / "empty.txt"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    empty.write_bytes(b"")
    told: list[object] = []
    window.matter.add_paths([broken, empty, pdfs["letter"], tmp_path / "missing.pdf"])
    qtbot.waitUntil(lambda: window.desk.importer is not None, timeout=60_000)
    window.desk.importer.progress.connect(told.append)
    qtbot.waitUntil(lambda: len(window.desk.items) == 4 and settled(window), timeout=120_000)
    assert state(window, "letter.pdf") == "ready"
    for name in ("broken.pdf", "empty.txt", "missing.pdf"):
        assert state(window, name) == "error", name
        item = next(i for i in window.desk.items if i.name == name)
        assert name in item.message
    qtbot.waitUntil(lambda: None in told, timeout=60_000)
    assert any(isinstance(p, ImportProgress) and p.total == 4 for p in told)
    assert not window.panel.progress.isVisible()


def test_files_and_folders_are_chosen_in_a_dialog(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, pdfs: dict[str, Path]
) -> None:
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "note.txt").write_text("The fee is 40 euros.")
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifiers, chosen in (
        (Qt.Key.Key_O, ctrl, pdfs["letter"]),
        (Qt.Key.Key_D, ctrl | shift, folder),
    ):
        before = len(window.desk.items)
        qtbot.keyClick(window, key, modifiers)
        dialog = window.matter.dialog
        assert isinstance(dialog, QFileDialog) and dialog.isVisible()
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(chosen))
        qtbot.keyClick(name, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda before=before: len(window.desk.items) == before + 1 and settled(window),
            timeout=60_000,
        )
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    assert [item.name for item in window.desk.items] == ["letter.pdf", "note.txt"]


def test_a_folder_of_many_files_is_told_of_a_few_times_a_second(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for n in range(60):
        (tmp_path / f"note {n}.txt").write_text(f"Note {n}. The fee is {n} euros.")
    told: list[float] = []
    window.desk.documents_changed.connect(lambda _items: told.append(time.monotonic()))
    window.matter.add_paths([tmp_path])
    qtbot.waitUntil(lambda: len(window.desk.items) == 60 and settled(window), timeout=120_000)
    model = window.panel.documents
    qtbot.waitUntil(lambda: all(model.item(model.index(n)).in_matter for n in range(60)))
    assert len(told) <= 12 * (told[-1] - told[0]) + 5, "each telling lays the whole list out anew"
    assert not window.panel.progress.isVisible()


def test_an_encrypted_file_opens_with_its_password(
    window: MainWindow, qtbot: QtBot, encrypted: Path
) -> None:
    window.matter.add_paths([encrypted])
    qtbot.waitUntil(lambda: state(window, "secret.pdf") == "locked", timeout=60_000)
    item = window.desk.items[0]
    window.matter.ask_password(item)
    dialog = window.matter.dialog
    assert isinstance(dialog, QInputDialog)
    assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
    dialog.setTextValue("open")
    dialog.accept()
    qtbot.waitUntil(lambda: state(window, "secret.pdf") == "ready", timeout=60_000)
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=60_000)


def test_what_holds_a_file_up_is_asked_or_said_by_mouse_and_by_key(
    window: MainWindow, qtbot: QtBot, encrypted: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    window.matter.add_paths([encrypted, broken])
    qtbot.waitUntil(lambda: state(window, "secret.pdf") == "locked", timeout=60_000)
    qtbot.waitUntil(lambda: state(window, "broken.pdf") == "error", timeout=60_000)
    qtbot.waitUntil(window.messages.isVisible)  # The import is over.
    names = window.panel.document_list
    at = {str(i.data()): i for i in (names.model().index(n, 0) for n in range(2))}
    for by_key in (False, True):
        for name in ("secret.pdf", "broken.pdf"):
            names.setCurrentIndex(at[name])
            if by_key:
                qtbot.keyClick(names, Qt.Key.Key_Return)
            else:
                spot = names.visualRect(at[name]).center()
                qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        dialog = window.matter.dialog
        assert isinstance(dialog, QInputDialog) and dialog.isVisible()
        assert "secret.pdf" in dialog.labelText()
        assert window.messages.isVisible()
        assert "damaged or incomplete" in window.messages.words.text()
        dialog.reject()
        window.messages.hide()


def test_a_wrong_password_is_said_to_be_wrong_and_asked_for_again(
    opened: MainWindow, qtbot: QtBot, encrypted: Path
) -> None:
    window = opened
    window.matter.add_paths([encrypted])
    qtbot.waitUntil(lambda: state(window, "secret.pdf") == "locked", timeout=60_000)
    window.matter.ask_password(next(i for i in window.desk.items if i.state == "locked"))
    first = window.matter.dialog
    assert isinstance(first, QInputDialog) and "wrong" not in first.labelText()
    field = first.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "shut")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.matter.dialog not in (None, first), timeout=60_000)
    again = window.matter.dialog
    assert isinstance(again, QInputDialog) and again.isVisible()
    assert again.labelText().startswith("The password for secret.pdf is wrong.")
    assert state(window, "secret.pdf") == "locked"

    field = again.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "open")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.document.name == "secret.pdf", timeout=60_000)


def test_a_password_that_is_not_given_leaves_the_file_locked(
    window: MainWindow, qtbot: QtBot, encrypted: Path
) -> None:
    window.matter.add_paths([encrypted])
    qtbot.waitUntil(lambda: state(window, "secret.pdf") == "locked", timeout=60_000)
    window.matter.ask_password(window.desk.items[0])
    dialog = window.matter.dialog
    assert isinstance(dialog, QInputDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert state(window, "secret.pdf") == "locked" and not window.desk.importer.busy


def test_files_dropped_on_the_question_go_to_the_matter(
    window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path]
) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(pdfs["letter"]))])
    files.setText(str(pdfs["letter"]))
    words.setText("How long is the notice?")
    box = window.question.box
    for mime in (files, words):
        for kind in (QDragEnterEvent, QDropEvent):
            at = QPoint(5, 5) if kind is QDragEnterEvent else QPointF(5, 5)
            event = kind(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                         Qt.KeyboardModifier.NoModifier)  # fmt: skip
            QApplication.sendEvent(box.viewport(), event)
    assert window.question.question == "How long is the notice?"
    qtbot.waitUntil(lambda: state(window, "letter.pdf") == "ready", timeout=60_000)


def test_an_import_can_be_cancelled(
    window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path], tmp_path: Path
) -> None:
    paths = []
    for n in range(12):
        copy = tmp_path / f"copy{n}.txt"
        copy.write_text(f"Copy {n}. " * 2_000, encoding="utf-8")
        paths.append(copy)
    window.matter.add_paths(paths)
    qtbot.waitUntil(window.panel.progress.isVisible, timeout=60_000)
    qtbot.mouseClick(window.panel.progress.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(window), timeout=60_000)
    states = [item.state for item in window.desk.items]
    assert "error" in states
    assert any("cancelled" in item.message for item in window.desk.items)


def test_a_file_twice_is_one_document(
    window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path], tmp_path: Path
) -> None:
    twin = tmp_path / "twin.pdf"
    twin.write_bytes(pdfs["letter"].read_bytes())
    window.matter.add_paths([pdfs["letter"]])
    qtbot.waitUntil(lambda: state(window, "letter.pdf") == "ready", timeout=60_000)
    window.matter.add_paths([twin])
    qtbot.waitUntil(lambda: not window.desk.importer.busy and settled(window), timeout=60_000)
    qtbot.waitUntil(lambda: len(window.desk.items) == 1, timeout=60_000)


def test_a_folder_gives_the_documents_inside(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.pdf", "a.docx", "deep/c.txt", ".hidden.pdf", "picture.png"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in listing([tmp_path]).files] == ["a.docx", "b.pdf", "c.txt"]
    assert listing([tmp_path / "picture.png"]).files == (tmp_path / "picture.png",)


def test_a_folder_with_too_much_in_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.documents.files._MOST", 3)
    for n in range(5):
        (tmp_path / f"{n}.txt").write_bytes(b"x")
    with pytest.raises(DocumentError, match="more than 3"):
        listing([tmp_path])


def test_many_documents_can_be_filtered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for n in range(9):
        (tmp_path / f"note{n}.txt").write_text(f"Note number {n}.", encoding="utf-8")
    window.matter.add_paths([tmp_path])
    qtbot.waitUntil(lambda: len(window.desk.items) == 9 and settled(window), timeout=60_000)
    assert window.panel.head.words.isVisible()
    qtbot.keyClicks(window.panel.head.words, "note7")
    assert window.panel.document_list.model().rowCount() == 1


def test_many_documents_can_be_sorted_and_the_order_is_kept(
    window: MainWindow, make: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    for n in (2, 10, 1, 3, 4, 5, 6, 7):
        words = f"Note {n}. " * (9_000 if n == 3 else 1)
        (tmp_path / f"Exhibit {n}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    window.matter.add_paths(sorted(tmp_path.glob("*.*"), reverse=True))
    qtbot.waitUntil(lambda: len(window.desk.items) == 9 and settled(window), timeout=120_000)
    panel = window.panel

    def shown(panel: MatterPanel) -> list[str]:
        model = panel.document_list.model()
        return [str(model.index(n, 0).data()) for n in range(model.rowCount())]

    added = shown(panel)
    panel.head.order.setFocus()
    qtbot.keyClick(panel.head.order, Qt.Key.Key_Down)
    assert shown(panel) == ["broken.pdf", *(f"Exhibit {n}.txt" for n in (1, 2, 3, 4, 5, 6, 7, 10))]
    qtbot.keyClick(panel.head.order, Qt.Key.Key_Down)
    assert shown(panel)[0] == "Exhibit 3.txt"
    qtbot.keyClick(panel.head.order, Qt.Key.Key_Down)
    assert shown(panel)[0] == "broken.pdf"
    qtbot.keyClick(panel.head.order, Qt.Key.Key_Home)
    assert shown(panel) == added
    qtbot.keyClick(panel.head.order, Qt.Key.Key_Down)
    window.close()
    assert make().panel.head.order.currentData() == "name"


def test_the_list_of_documents_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = DocumentModel()
    model.set_items([DocumentItem.waiting(Path(name)) for name in ("b 10.pdf", "a.pdf", "b 9.pdf")])
    shown = DocumentFilter(model)
    qtmodeltester.check(shown)
    shown.set_order(DocumentOrder.NAME)
    assert [shown.index(n, 0).data() for n in range(3)] == ["a.pdf", "b 9.pdf", "b 10.pdf"]
    shown.set_words("B pdf")
    assert shown.rowCount() == 2
