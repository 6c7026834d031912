"""Whether evidence speaks of the one that a question names.

What is said of one patient, company or locker reads just like what is said of another, and a small
judge takes it for the answer. Names and codes that are rare in the documents tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.documents.document import Document, Span
from app.recursion import subcall
from app.recursion.context import Context

RARE = 12
COMMON = 0.03
"""A word that stands in more paragraphs than this, by number and by share, tells nobody from
another: a party, a defined term, the patient whose record it is."""

ANOTHER = 2.5
"""The log-odds that evidence loses that doesn't hold a rare name of the question, ..."""

UNKNOWN = 1.0
"""... and where a name of the question stands nowhere in the documents: it may be written in
another way."""

_NAME = re.compile(
    r"(?<![.?!:] )(?<!^)(?<![\w’'-])[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*"
    r"|\b(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z])[\w/-]{3,}"
)
_MEASURE = re.compile(r"\d+(?:st|nd|rd|th|[ap]m|mg|ml|kg|cm|mm|km|mcg|k|m)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b([A-Z][\w’'-]+)\s+$")
_AFTER = re.compile(r"\s+([A-Z][\w’'-]+)")
_BESIDE = 40
_PLAIN = frozenset(
    (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday i mr mrs ms dr prof"
    ).split()
)
_ARTICLES = frozenset(
    "the this that a an our your its their each any der die das dem den des".split()
)


Names = dict[str, tuple[str, ...]]
"""Names, each with those of its words that tell it from others; none where no document knows it."""


def lost(ctx: Context, question: str, spans: Sequence[Span], answer: str = "") -> float:
    """The log-odds that evidence loses for names of a question that it doesn't hold.

    A name is held by the spans, by the headings above them, or by the paragraph that they stand in
    where they name nobody else. Names that an answer gives are not somebody else's.
    """
    names = _names(ctx, question)
    if not names:
        return 0.0
    near = "\n".join(f"{subcall.heading(ctx, s)}\n{subcall.shown(ctx, s)}" for s in spans)
    around = "\n".join(_paragraphs(ctx, span) for span in spans)
    known = f"{question} {answer}"
    others = any(
        telling and not all(_holds(known, word) for word in name.split())
        for span in spans
        for name, telling in _names(ctx, " ".join(ctx.text(span).split())).items()
    )
    short = 0.0
    for telling in names.values():
        if not telling:
            short = max(short, UNKNOWN)
        elif any(_holds(near, word) for word in telling):
            continue
        elif others or not any(_holds(around, word) for word in telling):
            short = max(short, ANOTHER)
    return short


def away(ctx: Context, question: str, span: Span) -> bool:
    """Whether a slice and its headings hold none of a rare name that a question gives."""
    text = f"{subcall.heading(ctx, span)}\n{ctx.text(span)}"
    tellings = filter(None, _names(ctx, question).values())
    return any(not any(_holds(text, word) for word in telling) for telling in tellings)


def _names(ctx: Context, text: str) -> Names:
    """The names in a text that could tell evidence from what is about another."""
    found: Names = {}
    for match in _NAME.finditer(text):
        name = " ".join(_bare(word) for word in match[0].split())
        if _is_role(text, match):
            continue
        known = ctx.ledger.names
        if name not in known:
            known[name] = _telling(name, list(ctx.documents.values()))
        telling = known[name]
        if telling is not None:
            found[name] = telling
    return found


def _telling(name: str, papers: Sequence[Document]) -> tuple[str, ...] | None:
    """The words that tell a name from others, () if it is not known, None if it tells nothing."""
    words = [w for w in name.split() if len(w) > 1 and w.lower() not in _PLAIN]
    if not words or _MEASURE.fullmatch(name) or any(_is_defined(p, name) for p in papers):
        return None
    most = max(RARE, round(COMMON * sum(len(paper.blocks) for paper in papers)))
    counts = {word: sum(_count(paper.text, word) for paper in papers) for word in words}
    if not counts[words[-1]]:  # A person's last name, or the only word: others may share the first.
        return ()
    rare = [w for w in words if 0 < counts[w] <= most]
    own = [w for w in rare if not any(_is_shared(p.text, w, words) for p in papers)]
    return tuple(own or rare) or None


def _is_role(text: str, match: re.Match[str]) -> bool:
    """Whether a name is a party's or a paper's by its part in it: "the Customer", "this Lease"."""
    single = " " not in match[0] and not any(c.isdigit() for c in match[0])
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    return single and not match[0].isupper() and before in _ARTICLES


def _is_defined(document: Document, name: str) -> bool:
    """Whether a document defines a name as a term: others of its words may stand for it."""
    return any(f"{a}{name}{z}" in document.text for a, z in ("“”", '""', "„“"))


def _paragraphs(ctx: Context, span: Span) -> str:
    """The paragraphs that a span stands in."""
    document = ctx.document(span)
    blocks = document.blocks_between(span.start, span.end)
    start = min([span.start, *(b.start for b in blocks)])
    end = max([span.end, *(b.end for b in blocks)])
    return document.text[start:end]


def _is_shared(text: str, word: str, words: Sequence[str]) -> bool:
    """Whether a word of a name is part of another name as well: the Mill of "Aske Mill"."""
    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
        before = _BEFORE.search(text, max(0, match.start() - _BESIDE), match.start())
        after = _AFTER.match(text, match.end(), match.end() + _BESIDE)
        near = {_bare(m[1]) for m in (before, after) if m is not None}
        if any(w not in words and w.lower() not in _PLAIN | _ARTICLES for w in near):
            return True
    return False


def _count(text: str, word: str) -> int:
    return sum(1 for _ in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)
