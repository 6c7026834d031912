"""What everything within one run shares: documents, engine, account, and the record of the run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.documents.search.index import PassageIndex
from app.engine.engine import Engine
from app.recursion.budget import Budget
from app.recursion.events import Emit, SliceRead, Spent
from app.recursion.memory import Memory
from app.recursion.results import Coverage, Evidence
from app.recursion.settings import Settings
from app.recursion.texts.phrases import Language, Phrases, language, of


@dataclass
class Ledger:
    """What a run has shown to the model and found so far; children write to the same one.

    Attributes:
        slices: what the model saw, in order.
        evidence: every finding that was checked, with its check.
        chances: how likely the judge found it that a slice answers a question.
        names: for each name that was met, the words of it that tell it from others.
        terms: the defined terms of each document that was asked about, by its id.
    """

    slices: list[Span] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    chances: dict[tuple[str, Span], float] = field(default_factory=dict)
    names: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    terms: dict[str, dict[str, Span]] = field(default_factory=dict)

    def chance(self, question: str, span: Span) -> float | None:
        """How likely the judge found it that a slice which holds this span answers; or None."""
        for (asked, judged), probability in self.chances.items():
            if asked == question and judged.overlaps(span):
                return probability
        return None


@dataclass
class Context:
    """One frame of a run: the root's, or a child's.

    Attributes:
        scope: the spans this frame may read; the root's holds every document whole.
        frame: the path of child RLMs, "" for the root.
        turn: the number of the turn that is under way.
        memory: what earlier runs found in this scope.
        language: of the reviewer's question, and so of the answer.
    """

    question: str
    documents: dict[str, Document]
    index: PassageIndex
    engine: Engine
    settings: Settings
    budget: Budget
    emit: Emit
    cancel: CancelToken
    scope: tuple[Span, ...]
    ledger: Ledger = field(default_factory=Ledger)
    frame: str = ""
    turn: int = 0
    memory: Memory = field(default_factory=Memory)
    language: Language | None = None

    def __post_init__(self) -> None:
        """Take the language of the question, unless a frame above this one has told it."""
        if self.language is None:
            self.language = language(self.question)

    @property
    def phrases(self) -> Phrases:
        """The program's own words, in the language of the answer."""
        return of(self.language)

    def child(self, question: str, scope: Sequence[Span], frame: str) -> Context:
        """A frame below this one, on the same account, ledger and engine."""
        memory = self.memory.within(scope)
        return replace(self, question=question, scope=tuple(scope), frame=frame, memory=memory)

    def document(self, span: Span) -> Document:
        """The document that a span lies in."""
        return self.documents[span.document]

    def text(self, span: Span) -> str:
        """The text of a span."""
        return self.document(span).quote(span)

    def show(self, spans: Iterable[Span], subcall: int | None = None) -> None:
        """Record, and tell, that the model is about to see these spans."""
        for span in spans:
            self.ledger.slices.append(span)
            self.emit(SliceRead(span, self.turn, subcall))

    def tell(self, activity: str) -> None:
        """Tell how much is spent and what is going on, in words."""
        budget = self.budget
        self.emit(Spent(budget.turns, budget.subcalls, budget.usage, budget.seconds, activity))

    def coverage(self) -> Coverage:
        """Which parts of the documents the model has seen so far."""
        read: set[tuple[str, int]] = set()
        seen: dict[str, list[Span]] = {}
        for span in self.ledger.slices:
            seen.setdefault(span.document, []).append(span)
            read.update((span.document, p.index) for p in self.document(span).pages_of(span))
        documents = self.documents.values()
        return Coverage(
            pages=sum(len(d.pages) for d in documents),
            pages_read=tuple(sorted(read)),
            pages_without_text=tuple(
                (d.id, p.index) for d in documents for p in d.pages if not p.has_text
            ),
            characters=sum(len(d.text) for d in documents),
            characters_read=sum(_length(spans) for spans in seen.values()),
        )


def _length(spans: Iterable[Span]) -> int:
    """Characters that spans of one document cover together, overlaps counted once."""
    total, end = 0, 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return total
