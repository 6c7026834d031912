"""Defined terms: what a document itself says that its words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.documents.document import Block, BlockKind, Document, Section, Span

_QUOTED = r"[\"“”„]\s?(?P<term>[^\W_][^\"“”„\n]{0,60}?)[,.]?\s?[\"“”]"
_VERB = r"(?:shall\s+)?(?:means?|has\s+the\s+meaning|have\s+the\s+meaning|refers?\s+to|includes?"
_VERB += r"|bezeichne[nt]|bedeute[nt]|mein(?:t|en))\b"
_SAID = re.compile(  # "X" means
    _QUOTED + rf"(?:\s*\([^)\n]{{1,40}}\))?,?\s+(?:{_VERB}|(?:ist|sind)\b)"
)
_GIVEN = re.compile(r"\((?:[^()\"“”„\n]{0,40}\s)?" + _QUOTED + r"(?:[^()\n]{0,60})?\)")  # (the "X")
_BARE = re.compile(  # X means, as it stands in a section of definitions
    r"(?:[(\d][\w.()]*\s+)?(?P<term>[A-Z][\w’'/&-]*(?:\s+[\w’'/&-]+){0,5}?)\s*(?::|\s"
    + _VERB
    + r")\s"
)
_TITLE = re.compile(
    r"\b(?:definitions?|defined\s+terms|interpretation|glossary|definitionen"
    r"|begriffs(?:bestimmungen|definitionen)|begriffe|glossar)\b",
    re.I,
)
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"\A(?:the|an?|each|together|collectively)\s+", re.I)


def definitions(document: Document) -> dict[str, Span]:
    """Each defined term with the sentence that defines it; the first counts.

    Found are «"X" means …» and «(the "X")» anywhere, and «X means …» at the beginning of a
    paragraph or row of a section of definitions.
    """
    found: dict[str, Span] = {}
    titled = [section for section in document.sections if _TITLE.search(section.title)]
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        for start, term in _terms(document, block, titled):
            found.setdefault(_ARTICLE.sub("", " ".join(term.split()), count=1), _around(
                document, block, start
            ))  # fmt: skip
    return found


def terms_in(text: str, terms: Mapping[str, Span]) -> list[str]:
    """The defined terms that a text uses, in the order of their first use.

    Case and a plural do not matter; of terms within one another ("Service", "Service Credit") only
    the longest counts where it stands.
    """
    words = [(_stem(m.group()), m.start()) for m in _WORD.finditer(text)]
    taken: set[int] = set()
    used: list[tuple[int, str]] = []
    for term in sorted(terms, key=lambda one: -len(_WORD.findall(one))):
        wanted = [_stem(word) for word in _WORD.findall(term)]
        for i in range(len(words) - len(wanted) + 1):
            places = range(i, i + len(wanted))
            if [stem for stem, _ in words[i : i + len(wanted)]] != wanted or taken & {*places}:
                continue
            taken.update(places)
            used.append((words[i][1], term))
    return list(dict.fromkeys(term for _, term in sorted(used)))


def _terms(document: Document, block: Block, titled: list[Section]) -> Iterator[tuple[int, str]]:
    """(offset, term) of what a block defines."""
    text = document.text[block.start : block.end]
    if '"' in text or "“" in text or "”" in text:
        for pattern in (_SAID, _GIVEN):
            for match in pattern.finditer(text):
                if match["term"][0].isupper():
                    yield block.start + match.start("term"), match["term"]
    if any(section.start <= block.start < section.end for section in titled):
        named = _BARE.match(text) or _cell(text, block)
        if named:
            yield block.start + named.start("term"), named["term"]


def _cell(text: str, block: Block) -> re.Match[str] | None:
    """The first cell of a row of two, in a table of definitions."""
    if block.kind is not BlockKind.TABLE_ROW or block.level:
        return None
    return re.match(r"(?P<term>[A-Z][^|]{1,60}?)\s\|\s[^|]{10,}$", text)


def _around(document: Document, block: Block, start: int) -> Span:
    """The sentence that a term is defined in, within its block."""
    for sentence in document.sentences_in(document.span(start, start + 1)):
        return document.span(max(block.start, sentence.start), min(block.end, sentence.end))
    return document.span(block.start, block.end)


def _stem(word: str) -> str:
    """A word without its case and plural."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
