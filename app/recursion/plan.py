"""Typed plans for small models, turned into code cells.

A small model can't be trusted to write code, but it can say what kind of question it has before it
and in which words a document would speak of it. The program owns the rest: a plan becomes a cell
that a person can read, and it runs in the same REPL as free code.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.engine.engine import Request, Usage
from app.recursion import grammars, prompts
from app.recursion.budget import Depth
from app.recursion.context import Context

PLAN_TOKENS = 240


@dataclass(frozen=True, slots=True)
class Plan:
    """How to answer a question.

    Attributes:
        kind: "find", "list", "count", "compare", "two_step" or "summarize".
        phrases: search phrases in the documents' likely words.
        item: what one item is, for lists and counts.
        sides: the two questions of a comparison.
        first, then: the two questions of a two-step plan; `then` holds "{answer}".
    """

    kind: str
    phrases: tuple[str, ...]
    item: str = ""
    sides: tuple[str, ...] = ()
    first: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a cell looks: slices searched for, judged and asked about, by depth."""

    searched: int
    asked: int
    wider: int


REACH = {
    Depth.QUICK: Reach(searched=8, asked=3, wider=0),
    Depth.STANDARD: Reach(searched=12, asked=4, wider=4),
    Depth.EXHAUSTIVE: Reach(searched=40, asked=8, wider=32),
}


def write_plan(ctx: Context, feedback: str) -> tuple[str, str, Usage]:
    """Ask the root model for a plan.

    Returns:
        What the model replied, the cell that was written from it, and what the call cost.
    """
    names = ", ".join(f"{d.name} ({len(d.pages)} pages)" for d in ctx.documents.values())
    messages = prompts.plan(ctx.question, names[:600], feedback)
    request = Request(messages, max_tokens=PLAN_TOKENS, grammar=grammars.PLAN)
    completion = ctx.engine.complete(request, ctx.cancel)
    plan = parse(completion.text)
    last = ctx.budget.turns >= ctx.budget.limits.turns or bool(feedback)
    return (
        completion.text,
        cell(plan, ctx.question, REACH[ctx.settings.depth], last),
        completion.usage,
    )


def parse(reply: str) -> Plan:
    """A plan as the model wrote it; one cut off at its token limit becomes a plain search."""
    try:
        value: dict[str, Any] = json.loads(reply)
    except ValueError:
        return Plan("find", ())
    return Plan(
        kind=str(value.get("kind", "find")),
        phrases=tuple(dict.fromkeys(str(p) for p in value.get("phrases", ()))),
        item=str(value.get("item", "")),
        sides=tuple(str(s) for s in value.get("sides", ())),
        first=str(value.get("first", "")),
        then=str(value.get("then", "")),
    )


def cell(plan: Plan, question: str, reach: Reach, last: bool) -> str:
    """The code cell for a plan. `last` says that it must end the run if it finds nothing."""
    write: dict[str, Callable[[Plan, str, Reach], str]] = {
        "find": _find,
        "list": _list,
        "count": _count,
        "compare": _compare,
        "two_step": _two_step,
        "summarize": _summarize,
    }
    return write.get(plan.kind, _find)(plan, question, reach) + _end(last)


def _end(last: bool) -> str:
    if last:
        return 'else:\n    NOT_FOUND("no passage that was read states it")\n'
    return 'else:\n    print("No passage that was read states the answer.")\n'


def _search(plan: Plan, question: str, reach: Reach) -> str:
    return (
        f"question = {question!r}\n"
        f"phrases = {[*plan.phrases]!r}\n"
        f"slices = search([question] + phrases, limit={reach.searched})\n"
    )


def _find(plan: Plan, question: str, reach: Reach) -> str:
    text = _search(plan, question, reach) + (
        "likely = rank(question, slices)\n"
        f"evidence = verify(question, ask_each(question, likely[:{reach.asked}]))\n"
    )
    if reach.wider:
        text += (
            "if not evidence:  # Look wider before giving up.\n"
            f"    rest = likely[{reach.asked}:{reach.asked + reach.wider}]\n"
            "    evidence = verify(question, ask_each(question, rest))\n"
        )
    return text + "if evidence:\n    FINAL(evidence)\n"


def _list(plan: Plan, question: str, reach: Reach) -> str:
    return (
        _search(plan, question, reach)
        + f"item = {plan.item or question!r}\n"
        + "likely = rank(question, slices)\n"
        + f"items = verify(question, extract(item, likely[:{reach.asked + 2}]))\n"
        + "if items:\n    FINAL(items)\n"
    )


def _count(plan: Plan, question: str, reach: Reach) -> str:
    return (
        _search(plan, question, reach)
        + f"item = {plan.item or question!r}\n"
        + "likely = rank(question, slices)\n"
        + f"items = verify(question, extract(item, likely[:{reach.asked + 2}]))\n"
        + "if items:\n    FINAL(items, text=f'{len(items)} found.')\n"
    )


def _compare(plan: Plan, question: str, reach: Reach) -> str:
    return _find(plan, question, reach)


def _two_step(plan: Plan, question: str, reach: Reach) -> str:
    return _find(plan, question, reach)


def _summarize(plan: Plan, question: str, reach: Reach) -> str:
    return _find(plan, question, reach)
