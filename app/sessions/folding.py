"""A run's events, folded into its turns, sub-calls, slices and outcome.

A resumed run goes on from its last saved turn: turns, sub-calls and checks after it don't count and
come again, under the same numbers. Slices are never dropped: what was shown to the model was shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from app.recursion.events import (
    AnswerReady,
    CellRan,
    ChildFinished,
    ChildStarted,
    FindingChecked,
    Recalled,
    RunFailed,
    RunStarted,
    SliceRead,
    Spent,
    StateSaved,
    SubcallFinished,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.results import Answer, Check, Evidence, Finding
from app.sessions.codec import StoredEvent, UnknownEvent
from app.sessions.rows import ChildRecord, SliceRecord, SubcallRecord, TurnRecord


@dataclass
class Fold:
    """What has happened in a run so far. Feed it every event in order, then read it."""

    documents: tuple[str, ...] = ()
    slices: list[SliceRecord] = field(default_factory=list)
    answer: Answer | None = None
    failure: RunFailed | None = None
    spent: Spent | None = None
    unknown: int = 0
    follows: str = ""
    recalled: dict[Finding, Recalled] = field(default_factory=dict)
    _turns: dict[tuple[str, int], TurnRecord] = field(default_factory=dict)
    _subcalls: dict[int, SubcallRecord] = field(default_factory=dict)
    _children: dict[str, ChildRecord] = field(default_factory=dict)
    _checks: dict[Finding, Check] = field(default_factory=dict)
    _saved: Fold | None = None

    @property
    def turns(self) -> tuple[TurnRecord, ...]:
        """Every turn with its sub-calls, in the order in which they began."""
        calls: dict[tuple[str, int], list[SubcallRecord]] = {}
        for call in self._subcalls.values():
            calls.setdefault((call.frame, call.turn), []).append(call)
        return tuple(
            replace(turn, subcalls=tuple(calls.get(key, ()))) for key, turn in self._turns.items()
        )

    @property
    def children(self) -> tuple[ChildRecord, ...]:
        """Every child RLM, in the order in which they began."""
        return tuple(self._children.values())

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every finding that was checked, with its last check."""
        origins = {finding: event.run for finding, event in self.recalled.items()}
        return tuple(
            Evidence(finding, check, origins.get(finding, ""))
            for finding, check in self._checks.items()
        )

    def add(self, stored: StoredEvent) -> None:
        """Take the next event in."""
        time = stored.time
        match stored.event:
            case RunStarted() as event:
                self._begin(event)
            case StateSaved():
                self._saved = self._copy()
            case TurnStarted(turn, frame):
                self._turns[frame, turn] = TurnRecord(turn, frame, time)
            case CellRan() as event:
                self._cell(event, time)
            case SliceRead(span, turn, subcall):
                self.slices.append(SliceRecord(span, turn, subcall, time))
            case SubcallStarted() as event:
                self._start(event, time)
            case SubcallFinished() as event:
                self._finish(event, time)
            case FindingChecked(finding, check):
                self._checks[finding] = check
            case Recalled(finding):
                self.recalled[finding] = stored.event
            case ChildStarted(frame, turn, question, spans):
                self._children[frame] = ChildRecord(frame, turn, question, spans)
            case ChildFinished(frame, result):
                if frame in self._children:
                    self._children[frame] = replace(self._children[frame], result=result)
            case AnswerReady() as event:
                self.answer = event.answer
            case RunFailed() as event:
                self.failure = event
            case Spent() as event:
                self.spent = event
            case UnknownEvent():
                self.unknown += 1

    def _begin(self, event: RunStarted) -> None:
        """Take in a first start, or go back to where the run is resumed from."""
        self.documents, self.follows = event.documents, event.follows
        self.answer = self.failure = None
        saved = (self._saved or Fold())._copy()
        self._turns, self._subcalls = saved._turns, saved._subcalls
        self._children, self._checks = saved._children, saved._checks
        self.recalled = saved.recalled

    def _copy(self) -> Fold:
        """What a saved state stands for. The records are frozen, so the tables are enough."""
        return Fold(
            _turns=dict(self._turns),
            _subcalls=dict(self._subcalls),
            _children=dict(self._children),
            _checks=dict(self._checks),
            recalled=dict(self.recalled),
        )

    def _cell(self, event: CellRan, time: datetime) -> None:
        key = event.frame, event.turn
        begun = self._turns.get(key) or TurnRecord(event.turn, event.frame, time)
        self._turns[key] = replace(
            begun,
            ended=time,
            reply=event.reply,
            code=event.code,
            output=event.output,
            error=event.error,
            variables=event.variables,
            usage=event.usage,
            seconds=event.seconds,
        )

    def _start(self, event: SubcallStarted, time: datetime) -> None:
        # A run over a short document asks it directly: its sub-call belongs to no announced turn.
        self._turns.setdefault((event.frame, event.turn), TurnRecord(event.turn, event.frame, time))
        self._subcalls[event.subcall] = SubcallRecord(
            event.subcall, event.turn, event.frame, event.kind, event.question, event.spans, time
        )

    def _finish(self, event: SubcallFinished, time: datetime) -> None:
        begun = self._subcalls.get(event.subcall)
        if begun is None:
            return
        self._subcalls[event.subcall] = replace(
            begun,
            ended=time,
            result=event.result,
            findings=event.findings,
            probability=event.probability,
            usage=event.usage,
            prompt=event.prompt,
            cached=event.cached,
        )
