"""Functions of the REPL for lists and counts: what items there are, each once.

A small model that is shown a table and asked for some of its rows leaves out half of them, or
answers with nothing. Asked of each row by itself whether it is one, it is seldom wrong if it sees
the title over the table as well: of 16 rows of three tables the four that a question asked for had
0.64 to 0.72 with it, the others up to 0.48; without it 0.25 to 0.43, the others up to 0.53.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.documents.document import Span
from app.recursion.evidence import comparing, verifying
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.values import Found, notes_of
from app.recursion.prompts import judge_prompts
from app.recursion.results import Finding
from app.recursion.subcalls import judging, showing, subcall
from app.recursion.texts import tabling

ROW = 0.5
"""A row that the judge finds at least this likely to be an item is one, ..."""

LEAST = 0.3
GAP = 1.5
"""... unless the rows fall into two groups: where the likeliest row reaches `LEAST`, and a gap this
wide in log-odds parts some rows from the rest, those above it are the items."""


ENUMERATED = 3
"""An answer that names so many things enumerates them."""

_AND = re.compile(r"\s*(?:,\s*(?:and|or|und|oder)\b|,|;|\b(?:and|or|und|oder)\b)\s+(?!\d{3}\b)")


def pick(frame: Frame, item: object, slices: object) -> list[Found]:
    """Rows of the slices' tables that are such an item, judged one by one; tables are whole."""
    words, spans = asking.asked(frame, item, slices)
    ctx = frame.ctx
    whole = _completed(frame, spans)
    rows = [row for span in whole for row in tabling.rows(ctx.document(span), span)]
    if not rows:
        return []
    now, _ = asking.within_budget(frame, rows, [1] * len(rows))
    first = ctx.budget.subcalls + 1
    asked = [judge_prompts.is_item(words, showing.titled(ctx, row)) for row in now]
    chances = judging.judge_each(ctx, "judge", words, now, asked)
    bar = _bar(chances)
    found: list[Found] = []
    for i, (row, chance) in enumerate(zip(now, chances, strict=True)):
        if chance < bar:
            continue
        finding = Finding(tabling.said(ctx.document(row), row), (row,), row, first + i)
        noted = asking.kept(frame, finding, "pick", words)
        frame.settle(noted.n, verifying.settled(ctx, finding, chance))
        found.append(noted)
    return found


def extract(frame: Frame, question: object, slices: object) -> list[Found]:
    """List every item of a kind that the slices state: one finding for each item."""
    item, spans = asking.asked(frame, question, slices)
    now, _ = asking.within_budget(frame, spans, asking.calls(frame, spans))
    found = subcall.extract_each(frame.ctx, item, now)
    return [
        asking.kept(frame, f, "extract", item)
        for findings in found
        for f in findings
        if not all(tabling.is_title(frame.ctx.document(s), s) for s in f.spans)
    ]


def several(frame: Frame, findings: object) -> list[Found]:
    """Findings that state several items at once: one that enumerates them, or a list's entries."""
    numbers = notes_of(frame, findings)
    introduced = [n for n in numbers if frame.notes[n].by == "best"]
    if introduced:
        return [Found(n) for n in introduced]
    notes = [frame.notes[n] for n in numbers[:1]]
    answers = [note.current.answer for note in notes]
    return [Found(n) for n, said in zip(numbers, answers, strict=False) if _enumerates(said)]


def _enumerates(answer: str) -> bool:
    """Whether an answer names three things or more: "apples, pears and plums"."""
    return len(_AND.split(answer.strip(" ."))) >= ENUMERATED


def merge(frame: Frame, findings: object) -> list[Found]:
    """One finding for each thing said: those that say the same are counted once."""
    kept: list[int] = []
    for n in notes_of(frame, findings):
        if not any(_same(frame, n, m) for m in kept):
            kept.append(n)
    return [Found(n) for n in kept]


def _bar(chances: Sequence[float]) -> float:
    """The probability from which rows are items: compared with one another, not with a constant."""
    order = sorted(chances, reverse=True)
    if order and order[0] >= LEAST:
        odds = [judging.log_odds(chance) for chance in order]
        gaps = [above - below for above, below in pairwise(odds)]
        widest = max(range(len(gaps)), key=gaps.__getitem__, default=-1)
        if widest >= 0 and gaps[widest] >= GAP and order[widest] >= LEAST:
            return order[widest]
    return ROW


def _same(frame: Frame, n: int, m: int) -> bool:
    """Whether two findings say the same; rows of one table are entries of their own."""
    one, other = frame.notes[n].finding, frame.notes[m].finding
    a, b = one.spans[0], other.spans[0]
    document = frame.ctx.document(a)
    if a.document == b.document and tabling.different_rows(document, a, b):
        return False
    return comparing.same(one, other)


def _completed(frame: Frame, spans: Sequence[Span]) -> list[Span]:
    """Spans with the whole of the tables they cut, as far as the frame may read; joined."""
    joined: list[Span] = []
    for span in spans:
        grown = tabling.whole(frame.ctx.document(span), span)
        inside = next((s for s in frame.ctx.scope if s.overlaps(grown)), span)
        grown = Span(span.document, max(grown.start, inside.start), min(grown.end, inside.end))
        near = next((i for i, other in enumerate(joined) if other.overlaps(grown)), None)
        if near is None:
            joined.append(grown)
        else:
            start = min(joined[near].start, grown.start)
            joined[near] = Span(span.document, start, max(joined[near].end, grown.end))
    return joined
