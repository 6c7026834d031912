"""Typed plans for small models, turned into code cells.

A small model can't be trusted to write code, but it can say what kind of question it has before it
and in which words a document would speak of it. The program owns the rest: a plan becomes a cell
that a person can read, and it runs in the same REPL as free code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    """How far a cell looks, in slices: found, asked about first, and asked about if those fail."""

    searched: int
    asked: int
    wider: int


REACH = {
    Depth.QUICK: Reach(searched=6, asked=2, wider=0),
    Depth.STANDARD: Reach(searched=7, asked=3, wider=3),
    Depth.EXHAUSTIVE: Reach(searched=40, asked=10, wider=30),
}

SURE = 0.8
"""A finding this likely, among the first that a search brings, ends the reading."""

NEAR = 0.2
"""Slices about as likely as the likeliest to hold items of a list."""

RETRIES = {Depth.QUICK: 0, Depth.STANDARD: 0, Depth.EXHAUSTIVE: 2}
"""How many more plans are written when one found nothing."""


_SEVERAL = re.compile(
    r"^(?:which|what)\s+(?:of\s+)?(?:[\w’'-]+\s+){0,3}[\w-]*[a-rt-z]s(?:\s+of\s+[\w-]+)?\s+"
    r"(?:are|were|have|had|did|do|must|may|might|can|could|should|shall|will|would)\b",
    re.IGNORECASE,
)


_HOW_MANY = re.compile(
    r"^how\s+many\s+(?P<item>.+?)\s+"
    r"(?:is|are|was|were|has|have|had|does|do|did|must|may|can|could|should|shall|will|would)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:(?:milli|micro|centi|kilo)?(?:seconds?|grams?|met(?:er|re)s?|lit(?:er|re)s?)|minutes?"
    r"|hours?|days?|weeks?|months?|quarters?|years?|per\s?cent|percent|points?|units?|mg|mcg|kg|ml"
    r"|dollars?|pounds?|euros?|characters?|words?|times|miles?|pack-years?|people|staff)\b",
    re.IGNORECASE,
)


def write_plan(ctx: Context, feedback: str) -> tuple[str, str, Usage]:
    """Ask the root model for a plan.

    Returns:
        What the model replied, the cell that was written from it, and what the call cost.
    """
    names = ", ".join(f"{d.name} ({len(d.pages)} pages)" for d in ctx.documents.values())
    messages = prompts.plan(ctx.question, names[:600], feedback)
    request = Request(messages, max_tokens=PLAN_TOKENS, grammar=grammars.PLAN)
    completion = ctx.engine.complete(request, ctx.cancel)
    depth = ctx.settings.depth
    tried = ctx.turn - 1
    last = tried >= RETRIES[depth] or ctx.budget.turns >= ctx.budget.limits.turns
    everything = depth is Depth.EXHAUSTIVE and last
    work = Work(ctx.question, REACH[depth], first=not tried, last=last, everything=everything)
    plan = corrected(parse(completion.text), ctx.question)
    return completion.text, cell(plan, work), completion.usage


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


def corrected(plan: Plan, question: str) -> Plan:
    """A plan that fits how a question is put, in English, where the model took it for another.

    "Which vaccines were given?" is taken for a question for one fact, and "How many days?", which
    one passage states, for one to count.
    """
    asked = question.strip()
    several = _HOW_MANY.match(asked)
    counted = several is not None and not _MEASURED.search(several["item"])
    if plan.kind == "find" and several is not None and counted:
        return replace(plan, kind="count", item=f"one of the {several['item']}")
    if plan.kind == "count" and several is not None and not counted:
        return replace(plan, kind="find")
    if plan.kind == "find" and _SEVERAL.match(asked):
        return replace(plan, kind="list", item=asked)
    return plan


@dataclass(frozen=True, slots=True)
class Work:
    """What a cell is written for.

    Attributes:
        question: the reviewer's.
        reach: how far it looks.
        first: whether no cell ran before it.
        last: whether it must end the run if it finds nothing.
        everything: whether it reads every passage instead of those a search finds.
    """

    question: str
    reach: Reach
    first: bool = True
    last: bool = False
    everything: bool = False


def cell(plan: Plan, work: Work) -> str:
    """The code cell for a plan."""
    write: dict[str, Callable[[Plan, Work], list[str]]] = {
        "list": _list,
        "count": _count,
        "compare": _compare,
        "two_step": _two_step,
        "summarize": _summarize,
    }
    lines = write.get(plan.kind, _find)(plan, work)
    return "\n".join([*lines, *_otherwise(work)]) + "\n"


def _find(plan: Plan, work: Work) -> list[str]:
    return [
        f"question = {work.question!r}",
        *_slices(plan, work, "question"),
        *(_ranked(work) if work.everything else _in_order(work)),
        "if evidence:",
        "    found = best(evidence)",
        "    changed = changes(question, found)",
        "    if changed:",
        '        FINAL({"As changed": changed, "Before the change": found})',
        "    FINAL(found)",
    ]


def _list(plan: Plan, work: Work) -> list[str]:
    return [*_gather(plan, work, ""), *_in_words(work)]


def _count(plan: Plan, work: Work) -> list[str]:
    said = ', text=f"{len(items)} found in the passages that were read."'
    return [*_gather(plan, work, said), *_in_words(work)]


def _compare(plan: Plan, work: Work) -> list[str]:
    if len(plan.sides) != 2:
        return _find(plan, work)
    return [
        "evidence = []",
        f"for question in {[*plan.sides]!r}:",
        f"    slices = search([question] + {[*plan.phrases]!r}, limit={work.reach.searched})",
        "    likely = rank(question, slices)",
        f"    evidence += best(verify(question, ask_each(question, likely[:{work.reach.asked}])))",
        "if evidence:",
        "    FINAL(evidence)",
    ]


def _two_step(plan: Plan, work: Work) -> list[str]:
    if not plan.first or "{answer}" not in plan.then:
        return _find(plan, work)
    reach = work.reach
    return [
        f"first = {plan.first!r}",
        *_slices(plan, work, "first"),
        "likely = rank(first, slices)",
        f"step = best(verify(first, ask_each(first, likely[:{reach.asked}])))",
        "if step:",
        f"    then = {plan.then!r}.replace('{{answer}}', step[0].answer)",
        f"    likely = rank(then, search([then, {work.question!r}], limit={reach.searched}))",
        f"    FINAL(step + best(verify(then, ask_each(then, likely[:{reach.asked}]))))",
    ]


def _summarize(plan: Plan, work: Work) -> list[str]:
    return [
        f"question = {work.question!r}",
        *_slices(plan, work, "question"),
        f"points = verify(question, summarize(question, slices[:{work.reach.asked * 2}]))",
        "if points:",
        "    FINAL(points)",
    ]


def _gather(plan: Plan, work: Work, said: str) -> list[str]:
    """Lines that end with the rows of tables that are items; `said` is a count of them in words.

    Items stand together as a rule: the tables of the likeliest slices are read, and no others,
    since every further one adds rows that are no such items.
    """
    near = f"[s for s in likely if s.score and s.score >= likely[0].score - {NEAR}]"
    return [
        f"question = {work.question!r}",
        f"item = {plan.item or work.question!r}",
        *_slices(plan, work, "question"),
        "likely = rank(question, slices)",
        f"near = {near}[:{work.reach.asked}]",
        "items = merge(pick(item, near))",
        "if items:",
        f"    FINAL(items{said})",
    ]


def _in_words(work: Work) -> list[str]:
    """Lines that answer from running text, where no table holds the items."""
    return [
        *_asked("question", work),
        "if evidence:",
        "    FINAL(best(evidence))",
        "items = merge(verify(question, extract(item, near)))",
        "if items:",
        "    FINAL(items)",
    ]


def _slices(plan: Plan, work: Work, asked: str) -> list[str]:
    """Lines that find slices to read, leaving out those that an earlier cell judged."""
    if work.everything:
        found = "[part for document in documents for part in document.split(900)]"
    else:
        found = f"search([{asked}] + {[*plan.phrases]!r}, limit={work.reach.searched})"
    if work.first:
        return [f"slices = {found}", "seen = list(slices)"]
    return [
        f"found = {found}",
        "slices = [s for s in found if s not in seen] or found",
        "seen += slices",
    ]


def _asked(asked: str, work: Work) -> list[str]:
    """Lines that ask about the likeliest slices, and about the next if those hold nothing."""
    reach = work.reach
    lines = [f"evidence = verify({asked}, ask_each({asked}, likely[:{reach.asked}]))"]
    if reach.wider:
        lines += [
            "if not evidence:  # Look wider before giving up.",
            f"    rest = likely[{reach.asked}:{reach.asked + reach.wider}]",
            f"    evidence = verify({asked}, ask_each({asked}, rest))",
        ]
    return lines


def _ranked(work: Work) -> list[str]:
    """Lines that have the judge rank all slices, and ask about the likeliest."""
    return ["likely = rank(question, slices)", *_asked("question", work)]


def _in_order(work: Work) -> list[str]:
    """Lines that ask about the slices as a search found them, and have the rest judged if need be.

    Judging costs more than asking about a few, and the first few hold the answer as a rule.
    """
    reach = work.reach
    lines = [f"first = slices[:{reach.asked}]", "findings = ask_each(question, first)"]
    if not reach.wider:
        return [*lines, "evidence = verify(question, findings)"]
    return [
        *lines,
        f"evidence = verify(question, findings, {SURE})",
        "if not evidence:  # None is beyond doubt: let the judge choose among all that was found.",
        "    likely = [s for s in rank(question, slices) if s not in first]",
        f"    findings += ask_each(question, likely[:{reach.wider}])",
        "    evidence = verify(question, findings)",
    ]


def _otherwise(work: Work) -> list[str]:
    if work.last:
        return ["else:", '    NOT_FOUND("No passage that was read states it.")']
    return ["else:", '    print("No passage that was read states the answer.")']
