"""A reviewer's way through the window, by mouse and keys: open, ask, follow, check, find again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.recursion.events import SliceRead
from app.ui.frame.preferences_dialog import PreferencesDialog
from app.ui.viewer.zooming import Fit
from app.ui.widgets.card_list import CardList
from app.ui.window import MainWindow
from tests.ui.conftest import NOTICE, QUESTION, SlowEngine, ask, finished, settled


def click_row(qtbot: QtBot, listing: CardList, row: int) -> None:
    """Click a line of a list."""
    at = listing.visualRect(listing.model().index(row, 0)).center()
    qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_an_empty_window_says_what_to_do_next(window: MainWindow) -> None:
    assert window.middle.currentWidget() is window.start
    assert window.start.drop.isVisible()
    assert not window.question.run.isEnabled()
    assert not window.actions_["run"].isEnabled()


def test_dropping_files_begins_a_matter(
    window: MainWindow, qtbot: QtBot, pdfs: dict[str, Path]
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in pdfs.values()])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPoint(400, 400), copy, mime, left, no_key),
        QDropEvent(QPointF(400, 400), copy, mime, left, no_key),
    ):
        QApplication.sendEvent(window, event)
    qtbot.waitUntil(lambda: len(window.desk.items) == 2 and settled(window), timeout=120_000)
    assert window.desk.unnamed
    assert window.desk.store is not None and window.desk.store.path.is_file()
    assert window.middle.currentWidget() is window.shell.reading
    assert "2 documents" in window.foot.counts.full_text()


def test_a_question_is_answered_and_its_chip_leads_to_the_passage(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.navigator.show_document(opened.desk.items[1].key)
    qtbot.waitUntil(lambda: opened.navigator.document.name == "letter.pdf")
    read: list[SliceRead] = []
    opened.desk.runner.happened.connect(
        lambda run, event: read.append(event) if isinstance(event, SliceRead) else None
    )
    ask(opened, qtbot)
    assert read, "slices light up as they are read"
    answer = opened.runs.answer
    assert answer is not None and answer.status == "answered"
    claim = opened.answer.claims[0]
    assert "ninety days" in claim.claim.text

    opened.pane.viewer.goto_page(0)
    chip = claim.chips[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    citation = answer.citations[0]
    assert citation.page > 0
    qtbot.waitUntil(lambda: opened.navigator.document.id == citation.span.document)
    document = opened.navigator.document
    assert document.quote(citation.span) == citation.quote == NOTICE
    qtbot.waitUntil(lambda: opened.pane.viewer.current_page == citation.page, timeout=60_000)
    assert opened.answer.cards[citation.n].checked.text().startswith("Quote matches the source")

    qtbot.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened.pane.viewer.current_page == 0, timeout=60_000)


def test_the_question_box_is_free_again_once_the_run_has_begun(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    assert opened.question.question == ""
    assert opened.answer.head.question.text() == QUESTION


def test_stop_ends_a_run_that_keeps_what_it_had(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine.pause = 1.0
    opened.question.set_question(QUESTION)
    qtbot.mouseClick(opened.question.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.desk.runner.busy and opened.runs.live is not None)
    qtbot.waitUntil(opened.question.stop.isVisible)
    assert opened.status.isVisible()
    qtbot.mouseClick(opened.question.stop, Qt.MouseButton.LeftButton)
    finished(opened, qtbot, 5_000)
    head = opened.runs.record.head
    assert head.status in ("stopped", "failed")
    assert not opened.status.isVisible()
    assert opened.question.run.isVisible()


def test_the_history_shows_a_run_again_after_a_restart(
    make: Callable[[], MainWindow], opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    path = opened.desk.store.path
    opened.close()

    again = make()
    again.desk.open(path)
    qtbot.waitUntil(lambda: again.panel.runs.rowCount() == 1, timeout=60_000)
    click_row(qtbot, again.panel.run_list, 0)
    qtbot.waitUntil(lambda: again.runs.answer is not None, timeout=60_000)
    assert again.answer.head.question.text() == QUESTION
    assert again.answer.cards[1].checked.text().startswith("Quote matches the source")
    assert again.trace.model.rowCount() >= 1
    qtbot.mouseClick(again.answer.claims[0].chips[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.navigator.document is not None)


def inks(button: QAbstractButton) -> str:
    """The colour of a button's icon where it is drawn most strongly."""
    picture = button.icon().pixmap(16, 16).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]
    return max(pixels, key=lambda colour: colour.alpha()).name()


def test_a_verdict_is_kept_in_the_matter(opened: MainWindow, qtbot: QtBot) -> None:
    opened.runs.initials = "AB"
    ask(opened, qtbot)
    card = opened.answer.cards[1]
    qtbot.mouseClick(card.buttons["accepted"], Qt.MouseButton.LeftButton)
    store, run = opened.desk.store, opened.runs.shown.id
    qtbot.waitUntil(lambda: bool(store.verdicts(run)), timeout=60_000)
    kept = store.verdicts(run)[0]
    assert (kept.citation, kept.verdict, kept.initials) == (1, "accepted", "AB")
    assert inks(card.buttons["accepted"]) != inks(card.buttons["rejected"]), "it shows at a glance"
    qtbot.mouseClick(card.buttons["accepted"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not store.verdicts(run), timeout=60_000)


def test_choosing_a_subcall_in_the_trace_shows_its_slice(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    tree, model = opened.trace.tree, opened.trace.model
    turn = model.index(0, 0)
    tree.expand(turn)
    call = model.index(0, 0, turn)
    step = model.step(call)
    with qtbot.waitSignal(opened.trace.slice_chosen) as chosen:
        qtbot.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(call).center()
        )
    assert chosen.args[0] == step.spans[0]
    assert opened.trace.detail.isVisible()
    qtbot.waitUntil(lambda: opened.navigator.document.id == step.spans[0].document)


def test_removed_documents_come_back_with_undo(opened: MainWindow, qtbot: QtBot) -> None:
    click_row(qtbot, opened.panel.document_list, 1)
    opened.panel.document_list.setFocus()
    qtbot.keyClick(opened.panel.document_list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(opened.desk.items) == 1)
    assert opened.messages.isVisible() and opened.messages.button.text() == "Undo"
    qtbot.mouseClick(opened.messages.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened.desk.items) == 2, timeout=60_000)
    assert [item.name for item in opened.desk.items] == ["agreement.pdf", "letter.pdf"]


def test_the_answer_is_copied_with_its_sources(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["copy_answer"].trigger()
    text = QGuiApplication.clipboard().text()
    assert QUESTION in text and f"[1] “{NOTICE}” — agreement.pdf, p." in text


def test_a_report_is_written_where_the_reviewer_says(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    ask(opened, qtbot)
    for ending in ("pdf", "html", "md"):
        to = tmp_path / f"report.{ending}"
        opened.messages.hide()
        opened.exports.write_report(opened.runs.shown.id, to)
        qtbot.waitUntil(lambda to=to: to.is_file() and opened.messages.isVisible(), timeout=60_000)
        assert to.stat().st_size > 500


def test_all_questions_of_a_matter_go_into_one_report(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    export = opened.actions_["export_all"]
    assert not export.isEnabled()
    other = "When can the agreement be ended?"
    ask(opened, qtbot)
    ask(opened, qtbot, other)
    qtbot.waitUntil(export.isEnabled)
    to = tmp_path / "all.md"
    with qtbot.waitSignal(opened.writer.written, timeout=60_000):
        opened.exports.write_all(to)
    text = to.read_text()
    assert text.startswith("# 2 questions")
    assert 0 < text.index(f"## {QUESTION}") < text.index(f"## {other}"), "as they were asked"


def test_save_as_moves_an_unnamed_matter(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    old, to = opened.desk.store.path, tmp_path / "Brackwater.pincite"
    opened.desk.save_as(to)
    qtbot.waitUntil(
        lambda: opened.desk.store is not None and opened.desk.store.path == to, timeout=60_000
    )
    assert not old.exists() and to.is_file()
    qtbot.waitUntil(lambda: len(opened.desk.items) == 2)
    assert opened.top.matter.text() == "Brackwater"
    assert opened.preferences.values.recent[0] == str(to)


def test_the_layout_is_remembered_for_each_matter(
    make: Callable[[], MainWindow], opened: MainWindow, qtbot: QtBot
) -> None:
    opened.actions_["show_trace"].trigger()
    opened.actions_["show_left"].trigger()
    opened.pane.viewer.goto_page(3)
    opened.actions_["night"].trigger()
    opened.pane.viewer.set_zoom(1.25)
    path = opened.desk.store.path
    opened.close()

    again = make()
    again.desk.open(path)
    qtbot.waitUntil(lambda: again.navigator.document is not None, timeout=60_000)
    assert again.trace.isVisible() and not again.panel.isVisible()
    assert again.actions_["show_trace"].isChecked()
    qtbot.waitUntil(lambda: again.pane.viewer.current_page == 3, timeout=60_000)
    assert again.pane.viewer.zoom == 1.25 and again.pane.zoom.text() == "125%"
    assert again.pane.viewer.night and again.actions_["night"].isChecked()
    again.actions_["two_pages"].trigger()
    again.actions_["fit_page"].trigger()
    again.close()

    third = make()
    third.desk.open(path)
    qtbot.waitUntil(lambda: third.navigator.document is not None, timeout=60_000)
    assert third.pane.viewer.two_pages and third.actions_["two_pages"].isChecked()
    assert third.pane.viewer.fit is Fit.PAGE
    third.matter.new()
    qtbot.waitUntil(lambda: third.desk.unnamed and third.desk.items == [], timeout=60_000)


def test_a_typed_page_is_gone_to(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert opened.pane.page.hasFocus()
    qtbot.keyClicks(opened.pane.page, "4")
    qtbot.keyClick(opened.pane.page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.pane.viewer.current_page == 3)


def test_escape_peels_one_layer_at_a_time(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.answer.activate(1)
    opened.messages.warn("A warning")
    opened.actions_["find"].trigger()
    assert opened.pane.viewer.is_finding
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.pane.viewer.is_finding and opened.messages.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.messages.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.answer.citations.active == 0


def test_hovering_a_chip_shows_the_quote(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    chip = opened.answer.claims[0].chips[0]
    qtbot.mouseMove(opened.answer.head.question, QPoint(2, 2))
    qtbot.mouseMove(chip)
    chip._tell()
    preview = opened.answer._preview
    assert preview.isVisible()
    assert NOTICE in preview.quote.text() and "agreement.pdf" in preview.place.text()
    chip.left.emit()
    assert not preview.isVisible()


def test_a_run_can_be_replayed(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    before = opened.runs.answer
    opened.actions_["replay"].trigger()
    assert opened.runs.answer is None
    qtbot.waitUntil(lambda: opened.runs.answer == before, timeout=60_000)
    qtbot.waitUntil(lambda: bool(opened.answer.cards), timeout=60_000)


def test_the_matter_on_the_desk_can_be_opened_again(opened: MainWindow, qtbot: QtBot) -> None:
    store = opened.desk.store
    assert store is not None
    ask(opened, qtbot)
    opened.desk.open(store.path)
    qtbot.wait(300)
    assert opened.desk.store is store and opened.runs.answer is not None
    assert not opened.messages.isVisible()


def test_another_matter_waits_for_the_run_that_it_ends(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed: list[bool] = []
    monkeypatch.setattr(engine, "close", lambda: freed.append(opened.desk.runner.busy))
    store = opened.desk.store
    assert store is not None
    engine.pause = 1.0
    opened.question.set_question(QUESTION)
    opened.actions_["run"].trigger()
    qtbot.waitUntil(lambda: bool(opened.desk.runner.run), timeout=30_000)
    for answer in (QMessageBox.StandardButton.Cancel, None):
        opened.actions_["new_matter"].trigger()
        box = opened.findChildren(QMessageBox)[-1]
        assert box.isVisible() and opened.desk.store is store and opened.desk.runner.busy
        button = box.button(answer) if answer is not None else box.buttons()[0]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.desk.store not in (None, store), timeout=30_000)
    assert not opened.desk.runner.busy and True not in freed
    opened.desk.open(store.path)
    qtbot.waitUntil(lambda: opened.desk.store.path == store.path, timeout=30_000)
    [run] = opened.desk.store.runs()
    assert run.status in ("stopped", "failed")


def test_a_matter_can_be_opened_while_nothing_runs_without_a_question(
    opened: MainWindow, qtbot: QtBot
) -> None:
    before = opened.desk.store
    opened.actions_["new_matter"].trigger()
    assert opened.findChildren(QMessageBox) == []
    qtbot.waitUntil(lambda: opened.desk.store not in (None, before), timeout=30_000)


def test_citations_are_judged_by_key_and_say_who_did_and_when(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    store, run = opened.desk.store, opened.runs.shown.id
    assert store is not None
    card = opened.answer.cards[1]
    opened.viewer.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_X)
    assert card.verdict == "none" and card.chip._active, "first it is shown"
    qtbot.keyClick(opened, Qt.Key.Key_X)
    assert card.verdict == "rejected" and card.given.isVisible()
    assert card.given.text().startswith("Rejected, ")
    assert opened.messages.button.text() == "Set initials"
    qtbot.mouseClick(opened.messages.button, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(PreferencesDialog)
    qtbot.waitUntil(dialog.initials.hasFocus)
    qtbot.keyClicks(dialog.initials, "KV")
    dialog.accept()
    assert card.given.text().startswith("Rejected by KV, "), "what was given before is signed"

    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.viewer.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_A)
    assert card.given.text().startswith("Accepted by KV, ") and not opened.messages.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_A)
    assert card.verdict == "none" and not card.given.isVisible()
    qtbot.keyClick(opened, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: [v.verdict for v in store.verdicts(run)] == ["flagged"], timeout=20_000)

    opened.question.box.setFocus()
    qtbot.keyClicks(opened.question.box, "fax")
    assert opened.question.question == "fax" and card.verdict == "flagged"
    opened.runs.show_nothing()
    opened.runs.show_run(run)
    qtbot.waitUntil(lambda: opened.runs.record is not None, timeout=20_000)
    assert opened.answer.cards[1].given.text().startswith("Flagged by KV, ")


def test_a_run_that_began_while_a_matter_was_opened_ends_first(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed: list[bool] = []
    monkeypatch.setattr(engine, "close", lambda: freed.append(opened.desk.runner.busy))
    before = opened.desk.store
    engine.pause = 1.0
    opened.actions_["new_matter"].trigger()
    opened.question.set_question(QUESTION)
    opened.asking.start()
    assert opened.desk.runner.busy and opened.desk.store is before
    qtbot.waitUntil(lambda: opened.desk.store not in (None, before), timeout=30_000)
    assert not opened.desk.runner.busy and True not in freed


def test_the_document_on_show_alone_is_marked_in_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    # As after Ctrl+Return on X11, where Ctrl counts as down until the next event comes.
    panel, letter, screen = opened.panel, opened.desk.items[1], opened.windowHandle()
    QTest.keyPress(screen, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        with qtbot.waitSignal(opened.navigator.document_shown, timeout=30_000):
            opened.navigator.show_document(letter.key)
        assert panel.chosen_keys() == [letter.key]
    finally:
        QTest.keyRelease(screen, Qt.Key.Key_Control)
