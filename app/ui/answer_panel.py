"""The answer: its claims with chips, its citations, and what was read for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.recursion.events import RunFailed
from app.recursion.results import Answer, Check, Citation, Claim, Coverage, Finding
from app.ui import answer_words
from app.ui.actions import Actions
from app.ui.answer_head import AnswerFoot, AnswerHead
from app.ui.answer_lines import FindingLine, Suggestion
from app.ui.answer_words import Names
from app.ui.chip import QuotePreview
from app.ui.citation_card import CitationCard
from app.ui.claim_view import ClaimView
from app.ui.icons import Icons
from app.ui.run_words import said
from app.ui.widgets import column, label, row

_MOST_FINDINGS = 30


class AnswerPanel(QFrame):
    """Shows one run's answer, or its findings while it goes on.

    Signals:
        citation_activated: the `Citation` that was clicked.
        verdict_given: a citation's number and the reviewer's verdict.
        finding_activated: the `Span` of a finding that was clicked while the run goes on.
        question_chosen: a suggested question that was clicked.
    """

    citation_activated = Signal(object)
    verdict_given = Signal(int, str)
    finding_activated = Signal(object)
    question_chosen = Signal(str)

    def __init__(
        self, icons: Icons, actions: Actions, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._names = names
        self._preview = QuotePreview(self)
        self._answer: Answer | None = None
        self._question = ""
        self.claims: list[ClaimView] = []
        self.cards: dict[int, CitationCard] = {}
        self._active = 0
        self._findings = 0
        self._suggested: tuple[str, ...] = ()

        self.head = AnswerHead()
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        content = QWidget()
        content.setObjectName("scrolled")
        layout = column(self.head, self._body, 0, margins=(16, 12, 16, 16))
        layout.setSpacing(6)
        content.setLayout(layout)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(content)
        self.foot = AnswerFoot(icons, actions)
        whole = column(self.scroller, self.foot)
        whole.setSpacing(0)
        self.setLayout(whole)
        self.clear()

    @property
    def answer(self) -> Answer | None:
        """The answer on show."""
        return self._answer

    def clear(self) -> None:
        """Show nothing but what this place is for."""
        self._reset("")
        self._note(
            self.tr(
                "The answer appears here. Each statement carries numbered chips that lead to the "
                "passage it rests on."
            ),
            "faint",
        )
        if self._suggested:
            self._body.addSpacing(8)
            self._note(self.tr("Questions to begin with"), "section")
        for question in self._suggested:
            line = Suggestion(question, self._icons)
            line.chosen.connect(self.question_chosen)
            self._body.addWidget(line)

    def suggest(self, questions: Sequence[str]) -> None:
        """Suggest questions as long as there is no answer to show."""
        if self._suggested != tuple(questions):
            self._suggested = tuple(questions)
            if self.head.isHidden():
                self.clear()

    def show_running(self, question: str) -> None:
        """Show that a run goes on; findings are added as they come."""
        self._reset(question)
        self.head.show_badge(self.tr("Working"), "accent")

    def add_finding(self, finding: Finding, check: Check, place: str) -> None:
        """Show what a sub-call found and whether it passed verification."""
        if not check.passed or self._findings >= _MOST_FINDINGS:
            return
        if self._findings == 0:
            self._note(self.tr("Found so far"), "section")
        self._findings += 1
        line = FindingLine(finding, place)
        line.activated.connect(self.finding_activated)
        self._body.addWidget(line)

    def show_answer(
        self, question: str, answer: Answer, meta: str, matching: Collection[int] | None
    ) -> None:
        """Show the answer of a run.

        Args:
            question: that was asked.
            answer: to show.
            meta: model, time and cost, in words.
            matching: numbers of the citations whose quote was compared with the source and equals
                it; None where that was not done yet.
        """
        self._reset(question)
        self._answer = answer
        self.head.show_badge(*answer_words.status(answer))
        self.head.meta.setText(meta)
        if answer.status == "not_found":
            self._note(answer_words.not_found(answer.coverage), "")
        if answer.contradictory:
            self._banner(
                self.tr(
                    "The sources disagree. All that they state is shown; nothing was preferred."
                )
            )
        self._add_claims(answer)
        if answer.note:
            note = said(answer.note)
            self._note(note[:1].upper() + note[1:], "muted")
        self._add_citations(answer, matching)
        self._add_coverage(answer.coverage)
        self.foot.show_for(answer)

    def show_unfinished(self, question: str, failed: RunFailed | None, coverage: Coverage) -> None:
        """Show a run that has no answer: it failed, or was interrupted."""
        self._reset(question)
        if failed is not None:
            self.head.show_badge(self.tr("Failed"), "danger")
            self._note(failed.message, "")
            if failed.hint:
                self._note(failed.hint, "muted")
        else:
            self.head.show_badge(self.tr("Interrupted"), "warning")
            self._note(
                self.tr("The program ended during this run. What it read is kept below."), ""
            )
        self._add_coverage(coverage)

    def set_verdicts(self, verdicts: Mapping[int, str]) -> None:
        """Show the reviewer's verdicts."""
        for number, card in self.cards.items():
            card.set_verdict(verdicts.get(number, "none"))

    def set_active(self, number: int) -> None:
        """Mark a citation as the one on show; 0 for none."""
        self._active = number
        for claim in self.claims:
            for chip in claim.chips:
                chip.set_active(chip.number == number)
        for n, card in self.cards.items():
            card.set_active(n == number)
        if number in self.cards:
            self.scroller.ensureWidgetVisible(self.cards[number], 0, 24)

    def next_citation(self) -> None:
        """Go to the passage of the next citation."""
        self._step(1)

    def previous_citation(self) -> None:
        """Go to the passage of the citation before."""
        self._step(-1)

    def activate(self, number: int) -> None:
        """Go to the passage of a citation."""
        citation = self._citation(number)
        if citation is not None:
            self._preview.hide()
            self.set_active(number)
            self.citation_activated.emit(citation)

    def copy(self) -> None:
        """Copy question, answer and numbered quotes as text."""
        if self._answer is not None:
            text = answer_words.with_sources(self._question, self._answer)
            QGuiApplication.clipboard().setText(text)

    def _step(self, by: int) -> None:
        numbers = list(self.cards)
        if not numbers:
            return
        at = numbers.index(self._active) if self._active in numbers else (-1 if by > 0 else 0)
        self.activate(numbers[(at + by) % len(numbers)])

    def _citation(self, number: int) -> Citation | None:
        citations = self._answer.citations if self._answer is not None else ()
        return next((c for c in citations if c.n == number), None)

    def _add_claims(self, answer: Answer) -> None:
        by_number = {citation.n: citation for citation in answer.citations}
        side_by_side = answer.contradictory and len(answer.claims) == 2
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for claim in answer.claims:
            view = self._claim_view(claim, by_number)
            if side_by_side:
                box = QFrame()
                box.setObjectName("card")
                box.setLayout(column(view, 0, margins=(10, 8, 8, 8)))
                pair.addWidget(box)
            else:
                self._body.addWidget(view)
        if side_by_side:
            self._body.addLayout(pair)

    def _claim_view(self, claim: Claim, by_number: Mapping[int, Citation]) -> ClaimView:
        citations = [by_number[n] for n in claim.citations if n in by_number]
        view = ClaimView(claim, citations, self._icons.appearance)
        for chip in view.chips:
            chip.activated.connect(self.activate)
            chip.pointed.connect(self._show_quote)
            chip.left.connect(self._preview.hide)
        self.claims.append(view)
        return view

    def _add_citations(self, answer: Answer, matching: Collection[int] | None) -> None:
        if not answer.citations:
            return
        self._body.addSpacing(4)
        found = answer.status != "not_found"
        heading = self.tr("Citations") if found else self.tr("Nearest passages, not verified")
        self._note(heading, "section")
        for citation in answer.citations:
            card = CitationCard(citation, self._icons)
            card.set_matches(None if matching is None else citation.n in matching)
            card.activated.connect(self.activate)
            card.verdict_given.connect(self.verdict_given)
            self.cards[citation.n] = card
            self._body.addWidget(card)

    def _add_coverage(self, covered: Coverage) -> None:
        if not covered.pages:
            return
        self._body.addSpacing(4)
        self._note(self.tr("What was read"), "section")
        self._note(answer_words.coverage(covered, self._names), "small")
        blank = answer_words.without_text(covered, self._names)
        if blank:
            self._note(blank, "warning")

    def _show_quote(self, number: int, chip: QWidget) -> None:
        citation = self._citation(number)
        if citation is None:
            return
        card = self.cards.get(number)
        checked = card.checked.text() if card is not None else ""
        self._preview.show_for(citation, answer_words.place(citation), checked, chip)

    def _banner(self, text: str) -> None:
        banner = QFrame()
        banner.setObjectName("message")
        banner.setProperty("tone", "warning")
        words = label(text, "", wrap=True)
        banner.setLayout(row(words, margins=(10, 7, 10, 7)))
        self._body.addWidget(banner)

    def _note(self, text: str, role: str) -> None:
        note = label(text, role, wrap=True)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._body.addWidget(note)

    def _reset(self, question: str) -> None:
        self._preview.hide()
        self._answer = None
        self._question = question
        self._active = 0
        self._findings = 0
        self.claims.clear()
        self.cards.clear()
        _empty(self._body)
        self.head.show_question(question)
        self.foot.hide()
        self.scroller.verticalScrollBar().setValue(0)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
