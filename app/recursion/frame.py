"""One RLM at work: what it has found, how often it was refused, how it ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.documents.document import Span
from app.recursion.context import Context
from app.recursion.results import Evidence, Finding, Status

MAX_REFUSALS = 2
"""So often FINAL or NOT_FOUND is sent back; after that the frame ends, honestly."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a frame keeps it, under its place in the list.

    Attributes:
        by: the function that made it ("ask", "extract", ...).
        question: what that was asked.
        evidence: the finding with its check, once it was verified.
        origin: the id of the earlier run that found it, or ""; `asked` is what that one asked.
    """

    finding: Finding
    by: str
    question: str
    evidence: Evidence | None = None
    origin: str = ""
    asked: str = ""

    @property
    def current(self) -> Finding:
        """The finding in the words that verification left it."""
        return self.finding if self.evidence is None else self.evidence.finding

    @property
    def passed(self) -> bool:
        """Whether verification found that its sentences state it."""
        return self.evidence is not None and self.evidence.check.passed


Said = tuple[str, tuple[Evidence, ...]]
"""A claim and the evidence it rests on; one without any is unproven."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long answer: what it is about, and its claims; none if nothing was found."""

    title: str
    claims: tuple[Said, ...] = ()
    contradictory: bool = False


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How a frame ended: its claims, and the same in short where they are many."""

    status: Status
    claims: tuple[Said, ...] = ()
    note: str = ""
    contradictory: bool = False
    summary: tuple[Said, ...] = ()


class StartChild(Protocol):
    """Runs a child RLM over some spans, with a part of what is left to spend; how it ended."""

    def __call__(
        self, parent: Frame, question: str, spans: Sequence[Span], part: float = 0.5
    ) -> Conclusion:
        """Work on a question of the parent's code."""
        ...


@dataclass
class Frame:
    """A frame of a run: the root's, or a child's.

    Attributes:
        ctx: what it shares with the rest of the run.
        start_child: runs a child RLM and returns how it ended.
        notes: findings so far; code knows each by its place here.
        handed: spans given to code, the latest last; strings are traced back to them.
        refusals: of FINAL and NOT_FOUND.
        children: how many were started.
        parts: of an answer that is put together part by part.
        unfinished: names of documents whose child was stopped before it found anything.
        held: findings, by number, that were each held against all others of these.
        opposed: findings, by number, of which two can't be true at once.
        remarks: what functions have to say about a call, told to the model after the cell.
        conclusion: set when the frame has ended.
    """

    ctx: Context
    start_child: StartChild
    notes: list[Note] = field(default_factory=list)
    handed: deque[Span] = field(default_factory=lambda: deque(maxlen=5_000))
    refusals: int = 0
    children: int = 0
    parts: list[Part] = field(default_factory=list)
    unfinished: set[str] = field(default_factory=set)
    held: set[int] = field(default_factory=set)
    opposed: set[tuple[int, int]] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    conclusion: Conclusion | None = None
    _numbers: dict[Finding, int] = field(default_factory=dict, repr=False)

    @property
    def depth(self) -> int:
        """How deep it is nested: 0 for the root."""
        return self.ctx.frame.count(".") + 1 if self.ctx.frame else 0

    def note(self, finding: Finding, by: str, question: str) -> int:
        """Keep a finding; the number that code knows it by."""
        if len(self._numbers) != len(self.notes):
            self._numbers = {note.finding: n for n, note in enumerate(self.notes)}
        if finding not in self._numbers:
            self._numbers[finding] = len(self.notes)
            self.notes.append(Note(finding, by, question))
        return self._numbers[finding]

    def settle(self, n: int, evidence: Evidence) -> None:
        """Keep what verification found about a finding."""
        note = self.notes[n]
        origin = note.origin or evidence.origin
        self.notes[n] = replace(note, evidence=replace(evidence, origin=origin))

    def passed(self) -> list[Evidence]:
        """All evidence that stood, in the order it was found."""
        return [n.evidence for n in self.notes if n.evidence is not None and n.passed]
