"""Whether evidence speaks of the one that a question names.

What is said of one patient, company or locker reads just like what is said of another, and a small
judge takes it for the answer. Names and codes that are rare in the documents tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|[ap]m|mg|ml|kg|cm|mm|km|mcg|k|m)\b", re.IGNORECASE)
_PLAIN = frozenset(
    (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday i mr mrs ms dr prof"
    ).split()
)
_ARTICLES = frozenset(
    "the this that a an our your its their each any der die das dem den des".split()
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a question: its words, and those of them that would tell it from others."""

    words: tuple[str, ...]
    telling: tuple[str, ...]


def lost(ctx: Context, question: str, spans: Sequence[Span]) -> float:
    """The log-odds that evidence loses for names of a question that it doesn't hold.

    A name is held by the paragraph that a span stands in, or by the headings above it.
    """
    names = _names(question, ctx.documents.values())
    if not names:
        return 0.0
    around = "\n".join(_around(ctx, span) for span in spans)
    short = 0.0
    for name in names:
        if not name.telling:
            short = max(short, UNKNOWN)
        elif not any(_holds(around, word) for word in name.telling):
            short = max(short, ANOTHER)
    return short


def _names(question: str, documents: Iterable[Document]) -> list[_Name]:
    """The names of a question that could tell evidence from what is about another."""
    papers = list(documents)
    most = max(RARE, round(COMMON * sum(len(paper.blocks) for paper in papers)))
    found: list[_Name] = []
    for match in _NAME.finditer(question):
        if _is_role(question, match) or any(_is_defined(paper, match[0]) for paper in papers):
            continue
        words = tuple(_bare(word) for word in match[0].split())
        words = tuple(w for w in words if len(w) > 1 and w.lower() not in _PLAIN)
        if not words or _ORDINAL.fullmatch(match[0]):
            continue
        counts = {word: sum(_count(paper.text, word) for paper in papers) for word in words}
        rare = tuple(w for w in words if 0 < counts[w] <= most)
        if not counts[words[-1]]:
            # A person's last name, or the only word: others may share the first.
            found.append(_Name(words, ()))
        elif rare:
            found.append(_Name(words, (words[-1],) if words[-1] in rare else rare))
    return found


def _is_role(question: str, match: re.Match[str]) -> bool:
    """Whether a name is a party's or a paper's by its part in it: "the Customer", "this Lease"."""
    single = " " not in match[0] and not any(c.isdigit() for c in match[0])
    before = question[: match.start()].rstrip().rpartition(" ")[2].lower()
    return single and not match[0].isupper() and before in _ARTICLES


def _is_defined(document: Document, name: str) -> bool:
    """Whether a document defines a name as a term: others of its words may stand for it."""
    return any(f"{a}{name}{z}" in document.text for a, z in ("“”", '""', "„“"))


def _around(ctx: Context, span: Span) -> str:
    """The paragraphs that a span stands in, as the model sees them, under their headings."""
    document = ctx.document(span)
    blocks = document.blocks_between(span.start, span.end)
    start = min([span.start, *(b.start for b in blocks)])
    end = max([span.end, *(b.end for b in blocks)])
    heading = subcall.heading(ctx, span)
    return f"{heading}\n{document.text[start:end]}\n{subcall.shown(ctx, span)}"


def _count(text: str, word: str) -> int:
    return sum(1 for _ in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def _holds(text: str, word: str) -> bool:
    return _count(text, word) > 0


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)
