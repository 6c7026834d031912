"""Whether evidence speaks of the one that a question names.

What is said of one patient, company or locker reads just like what is said of another, and a small
judge takes it for the answer. Names and codes that are rare in the documents tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.documents.document import Document, Span
from app.recursion.context import Context
from app.recursion.subcalls import showing

RARE = 12
COMMON = 0.03
"""A word that stands in more paragraphs than this, by number and by share, tells nobody from
another: a party, a defined term, the patient whose record it is."""

BEGIN = 3_000
"""Characters in which a document says who it is about."""

ANOTHER = 2.5
"""The log-odds that evidence loses that holds another name than a rare one of the question, ..."""

UNKNOWN = 1.0
"""... and where a name of the question stands nowhere in the documents: it may be written in
another way."""

SEVERAL = 2
"""So many items that give a name make it one of the things that each item says."""

_NAME = re.compile(
    r"(?<![.?!:] )(?<!^)(?<![\w’'-])[A-Z][\w’'&-]*(?:\s+[A-Z][\w’'&-]*)*"
    r"|\b(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z])[\w/-]{3,}"
)
_FULL = re.compile(r"(?<![\w’'-])[A-Z][a-zß-ÿ’'-]+(?: [A-Z][a-zß-ÿ’'-]+)+")
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

    A name is held by the spans or by the headings above them. Spans that name nobody at all may be
    about anyone: "She takes it daily." Names that an answer gives are not somebody else's.
    """
    names = _names(ctx, question)
    if not names:
        return 0.0
    near = "\n".join(f"{showing.heading(ctx, s)}\n{showing.shown(ctx, s)}" for s in spans)
    others = any(_names_another(ctx, f"{question} {answer}", span) for span in spans)
    short = 0.0
    for telling in names.values():
        if not telling:
            short = max(short, UNKNOWN)
        elif others and not any(_holds(near, word) for word in telling):
            short = max(short, ANOTHER)
    return short


def holds(ctx: Context, question: str, spans: Sequence[Span]) -> bool:
    """Whether a question gives rare names, whoever bears them, and spans hold each of them."""
    text = "\n".join(ctx.text(span) for span in spans)
    papers = list(ctx.documents.values())
    names = [_bare(match[0].split()[-1]) for match in _NAME.finditer(question)]
    rare = [n for n in names if 0 < sum(_count(paper.text, n) for paper in papers) <= RARE]
    return bool(rare) and all(_holds(text, name) for name in rare)


def one_of_many(ctx: Context, question: str, spans: Sequence[Span]) -> list[Span]:
    """Those of the sentences that may be items which name others than the question does.

    Where several give a person's name that the question gives, each item says whose it is, and one
    that gives another name is another's; also where that person is named as a document begins.
    """
    texts = {span: " ".join(ctx.text(span).split()) for span in spans}
    asked = [name for name in _FULL.findall(question) if _PLAIN.isdisjoint(name.lower().split())]
    for name in asked:
        own = [span for span, text in texts.items() if _holds(text, name)]
        if len(own) >= SEVERAL:
            others = [span for span in spans if span not in own]
            return [span for span in others if set(_FULL.findall(texts[span])) - set(asked)]
    return []


def away(ctx: Context, question: str, span: Span) -> bool:
    """Whether a slice names somebody else and holds none of a rare name that a question gives."""
    text = f"{showing.heading(ctx, span)}\n{ctx.text(span)}"
    tellings = [telling for telling in _names(ctx, question).values() if telling]
    lacking = any(not any(_holds(text, word) for word in telling) for telling in tellings)
    return lacking and _names_another(ctx, question, span)


def _names_another(ctx: Context, known: str, span: Span) -> bool:
    """Whether a span gives a rare name that some text does not."""
    text = " ".join(ctx.text(span).split())
    return any(
        telling and not all(_holds(known, word) for word in name.split())
        for name, telling in _names(ctx, text, of_things=False).items()
    )


def _names(ctx: Context, text: str, of_things: bool = True) -> Names:
    """The names in a text that could tell evidence from what is about another.

    `of_things`: those with an article as well, "the Service Review" like "the Blue Peter".
    """
    found: Names = {}
    for match in _NAME.finditer(text):
        name = " ".join(_bare(word) for word in match[0].split())
        if _has_article(text, match) and (not of_things or _is_role(match[0])):
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
    if not words or _MEASURE.fullmatch(name) or any(_is_subject(p, words) for p in papers):
        return None
    most = max(RARE, round(COMMON * sum(len(paper.blocks) for paper in papers)))
    counts = {word: sum(_count(paper.text, word) for paper in papers) for word in words}
    if not counts[words[-1]]:  # A person's last name, or the only word: others may share the first.
        return ()
    rare = [w for w in words if 0 < counts[w] <= most]
    own = [w for w in rare if not any(_is_shared(p.text, w, words) for p in papers)]
    if not own and len(rare) == len(words) > 1:  # Others share each of its words, but not all.
        return (" ".join(words),)
    return tuple(own or rare) or None


def _has_article(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].rstrip().rpartition(" ")[2].lower() in _ARTICLES


def _is_role(name: str) -> bool:
    """Whether a name with an article is that of a party by its part: "the Customer"."""
    return " " not in name and not any(c.isdigit() for c in name) and not name.isupper()


def _is_subject(document: Document, words: Sequence[str]) -> bool:
    """Whether other words may stand for a name: "the Supplier" or "she".

    Who a document is about is named where it begins, and a term where it is defined.
    """
    begin = document.text[:BEGIN]
    if any(_holds(begin, word) for word in words):
        return True
    quoted = rf"[“„\"]{re.escape(' '.join(words))}[”“\"]"
    called = rf"{re.escape(words[-1])}[^.;\n]{{0,80}}\(\W*(?:the\s+)?[“„\"]"
    return re.search(f"{quoted}|{called}", document.text) is not None


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
    pattern = r"\s+".join(map(re.escape, word.split()))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)
