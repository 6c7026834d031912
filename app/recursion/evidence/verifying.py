"""Findings become evidence.

A finding counts as evidence when every figure, date and name of its answer stands in the sentences
it cites and the judge finds that these state the answer. That is what "verified" means on screen:
the quote matches the source and the check passed; never that the answer is correct.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.documents.document import Span
from app.engine.engine import Message
from app.recursion.context import Context
from app.recursion.events import FindingChecked
from app.recursion.evidence import anchoring, polarity
from app.recursion.evidence.comparing import words_of
from app.recursion.prompts import judge_prompts
from app.recursion.results import Check, Evidence, Finding
from app.recursion.subcalls import judging, showing
from app.recursion.subcalls.citing import is_yes_or_no
from app.recursion.texts import enumerating, figures, tabling

_NAMING = re.compile(
    r"\b(?:name[sd]?|called|heißt|heißen|namens)\b|^\W*(?:who|wer)\s+(?:is|are|was|ist|sind|war)\b",
    re.IGNORECASE,
)
"""Questions for what something, or somebody, is called."""

_CHOICE = re.compile(r"\b(?:or|oder|whether|ob)\b", re.IGNORECASE)
_FILLING = frozenset(
    "a an the of in on at to for and is are was were by with s ltd limited inc plc llc llp gmbh ag "
    "company der die das des den dem ein eine im von zu und ist sind war".split()
)
"""Words that by themselves say nothing new."""

Said = Literal["answer", "item", "statement"]
"""What a finding is: the answer to a question, an item of a list, or a point of a summary."""

LONG_QUOTE = 400
"""A quote longer than this does not serve as an answer in place of one that failed its check."""

NEARNESS = 3.0
"""The weight of the nearness in meaning of question and sentences, in log-odds for a cosine."""

MIDDLE = 0.45
"""The cosine between a question and the sentences that answer it, about as often as not."""

SURER = 0.15
"""So much likelier must a finding be whose answer was replaced by its quote."""


def verify(
    ctx: Context,
    question: str,
    findings: Sequence[Finding],
    said: Said = "answer",
    bar: float | None = None,
) -> list[Evidence]:
    """Each finding with its check, in the order given.

    Where there are vectors, sentences that lie near to the question count as likelier than the
    judge finds them, and those far from it as less so: a judge takes any laboratory value for the
    one asked for. Evidence that doesn't hold a name that the question gives counts as less likely
    too (`anchoring`).

    Where an answer holds a figure, date or name that its sentences lack, but these are short, the
    quote itself takes the answer's place: it can't say more than the source. But an answer that
    said more is a sign that the model made it up, so the judge must then be surer.

    Args:
        ctx: the frame's.
        question: what was asked; of items, what one is.
        findings: to be checked.
        said: what they are; each kind is put to the judge in its own words.
        bar: the least probability that passes, or None for the threshold of the settings.
    """
    if said == "answer":
        findings = polarity.settled(ctx, question, findings)
    held = [_held(ctx, question, finding, said) for finding in findings]
    odds = _odds(ctx, question, [one.finding for one in held], said)
    least = ctx.settings.threshold - _EASIER[said] if bar is None else bar
    evidence: list[Evidence] = []
    for one, odd in zip(held, odds, strict=True):
        chance = judging.probability(odd)
        passed = not one.lost and chance >= least + (SURER if one.quoted else 0.0)
        evidence.append(_recorded(ctx, one.finding, Check(chance, one.lost, passed)))
    return evidence


def settled(ctx: Context, finding: Finding, chance: float) -> Evidence:
    """A finding that the judge has passed on by itself, put on record."""
    return _recorded(ctx, finding, Check(chance, passed=True))


def quote_of(ctx: Context, finding: Finding) -> str:
    """The cited sentences as one line of text."""
    return " ".join(" ".join(ctx.text(span).split()) for span in finding.spans)


def _recorded(ctx: Context, finding: Finding, check: Check) -> Evidence:
    evidence = Evidence(finding, check)
    ctx.emit(FindingChecked(finding, check))
    ctx.ledger.evidence.append(evidence)
    return evidence


# -- what the judge says of it -------------------------------------------------------------------


_ASKED: dict[Said, Callable[[str, str, str], tuple[Message, ...]]] = {
    "answer": judge_prompts.verify,
    "item": judge_prompts.verify_item,
    "statement": judge_prompts.verify_statement,
}


_EASIER: dict[Said, float] = {"answer": 0.0, "item": 0.1, "statement": 0.1}
"""How much less likely items and points may be: the judge is asked about them without examples."""


def _odds(ctx: Context, question: str, findings: Sequence[Finding], said: Said) -> list[float]:
    """The log-odds of each finding, by the judge and by what else tells for it or against it."""
    asked = [_ASKED[said](question, f.answer + _below(ctx, f), _shown(ctx, f)) for f in findings]
    looks = judging.judge_each(ctx, "verify", question, list(map(_place, findings)), asked)
    odds = [judging.log_odds(look) for look in looks]
    if said != "answer":
        return odds
    near = _nearness(ctx, question, findings)
    lost = [anchoring.lost(ctx, question, f.spans, f.answer) for f in findings]
    return [odd + (n - gone) for odd, n, gone in zip(odds, near, lost, strict=True)]


def _nearness(ctx: Context, question: str, findings: Sequence[Finding]) -> list[float]:
    """What the nearness of each finding's sentences to the question adds to its log-odds."""
    cited = [quote_of(ctx, finding) for finding in findings]
    placed = [f"{_heading(ctx, finding)}. {_shown(ctx, finding)}" for finding in findings]
    cosines = ctx.index.nearness(question, [*cited, *placed])
    if cosines is None:
        return [0.0] * len(findings)
    nearer = map(max, cosines[: len(findings)], cosines[len(findings) :])
    return [NEARNESS * (cosine - MIDDLE) for cosine in nearer]


def _place(finding: Finding) -> Span:
    """From the first to the last sentence that a finding cites of what it was read in."""
    spans = [s for s in finding.spans if finding.source.overlaps(s)] or finding.spans[:1]
    return Span(spans[0].document, spans[0].start, max(s.end for s in spans))


# -- what its own sentences say of it ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Held:
    """A finding held against the sentences it cites.

    Attributes:
        finding: as it is to be judged.
        lost: what its sentences lack of its answer.
        quoted: whether they took the answer's place, which said something else.
    """

    finding: Finding
    lost: tuple[str, ...] = ()
    quoted: bool = False


def _held(ctx: Context, question: str, finding: Finding, said: Said) -> _Held:
    """Hold a finding against its sentences.

    Their quote takes the answer's place where that says more than these do, or nothing new.
    """
    quote = quote_of(ctx, finding)
    empty = said == "answer" and _adds_nothing(question, finding.answer)
    lost = figures.missing(finding.answer, _shown(ctx, finding), question, _heading(ctx, finding))
    if figures.asks_for_figure(question) and not figures.holds_figure(quote):
        return _Held(finding, (*lost, "a figure"))
    if (lost or empty) and len(quote) <= LONG_QUOTE:
        return _Held(replace(finding, answer=quote), quoted=quote != finding.answer)
    return _Held(finding, (*lost, "an answer") if empty else lost)


def _adds_nothing(question: str, answer: str) -> bool:
    """Whether an answer says no more than its question: "Ames Ltd" of who guarantees Ames's debts.

    A name of the question in full says no more either, unless that is what is asked for. Where the
    question offers a choice, its own words are the answer.
    """
    if is_yes_or_no(question) or _CHOICE.search(question):
        return False
    asked, said = set(words_of(question)), set(words_of(answer)) - _FILLING
    return bool(said) and (said <= asked or _is_name_of(question, answer))


def _is_name_of(question: str, answer: str) -> bool:
    """Whether an answer is only the whole name of one that the question calls by its first word."""
    words = re.findall(r"\w+", answer)
    proper = all(word[0].isupper() or word.lower() in _FILLING for word in words)
    named = re.findall(r"(?<!^)\b[A-Z]\w+", question)
    return proper and words[0] in named and not _NAMING.search(question)


# -- what is shown -------------------------------------------------------------------------------


def _shown(ctx: Context, finding: Finding) -> str:
    """The cited sentences as the model sees them, in one line, and what they introduce."""
    cited = " ".join(" ".join(showing.shown(ctx, span).split()) for span in finding.spans)
    return cited + _below(ctx, finding)


def _below(ctx: Context, finding: Finding) -> str:
    """The entries of the list or table that a finding's sentence introduces, after a space."""
    document = ctx.document(finding.spans[-1])
    entries = enumerating.introduced(document, finding.spans[-1])
    said = "; ".join(tabling.said(document, entry) for entry in entries)
    return f" {said}"[:LONG_QUOTE] if said else ""


def _heading(ctx: Context, finding: Finding) -> str:
    return showing.heading(ctx, finding.spans[0])
