"""The live line of a run: which turn, what is being read, tokens, time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from app.cli.terminal import Doing, duration
from app.documents.document import Document, Span
from app.engine.engine import Usage
from app.recursion.events import (
    AnswerReady,
    Estimated,
    Event,
    PartReady,
    RootToken,
    RunStarted,
    SliceRead,
    Spent,
    SubcallStarted,
    TurnStarted,
)


class RunProgress:
    """Listens to a run's events and puts what is going on into one line."""

    def __init__(
        self,
        documents: Iterable[Document],
        ahead: str = "",
        note: Callable[[str], object] = lambda words: None,
    ) -> None:
        """Begin.

        Args:
            documents: that the run is over.
            ahead: what the line begins with ("3 of 12"), or "".
            note: handed what is to stay on the screen, in the work thread.
        """
        self._note = note
        self._documents = {document.id: document for document in documents}
        self._ahead = ahead
        self._began = time.monotonic()
        self._limit: float | None = None
        self._turn = 0
        self._doing = "Beginning"
        self._usage = Usage()
        self._written = 0
        self.ended: AnswerReady | None = None

    def __call__(self, event: Event) -> None:
        """Take note of an event. Called in the work thread."""
        match event:
            case RunStarted():
                self._limit = event.limits.get("seconds")
            case TurnStarted(turn):
                self._turn, self._doing, self._written = turn, "planning", 0
            case RootToken():
                self._written += 1
            case SubcallStarted():
                self._doing = f"asking about {self._where(event.spans)}"
            case SliceRead(span):
                self._doing = f"reading {self._where((span,))}"
            case PartReady(number, title, frame=""):
                about = f": {title}" if title else ""
                self._doing = f"part {number} of the answer stands{about}"
            case Estimated(words):
                self._note(words)
            case Spent():
                self._usage, self._written = event.usage, 0
                self._doing = event.activity or self._doing
            case AnswerReady():
                self.ended = event

    def doing(self) -> Doing:
        """What is going on, for the live line."""
        usage = self._usage
        tokens = usage.prompt - usage.reused + usage.generated + self._written
        elapsed = duration(time.monotonic() - self._began)
        turn = f"Turn {self._turn}" if self._turn else ""
        if self._doing.startswith(turn):
            turn = ""
        return Doing(
            " · ".join(part for part in (self._ahead, turn, self._doing) if part),
            f"{tokens:,} tokens · {elapsed}"
            + (f" of {duration(self._limit)}" if self._limit else ""),
        )

    def _where(self, spans: Iterable[Span]) -> str:
        """The document and page of the first span, and how many more there are."""
        first, *others = spans
        document = self._documents.get(first.document)
        if document is None or not document.pages:
            return "a slice"
        more = f" and {len(others)} more" if others else ""
        return f"{document.name}, p. {document.page_at(first.start).label}{more}"
