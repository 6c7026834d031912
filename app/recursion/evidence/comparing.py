"""Findings held against each other: which say the same, and which contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.recursion.results import Evidence, Finding
from app.recursion.texts import figures


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same: no other figures, and the same words or sentences."""
    a, b = figures.facts(one.answer), figures.facts(other.answer)
    if (a.numbers, a.dates) != (b.numbers, b.dates):
        return False
    if any(x.overlaps(y) for x in one.spans for y in other.spans):
        return True
    return words_of(one.answer) == words_of(other.answer)


def contradicts(one: str, other: str) -> bool:
    """Whether two answers to one question give different figures or dates."""
    a, b = figures.facts(one), figures.facts(other)
    numbers = bool(a.numbers and b.numbers) and not (a.numbers & b.numbers)
    dates = bool(a.dates and b.dates) and not (a.dates & b.dates)
    return numbers or dates


def merge(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Evidence grouped into claims: what says the same is one claim, resting on all of it.

    Two say the same when their answers are the same in figures, dates and words, or cite the same
    sentences. The likeliest comes first and lends the claim its words.
    """
    claims: list[tuple[str, list[Evidence]]] = []
    for item in sorted(evidence, key=lambda e: -e.check.probability):
        for _, members in claims:
            if any(same(item.finding, m.finding) for m in members):
                members.append(item)
                break
        else:
            claims.append((item.finding.answer, [item]))
    return claims


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in their order, upper and lower case alike."""
    return tuple(re.findall(r"\w+", text.lower()))
