"""What a run finds, and what it says in the end. Plain data, shared by events, store and report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.documents.document import Span

Status = Literal["answered", "not_found", "stopped", "failed"]
"""How a run ended; see `Answer`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sub-call reported about a slice, with the sentences it rests on.

    Attributes:
        answer: the reply to the question, as a sentence or a value.
        spans: the cited sentences, tightest first known, in document order.
        source: the slice that was shown.
        subcall: the number of the sub-call in the run.
    """

    answer: str
    spans: tuple[Span, ...]
    source: Span
    subcall: int


@dataclass(frozen=True, slots=True)
class Check:
    """What verification found about one finding.

    Attributes:
        probability: the judge's probability that the cited sentences state the answer.
        missing: figures, dates and names of the answer that the cited sentences do not hold.
        passed: whether the finding counts as evidence.
    """

    probability: float
    missing: tuple[str, ...] = ()
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding together with its verification; `origin` is the earlier run it is from, or ""."""

    finding: Finding
    check: Check
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A number in the answer, tied to a span, its quote and its verification.

    `quote` equals `text[start:end]` of the cited document, always. `page` is the index from 0 of
    the page on which the span starts, `label` what is printed there. `origin` is the id of the
    earlier run that found it, or "".
    """

    n: int
    span: Span
    document_name: str
    page: int
    label: str
    quote: str
    check: Check
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the answer and the numbers of the citations it rests on; none: unproven."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which parts of the documents were shown to the model in a run.

    Attributes:
        pages: pages in all documents.
        pages_read: (document id, page index) of every page of which some text was shown.
        pages_without_text: (document id, page index) of pages that hold no text to show.
        characters: of text in all documents; characters_read: of those shown.
    """

    pages: int = 0
    pages_read: tuple[tuple[str, int], ...] = ()
    pages_without_text: tuple[tuple[str, int], ...] = ()
    characters: int = 0
    characters_read: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reviewer gets.

    Attributes:
        status: "answered"; "not_found"; "stopped" (by a budget or by the reviewer, with what there
            was by then); "failed".
        claims: the answer, statement by statement.
        citations: the passages that the claims rest on; of a "not_found", those that came nearest.
        note: why it ended as it did, where that needs saying ("the budget of 60 s was spent").
        contradictory: whether citations disagree with one another; both are then claims.
        summary: a long answer in short; none where the claims are few.
    """

    status: Status
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    coverage: Coverage = Coverage()
    note: str = ""
    contradictory: bool = False
    summary: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        """The answer as running text, with citation numbers in brackets."""
        return _running(self.claims)

    @property
    def short(self) -> str:
        """The summary of a long answer in the same form; "" where there is none."""
        return _running(self.summary)


def _running(claims: tuple[Claim, ...]) -> str:
    return "\n".join(c.text + "".join(f" [{n}]" for n in c.citations) for c in claims)
