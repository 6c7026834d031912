"""References to other places of a document: "paragraph 7 of Schedule 2", "§ 5 Abs. 2", "Table 3".

Recognised are those of English and German documents, in any mixture. A reference names a place by
steps, the outermost first; `numbering` knows where that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

THIS = "this"
"""The number of a step to whatever the reference itself stands in: "of this Schedule"."""

MOST = 12
"""A reference to a range ("clauses 3 to 9") is one to so many places at most."""

KINDS = {
    "schedule": r"schedules?",
    "annex": r"annex(?:es|ures?)?",
    "appendix": r"appendix|appendices",
    "exhibit": r"exhibits?",
    "attachment": r"attachments?",
    "anlage": r"anlagen?|anl\.",
    "anhang": r"anhangs?|anhänge",
    "beilage": r"beilagen?",
    "part": r"parts?|teil(?:e|s|en)?",
    "chapter": r"chapters?|kapitel[ns]?",
    "article": r"articles?|artikel[ns]?|arts?\.",
    "clause": r"(?:sub-?)?clauses?|cll?\.|sections?|sec[ts]?s?\.|§{1,2}|ziffern?|ziff\.|klauseln?"
    r"|abschnitt(?:e|s|en|es)?|abschn\.|punkte?n?",
    "paragraph": r"(?:sub-?)?paragraphs?|paras?\.?|subsections?|abs[aä]tz(?:es?|en)?|absatz|abs\.",
    "point": r"nummern?|nr\.|nos?\.|points?",
    "item": r"buchstaben?|lit\.|items?",
    "table": r"tables?|tabellen?|tab\.",
    "page": r"pages?|pp?\.|seiten?",
}
"""What can be referred to, each kind within those before it; with its words in a reference."""

CONTAINERS = (
    "schedule",
    "annex",
    "appendix",
    "exhibit",
    "attachment",
    "anlage",
    "anhang",
    "beilage",
)
"""Kinds that stand beside the body of a document, and have numbers of their own."""

_LEVEL = {kind: max(0, i - len(CONTAINERS) + 1) for i, kind in enumerate(KINDS)}
_ONLY_LINKED = ("point", "item")  # "No. 3" by itself is the number of anything
_ITEM = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)"
_ONE = (
    r"(?:(?:[A-Z]?\d{1,3}(?:\.\d{1,3}){0,4}[A-Za-z]?|[IVXLC]{1,7}|[A-Z](?:-?\d{1,2})?)"
    rf"(?![\w%])(?:\s?{_ITEM})*|(?:{_ITEM})+)"
)
_AND = r"(?:\s*,\s*(?:(?:and|or|und|oder)\s+)?|\s+(?:and|or|und|oder|to|bis|through)\s+|\s*[–-]\s*)"
_NO_SPAN = (
    r"(?!\s+(?:(?:working|business)\s+)?(?:hours?|days?|weeks?|months?|years?|per|tagen?|wochen?"
    r"|monaten?|jahren?)\b)"
)
_MENTION = re.compile(
    r"(?<![\w§.-])(?:"
    + "|".join(rf"(?P<{kind}>(?i:{words}))" for kind, words in KINDS.items())
    + rf")(?:\s+|(?<=§))(?:(?P<numbers>{_ONE}(?:{_AND}{_ONE}{_NO_SPAN})*)|(?P<letter>[a-z])\b)"
)
_NUMBER = re.compile(_ONE)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_PLURAL = re.compile(
    r"(?:(?<!ab)s|§§|ices|[cp]p\.|cll\.|[ar]ts\.|ziffern|nummern|klauseln|artikeln|agen|hänge"
    r"|abschnitten?|absätzen?|punkten?|seiten|tabellen|buchstaben)$",
    re.IGNORECASE,
)

_WITHIN = re.compile(
    r"\s*,?\s+(?:of|in|to|der|des|von|zu|zur|zum|aus)\s+(?:(?:the|der|dem)\s+)?|\s*\(\s*(?:of\s+)?"
)
_BEFORE = re.compile(r"\s*,?\s*(?:\(\s*)?")
_OF_THIS = re.compile(
    r"\s*,?\s+(?:(?:of|to|in)\s+this|dieser|dieses|in\s+diesem|in\s+dieser)\s+"
    rf"(?P<what>{'|'.join(KINDS[kind] for kind in (*CONTAINERS, 'part'))})\b",
    re.IGNORECASE,
)
_SATZ = r"(?:\s+(?:Satz|S\.|Hs\.|Halbsatz|Alt\.|Unterabs\.)\s*\d{1,2})*"
_LAW = re.compile(
    rf"{_SATZ}\s*,?\s+(?:of|to|in|under|der|des)\s+(?:(?!(?:this|and|or|which)\b)[\w’'()/&-]+\s+){{0,9}}?"
    r"(?:Acts?|Regulations?|Code|Directive|GDPR|Convention|Rules|Treaty|Order|Constitution"
    r"|Verordnung|Richtlinie|DS-?GVO|\w*[Gg]esetz(?:es|bu?chs?|buches)?)\b"
)
_SHORT_LAW = re.compile(
    rf"{_SATZ}\s+(?:of\s+the\s+|(?:der|des)\s+)?(?:DS-GVO|[A-ZÄÖÜ]\w{{0,7}}[A-Z])\b"
)
_LAW_BEFORE = re.compile(r"(?:U\.S\.C\.|C\.F\.R\.|\b(?:Act|Code|GDPR)(?:\s+(?:19|20)\d\d)?,?)\s*$")
_ELSEWHERE = re.compile(
    r"\s+(?:of|to|in|under|des|der)\s+(?:(?:the|that|des|der)\s+)?[A-ZÄÖÜ]\w{3}"
)
_TOLD = re.compile(
    r"\b(?:see|shown?|set\s+(?:out|forth)|stated|specified|described|defined|given|listed|contained"
    r"|provided|prescribed|mentioned|named|detailed|identified|calculated|determined|fixed"
    r"|siehe|vgl\.|geregelt|genannt|aufgeführt|festgelegt|bestimmt|beschrieben|angegeben|ergibt"
    r"|entsprechend)(?:e[nrs]?)?\b[^.;:]{0,60}$"
    r"|\b(?:gemäß|gem\.|laut|nach)\s+$"
    r"|\b(?:sum|amount|price|rate|figure|period|date|percentage|table|list)s?\b[^.;:]{0,40}"
    r"\b(?:in|under|of|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\s+(?:sets?\s+out|shows?|states?|lists?|contains?|gives?|specif(?:y|ies)|describes?"
    r"|regel[nt]|nennt|enthält|bestimmt|legt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step to a place: what it is, one of `KINDS`, and its number there.

    The number is as it is written, without brackets: "21.2", "A", "IV", "b"; or `THIS`.
    """

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, at `[start, end)` of the text that holds it.

    Attributes:
        steps: to the place it names, the outermost first.
        points: whether the text says that what it speaks of stands there ("the sum shown in ..."),
            and does not only limit itself ("subject to ...").
        elsewhere: whether a document is named too ("clause 4 of the Lease"), maybe another one.
        after: for a paragraph, the steps to what the paragraph before it in the sentence is of:
            "paragraph 1 of Schedule 3, and paragraph 5".
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    points: bool = False
    elsewhere: bool = False
    after: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    """A word with its numbers: a reference, or a step of one; each number with its items."""

    start: int
    end: int
    word: str
    kind: str
    numbers: tuple[tuple[Step, ...], ...]


def references(text: str) -> list[Reference]:
    """The references in a text in order; those to statutes ("section 3 of the 1999 Act") are none.

    Where one names several places ("clauses 21.1 and 21.3"), there is one for each.
    """
    found: list[Reference] = []
    for group in _groups(text):
        start, end = group[0].start, group[-1].end
        this = _OF_THIS.match(text, end)
        alone = len(group) == 1 and not this and group[0].kind in _ONLY_LINKED
        if alone or _is_law(text, group):
            continue
        steps = [_inwards(group, numbers) for numbers in _choices(group)]
        if this:
            kind = _kind(this["what"])
            steps = [(Step(kind, THIS), *path) for path in steps]
            end = this.end()
        points = bool(_TOLD.search(text[max(0, start - 90) : start]) or _TELLS.match(text, end))
        elsewhere = not this and _ELSEWHERE.match(text, end) is not None
        after = _before(text, start, found) if steps[0][0].kind == "paragraph" else ()
        found += [Reference(start, end, path, points, elsewhere, after) for path in steps]
    return found


def _before(text: str, start: int, found: Sequence[Reference]) -> tuple[Step, ...]:
    """What the paragraph that was named last before an offset is of, within one sentence."""
    last = next((r for r in reversed(found) if r.steps[-1].kind == "paragraph"), None)
    if last is None or re.search(r"[.;]\s", text[last.end : start]):
        return ()
    return last.steps[:-1] or last.after


def _groups(text: str) -> Iterator[list[_Mention]]:
    """Mentions that make one reference together: "paragraph 2" "of Part B" "of Schedule 1"."""
    group: list[_Mention] = []
    for mention in _mentions(text):
        if group and _joins(group[-1], text[group[-1].end : mention.start], mention):
            group.append(mention)
            continue
        if group:
            yield group
        group = [mention]
    if group:
        yield group


def _joins(one: _Mention, between: str, other: _Mention) -> bool:
    """Whether one mention stands within the other."""
    if "page" in (one.kind, other.kind):
        return False
    if _LEVEL[other.kind] < _LEVEL[one.kind]:
        return _WITHIN.fullmatch(between) is not None
    return _LEVEL[one.kind] < _LEVEL[other.kind] and _BEFORE.fullmatch(between) is not None


def _mentions(text: str) -> Iterator[_Mention]:
    """Each word of a reference with the numbers after it."""
    for match in _MENTION.finditer(text):
        kind = next(kind for kind in KINDS if match[kind] is not None)
        word = match[kind]
        if match["letter"] is not None:
            if kind == "item":
                step = Step(kind, match["letter"])
                yield _Mention(match.start(), match.end(), word, kind, ((step,),))
            continue
        numbers = list(_NUMBER.finditer(match["numbers"]))
        several = _PLURAL.search(word) is not None
        end = match.start("numbers") + numbers[-1 if several else 0].end()
        told = _spelled_out(match["numbers"], numbers if several else numbers[:1])
        steps = tuple(_steps(kind, number) for number in told)
        yield _Mention(match.start(), end, word, kind, steps)


def _spelled_out(written: str, numbers: Sequence[re.Match[str]]) -> list[str]:
    """The numbers of a list, with those that a range leaves out."""
    told: list[str] = []
    for i, number in enumerate(numbers):
        between = written[numbers[i - 1].end() : number.start()].strip() if i else ""
        if between in ("to", "bis", "through", "–", "-"):
            told += _between(told[-1], number[0])
        told.append(number[0])
    return told[:MOST]


def _between(first: str, last: str) -> list[str]:
    """The numbers of a range without its ends: 21.1 and 21.4 give 21.2 and 21.3."""
    front, _, a = first.rpartition(".")
    other, _, z = last.rpartition(".")
    if front != other or not (a.isdigit() and z.isdigit()):
        return []
    return [f"{front}.{n}".lstrip(".") for n in range(int(a) + 1, min(int(z), int(a) + MOST))]


def _steps(kind: str, number: str) -> tuple[Step, ...]:
    """A number with its items as steps: "20.1(b)" is the item b of 20.1."""
    plain = number.partition("(")[0].strip()
    items = [Step("item", item) for item in _IN_BRACKETS.findall(number)]
    return (Step(kind, plain), *items) if plain else tuple(items)


def _choices(group: Sequence[_Mention]) -> list[list[tuple[Step, ...]]]:
    """The ways through a group: of each mention one number."""
    ways: list[list[tuple[Step, ...]]] = [[]]
    for mention in group:
        ways = [[*way, number] for way in ways for number in mention.numbers]
    return ways[:MOST]


def _inwards(group: Sequence[_Mention], numbers: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """The steps of a reference, the outermost first."""
    order = sorted(range(len(group)), key=lambda i: _LEVEL[group[i].kind])
    return tuple(step for i in order for step in numbers[i])


def _is_law(text: str, group: Sequence[_Mention]) -> bool:
    """Whether a reference is to a statute, and not to a document at hand."""
    start, end = group[0].start, group[-1].end
    if _LAW.match(text, end) or _LAW_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    first = group[0]
    in_short = (
        first.kind == "article" or first.word.startswith("§") or first.word[:3].lower() == "sec"
    )
    return in_short and _SHORT_LAW.match(text, end) is not None


def _kind(word: str) -> str:
    return next(kind for kind, words in KINDS.items() if re.fullmatch(words, word, re.IGNORECASE))
