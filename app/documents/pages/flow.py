"""Lines of a page become pieces in reading order: columns, paragraphs, list items, table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.documents.document import BlockKind
from app.documents.pages import columns, tables
from app.documents.pages.extract import Line, RawPage, Token
from app.documents.text.table_heads import HEAD

ENUMERATOR = re.compile(
    r"(?:[•◦▪‣●○■□➢✓·*–—-]"  # a bullet
    r"|\((?:[a-z]{1,2}|[ivxl]{1,5}|[A-Z]|\d{1,2})\)"  # (a), (iv), (3)
    r"|(?:[a-z]|[ivxl]{1,5}|[A-Z]|\d{1,2})\)"  # a), 3)
    r"|[A-Za-z]\.|[IVXL]{1,5}\.|§+"  # A., IV.
    r"|[A-Z]\d{1,2}\.\d{1,3}"  # A1.2
    r"|\d{1,3}(?:\.\d{1,3}){0,4}\.?(?:\([a-z]\))?)$"  # 1., 1.1, 12.3.4, 2.1(a)
)
_LIST_MARK = re.compile(
    r"(?:[•◦▪‣●○■□➢✓·*–—-]|\([A-Za-z\d]{1,5}\)|(?:[a-z]|[ivxl]{1,5}|\d{1,2})\))$"
)
_ENDED = re.compile(r"[.;:!?][\"'”’)\]]*$")


@dataclass(slots=True)
class Piece:
    """A block before its text is put together.

    `cells` holds lines, which hold tokens; only table rows have more than one cell.
    """

    kind: BlockKind
    cells: list[list[list[Token]]]
    size: float
    bold: bool
    page: int
    y0: float
    y1: float
    centred: bool = False
    level: int = 0

    @property
    def text(self) -> str:
        """The words as they will read, but for hyphens at line ends."""
        return " | ".join(
            " ".join(token.text for line in cell for token in line) for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Norms:
    """What is usual in a document.

    Attributes:
        right: where full lines end, for each width of page (rounded to points).
        pitch: the distance between lines of a paragraph, in multiples of the type size.
    """

    right: dict[int, float]
    pitch: float


def norms_of(pages: list[RawPage]) -> Norms:
    """Measure a document. `pages` must be free of running heads and feet."""
    ends: dict[int, list[float]] = {}
    steps: list[float] = []
    for page in pages:
        ends.setdefault(round(page.frame[0]), []).extend(line.x1 for line in page.lines)
        steps.extend(_steps(sorted(page.lines, key=lambda line: (line.y0, line.x0))))
    left = min((line.x0 for page in pages for line in page.lines), default=0.0)
    return Norms(
        {width: _right(xs, width, left) for width, xs in ends.items() if xs},
        sorted(steps)[len(steps) // 5] if steps else 1.3,
    )


def _right(ends: list[float], width: float, left: float) -> float:
    """Where full lines end; where none is near it, the margins are taken to be alike."""
    measured = sorted(ends)[int(0.97 * (len(ends) - 1))]
    return measured if measured > 0.8 * (width - left) else width - left


def pieces_of(page: RawPage, norms: Norms) -> list[Piece]:
    """The pieces of a page in reading order; text in the margins that runs sideways comes last."""
    found: list[Piece] = []
    regions = columns.regions(page.lines, page.down)
    whole = len(regions) == 1
    for region in regions:
        right = sorted(line.x1 for line in region)[int(0.95 * (len(region) - 1))]
        if whole:
            right = max(right, norms.right.get(round(page.frame[0]), 0.0))
        found.extend(_region(region, page, right, norms.pitch))
    for line in page.aside:
        found.append(_piece([line], page.index, BlockKind.PARAGRAPH))
    return found


def _region(lines: list[Line], page: RawPage, right: float, pitch: float) -> list[Piece]:
    """Pieces of one column."""
    rows = [_with_enumerator(row) for row in columns.rows_of(lines)]
    steps = _steps([row[0] for row in rows])
    if len(steps) >= 8:
        pitch = sorted(steps)[len(steps) // 6]
    found: list[Piece] = []
    loose: list[Line] = []
    i = 0
    while i < len(rows):
        table = tables.table_at(rows, i, page.across, page.down)
        if table is None:
            loose.append(_joined(rows[i]))
            i += 1
            continue
        found.extend(_paragraphs(loose, page, right, pitch))
        loose = []
        table_pieces = [_row_piece(cells, page.index) for cells in table.rows]
        for piece in table_pieces[: tables.heads(table.rows)]:
            piece.level = HEAD
        found.extend(table_pieces)
        i = table.end
    found.extend(_paragraphs(loose, page, right, pitch))
    return found


def _steps(lines: list[Line]) -> list[float]:
    """Distances from each line to the next below, in multiples of the type size."""
    return [
        (b.y0 - a.y0) / a.size
        for a, b in pairwise(lines)
        if abs(a.size - b.size) < 0.1 * a.size and 0.8 < (b.y0 - a.y0) / a.size < 4
    ]


def _with_enumerator(row: list[Line]) -> list[Line]:
    """A row in which "1.1" or a bullet and the text it stands before are one line again."""
    if len(row) < 2 or not ENUMERATOR.match(row[0].text):
        return row
    first, second = row[0], row[1]
    if second.x0 - first.x1 > 8 * second.size or len(row) > 2:
        return row
    return [_joined(row)]


def _joined(row: list[Line]) -> Line:
    """Lines side by side as one."""
    if len(row) == 1:
        return row[0]
    tokens = [token for line in row for token in line.tokens]
    main = max(row, key=lambda line: (round(line.size, 1), len(line.tokens)))
    return Line(
        tokens,
        min(line.x0 for line in row),
        min(line.y0 for line in row),
        max(line.x1 for line in row),
        max(line.y1 for line in row),
        main.size,
        all(line.bold for line in row),
        any(line.leader for line in row),
    )


def _paragraphs(lines: list[Line], page: RawPage, right: float, pitch: float) -> list[Piece]:
    """Lines of running text, one below the other, as paragraphs."""
    if not lines:
        return []
    left = min(line.x0 for line in lines)
    groups: list[list[Line]] = [[lines[0]]]
    for line in lines[1:]:
        if _begins(line, groups[-1], right, pitch):
            groups.append([line])
        else:
            groups[-1].append(line)
    found = []
    for group in groups:
        mark = group[0].tokens[0].text
        listed = group[0].leader or (len(group[0].tokens) > 1 and _LIST_MARK.match(mark))
        kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
        piece = _piece(group, page.index, kind)
        piece.centred = _centred(group, left, right)
        found.append(piece)
    return found


def _begins(line: Line, group: list[Line], right: float, pitch: float) -> bool:
    """Whether a line begins a new paragraph after the lines of `group`."""
    last = group[-1]
    em = line.size
    if line.leader or last.leader or abs(line.size - last.size) > 0.08 * em + 0.3:
        return True
    step = (line.y0 - last.y0) / em
    if step > 1.22 * pitch + 0.05 or step < -0.5:
        return True
    ended = _ENDED.search(last.tokens[-1].text) is not None
    first = line.tokens[0]
    # Text runs on until the next word does not fit. A line that ends before that was ended.
    room = right - last.x1 - (first.box[2] - first.box[0]) - 0.3 * em
    stopped = room > 2 * em
    if len(line.tokens) > 1 and ENUMERATOR.match(first.text) and not first.text.isdigit():
        connected = last.tokens[-1].text.lower() in ("and", "or", "und", "oder")
        if ended or stopped or connected or last.tokens[-1].text.endswith(","):
            return True
    if last.bold != line.bold and (stopped or all(one.bold for one in group)):
        return stopped or len(group) == 1
    indented = line.x0 - group[-1].x0 > 0.9 * em
    if indented and len(group) > 1 and (ended or stopped):
        return True
    if stopped:
        return ended or not first.text[:1].islower()
    outdented = group[-1].x0 - line.x0 > 0.9 * em and len(group) > 1
    return outdented and ended


def _centred(group: list[Line], left: float, right: float) -> bool:
    """Whether short lines stand in the middle of their column."""
    width = right - left
    return all(
        line.x0 - left > 0.08 * width
        and abs((line.x0 - left) - (right - line.x1)) < 0.06 * width + 2
        for line in group
    )


def _piece(lines: list[Line], page: int, kind: BlockKind) -> Piece:
    return Piece(
        kind,
        [[line.tokens for line in lines]],
        median(line.size for line in lines),
        all(line.bold for line in lines),
        page,
        lines[0].y0,
        lines[-1].y1,
    )


def _row_piece(cells: list[list[Line]], page: int) -> Piece:
    lines = [line for cell in cells for line in cell]  # an empty cell has none
    piece = _piece(lines, page, BlockKind.TABLE_ROW)
    piece.cells = [[line.tokens for line in cell] for cell in cells]
    piece.y0 = min(line.y0 for line in lines)
    piece.y1 = max(line.y1 for line in lines)
    return piece
