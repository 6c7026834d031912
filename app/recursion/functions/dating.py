"""Findings in order of time: dates read from what was found, and where long gaps are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from statistics import median

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.evidence import verifying
from app.recursion.frame import Frame
from app.recursion.functions.values import Found, notes_of
from app.recursion.results import Finding
from app.recursion.subcalls import showing
from app.recursion.texts import figures
from app.recursion.texts.phrases import Phrases

SHORTEST_GAP = 60
"""Days without a date that are too few to be called a gap."""

_FACTOR = 4.0

_BACK = 4_000
"""Characters before a passage in which the entry that it belongs to may begin."""

_BEGINS = 6
"""A paragraph whose date stands no later than this begins a dated entry."""


def timeline(frame: Frame, findings: object) -> list[list[object]]:
    """Findings by date, the earliest first, with long gaps between; pass it to FINAL."""
    words = frame.ctx.phrases
    dated: list[tuple[date, str, int]] = []
    undated: list[list[object]] = []
    for n in _once(frame, notes_of(frame, findings)):
        answer = frame.notes[n].current.answer
        day, other = _day(frame, frame.notes[n].current)
        if day is None:
            undated.append([f"{words.undated}: {answer}", Found(n)])
            continue
        also = f" ({words.other} {other.isoformat()})" if other else ""
        dated.append((day, f"{day.isoformat()}{also}: {answer}", n))
    dated.sort(key=lambda entry: (entry[0], frame.notes[entry[2]].current.spans[0]))
    return [*_with_gaps(dated, words), *undated]


def long_gaps(days: Iterable[date]) -> list[tuple[date, date]]:
    """Where much longer than usual passes between two days: the days before and after."""
    order = sorted(set(days))
    steps = [(b - a).days for a, b in pairwise(order)]
    if len(steps) < 2:
        return []
    longest = max(SHORTEST_GAP, _FACTOR * median(steps))
    return [(a, b) for a, b in pairwise(order) if (b - a).days > longest]


def _with_gaps(dated: list[tuple[date, str, int]], said: Phrases) -> list[list[object]]:
    """Entries as words and finding, and between them what lies on both sides of a gap."""
    gaps = {after: before for before, after in long_gaps(day for day, _, _ in dated)}
    last: dict[date, int] = {day: n for day, _, n in dated}
    lines: list[list[object]] = []
    for day, words, n in dated:
        before = gaps.pop(day, None)
        if before is not None:
            between = said.gap.format(start=before.isoformat(), end=day.isoformat())
            lines.append([between, [Found(last[before]), Found(n)]])
        lines.append([words, Found(n)])
    return lines


def _day(frame: Frame, finding: Finding) -> tuple[date | None, date | None]:
    """The date of a finding, and what that can mean as well.

    It stands in the answer, else in the sentences cited, else it is that of the entry or heading
    that these belong to.
    """
    quote = verifying.quote_of(frame.ctx, finding)
    for text in (finding.answer, quote):
        if found := figures.dates_in(text):
            days = found[0].days
            return days[0], days[1] if len(days) > 1 else None
    return _entry_day(frame.ctx, finding.spans[0]), None


def _entry_day(ctx: Context, span: Span) -> date | None:
    """The date of the heading a passage stands under, or of the dated entry that it belongs to."""
    if found := figures.dates_in(showing.heading(ctx, span)):
        return found[-1].days[0]
    document = ctx.document(span)
    for block in reversed(document.blocks_between(max(0, span.start - _BACK), span.start)):
        found = figures.dates_in(document.text[block.start : block.start + 60])
        if found and found[0].start <= _BEGINS:
            return found[0].days[0]
    return None


def _once(frame: Frame, numbers: list[int]) -> list[int]:
    """Findings without those that cite the same sentences for the same date."""
    kept: list[int] = []
    for n in numbers:
        finding = frame.notes[n].current
        day = _day(frame, finding)
        if not any(
            day == _day(frame, other)
            and any(a.overlaps(b) for a in finding.spans for b in other.spans)
            for other in (frame.notes[m].current for m in kept)
        ):
            kept.append(n)
    return kept
