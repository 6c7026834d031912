"""The citations below an answer, a card for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.recursion.results import Answer, Citation
from app.sessions.rows import Verdict
from app.ui.answers import wording
from app.ui.answers.citation_card import CitationCard
from app.ui.appearance.icons import Icons
from app.ui.background.gradually import Gradually
from app.ui.widgets.basic import label


class CitationList(QWidget):
    """Shows the citations of an answer, or the passages that came nearest to one.

    Attributes:
        cards: by the citations' numbers, in order.
        active: the number of the one on show; 0 for none.

    Signals:
        activated: the number of a citation that was clicked.
        verdict_given: a citation's number and the reviewer's verdict.
        run_asked: the id of the earlier run that a citation is from, when that was clicked.
    """

    activated = Signal(int)
    verdict_given = Signal(int, str)
    run_asked = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._builder = Gradually(self)
        self._numbers: tuple[int, ...] = ()
        self._matching: Collection[int] | None = None
        self._verdicts: dict[int, Verdict] = {}
        self.active = 0
        self.cards: dict[int, CitationCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 0)
        self._layout.setSpacing(8)

    def clear(self) -> None:
        """Show none."""
        self.hide()
        self._builder.stop()
        self.cards.clear()
        self.active, self._numbers, self._verdicts = 0, (), {}
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_answer(
        self, answer: Answer, matching: Collection[int] | None, earlier: Mapping[str, str]
    ) -> None:
        """Show an answer's citations.

        Args:
            answer: whose they are.
            matching: numbers of those whose quote was compared with the source and equals it; None
                where that was not done yet.
            earlier: what the earlier runs that found some of them were asked, by their ids.
        """
        self.clear()
        found = answer.status != "not_found"
        heading = self.tr("Citations") if found else self.tr("Nearest passages, not verified")
        self._layout.addWidget(label(heading, "section"))
        if words := wording.recalled(answer):
            self._layout.addWidget(label(words, "small", wrap=True))
        self._matching = matching
        self._numbers = tuple(citation.n for citation in answer.citations)
        self._builder.build(
            partial(self._add, citation, earlier.get(citation.origin, ""))
            for citation in answer.citations
        )
        self.setVisible(bool(answer.citations))

    def _add(self, citation: Citation, asked: str) -> None:
        """Add a card, as everything that was said of all of them has it."""
        card = CitationCard(citation, self._icons, asked)
        card.activated.connect(self.activated)
        card.verdict_given.connect(self.verdict_given)
        card.run_asked.connect(self.run_asked)
        self.cards[citation.n] = card
        self._match(card)
        card.set_verdict(self._verdicts.get(citation.n))
        card.set_active(citation.n == self.active)
        self._layout.addWidget(card)

    def set_matching(self, matching: Collection[int] | None) -> None:
        """Say which quotes equal their source; None: they were not compared yet."""
        self._matching = matching
        for card in self.cards.values():
            self._match(card)

    def _match(self, card: CitationCard) -> None:
        known = self._matching
        card.set_matches(None if known is None else card.citation.n in known)

    def set_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Show what reviewers said of these citations, and nothing of the others."""
        self._verdicts = {given.citation: given for given in verdicts}
        for number, card in self.cards.items():
            card.set_verdict(self._verdicts.get(number))

    def add_verdict(self, given: Verdict) -> None:
        """Show what a reviewer just said of one."""
        self.set_verdicts([*self._verdicts.values(), given])

    def accept(self) -> None:
        """Accept the active citation."""
        self._judge("accepted")

    def reject(self) -> None:
        """Reject the active citation."""
        self._judge("rejected")

    def flag(self) -> None:
        """Flag the active citation."""
        self._judge("flagged")

    def _judge(self, kind: str) -> None:
        """Give a verdict on the active citation; where none is, the first one is gone to."""
        if self.active in self.cards:
            self.cards[self.active].judge(kind)
        elif self._numbers:
            self.activated.emit(self._numbers[0])

    def set_active(self, number: int) -> None:
        """Mark a citation as the one on show; 0 for none."""
        self.active = number
        for n, card in self.cards.items():
            card.set_active(n == number)

    def from_active(self, by: int) -> int:
        """The number of the citation so many on from the active one, going round; 0 for none."""
        numbers = self._numbers
        if not numbers:
            return 0
        at = numbers.index(self.active) if self.active in numbers else (-1 if by > 0 else 0)
        return numbers[(at + by) % len(numbers)]
