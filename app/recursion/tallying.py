"""A function of the REPL that counts what occurs how often: by person, by kind, by month.

The program counts. The model only says, of one item after the other, for which it counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.document import Span
from app.recursion import asking, subcall
from app.recursion.frame import Frame
from app.recursion.values import Found, notes_of


def tally(frame: Frame, question: object, items: object) -> list[list[object]]:
    """Group items by what a question counts them for: pairs of words and findings, most first."""
    numbers = notes_of(frame, items)
    spans = [_sentence(frame, n) for n in numbers]
    asked = str(question).strip()
    now, _ = asking.within_budget(frame, spans, [1] * len(spans))
    labels = subcall.label_each(frame.ctx, asked, now)
    groups = grouped(labels)
    kept = list(zip(numbers, labels, strict=False))
    return [
        [f"{label}: {count}", [Found(n) for n, said in kept if said and _plain(said) == plain]]
        for plain, (label, count) in groups
    ]


def grouped(labels: Sequence[str]) -> list[tuple[str, tuple[str, int]]]:
    """Labels in plain form, each with how it was written first and how often; most first."""
    counts: dict[str, tuple[str, int]] = {}
    for label in filter(None, labels):
        first, count = counts.get(_plain(label), (label, 0))
        counts[_plain(label)] = (first, count + 1)
    return sorted(counts.items(), key=lambda entry: -entry[1][1])


def _sentence(frame: Frame, n: int) -> Span:
    note = frame.notes[n]
    finding = note.evidence.finding if note.evidence is not None else note.finding
    return finding.spans[0]


def _plain(label: str) -> str:
    return " ".join(label.casefold().split()).strip(" .,:;")
