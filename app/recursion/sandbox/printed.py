"""What a cell printed, cut to what the model sees, and the document text that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.documents.document import Span

HEAD, TAIL = 1_200, 800
"""Characters of long output that are kept from its start and its end."""

_ANCHOR = 24
"""Text shorter than this is not recognised: a figure or two words stand in many places."""


class Printed:
    """Output as it comes: head and tail are kept, the rest is counted."""

    def __init__(self) -> None:
        self.head = ""
        self.tail = ""
        self.length = 0

    def write(self, stream: str, text: str) -> None:
        """Take a piece of output; `stream` makes no difference."""
        self.length += len(text)
        room = HEAD + TAIL - len(self.head)
        self.head += text[:room]
        self.tail = (self.tail + text[room:])[-TAIL:]

    @property
    def cut(self) -> int:
        """Characters that are not shown."""
        return max(0, self.length - HEAD - TAIL)

    @property
    def parts(self) -> tuple[str, ...]:
        """What is shown: all of it, or its head and its tail."""
        if not self.tail:
            return (self.head,) if self.head else ()
        return (self.head[:HEAD], (self.head[HEAD:] + self.tail)[-TAIL:])

    def __str__(self) -> str:
        if not self.tail:
            return self.head
        head, tail = self.parts
        return f"{head}\n[... {self.cut:,} characters not shown ...]\n{tail}"


def fenced(text: str) -> str:
    """Output as data: between fences longer than any that the output holds."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}output\n{text.rstrip()}\n{fence}"


def spans_in(parts: Iterable[str], sources: Sequence[tuple[Span, str]]) -> list[Span]:
    """The spans of document text that a printed text holds.

    Printing loses where a text came from. What was handed to the code is known, though, and only
    there is it looked for: in `sources`, spans with their text, the likeliest first.

    Args:
        parts: the pieces of output that are shown.
        sources: where the text can have come from.
    """
    found: list[Span] = []
    for part in parts:
        at = 0
        while (start := _next_word(part, at)) is not None:
            span = _longest(part, start, sources)
            if span is None:
                at = _end_of_word(part, start)
                continue
            if not any(known.contains(span) for known in found):
                found.append(span)
            at = start + span.end - span.start
    return found


def _longest(part: str, start: int, sources: Sequence[tuple[Span, str]]) -> Span | None:
    """The span of the first source that goes on as `part` does from `start`."""
    anchor = part[start : start + _ANCHOR]
    if len(anchor) < _ANCHOR:
        return None
    for span, text in sources:
        at = text.find(anchor)
        if at < 0:
            continue
        length = _ANCHOR
        most = min(len(part) - start, len(text) - at)
        while length < most and part[start + length] == text[at + length]:
            length += 1
        return Span(span.document, span.start + at, span.start + at + length)
    return None


def _next_word(text: str, at: int) -> int | None:
    match = re.compile(r"\S").search(text, at)
    return None if match is None else match.start()


def _end_of_word(text: str, at: int) -> int:
    match = re.compile(r"\s|$").search(text, at)
    return len(text) if match is None else max(match.end(), at + 1)
