"""Names and codes in a text, and which of their words tell them from others in the documents.

"Dr Jane Ames" is told from another doctor by "Ames" where others bear the name of Jane; the patient
whose record it is, and the parties of a contract, are told from nobody by their names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.documents.document import Document
from app.recursion.context import Context

RARE = 12
COMMON = 0.03
"""A word that stands in more paragraphs than this, by number and by share, tells nobody from
another: a party, a defined term, the patient whose record it is."""

BEGIN = 3_000
"""Characters in which a document says who it is about."""

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


def names_in(ctx: Context, text: str, of_things: bool = True) -> Names:
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
            known[name] = _telling_words(name, list(ctx.documents.values()))
        telling = known[name]
        if telling is not None:
            found[name] = telling
    return found


def rare_names(ctx: Context, text: str) -> list[str]:
    """The last words of those names in a text that the documents give, but not often."""
    papers = list(ctx.documents.values())
    last = [_bare(match[0].split()[-1]) for match in _NAME.finditer(text)]
    return [name for name in last if 0 < sum(_count(paper.text, name) for paper in papers) <= RARE]


def full_names(text: str) -> list[str]:
    """Names of two words and more, as persons have them."""
    return _FULL.findall(text)


def has_date_or_title(name: str) -> bool:
    """Whether a part of a name is a month, a day or a form of address."""
    return not _PLAIN.isdisjoint(name.lower().split())


def has_word(text: str, word: str) -> bool:
    """Whether a text holds a word, or words one after the other, upper and lower case alike."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _telling_words(name: str, papers: Sequence[Document]) -> tuple[str, ...] | None:
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
    if any(has_word(begin, word) for word in words):
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


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)
