"""What changes what: later text over earlier, and the latest of dated entries.

An agreement is changed by another that names the clause it changes; a record by entries that come
after. A small model shown one passage can't know that; the program looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.documents.document import Document, Span
from app.recursion.context import Context
from app.recursion.results import Finding
from app.recursion.subcalls import showing
from app.recursion.texts import figures, nested

MAX_CHANGES = 3
"""So many passages that change a finding are read."""

RARE = 8
"""A name that stands more often than this in the documents is not followed."""

_CHANGES = re.compile(
    r"\b(?:becomes?|(?:is|are|be|was|were)\s+(?:hereby\s+)?(?:\w+\s+and\s+)?"
    r"(?:replaced|amended|deleted|substituted|varied|revised|superseded|increased|reduced"
    r"|extended|removed)|to\s+read|shall\s+read|supersedes?|replaces?)\b"
    r"|\b(?:wird|werden|wurden?|ist|sind)\b[^.]*\b(?:ersetzt|geändert|gestrichen|aufgehoben|erhöht"
    r"|verringert|verlängert|gefasst)\b|\blautet\b|\berhält\s+folgende",
    re.IGNORECASE,
)
_PASSES = re.compile(
    r"\b(?:re)?named?\b|\b(?:known|trad(?:es|ed|ing)|operat(?:es|ed|ing)|continu(?:es|ed))\s+as\b"
    r"|\bcalled\b|\b(?:became|becomes?|left|gave|gives?|given|sold|sells?|bought)\b"
    r"|\b(?:took|taken|takes)\s+over\b"
    r"|\b(?:acquir|assign|bequeath|hand|inherit|merg|novat|pass|replac|succeed|transferr)\w*"
    r"|\b(?:heißt|firmiert|erbte|schenkte|nachfolg\w*|umbenannt|abgetreten|verkauft\w*"
    r"|vererbt\w*|verschm[oe]lz\w*|ersetzt\w*|über(?:trug|tragen|geben|gab|nahm|nommen))\b",
    re.IGNORECASE,
)
"""What says that one took another's name, place or thing; after it the other is looked for."""

_NUMBER = re.compile(
    r"^\W*(?:clause|section|article|paragraph|§|ziffer|abschnitt|artikel)?\s*(\d+(?:\.\d+)+|\d+(?=\.\s))"
)
_NOW = re.compile(
    r"\b(?:now|current|currently|at\s+present|presently|latest|newest|most\s+recent(?:ly)?|today"
    r"|still|these\s+days|as\s+it\s+stands|derzeit(?:ige[nrs]?)?|aktuell(?:e[nrs]?)?|jetzt|momentan"
    r"|zurzeit|heute|gegenwärtig(?:e[nrs]?)?|neueste[nrs]?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?!(?:The|A|An|This|Each|Either|No|All)\s)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+"
)
_SUM = re.compile(r"[£$€]\s?\d[\d.,]*\d|\b\d{1,3}(?:[.,]\d{3})+\b|\b\d{4,}\b")
_NOT_NEW = "".join(
    rf"(?<!\b{word} )"
    for word in ("becomes", "become", "by", "to", "with", "wird", "durch", "auf", "zu")
)
"""Before what a change leaves as it was: what is "increased to" a sum was another sum before."""

_YEAR = re.compile(r"\b(?:in|since|from|until|by|of|as of)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_BACK = 4_000
"""Characters before a passage in which the date of its entry may stand."""


def changes(ctx: Context, findings: Sequence[Finding]) -> list[Span]:
    """Paragraphs that change what findings rest on, in the order of the documents.

    One does if a sentence in it speaks of a change (replaced, deleted, becomes) and names the
    clause in which a finding's sentences stand, or a name or sum that it gives for an answer.
    """
    found = {
        span
        for finding in findings
        for target in _targets(ctx, finding)
        for span in _elsewhere(ctx, finding, target, _CHANGES)
    }
    return sorted(found)[:MAX_CHANGES]


def onward(ctx: Context, question: str, finding: Finding) -> tuple[str, list[Span]]:
    """Where a chain of names goes on from a finding: A became B, and B, elsewhere, became C.

    Returns:
        The question with the name that the finding gives in place of its own; and paragraphs that
        say what became of that name, in the order of the documents, none where it is too common.
    """
    name = nested.name_in(finding.answer, question)
    said = " ".join(" ".join(ctx.text(span) for span in finding.spans).split())
    own = [n for n in nested.names(question) if n != name and n in said]
    if not name or not own or name not in said or _is_common(ctx, name):
        return "", []
    told = max(own, key=len)
    passed = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found = set(_elsewhere(ctx, finding, passed, _PASSES))
    return question.replace(told, name), sorted(found)[:MAX_CHANGES]


def asks_for_latest(question: str) -> bool:
    """Whether a question is about how things are now."""
    return _NOW.search(question) is not None


def dated(ctx: Context, span: Span) -> str:
    """The date, as in ISO, of the entry that a passage belongs to; "" where none is told.

    The latest one in the passage counts, else in the headings it stands under, else the nearest one
    that begins a paragraph before it.
    """
    document = ctx.document(span)
    for text in (document.quote(span), showing.heading(ctx, span)):
        if dates := figures.facts(text).dates:
            return max(dates)
        if years := [match[1] for match in _YEAR.finditer(text)]:
            return max(years)
    for block in reversed(document.blocks_between(max(0, span.start - _BACK), span.start)):
        if dates := figures.facts(document.text[block.start : block.start + 80]).dates:
            return max(dates)
    return ""


def _targets(ctx: Context, finding: Finding) -> Iterable[re.Pattern[str]]:
    """What a change of a finding would name: its clause, or whom or how much it gives."""
    document = ctx.document(finding.spans[0])
    if number := _clause(document, finding.spans[0]):
        named = (
            r"(?:\b(?:clauses?|sections?|articles?|paragraphs?|ziffern?|abschnitt\w*|artikeln?)|§)"
            rf"\s+{re.escape(number)}(?![\d.]*\d)"
        )
        yield re.compile(named, re.IGNORECASE)
    for name in dict.fromkeys(_NAME.findall(finding.answer)):
        if not _is_common(ctx, name):
            yield re.compile(rf"{_NOT_NEW}\b{re.escape(name)}\b")
    for amount in dict.fromkeys(_SUM.findall(finding.answer)):
        if not _is_common(ctx, amount):
            yield re.compile(rf"{_NOT_NEW}(?<![\w.,]){re.escape(amount)}(?![.,]?\d)")


def _is_common(ctx: Context, name: str) -> bool:
    """Whether a name stands on every page: that of a party or a term is not what changes."""
    return sum(document.text.count(name) for document in ctx.documents.values()) > RARE


def _clause(document: Document, span: Span) -> str:
    """The number of the clause that a passage stands in, "" if it has none with a dot."""
    section = next(iter(document.sections_at(span.start)[-1:]), None)
    start = section.start if section is not None else 0
    blocks = document.blocks_between(max(start, span.start - _BACK), span.start + 1)
    for block in reversed(blocks):
        match = _NUMBER.match(document.text[block.start : block.end])
        if match is not None:
            return match[1] if "." in match[1] else ""
    return ""


def _elsewhere(
    ctx: Context, finding: Finding, target: re.Pattern[str], of: re.Pattern[str]
) -> Iterable[Span]:
    """The paragraphs that speak `of` what becomes of a target, but those the finding rests on."""
    for document in ctx.documents.values():
        for span in _speaking_of(ctx, document, target, of):
            if not any(span.overlaps(cited) for cited in finding.spans):
                yield span


def _speaking_of(
    ctx: Context, document: Document, target: re.Pattern[str], of: re.Pattern[str]
) -> Iterable[Span]:
    """The paragraphs in scope that name a target in a sentence that speaks `of` a change."""
    for match in target.finditer(document.text):
        named = document.span(match.start(), match.end())
        said = " ".join(document.text[s.start : s.end] for s in document.sentences_in(named))
        if not of.search(said):
            continue
        for block in document.blocks_between(named.start, named.end):
            span = document.span(block.start, block.end)
            if any(scope.contains(span) for scope in ctx.scope):
                yield span
