"""Findings become evidence, and evidence an answer with numbered citations.

A finding counts as evidence when every figure, date and name of its answer stands in the sentences
it cites and the judge finds that these state the answer. That is what "verified" means on screen:
the quote matches the source and the check passed; never that the answer is correct.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from app.documents.document import Span
from app.engine.engine import Message
from app.recursion.context import Context
from app.recursion.events import FindingChecked
from app.recursion.evidence import anchoring, polarity
from app.recursion.prompts import judge_prompts
from app.recursion.results import Answer, Check, Citation, Claim, Evidence, Finding
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

NEAREST = 0.4
"""A passage this likely is worth a look where nothing was found, ..."""

MOST_NEAREST = 3
"""... and so many are shown."""

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
    empty = [said == "answer" and _adds_nothing(question, f.answer) for f in findings]
    checked = [_grounded(ctx, question, *each) for each in zip(findings, empty, strict=True)]
    asked = [_ASKED[said](question, f.answer + _below(ctx, f), _shown(ctx, f)) for f, _ in checked]
    looks = judging.judge_each(ctx, "verify", question, [_place(f) for f, _ in checked], asked)
    near = [0.0] * len(checked)
    if said == "answer":
        near = _nearness(ctx, question, [finding for finding, _ in checked])
        near = [
            n - anchoring.lost(ctx, question, f.spans, f.answer)
            for n, (f, _) in zip(near, checked, strict=True)
        ]
    evidence: list[Evidence] = []
    for given, (finding, lost), look, bonus in zip(findings, checked, looks, near, strict=True):
        chance = judging.probability(judging.log_odds(look) + bonus)
        least = (ctx.settings.threshold - _EASIER[said]) if bar is None else bar
        least += SURER if finding.answer != given.answer else 0.0
        passed = not lost and chance >= least
        found = Evidence(finding, Check(chance, lost, passed))
        evidence.append(found)
        ctx.emit(FindingChecked(finding, found.check))
    ctx.ledger.evidence.extend(evidence)
    return evidence


_ASKED: dict[Said, Callable[[str, str, str], tuple[Message, ...]]] = {
    "answer": judge_prompts.verify,
    "item": judge_prompts.verify_item,
    "statement": judge_prompts.verify_statement,
}


_EASIER: dict[Said, float] = {"answer": 0.0, "item": 0.1, "statement": 0.1}
"""How much less likely items and points may be: the judge is asked about them without examples."""


def settled(ctx: Context, finding: Finding, chance: float) -> Evidence:
    """A finding that the judge has passed on by itself, put on record."""
    evidence = Evidence(finding, Check(chance, passed=True))
    ctx.emit(FindingChecked(finding, evidence.check))
    ctx.ledger.evidence.append(evidence)
    return evidence


def merge(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Evidence grouped into claims: what says the same is one claim, resting on all of it.

    Two say the same when their answers are the same in figures, dates and words, or cite the same
    sentences. The likeliest comes first and lends the claim its words.
    """
    claims: list[tuple[str, list[Evidence]]] = []
    for item in sorted(evidence, key=lambda e: -e.check.probability):
        for _, members in claims:
            if any(same(item.finding, m.finding) for m in members):
                members.append(item)
                break
        else:
            claims.append((item.finding.answer, [item]))
    return claims


def answer(
    ctx: Context,
    claims: Sequence[tuple[str, Sequence[Evidence]]],
    status: Literal["answered", "not_found", "stopped", "failed"],
    note: str = "",
    contradictory: bool = False,
) -> Answer:
    """The answer: claims with numbered citations, and what was covered."""
    citations: dict[Span, Citation] = {}
    said: list[Claim] = []
    for text, evidence in claims:
        numbers: list[int] = []
        for item in evidence:
            for span in item.finding.spans:
                if span not in citations:
                    citations[span] = _citation(ctx, len(citations) + 1, span, item.check)
                if citations[span].n not in numbers:
                    numbers.append(citations[span].n)
        said.append(Claim(text, tuple(numbers)))
    return Answer(
        status, tuple(said), tuple(citations.values()), ctx.coverage(), note, contradictory
    )


def with_nearest(ctx: Context, answer: Answer) -> Answer:
    """A "not found" with the passages that came nearest, none of which passed verification.

    The judge of a small model refuses right passages as well; a reviewer sees that at a glance.
    """
    near = [
        item
        for item in sorted(ctx.ledger.evidence, key=lambda e: -e.check.probability)
        if not item.check.missing and item.check.probability >= NEAREST
    ]
    first: dict[Span, Check] = {}
    for item in near:
        for span in item.finding.spans:
            if not any(span.overlaps(other) for other in first):
                first[span] = item.check
    shown = list(first.items())[:MOST_NEAREST]
    citations = (_citation(ctx, n, span, check) for n, (span, check) in enumerate(shown, 1))
    return replace(answer, citations=tuple(citations))


def contradicts(one: str, other: str) -> bool:
    """Whether two answers to one question give different figures or dates."""
    a, b = figures.facts(one), figures.facts(other)
    numbers = bool(a.numbers and b.numbers) and not (a.numbers & b.numbers)
    dates = bool(a.dates and b.dates) and not (a.dates & b.dates)
    return numbers or dates


def quote_of(ctx: Context, finding: Finding) -> str:
    """The cited sentences as one line of text."""
    return " ".join(" ".join(ctx.text(span).split()) for span in finding.spans)


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


def _grounded(
    ctx: Context, question: str, finding: Finding, empty: bool
) -> tuple[Finding, tuple[str, ...]]:
    """The finding, and what its sentences lack of its answer.

    Its quote takes the answer's place where that says more than these do, or is `empty`.
    """
    quote = quote_of(ctx, finding)
    lost = figures.missing(finding.answer, _shown(ctx, finding), question, _heading(ctx, finding))
    if figures.asks_for_figure(question) and not figures.holds_figure(quote):
        return finding, (*lost, "a figure")
    if (lost or empty) and len(quote) <= LONG_QUOTE:
        return replace(finding, answer=quote), ()
    return finding, (*lost, "an answer") if empty else lost


def _adds_nothing(question: str, answer: str) -> bool:
    """Whether an answer says no more than its question: "Ames Ltd" of who guarantees Ames's debts.

    A name of the question in full says no more either, unless that is what is asked for. Where the
    question offers a choice, its own words are the answer.
    """
    if is_yes_or_no(question) or _CHOICE.search(question):
        return False
    asked, said = set(_words(question)), set(_words(answer)) - _FILLING
    return bool(said) and (said <= asked or _is_name_of(question, answer))


def _is_name_of(question: str, answer: str) -> bool:
    """Whether an answer is only the whole name of one that the question calls by its first word."""
    words = re.findall(r"\w+", answer)
    proper = all(word[0].isupper() or word.lower() in _FILLING for word in words)
    named = re.findall(r"(?<!^)\b[A-Z]\w+", question)
    return proper and words[0] in named and not _NAMING.search(question)


def _nearness(ctx: Context, question: str, findings: Sequence[Finding]) -> list[float]:
    """What the nearness of each finding's sentences to the question adds to its log-odds."""
    cited = [quote_of(ctx, finding) for finding in findings]
    placed = [f"{_heading(ctx, finding)}. {_shown(ctx, finding)}" for finding in findings]
    cosines = ctx.index.nearness(question, [*cited, *placed])
    if cosines is None:
        return [0.0] * len(findings)
    nearer = map(max, cosines[: len(findings)], cosines[len(findings) :])
    return [NEARNESS * (cosine - MIDDLE) for cosine in nearer]


def _heading(ctx: Context, finding: Finding) -> str:
    return showing.heading(ctx, finding.spans[0])


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same: no other figures, and the same words or sentences."""
    a, b = figures.facts(one.answer), figures.facts(other.answer)
    if (a.numbers or a.dates or b.numbers or b.dates) and (a.numbers, a.dates) != (
        b.numbers,
        b.dates,
    ):
        return False
    if any(x.overlaps(y) for x in one.spans for y in other.spans):
        return True
    return _words(one.answer) == _words(other.answer)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _citation(ctx: Context, n: int, span: Span, check: Check) -> Citation:
    document = ctx.document(span)
    page = document.page_at(span.start)
    return Citation(n, span, document.name, page.index, page.label, document.quote(span), check)


def _place(finding: Finding) -> Span:
    """From the first to the last sentence that a finding cites of what it was read in."""
    spans = [s for s in finding.spans if finding.source.overlaps(s)] or finding.spans[:1]
    return Span(spans[0].document, spans[0].start, max(s.end for s in spans))
