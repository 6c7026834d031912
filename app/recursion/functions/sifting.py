"""A function of the REPL for lists and counts whose items stand scattered in running text.

A small model that is shown a passage and asked for all items leaves some out and makes some up.
Asked of one sentence whether it states an item, it is seldom wrong; and sentences that state items
of one kind are alike, so that those nearest in meaning are judged first and the rest not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.evidence import anchoring, verifying
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.values import Found
from app.recursion.prompts import judge_prompts
from app.recursion.results import Finding
from app.recursion.subcalls import judging, showing
from app.recursion.texts import tabling

BATCH = 8
"""So many sentences are judged at once, ..."""

EMPTY = 2
"""... and after so many batches without an item no more are; after one, where the nearest in
meaning came first."""

SHORTEST = 12
"""Characters; a shorter sentence states no item by itself."""

NEARNESS = 6.0
"""The weight of the nearness in meaning of item and sentence, in log-odds for a cosine, ..."""

MIDDLE = 0.45
"""... against this one. On 14 lists of our own the least likely item then lay 1.5 to 4 above the
likeliest other sentence; by the judge alone some lay below."""

GAP = 1.2
"""A gap this wide in log-odds parts the items from what only is about the same."""

QUOTED = 400
"""Characters of a sentence that stands for an item."""


def sift(frame: Frame, item: object, slices: object) -> list[Found]:
    """Sentences of the slices that state such an item, judged one by one, nearest first."""
    words, spans = asking.asked(frame, item, slices)
    ctx = frame.ctx
    queue, near = _by_nearness(ctx, words, _sentences(ctx, spans))
    odds: dict[Span, float] = {}
    numbers: dict[Span, int] = {}
    empty = 0
    for at in range(0, len(queue), BATCH):
        batch, left = asking.within_budget(frame, queue[at : at + BATCH], [1] * BATCH)
        first = ctx.budget.subcalls + 1
        asked = [judge_prompts.is_item(words, showing.shown(ctx, s)) for s in batch]
        chances = judging.judge_each(ctx, "judge", words, batch, asked)
        for i, (span, chance) in enumerate(zip(batch, chances, strict=True)):
            odds[span] = judging.log_odds(chance) + near.get(span, 0.0)
            odds[span] -= anchoring.lost(ctx, f"{ctx.question} {words}", [span])
            numbers[span] = first + i
        least = bar(list(odds.values()))
        empty = 0 if any(odds[span] >= least for span in batch) else empty + 1
        if left or empty == (1 if near else EMPTY):
            break
    for span in anchoring.one_of_many(ctx, ctx.question, [s for s in odds if odds[s] >= 0]):
        odds[span] -= anchoring.ANOTHER
    least = bar(list(odds.values()))
    kept = [span for span in sorted(odds) if odds[span] >= least]
    found = [_found(frame, words, span, numbers[span], odds[span]) for span in kept]
    return [each for one in found for each in (one, *asking.introduced(frame, one.n))]


def bar(odds: Sequence[float]) -> float:
    """The log-odds from which sentences state items: even ones, or above the widest gap over these.

    What only speaks of the same is often found likely too, but less so than the items.
    """
    order = sorted((o for o in odds if o >= 0), reverse=True)
    gaps = [above - below for above, below in pairwise([*order, 0.0])]
    widest = max(range(len(gaps)), key=gaps.__getitem__, default=-1)
    return order[widest] if widest >= 0 and gaps[widest] >= GAP else 0.0


def _sentences(ctx: Context, spans: Sequence[Span]) -> list[Span]:
    """The sentences of slices, each once, in their order; no headings, nor heads of columns."""
    found: dict[Span, None] = {}
    for span in spans:
        document = ctx.document(span)
        for sentence in showing.sentence_spans(ctx, span):
            if sentence.end - sentence.start >= SHORTEST and not tabling.is_title(
                document, sentence
            ):
                found.setdefault(sentence)
    return list(found)


def _by_nearness(
    ctx: Context, words: str, sentences: list[Span]
) -> tuple[list[Span], dict[Span, float]]:
    """Sentences, the nearest in meaning first, and what that adds to the log-odds of each.

    Without vectors they stay in the order in which they were found.
    """
    asked = words if words == ctx.question else f"{ctx.question} {words}"
    cosines = ctx.index.nearness(asked, [showing.shown(ctx, s) for s in sentences])
    if cosines is None:
        return sentences, {}
    near = {
        sentence: NEARNESS * (cosine - MIDDLE)
        for sentence, cosine in zip(sentences, cosines, strict=True)
    }
    return sorted(sentences, key=lambda s: -near[s]), near


def _found(frame: Frame, item: str, sentence: Span, number: int, odds: float) -> Found:
    """A sentence that states an item, as a finding that quotes itself."""
    ctx = frame.ctx
    said = " ".join(tabling.said(ctx.document(sentence), sentence).split())[:QUOTED]
    finding = Finding(said, (sentence,), sentence, number)
    noted = asking.kept(frame, finding, "sift", item)
    frame.settle(noted.n, verifying.settled(ctx, finding, judging.probability(odds)))
    return noted
