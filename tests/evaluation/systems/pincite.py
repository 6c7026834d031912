"""Pincite itself, through the same workbench as the window and the command line."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.errors import UserError
from app.recursion.events import (
    AnswerReady,
    Event,
    FindingChecked,
    Spent,
    SubcallFinished,
    SubcallStarted,
)
from app.recursion.results import Answer, Check
from app.workbench import Effort, Workbench
from tests.evaluation.systems.base import Cited, Cost, Judged, Reply


@dataclass
class _Listener:
    """Keeps what is worth measuring of a run's events, and says what is going on."""

    say: Callable[[str], None]
    ready: AnswerReady | None = None
    judged: list[Judged] = field(default_factory=list)
    checked: list[Judged] = field(default_factory=list)
    _asked: dict[int, Span] = field(default_factory=dict)

    def __call__(self, event: Event) -> None:
        match event:
            case SubcallStarted(kind="judge", spans=(span, *_)):
                self._asked[event.subcall] = span
            case SubcallFinished(probability=float(chance)) if event.subcall in self._asked:
                self.judged.append(Judged(self._asked.pop(event.subcall), chance))
            case FindingChecked(finding, Check(probability, ())):
                # One that lacks a figure fails whatever the judge says, so it tells nothing of it.
                self.checked.append(Judged(_hull(finding.spans), probability))
            case Spent():
                self.say(f"{event.activity}, {event.subcalls} sub-calls")
            case AnswerReady():
                self.ready = event
            case _:
                pass


class PinciteSystem:
    """Runs each question as `pincite ask` would."""

    name = "pincite"

    def __init__(self, bench: Workbench, model: str, effort: Effort) -> None:
        self.model = model
        self._bench = bench
        self._effort = effort

    def ask(
        self, documents: Sequence[Document], question: str, say: Callable[[str], None]
    ) -> Reply:
        """One run."""
        listener = _Listener(say)
        began = time.monotonic()
        try:
            asked = self._bench.ask(
                question, self._effort, listener, CancelToken(), documents=documents
            )
        except UserError as error:
            cost = Cost(seconds=time.monotonic() - began)
            return Reply("failed", "", cost=cost, error=str(error))
        return _reply(asked.answer, listener, time.monotonic() - began)

    def close(self) -> None:
        """Nothing: the workbench belongs to the caller."""


def _reply(answer: Answer, listener: _Listener, seconds: float) -> Reply:
    ready = listener.ready
    cost = Cost(seconds=seconds)
    if ready is not None:
        usage = ready.usage
        cost = Cost(usage.prompt - usage.reused, usage.generated, ready.subcalls, seconds)
    return Reply(
        status=answer.status,
        answer="\n".join(_shown(answer)),
        citations=tuple(Cited(c.span, c.quote, c.page) for c in answer.citations),
        unread=answer.coverage.pages_without_text,
        cost=cost,
        error=answer.note if answer.status == "failed" else "",
        judged=tuple(listener.judged),
        checked=tuple(listener.checked),
    )


def _shown(answer: Answer) -> Iterator[str]:
    """What a reviewer sees of an answer: the window says so above claims that disagree."""
    if answer.contradictory:
        yield "Sources disagree."
    yield from (claim.text for claim in answer.claims)


def _hull(spans: Sequence[Span]) -> Span:
    """From the beginning of the first to the end of the last."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return Span(spans[0].document, start, end)
