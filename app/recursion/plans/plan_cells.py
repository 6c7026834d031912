"""The cells of code that plans become: short, and made to be read by the reviewer as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.recursion.evidence import changing
from app.recursion.plans import cell_lines, list_cells
from app.recursion.plans.cell_lines import PART_SIZE, Work
from app.recursion.plans.kinds import Plan


def cell(plan: Plan, work: Work) -> str:
    """The code cell for a plan."""
    write: dict[str, Callable[[Plan, Work], list[str]]] = {
        "list": list_cells.listed,
        "count": list_cells.counted,
        "compare": _compare,
        "two_step": _two_step,
        "summarize": _summarize,
        "timeline": list_cells.in_time,
        "tally": list_cells.tallied,
        "shared": list_cells.shared,
        "agree": list_cells.agreed,
        "each": _each,
    }
    if plan.kind == "each" or (plan.kind == "summarize" and work.whole):
        work = replace(work, last=True)  # Everything was tried already.
    lines = write.get(plan.kind, _find)(plan, work)
    return "\n".join([*lines, *_otherwise(work)]) + "\n"


def _find(plan: Plan, work: Work) -> list[str]:
    recalled: list[str] = []
    if work.earlier:
        recalled = ["known = recall(question)  # What earlier runs found.", *_found("known", work)]
    # Of entries that tell how things stood, one that is beyond doubt may yet not be the latest.
    choosing = work.everything or not work.first or changing.asks_for_latest(work.question)
    return [
        f"question = {work.question!r}",
        *recalled,
        *cell_lines.slices(plan, work, "question"),
        *(cell_lines.ranked(work) if choosing else cell_lines.in_order(work)),
        *_found("evidence", work),
    ]


def _found(evidence: str, work: Work) -> list[str]:
    """Lines that end with the best of some evidence, and with what changed it."""
    return [
        f"if {evidence}:",
        f"    found = best({evidence})",
        "    found = read_on(question, found) + found  # Where it only points on.",
        "    changed = changes(question, found)",
        "    if changed:",
        f'        FINAL({{"{work.words.changed}": changed, "{work.words.before}": found}})',
        "    FINAL(found)",
    ]


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
        *cell_lines.slices(plan, work, "first"),
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
        f"    then = {plan.then!r}.replace('{{answer}}', named(first, step[0]))",
        f"    likely = rank(then, search([then, {work.question!r}], limit={reach.searched}))",
        f"    found = best(verify(then, ask_each(then, likely[:{reach.asked}])))",
        f'    FINAL(found + step if found else {{"{work.words.partly}": step}})',
    ]


def _summarize(plan: Plan, work: Work) -> list[str]:
    if work.whole:
        return _in_parts(work)
    return [
        f"question = {work.question!r}",
        *cell_lines.slices(plan, work, "question"),
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


def _otherwise(work: Work) -> list[str]:
    if work.last:
        return ["else:", '    NOT_FOUND("No passage that was read states it.")']
    return ["else:", '    print("No passage that was read states the answer.")']
