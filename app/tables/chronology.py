"""A chronology: the dates in the passages that answers cite, in order of time, and the gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.documents.document import Span
from app.recursion.results import Citation
from app.recursion.texts.dates import When, dates_in

if TYPE_CHECKING:
    from app.sessions.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated finding.

    Attributes:
        when: the date, as exactly as the passage gives it: a month may have no day.
        other: what the date can mean as well, where day and month can't be told apart.
        words: the cited passage.
        at: where the date stands in `words`: start and end.
        claim: the statement of the answer that cites it.
        citation: that it is.
        run: the id of the run that found it.
    """

    when: When
    other: When | None
    words: str
    at: tuple[int, int]
    claim: str
    citation: Citation
    run: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Time between two entries in which there is none."""

    start: When
    end: When

    @property
    def days(self) -> int:
        """How long it is: from the last day that the one can mean to the first of the other."""
        return (self.end.first - self.start.last).days


def chronology(store: Store) -> list[Entry]:
    """The dated findings of all answers of a matter, the earliest first; each passage once.

    What is dated by its month only stands before the days of that month.

    What the reviewer rejected is left out.

    Raises:
        MatterError: if the matter can't be read.
    """
    there = {row.id for row in store.documents()}
    entries: dict[tuple[Span, int], Entry] = {}
    for head in store.runs():
        if head.status not in ("answered", "stopped"):
            continue
        record = store.run(head.id)
        answer = record.answer
        if answer is None:
            continue
        rejected = {given.citation for given in record.verdicts if given.verdict == "rejected"}
        claims = {n: claim.text for claim in answer.claims for n in claim.citations}
        for citation in answer.citations:
            if citation.n in rejected:
                continue
            if citation.span.document in there and citation.check.passed:
                for entry in entries_of(citation, claims.get(citation.n, ""), head.id):
                    entries.setdefault((citation.span, entry.at[0]), entry)
    return sorted(entries.values(), key=lambda e: (e.when, e.citation.span))


def entries_of(citation: Citation, claim: str, run: str) -> list[Entry]:
    """The dates in one cited passage."""
    return [
        Entry(
            when=found.meant[0],
            other=found.other,
            words=citation.quote,
            at=(found.start, found.end),
            claim=claim,
            citation=citation,
            run=run,
        )
        for found in dates_in(citation.quote)
    ]


def gaps(entries: Iterable[Entry]) -> list[Gap]:
    """Where much longer than usual passes between two entries."""
    # Here and not at the top: the window shows no chronology when it opens, and need not wait.
    from app.recursion.functions.dating import long_gaps

    return [Gap(before, after) for before, after in long_gaps(e.when for e in entries)]


def with_gaps(entries: Collection[Entry]) -> list[Entry | Gap]:
    """Entries in order of time, with the gaps between them."""
    found = {gap.end: gap for gap in gaps(entries)}
    lines: list[Entry | Gap] = []
    for entry in sorted(entries, key=lambda e: (e.when, e.citation.span)):
        gap = found.pop(entry.when, None)
        if gap is not None:
            lines.append(gap)
        lines.append(entry)
    return lines
