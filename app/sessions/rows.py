"""What the store hands out: frozen rows, and the whole of one run as a `RunRecord`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion.events import Recalled, RunFailed
from app.recursion.results import Answer, Coverage, Evidence, Finding

STOPPED = "Stopped by the reviewer."
"""How the note of an answer begins whose run the reviewer stopped."""

RunStatus = Literal["running", "answered", "not_found", "stopped", "failed", "interrupted"]
VerdictKind = Literal["accepted", "rejected", "flagged", "none"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of a matter, without its text.

    Attributes:
        name: what the reviewer calls it.
        path: where the file was when it was added.
        position: its place in the list, from 0.
        pages: how many there are; `without_text` are the indexes of those that hold no text.
        characters: of text.
        removed: when it was taken out of the matter, or None. Runs that cite it keep it readable.
    """

    id: str
    name: str
    path: Path
    sha256: str
    kind: str
    position: int
    pages: int
    characters: int
    without_text: tuple[int, ...]
    notes: tuple[str, ...]
    refined: bool
    added: datetime
    removed: datetime | None = None


@dataclass(frozen=True, slots=True)
class RunRow:
    """The head of a run, as a list of runs shows it.

    Attributes:
        limits: what the run may spend; `settings`: how it was set up, in words.
        prompts_sha256: of all words said to the model, or "".
        seconds: of work so far, those before an interruption counted in.
        resumable: whether a state was saved that the run can go on from.
    """

    id: str
    session: int
    question: str
    status: RunStatus
    depth: str
    protocol: str
    model_id: str
    model_name: str
    model_sha256: str
    seed: int
    limits: dict[str, float]
    settings: dict[str, str]
    prompts_sha256: str
    program_version: str
    started: datetime
    ended: datetime | None
    turns: int
    subcalls: int
    seconds: float
    usage: Usage
    resumable: bool


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A sequence of runs, oldest first, as the history shows it."""

    id: int
    title: str
    created: datetime
    runs: tuple[RunRow, ...]


def asked(sessions: Iterable[SessionRow]) -> list[RunRow]:
    """The runs that came to an end outside of tables, whose sessions have titles; oldest first."""
    runs = [run for session in sessions if not session.title for run in session.runs]
    ended = [run for run in runs if run.status in ("answered", "not_found", "stopped")]
    return sorted(ended, key=lambda run: run.started)


@dataclass(frozen=True, slots=True)
class SliceRecord:
    """A span that the model was shown, by a turn's output or by a sub-call, and when."""

    span: Span
    turn: int
    subcall: int | None
    time: datetime


@dataclass(frozen=True, slots=True)
class SubcallRecord:
    """A sub-call. One that was cut off has no `ended` and no result."""

    number: int
    turn: int
    frame: str
    kind: str
    question: str
    spans: tuple[Span, ...]
    started: datetime
    ended: datetime | None = None
    result: str = ""
    findings: tuple[Finding, ...] = ()
    probability: float | None = None
    usage: Usage = field(default_factory=Usage)
    prompt: str = ""
    cached: bool = False


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """A turn of the root, or of a child (`frame`), with the sub-calls that its cell made.

    One that was cut off has no `ended` and no reply. `seconds` are of the cell's execution.
    """

    number: int
    frame: str
    started: datetime
    ended: datetime | None = None
    reply: str = ""
    code: str = ""
    output: str = ""
    error: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    subcalls: tuple[SubcallRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildRecord:
    """A child RLM; `result` is None while it works, or where it was cut off."""

    frame: str
    turn: int
    question: str
    spans: tuple[Span, ...]
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer said about the citation with number `citation` of a run."""

    run: str
    citation: int
    verdict: VerdictKind
    initials: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """A reviewer's highlight on a span, with a note and tags (issue codes) where there are any."""

    id: int
    span: Span
    colour: str
    note: str
    tags: tuple[str, ...]
    initials: str
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class QuotedMark:
    """A mark with the words it is on, and where they stand.

    Attributes:
        quote: the document's own text.
        page: the index of the page, from 0; `label` what is printed on it.
    """

    mark: Mark
    quote: str
    page: int
    label: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """Everything about one run that a report or the window needs.

    Attributes:
        head: status, model, settings, times.
        matter: the name of the matter.
        documents: that the run was asked over, those since removed included.
        turns: in the order in which they began.
        evidence: every finding that was checked, whether it passed or not.
        answer: None as long as there is none.
        failure: why the run failed, if it did.
        coverage: which parts of the documents the model was shown.
        matching: numbers of the citations whose quote was compared, character by character, with
            the stored text of their document when this record was read, and equalled it.
        verdicts: the last of each citation that has one.
        marks: the reviewer's on these documents, in the order of documents and text.
        unknown: events that this version could not read.
        follows: the id of the run whose question this one's follows, or "".
        recalled: findings of earlier runs that answered this question too.
        labels: what is printed on the pages of each document, by its id, where that is not just
            their number in the file.
    """

    head: RunRow
    matter: str
    documents: tuple[DocumentRow, ...]
    turns: tuple[TurnRecord, ...] = ()
    children: tuple[ChildRecord, ...] = ()
    slices: tuple[SliceRecord, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answer: Answer | None = None
    failure: RunFailed | None = None
    coverage: Coverage = field(default_factory=Coverage)
    matching: frozenset[int] = frozenset()
    verdicts: tuple[Verdict, ...] = ()
    marks: tuple[QuotedMark, ...] = ()
    unknown: int = 0
    follows: str = ""
    recalled: tuple[Recalled, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The run's id."""
        return self.head.id

    @property
    def question(self) -> str:
        """What the reviewer asked."""
        return self.head.question

    @property
    def subcalls(self) -> tuple[SubcallRecord, ...]:
        """All sub-calls, turn by turn."""
        return tuple(call for turn in self.turns for call in turn.subcalls)

    @property
    def resumable(self) -> bool:
        """Whether the run was broken off, by the reviewer or with the program, and can go on.

        One that ran into a limit would do so again. In one whose citations were judged, a number
        that the reviewer has seen could come to stand for another passage.
        """
        if self.head.status == "interrupted":
            return True
        stopped = self.answer is not None and self.answer.note.startswith(STOPPED)
        return self.head.status == "stopped" and stopped and not self.verdicts

    def document(self, id: str) -> DocumentRow | None:
        """The document with this id, or None if the run was not asked over it."""
        return next((d for d in self.documents if d.id == id), None)

    def verdict(self, citation: int) -> Verdict | None:
        """The reviewer's last word on a citation, or None."""
        return next((v for v in self.verdicts if v.citation == citation), None)


@dataclass(frozen=True, slots=True)
class MatterSummary:
    """What a matter holds, in numbers. `size` is in bytes on disk."""

    name: str
    path: Path
    created: datetime
    size: int
    documents: tuple[DocumentRow, ...]
    sessions: tuple[SessionRow, ...]
    marks: int
    cached_calls: int
