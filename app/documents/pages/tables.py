"""Tables: rows of lines side by side whose cells stand in columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from app.documents.pages.extract import Line, part_of

Rule = tuple[float, float, float]

_MOST_HEADS = 3  # rows


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, each a list of cells of lines, and the first row of lines after it."""

    rows: list[list[list[Line]]]
    end: int


def table_at(
    rows: list[list[Line]], start: int, across: list[Rule], down: list[Rule]
) -> Table | None:
    """The table that begins with row `start`, or None if none does."""
    if len(rows[start]) < 2 or _is_title(rows, start):
        return None
    end = _reach(rows, start, across)
    body = rows[start:end]
    several = sum(len(row) > 1 for row in body)
    if several < 2:
        return None
    columns = _columns(body)
    if len(columns) < 2 or not _aligned(body, columns):
        return None
    return Table([_cells(group, columns) for group in _grouped(body, across, columns)], end)


def heads(rows: list[list[list[Line]]]) -> int:
    """How many rows at the top of a table are set like heads of its columns: in bold.

    None where the rows below are in bold too, or are none.
    """
    bold = [all(line.bold for cell in row for line in cell) for row in rows]
    count = next((i for i, one in enumerate(bold) if not one), len(bold))
    if not 0 < count <= _MOST_HEADS or max(len(row) for row in rows[:count]) < 2:
        return 0
    return count if 2 * sum(bold[count:]) < len(bold) - count else 0


def _reach(rows: list[list[Line]], start: int, across: list[Rule]) -> int:
    """The row after the last that may belong to a table beginning at `start`.

    A row with one cell belongs to it if it stands within one column, and either goes on the cell
    above without a gap, or is followed by more rows of several cells.
    """
    last = i = start + 1
    for i in range(start + 1, len(rows)):
        row, above = rows[i], rows[i - 1]
        em = row[0].size
        gap = min(line.y0 for line in row) - max(line.y1 for line in above)
        ruled = _rule_between(above, row, across)
        if gap > 2.2 * em and not ruled:
            break
        if len(row) == 1:
            if _titles(row[0], above):
                break
            if not _within_column(row[0], rows[start:last]) or (gap > 1.2 * em and not ruled):
                break
            if gap < 0.6 * em and not ruled and last == i and _wrapped(row[0], rows[start:i]):
                last = i + 1
            continue
        columns = _columns(rows[start:last])
        if _straddles(row, columns):
            row = rows[i] = _parted(row, columns)
        if _straddles(row, columns):
            break
        last = i + 1
    return last


def _titles(line: Line, above: list[Line]) -> bool:
    """Whether a lone line looks like the title of what follows, rather than like a cell."""
    larger = line.size > 1.04 * max(other.size for other in above)
    return larger or (line.bold and not any(other.bold for other in above))


def _straddles(row: list[Line], columns: list[tuple[float, float]]) -> bool:
    """Whether cells of a row lie across columns: the columns are those of another table."""
    for line in row:
        under = sum(min(line.x1, b) - max(line.x0, a) > 2 for a, b in columns)
        if under > 1:
            return True
    return False


def _parted(row: list[Line], columns: list[tuple[float, float]]) -> list[Line]:
    """A row whose lines are cut where a word begins exactly where a column does.

    A cell that fills its column to the edge leaves no gap before the next.
    """
    parts: list[Line] = []
    for line in row:
        if abs(line.tokens[0].box[0] - line.x0) > 1:
            return row  # the page is turned: its boxes don't tell where words begin
        begun = [line.tokens[:1]]
        for token in line.tokens[1:]:
            if any(abs(token.box[0] - x0) < 1 for x0, _ in columns):
                begun.append([])
            begun[-1].append(token)
        parts.extend(part_of(line, tokens) for tokens in begun)
    return parts


def _is_title(rows: list[list[Line]], start: int) -> bool:
    """Whether a row is set larger than the next: a title with a date beside it, not a cell."""
    if start + 1 == len(rows):
        return True
    return max(line.size for line in rows[start]) > 1.08 * max(
        line.size for line in rows[start + 1]
    )


def _wrapped(line: Line, rows: list[list[Line]]) -> bool:
    """Whether a line goes on a cell of the row above: its first word did not fit there."""
    columns = _columns(rows)
    index = _column(line, columns)
    above = [other for other in rows[-1] if _column(other, columns) == index]
    if not above:
        return False
    edges = [x0 for x0, _ in columns[index + 1 :]]
    right = edges[0] if edges else max(other.x1 for row in rows for other in row)
    x0, _, x1, _ = line.tokens[0].box
    return above[0].x1 + (x1 - x0) + 0.3 * line.size > right - 1.5 * line.size


def _within_column(line: Line, rows: list[list[Line]]) -> bool:
    """Whether a line stands in one column of the rows above it, rather than across several."""
    columns = _columns(rows)
    index = _column(line, columns)
    starts = [x0 for x0, _ in columns]
    left = starts[index]
    if line.x0 < left - line.size:
        return False
    return index + 1 == len(columns) or line.x1 <= starts[index + 1] + 1


def _rule_between(above: list[Line], below: list[Line], across: list[Rule]) -> bool:
    top = min(line.middle for line in above)
    bottom = max(line.middle for line in below)
    x0 = min(line.x0 for line in below)
    x1 = max(line.x1 for line in below)
    return any(top < y < bottom and a < x1 and x0 < b for y, a, b in across)


def _columns(rows: list[list[Line]]) -> list[tuple[float, float]]:
    """Left and right ends of the columns, from the rows that have more than one cell."""
    most = max(len(row) for row in rows)
    # A cell that spans columns would melt them together: only full rows say where columns are.
    full = [row for row in rows if len(row) >= max(2, most - 1)]
    spans: list[list[float]] = []
    for line in sorted((line for row in full for line in row), key=lambda one: one.x0):
        if spans and line.x0 < spans[-1][1] - 1:
            spans[-1][1] = max(spans[-1][1], line.x1)
        else:
            spans.append([line.x0, line.x1])
    return [(a, b) for a, b in spans]


def _aligned(rows: list[list[Line]], columns: list[tuple[float, float]]) -> bool:
    """Whether cells stand under one another rather than anywhere."""
    used = [0] * len(columns)
    for row in rows:
        for index in {_column(line, columns) for line in row}:
            used[index] += 1
    return sum(count >= 2 for count in used) >= 2


def _column(line: Line, columns: list[tuple[float, float]]) -> int:
    """The column that a line overlaps most, or else the nearest."""
    return max(
        range(len(columns)),
        key=lambda i: min(line.x1, columns[i][1]) - max(line.x0, columns[i][0]),
    )


def _grouped(
    rows: list[list[Line]], across: list[Rule], columns: list[tuple[float, float]]
) -> list[list[list[Line]]]:
    """Rows of lines that make up one row of the table each, where cells have several lines."""
    ruled = [False] + [_rule_between(above, below, across) for above, below in pairwise(rows)]
    # Rules part the rows if there are about as many of them as rows that begin at the left.
    begun = sum(len(row) > 1 and _column(row[0], columns) == 0 for row in rows)
    by_rules = sum(ruled) >= max(1.0, 0.5 * (begun - 1))
    steps = sorted(_step(a, b) for a, b in pairwise(rows))
    tight = steps[0] if steps else 0.0
    groups: list[list[list[Line]]] = []
    for i, row in enumerate(rows):
        if not groups or _new_row(rows[i - 1], row, ruled[i], by_rules, tight, columns):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _step(above: list[Line], below: list[Line]) -> float:
    return below[0].middle - above[0].middle


def _new_row(
    above: list[Line],
    row: list[Line],
    ruled: bool,
    by_rules: bool,
    tight: float,
    columns: list[tuple[float, float]],
) -> bool:
    if by_rules:
        return ruled
    if _step(above, row) > 1.25 * tight:
        return True
    # Without rules: a row begins where its first column does, and never with a lone wrapped cell.
    return len(row) > 1 and _column(row[0], columns) == 0


def _cells(rows: list[list[Line]], columns: list[tuple[float, float]]) -> list[list[Line]]:
    """One row of a table as cells; empty ones at its end are left out."""
    cells: list[list[Line]] = [[] for _ in columns]
    for row in rows:
        for line in row:
            cells[_column(line, columns)].append(line)
    while cells and not cells[-1]:
        cells.pop()
    return cells
