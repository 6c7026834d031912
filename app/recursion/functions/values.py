"""What crosses between a cell and its functions: slices, findings, lists, plain values.

A slice crosses as document and offsets, a finding as its number; what code claims about their text
is never believed. Strings are traced back to where they stand in the documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.documents.document import Document, Span
from app.recursion.frame import Frame, Note
from app.recursion.sandbox.host_calls import HostError

MAX_ITEMS = 5_000
"""The longest list a function returns."""

_EDGE = 50
"""White space that a slice may have around its text."""

_LABEL = re.compile(r"^\[[^\]\n]{1,200}, p\. [^\]\n]{0,20}\] ")
"""What a slice prints before its text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice on its way into a cell, with what is known about it."""

    span: Span
    heading: str = ""
    score: float | None = None
    match: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding on its way into a cell, or out of one: its place among the frame's notes."""

    n: int


def given(document: Document, span: Span) -> dict[str, Any]:
    """A part of a document that a REPL starts with, in the form that `prelude.BIND` takes."""
    pages = [p for p in document.pages if p.has_text] or list(document.pages)
    return {
        "id": document.id,
        "name": document.name,
        "type": document.kind,
        "start": span.start,
        "end": span.end,
        "pages": len(document.pages_of(span)) if span != whole(document) else len(document.pages),
        "page_starts": [p.start for p in pages],
        "page_labels": [p.label for p in pages],
        "text": document.quote(span),
    }


def whole(document: Document) -> Span:
    """The span of all of a document's text."""
    return Span(document.id, 0, len(document.text))


def encode(frame: Frame, value: object) -> Any:  # noqa: ANN401 - the sandbox's own form
    """A function's result in the form that the sandbox takes."""
    if isinstance(value, Span):
        value = Piece(value)
    if isinstance(value, Piece):
        span, document = value.span, frame.ctx.document(value.span)
        frame.handed.append(span)
        text = document.quote(span)
        fields = [span.document, span.start, span.end, document.name, text]
        return {"slice": [*fields, value.heading, value.score, value.match]}
    if isinstance(value, Found):
        return {"finding": _finding(frame, value.n)}
    if isinstance(value, list | tuple):
        if len(value) > MAX_ITEMS:
            frame.remarks.append(f"The list was cut to its first {MAX_ITEMS:,} items.")
        return [encode(frame, item) for item in value[:MAX_ITEMS]]
    return value


def decode(frame: Frame, value: object) -> object:
    """An argument as code passed it: spans, findings, and lists, dicts and plain values of them."""
    if isinstance(value, list):
        return [decode(frame, item) for item in value]
    if isinstance(value, dict):
        if "slice" in value:
            return _span(frame, *value["slice"])
        if "finding" in value:
            return _found(frame, value["finding"])
        pairs = value.get("dict", [])
        return {str(decode(frame, k)): decode(frame, v) for k, v in pairs}
    return value


def spans_of(frame: Frame, value: object) -> list[Span]:
    """The spans that an argument stands for: slices, documents, findings, strings, lists of them.

    Raises:
        HostError: if it stands for none, with what to pass in its place.
    """
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Found):
        return [frame.notes[value.n].finding.source]
    if isinstance(value, str):
        return _trace(frame, value)
    if isinstance(value, list):
        return list(dict.fromkeys(s for v in value if v is not None for s in spans_of(frame, v)))
    if isinstance(value, dict):
        return spans_of(frame, list(value.values()))
    if value is None:
        raise HostError("the slice is None: a function before found nothing. Test for it with if.")
    raise HostError(f"pass a slice or a list of slices, not {type(value).__name__} {value!r}.")


def notes_of(frame: Frame, value: object) -> list[int]:
    """The findings in an argument, however it nests them; what is none is left out."""
    if isinstance(value, Found):
        return [value.n]
    if isinstance(value, list):
        return list(dict.fromkeys(n for item in value for n in notes_of(frame, item)))
    if isinstance(value, dict):
        return notes_of(frame, list(value.values()))
    return []


def _finding(frame: Frame, n: int) -> dict[str, Any]:
    note: Note = frame.notes[n]
    finding = note.current
    first = _first_span(frame, n)
    document = frame.ctx.document(first)
    pages = document.pages_of(first)
    return {
        "n": n,
        "answer": finding.answer,
        "quote": " ".join(frame.ctx.text(span) for span in finding.spans),
        "document": document.name,
        "page": pages[0].label if pages else "?",
        "verified": None if note.evidence is None else note.passed,
        "question": note.asked or note.question,
        "span": [first.document, first.start, first.end, document.name, document.quote(first)],
    }


def _first_span(frame: Frame, n: int) -> Span:
    note = frame.notes[n]
    finding = note.current
    return finding.spans[0] if finding.spans else finding.source


def _span(frame: Frame, document: object, start: object, end: object) -> Span:
    """A span as code passed it, if it lies within what the frame may read."""
    if isinstance(document, str) and isinstance(start, int) and isinstance(end, int):
        for scope in frame.ctx.scope:
            if scope.contains(Span(document, start, end)) and start <= end:
                return Span(document, start, end)
    raise HostError("this slice does not lie in the documents at hand.")


def _found(frame: Frame, n: object) -> Found:
    if isinstance(n, int) and 0 <= n < len(frame.notes):
        return Found(n)
    raise HostError("this finding is not one that a function returned.")


def _trace(frame: Frame, text: str) -> list[Span]:
    """Where a string stands: where a function got it from, or in the one place in scope."""
    text = text.strip()
    label = _LABEL.match(text)
    text = _LABEL.sub("", text).strip()
    if not text:
        raise HostError("the slice is empty: a function before found nothing.")
    near = (s for s in dict.fromkeys(frame.handed) if 0 <= s.end - s.start - len(text) <= _EDGE)
    handed = [s for s in near if _text_of(frame, s) == text]
    for places in (handed, _places(frame, text)):
        if label is not None:
            places = [s for s in places if _label_of(frame, s) == label[0]]
        if len(places) == 1:
            return places
        if places:
            pages = ", ".join(dict.fromkeys(_page_of(frame, s) for s in places[:3]))
            raise HostError(f"this text stands in several places ({pages}): pass the slice itself.")
    if parts := _parts(frame, text):
        return parts
    raise HostError(
        "this string is not text of the documents. Pass slices, as search, grep, page or split "
        "return them, or a part of one: slice[100:500]."
    )


def _text_of(frame: Frame, span: Span) -> str:
    return frame.ctx.text(span).strip()


def _places(frame: Frame, text: str, most: int = 50) -> list[Span]:
    """Where a text stands in scope, up to `most` places."""
    found: list[Span] = []
    for scope in frame.ctx.scope:
        inside = frame.ctx.document(scope).text
        at = inside.find(text, scope.start, scope.end)
        while at >= 0 and len(found) < most:
            found.append(Span(scope.document, at, at + len(text)))
            at = inside.find(text, at + 1, scope.end)
    return found


def _parts(frame: Frame, text: str, most: int = 200) -> list[Span]:
    """The slices that were joined into a string, in its order."""
    recent: Sequence[Span] = list(frame.handed)[-most:]
    placed = [(text.find(part), span) for span in recent if (part := _text_of(frame, span))]
    return [span for at, span in sorted(set(placed)) if at >= 0]


def _page_of(frame: Frame, span: Span) -> str:
    return f"p. {frame.ctx.document(span).page_at(span.start).label}"


def _label_of(frame: Frame, span: Span) -> str:
    """What a slice prints before its text; see `prelude`."""
    return f"[{frame.ctx.document(span).name}, {_page_of(frame, span)}] "
