"""Functions of the REPL that follow references: evidence is often only a pointer to a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.documents.document import BlockKind, Document, Span
from app.documents.text.numbering import Numbering
from app.documents.text.references import Reference, references
from app.recursion.context import Context
from app.recursion.frame import Frame
from app.recursion.functions import asking
from app.recursion.functions.reading import whole_number
from app.recursion.functions.values import Found, Piece, spans_of
from app.recursion.subcalls import showing

LONGEST = 12_000
"""A place longer than this, in characters, is for searching in, and is not given."""

SHORT = 3_000
FEW = 2
"""What is only pointed to is read at once in places no longer and no more than this."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A reference in a document, with the words it is made in."""

    document: Document
    start: int
    words: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class _Leads:
    """Knows where references lead among the documents of a frame; each is numbered once."""

    ctx: Context
    numberings: dict[str, Numbering] = field(default_factory=dict)

    def place(self, one: _Told) -> Span | None:
        """Where a reference leads; None where that is not clear.

        It leads into its own document if it can, unless it names a document.
        """
        own = self._within(one.document, one)
        if own is not None and not one.reference.elsewhere:
            return own
        names = dict.fromkeys(scope.document for scope in self.ctx.scope)
        others = [self.ctx.documents[name] for name in names if name != one.document.id]
        places = [own, *(self._within(document, one) for document in others)]
        found = [place for place in places if place is not None]
        return found[0] if len(found) == 1 else None

    def _within(self, document: Document, one: _Told) -> Span | None:
        """Where a reference leads in one document, if that is in scope."""
        if document.id not in self.numberings:
            self.numberings[document.id] = Numbering(document)
        at = one.start if document.id == one.document.id else None
        span = self.numberings[document.id].place(one.reference, at)
        if span is None or not any(scope.contains(span) for scope in self.ctx.scope):
            return None
        return span


def follow(frame: Frame, slices: object, limit: object = 5) -> list[Piece]:
    """Places that slices or findings refer to ("clause 4", "Schedule 2"); `match` has the words."""
    most = whole_number(limit, 1, 100)
    told = [one for span in _cited(frame, slices) for one in _told(frame, span)]
    told.sort(key=lambda one: not one.reference.points)
    found = _places(frame, told)
    if not found:
        frame.remarks.append("follow: no reference there leads to a place in the documents.")
    return found[:most]


def read_on(frame: Frame, question: object, findings: object) -> list[Found]:
    """The answers where findings only say where it stands: "the sum shown in Schedule 2".

    Each is verified together with the sentence that pointed there, and cites both.
    """
    words = str(question)
    read: list[Found] = []
    for found in findings if isinstance(findings, list) else [findings]:
        places = pointed(frame, found)
        for answered in asking.ask_each(frame, words, [p.span for p in places]) if places else []:
            if answered is not None:
                finding = frame.notes[answered.n].finding
                both = replace(finding, spans=(*finding.spans, *_cited(frame, found)))
                read.append(asking.kept(frame, both, "ask", words))
    asking.check(frame, [one.n for one in read], words)
    return asking.best(frame, read)


def pointed(frame: Frame, slices: object) -> list[Piece]:
    """The first places where slices or findings say that it stands ("listed in Schedule 2")."""
    told = [one for span in _cited(frame, slices) for one in _told(frame, span)]
    places = _places(frame, [one for one in told if one.reference.points], longest=None)
    read: list[Piece] = []
    for place in places:
        document, span = frame.ctx.document(place.span), place.span
        if span.end - span.start > SHORT and _is_title(document, span):
            continue
        read.append(replace(place, span=_begun(document, span)))
    return read[:FEW]


def _begun(document: Document, span: Span) -> Span:
    """A place, or where it is long its first paragraph.

    Where numbers are few, a numbered paragraph seems to go on to the next number, pages below.
    """
    if span.end - span.start <= SHORT:
        return span
    first = document.blocks_between(span.start, span.end)[0]
    return document.span(span.start, min(first.end, span.end))


def _is_title(document: Document, span: Span) -> bool:
    """Whether a place begins with a heading: then it is what stands below it."""
    return document.blocks_between(span.start, span.end)[0].kind is BlockKind.HEADING


def _places(frame: Frame, told: Sequence[_Told], longest: int | None = LONGEST) -> list[Piece]:
    """Where references lead, each place once; not where they stand themselves."""
    leads = _Leads(frame.ctx)
    found: dict[Span, Piece] = {}
    for one in told:
        span = leads.place(one)
        if span is None or span in found or (longest and span.end - span.start > longest):
            continue
        if not (span.document == one.document.id and span.start <= one.start < span.end):
            found[span] = Piece(span, showing.heading(frame.ctx, span), match=one.words)
    return list(found.values())


def _cited(frame: Frame, value: object) -> list[Span]:
    """The spans to look for references in: of a finding, its sentences and not all it was shown."""
    if isinstance(value, Found):
        note = frame.notes[value.n]
        finding = note.current
        return list(finding.spans or (finding.source,))
    if isinstance(value, list):
        every = (span for item in value if item is not None for span in _cited(frame, item))
        return list(dict.fromkeys(every))
    return spans_of(frame, value)


def _told(frame: Frame, span: Span) -> list[_Told]:
    """The references in a span."""
    document, text = frame.ctx.document(span), frame.ctx.text(span)
    return [
        _Told(document, span.start + r.start, text[r.start : r.end], r) for r in references(text)
    ]
