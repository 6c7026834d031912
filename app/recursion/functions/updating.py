"""A function of the REPL that looks for what came after a finding: changes, successors, entries."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.document import Span
from app.recursion.evidence import anchoring, changing, comparing, verifying
from app.recursion.frame import Frame, Note
from app.recursion.functions import asking
from app.recursion.functions.values import Found, notes_of

CHANGED = 0.35
"""A change that was found by the clause it names need only be this likely: a model that sees it
without the clause can't tell what it changes, but a reviewer must see it."""


def changes(frame: Frame, question: object, findings: object) -> list[Found]:
    """What later passages that change the findings say to the question; verified, latest first."""
    words = str(question)
    numbers = notes_of(frame, findings)
    spans = changing.changes(frame.ctx, [frame.notes[n].finding for n in numbers])
    changed = _verified(frame, words, spans, CHANGED)
    if not numbers or not changing.asks_for_latest(words):
        return changed
    came = list(dict.fromkeys([*_later(frame, words, numbers[0]), *changed]))
    came.sort(key=lambda found: _dated(frame, found.n), reverse=True)
    return came or _onward(frame, words, numbers[0])


def _later(frame: Frame, question: str, number: int) -> list[Found]:
    """Likely findings in later entries about the very thing that the question names.

    "It was handed to Ada Byrne in 2020" hardly states who has it now, for a judge that sees nothing
    else; but it comes after what was found.
    """
    began = _dated(frame, number)
    if not began or not _names_it(frame, question, frame.notes[number]):
        return []
    later = [
        n
        for n, note in enumerate(frame.notes)
        if note.question == question
        and _is_likely(note)
        and _dated(frame, n) > began
        and _names_it(frame, question, note)
        and not comparing.same(note.finding, frame.notes[number].finding)
    ]
    later.sort(key=lambda n: _dated(frame, n), reverse=True)
    for n in later:
        if not frame.notes[n].passed:
            chance = asking.probability(frame, n)
            frame.settle(n, verifying.settled(frame.ctx, frame.notes[n].finding, chance))
    return [Found(n) for n in later]


def _onward(frame: Frame, question: str, number: int) -> list[Found]:
    """The rest of a chain of names that begins with a finding, its end first."""
    chain: list[Found] = []
    while len(chain) < changing.MAX_CHANGES:
        then, spans = changing.onward(frame.ctx, question, frame.notes[number].finding)
        step = asking.best(frame, _verified(frame, then, spans))
        if not step or step[0] in chain:
            break
        chain.insert(0, step[0])
        question, number = then, step[0].n
    return chain


def _verified(
    frame: Frame, question: str, spans: Sequence[Span], bar: float | None = None
) -> list[Found]:
    """The answers of spans to a question that pass."""
    if not spans:
        return []
    numbers = [f.n for f in asking.ask_each(frame, question, list(spans)) if f is not None]
    asking.check(frame, numbers, question, bar)
    return [Found(n) for n in numbers if frame.notes[n].passed]


def _dated(frame: Frame, n: int) -> str:
    return changing.dated(frame.ctx, frame.notes[n].finding.spans[0])


def _names_it(frame: Frame, question: str, note: Note) -> bool:
    return anchoring.holds(frame.ctx, question, note.finding.spans)


def _is_likely(note: Note) -> bool:
    checked = note.evidence.check if note.evidence is not None else None
    return checked is not None and not checked.missing and checked.probability >= CHANGED
