"""Numbered places of a document: blocks that begin with a number, and the numbers themselves."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from app.documents.document import Block, BlockKind, Document
from app.documents.text.references import CONTAINERS, KINDS

_TITLE = 120  # characters; a longer block is no heading of a schedule, part or article
_NUMBER = r"[A-Z]?\d{1,3}(?:\.\d{1,3}){0,4}[A-Za-z]?(?!\w)"
_NAMED = re.compile(
    r"\W{0,2}(?:"
    + "|".join(
        rf"(?P<{kind}>(?i:{KINDS[kind]}))"
        for kind in (*CONTAINERS, "part", "chapter", "article", "clause", "table")
    )
    + r")\s*(?:[Nn][or]\.\s*)?"
    + rf"(?P<number>{_NUMBER}|[IVXLC]{{1,7}}(?!\w)|[A-Z](?:-?\d{{1,2}})?(?!\w))"
)
_BARE = re.compile(
    rf"\W{{0,2}}(?P<number>{_NUMBER})(?P<stop>[.)]?)\s(?P<cell>\|\s)?\s*(?=(?P<next>\S))"
)
_OPENS = re.compile(  # what may follow "Section 5" where it begins one, and speaks of none
    r"\s*(?:[.:)(–—-]|$)|\s+(?!(?:Abs|Absatz|Satz|Nr|Nummer|Ziff|lit)\b)[\"“„A-ZÄÖÜ]"
)
_CONTENTS = re.compile(r"(?:\||\.{3}|…|\t)\s*(?:\d{1,4}|[ivxlc]{1,6})\s*$")  # "Schedule 2 ... 14"
_CONTENTS_TITLE = re.compile(
    r"(?:table\s+of\s+)?contents|inhalt(?:sverzeichnis|sübersicht)?", re.IGNORECASE
)
_ENTRY = 150  # characters of an entry there, on the average
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

Key = tuple[str, tuple[tuple[int, str], ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A numbered place, from where its number stands up to what comes after it.

    Attributes:
        kind: as in `KINDS`; "" where the text begins with the bare number.
        titled: whether it begins with a heading.
    """

    start: int
    end: int
    kind: str = ""
    number: str = ""
    titled: bool = False

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in it."""
        return self.start <= offset < self.end


def beginnings(document: Document) -> list[Place]:
    """The places that blocks of a document begin, in order; each ends with its block as yet."""
    titles = {section.start for section in document.sections}
    found = [
        place
        for block in document.blocks
        if (place := _beginning(document, block, block.start in titles)) is not None
    ]
    return _without_contents(document, found)


def _without_contents(document: Document, found: list[Place]) -> list[Place]:
    """Places without the entries of a table of contents: those up to where they begin again."""
    title = next((s for s in document.sections if _CONTENTS_TITLE.fullmatch(s.title.strip())), None)
    if title is None:
        return found
    first = bisect_left(found, title.start, key=lambda p: p.start)
    for again in range(first + 1, len(found)):
        one, other = found[first], found[again]
        if other.start - one.start > _ENTRY * (again - first):
            break  # too much text: these are the places themselves
        if (one.kind, one.number) == (other.kind, other.number):
            return found[:first] + found[again:]
    return found


def written(number: str) -> frozenset[str]:
    """The ways in which a number may be written: "IV" is also "4". Equal ones share one."""
    value = _roman(number)
    return frozenset((number.casefold(), str(value))) if value else frozenset((number.casefold(),))


def key(number: str) -> Key:
    """A number in a form that sorts: its letter, and its parts each with what is added ("12A")."""
    value = _roman(number)
    if value:
        return "", ((value, ""),)
    letter = number[:1] if number[:1].isalpha() else ""
    if number == letter:
        return "@", ((ord(letter.upper()) - ord("@"), ""),)
    parts = re.findall(r"(\d+)([A-Za-z]?)", number)
    return letter, tuple((int(digits), added.upper()) for digits, added in parts)


def after(one: Key, other: Key) -> bool:
    """Whether a number comes after another one and is no part of it."""
    return other[0] == one[0] and other[1] > one[1] and other[1][: len(one[1])] != one[1]


def _roman(number: str) -> int:
    """The value of a Roman number, 0 of anything else."""
    if not number or any(letter not in _ROMAN for letter in number):
        return 0
    values = [_ROMAN[letter] for letter in number]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def _beginning(document: Document, block: Block, titled: bool) -> Place | None:
    """What a block begins, if it begins with a number; its end is not known yet."""
    text = document.text[block.start : block.end]
    if block.kind is not BlockKind.TABLE_ROW and _CONTENTS.search(text[: 2 * _TITLE]):
        return None
    titled = titled or block.kind is BlockKind.HEADING
    named = _NAMED.match(text)
    if named is not None:
        kind = next(k for k in KINDS if k in named.re.groupindex and named[k] is not None)
        if _begins(text, block, kind, named.end(), titled):
            return Place(block.start, block.end, kind, named["number"], titled)
        return None
    bare = _BARE.match(text)
    if bare is None or not _counts(bare, block, titled):
        return None
    # A short line without a full stop: plain text has no other sign of a heading.
    lone = block.kind is BlockKind.PARAGRAPH and len(text) <= _TITLE
    lone = lone and text[-1:] not in (".", ",", ";", ":")
    return Place(block.start, block.end, "", bare["number"], titled or lone)


def _begins(text: str, block: Block, kind: str, end: int, titled: bool) -> bool:
    """Whether a block that starts with "Schedule 2" or "Section 5" begins that place."""
    if block.kind is BlockKind.TABLE_ROW:
        return False
    if titled or (kind == "table" and block.kind is BlockKind.CAPTION):
        return True
    short = len(text) <= _TITLE and text.rstrip()[-1:] not in (".", ",", ";")
    opens = _OPENS.match(text, end) is not None
    return opens if kind in ("clause", "article", "chapter", "table") else short


def _counts(bare: re.Match[str], block: Block, titled: bool) -> bool:
    """Whether a bare number at the start of a block is that of a clause, and not any other."""
    depth = bare["number"].count(".")
    if block.kind is BlockKind.TABLE_ROW:
        return bare["cell"] is not None and (depth > 0 and bare["number"][0].isalpha())
    if bare["cell"] is not None:
        return False
    if not (depth or bare["stop"] or titled):
        return False
    # "3.6 per cent" may well begin a line, and so may "3.1.1 any person who".
    return titled or not bare["next"].islower() or depth >= 2 or block.kind is BlockKind.LIST_ITEM
