"""Evidence becomes an answer with numbered citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.results import Answer, Check, Citation, Claim, Evidence, Status

NEAREST = 0.4
"""A passage this likely is worth a look where nothing was found, ..."""

MOST_NEAREST = 3
"""... and so many are shown."""


def answer(
    ctx: Context,
    claims: Sequence[tuple[str, Sequence[Evidence]]],
    status: Status,
    note: str = "",
    contradictory: bool = False,
) -> Answer:
    """The answer: claims with numbered citations, and what was covered."""
    citations: dict[Span, Citation] = {}
    said: list[Claim] = []
    for text, evidence in claims:
        numbers: dict[int, None] = {}
        for span, check in ((span, item.check) for item in evidence for span in item.finding.spans):
            if span not in citations:
                citations[span] = _citation(ctx, len(citations) + 1, span, check)
            numbers[citations[span].n] = None
        said.append(Claim(text, tuple(numbers)))
    return Answer(
        status, tuple(said), tuple(citations.values()), ctx.coverage(), note, contradictory
    )


def with_nearest(ctx: Context, answer: Answer) -> Answer:
    """A "not found" with the passages that came nearest, none of which passed verification.

    The judge of a small model refuses right passages as well; a reviewer sees that at a glance.
    """
    near = [
        item
        for item in sorted(ctx.ledger.evidence, key=lambda e: -e.check.probability)
        if not item.check.missing and item.check.probability >= NEAREST
    ]
    first: dict[Span, Check] = {}
    for item in near:
        for span in item.finding.spans:
            if not any(span.overlaps(other) for other in first):
                first[span] = item.check
    shown = list(first.items())[:MOST_NEAREST]
    citations = (_citation(ctx, n, span, check) for n, (span, check) in enumerate(shown, 1))
    return replace(answer, citations=tuple(citations))


def _citation(ctx: Context, n: int, span: Span, check: Check) -> Citation:
    document = ctx.document(span)
    page = document.page_at(span.start)
    return Citation(n, span, document.name, page.index, page.label, document.quote(span), check)
