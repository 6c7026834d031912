"""What has happened in the run on show, folded from its events; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion.events import (
    AnswerReady,
    CellRan,
    ChildFinished,
    ChildStarted,
    Estimated,
    Event,
    FindingChecked,
    PartReady,
    Recalled,
    RootToken,
    RunFailed,
    RunStarted,
    SliceRead,
    Spent,
    SubcallFinished,
    SubcallStarted,
    TurnStarted,
)
from app.recursion.results import Answer


@dataclass(eq=False)
class Step:
    """A line of the trace: a turn, with its sub-calls, child runs and parts of the answer below it.

    Attributes:
        kind: "turn", "subcall", "child" or "part".
        number: of the turn, sub-call or part; 0 for a child.
        frame: the path of child RLMs it belongs to; for a child, its own.
        above: the step it belongs to, or None at the top.
        cell: what ran, for a turn that got so far.
        started: how a sub-call or child began; `finished` how it ended.
        writing: what the root model has written so far in a turn whose cell has not run.
        slices: the spans shown during this step.
        recalled: for a sub-call that an earlier run's finding came of, which run that was.
        part: for a part, its statements.
        cut: whether its run ended before it did.
    """

    kind: str
    number: int
    frame: str
    above: Step | None = None
    below: list[Step] = field(default_factory=list)
    cell: CellRan | None = None
    started: SubcallStarted | ChildStarted | None = None
    finished: SubcallFinished | ChildFinished | None = None
    writing: str = ""
    slices: list[Span] = field(default_factory=list)
    recalled: Recalled | None = None
    part: PartReady | None = None
    cut: bool = False

    @property
    def usage(self) -> Usage:
        """What the step cost; for a turn, what writing its cell cost."""
        if self.cell is not None:
            return self.cell.usage
        if isinstance(self.finished, SubcallFinished):
            return self.finished.usage
        return Usage()

    @property
    def tokens(self) -> int:
        """How many tokens were read and written in it."""
        return self.usage.prompt + self.usage.generated

    @property
    def seconds(self) -> float:
        """How long the model and the cell took."""
        cell = self.cell.seconds if self.cell is not None else 0.0
        return self.usage.read_seconds + self.usage.generate_seconds + cell

    @property
    def spans(self) -> tuple[Span, ...]:
        """The text that was shown in this step; for a part, what its statements rest on."""
        if self.part is not None:
            return tuple(span for _, spans in self.part.claims for span in spans)
        if self.started is not None:
            return self.started.spans
        return tuple(self.slices)


@dataclass
class RunState:
    """A run as the window shows it.

    Attributes:
        id: of the run in the matter; "" until it is known.
        top: the turns of the root, in order.
        ahead: what is about to be read and how long that takes, where everything is.
        progress: what it has come to, in order: findings, those of earlier runs, parts.
        changed: the step that the last event changed, or None.
    """

    id: str = ""
    question: str = ""
    begun: RunStarted | None = None
    top: list[Step] = field(default_factory=list)
    slices: list[Span] = field(default_factory=list)
    progress: list[FindingChecked | Recalled | PartReady] = field(default_factory=list)
    ahead: Estimated | None = None
    spent: Spent | None = None
    done: AnswerReady | None = None
    failed: RunFailed | None = None
    changed: Step | None = None

    _turns: dict[tuple[str, int], Step] = field(default_factory=dict)
    _subcalls: dict[int, Step] = field(default_factory=dict)
    _children: dict[str, Step] = field(default_factory=dict)
    _parts: dict[tuple[str, int], Step] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether the run has come to an end."""
        return self.done is not None or self.failed is not None

    @property
    def answer(self) -> Answer | None:
        """The answer, once there is one."""
        return self.done.answer if self.done is not None else None

    @property
    def parts(self) -> tuple[str, ...]:
        """Titles of the parts of its answer that stand, in order."""
        parts = {
            p.number: p.title for p in self.progress if isinstance(p, PartReady) and not p.frame
        }
        return tuple(parts[number] for number in sorted(parts))

    @property
    def earlier(self) -> dict[str, str]:
        """What the earlier runs that it draws upon were asked, by their ids."""
        return {one.run: one.question for one in self.progress if isinstance(one, Recalled)}

    def apply(self, event: Event) -> None:
        """Take the next event in."""
        self.changed = None
        match event:
            case RunStarted():  # Or a run that was stopped goes on.
                self.begun, self.question = event, event.question
                self.done = self.failed = None
            case TurnStarted(turn, frame):
                self.changed = self._turn(frame, turn, anew=True)
            case RootToken(turn, text):
                self._write(turn, text)
            case CellRan():
                step = self._turn(event.frame, event.turn)
                step.cell, step.writing = event, ""
                self.changed = step
            case SliceRead(span, turn, subcall):
                self._slice(span, turn, subcall)
            case SubcallStarted():
                self._start(event)
            case SubcallFinished():
                self._finish(event)
            case FindingChecked():
                self.progress.append(event)
            case Recalled():
                self.progress.append(event)
                self._recall(event)
            case PartReady():
                self.progress.append(event)
                self._write_part(event)
            case ChildStarted():
                self._start_child(event)
            case ChildFinished():
                self._finish_child(event)
            case Estimated():
                self.ahead = event
            case Spent():
                self.spent = event
            case AnswerReady():
                self.done = event
                self.end()
            case RunFailed():
                self.failed = event
                self.end()

    def end(self) -> None:
        """Mark the steps that have no end: nothing works on them any more."""
        for step in (*self._subcalls.values(), *self._children.values()):
            step.cut = step.finished is None

    def _turn(self, frame: str, number: int, anew: bool = False) -> Step:
        """The step of a turn; made where it is new, emptied where a resumed run does it again."""
        step = self._turns.get((frame, number))
        if step is not None:
            if anew:
                step.cell, step.writing = None, ""
            return step
        above = self._children.get(frame) if frame else None
        step = Step("turn", number, frame, above)
        (above.below if above is not None else self.top).append(step)
        self._turns[frame, number] = step
        self.changed = step
        return step

    def _write(self, turn: int, text: str) -> None:
        """A piece of what a root writes goes to the newest open turn of that number."""
        for step in reversed(self._turns.values()):
            if step.number == turn and step.cell is None:
                step.writing += text
                return

    def _slice(self, span: Span, turn: int, subcall: int | None) -> None:
        self.slices.append(span)
        if subcall is None:
            step = next((s for s in reversed(self._turns.values()) if s.number == turn), None)
            if step is not None:
                step.slices.append(span)

    def _start(self, event: SubcallStarted) -> None:
        step = self._subcalls.get(event.subcall)
        if step is None:
            above = self._turn(event.frame, event.turn)
            step = Step("subcall", event.subcall, event.frame, above)
            above.below.append(step)
            self._subcalls[event.subcall] = step
        step.started, step.finished, step.recalled = event, None, None
        step.cut = False
        self.changed = step

    def _finish(self, event: SubcallFinished) -> None:
        step = self._subcalls.get(event.subcall)
        if step is not None:
            step.finished = event
            self.changed = step

    def _recall(self, event: Recalled) -> None:
        step = self._subcalls.get(event.finding.subcall)
        if step is not None:
            step.recalled = event
            self.changed = step

    def _write_part(self, event: PartReady) -> None:
        step = self._parts.get((event.frame, event.number))
        if step is None:
            above = self._turn(event.frame, event.turn)
            step = Step("part", event.number, event.frame, above)
            above.below.append(step)
            self._parts[event.frame, event.number] = step
        step.part = event
        self.changed = step

    def _start_child(self, event: ChildStarted) -> None:
        step = self._children.get(event.frame)
        if step is None:
            parent = event.frame.rpartition(".")[0]
            above = self._turn(parent, event.turn)
            step = Step("child", 0, event.frame, above)
            above.below.append(step)
            self._children[event.frame] = step
        step.started, step.finished = event, None
        step.cut = False
        self.changed = step

    def _finish_child(self, event: ChildFinished) -> None:
        step = self._children.get(event.frame)
        if step is not None:
            step.finished = event
            self.changed = step


def speed(usage: Usage) -> tuple[float, float]:
    """Tokens a second in reading and in writing; 0 where nothing was measured."""
    read = (usage.prompt - usage.reused) / usage.read_seconds if usage.read_seconds else 0.0
    write = usage.generated / usage.generate_seconds if usage.generate_seconds else 0.0
    return read, write


def share_spent(state: RunState) -> float:
    """The share of the budget that is spent, from 0 to 1: that of the scarcest limit."""
    if state.begun is None or state.spent is None:
        return 0.0
    limits, spent = state.begun.limits, state.spent
    tokens = spent.usage.prompt - spent.usage.reused + spent.usage.generated
    shares = (
        _share(spent.seconds, limits.get("seconds")),
        _share(tokens, limits.get("tokens")),
        _share(spent.subcalls, limits.get("subcalls")),
        _share(spent.turns, limits.get("turns")),
    )
    return min(1.0, max(shares))


def _share(spent: float, limit: float | None) -> float:
    return spent / limit if limit else 0.0
