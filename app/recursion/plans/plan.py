"""Typed plans for small models.

A small model can't be trusted to write code, but it can say what kind of question it has before it
and in which words a document would speak of it. The program owns the rest: a plan becomes a cell
that a person can read (`plan_cells`), and it runs in the same REPL as free code.
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.documents.document import Span
from app.engine.engine import Request, Usage
from app.recursion.budget import Depth
from app.recursion.context import Context
from app.recursion.plans import estimating
from app.recursion.plans.cell_lines import REACH, Reach, Work
from app.recursion.plans.kinds import asked_for, corrected, parse
from app.recursion.plans.plan_cells import cell
from app.recursion.prompts import grammars, plan_prompts
from app.recursion.settings import Settings
from app.recursion.texts.phrases import Phrases, language, of

PLAN_TOKENS = 240

_BEGIN = 2_000
"""Characters of each document that tell its language."""

_AS = {"amended": "find"}
"""Kinds that a recipe names and a plan has by another name: to find is to look for changes too."""

RETRIES = {Depth.QUICK: 0, Depth.STANDARD: 1, Depth.EXHAUSTIVE: 2}
"""How many more plans are written when one found nothing."""


def write_plan(
    ctx: Context,
    feedback: str,
    tried: int = 0,
    written: dict[str, str] | None = None,
    keeps: bool = False,
) -> tuple[str, str, Usage]:
    """Ask the root model for a plan.

    Args:
        ctx: the frame's.
        feedback: what came of the last plan, "" at the start.
        tried: how many cells this frame has run.
        written: first replies of children, by question: those that are asked the same, each of
            another document, take the same plan. What they write is added.
        keeps: whether one of those cells kept what it read.

    Returns:
        What the model replied, the cell that was written from it, and what the call cost.
    """
    kind = wanted(ctx)
    known = {} if tried or not ctx.frame or written is None else written
    reply, usage = known.get(ctx.question, ""), Usage()
    if not reply:
        reply, usage = _reply(ctx, feedback, kind)
        known[ctx.question] = reply
    plan = parse(reply)
    if plan.question and not _fits(plan.question, ctx):
        plan = replace(plan, question="")  # Each document gets the whole question.
    if not kind:
        plan = corrected(plan, ctx.question)
    work = _work(ctx, tried, keeps)
    ahead = None if ctx.frame else estimating.estimate(ctx, plan, work, usage)
    if ahead is not None:
        ctx.emit(ahead)
    return reply, cell(plan, work), usage


def _reply(ctx: Context, feedback: str, kind: str) -> tuple[str, Usage]:
    """The model's reply, and what it cost; `kind` is the one that the plan must be of, or ""."""
    names = ", ".join(f"{d.name} ({len(d.pages)} pages)" for d in ctx.documents.values())
    messages = plan_prompts.plan(
        ctx.question, names[:600], feedback, kind, ctx.phrases, _written(ctx)
    )
    request = Request(messages, max_tokens=PLAN_TOKENS, grammar=grammars.plan(kind))
    completion = ctx.engine.complete(request, ctx.cancel)
    return completion.text, completion.usage


def _written(ctx: Context) -> Phrases:
    """The words of the language that the documents are in, by how they begin."""
    begin = (ctx.text(Span(s.document, s.start, min(s.end, s.start + _BEGIN))) for s in ctx.scope)
    return of(language(" ".join(begin)))


def _fits(question: str, ctx: Context) -> bool:
    """Whether what each document is to be asked is in the reviewer's language, and on their matter.

    A small model repeats the example that it was shown, or writes in that one's language.
    """
    shared = _words(question) & _words(ctx.question)
    return bool(shared) and language(question) == ctx.language


def _words(text: str) -> set[str]:
    """The longer words of a text, by how they begin."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.lower())}


def wanted(ctx: Context) -> str:
    """The kind that the plan must be of: what a recipe names, or the question's own words do."""
    depth = ctx.frame.count(".") + 1 if ctx.frame else 0
    return _wanted(ctx.question, len({s.document for s in ctx.scope}), ctx.settings, depth)


def in_turn(question: str, documents: int, settings: Settings) -> bool:
    """Whether a plan asks each of so many documents on its own."""
    return _wanted(question, documents, settings, 0) == "each"


def _wanted(question: str, documents: int, settings: Settings, depth: int) -> str:
    named = "" if depth else _AS.get(settings.plan, settings.plan)
    kind = named or asked_for(question, documents)
    # One document alone is not worked on one by one, nor are any where no child may be started.
    alone = documents < 2 or depth >= settings.max_depth
    return "" if kind == "each" and alone else kind


def _wider(reach: Reach) -> Reach:
    """Where nothing was found: twice as far down in a search, whose first slices were read already.

    Other phrases alone hardly lead elsewhere, since the question counts most in a search. So far
    down few slices hold an answer, and only the likeliest are asked about.
    """
    return replace(reach, searched=2 * reach.searched, wider=0)


def _work(ctx: Context, tried: int, keeps: bool) -> Work:
    """What the next cell of a frame is written for."""
    depth = ctx.settings.depth
    last = tried >= RETRIES[depth] or ctx.budget.turns >= ctx.budget.limits.turns
    everything = depth is Depth.EXHAUSTIVE and last
    return Work(
        ctx.question,
        _wider(REACH[depth]) if keeps and not everything else REACH[depth],
        first=not keeps,
        last=last,
        everything=everything,
        earlier=bool(ctx.memory),
        whole=depth is Depth.EXHAUSTIVE,
        words=ctx.phrases,
    )
