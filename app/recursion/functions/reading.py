"""Functions of the REPL that look at documents: they return slices and call no model.

Each takes the frame first and, where it is a method of a slice or document in the REPL, the span
it is called on second. The first line of a docstring is what the model is told.
"""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Iterable

from app.documents.document import Document, Section, Span
from app.documents.search import index as searching
from app.errors import UserError
from app.recursion.frame import Frame
from app.recursion.functions.values import Piece, whole
from app.recursion.sandbox.host_calls import HostError

MAX_HITS = 200


def search(frame: Frame, phrases: object, limit: object = 10) -> list[Piece]:
    """Passages ranked by how well they fit any of several phrases (a list of strings)."""
    wanted = phrases if isinstance(phrases, list) else [phrases]
    words = [str(p).strip() for p in wanted if p is not None and str(p).strip()]
    if not words:
        raise HostError('give one or more phrases: search(["notice of termination"]).')
    most = whole_number(limit, 1, MAX_HITS)
    ctx = frame.ctx
    names = {span.document for span in ctx.scope}
    partial = any(span != whole(ctx.document(span)) for span in ctx.scope)
    hits = ctx.index.search(words, MAX_HITS if partial else most, names)
    pieces = [
        Piece(span, hit.heading, hit.score)
        for hit in hits
        if (span := _within(frame, hit.span)) is not None
    ]
    if not pieces:
        frame.remarks.append("search returned nothing: try other words.")
    return pieces[:most]


def grep(frame: Frame, pattern: object, limit: object = 20) -> list[Piece]:
    """Paragraphs that match a regular expression; each has `match`, the text that matched."""
    most = whole_number(limit, 1, MAX_HITS)
    documents = [frame.ctx.documents[i] for i in dict.fromkeys(s.document for s in frame.ctx.scope)]
    try:
        spans = searching.grep(documents, str(pattern), MAX_HITS)
    except UserError as error:
        raise HostError(str(error)) from error
    found: dict[Span, Piece] = {}
    for span in spans:
        if _within(frame, span) != span:
            continue
        document = frame.ctx.document(span)
        paragraph = _within(frame, _paragraph(document, span)) or span
        found.setdefault(paragraph, Piece(paragraph, match=document.quote(span)))
    if not found:
        frame.remarks.append("grep matched nothing: try a simpler pattern, or search.")
    return list(found.values())[:most]


def head(frame: Frame, part: Span, n: object = 1_000) -> Span:
    """The first n characters."""
    return Span(part.document, part.start, min(part.end, part.start + whole_number(n, 1)))


def tail(frame: Frame, part: Span, n: object = 1_000) -> Span:
    """The last n characters."""
    return Span(part.document, max(part.start, part.end - whole_number(n, 1)), part.end)


def lines(frame: Frame, part: Span, first: object = 1, last: object = None) -> Span:
    """Paragraphs first to last, counted from 1."""
    document = frame.ctx.document(part)
    blocks = document.blocks_between(part.start, part.end)
    if not blocks:
        return part
    a = whole_number(first, 1)
    z = len(blocks) if last is None else whole_number(last, a)
    if a > len(blocks):
        raise HostError(f"there are {len(blocks)} paragraphs.")
    start, end = blocks[a - 1].start, blocks[min(z, len(blocks)) - 1].end
    return Span(part.document, max(start, part.start), min(end, part.end))


def split(frame: Frame, part: Span, size: object = 2_000) -> list[Span] | list[str]:
    """Slices of about `size` characters, cut between sentences, together the whole."""
    if isinstance(size, str):  # As str.split.
        return frame.ctx.text(part).split(size)
    most = whole_number(size, 200)
    document = frame.ctx.document(part)
    pieces: list[Span] = []
    start = part.start
    for stop in (*(s.start for s in document.sentences_in(part)), part.end):
        if stop - start > most and (at := _last_start(document, start, start + most)) > start:
            pieces.append(Span(part.document, start, at))
            start = at
        while stop - start > 2 * most:  # One endless sentence.
            pieces.append(Span(part.document, start, start + most))
            start += most
    return [*pieces, Span(part.document, start, part.end)] if start < part.end else pieces


def page(frame: Frame, part: Span, number: object) -> Span:
    """A page: by its number from 1, or by its printed label as a string."""
    document = frame.ctx.document(part)
    pages = document.pages
    if isinstance(number, str) and not number.isdigit():
        found = [p for p in pages if p.label == number]
        if not found:
            raise HostError(f"no page is labelled {number!r}.")
        chosen = found[0]
    else:
        i = whole_number(number, 1)
        if i > len(pages):
            raise HostError(f"{document.name} has {len(pages)} pages.")
        chosen = pages[i - 1]
    inside = _cut(Span(document.id, chosen.start, chosen.end), part)
    if inside is None:
        raise HostError(f"page {number} has no text here.")
    return inside


def sections(frame: Frame, part: Span) -> list[Piece]:
    """All sections, in order; each is a slice with `heading`."""
    return [
        Piece(span, section.title)
        for section in frame.ctx.document(part).sections
        if (span := _cut(Span(part.document, section.start, section.end), part)) is not None
    ]


def section(frame: Frame, part: Span, title: object) -> Piece | None:
    """The section under a heading that is, or holds, the given words; None if there is none."""
    wanted = str(title).casefold().strip()
    inside = frame.ctx.document(part).sections
    chosen = _by_title(inside, wanted)
    if chosen is None:
        titles = [s.title for s in inside]
        close = difflib.get_close_matches(wanted, [t.casefold() for t in titles], 1, 0.6)
        chosen = next((s for s in inside if close and s.title.casefold() == close[0]), None)
    if chosen is None:
        frame.remarks.append("There is no such heading: sections() lists them all.")
        return None
    span = _cut(Span(part.document, chosen.start, chosen.end), part)
    return None if span is None else Piece(span, chosen.title)


def whole_number(value: object, least: int, most: int = 10**9) -> int:
    """An argument that must be a whole number, brought into its range."""
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise HostError(f"pass a whole number, not {value!r}.")
    return max(least, min(most, int(value)))


def _by_title(sections: Iterable[Section], wanted: str) -> Section | None:
    """The first section whose title is, starts with, or holds the words, in this order."""
    titled = [(s.title.casefold().strip(), s) for s in sections]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for title, candidate in titled:
            if wanted and fits(title, wanted):
                return candidate
    return None


def _cut(span: Span, part: Span) -> Span | None:
    """What two spans share."""
    if not span.overlaps(part):
        return None
    return Span(span.document, max(span.start, part.start), min(span.end, part.end))


def _within(frame: Frame, span: Span) -> Span | None:
    """The part of a span that the frame may read."""
    for scope in frame.ctx.scope:
        if (inside := _cut(span, scope)) is not None:
            return inside
    return None


def _paragraph(document: Document, span: Span) -> Span:
    """The blocks that a span touches."""
    blocks = document.blocks_between(span.start, max(span.end, span.start + 1))
    if not blocks:
        return span
    start = min(span.start, blocks[0].start)
    return Span(document.id, start, max(span.end, blocks[-1].end))


def _last_start(document: Document, after: int, before: int) -> int:
    """The start of the last sentence in a range, or `after`."""
    i = bisect_right(document.sentences.starts, before) - 1
    return document.sentences[i].start if i >= 0 else after
