"""The answer: its words, its citations, and what was read for it; how far it is before that."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.recursion.events import RunFailed
from app.recursion.results import Answer, Citation, Coverage
from app.ui.actions.actions import Actions
from app.ui.answers import wording
from app.ui.answers.chip import QuotePreview
from app.ui.answers.citation_card import CitationCard
from app.ui.answers.citation_list import CitationList
from app.ui.answers.claim import ClaimView
from app.ui.answers.head import AnswerFoot, AnswerHead
from app.ui.answers.progress import RunProgress
from app.ui.answers.suggestion import Suggestion
from app.ui.answers.text import AnswerText, Story
from app.ui.answers.wording import Names
from app.ui.appearance.icons import Icons
from app.ui.language.said import said
from app.ui.widgets.basic import label
from app.ui.widgets.layouts import column, row


class AnswerPanel(QFrame):
    """Shows one run's answer, or what it has come to while it goes on.

    Attributes:
        text: the words of the answer; `progress` what stands before there is one.
        citations: the list below the answer.

    Signals:
        citation_activated: the `Citation` that was clicked.
        verdict_given: a citation's number and the reviewer's verdict.
        finding_activated: the `Span` of a finding that was clicked while the run goes on.
        question_chosen: a suggested question that was clicked.
        run_asked: the id of the earlier run that a citation is from, when that was clicked.
    """

    citation_activated = Signal(object)
    verdict_given = Signal(int, str)
    finding_activated = Signal(object)
    question_chosen = Signal(str)
    run_asked = Signal(str)

    def __init__(
        self, icons: Icons, actions: Actions, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._names = names
        self._preview = QuotePreview(self)
        self._answer: Answer | None = None
        self._question = ""
        self._suggested: tuple[str, ...] = ()

        self.head = AnswerHead()
        self.text = self._make_text(icons)
        self.progress = RunProgress(icons)
        self.progress.span_activated.connect(self.finding_activated)
        self.citations = self._make_citations(icons)
        self._lead, self._between, self._body = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._lead, self._between, self._body):
            part.setSpacing(8)
        self.scroller = self._make_scroller()
        self.foot = AnswerFoot(icons, actions)
        whole = column(self.scroller, self.foot)
        whole.setSpacing(0)
        self.setLayout(whole)
        self.clear()

    def _make_text(self, icons: Icons) -> AnswerText:
        text = AnswerText(icons)
        text.activated.connect(self.activate)
        text.pointed.connect(self._show_quote)
        text.left.connect(self._preview.hide)
        return text

    def _make_citations(self, icons: Icons) -> CitationList:
        citations = CitationList(icons)
        citations.activated.connect(self.activate)
        citations.verdict_given.connect(self.verdict_given)
        citations.run_asked.connect(self.run_asked)
        return citations

    def _make_scroller(self) -> QScrollArea:
        """Everything but the foot, one below the other."""
        content = QWidget()
        content.setObjectName("scrolled")
        layout = column(
            self.head, self._lead, self.text, self.progress, self._between, self.citations,
            self._body, 0, margins=(16, 12, 16, 16),
        )  # fmt: skip
        layout.setSpacing(6)
        content.setLayout(layout)
        scroller = QScrollArea()
        scroller.setAccessibleName(self.tr("Answer"))
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(content)
        return scroller

    @property
    def answer(self) -> Answer | None:
        """The answer on show."""
        return self._answer

    @property
    def claims(self) -> list[ClaimView]:
        """The claims of the whole answer on show."""
        return self.text.claims

    @property
    def cards(self) -> dict[int, CitationCard]:
        """The citations on show, by number."""
        return self.citations.cards

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

    def show_running(self, question: str, again: bool = False) -> None:
        """Show that a run goes on, or is shown `again`; findings are added as they come."""
        self._reset(question)
        self.head.show_badge(self.tr("Replay") if again else self.tr("Working"), "accent")

    def show_answer(
        self,
        question: str,
        answer: Answer,
        meta: str,
        matching: Collection[int] | None,
        story: Story | None = None,
    ) -> None:
        """Show the answer of a run. What of it is on show already stays as the reviewer left it.

        Args:
            question: that was asked.
            answer: to show.
            meta: model, time and cost, in words.
            matching: numbers of the citations whose quote was compared with the source and equals
                it; None where that was not done yet.
            story: how it came about, where that is known.
        """
        if (question, answer) == (self._question, self._answer):
            self.head.meta.setText(meta)
            self.citations.set_matching(matching)
            return
        self._reset(question)
        self._answer = answer
        story = story or Story()
        self.head.show_badge(*wording.status(answer))
        self.head.meta.setText(meta)
        self._show_warnings(answer)
        self.text.show_answer(answer, story)
        if answer.note:
            note = said(answer.note)
            words = label(note[:1].upper() + note[1:], "muted", wrap=True, selectable=True)
            self._between.addWidget(words)
        self.citations.show_answer(answer, matching, story.earlier)
        self._add_coverage(answer.coverage)
        self.foot.show_for(answer)

    def _show_warnings(self, answer: Answer) -> None:
        """What is to be known before the answer is read."""
        if answer.status == "not_found":
            words = wording.not_found(answer.coverage)
            self._lead.addWidget(label(words, wrap=True, selectable=True))
        if answer.contradictory:
            self._banner(
                self.tr(
                    "The sources disagree. All that they state is shown; nothing was preferred."
                )
            )

    def show_unfinished(self, question: str, failed: RunFailed | None, coverage: Coverage) -> None:
        """Show a run that has no answer: it failed, or was interrupted."""
        self._reset(question)
        if failed is not None:
            self.head.show_badge(self.tr("Failed"), "danger")
            self._note(said(failed.message), "")
            if failed.hint:
                self._note(said(failed.hint), "muted")
        else:
            self.head.show_badge(self.tr("Interrupted"), "warning")
            self._note(
                self.tr("The program ended during this run. What it read is kept below."), ""
            )
        self._add_coverage(coverage)
        self.foot.show_unfinished()

    def set_active(self, number: int) -> None:
        """Mark a citation as the one on show; 0 for none."""
        self.text.set_active(number)
        self.citations.set_active(number)
        if number in self.cards:
            self.scroller.ensureWidgetVisible(self.cards[number], 0, 24)

    def next_citation(self) -> None:
        """Go to the passage of the next citation."""
        self.activate(self.citations.from_active(1))

    def previous_citation(self) -> None:
        """Go to the passage of the citation before."""
        self.activate(self.citations.from_active(-1))

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
            text = wording.with_sources(self._question, self._answer)
            QGuiApplication.clipboard().setText(text)

    def _citation(self, number: int) -> Citation | None:
        citations = self._answer.citations if self._answer is not None else ()
        return next((c for c in citations if c.n == number), None)

    def _add_coverage(self, covered: Coverage) -> None:
        if not covered.pages:
            return
        self._body.addSpacing(4)
        self._note(self.tr("What was read"), "section")
        self._note(wording.coverage(covered, self._names), "small")
        blank = wording.without_text(covered, self._names)
        if blank:
            self._note(blank, "warning")

    def _show_quote(self, number: int, chip: QWidget) -> None:
        citation = self._citation(number)
        if citation is None:
            return
        card = self.cards.get(number)
        checked = card.checked.text() if card is not None else ""
        self._preview.show_for(citation, wording.place(citation), checked, chip)

    def _banner(self, text: str) -> None:
        banner = QFrame()
        banner.setObjectName("message")
        banner.setProperty("tone", "warning")
        words = label(text, "", wrap=True)
        banner.setLayout(row(words, margins=(10, 7, 10, 7)))
        self._lead.addWidget(banner)

    def _note(self, text: str, role: str) -> None:
        self._body.addWidget(label(text, role, wrap=True, selectable=True))

    def _reset(self, question: str) -> None:
        self._preview.hide()
        self._answer = None
        self._question = question
        self.text.clear()
        self.progress.clear()
        self.citations.clear()
        for part in (self._lead, self._between, self._body):
            _empty(part)
        self.head.show_question(question)
        self.foot.hide()
        self.scroller.verticalScrollBar().setValue(0)


def _empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
