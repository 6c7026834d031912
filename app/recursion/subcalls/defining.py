"""Definitions for a sub-call: what a slice's words mean where the document says so elsewhere.

A small model is easily led astray by what it is shown beside the slice, and every word costs time.
So there are few definitions, short ones, and none of words that stand on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.documents.document import Span
from app.documents.text.definitions import definitions as defined_in
from app.documents.text.definitions import terms_in
from app.documents.text.references import references
from app.recursion.context import Context

MOST = 2
"""So many definitions are shown with one slice, ..."""

LONGEST = 300
TOGETHER = 420
"""... of so many characters at most, each and together."""

RARE = 8
"""A term of the slice alone that stands more often than this needs no telling, ..."""

COMMON = 30
"""... nor does one whose definition shares with the question only words that stand so often."""

POINTER = 140
"""A definition as short as this that says where a meaning stands says nothing else."""


def definitions(ctx: Context, question: str, source: Span) -> list[Span]:
    """The sentences that define what a slice speaks of, and stand elsewhere in its document.

    Terms that the question uses too come first, then those of the question alone, then rare ones
    that have to do with the question.
    """
    terms = _terms(ctx, source.document)
    if not terms:
        return []
    document, text = ctx.document(source), ctx.text(source)
    asked = terms_in(question, terms)
    used = [term for term in terms_in(text, terms) if _is_written(term, text)]
    both = [term for term in asked if term in used]
    alone = [term for term in asked if " " in term]
    near = _near(question, document.text)
    rare = [
        term
        for term in used
        if document.text.count(term) <= RARE and near & _words(document.quote(terms[term]))
    ]
    return list(_fitting(ctx, source, terms, dict.fromkeys((*both, *alone, *rare))))


def _fitting(
    ctx: Context, source: Span, terms: Mapping[str, Span], chosen: Iterable[str]
) -> Iterable[Span]:
    """The definitions of some terms, as many as may be shown."""
    left, told = TOGETHER, set[Span]()
    for term in chosen:
        span = terms[term]
        size = span.end - span.start
        there = span.overlaps(source) or not any(scope.contains(span) for scope in ctx.scope)
        if there or span in told or size > min(left, LONGEST):
            continue
        if _explains(ctx.text(span)):
            left -= size
            told.add(span)
            yield span
        if len(told) == MOST:
            return


def _terms(ctx: Context, name: str) -> dict[str, Span]:
    """The defined terms of a document; looked for once in a run."""
    terms = ctx.ledger.terms
    if name not in terms:
        terms[name] = defined_in(ctx.documents[name])
    return terms[name]


def _is_written(term: str, text: str) -> bool:
    """Whether a text has a term as it is defined: "Term", and not any term."""
    return re.search(rf"\b{re.escape(term)}(?:s|es)?\b", text) is not None


def _explains(definition: str) -> bool:
    """Whether a definition says what its term means, and not only where that stands."""
    if definition.rstrip()[-1:] in (":", ";"):
        return False
    return len(definition) > POINTER or not any(r.points for r in references(definition))


def _near(question: str, text: str) -> set[str]:
    """The words of a question that are no common ones of the document."""
    return {word for word in _words(question) if text.count(word) <= COMMON}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))
