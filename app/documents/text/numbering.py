"""Where a reference leads: the numbered places of a document, found by how its blocks begin.

A document has a body and, beside it, schedules, annexes and the like, each with numbers of its own.
What is missing, or could be meant in two ways, is not guessed at: then there is no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.documents.document import Block, BlockKind, Document, Span
from app.documents.text.numbered import Place, after, beginnings, key, written
from app.documents.text.references import CONTAINERS, KINDS, THIS, Reference, Step

_ITEM = re.compile(r"\W{0,2}?\(?(?P<number>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)\s")
_BACK = 60
"""A reference stands in one of so many numbered places before it, if in any."""

_WITH_LETTER = re.compile(r"(\d[\d.]*)([a-z])")
_NEW = re.compile(
    r"\b(?:amendment|addendum|agreement|deed|lease|contract|signatures?|execution"
    r"|nachtrag|\w*vertrag|vereinbarung|unterschrift(?:en)?)\b",
    re.IGNORECASE,
)


class Numbering:
    """The numbered places of a document."""

    def __init__(self, document: Document) -> None:
        """Find them by the beginnings of blocks."""
        self._document = document
        found = beginnings(document)
        new = [s.start for s in document.sections if s.level == 1 and _NEW.search(s.title)]
        self._containers = self._closed([p for p in found if p.kind in CONTAINERS], new)
        edges = [edge for p in self._containers for edge in (p.start, p.end)]
        self._parts = self._closed([p for p in found if p.kind == "part"], edges)
        self._tables = [p for p in found if p.kind == "table"]
        self._numbered = [p for p in found if p.kind not in (*CONTAINERS, "part", "table")]
        self._places: dict[str, list[Place]] = {}
        for place in self._numbered:
            for form in written(place.number):
                self._places.setdefault(form, []).append(place)
        edges = [0, *edges, len(document.text)]
        self._body = [
            Place(start, end)
            for start, end in zip(edges[::2], edges[1::2], strict=True)
            if start < end
        ]

    def place(self, reference: Reference, at: int | None = None) -> Span | None:
        """The span that a reference leads to; None if there is none, or more than one could be.

        Args:
            reference: as `references` found it.
            at: where it stands in this document, or None if it stands in another.
        """
        places = self._reached(reference.steps, at)
        if reference.after and not places:
            places = self._reached((*reference.after, *reference.steps), at)
        if not places and (short := _WITH_LETTER.fullmatch(reference.steps[-1].number)):
            # "Subsection 6b" where there is no 6b is item b of 6.
            *outer, last = reference.steps
            places = self._reached((*outer, Step(last.kind, short[1]), Step("item", short[2])), at)
        distinct = {(place.start, place.end) for place in places}
        if len(distinct) != 1:
            return None
        start, end = distinct.pop()
        return self._document.span(start, start + len(self._document.text[start:end].rstrip()))

    def _reached(self, steps: Sequence[Step], at: int | None) -> list[Place]:
        """All places that steps may lead to."""
        places = self._first(steps[0], at)
        for step in steps[1:]:
            places = [inner for place in places for inner in self._inside(step, place)]
        return places

    def _first(self, step: Step, at: int | None) -> list[Place]:
        """Where the first step of a reference leads, from where the reference stands."""
        own = [] if at is None else [p for p in (*self._parts, *self._containers) if p.holds(at)]
        if step.number == THIS:
            return [p for p in own if p.kind == step.kind]
        if step.kind in CONTAINERS:
            return _named(self._containers, step)
        if step.kind == "page":
            pages = [p for p in self._document.pages if p.has_text and p.label == step.number]
            return [Place(p.start, p.end) for p in pages]
        if step.kind == "table":
            return self._captioned(step, own)
        if step.kind == "part":
            near = _first_of(_named(_among(self._parts, o), step) for o in own)
            return near or _named(self._parts, step)
        if step.kind in ("item", "point"):
            return [] if at is None else self._of_own(step, at)
        if step.kind == "paragraph":
            # What a paragraph of a schedule calls a paragraph is one of that schedule.
            within = _first_of(self._lookup(step, [region]) for region in own)
            within = within or ([] if at is None else self._of_own(step, at))
            return within or ([] if self._containers else self._lookup(step, self._body))
        return self._lookup(step, self._body) or _first_of(self._lookup(step, [o]) for o in own)

    def _inside(self, step: Step, place: Place) -> list[Place]:
        """Where a further step leads, within the place that those before it lead to."""
        if step.kind == "part":
            return _named(_among(self._parts, place), step)
        if step.kind == "table":
            return [t for t in self._captioned(step, [place]) if place.holds(t.start)]
        if step.kind not in ("item", "point"):
            found = self._lookup(step, [place])
            if not found and place.number and place.kind not in CONTAINERS:
                longer = Step(step.kind, f"{place.number}.{step.number}")
                found = self._lookup(longer, [place]) or self._item(step.number, place)
            return found
        # An item that does not stand by itself is somewhere in what it is an item of.
        return self._item(step.number, place) or [place]

    def _of_own(self, step: Step, at: int) -> list[Place]:
        """An item of the numbered place that an offset lies in, the innermost that has one."""
        regions = [p for p in (*self._parts, *self._containers) if p.holds(at)] or self._body
        last = bisect_right(self._numbered, at, key=lambda p: p.start)
        near = reversed(self._numbered[max(0, last - _BACK) : last])
        around = (self._ended(p, regions) for p in near if _in(p, regions))
        return _first_of(self._item(step.number, place) for place in around if place.holds(at))

    def _lookup(self, step: Step, regions: Sequence[Place]) -> list[Place]:
        """The places of a number in some regions; more than one where it is not clear which."""
        forms = written(step.number)
        same = [p for form in forms for p in self._places.get(form, ()) if _in(p, regions)]
        same = sorted(set(same), key=lambda p: p.start)
        found = [p for p in same if p.kind == step.kind] or [p for p in same if not p.kind]
        if len(found) > 1:
            found = [p for p in found if p.titled] or found
        if len({next((x.start for x in self._parts if x.holds(p.start)), 0) for p in found}) == 1:
            found = [p for p in found if self._follows(p, regions)] or found
        return [self._ended(p, regions) for p in found]

    def _follows(self, place: Place, regions: Sequence[Place]) -> bool:
        """Whether the number before a place's own is the last one of its depth before it."""
        own = key(place.number)
        first = bisect_left(self._numbered, place.start, key=lambda p: p.start)
        for other in reversed(self._numbered[:first]):
            before = key(other.number)
            same = other.kind == place.kind and len(before[1]) == len(own[1])
            if same and _in(other, regions):
                return before[1][-1][0] == own[1][-1][0] - 1
        return own[1][-1][0] == 1

    def _ended(self, place: Place, regions: Sequence[Place]) -> Place:
        """A place up to the next number that does not belong to it, or the end of its region."""
        region = next(r for r in regions if r.holds(place.start))
        ends = [region.end, *(p.start for p in _among(self._parts, region))]
        first = bisect_right(self._numbered, place.start, key=lambda p: p.start)
        for other in self._numbered[first:]:
            if other.start >= region.end:
                break
            if _ends(place, other):
                ends.append(other.start)
                break
        return replace(place, end=min(end for end in ends if end > place.start))

    def _captioned(self, step: Step, own: Sequence[Place]) -> list[Place]:
        """Tables under a number, each with its caption; those of the own region first."""
        found = _named(self._tables, step)
        near = [p for p in found if _in(p, own)]
        return [self._rows(p) for p in near or found]

    def _rows(self, caption: Place) -> Place:
        """A caption with the rows below it, or else above it."""
        blocks = self._document.blocks
        at = bisect_left(blocks.starts, caption.start)
        below = _run(blocks[i] for i in range(at + 1, len(blocks)))
        above = [] if below else _run(blocks[i] for i in range(at - 1, -1, -1))
        every = sorted([caption.start, *(b.start for b in (*below, *above))])
        end = max([blocks[at].end, *(b.end for b in below)])
        return Place(every[0], end, "table", caption.number)

    def _item(self, number: str, place: Place) -> list[Place]:
        """The item with a number in a place: its block, and the items within it."""
        blocks = self._document.blocks_between(place.start, place.end)
        for i, block in enumerate(blocks):
            if self._item_number(block) != number or block.start < place.start:
                continue
            end = block.end
            for other in blocks[i + 1 :]:
                inner = self._item_number(other)
                if not inner or _sort(inner) == _sort(number):
                    break
                end = other.end
            return [Place(block.start, end, "item", number)]
        return []

    def _item_number(self, block: Block) -> str:
        match = _ITEM.match(self._document.text, block.start, block.end)
        return "" if match is None else match["number"]

    def _closed(self, begun: Sequence[Place], ends: Sequence[int]) -> list[Place]:
        """Places up to the next one, or one of `ends`; a heading that is repeated begins none."""
        kept: list[Place] = []
        for place in begun:
            last = kept[-1] if kept else None
            again = last is not None and (last.kind, last.number) == (place.kind, place.number)
            if last is None or not again or any(last.start < e <= place.start for e in ends):
                kept.append(place)
        stops = sorted({*ends, *(p.start for p in kept), len(self._document.text)})
        return [replace(p, end=next(s for s in stops if s > p.start)) for p in kept]


def _named(among: Sequence[Place], step: Step) -> list[Place]:
    """The places of a kind and number; those with a heading, where there are some."""
    forms = written(step.number)
    found = [p for p in among if p.kind == step.kind and forms & written(p.number)]
    return [p for p in found if p.titled] or found


def _first_of(choices: Iterable[list[Place]]) -> list[Place]:
    """The first choice that is not empty."""
    return next((places for places in choices if places), [])


def _among(places: Iterable[Place], region: Place) -> list[Place]:
    """The places that begin in a region."""
    return [p for p in places if region.holds(p.start)]


def _ends(place: Place, other: Place) -> bool:
    """Whether a place ends where another one begins after it: that is no part of it."""
    if place.kind == other.kind:
        one, two = key(place.number), key(other.number)
        # Within A1.2 there may well be a list with a 1, and neither a heading nor a 3.4.
        another = one[0] != two[0] and (other.titled or "." in other.number)
        return another or after(one, two)
    depth = list(KINDS).index
    return bool(other.kind) and (not place.kind or depth(other.kind) < depth(place.kind))


def _in(place: Place, regions: Iterable[Place]) -> bool:
    return any(region.holds(place.start) for region in regions)


def _run(blocks: Iterable[Block]) -> list[Block]:
    """The table rows that blocks begin with."""
    rows: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            break
        rows.append(block)
    return rows


def _sort(item: str) -> str:
    """What numbers an item: digits, Roman numbers or letters."""
    if item.isdigit():
        return "digits"
    return "roman" if item.strip("ivx") == "" and item not in ("v", "x") else "letters"
