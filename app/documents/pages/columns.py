"""Rows and columns: in which order the lines of a page are read."""

from __future__ import annotations

from app.documents.pages.extract import Line

_MIN_LINES = 5  # on either side of a gutter
_MIN_GUTTER = 7.0  # points


def rows_of(lines: list[Line]) -> list[list[Line]]:
    """Lines at the same height together, from top to bottom; in a row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.middle, one.x0)):
        if rows and _same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda one: one.x0)
    return rows


def _same_row(row: list[Line], line: Line) -> bool:
    other = row[0]
    overlap = min(other.y1, line.y1) - max(other.y0, line.y0)
    return overlap > 0.5 * min(other.y1 - other.y0, line.y1 - line.y0)


def regions(
    lines: list[Line], down: list[tuple[float, float, float]], depth: int = 0
) -> list[list[Line]]:
    """Cut a page at the gutters between columns of running text.

    A line that runs across the gutter (a title, a wide table) divides the page into bands; each
    band is read column by column. `down` are the vertical rules: where they stand, a table stands.
    """
    gutter = _gutter(lines) if depth < 3 and not _ruled(lines, down) else None
    if gutter is None:
        return [lines] if lines else []
    found: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    wide: list[Line] = []

    def flush() -> None:
        found.extend(regions(list(left), down, depth + 1))
        found.extend(regions(list(right), down, depth + 1))
        left.clear()
        right.clear()

    for row in rows_of(lines):
        crossing = [line for line in row if line.x0 < gutter < line.x1]
        if crossing:
            flush()
            wide.extend(row)
            continue
        if wide:
            found.append(list(wide))
            wide.clear()
        left.extend(line for line in row if line.x1 <= gutter)
        right.extend(line for line in row if line.x0 >= gutter)
    if wide:
        found.append(list(wide))
    flush()
    return found


def _ruled(lines: list[Line], down: list[tuple[float, float, float]]) -> bool:
    """Whether vertical rules run beside most of the lines: a page that is one table."""
    if len(down) < 3 or not lines:
        return False
    inside = sum(any(y0 <= line.middle <= y1 for _, y0, y1 in down) for line in lines)
    return 2 * inside > len(lines)


def _gutter(lines: list[Line]) -> float | None:
    """The middle of the empty strip between two columns of running text, or None."""
    if len(lines) < 2 * _MIN_LINES:
        return None
    x0 = min(line.x0 for line in lines)
    x1 = max(line.x1 for line in lines)
    width = x1 - x0
    narrow = [line for line in lines if line.x1 - line.x0 < 0.62 * width]
    if len(narrow) < 2 * _MIN_LINES or len(narrow) < 0.5 * len(lines):
        return None
    best: tuple[float, float] | None = None
    reach = x0
    for line in sorted(narrow, key=lambda one: one.x0):
        gap = line.x0 - reach
        middle = (line.x0 + reach) / 2
        central = x0 + 0.2 * width < middle < x1 - 0.2 * width
        if central and gap >= _MIN_GUTTER and (best is None or gap > best[0]):
            best = (gap, middle)
        reach = max(reach, line.x1)
    if best is None:
        return None
    gutter = best[1]
    left = [line for line in narrow if line.x1 <= gutter]
    right = [line for line in narrow if line.x0 >= gutter]
    return gutter if _beside(left, right) and _prose(left) and _prose(right) else None


def _prose(lines: list[Line]) -> bool:
    """Whether lines fill their column as running text does, and cells don't."""
    if len(lines) < _MIN_LINES:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    full = sum(line.x1 - line.x0 > 0.7 * width for line in lines)
    words = sum(len(line.tokens) for line in lines)
    return full >= 0.4 * len(lines) and words >= 3.2 * len(lines)


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Whether two columns stand side by side rather than one below the other."""
    if not left or not right:
        return False
    top = max(min(line.y0 for line in left), min(line.y0 for line in right))
    bottom = min(max(line.y1 for line in left), max(line.y1 for line in right))
    shorter = min(_height(left), _height(right))
    return bottom - top > 0.4 * shorter


def _height(lines: list[Line]) -> float:
    return max(line.y1 for line in lines) - min(line.y0 for line in lines)
