"""One table of actions stands behind menus, palette and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions.actions import handler
from app.ui.actions.palette import ActionRole, CommandPalette, ShortcutSheet, score
from app.ui.actions.table import MENUS, TABLE
from app.ui.appearance.icons import source
from app.ui.window import MainWindow


def test_every_action_has_a_handler_an_icon_that_exists_and_a_menu(window: MainWindow) -> None:
    for spec in TABLE:
        assert callable(handler(window, spec.handler)), spec.id
        assert spec.menu in MENUS
        if spec.icon:
            assert source(spec.icon).startswith("<svg")


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [
        key.toString() for action in window.actions_.by_id.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_every_action_stands_in_its_menu(window: MainWindow) -> None:
    shown: set[QAction] = set()
    for entry in window.menuBar().actions():
        shown |= set(entry.menu().actions())
    assert set(window.actions_.by_id.values()) <= shown


def test_what_is_impossible_is_disabled(window: MainWindow) -> None:
    for key in ("run", "stop", "export_report", "zoom_in", "copy_citation", "resume", "undo"):
        assert not window.actions_[key].isEnabled(), key
    for key in ("add_documents", "open_matter", "preferences", "palette"):
        assert window.actions_[key].isEnabled(), key


def test_the_palette_finds_a_command_by_a_few_letters_and_return_does_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert palette is not None and palette.isVisible()
    qtbot.keyClicks(palette.box, "trace")
    first = palette.list.currentIndex().data(ActionRole)
    assert first is window.actions_["show_trace"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.trace.isVisible()


def test_the_palette_moves_by_arrow_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.dialogs.show_palette()
    palette = window.findChild(CommandPalette)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 2
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_sheet_names_every_action_that_has_keys(window: MainWindow) -> None:
    sheet = ShortcutSheet(window.actions_, window)
    words = " ".join(label.text() for label in sheet.findChildren(type(window.answer.head.badge)))
    for spec in TABLE:
        if spec.shortcut:
            assert window.actions_[spec.id].text().replace("&", "") in words
    sheet.deleteLater()


def test_no_key_on_the_sheet_is_cut(
    german: None, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = make()
    window.resize(1280, 720)
    window.actions_["shortcuts"].trigger()
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    across = sheet.findChild(QScrollArea).horizontalScrollBar()
    qtbot.waitUntil(sheet.isVisible)
    assert across.maximum() == 0
    assert sheet.width() < window.width() and sheet.height() < window.height()
    sheet.close()


def test_the_question_mark_opens_the_sheet_but_can_be_typed_in_a_question(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.question.box.setFocus()
    qtbot.keyClicks(window.question.box, "Who?")
    assert window.question.question == "Who?"
    assert window.findChild(ShortcutSheet) is None


def test_a_better_fit_scores_higher() -> None:
    assert score("Fit width", "fit w") == 100
    assert score("Fit width", "wid") > score("Find in document", "wid")
    assert score("Zoom in", "xyz") == 0
    assert score("Anything", "") > 0


def test_full_screen_ends_where_it_began(window: MainWindow, qtbot: QtBot) -> None:
    switch = window.actions_["full_screen"]
    window.showMaximized()
    switch.trigger()
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isMaximized() and not window.isFullScreen() and not switch.isChecked()


def test_the_window_comes_back_where_it_was_and_never_larger_than_the_screen(
    window: MainWindow, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    room, least = window.screen().availableSize(), window.minimumSize()
    usual = QSize(1440, 900).boundedTo(room).expandedTo(least)
    window.looks.restore_place()
    assert window.size() == usual
    window.resize(960, 640)
    window.close()
    again = make()
    again.looks.restore_place()
    assert again.size() == QSize(960, 640)
    again.preferences.values.window = "no place at all"
    again.looks.restore_place()
    assert again.size() == usual


def test_f6_goes_round_all_open_panels_and_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["show_marks"].trigger()
    opened.actions_["beside"].trigger()
    opened.question.box.setFocus()

    def around(action: str) -> list[QWidget]:
        found: list[QWidget] = []
        while (focus := opened.focusWidget()) not in found:
            assert focus is not None
            found.append(focus)
            opened.actions_[action].trigger()
        return found

    there = around("next_panel")
    assert opened.shell.beside.viewer._area in there
    assert len(there) == 4, "question, answer and two viewers; what is empty takes no focus"
    back = around("previous_panel")
    assert back == [there[0], *reversed(there[1:])]
    assert "Shift+F6" in opened.actions_["previous_panel"].shortcut().toString()
