"""A function of the REPL that finds entries which can't both be true.

An entry that says there is nothing of a kind can't stand beside one that says what there is: the
words tell. Of other pairs the judge is asked. Without examples a 1.5B model can't tell; after six
examples, and asked both ways round, it put 12 pairs of our own that contradict each other above 12
others in 96 of 100 comparisons.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from app.recursion.frame import Frame
from app.recursion.functions.values import Found, notes_of
from app.recursion.prompts import judge_prompts
from app.recursion.subcalls import judging, showing
from app.recursion.texts import denying

MOST = 6
"""So many entries are held against each other: 15 pairs."""

WORTH = 0.28
"""The probability from which a pair is asked the other way round as well: of 24 pairs that
contradict each other all had 0.30 at least."""

OPPOSED = 0.385
"""The probability from which two entries contradict each other. Of 12 further pairs that do it
takes 11, of 12 about one thing that don't, one; 0.34 took 11 and four."""

QUOTED = 220
"""Characters of an entry that is held against another."""

Pair = tuple[int, int]


def opposed(frame: Frame, topic: object, findings: object) -> list[object]:
    """Those of some findings about one topic that can't be true at once, group by group."""
    apart = _apart(frame, notes_of(frame, findings))
    about = str(topic).strip()
    denied, told = _denied(frame, about, apart)
    numbers = apart[: _most(frame)]
    pairs = list(combinations(numbers, 2))
    if told:
        # What else speaks against the denial is worth asking; what is left has no such sign.
        pairs = [pair for pair in pairs if denied.intersection(pair) and pair not in told]
    frame.held.update(numbers)
    found = sorted({*told, *_judged(frame, about, pairs)})
    frame.opposed.update(found)
    groups = joined(found)
    if len(groups) == 1:
        return [Found(n) for n in groups[0]]
    return [[_against(frame, group), [Found(n) for n in group]] for group in groups]


def _denied(frame: Frame, topic: str, numbers: Sequence[int]) -> tuple[set[int], list[Pair]]:
    """Findings that say there is nothing of the kind, each in a pair with all that say there is."""
    kind = denying.kind(topic)
    if kind is None:
        return set(), []
    said = {n: _said(frame, n) for n in numbers}
    denied = {n for n in numbers if kind.denies(said[n])}
    stated = {n for n in numbers if kind.states(said[n])}
    pairs = [pair for pair in combinations(numbers, 2) if _one_each(pair, denied, stated)]
    return denied, pairs


def _one_each(pair: Pair, denied: set[int], stated: set[int]) -> bool:
    return bool(denied.intersection(pair) and stated.intersection(pair))


def _judged(frame: Frame, topic: str, pairs: Sequence[Pair]) -> list[Pair]:
    """Those of some pairs that the judge takes to contradict, asked both ways round."""
    first = dict(zip(pairs, _chances(frame, topic, pairs), strict=True))
    likely = [pair for pair in pairs if first[pair] >= WORTH]
    second = _chances(frame, topic, [(b, a) for a, b in likely])
    return [
        pair
        for pair, again in zip(likely, second, strict=True)
        if (first[pair] + again) / 2 >= OPPOSED
    ]


def unheld(frame: Frame, findings: object) -> list[Found]:
    """Those of some findings that `opposed` left out, having held enough others together."""
    apart = _apart(frame, notes_of(frame, findings))
    return [Found(n) for n in apart if n not in frame.held]


def joined(pairs: Sequence[Pair]) -> list[list[int]]:
    """What pairs hold together, each group in order."""
    groups: list[set[int]] = []
    for pair in pairs:
        touched = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(pair).union(*touched))
    return sorted(sorted(group) for group in groups)


def _most(frame: Frame) -> int:
    """How many entries can be held against each other, both ways round, with the calls left."""
    budget = frame.ctx.budget
    pairs = (budget.limits.subcalls - budget.subcalls) // 2
    return next((n for n in range(MOST, 1, -1) if n * (n - 1) // 2 <= pairs), 0)


def _chances(frame: Frame, topic: str, pairs: Sequence[Pair]) -> list[float]:
    """How likely each pair is to contradict, asked in its order."""
    said = {n: _said(frame, n) for n in {n for pair in pairs for n in pair}}
    asked = [judge_prompts.contradict(topic, said[a], said[b]) for a, b in pairs]
    spans = [frame.notes[a].current.spans[0] for a, _ in pairs]
    return judging.judge_each(frame.ctx, "judge", topic, spans, asked)


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
