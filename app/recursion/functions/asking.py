"""Functions of the REPL that call the model on slices, and what they do to stay within limits."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from app.documents.document import Span
from app.recursion.evidence import anchoring, changing, comparing, verifying
from app.recursion.frame import Frame
from app.recursion.functions.values import Found, Piece, notes_of, spans_of
from app.recursion.results import Finding
from app.recursion.sandbox.host_calls import HostError
from app.recursion.subcalls import judging, subcall
from app.recursion.subcalls.citing import is_yes_or_no
from app.recursion.texts import enumerating, nested, tabling

SURE = 0.8
"""A finding this likely is beyond doubt: no other is looked for, and where it contradicts the
likeliest, it is shown beside it."""

NEAR = 0.15
"""Findings whose probabilities lie this close together are told apart by their dates."""

_SAID: dict[str, verifying.Said] = {"extract": "item", "summarize": "statement"}
"""What the findings of a function are, where they are not answers."""


def ask(frame: Frame, question: object, slice: object) -> Found | list[Found] | None:
    """Ask the model about one slice. A finding has answer, quote and page; None: not there."""
    words, spans = asked(frame, question, slice)
    found = _ask(frame, words, spans, "ask")
    if len(spans) == 1:
        return found[0]
    return [f for f in found if f is not None]


def ask_each(frame: Frame, question: object, slices: object) -> list[Found | None]:
    """Ask the same about each slice, faster than one by one; one result for each slice."""
    words, spans = asked(frame, question, slices)
    return _ask(frame, words, spans, "ask")


def rank(frame: Frame, question: object, slices: object) -> list[Piece]:
    """Order slices by how likely the model thinks they answer the question; each has `score`."""
    words, spans = asked(frame, question, slices)
    now, rest = within_budget(frame, spans, [1] * len(spans))
    apart = {span: anchoring.away(frame.ctx, words, span) for span in now}
    ranked = judging.rank(frame.ctx, words, sorted(now, key=apart.__getitem__))
    ranked.sort(key=lambda one: apart[one[0]])  # Within either, as they were ranked.
    if len(ranked) < len(now):
        told = f"Tokens and time were enough for the first {len(ranked)} of {len(spans)} slices."
        frame.remarks.append(told)
        judged = {span for span, _ in ranked}
        rest = [*(span for span in now if span not in judged), *rest]
    return [Piece(span, score=score) for span, score in ranked] + [Piece(span) for span in rest]


def summarize(frame: Frame, instruction: object, slices: object) -> list[Found]:
    """Summarize slices under an instruction: a few findings for each."""
    words, spans = asked(frame, instruction, slices)
    now, _ = within_budget(frame, spans, calls(frame, spans))
    found = subcall.summarize(frame.ctx, words, now)
    return [kept(frame, f, "summarize", words) for f in found]


def verify(frame: Frame, question: object, findings: object, least: object = None) -> list[Found]:
    """The findings whose quote states their answer; the others are left out.

    `least` is the judge's probability from which one counts; it can raise the bar, never lower it.
    """
    bar = max(least, frame.ctx.settings.threshold) if isinstance(least, int | float) else None
    numbers = notes_of(frame, findings if isinstance(findings, list) else [findings])
    check(frame, numbers, str(question), bar)
    return [Found(n) for n in numbers if frame.notes[n].passed]


def sure(frame: Frame, findings: object) -> bool:
    """Whether one of the verified findings is beyond doubt."""
    passed = [n for n in notes_of(frame, findings) if frame.notes[n].passed]
    return any(probability(frame, n) >= SURE for n in passed)


def best(frame: Frame, findings: object) -> list[Found]:
    """The likeliest verified finding, with those that say the same, or as surely another thing.

    Where its sentence introduces a list or a table, what stands there comes after it.
    """
    passed = [n for n in notes_of(frame, findings) if frame.notes[n].passed]
    order = sorted(passed, key=lambda n: -probability(frame, n))
    if not order:
        return []
    if changing.asks_for_latest(frame.notes[order[0]].question):
        order = _latest_first(frame, order)
    lead = frame.notes[order[0]].finding
    chosen = [
        n
        for n in order
        if n == order[0]
        or comparing.same(lead, frame.notes[n].finding)
        or (
            probability(frame, n) >= SURE
            and (
                comparing.contradicts(lead.answer, frame.notes[n].finding.answer)
                or _rivals(frame, order[0], n)
            )
        )
    ]
    return [found for n in chosen for found in (Found(n), *introduced(frame, n))]


def _rivals(frame: Frame, lead: int, other: int) -> bool:
    """Whether two findings about the very thing that a question names answer it in other words.

    "AB negative" and "O negative" contradict each other without a figure or a date.
    """
    question = frame.notes[lead].question
    if is_yes_or_no(question) or changing.asks_for_latest(question):
        return False
    one, two = frame.notes[lead].finding, frame.notes[other].finding
    said = {" ".join(re.findall(r"\w+", f.answer.casefold())) for f in (one, two)}
    apart = len(said) == 2 and min(said, key=len) not in max(said, key=len)
    return apart and all(anchoring.holds(frame.ctx, question, f.spans) for f in (one, two))


def named(frame: Frame, question: object, finding: object) -> str:
    """The name that a finding's answer gives and its question does not, or the answer itself."""
    numbers = notes_of(frame, finding if isinstance(finding, list) else [finding])
    if not numbers:
        raise HostError("pass the question, then a finding.")
    note = frame.notes[numbers[0]]
    said = note.current.answer
    return nested.name_in(said, str(question)) or said.rstrip(".")


def check(
    frame: Frame,
    numbers: Sequence[int],
    question: str = "",
    bar: float | None = None,
) -> None:
    """Verify those findings that have not been, each against the question it was asked with.

    An item of a list is held against what was to be listed, not against the reviewer's question:
    no single vaccination answers "How many?". A point of a summary need only be what is said.

    Where fewer sub-calls are left than findings, the last ones stay unverified.
    """
    todo: dict[tuple[str, verifying.Said], list[int]] = {}
    for n in numbers:
        note = frame.notes[n]
        if note.evidence is None:
            said = _SAID.get(note.by, "answer")
            asked = note.question if said == "item" else question or note.question
            todo.setdefault((asked, said), []).append(n)
    for (asked, said), open_ in todo.items():
        budget = frame.ctx.budget
        left = budget.limits.subcalls - budget.subcalls
        if 0 < left < len(open_):
            open_ = open_[:left]
        findings = [frame.notes[n].finding for n in open_]
        checked = verifying.verify(frame.ctx, asked, findings, said, bar)
        for n, item in zip(open_, checked, strict=True):
            frame.settle(n, item)


def introduced(frame: Frame, n: int) -> list[Found]:
    """The entries that a finding's sentence introduces, as likely as it is."""
    note = frame.notes[n]
    last = note.finding.spans[-1]
    document = frame.ctx.document(last)
    found: list[Found] = []
    for entry in enumerating.introduced(document, last):
        if note.evidence is None or not any(s.overlaps(entry) for s in frame.ctx.scope):
            continue
        said = tabling.said(document, entry)
        finding = Finding(said, (entry,), note.finding.source, note.finding.subcall)
        added = kept(frame, finding, "best", note.question)
        frame.settle(
            added.n, verifying.settled(frame.ctx, finding, note.evidence.check.probability)
        )
        found.append(added)
    return found


def _latest_first(frame: Frame, order: list[int]) -> list[int]:
    """Findings about as likely as the likeliest, the latest entry first; then the others."""
    bar = probability(frame, order[0]) - NEAR
    near = [n for n in order if probability(frame, n) >= bar]
    spans = {n: frame.notes[n].finding.spans[0] for n in near}
    near.sort(key=lambda n: changing.dated(frame.ctx, spans[n]), reverse=True)
    return near + [n for n in order if n not in spans]


def probability(frame: Frame, n: int) -> float:
    """How likely a finding is, by its number; 0 where it was not verified."""
    evidence = frame.notes[n].evidence
    return evidence.check.probability if evidence is not None else 0.0


def _ask(frame: Frame, question: str, spans: Sequence[Span], by: str) -> list[Found | None]:
    now, rest = within_budget(frame, spans, calls(frame, spans))
    found = subcall.ask_each(frame.ctx, question, now)
    noted = [None if f is None else kept(frame, f, by, question) for f in found]
    return [*noted, *(None for _ in rest)]


def asked(frame: Frame, question: object, slices: object) -> tuple[str, list[Span]]:
    """The question and the spans, also where code passes them the other way round."""
    if isinstance(slices, str) and not isinstance(question, str):
        question, slices = slices, question
    if not isinstance(question, str) or not question.strip():
        raise HostError("pass the question as a string first, then the slice.")
    return question.strip(), spans_of(frame, slices)


def kept(frame: Frame, finding: Finding, by: str, question: str) -> Found:
    """A finding among the frame's notes, in the form in which code gets it."""
    return Found(frame.note(finding, by, question))


def calls(frame: Frame, spans: Sequence[Span]) -> list[int]:
    """About how many sub-calls each span takes: a long one is shown in several."""
    window = max(1, (frame.ctx.engine.model.window - subcall.LIST_TOKENS) * 2)
    return [
        max(
            1,
            math.ceil(len(frame.ctx.document(s).sentences_in(s)) / subcall.MAX_SENTENCES),
            math.ceil((s.end - s.start) / window),
        )
        for s in spans
    ]


def within_budget(
    frame: Frame, spans: Sequence[Span], calls: Sequence[int]
) -> tuple[list[Span], list[Span]]:
    """The spans that the sub-calls left are enough for, and the rest.

    Raises:
        HostError: if they are not enough for the first.
        BudgetSpent: if none is left.
    """
    budget = frame.ctx.budget
    left = budget.limits.subcalls - budget.subcalls
    if left <= 0 and spans:
        budget.take_subcalls(1)
    fits, needed = 0, 0
    for count in calls:
        if needed + count > left:
            break
        needed += count
        fits += 1
    if fits < len(spans):
        if fits == 0:
            raise HostError(
                f"this slice is long: it takes about {calls[0]} sub-calls and {left} are left. "
                "Search first, and pass the passages that were found."
            )
        frame.remarks.append(
            f"The sub-calls left were enough for the first {fits} of {len(spans)} slices: "
            "rank or search first, and pass fewer."
        )
    return list(spans[:fits]), list(spans[fits:])
