"""A long answer appears part by part, then in short and in full; what is known is said to be so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.documents.process import ParserProcess
from app.engine.engine import Request
from app.recursion.events import FindingChecked, PartReady, Recalled
from app.recursion.results import Answer, Check, Citation, Claim, Finding
from app.sessions.rows import Verdict
from app.ui.answers.earlier_button import EarlierButton
from app.ui.answers.progress import PartCard
from app.ui.answers.text import Story
from app.ui.trace.model import RESULT, STEP
from app.ui.window import MainWindow
from tests.recursion.scripted import reader
from tests.ui.conftest import QUESTION, SlowEngine, ask, finished, settled

EACH = "What is the notice period in each lease?"
LEASES = 8
_FILLER = "The landlord keeps the roof and the gutters of house {n} in good repair. " * 140


@pytest.fixture(scope="module")
def leases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Leases whose notice periods are 30, 60 or 90 days."""
    folder = tmp_path_factory.mktemp("leases")
    paths = []
    with ParserProcess() as parser:
        for n in range(LEASES):
            path = folder / f"lease{n}.pdf"
            says = f"The notice is {30 * (1 + n % 3)} days in lease {n}."
            parser.write_pdf(
                f"<h1>Lease {n}</h1><p>{_FILLER.format(n=n)}</p><h2>Notice</h2><p>{says}</p>", path
            )
            paths.append(path)
    return paths


def replies(request: Request) -> str:
    """Plans: each document in turn, and in each a search."""
    if EACH in request.messages[-1].content:
        return json.dumps({"kind": "each", "question": "What is the notice period of this lease?"})
    return json.dumps({"kind": "find", "phrases": ["notice period", "notice days"]})


def read(request: Request) -> str:
    """Reads the notice period out of a slice."""
    text = request.messages[-1].content
    days = next((d for d in ("30 days", "60 days", "90 days") if f"is {d}" in text), "")
    return reader("notice is", answer=f"{days}.")(request) if days else reader()(request)


@pytest.fixture
def long(window: MainWindow, qtbot: QtBot, engine: SlowEngine, leases: list[Path]) -> MainWindow:
    """A window with all leases in a new matter."""
    engine._replies, engine._read = replies, read
    window.matter.add_paths(leases)
    qtbot.waitUntil(lambda: len(window.desk.items) == LEASES and settled(window), timeout=120_000)
    return window


def words(window: MainWindow) -> list[str]:
    """The words in the answer panel."""
    QApplication.processEvents()
    return [w.text() for w in window.answer.findChildren(QLabel) if w.isVisible()]


def test_parts_appear_as_they_are_written_and_the_whole_comes_in_short_and_in_full(
    long: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    engine.pause = 0.05
    long.question.box.setFocus()
    qtbot.keyClicks(long.question.box, EACH)
    qtbot.keyClick(long.question.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(long.answer.progress.parts) >= 2, timeout=120_000)
    assert long.desk.runner.busy, "they come while the run goes on"
    first = long.answer.progress.parts[1]
    assert first.title is not None and first.title.text() == "lease0.pdf"
    assert first.statements[0].text.text() == "30 days."
    assert "Written so far" in words(long)

    place = first.statements[0].place
    assert place is not None and place.text().startswith("p. ")
    assert "lease0.pdf" not in place.text(), "the part's title says it"
    qtbot.mouseClick(place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: long.navigator.document.name == "lease0.pdf", timeout=60_000)

    finished(long, qtbot, 120_000)
    assert not long.answer.progress.isVisible()
    text = long.answer.text
    assert [view.claim.text.partition(" (")[0] for view in text.short] == [
        "30 days.", "60 days.", "90 days."
    ]  # fmt: skip
    assert len(text.claims) == LEASES
    assert text.fold.text() == f"In full · {LEASES} statements"
    top = text.short[-1].mapTo(long, text.short[-1].rect().bottomLeft()).y()
    assert top < text.claims[0].mapTo(long, text.claims[0].rect().topLeft()).y()
    qtbot.mouseClick(text.short[0].chips[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: long.navigator.document.name == "lease3.pdf", timeout=60_000)


def test_parts_stand_in_the_trace_and_lead_to_their_passages(
    long: MainWindow, qtbot: QtBot
) -> None:
    ask(long, qtbot, EACH)
    long.actions_["show_trace"].trigger()
    model, tree = long.trace.model, long.trace.tree
    turn = model.index(0, STEP)
    tree.expand(turn)
    rows = [model.index(n, STEP, turn) for n in range(model.rowCount(turn))]
    parts = [row for row in rows if row.data().startswith("Part ")]
    assert [row.data() for row in parts] == [f"Part {n + 1} · lease{n}.pdf" for n in range(LEASES)]
    assert parts[4].siblingAtColumn(RESULT).data() == "60 days."
    tree.scrollTo(parts[4])
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(parts[4]).center()
    )
    qtbot.waitUntil(lambda: long.navigator.document.name == "lease4.pdf", timeout=60_000)
    said = [w.text() for w in long.trace.detail.findChildren(QLabel)]
    assert said == ["Part of the answer", "lease4.pdf", "60 days."]
    places = long.trace.detail.findChildren(QPushButton)
    assert places and all(place.text().endswith("lease4.pdf") for place in places)


def test_a_stored_run_shows_its_parts_again_in_replay(long: MainWindow, qtbot: QtBot) -> None:
    ask(long, qtbot, EACH)
    run = long.runs.record.id
    long.runs.show_nothing()
    long.runs.show_run(run)
    qtbot.waitUntil(lambda: len(long.answer.claims) == LEASES, timeout=60_000)
    assert long.answer.text.short and long.answer.text.fold.isVisible()
    long.runs._replay._timer.setInterval(20)
    long.actions_["replay"].trigger()
    assert not long.answer.claims
    qtbot.waitUntil(lambda: len(long.answer.progress.parts) >= 2, timeout=60_000)
    qtbot.waitUntil(lambda: len(long.answer.claims) == LEASES, timeout=60_000)
    assert not long.answer.progress.isVisible()


def test_a_follow_up_says_what_an_earlier_run_found_and_leads_there(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    first = opened.runs.record.id
    opened.actions_["follow_up"].trigger()
    opened.runs.record = None
    told: list[str] = []
    opened.desk.runner.happened.connect(
        lambda run, event: told.append(event.question) if isinstance(event, Recalled) else None
    )
    ask(opened, qtbot, "How long is the notice period for the Customer?")
    assert told == [QUESTION]
    citation = opened.runs.answer.citations[0]
    assert citation.origin == first
    card = opened.answer.cards[1]
    assert card.earlier is not None and card.earlier.isVisible()
    assert card.earlier.accessibleName() == f"From an earlier run: “{QUESTION}”"
    chip = opened.answer.claims[0].chips[0]
    assert chip.accessibleName().startswith("Citation 1, from an earlier run: agreement.pdf")
    assert known_in_trace(opened) == 1
    opened.runs._replay._timer.setInterval(0)
    opened.actions_["replay"].trigger()
    qtbot.waitUntil(lambda: bool(opened.answer.cards), timeout=60_000)
    earlier = opened.answer.cards[1].earlier
    assert earlier is not None
    qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.runs.shown.id == first, timeout=60_000)
    assert opened.answer.cards[1].earlier is None, "that run found it itself"


def known_in_trace(window: MainWindow) -> int:
    """How many lines of the trace say that an earlier run found what they tell."""
    model = window.trace.model
    turns = [model.index(n, STEP) for n in range(model.rowCount())]
    lines = [model.index(n, RESULT, t) for t in turns for n in range(model.rowCount(t))]
    return sum("from an earlier run · " in str(line.data()) for line in lines)


def test_the_trace_leads_to_the_run_that_found_it(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    first = opened.runs.record.id
    opened.actions_["follow_up"].trigger()
    opened.runs.record = None
    ask(opened, qtbot, "How long is the notice period for the Customer?")
    opened.actions_["show_trace"].trigger()
    model, tree = opened.trace.model, opened.trace.tree
    turn = model.index(0, STEP)
    tree.expand(turn)
    (line,) = (
        row
        for n in range(model.rowCount(turn))
        if (row := model.index(n, STEP, turn)) and model.step(row).recalled
    )
    tree.scrollTo(line)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(line).center())
    (button,) = opened.trace.detail.findChildren(EarlierButton)
    assert button.accessibleName() == f"From an earlier run: “{QUESTION}”"
    opened.trace.detail.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.runs.shown.id == first, timeout=60_000)


def test_a_chip_of_an_earlier_run_looks_otherwise(window: MainWindow) -> None:
    own, earlier = citation(1), citation(2, origin="run1")
    answer = Answer("answered", (Claim("It ends.", (1, 2)),), (own, earlier))
    window.answer.show_answer("When?", answer, "", {1, 2}, Story(earlier={"run1": "Who?"}))
    QApplication.processEvents()
    one, other = window.answer.claims[0].chips
    ground = [chip.grab().toImage().pixelColor(4, chip.height() // 2) for chip in (one, other)]
    assert ground[0].name() == window.appearance.theme.colours["accent_soft"]
    assert ground[1].name() == window.appearance.theme.colours["raised"]
    assert any("1 of 2 found by earlier runs" in said for said in words(window))
    other._tell()
    assert window.answer._preview.earlier.isVisible()
    one._tell()
    assert not window.answer._preview.earlier.isVisible()
    window.answer._preview.hide()


def test_a_finding_of_an_earlier_run_is_marked_while_the_run_goes_on(window: MainWindow) -> None:
    finding = Finding("Ninety days.", (Span("d", 0, 5),), Span("d", 0, 9), 1)
    window.answer.show_running("How long?")
    progress = window.answer.progress
    progress.add(FindingChecked(finding, Check(0.9, passed=True)), lambda span: "p. 1")
    assert progress.findings[finding].earlier is None
    progress.add(Recalled(finding, "run1", "What is the notice?", 1), lambda span: "p. 1")
    said = progress.findings[finding].earlier
    assert said is not None and said.text() == "From an earlier run: “What is the notice?”"


def test_a_part_takes_the_place_of_its_findings(window: MainWindow) -> None:
    spans = (Span("d", 0, 5),)
    finding = Finding("Ninety days.", spans, Span("d", 0, 9), 1)
    window.answer.show_running("How long?")
    progress = window.answer.progress
    progress.add(FindingChecked(finding, Check(0.9, passed=True)), lambda span: "p. 1")
    progress.add(PartReady(1, "A", (("A: Ninety days.", spans),), 1), lambda span: "p. 1")
    assert not progress.findings and list(progress.parts) == [1]
    progress.add(PartReady(1, "1.1", (), 1, frame="1"), lambda span: "p. 1")
    progress.add(PartReady(2, "B", (), 1), lambda span: "p. 1")
    assert list(progress.parts) == [1, 2], "a child's parts are its own"
    assert "Nothing was found here." in words(window)
    progress.add(PartReady(1, "A", (("A: Sixty days.", spans),), 1), lambda span: "p. 1")
    QApplication.processEvents()
    cards = [c for c in progress.findChildren(PartCard) if c.isVisible()]
    assert [card.statements[0].text.text() for card in cards if card.statements] == ["Sixty days."]


def citation(n: int, origin: str = "") -> Citation:
    """A citation; `origin` is the earlier run that found it."""
    check = Check(0.9, passed=True)
    span = Span("d", 10 * n, 10 * n + 5)
    return Citation(n, span, "lease.pdf", n, str(n + 1), "It ends.", check, origin)


@pytest.fixture
def parted(window: MainWindow) -> Iterator[MainWindow]:
    """An answer in two parts of three statements each, and in short."""
    claims = tuple(
        Claim(f"{title}: Point {n}.", (n,))
        for title, numbers in (("A", (1, 2, 3)), ("B", (4, 5, 6)))
        for n in numbers
    )
    short = (Claim("Points are made.", (1, 4)),)
    answer = Answer("answered", claims, tuple(map(citation, range(1, 7))), summary=short)
    window.answer.show_answer("What?", answer, "", {1}, Story(parts=("A", "B")))
    QApplication.processEvents()
    yield window


def test_statements_stand_below_the_titles_of_their_parts(parted: MainWindow) -> None:
    assert [view.toPlainText() for view in parted.answer.claims] == [
        f"Point {n}." for n in range(1, 7)
    ]
    said = words(parted)
    assert said.index("In short") < said.index("A") < said.index("B") < said.index("Citations")


def test_the_whole_is_folded_by_key_and_stays_so(parted: MainWindow, qtbot: QtBot) -> None:
    fold = parted.answer.text.fold
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert not any(view.isVisible() for view in parted.answer.claims)
    assert all(view.isVisible() for view in parted.answer.text.short)
    answer = parted.answer.answer
    parted.answer.show_answer("What else?", answer, "", None)
    assert not parted.answer.claims[0].isVisible(), "as the reviewer left it"
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert parted.answer.claims[0].isVisible()


def test_what_is_compared_later_does_not_move_what_is_read(parted: MainWindow) -> None:
    view = parted.answer.claims[0]
    answer = parted.answer.answer
    parted.answer.show_answer("What?", answer, "0:09", {1, 2, 3, 4, 5, 6}, Story(("A", "B")))
    assert parted.answer.claims[0] is view
    assert parted.answer.cards[6].checked.text().startswith("Quote matches the source")


def test_the_copied_text_holds_both(parted: MainWindow) -> None:
    parted.answer.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.index("Points are made. [1] [4]") < copied.index("A: Point 1. [1]")


def test_a_very_long_answer_does_not_hold_up_the_window(window: MainWindow, qtbot: QtBot) -> None:
    many = range(1, 61)
    claims = tuple(Claim(f"Point {n}.", (n,)) for n in many)
    answer = Answer("answered", claims, tuple(map(citation, many)), summary=(claims[0],))
    window.answer.show_answer("All?", answer, "", {1, 60})
    assert 0 < len(window.answer.claims) < 60 and 0 < len(window.answer.cards) < 60
    given = Verdict("r", 60, "accepted", "KV", datetime(2026, 5, 3, tzinfo=UTC))
    window.answer.citations.set_verdicts([given])
    window.answer.previous_citation()
    qtbot.waitUntil(lambda: len(window.answer.cards) == 60, timeout=60_000)
    qtbot.waitUntil(lambda: len(window.answer.claims) == 60, timeout=60_000)
    assert [view.toPlainText() for view in window.answer.claims] == [c.text for c in claims]
    last = window.answer.cards[60]
    assert last.verdict == "accepted" and last.chip._active
    assert last.checked.text().startswith("Quote matches the source")


def test_a_short_answer_has_nothing_to_fold(window: MainWindow) -> None:
    answer = Answer("answered", (Claim("It ends.", (1,)),), (citation(1),))
    window.answer.show_answer("When?", answer, "", None)
    assert not window.answer.text.fold.isVisible()
    assert "In short" not in words(window)
