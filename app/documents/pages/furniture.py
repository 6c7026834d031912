"""Running heads, running feet and page numbers: found by their repetition, taken out of the flow.

Also the page labels that they print.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from app.documents.pages.columns import rows_of
from app.documents.pages.extract import Line, RawPage

_BAND = 0.14  # part of the page height, at the top and at the bottom, where they stand
_MIN_GAP = 0.5  # between furniture and text, in multiples of the type size
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_NUMBER_ONLY = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.|pg\.?|seite)?\s*(\d{1,5}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|von)\s*\d{1,5})?[-–—|\])\s.]*",
    re.I,
)
_NUMBERED = re.compile(r"\b(?:page|p\.|pg\.?|seite)\s*(\d{1,5}|[ivxlc]{1,7})\b", re.I)


@dataclass(slots=True)
class _Row:
    """A row of lines near an edge of a page, and how far from that edge it stands."""

    page: int
    end: str
    away: float
    lines: list[Line]
    gap: float  # to the next row inwards, in multiples of the type size
    outermost: bool

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def take_out(pages: list[RawPage]) -> list[list[Line]]:
    """Remove running heads, feet and page numbers from the lines of the pages.

    Returns:
        For each page, the lines that were removed.
    """
    edges = [_edge_rows(page) for page in pages]
    census = _Census([row for rows in edges for row in rows], pages)
    removed: list[list[Line]] = []
    for page, rows in zip(pages, edges, strict=True):
        gone = [line for end in ("top", "bottom") for line in _outer(rows, end, census)]
        ids = {id(line) for line in gone}
        page.lines = [line for line in page.lines if id(line) not in ids]
        removed.append(gone)
    return removed


def _outer(rows: list[_Row], end: str, census: _Census) -> list[Line]:
    """The lines of one edge that belong to running heads or feet, from the edge inwards."""
    taken: list[_Row] = []
    for row in (row for row in rows if row.end == end):
        if not census.repeats(row):
            break
        taken.append(row)
    # What stands close to the text belongs to it: the head of a table that goes on, say.
    while taken and taken[-1].gap < _MIN_GAP and not _NUMBER_ONLY.fullmatch(taken[-1].text):
        taken.pop()
    return [line for row in taken for line in row.lines]


def _edge_rows(page: RawPage) -> list[_Row]:
    """The rows near the top from above, then those near the bottom from below."""
    height = page.frame[1]
    rows = rows_of(page.lines)
    found = []
    for end, ordered in (("top", rows), ("bottom", rows[::-1])):
        for i, row in enumerate(ordered):
            top, bottom = min(line.y0 for line in row), max(line.y1 for line in row)
            away = top if end == "top" else height - bottom
            if (bottom if end == "top" else height - top) > _BAND * height:
                break
            gap = 9.0
            if i + 1 < len(ordered):
                inner = ordered[i + 1]
                if end == "top":
                    gap = (min(line.y0 for line in inner) - bottom) / row[0].size
                else:
                    gap = (top - max(line.y1 for line in inner)) / row[0].size
            found.append(_Row(page.index, end, away, row, gap, i == 0))
    return found


class _Census:
    """How often what stands at the edges of pages comes back."""

    def __init__(self, rows: list[_Row], pages: list[RawPage]) -> None:
        self._texted = sum(bool(page.lines) for page in pages)
        self._needed = 2 if self._texted <= 4 else 3
        self._places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
        self._heights: Counter[tuple[str, int]] = Counter()
        sizes = Counter(round(line.size, 1) for page in pages for line in page.lines)
        self._body = sizes.most_common(1)[0][0] if sizes else 10.0
        for row in rows:
            for shape in {self._key(row, text) for text in (row.text, *map(_text, row.lines))}:
                self._places[row.end, shape].append((row.page, row.away))
            if row.outermost and self._small(row):
                self._heights[row.end, round(row.away / 2)] += 1

    def repeats(self, row: _Row) -> bool:
        """Whether a row is furniture, by its words, or by its place and size."""
        if self._texted < 2:
            return row.outermost and row.end == "bottom" and _is_page_number(row.text)
        often = [_has_words(line.text) and self._often(row, line.text) for line in row.lines]
        numbers = [_NUMBER_ONLY.fullmatch(line.text) is not None for line in row.lines]
        if any(often):
            # Nothing that says something new may be lost: all of a row has to come back, but for
            # page numbers. Only in the outermost row may the title of the chapter change.
            if all(a or b for a, b in zip(often, numbers, strict=True)):
                return True
            return row.outermost and any(self._mostly(row, line.text) for line in row.lines)
        if _NUMBER_ONLY.fullmatch(row.text):
            return self._often(row, row.text) or (
                row.outermost and (row.end == "bottom" or _has_words(row.text))
            )
        if not (row.outermost and self._small(row)):
            return False
        step = round(row.away / 2)
        same = sum(self._heights[row.end, near] for near in (step - 1, step, step + 1))
        return self._texted >= 4 and same >= 0.5 * self._texted

    def _often(self, row: _Row, text: str) -> bool:
        """Whether enough pages have the same words at the same height, digits ignored."""
        # The same heading may well begin several pages, but not a third of them.
        needed = self._needed if self._small(row) else max(self._needed, self._texted / 3)
        return self._count(row, text) >= needed

    def _mostly(self, row: _Row, text: str) -> bool:
        """Whether most pages have the same words at the same height."""
        return self._count(row, text) >= max(self._needed, self._texted / 2)

    def _count(self, row: _Row, text: str) -> int:
        places = self._places[row.end, self._key(row, text)]
        return len({page for page, away in places if abs(away - row.away) < 4})

    def _key(self, row: _Row, text: str) -> str:
        """What has to come back: "Part 1" and "Part 2", set large, are headings and no head."""
        return text if max(line.size for line in row.lines) > 1.05 * self._body else _shape(text)

    def _small(self, row: _Row) -> bool:
        return max(line.size for line in row.lines) <= 0.95 * self._body


def _text(line: Line) -> str:
    return line.text


def _shape(text: str) -> str:
    """Words with digits ignored: what stays the same from page to page."""
    text = text.casefold()
    return "#" if _ROMAN.fullmatch(text) else _DIGITS.sub("#", text)


def _has_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 4


def _is_page_number(text: str) -> bool:
    return len(text) <= 20 and _NUMBER_ONLY.fullmatch(text) is not None


def printed_labels(pages: list[RawPage], removed: list[list[Line]]) -> list[str]:
    """The labels of pages: the file's own, else those printed if they count up, else the index.

    Printed numbers are believed where those of neighbouring pages fit; a page in between that
    prints none gets the number it would have.
    """
    if any(page.label for page in pages):
        return [page.label or str(page.index + 1) for page in pages]
    printed = [_printed(lines) for lines in removed]
    offsets: dict[tuple[bool, int], int] = defaultdict(int)
    for index, number in enumerate(printed):
        if number is not None:
            offsets[number[1], number[0] - index] += 1
    labels = []
    for index, number in enumerate(printed):
        label = str(index + 1)
        if number is not None and offsets[number[1], number[0] - index] >= 2:
            label = _roman(number[0]) if number[1] else str(number[0])
        elif number is None:
            label = _between(printed, index, offsets) or label
        labels.append(label)
    return labels


def _between(
    printed: list[tuple[int, bool] | None], index: int, offsets: dict[tuple[bool, int], int]
) -> str:
    """The label of a page without a number between two that have one and agree."""
    before = next((i for i in range(index - 1, max(-1, index - 6), -1) if printed[i]), None)
    after = next((i for i in range(index + 1, min(len(printed), index + 6)) if printed[i]), None)
    if after is None:
        return ""
    number = printed[after]
    assert number is not None
    offset = number[0] - after
    if offsets[number[1], offset] < 2 or index + offset < 1:
        return ""
    if before is not None:
        earlier = printed[before]
        if earlier is None or earlier[1] != number[1] or earlier[0] - before != offset:
            return ""
    elif index > 0:
        return ""
    return _roman(index + offset) if number[1] else str(index + offset)


def _printed(lines: list[Line]) -> tuple[int, bool] | None:
    """The page number among the removed lines of a page, and whether it is Roman."""
    for line in lines:
        match = _NUMBER_ONLY.fullmatch(line.text) or _NUMBERED.search(line.text)
        if match is None:
            continue
        text = match.group(1)
        if text.isdigit():
            return int(text), False
        value = _roman_value(text.lower())
        if value:
            return value, True
    return None


_ROMANS = tuple(
    zip((100, 90, 50, 40, 10, 9, 5, 4, 1), "c xc l xl x ix v iv i".split(), strict=True)
)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMANS:
        while number >= value:
            text += letters
            number -= value
    return text


def _roman_value(text: str) -> int:
    """The value of a Roman numeral under 400, or 0 for letters that are none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total, last = 0, 0
    for letter in reversed(text):
        value = values[letter]
        total += value if value >= last else -value
        last = max(last, value)
    return total if 0 < total < 400 and _roman(total) == text else 0
