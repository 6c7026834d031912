"""What the evaluation asks of a system, and what it gets back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.documents.document import Document, Span


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that an answer points to. `page` is its index from 0, as the system gave it."""

    span: Span
    quote: str
    page: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What an answer cost."""

    prompt_tokens: int = 0
    generated_tokens: int = 0
    subcalls: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One reading of the judge: the probability it gave, and the passage it was about."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Reply:
    """A system's answer.

    Attributes:
        status: "answered", "not_found", "stopped" or "failed".
        answer: in words, without citation marks.
        citations: what it rests on.
        unread: (document id, page index) of the pages that the system says it could not read.
        error: what went wrong, where it failed.
        judged: readings of the judge about what was read, where the system has one.
        checked: the same about what was found there, on which its threshold decides.
    """

    status: str
    answer: str
    citations: tuple[Cited, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
    cost: Cost = field(default_factory=Cost)
    error: str = ""
    judged: tuple[Judged, ...] = ()
    checked: tuple[Judged, ...] = ()


class System(Protocol):
    """Something that answers questions about documents with the model it was made for."""

    @property
    def name(self) -> str:
        """What tables call it."""
        ...

    @property
    def model(self) -> str:
        """The id of the model it runs."""
        ...

    def ask(
        self, documents: Sequence[Document], question: str, say: Callable[[str], None]
    ) -> Reply:
        """Answer one question; `say` is told what is going on, in a few words."""
        ...

    def close(self) -> None:
        """Free what it holds."""
        ...
