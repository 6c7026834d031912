"""A grid of documents by questions that fills, and a timeline of the dates that answers cite."""

from __future__ import annotations

import csv
import itertools
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.recipes.recipe import Question
from app.recursion.results import Check, Citation
from app.recursion.texts.dates import When
from app.tables.chronology import Entry, Gap, entries_of
from app.tables.table import Cell, Row, Table, questions_of
from app.ui.tables.chronology_model import ChronologyModel
from app.ui.tables.table_model import ReadRole, TableModel
from app.ui.tables.table_pace import Pace
from app.ui.window import MainWindow
from tests.recursion.scripted import reader
from tests.ui.conftest import NOTICE, QUESTION, SlowEngine, ask

LEFT = Qt.MouseButton.LeftButton
OTHER = "When is the meeting?"


def show_table(window: MainWindow, qtbot: QtBot, *questions: str) -> None:
    """Open the table by its keys and type questions."""
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    for question in questions:
        qtbot.keyClicks(window.shell.table.question, question)
        qtbot.keyClick(window.shell.table.question, Qt.Key.Key_Return)


def fill(window: MainWindow, qtbot: QtBot) -> None:
    """Press Fill and wait for the end."""
    qtbot.mouseClick(window.shell.table.fill, LEFT)
    assert window.desk.runner.busy
    qtbot.waitUntil(lambda: not window.desk.runner.busy, timeout=120_000)


def states(window: MainWindow) -> list[str]:
    return [cell.state for cell in window.tables.table.all_cells]


def click(window: MainWindow, qtbot: QtBot, index: QModelIndex) -> None:
    grid = window.shell.table.grid
    grid.scrollTo(index)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.visualRect(index).center())


def test_it_fills_and_a_cell_leads_to_its_passage(opened: MainWindow, qtbot: QtBot) -> None:
    show_table(opened, qtbot, QUESTION)
    panel = opened.shell.table
    assert panel.grid.isVisible() and panel.progress.full_text() == "0 of 2 cells"
    assert states(opened) == ["waiting", "waiting"]
    seen: list[str] = []
    opened.desk.runner.cell_changed.connect(lambda cell: seen.append(cell.state))
    fill(opened, qtbot)
    assert states(opened) == ["answered", "not_found"]
    assert "running" in seen
    assert panel.progress.full_text() == "2 of 2 cells" and not panel.fill.isEnabled()
    assert "ninety days" in panel.model.index(0, 0).data()

    opened.pane.viewer.goto_page(0)
    click(opened, qtbot, panel.model.index(0, 0))
    qtbot.waitUntil(lambda: opened.runs.answer is not None, timeout=30_000)
    citation = opened.runs.answer.citations[0]
    assert citation.quote == NOTICE
    qtbot.waitUntil(lambda: opened.viewer.current_page == citation.page, timeout=30_000)
    click(opened, qtbot, panel.model.index(1, 0))
    qtbot.waitUntil(lambda: opened.answer.head.badge.text() == "Not found", timeout=30_000)
    qtbot.waitUntil(lambda: opened.navigator.document.name == "letter.pdf")


def test_cells_that_were_answered_before_are_there_at_once(
    opened: MainWindow, qtbot: QtBot
) -> None:
    show_table(opened, qtbot, QUESTION)
    fill(opened, qtbot)
    opened.shell.table.clear.click()
    assert opened.tables.table.columns == ()
    show_table(opened, qtbot, QUESTION)
    qtbot.waitUntil(lambda: states(opened) == ["answered", "not_found"], timeout=30_000)


def test_a_recipe_makes_the_columns(opened: MainWindow, qtbot: QtBot) -> None:
    show_table(opened, qtbot)
    panel = opened.shell.table
    panel.recipe.setFocus()
    panel.recipe.setCurrentIndex(panel.recipe.findText("Termination"))
    titles = [column.column for column in opened.tables.table.columns]
    assert len(titles) > 3 and panel.model.columnCount() == len(titles)
    show_table(opened, qtbot, QUESTION)
    assert opened.tables.table.columns[-1].text == QUESTION


def test_filling_can_be_stopped_and_taken_up_again(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine.pause = 0.6
    show_table(opened, qtbot, QUESTION, OTHER)
    panel = opened.shell.table
    qtbot.mouseClick(panel.fill, LEFT)
    qtbot.waitUntil(lambda: "running" in states(opened), timeout=30_000)
    assert not panel.recipe.isEnabled() and opened.question.stop.isVisible()
    assert not opened.pane.follow.isVisible(), "no reading is shown that could be followed"
    qtbot.mouseClick(panel.stop, LEFT)
    qtbot.waitUntil(lambda: not opened.desk.runner.busy, timeout=30_000)
    qtbot.waitUntil(lambda: "running" not in states(opened))
    assert "waiting" in states(opened) or "stopped" in states(opened)
    engine.pause = 0.0
    fill(opened, qtbot)
    assert not {"waiting", "running", "stopped"} & set(states(opened))


def test_the_table_is_written_by_the_code_of_the_command_line(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    show_table(opened, qtbot, QUESTION)
    assert not opened.shell.table.export.isEnabled()
    fill(opened, qtbot)
    qtbot.mouseClick(opened.shell.table.export, LEFT)
    dialog = opened.findChild(QFileDialog)
    assert dialog is not None
    to = tmp_path / "table.csv"
    dialog.fileSelected.emit(str(to))
    dialog.reject()
    qtbot.waitUntil(lambda: to.is_file() and opened.messages.isVisible(), timeout=30_000)
    rows = list(csv.reader(to.read_text("utf-8-sig").splitlines()))
    assert any("ninety days" in value for row in rows for value in row)


def test_without_documents_it_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    show_table(window, qtbot)
    assert window.shell.table.empty.isVisible()
    assert not window.shell.table.fill.isEnabled()


def test_dates_of_answers_stand_in_order_and_lead_to_their_page(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine._read = reader("3 May 2026", answer="The meeting is on 3 May 2026.")
    ask(opened, qtbot, OTHER)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    opened.navigator.show_document(opened.desk.items[0].key)
    qtbot.keyClick(opened, Qt.Key.Key_T, keys)
    panel = opened.shell.chronology
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=30_000)
    assert "3 May 2026" in panel.model.index(0, 1).data()
    assert panel.model.index(0, 2).data() == "letter.pdf · p. 1"
    at = panel.view.visualRect(panel.model.index(0, 1)).center()
    qtbot.mouseClick(panel.view.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: opened.navigator.document.name == "letter.pdf", timeout=30_000)


def test_the_chronology_is_written_without_what_the_reviewer_rejected(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine, tmp_path: Path
) -> None:
    export = opened.actions_["export_chronology"]
    assert not export.isEnabled()
    engine._read = reader("3 May 2026", answer="The meeting is on 3 May 2026.")
    ask(opened, qtbot, OTHER)
    qtbot.waitUntil(export.isEnabled, timeout=30_000)
    opened.actions_["show_chronology"].trigger()
    button = next(b for b in opened.shell.below.findChildren(QToolButton)
                  if b.defaultAction() is export)  # fmt: skip
    to = tmp_path / "dates.csv"
    qtbot.mouseClick(button, LEFT)
    dialog = opened.exports.dialog
    assert dialog is not None and dialog.isVisible()
    with qtbot.waitSignal(opened.writer.written, timeout=30_000):
        dialog.fileSelected.emit(str(to))
    dialog.reject()
    rows = list(csv.reader(to.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 2 and rows[1][0] == "2026-05-03" and "letter.pdf" in rows[1]

    panel = opened.shell.chronology
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=30_000)
    qtbot.mouseClick(opened.answer.cards[1].buttons["rejected"], LEFT)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0, timeout=30_000)
    with qtbot.waitSignal(opened.writer.failed, timeout=30_000):
        opened.exports.write_chronology(to)


def test_an_empty_chronology_leads_to_a_table_that_finds_dates(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.actions_["show_chronology"].trigger()
    opened.shell.chronology.recipe_asked.emit("key-dates")
    assert opened.shell.below.page == "table"
    assert opened.tables.table.title == "Key dates and deadlines"


TABLE = Table(
    "T",
    (Row("a", "a.pdf", "0", 3), Row("b", "b.pdf", "1", 4)),
    (Question(id="x", text="Who?", column="Who"), Question(id="y", text="When?", column="When")),
)


def test_the_table_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = TableModel()
    model.show(TABLE)
    qtmodeltester.check(model)
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: changed.append(first))
    model.set_cell(Cell("b", "y", "running"))
    model.set_cell(Cell("gone", "y", "running"))
    assert [(index.row(), index.column()) for index in changed] == [(1, 1)]
    assert model.index(1, 1).data() == "Reading…" and model.index(0, 0).data() == "Waiting"


@pytest.mark.parametrize("state", ["waiting", "running", "answered", "not_found", "stopped",
                                   "failed"])  # fmt: skip
def test_every_state_is_painted_and_spoken(window: MainWindow, state: str) -> None:
    panel = window.shell.table
    panel.show_table(TABLE.with_cell(Cell("a", "x", state, note="So it is.")))  # type: ignore[arg-type]
    window.shell.show_table()
    assert not panel.grid.grab().isNull()
    spoken = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("a.pdf, Who: ")


def test_where_nothing_was_found_the_pages_that_were_read_are_named_as_printed() -> None:
    model = TableModel()
    printed = ("i", "ii", "iii", "1")
    model.show(TABLE.with_cell(Cell("a", "x", "not_found", pages_read=(0, 1, 3), labels=printed)))
    index = model.index(0, 0)
    assert index.data(ReadRole) == "Read: p. i–ii, 1"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Read: p. i–ii, 1"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a.pdf, Who: Not found. Read: p. i–ii, 1"
    assert model.index(0, 1).data(ReadRole) == "", "nothing was read for it yet"


def test_a_table_is_opened_with_room_for_its_rows(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["show_table"].trigger()
    above, below = opened.panels.rows.sizes()
    assert below >= 0.4 * (above + below)
    opened.panels.rows.setSizes([above + below - 200, 200])
    opened.actions_["show_chronology"].trigger()
    opened.actions_["show_table"].trigger()
    assert opened.panels.rows.sizes()[1] == 200, "what the reviewer chose is kept while it is open"


def test_the_chronology_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    quote = "On 3 May 2021 or 04/05/2021."
    citation = Citation(1, Span("d", 0, len(quote)), "a.pdf", 0, "1", quote, Check(0.9, (), True))
    first = Entry(When(date(2021, 5, 3)), None, quote, (3, 13), "", citation, "r")
    other = Entry(
        When(date(2021, 4, 5)), When(date(2021, 5, 4)), quote, (17, 27), "", citation, "r"
    )
    model = ChronologyModel()
    model.set_lines([first, Gap(When(date(2021, 1, 1)), When(date(2021, 3, 1))), other])
    qtmodeltester.check(model)
    assert model.index(1, 1).data() == "No cited passage is dated in these 59 days"
    assert " or " in model.index(2, 0).data()


def test_a_month_is_no_day_in_the_chronology() -> None:
    quote = "In March 2021 or in 2019."
    citation = Citation(1, Span("d", 0, len(quote)), "a.pdf", 0, "1", quote, Check(0.9, (), True))
    model = ChronologyModel()
    model.set_lines(entries_of(citation, "", "r"))
    assert [model.index(y, 0).data() for y in (0, 1)] == ["March 2021", "2019"]


def test_the_answer_on_show_stays_while_a_table_is_filled(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    claim = opened.answer.claims[0]
    show_table(opened, qtbot, OTHER)
    fill(opened, qtbot)
    qtbot.wait(200)
    assert opened.answer.claims[0] is claim and claim.isVisible()


def test_a_document_without_text_is_not_a_failure(window: MainWindow) -> None:
    rows = (Row("scan", "scan.pdf", "0" * 64, 2, blank=True), Row("l", "l.pdf", "1" * 64, 2))
    panel, model = window.shell.table, window.shell.table.model
    panel.show_table(Table("Q", rows, questions_of(["Who?"])))
    assert model.index(0, 0).data() == "No text to read"
    assert "text recognition" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, 0).data() == "Waiting"
    assert panel.progress.full_text() == "0 of 1 cells"
    assert not window.tables.begun


def test_how_long_a_table_will_take_is_said_before_it_begins(
    opened: MainWindow, qtbot: QtBot
) -> None:
    panel = opened.shell.table
    panel.choose_recipe("termination")
    assert "about" not in panel.progress.full_text(), "nothing to go by yet"
    ask(opened, qtbot)
    qtbot.waitUntil(lambda: panel.progress.full_text().endswith("cells · about 1 min"))
    history = opened.panel.runs
    qtbot.waitUntil(lambda: history.rowCount() == 1)
    opened.tables.fill()
    qtbot.waitUntil(lambda: not opened.desk.runner.busy, timeout=120_000)
    qtbot.waitUntil(lambda: history.rowCount() == 2)
    assert history.index(0).data() == "Table: Termination"
    assert "about" not in panel.progress.full_text(), "nothing is left to do"
    opened.panel.run_list.clicked.emit(history.index(0))
    assert history.rowCount() == 2 + len(panel.model.table.all_cells)


def test_the_rest_is_told_from_the_pace_so_far() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert pace.left(4) is None
    now[0] += 30
    pace.cell_done()
    pace.cell_done()
    assert pace.left(4) == 60


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_what_is_above_the_grid_is_whole_at_every_text_size(
    opened: MainWindow, qtbot: QtBot, scale: float
) -> None:
    opened.resize(1280, 720)
    panel = opened.shell.table
    opened.actions_["show_table"].trigger()
    panel.choose_recipe("termination")
    opened.appearance.apply("light", scale)
    qtbot.wait(50)
    parts = [panel.recipe, panel.edit, panel.question, panel.progress, panel.fill, panel.export]
    boxes = [part.geometry() for part in parts]
    assert [box for box in boxes if not panel.rect().contains(box)] == []
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))
    shown = panel.recipe.shown_text()
    assert shown == "Termination" or (len(shown) > 4 and shown.endswith("…"))
    assert panel.recipe.toolTip() == "Termination"
    assert panel.progress.text() == panel.progress.full_text()
    opened.appearance.apply("light", 1.0)
