"""Findings in order of time: dates read from what was found, and where long gaps are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.evidence import verifying
from app.recursion.frame import Frame
from app.recursion.functions.values import Found, notes_of
from app.recursion.results import Finding
from app.recursion.subcalls import showing
from app.recursion.texts.dates import Dated, Unit, When, dates_in
from app.recursion.texts.phrases import Phrases

SHORTEST_GAP = 60
"""Days without a date that are too few to be called a gap."""

_FACTOR = 4.0

_BACK = 4_000
"""Characters before a passage in which the entry that it belongs to may begin."""

_BEGINS = 6
"""A paragraph whose date stands no later than this begins a dated entry."""


def timeline(frame: Frame, findings: object) -> list[list[object]]:
    """Findings by date, the earliest first, with long gaps between; pass it to FINAL.

    One that is dated by its month only stands before those of that month's days.
    """
    words = frame.ctx.phrases
    dated: list[tuple[When, str, int]] = []
    undated: list[list[object]] = []
    dates = {n: _date(frame, frame.notes[n].current) for n in notes_of(frame, findings)}
    for n in _once(frame, dates):
        answer, found = frame.notes[n].current.answer, dates[n]
        if found is None:
            undated.append([f"{words.undated}: {answer}", Found(n)])
            continue
        when, other = found.meant[0], found.other
        also = f" ({words.other} {other.said(words.months)})" if other else ""
        dated.append((when, f"{when.said(words.months)}{also}: {answer}", n))
    dated.sort(key=lambda entry: (entry[0], frame.notes[entry[2]].current.spans[0]))
    return [*_with_gaps(dated, words), *undated]


def long_gaps(dates: Iterable[When]) -> list[tuple[When, When]]:
    """Where much longer than usual passes between two dates: the dates before and after.

    Nothing is taken to be silent that a month or a year covers.
    """
    order = sorted(set(dates))
    begins = sorted({when.first for when in order})
    steps = [(b - a).days for a, b in pairwise(begins)]
    if len(steps) < 2:
        return []
    longest = max(SHORTEST_GAP, _FACTOR * median(steps))
    gaps = []
    latest = order[0]
    for when in order[1:]:
        if (when.first - latest.last).days > longest:
            gaps.append((latest, when))
        latest = max(latest, when, key=lambda one: one.last)
    return gaps


def _with_gaps(dated: list[tuple[When, str, int]], said: Phrases) -> list[list[object]]:
    """Entries as words and finding, and between them what lies on both sides of a gap."""
    gaps = {after: before for before, after in long_gaps(when for when, _, _ in dated)}
    last: dict[When, int] = {when: n for when, _, n in dated}
    lines: list[list[object]] = []
    for when, words, n in dated:
        before = gaps.pop(when, None)
        if before is not None:
            start, end = before.said(said.months), when.said(said.months)
            between = said.gap.format(start=start, end=end)
            lines.append([between, [Found(last[before]), Found(n)]])
        lines.append([words, Found(n)])
    return lines


def _date(frame: Frame, finding: Finding) -> Dated | None:
    """The date of a finding.

    That is the day that stands in the answer, else in the sentences cited, else of the entry or
    heading that these belong to; else a month or year, looked for in the same order. One that the
    answer gives in its own words, or that the sentences begin with, goes before the day of the
    heading: "In March 2021 she had surgery", in a note of a later day.
    """
    quote = verifying.quote_of(frame.ctx, finding)
    cited = dates_in(quote)
    said = dates_in(finding.answer) if finding.answer != quote else []
    around = _around(frame.ctx, finding.spans[0])
    if (day := _first(said, "day")) is not None:
        return day
    if said:
        within = [one for one in cited if said[0].meant[0].covers(one.meant[0])]
        return _first(within, "day") or said[0]
    begun = cited[:1] if cited and cited[0].start <= _BEGINS else []
    nearest = (_first(cited, "day"), *begun, _first(around, "day"), *cited, *around)
    return next((one for one in nearest if one is not None), None)


def _first(found: Sequence[Dated], unit: Unit) -> Dated | None:
    """The first date that is as exact as that."""
    return next((one for one in found if one.meant[0].unit == unit), None)


def _around(ctx: Context, span: Span) -> list[Dated]:
    """The date of the heading a passage stands under, and of the dated entry it belongs to.

    The last of a heading, and days first: a note may begin a paragraph with an earlier month.
    """
    document = ctx.document(span)
    found = dates_in(showing.heading(ctx, span))[::-1]
    for block in reversed(document.blocks_between(max(0, span.start - _BACK), span.start)):
        begun = dates_in(document.text[block.start : block.start + 60])[:1]
        found += (one for one in begun if one.start <= _BEGINS)
    return [replace(one, meant=one.meant[:1]) for one in found]


def _once(frame: Frame, dates: Mapping[int, Dated | None]) -> list[int]:
    """Findings without those that cite the same sentences for the same date."""
    kept: list[int] = []
    for n, date in dates.items():
        spans = frame.notes[n].current.spans
        if not any(
            _meant(date) == _meant(dates[m])
            and any(a.overlaps(b) for a in spans for b in frame.notes[m].current.spans)
            for m in kept
        ):
            kept.append(n)
    return kept


def _meant(found: Dated | None) -> tuple[When, ...]:
    return found.meant if found else ()
