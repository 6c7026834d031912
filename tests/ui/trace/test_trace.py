"""A run is held up and goes on; a cell is changed and a new run goes on from there."""

from __future__ import annotations

import time

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.recursion.events import Event
from app.ui.trace.model import SECONDS, TOKENS
from app.ui.widgets.buttons import ElidedButton
from app.ui.widgets.list_delegate import SUBTITLE
from app.ui.window import MainWindow
from tests.ui.conftest import NOTICE, QUESTION, SlowEngine, ask, finished

LEFT = Qt.MouseButton.LeftButton


def choose(window: MainWindow, qtbot: QtBot, index: QModelIndex) -> None:
    """Click a line of the trace."""
    at = window.trace.tree.visualRect(index).center()
    qtbot.mouseClick(window.trace.tree.viewport(), LEFT, pos=at)


def test_a_run_is_held_up_and_goes_on(opened: MainWindow, qtbot: QtBot, engine: SlowEngine) -> None:
    engine.pause = 0.3
    heard: list[Event] = []
    opened.desk.runner.happened.connect(lambda run, event: heard.append(event))
    opened.question.set_question(QUESTION)
    qtbot.mouseClick(opened.question.run, LEFT)
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    began = time.monotonic()
    qtbot.mouseClick(opened.question.pause, LEFT)
    assert opened.desk.runner.paused
    assert opened.status.activity.full_text() == "Paused"
    qtbot.wait(300)  # What was under way reaches its next check.
    clock, before = opened.status.elapsed.text(), len(heard)
    qtbot.wait(1_300)
    assert len(heard) == before and opened.desk.runner.busy
    assert opened.status.elapsed.text() == clock
    qtbot.mouseClick(opened.question.pause, LEFT)
    finished(opened, qtbot)
    assert opened.runs.answer is not None and opened.runs.answer.status == "answered"
    assert opened.runs.record is not None
    assert time.monotonic() - began - opened.runs.record.head.seconds > 1.2, "its time stood still"
    assert not opened.actions_["pause"].isChecked() and not opened.question.pause.isVisible()


def test_a_paused_run_can_be_stopped(opened: MainWindow, qtbot: QtBot, engine: SlowEngine) -> None:
    engine.pause = 0.5
    opened.question.set_question(QUESTION)
    opened.actions_["run"].trigger()
    qtbot.waitUntil(lambda: opened.runs.live is not None, timeout=30_000)
    opened.actions_["pause"].trigger()
    qtbot.wait(100)
    opened.actions_["stop"].trigger()
    finished(opened, qtbot, 5_000)
    assert opened.runs.record is not None
    assert opened.runs.record.head.status in ("stopped", "failed")


def test_a_changed_cell_is_run_on_from_in_a_new_run(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    first = opened.runs.record
    assert first is not None
    opened.actions_["show_trace"].trigger()
    choose(opened, qtbot, opened.trace.model.index(0, 0))
    editor = opened.trace.detail.cell
    assert editor is not None and not editor.editing and editor.box.isReadOnly()
    qtbot.mouseClick(editor.change, LEFT)
    assert editor.editing and editor.box.hasFocus()
    code = editor.box.toPlainText()
    assert code == first.turns[0].code
    editor.box.setPlainText("")
    qtbot.keyClicks(editor.box, 'print(grep("ninety days"))')
    opened.runs.record = None
    qtbot.mouseClick(editor.run, LEFT)
    finished(opened, qtbot)
    second = opened.runs.record
    assert second.id != first.id and second.question == QUESTION
    assert second.turns[0].code == 'print(grep("ninety days"))'
    assert NOTICE in second.turns[0].output
    assert len(second.turns) > 1, "the model went on by itself"
    assert second.head.settings["branch"] == f"cell 1 of run {first.id[:8]}, changed"
    kept = opened.desk.store.run(first.id)
    assert kept.answer == first.answer and kept.turns == first.turns
    qtbot.waitUntil(lambda: opened.panel.runs.rowCount() == 2)
    history = opened.panel.runs
    assert history.index(0).data(SUBTITLE).endswith("cell changed")
    assert "changed" not in history.index(1).data(SUBTITLE)
    assert "with a cell changed by the reviewer" in opened.answer.head.meta.text()


def test_all_of_a_step_can_be_read(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    opened.resize(960, 700)
    model, detail = opened.trace.model, opened.trace.detail
    turn = model.index(0, 0)
    steps = [model.index(n, 0, turn) for n in range(model.rowCount(turn))]
    for index in (turn, *steps):
        opened.trace.tree.setCurrentIndex(index)
        qtbot.wait(20)
        held, seen = detail.widget().width(), detail.viewport().width()
        assert held <= seen, f"{index.data()}: {held - seen} pixels are cut off"
        assert detail.widget().minimumSizeHint().width() <= seen


def test_a_turn_shows_its_code_in_colours_and_the_variables_after_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    choose(opened, qtbot, opened.trace.model.index(0, 0))
    editor = opened.trace.detail.cell
    assert editor is not None
    document = editor.box.document()

    def colours() -> set[str]:
        lines = (document.findBlockByNumber(n) for n in range(document.blockCount()))
        return {
            f.format.foreground().color().name() for line in lines for f in line.layout().formats()
        }

    qtbot.waitUntil(lambda: len(colours()) > 1)
    assert colours() <= set(opened.appearance.theme.code.values())
    boxes = opened.trace.detail.findChildren(QPlainTextEdit)
    [variables] = [box for box in boxes if box.accessibleName() == "Variables after it"]
    record = opened.runs.record
    assert record is not None and record.turns[0].variables
    for name, value in record.turns[0].variables.items():
        assert f"{name} = {value}" in variables.toPlainText()


def test_a_step_tells_what_was_found_and_where_before_the_models_own_words(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    model, detail = opened.trace.model, opened.trace.detail
    turn = model.index(0, 0)
    found = next(
        index
        for n in range(model.rowCount(turn))
        if (index := model.index(n, 0, turn))
        and getattr(model.step(index).finished, "findings", ())
    )
    choose(opened, qtbot, found)
    said = [words.text() for words in detail.findChildren(QLabel)]
    assert said[2:4] == ["Result", "The notice period is ninety days."]
    assert said[-1].endswith(" s") or "tokens" in said[-1]
    assert detail.findChildren(ElidedButton)[-1].accessibleName().endswith("agreement.pdf")


def test_a_narrow_trace_leaves_steps_and_results_the_room(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    tree = opened.trace.tree
    assert not tree.isColumnHidden(TOKENS) and not tree.isColumnHidden(SECONDS)
    opened.resize(960, 700)
    opened.trace.tree.setCurrentIndex(opened.trace.model.index(0, 0))
    qtbot.waitUntil(lambda: tree.isColumnHidden(TOKENS) and tree.isColumnHidden(SECONDS))
    assert not tree.horizontalScrollBar().maximum()


def test_what_was_changed_can_be_discarded(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    opened.actions_["edit_cell"].trigger()
    editor = opened.trace.detail.cell
    assert editor is not None and editor.editing, "the last turn's, where none was chosen"
    code = editor.box.toPlainText()
    qtbot.keyClicks(editor.box, "x")
    qtbot.mouseClick(editor.discard, LEFT)
    assert editor.box.toPlainText() == code and not editor.editing


def test_no_cell_is_changed_while_a_run_goes_on(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    ask(opened, qtbot)
    opened.actions_["show_trace"].trigger()
    choose(opened, qtbot, opened.trace.model.index(0, 0))
    editor = opened.trace.detail.cell
    assert editor is not None and editor.change.isEnabled()
    engine.pause = 0.5
    opened.question.set_question("Who?")
    opened.actions_["run"].trigger()
    assert not opened.actions_["edit_cell"].isEnabled() and not editor.change.isEnabled()
    opened.actions_["stop"].trigger()
    qtbot.waitUntil(lambda: not opened.desk.runner.busy, timeout=30_000)
