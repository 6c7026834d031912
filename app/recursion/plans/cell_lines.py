"""What the cells of plans are made of: how far they look, and lines that most of them share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.recursion.budget import Depth
from app.recursion.plans.kinds import Plan
from app.recursion.texts.phrases import ENGLISH, Phrases

PART_SIZE = 2_400
"""Characters of a part, where everything is summarized: some ten paragraphs."""

PASSAGE_SIZE = 900
"""Characters of a slice, where everything is read for an answer."""


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


FURTHER = 0.9
"""From which probability on a finding counts that stands further down in a search.

Nine times in ten an answer stands among the first slices, if anywhere. The more of the others are
read, the more of them look like one, and hardly any is.
"""

REACH = {
    Depth.QUICK: Reach(searched=6, asked=2, wider=0, sifted=20),
    Depth.STANDARD: Reach(searched=7, asked=3, wider=2, sifted=60),
    Depth.EXHAUSTIVE: Reach(searched=40, asked=10, wider=30, sifted=200),
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a cell is written for.

    Attributes:
        question: the reviewer's.
        reach: how far it looks.
        first: whether no cell ran before it that kept what it read.
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


def keeps(code: str) -> bool:
    """Whether a cell keeps what it read in `seen`, for the next one to leave it out."""
    return re.search(r"^ *seen = ", code, re.MULTILINE) is not None


def slices(plan: Plan, work: Work, asked: str) -> list[str]:
    """Lines that find slices to read, leaving out those that were read for this before."""
    searched = work.reach.searched
    if work.everything:
        found = f"[part for document in documents for part in document.split({PASSAGE_SIZE})]"
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


def ranked(work: Work) -> list[str]:
    """Lines that have the judge rank all slices, and ask about the likeliest."""
    return ["likely = rank(question, slices)", *asked_about("question", work)]


def in_order(work: Work) -> list[str]:
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


def asked_about(asked: str, work: Work) -> list[str]:
    """Lines that ask about the likeliest slices, and about the next if those hold nothing."""
    reach = work.reach
    further = "" if work.first or work.everything else f", {FURTHER}"
    lines = [f"evidence = verify({asked}, ask_each({asked}, likely[:{reach.asked}]){further})"]
    if reach.wider:
        lines += [
            "if not evidence:  # Look wider before giving up.",
            f"    rest = likely[{reach.asked}:{reach.asked + reach.wider}]",
            f"    evidence = verify({asked}, ask_each({asked}, rest))",
        ]
    return lines
