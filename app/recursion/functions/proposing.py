"""What code passes to FINAL, read as claims with the findings that they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

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
    plain = [value for value in answer if value is not None]
    proposals: list[Proposal] = []
    if text.strip():
        behind = [*given, *(n for value in plain for n in found_in(frame, value))]
        proposals.append(Proposal(_clean(text), tuple(dict.fromkeys(behind))))
    elif len(plain) == 2 and isinstance(plain[0], str) and not given:
        # FINAL("in words", findings)
        given = found_in(frame, plain[1])
        plain = plain[:1] if given else plain
    reading = _Reading(frame, given)
    proposals += [claim for value in plain for claim in reading.claims(value)]
    if not plain and not text.strip():
        reading.bare.extend(given)
    if reading.bare:
        proposals.append(Proposal("", tuple(dict.fromkeys(reading.bare))))
    return proposals


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads values of any shape as claims.

    Attributes:
        frame: whose findings they are.
        given: findings that were passed as evidence of all words.
        bare: findings that were met and stand for themselves.
    """

    frame: Frame
    given: list[int]
    bare: list[int] = field(default_factory=list)

    def claims(self, value: object, label: str = "") -> list[Proposal]:
        """The claims in one value; `label`: under what it stands in a dict."""
        match value:
            case None:
                return []
            case Found() | Span():
                return self._of_findings(found_in(self.frame, value), label)
            case dict():
                return [c for key, one in value.items() for c in self.claims(one, str(key))]
            case list():
                return self._of_list(value, label)
            case _:
                return self._of_words(_clean(f"{label}: {value}" if label else str(value)))

    def _of_findings(self, numbers: list[int], label: str) -> list[Proposal]:
        if not label:
            self.bare.extend(numbers)
            return []
        said = f"{label}: {answers(self.frame, numbers)}"
        return [Proposal(said, tuple(numbers))]

    def _of_list(self, values: list[object], label: str) -> list[Proposal]:
        """["in words", findings] is one claim, and so are findings that have a label."""
        if len(values) == 2 and isinstance(values[0], str):
            behind = found_in(self.frame, values[1])
            if behind:
                return [Proposal(_clean(values[0]), tuple(behind))]
        if label and (numbers := found_in(self.frame, values)):
            return self._of_findings(numbers, label)
        return [claim for value in values for claim in self.claims(value, label)]

    def _of_words(self, words: str) -> list[Proposal]:
        if not words:
            return []
        if self.given:
            return [Proposal(words, tuple(self.given))]
        return [Proposal(words, tuple(_recognised(self.frame, words)), traced=True)]


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
