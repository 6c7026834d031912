"""The item models keep Qt's rules while they grow, shrink and change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.documents.document import Span
from app.engine.engine import Usage
from app.errors import DocumentError
from app.recursion.events import (
    CellRan,
    ChildFinished,
    ChildStarted,
    Event,
    PartReady,
    Recalled,
    SliceRead,
    SubcallFinished,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.results import Finding
from app.sessions.rows import DocumentRow, RunRow, SessionRow
from app.ui.actions.palette import CommandModel
from app.ui.documents.item import DocumentItem
from app.ui.documents.model import DocumentModel
from app.ui.matter.history import Group, RunModel
from app.ui.trace.model import RESULT, STEP, TraceModel
from app.ui.trace.run_state import RunState
from app.ui.trace.step_words import StepWords
from app.ui.widgets.list_delegate import SUBTITLE, TONE
from app.ui.window import MainWindow

SPAN = Span("d", 0, 10)


def row(name: str, pages: int = 3, blank: tuple[int, ...] = ()) -> DocumentRow:
    return DocumentRow(
        name, f"{name}.pdf", Path(f"/x/{name}.pdf"), "0" * 64, "pdf", 0, pages, 100, blank, (),
        False, datetime.now(UTC),
    )  # fmt: skip


def run(id: str, status: str = "answered", minutes: int = 0) -> RunRow:
    started = datetime.now(UTC) - timedelta(minutes=minutes)
    return RunRow(
        id, 1, f"Question {id}?", status, "standard", "plan", "m", "Model", "0" * 64, 0, {}, {},
        "", "0", started, None, 1, 2, 3.0, Usage(), True,
    )  # fmt: skip


def test_documents_are_listed_with_their_state(qtmodeltester: ModelTester) -> None:
    model = DocumentModel()
    waiting = DocumentItem.waiting(Path("/x/a.pdf"))
    model.set_items([waiting])
    assert model.index(0).data(SUBTITLE) == "Waiting…"
    model.set_items([DocumentItem.ready(row("a")), DocumentItem.ready(row("b", 1, (0,)))])
    assert model.index(0).data(SUBTITLE) == "3 pages"
    assert model.index(1).data(SUBTITLE) == "1 page · 1 without text"
    broken = DocumentItem.waiting(Path("/x/c.pdf")).failed(
        DocumentError("It is empty.", "Drop it.")
    )
    model.set_items([DocumentItem.ready(row("a")), DocumentItem.ready(row("b")), broken])
    assert model.index(2).data(SUBTITLE) == "It is empty. Drop it."
    assert model.index(2).data(TONE) == "danger"
    qtmodeltester.check(model)
    model.set_items([])
    assert model.rowCount() == 0


def test_a_change_of_one_line_does_not_reset_the_list() -> None:
    model = DocumentModel()
    a, b = DocumentItem.ready(row("a")), DocumentItem.waiting(Path("/x/b.pdf"))
    model.set_items([a, b])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    ready = DocumentItem.ready(row("b"))
    model.set_items([a, ready])
    model.set_items([a, ready, DocumentItem.ready(row("c"))])
    assert not resets and model.rowCount() == 3


def test_the_history_has_the_newest_run_first(qtmodeltester: ModelTester) -> None:
    model = RunModel()
    sessions = [
        SessionRow(2, "", datetime.now(UTC), (run("c", "interrupted"),)),
        SessionRow(1, "", datetime.now(UTC), (run("a", minutes=90), run("b", minutes=5))),
    ]
    model.set_sessions(sessions)
    assert [model.run(model.index(i)).id for i in range(3)] == ["c", "b", "a"]
    assert model.index(0).data(SUBTITLE) == "Interrupted · just now · can be resumed"
    assert model.index(1).data(SUBTITLE) == "Answered · 5 min ago"
    qtmodeltester.check(model)


def test_the_runs_of_a_table_are_one_line_that_opens(qtmodeltester: ModelTester) -> None:
    """Twenty-four cells must not push the reviewer's own questions out of the history."""
    model = RunModel()
    cells = (run("c1", minutes=3), run("c2", "not_found", minutes=2))
    model.set_sessions(
        [
            SessionRow(2, "Termination", datetime.now(UTC), cells),
            SessionRow(1, "", datetime.now(UTC), (run("a", minutes=90), run("b"))),
        ]
    )

    def shown() -> list[str]:
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    group = model.line(model.index(1))
    assert isinstance(group, Group)
    assert len(shown()) == 3 and shown()[1] == "Table: Termination"
    assert model.index(1).data(SUBTITLE) == "2 runs · 1 answered · 2 min ago"
    assert model.run(model.index(1)) is None
    assert model.row_of("c1") == 1, "while it is shut, the line of the table stands for its runs"
    model.toggle(group)
    assert len(shown()) == 5
    assert [model.row_of(id) for id in ("b", "c2", "c1", "a")] == [0, 2, 3, 4]
    qtmodeltester.check(model)
    model.toggle(group)
    assert len(shown()) == 3


def events() -> list[Event]:
    finding = Finding("Ninety days.", (SPAN,), SPAN, 2)
    return [
        TurnStarted(1),
        SubcallStarted(1, 1, "judge", "Is it here?", (SPAN,)),
        SliceRead(SPAN, 1, 1),
        SubcallStarted(2, 1, "ask", "How long?", (SPAN,)),
        SubcallFinished(1, "P(yes) = 0.90", (), 0.9, Usage(10, 0, 1)),
        SubcallFinished(2, "Ninety days.", (finding,), None, Usage(20, 0, 4), cached=True),
        ChildStarted("1", 1, "What else?", (SPAN,)),
        TurnStarted(1, "1"),
        CellRan(1, "1", "x", "print(1)", "1", "", {}, Usage(), 0.1),
        ChildFinished("1", "Nothing."),
        CellRan(1, "", "plan", "search('x')", "out", "", {"hits": "list"}, Usage(5, 0, 5), 0.2),
        TurnStarted(2),
        CellRan(2, "", "r", "FINAL(", "", "SyntaxError: close the bracket", {}, Usage(), 0.0),
    ]


def test_the_trace_grows_with_the_events_of_a_run(
    window: MainWindow, qtmodeltester: ModelTester
) -> None:
    model = TraceModel(
        window.icons, StepWords(lambda span: "p. 1", lambda span: "Either party may"), window
    )
    state = RunState()
    model.show(state)
    tester = ModelTester_of(model)
    for event in events():
        state.apply(event)
        model.follow()
    assert model.rowCount() == 2
    turn = model.index(0, STEP)
    assert model.rowCount(turn) == 3
    assert model.index(0, STEP, turn).data() == "1 · Judge · p. 1"
    assert model.index(0, RESULT, turn).data() == "“Either party may”", "what was judged"
    assert model.index(1, RESULT, turn).data() == "cached · Ninety days."
    child = model.index(2, STEP, turn)
    assert model.rowCount(child) == 1
    assert model.index(1, RESULT).data() == "SyntaxError: close the bracket"
    qtmodeltester.check(model)
    tester.setParent(None)


def ModelTester_of(model: TraceModel) -> object:
    """Qt's own checker, which watches every signal while the model grows."""
    from PySide6.QtTest import QAbstractItemModelTester

    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    return QAbstractItemModelTester(model, mode)


def test_a_past_run_shows_the_same_tree_as_when_it_went_on(window: MainWindow) -> None:
    state = RunState()
    for event in events():
        state.apply(event)
    model = TraceModel(window.icons, StepWords(lambda span: "p. 1", lambda span: ""), window)
    model.show(state)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0, 0)) == 3


def known() -> list[Event]:
    """A turn that draws upon an earlier run, writes two parts and puts them in short."""
    finding = Finding("Ninety days.", (SPAN,), SPAN, 1)
    both = (Finding("A", (SPAN,), SPAN, 2), Finding("B", (SPAN,), SPAN, 2))
    later = Span("e", 5, 9)
    return [
        TurnStarted(1),
        SubcallStarted(1, 1, "ask", "How long?", (SPAN,)),
        SubcallFinished(1, "Ninety days.", (finding,), None, Usage(20, 0, 4), cached=True),
        Recalled(finding, "run1", "What is the notice?", 1),
        PartReady(1, "a.pdf", (("a.pdf: One.", (SPAN,)), ("a.pdf: Two.", (later,))), 1),
        PartReady(2, "", (), 1),
        SubcallStarted(2, 1, "condense", "In short?", (SPAN, later)),
        SubcallFinished(2, "[]", both, None, Usage()),
    ]


def test_the_trace_tells_earlier_runs_and_parts_of_the_answer(
    window: MainWindow, qtmodeltester: ModelTester
) -> None:
    model = TraceModel(window.icons, StepWords(lambda span: "p. 1", lambda span: ""), window)
    state = RunState()
    model.show(state)
    tester = ModelTester_of(model)
    for event in known():
        state.apply(event)
        model.follow()
    turn = model.index(0, STEP)
    lines = [
        (model.index(n, STEP, turn).data(), model.index(n, RESULT, turn).data())
        for n in range(model.rowCount(turn))
    ]
    assert lines == [
        ("1 · Ask · p. 1", "cached · from an earlier run · Ninety days."),
        ("Part 1 · a.pdf", "One.; Two."),
        ("Part 2", "Nothing was found here."),
        ("2 · Put in short · p. 1", "A; B"),
    ]
    tip = model.index(0, STEP, turn).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0] == "How long?"
    assert tip.splitlines()[-1] == "From an earlier run: “What is the notice?”"
    part = model.step(model.index(1, STEP, turn))
    assert part is not None and part.spans == (SPAN, Span("e", 5, 9))
    qtmodeltester.check(model)
    tester.setParent(None)


def test_a_resumed_turn_writes_its_parts_over_and_forgets_what_it_recalled() -> None:
    state = RunState()
    for event in known():
        state.apply(event)
    for event in [known()[1], PartReady(1, "a.pdf", (), 1)]:
        state.apply(event)
    steps = state.top[0].below
    assert [step.kind for step in steps] == ["subcall", "part", "part", "subcall"]
    assert steps[0].recalled is None and steps[1].spans == ()


def test_a_part_of_a_child_stands_in_its_turn() -> None:
    state = RunState()
    for event in [*events(), PartReady(1, "x", (), 1, frame="1")]:
        state.apply(event)
    child = state.top[0].below[2]
    assert child.below[0].below[-1].kind == "part"
    assert state.parts == (), "a child's parts are its own"


def test_a_resumed_turn_is_done_over_in_its_place() -> None:
    state = RunState()
    for event in [*events(), TurnStarted(2)]:
        state.apply(event)
    assert len(state.top) == 2
    assert state.top[1].cell is None


def test_a_subcall_without_a_turn_makes_its_own() -> None:
    state = RunState()
    state.apply(SubcallStarted(1, 0, "direct", "How long?", (SPAN,)))
    assert state.top[0].number == 0 and state.top[0].below[0].number == 1


def test_the_palette_lists_all_and_only_what_fits(
    window: MainWindow, qtmodeltester: ModelTester
) -> None:
    model = CommandModel(window.actions_, window)
    everything = model.rowCount()
    assert everything == len(window.actions_.by_id) - 1
    qtmodeltester.check(model)
    model.narrow("zoom")
    assert 0 < model.rowCount() < everything


@pytest.mark.parametrize("status", ["running", "answered", "not_found", "stopped", "failed"])
def test_every_status_has_words(status: str) -> None:
    model = RunModel()
    model.set_sessions([SessionRow(1, "", datetime.now(UTC), (run("a", status),))])
    assert status.partition("_")[0].capitalize() in str(model.index(0).data(SUBTITLE))
