"""Text of the documents as the model sees it: a slice's titles, its sentences, rows with heads."""

from __future__ import annotations

from app.documents.document import Span
from app.documents.text.table_heads import with_heads
from app.recursion.context import Context
from app.recursion.texts import tabling


def heading(ctx: Context, span: Span) -> str:
    """The titles that a slice stands under; with its document's name where there are several."""
    document = ctx.document(span)
    titles = [s.title for s in document.sections_at(span.start)][-2:]
    names = [document.name] if len(ctx.documents) > 1 else []
    return " > ".join([*names, *titles])


def sentence_spans(ctx: Context, span: Span) -> list[Span]:
    """The sentences of a slice, each whole where the slice cuts it."""
    return [Span(span.document, s.start, s.end) for s in ctx.document(span).sentences_in(span)] or [
        span
    ]


def shown(ctx: Context, span: Span) -> str:
    """A sentence as the model sees it: a row of a table with the heads of its columns."""
    return with_heads(ctx.document(span), span)


def titled(ctx: Context, span: Span) -> str:
    """The same under the title it stands under, which often says what the rows of a table are."""
    titles = [s.title for s in ctx.document(span).sections_at(span.start)][-1:]
    return ": ".join([*titles, shown(ctx, span)])


def passage(ctx: Context, span: Span) -> str:
    """A slice as the judge sees it: as it stands, but rows with the heads of their columns."""
    if not tabling.rows(ctx.document(span), span):
        return ctx.text(span)
    return "\n".join(shown(ctx, sentence) for sentence in sentence_spans(ctx, span))
