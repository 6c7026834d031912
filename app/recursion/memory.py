"""What earlier runs of a matter found and read, handed to a run that follows one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.documents.document import Span
from app.recursion.results import Evidence

_FOLLOWING = re.compile(r"\s*\(following: “.*”\)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that stood in an earlier run.

    Attributes:
        run: the id of that run; `question` is what it was asked.
        evidence: the finding and its check there.
    """

    run: str
    question: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Memory:
    """What a run knows of earlier ones.

    Attributes:
        follows: the id of the run whose question this one's follows, or "".
        known: findings, those of the run that is followed first.
        read: slices that earlier runs were asked this very question about, to the end.
        variables: what those of the REPL of the run that is followed held; see `keeping`.
    """

    follows: str = ""
    known: tuple[Known, ...] = ()
    read: tuple[Span, ...] = ()
    variables: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.known or self.read)

    def within(self, scope: Sequence[Span]) -> Memory:
        """What of it lies in these spans; variables are for the root alone."""
        return Memory(
            self.follows,
            tuple(k for k in self.known if _inside(k.evidence.finding.spans, scope)),
            tuple(span for span in self.read if _inside((span,), scope)),
        )


def following(question: str, earlier: str) -> str:
    """A question that follows another one, as it is put to the model: it can't remember."""
    return f"{question} (following: “{plain(earlier)}”)"


def plain(question: str) -> str:
    """A question without what it follows."""
    return _FOLLOWING.sub("", question).strip()


def _inside(spans: Sequence[Span], scope: Sequence[Span]) -> bool:
    return bool(spans) and all(any(part.contains(span) for part in scope) for span in spans)
