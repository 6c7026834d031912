"""Marks: made by key and by mouse, undone, listed, kept in the matter, and carried out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.sessions.rows import Mark
from app.ui.marks.editor import MarkEditor
from app.ui.marks.model import COLOURS, MarkFilter, MarkModel, Order, ShownMark
from app.ui.widgets.list_delegate import SUBTITLE
from app.ui.widgets.placing import beside
from app.ui.window import MainWindow
from tests.ui.viewer.conftest import drag, paper_at, span_of, where

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "shall keep records of deliveries"


def marked(id: int, start: int, note: str = "", *tags: str, minutes: int = 0) -> ShownMark:
    made = datetime(2026, 5, 3, tzinfo=UTC) + timedelta(minutes=minutes)
    mark = Mark(id, Span("d", start, start + 5), "yellow", note, tags, "KV", made, made)
    return ShownMark(mark, f"words {id}", f"p. {id}")


def test_the_list_says_what_was_marked_and_why(qtmodeltester: ModelTester) -> None:
    model = MarkModel()
    model.set_marks([marked(1, 0), marked(2, 10, "See clause 4", "privilege", "hot")])
    qtmodeltester.check(model)
    assert model.index(0).data() == "words 1"
    assert model.index(0).data(SUBTITLE) == "p. 1"
    assert model.index(1).data(SUBTITLE) == "p. 2 · #privilege #hot · See clause 4"


def test_marks_are_filtered_by_all_words_and_sorted(qtmodeltester: ModelTester) -> None:
    model = MarkModel()
    model.set_marks(
        [
            marked(1, 0, "late", "b", minutes=1),
            marked(2, 10, "Late too", minutes=3),
            marked(3, 20, "", "a", minutes=2),
        ]
    )
    shown = MarkFilter(model)
    qtmodeltester.check(shown)

    def ids() -> list[int]:
        found = (model.mark(shown.mapToSource(shown.index(n, 0))) for n in range(shown.rowCount()))
        return [each.mark.id for each in found if each is not None]

    assert ids() == [1, 2, 3]
    shown.set_order(Order.NEWEST)
    assert ids() == [2, 3, 1]
    shown.set_order(Order.TAG)
    assert ids() == [3, 1, 2]
    shown.set_order(Order.PLACE)
    shown.set_words("LATE")
    assert ids() == [1, 2]
    shown.set_words("late #b")
    assert ids() == [1]


def select(window: MainWindow, qtbot: QtBot, text: str = WORDS) -> Span:
    """Drag over words of the document on show."""
    viewer = window.pane.viewer
    document = viewer.document
    assert document is not None
    area = viewer._area
    qtbot.waitUntil(lambda: all(area.page_view(p).sharp for p in area.visible_pages()))
    span = span_of(document, text)
    last = list(document.words.between(span.start, span.end))[-1]
    end = area.transform(last.rect.page).map(
        QPointF(last.rect.x1 - 1, (last.rect.y0 + last.rect.y1) / 2)
    )
    drag(viewer, where(viewer, text), end)
    assert viewer.selected_text() == text
    return span


def count(window: MainWindow, qtbot: QtBot, wanted: int) -> None:
    """Wait until the list has so many marks."""
    qtbot.waitUntil(lambda: window.shell.marks.model.rowCount() == wanted, timeout=20_000)


def undo(window: MainWindow, qtbot: QtBot, keys: Qt.KeyboardModifier = CTRL) -> None:
    """Press Ctrl+Z."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, keys)


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()  # Offscreen, nothing does it when a dialog has closed.
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.pane.viewer._area, key)


def editor(window: MainWindow, qtbot: QtBot) -> MarkEditor:
    found = window.marking.editor
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    return found


def test_h_highlights_the_selection_and_undo_takes_it_back(
    opened: MainWindow, qtbot: QtBot
) -> None:
    before = paper_at(opened.pane.viewer, WORDS)
    span = select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_H)
    count(opened, qtbot, 1)
    assert opened.pane.viewer.selection is None
    assert opened.desk.store is not None
    [kept] = opened.desk.store.marks()
    assert (kept.span, kept.colour, kept.note) == (span, "yellow", "")
    after = paper_at(opened.pane.viewer, WORDS)
    assert after != before and after.blue() < after.red()
    undo(opened, qtbot)
    count(opened, qtbot, 0)
    assert paper_at(opened.pane.viewer, WORDS) == before
    undo(opened, qtbot, CTRL | SHIFT)
    count(opened, qtbot, 1)
    assert [mark.id for mark in opened.desk.store.marks()] == [kept.id]


def test_the_same_words_are_not_marked_twice(opened: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        select(opened, qtbot)
        press(opened, qtbot, Qt.Key.Key_H)
        count(opened, qtbot, 1)


def test_n_and_t_ask_for_a_note_and_tags(opened: MainWindow, qtbot: QtBot) -> None:
    opened.preferences.values.initials = "KV"
    opened.dialogs.preferences_changed.emit()
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_N)
    dialog = editor(opened, qtbot)
    qtbot.waitUntil(dialog.note.hasFocus)
    qtbot.keyClicks(dialog.note, "Who keeps them?")
    qtbot.keyClicks(dialog.tags, "records, #audit, records")
    green = next(b for b in dialog.colours if b.objectName() == "green")
    qtbot.mouseClick(green, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    count(opened, qtbot, 1)
    assert opened.desk.store is not None
    [kept] = opened.desk.store.marks()
    assert (kept.note, kept.tags) == ("Who keeps them?", ("records", "audit"))
    assert (kept.colour, kept.initials) == ("green", "KV")

    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_T)
    dialog = editor(opened, qtbot)
    qtbot.waitUntil(dialog.tags.hasFocus)
    assert dialog.note.toPlainText() == "Who keeps them?"  # the same words: the same mark
    dialog.tags.setText("hot")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    store = opened.desk.store
    qtbot.waitUntil(lambda: store.marks()[0].tags == ("hot",), timeout=20_000)
    undo(opened, qtbot)
    qtbot.waitUntil(lambda: store.marks()[0].tags == ("records", "audit"), timeout=20_000)


def test_cancel_marks_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_N)
    dialog = editor(opened, qtbot)
    qtbot.keyClicks(dialog.note, "never mind")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Escape)
    qtbot.wait(100)
    assert opened.desk.store is not None and opened.desk.store.marks() == []


def test_keys_for_marks_are_letters_where_one_types(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, qtbot)
    opened.question.box.setFocus()
    qtbot.keyClicks(opened.question.box, "hnt")
    assert opened.question.box.toPlainText() == "hnt"
    assert opened.desk.store is not None and opened.desk.store.marks() == []


def test_the_bar_beside_the_selection_marks_it(opened: MainWindow, qtbot: QtBot) -> None:
    bar = opened.shell.reading.bars[0]
    assert not bar.isVisible()
    select(opened, qtbot)
    qtbot.waitUntil(bar.isVisible, timeout=5_000)
    assert opened.pane.viewer.rect().contains(bar.geometry())
    assert all(button.accessibleName() for button in bar.buttons)
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    count(opened, qtbot, 1)
    qtbot.waitUntil(lambda: not bar.isVisible())
    select(opened, qtbot, "Each pallet in store")
    qtbot.waitUntil(bar.isVisible, timeout=5_000)
    qtbot.keyClick(opened.pane.viewer._area, Qt.Key.Key_PageDown)
    assert not bar.isVisible()


def open_menu(window: MainWindow, qtbot: QtBot, at: QPoint) -> QMenu:
    """Open the context menu of the pages."""
    from PySide6.QtGui import QContextMenuEvent

    viewport = window.pane.viewer._area.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(window.pane.viewer, event)
    menus: list[QMenu] = [w for w in window.pane.viewer.findChildren(QMenu) if w.isVisible()]
    return menus[-1]


def choose(menu: QMenu, text: str) -> None:
    action = next(a for a in menu.actions() if a.text().replace("&", "") == text)
    action.trigger()
    menu.close()


def test_the_menu_of_a_mark_edits_and_removes_it(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, qtbot)
    at = where(opened.pane.viewer, WORDS).toPoint()
    menu = open_menu(opened, qtbot, at)
    assert "Remove mark" not in [a.text().replace("&", "") for a in menu.actions()]
    choose(menu, "Highlight")
    count(opened, qtbot, 1)
    choose(open_menu(opened, qtbot, at), "Edit mark…")
    assert editor(opened, qtbot).colour == "yellow"
    editor(opened, qtbot).reject()
    choose(open_menu(opened, qtbot, at), "Remove mark")
    count(opened, qtbot, 0)
    undo(opened, qtbot)
    count(opened, qtbot, 1)


def test_a_click_in_the_list_leads_to_the_mark_and_delete_removes_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_H)
    count(opened, qtbot, 1)
    opened.pane.viewer.goto_page(3)
    qtbot.keyClick(opened, Qt.Key.Key_5, ALT)
    panel = opened.shell.marks
    index = panel.shown.index(0, 0)
    assert index.data() == WORDS
    qtbot.waitUntil(lambda: panel.list.visualRect(index).isValid())
    at = panel.list.visualRect(index).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.pane.viewer.current_page == 0
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    count(opened, qtbot, 0)


def test_marks_are_there_when_the_matter_is_opened_again(
    opened: MainWindow, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_H)
    count(opened, qtbot, 1)
    assert opened.desk.store is not None
    path = opened.desk.store.path
    opened.close()
    again = make()
    again.desk.open(path)
    count(again, qtbot, 1)
    assert again.shell.marks.shown.index(0, 0).data() == WORDS
    below = again.shell.marks.shown.index(0, 0)
    qtbot.waitUntil(lambda: str(below.data(SUBTITLE)).startswith("p. 1 · agreement"))
    qtbot.waitUntil(lambda: again.navigator.document is not None, timeout=30_000)
    assert len(again.pane.viewer.overlays.marks) == 1


def test_the_place_of_a_mark_is_known_before_its_document_is_read(
    opened: MainWindow, make: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_H)
    count(opened, qtbot, 1)
    assert opened.desk.store is not None
    path, letter = opened.desk.store.path, opened.desk.items[1]
    opened.navigator.show_document(letter.key)  # It is shown again, and the agreement is not read.
    qtbot.waitUntil(lambda: opened.navigator.document.name == "letter.pdf", timeout=30_000)
    opened.close()
    again = make()
    again.desk.open(path)
    count(again, qtbot, 1)
    shown = again.shell.marks.shown
    qtbot.waitUntil(lambda: shown.index(0, 0).data(SUBTITLE) == "p. 1 · agreement", timeout=20_000)
    assert again.desk.document(again.desk.items[0].key) is None


def test_a_marked_copy_carries_the_marks_and_leaves_the_original(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    copy = opened.actions_["export_marks"]
    assert not copy.isEnabled()
    opened.marks.initials = "KV"
    span = select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_N)
    dialog = editor(opened, qtbot)
    qtbot.keyClicks(dialog.note, "Who keeps them?")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(copy.isEnabled, timeout=20_000)
    document = opened.navigator.document
    assert document is not None
    before, to = document.path.read_bytes(), tmp_path / "copy.pdf"
    copy.trigger()
    assert opened.marked_copy.dialog is not None
    opened.marked_copy.dialog.close()
    with qtbot.waitSignal(opened.writer.written, timeout=30_000):
        opened.marked_copy.write(document, to)
    assert document.path.read_bytes() == before
    with pymupdf.open(to) as pdf:
        page = pdf[0]
        [annotation] = list(page.annots())
        assert annotation.type[1] == "Highlight"
        assert annotation.info["content"] == "Who keeps them?"
        assert annotation.info["title"] == "KV"
        [mark] = opened.marks.on(document.id)
        made = mark.created.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
        assert annotation.info["creationDate"] == annotation.info["modDate"] == made
        assert QColor.fromRgbF(*annotation.colors["stroke"]).name() == COLOURS["yellow"]
        assert page.get_textbox(annotation.rect).split()[:2] == WORDS.split()[:2]
    assert document.quote(span) == WORDS


def test_the_document_itself_is_never_written_over(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, qtbot)
    press(opened, qtbot, Qt.Key.Key_H)
    count(opened, qtbot, 1)
    document = opened.navigator.document
    assert document is not None
    before = document.path.read_bytes()
    with qtbot.waitSignal(opened.writer.failed, timeout=30_000) as failed:
        opened.marked_copy.write(document, document.path)
    assert "is the document itself" in str(failed.args[0])
    assert document.path.read_bytes() == before


def test_the_editor_leaves_the_words_it_is_about_in_sight(opened: MainWindow, qtbot: QtBot) -> None:
    for text in (WORDS, "Each pallet in store"):
        span = select(opened, qtbot, text)
        press(opened, qtbot, Qt.Key.Key_N)
        dialog = editor(opened, qtbot)
        words = opened.pane.viewer.seen_of(span)
        assert words is not None and not dialog.frameGeometry().intersects(words)
        assert opened.geometry().contains(dialog.geometry())
        dialog.reject()


@pytest.mark.parametrize(
    ("box", "corner"),
    [
        (QRect(100, 100, 200, 30), QPoint(100, 140)),
        (QRect(100, 500, 200, 30), QPoint(100, 290)),
        (QRect(100, 100, 200, 450), QPoint(310, 100)),
        (QRect(600, 100, 150, 450), QPoint(290, 100)),
        (QRect(700, 100, 90, 30), QPoint(500, 140)),
    ],
)
def test_a_small_window_stands_below_above_or_beside(box: QRect, corner: QPoint) -> None:
    size, room = QSize(300, 200), QRect(0, 0, 800, 600)
    assert beside(box, size, room) == corner
    assert not QRect(corner, size).intersects(box)


def test_where_there_is_no_room_beside_it_as_little_as_can_be_is_covered() -> None:
    room = QRect(0, 0, 800, 600)
    corner = beside(QRect(0, 0, 780, 500), QSize(300, 200), room)
    assert room.contains(QRect(corner, QSize(300, 200)))
    assert corner.y() == 400
