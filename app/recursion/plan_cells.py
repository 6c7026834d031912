"""The cells of code that plans become: short, and made to be read by the reviewer as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.recursion import changing, kinds
from app.recursion.budget import Depth
from app.recursion.kinds import Plan
from app.recursion.phrases import ENGLISH, Phrases


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a cell looks, in slices.

    Attributes:
        searched: found by a search.
        asked: asked about first.
        wider: asked about if those fail.
        sifted: searched for sentences that state an item of a list.
    """

    searched: int
    asked: int
    wider: int
    sifted: int


REACH = {
    Depth.QUICK: Reach(searched=6, asked=2, wider=0, sifted=20),
    Depth.STANDARD: Reach(searched=7, asked=3, wider=2, sifted=60),
    Depth.EXHAUSTIVE: Reach(searched=40, asked=10, wider=30, sifted=200),
}

NEAR = 0.2
"""Slices about as likely as the likeliest to hold items of a list."""

PART_SIZE = 2_400
"""Characters of a part, where everything is summarized: some ten paragraphs."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a cell is written for.

    Attributes:
        question: the reviewer's.
        reach: how far it looks.
        first: whether no cell ran before it.
        last: whether it must end the run if it finds nothing.
        everything: whether it reads every passage instead of those a search finds.
        earlier: whether there is something from earlier runs to look at first.
        whole: whether a summary is of everything, part by part.
        words: the program's own in the answer, in its language.
    """

    question: str
    reach: Reach
    first: bool = True
    last: bool = False
    everything: bool = False
    earlier: bool = False
    whole: bool = False
    words: Phrases = ENGLISH


def cell(plan: Plan, work: Work) -> str:
    """The code cell for a plan."""
    write: dict[str, Callable[[Plan, Work], list[str]]] = {
        "list": _list,
        "count": _count,
        "compare": _compare,
        "two_step": _two_step,
        "summarize": _summarize,
        "timeline": _timeline,
        "tally": _tally,
        "each": _each,
    }
    if plan.kind == "each":  # Its children tried everything already.
        work = replace(work, last=True)
    lines = write.get(plan.kind, _find)(plan, work)
    return "\n".join([*lines, *_otherwise(work)]) + "\n"


def _find(plan: Plan, work: Work) -> list[str]:
    recalled: list[str] = []
    if work.earlier:
        recalled = ["known = recall(question)  # What earlier runs found.", *_found("known", work)]
    # Of entries that tell how things stood, one that is beyond doubt may yet not be the latest.
    choosing = work.everything or changing.asks_for_latest(work.question)
    return [
        f"question = {work.question!r}",
        *recalled,
        *_slices(plan, work, "question"),
        *(_ranked(work) if choosing else _in_order(work)),
        *_found("evidence", work),
    ]


def _found(evidence: str, work: Work) -> list[str]:
    """Lines that end with the best of some evidence, and with what changed it."""
    return [
        f"if {evidence}:",
        f"    found = best({evidence})",
        "    there = pointed(found)",
        "    if there:  # What was found says where the answer stands.",
        "        found = best(verify(question, ask_each(question, there))) + found",
        "    changed = changes(question, found)",
        "    if changed:",
        f'        FINAL({{"{work.words.changed}": changed, "{work.words.before}": found}})',
        "    FINAL(found)",
    ]


def _list(plan: Plan, work: Work) -> list[str]:
    return [*_gather(plan, work, ""), *_in_words(work)]


def _count(plan: Plan, work: Work) -> list[str]:
    said = f', text=f"{{len(items)}} {work.words.counted}"'
    return [*_gather(plan, work, said), *_in_words(work)]


def _compare(plan: Plan, work: Work) -> list[str]:
    if len(plan.sides) != 2:
        return _find(plan, work)
    read = f"best(verify(question, ask_each(question, likely[:{work.reach.asked}])))"
    lines = [
        f"    slices = search([question] + {[*plan.phrases]!r}, limit={work.reach.searched})",
        "    likely = rank(question, slices)",
        f"    evidence += {read}",
    ]
    if work.earlier:
        lines = [
            "    known = best(recall(question))  # What earlier runs found.",
            "    evidence += known",
            "    if not known:",
            *(f"    {line}" for line in lines),
        ]
    return [
        "evidence = []",
        f"for question in {[*plan.sides]!r}:",
        *lines,
        "if evidence:",
        "    FINAL(evidence)",
    ]


def _two_step(plan: Plan, work: Work) -> list[str]:
    if not plan.first or "{answer}" not in plan.then:
        return _find(plan, work)
    reach = work.reach
    lines = [
        *_slices(plan, work, "first"),
        "likely = rank(first, slices)",
        f"step = best(verify(first, ask_each(first, likely[:{reach.asked}])))",
    ]
    if work.earlier:
        lines = [
            "step = best(recall(first))  # What earlier runs found.",
            "if not step:",
            *(f"    {line}" for line in lines),
        ]
    return [
        f"first = {plan.first!r}",
        *lines,
        "if step:",
        f"    then = {plan.then!r}.replace('{{answer}}', step[0].answer)",
        f"    likely = rank(then, search([then, {work.question!r}], limit={reach.searched}))",
        f"    FINAL(step + best(verify(then, ask_each(then, likely[:{reach.asked}]))))",
    ]


def _summarize(plan: Plan, work: Work) -> list[str]:
    if work.whole:
        return _in_parts(work)
    return [
        f"question = {work.question!r}",
        *_slices(plan, work, "question"),
        f"points = verify(question, summarize(question, slices[:{work.reach.asked * 2}]))",
        "if points:",
        "    FINAL(points)",
    ]


def _in_parts(work: Work) -> list[str]:
    """Lines that summarize everything, part by part, and put that in short again."""
    return [
        f"question = {work.question!r}",
        "points = []",
        "for document in documents:",
        f"    for part in document.split({PART_SIZE}):",
        "        found = verify(question, summarize(question, part))",
        '        PART("", found)',
        "        points += found",
        "if points:",
        "    FINAL(condense(question, points))",
    ]


def _timeline(plan: Plan, work: Work) -> list[str]:
    """Dated entries can stand anywhere: twice as many slices are read as for a list."""
    reach = replace(work.reach, searched=2 * work.reach.searched, asked=2 * work.reach.asked)
    work = replace(work, reach=reach)
    return [
        *_likely(plan, work),
        "events = pick(item, near) + verify(question, extract(item, near))",
        *(["events = recall(question) + events"] if work.earlier else []),
        "if events:",
        "    FINAL(timeline(events))",
    ]


def _tally(plan: Plan, work: Work) -> list[str]:
    """What is counted can stand anywhere, once a passage: lines that find all and group them."""
    lines = _gather(plan, work, "")
    return [
        *lines[:-1],
        "    groups = tally(question, items)",
        *(["    groups.reverse()"] if kinds.asks_for_least(work.question) else []),
        "    FINAL(groups or items)",
    ]


def _each(plan: Plan, work: Work) -> list[str]:
    return [
        f"question = {(plan.question or work.question)!r}",
        "answers, left = {}, len(documents)",
        "for document in documents:",
        "    answers[document.name] = rlm(question, document, share=1 / left)",
        "    PART(document.name, answers[document.name])",
        "    left -= 1",
        "if any(answers.values()):",
        "    FINAL()",
    ]


def _gather(plan: Plan, work: Work, said: str) -> list[str]:
    """Lines that end with what is an item; `said` is a count in words.

    Rows of tables stand together as a rule: the tables of the likeliest slices are read, and no
    others, since every further one adds rows that are no such items. Sentences that each state one
    stand scattered: they are looked for wherever a search leads.
    """
    sought = "[question, item]" if plan.item else "[question]"
    lines = [
        *_likely(plan, work),
        "items = merge(pick(item, near))  # Rows of tables, ...",
        "if not items:  # ... or sentences, one by one.",
        f"    slices = search({sought} + {[*plan.phrases]!r}, limit={work.reach.sifted})",
        "    items = merge(sift(item, slices))",
        "if items:",
    ]
    if work.earlier:
        lines.append("    items = merge(recall(question) + items)")
    return [*lines, f"    FINAL(items{said})"]


def _likely(plan: Plan, work: Work) -> list[str]:
    """Lines that gather the slices that likely hold items."""
    near = f"[s for s in likely if s.score and s.score >= likely[0].score - {NEAR}]"
    return [
        f"question = {work.question!r}",
        f"item = {plan.item or work.question!r}",
        *_slices(plan, work, "question"),
        "likely = rank(question, slices)",
        f"near = {near}[:{work.reach.asked}]",
    ]


def _in_words(work: Work) -> list[str]:
    """Lines that answer from running text, where no table holds the items."""
    recalled: list[str] = []
    if work.earlier:
        recalled = ["known = recall(question)  # What earlier runs found."]
    return [
        *recalled,
        *_asked("question", work),
        "if evidence:",
        f"    FINAL({'merge(known + best(evidence))' if work.earlier else 'best(evidence)'})",
        "items = merge(verify(question, extract(item, near)))",
        *(["items = merge(known + items)"] if work.earlier else []),
        "if items:",
        "    FINAL(items)",
    ]


def _slices(plan: Plan, work: Work, asked: str) -> list[str]:
    """Lines that find slices to read, leaving out those that were read for this before."""
    searched = work.reach.searched
    if work.everything:
        found = "[part for document in documents for part in document.split(900)]"
    elif work.earlier:
        found = f"search([{asked}] + {[*plan.phrases]!r}, limit={2 * searched})"
        found = f"unread({asked}, {found})[:{searched}]"
    else:
        found = f"search([{asked}] + {[*plan.phrases]!r}, limit={searched})"
    if work.first:
        return [f"slices = {found}", "seen = list(slices)"]
    return [
        f"found = {found}",
        "slices = [s for s in found if s not in seen]",
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
    lines = [
        f"first = slices[:{reach.asked}]",
        "evidence = verify(question, ask_each(question, first))",
    ]
    if not reach.wider:
        return lines
    return [
        *lines,
        "if not sure(evidence):  # Let the judge choose among the others that were found.",
        f"    likely = rank(question, slices[{reach.asked}:])",
        f"    evidence += verify(question, ask_each(question, likely[:{reach.wider}]))",
    ]


def _otherwise(work: Work) -> list[str]:
    if work.last:
        return ["else:", '    NOT_FOUND("No passage that was read states it.")']
    return ["else:", '    print("No passage that was read states the answer.")']
