"""What happened in a run, in the order in which it happened.

The store, the window, the terminal and the report all listen to these and to nothing else. An event
is plain data: it can be written as JSON and read back. Turns, sub-calls and child runs are numbered
within a run, from 1; `frame` is the path of child RLMs ("" for the root, "1", "1.2", ...).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from app.documents.document import Span
from app.engine.engine import Usage
from app.recursion.results import Answer, Check, Finding


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run begins.

    Attributes:
        limits: what the run may spend; `settings`: how it was set up, in words.
        scope: the only spans that it may read, where that is less than the documents.
        follows: the id of the run whose question this one's follows, or "".
    """

    question: str
    depth: str
    protocol: str
    documents: tuple[str, ...]
    model_id: str
    model_name: str
    model_sha256: str
    seed: int
    limits: dict[str, float]
    settings: dict[str, str]
    resumed: bool = False
    scope: tuple[Span, ...] = ()
    follows: str = ""


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The root model, or a child's, begins to write a cell."""

    turn: int
    frame: str = ""


@dataclass(frozen=True, slots=True)
class RootToken:
    """A piece of what the root model is writing. Shown, not stored."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class CellRan:
    """A cell was executed.

    Attributes:
        reply: all that the model wrote; for a plan, the plan.
        code: the cell that ran.
        output: what it printed, cut as the model saw it.
        error: what went back to the model as an error, with its hint, or "".
        variables: the REPL's variables after the cell: name to a short description.
        usage: what writing the cell cost.
        seconds: of the execution.
    """

    turn: int
    frame: str
    reply: str
    code: str
    output: str
    error: str
    variables: dict[str, str]
    usage: Usage
    seconds: float


@dataclass(frozen=True, slots=True)
class SliceRead:
    """Text was shown to the model: printed to the root, or passed to a sub-call."""

    span: Span
    turn: int
    subcall: int | None = None


@dataclass(frozen=True, slots=True)
class SubcallStarted:
    """A sub-call begins."""

    subcall: int
    turn: int
    kind: Literal["ask", "judge", "summarize", "condense", "extract", "verify", "direct"]
    question: str
    spans: tuple[Span, ...]
    frame: str = ""


@dataclass(frozen=True, slots=True)
class SubcallFinished:
    """A sub-call ended. `result` is its text as the trace shows it; findings where it made any."""

    subcall: int
    result: str
    findings: tuple[Finding, ...]
    probability: float | None
    usage: Usage
    prompt: str = ""
    cached: bool = False


@dataclass(frozen=True, slots=True)
class FindingChecked:
    """A finding was verified, and became evidence or did not."""

    finding: Finding
    check: Check


@dataclass(frozen=True, slots=True)
class Recalled:
    """A finding of an earlier run was judged anew and answers this question too.

    Attributes:
        run: the id of the run that found it; `question` is what that one was asked.
    """

    finding: Finding
    run: str
    question: str
    turn: int
    frame: str = ""


@dataclass(frozen=True, slots=True)
class PartReady:
    """A part of a long answer stands; the whole comes with `AnswerReady`.

    Attributes:
        number: of the part in its frame, from 1.
        title: what it is about, or "".
        claims: its statements, each with the spans it rests on; none if nothing was found.
    """

    number: int
    title: str
    claims: tuple[tuple[str, tuple[Span, ...]], ...]
    turn: int
    frame: str = ""


@dataclass(frozen=True, slots=True)
class ChildStarted:
    """A child RLM begins on some slices, in a REPL of its own."""

    frame: str
    turn: int
    question: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ChildFinished:
    """A child RLM ended."""

    frame: str
    result: str


@dataclass(frozen=True, slots=True)
class Spent:
    """How much of the budget is spent. Sent after every call of the model."""

    turns: int
    subcalls: int
    usage: Usage
    seconds: float
    activity: str


@dataclass(frozen=True, slots=True)
class Estimated:
    """Everything is about to be read: what that takes, told before it begins.

    Attributes:
        words: the same in a sentence or two.
        tokens: that the model reads and writes, about.
        seconds: that it takes, about; None where the model's speed is not known yet.
        share: of it that the limits allow, about; 1 for all.
    """

    words: str
    tokens: int
    seconds: float | None
    share: float


@dataclass(frozen=True, slots=True)
class StateSaved:
    """The run can be resumed from here: the REPL's state and the root conversation, packed."""

    turn: int
    state: bytes


@dataclass(frozen=True, slots=True)
class VariablesKept:
    """What the root's variables held after a turn, for a run that follows; see `keeping`.

    Not shown: a reviewer reads `CellRan.variables`, which says what they are.
    """

    variables: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerReady:
    """The run ended with an answer, a "not found", or what it had when it was stopped."""

    answer: Answer
    usage: Usage
    turns: int
    subcalls: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RunFailed:
    """The run ended with an error that a person can act upon."""

    message: str
    hint: str


Event = (
    RunStarted
    | TurnStarted
    | RootToken
    | CellRan
    | SliceRead
    | SubcallStarted
    | SubcallFinished
    | FindingChecked
    | Recalled
    | PartReady
    | ChildStarted
    | ChildFinished
    | Spent
    | Estimated
    | StateSaved
    | VariablesKept
    | AnswerReady
    | RunFailed
)

Emit = Callable[[Event], None]
