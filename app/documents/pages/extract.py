"""Words and lines of a page, in the coordinates in which the page is displayed.

Runs in the parser process only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Any

from app.documents.formats.library import pymupdf

_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_BOLD_FLAG = 16
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_LEADER = re.compile(r"[.…·_]{4,}$|^[.…·]{3,}$")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_GAP = 1.6  # ems between two words of a line that belong to different cells
_SPACE = 0.65  # ems; the space between words of justified lines is narrower, as a rule
_MAX_PATHS = 4000  # above this a page is a drawing, not a form with rules

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Token:
    """One printed word and its box on the page as displayed."""

    text: str
    page: int
    box: Box


@dataclass(slots=True)
class Line:
    """Words side by side without a wide gap. A row of a table has one `Line` for each cell.

    The box is the one used to find the reading order; on a page whose text runs sideways it is
    turned so that the text is upright, while the tokens keep their boxes as displayed.
    """

    tokens: list[Token]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    leader: bool = False

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(token.text for token in self.tokens)

    @property
    def middle(self) -> float:
        """Height of the middle of the line."""
        return (self.y0 + self.y1) / 2


@dataclass(slots=True)
class RawPage:
    """A page before its text is put in order.

    Attributes:
        lines: upright text.
        aside: text that runs in another direction than the rest: stamps in the margin.
        across: heights of horizontal rules, with their left and right ends.
        down: positions of vertical rules, with their top and bottom.
        width: and height, in points as displayed.
        frame: width and height of the frame in which the lines are upright.
    """

    index: int
    label: str
    width: float
    height: float
    frame: tuple[float, float]
    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Style:
    size: float
    bold: bool
    direction: tuple[float, float]


def extract_page(page: pymupdf.Page, label: str) -> RawPage:
    """Read one page of an open document."""
    rotation = page.rotation_matrix
    width, height = page.rect.width, page.rect.height
    textpage = page.get_textpage(flags=_FLAGS)
    words = page.get_text("words", textpage=textpage)
    if not words:
        return RawPage(page.number, label, width, height, (width, height))
    styles = _styles(page.get_text("dict", textpage=textpage), rotation)
    turn = _main_direction(styles)
    frame = (width, height) if turn in ("right", "left") else (height, width)
    raw = RawPage(page.number, label, width, height, frame)
    rotated = page.rotation != 0
    for key, group in _grouped(words):
        style = styles.get(key)
        if style is None:
            continue
        tokens = _tokens(group, page.number, rotation if rotated else None)
        if not tokens:
            continue
        upright = _direction(style.direction) == turn
        target = raw.lines if upright else raw.aside
        target.extend(_cut(tokens, style, turn if upright else "right", width, height))
    if len(raw.lines) > 3:
        _add_rules(raw, page, rotation, turn)
        if turn == "right":
            raw.lines = [part for line in raw.lines for part in _cut_at_rules(line, raw.down)]
    return raw


def _styles(content: dict[str, Any], rotation: pymupdf.Matrix) -> dict[tuple[int, int], _Style]:
    """Size, weight and direction of every line, by block and line number."""
    styles = {}
    for block in content["blocks"]:
        for number, line in enumerate(block.get("lines", ())):
            total, bold, sizes = 0, 0, []
            for span in line["spans"]:
                length = len(span["text"].strip())
                total += length
                sizes.append((length, span["size"]))
                if span["flags"] & _BOLD_FLAG or _BOLD_NAME.search(span["font"]):
                    bold += length
            size = max(sizes)[1] if sizes else 10.0
            dx, dy = line["dir"]
            direction = (dx * rotation.a + dy * rotation.c, dx * rotation.b + dy * rotation.d)
            styles[block["number"], number] = _Style(
                size, total > 0 and 2 * bold > total, direction
            )
    return styles


def _direction(vector: tuple[float, float]) -> str:
    x, y = vector
    if abs(x) >= abs(y):
        return "right" if x >= 0 else "left"
    return "down" if y > 0 else "up"


def _main_direction(styles: dict[tuple[int, int], _Style]) -> str:
    counts: dict[str, int] = {}
    for style in styles.values():
        direction = _direction(style.direction)
        counts[direction] = counts.get(direction, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else "right"


def _grouped(words: list[Any]) -> list[tuple[tuple[int, int], list[Any]]]:
    groups: dict[tuple[int, int], list[Any]] = {}
    for word in words:
        groups.setdefault((word[5], word[6]), []).append(word)
    return list(groups.items())


def _tokens(words: list[Any], page: int, rotation: pymupdf.Matrix | None) -> list[Token]:
    tokens = []
    for x0, y0, x1, y1, text, *_ in words:
        if not text.isprintable():
            text = "".join(_UNPRINTABLE.sub("", text).split())
        if not text:
            continue
        if rotation is not None:
            rect = pymupdf.Rect(x0, y0, x1, y1) * rotation
            x0, y0, x1, y1 = rect.x0, rect.y0, rect.x1, rect.y1
        tokens.append(Token(text, page, (x0, y0, x1, y1)))
    return tokens


def _cut(tokens: list[Token], style: _Style, turn: str, width: float, height: float) -> list[Line]:
    """A printed line cut where a wide gap shows that another cell begins."""
    lines: list[Line] = []
    for token in tokens:
        x0, y0, x1, y1 = _upright(token.box, turn, width, height)
        leader = token.text[-1] in ".…·_" and _LEADER.search(token.text) is not None
        last = lines[-1] if lines else None
        if leader and token.text.strip(".…·") == "":
            if last is not None:
                last.leader = True
                last.x1 = max(last.x1, x1)
            continue
        if last is not None and -style.size < x0 - last.x1 < _GAP * style.size:
            last.tokens.append(token)
            last.x1 = max(last.x1, x1)
            last.y0, last.y1 = min(last.y0, y0), max(last.y1, y1)
        else:
            lines.append(Line([token], x0, y0, x1, y1, style.size, style.bold))
    return lines


def _upright(box: Box, turn: str, width: float, height: float) -> Box:
    """A displayed box in the frame in which the page's main text is upright."""
    x0, y0, x1, y1 = box
    if turn == "right":
        return box
    if turn == "left":
        return (width - x1, height - y1, width - x0, height - y0)
    if turn == "down":
        return (y0, width - x1, y1, width - x0)
    return (height - y1, x0, height - y0, x1)


def _add_rules(raw: RawPage, page: pymupdf.Page, rotation: pymupdf.Matrix, turn: str) -> None:
    """Horizontal and vertical rules: thin filled rectangles, lines, and edges of boxes."""
    rows: dict[int, int] = {}
    for line in raw.lines:
        rows[round(line.y0 / 3)] = rows.get(round(line.y0 / 3), 0) + 1
    beside = sum(count > 1 for count in rows.values())
    if beside < 2 and sum(_has_gap(line) for line in raw.lines) < 2:
        return  # nothing stands side by side: no table
    paths = sum(kind.endswith("path") for kind, _ in page.get_bboxlog())
    if not 0 < paths <= _MAX_PATHS:
        return
    least = median(line.size for line in raw.lines)
    for drawing in page.get_cdrawings():
        for item in drawing["items"]:
            for rect in _edges(item):
                box = pymupdf.Rect(rect) * rotation
                x0, y0, x1, y1 = _upright(tuple(box), turn, raw.width, raw.height)
                if y1 - y0 <= 2 and x1 - x0 >= least:
                    raw.across.append(((y0 + y1) / 2, x0, x1))
                elif x1 - x0 <= 2 and y1 - y0 >= least:
                    raw.down.append(((x0 + x1) / 2, y0, y1))
    raw.across.sort()
    raw.down.sort()


def _has_gap(line: Line) -> bool:
    """Whether two words of a line stand further apart than a space sets them."""
    least = _SPACE * line.size
    return any(b.box[0] - a.box[2] > least for a, b in pairwise(line.tokens))


def _cut_at_rules(line: Line, down: list[tuple[float, float, float]]) -> list[Line]:
    """A line cut where a vertical rule runs between two words: narrow cells leave no wide gap."""
    across = [x for x, y0, y1 in down if line.x0 < x < line.x1 and y0 <= line.middle <= y1]
    if not across or len(line.tokens) < 2:
        return [line]
    groups = [line.tokens[:1]]
    for last, token in pairwise(line.tokens):
        if any(last.box[2] - 1 <= x <= token.box[0] + 1 for x in across):
            groups.append([])
        groups[-1].append(token)
    return [part_of(line, group) for group in groups]


def part_of(line: Line, tokens: list[Token]) -> Line:
    """Some of a line's words as a line, on a page whose text is upright."""
    boxes = [token.box for token in tokens]
    x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return replace(line, tokens=tokens, x0=x0, x1=x1)


def _edges(item: tuple[Any, ...]) -> list[Box]:
    """A line as a thin box; a rectangle as itself if thin, else as its four edges."""
    if item[0] == "l":
        (ax, ay), (bx, by) = item[1], item[2]
        return [(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))]
    if item[0] != "re":
        return []
    x0, y0, x1, y1 = item[1]
    if min(x1 - x0, y1 - y0) <= 2:
        return [(x0, y0, x1, y1)]
    return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
