"""What a plan that goes through everything will cost, told before its cell runs.

It grows with the documents, so a reviewer is to know of it while nothing is spent yet. It is rough:
of a question put to each document, what it cost as a rule counts; for the time, how fast the model
has been in this run.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.engine.engine import Usage
from app.recursion.context import Context
from app.recursion.events import Estimated
from app.recursion.plans.cell_lines import PART_SIZE, PASSAGE_SIZE, Reach, Work
from app.recursion.plans.kinds import Plan

_CHARACTERS = 4
"""Of a token, about, in English."""

_JUDGED, _ASKED, _IN_SHORT = 150, 300, 400
"""Tokens it takes, about, to judge a passage; to ask about one, and to verify what it states; and
to verify and put in short what a part states, its own text not counted."""

_WRITTEN = 30
"""How many of them, about, are the model's reply."""

_ALL = 0.95
"""With a share of it this large, nothing is said of limits: the estimate is rougher than that."""


def estimate(ctx: Context, plan: Plan, work: Work, usage: Usage) -> Estimated | None:
    """What is ahead; None where a search decides what is read.

    Args:
        ctx: the frame's.
        plan: that is to be worked through.
        work: what its cell is written for.
        usage: of the call that wrote the plan, which is not booked yet.
    """
    sizes = [span.end - span.start for span in ctx.scope]
    if plan.kind == "each":
        count = len({span.document for span in ctx.scope})
        calls, tokens = _one_by_one(sizes, work.reach)
    elif plan.kind == "summarize" and work.whole:
        count = calls = _pieces(sizes, PART_SIZE)
        tokens = sum(sizes) // _CHARACTERS + count * _IN_SHORT
    elif work.everything:
        count = _pieces(sizes, PASSAGE_SIZE)
        calls = work.reach.asked + work.reach.wider
        tokens = sum(sizes) // _CHARACTERS + count * _JUDGED // 3 + calls * _ASKED
    else:
        return None
    seconds = _seconds(ctx.budget.usage + usage, tokens, calls * _WRITTEN)
    share = _share(ctx, tokens, seconds)
    return Estimated(_words(plan.kind, count, tokens, seconds, share), tokens, seconds, share)


def _one_by_one(sizes: Iterable[int], reach: Reach) -> tuple[int, int]:
    """Calls on slices, and tokens, of a question put to documents of these sizes in turn."""
    asked = reach.asked + reach.wider
    most = reach.searched * _JUDGED + asked * _ASKED
    tokens = [min(most, _ASKED + size // _CHARACTERS) for size in sizes]
    return asked * len(tokens), sum(tokens)


def _pieces(sizes: Iterable[int], size: int) -> int:
    return sum(max(1, round(each / size)) for each in sizes)


def _seconds(usage: Usage, tokens: int, written: int) -> float | None:
    """How long it takes at the speed so far; None where that is not known."""
    read = usage.prompt - usage.reused
    if not (read and usage.read_seconds and usage.generated and usage.generate_seconds):
        return None
    reading = (tokens - written) * usage.read_seconds / read
    return reading + written * usage.generate_seconds / usage.generated


def _share(ctx: Context, tokens: int, seconds: float | None) -> float:
    """How much of it the limits allow, at most 1."""
    left = ctx.budget.left
    shares = [1.0, left.tokens / max(1, tokens)]
    if seconds:
        shares.append(left.seconds / seconds)
    return max(0.0, min(shares))


def _words(kind: str, count: int, tokens: int, seconds: float | None, share: float) -> str:
    """The same in words, a sentence to three."""
    about = _round(tokens)
    if kind == "each":
        what = f"{count:,} documents are asked one by one: about {about:,} tokens."
    elif kind == "summarize":
        what = f"Everything is read, in about {count:,} parts: {about:,} tokens."
    else:
        what = f"Everything is read, about {count:,} passages: {about:,} tokens."
    took = [f"It takes about {_time(seconds)}."] if seconds is not None else []
    allowed = [f"The limits allow for about {share:.0%} of it."] if share < _ALL else []
    return " ".join([what, *took, *allowed])


def _round(number: int) -> int:
    """A number with two figures that count: more would claim too much."""
    size = int(10 ** max(0, len(str(number)) - 2))
    return round(number / size) * size


def _time(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"
