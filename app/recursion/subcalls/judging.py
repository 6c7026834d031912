"""The judge: how likely the model's next word is Yes, for many questions at once."""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.documents.document import Span
from app.engine.engine import Message
from app.recursion.budget import Limits
from app.recursion.context import Context
from app.recursion.events import SubcallFinished
from app.recursion.prompts import judge_prompts
from app.recursion.subcalls.showing import passage
from app.recursion.subcalls.subcall import TOGETHER, Kind, start, transcript

PLACE = 0.1
"""What a place further down in a search costs a slice, in the judge's log-odds."""

KEPT = 0.2
"""The share of what is left that judging leaves for asking about the likeliest."""


def rank(ctx: Context, question: str, spans: Sequence[Span]) -> list[tuple[Span, float]]:
    """Slices with the judge's probability that they answer the question, best first.

    They come as a search ranked them, and that counts too: where the judge hardly tells them apart,
    as of questions of yes or no, their order is kept. Where tokens or seconds do not last for all,
    the last ones are not judged and are not among them.
    """
    chances: list[float] = []
    before = ctx.budget.left
    while len(chances) < len(spans) and (not chances or _lasts(ctx.budget.left, before)):
        now = spans[len(chances) : len(chances) + TOGETHER]
        asked = [judge_prompts.judge(question, passage(ctx, s)) for s in now]
        chances += judge_each(ctx, "judge", question, now, asked)
        if len(chances) < len(spans):
            ctx.tell(f"{len(chances)} of {len(spans)} passages judged")
    judged = spans[: len(chances)]
    ctx.ledger.chances.update({(question, s): p for s, p in zip(judged, chances, strict=True)})
    order = sorted(range(len(judged)), key=lambda i: PLACE * i - log_odds(chances[i]))
    return [(judged[i], chances[i]) for i in order]


def _lasts(left: Limits, before: Limits) -> bool:
    """Whether what is left is more than what judging is to leave of what there was before."""
    return left.tokens > KEPT * before.tokens and left.seconds > KEPT * before.seconds


def judge_each(
    ctx: Context,
    kind: Kind,
    question: str,
    spans: Sequence[Span],
    conversations: Sequence[Sequence[Message]],
) -> list[float]:
    """The probability of Yes for each conversation; `spans[i]` is what the i-th shows."""
    if not spans:
        return []
    first = ctx.budget.take_subcalls(len(spans))
    for i, span in enumerate(spans):
        start(ctx, first + i, kind, question, span)
    judgements = ctx.engine.judge_each(conversations, ctx.cancel)
    for i, judgement in enumerate(judgements):
        ctx.budget.add(judgement.usage)
        ctx.emit(
            SubcallFinished(
                first + i,
                f"P(yes) = {judgement.probability:.2f}",
                (),
                judgement.probability,
                judgement.usage,
                transcript(conversations[i]),
                cached=judgement.usage.cached_calls > 0,
            )
        )
    ctx.tell(f"{len(spans)} passages judged" if len(spans) > 1 else "1 passage judged")
    return [j.probability for j in judgements]


def log_odds(probability: float) -> float:
    """The logarithm of how many times likelier yes is than no."""
    sure = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(sure / (1 - sure))


def probability(odds: float) -> float:
    """The probability with these log-odds."""
    return 1 / (1 + math.exp(-odds))
