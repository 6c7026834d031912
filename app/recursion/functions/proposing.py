"""What code passes to FINAL, read as claims with the findings that they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.documents.document import Span
from app.recursion.frame import Frame
from app.recursion.functions.values import Found, notes_of
from app.recursion.results import Finding
from app.recursion.texts import figures

MAX_TEXT = 4_000
"""Characters of a claim that code wrote itself."""

_QUOTED = 400


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as code passed it to FINAL.

    Attributes:
        text: its words; "" where the findings speak for themselves.
        notes: the findings it rests on, by number.
        traced: whether the findings were not given but recognised in the text.
    """

    text: str
    notes: tuple[int, ...]
    traced: bool = False


def proposed(frame: Frame, answer: list[object], evidence: object, text: str) -> list[Proposal]:
    """The claims in what FINAL was given."""
    given = found_in(frame, evidence)
    plain = [a for a in answer if a is not None]
    proposals: list[Proposal] = []
    if text.strip():
        behind = [*given, *(n for a in plain for n in found_in(frame, a))]
        proposals.append(Proposal(_clean(text), tuple(dict.fromkeys(behind))))
    elif len(plain) == 2 and isinstance(plain[0], str) and not given:
        # FINAL("in words", findings)
        given = found_in(frame, plain[1])
        plain = plain[:1] if given else plain
    bare: list[int] = []
    for value in plain:
        proposals += _claims(frame, value, given, bare)
    if not plain and not text.strip():
        bare += given
    if bare:
        proposals.append(Proposal("", tuple(dict.fromkeys(bare))))
    return proposals


def _claims(
    frame: Frame, value: object, given: list[int], bare: list[int], label: str = ""
) -> list[Proposal]:
    """The claims in one value; findings that stand for themselves are added to `bare`."""
    if value is None:
        return []
    if isinstance(value, Found | Span):
        numbers = found_in(frame, value)
        if label:
            return [Proposal(f"{label}: {answers(frame, numbers)}", tuple(numbers))]
        bare += numbers
        return []
    if isinstance(value, dict):
        return [c for k, v in value.items() for c in _claims(frame, v, given, bare, str(k))]
    if isinstance(value, list):
        pair = len(value) == 2 and isinstance(value[0], str) and found_in(frame, value[1])
        if pair:
            return [Proposal(_clean(str(value[0])), tuple(pair))]
        if value and label and found_in(frame, value):
            numbers = found_in(frame, value)
            return [Proposal(f"{label}: {answers(frame, numbers)}", tuple(numbers))]
        return [c for item in value for c in _claims(frame, item, given, bare, label)]
    words = _clean(f"{label}: {value}" if label else str(value))
    if not words:
        return []
    if given:
        return [Proposal(words, tuple(given))]
    return [Proposal(words, tuple(_recognised(frame, words)), traced=True)]


def _recognised(frame: Frame, words: str) -> list[int]:
    """The findings that a text repeats: by their words, or by all figures and dates they give."""
    low = " ".join(words.casefold().split())
    here = figures.facts(words)
    found: list[int] = []
    for n, note in enumerate(frame.notes):
        finding = note.current
        answer = " ".join(finding.answer.casefold().rstrip(".").split())
        there = figures.facts(finding.answer)
        stated = there.numbers | there.dates
        repeated = answer and (answer in low or low.rstrip(".") in answer)
        if repeated or (stated and stated <= (here.numbers | here.dates)):
            found.append(n)
    return found


def found_in(frame: Frame, value: object) -> list[int]:
    """The findings in a value; a slice counts as a finding that quotes itself."""
    if isinstance(value, Span):
        quote = " ".join(frame.ctx.text(value).split())[:_QUOTED]
        return [frame.note(Finding(quote, (value,), value, 0), "quote", frame.ctx.question)]
    if isinstance(value, list):
        return list(dict.fromkeys(n for item in value for n in found_in(frame, item)))
    if isinstance(value, dict):
        return found_in(frame, list(value.values()))
    return notes_of(frame, value)


def answers(frame: Frame, numbers: Iterable[int]) -> str:
    """What findings say, one after the other."""
    notes = [frame.notes[n] for n in numbers]
    return "; ".join(n.current.answer for n in notes)


def _clean(text: str) -> str:
    return text.strip()[:MAX_TEXT]
