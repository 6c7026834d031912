"""The cells of plans that gather many items: lists, counts, timelines, groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.recursion.plans import cell_lines, kinds
from app.recursion.plans.cell_lines import Work
from app.recursion.plans.kinds import Plan
from app.recursion.texts import agreeing

NEAR = 0.2
"""Slices about as likely as the likeliest to hold items of a list."""


def listed(plan: Plan, work: Work) -> list[str]:
    """Lines that end with all items, of tables or of running text."""
    return [*_gather(plan, work, "", _together(work)), *_in_words(work)]


def counted(plan: Plan, work: Work) -> list[str]:
    """The same, with how many they are."""
    said = f', text=f"{{len(items)}} {work.words.counted}"'
    asked = cell_lines.asked_about("question", work)  # A passage may state the number.
    return [*_gather(plan, work, said), *asked, *_in_words(work)]


def in_time(plan: Plan, work: Work) -> list[str]:
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


def tallied(plan: Plan, work: Work) -> list[str]:
    """What is counted can stand anywhere, once a passage: lines that find all and group them."""
    lines = _gather(plan, work, "")
    return [
        *lines[:-1],
        "    groups = tally(question, items)",
        *(["    groups.reverse()"] if kinds.asks_for_least(work.question) else []),
        "    FINAL(groups or items)",
    ]


def shared(plan: Plan, work: Work) -> list[str]:
    """Lines that find all things of a kind and group those that have something in common."""
    return [
        *_gather(plan, work, "")[:-1],
        "    groups = shared(question, items)",
        f'    FINAL(groups or {{"{work.words.apart}": items}})',
    ]


def agreed(plan: Plan, work: Work) -> list[str]:
    """Lines that find all that is said of one thing, and hold it against each other."""
    topic = agreeing.topic(work.question) or work.question
    return [
        f"topic = {topic!r}",
        f"item = {work.words.about.format(topic=topic)!r}",
        f"found = search([item, topic] + {[*plan.phrases]!r}, limit={work.reach.sifted})",
        "items = merge(sift(item, found))",
        "if items:",
        "    pairs = opposed(topic, items)",
        "    if pairs:",
        "        FINAL(pairs)",
        "    rest = unheld(items)",
        f"    said = {work.words.agree_first!r} if rest else {work.words.agree!r}",
        "    FINAL(items, text=said.format(rest=len(rest)))",
    ]


def _gather(plan: Plan, work: Work, said: str, together: Sequence[str] = ()) -> list[str]:
    """Lines that end with what is an item; `said` is a count in words.

    Rows of tables stand together as a rule: the tables of the likeliest slices are read, and no
    others, since every further one adds rows that are no such items. Where they have none, the
    list may stand elsewhere ("the persons listed in Schedule 6"). Sentences that each state one
    stand scattered: they are looked for wherever a search leads.
    """
    sought = "[question, item]" if plan.item else "[question]"
    lines = [
        *_likely(plan, work),
        "items = merge(pick(item, near))  # Rows of tables, ...",
        "if not items:  # ... or of those that they point to, ...",
        "    items = merge(pick(item, pointed(likely)))",
        *together,
        "if not items:  # ... or sentences, one by one.",
        f"    found = search({sought} + {[*plan.phrases]!r}, limit={work.reach.sifted})",
        "    items = merge(sift(item, found))",
        "if items:",
    ]
    if work.earlier:
        lines.append("    items = merge(recall(question) + items)")
    return [*lines, f"    FINAL(items{said})"]


def _together(work: Work) -> list[str]:
    """Lines that ask for a passage which states all items, or introduces them."""
    return [
        "evidence = []",
        "if not items:  # ... what one passage states together, ...",
        f"    evidence = verify(question, ask_each(question, likely[:{work.reach.asked}]))",
        "    items = several(best(evidence))",
    ]


def _likely(plan: Plan, work: Work) -> list[str]:
    """Lines that gather the slices that likely hold items."""
    near = f"[s for s in likely if s.score and s.score >= likely[0].score - {NEAR}]"
    return [
        f"question = {work.question!r}",
        f"item = {plan.item or work.question!r}",
        *cell_lines.slices(plan, work, "question"),
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
        "if evidence:",
        f"    FINAL({'merge(known + best(evidence))' if work.earlier else 'best(evidence)'})",
        "items = merge(verify(question, extract(item, near)))",
        *(["items = merge(known + items)"] if work.earlier else []),
        "if items:",
        "    FINAL(items)",
    ]
