"""Tab goes through the window as it is read, and to everything that can be worked with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.frame.focus_order import stops
from app.ui.window import MainWindow
from tests.ui.conftest import ask


def round_trip(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Where the focus goes, from the question box until it is there again."""
    window.question.box.setFocus()
    seen: list[QWidget] = []
    while (focus := window.focusWidget()) not in seen:
        assert focus is not None and len(seen) < 200
        seen.append(focus)
        qtbot.keyClick(focus, key)
    assert focus is seen[0], "it comes round"
    return seen


def test_tab_goes_through_the_window_in_the_order_of_reading(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    there = round_trip(opened, qtbot, Qt.Key.Key_Tab)
    assert set(there) == set(stops(opened))
    named = {widget.accessibleName(): at for at, widget in enumerate(there)}
    citations = [widget for widget in there if widget.accessibleName().startswith("Citation 1")]
    assert len(citations) == 2, "the chip in the text, and on the card"
    order = [
        opened.question.box,
        there[named["Depth: Standard"]],
        opened.answer.scroller,
        citations[0],
        citations[1],
        there[named["Accept citation 1"]],
        opened.answer.foot.report,
        opened.answer.foot.follow,
        there[named["Matter"]],
        opened.panel.document_list,
        opened.panel.run_list,
        opened.pane.page,
        there[named["Zoom out"]],
        opened.pane.viewer._area,
        opened.trace.tree,
    ]
    assert sorted(order, key=there.index) == order
    back = round_trip(opened, qtbot, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_tab_scrolls_to_what_it_leads_to(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.resize(1100, 620)
    card = opened.answer.cards[1]
    opened.answer.scroller.setFocus()
    for _ in range(4):
        qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    button = opened.focusWidget()
    assert button is not None and card.isAncestorOf(button)
    seen = opened.answer.scroller.viewport().rect()
    assert seen.contains(button.mapTo(opened.answer.scroller.viewport(), button.rect().center()))


def test_tab_goes_on_from_words_that_were_clicked(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    asked = opened.answer.head.question
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)
    assert asked.hasFocus() and asked not in list(stops(opened))
    qtbot.keyClick(asked, Qt.Key.Key_Tab)
    focus = opened.focusWidget()
    assert focus is not None and focus.accessibleName().startswith("Citation 1")


def test_tab_leads_to_the_depth_that_is_chosen_and_arrows_to_another(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.question.box.setFocus()
    for wanted in ("standard", "exhaustive"):
        qtbot.keyClick(opened.question.box, Qt.Key.Key_Tab)
        focus = opened.focusWidget()
        assert focus is not None and focus.objectName() == wanted
        assert opened.question.depths.choice == wanted
        qtbot.keyClick(focus, Qt.Key.Key_Right)
        qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Backtab)
        assert opened.question.box.hasFocus()
