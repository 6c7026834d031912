"""Functions of the REPL that group items: what occurs how often, and what has something in common.

The program groups and counts. The model only says, of one item after the other, what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.documents.document import Span
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.values import Found, notes_of
from app.recursion.plans import kinds
from app.recursion.subcalls import subcall

_FIGURES = re.compile(
    r"(?:\w+-)?(?:figures?|numbers?|amounts?|sums?|prices?|dates?|years?|ages?|codes?|doses?|rates?"
    r"|totals?|\w*nummern?|\w*zahl(?:en)?|betrag|beträge|summen?|preise?|\w*datum|jahre?|dosis)",
    re.IGNORECASE,
)
"""What is told by figures."""


def shared(frame: Frame, question: object, items: object) -> list[list[object]]:
    """Group items that share what a question says: pairs of words and findings, two or more."""
    asked = str(question).strip()
    thing = kinds.shares(asked) or asked
    groups = _grouped(frame, f"Which {thing} occurs most often?", items)
    if _FIGURES.fullmatch(thing):  # A passage that gives none was no such item.
        groups = [group for group in groups if re.search(r"\d", group[0])]
    return [
        [f"{label}: {'; '.join(_said(frame, n) for n in members)}", [Found(n) for n in members]]
        for label, members in groups
        if len(members) > 1
    ]


def tally(frame: Frame, question: object, items: object) -> list[list[object]]:
    """Group items by what a question counts them for: pairs of words and findings, most first."""
    groups = _grouped(frame, str(question).strip(), items)
    return [[f"{label}: {len(members)}", [Found(n) for n in members]] for label, members in groups]


def _grouped(frame: Frame, asked: str, items: object) -> list[tuple[str, list[int]]]:
    """Findings, by number, under what each is of; the largest group first."""
    numbers = notes_of(frame, items)
    spans = [_sentence(frame, n) for n in numbers]
    now, _ = asking.within_budget(frame, spans, [1] * len(spans))
    labels = subcall.label_each(frame.ctx, asked, now)
    kept = list(zip(numbers, labels, strict=False))
    return [
        (label, [n for n, said in kept if said and _plain(said) == plain])
        for plain, (label, _) in grouped(labels)
    ]


def grouped(labels: Sequence[str]) -> list[tuple[str, tuple[str, int]]]:
    """Labels in plain form, each with how it was written first and how often; most first."""
    counts: dict[str, tuple[str, int]] = {}
    for label in filter(None, labels):
        first, count = counts.get(_plain(label), (label, 0))
        counts[_plain(label)] = (first, count + 1)
    return sorted(counts.items(), key=lambda entry: -entry[1][1])


def _sentence(frame: Frame, n: int) -> Span:
    return frame.notes[n].current.spans[0]


def _said(frame: Frame, n: int) -> str:
    return frame.notes[n].current.answer.rstrip(".")


def _plain(label: str) -> str:
    return " ".join(label.casefold().split()).strip(" .,:;")
