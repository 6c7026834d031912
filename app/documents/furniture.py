"""Running heads, running feet and page numbers: found by their repetition, taken out of the flow.

Also the page labels that they print.
"""

from __future__ import annotations

import re
from collections import defaultdict

from app.documents.extract import Line, RawPage

_BAND = 0.14  # part of the page height, at the top and at the bottom, where they stand
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_NUMBER_ONLY = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.|pg\.?|seite)?\s*(\d{1,5}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|von)\s*\d{1,5})?[-–—|\])\s.]*",
    re.I,
)
_NUMBERED = re.compile(r"\b(?:page|p\.|pg\.?|seite)\s*(\d{1,5}|[ivxlc]{1,7})\b", re.I)


def take_out(pages: list[RawPage]) -> list[list[Line]]:
    """Remove running heads, feet and page numbers from the lines of the pages.

    Returns:
        For each page, the lines that were removed.
    """
    edges = [_edge_lines(page) for page in pages]
    places: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for page, found in zip(pages, edges, strict=True):
        for end, height, line in found:
            places[end, _shape(line)].append((page.index, height))
    texted = sum(bool(page.lines) for page in pages)
    removed: list[list[Line]] = []
    for page, found in zip(pages, edges, strict=True):
        gone = [
            line
            for end, height, line in found
            if _repeats(places[end, _shape(line)], height, texted) or _is_number(line, found)
        ]
        ids = {id(line) for line in gone}
        page.lines = [line for line in page.lines if id(line) not in ids]
        removed.append(gone)
    return removed


def _edge_lines(page: RawPage) -> list[tuple[str, float, Line]]:
    """Lines near the top and the bottom, with their distance from that edge."""
    height = page.frame[1]
    found = []
    for line in page.lines:
        if line.y1 < _BAND * height:
            found.append(("top", line.y0, line))
        elif line.y0 > (1 - _BAND) * height:
            found.append(("bottom", height - line.y1, line))
    return found


def _shape(line: Line) -> str:
    """A line's words with digits ignored: what stays the same from page to page."""
    text = line.text.casefold()
    if _ROMAN.fullmatch(text):
        return "#"
    return _DIGITS.sub("#", text)


def _repeats(places: list[tuple[int, float]], height: float, pages: int) -> bool:
    """Whether enough other pages have the same line at the same height."""
    same = {index for index, other in places if abs(other - height) < 4}
    if pages < 2:
        return False
    return len(same) >= (2 if pages <= 4 else 3)


def _is_number(line: Line, found: list[tuple[str, float, Line]]) -> bool:
    """Whether a line is nothing but a page number, and nothing stands between it and the edge."""
    match = _NUMBER_ONLY.fullmatch(line.text)
    if match is None or len(line.text) > 20:
        return False
    if match.group(1).isdigit() is False and not _ROMAN.fullmatch(match.group(1)):
        return False
    side = next(end for end, _, other in found if other is line)
    distance = next(away for _, away, other in found if other is line)
    if side == "top" and not re.search("page|p\\.|seite", line.text, re.I):
        return False  # a figure at the top of a page may be a heading or part of a table
    return all(away >= distance - 2 for end, away, _ in found if end == side)


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


_ROMANS = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


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
