"""Where things open by Alt and a letter, or in a menu by a letter, each has one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.viewer.menu import page_menu
from app.ui.window import MainWindow
from tests.ui.conftest import NOTICE, ask, settled
from tests.ui.runs.test_aim import select
from tests.ui.viewer.conftest import where


@pytest.fixture(params=["en", "de"])
def spoken(request: pytest.FixtureRequest, make: Callable[[], MainWindow]) -> MainWindow:
    """A window in each language."""
    if request.param == "de":
        request.getfixturevalue("german")
    return make()


def clashes(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of texts that share a letter."""
    owners: dict[str, str] = {}
    found = []
    for text in texts:
        letter = QKeySequence.mnemonic(text).toString()
        if letter and letter in owners:
            found.append((owners[letter], text))
        owners.setdefault(letter, text)
    return found


def entries(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def on_show(panel: QWidget) -> list[str]:
    """The texts that a person sees at once in a panel or a dialog."""
    parts = (*panel.findChildren(QLabel), *panel.findChildren(QAbstractButton))
    texts = [part.text() for part in parts if part.isVisible()]
    for bar in panel.findChildren(QTabBar):
        texts += [bar.tabText(n) for n in range(bar.count())]
    return texts


def marked(window: MainWindow) -> QPoint | None:
    """Where on the screen the mark is, once the pages stand still."""
    viewer = window.viewer
    at = viewer._area.viewport().mapToGlobal(where(viewer, NOTICE).toPoint())
    return at if viewer.mark_under(at) is not None else None


def test_a_clash_is_found() -> None:
    assert clashes(["&Copy", "C&ut", "Plain", "Bare"]) == []
    assert clashes(["&Copy", "&Cut", "Plain", "Bare"]) == [("&Copy", "&Cut")]


def test_no_two_entries_of_a_menu_share_a_letter(spoken: MainWindow) -> None:
    bar = spoken.menuBar().actions()
    assert clashes(action.text() for action in bar) == []
    found = {action.text(): clashes(entries(action.menu())) for action in bar}
    assert not any(found.values()), found


def test_an_entry_of_a_menu_without_a_letter_has_a_key(spoken: MainWindow) -> None:
    """The longest menu has more entries than letters that stand in them."""
    for action in spoken.menuBar().actions():
        for entry in action.menu().actions():
            if not entry.isSeparator() and "&" not in entry.text():
                assert not entry.shortcut().isEmpty(), entry.text()


def test_nor_do_the_entries_of_a_menu_of_the_right_button(
    spoken: MainWindow, qtbot: QtBot, pdfs: dict[str, Path]
) -> None:
    window = spoken
    window.matter.add_paths([pdfs["agreement"]])
    qtbot.waitUntil(lambda: settled(window), timeout=120_000)
    qtbot.waitUntil(lambda: window.navigator.document is not None, timeout=60_000)
    ask(window, qtbot)
    span = select(window, NOTICE)
    window.actions_["highlight"].trigger()
    qtbot.waitUntil(lambda: window.shell.marks.model.rowCount() == 1, timeout=20_000)
    window.navigator.show_span(span)
    qtbot.waitUntil(lambda: marked(window) is not None)
    select(window, NOTICE)
    menus = [page_menu(window.viewer, marked(window))]
    assert len(entries(menus[0])) == 9, "with what can be done with the mark"
    panel = window.panel
    for listing, show in (
        (panel.document_list, panel._document_menu),
        (panel.run_list, panel._run_menu),
    ):
        show(listing.visualRect(listing.model().index(0, 0)).center())
        menus += [m for m in panel.findChildren(QMenu) if m.isVisible()]
        menus[-1].hide()
    assert [clashes(entries(menu)) for menu in menus] == [[], [], []]
    for menu in menus:
        menu.close()


def test_nor_do_the_fields_of_the_preferences(spoken: MainWindow, qtbot: QtBot) -> None:
    spoken.actions_["preferences"].trigger()
    dialog = spoken.findChild(PreferencesDialog)
    assert dialog is not None
    for page in range(dialog.pages.count()):
        dialog.pages.setCurrentIndex(page)
        qtbot.wait(10)
        assert clashes(on_show(dialog)) == []
    dialog.accept()
