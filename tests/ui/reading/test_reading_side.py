"""Finding one's way: tabs of the left side, going back, links, files that changed on disk."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.documents.process import Link
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.window import MainWindow
from tests.ui.conftest import settled
from tests.ui.viewer.conftest import write_contract

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reading(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with a contract of twelve labelled pages and a letter; the contract on show."""
    contract, letter = write_contract(tmp_path / "contract.pdf"), tmp_path / "letter.pdf"
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 90), "Dear Ms Lindqvist, the appendix was inflamed.")
        pdf.save(letter)
    window.matter.add_paths([contract, letter])
    qtbot.waitUntil(lambda: len(window.desk.items) == 2 and settled(window), timeout=60_000)
    qtbot.waitUntil(lambda: shown(window) == "contract.pdf", timeout=60_000)
    drawn(window, qtbot)
    return window


def shown(window: MainWindow) -> str:
    document = window.navigator.document
    return document.name if document is not None else ""


def choose(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Click a document in the list."""
    panel = window.panel
    at = next(n for n, item in enumerate(window.desk.items) if item.name == name)
    index = panel.document_list.model().index(at, 0)
    where = panel.document_list.visualRect(index).center()
    qtbot.mouseClick(panel.document_list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: shown(window) == name, timeout=30_000)


def drawn(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until every page in view is sharp."""
    area = window.pane.viewer._area
    qtbot.waitUntil(
        lambda: all(area.page_view(p).sharp for p in area.visible_pages()), timeout=30_000
    )


def problem(window: MainWindow) -> str:
    return window.pane.viewer.images.problem(0)


def ink(window: MainWindow, page: int = 0) -> int:
    """How many dark pixels a page shows, of those in a grid."""
    area = window.pane.viewer._area
    image: QImage = area.viewport().grab().toImage()
    box = area.view_rect(page).toAlignedRect().intersected(area.viewport().rect())
    return sum(
        image.pixelColor(x, y).lightness() < 130
        for y in range(box.top() + 4, box.bottom() - 4, 2)
        for x in range(box.left() + 4, box.right() - 4, 2)
    )


def test_going_back_to_another_document_takes_title_and_list_along(
    reading: MainWindow, qtbot: QtBot
) -> None:
    choose(reading, qtbot, "letter.pdf")
    assert reading.pane.title.full_text() == "letter.pdf"
    QTest.keyClick(reading.pane.viewer._area, Qt.Key.Key_Left, ALT)
    assert shown(reading) == "contract.pdf"
    assert reading.pane.title.full_text() == "contract.pdf"
    assert reading.pane.pages.text() == "(1 of 12)"
    assert [reading.desk.name_of(key) for key in reading.panel.chosen_keys()] == ["contract.pdf"]


def test_no_way_leads_back_into_a_document_that_was_removed(
    reading: MainWindow, qtbot: QtBot
) -> None:
    choose(reading, qtbot, "letter.pdf")
    assert reading.actions_["back"].isEnabled()
    contract = next(i for i in reading.desk.items if i.name == "contract.pdf")
    reading.panel.remove_asked.emit([contract.key])
    assert not reading.actions_["back"].isEnabled()
    QTest.keyClick(reading.pane.viewer._area, Qt.Key.Key_Left, ALT)
    assert shown(reading) == "letter.pdf"


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_2, "outline"), (Qt.Key.Key_3, "pages"), (Qt.Key.Key_1, "matter")],
)
def test_a_key_opens_each_tab(reading: MainWindow, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    reading.panels.show_left(False)
    qtbot.keyClick(reading, key, ALT)
    left = reading.shell.left
    assert left.isVisible() and left.tab == name
    assert reading.actions_["show_left"].isChecked()
    button = left.findChild(QToolButton, f"tab_{name}")
    assert button is not None and button.isChecked() and button.accessibleName()


def test_a_click_in_the_outline_goes_to_the_section(reading: MainWindow, qtbot: QtBot) -> None:
    button = reading.shell.left.findChild(QToolButton, "tab_outline")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tree = reading.shell.outline.tree
    index = tree.model().index(2, 0)
    where = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert reading.pane.viewer.current_page == 4
    assert reading.pane.page.text() == "3"  # two pages are numbered i and ii


def test_a_click_on_a_small_page_goes_there(reading: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(reading, Qt.Key.Key_3, ALT)
    pages = reading.shell.thumbnails
    qtbot.waitUntil(lambda: pages.visualRect(pages.model().index(3, 0)).isValid())
    where = pages.visualRect(pages.model().index(3, 0)).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert reading.pane.viewer.current_page == 3
    assert pages.model().index(0, 0).data() == "i"


def test_the_tab_is_remembered_with_the_matter(reading: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(reading, Qt.Key.Key_2, ALT)
    layout = reading.panels.layout()
    reading.shell.left.show_tab("matter")
    reading.panels.restore(layout)
    assert reading.shell.left.tab == "outline"


class Outside(QObject):
    """Stands in for the desktop's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def outside() -> Outside:
    return Outside()


def asked(window: MainWindow) -> ChoiceBox | None:
    """The question that is open about a link."""
    return window.findChild(ChoiceBox)


def press(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Press the button of the open question that has this text."""
    box = asked(window)
    assert box is not None
    button = next(b for b in box.buttons() if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_link_out_of_the_document_is_opened_only_after_yes(
    reading: MainWindow, qtbot: QtBot, outside: Outside
) -> None:
    viewer = reading.pane.viewer
    QDesktopServices.setUrlHandler("https", outside, "open")
    try:
        qtbot.waitUntil(lambda: len(viewer.images.links(0)) == 2, timeout=30_000)
        viewer.goto_page(0)
        viewer.fit_page()
        at = viewer._area.transform(0).map(QPointF(150, 640)).toPoint()
        for answer, opened in (("Cancel", []), ("Open", ["https://example.org/a"])):
            QTest.mouseClick(viewer._area.viewport(), Qt.MouseButton.LeftButton, pos=at)
            qtbot.waitUntil(lambda: asked(reading) is not None)
            box = asked(reading)
            assert box is not None
            assert box.isVisible()
            assert "example.org/a" in box.text().replace("\u200b", "")
            press(reading, qtbot, answer)
            assert outside.opened == opened
            qtbot.waitUntil(lambda: asked(reading) is None)
    finally:
        QDesktopServices.unsetUrlHandler("https")


def test_an_address_that_could_start_a_program_is_only_shown(
    reading: MainWindow, qtbot: QtBot
) -> None:
    reading.links.ask(Link(0, 0, 1, 1, uri="file:///usr/bin/xeyes"))
    box = asked(reading)
    assert box is not None
    assert [b.text().replace("&", "") for b in box.buttons() if "Open" in b.text()] == []
    press(reading, qtbot, "Copy address")
    assert QGuiApplication.clipboard().text() == "file:///usr/bin/xeyes"


def test_a_link_of_the_second_document_is_asked_about_too(
    reading: MainWindow, qtbot: QtBot, outside: Outside
) -> None:
    QDesktopServices.setUrlHandler("https", outside, "open")
    try:
        reading.actions_["beside"].trigger()
        viewer = reading.shell.beside.viewer
        qtbot.waitUntil(lambda: viewer.document is not None, timeout=30_000)
        viewer.linkActivated.emit(Link(0, 0, 1, 1, uri="https://example.org/b"))
        press(reading, qtbot, "Open")
        assert outside.opened == ["https://example.org/b"]
    finally:
        QDesktopServices.unsetUrlHandler("https")


def test_a_file_that_changed_on_disk_is_told_and_can_be_read_again(
    reading: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "contract.pdf"
    before = path.read_bytes()
    write_contract(path, 3)
    reading.pane.viewer.zoom_in()
    qtbot.waitUntil(lambda: "has changed" in problem(reading), timeout=30_000)
    assert "Add it again" in problem(reading)
    path.write_bytes(before)
    reading.matter.add_paths([path])
    qtbot.waitUntil(lambda: not problem(reading), timeout=30_000)
    drawn(reading, qtbot)


def test_what_is_said_on_a_page_can_be_read_in_a_dark_window(
    reading: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    reading.appearance.apply("dark")
    (tmp_path / "contract.pdf").unlink()
    reading.pane.viewer.zoom_in()
    qtbot.waitUntil(lambda: bool(problem(reading)), timeout=30_000)
    reading.pane.viewer.fit_page()
    reading.pane.viewer.images._sharp.clear()
    reading.pane.viewer.images._small.clear()
    assert ink(reading) > 20
    reading.appearance.apply("light")


def test_pages_are_drawn_that_were_set_while_nobody_could_see_them(
    reading: MainWindow, qtbot: QtBot
) -> None:
    letter = next(i for i in reading.desk.items if i.name == "letter.pdf")
    reading.shell.show_documents(False)
    reading.navigator.show_document(letter.key)
    qtbot.waitUntil(lambda: shown(reading) == "letter.pdf", timeout=30_000)
    qtbot.wait(200)
    reading.shell.show_documents(True)
    drawn(reading, qtbot)
    assert ink(reading) > 20


def test_pages_are_never_blank_however_fast_one_changes_documents(
    reading: MainWindow, qtbot: QtBot
) -> None:
    """Changing while pages are being drawn, to and fro, must not lose what was asked for."""
    keys = [item.key for item in reading.desk.items]
    for n in range(40):
        reading.navigator.show_document(keys[n % 2])
        qtbot.wait((0, 5, 20, 80)[n % 4])
        if n % 5 == 0:
            reading.pane.viewer.zoom_in()
        if n % 7 == 0:
            reading.pane.viewer.fit_width()
    for key in keys:
        reading.navigator.show_document(key)
        drawn(reading, qtbot)
        assert ink(reading) > 20
