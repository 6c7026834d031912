"""Functions of the REPL for what earlier runs found: it is looked at before anything is read again.

A passage that answered one question need not answer the next, and where it does, it may do so in
other words. So each is judged against the question at hand, and those that pass are asked again:
a sentence or two each, in place of the slices they were found in.
"""

from __future__ import annotations

import re
from dataclasses import replace

from app.documents.document import Span
from app.recursion.budget import Depth
from app.recursion.events import Recalled
from app.recursion.evidence import verifying
from app.recursion.frame import Frame, Note
from app.recursion.functions import asking, keeping
from app.recursion.functions.values import Found, encode
from app.recursion.memory import plain
from app.recursion.results import Finding
from app.recursion.sandbox.host_calls import HostError
from app.recursion.subcalls import judging, subcall
from app.recursion.texts import figures

MOST = {Depth.QUICK: 2, Depth.STANDARD: 4, Depth.EXHAUSTIVE: 12}
"""So many earlier passages are judged, those first that share most words with the question."""

_LONG = 1_500
"""Characters that cited sentences may lie apart to be looked at together."""

_COMMON = frozenset(
    (
        "and are but did does for had has have how its the their this was what when where which "
        "who whose why with"
    ).split()
)


def variables(frame: Frame) -> dict[str, object]:
    """What a frame's REPL begins with: what earlier runs found, and what their variables held."""
    numbers: list[Found] = []
    for known in frame.ctx.memory.known:
        finding, question = known.evidence.finding, frame.ctx.question
        note = Note(finding, "earlier", question, origin=known.run, asked=known.question)
        frame.notes.append(note)
        numbers.append(Found(len(frame.notes) - 1))
    found = {"earlier": encode(frame, numbers)} if numbers else {}
    if frame.ctx.memory.variables:
        found[keeping.KEPT] = keeping.given(frame, frame.ctx.memory.variables)
    return found


def recall(frame: Frame, question: object) -> list[Found]:
    """What earlier runs found that answers this question too; verified for it."""
    if not isinstance(question, str) or not question.strip():
        raise HostError("pass the question as a string.")
    ctx, words = frame.ctx, question.strip()
    left = ctx.budget.limits.subcalls - ctx.budget.subcalls
    notes: dict[Span, Note] = {}
    for note in _candidates(frame, words):
        notes.setdefault(_passage(note.finding), note)
    spans = list(notes)[: max(0, min(left, MOST[ctx.settings.depth]))]
    if not spans:
        return []
    ctx.tell("Checking what earlier runs found")
    bar = ctx.settings.threshold
    likely = [span for span, chance in judging.rank(ctx, words, spans) if chance >= bar]
    likely, _ = asking.within_budget(frame, likely, [1] * len(likely)) if likely else ([], [])
    passed: list[Found] = []
    for span, finding in zip(likely, subcall.ask_each(ctx, words, likely), strict=True):
        if finding is not None and (n := _verified(frame, words, finding, notes[span])) is not None:
            passed.append(Found(n))
    return passed


def unread(frame: Frame, question: object, slices: object) -> list[Span]:
    """The slices that no earlier run was asked this question about."""
    _, spans = asking.asked(frame, question, slices)
    read = frame.ctx.memory.read
    return [span for span in spans if not any(one.contains(span) for one in read)]


def _verified(frame: Frame, question: str, finding: Finding, note: Note) -> int | None:
    """The number of a finding in an earlier run's passage, if it passes."""
    ctx = frame.ctx
    n = asking.kept(frame, finding, "ask", question).n
    asking.check(frame, [n], question)
    evidence = frame.notes[n].evidence
    if evidence is None or not evidence.check.passed:
        return None
    frame.settle(n, replace(evidence, origin=note.origin))
    ctx.emit(Recalled(evidence.finding, note.origin, note.asked, ctx.turn, ctx.frame))
    return n


def _candidates(frame: Frame, question: str) -> list[Note]:
    """The earlier findings worth a look, the likeliest first."""
    wanted = _words(question)
    figure = figures.asks_for_figure(plain(question))
    shares: list[tuple[int, Note]] = []
    for note in frame.notes:
        if note.by != "earlier":
            continue
        quote = verifying.quote_of(frame.ctx, note.finding)
        if not figure or figures.holds_figure(quote):
            shared = len(wanted & _words(f"{note.asked} {note.finding.answer} {quote}"))
            shares.append((shared, note))
    return [note for shared, note in sorted(shares, key=lambda s: -s[0]) if shared]


def _passage(finding: Finding) -> Span:
    """The sentences that a finding rests on, as one slice."""
    first, last = finding.spans[0], finding.spans[-1]
    near = first.document == last.document and 0 < last.end - first.start <= _LONG
    return Span(first.document, first.start, last.end) if near else first


def _words(text: str) -> frozenset[str]:
    """The words of a text without their commonest endings; short and common ones are left out."""
    found = re.findall(r"[^\W_]{3,}", text.lower())
    return frozenset(re.sub(r"(?:ing|ed|es|s)$", "", w) for w in found if w not in _COMMON)
