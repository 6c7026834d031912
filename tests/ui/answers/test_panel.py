"""What an answer claims on screen: what was checked, and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.recursion.events import RunFailed
from app.recursion.results import Answer, Check, Citation, Claim, Coverage
from app.ui.answers import wording
from app.ui.window import MainWindow


def citation(n: int, passed: bool = True, quote: str = "It ends in May.") -> Citation:
    check = Check(0.93 if passed else 0.31, () if passed else ("30 days",), passed)
    return Citation(n, Span("d", 10 * n, 10 * n + len(quote)), "lease.pdf", 11, "10", quote, check)


COVERAGE = Coverage(48, tuple(("d", i) for i in range(14)), (("d", 47),), 1000, 300)
ANSWER = Answer(
    "answered",
    (Claim("The lease ends in May.", (1, 2)), Claim("It was signed in Bern.")),
    (citation(1), citation(2, passed=False)),
    COVERAGE,
)


@pytest.fixture
def panel(window: MainWindow) -> Iterator[MainWindow]:
    window.answer.show_answer("When does it end?", ANSWER, "0:12", {1})
    yield window


def words(window: MainWindow) -> str:
    QApplication.processEvents()  # Lays out, and so shows, what was added.
    return " | ".join(
        label.text() for label in window.answer.findChildren(QLabel) if not label.isHidden()
    )


def test_a_claim_without_evidence_is_marked(panel: MainWindow) -> None:
    with_evidence, without = panel.answer.claims
    assert [chip.number for chip in with_evidence.chips] == [1, 2]
    assert with_evidence.unproven is None
    assert without.unproven is not None and without.unproven.text() == "no evidence"


def test_each_citation_says_what_was_checked(panel: MainWindow) -> None:
    good, bad = panel.answer.cards[1], panel.answer.cards[2]
    assert good.checked.text() == (
        "Quote matches the source · model's probability that it states this 93%"
    )
    assert bad.checked.text().startswith("The quote could not be matched with the source")
    assert "30 days" in bad.checked.text()
    assert good.page.text() == "p. 10 (12 in the file)"


def test_no_word_on_screen_says_that_an_answer_is_correct(panel: MainWindow) -> None:
    shown = words(panel).lower()
    for claim in ("correct", "verified", "true", "proven"):
        assert claim not in shown


def test_not_found_says_how_far_it_looked(window: MainWindow) -> None:
    answer = Answer("not_found", coverage=COVERAGE)
    window.answer.show_answer("Who?", answer, "", set())
    shown = words(window)
    assert "was found in the 14 pages that were read" in shown
    assert "Read 14 of 48 pages" in shown and "No text to read on" in shown
    assert "not in the document" not in shown
    foot = window.answer.foot
    assert foot.report.isVisible(), "that nothing was found is reported too"
    assert foot.again.isVisible() and not foot.follow.isVisible()


def test_chips_are_reached_and_pressed_by_keyboard(panel: MainWindow, qtbot: QtBot) -> None:
    chip = panel.answer.claims[0].chips[0]
    assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert chip.accessibleName() == "Citation 1: lease.pdf, page 10"
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.answer.citation_activated) as went:
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert went.args[0].n == 1
    qtbot.waitUntil(panel.answer._preview.isHidden)


def test_next_and_previous_go_round(panel: MainWindow) -> None:
    went: list[int] = []
    panel.answer.citation_activated.connect(lambda c: went.append(c.n))
    panel.answer.next_citation()
    panel.answer.next_citation()
    panel.answer.next_citation()
    panel.answer.previous_citation()
    assert went == [1, 2, 1, 2]


def test_contradictions_stand_side_by_side(window: MainWindow) -> None:
    answer = Answer(
        "answered",
        (Claim("It ends in May.", (1,)), Claim("It ends in June.", (2,))),
        (citation(1), citation(2)),
        contradictory=True,
    )
    window.answer.show_answer("When?", answer, "", {1, 2})
    window.answer.grab()
    left, right = window.answer.claims
    assert window.answer.head.badge.text() == "Sources disagree"
    same_height = left.mapTo(window, left.rect().topLeft()).y()
    assert right.mapTo(window, right.rect().topLeft()).y() == same_height


def test_a_failed_run_shows_what_went_wrong_and_what_to_do(window: MainWindow) -> None:
    failed = RunFailed("There is too little memory.", "Choose a smaller model.")
    window.answer.show_unfinished("Who?", failed, Coverage())
    assert "There is too little memory." in words(window)
    assert "Choose a smaller model." in words(window)


def test_markup_in_a_document_is_shown_as_it_stands(window: MainWindow) -> None:
    hostile = "<b>bold</b><img src=x> & more"
    answer = Answer("answered", (Claim(hostile, (1,)),), (citation(1, quote=hostile),))
    window.answer.show_answer(hostile, answer, "", {1})
    assert window.answer.claims[0].toPlainText() == hostile
    assert hostile in window.answer.cards[1].quote.text()
    assert window.answer.cards[1].quote.textFormat() is Qt.TextFormat.PlainText


def test_a_long_claim_keeps_its_chips_inside_the_panel(window: MainWindow) -> None:
    many = tuple(citation(n) for n in range(1, 31))
    answer = Answer("answered", (Claim("word " * 60, tuple(range(1, 31))),), many)
    window.answer.show_answer("All?", answer, "", set())
    window.answer.grab()
    view = window.answer.claims[0]
    for chip in view.chips:
        assert view.viewport().rect().contains(chip.geometry()), chip.number


def test_the_copied_text_holds_every_quote() -> None:
    text = wording.with_sources("When?", ANSWER)
    assert "The lease ends in May. [1] [2]" in text
    assert "[2] “It ends in May.” — lease.pdf, p. 10 (12 in the file)" in text


class Printed:
    """Four pages of front matter, then pages numbered from one."""

    def name_of(self, document_id: str) -> str:
        return f"{document_id}.pdf"

    def label_of(self, document_id: str, page: int) -> str:
        return ("i", "ii", "iii", "iv")[page] if page < 4 else str(page - 3)


def test_pages_that_were_read_bear_their_printed_numbers() -> None:
    """A citation of p. 21 and "read 24" would send the reviewer to two places."""
    read = tuple(("agreement", page) for page in (0, 1, 2, 6, 9, 10))
    covered = Coverage(pages=40, pages_read=read)
    assert wording.coverage(covered, Printed()) == (
        "Read 6 of 40 pages: agreement p. i–iii, 3, 6–7."
    )


def test_a_click_on_a_chip_shows_no_preview_over_the_card(panel: MainWindow, qtbot: QtBot) -> None:
    chip = panel.answer.claims[0].chips[0]
    QApplication.sendEvent(chip, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.wait(700)
    assert not panel.answer._preview.isVisible()
    QApplication.sendEvent(chip, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.waitUntil(panel.answer._preview.isVisible)
    panel.answer._preview.hide()


def test_the_clock_goes_on_while_a_run_gets_ready(window: MainWindow, qtbot: QtBot) -> None:
    status = window.status
    status.loading("Loading the model…")
    status._since -= 65
    status._tick()
    status.loading("Measuring…")
    assert status.elapsed.text() == "1:05"
    status.over()
