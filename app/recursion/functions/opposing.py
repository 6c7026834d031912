"""A function of the REPL that finds entries which can't both be true.

Asked of two statements without examples, a 1.5B model can't tell. After six examples, and asked
both ways round, it put 12 pairs of our own that contradict each other above 12 others in 96 of 100
comparisons.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from app.recursion.frame import Frame
from app.recursion.functions.values import Found, notes_of
from app.recursion.prompts import judge_prompts
from app.recursion.subcalls import judging, showing

MOST = 8
"""So many entries are held against each other: 28 pairs, each asked both ways round."""

OPPOSED = 0.34
"""The probability from which two entries contradict each other. It took all 12 of the pairs that
do, and two of the others: a reviewer who sees both can tell."""

QUOTED = 300
"""Characters of an entry that is held against another."""

Pair = tuple[int, int]


def opposed(frame: Frame, topic: object, findings: object) -> list[object]:
    """Those of some findings about one topic that can't be true at once, group by group."""
    numbers = _apart(frame, notes_of(frame, findings))[:MOST]
    budget = frame.ctx.budget
    left = (budget.limits.subcalls - budget.subcalls) // 2
    pairs = list(combinations(numbers, 2))[: max(0, left)]
    chances = _chances(frame, str(topic).strip(), pairs)
    found = [pair for pair, chance in zip(pairs, chances, strict=True) if chance >= OPPOSED]
    frame.opposed.update(found)
    groups = joined(found)
    if len(groups) == 1:
        return [Found(n) for n in groups[0]]
    return [[_against(frame, group), [Found(n) for n in group]] for group in groups]


def joined(pairs: Sequence[Pair]) -> list[list[int]]:
    """What pairs hold together, each group in order."""
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(pair).union(*touched))
    return sorted(sorted(group) for group in groups)


def _chances(frame: Frame, topic: str, pairs: Sequence[Pair]) -> list[float]:
    """How likely each pair is to contradict, asked both ways round."""
    ways = [*pairs, *((b, a) for a, b in pairs)]
    said = {n: _said(frame, n) for n in {n for pair in pairs for n in pair}}
    asked = [judge_prompts.contradict(topic, said[a], said[b]) for a, b in ways]
    spans = [frame.notes[a].current.spans[0] for a, _ in ways]
    chances = judging.judge_each(frame.ctx, "judge", topic, spans, asked)
    half = len(pairs)
    return [(chances[i] + chances[half + i]) / 2 for i in range(half)]


def _apart(frame: Frame, numbers: Sequence[int]) -> list[int]:
    """Findings each of other words and of another place than those before it."""
    kept: list[int] = []
    for n in dict.fromkeys(numbers):
        spans = frame.notes[n].current.spans
        words = _said(frame, n).casefold()
        if not any(
            words == _said(frame, m).casefold()
            or any(one.overlaps(other) for one in spans for other in frame.notes[m].current.spans)
            for m in kept
        ):
            kept.append(n)
    return kept


def _against(frame: Frame, group: Sequence[int]) -> str:
    return " — ".join(frame.notes[n].current.answer.rstrip(".") for n in group)


def _said(frame: Frame, n: int) -> str:
    """What a finding's sentences say, as the model sees it."""
    spans = frame.notes[n].current.spans
    return " ".join(" ".join(showing.shown(frame.ctx, s).split()) for s in spans)[:QUOTED]
